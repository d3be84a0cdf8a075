/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * sfc32, the "small fast counting" generator of Chris Doty-Humphrey (PractRand, 2010): 32-bit integer arithmetic only,
 * so a seed gives the same numbers in every engine. The first 12 numbers are thrown away to mix the seed in.
 */
export function seeded(seed: number): Random {
	let a = 0x9e3779b9;
	let b = 0x243f6a88;
	let c = seed | 0;
	let counter = 1;
	const next = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	for (let k = 0; k < 12; k++) next();
	return next;
}

/** One standard normal number (Box and Muller, 1958). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

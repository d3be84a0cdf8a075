/** A generator of numbers from 0 to 1 by a seed (mulberry32). */
export function numbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What breaks readers: marks, quotes, ends of lines, brackets, zeros, and numbers at the edge of what they are. */
const TOKENS = [
	'"',
	'""',
	',',
	';',
	'\t',
	'\n',
	'\r',
	'\r\n',
	'\0',
	'\uFEFF',
	'{',
	'}',
	'[',
	']',
	':',
	'\\',
	'\\u0000',
	'<',
	'</row>',
	'<!DOCTYPE a>',
	'&#0;',
	'PK\u0003\u0004',
	'PAR1',
	'sep=;\n',
	'Total',
	'-1',
	'1e999',
	'99999999999999999999'
].map((text) => new TextEncoder().encode(text));
const WORDS = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_ffff];

function replaced(bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array {
	const rest = bytes.subarray(Math.min(bytes.length, at + removed));
	const out = new Uint8Array(at + put.length + rest.length);
	out.set(bytes.subarray(0, at));
	out.set(put, at);
	out.set(rest, at + put.length);
	return out;
}

/** A file with one to four things wrong with it. `other`: one to take a piece of. */
export function damage(whole: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
	const below = (limit: number) => Math.floor(next() * limit);
	let bytes: Uint8Array = whole.slice();
	for (let k = 1 + below(4); k > 0; k--) {
		const at = below(bytes.length + 1);
		switch (below(8)) {
			case 0:
				bytes = bytes.slice(0, at);
				break;
			case 1:
				bytes = replaced(bytes, at, below(64), new Uint8Array(0));
				break;
			case 2:
				bytes = replaced(bytes, at, below(8), TOKENS[below(TOKENS.length)] as Uint8Array);
				break;
			case 3: {
				const from = below(other.length);
				bytes = replaced(bytes, at, below(64), other.subarray(from, from + below(256)));
				break;
			}
			case 4: {
				const piece = bytes.slice(at, at + below(200));
				for (let n = below(20); n > 0; n--) bytes = replaced(bytes, at, 0, piece);
				break;
			}
			case 5:
				if (at + 4 <= bytes.length)
					new DataView(bytes.buffer).setUint32(at, WORDS[below(WORDS.length)] as number, next() < 0.5);
				break;
			default:
				for (let n = 1 + below(4); n > 0 && bytes.length > 0; n--) bytes[below(bytes.length)] = below(256);
		}
	}
	return bytes;
}

/** A file of as many bytes, of which a few are others: nothing that stands elsewhere is led astray. */
export function altered(whole: Uint8Array, next: () => number): Uint8Array {
	const bytes = whole.slice();
	const below = (limit: number) => Math.floor(next() * limit);
	for (let k = 1 + below(4); k > 0; k--) {
		const at = below(bytes.length - 4);
		if (next() < 0.3)
			new DataView(bytes.buffer).setUint32(at, WORDS[below(WORDS.length)] as number, next() < 0.5);
		else bytes[at] = next() < 0.5 ? below(256) : (bytes[at] as number) ^ (1 << below(8));
	}
	return bytes;
}

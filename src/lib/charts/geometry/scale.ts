/**
 * A linear scale from a domain to a range. d3's own brings its interpolators, colours and number formats along, 8 kB
 * of which a picture here would use this one line; its `ticks` we do use.
 */
export function linear(
	[from, to]: readonly [number, number],
	[start, end]: readonly [number, number]
): (value: number) => number {
	return (value) => start + ((value - from) / (to - from)) * (end - start);
}

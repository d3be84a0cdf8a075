/** Cells of a grid from one corner to the other, both included. */
export interface CellBox {
	readonly column: number;
	readonly row: number;
	readonly toColumn: number;
	readonly toRow: number;
}

/** The box between two cells, whichever was first. */
export function boxBetween(
	a: { readonly column: number; readonly row: number },
	b: { readonly column: number; readonly row: number }
): CellBox {
	return {
		column: Math.min(a.column, b.column),
		row: Math.min(a.row, b.row),
		toColumn: Math.max(a.column, b.column),
		toRow: Math.max(a.row, b.row)
	};
}

/** The bins of a box, row after row, by the number that a cell has. */
export function binsOfBox(box: CellBox, binOf: (column: number, row: number) => number): number[] {
	const bins: number[] = [];
	for (let row = box.row; row <= box.toRow; row++)
		for (let column = box.column; column <= box.toColumn; column++) bins.push(binOf(column, row));
	return bins.sort((a, b) => a - b);
}

/**
 * Bounds of six steps of equal counts over the values above zero: a value's step is how many bounds it reaches.
 * Fewer where values are few or alike.
 */
export function quantileBounds(values: readonly number[]): number[] {
	const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
	const bounds = [1, 2, 3, 4, 5].map((k) => sorted[Math.floor((k * sorted.length) / 6)] ?? Infinity);
	return [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? Infinity));
}

/** 0 for nothing, else 1 to 6. */
export function stepOf(value: number, bounds: readonly number[]): number {
	return value <= 0 ? 0 : 1 + bounds.filter((bound) => value >= bound).length;
}

/** A path of one upright rectangle: many of them as one mark are laid out and restyled as one. Px, to a hundredth. */
export function rectPath(x: number, y: number, width: number, height: number): string {
	const px = (value: number) => Math.round(value * 100) / 100;
	return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

import { linear } from './scale';

export interface Step {
	/** what it adds, or takes away */
	readonly amount: number;
}

export interface WaterfallPicture {
	readonly width: number;
	readonly height: number;
	/** names stand left of the bars, or above them where there is no room */
	readonly beside: boolean;
	/** where nothing is */
	readonly zero: number;
	readonly steps: readonly {
		/** baseline of name and value */
		readonly text: number;
		readonly y: number;
		readonly x: number;
		readonly width: number;
		/** where the value begins */
		readonly end: number;
		/** the line that leads the sum to the next bar, and to nothing behind the last */
		readonly sum: number;
	}[];
}

/** Thickness of a bar. */
export const THICK = 14;
const LETTER = 6.8;
const GAP = 16;
const VALUES = 110;
const BESIDE_FROM = 560;

/** Bars that begin where the sum of those before them ended, one below the other. `longest`: letters of a name. */
export function waterfall(steps: readonly Step[], width: number, longest: number): WaterfallPicture {
	const beside = width >= BESIDE_FROM;
	const left = beside ? Math.round(longest * LETTER) + GAP : 0;
	const height = beside ? 30 : 44;
	let sum = 0;
	const sums = steps.map(({ amount }) => (sum += amount));
	const x = linear([Math.min(0, ...sums), Math.max(1e-9, ...sums)], [left, beside ? width - VALUES : width]);
	return {
		width,
		height: steps.length * height,
		beside,
		zero: x(0),
		steps: sums.map((after, k) => {
			const before = sums[k - 1] ?? 0;
			const top = k * height;
			const y = beside ? top + (height - THICK) / 2 : top + 22;
			const [low, high] = [x(Math.min(before, after)), x(Math.max(before, after))];
			return {
				text: beside ? y + THICK - 3 : top + 16,
				y,
				x: low,
				width: Math.max(1, high - low),
				end: beside ? high + 8 : width,
				sum: x(after)
			};
		})
	};
}

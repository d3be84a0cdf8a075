import { linear } from './scale';

export interface PastBarParts {
	readonly price: number;
	readonly overage: number;
}

export interface PastBarsPicture {
	readonly width: number;
	readonly height: number;
	/** names stand left of the bars, or above them where there is no room */
	readonly beside: boolean;
	/** where bars begin */
	readonly left: number;
	readonly rows: readonly {
		/** baseline of the name, and of the amount */
		readonly text: number;
		readonly y: number;
		readonly price: number;
		readonly over: { readonly x: number; readonly width: number };
		/** where the amount begins */
		readonly end: number;
	}[];
}

/** a letter's width and the gap after the longest name */
const LETTER = 6.8;
const GAP = 16;
const AMOUNTS = 220;
const BESIDE_FROM = 700;
const THICK = 12;

/** Bars on one scale from 0, one below the other. `longest`: letters of the longest name beside them. */
export function pastBars(parts: readonly PastBarParts[], width: number, longest: number): PastBarsPicture {
	const beside = width >= BESIDE_FROM;
	const left = beside ? Math.round(longest * LETTER) + GAP : 0;
	const step = beside ? 30 : 44;
	const most = Math.max(1e-9, ...parts.map(({ price, overage }) => price + overage));
	const x = linear([0, most], [0, beside ? width - left - AMOUNTS : width]);
	return {
		width,
		height: parts.length * step,
		beside,
		left,
		rows: parts.map(({ price, overage }, k) => {
			const top = k * step;
			const y = beside ? top + (step - THICK) / 2 : top + 22;
			const end = left + x(price + overage);
			return {
				text: beside ? y + THICK - 2 : top + 16,
				y,
				price: x(price),
				// A pixel of paper between the two.
				over: {
					x: left + x(price) + 1,
					width: overage > 0 ? Math.max(1, x(price + overage) - x(price) - 1) : 0
				},
				end: beside ? end + 8 : width
			};
		})
	};
}

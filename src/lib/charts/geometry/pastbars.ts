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
		readonly amount: number;
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
/** from one baseline to the next */
const LINE = 18;

/** Letters of the longest name, and of the longest name and amount in one row. */
export interface PastBarLetters {
	readonly name: number;
	readonly both: number;
}

/** Bars on one scale from 0, one below the other; where a name and its amount do not fit in one line, in two. */
export function pastBars(
	parts: readonly PastBarParts[],
	width: number,
	letters: PastBarLetters
): PastBarsPicture {
	const beside = width >= BESIDE_FROM;
	const left = beside ? Math.round(letters.name * LETTER) + GAP : 0;
	const lines = beside || letters.both * LETTER + GAP <= width ? 0 : LINE;
	const step = beside ? 30 : 44 + lines;
	const most = Math.max(1e-9, ...parts.map(({ price, overage }) => price + overage));
	const x = linear([0, most], [0, beside ? width - left - AMOUNTS : width]);
	return {
		width,
		height: parts.length * step,
		beside,
		left,
		rows: parts.map(({ price, overage }, k) => {
			const top = k * step;
			const y = beside ? top + (step - THICK) / 2 : top + 22 + lines;
			const text = beside ? y + THICK - 2 : top + 16;
			const end = left + x(price + overage);
			return {
				text,
				amount: text + lines,
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

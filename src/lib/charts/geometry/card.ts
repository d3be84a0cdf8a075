import { ticks } from 'd3';
import { linear } from './scale';

/** A past forecast of a cycle's end beside what happened. Credits. */
export interface CardRow {
	readonly id: number;
	readonly name: string;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	readonly pace: number;
	readonly actual: number;
	readonly inside: boolean;
}

export interface CardPicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	/** where the rows end and the axis begins */
	readonly bottom: number;
	readonly xTicks: readonly { readonly credits: number; readonly x: number }[];
	readonly rows: readonly {
		readonly row: CardRow;
		readonly y: number;
		readonly from: number;
		readonly to: number;
		readonly middle: number;
		readonly dot: number;
		/** the straight line's month end; null where it lies beyond the picture */
		readonly pace: number | null;
	}[];
}

const ROW = 28;
const NAME = 92;
const EDGE = 8;
const LEAST_BAR = 2;
const AXIS = 22;
/** px that a number of the axis takes */
const NUMBER = 90;

/** One bar a cycle, all from zero on one scale. */
export function cardPicture(rows: readonly CardRow[], width: number): CardPicture {
	const [left, right] = [NAME, Math.max(NAME + 40, width - EDGE)];
	const most = Math.max(1, ...rows.map(({ p90, actual }) => Math.max(p90, actual)));
	const x = linear([0, most], [left, right]);
	const bottom = rows.length * ROW;
	return {
		width,
		height: bottom + AXIS,
		left,
		right,
		bottom,
		xTicks: ticks(0, most, Math.min(6, (right - left) / NUMBER)).map((credits) => ({
			credits,
			x: x(credits)
		})),
		rows: rows.map((row, k) => ({
			row,
			y: k * ROW + ROW / 2,
			from: x(row.p10),
			to: Math.max(x(row.p90), x(row.p10) + LEAST_BAR),
			middle: x(row.p50),
			dot: x(row.actual),
			pace: row.pace <= most ? x(row.pace) : null
		}))
	};
}

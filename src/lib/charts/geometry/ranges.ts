import { ticks } from 'd3';
import { linear } from './scale';

/** Where 8 in 10 courses of something end, in credits. */
export interface RangeRow {
	readonly id: string;
	readonly name: string;
	/** null: not known */
	readonly range: { readonly low: number; readonly middle: number; readonly high: number } | null;
	/** included credits of its plan; null: none */
	readonly plan: number | null;
}

export interface RangePicture {
	readonly width: number;
	readonly rows: readonly {
		readonly row: RangeRow;
		readonly bar: { readonly x: number; readonly width: number; readonly middle: number } | null;
		readonly plan: number | null;
	}[];
	readonly ticks: readonly { readonly credits: number; readonly x: number }[];
}

/** px on both sides, for the labels of the axis' ends */
const SIDE = 24;
/** px that a label of the axis takes */
const LABEL = 64;

/** Ranges on one axis from zero, each with its plan. */
export function rangePicture(rows: readonly RangeRow[], width: number): RangePicture {
	const most = Math.max(1, ...rows.flatMap(({ range, plan }) => [range?.high ?? 0, plan ?? 0]));
	const marks = ticks(0, most, Math.max(1, Math.min(6, Math.floor(width / LABEL))));
	const x = linear([0, Math.max(most, marks.at(-1) ?? 0)], [SIDE, Math.max(SIDE + 1, width - SIDE)]);
	return {
		width,
		rows: rows.map((row) => ({
			row,
			bar: row.range && {
				x: x(row.range.low),
				width: Math.max(2, x(row.range.high) - x(row.range.low)),
				middle: x(row.range.middle)
			},
			plan: row.plan === null ? null : x(row.plan)
		})),
		ticks: marks.map((credits) => ({ credits, x: x(credits) }))
	};
}

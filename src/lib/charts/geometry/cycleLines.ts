import { ticks } from 'd3';
import type { Point } from './path';
import { linear } from './scale';

/** Cumulative credits by day of two cycles, and where their names stand. */
export interface CycleLinesPicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly now: string;
	readonly before: string;
	/** where the line of this cycle ends */
	readonly end: Point;
	readonly labels: readonly {
		readonly line: 'now' | 'before';
		readonly x: number;
		readonly y: number;
		readonly anchor: 'start' | 'middle';
	}[];
	readonly yTicks: readonly { readonly credits: number; readonly y: number }[];
	/** numbers of days, from 1 */
	readonly xTicks: readonly { readonly day: number; readonly x: number }[];
	/** the budget, where it is in credits */
	readonly budget: number | null;
}

const LEFT = 56;
const TOP = 16;
const HEIGHT = 220;
const AXIS = 24;
/** room for the names of the lines */
const GUTTER = 120;
const LABEL = 16;

/** Sums by the end of each day, from nothing. */
export function cumulative(days: ArrayLike<number>): number[] {
	const sums = [0];
	for (let k = 0; k < days.length; k++) sums.push((sums[k] as number) + (days[k] as number));
	return sums;
}

const pathOf = (points: readonly Point[]): string =>
	`M${points.map((point) => point.map((value) => value.toFixed(1)).join(',')).join('L')}`;

export function cycleLines(
	now: ArrayLike<number>,
	before: ArrayLike<number>,
	budget: number | null,
	width: number
): CycleLinesPicture {
	const [own, past] = [cumulative(now), cumulative(before)];
	const bottom = HEIGHT - AXIS;
	const right = Math.max(LEFT + 40, width - GUTTER);
	const days = Math.max(own.length, past.length) - 1;
	// A budget far above both would press them flat: it is left out then.
	const most = Math.max(1, own.at(-1) ?? 0, past.at(-1) ?? 0);
	const shown = budget !== null && budget <= 1.6 * most ? budget : null;
	const top = Math.max(most, shown ?? 0);
	const marks = ticks(0, top, 4);
	const x = linear([0, Math.max(1, days)], [LEFT, right]);
	const y = linear([0, Math.max(top, marks.at(-1) ?? 0)], [bottom, TOP]);
	const points = (sums: readonly number[]) => sums.map((sum, day): Point => [x(day), y(sum)]);
	const ends = [own, past].map((sums): Point => [x(sums.length - 1), y(sums.at(-1) ?? 0)]) as [Point, Point];
	// This cycle's name stands at its end, on the side of its line that is free; in the gutter where both end there.
	const above = (own.at(-1) ?? 0) >= (past[Math.min(own.length, past.length) - 1] ?? 0);
	const far = right - ends[0][0] > 40;
	const close = !far && Math.abs(ends[0][1] - ends[1][1]) < LABEL;
	const shift = close ? (above ? -LABEL / 2 : LABEL / 2) : 0;
	const each = days > 20 && width < 560 ? 10 : 5;
	return {
		width,
		height: HEIGHT,
		left: LEFT,
		right,
		bottom,
		now: pathOf(points(own)),
		before: pathOf(points(past)),
		end: ends[0],
		labels: [
			far
				? { line: 'now', x: ends[0][0], y: ends[0][1] + (above ? -10 : LABEL + 4), anchor: 'middle' }
				: { line: 'now', x: right + 8, y: ends[0][1] + 4 + shift, anchor: 'start' },
			{ line: 'before', x: right + 8, y: ends[1][1] + 4 - shift, anchor: 'start' }
		],
		yTicks: marks.map((credits) => ({ credits, y: y(credits) })),
		xTicks: Array.from({ length: days }, (_, k) => k + 1)
			.filter((day) => day === 1 || day % each === 0)
			.map((day) => ({ day, x: x(day - 0.5) })),
		budget: shown === null ? null : y(shown)
	};
}

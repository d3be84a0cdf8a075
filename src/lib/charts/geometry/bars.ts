import { ticks } from 'd3';
import { linear } from './scale';
import { type Cycle, type ZoneTable } from '$lib/engine/time';
import { largestRemainder } from '$lib/engine/forecast';
import { daysOf, mondays } from './days';

export type SeriesKey = 'voiceStandard' | 'voicePremium' | 'chatStandard' | 'chatPremium';

/** From the baseline up. */
export const SERIES: readonly SeriesKey[] = ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'];

/** Credits per local day; `firstDay` is the day number of the first entry. */
export interface DayBarsData {
	readonly zone: ZoneTable;
	readonly cycle: Cycle;
	readonly days: {
		readonly firstDay: number;
		readonly credits: Readonly<Record<SeriesKey, ArrayLike<number>>>;
	};
	/** the forecast's middle course; its first entry is what is still expected on the as-of's day */
	readonly middle: { readonly firstDay: number; readonly credits: ArrayLike<number> } | null;
}

/** What a bar is stacked from. */
export interface StackRow {
	/** by series: credits, or whatever else is shown; all 0 on days to come */
	readonly credits: Readonly<Record<SeriesKey, number>>;
	readonly total: number;
	/** still expected; null where there is no forecast */
	readonly expected: number | null;
}

/** One day as a row: what picture and table are both made from. */
export interface DayRow extends StackRow {
	readonly day: number;
}

export function dayRows(data: DayBarsData): DayRow[] {
	const { days, middle } = data;
	return daysOf(data.zone, data.cycle).map(({ day }) => {
		const credits = { voiceStandard: 0, voicePremium: 0, chatStandard: 0, chatPremium: 0 };
		let total = 0;
		for (const key of SERIES) {
			credits[key] = days.credits[key][day - days.firstDay] ?? 0;
			total += credits[key];
		}
		return { day, credits, total, expected: middle?.credits[day - middle.firstDay] ?? null };
	});
}

interface Bar {
	readonly x: number;
	readonly width: number;
	readonly parts: readonly { readonly series: SeriesKey; readonly y: number; readonly height: number }[];
	readonly expected: { readonly y: number; readonly height: number } | null;
}

export interface StackedBars<Row> {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly bars: readonly (Bar & { readonly row: Row })[];
	readonly yTicks: readonly { readonly y: number; readonly credits: number }[];
}

const LEFT = 42;
const TOP = 8;
const HEIGHT = 224;
const AXIS = 26;
const PAPER = 1;

/** Stacked bars, one a row, in series order with 1 px of paper between; what is still expected stands on top. */
export function stackedBars<Row extends StackRow>(rows: readonly Row[], width: number): StackedBars<Row> {
	const bottom = HEIGHT - AXIS;
	const right = width - 2;
	const peak = Math.max(1, ...rows.map((row) => row.total + (row.expected ?? 0)));
	const marks = ticks(0, peak, 4);
	const y = linear([0, Math.max(peak, marks.at(-1) ?? 0)], [bottom, TOP]);
	const step = (right - LEFT) / Math.max(1, rows.length);
	const barWidth = Math.max(2, Math.round(step * 0.72 * 2) / 2);
	const at = (index: number) => LEFT + index * step + (step - barWidth) / 2;
	return {
		width,
		height: HEIGHT,
		left: LEFT,
		right,
		bottom,
		bars: rows.map((row, index) => {
			let sum = 0;
			const parts: { series: SeriesKey; y: number; height: number }[] = [];
			for (const series of SERIES) {
				const credits = row.credits[series];
				if (credits <= 0) continue;
				const [low, high] = [y(sum), y(sum + credits)];
				parts.push({ series, y: high, height: Math.max(0.5, low - high - PAPER) });
				sum += credits;
			}
			const expected = row.expected ?? 0;
			const [low, high] = [y(sum), y(sum + expected)];
			return {
				row,
				x: at(index),
				width: barWidth,
				parts,
				expected: expected > 0 ? { y: high, height: Math.max(0.5, low - high - (sum > 0 ? PAPER : 0)) } : null
			};
		}),
		yTicks: marks.map((credits) => ({ y: y(credits), credits }))
	};
}

/** Bars of days, with their Mondays named. */
export function dayBars(data: DayBarsData, rows: readonly DayRow[], width: number) {
	const picture = stackedBars(rows, width);
	const mondaysOf = new Set(mondays(daysOf(data.zone, data.cycle)).map(({ day }) => day));
	return {
		...picture,
		xTicks: picture.bars
			.filter(({ row }) => mondaysOf.has(row.day))
			.map(({ row: { day }, x, width: wide }) => ({ day, x: x + wide / 2 }))
	};
}

/** What each series used, largest stack position first, with whole-number shares that add up to 100. */
export function seriesShares(
	totals: Readonly<Record<SeriesKey, number>>
): { series: SeriesKey; credits: number; percent: number }[] {
	const shares = largestRemainder(
		SERIES.map((key) => totals[key]),
		100
	);
	return SERIES.map((series, k) => ({ series, credits: totals[series], percent: shares[k] ?? 0 })).reverse();
}

import { ticks } from 'd3';
import { linear } from './scale';
import { localDay, type Cycle, type ZoneTable } from '$lib/engine/time';
import { daysOf, mondays, weekends, type DaySpan, type Span } from './days';
import { frameOf, type Frame } from './frame';
import { textWidth } from './labels';
import { laneBars, stripCells, type DayChance, type LaneBar, type StripCell } from './lane';
import { bandAbove, bandPath, linePath, stepAt, stepPath, stepsAbove, type Scale } from './path';
import { creditRange, type Range, type RangeView } from './range';

/** Quantiles of cumulative credits at the same instants, ascending; the first is the as-of. */
export interface FanData {
	readonly at: readonly number[];
	readonly p10: readonly number[];
	readonly p25: readonly number[];
	readonly p50: readonly number[];
	readonly p75: readonly number[];
	readonly p90: readonly number[];
	/** P97.5 at the cycle's end */
	readonly top: number;
}

/** What is said of one tier. */
export interface TierData {
	readonly includedCredits: number;
	/** known run-out at or before the as-of */
	readonly reachedAt: number | null;
	/** null: no chances, or already reached */
	readonly forecast: null | {
		/** 0–1 */
		readonly chance: number;
		readonly p10: number | null;
		readonly p50: number | null;
		readonly p90: number | null;
		readonly daily: readonly { readonly day: number; readonly chance: number }[];
		/** the same as whole numbers out of 100; with `notBeforeRenewal` they add up to 100 */
		readonly outOf100: readonly DayChance[];
		readonly notBeforeRenewal: number;
	};
}

/** Everything the run-out picture draws. Credits; instants in ms. */
export interface RunOutData {
	readonly zone: ZoneTable;
	readonly cycle: Cycle;
	readonly asOf: number;
	/** the whole cycle is known */
	readonly complete: boolean;
	readonly line: { readonly at: ArrayLike<number>; readonly credits: ArrayLike<number> };
	/** what came after the as-of, where that is looked back to; else null */
	readonly later: { readonly at: ArrayLike<number>; readonly credits: ArrayLike<number> } | null;
	readonly used: number;
	readonly fan: FanData | null;
	/** the forecast is still being computed: its place is kept, so that nothing jumps when it comes */
	readonly waiting: boolean;
	/** month-end credits of the plain pace: drawn only without a fan; null in a complete cycle */
	readonly pace: number | null;
	/** ascending */
	readonly tiers: readonly TierData[];
	readonly ownTier: number | null;
	readonly overage: 'off' | 'on' | 'capped';
	readonly cap: number | null;
	/** agents stopped, demand unknown */
	readonly censored: readonly Span[];
	/** of days before this instant only sums are known, and no times; null: times are known */
	readonly byDayUntil: number | null;
	/** planned events that touch the cycle, in instants */
	readonly events: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export interface TierLine {
	readonly index: number;
	readonly includedCredits: number;
	readonly y: number;
	readonly own: boolean;
	readonly cells: readonly StripCell[];
	/** where the median run-out points down to */
	readonly middle: number | null;
	/** where the known line reached it */
	readonly reached: number | null;
}

/** The run-out picture in pixels. */
export interface RunOutPicture {
	readonly frame: Frame;
	readonly range: Range;
	readonly x: Scale;
	readonly y: Scale;
	readonly days: readonly DaySpan[];
	readonly weekends: readonly { readonly x: number; readonly width: number }[];
	readonly xTicks: readonly { readonly x: number; readonly day: number }[];
	readonly yTicks: readonly { readonly y: number; readonly credits: number }[];
	readonly known: string;
	/** what came after the as-of */
	readonly later: string;
	readonly fan: null | {
		readonly outer: string;
		readonly inner: string;
		readonly upper: string;
		readonly lower: string;
		readonly middle: string;
	};
	readonly pace: string;
	/** beyond the own tier: served as overage */
	readonly overage: string;
	/** beyond the limit at which agents stop */
	readonly unserved: string;
	/** height of the limit that a cap sets, where it is in the picture */
	readonly capLine: number | null;
	readonly tiers: readonly TierLine[];
	readonly gaps: readonly { readonly x: number; readonly width: number }[];
	/** strips on the axis, by event */
	readonly events: readonly { readonly name: string; readonly x: number; readonly width: number }[];
	/** the as-of; null in a complete cycle */
	readonly now: { readonly x: number; readonly y: number } | null;
	readonly lane: readonly LaneBar[];
	/** where the words of the lane stand */
	readonly laneText: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

const LANE_WORDS = 36;

/**
 * The run-out picture for a width in pixels. `laneWords`: the lines printed with the lane; `selected`: the tier whose
 * chances it shows.
 */
export function runOutPicture(
	data: RunOutData,
	width: number,
	view: RangeView,
	selected: number | null,
	laneWords: readonly string[]
): RunOutPicture {
	const tiers = data.tiers.map((tier) => tier.includedCredits);
	const range = creditRange(tiers, data.ownTier, highestUse(data), view);
	const days = daysOf(data.zone, data.cycle);
	const chosen = data.tiers.find((tier) => tier.includedCredits === selected);
	const hasLane = data.fan !== null || data.waiting;

	let frame = frameOf(width, range.above.length, hasLane, 0);
	const x = linear([data.cycle.start, data.cycle.end], [frame.left, frame.right]);
	const bars = (within: Frame) =>
		laneBars(chosen?.forecast?.outOf100 ?? [], days, x, within.laneTop, within.laneBottom, !within.gutter);
	let lane = hasLane ? bars(frame) : [];
	const beside = besideLane(lane, frame, laneWords);
	if (data.fan && !beside) {
		frame = frameOf(width, range.above.length, true, LANE_WORDS);
		lane = bars(frame);
	}
	const y = linear([0, range.top], [frame.bottom, frame.top]);

	const { line, asOf, fan } = data;
	const until = data.complete ? data.cycle.end : asOf;
	const limit = data.ownTier;
	const stopAt =
		limit === null || data.overage === 'on'
			? null
			: limit + (data.overage === 'capped' ? (data.cap ?? 0) : 0);
	const beyond = (credits: number) =>
		stepsAbove(line.at, line.credits, credits, x, y, until) +
		(fan ? bandAbove(fan.at, fan.p10, fan.p90, credits, x, y) : '');

	return {
		frame,
		range,
		x,
		y,
		days,
		weekends: weekends(days).map(({ from, to }) => ({ x: x(from), width: x(to) - x(from) })),
		xTicks: mondays(days).map(({ day, from }) => ({ x: x(from), day })),
		yTicks: ticks(0, range.top, 5).map((credits) => ({ y: y(credits), credits })),
		known: stepPath(line.at, line.credits, x, y, until, data.censored),
		later: data.later ? stepPath(data.later.at, data.later.credits, x, y, data.cycle.end, []) : '',
		fan: fan && {
			outer: bandPath(fan.at, fan.p10, fan.p90, x, y),
			inner: bandPath(fan.at, fan.p25, fan.p75, x, y),
			upper: linePath(fan.at.map((t, k) => [x(t), y(fan.p90[k] as number)])),
			lower: linePath(fan.at.map((t, k) => [x(t), y(fan.p10[k] as number)])),
			middle: linePath(fan.at.map((t, k) => [x(t), y(fan.p50[k] as number)]))
		},
		pace:
			fan || data.pace === null || data.complete
				? ''
				: linePath([
						[x(asOf), y(data.used)],
						[x(data.cycle.end), y(data.pace)]
					]),
		overage: limit !== null && data.overage !== 'off' ? beyond(limit) : '',
		unserved: stopAt === null ? '' : beyond(stopAt),
		capLine: data.overage === 'capped' && stopAt !== null && stopAt <= range.top ? y(stopAt) : null,
		tiers: range.inside.map((index) => tierLine(data.tiers[index] as TierData, index, data, days, x, y)),
		gaps: data.censored.map(({ from, to }) => ({ x: x(from), width: x(to) - x(from) })),
		events: data.events.map(({ name, from, to }) => ({ name, x: x(from), width: x(to) - x(from) })),
		now: data.complete ? null : { x: x(asOf), y: y(data.used) },
		lane,
		laneText: beside ?? { x: frame.left, y: frame.laneTop - LANE_WORDS - 4, anchor: 'start' }
	};
}

/** The highest use that must be in the picture. */
function highestUse(data: RunOutData): number {
	const known = stepAt(data.line.at, data.line.credits, data.cycle.end);
	const later = data.later ? stepAt(data.later.at, data.later.credits, data.cycle.end) : 0;
	return Math.max(known, later, data.used, data.fan?.top ?? data.pace ?? 0);
}

function tierLine(
	tier: TierData,
	index: number,
	data: RunOutData,
	days: readonly DaySpan[],
	x: Scale,
	y: Scale
): TierLine {
	const { includedCredits, reachedAt, forecast } = tier;
	const middle = forecast?.p50 ?? null;
	return {
		index,
		includedCredits,
		y: y(includedCredits),
		own: includedCredits === data.ownTier,
		cells: forecast ? stripCells(forecast.daily, days, x) : [],
		middle: middle === null ? null : x(middle),
		reached: reachedAt === null ? null : Math.min(x(reachedAt), x(data.cycle.end))
	};
}

/** Beside the bars, where there is room: before the first, else after the last. Null: the words go above. */
function besideLane(
	bars: readonly LaneBar[],
	frame: Frame,
	words: readonly string[]
): RunOutPicture['laneText'] | null {
	const need = Math.max(0, ...words.map((text, k) => textWidth(text, 12, k === 0))) + 12;
	const y = frame.laneBottom - 26;
	const first = bars[0];
	const last = bars.at(-1);
	if (!first || !last) return { x: frame.left, y, anchor: 'start' };
	if (first.x - frame.left >= need)
		return frame.gutter ? { x: first.x - 8, y, anchor: 'end' } : { x: frame.left + 2, y, anchor: 'start' };
	if (frame.right - last.x - last.width >= need) return { x: last.x + last.width + 8, y, anchor: 'start' };
	return null;
}

/** Day of the as-of within the cycle: the last day of a complete one. */
export function asOfDay(data: Pick<RunOutData, 'zone' | 'cycle' | 'asOf' | 'complete'>): number {
	return localDay(data.zone, data.complete ? data.cycle.end - 1 : Math.max(data.cycle.start, data.asOf));
}

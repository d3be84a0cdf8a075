import type { Assumptions } from '../../engine/planning/assumed';
import { MIX_KEYS } from '../../engine/planning/mix';
import { PREMIUM, VOICE } from '../../engine/rating';
import { isLive, KIND_VOICE, NO_DURATION } from '../../engine/table';
import {
	civilDate,
	DAY_MS,
	dayOf,
	formatDay,
	HOUR_MS,
	localTime,
	startOfDay,
	weekday
} from '../../engine/time';
import { MONTH_DAYS } from '../../engine/planning/assumed/demand';
import { coverageOf } from '../coverage';
import { coveredDays } from './history';
import type { Usage } from './usage';

/** A year is as much as a season needs, and no more than is like the months to come. */
const DAYS = 365;
/** So many equally likely lengths keep where calls round, and say nothing of a single one. */
const LENGTHS = 200;
const LONGEST_SECONDS = 86_400;
/** Of months: fewer say nothing of how much they vary. */
const MONTHS_NEEDED = 3;
const USUAL_UNCERTAINTY = 20;
const TENTH = 1.281_551_565_5;

/** Bits of the slots of the four series, in their order. */
const SLOTS = [VOICE, VOICE | PREMIUM, 0, PREMIUM];

/** Equally likely call lengths in started seconds since a day, ascending; null: there are no calls with one. */
async function lengthsOf(usage: Usage, from: number): Promise<number[] | null> {
	const counts = new Uint32Array(LONGEST_SECONDS + 1);
	let calls = 0;
	for (const { record } of usage.names.layers)
		for await (const { block, live } of usage.cache.within(record, from)) {
			const rated = record.ratedDuration === 0 ? block.quantity : block.durations[record.ratedDuration - 1];
			if (!rated) continue;
			for (let row = 0; row < block.rows; row++) {
				const ms = rated[row] as number;
				if (!isLive(live, row) || !((block.kind[row] as number) & KIND_VOICE) || ms === NO_DURATION) continue;
				const seconds = Math.min(LONGEST_SECONDS, Math.ceil(ms / 1_000));
				counts[seconds] = (counts[seconds] as number) + 1;
				calls++;
			}
		}
	if (calls === 0) return null;
	const lengths: number[] = [];
	let seconds = 0;
	let before = 0;
	for (let k = 0; k < LENGTHS; k++) {
		while (before + (counts[seconds] as number) <= ((k + 0.5) / LENGTHS) * calls)
			before += counts[seconds++] as number;
		lengths.push(seconds);
	}
	return lengths;
}

/** 8 in 10 months lie within so many percent of one another's middle, as whole known months of the usage did. */
function uncertaintyOf(
	months: ReadonlyMap<string, { readonly days: number; readonly count: number }>
): number {
	const logs = [...months.values()].flatMap(({ days, count }) =>
		days >= 28 && count > 0 ? [Math.log(count / days)] : []
	);
	if (logs.length < MONTHS_NEEDED) return USUAL_UNCERTAINTY;
	const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
	const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
	return Math.min(200, Math.max(5, Math.round(100 * (Math.exp(TENTH * Math.sqrt(variance)) - 1))));
}

/** Of mean 1 over the entries that are known; the others are ordinary. */
function weightsOf(counts: readonly number[], days: readonly number[]): number[] {
	const rates = counts.map((count, k) => ((days[k] as number) > 0 ? count / (days[k] as number) : NaN));
	const known = rates.filter((rate) => !Number.isNaN(rate));
	const mean = known.reduce((sum, rate) => sum + rate, 0) / known.length;
	return rates.map((rate) =>
		Number.isNaN(rate) || !(mean > 0) ? 1 : Math.round((1_000 * rate) / mean) / 1_000
	);
}

/**
 * What the last twelve months of imported rows come to as assumptions: all interactions, whoever took them, so that the
 * log of a phone system can be planned on as well. Null without a covered day, or where only sums by day are kept.
 */
export async function assumptionsOfUsage(usage: Usage): Promise<Assumptions | null> {
	const { zone } = usage.rules;
	const { time, asOf } = usage;
	const today = dayOf(zone, asOf);
	const firstDay = Math.max(dayOf(zone, usage.first), today - DAYS);
	const covered = coveredDays(
		zone,
		usage.names.layers.map(({ record }) => coverageOf(record, zone)),
		firstDay,
		today
	);
	const interactions = [0, 0, 0, 0];
	const messages = { count: 0, chats: 0 };
	const [weekdays, hours, months] = [7, 24, 12].map((length) => new Array<number>(length).fill(0)) as [
		number[],
		number[],
		number[]
	];
	const [weekdaysKnown, monthsKnown] = [7, 12].map((length) => new Array<number>(length).fill(0)) as [
		number[],
		number[]
	];
	const byMonth = new Map<string, { days: number; count: number }>();
	const monthOf = (day: number) => {
		const name = formatDay(day).slice(0, 7);
		const known = byMonth.get(name) ?? { days: 0, count: 0 };
		byMonth.set(name, known);
		return known;
	};
	const add = (list: number[], at: number, count: number) => (list[at] = (list[at] as number) + count);
	let days = 0;
	for (let day = firstDay; day < today; day++) {
		if (!covered[day - firstDay]) continue;
		days++;
		add(weekdaysKnown, weekday(day), 1);
		add(monthsKnown, civilDate(day).month - 1, 1);
		monthOf(day).days++;
	}
	for (let k = 0; k < time.count; k++) {
		const local = localTime(zone, time.from[k] as number);
		const day = Math.floor(local / DAY_MS);
		if (day < firstDay || day >= today || !covered[day - firstDay]) continue;
		const count = time.interactions[k] as number;
		const series = SLOTS.indexOf((time.slot[k] as number) & (VOICE | PREMIUM));
		add(interactions, series, count);
		add(weekdays, weekday(day), count);
		add(hours, Math.floor((local - day * DAY_MS) / HOUR_MS), count);
		add(months, civilDate(day).month - 1, count);
		monthOf(day).count += count;
		if (series < 2) continue;
		messages.count += time.quantity[k] as number;
		messages.chats += count;
	}
	const total = interactions.reduce((sum, count) => sum + count, 0);
	if (days === 0 || total === 0 || usage.summaries.size > 0) return null;
	const seconds = await lengthsOf(usage, startOfDay(zone, firstDay));
	const perMonth = MIX_KEYS.map((key, k) => [
		key,
		Math.round(((interactions[k] as number) * MONTH_DAYS) / days)
	]);
	return {
		business: 'usage',
		from: formatDay(today),
		interactions: Object.fromEntries(perMonth) as Assumptions['interactions'],
		takenPercent: 100,
		messagesPerChat:
			messages.chats > 0 ? Math.max(1, Math.round((100 * messages.count) / messages.chats) / 100) : 1,
		lengths: { kind: 'sample', seconds: seconds ?? [60] },
		weekdays: weightsOf(weekdays, weekdaysKnown),
		hours: weightsOf(hours, new Array<number>(24).fill(1)),
		// A season is read off a whole year only.
		months: days >= DAYS - 7 ? weightsOf(months, monthsKnown) : new Array<number>(12).fill(1),
		uncertaintyPercent: uncertaintyOf(byMonth)
	};
}

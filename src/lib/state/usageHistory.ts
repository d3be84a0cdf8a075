import { creditsOfUnits, minutesOfSeconds } from '$lib/engine/rating/credits';
import * as format from '$lib/i18n/format';
import { usage } from '$lib/i18n/usage';
import type { HistorySums, HistoryView, SeriesKey } from '$lib/workers/api';
import type { Column } from './columns';
import { nameOf } from './names';

export type Measure = keyof HistorySums;
export const MEASURES: readonly Measure[] = ['units', 'interactions', 'seconds', 'messages'];

/** An exact sum as it is read: units as credits, seconds as minutes. */
export const readable = (measure: Measure, sum: number): number =>
	measure === 'units' ? creditsOfUnits(sum) : measure === 'seconds' ? minutesOfSeconds(sum) : sum;

/** A group in every month, in exact sums. */
export interface HistoryRow {
	/** as it was imported: two names may read alike */
	readonly id: string;
	readonly name: string;
	readonly sums: readonly number[];
}

const total = (sums: readonly number[]): number => sums.reduce((a, b) => a + b, 0);

/** Groups that have something of any measure; others were only ever named. */
export function historyRows({ by, cycles, names, sums }: HistoryView, measure: Measure): HistoryRow[] {
	const { channels, classes } = usage.current.history;
	const label = (name: string) =>
		by === 'channel'
			? channels[name as keyof typeof channels]
			: by === 'class'
				? classes[name as keyof typeof classes]
				: nameOf(name);
	const of = (column: Float64Array, k: number) =>
		Array.from(column.subarray(k * cycles.length, (k + 1) * cycles.length));
	return names.flatMap((name, k) =>
		total(of(sums.interactions, k)) > 0 ? [{ id: name, name: label(name), sums: of(sums[measure], k) }] : []
	);
}

/** The row of totals. */
export const historyTotal = (rows: readonly HistoryRow[], months: number): HistoryRow => ({
	id: '',
	name: '',
	sums: Array.from({ length: months }, (_, k) => total(rows.map(({ sums }) => sums[k] ?? 0)))
});

/** A month's name with what has to be said of it. */
export function monthName({ cycle, whole, censored }: HistoryView['cycles'][number], zone: string): string {
	const t = usage.current.history;
	const marks = [!whole && t.partial, censored && t.stopped].filter(Boolean);
	const name = format.cycleName(cycle, zone);
	return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}

/** The name, the sum of all months, and each month, the latest first. */
export function historyColumns(view: HistoryView, measure: Measure, zone: string): Column<HistoryRow>[] {
	const t = usage.current.history;
	return [
		{
			id: 'name',
			group: '',
			label: t.groups[view.by],
			kind: 'text',
			value: ({ name }) => name,
			summed: false
		},
		{
			id: 'total',
			group: '',
			label: t.total,
			kind: 'number',
			value: ({ sums }) => readable(measure, total(sums)),
			summed: true
		},
		...view.cycles
			.map((month, k): Column<HistoryRow> => ({
				id: String(month.cycle.start),
				group: '',
				label: monthName(month, zone),
				kind: 'number',
				value: ({ sums }) => readable(measure, sums[k] ?? 0),
				summed: true
			}))
			.reverse()
	];
}

const SERIES: readonly SeriesKey[] = ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'];

/** A month as the picture and its table show it. */
export interface HistoryMonth {
	readonly id: number;
	readonly name: string;
	/** known in part, or with a stop: its bar may not be compared */
	readonly marked: boolean;
	/** by series, readable */
	readonly credits: Readonly<Record<SeriesKey, number>>;
	readonly total: number;
	readonly expected: null;
}

export function historyMonths(
	{ cycles, series }: HistoryView,
	measure: Measure,
	zone: string
): HistoryMonth[] {
	return cycles.map((month, k) => {
		const sums = SERIES.map((_, s) => series[measure][s * cycles.length + k] ?? 0);
		const parts = SERIES.map((key, s) => [key, readable(measure, sums[s] ?? 0)] as const);
		return {
			id: month.cycle.start,
			name: monthName(month, zone),
			marked: !month.whole || month.censored,
			credits: Object.fromEntries(parts) as HistoryMonth['credits'],
			total: readable(measure, total(sums)),
			expected: null
		};
	});
}

/** The answer: which month used most, and what the last whole one used. */
export function historyTitle({ cycles, series }: HistoryView, zone: string): string {
	const t = usage.current.history.title;
	const months = cycles.map(({ cycle, whole }, k) => ({
		name: format.cycleName(cycle, zone),
		whole,
		units: total(SERIES.map((_, s) => series.units[s * cycles.length + k] ?? 0))
	}));
	const [most] = [...months].sort((a, b) => b.units - a.units);
	const last = months.findLast(({ whole }) => whole);
	if (!most) return usage.current.pageTitle;
	const credits = (units: number) => format.credits(creditsOfUnits(units));
	return last && last !== most
		? t.most(most.name, credits(most.units), last.name, credits(last.units))
		: t.one(credits(most.units), most.name);
}

/** What has to be said of months that are not whole. */
export function historyNotes({ cycles }: HistoryView, zone: string): string[] {
	const t = usage.current.history.notes;
	const named = (of: (month: HistoryView['cycles'][number]) => boolean) =>
		cycles
			.filter(of)
			.map(({ cycle }) => format.cycleName(cycle, zone))
			.join(', ');
	const partial = named(({ whole }) => !whole);
	const stopped = named(({ censored }) => censored);
	return [...(partial ? [t.partial(partial)] : []), ...(stopped ? [t.stopped(stopped)] : [])];
}

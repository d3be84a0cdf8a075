import { anomalies as words } from '$lib/i18n/anomalies';
import * as format from '$lib/i18n/format';
import type { AnomaliesView, AnomalyView } from '$lib/workers/api';
import { callsAddress } from './callsAddress';
import { nameOf } from './names';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export const whoOf = ({ of, name }: AnomalyView): string =>
	of === 'all' ? words.current.everyone : nameOf(name);

export const whenOf = ({ firstDay, endDay }: AnomalyView): string => format.dayRange(firstDay, endDay - 1);

/** The address of its rows among the calls and chats. */
export const rowsOf = ({ of, name, firstDay, endDay }: AnomalyView): string =>
	callsAddress({
		days: { from: firstDay, to: endDay - 1 },
		agents: of === 'agent' ? [name] : null,
		entities: of === 'entity' ? [name] : null
	}).toString();

export const timesText = (times: number): string => format.decimal(times, times < 10 ? 1 : 0);

/** A stretch of time in words: hours under two days. */
function stretch(ms: number): string {
	const t = words.current;
	const [unit, text] = ms < 2 * DAY ? ([HOUR, t.hours] as const) : ([DAY, t.days] as const);
	const value = format.decimal(ms / unit, ms / unit < 10 ? 1 : 0);
	return text(value, value === format.integer(1));
}

/** By how much the run-out came earlier; null: it did not. */
export function earlier({ effect }: AnomalyView): string | null {
	if (!effect) return null;
	if (effect.kind === 'days') return stretch(effect.days * DAY);
	return stretch((effect.without ?? effect.cycle.end) - effect.runOutAt);
}

/** Why, in words. */
export function causeOf(finding: AnomalyView): string {
	const t = words.current;
	const { factors, times, firstDay, endDay } = finding;
	const [factor] = factors;
	if (!factor || times === null) return t.cause.new(whoOf(finding), format.day(firstDay, { weekday: false }));
	const when = (endDay - firstDay === 1 ? t.on : t.from)(whenOf(finding));
	return t.cause[factor](whoOf(finding), t.times(timesText(times)), when);
}

/** What it did to the run-out, a sentence. */
export function effectOf(finding: AnomalyView, zone: string): string {
	const t = words.current.effect;
	const { effect } = finding;
	const by = earlier(finding);
	if (!effect || by === null) return t.none;
	if (effect.kind === 'days') return t.days(by);
	const at = format.dateTime(effect.runOutAt, zone);
	return effect.without === null
		? t.lasted(at, format.date(effect.cycle.end, zone))
		: t.moved(at, by, format.dateTime(effect.without, zone));
}

/** The answer: what moved the run-out most, or else drew most. */
export function anomaliesTitle(view: AnomaliesView, shown: readonly AnomalyView[]): string {
	const t = words.current.title;
	const days = format.integer(view.knownDays);
	if (tooFew(view)) return t.young;
	const hidden = view.findings.length - shown.length;
	const moved =
		shown.find(({ effect }) => effect?.kind === 'moved') ?? shown.find(({ effect }) => effect !== null);
	const [first] = shown;
	if (!first) return hidden > 0 ? t.expected(hidden, format.integer(hidden)) : t.none(days);
	const by = moved && earlier(moved);
	return moved && by
		? t.moved(moved.of === 'agent', whoOf(moved), by, causeOf(moved))
		: t.drew(format.integer(first.credits), causeOf(first));
}

/** Whether there are days enough for a pattern, and what to do where there are not. */
export const tooFew = (view: AnomaliesView): boolean => view.knownDays + view.earlierDays < view.neededDays;
export const neededText = ({ neededDays }: AnomaliesView): string =>
	words.current.needed(format.integer(neededDays));

/** A finding's picture: its days among the others, with names for its summary and its axis. */
export function pictureOf(finding: AnomalyView) {
	const t = words.current.picture;
	const { picture, firstDay, endDay } = finding;
	const [from, to] = [firstDay - picture.firstDay, endDay - picture.firstDay];
	const last = picture.actual.length - 1;
	const digits = finding.factors[0] === 'interactions' || finding.factors.length === 0 ? 0 : 2;
	const value = (one: number | undefined) => format.decimal(one ?? NaN, digits);
	const highest = picture.actual
		.subarray(from, to)
		.reduce((best, one, k, all) => (one > (all[best] as number) ? k : best), 0);
	const most = value(picture.actual[from + highest]);
	const factor = finding.factors[0] ?? 'interactions';
	return {
		days: { ...picture, from, to },
		label: t[factor](whoOf(finding)),
		most,
		summary:
			finding.factors.length === 0
				? t.summaryNew(most)
				: t.summary(most, value(picture.expected[from + highest])),
		band: finding.factors.length === 0 ? null : t.band,
		ticks: [...new Set([Math.min(4, from), from, Math.max(last - 4, from)])]
			.filter((at, k, all) => k === 0 || at - (all[k - 1] as number) > 7)
			.map((at) => ({ at, text: format.day(picture.firstDay + at, { weekday: false }) })),
		rows: Array.from(picture.actual, (actual, k) => ({ k, actual }))
			.filter(({ actual }) => !Number.isNaN(actual))
			.map(({ k, actual }) => ({
				day: format.day(picture.firstDay + k),
				actual: value(actual),
				usual: Number.isNaN(picture.expected[k]) ? '–' : value(picture.expected[k]),
				range: Number.isNaN(picture.low[k]) ? '–' : `${value(picture.low[k])}–${value(picture.high[k])}`
			}))
	};
}

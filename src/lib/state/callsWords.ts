import { LENGTH_BIN } from '$lib/engine/explore/rows/brush';
import { creditsOfUnits } from '$lib/engine/rating/credits';
import { civilDate } from '$lib/engine/time';
import type { RateCard } from '$lib/engine/rating';
import { calls } from '$lib/i18n/calls';
import * as format from '$lib/i18n/format';
import { language, type Language } from '$lib/i18n/language.svelte';
import { withoutView, type CallsQuery } from './callsQuery';
import { nameOf } from './names';

const seconds = (value: number): string => format.duration(value * 1_000);

/** What the screen answers. */
export function callsTitle(query: CallsQuery, interactions: number, units: number): string {
	return calls.current.title(
		query.channel ?? 'both',
		interactions,
		format.integer(interactions),
		format.credits(creditsOfUnits(units))
	);
}

const weekdays = new Map<Language, readonly string[]>();

/** Monday first: `Mon`. */
export function shortWeekdays(): readonly string[] {
	let names = weekdays.get(language.current);
	// 5 January 1970 was a Monday.
	names ??= [4, 5, 6, 7, 8, 9, 10].map((day) => format.day(day, { month: null }).split(' ')[0] ?? '');
	weekdays.set(language.current, names);
	return names;
}

/** Hours of the week in words: a block of days and hours where they are one, else how many. */
export function hoursText(hours: readonly number[]): string {
	const t = calls.current.filters;
	const { clock, at } = calls.current.pictures.hours;
	const days = [...new Set(hours.map((hour) => Math.floor(hour / 24)))].sort((a, b) => a - b);
	const times = [...new Set(hours.map((hour) => hour % 24))].sort((a, b) => a - b);
	const [day = 0, time = 0] = [days[0], times[0]];
	const names = shortWeekdays();
	if (hours.length === 1) return at(names[day] ?? '', clock(time));
	const block =
		days.length * times.length === hours.length &&
		days.every((one, k) => one === day + k) &&
		times.every((one, k) => one === time + k);
	if (!block) return t.someHours(format.integer(hours.length));
	const ofDays = t.days(names[day] ?? '', names[days[days.length - 1] ?? 0] ?? '');
	return t.week(ofDays, t.hours(clock(time), clock((times[times.length - 1] ?? 0) + 1)));
}

/** A filter that holds, and the question without it. */
export interface Chip {
	readonly name: string;
	readonly without: CallsQuery;
}

export function chipsOf(query: CallsQuery): Chip[] {
	const t = calls.current.filters;
	const chips: Chip[] = [];
	const add = (name: string, without: Partial<CallsQuery>) =>
		chips.push({ name, without: { ...query, ...without } });
	const rest = (names: readonly string[], name: string) => {
		const left = names.filter((one) => one !== name);
		return left.length > 0 ? left : null;
	};
	const { agents, entities, channel, length, credits, licence, short, days, hours } = query;
	for (const name of agents ?? []) add(nameOf(name), { agents: rest(agents ?? [], name) });
	for (const name of entities ?? []) add(nameOf(name), { entities: rest(entities ?? [], name) });
	if (channel) add(t.channel[channel], { channel: null });
	if (query.class) add(t.class[query.class], { class: null });
	if (licence) add(t.licence[licence], { licence: null });
	if (days) add(format.dayRange(days.from, days.to, { year: true }), { days: null });
	if (hours) add(hoursText(hours), { hours: null });
	if (length)
		add(
			length.to === null ? t.from(seconds(length.from)) : t.between(seconds(length.from), seconds(length.to)),
			withoutView(query, 'length')
		);
	if (credits) {
		const from = format.credits(credits.from);
		add(
			credits.to === null ? t.from(t.credits(from)) : t.between(from, t.credits(format.credits(credits.to))),
			{ credits: null }
		);
	}
	if (short !== null) add(short ? t.short.yes : t.short.no, { short: null });
	return chips;
}

/** Days under the picture: the firsts of months, or every so many days where there are few. */
export function dayTicks(firstDay: number, days: number): { bin: number; label: string }[] {
	const all = Array.from({ length: days }, (_, bin) => bin);
	const firsts = all.filter((bin) => civilDate(firstDay + bin).day === 1);
	const step = Math.ceil(days / 6);
	const shown = firsts.length >= 3 ? firsts : all.filter((bin) => bin % step === 0);
	const every = Math.ceil(shown.length / 7);
	return shown
		.filter((_, k) => k % every === 0)
		.map((bin) => ({ bin, label: format.day(firstDay + bin, { weekday: false }) }));
}

export const dayBinName = (firstDay: number, from: number, to: number): string =>
	to === from + 1 ? format.day(firstDay + from) : format.dayRange(firstDay + from, firstDay + to - 1);

/** Minutes under the picture of lengths, as many as there is room for. */
export function lengthTicks(bins: number): { bin: number; label: string }[] {
	const minute = 60 / LENGTH_BIN;
	const every = Math.max(1, Math.ceil(bins / minute / 6)) * minute;
	return Array.from({ length: Math.floor(bins / every) + 1 }, (_, k) => ({
		bin: k * every,
		label: seconds(k * every * LENGTH_BIN)
	}));
}

export function lengthBinName(bins: number, from: number, to: number): string {
	const t = calls.current.pictures.length;
	if (to > bins) return t.longer(seconds(from * LENGTH_BIN));
	return t.between(seconds(from * LENGTH_BIN), seconds(to * LENGTH_BIN));
}

/** Where the next billed step begins, and the short-call threshold; lines closer than two bins would only be grey. */
export function lengthRules(
	{ voiceRounding }: RateCard,
	bins: number
): { readonly bin: number; readonly stop: boolean }[] {
	const { initialSeconds, incrementSeconds, shortCallSeconds } = voiceRounding;
	const rules: { bin: number; stop: boolean }[] = [];
	if (shortCallSeconds > 0) rules.push({ bin: shortCallSeconds / LENGTH_BIN, stop: true });
	if (incrementSeconds < 2 * LENGTH_BIN) return rules;
	for (let at = initialSeconds || incrementSeconds; at < bins * LENGTH_BIN; at += incrementSeconds)
		rules.push({ bin: at / LENGTH_BIN, stop: false });
	return rules.filter(({ bin }) => bin <= bins);
}

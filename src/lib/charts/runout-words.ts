import { paceRunOut } from '$lib/engine/forecast';
import { HOUR_MS } from '$lib/engine/time';
import { charts } from '$lib/i18n/charts';
import * as format from '$lib/i18n/format';
import { oneStop } from '$lib/i18n/oneStop';
import type { DayReading } from './geometry/cursor';
import type { RunOutData, TierData } from './geometry/runout';
import type { RunOutWords } from './geometry/runout-notes';

const words = () => charts.current.runOut;

/** Under this chance a tier counts as lasting (experience.md §8). */
const LASTS = 0.1;

const dateOf = (data: RunOutData, instant: number) => format.date(instant, data.zone.name);

/** Words inside the picture. */
export function pictureWords(data: RunOutData): RunOutWords {
	const t = words();
	const zone = data.zone.name;
	return {
		known: t.known(format.dateTime(data.asOf, zone)),
		knownShort: [
			t.known(format.date(data.asOf, zone)),
			t.known(format.date(data.asOf, zone, { weekday: false }))
		],
		forecast: data.fan ? t.forecast : '',
		renews: (data.complete ? t.ended : t.renews)(dateOf(data, data.cycle.end)),
		used: Object.values(t.used(format.integer(data.used))).join(' '),
		middle: t.middle,
		half: t.half,
		eightInTen: t.eightInTen,
		pace: t.pace,
		overage: t.overage,
		unserved: data.complete || (data.fan === null && data.pace === null) ? t.unservedPast : t.unserved,
		cap: t.cap,
		dates: data.tiers.map((tier) => {
			if (tier.reachedAt !== null) return t.reached(dateOf(data, tier.reachedAt));
			const middle = tier.forecast?.p50 ?? null;
			return middle === null ? '' : dateOf(data, middle);
		})
	};
}

/** What a tier's label says under its name, and whether it is the warning of the own tier. */
export function tierStatus(data: RunOutData, tier: TierData): { text: string; warns: boolean } {
	const t = words().status;
	const warns = tier.includedCredits === data.ownTier;
	if (tier.reachedAt !== null)
		return { text: data.complete ? t.ranOutOn(dateOf(data, tier.reachedAt)) : t.ranOut, warns };
	if (data.waiting) return { text: '', warns: false };
	if (data.complete) return { text: t.lasted(false), warns: false };
	if (tier.forecast) {
		const { chance } = tier.forecast;
		if (chance >= 1) return { text: t.certain, warns };
		if (chance < 0.01) return { text: t.lasts(false), warns: false };
		return { text: t.chance(format.chance(chance)), warns: warns && chance >= LASTS };
	}
	const at = data.pace === null ? null : paceRunOut(data.used, data.cycle, data.asOf, tier.includedCredits);
	return at === null ? { text: t.paceLasts(false), warns: false } : { text: t.pace(dateOf(data, at)), warns };
}

/** The same in a word or two, beside the name where labels stand inside the picture. */
export function tierStatusShort(data: RunOutData, tier: TierData): { text: string; warns: boolean } {
	const t = words().status;
	const status = tierStatus(data, tier);
	if (!tier.forecast || tier.reachedAt !== null) return status;
	const { chance, p50 } = tier.forecast;
	if (chance < 0.01) return { ...status, text: t.last };
	const own = tier.includedCredits === data.ownTier;
	const day = p50 === null ? null : dateOf(data, p50);
	return { ...status, text: day && !own ? day : t.chanceShort(day, format.chance(chance)) };
}

/** The label of the lines over the break. */
export function aboveLabel(data: RunOutData, above: readonly number[]): { name: string; status: string } {
	const t = words();
	const lowest = data.tiers[above[0] ?? -1];
	const many = above.length > 1;
	const tier = format.integer(lowest?.includedCredits ?? 0);
	if (data.waiting) return { name: many ? t.above(tier) : tier, status: '' };
	const status = data.complete
		? t.status.lasted(many)
		: data.fan
			? t.status.lasts(many)
			: t.status.paceLasts(many);
	return { name: many ? t.above(tier) : tier, status };
}

/** The two lines of words of the lane of chances: the first is bold. */
export function laneWords(data: RunOutData, selected: number | null, narrow: boolean): string[] {
	const t = words().lane;
	const tier = data.tiers.find((one) => one.includedCredits === selected);
	if (!tier) return [];
	const name = format.integer(tier.includedCredits);
	if (tier.reachedAt !== null) return [t.reached(name, dateOf(data, tier.reachedAt))];
	if (!tier.forecast) return [];
	if (tier.forecast.notBeforeRenewal === 100) return [t.none(name)];
	if (narrow) return [t.titleShort(name), t.remainderShort(name)];
	if (tier.forecast.notBeforeRenewal === 0) return [t.title(name), t.all];
	return [t.title(name), t.remainder(format.integer(tier.forecast.notBeforeRenewal))];
}

/** The whole picture as a few sentences. */
export function summary(data: RunOutData): string {
	const t = words().summary;
	const zone = data.zone.name;
	const parts: string[] = [];
	const own = data.tiers.find((tier) => tier.includedCredits === data.ownTier);
	if (own) {
		const name = format.integer(own.includedCredits);
		if (own.reachedAt !== null) {
			const summed = data.byDayUntil !== null && own.reachedAt < data.byDayUntil;
			const at = summed ? dateOf(data, own.reachedAt) : format.dateTime(own.reachedAt, zone);
			parts.push(t.reached(name, at));
		} else if (data.complete) parts.push(t.lasted(name));
		else if (own.forecast) {
			const { chance, p50, p10 } = own.forecast;
			parts.push(
				`${t.chance(name, format.chance(chance), dateOf(data, data.cycle.end))}${p50 === null ? '' : t.middle(dateOf(data, p50))}${p10 === null ? '' : t.oneInTen(dateOf(data, p10))}.`
			);
		}
	}
	parts.push(
		t.used(format.integer(data.used), format.date(data.complete ? data.cycle.end - HOUR_MS : data.asOf, zone))
	);
	if (!data.fan && data.pace !== null) parts.push(t.pace(format.about(data.pace)));
	return oneStop(parts.join(' '));
}

/** What the reading cursor says of a day. */
export function readingText(reading: DayReading, selected: number | null): string {
	const t = words().reading;
	const day = format.day(reading.day);
	const { known, p10, p50, p90, chance } = reading;
	if (p50 === null) return known === null ? day : `${t.known(day, format.integer(known))}.`;
	const expected = format.about(p50);
	const base =
		known !== null
			? t.soFarAnd(day, format.integer(known), expected)
			: p10 === null
				? t.pace(day, expected)
				: t.expected(day, expected);
	const range = p10 !== null && p90 !== null ? t.range(format.estimate(p10), format.estimate(p90)) : '';
	const odds =
		chance !== null && chance > 0 && selected !== null
			? t.chance(format.chance(chance / 100), format.integer(selected))
			: '';
	return oneStop(`${base}${range}${odds}.`);
}

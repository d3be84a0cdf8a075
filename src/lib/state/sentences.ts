import { localDay } from '$lib/engine/time';
import * as format from '$lib/i18n/format';
import { oneStop } from '$lib/i18n/oneStop';
import { overview } from '$lib/i18n/overview';
import type { CycleView, ForecastView } from '$lib/workers/api';
import type { Answer } from './answer';
import { reachedText, toTheDay } from './reached';

/** The title: what stands on every width, and what only a wide page adds. */
export interface Title {
	readonly main: string;
	readonly tail: string;
}

/** The one sentence that answers the Overview's question (experience.md §8). */
export function titleOf(answer: Answer, view: CycleView): Title {
	const t = overview.current.title;
	const { zone } = view.context;
	const day = (instant: number) => format.date(instant, zone.name);
	const only = (main: string): Title => ({ main, tail: '' });
	switch (answer.kind) {
		case 'waiting':
			return only(overview.current.waiting);
		case 'chance': {
			const tier = format.integer(answer.standing.tier);
			const { p10, p50, p90 } = answer;
			if (answer.odds === 'sure' && p10 !== null && p50 !== null && p90 !== null)
				return only(t.sure(tier, day(p50), format.dayRange(localDay(zone, p10), localDay(zone, p90))));
			if ((answer.odds === 'probable' || answer.odds === 'sure') && p50 !== null) {
				const days = answer.daysBefore ?? 0;
				return {
					main: t.probable(tier, day(p50)),
					tail: days > 0 ? t.before(days, format.integer(days)) : ''
				};
			}
			if (answer.odds === 'even') return only(t.even(tier));
			if (answer.odds === 'unlikely') return only(t.unlikely(tier, format.chance(answer.chance)));
			return only(t.lasts(tier));
		}
		case 'pace': {
			const tier = format.integer(answer.standing.tier);
			return only(answer.at === null ? t.paceLasts(tier) : t.pace(tier, day(answer.at)));
		}
		case 'ranOut':
			return only(
				toTheDay(view, answer.at)
					? t.ranOutDay(format.integer(answer.standing.tier), day(answer.at))
					: t.ranOut(format.integer(answer.standing.tier), day(answer.at), format.time(answer.at, zone.name))
			);
		case 'past': {
			const [cycle, used, tier] = [
				cycleText(view),
				format.integer(answer.used),
				format.integer(answer.standing.tier)
			];
			return only(
				answer.at === null
					? t.pastLasted(cycle, used, tier)
					: t.pastRanOut(cycle, used, tier, whenText(view, answer.at))
			);
		}
		case 'noTier': {
			const lasting = answer.lasting === null ? null : format.integer(answer.lasting);
			if (answer.complete) {
				const [cycle, used] = [cycleText(view), format.integer(answer.used)];
				return only(lasting === null ? t.noTierPastNone(cycle, used) : t.noTierPast(cycle, used, lasting));
			}
			if (answer.paced) return only(lasting === null ? t.noTierPaceNone : t.noTierPaceLasts(lasting));
			return only(lasting === null ? t.noTierNone : t.noTierLasts(lasting));
		}
	}
}

/** The sentence below the title. Two stars enclose what is set strong. */
export function leadOf(answer: Answer, view: CycleView, forecast: ForecastView | null): string {
	return oneStop(leadText(answer, view, forecast));
}

function leadText(answer: Answer, view: CycleView, forecast: ForecastView | null): string {
	const t = overview.current.lead;
	const { zone } = view.context;
	const day = (instant: number) => format.date(instant, zone.name);
	const renewal = day(view.cycle.end);
	switch (answer.kind) {
		case 'waiting':
			return '';
		case 'chance':
			return chanceLead(answer, renewal, day);
		case 'pace': {
			const refused = forecast?.refused;
			if (!refused) return '';
			const { knownDays, chancesFrom } = refused;
			return t.pace(
				t.knownDays(knownDays, format.integer(knownDays)),
				format.day(chancesFrom),
				format.about(answer.monthEnd)
			);
		}
		case 'ranOut': {
			const { ledger, cap } = answer.standing;
			const unserved = t.ranOutOff(
				format.credits(ledger.unservedCredits),
				format.integer(ledger.unservedInteractions),
				renewal
			);
			if (ledger.overage === 'off') return ledger.unservedCredits > 0 ? unserved : t.ranOutNone(renewal);
			const stop = ledger.stops[0];
			if (ledger.overage === 'capped' && stop)
				return `${t.capReached(format.integer(cap ?? 0), reachedText(view, stop.from))} ${unserved}`;
			const served = t.ranOutOn(format.credits(ledger.overageCredits), renewal);
			return cap === null ? served : `${served} ${t.capped(format.integer(cap))}`;
		}
		case 'past': {
			const { ledger } = answer.standing;
			if (answer.at === null) return t.pastLeft(format.credits(ledger.expiredCredits));
			const paid = ledger.cost.lines.find((line) => line.kind === 'overage');
			const parts: string[] = [];
			if (ledger.overageCredits > 0) {
				const credits = format.credits(ledger.overageCredits);
				parts.push(
					paid
						? t.pastOverageCost(credits, format.money(paid.amount, ledger.cost.currency))
						: t.pastOverage(credits)
				);
			}
			if (ledger.unservedCredits > 0)
				parts.push(
					t.pastUnserved(format.credits(ledger.unservedCredits), format.integer(ledger.unservedInteractions))
				);
			return parts.join(' ');
		}
		case 'noTier': {
			const heading = answer.monthEnd === null ? '' : `${t.expected(format.about(answer.monthEnd))} `;
			return (
				heading +
				(answer.short === null || answer.complete ? t.noTierAll : t.noTier(format.integer(answer.short)))
			);
		}
	}
}

function chanceLead(
	answer: Extract<Answer, { kind: 'chance' }>,
	renewal: string,
	day: (instant: number) => string
): string {
	const t = overview.current.lead;
	const { odds, chance, p10, p50, ifRunOutAt, monthEnd, standing } = answer;
	const policy = standing.overage === 'off' ? 'off' : 'on';
	const parts: string[] = [];
	if (odds === 'sure' || odds === 'probable' || odds === 'even') {
		const opening =
			chance >= 1 ? t.certain[policy](renewal) : t.chance[policy](format.chance(chance), renewal);
		const around = odds === 'even' && p50 !== null ? t.around(day(p50)) : '';
		const early =
			p10 === null ? '' : chance >= 1 ? t.certainOneInTen(day(p10)) : t.oneInTen[policy](day(p10));
		parts.push(`${opening}${around}${early}.`);
		if (odds === 'even' && p50 === null && ifRunOutAt !== null) parts.push(t.ifAny(day(ifRunOutAt)));
	} else if (odds === 'unlikely') {
		if (ifRunOutAt !== null) parts.push(t.ifAny(day(ifRunOutAt)));
		if (p10 !== null) parts.push(t.oneInTenAlone(day(p10)));
	} else {
		parts.push(t.small(format.chance(chance), renewal));
		if (monthEnd)
			parts.push(
				t.monthEnd(format.about(monthEnd.p50), format.estimate(monthEnd.p10), format.estimate(monthEnd.p90))
			);
	}
	if (standing.cap !== null && odds !== 'lasts') parts.push(t.capped(format.integer(standing.cap)));
	return parts.join(' ');
}

/** A cycle by its month in full, with the year; else its first and last day. */
export function cycleHeading(view: CycleView): string {
	const zone = view.context.zone.name;
	const name = format.cycleName(view.cycle, zone);
	return name === format.month(view.cycle.start, zone) ? format.month(view.cycle.start, zone, 'long') : name;
}

/** A cycle as the subject of a sentence: its month, with the year only where it is not the as-of's; else its days. */
export function cycleText(view: CycleView): string {
	const { zone, asOf } = view.context;
	const name = format.cycleName(view.cycle, zone.name);
	const starts = format.month(view.cycle.start, zone.name);
	if (name !== starts) return name;
	const long = format.month(view.cycle.start, zone.name, 'long');
	const sameYear = starts.slice(-4) === format.month(asOf - 1, zone.name).slice(-4);
	const text = sameYear ? long.replace(/ \d{4}$/, '') : long;
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Day and time without a comma, inside a title; the day alone where no more is known. */
function whenText(view: CycleView, instant: number): string {
	const zone = view.context.zone.name;
	const day = format.date(instant, zone);
	return toTheDay(view, instant) ? day : `${day} ${format.time(instant, zone)}`;
}

import { DAY_MS } from '$lib/engine/time';
import { paceRunOut } from '$lib/engine/forecast';
import * as format from '$lib/i18n/format';
import { overview } from '$lib/i18n/overview';
import type { CycleView, ForecastView } from '$lib/workers/api';
import { oddsOf } from './answer';
import { overageCost, overagePrice, shownAmount } from './costs';
import { reachedText } from './reached';
import { outlookOf, planOf, tiersOf, type Standing } from './standing';

/** A figure with its label and the sentence that gives it scale. */
export interface Stat {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly note: string;
}

/** The row of figures: used, month end, and what both policies would mean for the plan on screen. */
export function statsOf(view: CycleView, forecast: ForecastView | null, standing: Standing | null): Stat[] {
	return view.complete ? pastStats(view, standing) : currentStats(view, forecast, standing);
}

function currentStats(view: CycleView, forecast: ForecastView | null, standing: Standing | null): Stat[] {
	const t = overview.current.stats;
	const { contract, card, asOf } = view.context;
	const { cycle, used } = view;
	const share = format.percent((asOf - cycle.start) / (cycle.end - cycle.start));
	const stats: Stat[] = [
		{
			id: 'used',
			label: t.used,
			value: format.credits(used),
			note: [standing && t.ofPlan(format.percent(used / standing.tier)), t.ofCycle(share)]
				.filter(Boolean)
				.join(', ')
		}
	];
	if (forecast) {
		const end = forecast.monthEndCredits;
		stats.push({
			id: 'monthEnd',
			label: t.monthEnd,
			value: format.about(end?.p50 ?? forecast.pace.monthEndCredits),
			note: end ? t.eightInTen(format.estimate(end.p10), format.estimate(end.p90)) : t.atPace
		});
	}
	const outlook = standing?.forecast;
	if (!outlook) return stats;

	const unserved = outlook.expectedUnservedInteractions;
	const price = overagePrice(card, contract);
	const priced = 'amount' in price ? price.amount : null;
	const none = outlook.p90OverageCredits === 0;
	stats.push({
		id: 'off',
		label: t.off,
		value:
			none && outlook.expectedOverageCredits < 0.5
				? t.nothingUnserved
				: unserved === null
					? t.creditsUnserved(format.about(outlook.expectedOverageCredits))
					: t.unserved(format.about(unserved)),
		note: none
			? ''
			: unserved === null
				? t.oneInTen(format.estimate(outlook.p90OverageCredits))
				: t.chatsAndCalls(format.estimate(outlook.p90UnservedInteractions ?? 0))
	});
	const cost = (credits: number) =>
		priced === null ? 0 : shownAmount(overageCost(credits, priced, card.overageBlockCredits));
	stats.push({
		id: 'on',
		label: priced === null ? t.on : t.onAt(format.price(priced, contract.currency)),
		value:
			none && outlook.expectedOverageCredits < 0.5
				? t.nothingMore
				: priced === null
					? t.creditsOver(format.about(outlook.expectedOverageCredits))
					: t.more(format.aboutMoney(cost(outlook.expectedOverageCredits), contract.currency)),
		note: none
			? ''
			: priced === null
				? `${t.oneInTen(format.estimate(outlook.p90OverageCredits))}; ${t.noPrice}`
				: t.oneInTen(format.estimateMoney(cost(outlook.p90OverageCredits), contract.currency))
	});
	return stats;
}

function pastStats(view: CycleView, standing: Standing | null): Stat[] {
	const t = overview.current.stats;
	const stats: Stat[] = [
		{
			id: 'used',
			label: t.usedPast,
			value: format.credits(view.used),
			note: standing
				? t.ofPlan(format.percent(view.used / standing.tier))
				: t.interactions(format.integer(view.interactions))
		}
	];
	if (!standing) return stats;
	const off = planOf(view, standing.tier, 'off');
	const on = planOf(view, standing.tier, 'on');
	if (off)
		stats.push({
			id: 'off',
			label: t.off,
			value:
				off.unservedCredits > 0 ? t.unserved(format.integer(off.unservedInteractions)) : t.nothingUnserved,
			note: off.unservedCredits > 0 ? t.creditsOf(format.credits(off.unservedCredits)) : ''
		});
	if (on) {
		const paid = on.cost.lines.find((line) => line.kind === 'overage');
		const over = on.overageCredits;
		stats.push({
			id: 'on',
			label: t.on,
			value:
				over === 0
					? t.nothingMore
					: paid
						? t.more(format.money(paid.amount, on.cost.currency))
						: t.creditsOver(format.credits(over)),
			note: over === 0 ? '' : paid ? t.creditsOf(format.credits(over)) : t.noPrice
		});
	}
	return stats;
}

/** One tier of the table below the picture, as it is printed. '' = nothing to say, '–' = none. */
export interface PlanRow {
	readonly tier: number;
	readonly own: boolean;
	readonly runsOut: string;
	/** known, or the middle date is one: printed in ink */
	readonly dated: boolean;
	readonly range: string;
	readonly chance: string;
	readonly average: string;
	readonly tail: string;
}

const NONE = '–';

/** Every tier of the card as a row, from the same arrays as the picture. */
export function planRows(view: CycleView, forecast: ForecastView | null, ownTier: number | null): PlanRow[] {
	const t = overview.current.table;
	const { zone, asOf } = view.context;
	const day = (instant: number) => format.date(instant, zone.name);
	return tiersOf(view).map((tier): PlanRow => {
		const base = { tier, own: tier === ownTier, range: '', chance: '', average: NONE, tail: NONE };
		const off = planOf(view, tier, 'off');
		const at = off?.runOutAt ?? null;
		if (view.complete)
			return {
				...base,
				runsOut: at === null ? t.lasted : reachedText(view, at),
				dated: at !== null,
				average: off && off.unservedCredits > 0 ? format.credits(off.unservedCredits) : NONE,
				tail: off && off.unservedCredits > 0 ? format.integer(off.unservedInteractions) : NONE
			};
		if (!forecast)
			return {
				...base,
				runsOut: at === null ? '' : day(at),
				dated: at !== null,
				range: at === null ? '' : t.known,
				average: '',
				tail: ''
			};
		const outlook = outlookOf(forecast, tier);
		if (!outlook) {
			const paced = at ?? paceRunOut(view.used, view.cycle, asOf, tier);
			const short = forecast.pace.monthEndCredits - tier;
			return {
				...base,
				runsOut: paced === null ? t.lasts : day(paced),
				dated: paced !== null,
				range: at === null ? '' : t.known,
				average: short > 0 ? format.estimate(short) : NONE
			};
		}
		const { probabilityOfRunOut: chance, runOutAt } = outlook;
		const short = {
			average: hundreds(outlook.expectedOverageCredits),
			tail: hundreds(outlook.p90OverageCredits),
			chance: format.chanceOf100(chance)
		};
		if (at !== null) return { ...base, ...short, runsOut: day(at), dated: true, range: t.known };
		const odds = oddsOf(chance);
		const middle = chance >= 0.5 ? runOutAt.p50 : null;
		return {
			...base,
			...short,
			runsOut:
				middle !== null
					? day(middle)
					: odds === 'lasts'
						? t.lasts
						: odds === 'unlikely'
							? t.probablyLasts
							: t.evenOdds,
			dated: middle !== null,
			range: rangeText(runOutAt.p10, runOutAt.p90, day)
		};
	});
}

function rangeText(p10: number | null, p90: number | null, day: (instant: number) => string): string {
	const t = overview.current.table;
	if (p10 === null) return '';
	const from = day(p10);
	if (p90 === null) return t.notAtAll(short(from));
	const to = day(p90);
	return from === to ? from : t.range(short(from), short(to));
}

/** `Wed 18` of `Wed 18 Nov`: a range within the cycle needs no month. */
const short = (day: string): string => day.split(' ').slice(0, 2).join(' ');

/** An estimate to 100 credits, so that rows compare and add; smaller ones to three figures. */
export function hundreds(credits: number): string {
	if (credits < 0.5) return NONE;
	return credits < 1_000 ? format.estimate(credits) : format.integer(Math.round(credits / 100) * 100);
}

/** Days from which data is said to be old, and from which its last day says more than its age. */
const STALE = 2;
const OLD = 60;

/** What must be said beside the answer: how old the data is, and what it does not hold. `now`: the clock, as a label only. */
export function notesOf(view: CycleView, now: number): string[] {
	const t = overview.current.notes;
	const { asOf, source, zone } = view.context;
	if (source === 'assumed') return [t.assumed];
	const days = Math.floor((now - asOf) / DAY_MS);
	const age =
		days < STALE
			? ''
			: days < OLD
				? t.stale(format.integer(days))
				: t.ended(format.date(asOf, zone.name, { weekday: false, year: true }));
	const { byDayUntil } = view;
	const sums =
		byDayUntil === null ? '' : t.byDay(format.date(byDayUntil, zone.name, { weekday: false, year: true }));
	return [age, source === 'readings' ? t.readings : '', sums].filter(Boolean);
}

import type { YearBar } from '$lib/charts/geometry/year';
import type { Mix } from '$lib/engine/planning/mix';
import { cheapestBands } from '$lib/engine/planning/ladder';
import type { PlanPolicy, PlanTerms } from '$lib/engine/planning/plan';
import type { Contract } from '$lib/engine/ledger/contract';
import type { RateCard } from '$lib/engine/rating/card';
import * as format from '$lib/i18n/format';
import { proposal as words } from '$lib/i18n/proposal';
import type { CycleView, ForecastView, Settings, TermPlanView, TermView } from '$lib/workers/api';
import { overagePrice, tierPrice } from './costs';
import { madeOf } from './ownTiers';

/** What is proposed. */
export interface Proposed {
	readonly tier: number;
	readonly policy: PlanPolicy;
}

const MONTHS = 12;
/** Agents that stop in fewer months than this are said to last. */
const FEW_STOPS = 0.12;

/** The twelve months of a plan; null: the card has no such tier. */
export const termOf = ({ plans }: TermView, { tier, policy }: Proposed): TermPlanView | null =>
	plans.find((plan) => plan.includedCredits === tier && plan.policy === policy) ?? null;

/**
 * The plan that is proposed first: the one on screen; else the lowest average under the policy; without prices the
 * smallest that almost always lasts.
 */
export function firstProposal(term: TermView, tier: number | null, policy: PlanPolicy): Proposed {
	const own = term.plans.filter((plan) => plan.policy === policy);
	if (tier !== null && own.some(({ includedCredits }) => includedCredits === tier)) return { tier, policy };
	const priced = own.flatMap((plan) => (plan.cost ? [{ plan, mean: plan.cost.mean }] : []));
	const cheapest = policy === 'off' ? [] : priced.toSorted((a, b) => a.mean - b.mean);
	const lasting = own.find(({ stops, overageCredits }) => stops < FEW_STOPS && overageCredits < 1);
	const plan = cheapest[0]?.plan ?? lasting ?? own.at(-1);
	return { tier: plan?.includedCredits ?? 0, policy };
}

/** The tier below, the proposed one under its policy and the other, and the tier above. */
export function alternatives(term: TermView, proposed: Proposed): TermPlanView[] {
	const tiers = [...new Set(term.plans.map(({ includedCredits }) => includedCredits))];
	const at = tiers.indexOf(proposed.tier);
	const other: PlanPolicy = proposed.policy === 'off' ? 'on' : 'off';
	return [
		[tiers[at - 1], proposed.policy],
		[proposed.tier, proposed.policy],
		[proposed.tier, other],
		[tiers[at + 1], proposed.policy]
	].flatMap(([tier, policy]) => termOf(term, { tier: tier as number, policy: policy as PlanPolicy }) ?? []);
}

const about = (amount: number, { context }: CycleView): string =>
	format.aboutMoney(amount, context.contract.currency);

/** `We propose the 60,000-credit plan …`. */
export function proposalTitle(plan: TermPlanView, view: CycleView): string {
	const t = words.current.title;
	const tier = format.integer(plan.includedCredits);
	if (!plan.cost) return t.bare(tier);
	const price = about(plan.cost.mean / MONTHS, view);
	switch (plan.policy) {
		case 'off':
			return t.off(tier, price);
		case 'on':
			return t.on(tier, price);
		case 'capped':
			return t.capped(tier, price, format.integer(view.context.contract.overageCapCredits ?? 0));
		case 'upgrade':
			return t.upgrade(tier, price);
	}
}

/** What it costs, beside what, and how often agents stop. */
export function proposalLead(plan: TermPlanView, others: readonly TermPlanView[], view: CycleView): string {
	const t = words.current.lead;
	const sentences: string[] = [];
	const { cost } = plan;
	if (cost) {
		const [low, high] = [cost.p10, cost.p90].map((amount) =>
			format.estimateMoney(amount, view.context.contract.currency)
		) as [string, string];
		sentences.push(
			low === high ? t.costSure(about(cost.mean, view)) : t.cost(about(cost.mean, view), low, high)
		);
		const parts = others.flatMap((other) => {
			if (other === plan || other.policy !== plan.policy || !other.cost) return [];
			const more = other.cost.mean - cost.mean;
			const tier = format.integer(other.includedCredits);
			if (Math.abs(more) < 0.5) return [t.asMuchAs(tier)];
			return [more > 0 ? t.lessThan(about(more, view), tier) : t.moreThan(about(-more, view), tier)];
		});
		if (parts.length > 0) sentences.push(t.less(parts.join(t.and)));
	} else sentences.push(t.bare);
	if (plan.policy !== 'on')
		sentences.push(
			plan.stops < FEW_STOPS ? t.stopsNever : t.stops(format.decimal(plan.stops, plan.stops < 1 ? 1 : 0))
		);
	return sentences.join(' ');
}

export interface AlternativeRow {
	readonly id: string;
	readonly proposed: boolean;
	readonly name: string;
	readonly price: string;
	readonly overage: string;
	readonly average: string;
	readonly tail: string;
	readonly short: string;
}

const NONE = '–';
/** From these shares on, something is worth saying. */
const MUCH_OVERAGE = 0.15;
const MUCH_UNUSED = 0.25;

function inShort(plan: TermPlanView, all: readonly TermPlanView[], term: TermView, overCost: number): string {
	const t = words.current.alternatives;
	if (plan.unservedCredits >= 50) return t.unserved(format.estimate(plan.unservedCredits));
	const means = all.flatMap(({ cost, unservedCredits }) => (cost && unservedCredits < 50 ? [cost.mean] : []));
	if (plan.cost && plan.cost.mean <= Math.min(...means)) return t.lowest;
	const share = plan.cost ? overCost / plan.cost.mean : 0;
	if (share >= MUCH_OVERAGE) return t.isOverage(format.percent(share));
	const demand = term.cycles.reduce((sum, { p50 }) => sum + p50, 0);
	const unused = 1 - (demand - plan.overageCredits - plan.unservedCredits) / (MONTHS * plan.includedCredits);
	if (plan.policy !== 'upgrade' && unused >= MUCH_UNUSED) return t.unused(format.percent(unused));
	return t.lasts;
}

/** The table of alternatives. */
export function alternativeRows(
	term: TermView,
	proposed: Proposed,
	terms: PlanTerms,
	view: CycleView
): AlternativeRow[] {
	const t = words.current.alternatives;
	const { card, contract } = view.context;
	const plans = alternatives(term, proposed);
	const money = (amount: number) => format.estimateMoney(amount, contract.currency);
	return plans.map((plan) => {
		const own = plan.includedCredits === proposed.tier && plan.policy === proposed.policy;
		const name = t.name(format.integer(plan.includedCredits), t.policies[plan.policy]);
		const price = tierPrice(card, contract, plan.includedCredits);
		const over = plan.overageCredits * (terms.overagePrice ?? 0);
		return {
			id: name,
			proposed: own,
			name: own ? t.proposed(name) : name,
			price: 'amount' in price ? format.money(price.amount, contract.currency) : NONE,
			overage: plan.cost && over >= 0.5 ? money(over) : NONE,
			average: plan.cost ? money(plan.cost.mean) : NONE,
			tail: plan.cost ? money(plan.cost.p90) : NONE,
			short: inShort(plan, plans, term, over)
		};
	});
}

/** Bars of the twelve cycles under the proposed plan. */
export function proposalBars(term: TermView, tier: number, zone: string): YearBar[] {
	return term.cycles.map(({ cycle, p10, p50, p90 }) => ({
		id: cycle.start,
		name: format.cycleName(cycle, zone),
		known: false,
		middle: p50,
		range: { low: p10, high: p90 },
		plan: tier,
		chance: ''
	}));
}

/** A label and a value. */
export type Fact = readonly [label: string, value: string];

/** What the figures rest on. */
export function restsOn(
	view: CycleView,
	settings: Settings,
	forecast: ForecastView | null,
	mix: Mix | null
): Fact[] {
	const t = words.current.rests;
	const { growthPercentPerMonth, events } = settings;
	const premium = (all: number, part: number) =>
		part > 0 ? t.premium(format.integer(all), format.integer(part)) : format.integer(all);
	const end = forecast?.monthEndCredits;
	const months = view.context.cycles.length;
	const data = {
		rows: t.months(months, format.integer(months)),
		readings: t.readings,
		assumed: t.assumed
	}[view.context.source];
	return [
		...(mix
			? ([
					[t.calls, premium(mix.voiceStandard + mix.voicePremium, mix.voicePremium)],
					[t.chats, premium(mix.chatStandard + mix.chatPremium, mix.chatPremium)]
				] as const)
			: []),
		...(end
			? ([
					[t.credits, t.range(format.estimate(end.p50), format.estimate(end.p10), format.estimate(end.p90))]
				] as const)
			: []),
		[
			t.growth,
			growthPercentPerMonth === null ? t.noGrowth : t.growthOf(format.percent(growthPercentPerMonth / 100, 1))
		],
		...(events.length > 0 ? ([[t.events, events.map(({ name }) => name).join(', ')]] as const) : []),
		[t.data, data]
	];
}

/** The rules that decide what is paid. */
export function smallPrint(card: RateCard, contract: Contract, { tier, policy }: Proposed): Fact[] {
	const t = words.current.print;
	const parts = madeOf(card, tier);
	const { chat, voice } = card.rates;
	const { initialSeconds, incrementSeconds, shortCallSeconds } = card.voiceRounding;
	const rate = (standard: number, premium: number) =>
		words.current.rests.premium(format.decimal(standard, 3), format.decimal(premium, 3));
	const price = overagePrice(card, contract);
	const each = 'amount' in price ? format.price(price.amount, contract.currency) : t.noPrice;
	const overage =
		policy === 'on'
			? t.overageAt(each)
			: policy === 'capped'
				? t.overageCap(each, format.integer(contract.overageCapCredits ?? 0))
				: t.overageOff;
	return [
		...(parts ? ([[t.plans, t.sideBySide(parts)]] as const) : []),
		[t.message, rate(chat.standard, chat.premium)],
		[t.minute, rate(voice.standard, voice.premium)],
		[
			t.rounding,
			initialSeconds <= 1 && incrementSeconds === 1
				? t.bySecond
				: t.rounded(format.integer(initialSeconds), format.integer(incrementSeconds))
		],
		...(shortCallSeconds > 0 ? ([[t.short, t.shortFree(format.integer(shortCallSeconds))]] as const) : []),
		[t.overage, overage],
		[t.unused, t.expire]
	];
}

/** From where on, and up to where, another plan would be the right one. */
export function whatWouldChange(terms: PlanTerms, { tier, policy }: Proposed, contract: Contract): string[] {
	const t = words.current.change;
	const own = terms.tiers.findIndex(({ credits }) => credits === tier);
	const most = 2 * (terms.tiers.at(-1)?.credits ?? 0);
	const bands = cheapestBands(terms, policy, most).filter((band) => band.tier !== null);
	const at = bands.findIndex((band) => band.tier === own);
	const name = (index: number | null | undefined) => format.integer(terms.tiers[index ?? -1]?.credits ?? 0);
	const sentences: string[] = [];
	const [below, band, above] = [bands[at - 1], bands[at], bands[at + 1]];
	const stops = policy === 'off' || policy === 'capped';
	if (band && above) {
		const edge = format.integer(band.to);
		sentences.push(stops ? t.aboveNeeds(edge, name(above.tier)) : t.above(edge, name(above.tier)));
	} else if (stops && !band) sentences.push(t.aboveHold(format.integer(tier)));
	if (band && below) sentences.push(t.below(format.integer(band.from), name(below.tier)));
	if (contract.termMonths !== null) sentences.push(t.noDowngrade);
	return sentences;
}

import { compare, subtract, toNumber, type Ratio } from '$lib/engine/money';
import * as format from '$lib/i18n/format';
import { oneStop } from '$lib/i18n/oneStop';
import { plans } from '$lib/i18n/plans';
import type { CycleView, ForecastView, PlanPolicy } from '$lib/workers/api';
import { bestPlan, type PlanFigures } from './plans';
import { reachedText } from './reached';
import { cycleText } from './sentences';
import type { Standing } from './standing';

/** The Plans screen's answer: what costs least where prices are known, else what lasts. */
export function planTitle(
	view: CycleView,
	forecast: ForecastView | null,
	figures: readonly PlanFigures[],
	policy: PlanPolicy
): string {
	const t = plans.current.title;
	const { contract } = view.context;
	const best = bestPlan(figures);
	const cycle = cycleText(view);
	const cap = format.integer(contract.overageCapCredits ?? 0);
	if (best?.total) {
		const tier = format.integer(best.tier);
		if (view.complete) {
			const amount = format.money(best.ledger.cost.total ?? '0', contract.currency);
			if (policy === 'off') return t.pastOff(cycle, tier, amount);
			return policy === 'on' ? t.pastOn(cycle, tier, amount) : t.pastCapped(cycle, tier, cap, amount);
		}
		const total = toNumber(best.total, 4);
		if (policy === 'off') return t.off(tier, format.estimateMoney(total, contract.currency));
		const amount = format.aboutMoney(total, contract.currency);
		if (policy === 'upgrade') return t.upgrade(tier, amount);
		return policy === 'on' ? t.on(tier, amount) : t.capped(tier, cap, amount);
	}
	// With overage on nothing stops: what is left to say is which plan needs none.
	const lasting = figures.find((one) => (policy === 'on' ? one.lasts : one.holds));
	const largest = format.integer(figures.at(-1)?.tier ?? 0);
	if (policy === 'capped' && lasting && !view.complete)
		return t.cappedLasts(format.integer(lasting.tier), cap);
	if (view.complete) return lasting ? t.pastLasts(cycle, format.integer(lasting.tier)) : t.pastNone(cycle);
	const paced = !forecast?.tiers;
	if (!lasting) return (paced ? t.paceNone : t.none)(largest);
	return (paced ? t.paceLasts : t.lasts)(format.integer(lasting.tier));
}

/** The sentence below: how far the neighbours are off, or what the plan on screen does. */
export function planLead(
	view: CycleView,
	figures: readonly PlanFigures[],
	policy: PlanPolicy,
	standing: Standing | null
): string {
	return oneStop(leadText(view, figures, policy, standing));
}

function leadText(
	view: CycleView,
	figures: readonly PlanFigures[],
	policy: PlanPolicy,
	standing: Standing | null
): string {
	const t = plans.current.lead;
	const best = bestPlan(figures);
	if (best?.total) {
		const priced = figures.filter((one) => one.total !== null && one.holds);
		const at = priced.indexOf(best);
		const parts = [priced[at - 1], priced[at + 1]].flatMap((other) =>
			other?.total ? [difference(other.total, best.total as Ratio, other.tier, view)] : []
		);
		if (parts.length === 0) return '';
		const list = plans.current.list(parts);
		return view.complete || policy === 'off' ? t.exactly(list) : t.onAverage(list);
	}
	const own = standing ? ownLine(view, standing) : '';
	const unpriced = figures.some((one) => one.missing.includes('tierPrice'));
	return [own, unpriced ? t.needPrices : ''].filter(Boolean).join(' ');
}

function difference(other: Ratio, best: Ratio, tier: number, view: CycleView): string {
	const t = plans.current.lead;
	const { currency } = view.context.contract;
	if (compare(other, best) === 0) return t.same(format.integer(tier));
	const amount = toNumber(subtract(other, best), 4);
	const text = view.complete ? format.money(amount, currency) : format.estimateMoney(amount, currency);
	return t.less(text, format.integer(tier));
}

function ownLine(view: CycleView, standing: Standing): string {
	const t = plans.current.lead;
	const { zone } = view.context;
	const tier = format.integer(standing.tier);
	const at = standing.ledger.runOutAt;
	if (at !== null) return t.ranOut(tier, reachedText(view, at));
	if (view.complete) return t.lasted(tier);
	if (!standing.forecast) return '';
	const end = format.date(view.cycle.end, zone.name);
	const { probabilityOfRunOut: chance } = standing.forecast;
	return chance >= 1 ? t.certainOwn(tier, end) : t.own(tier, format.chance(chance), end);
}

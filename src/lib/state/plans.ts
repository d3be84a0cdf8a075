import { paceRunOut } from '$lib/engine/forecast';
import { add, decimal, subtract, ZERO, type Ratio } from '$lib/engine/money';
import type { CostParts } from '$lib/charts/geometry/costbar';
import type { Overage } from '$lib/engine/ledger/contract';
import type { CycleView, ForecastView, LedgerView, MissingPrice, TierForecast } from '$lib/workers/api';
import { lastsToRenewal } from './answer';
import { overageCost, overagePrice, shownAmount } from './costs';
import { outlookOf, planOf, tiersOf } from './standing';

/** What one tier costs and does under the policy on screen. Credits; money exact. */
export interface PlanFigures {
	readonly tier: number;
	readonly ledger: LedgerView;
	readonly outlook: TierForecast | null;
	/** the included credits last to renewal */
	readonly lasts: boolean;
	/** agents do not stop under the policy: always with overage on; under a cap in nine courses of ten or more */
	readonly holds: boolean;
	/** when it runs out at the plain pace, or did; null: not */
	readonly runOutAt: number | null;
	/** everything but overage (and, in a running cycle, tax); null: a price is missing */
	readonly base: Ratio | null;
	readonly overageCredits: number | null;
	readonly overage: Ratio | null;
	/** exact in a past cycle, on average in a running one */
	readonly total: Ratio | null;
	/** 1 in 10 courses cost more; null where nothing is uncertain or it is not known */
	readonly tail: Ratio | null;
	/** the total is an upper bound of the average */
	readonly atMost: boolean;
	/** under a cap: what the forecast says of tier + cap, if it was asked */
	readonly beyondCap: TierForecast | null;
	readonly missing: readonly MissingPrice[];
}

/** Every tier of the card under one policy. `forecast`: of the cycle on screen, else null. */
export function planFigures(view: CycleView, forecast: ForecastView | null, policy: Overage): PlanFigures[] {
	return tiersOf(view).flatMap((tier) => {
		const ledger = planOf(view, tier, policy);
		if (!ledger) return [];
		return [view.complete ? pastFigures(view, ledger) : runningFigures(view, forecast, ledger)];
	});
}

function pastFigures(view: CycleView, ledger: LedgerView): PlanFigures {
	const { cost } = ledger;
	const paid = cost.lines.find((line) => line.kind === 'overage');
	const total = cost.total === null ? null : decimal(cost.total);
	const overage = total === null ? null : paid ? decimal(paid.amount) : ZERO;
	return {
		tier: ledger.includedCredits,
		ledger,
		outlook: null,
		lasts: lastsToRenewal(view, null, ledger.includedCredits),
		holds: ledger.stops.length === 0,
		runOutAt: ledger.runOutAt,
		base: total && overage && subtract(total, overage),
		overageCredits: ledger.overageCredits,
		overage,
		total,
		tail: null,
		atMost: false,
		beyondCap: null,
		missing: cost.missing
	};
}

function runningFigures(view: CycleView, forecast: ForecastView | null, ledger: LedgerView): PlanFigures {
	const { card, contract, asOf } = view.context;
	const tier = ledger.includedCredits;
	const outlook = outlookOf(forecast, tier);
	const fixed = planOf(view, tier, 'off')?.cost ?? ledger.cost;
	const base =
		fixed.total === null
			? null
			: fixed.lines
					.filter(({ kind }) => kind !== 'overage' && kind !== 'tax')
					.reduce((sum, line) => add(sum, decimal(line.amount)), ZERO);
	const cap = ledger.overage === 'capped' ? (contract.overageCapCredits ?? 0) : null;
	const beyondCap = cap === null ? null : outlookOf(forecast, tier + cap);
	const spread =
		ledger.overage === 'off' ? { average: 0, tail: 0, atMost: false } : overageOf(outlook, cap, beyondCap);
	const price = overagePrice(card, contract);
	const free = spread !== null && spread.tail === 0 && spread.average === 0;
	const costOf = (credits: number): Ratio | null =>
		'amount' in price ? overageCost(credits, price.amount, card.overageBlockCredits) : free ? ZERO : null;
	const overage = spread && costOf(spread.average);
	const tail = spread && costOf(spread.tail);
	const lasts = lastsToRenewal(view, forecast, tier);
	return {
		tier,
		ledger,
		outlook,
		lasts,
		holds:
			cap === null
				? ledger.overage === 'on' || lasts
				: lasts || withinCap(view, forecast, outlook, tier, cap),
		runOutAt: ledger.runOutAt ?? paceRunOut(view.used, view.cycle, asOf, tier),
		base,
		overageCredits: spread?.average ?? null,
		overage,
		total: base && overage && add(base, overage),
		tail: base && tail && add(base, tail),
		atMost: spread?.atMost ?? false,
		beyondCap,
		missing: [...fixed.missing, ...(!free && 'missing' in price ? [price.missing] : [])]
	};
}

/**
 * Overage credits of the running cycle, on average and in the course that 1 in 10 exceed. A cap cuts every course, so
 * the tail is cut as well; the average is known where the forecast was asked for tier + cap, else it is bounded.
 */
function overageOf(
	outlook: TierForecast | null,
	cap: number | null,
	beyondCap: TierForecast | null
): { average: number; tail: number; atMost: boolean } | null {
	if (!outlook) return null;
	const { expectedOverageCredits: average, p90OverageCredits: tail } = outlook;
	if (cap === null) return { average, tail, atMost: false };
	if (beyondCap)
		return { average: average - beyondCap.expectedOverageCredits, tail: Math.min(tail, cap), atMost: false };
	return { average: Math.min(average, cap), tail: Math.min(tail, cap), atMost: tail > 0 };
}

/** Overage stays below the cap in nine courses of ten or more, or at the plain pace where there are no courses. */
function withinCap(
	view: CycleView,
	forecast: ForecastView | null,
	outlook: TierForecast | null,
	tier: number,
	cap: number
): boolean {
	if (outlook) return outlook.p90OverageCredits <= cap;
	return (forecast?.pace.monthEndCredits ?? view.used) <= tier + cap;
}

/** The tier that answers the screen's question, or null where no cost or coverage decides. */
export function bestPlan(figures: readonly PlanFigures[]): PlanFigures | null {
	// A plan under which agents stop is no answer to what costs least.
	const open = figures.filter((one) => one.total !== null && one.holds);
	if (figures.filter((one) => one.total !== null).length < 2 || open.length === 0) return null;
	return open.reduce((best, one) =>
		shownAmount(one.total as Ratio) < shownAmount(best.total as Ratio) ? one : best
	);
}

/** What a row's bar shows; null without a total. */
export function barParts(one: PlanFigures): CostParts | null {
	if (!one.base || !one.overage) return null;
	return {
		price: shownAmount(one.base),
		overage: shownAmount(one.overage),
		tail: one.tail && one.ledger.overage !== 'off' ? shownAmount(one.tail) : null
	};
}

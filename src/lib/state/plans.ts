import { paceRunOut } from '$lib/engine/forecast';
import { add, decimal, parseDecimal, subtract, ZERO, type Ratio } from '$lib/engine/money';
import type { CostParts } from '$lib/charts/geometry/costbar';
import type {
	CycleView,
	ForecastView,
	LedgerView,
	MissingPrice,
	PlanOutcomeView,
	PlanPolicy,
	PlansView,
	TierForecast
} from '$lib/workers/api';
import { lastsToRenewal } from './answer';
import { overagePrice, shownAmount } from './costs';
import { outlookOf, planOf, tiersOf } from './standing';

/** What one tier costs and does under the policy on screen. Credits; money exact. */
export interface PlanFigures {
	readonly tier: number;
	readonly ledger: LedgerView;
	readonly outlook: TierForecast | null;
	/** the plan on the forecast's courses; null in a past cycle, at the plain pace, and until it is computed */
	readonly outcome: PlanOutcomeView | null;
	/** the included credits last to renewal */
	readonly lasts: boolean;
	/** agents do not stop under the policy, in nine courses of ten or more */
	readonly holds: boolean;
	/** when it runs out at the plain pace, or did; null: not */
	readonly runOutAt: number | null;
	/** the tier held at the start and what any plan costs (in a running cycle without tax); null: a price is missing */
	readonly base: Ratio | null;
	readonly overageCredits: number | null;
	/** what comes on top of it: overage, or the tiers that are bought later */
	readonly overage: Ratio | null;
	/** exact in a past cycle, on average in a running one */
	readonly total: Ratio | null;
	/** 1 in 10 courses cost more; null where nothing is uncertain or it is not known */
	readonly tail: Ratio | null;
	readonly missing: readonly MissingPrice[];
}

/**
 * Every tier of the card under one policy. `forecast`: of the cycle on screen, else null; `plans`: the same courses read
 * plan by plan. A past cycle knows no upgrade at run-out.
 */
export function planFigures(
	view: CycleView,
	forecast: ForecastView | null,
	policy: PlanPolicy,
	plans: PlansView | null
): PlanFigures[] {
	return tiersOf(view).flatMap((tier) => {
		const ledger = planOf(view, tier, policy === 'upgrade' ? 'off' : policy);
		if (!ledger) return [];
		if (view.complete) return [pastFigures(view, ledger)];
		const outcome = plans?.outcomes[policy].find(({ includedCredits }) => includedCredits === tier) ?? null;
		return [runningFigures(view, forecast, policy, ledger, outcome)];
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
		outcome: null,
		lasts: lastsToRenewal(view, null, ledger.includedCredits),
		holds: ledger.stops.length === 0,
		runOutAt: ledger.runOutAt,
		base: total && overage && subtract(total, overage),
		overageCredits: ledger.overageCredits,
		overage,
		total,
		tail: null,
		missing: cost.missing
	};
}

/** A forecast's amount as exact money: six figures at most are known of it. */
const moneyOf = (amount: number): Ratio => parseDecimal(amount.toFixed(4)) ?? ZERO;

function runningFigures(
	view: CycleView,
	forecast: ForecastView | null,
	policy: PlanPolicy,
	ledger: LedgerView,
	outcome: PlanOutcomeView | null
): PlanFigures {
	const { card, contract, asOf } = view.context;
	const tier = ledger.includedCredits;
	const fixed = planOf(view, tier, 'off')?.cost ?? ledger.cost;
	const base =
		fixed.total === null
			? null
			: fixed.lines
					.filter(({ kind }) => kind !== 'overage' && kind !== 'tax')
					.reduce((sum, line) => add(sum, decimal(line.amount)), ZERO);
	const cost = outcome?.cost ?? null;
	// With overage off nothing but the tier is ever paid, whatever the courses.
	const total = policy === 'off' ? base : base && cost && moneyOf(cost.mean);
	const price = overagePrice(card, contract);
	const unpriced = base !== null && outcome !== null && cost === null;
	const lasts = lastsToRenewal(view, forecast, tier);
	return {
		tier,
		ledger,
		outlook: outlookOf(forecast, tier),
		outcome,
		lasts,
		holds: lasts || (policy !== 'off' && holdsUnder(view, forecast, policy, tier, outcome)),
		runOutAt: ledger.runOutAt ?? paceRunOut(view.used, view.cycle, asOf, tier),
		base,
		overageCredits: policy === 'off' ? 0 : (outcome?.overageCredits.mean ?? null),
		overage: total && base && subtract(total, base),
		total,
		tail: policy === 'off' ? base : total && cost && moneyOf(cost.p90),
		missing: [
			...fixed.missing,
			...(unpriced ? [policy !== 'upgrade' && 'missing' in price ? price.missing : 'tierPrice'] : [])
		] as MissingPrice[]
	};
}

/** One course in ten may stop, no more. */
const RARELY = 0.1;

/** Agents do not stop beyond the tier, on the courses or, where there are none, at the plain pace. */
function holdsUnder(
	view: CycleView,
	forecast: ForecastView | null,
	policy: Exclude<PlanPolicy, 'off'>,
	tier: number,
	outcome: PlanOutcomeView | null
): boolean {
	if (policy === 'on') return true;
	if (outcome) return outcome.stopProbability <= RARELY;
	const cap = view.context.contract.overageCapCredits ?? 0;
	const limit = policy === 'capped' ? tier + cap : (tiersOf(view).at(-1) ?? tier);
	return (forecast?.pace.monthEndCredits ?? view.used) <= limit;
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
		tail: one.tail && one.outcome && one.tail !== one.base ? shownAmount(one.tail) : null
	};
}

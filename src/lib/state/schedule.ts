import type { YearBar } from '$lib/charts/geometry/year';
import { termOf } from '$lib/engine/ledger/terms';
import type { PlanPolicy, PlanTerms } from '$lib/engine/planning/plan';
import type { Objective } from '$lib/engine/planning/schedule';
import * as format from '$lib/i18n/format';
import { plans as words } from '$lib/i18n/plans';
import type { CycleView, ScheduleAsk, ScheduleChoice, ScheduleView } from '$lib/workers/api';
import { planTermsOf } from './planTerms';

/** What the person wants most: an objective, or that agents never stop at the lowest average cost. */
export type Wish = Objective | 'never';
export const WISHES: readonly Wish[] = ['mean', 'tail', 'regret', 'never'];

/** No tier has a price: plans can only be compared by what they hold. */
export const unpriced = ({ tiers }: PlanTerms): boolean => tiers.every(({ price }) => price === null);

/**
 * The question put to the optimiser. Without any price the smallest plans that last are looked for: then a credit
 * included is what is paid for.
 * @param tolerance cycles of 100 in which agents may stop
 */
export function scheduleAsk(view: CycleView, policy: PlanPolicy, wish: Wish, tolerance: number): ScheduleAsk {
	const { contract, zone } = view.context;
	const priced = planTermsOf(view);
	const bare = unpriced(priced);
	const term = termOf(contract, { zone, anchorDay: contract.cycleAnchorDay });
	return {
		terms: bare
			? {
					...priced,
					tiers: priced.tiers.map(({ credits }) => ({ credits, price: credits })),
					overagePrice: null,
					fixed: 0
				}
			: priced,
		// To upgrade at run-out is no plan for months ahead; without it agents would stop.
		policy: bare || policy === 'upgrade' ? 'off' : policy,
		objective: wish === 'never' ? 'mean' : wish,
		tolerance: wish === 'never' ? 0 : tolerance / 100,
		lockedUntil: term?.end ?? null,
		current: view.inForce?.includedCredits ?? contract.tier
	};
}

const money = (amount: number, { context }: CycleView) =>
	format.aboutMoney(amount, context.contract.currency);

/** `60,000 until Feb 2027, then 100,000`; one plan: `60,000 throughout`. */
export function holding({ tiers }: ScheduleChoice, { cycles }: ScheduleView, zone: string): string {
	const t = words.current.schedule;
	const runs: { credits: number; last: number }[] = [];
	tiers.forEach((credits, k) => {
		const before = runs.at(-1);
		if (before?.credits === credits) before.last = k;
		else runs.push({ credits, last: k });
	});
	if (runs.length === 1) return t.throughout(format.integer(runs[0]?.credits ?? 0));
	return runs
		.map(({ credits, last }, k) => {
			const name = format.integer(credits);
			const cycle = cycles[last]?.cycle;
			return k === runs.length - 1 || !cycle ? name : t.until(name, format.cycleName(cycle, zone));
		})
		.join(t.then);
}

/** The heading of the twelve cycles: what to hold. */
export function scheduleTitle(schedule: ScheduleView, view: CycleView): string {
	const t = words.current.schedule;
	return schedule.best ? t.hold(holding(schedule.best, schedule, view.context.zone.name)) : t.none;
}

/** Why, by how much it beats others, and what would change it: a sentence each. */
export function scheduleSentences(
	schedule: ScheduleView,
	ask: ScheduleAsk,
	wish: Wish,
	view: CycleView
): string[] {
	const t = words.current.schedule;
	const { best, steady, more, less } = schedule;
	const bare = unpriced(planTermsOf(view));
	if (!best) return [bare ? t.noneLasts : t.noneAllowed];
	const turn = (point: typeof more, sentence: (percent: string, tier: string) => string) =>
		point
			? [sentence(format.percent(Math.abs(point.factor - 1)), format.integer(point.includedCredits))]
			: [];
	const changes = [...turn(more, t.more), ...turn(less, t.less)];
	const worst = Math.max(...best.stops);
	const stops = ask.policy === 'on' ? [] : [worst < 0.005 ? t.neverStops : t.stops(format.chance(worst))];
	if (bare) return [t.bare, ...stops, ...(changes.length > 0 ? changes : [t.steady])];
	// Beside the plan that is held now, else the best of those that never change.
	const others = steady.filter(({ tiers }) => tiers.some((tier, k) => tier !== best.tiers[k]));
	const other =
		others.find(({ tiers }) => tiers[0] === ask.current) ??
		others.toSorted((a, b) => a.value - b.value)[0] ??
		null;
	const saved = other ? other.meanCost - best.meanCost : 0;
	const name = format.integer(other?.tiers[0] ?? 0);
	const beside = !other
		? []
		: saved >= 0.5
			? [t.saves(money(saved, view), name)]
			: saved <= -0.5
				? [t.costsMore(money(-saved, view), name, t.reasons[wish])]
				: [t.same(name)];
	return [
		t.cost(money(best.meanCost, view), t.wishes[wish]),
		...beside,
		...stops,
		...(changes.length > 0 ? changes : [t.steady])
	];
}

/** Bars of the twelve cycles under the plans that are recommended. */
export function scheduleBars({ cycles, best }: ScheduleView, zone: string): YearBar[] {
	return cycles.map(({ cycle, p10, p50, p90 }, k) => ({
		id: cycle.start,
		name: format.cycleName(cycle, zone),
		known: false,
		middle: p50,
		range: { low: p10, high: p90 },
		plan: best?.tiers[k] ?? null,
		chance: best ? format.chanceOf100(best.stops[k] ?? 0) : ''
	}));
}

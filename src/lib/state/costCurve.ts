import type { CostCurveData } from '$lib/charts/geometry/costcurve';
import { cheapestBands, costLine } from '$lib/engine/planning/ladder';
import { costAt, settle, stopsAt, type PlanPolicy, type PlanTerms } from '$lib/engine/planning/plan';
import * as format from '$lib/i18n/format';
import { plans as words } from '$lib/i18n/plans';
import type { ForecastView, PlansView } from '$lib/workers/api';

/** A little room beyond the largest plan and the largest month. */
const BEYOND = 1.1;

/** What the cost curve draws; null: no tier has a price. */
export function costCurveData(
	terms: PlanTerms,
	policy: PlanPolicy,
	own: number | null,
	forecast: ForecastView | null,
	plans: PlansView | null
): CostCurveData | null {
	const highest = Math.max(terms.tiers.at(-1)?.credits ?? 0, forecast?.fan?.top ?? 0);
	const most = Math.round(highest * BEYOND);
	const lines = terms.tiers.map(({ credits }, tier) => {
		const line = costLine(terms, { tier, policy }, 0, most);
		return {
			credits,
			name: format.integer(credits),
			own: credits === own,
			line,
			stops: line.length > 0 && stopsAt(terms, { tier, policy }) <= most
		};
	});
	if (lines.every(({ line }) => line.length === 0)) return null;
	const month = forecast?.monthEndCredits ?? null;
	return {
		plans: lines,
		bands: cheapestBands(terms, policy, most).map(({ tier, from, to }) => ({
			credits: tier === null ? null : (terms.tiers[tier]?.credits ?? null),
			from,
			to,
			line: tier === null ? [] : costLine(terms, { tier, policy }, from, to)
		})),
		monthEnds: plans && month && { ...plans.monthEnds, p10: month.p10, p90: month.p90 },
		most
	};
}

/** What each plan costs at one demand, the cheapest first; and which of them stop. */
export function costReading(terms: PlanTerms, policy: PlanPolicy, demand: number, currency: string): string {
	const t = words.current.curve;
	const read = terms.tiers.flatMap(({ credits }, tier) => {
		const plan = { tier, policy };
		const cost = costAt(terms, plan, demand);
		return cost === null ? [] : [{ credits, cost, stops: settle(terms, plan, demand).unserved > 0 }];
	});
	const open = read.filter(({ stops }) => !stops).toSorted((a, b) => a.cost - b.cost);
	const stopped = read.filter(({ stops }) => stops).map(({ credits }) => format.integer(credits));
	const costs = open.map(({ credits, cost }) =>
		t.costs(format.integer(credits), format.estimateMoney(cost, currency))
	);
	return [
		t.at(format.integer(demand), costs.length > 0 ? costs.join(', ') : t.allStop),
		...(stopped.length > 0 && costs.length > 0 ? [t.stopping(words.current.list(stopped))] : [])
	].join(' ');
}

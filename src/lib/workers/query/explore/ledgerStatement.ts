import { hasTier, planTerms, statement, type LedgerTerms } from '../../../engine/ledger';
import { stretchesBefore } from '../../../engine/rollup';
import { dayOf, startOfDay } from '../../../engine/time';
import type { LedgerPlan, LedgerStatement } from '../../api';
import { perSeries } from '../../series';
import { SLOT_OF, sumsOf } from '../cycle';
import type { Usage } from '../usage';

/** The contract's own terms for its own plan, with its changes; for any other as if it had held for the whole cycle. */
function termsOf(usage: Usage, start: number | null, { tier, overage }: LedgerPlan): LedgerTerms | null {
	const terms = usage.termsAt(start);
	const { contract } = usage.rules.settings;
	if (tier === contract.tier && overage === contract.overage && hasTier(terms)) return terms;
	return planTerms(terms).find((plan) => plan.tier === tier && plan.overage === overage) ?? null;
}

/** The account of a plan in the cycle that holds an instant; null where its card does not sell the tier. */
export async function ledgerStatement(
	usage: Usage,
	start: number | null,
	plan: LedgerPlan
): Promise<LedgerStatement | null> {
	const terms = termsOf(usage, start, plan);
	if (!terms) return null;
	const { cycle } = terms;
	const { timeline, rules, asOf } = usage;
	const result = await usage.ledger(terms);
	const before = timeline.unitsBefore[stretchesBefore(timeline, cycle.start)] as number;
	const days: number[] = [];
	for (let day = dayOf(rules.zone, cycle.start) + 1; startOfDay(rules.zone, day) < cycle.end; day++)
		days.push(startOfDay(rules.zone, day));
	const { units } = sumsOf(usage, terms);
	return {
		cycle,
		complete: cycle.end <= asOf,
		lines: statement(
			result,
			days,
			(instant) => (timeline.unitsBefore[stretchesBefore(timeline, instant)] as number) - before
		),
		demand: perSeries((key) => units[SLOT_OF[key]] as number),
		overage: result.overage,
		unserved: result.unserved,
		excess: result.excess
	};
}

import { hasTier, statement } from '../../../engine/ledger';
import { piecesBefore } from '../../../engine/rollup';
import { dayOf, startOfDay } from '../../../engine/time';
import type { LedgerStatement } from '../../api';
import { perSeries } from '../../series';
import { SLOT_OF, sumsOf } from '../cycle';
import type { Usage } from '../usage';

/** The account of the cycle that holds an instant; null where the contract has no tier in it. */
export async function ledgerStatement(usage: Usage, start: number | null): Promise<LedgerStatement | null> {
	const terms = usage.termsAt(start);
	if (!hasTier(terms)) return null;
	const { cycle } = terms;
	const { timeline, rules, asOf } = usage;
	const result = await usage.ledger(terms);
	const before = timeline.unitsBefore[piecesBefore(timeline, cycle.start)] as number;
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
			(instant) => (timeline.unitsBefore[piecesBefore(timeline, instant)] as number) - before
		),
		demand: perSeries((key) => units[SLOT_OF[key]] as number),
		overage: result.overage,
		unserved: result.unserved,
		excess: result.excess
	};
}

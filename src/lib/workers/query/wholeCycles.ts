import type { CycleTerms } from '../../engine/ledger';
import { dayOf } from '../../engine/time';
import { coverageOf } from '../coverage';
import { coveredDays } from './history';
import type { Usage } from './usage';

/** The cycles that are complete and known as a whole; agents may have stood still in them. */
export function wholeCycles({ rules, names, asOf, terms }: Usage): CycleTerms[] {
	const { zone } = rules;
	const first = dayOf(zone, (terms[0] as CycleTerms).cycle.start);
	const covered = coveredDays(
		zone,
		names.layers.map(({ record }) => coverageOf(record, zone)),
		first,
		dayOf(zone, asOf) + 1
	);
	return terms.filter(
		({ cycle }) =>
			cycle.end <= asOf &&
			covered.subarray(dayOf(zone, cycle.start) - first, dayOf(zone, cycle.end) - first).every(Boolean)
	);
}

import { forecastDemand } from '../../engine/forecast';
import { bestSchedule, coursesFrom } from '../../engine/planning';
import type { ChoicesAsk, ForecastInput, PastChoice } from '../api';
import { requestOf } from './forecast';

/** Choosing again and again needs no finer courses than that: a chance is then known to 2 in 100. */
const PATHS = 500;

/**
 * What would have been recommended at the start of past cycles, one by one: the tier with the lowest cost on average
 * among those that stop seldom enough, on courses made from nothing but the days before. Planned events that are among
 * the settings count as known then, and the hours of the week are today's: they only spread a day over its hours.
 */
export function pastChoices(input: ForecastInput, { policy, tolerance, cycles }: ChoicesAsk): PastChoice[] {
	let held = 0;
	return cycles.map(({ cycle, terms, locked }): PastChoice => {
		const demand = forecastDemand(
			requestOf({ ...input, asOf: cycle.start, cycle, used: 0, paths: Math.min(PATHS, input.paths) })
		);
		if (demand.refused) return { kind: 'tooFewDays', knownDays: demand.refused.known };
		const before = terms.tiers.findIndex(({ credits }) => credits >= held);
		const best = bestSchedule({
			terms,
			policy,
			objective: 'mean',
			tolerance,
			cycles: [coursesFrom(demand, 0, () => cycle.start)],
			lowest: locked ? Math.max(0, before) : 0,
			locked: [locked]
		});
		held = terms.tiers[best?.tiers[0] ?? terms.tiers.length - 1]?.credits ?? 0;
		return { kind: best ? 'chosen' : 'largest', includedCredits: held };
	});
}

import type { Anomaly, UsageDays } from '../../../engine/explore/anomaly';
import { hasTier, type LedgerTerms } from '../../../engine/ledger';
import { UNITS_PER_CREDIT } from '../../../engine/rating';
import { stretchesBefore } from '../../../engine/rollup';
import { startOfDay } from '../../../engine/time';
import type { RunOutEffect } from '../../api';
import type { Usage } from '../usage';

/** Days that usual use is taken from. */
const PACE_DAYS = 28;

/**
 * Terms under which the credits are used up when they would be without some that were drawn earlier: those credits are
 * granted on top. An upgrade that replaces the tier replaces what was granted, so it gets them too.
 */
function withCredits(terms: LedgerTerms, credits: number): LedgerTerms {
	const replaces = terms.upgradeCredits === 'replace';
	return {
		...terms,
		tier: terms.tier + credits,
		changes: terms.changes.map((change) =>
			change.tier !== undefined && replaces ? { ...change, tier: change.tier + credits } : change
		)
	};
}

/**
 * By how much an anomaly moved the run-out of the cycle that its first day lies in. Used up: the ledger replayed with
 * what was above expectation (to the credit) taken out, day by day, so that nothing is taken out before it was drawn.
 * Not yet: how many days of usual use it is, by the last four weeks without it. Null without a tier, or where the
 * credits of a past cycle lasted.
 */
export async function runOutEffect(
	usage: Usage,
	{ firstDay, known }: UsageDays,
	{ above, from }: Anomaly
): Promise<RunOutEffect | null> {
	const { zone } = usage.rules;
	const startOf = (t: number) => startOfDay(zone, firstDay + t);
	const terms = usage.termsAt(startOf(from));
	if (!hasTier(terms)) return null;
	const { cycle } = terms;
	const own = await usage.ledger(terms);
	const inCycle = above.filter((_, k) => startOf(from + k) < cycle.end);
	if (own.runOutAt !== null) {
		if (startOf(from) >= own.runOutAt) return null;
		let [units, without]: [number, number | null] = [0, own.runOutAt];
		for (const [k, day] of inCycle.entries()) {
			// Used up before this day even so: what it drew above expectation came too late to move it.
			if (without !== null && without <= startOf(from + k)) break;
			units += day;
			const taken = Math.max(0, Math.round(units / UNITS_PER_CREDIT));
			without = (await usage.ledger(withCredits(terms, taken))).runOutAt;
		}
		return { kind: 'moved', cycle, runOutAt: own.runOutAt, without };
	}
	if (cycle.end <= usage.asOf) return null;
	const all = inCycle.reduce((sum, day) => sum + day, 0);
	const { unitsBefore } = usage.timeline;
	const before = (at: number) => unitsBefore[stretchesBefore(usage.timeline, at)] as number;
	let [used, days] = [0, 0];
	for (let t = Math.max(0, known.length - PACE_DAYS); t < known.length; t++)
		if (known[t] === 1) {
			days++;
			used += before(startOf(t + 1)) - before(startOf(t)) - (above[t - from] ?? 0);
		}
	const perDay = used / days;
	return perDay > 0 ? { kind: 'days', cycle, days: all / perDay } : null;
}

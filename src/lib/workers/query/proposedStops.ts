import type { CycleTerms } from '../../engine/ledger';
import { isMetered, UNITS_PER_CREDIT } from '../../engine/rating';
import { stretchesBefore } from '../../engine/rollup';
import { DAY_MS, type Cycle } from '../../engine/time';
import { coverageOf } from '../coverage';
import type { Usage } from './usage';

/** Units of a mean interaction of the costliest kind in a cycle. */
function interactionUnits({ time }: Usage, { start, end }: Cycle): number {
	const units = new Map<number, number>();
	const counts = new Map<number, number>();
	for (let k = 0; k < time.count; k++) {
		const from = time.from[k] as number;
		const slot = time.slot[k] as number;
		if (from < start || from >= end || !isMetered(slot)) continue;
		units.set(slot, (units.get(slot) ?? 0) + (time.units[k] as number));
		counts.set(slot, (counts.get(slot) ?? 0) + (time.interactions[k] as number));
	}
	return Math.max(0, ...[...units].map(([slot, sum]) => sum / (counts.get(slot) as number)));
}

/** Credits of overage after which agents stop, at the cycle's end. */
const capOf = (terms: CycleTerms): number =>
	terms.changes.findLast(({ cap }) => cap !== undefined)?.cap ?? terms.cap ?? 0;

/**
 * Stretches in which the agents seem to have been stopped although the contract's own ledger has no stop there
 * (domain.md §4): a past cycle whose usage ends less than one interaction short of what its plan allows, followed by a
 * day or more of silence until renewal, all of it covered by the files. The meter may have rounded a call otherwise
 * than the card does. They are proposed, and count once the user marks them.
 */
export async function proposedStops(usage: Usage): Promise<{ from: number; to: number }[]> {
	const { timeline } = usage;
	const coverages = usage.names.layers.map(({ record }) => coverageOf(record, usage.rules.zone));
	const marked = usage.marked();
	const found: { from: number; to: number }[] = [];
	for (const terms of usage.terms) {
		const { cycle } = terms;
		const ledger = cycle.end <= usage.asOf ? await usage.inForce(terms) : null;
		if (!ledger || ledger.policy === 'on' || ledger.stops.length > 0) continue;
		const begin = stretchesBefore(timeline, cycle.start);
		const end = stretchesBefore(timeline, cycle.end);
		if (begin === end) continue;
		const from = (timeline.dayEnd[end - 1] as number) || (timeline.from[end - 1] as number) + timeline.width;
		const to = cycle.end;
		if (to - from < DAY_MS) continue;
		if (!coverages.some((one) => Math.min(one.to, to) - Math.max(one.from, from) >= DAY_MS)) continue;
		if (marked.some((one) => one.from < to && one.to > from)) continue;
		const used = (timeline.unitsBefore[end] as number) - (timeline.unitsBefore[begin] as number);
		const allowed = ledger.granted + (ledger.policy === 'capped' ? capOf(terms) * UNITS_PER_CREDIT : 0);
		if (allowed - used <= interactionUnits(usage, cycle)) found.push({ from, to });
	}
	return found;
}

import type { LayerNames, Licence, RateCard } from '../rating';
import { EARLY, PREMIUM, TRIAL, UNLIMITED, versionAt, VOICE, type CardVersions } from '../rating';
import type { Cells, Cutter } from '../rollup';
import type { Cycle } from '../time';

/** What one agent used of one meter on one local day at one entity: one row of usage. */
export interface FocusUsage {
	/** the local day */
	readonly day: Cycle;
	/** '' where none is known */
	readonly agent: string;
	readonly entity: string;
	readonly voice: boolean;
	readonly premium: boolean;
	readonly licence: Licence;
	/** the version in force that day */
	readonly card: RateCard;
	/** messages; of calls their real length in ms */
	quantity: number;
	/** billable seconds of calls */
	seconds: number;
	/** what it drew, or would have drawn if it were metered */
	units: number;
	interactions: number;
	nonBillable: number;
}

const licenceOf = (slot: number): Licence =>
	(slot & TRIAL) !== 0 ? 'trial' : (slot & UNLIMITED) !== 0 ? 'unlimited' : 'metered';

/**
 * Usage rows of a cycle from a cube by local day, agent and entity. What came before an activation counts as any other:
 * it was charged for.
 */
export function focusUsage(
	cells: Cells,
	names: LayerNames,
	days: Cutter,
	versions: CardVersions,
	cycle: Cycle
): FocusUsage[] {
	const rows = new Map<string, FocusUsage>();
	for (let k = 0; k < cells.count; k++) {
		const from = cells.from[k] as number;
		if (from < cycle.start || from >= cycle.end) continue;
		const slot = (cells.slot[k] as number) & ~EARLY;
		const [agent, entity] = [cells.agent[k] as number, cells.entity[k] as number];
		const key = `${from} ${agent} ${entity} ${slot}`;
		const row = rows.get(key) ?? {
			day: days(from),
			agent: names.agents[agent] as string,
			entity: names.entities[entity] as string,
			voice: (slot & VOICE) !== 0,
			premium: (slot & PREMIUM) !== 0,
			licence: licenceOf(slot),
			card: versions.cards[versionAt(versions, from)] as RateCard,
			quantity: 0,
			seconds: 0,
			units: 0,
			interactions: 0,
			nonBillable: 0
		};
		row.quantity += cells.quantity[k] as number;
		row.seconds += cells.seconds[k] as number;
		row.units += cells.units[k] as number;
		row.interactions += cells.interactions[k] as number;
		row.nonBillable += cells.nonBillable[k] as number;
		rows.set(key, row);
	}
	return [...rows.values()];
}

import type { LayerRecord } from '../db';
import { dayOf, startOfDay, type ZoneTable } from '../engine/time';

/**
 * The stretch of time in which a layer's usage is known (domain.md §1): from the local midnight, in the contract's
 * zone, of its first row to its last row's start, or as the user said.
 */
export function coverageOf({ coverage, first, last }: LayerRecord, zone: ZoneTable) {
	return coverage ?? { from: startOfDay(zone, dayOf(zone, first)), to: last };
}

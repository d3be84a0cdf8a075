import type { Rated } from '../rating/layerRating';
import { isMetered, VOICE } from '../rating/slot';
import type { Columns } from '../table/columns';
import { isLive, type Live } from '../table/live';
import { DAY_MS, HOUR_MS, localTime, type ZoneTable } from '../time';

/** Places of one entity: 24 local hours of chats, then 24 of calls. */
export const ENTITY_HOURS = 48;

/**
 * Adds the metered units of rows `[first, end)` by entity, channel and local hour of the day.
 * @param sums row-major entities × {@link ENTITY_HOURS}
 * @param entities code of the layer → place in `sums`
 */
export function addEntityHours(
	sums: Float64Array,
	columns: Columns,
	rated: Rated,
	live: Live,
	entities: Uint32Array,
	zone: ZoneTable,
	first: number,
	end: number
): void {
	for (let r = first; r < end; r++) {
		const state = rated.state[r] as number;
		if (!isMetered(state) || !isLive(live, r)) continue;
		const local = localTime(zone, columns.start[r] as number);
		const hour = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS);
		const entity = entities[columns.entity[r] as number] as number;
		const place = entity * ENTITY_HOURS + ((state & VOICE) === 0 ? 0 : 24) + hour;
		sums[place] = (sums[place] as number) + (rated.units[r] as number);
	}
}

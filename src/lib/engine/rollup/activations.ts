import { entryOf, NO_ENTRY } from '../rating/registerIndex';
import type { LayerNames } from '../rating/layerRating';
import type { RatingPlan } from '../rating/plan';
import { VOICE } from '../rating/slot';
import type { Cells } from './cells';

/**
 * Activation of each register entry, by position: the register's, else the start of the entry's first interaction;
 * Infinity where it has none. From a cube by agent and entity with the names of its codes.
 */
export function activationsOf(plan: RatingPlan, cells: Cells, names: LayerNames): Float64Array {
	const given = plan.activation.subarray(1);
	const first = new Float64Array(given.length).fill(Infinity);
	for (let k = 0; k < cells.count; k++) {
		const agent = names.agents[cells.agent[k] as number] as string;
		const entity = names.entities[cells.entity[k] as number] as string;
		const entry = entryOf(plan.register, agent, entity, (cells.slot[k] as number) & VOICE);
		if (entry !== NO_ENTRY) first[entry] = Math.min(first[entry] as number, cells.first[k] as number);
	}
	return first.map((start, entry) => (given[entry] === -Infinity ? start : (given[entry] as number)));
}

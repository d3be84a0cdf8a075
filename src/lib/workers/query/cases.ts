import type { WorkspaceDb } from '../../db';
import { EARLY, LayerRating, newRated, VOICE, type Channel } from '../../engine/rating';
import type { AgentCases } from '../../engine/rollup';
import { isLive } from '../../engine/table';
import type { Cycle } from '../../engine/time';
import { CaseNumbers, CASES, Growing } from './caseNumbers';
import type { Usage } from './usage';

/** Distinct values of a list that starts as `values`, by their row key. Sorts in place. */
function countDistinct(values: Float64Array): Map<number, number> {
	values.sort();
	const counts = new Map<number, number>();
	for (let k = 0; k < values.length; k++) {
		if (k > 0 && values[k] === values[k - 1]) continue;
		const key = Math.floor((values[k] as number) / CASES);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

function add(counts: Map<number, number>, key: number, count: number): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}

/**
 * Distinct cases per entity × agent × channel, in a cycle and since activation: one scan of the rows, since no cube
 * can hold them. One layer's cases keep their codes; only several layers are joined by their texts. An interaction of
 * which only the day's sum is kept has no case any more, so it is one of its own (domain.md §1).
 */
export async function countCases(
	db: WorkspaceDb,
	usage: Usage,
	cycle: Cycle
): Promise<(entity: string, agent: string, channel: Channel) => AgentCases> {
	const { names, cache, rules } = usage;
	const entities = names.entities.length;
	const inCycle = new Growing();
	const since = new Growing();
	const numbers = new CaseNumbers();
	/** by row key: interactions of days that are kept as sums */
	const summedInCycle = new Map<number, number>();
	const summedSince = new Map<number, number>();
	const rated = newRated();
	const single = names.layers.length === 1;
	let fresh = CASES - 1;
	for (const layer of names.layers) {
		const { record } = layer;
		const summed = usage.summaries.get(record.id);
		if (summed) {
			const { summary, days, state } = summed;
			for (let k = 0; k < summary.entries; k++) {
				const agent = layer.agents[summary.agent[k] as number] as number;
				const entity = layer.entities[summary.entity[k] as number] as number;
				const bits = state[k] as number;
				const key = (agent * entities + entity) * 2 + (bits & VOICE);
				const count = summary.interactions[k] as number;
				const day = days[k] as Cycle;
				if (day.start >= cycle.start && day.start < cycle.end) add(summedInCycle, key, count);
				if ((bits & EARLY) === 0) add(summedSince, key, count);
			}
			continue;
		}
		const rating = new LayerRating(rules.plan, record.id, layer.names, record.ratedDuration);
		for await (const { seq, block, live } of cache.within(record)) {
			rating.rate(block, seq, rated);
			const { caseCode } = block;
			const codes = single ? caseCode : await numbers.ofRows(db, record, seq, block);
			for (let r = 0; r < block.rows; r++) {
				if (!isLive(live, r)) continue;
				const state = rated.state[r] as number;
				const agent = layer.agents[block.agent[r] as number] as number;
				const entity = layer.entities[block.entity[r] as number] as number;
				// Interactions without a case count down from the top, so they meet no case's number.
				const number = caseCode[r] === 0 ? fresh-- : (codes[r] as number);
				const value = ((agent * entities + entity) * 2 + (state & VOICE)) * CASES + number;
				const start = block.start[r] as number;
				if (start >= cycle.start && start < cycle.end) inCycle.push(value);
				if ((state & EARLY) === 0) since.push(value);
			}
		}
	}
	const thisCycle = countDistinct(inCycle.take());
	const sinceActivation = countDistinct(since.take());
	const agentCode = new Map(names.agents.map((name, code) => [name, code]));
	const entityCode = new Map(names.entities.map((name, code) => [name, code]));
	return (entity, agent, channel) => {
		const pair = (agentCode.get(agent) as number) * entities + (entityCode.get(entity) as number);
		const key = pair * 2 + (channel === 'voice' ? VOICE : 0);
		return {
			thisCycle: (thisCycle.get(key) ?? 0) + (summedInCycle.get(key) ?? 0),
			sinceActivation: (sinceActivation.get(key) ?? 0) + (summedSince.get(key) ?? 0)
		};
	};
}

import { creditsOfUnits, minutesOfSeconds } from '../rating/credits';
import { entriesInForce } from '../rating/inForce';
import type { Channel, Licence } from '../rating/card';
import type { LayerNames } from '../rating/layerRating';
import type { RatingPlan } from '../rating/plan';
import type { RegisterEntry } from '../rating/register';
import { entryOf, NO_ENTRY } from '../rating/registerIndex';
import { EARLY, isMetered, PREMIUM, TRIAL, VOICE } from '../rating/slot';
import { formatInstant, type Cycle } from '../time';
import type { Cells } from './cells';

interface ClassFigures {
	readonly standard: number;
	readonly premium: number;
}

/** One cycle of the report (formats.md §5), without its ledgers. Credits and minutes half-even to 4 places. */
export interface CycleFigures {
	readonly start: string;
	readonly end: string;
	readonly complete: boolean;
	readonly interactions: number;
	readonly messages: ClassFigures;
	readonly calls: number;
	readonly nonBillableCalls: number;
	readonly billableMinutes: ClassFigures;
	readonly credits: { readonly total: number; readonly chat: ClassFigures; readonly voice: ClassFigures };
	readonly creditsOutsidePlan: { readonly trial: number; readonly unlimited: number };
	readonly agents: number;
}

/** Names distinct among a cycle's interactions and the register entries in force in it; "unassigned" is none. */
export function agentsOf(
	plan: RatingPlan,
	activations: Float64Array,
	cells: Cells,
	names: LayerNames,
	cycle: Cycle
): number {
	const agents = new Set<string>();
	for (let k = 0; k < cells.count; k++) {
		const from = cells.from[k] as number;
		if (from >= cycle.start && from < cycle.end) agents.add(names.agents[cells.agent[k] as number] as string);
	}
	for (const { agent } of entriesInForce(plan.register, activations, plan.zone, cycle)) agents.add(agent);
	agents.delete('');
	return agents.size;
}

/** Figures of one cycle from a cube whose stretches do not cross its bounds; `agents` as {@link agentsOf} counts. */
export function cycleFigures(cells: Cells, cycle: Cycle, asOf: number, agents: number): CycleFigures {
	// By `VOICE | PREMIUM` bits: exact sums, rounded one by one at the end.
	const units = [0, 0, 0, 0];
	const messages = [0, 0];
	const seconds = [0, 0];
	let [interactions, calls, nonBillable, trial, unlimited, total] = [0, 0, 0, 0, 0, 0];
	for (let k = 0; k < cells.count; k++) {
		const from = cells.from[k] as number;
		if (from < cycle.start || from >= cycle.end) continue;
		const slot = cells.slot[k] as number;
		const count = cells.interactions[k] as number;
		const drawn = cells.units[k] as number;
		const premium = (slot & PREMIUM) === 0 ? 0 : 1;
		interactions += count;
		if ((slot & VOICE) === 0) {
			messages[premium] = (messages[premium] as number) + (cells.quantity[k] as number);
		} else {
			calls += count;
			nonBillable += cells.nonBillable[k] as number;
			seconds[premium] = (seconds[premium] as number) + (cells.seconds[k] as number);
		}
		if (isMetered(slot)) {
			total += drawn;
			units[slot & (VOICE | PREMIUM)] = (units[slot & (VOICE | PREMIUM)] as number) + drawn;
		} else if ((slot & TRIAL) !== 0) trial += drawn;
		else unlimited += drawn;
	}
	const credits = (slot: number) => creditsOfUnits(units[slot] as number);
	return {
		start: formatInstant(cycle.start),
		end: formatInstant(cycle.end),
		complete: cycle.end <= asOf,
		interactions,
		messages: { standard: messages[0] as number, premium: messages[1] as number },
		calls,
		nonBillableCalls: nonBillable,
		billableMinutes: {
			standard: minutesOfSeconds(seconds[0] as number),
			premium: minutesOfSeconds(seconds[1] as number)
		},
		credits: {
			total: creditsOfUnits(total),
			chat: { standard: credits(0), premium: credits(PREMIUM) },
			voice: { standard: credits(VOICE), premium: credits(VOICE | PREMIUM) }
		},
		creditsOutsidePlan: { trial: creditsOfUnits(trial), unlimited: creditsOfUnits(unlimited) },
		agents
	};
}

/** FIGURES of formats.md §5. */
export interface AgentFigures {
	readonly interactions: number;
	readonly cases: number;
	readonly messages: number;
	readonly billableMinutes: number;
	readonly nonBillableCalls: number;
	readonly credits: number;
}

export interface AgentRow {
	readonly entity: string;
	readonly agent: string;
	readonly channel: Channel;
	readonly licence: Licence;
	readonly activatedAt: string;
	readonly thisCycle: AgentFigures;
	readonly sinceActivation: AgentFigures;
}

/** Distinct cases, which no cube holds: counted from rows by the caller. */
export interface AgentCases {
	readonly thisCycle: number;
	readonly sinceActivation: number;
}

/** Exact sums of interactions: {@link creditsOfUnits} and {@link minutesOfSeconds} make them readable. */
export interface UsageSums {
	readonly interactions: number;
	readonly premiumInteractions: number;
	/** of chats */
	readonly messages: number;
	/** billable ones of calls */
	readonly seconds: number;
	readonly nonBillable: number;
	/** metered, in 1/60,000 credit */
	readonly units: number;
	/** the part of `units` at the premium rate */
	readonly premiumUnits: number;
}

class Sums implements UsageSums {
	interactions = 0;
	premiumInteractions = 0;
	messages = 0;
	seconds = 0;
	nonBillable = 0;
	units = 0;
	premiumUnits = 0;

	add(cells: Cells, k: number): void {
		const slot = cells.slot[k] as number;
		const premium = (slot & PREMIUM) === 0 ? 0 : 1;
		const count = cells.interactions[k] as number;
		const units = isMetered(slot) ? (cells.units[k] as number) : 0;
		this.interactions += count;
		this.premiumInteractions += premium * count;
		if ((slot & VOICE) === 0) this.messages += cells.quantity[k] as number;
		this.seconds += cells.seconds[k] as number;
		this.nonBillable += cells.nonBillable[k] as number;
		this.units += units;
		this.premiumUnits += premium * units;
	}
}

/** One entity × agent × channel that has interactions, in exact sums. */
export interface AgentSums {
	readonly entity: string;
	readonly agent: string;
	readonly channel: Channel;
	/** what the register says of it; null: nothing */
	readonly entry: RegisterEntry | null;
	/** an instant: the entry's activation, else the first interaction */
	readonly activatedAt: number;
	readonly thisCycle: UsageSums;
	/** from the activation on */
	readonly sinceActivation: UsageSums;
	/** interactions before the activation that the register gives, a discrepancy to show */
	readonly early: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sums by entity × agent × channel, in code-unit order, from a cube whose stretches do not cross the cycle's bounds.
 * Cells hold rows up to the as-of only. Rows before an activation carry EARLY.
 */
export function agentSums(
	plan: RatingPlan,
	activations: Float64Array,
	cells: Cells,
	names: LayerNames,
	cycle: Cycle
): AgentSums[] {
	interface Row {
		entity: string;
		agent: string;
		channel: Channel;
		first: number;
		early: number;
		thisCycle: Sums;
		sinceActivation: Sums;
	}
	const rows = new Map<number, Row>();
	for (let k = 0; k < cells.count; k++) {
		const slot = cells.slot[k] as number;
		const voice = slot & VOICE;
		const [agent, entity] = [cells.agent[k] as number, cells.entity[k] as number];
		const key = (agent * names.entities.length + entity) * 2 + voice;
		let row = rows.get(key);
		if (!row) {
			row = {
				entity: names.entities[entity] as string,
				agent: names.agents[agent] as string,
				channel: voice ? 'voice' : 'chat',
				first: Infinity,
				early: 0,
				thisCycle: new Sums(),
				sinceActivation: new Sums()
			};
			rows.set(key, row);
		}
		row.first = Math.min(row.first, cells.first[k] as number);
		const from = cells.from[k] as number;
		if (from >= cycle.start && from < cycle.end) row.thisCycle.add(cells, k);
		if ((slot & EARLY) === 0) row.sinceActivation.add(cells, k);
		else row.early += cells.interactions[k] as number;
	}
	return [...rows.values()]
		.sort((a, b) => byText(a.entity, b.entity) || byText(a.agent, b.agent) || byText(a.channel, b.channel))
		.map(({ first, ...row }) => {
			const entry = entryOf(plan.register, row.agent, row.entity, row.channel === 'voice' ? 1 : 0);
			return {
				...row,
				entry: plan.register.entries[entry] ?? null,
				activatedAt: entry === NO_ENTRY ? first : (activations[entry] as number)
			};
		});
}

const figuresOf = (sums: UsageSums, cases: number): AgentFigures => ({
	interactions: sums.interactions,
	cases,
	messages: sums.messages,
	billableMinutes: minutesOfSeconds(sums.seconds),
	nonBillableCalls: sums.nonBillable,
	credits: creditsOfUnits(sums.units)
});

/** Rows of the report (formats.md §5 `agents`). */
export const agentRows = (
	sums: readonly AgentSums[],
	casesOf: (entity: string, agent: string, channel: Channel) => AgentCases
): AgentRow[] =>
	sums.map(({ entity, agent, channel, entry, activatedAt, thisCycle, sinceActivation }) => {
		const cases = casesOf(entity, agent, channel);
		return {
			entity,
			agent,
			channel,
			licence: entry?.licence ?? 'metered',
			activatedAt: formatInstant(activatedAt),
			thisCycle: figuresOf(thisCycle, cases.thisCycle),
			sinceActivation: figuresOf(sinceActivation, cases.sinceActivation)
		};
	});

import { blankEntry, indexRegister, type RegisterEntry, type RegisterIndex } from '$lib/engine/rating';
import type { LayerNames } from '$lib/engine/rating';
import {
	KIND_PREMIUM,
	KIND_STANDARD,
	KIND_VOICE,
	NO_DURATION,
	type Columns
} from '$lib/engine/table/columns';
import type { Contract } from '$lib/engine/ledger';

/** One interaction as a test writes it. */
export interface TestRow {
	readonly start: number;
	/** messages of a chat */
	readonly messages?: number;
	/** length of a call in ms */
	readonly ms?: number;
	/** a further duration in ms; absent: the file gave none */
	readonly further?: number;
	readonly class?: 'standard' | 'premium';
	readonly agent?: string;
	readonly entity?: string;
}

/** A block of rows by start, as the importer would store it; new names are appended to `names`. */
export function columnsOf(rows: readonly TestRow[], names: TestNames): Columns {
	const sorted = rows.toSorted((a, b) => a.start - b.start);
	const code = (list: string[], name: string): number => {
		const known = list.indexOf(name);
		return known >= 0 ? known : list.push(name) - 1;
	};
	return {
		rows: sorted.length,
		start: Float64Array.from(sorted, (row) => row.start),
		quantity: Uint32Array.from(sorted, (row) => row.ms ?? row.messages ?? 0),
		kind: Uint8Array.from(
			sorted,
			(row) =>
				(row.ms === undefined ? 0 : KIND_VOICE) |
				(row.class === 'standard' ? KIND_STANDARD : row.class === 'premium' ? KIND_PREMIUM : 0)
		),
		agent: Uint16Array.from(sorted, (row) => code(names.agents, row.agent ?? '')),
		entity: Uint16Array.from(sorted, (row) => code(names.entities, row.entity ?? '')),
		outcome: new Uint16Array(sorted.length),
		caseCode: new Uint32Array(sorted.length),
		line: Uint32Array.from(sorted.keys(), (k) => k + 2),
		durations: [Uint32Array.from(sorted, (row) => row.further ?? NO_DURATION)]
	};
}

export interface TestNames extends LayerNames {
	readonly agents: string[];
	readonly entities: string[];
}

export const newNames = (): TestNames => ({ agents: [''], entities: [''] });

export const entryFor = (agent: string, given: Partial<RegisterEntry> = {}): RegisterEntry => ({
	...blankEntry(agent),
	...given
});

export function registerOf(...entries: RegisterEntry[]): RegisterIndex {
	const outcome = indexRegister(entries);
	if (outcome.kind !== 'ready') throw new Error('the test has a duplicate register entry');
	return outcome.index;
}

export const CONTRACT: Contract = {
	rateCardId: 'net2phone',
	tier: 20_000,
	overage: 'off',
	overageCapCredits: null,
	atExhaustion: 'cut',
	upgradeCredits: 'replace',
	upgradePrice: 'new',
	changes: [],
	timeZone: 'America/Toronto',
	cycleAnchorDay: 1,
	currency: 'USD',
	extraAgentPrice: null,
	includedAgents: null,
	taxPercent: 0,
	oneOffFees: [],
	termMonths: null,
	termStart: null,
	country: null,
	censored: []
};

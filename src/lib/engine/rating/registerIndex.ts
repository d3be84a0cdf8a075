import type { Channel } from './card';
import type { RegisterEntry } from './register';

/** No register entry names the row. */
export const NO_ENTRY = -1;

/** Positions of the entries for `[chat, voice]`. */
export type ByChannel = readonly [number, number];

/** The entries of one agent, with the fall-backs already filled in. */
export interface AgentEntries {
	/** where no entry names the row's entity */
	readonly anyEntity: ByChannel;
	readonly byEntity: ReadonlyMap<string, ByChannel>;
}

/** The agent register, ready to find the entry of a row. */
export interface RegisterIndex {
	readonly entries: readonly RegisterEntry[];
	readonly byAgent: ReadonlyMap<string, AgentEntries>;
}

export type RegisterOutcome =
	| { readonly kind: 'ready'; readonly index: RegisterIndex }
	/** two entries (positions) with the same agent, entity and channel */
	| { readonly kind: 'duplicate'; readonly first: number; readonly second: number };

const keyOf = (entity: string | null, channel: Channel | null): string => JSON.stringify([entity, channel]);

/**
 * Indexes the register (domain.md §2): the entry of a row has its agent, and its entity and channel where it names
 * them; the most specific wins, entity before channel.
 */
export function indexRegister(entries: readonly RegisterEntry[]): RegisterOutcome {
	const agents = new Map<string, Map<string, number>>();
	for (const [position, { agent, entity, channel }] of entries.entries()) {
		const own = agents.get(agent) ?? new Map<string, number>();
		const first = own.get(keyOf(entity, channel));
		if (first !== undefined) return { kind: 'duplicate', first, second: position };
		agents.set(agent, own.set(keyOf(entity, channel), position));
	}
	const byAgent = new Map<string, AgentEntries>();
	for (const [agent, own] of agents) {
		const resolve = (entity: string | null): ByChannel => {
			const on = (channel: Channel) =>
				own.get(keyOf(entity, channel)) ??
				own.get(keyOf(entity, null)) ??
				own.get(keyOf(null, channel)) ??
				own.get(keyOf(null, null)) ??
				NO_ENTRY;
			return [on('chat'), on('voice')];
		};
		const byEntity = new Map<string, ByChannel>();
		for (const position of own.values()) {
			const entity = entries[position]?.entity ?? null;
			if (entity !== null) byEntity.set(entity, resolve(entity));
		}
		byAgent.set(agent, { anyEntity: resolve(null), byEntity });
	}
	return { kind: 'ready', index: { entries, byAgent } };
}

/** Position of the entry of a row, or {@link NO_ENTRY}. `voice` is 0 or 1. */
export function entryOf(index: RegisterIndex, agent: string, entity: string, voice: number): number {
	const own = index.byAgent.get(agent);
	return own ? ((own.byEntity.get(entity) ?? own.anyEntity)[voice] as number) : NO_ENTRY;
}

import type { WorkspaceDb } from '../../../db';
import {
	brushIndex,
	codeBins,
	failsOf,
	namedCodes,
	type Stretch,
	type ViewName
} from '../../../engine/explore/rows';
import { creditsOfUnits } from '../../../engine/rating';
import type { CallExplanation, CallRow, CallsAsk, CallsBrush, CallsFilter, CallsView } from '../../api';
import type { Usage } from '../usage';
import { callRow } from './callRow';
import { explained } from './explained';
import { filterOf, gather, sizesOf, stretchOf, type Gathered, type GatheredNames } from './gathered';
import { listed } from './listed';

function summedOnly({ summaries }: Usage): number {
	let interactions = 0;
	for (const { summary } of summaries.values())
		for (let k = 0; k < summary.entries; k++) interactions += summary.interactions[k] as number;
	return interactions;
}

interface List {
	readonly name: number;
	readonly ask: CallsAsk;
	readonly from: Gathered;
	readonly positions: Uint32Array;
}

/** Calls and chats one by one: the rows of the newest usage, and the list that is on screen. */
export class Calls {
	#gathered: { readonly usage: Usage; readonly rows: Promise<Gathered>; there: boolean } | null = null;
	/** a part of the rows that is being gathered, before all are */
	#part: Promise<unknown> | null = null;
	#list: List | null = null;
	#named = 0;

	/** The rows that a filter leaves, in an order. They are kept as the list that pages are asked of. */
	async list(usage: Usage, ask: CallsAsk): Promise<CallsView> {
		const name = ++this.#named;
		const from = await this.#nearest(usage, stretchOf(ask.filter.time));
		const { positions, units } = listed(from, ask);
		if (name === this.#named) this.#list = { name, ask, from, positions };
		return {
			list: name,
			interactions: positions.length,
			credits: creditsOfUnits(units),
			summed: summedOnly(usage)
		};
	}

	/** Lines of a list; null: it is not the newest any more. */
	page(list: number, first: number, count: number): CallRow[] | null {
		if (this.#list?.name !== list) return null;
		const { from, positions } = this.#list;
		return Array.from(positions.subarray(first, first + count), (position) => callRow(from, position));
	}

	/** Why a line of a list costs what it costs; null: it is not the newest list any more, or has no such line. */
	async explain(db: WorkspaceDb, list: number, line: number): Promise<CallExplanation | null> {
		if (this.#list?.name !== list || line >= this.#list.positions.length) return null;
		const { ask, from } = this.#list;
		// A line's case and its place in the ledger may lie anywhere: the same list, made of all rows.
		const all = await this.#rows(from.usage);
		if (this.#list.name !== list) return null;
		if (this.#list.from !== all) this.#list = { ...this.#list, from: all, ...listed(all, ask) };
		const position = this.#list.positions[line];
		return position === undefined ? null : explained(db, all, position);
	}

	/** All that a brush over one view can ask, with the filter's other parts as they are. */
	async brush(usage: Usage, filter: CallsFilter, active: ViewName): Promise<CallsBrush> {
		const from = await this.#rows(usage);
		const { rows } = from;
		const { names } = usage;
		const wanted = filterOf(from, filter);
		const agents = binsOf(rows.agent, from.agents, names.agents, wanted.agents);
		const entities = binsOf(rows.entity, from.entities, names.entities, wanted.entities);
		const columns = {
			time: { bins: rows.days, bin: rows.day },
			hours: { bins: 168, bin: rows.hour },
			kind: from.kind,
			agent: agents.column,
			entity: entities.column,
			length: from.length
		};
		const joint =
			agents.column === from.agents.column && entities.column === from.entities.column ? from.joint : null;
		return {
			...brushIndex(active, columns, failsOf(rows, wanted, sizesOf(from)), rows, joint),
			firstDay: rows.firstDay,
			days: rows.days,
			agents: agents.said,
			entities: entities.said,
			lengths: from.length.bins - 2
		};
	}

	/** Lets go of all rows: nobody looks at them any more. */
	leave(): void {
		this.#gathered = null;
		this.#part = null;
		this.#list = null;
	}

	/** All rows where they are at hand, or all are asked for; else those of the stretch first, which are soon there. */
	#nearest(usage: Usage, within: Stretch | null): Promise<Gathered> {
		if (!within || (this.#gathered?.usage === usage && this.#gathered.there)) return this.#rows(usage);
		const part = gather(usage, within);
		this.#part = part;
		return part;
	}

	#rows(usage: Usage): Promise<Gathered> {
		if (this.#gathered?.usage !== usage) {
			const rows = (this.#part ?? Promise.resolve()).then(
				() => gather(usage),
				() => gather(usage)
			);
			const gathered = { usage, rows, there: false };
			this.#gathered = gathered;
			rows.then(
				() => (gathered.there = true),
				() => (this.#gathered = null)
			);
		}
		return this.#gathered.rows;
	}
}

/** Bins by name; names that a filter asks for have bins of their own. */
function binsOf(
	codes: Uint32Array,
	{ units, present, named: largest, column }: GatheredNames,
	names: readonly string[],
	wanted: readonly number[] | null
) {
	const named = namedCodes(units, present, wanted ?? []);
	const all = present.reduce((sum, one) => sum + one, 0);
	return {
		column: named.length === largest.length ? column : codeBins(codes, named, names.length),
		said: { names: named.map((code) => names[code] as string), more: all - named.length }
	};
}

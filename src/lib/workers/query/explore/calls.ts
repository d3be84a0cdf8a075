import type { WorkspaceDb } from '../../../db';
import {
	brushIndex,
	codeBins,
	failsOf,
	namedCodes,
	selected,
	sortedBy,
	type UsageRows,
	type ViewName
} from '../../../engine/explore/rows';
import { creditsOfUnits } from '../../../engine/rating';
import type {
	CallExplanation,
	CallRow,
	CallsAsk,
	CallsBrush,
	CallsFilter,
	CallsSort,
	CallsView
} from '../../api';
import type { Usage } from '../usage';
import { callRow } from './callRow';
import { explained } from './explained';
import { filterOf, gather, type Gathered, type GatheredNames } from './gathered';

/** The column a list is sorted by. */
const KEYS: Readonly<Record<CallsSort, (rows: UsageRows) => Float64Array | Uint32Array>> = {
	time: ({ start }) => start,
	length: ({ quantity }) => quantity,
	credits: ({ units }) => units
};

const sizesOf = ({ usage: { names } }: Gathered) => ({
	agents: names.agents.length,
	entities: names.entities.length
});

function summedOnly({ summaries }: Usage): number {
	let interactions = 0;
	for (const { summary } of summaries.values())
		for (let k = 0; k < summary.entries; k++) interactions += summary.interactions[k] as number;
	return interactions;
}

/** Calls and chats one by one: the rows of the newest usage, and the list that is on screen. */
export class Calls {
	#gathered: { readonly usage: Usage; readonly rows: Promise<Gathered> } | null = null;
	#list: { readonly name: number; readonly from: Gathered; readonly positions: Uint32Array } | null = null;
	#named = 0;

	/** The rows that a filter leaves, in an order. They are kept as the list that pages are asked of. */
	async list(usage: Usage, { filter, sort, descending }: CallsAsk): Promise<CallsView> {
		const name = ++this.#named;
		const from = await this.#rows(usage);
		const { rows } = from;
		const found = selected(rows, failsOf(rows, filterOf(from, filter), sizesOf(from)));
		// They come in ledger order, which is the order of time.
		const positions =
			sort === 'time' && !descending
				? found.positions
				: sortedBy(found.positions, KEYS[sort](rows), descending);
		if (name === this.#named) this.#list = { name, from, positions };
		return {
			list: name,
			interactions: positions.length,
			credits: creditsOfUnits(found.units),
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
		const position = this.#list?.positions[line];
		if (this.#list?.name !== list || position === undefined) return null;
		return explained(db, this.#list.from, position);
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
		return {
			...brushIndex(active, columns, failsOf(rows, wanted, sizesOf(from)), rows),
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
		this.#list = null;
	}

	#rows(usage: Usage): Promise<Gathered> {
		if (this.#gathered?.usage !== usage) {
			const rows = gather(usage);
			this.#gathered = { usage, rows };
			rows.catch(() => (this.#gathered = null));
		}
		return this.#gathered.rows;
	}
}

function binsOf(
	codes: Uint32Array,
	{ units, present }: GatheredNames,
	names: readonly string[],
	wanted: readonly number[] | null
) {
	const named = namedCodes(units, present, wanted ?? []);
	const all = present.reduce((sum, one) => sum + one, 0);
	return {
		column: codeBins(codes, named, names.length),
		said: { names: named.map((code) => names[code] as string), more: all - named.length }
	};
}

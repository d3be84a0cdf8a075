import type { WorkspaceDb } from '../../../db';
import {
	ALL_ROWS,
	brushIndex,
	codeBins,
	failsOf,
	namedCodes,
	type ViewName
} from '../../../engine/explore/rows';
import { creditsOfUnits } from '../../../engine/rating';
import { DAY_MS } from '../../../engine/time';
import type { CallExplanation, CallRow, CallsAsk, CallsBrush, CallsFilter, CallsView } from '../../api';
import type { Source } from '../usage';
import { callRow } from './callRow';
import { explained } from './explained';
import {
	binsOf,
	filterOf,
	gather,
	sizesOf,
	type Gathered,
	type GatheredBins,
	type GatheredNames
} from './gathered';
import { listed, type Listed } from './listed';

function summedOnly({ cubes: { summaries } }: Source): number {
	let interactions = 0;
	for (const { summary } of summaries.values())
		for (let k = 0; k < summary.entries; k++) interactions += summary.interactions[k] as number;
	return interactions;
}

interface List {
	readonly name: number;
	readonly ask: CallsAsk;
	readonly from: Gathered;
	readonly lines: Listed;
}

/** Calls and chats one by one: the rows of the newest usage, and the list that is on screen. */
export class Calls {
	#gathered: { readonly source: Source; readonly rows: Promise<Gathered>; there: boolean } | null = null;
	#bins: { readonly of: Gathered; readonly bins: GatheredBins } | null = null;
	/** ends when a part of the rows has been gathered, which goes before all of them, and told */
	#part: Promise<unknown> | null = null;
	#list: List | null = null;
	#named = 0;

	/** Reads the latest rows before anybody asks for some: the next list finds their blocks, and what reads them, at hand. */
	async readAhead(source: Source): Promise<void> {
		await gather(source, { ...ALL_ROWS, time: { from: source.last - AHEAD_MS, to: Infinity } });
	}

	/** The rows that a filter leaves, in an order. They are kept as the list that pages are asked of. */
	async list(source: Source, ask: CallsAsk): Promise<Omit<CallsView, 'first'>> {
		const name = ++this.#named;
		const from = await this.#nearest(source, ask.filter);
		const lines = listed(from, ask);
		if (name === this.#named) this.#list = { name, ask, from, lines };
		return {
			list: name,
			interactions: lines.count,
			credits: creditsOfUnits(lines.units),
			summed: summedOnly(source)
		};
	}

	/** Lines of a list; null: it is not the newest any more. */
	page(list: number, first: number, count: number): CallRow[] | null {
		if (this.#list?.name !== list) return null;
		const { from, lines } = this.#list;
		const positions = lines.upTo(first + count).subarray(first, first + count);
		return Array.from(positions, (position) => callRow(from, position));
	}

	/** Why a line of a list costs what it costs; null: it is not the newest list any more, or has no such line. */
	async explain(db: WorkspaceDb, list: number, line: number): Promise<CallExplanation | null> {
		if (this.#list?.name !== list || line >= this.#list.lines.count) return null;
		const { ask, from } = this.#list;
		// A line's case and its place in the ledger may lie anywhere: the same list, made of all rows.
		const all = await this.#rows(from.source);
		if (this.#list.name !== list) return null;
		if (this.#list.from !== all) this.#list = { ...this.#list, from: all, lines: listed(all, ask) };
		const position = this.#list.lines.upTo(line + 1)[line];
		return position === undefined ? null : explained(db, all, position);
	}

	/** All that a brush over one view can ask, with the filter's other parts as they are. */
	async brush(source: Source, filter: CallsFilter, active: ViewName): Promise<CallsBrush> {
		const from = await this.#rows(source);
		if (this.#bins?.of !== from) this.#bins = { of: from, bins: binsOf(from) };
		const { bins } = this.#bins;
		const { rows } = from;
		const { names } = source;
		const wanted = filterOf(names, filter);
		const agents = binsWith(rows.agent, bins.agents, names.agents, wanted.agents);
		const entities = binsWith(rows.entity, bins.entities, names.entities, wanted.entities);
		const columns = {
			time: { bins: rows.days, bin: rows.day },
			hours: { bins: 168, bin: rows.hour },
			kind: bins.kind,
			agent: agents.column,
			entity: entities.column,
			length: bins.length
		};
		const joint =
			agents.column === bins.agents.column && entities.column === bins.entities.column ? bins.joint : null;
		return {
			...brushIndex(active, columns, failsOf(rows, wanted, sizesOf(names)), rows, joint),
			firstDay: rows.firstDay,
			days: rows.days,
			agents: agents.said,
			entities: entities.said,
			lengths: bins.length.bins - 2
		};
	}

	/** Lets go of all rows: nobody looks at them any more. */
	leave(): void {
		this.#gathered = null;
		this.#bins = null;
		this.#part = null;
		this.#list = null;
	}

	/** All rows where they are at hand; else those that are meant first, where they are of a stretch, which is soon read. */
	#nearest(source: Source, filter: CallsFilter): Promise<Gathered> {
		if (!filter.time || (this.#gathered?.source === source && this.#gathered.there))
			return this.#rows(source);
		const part = gather(source, filterOf(source.names, filter));
		this.#part = part.then(toAnswer, toAnswer);
		return part;
	}

	#rows(source: Source): Promise<Gathered> {
		if (this.#gathered?.source !== source) {
			const rows = (this.#part ?? Promise.resolve()).then(() => gather(source));
			const gathered = { source, rows, there: false };
			this.#gathered = gathered;
			this.#bins = null;
			rows.then(
				() => (gathered.there = true),
				() => (this.#gathered = null)
			);
		}
		return this.#gathered.rows;
	}
}

/** Whoever waits for what is there is answered first: then the event loop has turned. */
const toAnswer = () => new Promise((resolve) => setTimeout(resolve));

/** So much of the latest usage is read ahead. */
const AHEAD_MS = 7 * DAY_MS;

/** Bins by name; names that a filter asks for have bins of their own. */
function binsWith(
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

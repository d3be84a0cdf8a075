import type { BlockEntry } from '../../../db';
import {
	ALL_ROWS,
	codeBins,
	failsByCode,
	jointBins,
	lengthBins,
	namedCodes,
	unitsByCode,
	UsageRowsBuilder,
	type BinColumn,
	type JointColumn,
	type RowFilter,
	type Stretch,
	type UsageRows
} from '../../../engine/explore/rows';
import { LayerRating, newRated, type LayerNames } from '../../../engine/rating';
import { rowsBetween } from '../../../engine/table';
import type { CallsFilter, Range } from '../../api';
import type { NamedLayer } from '../layers';
import type { Source } from '../usage';

/** A stored block by its place among all that were gathered. */
export interface GatheredBlock {
	readonly layer: NamedLayer;
	readonly rating: LayerRating;
	/** its number in the layer */
	readonly seq: number;
}

/** Which of the workspace's names have rows, and what those draw. */
export interface GatheredNames {
	readonly units: Float64Array;
	/** by code: 1 where it has rows */
	readonly present: Uint8Array;
	/** the codes that have a bin of their own where no filter names one, and each row's bin then */
	readonly named: readonly number[];
	readonly column: BinColumn;
}

/** Rows of a usage as columns: 49 bytes a row, made by one scan. */
export interface Gathered {
	readonly source: Source;
	/** all of them, or those that begin within a stretch of time */
	readonly rows: UsageRows;
	readonly blocks: readonly GatheredBlock[];
}

/** What pictures see rows by. */
export interface GatheredBins {
	readonly kind: BinColumn;
	readonly length: BinColumn;
	readonly agents: GatheredNames;
	readonly entities: GatheredNames;
	/** of `kind` and the two columns by name */
	readonly joint: JointColumn;
}

const rated = newRated();

const meets = ({ first, last }: BlockEntry, within: Stretch | null) =>
	!within || (first < within.to && last >= within.from);

/**
 * Gathers all rows, or those that begin within a stretch of time, of whose blocks alone it reads, and of them only what a
 * filter may leave. Blocks of all rows are not kept besides: what is asked of rows is asked of what was gathered.
 */
export async function gather(source: Source, wanted: RowFilter = ALL_ROWS): Promise<Gathered> {
	const { names, rules, cache } = source;
	const { time: within } = wanted;
	const { from = -Infinity, to = Infinity } = within ?? {};
	const capacity = names.layers
		.flatMap(({ record }) => record.blocks.filter((entry) => meets(entry, within)))
		.reduce((sum, { rows }) => sum + rows, 0);
	const builder = new UsageRowsBuilder(capacity, names, rules.zone, failsByCode(wanted, sizesOf(names)));
	const blocks: GatheredBlock[] = [];
	for (const layer of names.layers) {
		const { record, agents, entities } = layer;
		const rating = new LayerRating(rules.plan, record.id, layer.names, record.ratedDuration);
		for await (const { seq, block, live } of cache.within(record, from, to, within !== null)) {
			const { first, end } = rowsBetween(block, from, to);
			rating.rate(block, seq, rated, first, end);
			builder.add(block, rated, live, { agents, entities, first, end });
			blocks.push({ layer, rating, seq });
		}
	}
	return { source, rows: builder.finish(), blocks };
}

export function binsOf({ rows, source: { names } }: Gathered): GatheredBins {
	const named = (codes: Uint32Array, size: number): GatheredNames => {
		const present = new Uint8Array(size);
		for (let k = 0; k < rows.count; k++) present[codes[k] as number] = 1;
		const units = unitsByCode(rows.units, codes, size);
		const named = namedCodes(units, present, []);
		return { units, present, named, column: codeBins(codes, named, size) };
	};
	const kind = { bins: 4, bin: rows.state.map((state) => state & 3) };
	const agents = named(rows.agent, names.agents.length);
	const entities = named(rows.entity, names.entities.length);
	return {
		kind,
		length: lengthBins(rows),
		agents,
		entities,
		joint: jointBins({ kind, agent: agents.column, entity: entities.column })
	};
}

export const stretchOf = (range: Range | null): Stretch | null =>
	range && { from: range.from, to: range.to ?? Infinity };

/** A filter by names as one by codes. A name that nobody has leaves no row. */
export function filterOf(names: LayerNames, filter: CallsFilter): RowFilter {
	const codes = (all: readonly string[], wanted: readonly string[] | null) =>
		wanted && wanted.map((name) => all.indexOf(name)).filter((code) => code >= 0);
	return {
		...filter,
		time: stretchOf(filter.time),
		length: stretchOf(filter.length),
		credits: stretchOf(filter.credits),
		agents: codes(names.agents, filter.agents),
		entities: codes(names.entities, filter.entities)
	};
}

/** How many names there are. */
export const sizesOf = ({ agents, entities }: LayerNames) => ({
	agents: agents.length,
	entities: entities.length
});

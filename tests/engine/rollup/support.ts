import fc from 'fast-check';
import {
	cardVersions,
	compilePlan,
	LayerRating,
	NET2PHONE,
	newRated,
	type RateCard,
	type RatingPlan,
	type RegisterEntry,
	type TrialSpan
} from '$lib/engine/rating';
import {
	CubeBuilder,
	cycleSpans,
	mergeCubes,
	clockHours,
	type Cells,
	type CubeNames,
	type CubePart,
	type Cutter
} from '$lib/engine/rollup';
import type { Columns } from '$lib/engine/table/columns';
import { allLive, setLive, type Live } from '$lib/engine/table/live';
import { DAY_MS, type CycleRule, type ZoneTable } from '$lib/engine/time';
import { columnsOf, newNames, registerOf, type TestNames, type TestRow } from '../../support/rows';
import { zoneOf } from '../../support/zones';

export const TORONTO = zoneOf('America/Toronto');
export const RULE: CycleRule = { zone: TORONTO, anchorDay: 1 };

/** A row with the place it was imported to, and whether it counts. */
export interface PlacedRow extends TestRow {
	readonly layer: number;
	readonly block: number;
	readonly live: boolean;
}

const FROM = Date.UTC(2026, 2, 6);
/** Starts over four weeks that hold a clock change, the end of a cycle, and crowded hours. */
const starts = fc.oneof(
	fc.integer({ min: FROM, max: FROM + 28 * DAY_MS }),
	fc.integer({ min: 0, max: 20 * 60_000 }).map((ms) => Date.UTC(2026, 3, 1, 3, 50) + ms)
);

export const placedRows = fc.array(
	fc
		.record({
			start: starts,
			voice: fc.boolean(),
			amount: fc.nat(200_000),
			kind: fc.constantFrom('standard' as const, 'premium' as const, null),
			agent: fc.constantFrom('', 'Ava', 'Bo'),
			entity: fc.constantFrom('', 'Sales'),
			layer: fc.nat(2),
			block: fc.nat(2),
			live: fc.boolean()
		})
		.map(({ start, voice, amount, kind, agent, entity, layer, block, live }): PlacedRow => ({
			start,
			...(voice ? { ms: amount } : { messages: amount % 50 }),
			...(kind === null ? {} : { class: kind }),
			agent,
			entity,
			layer,
			block,
			live
		})),
	{ maxLength: 80 }
);

export function planOf(
	cards: readonly RateCard[] = [NET2PHONE],
	register: readonly RegisterEntry[] = [],
	trials: readonly TrialSpan[] = [],
	zone: ZoneTable = TORONTO
): RatingPlan {
	return compilePlan(zone, cardVersions(cards, cards[0]?.id ?? '', zone), registerOf(...register), trials);
}

export interface StoredLayer {
	readonly names: TestNames;
	readonly blocks: readonly { readonly columns: Columns; readonly live: Live }[];
}

/** The rows as they lie in layers and blocks. Each layer has codes of its own. */
export function store(rows: readonly PlacedRow[]): StoredLayer[] {
	return [0, 1, 2].map((layer) => {
		const names = newNames();
		const blocks = [0, 1, 2].map((block) => {
			const own = rows
				.filter((row) => row.layer === layer && row.block === block)
				.toSorted((a, b) => a.start - b.start);
			const live = allLive(own.length);
			for (const [r, row] of own.entries()) setLive(live, r, row.live);
			return { columns: columnsOf(own, names), live };
		});
		return { names, blocks };
	});
}

const rated = newRated(1_000);

/** A builder that has all rows of a layer. */
export function builderOf(
	plan: RatingPlan,
	{ names, blocks }: StoredLayer,
	cut: Cutter,
	by: CubeNames
): CubeBuilder {
	const builder = new CubeBuilder(cut, by, names);
	const rating = new LayerRating(plan, 'layer', names, 0);
	for (const [k, { columns, live }] of blocks.entries()) {
		rating.rate(columns, k, rated);
		builder.add(columns, rated, live);
	}
	return builder;
}

/** One layer's cube. */
export const cubeOf = (...of: Parameters<typeof builderOf>): Cells => builderOf(...of).finish();

/** Codes of the workspace: names of all tests, in one order. */
export const WORKSPACE = { agents: ['', 'Ava', 'Bo', 'Una', 'Later'], entities: ['', 'Sales'] };

export function partOf(cells: Cells, names: TestNames): CubePart {
	return {
		cells,
		agents: Uint32Array.from(names.agents, (name) => WORKSPACE.agents.indexOf(name)),
		entities: Uint32Array.from(names.entities, (name) => WORKSPACE.entities.indexOf(name))
	};
}

/** Cube by time pieces, of all layers. */
export function timeCube(plan: RatingPlan, layers: readonly StoredLayer[]): Cells {
	const by = { agent: false, entity: false };
	return mergeCubes(layers.map((layer) => ({ cells: cubeOf(plan, layer, clockHours(plan.zone), by) })));
}

/** Cube by cycle, agent and entity, of all layers. */
export function peopleCube(plan: RatingPlan, layers: readonly StoredLayer[], rule = RULE): Cells {
	const by = { agent: true, entity: true };
	return mergeCubes(
		layers.map((layer) => partOf(cubeOf(plan, layer, cycleSpans(rule, plan.versions), by), layer.names))
	);
}

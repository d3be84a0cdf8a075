import fc from 'fast-check';
import {
	ALL_ROWS,
	failsByCode,
	UsageRowsBuilder,
	type RowFilter,
	type UsageRows
} from '$lib/engine/explore/rows';
import { LayerRating, newRated, type RatingPlan } from '$lib/engine/rating';
import { partOf, store, WORKSPACE, type PlacedRow } from '../rollup/support';

/** The rows as the worker gathers them: layer by layer, block by block; those that a filter may leave. */
export function gather(
	plan: RatingPlan,
	placed: readonly PlacedRow[],
	filter: RowFilter = ALL_ROWS
): UsageRows {
	const fails = failsByCode(filter, SIZES);
	const builder = new UsageRowsBuilder(placed.length, WORKSPACE, plan.zone, fails);
	const rated = newRated(1_000);
	for (const { names, blocks } of store(placed)) {
		const rating = new LayerRating(plan, 'layer', names, 0);
		const { agents, entities } = partOf(NOTHING, names);
		for (const [k, { columns, live }] of blocks.entries()) {
			rating.rate(columns, k, rated);
			builder.add(columns, rated, live, {
				agents: agents as Uint32Array,
				entities: entities as Uint32Array
			});
		}
	}
	return builder.finish();
}

const NOTHING = {} as Parameters<typeof partOf>[0];

export const SIZES = { agents: WORKSPACE.agents.length, entities: WORKSPACE.entities.length };

const maybe = <T>(given: fc.Arbitrary<T>) => fc.option(given, { nil: null });
const stretch = (most: number) =>
	fc
		.tuple(fc.nat(most), fc.nat(most))
		.map(([a, b]) => ({ from: Math.min(a, b), to: a === b ? Infinity : Math.max(a, b) }));

export const someFilter: fc.Arbitrary<RowFilter> = fc.record({
	time: maybe(
		stretch(28 * 24).map(({ from, to }) => ({
			from: Date.UTC(2026, 2, 6) + from * 3_600_000,
			to: Date.UTC(2026, 2, 6) + to * 3_600_000
		}))
	),
	hours: maybe(fc.uniqueArray(fc.nat(167), { maxLength: 160 })),
	channel: maybe(fc.constantFrom('voice' as const, 'chat' as const)),
	class: maybe(fc.constantFrom('standard' as const, 'premium' as const)),
	agents: maybe(fc.uniqueArray(fc.nat(2), { maxLength: 3 })),
	entities: maybe(fc.uniqueArray(fc.nat(1), { maxLength: 2 })),
	licence: maybe(fc.constantFrom('metered' as const, 'unlimited' as const)),
	length: maybe(stretch(210)),
	credits: maybe(stretch(100)),
	short: maybe(fc.boolean())
});

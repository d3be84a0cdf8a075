import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	censoredStretches,
	contradictedCycles,
	cycleTerms,
	DrawnRowsBuilder,
	hasTier,
	replay,
	runReplay,
	walk,
	type Contract,
	type DrawnRows,
	type LedgerResult
} from '$lib/engine/ledger';
import {
	cardVersions,
	LayerRating,
	NET2PHONE,
	newRated,
	type RateCard,
	type RatingPlan
} from '$lib/engine/rating';
import { timelineOf } from '$lib/engine/rollup';
import { cyclesBetween } from '$lib/engine/time';
import { CONTRACT } from '../../support/rows';
import {
	placedRows,
	planOf,
	RULE,
	store,
	timeCube,
	TORONTO,
	type PlacedRow,
	type StoredLayer
} from './support';
import { runs } from '../../support/runs';

/** By the second at odd rates, so that sums are not round; small tiers, so that limits fall among the rows. */
const CARD: RateCard = {
	...NET2PHONE,
	rates: { chat: { standard: 2.5, premium: 4.001 }, voice: { standard: 10, premium: 20.333 } },
	voiceRounding: { ...NET2PHONE.voiceRounding, initialSeconds: 1, incrementSeconds: 1 }
};
const PLAN = planOf([CARD]);
const VERSIONS = cardVersions([CARD], CARD.id, TORONTO);
const CYCLES = cyclesBetween(RULE, Date.UTC(2026, 2, 6), Date.UTC(2026, 3, 4));

const contracts: fc.Arbitrary<Contract> = fc
	.record({
		tier: fc.integer({ min: 1, max: 800 }),
		overage: fc.constantFrom('off' as const, 'on' as const, 'capped' as const),
		overageCapCredits: fc.nat(300),
		atExhaustion: fc.constantFrom('cut' as const, 'finish' as const),
		changes: fc.array(
			fc.record(
				{
					at: fc
						.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 5) })
						.map((instant) => new Date(instant).toISOString()),
					tier: fc.integer({ min: 1, max: 1_500 }),
					overage: fc.constantFrom('off' as const, 'on' as const, 'capped' as const)
				},
				{ requiredKeys: ['at'] }
			),
			{ maxLength: 3 }
		)
	})
	.map((given) => ({ ...CONTRACT, ...given }));

function drawn(plan: RatingPlan, layers: readonly StoredLayer[], from: number, to: number): DrawnRows {
	const rated = newRated(1_000);
	const builder = new DrawnRowsBuilder();
	for (const { names, blocks } of layers) {
		const rating = new LayerRating(plan, 'layer', names, 0);
		for (const [block, { columns, live }] of blocks.entries()) {
			const first = columns.start.findIndex((start) => start >= from);
			const end = columns.start.findLastIndex((start) => start < to) + 1;
			if (first < 0 || end <= first) continue;
			rating.rate(columns, block, rated, first, end);
			builder.add(columns, rated, live, first, end);
		}
	}
	return builder.finish();
}

/** The contract's ledgers as the product computes them: cubes of layers, merged, and rows only where asked for. */
function ledgers(rows: readonly PlacedRow[], contract: Contract): LedgerResult[] {
	const layers = store(rows);
	const timeline = timelineOf(timeCube(PLAN, layers));
	return cycleTerms(contract, VERSIONS, RULE, CYCLES)
		.filter(hasTier)
		.map((terms) => runReplay(replay(terms, timeline), ({ from, to }) => drawn(PLAN, layers, from, to)));
}

describe('from rows to ledgers', () => {
	it('gives what a walk over all live rows of a cycle gives', () => {
		fc.assert(
			fc.property(placedRows, contracts, (rows, contract) => {
				const layers = store(rows);
				const walked = cycleTerms(contract, VERSIONS, RULE, CYCLES)
					.filter(hasTier)
					.map((terms) => walk(terms, drawn(PLAN, layers, terms.cycle.start, terms.cycle.end)));
				expect(ledgers(rows, contract)).toEqual(walked);
			}),
			{ numRuns: runs(150) }
		);
	});

	it('does not depend on the order of import, nor on how many layers and blocks the rows came in', () => {
		fc.assert(
			fc.property(placedRows, contracts, fc.infiniteStream(fc.nat(2)), (rows, contract, places) => {
				const next = () => places.next().value as number;
				const moved = rows.map((row) => ({ ...row, layer: next(), block: next() })).reverse();
				expect(ledgers(moved, contract)).toEqual(ledgers(rows, contract));
			}),
			{ numRuns: runs(150) }
		);
	});
});

describe('a stop of the contract’s own ledger', () => {
	const noon = (day: number) => Date.UTC(2026, 2, day, 16);
	const chat = (day: number): PlacedRow => ({
		start: noon(day),
		messages: 10,
		layer: 0,
		block: 0,
		live: true
	});
	const contract = { ...CONTRACT, tier: 40 };
	const own = (...days: number[]) => ledgers(days.map(chat), contract);
	const end = CYCLES[0]?.end ?? NaN;

	it('without interactions in it is censored', () => {
		expect(censoredStretches(own(7, 8), [])).toEqual([{ from: noon(8), to: end }]);
		expect(contradictedCycles(own(7, 8))).toEqual([]);
	});

	it('with interactions in it is not, and shows that another contract was in force', () => {
		expect(censoredStretches(own(7, 8, 9), [])).toEqual([]);
		expect(contradictedCycles(own(7, 8, 9))).toEqual([CYCLES[0]]);
	});

	it('stands beside what the user marks, joined where they overlap', () => {
		const marked = [
			{ from: noon(1), to: noon(2) },
			{ from: noon(8) - 1, to: noon(8) + 1 }
		];
		expect(censoredStretches(own(7, 8), marked)).toEqual([
			{ from: noon(1), to: noon(2) },
			{ from: noon(8) - 1, to: end }
		]);
	});
});

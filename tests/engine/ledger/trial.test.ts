import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TrialScan, compareLedger, type LedgerRow } from '$lib/engine/ledger';
import {
	cardVersions,
	compilePlan,
	LayerRating,
	NET2PHONE,
	newRated,
	TRIAL,
	type RegisterEntry,
	type TrialSpan
} from '$lib/engine/rating';
import { allLive, setLive } from '$lib/engine/table/live';
import { DAY_MS, UTC } from '$lib/engine/time';
import { columnsOf, entryFor, newNames, registerOf, type TestRow } from '../../support/rows';

const START = Date.UTC(2026, 2, 1);
const VERSIONS = cardVersions([NET2PHONE], 'net2phone', UTC);

/** Layers as lists of blocks of rows. */
type Layers = readonly (readonly (readonly TestRow[])[])[];

/** Finds the trials of some layers, then says for every row whether it is a trial's. */
function scan(layers: Layers, register: readonly RegisterEntry[], order: 1 | -1 = 1) {
	const index = registerOf(...register);
	const plan = compilePlan(UTC, VERSIONS, index, []);
	const trials = new TrialScan(plan);
	const stored = layers.map((blocks, k) => {
		const names = newNames();
		return { names, id: `layer${k}`, blocks: blocks.map((rows) => columnsOf(rows, names)) };
	});
	const rated = newRated(1_000);
	const todo = stored.flatMap(({ names, id, blocks }) =>
		blocks.map((columns, block) => ({ rating: new LayerRating(plan, id, names, 0), columns, block }))
	);
	for (const { rating, columns, block } of order === 1 ? todo : todo.toReversed()) {
		rating.rate(columns, block, rated);
		trials.add(rating, columns, block, rated, allLive(columns.rows));
	}
	const spans = trials.finish();
	const final = compilePlan(UTC, VERSIONS, index, spans);
	const trialRows: number[] = [];
	for (const { names, id, blocks } of stored) {
		for (const [block, columns] of blocks.entries()) {
			new LayerRating(final, id, names, 0).rate(columns, block, rated);
			for (let r = 0; r < columns.rows; r++) {
				if (((rated.state[r] ?? 0) & TRIAL) !== 0) trialRows.push(columns.start[r] ?? NaN);
			}
		}
	}
	return { spans, trialRows: trialRows.sort((a, b) => a - b) };
}

const chat = (start: number, messages: number, agent = 'Ava'): TestRow => ({ start, messages, agent });
const bounds = (spans: readonly TrialSpan[]) => spans.map(({ from, to }) => [from, to]);

describe('a trial by days', () => {
	it('runs 30 × 24 h from the activation, half-open', () => {
		const end = START + 30 * DAY_MS;
		const rows = [START - 1, START, end - 1, end].map((start) => chat(start, 1));
		const { trialRows } = scan([[rows]], [entryFor('Ava', { licence: 'trial', activatedAt: '2026-03-01' })]);
		expect(trialRows).toEqual([START, end - 1]);
	});

	it('begins with the first interaction of its entry in any layer where no activation is given', () => {
		const layers = [
			[[chat(START + 50, 1)]],
			[[chat(START + 9, 1)], [chat(START + 5, 1, 'Bo'), chat(START + 7, 1)]]
		];
		const { spans } = scan(layers, [entryFor('Ava', { licence: 'trial', trialDays: 2 })]);
		expect(bounds(spans)).toEqual([[START + 7, START + 7 + 2 * DAY_MS]]);
	});

	it('of no days holds nothing', () => {
		const { trialRows } = scan([[[chat(START, 1)]]], [entryFor('Ava', { licence: 'trial', trialDays: 0 })]);
		expect(trialRows).toEqual([]);
	});

	it('of an agent that never came is none', () => {
		expect(scan([[[chat(START, 1, 'Bo')]]], [entryFor('Ava', { licence: 'trial' })]).spans).toEqual([]);
	});
});

describe('a trial by credits', () => {
	const trial = (trialCredits: number) => [entryFor('Ava', { licence: 'trial', trialCredits })];

	it('ends with the interaction that reaches its credits, which is its own, whole', () => {
		const rows = [0, 1, 2, 3].map((k) => chat(START + k, 5));
		expect(scan([[rows]], trial(15)).trialRows).toEqual([START, START + 1]);
		expect(scan([[rows]], trial(20)).trialRows).toEqual([START, START + 1]);
		expect(scan([[rows]], trial(21)).trialRows).toEqual([START, START + 1, START + 2]);
	});

	it('ends at a place in ledger order among interactions that start together', () => {
		const rows = [chat(START, 5), chat(START, 4), chat(START, 3), { start: START, ms: 1_000, agent: 'Ava' }];
		// In order: 3, 4, 5 messages (6, 8, 10 credits), then the call.
		const { spans } = scan([[rows]], trial(14));
		expect(spans[0]?.to).toBe(START);
		// As stored, the block holds them in the file's order: rows 2 and 1 are the trial's.
		expect(spans[0]?.tied.map(({ row }) => row)).toEqual([2, 1]);
	});

	it('of no credits holds nothing', () => {
		expect(scan([[[chat(START, 1)]]], trial(0)).trialRows).toEqual([]);
	});

	it('does not count what came before the activation', () => {
		const rows = [chat(START - 1, 1_000), chat(START, 5), chat(START + 1, 5), chat(START + 2, 5)];
		const register = [entryFor('Ava', { licence: 'trial', trialCredits: 20, activatedAt: '2026-03-01' })];
		expect(scan([[rows]], register).trialRows).toEqual([START, START + 1]);
	});

	it('leaves out rows that do not count', () => {
		const names = newNames();
		const columns = columnsOf([chat(START, 5), chat(START + 1, 5), chat(START + 2, 5)], names);
		const plan = compilePlan(UTC, VERSIONS, registerOf(...trial(20)), []);
		const rated = newRated(3);
		const rating = new LayerRating(plan, 'layer', names, 0);
		rating.rate(columns, 0, rated);
		const live = allLive(3);
		setLive(live, 0, false);
		const trials = new TrialScan(plan);
		trials.add(rating, columns, 0, rated, live);
		expect(bounds(trials.finish())).toEqual([[START + 1, START + 2]]);
	});

	it('is the same walk in ledger order, however the rows are cut into layers and blocks', () => {
		const rows = fc.array(
			fc.record({
				start: fc.integer({ min: START, max: START + 30 }),
				messages: fc.nat(4),
				entity: fc.constantFrom('', 'Sales'),
				layer: fc.nat(2),
				block: fc.nat(2)
			}),
			{ minLength: 1, maxLength: 40 }
		);
		fc.assert(
			fc.property(
				rows,
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 0, max: 3 }),
				(all, limit, days) => {
					const layers = [0, 1, 2].map((layer) =>
						[0, 1, 2].map((block) =>
							all
								.filter((row) => row.layer === layer && row.block === block)
								.map(({ start, messages, entity }) => ({ start, messages, entity, agent: 'Ava' }))
						)
					);
					const register = [entryFor('Ava', { licence: 'trial', trialCredits: limit, trialDays: days })];
					const sorted = all
						.map(({ start, messages, entity }): LedgerRow => ({
							start,
							voice: false,
							quantity: messages,
							premium: false,
							agent: 'Ava',
							entity,
							id: ''
						}))
						.sort(compareLedger);
					const end = (sorted[0]?.start ?? 0) + days * DAY_MS;
					const expected: number[] = [];
					let credits = 0;
					for (const { start, quantity } of sorted) {
						if (start >= end || credits >= limit) break;
						expected.push(start);
						credits += 2 * quantity;
					}
					expect(scan(layers, register).trialRows).toEqual(expected);
					expect(scan(layers, register, -1).trialRows).toEqual(expected);
				}
			)
		);
	});
});

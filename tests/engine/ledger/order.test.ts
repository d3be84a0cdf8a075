import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareDrawn, compareLedger, DrawnRowsBuilder, type LedgerRow } from '$lib/engine/ledger';
import { LayerRating, newRated, cardVersions, compilePlan, PER_SECOND } from '$lib/engine/rating';
import { allLive } from '$lib/engine/table/live';
import { UTC } from '$lib/engine/time';
import { columnsOf, entryFor, newNames, registerOf } from '../../support/rows';

const row = (given: Partial<LedgerRow>): LedgerRow => ({
	start: 0,
	voice: false,
	quantity: 1,
	premium: false,
	agent: '',
	entity: '',
	id: '',
	...given
});

describe('ledger order', () => {
	it('is by start, then by content: channel, size, class, agent, entity, id', () => {
		const sorted = [
			row({ start: -1, voice: true, quantity: 9, premium: true, agent: 'z', entity: 'z', id: 'z' }),
			row({ quantity: 1, premium: true, agent: 'z' }),
			row({ quantity: 2 }),
			row({ voice: true, quantity: 0, premium: true }),
			row({ voice: true, quantity: 5, agent: 'z' }),
			row({ voice: true, quantity: 5, premium: true }),
			row({ voice: true, quantity: 5, premium: true, agent: 'A', entity: 'z' }),
			// by code units: capitals before small letters, "Z" before "a" before "é"
			row({ voice: true, quantity: 5, premium: true, agent: 'Z' }),
			row({ voice: true, quantity: 5, premium: true, agent: 'a' }),
			row({ voice: true, quantity: 5, premium: true, agent: 'é', entity: 'A' }),
			row({ voice: true, quantity: 5, premium: true, agent: 'é', entity: 'a', id: '10' }),
			row({ voice: true, quantity: 5, premium: true, agent: 'é', entity: 'a', id: '9' })
		];
		expect(sorted.toReversed().sort(compareLedger)).toEqual(sorted);
	});

	it('of gathered rows is that of the keys figures depend on, whatever block they came from', () => {
		const plan = compilePlan(
			UTC,
			cardVersions([PER_SECOND], PER_SECOND.id, UTC),
			registerOf(entryFor('Una', { licence: 'unlimited' })),
			[]
		);
		const rows = fc.array(
			fc.record({
				start: fc.nat(3),
				voice: fc.boolean(),
				quantity: fc.nat(3),
				premium: fc.boolean(),
				block: fc.nat(2),
				agent: fc.constantFrom('Ava', 'Una')
			})
		);
		fc.assert(
			fc.property(rows, (all) => {
				const names = newNames();
				const rating = new LayerRating(plan, 'layer', names, 0);
				const rated = newRated(200);
				const builder = new DrawnRowsBuilder();
				for (const block of [2, 0, 1]) {
					const columns = columnsOf(
						all
							.filter((own) => own.block === block)
							.map(({ start, voice, quantity, premium, agent }) => ({
								start,
								agent,
								...(voice ? { ms: quantity } : { messages: quantity }),
								class: premium ? ('premium' as const) : ('standard' as const)
							})),
						names
					);
					rating.rate(columns, block, rated);
					builder.add(columns, rated, allLive(columns.rows), 0, columns.rows);
				}
				const drawn = builder.finish();
				const expected = all.filter(({ agent }) => agent !== 'Una').sort(compareDrawn);
				expect([...drawn.start]).toEqual(expected.map(({ start }) => start));
				expect([...drawn.duration]).toEqual(expected.map(({ voice, quantity }) => (voice ? quantity : 0)));
				// A message costs 2 or 4 credits; a call of a few ms one second at 10 or 20 credits a minute.
				expect([...drawn.units]).toEqual(
					expected.map(({ voice, quantity, premium }) =>
						voice ? (quantity > 0 ? 10_000 : 0) * (premium ? 2 : 1) : quantity * 120_000 * (premium ? 2 : 1)
					)
				);
			})
		);
	});
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { failsOf, firstBy, latestFirst, selected, sortedBy, type UsageRows } from '$lib/engine/explore/rows';
import { compareLedger } from '$lib/engine/ledger';
import { isMetered, LICENCE, NON_BILLABLE, PREMIUM, UNITS_PER_CREDIT, VOICE } from '$lib/engine/rating';
import { isLive } from '$lib/engine/table/live';
import { dayOf, localTime, weekday } from '$lib/engine/time';
import { entryFor } from '../../support/rows';
import { placedRows, planOf, store, TORONTO, WORKSPACE } from '../rollup/support';
import { gather, SIZES, someFilter } from './support';

const PLAN = planOf(undefined, [
	entryFor('Ava', { class: 'premium' }),
	entryFor('Bo', { entity: 'Sales', licence: 'unlimited' })
]);

const positionsOf = ({ count }: UsageRows) => Array.from({ length: count }, (_, k) => k);

const ledgerRow = (rows: UsageRows, k: number) => ({
	start: rows.start[k] ?? NaN,
	voice: ((rows.state[k] ?? 0) & VOICE) !== 0,
	quantity: rows.quantity[k] ?? NaN,
	premium: ((rows.state[k] ?? 0) & PREMIUM) !== 0,
	agent: WORKSPACE.agents[rows.agent[k] ?? 0] ?? '',
	entity: WORKSPACE.entities[rows.entity[k] ?? 0] ?? '',
	id: ''
});

describe('gathered rows', () => {
	it('are the live rows of all layers, each once, in ledger order', () => {
		fc.assert(
			fc.property(placedRows, (placed) => {
				const rows = gather(PLAN, placed);
				const blocks = store(placed).flatMap((layer) => layer.blocks);
				const live = blocks.flatMap(({ columns, live }, block) =>
					Array.from({ length: columns.rows }, (_, r) => r)
						.filter((r) => isLive(live, r))
						.map((r) => `${block} ${r}`)
				);
				expect(
					positionsOf(rows)
						.map((k) => `${rows.block[k]} ${rows.row[k]}`)
						.sort()
				).toEqual(live.sort());
				for (const k of positionsOf(rows)) {
					expect(rows.start[k]).toBe(blocks[rows.block[k] ?? -1]?.columns.start[rows.row[k] ?? -1]);
					if (k > 0) expect(compareLedger(ledgerRow(rows, k - 1), ledgerRow(rows, k))).toBeLessThanOrEqual(0);
				}
			})
		);
	});

	it('lie in the local day and hour of the week in which they begin', () => {
		fc.assert(
			fc.property(placedRows, (placed) => {
				const rows = gather(PLAN, placed);
				for (const k of positionsOf(rows)) {
					const at = rows.start[k] ?? NaN;
					const day = dayOf(TORONTO, at);
					expect(rows.firstDay + (rows.day[k] ?? NaN)).toBe(day);
					const hour = Math.floor(localTime(TORONTO, at) / 3_600_000) % 24;
					expect(rows.hour[k]).toBe(24 * weekday(day) + hour);
					expect(rows.day[k]).toBeLessThan(rows.days);
				}
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a filter', () => {
	it('selects exactly the rows of which all that it says holds', () => {
		fc.assert(
			fc.property(placedRows, someFilter, (placed, filter) => {
				const rows = gather(PLAN, placed);
				const within = (value: number, stretch: { from: number; to: number } | null) =>
					stretch === null || (value >= stretch.from && value < stretch.to);
				const meant = positionsOf(rows).filter((k) => {
					const state = rows.state[k] ?? 0;
					const voice = (state & VOICE) !== 0;
					const metered = (state & LICENCE) === 0;
					return (
						within(rows.start[k] ?? NaN, filter.time) &&
						(filter.hours?.includes(rows.hour[k] ?? -1) ?? true) &&
						(filter.channel === null || (filter.channel === 'voice') === voice) &&
						(filter.class === null || (filter.class === 'premium') === ((state & PREMIUM) !== 0)) &&
						(filter.agents?.includes(rows.agent[k] ?? -1) ?? true) &&
						(filter.entities?.includes(rows.entity[k] ?? -1) ?? true) &&
						(filter.licence === null || (filter.licence === 'metered') === metered) &&
						(filter.length === null || (voice && within((rows.quantity[k] ?? NaN) / 1_000, filter.length))) &&
						within((rows.units[k] ?? NaN) / UNITS_PER_CREDIT, filter.credits) &&
						(filter.short === null || filter.short === ((state & NON_BILLABLE) !== 0))
					);
				});
				const found = selected(rows, failsOf(rows, filter, SIZES));
				expect([...found.positions]).toEqual(meant);
				expect(found.units).toBe(meant.reduce((sum, k) => sum + (rows.units[k] ?? NaN), 0));
			})
		);
	});

	it('finds the same rows, in the same order, among those that were gathered for a filter', () => {
		fc.assert(
			fc.property(placedRows, someFilter, (placed, filter) => {
				const found = (rows: UsageRows) =>
					[...selected(rows, failsOf(rows, filter, SIZES)).positions].map((k) => [
						rows.block[k],
						rows.row[k],
						rows.units[k]
					]);
				const some = gather(PLAN, placed, filter);
				const all = gather(PLAN, placed);
				expect(found(some)).toEqual(found(all));
				expect(some.count).toBeLessThanOrEqual(all.count);
			})
		);
	});

	it('counts no credits of a licence that is not metered', () => {
		fc.assert(
			fc.property(placedRows, (placed) => {
				const rows = gather(PLAN, placed);
				for (const k of positionsOf(rows)) if (!isMetered(rows.state[k] ?? 0)) expect(rows.units[k]).toBe(0);
			}),
			{ numRuns: 30 }
		);
	});
});

describe('a sort', () => {
	const keys = fc.array(
		fc.oneof(
			fc.nat(3),
			fc.integer({ min: -70_000, max: 70_000 }),
			fc.constantFrom(65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 51)
		),
		{ maxLength: 60 }
	);

	it('orders by key, up or down, and leaves equal keys in the order they had', () => {
		fc.assert(
			fc.property(keys, fc.boolean(), fc.boolean(), (values, descending, everySecond) => {
				const positions = [...values.keys()].filter((k) => !everySecond || k % 2 === 0);
				const sign = descending ? -1 : 1;
				const expected = positions.toSorted((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)));
				const selection = Uint32Array.from(positions);
				expect([...sortedBy(selection, Float64Array.from(values), descending)]).toEqual(expected);
				expect([...selection]).toEqual(positions);
			})
		);
	});

	it('of the first alone gives those that a sort of all begins with', () => {
		fc.assert(
			fc.property(keys, fc.boolean(), fc.integer({ min: 1, max: 20 }), (values, descending, most) => {
				const selection = Uint32Array.from(values.keys()).filter((k) => k % 3 !== 1);
				const all = sortedBy(selection, Float64Array.from(values), descending);
				const first = firstBy(selection, Float64Array.from(values), descending, most);
				expect([...first]).toEqual([...all.subarray(0, most)]);
			})
		);
	});

	it('of time, the latest first, is the one that a sort gives, all of it or its first lines', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(20)), fc.nat(20), (starts, most) => {
				const start = Float64Array.from(starts.toSorted((a, b) => a - b));
				const ascending = Uint32Array.from(start.keys()).filter((k) => k % 3 !== 1);
				const all = [...sortedBy(ascending, start, true)];
				expect([...latestFirst(ascending, start)]).toEqual(all);
				const first = latestFirst(ascending, start, most);
				expect(first.length).toBeGreaterThanOrEqual(Math.min(most, all.length));
				expect([...first]).toEqual(all.slice(0, first.length));
			})
		);
	});
});

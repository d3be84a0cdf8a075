import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderRows } from '$lib/engine/ingest/order';

it('puts rows by start, and equal starts as the comparison says, over any span of time', () => {
	const start = fc.oneof(
		fc.integer({ min: -5, max: 5 }),
		fc.integer({ min: 0, max: 1e11 }),
		fc.integer({ min: -62e12, max: 253e12 })
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(start, fc.nat(2))), (rows) => {
			const compare = (a: number, b: number) =>
				(rows[a]?.[0] as number) - (rows[b]?.[0] as number) ||
				(rows[a]?.[1] as number) - (rows[b]?.[1] as number) ||
				a - b;
			const starts = Float64Array.from(rows, ([instant]) => instant);
			expect([...orderRows(starts, rows.length, compare)]).toEqual([...rows.keys()].sort(compare));
		})
	);
});

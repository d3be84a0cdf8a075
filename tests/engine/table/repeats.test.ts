import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Columns } from '$lib/engine/table';
import { repeatsOf } from '$lib/engine/table';

interface Row {
	readonly start: number;
	readonly quantity: number;
	readonly kind: number;
	readonly id: string;
}

function block(rows: readonly Row[]) {
	const ascending = rows.toSorted((a, b) => a.start - b.start || a.quantity - b.quantity);
	const ids = ascending.map(({ id }) => new TextEncoder().encode(id));
	const offsets = new Uint32Array(rows.length + 1);
	ids.forEach((id, k) => (offsets[k + 1] = (offsets[k] as number) + id.length));
	const columns = {
		rows: rows.length,
		start: Float64Array.from(ascending, ({ start }) => start),
		quantity: Uint32Array.from(ascending, ({ quantity }) => quantity),
		kind: Uint8Array.from(ascending, ({ kind }) => kind)
	};
	return repeatsOf(columns as unknown as Columns, {
		offsets,
		bytes: Uint8Array.from(ids.flatMap((id) => [...id]))
	});
}

const row = fc.record({
	start: fc.integer({ min: 0, max: 3 }),
	quantity: fc.integer({ min: 0, max: 2 }),
	kind: fc.integer({ min: 0, max: 1 }),
	id: fc.constantFrom('', 'a', 'b', 'ab')
});

test('rows that come once more are counted, each beside the first of its kind', () => {
	fc.assert(
		fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
			const named = rows.filter(({ id }) => id !== '').map((one) => JSON.stringify(one));
			expect(block(rows)).toBe(named.length - new Set(named).size);
		})
	);
});

test('calls without an id are never one another: three alike stay three', () => {
	expect(block(Array.from({ length: 3 }, () => ({ start: 1, quantity: 60, kind: 1, id: '' })))).toBe(0);
});

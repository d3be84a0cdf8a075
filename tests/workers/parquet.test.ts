import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { convertParquet } from '$lib/workers/read/parquet';
import { checkPrefixes, checkRuns, checkSnappy } from '$lib/workers/read/parquetRuns';

import { writtenByDuckDb } from '../support/duckdbParquet';

const NOTHING = () => undefined;
const bytes = (...values: number[]) => Uint8Array.from(values);

/** Parquet of one column of small numbers, some missing, in pages of few. */
const written = () =>
	new Uint8Array(
		parquetWriteBuffer({
			columnData: [
				{ name: 'n', type: 'INT32', data: Array.from({ length: 400 }, (_, k) => (k % 5 === 0 ? null : k)) }
			],
			pageSize: 64,
			codec: 'UNCOMPRESSED'
		})
	);
const fileOf = (content: Uint8Array<ArrayBuffer>) => new File([content], 'a.parquet');

describe('what a page says of itself is not believed', () => {
	test('runs longer than the values that are left are refused, before anything is filled with them', () => {
		// 2 × 5 equal values, then 8 single ones of one bit.
		const runs = bytes(10, 1, 10, 0, 3, 0xaa);
		expect(() => checkRuns(runs, 0, 1, 18)).not.toThrow();
		// The last group of single ones may be padded.
		expect(() => checkRuns(runs, 0, 1, 15)).not.toThrow();
		expect(() => checkRuns(runs, 0, 1, 9)).toThrow(RangeError);
		// A billion equal values, and a billion single ones that take no byte.
		expect(() => checkRuns(bytes(0x80, 0xa8, 0xd6, 0xb9, 0x07, 1), 0, 1, 1_000)).toThrow(RangeError);
		expect(() => checkRuns(bytes(0x81, 0xa8, 0xd6, 0xb9, 0x07), 0, 0, 1_000)).toThrow(RangeError);
	});

	test('runs of nothing end with the bytes', () => {
		expect(() => checkRuns(new Uint8Array(1_000), 0, 1, 1e8)).not.toThrow();
	});

	test('texts that begin as longer ones than there are before are refused, and so are those that are too long in all', () => {
		// Blocks of 128 values in one part, 2 values: lengths that begin with `first`, and go on by `step`.
		const lengths = (first: number, step: number) => [128, 1, 1, 2, 2 * first, 2 * step, 0];
		const reader = (...values: number[]) => ({ view: new DataView(bytes(...values).buffer), offset: 0 });
		const texts = (prefix: number) => [...lengths(0, prefix), ...lengths(3, 1)];
		expect(() => checkPrefixes(reader(...texts(3)), 2, 100)).not.toThrow();
		expect(() => checkPrefixes(reader(...texts(4)), 2, 100)).toThrow('beginning');
		expect(() => checkPrefixes(reader(...texts(3)), 2, 9)).toThrow('texts');
	});

	test('pieces of Snappy add up to what comes out, none of them below zero', () => {
		// 4 letters, then 4 of them again.
		const packed = bytes(8, 12, 97, 98, 99, 100, 1, 4);
		expect(() => checkSnappy(packed, 8)).not.toThrow();
		expect(() => checkSnappy(packed, 9)).toThrow(RangeError);
		// The library counts from such a length backwards, and reads the same piece again for ever.
		expect(() => checkSnappy(bytes(8, 252, 0xfb, 0xff, 0xff, 0xff, 0), 8)).toThrow(RangeError);
	});
});

describe('a Parquet file whose bytes are changed', () => {
	test('is whole before', async () => {
		const { text } = await convertParquet(fileOf(written()), NOTHING);
		expect((await text.text()).split('\n')).toHaveLength(402);
	});

	test('ends, read or refused, whichever byte of its pages it is', async () => {
		const whole = written();
		const dataEnds = whole.length - 8 - new DataView(whole.buffer).getUint32(whole.length - 8, true);
		let refused = 0;
		for (let at = 4; at < Math.min(dataEnds, 160); at++)
			for (const value of [0, 0x15, 0x7f, 0x80, 0xff]) {
				const changed = whole.slice();
				changed[at] = value;
				await convertParquet(fileOf(changed), NOTHING).then(
					async ({ text }) => expect((await text.text()).split('\n')).toHaveLength(402),
					(cause: unknown) => {
						refused++;
						expect(cause).toMatchObject({ code: 'damagedFile', params: { kind: 'parquet' } });
					}
				);
			}
		expect(refused).toBeGreaterThan(50);
	});
});

describe('a Parquet file of another writer', () => {
	test('keeps all digits of decimals, writes intervals as lengths, and floats of 32 bits as they were meant', async () => {
		const rows = [
			`123456789012345678901234567891, 123456789012345679, -12.5, interval 61 seconds, 1.1`,
			`123456789012345678901234567892, 123456789012345680, 0.05, interval '1 day 90 milliseconds', 2.3`,
			`-1, -9, 1234567.89, interval 2 months, null`,
			`null, null, null, null, null`
		];
		const types = ['decimal(38, 0)', 'decimal(18, 0)', 'decimal(9, 2)', 'interval', 'float'];
		const columns = types.map((type, k) => `cast(c${k} as ${type}) as c${k}`);
		const named = types.map((_, k) => `c${k}`);
		const nested = `select ${columns.join(', ')}, {'id': cast(c0 as decimal(38, 0))} as call from (values ${rows.map((row) => `(${row})`).join(', ')}) v(${named.join(', ')})`;
		for (const { name, bytes: written } of await writtenByDuckDb(nested)) {
			const { text } = await convertParquet(new File([new Uint8Array(written)], name), NOTHING);
			expect((await text.text()).trimEnd().split('\n'), name).toEqual([
				'c0,c1,c2,c3,c4,call.id',
				'123456789012345678901234567891,123456789012345679,-12.50,PT61S,1.1,123456789012345678901234567891',
				'123456789012345678901234567892,123456789012345680,0.05,P1DT0.09S,2.3,123456789012345678901234567892',
				'-1,-9,1234567.89,P2MT0S,,-1',
				',,,,,'
			]);
		}
	});
});

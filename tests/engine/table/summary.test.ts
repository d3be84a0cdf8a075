import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	BlockError,
	decodeLive,
	decodeNum,
	decodeSummary,
	decodeText,
	encodeLive,
	encodeNum,
	encodeSummary,
	encodeText,
	isLive,
	readText,
	setLive,
	allLive,
	sliceBlock,
	utf8,
	verify,
	type Summary
} from '$lib/engine/table';
import { columnsOf, newNames } from '../../support/rows';

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const large = fc.maxSafeNat();
const entry = fc.record({
	day: fc.integer({ min: -200_000, max: 200_000 }),
	kind: fc.nat(7),
	agent: u32,
	entity: u32,
	interactions: u32,
	quantity: large,
	seconds: large,
	nonBillable: u32
});

const summaries = fc.array(entry, { maxLength: 40 }).map((entries): Summary => ({
	entries: entries.length,
	day: Int32Array.from(entries, ({ day }) => day),
	kind: Uint8Array.from(entries, ({ kind }) => kind),
	agent: Uint32Array.from(entries, ({ agent }) => agent),
	entity: Uint32Array.from(entries, ({ entity }) => entity),
	interactions: Uint32Array.from(entries, ({ interactions }) => interactions),
	quantity: Float64Array.from(entries, ({ quantity }) => quantity),
	seconds: Float64Array.from(entries, ({ seconds }) => seconds),
	nonBillable: Uint32Array.from(entries, ({ nonBillable }) => nonBillable)
}));

describe('the summary record', () => {
	it('gives back every column, and is known to be whole', () => {
		fc.assert(
			fc.property(summaries, (summary) => {
				const bytes = encodeSummary(summary);
				expect(decodeSummary(bytes)).toEqual(summary);
				expect(verify(bytes)).toBe(true);
			})
		);
	});

	it('is refused when it is cut, is of another kind, or claims another number of entries', () => {
		fc.assert(
			fc.property(summaries, fc.nat(), u32, (summary, cut, count) => {
				const bytes = encodeSummary(summary);
				expect(() => decodeSummary(bytes.slice(0, cut % bytes.byteLength))).toThrow(BlockError);
				if (count === summary.entries) return;
				const claimed = bytes.slice(0);
				new DataView(claimed).setUint32(16, count, true);
				expect(() => decodeSummary(claimed)).toThrow(BlockError);
			})
		);
		expect(() => decodeSummary(encodeLive(allLive(3)))).toThrow(BlockError);
	});

	it('gives an answer or a BlockError for any bytes at all', () => {
		fc.assert(
			fc.property(summaries, fc.nat(), fc.nat(255), (summary, at, value) => {
				const bytes = encodeSummary(summary);
				new Uint8Array(bytes)[at % bytes.byteLength] = value;
				try {
					decodeSummary(bytes);
				} catch (cause) {
					expect(cause).toBeInstanceOf(BlockError);
				}
			})
		);
	});
});

describe('a part of a block', () => {
	it('holds the rows asked for, with their texts, keys and live bits, and no others', () => {
		const rows = fc.array(
			fc.record({ start: fc.nat(1_000_000), ms: fc.nat(100_000), id: fc.string(), live: fc.boolean() }),
			{ minLength: 1, maxLength: 30 }
		);
		fc.assert(
			fc.property(rows, fc.nat(), fc.nat(), (given, a, b) => {
				const own = given.toSorted((x, y) => x.start - y.start);
				const [first, end] = [a % (own.length + 1), b % (own.length + 1)].sort((x, y) => x - y) as [
					number,
					number
				];
				const parts = own.map(({ id }) => utf8(id));
				const offsets = new Uint32Array(own.length + 1);
				parts.forEach((part, k) => (offsets[k + 1] = (offsets[k] as number) + part.length));
				const ids = { offsets, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) };
				const live = allLive(own.length);
				own.forEach((row, r) => setLive(live, r, row.live));
				const columns = columnsOf(own, newNames());
				const sliced = sliceBlock(
					{
						num: encodeNum(columns),
						text: encodeText({ rows: own.length, columns: [ids] }),
						live: encodeLive(live)
					},
					first,
					end
				);
				const block = decodeNum(sliced.num);
				expect([...block.start]).toEqual(own.slice(first, end).map(({ start }) => start));
				expect([...block.line]).toEqual([...columns.line.subarray(first, end)]);
				const [text] = decodeText(sliced.text).columns;
				const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
				own.slice(first, end).forEach((row, r) => {
					expect(text && readText(text, r, decode)).toBe(decode(utf8(row.id)));
					expect(isLive(decodeLive(sliced.live), r)).toBe(row.live);
				});
				for (const record of Object.values(sliced)) expect(verify(record)).toBe(true);
			})
		);
	});
});

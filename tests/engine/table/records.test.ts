import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	allLive,
	BlockError,
	CaseTable,
	countLive,
	decodeDictionary,
	decodeLive,
	decodeNum,
	decodeText,
	Dictionary,
	encodeLive,
	encodeNum,
	encodeText,
	isEarlier,
	isLive,
	NO_DURATION,
	NOT_TEXT,
	readText,
	RECORD,
	rowsBetween,
	setLive,
	utf8,
	validUtf8,
	verify,
	type Columns
} from '$lib/engine/table';
import { EARLIER } from '../../support/earlierVersions';
import { HOUR_MS } from '$lib/engine/time';
import { runs } from '../../support/runs';

const decoder = new TextDecoder();
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
/** of whole seconds, mostly or at times */
const length = fc.oneof(
	u32,
	fc.nat(86_400).map((seconds) => seconds * 1_000)
);
const row = fc.record({
	start: fc.oneof(fc.integer({ min: -1e12, max: 4e12 }), fc.integer({ min: 1e12, max: 1e12 + 1e5 })),
	quantity: length,
	kind: fc.integer({ min: 0, max: 7 }),
	agent: fc.integer({ min: 0, max: 65_535 }),
	entity: u32,
	outcome: fc.integer({ min: 0, max: 65_535 }),
	caseCode: u32,
	line: u32,
	duration: fc.oneof(length, fc.constant(NO_DURATION))
});

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function toColumns(rows: readonly Row[]): Columns {
	const sorted = [...rows].sort((a, b) => a.start - b.start);
	return {
		rows: sorted.length,
		start: Float64Array.from(sorted, ({ start }) => start),
		quantity: Uint32Array.from(sorted, ({ quantity }) => quantity),
		kind: Uint8Array.from(sorted, ({ kind }) => kind),
		agent: Uint16Array.from(sorted, ({ agent }) => agent),
		entity: Uint32Array.from(sorted, ({ entity }) => entity),
		outcome: Uint16Array.from(sorted, ({ outcome }) => outcome),
		caseCode: Uint32Array.from(sorted, ({ caseCode }) => caseCode),
		line: Uint32Array.from(sorted, ({ line }) => line),
		durations: [Uint32Array.from(sorted, ({ duration }) => duration)]
	};
}

const heap = (texts: readonly string[]) => {
	const parts = texts.map(utf8);
	const offsets = new Uint32Array(texts.length + 1);
	parts.forEach((part, k) => (offsets[k + 1] = (offsets[k] as number) + part.length));
	return { offsets, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) };
};

describe('the num record', () => {
	it('gives back every column, and the widths of codes', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
				const columns = toColumns(rows);
				const buffer = encodeNum(columns);
				const { hours, firstRow, minStart, maxStart, ...decoded } = decodeNum(buffer);
				expect(decoded).toEqual(columns);
				expect([minStart, maxStart]).toEqual([columns.start[0] ?? 0, columns.start[rows.length - 1] ?? 0]);
				expect(Array.from(firstRow, (r) => Math.floor((columns.start[r] as number) / HOUR_MS))).toEqual([
					...hours
				]);
				expect(verify(buffer)).toBe(true);
			})
		);
	});

	it('takes as few bytes a value as hold all of a column, counted from its least one', () => {
		const at = { quantity: 70_000, kind: 1, agent: 2, entity: 3, outcome: 0, caseCode: 0, duration: 7 };
		const rows = Array.from({ length: 1_000 }, (_, k) => ({
			...at,
			start: 1e12 + 60_000 * k,
			line: 1e6 + k
		}));
		// 64 + 9 entries of 16, start 2, nothing for what is alike or counts up, and a directory of 17 hours.
		expect(encodeNum(toColumns(rows)).byteLength).toBe(64 + 9 * 16 + 2 * 1_000 + 2 * 72);
		const some = rows.map((one, k) => ({ ...one, quantity: 70_001 * (k % 3), kind: k % 2, line: 2e6 - k }));
		expect(encodeNum(toColumns(some)).byteLength).toBe(64 + 9 * 16 + (2 + 3 + 1) * 1_000 + 2 * 72);
		// A line that is left out now and then takes a byte: what is not counted.
		const gaps = rows.map((one, k) => ({ ...one, line: 5 + k + Math.floor(k / 7) }));
		expect(encodeNum(toColumns(gaps)).byteLength).toBe(64 + 9 * 16 + (2 + 1) * 1_000 + 2 * 72);
	});

	it('takes two bytes for lengths of whole seconds, beside messages and lengths that are missing', () => {
		const at = { agent: 2, entity: 3, outcome: 0, caseCode: 0, line: 7 };
		const rows = Array.from({ length: 1_000 }, (_, k) => ({
			...at,
			start: 1e12 + 200 * k,
			kind: k % 2,
			quantity: k % 2 === 1 ? 7_000 * k : k,
			duration: k % 3 === 0 ? NO_DURATION : 5_000 * k
		}));
		const size = (those: typeof rows) => encodeNum(toColumns(those)).byteLength;
		const bytes = (each: number) => 64 + 9 * 16 + each * 1_000 + 2 * 8;
		// Start and kind a byte each.
		expect(size(rows)).toBe(bytes(1 + 1 + 2 + 2));
		// One of half a second makes all of its column milliseconds: three bytes, and four beside what is missing.
		const half = rows.map((one, k) => (k === 501 ? { ...one, quantity: 500 } : one));
		expect(size(half)).toBe(bytes(1 + 1 + 3 + 2));
		const other = rows.map((one, k) => (k === 500 ? { ...one, duration: 500 } : one));
		expect(size(other)).toBe(bytes(1 + 1 + 2 + 4));
		for (const those of [rows, half, other])
			expect(decodeNum(encodeNum(toColumns(those)))).toMatchObject(toColumns(those));
	});

	it('takes as many bytes for starts as the longest time between two, where that is fewer', () => {
		const at = { quantity: 0, kind: 0, agent: 0, entity: 0, outcome: 0, caseCode: 0, line: 0, duration: 0 };
		const far = (between: number) => {
			const rows = Array.from({ length: 1_000 }, (_, k) => ({ ...at, start: between * k - 1e12 }));
			const record = encodeNum(toColumns(rows));
			expect(decodeNum(record).start).toEqual(toColumns(rows).start);
			return new DataView(record).getUint32(64 + 8, true);
		};
		expect([1, 255, 256, 65_536, 2 ** 24, 2 ** 32].map(far)).toEqual([1, 1, 2, 3, 4, 8]);
	});

	it.each(EARLIER)('of the %s version is read as it is', (_, older) => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
				const record = encodeNum(toColumns(rows));
				const before = older(record);
				expect(verify(before)).toBe(true);
				expect(isEarlier(before, RECORD.num)).toBe(true);
				expect(decodeNum(before)).toEqual(decodeNum(record));
				expect(encodeNum(decodeNum(before))).toEqual(record);
			})
		);
	});

	it('has no base where a column is as narrow without one', () => {
		const at = { kind: 1, agent: 2, entity: 3, outcome: 0, caseCode: 0, duration: 7, line: 70_000 };
		const rows = Array.from({ length: 9 }, (_, k) => ({ ...at, start: 1e12 + k, quantity: 300 + 1_000 * k }));
		const header = new DataView(encodeNum(toColumns(rows)));
		const bases = Array.from({ length: 9 }, (_, k) => header.getFloat64(64 + 16 * k, true));
		// What is alike in all rows is its base.
		expect(bases).toEqual([1e12, 0, 1, 2, 3, 0, 0, 70_000, 7]);
	});

	it('finds the rows of any span of time as a plain search does', () => {
		const start = fc.integer({ min: 0, max: 40 * HOUR_MS });
		fc.assert(
			fc.property(fc.array(start, { maxLength: 80 }), start, start, (starts, from, to) => {
				const rows = starts.map((s) => ({
					start: s - 10 * HOUR_MS,
					quantity: 0,
					kind: 0,
					agent: 0,
					entity: 0,
					outcome: 0,
					caseCode: 0,
					line: 0,
					duration: 0
				}));
				const block = decodeNum(encodeNum(toColumns(rows)));
				const [low, high] = [from - 10 * HOUR_MS, to - 10 * HOUR_MS];
				const { first, end } = rowsBetween(block, low, high);
				const inside = (s: number) => s >= low && s < high;
				expect(end - first).toBe(rows.filter((r) => inside(r.start)).length);
				for (let r = first; r < end; r++) expect(inside(block.start[r] as number)).toBe(true);
				expect(rowsBetween(block, -Infinity, Infinity)).toEqual({ first: 0, end: block.rows });
			})
		);
	});

	it('refuses what is no whole record of its kind, each with its code', () => {
		const good = () => encodeNum(toColumns([]));
		const code = (buffer: ArrayBuffer) => {
			try {
				decodeNum(buffer);
			} catch (error) {
				return error instanceof BlockError ? error.code : error;
			}
			return null;
		};
		const changed = (at: number, value: number) => {
			const buffer = good();
			new Uint8Array(buffer)[at] = value;
			return buffer;
		};
		expect(code(good())).toBe(null);
		expect(code(new ArrayBuffer(8))).toBe('length');
		expect(code(changed(0, 1))).toBe('notARecord');
		expect(code(changed(4, 99))).toBe('newer');
		expect(code(changed(6, 2))).toBe('kind');
		// Of so many rows that none has written, nor could be held; a width that is none.
		expect(code(changed(18, 255))).toBe('length');
		expect(code(changed(64 + 8, 5))).toBe('length');
		expect(code(good().slice(0, 64 - 8))).toBe('length');
	});

	it('shows any changed byte by its checksum', () => {
		fc.assert(
			fc.property(
				fc.array(row, { minLength: 1, maxLength: 8 }),
				fc.nat(),
				fc.integer({ min: 1, max: 255 }),
				(rows, at, flip) => {
					const buffer = encodeNum(toColumns(rows));
					const bytes = new Uint8Array(buffer);
					// Version and kind (bytes 4 to 7) are checked when the record is opened.
					const place = 8 + (at % (bytes.length - 8));
					bytes[place] = (bytes[place] as number) ^ flip;
					expect(verify(buffer)).toBe(false);
				}
			)
		);
		expect(verify(new ArrayBuffer(4))).toBe(false);
	});
});

describe('the text record', () => {
	const text = fc.string({ unit: 'grapheme', maxLength: 12 });
	/** ids of which some begin alike */
	const counted = fc.oneof(
		text,
		fc.nat(999).map((n) => `CALL-2026-${n}`),
		fc.constant('é'.repeat(300))
	);
	/** texts of one shape, some of them empty: what a digit stands for in each, and the letters of one of them */
	const shaped = fc
		.tuple(
			fc.array(fc.oneof(fc.constant(null), fc.constantFrom('-', 'C', 'é', '7', 'f', 'F')), { maxLength: 12 }),
			fc.constantFrom('0123456789', '0123456789abcdef', '0123456789ABCDEF', '0123456789abcdefF')
		)
		.chain(([shape, digits]) =>
			fc.array(
				fc.oneof(
					fc.constant(''),
					fc
						.tuple(...shape.map((at) => (at === null ? fc.constantFrom(...digits) : fc.constant(at))))
						.map((all) => all.join(''))
				)
			)
		);

	it('gives back the text of every row and column', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(counted, text)), shaped, (rows, like) => {
				const ids = rows.map(([id]) => id);
				const cases = rows.map(([, other], row) => like[row] ?? other);
				const buffer = encodeText({ rows: rows.length, columns: [heap(ids), heap(cases)] });
				const decoded = decodeText(buffer);
				expect(verify(buffer)).toBe(true);
				for (const [k, texts] of [ids, cases].entries()) {
					const column = decoded.columns[k];
					expect(column && texts.map((_, r) => readText(column, r, decode))).toEqual(texts);
				}
			})
		);
	});

	it.each(EARLIER)('of the %s version is read as it is', (_, _num, older) => {
		fc.assert(
			fc.property(fc.array(fc.tuple(counted, text)), shaped, (rows, like) => {
				const others = rows.map(([, other], row) => like[row] ?? other);
				const columns = [heap(rows.map(([id]) => id)), heap(others)];
				const record = encodeText({ rows: rows.length, columns });
				const before = older(record);
				expect(verify(before)).toBe(true);
				expect(isEarlier(before, RECORD.text)).toBe(true);
				expect(decodeText(before)).toEqual(decodeText(record));
				expect(encodeText(decodeText(before))).toEqual(record);
			})
		);
	});

	it('keeps of ids that are counted up what differs from the one before', () => {
		const ids = heap(Array.from({ length: 1_000 }, (_, k) => `call-2026-${k + 100_000}`));
		const none = heap(Array.from({ length: 1_000 }, () => ''));
		const { byteLength } = encodeText({ rows: 1_000, columns: [ids, none] });
		// A length and what is shared, a byte each; one byte of most ids, more where a digit is carried, all of the first.
		expect(byteLength).toBeLessThan(64 + 16 + 1_000 + 1_000 + 1_000 + 9 + 110 + 24);
		const unlike = heap(
			Array.from({ length: 1_000 }, (_, k) => ((k * 2_654_435_761) >>> 0).toString(36).padStart(7, 'z'))
		);
		expect(encodeText({ rows: 1_000, columns: [unlike, none] }).byteLength).toBe(64 + 16 + 7_000);
	});

	describe('of texts with hexadecimal digits at the same places', () => {
		const rows = 1_000;
		const none = heap(Array.from({ length: rows }, () => ''));
		const hex = (k: number, count: number) =>
			Array.from({ length: count }, (_, digit) => ((k + 7) * (digit + 3) * 2_654_435_761) >>> 28)
				.map((value) => value.toString(16))
				.join('');
		const encoded = (texts: readonly string[]) => encodeText({ rows, columns: [heap(texts), none] });
		const each = (text: (k: number) => string) => Array.from({ length: rows }, (_, k) => text(k));

		it('keeps half a byte a digit, and the rest once', () => {
			const uuid = (k: number) => hex(k, 32).replace(/^(.{8})(.{4}).(.{3})(.{4})(.{12})$/, '$1-$2-4$3-$4-$5');
			const [uuids, cases] = [each(uuid), each((k) => (k % 4 === 0 ? '' : `C-${hex(k, 8)}`))];
			// 31 digits, and 36 bytes once; a length of a byte where some are empty.
			expect(encoded(uuids).byteLength).toBe(64 + 16 + 40 + (31 * rows) / 2 + 4);
			expect(encoded(cases).byteLength).toBe(64 + 16 + rows + 16 + (8 * 750) / 2);
			expect(encoded(uuids.map((id) => id.toUpperCase())).byteLength).toBe(encoded(uuids).byteLength);
			for (const texts of [uuids, cases]) expect(decodeText(encoded(texts)).columns[0]).toEqual(heap(texts));
		});

		it('keeps them as they are where one is of another shape', () => {
			for (const odd of ['x'.repeat(8), '0123456', '012345678', '0123456\u0001', 'ABCDEF01']) {
				const texts = each((k) => (k === 500 ? odd : `${hex(k, 7)}a`));
				expect(encoded(texts).byteLength).toBeGreaterThan(64 + 16 + 7 * rows);
				expect(decodeText(encoded(texts)).columns[0]).toEqual(heap(texts));
			}
		});

		it('goes on from the one before where that leaves out more', () => {
			const counted = each((k) => `call-2026-${k + 100_000}`);
			expect(encoded(counted).byteLength).toBeLessThan(64 + 16 + 3.2 * rows);
		});

		it('is refused where lengths, shape and digits do not go together', () => {
			const texts = each((k) => (k === 3 ? '' : `C-${hex(k, 8)}`));
			const spoilt = (at: number, value: number, width = 1) => {
				const buffer = encoded(texts);
				if (width === 4) new DataView(buffer).setUint32(at, value, true);
				else new Uint8Array(buffer)[at] = value;
				return () => decodeText(buffer);
			};
			const shapeAt = 64 + 16 + rows;
			expect(new Uint8Array(encoded(texts), shapeAt, 3)).toEqual(Uint8Array.of(67, 45, 1));
			// Another length of the first one, of one in the middle; of all of them together; more digits than there are.
			expect(spoilt(64 + 16, 9)).toThrow(BlockError);
			expect(spoilt(64 + 16 + 500, 9)).toThrow(BlockError);
			expect(spoilt(64 + 4, 9_980, 4)).toThrow(BlockError);
			expect(spoilt(64 + 12, 250, 4)).toThrow(BlockError);
			expect(spoilt(64 + 8, 7, 4)).toThrow(BlockError);
			expect(spoilt(shapeAt, 1)).toThrow(BlockError);
		});
	});

	it('is refused where what is shared, or how much there is, cannot be', () => {
		const rows = 40;
		const ids = heap(Array.from({ length: rows }, (_, k) => `call-2026-${k}`));
		const none = heap(Array.from({ length: rows }, () => ''));
		const record = () => encodeText({ rows, columns: [ids, none] });
		const spoilt = (at: number, value: number) => {
			const buffer = record();
			new Uint8Array(buffer)[at] = value;
			return () => decodeText(buffer);
		};
		expect(decodeText(record()).columns[0]).toEqual(ids);
		// More of the first text than there is before it; a longest length; more bytes than the texts have.
		expect(spoilt(64 + 16 + 40, 9)).toThrow(BlockError);
		expect(spoilt(64 + 16 + 1, 255)).toThrow(BlockError);
		expect(spoilt(64 + 4 + 3, 255)).toThrow(BlockError);
		expect(spoilt(64 + 4, 1)).toThrow(BlockError);
	});

	it('takes no room for a column without text', () => {
		const empty = heap(Array.from({ length: 1000 }, () => ''));
		expect(encodeText({ rows: 1000, columns: [empty, empty] }).byteLength).toBe(64);
	});
});

describe('live bits', () => {
	it('are what was set, and count the rows that are live', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.nat()), (rows, dead) => {
				const live = allLive(rows);
				expect(countLive(live)).toBe(rows);
				const gone = new Set(dead.map((r) => r % rows));
				for (const r of gone) setLive(live, r, false);
				const again = decodeLive(encodeLive(live));
				expect(countLive(again)).toBe(rows - gone.size);
				for (let r = 0; r < rows; r++) expect(isLive(again, r)).toBe(!gone.has(r));
				for (const r of gone) setLive(again, r, true);
				expect(again).toEqual(allLive(rows));
			})
		);
	});
});

describe('dictionaries', () => {
	it('number texts in order of appearance, the empty one 0, and give them back', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 })), (texts) => {
				const dictionary = new Dictionary();
				const codes = texts.map((text) => dictionary.find(utf8(text), 0, utf8(text).length));
				const known = decodeDictionary(dictionary.encode(), decode);
				expect(codes.map((code) => known[code])).toEqual(texts);
				expect(known).toEqual([...new Set(['', ...texts])]);
			})
		);
	});

	it('hold more texts than 16 bits can number', () => {
		const dictionary = new Dictionary();
		const texts = Array.from({ length: 70_000 }, (_, k) => utf8(`name ${k}`));
		const number = () => texts.map((bytes) => dictionary.find(bytes, 0, bytes.length));
		const codes = texts.map((_, k) => k + 1);
		expect(number()).toEqual(codes);
		expect(number()).toEqual(codes);
		expect(decodeDictionary(dictionary.encode(), decode)[70_000]).toBe('name 69999');
	});

	it('take no bytes that are not UTF-8', () => {
		const dictionary = new Dictionary();
		expect(dictionary.find(Uint8Array.of(0x52, 0xe9, 0x6d, 0x69), 0, 4)).toBe(NOT_TEXT);
		expect(dictionary.size).toBe(1);
	});

	it('number cases without keeping their texts', () => {
		const cases = new CaseTable();
		const number = (texts: readonly string[]) => {
			const codes = new Uint32Array(texts.length);
			cases.number(heap(texts), texts.length, codes);
			return [...codes];
		};
		expect(number(['', 'a', 'b', 'a'])).toEqual([0, 1, 2, 1]);
		// More than a page of them.
		const many = Array.from({ length: 70_000 }, (_, k) => `case ${k}`);
		expect(number(['b', ...many, ''])).toEqual([2, ...many.map((_, k) => k + 3), 0]);
		expect(number(['case 7'])).toEqual([10]);
		expect(cases.size).toBe(70_003);
	});
});

describe('UTF-8', () => {
	it('is written as the platform writes it, and found valid', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const bytes = utf8(text);
				expect(bytes).toEqual(new TextEncoder().encode(text));
				expect(validUtf8(bytes, 0, bytes.length)).toBe(bytes.length);
			})
		);
	});

	it('is valid exactly where a strict decoder takes it', () => {
		const byte = fc.oneof(
			fc.integer({ min: 0, max: 255 }),
			fc.constantFrom(0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf)
		);
		const strict = new TextDecoder('utf-8', { fatal: true });
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 8 }), fc.array(byte, { maxLength: 5 }), (head, tail) => {
				const bytes = Uint8Array.from([...head, ...tail]);
				let valid = true;
				try {
					strict.decode(bytes);
				} catch {
					valid = false;
				}
				expect(validUtf8(bytes, 0, bytes.length) === bytes.length).toBe(valid);
			}),
			{ numRuns: runs(500) }
		);
	});
});

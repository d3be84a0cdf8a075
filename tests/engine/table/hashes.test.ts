import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fingerprintRows,
	KEY_WORDS,
	KIND_VOICE,
	NO_DURATION,
	print128,
	utf8,
	xxh32,
	type Columns,
	type TextColumn
} from '$lib/engine/table';

/** The test buffer of xxHash's own sanity check (xxhash.h, XXH_PRIME32_1 and 64_1). */
function sanityBuffer(length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	let generator = 2654435761n;
	for (let k = 0; k < length; k++) {
		bytes[k] = Number(generator >> 56n);
		generator = (generator * 11400714785074694797n) & 0xffff_ffff_ffff_ffffn;
	}
	return bytes;
}

describe('XXH32', () => {
	it('gives the published answers', () => {
		expect(xxh32(utf8(''))).toBe(0x02cc5d05);
		expect(xxh32(utf8('a'))).toBe(0x550d7456);
		expect(xxh32(utf8('abc'))).toBe(0x32d153ff);
		expect(xxh32(utf8('Nobody inspects the spammish repetition'))).toBe(0xe2293b2f);
		expect(xxh32(sanityBuffer(0), 2654435761)).toBe(0x36b78ae7);
		expect(xxh32(sanityBuffer(1))).toBe(0xcf65b03e);
		expect(xxh32(sanityBuffer(14))).toBe(0x1208e7e2);
		expect(xxh32(sanityBuffer(222))).toBe(0x5bd11dbd);
		expect(xxh32(sanityBuffer(222), 2654435761)).toBe(0x58803c5f);
	});

	it('does not depend on where the bytes lie', () => {
		const whole = sanityBuffer(100);
		expect(xxh32(whole.subarray(3, 90))).toBe(xxh32(whole.slice(3, 90)));
	});
});

const hash = (bytes: Uint8Array, seed = 0) => {
	const out = new Uint32Array(6);
	print128(bytes, 0, bytes.length, out, 1, seed);
	return out.subarray(1, 5);
};

describe('MurmurHash3 x86_128', () => {
	it('passes the verification of SMHasher', () => {
		const all = new Uint8Array(256 * 16);
		for (let length = 0; length < 256; length++) {
			const key = Uint8Array.from({ length }, (_, k) => k);
			all.set(new Uint8Array(hash(key, 256 - length).slice().buffer), length * 16);
		}
		expect(hash(all)[0]).toBe(0xb3ece62a);
	});

	it('hashes a part of a buffer as the same bytes alone', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(20), (bytes, skip) => {
				const out = new Uint32Array(4);
				const start = Math.min(skip, bytes.length);
				print128(bytes, start, bytes.length, out, 0);
				expect(out).toEqual(hash(bytes.slice(start)));
			})
		);
	});

	it('gives nothing the print of four zeros', () => {
		expect([...hash(utf8(''))]).toEqual([0, 0, 0, 0]);
	});
});

describe('the fingerprint of a row', () => {
	const prints = (texts: readonly string[]) =>
		Uint32Array.from(texts.flatMap((text) => [...hash(utf8(text))]));
	const column = (text: string): TextColumn => {
		const bytes = utf8(text);
		return { offsets: Uint32Array.of(0, bytes.length), bytes };
	};
	const textsOf = (id: string, caseId: string) => ({ rows: 1, columns: [column(id), column(caseId)] });
	const fingerprint = (change: Partial<Record<string, string | number>> = {}, duration = NO_DURATION) => {
		const of = {
			start: 1e12,
			quantity: 61_000,
			kind: KIND_VOICE,
			agent: 'Ada',
			entity: 'Q',
			outcome: '',
			case: 'k',
			id: 'i1',
			...change
		};
		const columns: Columns = {
			rows: 1,
			start: Float64Array.of(Number(of.start)),
			quantity: Uint32Array.of(Number(of.quantity)),
			kind: Uint8Array.of(Number(of.kind)),
			agent: Uint16Array.of(1),
			entity: Uint16Array.of(1),
			outcome: Uint32Array.of(1),
			caseCode: Uint32Array.of(1),
			line: Uint32Array.of(Math.floor(Number(of.start) / 7) % 1000),
			durations: [Uint32Array.of(duration)]
		};
		return fingerprintRows(columns, textsOf(String(of.id), String(of.case)), {
			agent: prints(['', String(of.agent)]),
			entity: prints(['', String(of.entity)]),
			outcome: prints(['', String(of.outcome)]),
			durations: [hash(utf8('wait'))]
		});
	};

	it('is the hash of its numbers and of the prints of its texts', () => {
		const bytes = new Uint8Array(96);
		const words = new Uint32Array(bytes.buffer);
		words.set(new Uint32Array(Float64Array.of(1e12).buffer), 0);
		words.set([61_000, KIND_VOICE], 2);
		['i1', 'Ada', 'Q', '', 'k'].forEach((text, k) => words.set(hash(utf8(text)), 4 + 4 * k));
		expect([...fingerprint()]).toEqual([...hash(bytes), ...hash(utf8('i1'))]);
		expect(fingerprint().length).toBe(KEY_WORDS);
	});

	it('differs when any field differs, a further duration too', () => {
		const seen = [
			fingerprint(),
			fingerprint({ start: 1e12 + 1 }),
			fingerprint({ quantity: 61_001 }),
			fingerprint({ kind: 0 }),
			fingerprint({ agent: 'Bob' }),
			fingerprint({ entity: '' }),
			fingerprint({ outcome: 'x' }),
			fingerprint({ case: 'l' }),
			fingerprint({ id: 'i2' }),
			fingerprint({}, 0),
			fingerprint({}, 5)
		].map((keys) => keys.subarray(0, 4).join());
		expect(new Set(seen).size).toBe(seen.length);
	});

	it('is equal where the further durations stand in another order', () => {
		const columns = (durations: readonly Uint32Array[]): Columns => ({
			rows: 2,
			start: Float64Array.of(7, 8),
			quantity: Uint32Array.of(1, 2),
			kind: Uint8Array.of(0, 0),
			agent: Uint16Array.of(0, 0),
			entity: Uint16Array.of(0, 0),
			outcome: Uint16Array.of(0, 0),
			caseCode: Uint32Array.of(0, 0),
			line: Uint32Array.of(1, 2),
			durations
		});
		const none = { offsets: Uint32Array.of(0, 0, 0), bytes: utf8('') };
		const texts = { rows: 2, columns: [none, none] };
		const names = { agent: prints(['']), entity: prints(['']), outcome: prints(['']) };
		const further = {
			talk: Uint32Array.of(50, 20),
			hold: Uint32Array.of(11, NO_DURATION),
			wait: Uint32Array.of(0, 5)
		};
		const keysOf = (order: readonly (keyof typeof further)[]) =>
			fingerprintRows(columns(order.map((name) => further[name])), texts, {
				...names,
				durations: order.map((name) => hash(utf8(name)))
			});
		fc.assert(
			fc.property(fc.shuffledSubarray(['talk', 'hold', 'wait'] as const, { minLength: 3 }), (order) => {
				expect(keysOf(order)).toEqual(keysOf(['talk', 'hold', 'wait']));
			}),
			{ numRuns: 6 }
		);
		expect(keysOf(['talk', 'hold'])).not.toEqual(keysOf(['talk', 'hold', 'wait']));
	});

	it('is equal under other dictionary codes', () => {
		const columns = (code: number): Columns => ({
			rows: 1,
			start: Float64Array.of(7),
			quantity: Uint32Array.of(1),
			kind: Uint8Array.of(0),
			agent: Uint16Array.of(code),
			entity: Uint16Array.of(0),
			outcome: Uint16Array.of(0),
			caseCode: Uint32Array.of(0),
			line: Uint32Array.of(code),
			durations: []
		});
		const rest = { entity: prints(['']), outcome: prints(['']), durations: [] };
		const one = fingerprintRows(columns(1), textsOf('', ''), { ...rest, agent: prints(['', 'Ada', 'Bob']) });
		const two = fingerprintRows(columns(2), textsOf('', ''), { ...rest, agent: prints(['', 'Bob', 'Ada']) });
		expect(one).toEqual(two);
	});
});

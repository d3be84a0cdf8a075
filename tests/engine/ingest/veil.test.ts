import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { veilsOf } from '$lib/engine/ingest/veil';
import { Hmac, utf8 } from '$lib/engine/table';
import { runs } from '../../support/runs';
import { decode } from './drive';

it('a code is HMAC-SHA-256, as others compute it', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, text) => {
			expect(Buffer.from(new Hmac(key).of(text)).toString('hex')).toBe(
				createHmac('sha256', key).update(text).digest('hex')
			);
		}),
		{ numRuns: runs(100) }
	);
});

it('what is kept of a text is its last four digits, or half a hash in hex', () => {
	const key = utf8('a key');
	const veils = veilsOf(
		[
			{ column: 0, as: 'lastFour' },
			{ column: 1, as: 'hash' }
		],
		key
	);
	const kept = (column: number, text: string) => {
		const bytes = utf8(`9${text}9`);
		return decode(veils?.get(column)?.read(bytes, 1, bytes.length - 1) ?? new Uint8Array(0));
	};
	expect(
		['+1 (514) 555-0123', '100', 'Zoë', '', 'sip:ann@example.com', '12 34 5'].map((text) => kept(0, text))
	).toEqual(['0123', '100', '', '', '', '2345']);
	expect(kept(1, '')).toBe('');
	expect(kept(1, 'Zoë')).toBe(createHmac('sha256', key).update('Zoë').digest('hex').slice(0, 32));
	expect(veilsOf([], null)).toBeNull();
	expect(() => veilsOf([{ column: 0, as: 'hash' }], null)).toThrow('no key');
});

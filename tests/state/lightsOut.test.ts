import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossByEntity } from '$lib/state/lightsOut';

const amounts = (length: number, min = 0) =>
	fc.array(fc.integer({ min, max: 500 }), { minLength: length, maxLength: length });

describe('what is lost by entity', () => {
	it('adds up to all that is lost, where every hour has recent usage', () => {
		fc.assert(
			fc.property(
				amounts(24),
				amounts(24),
				fc.array(amounts(48, 1), { minLength: 1, maxLength: 6 }),
				(voice, chat, rows) => {
					const losses = lossByEntity(
						{ includedCredits: 1, voice, chat },
						{ entities: rows.map((_, k) => `E${k}`), credits: Float64Array.from(rows.flat()) }
					);
					const all = [...voice, ...chat].reduce((a, b) => a + b, 0);
					expect(losses.reduce((sum, { credits }) => sum + credits, 0)).toBeCloseTo(all, 6);
				}
			)
		);
	});

	it('is divided hour by hour and channel by channel, largest first', () => {
		const voice = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 100 : 0));
		const chat = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 40 : 0));
		const credits = new Float64Array(2 * 48);
		// At nine: calls 1 to 3, chats at the first only; what is used at ten plays no part.
		[credits[24 + 9], credits[9], credits[48 + 24 + 9], credits[10]] = [10, 5, 30, 9_999];
		expect(lossByEntity({ includedCredits: 1, voice, chat }, { entities: ['', 'Main'], credits })).toEqual([
			{ entity: 'Main', credits: 75 },
			{ entity: '', credits: 65 }
		]);
	});
});

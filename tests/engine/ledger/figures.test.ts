import { describe, expect, it } from 'vitest';
import { ledgerFigures, walk, type Cost } from '$lib/engine/ledger';
import { drawsOf, MINUTE, termsFor } from './support';

const COST: Cost = { currency: 'USD', total: null, lines: [], missing: ['tierPrice'] };

describe('a ledger as it is reported', () => {
	it('has instants as text and credits half-even to four places', () => {
		const result = walk(
			termsFor({ tier: 15, overage: 'capped', cap: 2 }),
			drawsOf([0, 2 * MINUTE, 20], [10 * MINUTE, 0, 1 / 3])
		);
		expect(ledgerFigures(result, COST)).toEqual({
			includedCredits: 15,
			overage: 'capped',
			runOutAt: '1970-01-01T00:01:30.000Z',
			stops: [{ from: '1970-01-01T00:01:42.000Z', to: '1970-01-31T00:00:00.000Z' }],
			includedUsed: 15,
			overageCredits: 2,
			unservedCredits: 3.3333,
			unservedInteractions: 2,
			excessUnbilled: 0,
			expiredCredits: 0,
			cost: COST
		});
	});

	it('that never ran out says so', () => {
		const figures = ledgerFigures(walk(termsFor({ tier: 40 }), drawsOf([0, MINUTE, 10])), COST);
		expect([figures.runOutAt, figures.stops, figures.expiredCredits]).toEqual([null, [], 30]);
	});
});

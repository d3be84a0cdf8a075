import { describe, expect, it } from 'vitest';
import { readInvoice } from '$lib/engine/explore/reconcile';

const NOTHING = {
	credits: null,
	voiceCredits: null,
	chatCredits: null,
	overageCredits: null,
	billableMinutes: null,
	calls: null,
	messages: null,
	amount: null
};

describe('a file of an invoice', () => {
	it('is CSV with a header and one row, or one JSON object', () => {
		const totals = { ...NOTHING, credits: '61240', billableMinutes: '1012.50', amount: '399.00' };
		const csv = '\uFEFF"credits",billable_minutes,amount,calls\r\n61240,1012.50,"399.00",\r\n';
		expect(readInvoice(csv)).toEqual({ kind: 'read', totals });
		const json = '{ "credits": 61240, "billable_minutes": "1012.50", "amount": "399.00", "calls": null }';
		expect(readInvoice(json)).toEqual({ kind: 'read', totals });
	});

	it('is refused by the name of what cannot be read', () => {
		expect(readInvoice('')).toEqual({ kind: 'shape' });
		expect(readInvoice('credits\n1\n2')).toEqual({ kind: 'shape' });
		expect(readInvoice('credits,calls\n1')).toEqual({ kind: 'shape' });
		expect(readInvoice('{ "credits": ')).toEqual({ kind: 'shape' });
		expect(readInvoice('credits,vat\n1,2')).toEqual({ kind: 'unknown', name: 'vat' });
		expect(readInvoice('{ "credits": { "a": 1 } }')).toMatchObject({ kind: 'value', name: 'credits' });
		for (const value of ['-1', '1e3', '61 240', '$5'])
			expect(readInvoice(`credits\n${value}`)).toEqual({ kind: 'value', name: 'credits', value });
	});
});

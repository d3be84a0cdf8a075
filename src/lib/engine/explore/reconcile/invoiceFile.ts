import { parseDecimal } from '../../money';
import { INVOICE_FIELDS, type InvoiceField, type InvoiceTotals } from './invoice';

/** Names of the totals in a file (docs/data-format.md). */
export const INVOICE_COLUMNS: Readonly<Record<InvoiceField, string>> = {
	credits: 'credits',
	voiceCredits: 'voice_credits',
	chatCredits: 'chat_credits',
	overageCredits: 'overage_credits',
	billableMinutes: 'billable_minutes',
	calls: 'calls',
	messages: 'messages',
	amount: 'amount'
};

const NOTHING = Object.fromEntries(INVOICE_FIELDS.map((field) => [field, null])) as Record<
	InvoiceField,
	null
>;

export type InvoiceFileOutcome =
	| { readonly kind: 'read'; readonly totals: InvoiceTotals }
	/** neither CSV with a header and one row, nor one JSON object */
	| { readonly kind: 'shape' }
	/** a column or key that is no total's name */
	| { readonly kind: 'unknown'; readonly name: string }
	/** a value that is no decimal number ≥ 0, as a file writes it */
	| { readonly kind: 'value'; readonly name: string; readonly value: string };

/** The cells of a line: no total's name or value holds a comma or a quote. */
const cells = (line: string): string[] =>
	line.split(',').map((cell) => {
		const text = cell.trim();
		return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
	});

function pairsOf(text: string): [string, string][] | null {
	const body = text.replace(/^\uFEFF/, '').trim();
	if (body.startsWith('{')) {
		try {
			return Object.entries(JSON.parse(body) as object).map(([name, value]) => [name, String(value ?? '')]);
		} catch {
			return null;
		}
	}
	const lines = body.split(/\r\n|\n|\r/);
	const [head, row, ...more] = lines.map(cells);
	if (!head || !row || more.length > 0 || head.length !== row.length) return null;
	return head.map((name, k) => [name, row[k] as string]);
}

/**
 * Totals of one invoice from a small file: CSV with a header and one row, or a JSON object. Empty and null: the
 * invoice does not say.
 */
export function readInvoice(text: string): InvoiceFileOutcome {
	const pairs = pairsOf(text);
	if (!pairs) return { kind: 'shape' };
	const totals: Record<InvoiceField, string | null> = { ...NOTHING };
	for (const [name, value] of pairs) {
		const field = INVOICE_FIELDS.find((own) => INVOICE_COLUMNS[own] === name);
		if (!field) return { kind: 'unknown', name };
		if (value === '') continue;
		if (parseDecimal(value) === null || value.startsWith('-')) return { kind: 'value', name, value };
		totals[field] = value;
	}
	return { kind: 'read', totals };
}

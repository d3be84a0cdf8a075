import { compare, decimal, parseDecimal } from '../../money';
import { UNITS_PER_CREDIT } from '../../rating/credits';
import type { Prediction } from './predictions';

/** What an invoice says, as decimal texts with the places it shows; null: it does not say. */
export interface InvoiceTotals {
	/** credits used: of metered calls and chats together */
	readonly credits: string | null;
	readonly voiceCredits: string | null;
	readonly chatCredits: string | null;
	readonly overageCredits: string | null;
	readonly billableMinutes: string | null;
	/** every call, short ones too */
	readonly calls: string | null;
	readonly messages: string | null;
	/** money in the contract's currency, all lines */
	readonly amount: string | null;
}

export type InvoiceField = keyof InvoiceTotals;

export const INVOICE_FIELDS: readonly InvoiceField[] = [
	'credits',
	'voiceCredits',
	'chatCredits',
	'overageCredits',
	'billableMinutes',
	'calls',
	'messages',
	'amount'
];

/** How the plan turns credits into overage and money; null where the cycle's contract cannot say it from a sum. */
export interface Settling {
	/** units of overage of so many units of demand */
	readonly overageUnits: (units: number) => number;
	/** the invoice's total of so many units of overage, null while a price is missing */
	readonly amount: (overageUnits: number) => string | null;
}

/** The whole numbers `[low, high]` that a total stands for, in units, seconds or pieces. */
interface Range {
	readonly low: number;
	readonly high: number;
}

/** `floor(a / b)` and `ceil(a / b)` for `b > 0`. */
const floor = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));
const ceil = (a: bigint, b: bigint): bigint => -floor(-a, b);

/**
 * What a decimal text may stand for: exactly itself where it is whole; where it has decimals, everything that rounds
 * half-even to it; where the invoice is `rounded` in a way that is not known, everything less than one of its last
 * place away. `size`: units of one.
 */
export function rangeOf(text: string, size: number, rounded: boolean): Range {
	const value = parseDecimal(text);
	if (value === null) throw new RangeError('decimal');
	const { n, d } = value;
	const exact = n * BigInt(size);
	const whole = BigInt(size);
	// In units times d: the value is `exact`, one of its last place is `whole`.
	if (rounded) return { low: Number(floor(exact - whole, d)) + 1, high: Number(ceil(exact + whole, d)) - 1 };
	if (d === 1n) return { low: Number(exact), high: Number(exact) };
	const [from, to] = [2n * exact - whole, 2n * exact + whole];
	return n % 2n === 0n
		? { low: Number(ceil(from, 2n * d)), high: Number(floor(to, 2n * d)) }
		: { low: Number(floor(from, 2n * d)) + 1, high: Number(ceil(to, 2n * d)) - 1 };
}

/** Which totals of an invoice a rule set's figures meet. */
export class Comparison {
	readonly #tests: readonly { readonly field: InvoiceField; readonly met: (of: Prediction) => boolean }[];
	/** totals that are given, but that the contract has no figure for: another price or a change is in the way */
	readonly untold: readonly InvoiceField[];

	/** `rounded`: the invoice shows rounded figures, in a way that is not known. */
	constructor(totals: InvoiceTotals, settling: Settling | null, rounded: boolean) {
		const tests: { field: InvoiceField; met: (of: Prediction) => boolean }[] = [];
		const untold: InvoiceField[] = [];
		const within = (field: InvoiceField, size: number, figure: (of: Prediction) => number) => {
			const text = totals[field];
			if (text === null) return;
			const { low, high } = rangeOf(text, size, rounded);
			tests.push({ field, met: (of) => figure(of) >= low && figure(of) <= high });
		};
		within('credits', UNITS_PER_CREDIT, ({ units }) => units);
		within('voiceCredits', UNITS_PER_CREDIT, ({ voiceUnits }) => voiceUnits);
		within('chatCredits', UNITS_PER_CREDIT, ({ chatUnits }) => chatUnits);
		within('billableMinutes', 60, ({ seconds }) => seconds);
		within('calls', 1, ({ calls }) => calls);
		within('messages', 1, ({ messages }) => messages);
		if (settling) within('overageCredits', UNITS_PER_CREDIT, ({ units }) => settling.overageUnits(units));
		else if (totals.overageCredits !== null) untold.push('overageCredits');
		if (totals.amount !== null) {
			const wanted = decimal(totals.amount);
			if (settling && settling.amount(0) !== null)
				tests.push({
					field: 'amount',
					met: ({ units }) => {
						const amount = settling.amount(settling.overageUnits(units));
						return amount !== null && compare(decimal(amount), wanted) === 0;
					}
				});
			else untold.push('amount');
		}
		this.#tests = tests;
		this.untold = untold;
	}

	/** Number of totals that are compared. */
	get count(): number {
		return this.#tests.length;
	}

	met(prediction: Prediction): InvoiceField[] {
		return this.#tests.filter((test) => test.met(prediction)).map(({ field }) => field);
	}

	allMet(prediction: Prediction): boolean {
		return this.#tests.length > 0 && this.#tests.every((test) => test.met(prediction));
	}
}

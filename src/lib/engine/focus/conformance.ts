import { compare, parseDecimal } from '../money';
import { parseInstant } from '../time';
import type { FocusColumn, FocusVersion } from './columns';
import { isNationalCurrency } from './currencies';
import { productText } from './decimals';
import { focusRules, type FocusDemand, type FocusRule, type FocusWhen } from './rules';

/** A row as it is checked: whatever stands in the file, also what should not. */
export type CheckedRow = Readonly<Partial<Record<string, unknown>>>;

export interface RuleResult {
	readonly rule: FocusRule;
	/** rows to which it applies; of a column's presence none */
	readonly checked: number;
	/** rows that fail, in all */
	readonly failed: number;
	/** positions of the first of them, from 0 */
	readonly rows: readonly number[];
}

/** So many failing rows are named. */
const NAMED = 10;

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const UNIT = /^(\d+ )?[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)?$/;
const CONTROL = /(?![\u0080-\u009f])\p{Cc}/u;
const ASCII = /^\p{ASCII}*$/u;

const isNull = (value: unknown): boolean => value === null || value === undefined;

function holds(row: CheckedRow, when: FocusWhen | null): boolean {
	if (when === null) return true;
	switch (when.kind) {
		case 'category':
			return when.of.includes(row['ChargeCategory'] as string);
		case 'notCategory':
			return !when.of.includes(row['ChargeCategory'] as string);
		case 'isNull':
			return isNull(row[when.column]);
		case 'isKnown':
			return !isNull(row[when.column]);
		case 'differ':
			return row[when.columns[0]] !== row[when.columns[1]];
	}
}

/** A flat object of JSON. */
function isKeyValue(text: string): boolean {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
		return Object.values(value).every((one) => typeof one !== 'object' || one === null);
	} catch {
		return false;
	}
}

/** Two decimal texts are of one value. */
function isSame(a: string, b: string): boolean {
	const [one, other] = [parseDecimal(a), parseDecimal(b)];
	return one !== null && other !== null && compare(one, other) === 0;
}

function isProduct(row: CheckedRow, price: FocusColumn, cost: FocusColumn): boolean {
	const cells = [row[price], row['PricingQuantity'], row[cost]];
	if (!cells.every((cell) => typeof cell === 'string' && DECIMAL.test(cell))) return false;
	const [each, quantity, all] = cells as [string, string, string];
	return isSame(productText(each, quantity), all);
}

/** A value that is there does what is asked of it. */
function satisfies(value: string, demand: FocusDemand, strict: boolean): boolean {
	switch (demand.kind) {
		case 'string':
			return value.trim() !== '' && !CONTROL.test(value) && (!strict || ASCII.test(value));
		case 'decimal':
			return parseDecimal(value) !== null;
		case 'numeric':
			return DECIMAL.test(value);
		case 'instant':
			return (parseInstant(value) ?? parseInstant(`${value.slice(0, -1)}.000Z`)) !== null;
		case 'utc':
			return UTC_SECONDS.test(value);
		case 'unit':
			return UNIT.test(value);
		case 'keyValue':
			return isKeyValue(value);
		case 'notNegative':
			return DECIMAL.test(value) && !value.startsWith('-');
		case 'currency':
			return /^[A-Z]{3}$/.test(value);
		case 'nationalCurrency':
			return isNationalCurrency(value);
		case 'pricingCurrency':
			return strict ? /^[A-Z]{3}$/.test(value) : value.trim() !== '';
		case 'oneOf':
			return demand.values.includes(value);
		case 'is':
			return isSame(value, demand.value);
		case 'isNot':
			return value !== demand.value;
		default:
			return true;
	}
}

function passes(row: CheckedRow, { column, demand }: FocusRule, strict: boolean): boolean {
	const value = row[column];
	switch (demand.kind) {
		case 'notNull':
			return !isNull(value);
		case 'null':
			return isNull(value);
		case 'text':
			return isNull(value) || typeof value === 'string';
		case 'product':
			return isProduct(row, demand.price, demand.cost);
		case 'after':
			return typeof value === 'string' && value > String(row[demand.other]);
		default:
			return isNull(value) || (typeof value === 'string' && satisfies(value, demand, strict));
	}
}

/** Positions of rows whose value of a column goes with more than one of another. */
function ambiguous(rows: readonly CheckedRow[], column: FocusColumn, other: FocusColumn): number[] {
	const known = new Map<unknown, unknown>();
	const found: number[] = [];
	for (const [k, row] of rows.entries()) {
		const value = row[column];
		if (isNull(value)) continue;
		if (!known.has(value)) known.set(value, row[other]);
		else if (known.get(value) !== row[other]) found.push(k);
	}
	return found;
}

function result(rule: FocusRule, checked: number, failing: readonly number[]): RuleResult {
	return { rule, checked, failed: failing.length, rows: failing.slice(0, NAMED) };
}

/**
 * Checks a file by the static rules of the specification's model for the columns that are written: each rule with the
 * rows that fail it. A column that is not there fails its own presence, once. Rules that are only met over time or by a
 * vendor's documentation (*dynamic* ones), and those that only permit, are none of these.
 */
export function conformance(
	rows: readonly CheckedRow[],
	columns: readonly string[],
	version: FocusVersion,
	strict: boolean
): RuleResult[] {
	return focusRules(version).map((rule) => {
		const { column, demand, when } = rule;
		if (demand.kind === 'present') {
			const there = columns.includes(column);
			return { rule, checked: 0, failed: there ? 0 : 1, rows: [] };
		}
		if (demand.kind === 'one') return result(rule, rows.length, ambiguous(rows, column, demand.other));
		let checked = 0;
		const failing: number[] = [];
		for (const [k, row] of rows.entries()) {
			if (!holds(row, when)) continue;
			checked++;
			if (!passes(row, rule, strict)) failing.push(k);
		}
		return result(rule, checked, failing);
	});
}

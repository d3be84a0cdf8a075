import { describe, expect, test } from 'vitest';
import { conformance, focusColumns, focusRules, type FocusRule } from '$lib/engine/focus';
import { charges, used } from './support';

type Row = Record<string, unknown>;

const COLUMNS = focusColumns('1.3');
const good = charges([used({ quantity: 4 }), used({ quantity: 2, voice: true, seconds: 60 })], {
	terms: { overage: 'on' },
	contract: { taxPercent: 10 },
	focus: { version: '1.3', tags: () => ({ team: 'a' }) }
}).rows as unknown as Row[];

/** A value that the demand of a rule refuses. */
function wrong({ demand }: FocusRule): unknown {
	switch (demand.kind) {
		case 'notNull':
			return null;
		case 'null':
			return '1';
		case 'text':
			return 7;
		case 'string':
			return ' ';
		case 'is':
			return '0.01';
		case 'isNot':
			return demand.value;
		case 'numeric':
			return '+1';
		case 'utc':
			return '2025-04-01T00:00:00.000+02:00';
		case 'after':
			return '2000-01-01T00:00:00Z';
		case 'notNegative':
			return '-1';
		case 'keyValue':
			return '{"a":{"b":1}}';
		case 'currency':
			return 'usd';
		case 'pricingCurrency':
			return '  ';
		default:
			return 'N/A: 1,5';
	}
}

/** Breaks some row so that this rule fails. */
function broken(rule: FocusRule): Row[] {
	const rows = good.map((row) => ({ ...row }));
	const { column, demand, when } = rule;
	const of = when?.kind === 'category' ? when.of : when?.kind === 'notCategory' ? ['Tax'] : null;
	const row = rows.find((one) => of === null || of.includes(one['ChargeCategory'] as string)) as Row;
	if (when?.kind === 'isNull') row[when.column] = null;
	if (when?.kind === 'isKnown') row[when.column] ??= '1';
	if (when?.kind === 'differ') row[when.columns[0]] = 'Reseller';
	if (demand.kind === 'one') rows[1] = { ...rows[1], [column]: row[column], [demand.other]: 'another' };
	else if (demand.kind === 'product') row[demand.cost] = '123456';
	else row[column] = wrong(rule);
	return rows;
}

describe('the conformance report', () => {
	test('has no failing rule on a file of ours, in either version, strict or not', () => {
		for (const version of ['1.2', '1.3'] as const)
			for (const strict of [false, true]) {
				const rows = charges([used({ agent: 'Zoé', quantity: 4 })], { focus: { version, strict } }).rows;
				const failing = conformance(rows, focusColumns(version), version, strict);
				expect(failing.filter(({ failed }) => failed > 0)).toEqual([]);
			}
	});

	test('each rule has one name', () => {
		const ids = focusRules('1.3').map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThan(200);
	});

	test.each(focusRules('1.3').map((rule) => [rule.id, rule] as const))(
		'%s fails on a row that is broken on purpose, and names it',
		(id, rule) => {
			const columns = rule.demand.kind === 'present' ? COLUMNS.filter((one) => one !== rule.column) : COLUMNS;
			const rows = rule.demand.kind === 'present' ? good : broken(rule);
			const found = conformance(rows, columns, '1.3', false).find((one) => one.rule.id === id);
			expect(found?.failed).toBeGreaterThan(0);
			if (rule.demand.kind !== 'present') expect(found?.rows.length).toBeGreaterThan(0);
		}
	);

	test("a vendor's currency conforms by the specification and not for strict tools", () => {
		const { rows } = charges([used({ agent: 'Zoé', quantity: 4 })]);
		const failing = (strict: boolean) =>
			conformance(rows, focusColumns('1.2'), '1.2', strict)
				.filter(({ failed }) => failed > 0)
				.map(({ rule }) => rule.id);
		expect(failing(false)).toEqual([]);
		expect(failing(true)).toEqual([
			'ChargeDescription-C-002-M',
			'PricingCurrency-C-003-M',
			'ResourceId-C-002-M',
			'ResourceName-C-002-M'
		]);
	});
});

import { beforeEach, describe, expect, test } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { budgetOf, emptyDraft, withBudget } from '$lib/state/budgetForm';
import { calendarOf } from '$lib/state/budgetDates';
import { noticesOf } from '$lib/state/budgetNotices.svelte';
import { alertText, budgetLead, budgetTitle, overIn, rowTexts } from '$lib/state/budgetWords';
import { budgetAsks, budgetFigures, type BudgetFigures, type BudgetGround } from '$lib/state/budgets';
import type { Budget } from '$lib/engine/planning';
import { budgetScopes } from '$lib/engine/planning';
import { budgets as jobs } from '$lib/workers/jobs/budgets';
import { november, type Month } from '../support/november';
import { sure } from '../support/sure';

const budget = (change: Partial<Budget> = {}): Budget => ({
	of: 'workspace',
	name: '',
	from: '2026-11-01',
	credits: 60_000,
	amount: null,
	warnAtChance: 50,
	...change
});

function figuresOf(budgets: readonly Budget[], month: Month = {}): BudgetFigures[] {
	const { view, input, budgetUsage } = november(month);
	const scopes = budgets.length > 0 ? budgetScopes(budgets) : [{ of: 'workspace', name: '' } as const];
	const ground: BudgetGround = { usage: budgetUsage(scopes), view, budgets, next: input.next };
	return budgetFigures(ground, jobs(input, budgetAsks(ground)));
}
const PRICES = { 60_000: '930.00' };

beforeEach(() => language.set('en'));

describe('the title answers', () => {
	const title = (change: Partial<Budget>, month: Month = {}) =>
		budgetTitle(sure(figuresOf([budget(change)], month)[0]));

	test('by the chance that the budget is exceeded', () => {
		expect(title({ credits: 40_000 })).toMatch(
			/^This month ends about [\d,]+ credits over the budget of 40,000 credits$/
		);
		expect(title({ credits: 200_000 })).toBe('This month keeps to the budget of 200,000 credits');
		expect(title({ credits: 30_000 })).toBe(
			'This month is 3,770 credits over the budget of 30,000 credits already'
		);
		const p50 = Math.round(sure(figuresOf([budget()])[0]?.outlook).end.p50);
		expect(title({ credits: p50 })).toMatch(/even odds$/);
	});

	test('without a budget, before its first month, and at the plain pace', () => {
		expect(budgetTitle(sure(figuresOf([])[0]))).toBe('No budget is set yet');
		expect(title({ from: '2027-02-14' })).toBe('The budget of 60,000 credits begins with 14 Feb 2027');
		expect(title({}, { history: 10 })).toMatch(
			/^At the plain pace this month ends about [\d,]+ credits over/
		);
	});

	test('of an agent by its name, at its share', () => {
		const [ava] = figuresOf([budget({ of: 'agent', name: 'Ava', credits: 50_000 })]);
		expect(budgetTitle(sure(ava))).toBe('Agent Ava: This month keeps to the budget of 50,000 credits');
		expect(budgetLead(sure(ava))).toContain(
			'Forecast at its share of the last 28 days: **25%** of all credits.'
		);
	});
});

describe('money', () => {
	test('is what the plan costs, and says which price is missing', () => {
		const money = budget({ credits: null, amount: '900.00' });
		const [priced] = figuresOf([money], { prices: PRICES, overage: 'on' });
		expect(sure(priced).actual).toBe(930);
		expect(budgetTitle(sure(priced))).toBe('This month is $30 over the budget of $900 already');
		const [bare] = figuresOf([money]);
		expect(budgetTitle(sure(bare))).toBe('The budget of $900 cannot be compared yet');
		expect(budgetLead(sure(bare))).toBe('Missing: the price of the plan.');
		const [none] = figuresOf([money], { tier: null });
		expect(budgetLead(sure(none))).toBe('Missing: the plan of the contract.');
		const [overage] = figuresOf([money], { prices: PRICES, overage: 'on', overagePrice: null });
		expect(budgetLead(sure(overage))).toBe('Missing: the overage price.');
	});

	test('of the plan alone is no alert; what overage adds is', () => {
		const of = (amount: string) =>
			sure(figuresOf([budget({ credits: null, amount })], { prices: PRICES, overage: 'on' })[0]);
		expect(of('1000').alerts).toEqual(expect.not.arrayContaining([{ kind: 'reached', level: 0.9 }]));
		expect(of('931').alerts[0]).toEqual({ kind: 'forecast' });
	});
});

test('the table has each cycle with the budget in force in it, and the answer’s own figure', () => {
	const [figures] = figuresOf([budget({ from: '2026-10-05', credits: 50_000 }), budget()]);
	const rows = rowTexts(sure(figures));
	expect(rows.map(({ name, budget }) => [name, budget])).toEqual([
		['Nov 2026', '60,000'],
		['Oct 2026', '50,000']
	]);
	expect(rows[0]).toMatchObject({ actual: '33,770', note: 'so far' });
	const over = /about [\d,]+ credits/.exec(budgetTitle(sure(figures)))?.[0];
	if (over) expect(rows[0]?.variance).toContain(over);
	expect(overIn(sure(figures)).of).toBeGreaterThan(0);
});

test('alerts of all budgets are sorted by urgency, each under a key without a name', () => {
	const all = figuresOf([
		budget({ credits: 40_000 }),
		budget({ of: 'agent', name: 'Ava', credits: 8_000 }),
		budget({ of: 'entity', name: 'Main line', credits: 1_000_000 })
	]);
	const notices = noticesOf('w', all);
	expect(notices[0]?.alert).toEqual({ kind: 'reached', level: 1 });
	expect(alertText(sure(notices[0]).figures, sure(notices[0]).alert)).toEqual({
		title: 'The budget of 8,000 credits for Agent Ava is used up',
		text: '8,442.5 credits so far.'
	});
	expect(notices.map(({ key }) => key).join()).not.toContain('Ava');
	expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
});

test('dates of plan, budget and renewal keep their UIDs, and say nothing of names in them', async () => {
	const { view, forecast } = november();
	const all = figuresOf([budget({ of: 'agent', name: 'Ava, “the\n1st”; \\', credits: 15_000 })]);
	const first = await calendarOf('w', view, forecast, all, view.context.asOf);
	const later = await calendarOf('w', view, forecast, all, view.context.asOf + 3_600_000);
	const uids = (text: string) => text.match(/^UID:.*$/gm);
	expect(uids(first.text)).toEqual(uids(later.text));
	expect(new Set(uids(first.text)).size).toBe(first.count);
	expect(first.text).toContain('SUMMARY:Credits renew');
	expect(first.text).toContain('DTSTART;VALUE=DATE:20261201');
	const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
	expect(sequence(later.text)).toBe(sequence(first.text) + 60);
});

test('a draft is a budget, or says what is missing', () => {
	const draft = emptyDraft('2026-11-01', '60000');
	expect(budgetOf(draft)).toEqual(budget());
	expect(budgetOf({ ...draft, amount: null })).toBe('amount');
	expect(budgetOf({ ...draft, amount: '0' })).toBe('amount');
	expect(budgetOf({ ...draft, amount: '1.5' })).toBe('amount');
	expect(budgetOf({ ...draft, amount: '99999999999' })).toBe('amount');
	expect(budgetOf({ ...draft, from: '' })).toBe('from');
	expect(budgetOf({ ...draft, warn: '100' })).toBe('warn');
	expect(budgetOf({ ...draft, of: 'agent', name: 'x'.repeat(1_001) })).toBe('name');
	const changed = budget({ credits: 5 });
	expect(withBudget([budget()], changed)).toEqual([changed]);
	expect(withBudget([budget()], budget({ from: '2027-01-01' }))).toHaveLength(2);
});

test('French has its own words', async () => {
	await language.set('fr-CA');
	expect(budgetTitle(sure(figuresOf([budget({ credits: 30_000 })])[0]))).toBe(
		'Ce mois dépasse déjà de 3\u202f770 crédits le budget de 30\u202f000 crédits'
	);
	await language.set('en');
});

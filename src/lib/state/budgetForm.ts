import type { Budget, BudgetScope } from '$lib/engine/planning/budget';
import { parseDay } from '$lib/engine/time';

/** The most budgets that settings hold, and the most that one may be. */
export const MOST_BUDGETS = 500;
export const MOST_AMOUNT = 10_000_000_000;
const MOST_NAME = 1_000;

/** A budget as it is being typed; the amount as decimal text. */
export interface BudgetDraft {
	readonly of: BudgetScope['of'];
	readonly name: string;
	readonly unit: 'credits' | 'money';
	readonly amount: string | null;
	/** `YYYY-MM-DD` */
	readonly from: string;
	readonly warn: string | null;
}

export const emptyDraft = (from: string, amount: string | null): BudgetDraft => ({
	of: 'workspace',
	name: '',
	unit: 'credits',
	amount,
	from,
	warn: '50'
});

/** The budget, or what is missing of it. */
export function budgetOf(draft: BudgetDraft): Budget | 'name' | 'amount' | 'from' | 'warn' {
	const { of, unit, amount, from } = draft;
	const name = of === 'workspace' ? '' : draft.name;
	if (name.length > MOST_NAME) return 'name';
	const value = amount === null ? NaN : Number(amount);
	if (!(value > 0 && value <= MOST_AMOUNT) || (unit === 'credits' && !Number.isInteger(value)))
		return 'amount';
	if (parseDay(from) === null) return 'from';
	const warnAtChance = draft.warn === null ? NaN : Number(draft.warn);
	if (!Number.isInteger(warnAtChance) || warnAtChance < 1 || warnAtChance > 99) return 'warn';
	return {
		of,
		name,
		from,
		credits: unit === 'credits' ? value : null,
		amount: unit === 'money' ? amount : null,
		warnAtChance
	};
}

/** The list with a budget: in the place of one of the same scope and day, else at its end. */
export function withBudget(budgets: readonly Budget[], added: Budget): Budget[] {
	const same = (one: Budget) => one.of === added.of && one.name === added.name && one.from === added.from;
	return budgets.some(same) ? budgets.map((one) => (same(one) ? added : one)) : [...budgets, added];
}

import type { Stat } from './overview';
import type { YearBar } from '$lib/charts/geometry/year';
import type { Budget, BudgetAlert, BudgetScope } from '$lib/engine/planning/budget';
import { parseDay, type Cycle } from '$lib/engine/time';
import { budgets as words } from '$lib/i18n/budgets';
import * as format from '$lib/i18n/format';
import { valueOf, type BudgetFigures, type BudgetRow, type Unit } from './budgets';

/** How amounts of one unit are written. */
export interface Amounts {
	/** as it was entered or counted: `60,000`, `$900` */
	readonly exact: (amount: number) => string;
	/** an estimate without its word, for tables */
	readonly estimate: (amount: number) => string;
	/** in a sentence, with its unit: `60,000 credits`, `$900` */
	readonly said: (amount: number) => string;
	/** an estimate in a sentence: `about 4,900 credits`, `about $120` */
	readonly about: (amount: number) => string;
}

/** Money without its decimals where there are none. */
const plainMoney = (amount: number, currency: string): string =>
	format.money(String(amount), currency).replace(/[.,]00(?!\d)/, '');

export function amountsIn(unit: Unit, currency: string): Amounts {
	if (unit === 'money')
		return {
			exact: (amount) => plainMoney(amount, currency),
			estimate: (amount) => format.estimateMoney(amount, currency),
			said: (amount) => plainMoney(amount, currency),
			about: (amount) => format.aboutMoney(amount, currency)
		};
	return {
		exact: format.credits,
		estimate: format.estimate,
		said: (amount) => words.current.credits(format.credits(amount)),
		about: (amount) => words.current.credits(format.about(amount))
	};
}

const amountsOf = ({ unit, currency }: BudgetFigures): Amounts => amountsIn(unit, currency);

/** Whose budget it is. */
export function scopeName({ of, name }: BudgetScope): string {
	const t = words.current;
	return of === 'workspace' ? t.everyone : t.scope[of](name === '' ? t.unassigned : name);
}

/** The screen's title: the answer (experience.md §8). */
export function budgetTitle(figures: BudgetFigures): string {
	const sentence = bareTitle(figures);
	return figures.scope.of === 'workspace'
		? sentence
		: words.current.title.of(scopeName(figures.scope), sentence);
}

function bareTitle(figures: BudgetFigures): string {
	const t = words.current.title;
	const { amount, actual, outlook, pace, coming, currency } = figures;
	if (amount === null) {
		if (!coming) return t.none;
		const said = amountsIn(coming.amount === null ? 'credits' : 'money', currency).said(valueOf(coming));
		return t.coming(said, format.day(parseDay(coming.from) ?? 0, { weekday: false, year: true }));
	}
	const { said, about } = amountsOf(figures);
	const budget = said(amount);
	if (actual === null) return t.missing(budget);
	if (actual > amount) return t.exceeded(said(actual - amount), budget);
	if (!outlook) {
		if (!pace) return t.begins(budget);
		return pace.end > amount ? t.paceOver(about(pace.end - amount), budget) : t.paceKeeps(budget);
	}
	const { exceeded, end } = outlook;
	const over = about(Math.max(0, end.p50 - amount));
	if (exceeded >= 0.9) return t.sure(over, budget);
	if (exceeded >= 0.6) return t.probably(over, budget);
	if (exceeded >= 0.4) return t.even(budget);
	return exceeded >= 0.1 ? t.keepsProbably(budget) : t.keeps(budget);
}

/** What stands under the title, strong between two stars. */
export function budgetLead(figures: BudgetFigures): string {
	const t = words.current.lead;
	const { amount, actual, outlook, share, scope, unit } = figures;
	if (amount === null) return t.none;
	if (actual === null) return missingText(figures);
	const { said, about } = amountsOf(figures);
	const own =
		scope.of === 'workspace'
			? ''
			: share === null || share === 0
				? t.noShare
				: t.share(format.percent(share, share < 0.1 ? 1 : 0));
	const chances = outlook
		? [
				t.now(said(actual), about(outlook.end.mean)),
				t.tail(about(outlook.end.p90)),
				outlook.exceeded >= 1 ? t.sure : t.chance(format.chance(outlook.exceeded))
			]
		: [t.early];
	const money = unit === 'money' ? [scope.of === 'workspace' ? '' : t.moneyShare, t.beforeTax] : [];
	return [...chances, own, ...money].filter(Boolean).join(' ');
}

/** Which price a budget of money lacks; '' where none is missing. */
export function missingText({ missing }: BudgetFigures): string {
	const t = words.current.missing;
	return missing.length === 0 ? '' : t.text(missing.map((what) => t.names[what]).join(', '));
}

/** How much beside the budget, in words; '–' where it is not known. */
export function varianceText(
	amount: number | null,
	budget: number | null,
	write: (n: number) => string
): string {
	const t = words.current.stats;
	if (amount === null || budget === null) return '–';
	const by = amount - budget;
	if (Math.abs(by) < 0.005) return t.even;
	return by > 0 ? t.over(write(by)) : t.under(write(-by));
}

export function budgetStats(figures: BudgetFigures): Stat[] {
	const t = words.current.stats;
	const { amount, actual, outlook, pace } = figures;
	if (amount === null || actual === null) return [];
	const { exact, about, estimate } = amountsOf(figures);
	const stats: Stat[] = [
		{ id: 'used', label: t.used, value: exact(actual), note: t.ofBudget(format.percent(actual / amount)) }
	];
	const end = outlook?.end ?? null;
	if (end || pace)
		stats.push(
			{
				id: 'end',
				label: t.end,
				value: about(end?.p50 ?? pace?.end ?? 0),
				note: end ? t.range(estimate(end.p10), estimate(end.p90)) : t.atPace
			},
			{
				id: 'variance',
				label: t.variance,
				value: varianceText(end?.p50 ?? pace?.end ?? 0, amount, about),
				note: exact(amount)
			}
		);
	if (pace)
		stats.push({
			id: 'perDay',
			label: t.perDay,
			value: about(pace.perDay),
			note: pace.allowed > 0 ? t.allowed(about(pace.allowed)) : t.used_up
		});
	return stats;
}

/** Cells of a row of the table. */
export interface RowText {
	readonly cycle: Cycle;
	readonly name: string;
	readonly running: boolean;
	readonly actual: string;
	/** the actual is in credits, and known: it stands for calls and chats */
	readonly credits: boolean;
	readonly note: string;
	readonly budget: string;
	readonly forecast: string;
	readonly tail: string;
	readonly variance: string;
	readonly over: boolean;
}

/** The latest first. */
export function rowTexts({ past, currency, zone, cycle, missing, unit }: BudgetFigures): RowText[] {
	const t = words.current.table;
	return past
		.map((row): RowText => {
			const { exact, estimate, about } = amountsIn(row.unit, currency);
			const running = row.cycle.start === cycle.start;
			const actual = running && row.unit === unit && missing.length > 0 ? null : row.actual;
			const shown = running ? (row.forecast?.p50 ?? null) : actual;
			return {
				cycle: row.cycle,
				credits: row.unit === 'credits' && actual !== null,
				name: format.cycleName(row.cycle, zone),
				running,
				actual: actual === null ? '–' : exact(actual),
				note: actual === null ? t.noPrice : running ? t.soFar : row.known ? '' : t.inPart,
				budget: row.budget === null ? '–' : exact(row.budget),
				forecast: row.forecast ? estimate(row.forecast.p50) : '–',
				tail: row.forecast ? estimate(row.forecast.p90) : '–',
				variance: varianceText(shown, row.budget, running ? about : exact),
				over: shown !== null && row.budget !== null && shown > row.budget
			};
		})
		.reverse();
}

/** Bars of the known cycles and of those to come; the budget stands where the picture has a plan. */
export function budgetBars({ past, ahead, unit, zone, cycle }: BudgetFigures): YearBar[] {
	const bar = (row: BudgetRow): YearBar | null => {
		const known = row.cycle.start !== cycle.start && row.actual !== null && row.forecast === null;
		const middle = known ? row.actual : (row.forecast?.p50 ?? null);
		if (row.unit !== unit || middle === null) return null;
		return {
			id: row.cycle.start,
			name: format.cycleName(row.cycle, zone),
			known,
			middle,
			range: row.forecast && { low: row.forecast.p10, high: row.forecast.p90 },
			plan: row.budget,
			chance: row.exceeded === null ? '' : format.chanceOf100(row.exceeded)
		};
	};
	return [...past, ...ahead].map(bar).filter((one) => one !== null);
}

/** How many of the cycles from the running one on end over their budget on the middle course. */
export function overIn({ past, ahead }: BudgetFigures): { readonly over: number; readonly of: number } {
	const rows = [...past.slice(-1), ...ahead].filter(({ budget, forecast }) => budget !== null && forecast);
	return {
		over: rows.filter(({ budget, forecast }) => (forecast?.p50 ?? 0) > (budget ?? Infinity)).length,
		of: rows.length
	};
}

/** One line of the list of budgets. */
export function budgetText(budget: Budget, currency: string): string {
	const t = words.current.list;
	const { said } = amountsIn(budget.amount === null ? 'credits' : 'money', currency);
	const from = format.day(parseDay(budget.from) ?? 0, { weekday: false, year: true });
	return `${t.from(said(valueOf(budget)), whoOf(budget), from)}; ${t.warn(format.chance(budget.warnAtChance / 100))}`;
}

export const whoOf = (scope: BudgetScope): string =>
	scope.of === 'workspace' ? words.current.list.everyone : scopeName(scope);

/** An alert as a headline and a sentence. */
export function alertText(figures: BudgetFigures, alert: BudgetAlert): { title: string; text: string } {
	const t = words.current.alerts;
	const { said, about } = amountsOf(figures);
	const { amount, actual, outlook, pace, scope, zone } = figures;
	const budget = said(amount ?? 0);
	const who = scope.of === 'workspace' ? '' : t.who(scopeName(scope));
	const soFar = t.soFar(said(actual ?? 0));
	switch (alert.kind) {
		case 'reached':
			return {
				title: alert.level === 1 ? t.used(budget, who) : t.reached(format.percent(alert.level), budget, who),
				text: soFar
			};
		case 'pace':
			return { title: t.pace(budget, who), text: `${soFar} ${t.end(about(pace?.end ?? 0))}` };
		case 'forecast': {
			const chance = outlook?.exceeded ?? 0;
			const at = outlook?.levels.at(-1)?.at.p50 ?? null;
			const said100 = format.chance(chance);
			return {
				title: chance >= 0.6 ? t.forecast(budget, who) : t.forecastMay(budget, who),
				text: `${soFar} ${at === null ? t.chance(said100) : t.at(format.date(at, zone), said100)}`
			};
		}
	}
}

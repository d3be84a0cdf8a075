import * as format from '$lib/i18n/format';
import { scenarios as words } from '$lib/i18n/scenarios';
import { columnName, zoneOf } from './scenarioTable';
import type { Column } from './scenarios.svelte';
import { holding, scheduleSentences, scheduleTitle, unpriced } from './schedule';

const bestOf = (column: Column): string | null => {
	const { schedule } = column.result;
	return schedule?.best ? holding(schedule.best, schedule, zoneOf(column)) : null;
};

const currencyOf = ({ start }: Column): string => start.view.context.contract.currency;

const priced = (column: Column): boolean => !unpriced(column.ask.terms);

/** It changes what is demanded, and not only which plan is held. */
const changesDemand = ({ scenario }: Column): boolean =>
	scenario !== null &&
	(scenario.assumptions !== null || scenario.events.length > 0 || scenario.growthPercentPerMonth !== null);

/** The screen's answer: what one scenario changes beside the workspace as it is. */
export function scenarioTitle(own: Column, one: Column): string {
	const t = words.current.title;
	const name = columnName(one);
	const { result } = one;
	if (result.refused) return t.refused(name);
	const money = (amount: number) => format.aboutMoney(Math.abs(amount), currencyOf(one));
	if (changesDemand(one)) {
		const plans = bestOf(one);
		if (plans === null) return t.needsNone(name);
		if (plans === bestOf(own)) return t.keeps(name, plans);
		const [cost, before] = [result.schedule?.best?.meanCost, own.result.schedule?.best?.meanCost];
		if (!priced(one) || cost === undefined || before === undefined) return t.needsBare(name, plans);
		const difference = cost - before;
		if (Math.abs(difference) < 1) return t.needsSame(name, plans);
		return t.needs(name, plans, money(difference), difference > 0);
	}
	const [cost, before] = [result.year?.cost?.mean, own.result.year?.cost?.mean];
	if (cost !== undefined && before !== undefined) {
		const difference = cost - before;
		return Math.abs(difference) < 1 ? t.costsSame(name) : t.costs(name, money(difference), difference > 0);
	}
	if (!result.month) return t.noPlan(name);
	const { stopProbability } = result.month;
	return stopProbability > 0 ? t.stops(name, format.chance(stopProbability)) : t.stopsNot(name);
}

/** The sentence below: stops on the plan that is held, and what is best as it is. */
export function scenarioLead(own: Column, one: Column): string {
	const t = words.current.lead;
	const [stops, before] = [one.result.year?.stops, own.result.year?.stops];
	const { tier } = one.start.held;
	const best = bestOf(own);
	return [
		stops !== undefined && before !== undefined && tier !== null
			? t.stops(format.decimal(stops, 1), format.integer(tier), format.decimal(before, 1))
			: '',
		changesDemand(one) && best !== null && best !== bestOf(one) ? t.same(best) : '',
		priced(one) ? '' : t.prices
	]
		.filter(Boolean)
		.join(' ');
}

/** Columns of which one thing is said, with their names. */
export interface Said {
	readonly names: string;
	readonly title: string;
	readonly text: string;
}

/** Which plan is best in each column and why; once where several say the same. */
export function whySentences(columns: readonly Column[]): Said[] {
	const said = new Map<string, { names: string[]; title: string; text: string }>();
	for (const column of columns) {
		const { result, start, ask } = column;
		if (!result.schedule) continue;
		const title = scheduleTitle(result.schedule, start.view);
		const text = scheduleSentences(result.schedule, ask, 'mean', start.view).join(' ');
		const same = said.get(`${title} ${text}`);
		if (same) same.names.push(columnName(column));
		else said.set(`${title} ${text}`, { names: [columnName(column)], title, text });
	}
	return [...said.values()].map(({ names, ...rest }) => ({ names: names.join(' · '), ...rest }));
}

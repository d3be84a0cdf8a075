import { dayOf, formatDay } from '$lib/engine/time';
import { budgets as words } from '$lib/i18n/budgets';
import * as format from '$lib/i18n/format';
import type { CycleView, ForecastView } from '$lib/workers/api';
import { amountsIn, scopeName } from './budgetWords';
import type { BudgetFigures } from './budgets';
import { calendarText, type CalendarDay } from './calendarFile';
import { standingOf } from './standing';

/** A date with what it is of, from which its UID is made. */
interface Dated {
	/** what it is a date of, without the date: the same at every export of the cycle */
	readonly of: readonly string[];
	readonly at: number;
	readonly title: string;
	readonly text: string;
}

/** What is expected of the contract's plan, and when it renews. */
function planDates(view: CycleView, forecast: ForecastView | null): Dated[] {
	const t = words.current.calendarFile;
	const { contract } = view.context;
	const standing = standingOf(view, forecast, contract.tier, contract.overage);
	const renewal: Dated = { of: ['renewal'], at: view.cycle.end, title: t.renewal, text: t.renewalText };
	if (!standing) return [renewal];
	const tier = format.integer(standing.tier);
	const { runOutAt } = standing.ledger;
	if (runOutAt !== null)
		return [{ of: ['plan', '1'], at: runOutAt, title: t.runOutKnown(tier), text: t.knownText }, renewal];
	const outlook = standing.forecast;
	if (!outlook) return [renewal];
	const dates: Dated[] = outlook.marks.flatMap(({ share, probability, at }) =>
		at === null
			? []
			: [
					{
						of: ['plan', String(share)],
						at,
						title: t.plan(format.percent(share), tier),
						text: t.middle(format.chance(probability))
					}
				]
	);
	const { p10, p50 } = outlook.runOutAt;
	const chance = format.chance(outlook.probabilityOfRunOut);
	if (p50 !== null) dates.push({ of: ['plan', '1'], at: p50, title: t.runOut(tier), text: t.middle(chance) });
	if (p10 !== null)
		dates.push({ of: ['plan', 'early'], at: p10, title: t.early(tier), text: t.tenth(chance) });
	return [...dates, renewal];
}

function budgetDates(figures: BudgetFigures): Dated[] {
	const t = words.current.calendarFile;
	const { scope, amount, unit, currency } = figures;
	if (amount === null) return [];
	const budget = amountsIn(unit, currency).said(amount);
	const who = scope.of === 'workspace' ? '' : words.current.alerts.who(scopeName(scope));
	return figures.levels.flatMap(({ level, p50, probability }) =>
		p50 === null || probability === null
			? []
			: [
					{
						of: ['budget', scope.of, scope.name, String(level)],
						at: p50,
						title: t.budget(format.percent(level), budget, who),
						text: t.middle(format.chance(probability))
					}
				]
	);
}

/** A UID that says nothing of the names it is made of. */
async function uidOf(parts: readonly string[]): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify(parts));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return `${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}@drawdown`;
}

/** The dates of the running cycle as an iCalendar file. `now`: the clock. */
export async function calendarOf(
	workspace: string,
	view: CycleView,
	forecast: ForecastView | null,
	figures: readonly BudgetFigures[],
	now: number
): Promise<{ readonly text: string; readonly count: number }> {
	const t = words.current.calendarFile;
	const { zone, asOf } = view.context;
	const made = t.made(format.dateTime(asOf, zone.name, { year: true }), format.zoneTime(zone.name));
	const dates = [...planDates(view, forecast), ...figures.flatMap(budgetDates)].sort((a, b) => a.at - b.at);
	const days: CalendarDay[] = [];
	for (const { of, at, title, text } of dates) {
		const day = dayOf(zone, at);
		days.push({
			uid: await uidOf([workspace, String(view.cycle.start), ...of]),
			day: formatDay(day),
			next: formatDay(day + 1),
			title,
			text: `${text}\n${made}`
		});
	}
	const sequence = Math.max(0, Math.floor((now - view.cycle.start) / 60_000));
	return { text: calendarText(t.name, days, now, sequence), count: days.length };
}

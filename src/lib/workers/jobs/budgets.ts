import { forecastDemand } from '../../engine/forecast';
import {
	moneyOf,
	readBudget,
	readLaterBudget,
	type AmountRange,
	type BudgetOutlook
} from '../../engine/planning';
import type { BudgetAsk, BudgetView, ForecastInput } from '../api';
import { requestOf, six, yearPaths } from './forecast';
import { cycleTotals } from './outlook';

const range = ({ mean, p10, p50, p90 }: AmountRange): AmountRange => ({
	mean: six(mean),
	p10: six(p10),
	p50: six(p50),
	p90: six(p90)
});

const outlookView = ({ end, exceeded, levels }: BudgetOutlook): BudgetOutlook => ({
	end: range(end),
	exceeded: six(exceeded),
	levels: levels.map(({ level, probability, at }) => ({ level, probability: six(probability), at }))
});

/** Each budget on the courses of the running cycle, the same as everywhere, and on the totals of those that follow. */
export function budgets(input: ForecastInput, asks: readonly BudgetAsk[]): BudgetView[] {
	const demand = forecastDemand(requestOf(input));
	if (demand.refused) return asks.map(() => ({ outlook: null, later: null }));
	const year = yearPaths(input, cycleTotals(input, demand));
	const totals = input.next.map((_, k) =>
		Float64Array.from({ length: year.paths }, (_, path) => year.credits[path * year.cycles + k + 1] as number)
	);
	return asks.map(({ whole, ownUsed, share, money: prices, budget, later }) => {
		const money = prices && moneyOf(prices.terms, prices.plan, whole);
		const outlook =
			budget === null ? null : readBudget(demand, { ownUsed, used: input.used, share, money, budget });
		return {
			outlook: outlook && outlookView(outlook),
			later: year.refused
				? null
				: totals.map((credits, k) => {
						const cycle = readLaterBudget(credits, { share, money, budget: later[k] ?? null });
						return (
							cycle && { ...range(cycle), exceeded: cycle.exceeded === null ? null : six(cycle.exceeded) }
						);
					})
		};
	});
}

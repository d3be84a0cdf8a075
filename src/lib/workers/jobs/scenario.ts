import type {
	ForecastInput,
	ForecastView,
	ScenarioAsk,
	ScenarioMonth,
	ScenarioView,
	ScenarioYear
} from '../api';
import { forecast } from './forecast';
import { plans, reachedIn, schedule, term } from './plans';

/** The plan held in the input's cycle; null: no such plan. */
function monthOf(
	input: ForecastInput,
	tiers: ForecastView['tiers'],
	{ held, plans: ask }: ScenarioAsk
): ScenarioMonth | null {
	const outcome = plans(input, ask)?.outcomes[held.policy].find((one) => one.includedCredits === held.tier);
	const tier = tiers?.find((one) => one.includedCredits === held.tier);
	if (!outcome || !tier) return null;
	const known = input.used >= tier.includedCredits;
	return {
		runOutProbability: known ? 1 : tier.probabilityOfRunOut,
		runOutAt: known ? reachedIn(ask.line, tier.includedCredits) : tier.runOutAt.p50,
		stopProbability: outcome.stopProbability,
		cost: outcome.cost
	};
}

/**
 * What comes of a scenario: a few figures out of those that the other screens are made of, from the same functions, so
 * that the workspace as it is has the same here as there.
 */
export function scenario(input: ForecastInput, ask: ScenarioAsk): ScenarioView {
	const { refused, monthEndCredits, tiers } = forecast(input);
	const year = term(input, ask.plans.terms);
	const held = year?.plans.find(
		({ includedCredits, policy }) => includedCredits === ask.held.tier && policy === ask.held.policy
	);
	const ofYear: ScenarioYear | null = held
		? { cost: held.cost && { mean: held.cost.mean, p90: held.cost.p90 }, stops: held.stops }
		: null;
	return {
		refused,
		monthEndCredits,
		month: monthOf(input, tiers, ask),
		year: ofYear,
		cycles: year?.cycles ?? [],
		schedule: schedule(input, ask.schedule)
	};
}

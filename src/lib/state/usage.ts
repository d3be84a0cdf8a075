import { creditsOfUnits } from '$lib/engine/rating/credits';
import { common } from '$lib/i18n/common';
import * as format from '$lib/i18n/format';
import { usage } from '$lib/i18n/usage';
import type { UsageFigures, UsageRow, UsageView } from '$lib/workers/api';

const NOTHING: UsageFigures = {
	interactions: 0,
	premiumInteractions: 0,
	messages: 0,
	seconds: 0,
	nonBillable: 0,
	units: 0,
	premiumUnits: 0,
	cases: null
};

/** Exact: they are whole numbers. Cases add up where both have some: one that two agents shared counts for each. */
export const sumFigures = (figures: readonly UsageFigures[]): UsageFigures =>
	figures.reduce(
		(sum, one) => ({
			interactions: sum.interactions + one.interactions,
			premiumInteractions: sum.premiumInteractions + one.premiumInteractions,
			messages: sum.messages + one.messages,
			seconds: sum.seconds + one.seconds,
			nonBillable: sum.nonBillable + one.nonBillable,
			units: sum.units + one.units,
			premiumUnits: sum.premiumUnits + one.premiumUnits,
			cases: one.cases === null ? sum.cases : (sum.cases ?? 0) + one.cases
		}),
		NOTHING
	);

/** A name as it is shown; '': nobody's. */
export const nameOf = (name: string): string => name || common.current.unassigned;

/** Figures of the cycle by agent, over all entities; the most credits first. */
function byAgent(rows: readonly UsageRow[]): { agent: string; sum: UsageFigures }[] {
	const sums = new Map<string, UsageFigures>();
	for (const { agent, thisCycle } of rows)
		sums.set(agent, sumFigures([sums.get(agent) ?? NOTHING, thisCycle]));
	return [...sums].map(([agent, sum]) => ({ agent, sum })).sort((a, b) => b.sum.units - a.sum.units);
}

/** The answer of AI Voice: who takes most of it. */
export function voiceTitle({ cycle, rows }: UsageView, zone: string): string {
	const t = usage.current.voice.title;
	const used = rows.filter(({ thisCycle }) => thisCycle.interactions > 0);
	const all = sumFigures(used.map(({ thisCycle }) => thisCycle));
	const agents = byAgent(used);
	const [most] = agents;
	if (!most) return t.none(format.cycleName(cycle, zone));
	if (all.units === 0) return t.free(all.interactions, format.integer(all.interactions));
	const credits = format.credits(creditsOfUnits(all.units));
	if (most.sum.units === all.units) return t.one(credits, nameOf(most.agent));
	return t.most(
		credits,
		nameOf(most.agent),
		format.percent(most.sum.units / all.units),
		format.percent(most.sum.interactions / all.interactions)
	);
}

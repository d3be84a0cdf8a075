import { creditsOfUnits } from '$lib/engine/rating/credits';
import * as format from '$lib/i18n/format';
import { usage } from '$lib/i18n/usage';
import type { Context, UsageFigures, UsageRow, UsageView } from '$lib/workers/api';
import { nameOf } from './names';

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

/** The row of totals: columns of figures read it as any other. */
export const totalOf = (rows: readonly UsageRow[]): UsageRow => ({
	entity: '',
	agent: '',
	channel: rows[0]?.channel ?? 'voice',
	entry: null,
	activatedAt: 0,
	thisCycle: sumFigures(rows.map(({ thisCycle }) => thisCycle)),
	sinceActivation: sumFigures(rows.map(({ sinceActivation }) => sinceActivation)),
	early: rows.reduce((sum, { early }) => sum + early, 0)
});

export const rowName = ({ entity, agent }: UsageRow): string => `${nameOf(agent)}, ${nameOf(entity)}`;

/** The agent with the most credits in the cycle, over all entities, beside everyone. */
function most(rows: readonly UsageRow[]): { agent: string; sum: UsageFigures; all: UsageFigures } | null {
	const sums = new Map<string, UsageFigures>();
	for (const { agent, thisCycle } of rows)
		if (thisCycle.interactions > 0) sums.set(agent, sumFigures([sums.get(agent) ?? NOTHING, thisCycle]));
	const [first] = [...sums].sort(([, a], [, b]) => b.units - a.units);
	return first ? { agent: first[0], sum: first[1], all: sumFigures([...sums.values()]) } : null;
}

/** Calls of voice, cases of messaging: what a share of the credits is compared with. */
const countOf = ({ cases, interactions }: UsageFigures): number => cases ?? interactions;

/** The answer of AI Voice or AI Messaging: who takes most of it. */
export function usageTitle({ cycle, rows, channel }: UsageView, zone: string): string {
	const t = usage.current[channel].title;
	const found = most(rows);
	if (!found) return t.none(format.cycleName(cycle, zone));
	const { agent, sum, all } = found;
	const count = countOf(all);
	if (all.units === 0) return t.free(count, format.integer(count));
	const credits = format.credits(creditsOfUnits(all.units));
	if (sum.units === all.units) return t.one(credits, nameOf(agent));
	return t.most(
		credits,
		nameOf(agent),
		format.percent(sum.units / all.units),
		format.percent(countOf(sum) / count)
	);
}

/** Why that agent takes so much; '' where its rate does not say. */
export function usageLead({ rows, channel }: UsageView): string {
	const found = most(rows);
	const { premiumUnits = 0, units = 0 } = found?.sum ?? {};
	if (!found || premiumUnits === 0) return '';
	const t = usage.current[channel].lead;
	return premiumUnits === units ? t.premium : t.partly(format.percent(premiumUnits / units));
}

/** What the two periods of the table are. */
export function periods({ cycle }: UsageView, { zone, asOf }: Context): string {
	const t = usage.current.table;
	const until = format.dateTime(asOf, zone.name, { year: true });
	const running = asOf < cycle.end;
	const last = running ? asOf - 1 : cycle.end - 1;
	return t.periods(format.dates(cycle.start, Math.max(cycle.start, last), zone.name), until);
}

/** As many agents are named; the rest are counted. */
const NAMED = 5;

/** Interactions that came before the activation that the register gives. */
export function discrepancies({ rows, channel }: UsageView, { zone }: Context): string[] {
	const t = usage.current[channel].early;
	const early = rows.filter((row) => row.early > 0).sort((a, b) => b.early - a.early);
	return [
		...early
			.slice(0, NAMED)
			.map((row) =>
				t(
					row.early,
					format.integer(row.early),
					rowName(row),
					format.date(row.activatedAt, zone.name, { year: true })
				)
			),
		...(early.length > NAMED ? [usage.current.table.moreEarly(format.integer(early.length - NAMED))] : [])
	];
}

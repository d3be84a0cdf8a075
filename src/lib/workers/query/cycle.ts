import {
	censoredStretches,
	costOf,
	planTerms,
	type CycleTerms,
	type LedgerResult
} from '../../engine/ledger';
import {
	creditsOfUnits,
	entriesInForce,
	isMetered,
	PREMIUM,
	UNITS_PER_CREDIT,
	VOICE
} from '../../engine/rating';
import { agentsOf, dailyUnits, stretchesBefore } from '../../engine/rollup';
import { dayOf } from '../../engine/time';
import type { Context, CycleView, LedgerView, PerSeries } from '../api';
import { perSeries } from '../series';
import type { Usage } from './usage';

/** Slot bits of the four series, in their order. */
export const SLOT_OF = {
	voiceStandard: VOICE,
	voicePremium: VOICE | PREMIUM,
	chatStandard: 0,
	chatPremium: PREMIUM
};

export async function contextOf(usage: Usage, terms: CycleTerms, sample: boolean): Promise<Context> {
	return {
		zone: usage.rules.zone,
		asOf: usage.asOf,
		interactions: usage.interactions,
		cycles: usage.cycles,
		contract: usage.rules.settings.contract,
		card: terms.card,
		source: 'rows',
		sample,
		contractContradicted: await usage.contradicted(terms)
	};
}

/** Agents and licences that a cycle's cost depends on. Where neither costs anything nobody is counted. */
export async function costBasis(usage: Usage, { cycle }: CycleTerms) {
	const { plan, zone, settings } = usage.rules;
	if (settings.contract.includedAgents === null && settings.agents.length === 0)
		return { agents: 0, licences: [] };
	const { cells, activations } = await usage.people();
	return {
		agents: agentsOf(plan, activations, cells, usage.names, cycle),
		licences: entriesInForce(plan.register, activations, zone, cycle)
	};
}

/** A ledger with its cost, as screens and report show it: credits one by one half-even to four places. */
export async function ledgerView(usage: Usage, terms: CycleTerms, result: LedgerResult): Promise<LedgerView> {
	const { zone, settings } = usage.rules;
	return {
		includedCredits: result.granted / UNITS_PER_CREDIT,
		overage: result.policy,
		runOutAt: result.runOutAt,
		...(result.runOutToTheDay ? { runOutPrecision: 'day' } : {}),
		stops: result.stops.map(({ from, to }) => ({ from, to })),
		includedUsed: creditsOfUnits(result.includedUsed),
		overageCredits: creditsOfUnits(result.overage),
		unservedCredits: creditsOfUnits(result.unserved),
		unservedInteractions: result.unservedInteractions,
		excessUnbilled: creditsOfUnits(result.excess),
		expiredCredits: creditsOfUnits(result.expired),
		cost: costOf({
			contract: settings.contract,
			zone,
			cycle: terms.cycle,
			card: terms.card,
			held: result.held,
			overageUnits: result.overage,
			...(await costBasis(usage, terms))
		})
	};
}

export async function planViews(usage: Usage, terms: CycleTerms): Promise<LedgerView[]> {
	const views: LedgerView[] = [];
	for (const plan of planTerms(terms)) views.push(await ledgerView(usage, plan, await usage.ledger(plan)));
	return views;
}

/** Cumulative metered credits at the end of each piece with rows, from the cycle's start. */
function lineOf({ timeline, asOf }: Usage, { cycle }: CycleTerms): CycleView['line'] {
	const begin = stretchesBefore(timeline, cycle.start);
	const end = stretchesBefore(timeline, cycle.end);
	const before = timeline.unitsBefore[begin] as number;
	const at = new Float64Array(end - begin + 1);
	const credits = new Float64Array(end - begin + 1);
	at[0] = cycle.start;
	for (let k = begin; k < end; k++) {
		const next = k + 1 < end ? (timeline.from[k + 1] as number) : Math.min(asOf, cycle.end);
		const from = timeline.from[k] as number;
		const to = (timeline.dayEnd[k] as number) || from + timeline.width;
		at[k - begin + 1] = Math.max(from, Math.min(to, next));
		credits[k - begin + 1] = creditsOfUnits((timeline.unitsBefore[k + 1] as number) - before);
	}
	return { at, credits };
}

/** Metered credits per local day and series, the days `[firstDay, endDay)`. */
export function dailyCredits(usage: Usage, firstDay: number, endDay: number): PerSeries<Float64Array> {
	const { series } = dailyUnits(usage.time, usage.rules.zone, firstDay, endDay);
	return perSeries((key) => (series[SLOT_OF[key]] as Float64Array).map(creditsOfUnits));
}

/** Sums of the cycle: exact, rounded once at the end. */
export function sumsOf({ time }: Usage, { cycle }: CycleTerms) {
	const units = [0, 0, 0, 0];
	let interactions = 0;
	const end = stretchesBefore(time, cycle.end);
	for (let k = stretchesBefore(time, cycle.start); k < end; k++) {
		interactions += time.interactions[k] as number;
		const slot = time.slot[k] as number;
		if (!isMetered(slot)) continue;
		const series = slot & (VOICE | PREMIUM);
		units[series] = (units[series] as number) + (time.units[k] as number);
	}
	return { interactions, units };
}

/** The cycle's meter readings, each beside the credits of the rows that begin before it: null where nobody can tell. */
async function readingsOf(usage: Usage, { cycle }: CycleTerms): Promise<CycleView['readings']> {
	const { readings } = usage.rules.settings;
	return Promise.all(
		readings
			.filter(({ at }) => at >= cycle.start && at < cycle.end)
			.map(async ({ at, creditsUsed }) => {
				const units = at <= usage.asOf ? await usage.drawnUntil(cycle, at) : null;
				return { at, creditsUsed, byRows: units === null ? null : creditsOfUnits(units) };
			})
	);
}

/** The known part of one cycle, with the contract's ledger and every plan's. */
export async function cycleView(usage: Usage, instant: number | null, sample: boolean): Promise<CycleView> {
	const terms = usage.termsAt(instant);
	const { cycle } = terms;
	const { zone } = usage.rules;
	const { interactions, units } = sumsOf(usage, terms);
	const inForce = await usage.inForce(terms);
	const firstDay = dayOf(zone, cycle.start);
	const endDay = dayOf(zone, Math.min(cycle.end - 1, usage.asOf)) + 1;
	return {
		context: await contextOf(usage, terms, sample),
		cycle,
		complete: cycle.end <= usage.asOf,
		line: lineOf(usage, terms),
		days: { firstDay, credits: dailyCredits(usage, firstDay, endDay) },
		used: creditsOfUnits(units.reduce((sum, part) => sum + part, 0)),
		bySeries: perSeries((key) => creditsOfUnits(units[SLOT_OF[key]] as number)),
		interactions,
		byDayUntil: usage.byDayUntil(cycle),
		inForce: inForce && (await ledgerView(usage, terms, inForce)),
		plans: await planViews(usage, terms),
		censored: censoredStretches(inForce ? [inForce] : [], usage.marked()).filter(
			({ from, to }) => to > cycle.start && from < cycle.end
		),
		readings: await readingsOf(usage, terms)
	};
}

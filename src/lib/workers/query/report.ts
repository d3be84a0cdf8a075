import type { WorkspaceDb } from '../../db';
import { censoredStretches, type LedgerResult } from '../../engine/ledger';
import type { RateCard } from '../../engine/rating';
import { agentRows, agentsOf, agentSums, cycleFigures } from '../../engine/rollup';
import { formatDay, formatInstant } from '../../engine/time';
import type { ForecastView, LedgerView } from '../api';
import type { Rules } from '../rules';
import { countCases } from './cases';
import { ledgerView, planViews } from './cycle';
import type { Usage } from './usage';

const instant = (at: number | null): string | null => (at === null ? null : formatInstant(at));
const stretch = ({ from, to }: { from: number; to: number }) => ({
	from: formatInstant(from),
	to: formatInstant(to)
});

const ledger = (view: LedgerView) => ({
	...view,
	runOutAt: instant(view.runOutAt),
	stops: view.stops.map(stretch)
});

export function forecastPart(forecast: ForecastView, card: RateCard) {
	const { cycle } = forecast;
	// The forecast may know the levels of caps too: the report lists the card's tiers.
	const tiers = new Set(card.tiers.map(({ includedCredits }) => includedCredits));
	return {
		refused: forecast.refused?.code ?? null,
		paths: forecast.paths,
		seed: forecast.seed,
		method: forecast.method,
		cycle: { start: formatInstant(cycle.start), end: formatInstant(cycle.end) },
		pace: forecast.pace,
		monthEndCredits: forecast.monthEndCredits,
		tiers:
			forecast.tiers
				?.filter(({ includedCredits }) => tiers.has(includedCredits))
				.map((tier) => ({
					includedCredits: tier.includedCredits,
					probabilityOfRunOut: tier.probabilityOfRunOut,
					runOutAt: {
						p10: instant(tier.runOutAt.p10),
						p50: instant(tier.runOutAt.p50),
						p90: instant(tier.runOutAt.p90)
					},
					expectedOverageCredits: tier.expectedOverageCredits,
					p90OverageCredits: tier.p90OverageCredits,
					...(tier.expectedUnservedInteractions === null || tier.p90UnservedInteractions === null
						? {}
						: {
								expectedUnservedInteractions: tier.expectedUnservedInteractions,
								p90UnservedInteractions: tier.p90UnservedInteractions
							}),
					dailyChances: tier.dailyChances.map(({ day, chance }) => ({ day: formatDay(day), chance }))
				})) ?? null,
		months: null
	};
}

/** What every report begins with. */
export function reportHead({ settings, versions }: Rules, asOf: string) {
	const { contract } = settings;
	return {
		format: 'drawdown-report',
		version: 1,
		asOf,
		timeZone: contract.timeZone,
		rateCards: versions.cards,
		contract
	};
}

/** The report of formats.md §5: what the screens show, as numbers a program can check. */
export async function report(db: WorkspaceDb, usage: Usage, forecast: ForecastView | null): Promise<object> {
	const { rules, names, asOf, cycles } = usage;
	const { cells: people, activations } = await usage.people();
	const cyclesOut: object[] = [];
	const ledgers: LedgerResult[] = [];
	for (const terms of usage.terms) {
		const { cycle } = terms;
		const inForce = await usage.inForce(terms);
		if (inForce) ledgers.push(inForce);
		cyclesOut.push({
			...cycleFigures(people, cycle, asOf, agentsOf(rules.plan, activations, people, names, cycle)),
			inForce: inForce && ledger(await ledgerView(usage, terms, inForce)),
			plans: (await planViews(usage, terms)).map(ledger)
		});
	}
	const thisCycle = usage.termsAt(null).cycle;
	const cases = await countCases(db, usage, thisCycle);
	return {
		...reportHead(rules, formatInstant(asOf)),
		usage: {
			interactions: usage.interactions,
			from: formatInstant(usage.first),
			to: formatInstant(usage.last),
			cycles: cyclesOut,
			agents: agentRows(agentSums(rules.plan, activations, people, names, thisCycle), cases),
			censored: censoredStretches(ledgers, usage.marked())
				.filter(({ to }) => to > (cycles[0]?.start ?? 0))
				.map(stretch)
		},
		forecast: forecast && forecastPart(forecast, usage.termsAt(null).card),
		recommendation: null
	};
}

import type { DayBarsData } from '$lib/charts/geometry/bars';
import type { RunOutData, TierData } from '$lib/charts/geometry/runout';
import type { PlannedEvent } from '$lib/engine/forecast';
import type { Overage } from '$lib/engine/ledger/contract';
import { parseDay, startOfDay } from '$lib/engine/time';
import type { CycleView, ForecastView } from '$lib/workers/api';
import { outlookOf, planOf, tiersOf, type Standing } from './standing';

/** What the run-out picture draws. `forecast`: of the cycle on screen, else null. */
export function runOutData(
	view: CycleView,
	forecast: ForecastView | null,
	standing: Standing | null,
	overage: Overage,
	events: readonly PlannedEvent[] = [],
	later: CycleView['line'] | null = null
): RunOutData {
	const { zone, asOf, contract } = view.context;
	return {
		zone,
		cycle: view.cycle,
		asOf,
		complete: view.complete,
		line: view.line,
		later,
		used: view.used,
		fan: forecast?.fan ?? null,
		waiting: !view.complete && forecast === null,
		pace: view.complete ? null : (forecast?.pace.monthEndCredits ?? null),
		tiers: tiersOf(view).map((tier) => tierData(view, forecast, tier)),
		ownTier: standing?.tier ?? null,
		overage: standing?.overage ?? overage,
		cap: standing?.cap ?? contract.overageCapCredits,
		censored: view.censored,
		byDayUntil: view.byDayUntil,
		events: eventsIn(view, events)
	};
}

/** Events that touch the cycle, cut to it, as instants. */
function eventsIn({ context, cycle }: CycleView, events: readonly PlannedEvent[]): RunOutData['events'] {
	const at = (day: number) => startOfDay(context.zone, day);
	return events
		.map(({ name, from, to }) => {
			const [first, last] = [parseDay(from), to === null ? null : parseDay(to)];
			return {
				name,
				from: Math.max(cycle.start, first === null ? Infinity : at(first)),
				to: Math.min(cycle.end, last === null ? Infinity : at(last + 1))
			};
		})
		.filter(({ from, to }) => from < to);
}

function tierData(view: CycleView, forecast: ForecastView | null, includedCredits: number): TierData {
	const reachedAt = planOf(view, includedCredits, 'off')?.runOutAt ?? null;
	const outlook = reachedAt === null ? outlookOf(forecast, includedCredits) : null;
	return {
		includedCredits,
		reachedAt,
		forecast: outlook && {
			chance: outlook.probabilityOfRunOut,
			...outlook.runOutAt,
			daily: outlook.dailyChances,
			outOf100: outlook.dailyChances.map(({ day }, k) => ({ day, chance: outlook.outOf100[k] ?? 0 })),
			notBeforeRenewal: outlook.notBeforeRenewal
		}
	};
}

/** The tier whose chances are shown: the own one, else the open one that is least certain. */
export function shownTier(data: RunOutData): number | null {
	if (data.ownTier !== null) return data.ownTier;
	const doubt = (chance: number | undefined) => Math.abs((chance ?? 0) - 0.5);
	const open = data.tiers.filter((tier) => tier.reachedAt === null);
	const shown = open.toSorted((a, b) => doubt(a.forecast?.chance) - doubt(b.forecast?.chance))[0];
	return shown?.includedCredits ?? null;
}

/** What the daily bars draw; null where there are no rows. */
export function dayBarsData(view: CycleView, forecast: ForecastView | null): DayBarsData | null {
	if (view.context.source !== 'rows') return null;
	return {
		zone: view.context.zone,
		cycle: view.cycle,
		days: view.days,
		middle: forecast?.middleDays ?? null
	};
}

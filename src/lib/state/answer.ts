import { paceRunOut } from '$lib/engine/forecast';
import { localDay } from '$lib/engine/time';
import type { CycleView, ForecastView } from '$lib/workers/api';
import { outlookOf, planOf, tiersOf, type Standing } from './standing';

/** How sure a run-out before renewal is, in the five steps of experience.md §8. */
export type Odds = 'sure' | 'probable' | 'even' | 'unlikely' | 'lasts';

/** Chance of a run-out before renewal, as one of five steps. */
export function oddsOf(chance: number): Odds {
	if (chance >= 0.9) return 'sure';
	if (chance >= 0.6) return 'probable';
	if (chance >= 0.4) return 'even';
	return chance >= 0.1 ? 'unlikely' : 'lasts';
}

/** What the Overview's title says, before it is a sentence. Instants in ms, credits. */
export type Answer =
	/** the forecast of the cycle is still being computed */
	| { readonly kind: 'waiting' }
	| {
			readonly kind: 'chance';
			readonly standing: Standing;
			readonly odds: Odds;
			readonly chance: number;
			readonly p10: number | null;
			readonly p50: number | null;
			readonly p90: number | null;
			/** middle among the courses that do run out */
			readonly ifRunOutAt: number | null;
			/** local days from the middle date to renewal; null without one */
			readonly daysBefore: number | null;
			readonly monthEnd: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
	  }
	| {
			readonly kind: 'pace';
			readonly standing: Standing;
			readonly at: number | null;
			readonly monthEnd: number;
	  }
	/** used up, in the cycle of the as-of */
	| { readonly kind: 'ranOut'; readonly standing: Standing; readonly at: number }
	| { readonly kind: 'past'; readonly standing: Standing; readonly used: number; readonly at: number | null }
	/** no tier is chosen: the smallest plan that lasts answers for all */
	| {
			readonly kind: 'noTier';
			readonly complete: boolean;
			/** null: none lasts */
			readonly lasting: number | null;
			/** the largest that does not, if any */
			readonly short: number | null;
			readonly used: number;
			/** expected by the end of the cycle; null in a past one */
			readonly monthEnd: number | null;
			readonly paced: boolean;
	  };

/** The answer to the screen's question. `forecast`: of the cycle on screen, else null. */
export function answerOf(view: CycleView, forecast: ForecastView | null, standing: Standing | null): Answer {
	const { zone, asOf } = view.context;
	if (!view.complete && !forecast) return { kind: 'waiting' };
	if (!standing) return withoutTier(view, forecast);
	const at = standing.ledger.runOutAt;
	if (view.complete) return { kind: 'past', standing, used: view.used, at };
	if (at !== null) return { kind: 'ranOut', standing, at };
	if (!standing.forecast) {
		const monthEnd = forecast?.pace.monthEndCredits ?? view.used;
		return { kind: 'pace', standing, at: paceRunOut(view.used, view.cycle, asOf, standing.tier), monthEnd };
	}
	const { probabilityOfRunOut: chance, runOutAt, ifRunOutAt } = standing.forecast;
	// Below even odds there is no middle date to give.
	const p50 = chance >= 0.5 ? runOutAt.p50 : null;
	return {
		kind: 'chance',
		standing,
		odds: oddsOf(chance),
		chance,
		...runOutAt,
		p50,
		ifRunOutAt,
		daysBefore: p50 === null ? null : localDay(zone, view.cycle.end) - localDay(zone, p50),
		monthEnd: forecast?.monthEndCredits ?? null
	};
}

function withoutTier(view: CycleView, forecast: ForecastView | null): Answer {
	const tiers = tiersOf(view);
	const lasts = tiers.filter((tier) => lastsToRenewal(view, forecast, tier));
	return {
		kind: 'noTier',
		complete: view.complete,
		lasting: lasts[0] ?? null,
		short: tiers.findLast((tier) => !lasts.includes(tier)) ?? null,
		used: view.used,
		monthEnd: view.complete
			? null
			: (forecast?.monthEndCredits?.p50 ?? forecast?.pace.monthEndCredits ?? null),
		paced: !view.complete && (forecast?.tiers ?? null) === null
	};
}

/** The included credits of a tier last to renewal: known, all but sure, or at the plain pace where no chance is given. */
export function lastsToRenewal(view: CycleView, forecast: ForecastView | null, tier: number): boolean {
	if ((planOf(view, tier, 'off')?.runOutAt ?? null) !== null) return false;
	if (view.complete) return true;
	const outlook = outlookOf(forecast, tier);
	if (outlook) return oddsOf(outlook.probabilityOfRunOut) === 'lasts';
	return paceRunOut(view.used, view.cycle, view.context.asOf, tier) === null;
}

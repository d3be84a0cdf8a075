import { readYear, type YearPaths } from '../../engine/forecast';
import {
	bestSchedule,
	coursesFrom,
	coursesOfCycle,
	outcomeOf,
	scheduleOf,
	termOutcome,
	type Courses,
	type PlanPolicy,
	type PlanTerms,
	type Schedule,
	type ScheduleRequest,
	type Summary
} from '../../engine/planning';
import type { Cycle } from '../../engine/time';
import type {
	ForecastInput,
	PlanOutcomeView,
	PlansAsk,
	PlansView,
	ScheduleAsk,
	ScheduleChoice,
	ScheduleView,
	SpreadView,
	TermView,
	TurningPoint,
	YearCycle
} from '../api';
import { demandOf, six, yearPaths } from './forecast';

const POLICIES: readonly PlanPolicy[] = ['off', 'on', 'capped', 'upgrade'];
/** Bars of the month ends' picture. */
const STEPS = 24;

const spread = ({ mean, p90 }: Summary, per = 1): SpreadView => ({
	mean: six(mean / per),
	p90: six(p90 / per)
});

/** The instant at which the known part had reached so many credits; its first instant where it never had fewer. */
export function reachedIn({ at, credits }: PlansAsk['line'], wanted: number): number {
	const k = credits.findIndex((sum) => sum >= wanted);
	return at[k < 0 ? at.length - 1 : k] ?? NaN;
}

function monthEndsOf(demand: Float64Array): PlansView['monthEnds'] {
	const [least, most] = demand.reduce(
		([low, high], credits) => [Math.min(low, credits), Math.max(high, credits)] as const,
		[Infinity, 0] as readonly [number, number]
	);
	const width = Math.max(1, (most - least) / STEPS);
	const counts = new Array<number>(STEPS).fill(0);
	for (const credits of demand) {
		const k = Math.min(STEPS - 1, Math.floor((credits - least) / width));
		counts[k] = (counts[k] ?? 0) + 1;
	}
	return { from: six(least), width: six(width), counts };
}

/** So many of the courses stand for all of them where a question is asked of each while a field is typed in. */
const STAND = 200;

function someOf(demand: Float64Array): number[] {
	const sorted = demand.toSorted();
	return Array.from({ length: STAND }, (_, k) =>
		six(sorted[Math.floor(((k + 0.5) / STAND) * sorted.length)] ?? 0)
	);
}

function outcomeView(
	terms: PlanTerms,
	policy: PlanPolicy,
	tier: number,
	courses: Courses,
	perInteraction: number | null
): PlanOutcomeView {
	const outcome = outcomeOf(terms, { tier, policy }, courses);
	return {
		includedCredits: terms.tiers[tier]?.credits ?? 0,
		stopProbability: six(outcome.stopProbability),
		overageCredits: spread(outcome.overage),
		unservedCredits: spread(outcome.unserved),
		unservedInteractions:
			perInteraction !== null && perInteraction > 0 ? spread(outcome.unserved, perInteraction) : null,
		cost: outcome.cost && spread(outcome.cost),
		endsOn: outcome.endsOn.map(six)
	};
}

/** Every tier under every policy in the running cycle, on the courses of its forecast; null where there are none. */
export function plans(input: ForecastInput, { terms, line }: PlansAsk): PlansView | null {
	const demand = demandOf(input);
	if (demand.refused) return null;
	const courses = coursesFrom(demand, input.used, (credits) => reachedIn(line, credits));
	const { creditsPerInteraction } = input;
	const rows = (policy: PlanPolicy) =>
		terms.tiers.map((_, tier) => outcomeView(terms, policy, tier, courses, creditsPerInteraction));
	return {
		outcomes: Object.fromEntries(POLICIES.map((policy) => [policy, rows(policy)])) as Record<
			PlanPolicy,
			PlanOutcomeView[]
		>,
		monthEnds: monthEndsOf(courses.demand),
		demands: someOf(courses.demand)
	};
}

const choice = (terms: PlanTerms, { tiers, value, meanCost, stops }: Schedule): ScheduleChoice => ({
	tiers: tiers.map((tier) => terms.tiers[tier]?.credits ?? 0),
	value: six(value),
	meanCost: six(meanCost),
	stops: stops.map(six)
});

/** Courses that turning points are looked for on: enough for steps of a percent. */
const SOME = 500;

const scaled = ({ demand, leftAt }: Courses, factor: number): Courses => ({
	demand: demand.subarray(0, SOME).map((credits) => credits * factor),
	leftAt
});

/** Turning points are looked for up to twice and down to half of everything, coarsely and then between two steps. */
const COARSE = 10;
const FINE = 5;

/** The first factor, in the direction of `most`, at which another tier than now's is best; null: none, or no tier is. */
function turningPoint(request: ScheduleRequest, now: number, most: number): TurningPoint | null {
	const tierAt = (step: number): number | null => {
		const factor = 1 + ((most - 1) * step) / (COARSE * FINE);
		const cycles = request.cycles.map((courses) => scaled(courses, factor));
		return bestSchedule({ ...request, cycles })?.tiers[0] ?? null;
	};
	for (let step = FINE; step <= COARSE * FINE; step += FINE) {
		if (tierAt(step) === now) continue;
		let first = step - FINE + 1;
		while (first < step && tierAt(first) === now) first++;
		const tier = tierAt(first);
		return tier === null
			? null
			: {
					factor: six(1 + ((most - 1) * first) / (COARSE * FINE)),
					includedCredits: request.terms.tiers[tier]?.credits ?? 0
				};
	}
	return null;
}

const yearCycles = (year: YearPaths, cycles: readonly Cycle[]): YearCycle[] =>
	readYear(year).map(({ p10, p50, p90 }, k) => ({
		cycle: cycles[k] as Cycle,
		p10: six(p10),
		p50: six(p50),
		p90: six(p90)
	}));

/** Every plan held for the twelve cycles from the running one on; null where there are no chances. */
export function term(input: ForecastInput, terms: PlanTerms): TermView | null {
	const year = yearPaths(input);
	if (year.refused) return null;
	return {
		cycles: yearCycles(year, [input.cycle, ...input.next]),
		plans: POLICIES.flatMap((policy) =>
			terms.tiers.map(({ credits }, tier) => {
				const { cost, ...rest } = termOutcome(terms, { tier, policy }, year.credits, year.cycles);
				return {
					includedCredits: credits,
					policy,
					cost: cost && { mean: six(cost.mean), p10: six(cost.p10), p90: six(cost.p90) },
					overageCredits: six(rest.overage),
					unservedCredits: six(rest.unserved),
					stops: six(rest.stops)
				};
			})
		)
	};
}

/** The best tiers for the twelve cycles from the running one on; null where there are no chances. */
export function schedule(input: ForecastInput, ask: ScheduleAsk): ScheduleView | null {
	const cycles = [input.cycle, ...input.next];
	const year = yearPaths(input);
	if (year.refused) return null;
	const { terms, policy, objective, tolerance, lockedUntil, current } = ask;
	const locks = (cycle: Cycle) => lockedUntil !== null && cycle.start < lockedUntil;
	const held = terms.tiers.findIndex(({ credits }) => credits === current);
	const request: ScheduleRequest = {
		terms,
		policy,
		objective,
		tolerance,
		cycles: cycles.map((_, k) => coursesOfCycle(year.credits, year.cycles, k)),
		locked: cycles.map(locks),
		lowest: locks(input.cycle) ? Math.max(0, held) : 0
	};
	const best = bestSchedule(request);
	const first = best?.tiers[0];
	return {
		cycles: yearCycles(year, cycles),
		best: best && choice(terms, best),
		steady: terms.tiers.flatMap((_, tier) => {
			const one = scheduleOf(
				request,
				cycles.map(() => tier)
			);
			return one ? [choice(terms, one)] : [];
		}),
		more: first === undefined ? null : turningPoint(request, first, 2),
		less: first === undefined ? null : turningPoint(request, first, 0.5)
	};
}

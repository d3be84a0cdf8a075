/** What plans are compared under and what is shown of it; types only. Units as in api.ts; money before tax, as numbers. */
import type { Objective, PlanPolicy, PlanTerms } from '../engine/planning';
import type { Cycle } from '../engine/time';

export type { Objective, PlanPolicy, PlanTerms } from '../engine/planning';

export interface PlansAsk {
	readonly terms: PlanTerms;
	/** the known part of the running cycle: cumulative credits as a step function, ascending */
	readonly line: { readonly at: Float64Array; readonly credits: Float64Array };
}

/** Average over the forecast's courses, and what 1 in 10 of them exceed. */
export interface SpreadView {
	readonly mean: number;
	readonly p90: number;
}

/** One tier under one policy in the running cycle, on the courses of its forecast. */
export interface PlanOutcomeView {
	readonly includedCredits: number;
	/** chance that agents are stopped before renewal */
	readonly stopProbability: number;
	readonly overageCredits: SpreadView;
	readonly unservedCredits: SpreadView;
	/** null: the size of an interaction is not known */
	readonly unservedInteractions: SpreadView | null;
	/** null: a price that some course needs is missing */
	readonly cost: SpreadView | null;
	/** chance that it ends on each tier, the card's ascending; another than its own under `upgrade` only */
	readonly endsOn: readonly number[];
}

export interface PlansView {
	readonly outcomes: Readonly<Record<PlanPolicy, readonly PlanOutcomeView[]>>;
	/** how the courses' month ends spread: counts of equal steps of credits */
	readonly monthEnds: { readonly from: number; readonly width: number; readonly counts: readonly number[] };
	/** what 200 of the courses demand in the cycle, evenly chosen among all of them, ascending */
	readonly demands: readonly number[];
}

export interface ScheduleAsk {
	readonly terms: PlanTerms;
	readonly policy: Exclude<PlanPolicy, 'upgrade'>;
	readonly objective: Objective;
	/** share of the courses of each cycle in which agents may stop */
	readonly tolerance: number;
	/** until this instant no cycle may have a lower tier than the one before it; null: no term forbids it */
	readonly lockedUntil: number | null;
	/** the tier in force, below which a lock forbids to go; null: none */
	readonly current: number | null;
}

/** One plan held through twelve cycles, on the courses of the year. */
export interface TermPlanView {
	readonly includedCredits: number;
	readonly policy: PlanPolicy;
	/** of all cycles together; null: a price is missing */
	readonly cost: { readonly mean: number; readonly p10: number; readonly p90: number } | null;
	/** means of all cycles together */
	readonly overageCredits: number;
	readonly unservedCredits: number;
	/** mean number of cycles in which agents are stopped */
	readonly stops: number;
}

export interface TermView {
	readonly cycles: readonly YearCycle[];
	readonly plans: readonly TermPlanView[];
}

/** A cycle to come: how its demand spreads, in credits. */
export interface YearCycle {
	readonly cycle: Cycle;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

/** A choice of tiers for the cycles to come. */
export interface ScheduleChoice {
	/** included credits, cycle by cycle */
	readonly tiers: readonly number[];
	/** the objective, summed over the cycles */
	readonly value: number;
	readonly meanCost: number;
	readonly stops: readonly number[];
}

/** How much more, or less, of everything would make another tier best now. */
export interface TurningPoint {
	/** factor on all demand */
	readonly factor: number;
	readonly includedCredits: number;
}

export interface ScheduleView {
	readonly cycles: readonly YearCycle[];
	/** null: no tier is allowed in some cycle, or no price is known */
	readonly best: ScheduleChoice | null;
	/** one tier throughout, each that is allowed, ascending */
	readonly steady: readonly ScheduleChoice[];
	readonly more: TurningPoint | null;
	readonly less: TurningPoint | null;
}

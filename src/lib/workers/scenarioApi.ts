/** What is changed to be compared, and what comes of it; types only. Units as in api.ts; money before tax, as numbers. */
import type { PlannedEvent } from '../engine/forecast';
import type { Contract } from '../engine/ledger/contract';
import type { PlanPolicy } from '../engine/planning';
import type { Assumptions } from '../engine/planning/assumed';
import type { CycleView } from './api';
import type { ForecastInput, ForecastView } from './forecastApi';
import type { PlansAsk, ScheduleAsk, ScheduleView, SpreadView, YearCycle } from './planApi';

/** A named set of changes to demand and contract (domain.md §1). What is null is as in the workspace. */
export interface Scenario {
	readonly id: string;
	readonly name: string;
	/** planned on in the place of the workspace's demand; null: that is (usage, readings or its own assumptions) */
	readonly assumptions: Assumptions | null;
	/** on top of the workspace's planned events */
	readonly events: readonly PlannedEvent[];
	readonly growthPercentPerMonth: number | null;
	readonly tier: number | null;
	readonly overage: PlanPolicy | null;
	readonly overageCapCredits: Contract['overageCapCredits'];
}

/** The plan that is held; a tier of null: none was chosen. */
export interface HeldPlan {
	readonly tier: number | null;
	readonly policy: PlanPolicy;
}

/** Where the figures of a scenario, or of the workspace as it is, start from. */
export interface ScenarioStart {
	readonly view: CycleView;
	readonly input: ForecastInput;
	readonly held: HeldPlan;
	/** what is planned on; null: on usage or readings */
	readonly assumptions: Assumptions | null;
	readonly growthPercentPerMonth: number | null;
}

export interface ScenarioAsk {
	readonly held: HeldPlan;
	readonly plans: PlansAsk;
	readonly schedule: ScheduleAsk;
}

/** The plan held in the first cycle: the running one, or the first that assumptions plan. */
export interface ScenarioMonth {
	/** chance that the included credits run out before renewal */
	readonly runOutProbability: number;
	/** the middle instant at which they do; null: not before renewal */
	readonly runOutAt: number | null;
	readonly stopProbability: number;
	/** null: a price is missing */
	readonly cost: SpreadView | null;
}

/** The plan held through twelve cycles. */
export interface ScenarioYear {
	/** of all cycles together; null: a price is missing */
	readonly cost: SpreadView | null;
	/** mean number of cycles in which agents are stopped */
	readonly stops: number;
}

export interface ScenarioView {
	readonly refused: ForecastView['refused'];
	/** of the first cycle; null: refused */
	readonly monthEndCredits: ForecastView['monthEndCredits'];
	/** null: refused, or no plan is held */
	readonly month: ScenarioMonth | null;
	readonly year: ScenarioYear | null;
	/** the first cycle and eleven more; none: refused */
	readonly cycles: readonly YearCycle[];
	/** the best tiers for them; null: refused */
	readonly schedule: ScheduleView | null;
}

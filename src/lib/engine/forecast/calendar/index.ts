export type { PlannedEvent } from './events';
export type { DemandPlan } from './plan';

export { DAYS_NEEDED, FORECAST_METHOD, forecastDemand } from './demand';
export type { DemandHistory, DemandPaths, ForecastRequest, Refusal } from './demand';
export { FAN_QUANTILES, readCycle } from './fan';
export type { CycleOutlook, Fan } from './fan';
export type { DayShape } from './hours';
export { paceMonthEnd, paceRunOut } from './pace';
export { largestRemainder, quantile } from './quantile';
export { readTier } from './runout';
export type { TierOutlook } from './runout';

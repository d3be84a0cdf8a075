export type { DaySeries, Factor, Of, UsageDays } from './days';
export { PATTERN_DAYS } from './days';
export type { Anomaly } from './find';
export { aboveOf, anomaliesOf, timesOf } from './find';
export { usageDays } from './fromCells';

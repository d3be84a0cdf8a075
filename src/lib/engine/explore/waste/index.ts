export { JUST_ABOVE_SECONDS, LEVERS, WasteScan } from './scan';
export type { Lever, WasteSums } from './scan';
export { REPEAT_GAP_MS, REPEAT_SECONDS, REPEATS } from './repeats';

import type { RateCard } from '../card';
import { FIFTEEN_SECOND_RULE } from './fifteenSecondRule';
import { NET2PHONE } from './net2phone';
import { PER_SECOND } from './perSecond';

export { FIFTEEN_SECOND_RULE, NET2PHONE, PER_SECOND };

/** The cards the product brings along; the first is a new workspace's. */
export const PRESETS: readonly RateCard[] = [NET2PHONE, PER_SECOND, FIFTEEN_SECOND_RULE];

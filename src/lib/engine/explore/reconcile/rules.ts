import type { RateCard, VoiceRounding } from '../../rating/card';
import type { Tariff } from '../../rating/tariff';
import type { Period } from './periods';

/** How a call's length becomes billable time; whole seconds. */
export type CallRounding = Omit<VoiceRounding, 'shortCallSeconds'>;

/**
 * Every rule set that an invoice is tried against: each list begins with what is in force, so that the rule set of
 * zeros is the contract's own, and goes on with what is tried, the usual first.
 */
export interface RuleSpace {
	/** null: as the card has it, each version its own */
	readonly roundings: readonly (CallRounding | null)[];
	/** short-call thresholds in whole seconds; null: as the card has it */
	readonly thresholds: readonly (number | null)[];
	readonly periods: readonly Period[];
	/** names of duration columns; null: the one each layer is rated by */
	readonly bases: readonly (string | null)[];
}

/** One rule set, by positions in a {@link RuleSpace}. */
export interface RuleSet {
	readonly rounding: number;
	readonly threshold: number;
	readonly period: number;
	readonly base: number;
}

/** What is in force. */
export const OWN_RULES: RuleSet = { rounding: 0, threshold: 0, period: 0, base: 0 };

const rounding = (initialSeconds: number, incrementSeconds: number, wholeCreditsPerCall = false) => ({
	initialSeconds,
	incrementSeconds,
	wholeCreditsPerCall
});

/** Roundings of telephone tariffs, the usual ones first (initial/increment in seconds). */
const ROUNDINGS: readonly CallRounding[] = [
	rounding(60, 60),
	rounding(1, 1),
	rounding(6, 6),
	rounding(30, 6),
	rounding(60, 1),
	rounding(60, 6),
	rounding(30, 30),
	rounding(60, 30),
	rounding(15, 15),
	rounding(10, 10),
	rounding(30, 1),
	rounding(1, 1, true),
	rounding(6, 6, true),
	rounding(30, 6, true)
];

const THRESHOLDS: readonly number[] = [0, 15, 10, 5, 6, 20, 30, 3];

/** Zones that a vendor's months may be cut in, beside the contract's and the files' own. */
export const BILLING_ZONES: readonly string[] = [
	'UTC',
	'America/New_York',
	'America/Chicago',
	'America/Los_Angeles',
	'Europe/London'
];

/** Days on which a vendor's months may begin, beside the contract's own. */
export const ANCHOR_DAYS: readonly number[] = [1, 15, 20, 28];

const sameRounding = (a: CallRounding, b: CallRounding): boolean =>
	a.initialSeconds === b.initialSeconds &&
	a.incrementSeconds === b.incrementSeconds &&
	a.wholeCreditsPerCall === b.wholeCreditsPerCall;

/**
 * The space around a card's own rules.
 * @param cards the versions that rate something in the periods; what all of them have is not tried a second time
 * @param bases names of further duration columns
 */
export function spaceAround(
	cards: readonly Pick<RateCard, 'voiceRounding'>[],
	periods: readonly Period[],
	bases: readonly string[]
): RuleSpace {
	const everyOwn = (test: (own: VoiceRounding) => boolean) =>
		cards.length > 0 && cards.every(({ voiceRounding }) => test(voiceRounding));
	return {
		roundings: [null, ...ROUNDINGS.filter((one) => !everyOwn((own) => sameRounding(own, one)))],
		thresholds: [null, ...THRESHOLDS.filter((one) => !everyOwn((own) => own.shortCallSeconds === one))],
		periods,
		bases: [null, ...bases]
	};
}

/** What a version of the card rates calls by under a rule set. */
export function roundingOf(
	space: RuleSpace,
	{ rounding, threshold }: RuleSet,
	tariff: Tariff
): VoiceRounding {
	const shortCallSeconds = space.thresholds[threshold] ?? tariff.rounding.shortCallSeconds;
	return { ...(space.roundings[rounding] ?? tariff.rounding), shortCallSeconds };
}

/** In how many ways a rule set differs from what is in force: rounding, threshold, zone, anchor day, duration. */
export function differences(space: RuleSpace, { rounding, threshold, period, base }: RuleSet): number {
	const way = (position: number) => (position === 0 ? 0 : 1);
	return way(rounding) + way(threshold) + way(base) + (space.periods[period] as Period).differences;
}

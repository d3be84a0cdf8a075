import type { RateCard, VoiceRounding } from './card';
import { milli, UNITS_PER_CREDIT } from './credits';

/** A version of a rate card made ready to rate with: rates in units, by class (0 standard, 1 premium). */
export interface Tariff {
	/** units of one message */
	readonly message: readonly [number, number];
	/** units of one billable second */
	readonly second: readonly [number, number];
	readonly rounding: VoiceRounding;
	/** every call is premium, whatever its row says */
	readonly premiumCalls: boolean;
}

export function tariffOf(card: RateCard): Tariff {
	const { chat, voice } = card.rates;
	return {
		message: [60 * milli(chat.standard), 60 * milli(chat.premium)],
		second: [milli(voice.standard), milli(voice.premium)],
		rounding: card.voiceRounding,
		premiumCalls: card.premiumAppliesToAllCalls
	};
}

/** Whether a call of `ms` milliseconds is shorter than the short-call threshold. Exactly the threshold is not. */
export function isShort(ms: number, rounding: VoiceRounding): boolean {
	return ms < rounding.shortCallSeconds * 1_000;
}

/** Billable seconds of a call that is not short (domain.md §2 step 3). A call of no length has none. */
export function billableSeconds(ms: number, rounding: VoiceRounding): number {
	const { initialSeconds: initial, incrementSeconds: increment } = rounding;
	if (ms === 0) return 0;
	const beyond = ms - initial * 1_000;
	// Below 2^33 the float quotient of two whole numbers cannot round up or down to a whole number it is not.
	return beyond <= 0 ? initial : initial + Math.ceil(beyond / (increment * 1_000)) * increment;
}

/** Units of a call's billable seconds; `premium` is 0 or 1. */
export function callUnits(seconds: number, premium: number, tariff: Tariff): number {
	const units = seconds * (tariff.second[premium] as number);
	return tariff.rounding.wholeCreditsPerCall ? Math.ceil(units / UNITS_PER_CREDIT) * UNITS_PER_CREDIT : units;
}

/** Units of a chat's messages; `premium` is 0 or 1. */
export function chatUnits(messages: number, premium: number, tariff: Tariff): number {
	return messages * (tariff.message[premium] as number);
}

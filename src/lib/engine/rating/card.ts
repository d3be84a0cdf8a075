/** Kinds that every layer of the product uses, and the rate card as data (domain.md §1, §2; formats.md §4). */

export type Channel = 'chat' | 'voice';
export type InteractionClass = 'standard' | 'premium';
export type Licence = 'metered' | 'trial' | 'unlimited';

/** Decimal text of an amount of money, not negative, e.g. `"0.015"`. */
export type MoneyText = string;
/** `YYYY-MM-DD`: its first instant in the contract's zone. */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export type InstantText = string;

export interface ByClass {
	readonly standard: number;
	readonly premium: number;
}

export interface VoiceRounding {
	/** Calls shorter than this are non-billable; 0: no threshold. Whole seconds. */
	readonly shortCallSeconds: number;
	/** Least billable time of a call, whole seconds. */
	readonly initialSeconds: number;
	/** Beyond it, by started steps of this many seconds, at least 1. */
	readonly incrementSeconds: number;
	/** Round each call's credits up to a whole credit. */
	readonly wholeCreditsPerCall: boolean;
}

export interface Tier {
	/** Whole credits per cycle, at least 1. */
	readonly includedCredits: number;
	/** Per cycle, of the vendor's own plan; null: not entered, or it sells none. */
	readonly price: MoneyText | null;
	/**
	 * Credits of the card's tiers that are bought side by side in its place, one also twice; they add up to its own, and
	 * it costs what they cost (`tiers.ts`). Absent: one plan of the vendor's.
	 */
	readonly parts?: readonly number[];
}

/** One version of a rate card. Versions of a card share its id and differ in `effectiveFrom`. */
export interface RateCard {
	readonly model: 'credits';
	readonly id: string;
	readonly name: string;
	readonly source: string;
	readonly effectiveFrom: LocalDate;
	/** Of tier and overage prices; null: the contract's. */
	readonly currency: string | null;
	/** Credits per message, per billable minute; at most 3 decimals. */
	readonly rates: { readonly chat: ByClass; readonly voice: ByClass };
	readonly voiceRounding: VoiceRounding;
	readonly premiumAppliesToAllCalls: boolean;
	/** Ascending, no tier twice. */
	readonly tiers: readonly Tier[];
	readonly overagePricePerCredit: MoneyText | null;
	/** Overage credits are rounded up to whole blocks of this; null: not. */
	readonly overageBlockCredits: number | null;
}

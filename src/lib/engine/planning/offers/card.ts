import type { Channel, LocalDate, MoneyText, VoiceRounding } from '../../rating/card';

/** What is paid by the unit: `price` for each `block` of units beyond those `included` in a month. */
interface ByUnit {
	readonly price: MoneyText;
	/** units a price is for, started ones billed whole; null: one, of which a part costs its part */
	readonly block: number | null;
	/** units a month without a price of their own, of this channel */
	readonly included: number;
}

/** Covered by the card's fee, however much is used. */
export interface FlatCharge {
	readonly model: 'flat';
}

/** Customer messages of chats. */
export interface MessageCharge extends ByUnit {
	readonly model: 'message';
}

/** Minutes of calls, rounded call by call (domain.md §2 step 3). */
export interface MinuteCharge extends ByUnit, Omit<VoiceRounding, 'wholeCreditsPerCall'> {
	readonly model: 'minute';
}

/** Distinct cases of the channel in a month; an interaction without one is a case of its own. */
export interface CaseCharge extends ByUnit {
	readonly model: 'case';
}

/** Started sessions of so many minutes. How long a chat took is not in the data: it is one session (assumed). */
export interface SessionCharge extends ByUnit {
	readonly model: 'session';
	readonly minutes: number;
}

/** The share of the cases that the vendor's agent would resolve, which nobody but the user can say (assumed). */
export interface ResolutionCharge extends ByUnit {
	readonly model: 'resolution';
	/** at most 3 decimals */
	readonly resolvedPercent: number;
}

type OfEither = FlatCharge | CaseCharge | SessionCharge | ResolutionCharge;
export type ChatCharge = OfEither | MessageCharge;
export type VoiceCharge = OfEither | MinuteCharge;
export type Charge = ChatCharge | VoiceCharge;
export type ChargeModel = Charge['model'];

/** What another vendor asks for the same interactions: its price page, as someone read it. */
export interface OtherCard {
	readonly id: string;
	readonly name: string;
	/** where the prices stood */
	readonly source: string;
	/** when they were read there */
	readonly readAt: LocalDate;
	readonly currency: string;
	/** a month, whatever is used */
	readonly fee: MoneyText;
	/** null: the vendor does not take the channel */
	readonly chat: ChatCharge | null;
	readonly voice: VoiceCharge | null;
}

/** The channels in their order everywhere on a card. */
export const CHANNELS = ['chat', 'voice'] as const satisfies readonly Channel[];

/** A charge with a price by the unit. */
export type UnitCharge = Exclude<Charge, FlatCharge>;

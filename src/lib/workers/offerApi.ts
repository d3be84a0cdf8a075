/** The same usage under other vendors' cards; types only. Units as in api.ts; money before tax, past months' exact as text. */
import type { MoneyText } from '../engine/rating';
import type { OfferCost, OtherCard } from '../engine/planning/offers';
import type { Channel } from '../engine/rating/card';
import type { Cycle } from '../engine/time';
import type { HeldPlan, PlansAsk, SpreadView } from './api';

/** Counts of one charge by series, in MIX_KEYS' order; those of the other channel are 0. */
export type BySeries = readonly number[];

/** One whole past cycle under every card, exact. */
export interface OfferMonth {
	readonly cycle: Cycle;
	/** what the contract came to, its tax left out; null: no plan, or a price is missing */
	readonly contract: MoneyText | null;
	/** agents stood still in a part of it: demand was higher, unknown by how much */
	readonly censored: boolean;
	/** channels with interactions */
	readonly channels: readonly Channel[];
	/** by card, in the settings' order */
	readonly offers: readonly OfferCost[];
}

/** What one channel of one card counts of the running cycle, and what it counts beside credits. */
export interface OfferCounts {
	/** of the running cycle up to the as-of */
	readonly known: BySeries;
	/** of the last weeks, or of what is assumed */
	readonly recent: BySeries;
}

/** What past cycles came to under every card, and what the running one is counted with. */
export interface OffersUsage {
	/** whole past cycles, ascending */
	readonly months: readonly OfferMonth[];
	/** interactions outside the plan in them: left out, since they are no demand */
	readonly outside: number;
	/** by card; null: readings know of credits alone, or a part of it is kept as sums */
	readonly running: readonly Readonly<Record<Channel, OfferCounts | null>>[] | null;
	/** credits of the same stretch as `recent` */
	readonly recentCredits: BySeries;
	/** channels that are used */
	readonly channels: readonly Channel[];
}

export interface OffersAsk {
	readonly cards: readonly OtherCard[];
	readonly usage: Pick<OffersUsage, 'running' | 'recentCredits'>;
	readonly held: HeldPlan;
	readonly plans: PlansAsk;
}

/** What one channel is counted at in the running cycle, on average. */
export interface OfferChannel {
	readonly channel: Channel;
	/** in what the price is for */
	readonly units: number;
	readonly cost: number;
}

/** The running cycle under one card, on the courses of its forecast. */
export interface OfferView {
	/** null: something that is charged for is not known */
	readonly cost: SpreadView | null;
	/** of channels with a price by the unit whose count is known */
	readonly channels: readonly OfferChannel[];
}

export interface OffersView {
	readonly cycle: Cycle;
	/** the contract's plan; null: none is held, or a price is missing */
	readonly contract: SpreadView | null;
	/** by card, in the order asked */
	readonly offers: readonly OfferView[];
}

import type { Channel, InstantText, InteractionClass, Licence, LocalDate, MoneyText } from './card';

/** One entry of the agent register (formats.md §2). Agent, entity and channel together are its key. */
export interface RegisterEntry {
	readonly agent: string;
	/** null: all of the agent's */
	readonly entity: string | null;
	/** null: both */
	readonly channel: Channel | null;
	readonly class: InteractionClass | null;
	readonly licence: Licence | null;
	/** null: its first interaction */
	readonly activatedAt: InstantText | LocalDate | null;
	readonly deactivatedAt: InstantText | LocalDate | null;
	/** Of 24 h; null: 30 */
	readonly trialDays: number | null;
	/** null: 5,000 */
	readonly trialCredits: number | null;
	readonly engagementOpenPercent: number | null;
	readonly engagementClosedPercent: number | null;
	/** The vendor's figure, shown only. */
	readonly priceCredits: number | null;
	/** Money in the contract's currency. */
	readonly pricePerCycle: MoneyText | null;
	readonly tags: Readonly<Record<string, string>>;
}

/** An entry that says nothing but whose it is. */
export const blankEntry = (agent: string): RegisterEntry => ({
	agent,
	entity: null,
	channel: null,
	class: null,
	licence: null,
	activatedAt: null,
	deactivatedAt: null,
	trialDays: null,
	trialCredits: null,
	engagementOpenPercent: null,
	engagementClosedPercent: null,
	priceCredits: null,
	pricePerCycle: null,
	tags: {}
});

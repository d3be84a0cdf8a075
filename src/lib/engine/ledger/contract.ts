import type { InstantText, LocalDate, MoneyText } from '../rating/card';
import type { Country } from '../time';

export type Overage = 'off' | 'on' | 'capped';

/** From an instant on, another tier, overage policy or cap. */
export interface ContractChange {
	readonly at: InstantText | LocalDate;
	readonly tier?: number;
	readonly overage?: Overage;
	readonly overageCapCredits?: number;
}

export interface OneOffFee {
	readonly name: string;
	readonly amount: MoneyText | null;
	readonly date: LocalDate;
}

/** What a customer has agreed (domain.md §3, §4; formats.md §4), every default filled in. */
export interface Contract {
	readonly rateCardId: string;
	/** includedCredits of a tier of the card; null: none chosen */
	readonly tier: number | null;
	readonly overage: Overage;
	/** Per cycle; needed by `capped`; 0 acts as `off`. */
	readonly overageCapCredits: number | null;
	/** Fate of the interaction that crosses a limit. */
	readonly atExhaustion: 'cut' | 'finish';
	readonly upgradeCredits: 'replace' | 'add';
	readonly upgradePrice: 'new' | 'prorata' | 'both';
	readonly changes: readonly ContractChange[];
	/** IANA name; cuts days and cycles. */
	readonly timeZone: string;
	/** Whose public holidays the forecast knows; null: none. */
	readonly country: Country | null;
	/** 1–31, clamped to the month's last day. */
	readonly cycleAnchorDay: number;
	/** ISO 4217 */
	readonly currency: string;
	readonly extraAgentPrice: MoneyText | null;
	/** null: agents cost nothing */
	readonly includedAgents: number | null;
	readonly taxPercent: number;
	readonly oneOffFees: readonly OneOffFee[];
	readonly termMonths: number | null;
	readonly termStart: LocalDate | null;
	/** Stretches the user marks as stopped: missing data, not low demand. */
	readonly censored: readonly { readonly from: InstantText; readonly to: InstantText }[];
}

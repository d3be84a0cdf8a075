import { focusCharges, type FocusCharges, type FocusInput, type FocusUsage } from '$lib/engine/focus';
import { costOf, LedgerMachine, type Contract, type LedgerTerms } from '$lib/engine/ledger';
import { NET2PHONE, UNITS_PER_CREDIT, type RateCard, type RegisterEntry } from '$lib/engine/rating';
import { DAY_MS, UTC } from '$lib/engine/time';
import { CONTRACT } from '../../support/rows';
import { termsFor } from '../ledger/support';

export const APRIL = { start: Date.UTC(2025, 3, 1), end: Date.UTC(2025, 4, 1) };

export const CARD: RateCard = {
	...NET2PHONE,
	tiers: [{ includedCredits: 20_000, price: '300' }]
};

/** Usage on the first day; units follow from the rates unless they are given. */
export function used(given: Partial<FocusUsage> = {}): FocusUsage {
	const row = {
		day: { start: APRIL.start, end: APRIL.start + DAY_MS },
		agent: 'Ava',
		entity: 'Sales',
		voice: false,
		premium: false,
		licence: 'metered' as const,
		card: CARD,
		quantity: 0,
		seconds: 0,
		interactions: 1,
		nonBillable: 0,
		...given
	};
	const rate = row.card.rates[row.voice ? 'voice' : 'chat'][row.premium ? 'premium' : 'standard'];
	const amount = row.voice ? row.seconds / 60 : row.quantity;
	return { units: Math.round(amount * rate * UNITS_PER_CREDIT), ...row };
}

export interface Given {
	readonly card?: RateCard;
	readonly contract?: Partial<Contract>;
	readonly terms?: Partial<LedgerTerms>;
	readonly agents?: number;
	readonly licences?: readonly RegisterEntry[];
	readonly focus?: Partial<FocusInput>;
}

/** The charges of April under a contract, with its own ledger over the metered usage. */
export function charges(usage: readonly FocusUsage[], given: Given = {}): FocusCharges & { total: string } {
	const { card = CARD, agents = 1, licences = [] } = given;
	const contract = { ...CONTRACT, ...given.contract };
	const tier = card.tiers[0]?.includedCredits as number;
	const machine = new LedgerMachine(termsFor({ cycle: APRIL, tier, ...given.terms }));
	for (const { licence, day, units } of usage) if (licence === 'metered') machine.draw(day.start, 0, units);
	const ledger = machine.finish();
	const cost = costOf({
		contract,
		zone: UTC,
		cycle: APRIL,
		card,
		held: ledger.held,
		overageUnits: ledger.overage,
		agents,
		licences
	});
	const input: FocusInput = {
		account: { id: 'w1', name: 'Acme' },
		contract,
		card,
		cycle: APRIL,
		ledger,
		cost,
		agents,
		usage,
		tags: () => ({}),
		version: '1.2',
		strict: false,
		...given.focus
	};
	return { ...focusCharges(input), total: cost.total as string };
}

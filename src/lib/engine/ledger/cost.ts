import {
	add,
	decimal,
	moneyText,
	multiply,
	ratio,
	roundHalfEven,
	subtract,
	toMinor,
	ZERO,
	type Ratio
} from '../money';
import type { MoneyText, RateCard } from '../rating/card';
import { UNITS_PER_CREDIT } from '../rating/credits';
import type { RegisterEntry } from '../rating/register';
import { tierPrice } from '../rating/tiers';
import { parseDay, startOfDay, type Cycle, type ZoneTable } from '../time';
import type { Contract } from './contract';
import type { HeldTier } from './machine';

export type CostLineKind = 'tier' | 'overage' | 'extraAgents' | 'licence' | 'oneOffFee' | 'tax';
export type MissingPrice = 'tierPrice' | 'overagePrice' | 'extraAgentPrice' | 'oneOffFee' | 'cardCurrency';

export interface CostLine {
	readonly kind: CostLineKind;
	/** agent of a licence, name of a fee */
	readonly name?: string;
	/** money with exactly the currency's decimals */
	readonly amount: MoneyText;
}

/** COST of formats.md §5. */
export interface Cost {
	readonly currency: string;
	/** null while a price is missing */
	readonly total: MoneyText | null;
	/** in the order of the kinds; none without a total */
	readonly lines: readonly CostLine[];
	/** each once, in the order of the lines */
	readonly missing: readonly MissingPrice[];
}

/** What a cycle's cost depends on beside the contract. */
export interface CostInput {
	readonly contract: Contract;
	readonly zone: ZoneTable;
	readonly cycle: Cycle;
	/** the version in force when the cycle starts */
	readonly card: RateCard;
	/** tiers held, the first from the cycle's start */
	readonly held: readonly HeldTier[];
	readonly overageUnits: number;
	/** distinct agents of the cycle */
	readonly agents: number;
	/** register entries in force in the cycle */
	readonly licences: readonly RegisterEntry[];
}

/** A line before rounding, or the price it lacks. */
type Draft =
	| { readonly kind: CostLineKind; readonly name?: string; readonly amount: Ratio }
	| { readonly missing: MissingPrice };

/** Price of a cycle in which several tiers were held, from their prices (domain.md §4, "Upgrade"). */
export function upgradedPrice(
	how: Contract['upgradePrice'],
	cycle: Cycle,
	held: readonly HeldTier[],
	prices: readonly Ratio[]
): Ratio {
	const last = prices[prices.length - 1] as Ratio;
	switch (how) {
		case 'new':
			return last;
		case 'both':
			return prices.reduce(add, ZERO);
		case 'prorata': {
			const whole = cycle.end - cycle.start;
			return prices.reduce((sum, price, k) => {
				if (k === 0) return price;
				const left = cycle.end - (held[k] as HeldTier).at;
				return add(sum, multiply(subtract(price, prices[k - 1] as Ratio), ratio(left, whole)));
			}, ZERO);
		}
	}
}

/** Credits that are billed for some overage: whole blocks of N where the card sells blocks. */
export function billedOverage(units: number, blockCredits: number | null): Ratio {
	if (blockCredits === null) return ratio(units, UNITS_PER_CREDIT);
	const block = BigInt(blockCredits) * BigInt(UNITS_PER_CREDIT);
	return ratio(((BigInt(units) + block - 1n) / block) * BigInt(blockCredits));
}

function tierDraft({ contract, cycle, card, held }: CostInput): Draft {
	// Only the prices that the setting asks for are needed.
	const needed = contract.upgradePrice === 'new' ? held.slice(-1) : held;
	const prices = needed.map(({ tier }) => tierPrice(card.tiers, tier));
	if (prices.some((price) => price === null)) return { missing: 'tierPrice' };
	if (isForeign(card, contract)) return { missing: 'cardCurrency' };
	const known = prices.map((price) => decimal(price as MoneyText));
	return { kind: 'tier', amount: upgradedPrice(contract.upgradePrice, cycle, needed, known) };
}

function overageDraft({ contract, card, overageUnits }: CostInput): Draft[] {
	if (overageUnits === 0) return [];
	if (card.overagePricePerCredit === null) return [{ missing: 'overagePrice' }];
	if (isForeign(card, contract)) return [{ missing: 'cardCurrency' }];
	const billed = billedOverage(overageUnits, card.overageBlockCredits);
	return [{ kind: 'overage', amount: multiply(billed, decimal(card.overagePricePerCredit)) }];
}

function extraAgentsDraft({ contract, agents }: CostInput): Draft[] {
	const { includedAgents, extraAgentPrice } = contract;
	const extra = includedAgents === null ? 0 : Math.max(0, agents - includedAgents);
	if (extra === 0) return [];
	if (extraAgentPrice === null) return [{ missing: 'extraAgentPrice' }];
	return [{ kind: 'extraAgents', amount: multiply(ratio(extra), decimal(extraAgentPrice)) }];
}

function licenceDrafts({ licences }: CostInput): Draft[] {
	return licences.flatMap(({ agent, pricePerCycle }): Draft[] =>
		pricePerCycle === null ? [] : [{ kind: 'licence', name: agent, amount: decimal(pricePerCycle) }]
	);
}

function feeDrafts({ contract, zone, cycle }: CostInput): Draft[] {
	return contract.oneOffFees.flatMap(({ name, amount, date }): Draft[] => {
		const day = parseDay(date);
		const at = day === null ? NaN : startOfDay(zone, day);
		if (!(at >= cycle.start && at < cycle.end)) return [];
		return [
			amount === null ? { missing: 'oneOffFee' } : { kind: 'oneOffFee', name, amount: decimal(amount) }
		];
	});
}

/** Prices of a card in another currency than the contract's are missing prices: currencies are never summed. */
function isForeign(card: RateCard, contract: Contract): boolean {
	return card.currency !== null && card.currency !== contract.currency;
}

/**
 * Cost of a cycle in lines (domain.md §4): each is exact until its one rounding, half-even to the currency's minor
 * unit; tax is on the sum of the rounded lines. A line that comes to nothing, because no credits, agents or fees are
 * there, needs no price and is left out.
 */
export function costOf(input: CostInput): Cost {
	const { currency, taxPercent } = input.contract;
	const drafts = [
		tierDraft(input),
		...overageDraft(input),
		...extraAgentsDraft(input),
		...licenceDrafts(input),
		...feeDrafts(input)
	];
	const missing = drafts.flatMap((draft) => ('missing' in draft ? [draft.missing] : []));
	if (missing.length > 0) return { currency, total: null, lines: [], missing: [...new Set(missing)] };

	const lines: CostLine[] = [];
	let total = 0n;
	const put = (kind: CostLineKind, minor: bigint, name?: string) => {
		total += minor;
		lines.push({ kind, ...(name === undefined ? {} : { name }), amount: moneyText(minor, currency) });
	};
	for (const draft of drafts) {
		if (!('missing' in draft)) put(draft.kind, toMinor(draft.amount, currency), draft.name);
	}
	if (taxPercent !== 0) {
		// The sum is in minor units already, so the tax is rounded to whole ones. Percentages have 3 decimals.
		const tax = ratio(total * BigInt(Math.round(taxPercent * 1_000)), 100_000n);
		put('tax', roundHalfEven(tax, 0));
	}
	return { currency, total: moneyText(total, currency), lines, missing: [] };
}

/**
 * The charges of one billing cycle as rows of FOCUS. Credits are a currency of the vendor's: they are bought (a plan,
 * overage) and used up (usage), as in the specification's examples of virtual currencies. What is bought has no
 * effective cost; the usage that draws on it carries all that was paid, so that both costs add up to the same invoice.
 */
import { billedOverage, type Contract, type Cost, type CostLine, type LedgerResult } from '../ledger';
import { decimal, divide, minorDecimals, moneyText, ratio, type Ratio } from '../money';
import { UNITS_PER_CREDIT, type RateCard } from '../rating';
import { formatInstant, type Cycle } from '../time';
import { orNull, type FocusRow, type FocusVersion } from './columns';
import { asciiRow, PRICED_IN, PRICED_IN_STRICT } from './strict';
import { carried } from './carried';
import { decimalText, ends, productText } from './decimals';
import { usageRow } from './usageRow';
import type { FocusUsage } from './usage';

export interface FocusInput {
	/** who is billed */
	readonly account: { readonly id: string; readonly name: string };
	readonly contract: Contract;
	/** the version in force when the cycle starts */
	readonly card: RateCard;
	readonly cycle: Cycle;
	/** of the contract itself */
	readonly ledger: LedgerResult;
	/** with every price known */
	readonly cost: Cost;
	/** distinct agents of the cycle */
	readonly agents: number;
	readonly usage: readonly FocusUsage[];
	/** tags of the register entry that names it */
	readonly tags: (row: FocusUsage) => Readonly<Record<string, string>>;
	readonly version: FocusVersion;
	/** the pricing currency as three letters and every text in ASCII, for tools that take nothing else */
	readonly strict: boolean;
}

export interface FocusCharges {
	readonly rows: readonly FocusRow[];
	/** what was paid though nothing was used: no row carries it as effective cost; null: all is carried */
	readonly uncarried: string | null;
}

/** `YYYY-MM-DDTHH:mm:ssZ`: cycles and days begin on whole seconds. */
const instantText = (instant: number): string => `${formatInstant(instant).slice(0, 19)}Z`;

/** Cells that every row has. */
function commonCells({ account, contract, card, cycle, version }: FocusInput): FocusRow {
	const since13 = version === '1.3' ? card.name : null;
	return {
		BilledCost: '0',
		BillingAccountId: account.id,
		// A workspace that was never named has none.
		BillingAccountName: account.name.trim() || account.id,
		BillingCurrency: contract.currency,
		BillingPeriodEnd: instantText(cycle.end),
		BillingPeriodStart: instantText(cycle.start),
		ChargeCategory: null,
		ChargeClass: null,
		ChargeDescription: null,
		ChargeFrequency: null,
		ChargePeriodEnd: instantText(cycle.end),
		ChargePeriodStart: instantText(cycle.start),
		ConsumedQuantity: null,
		ConsumedUnit: null,
		ContractedCost: null,
		ContractedUnitPrice: null,
		EffectiveCost: '0',
		HostProviderName: since13,
		InvoiceId: null,
		InvoiceIssuerName: card.name,
		ListCost: null,
		ListUnitPrice: null,
		PricingCategory: null,
		PricingCurrency: contract.currency,
		PricingCurrencyContractedUnitPrice: null,
		PricingCurrencyEffectiveCost: '0',
		PricingCurrencyListUnitPrice: null,
		PricingQuantity: null,
		PricingUnit: null,
		ProviderName: card.name,
		PublisherName: card.name,
		ResourceId: null,
		ResourceName: null,
		ResourceType: null,
		ServiceCategory: 'AI and Machine Learning',
		ServiceName: card.name,
		ServiceProviderName: since13,
		ServiceSubcategory: 'Bots',
		SkuId: null,
		SkuMeter: null,
		SkuPriceDetails: null,
		SkuPriceId: null,
		SubAccountId: null,
		SubAccountName: null,
		Tags: null,
		x_Interactions: null,
		x_Licence: null,
		x_NonBillableCalls: null,
		x_UnservedCredits: null,
		x_UnusedCredits: null
	};
}

/** What was bought: how many of a unit at which price. */
interface Bought {
	readonly says: string;
	readonly once: boolean;
	readonly quantity: string;
	readonly unit: string;
	readonly price: string;
	/** its SKU, and of a plan which one */
	readonly sku: string;
	readonly tier?: string;
	readonly agent?: string;
}

const credits = (units: number): string => decimalText(ratio(units, UNITS_PER_CREDIT));

/** A plan's credits at their price each, where that ends; else one month at the fee. */
function planBought(amount: string, granted: number): Bought {
	const quantity = credits(granted);
	const each = divide(decimal(amount), ratio(granted, UNITS_PER_CREDIT));
	return {
		says: `Plan with ${quantity} credits`,
		once: false,
		...(ends(each)
			? { quantity, unit: 'Credits', price: decimalText(each) }
			: { quantity: '1', unit: 'Months', price: amount }),
		sku: 'Plan',
		tier: quantity
	};
}

function bought(
	{ kind, name = '', amount }: CostLine,
	{ contract, card, ledger, agents }: FocusInput
): Bought {
	const one = { quantity: '1', price: amount };
	switch (kind) {
		case 'overage': {
			const billed = billedOverage(ledger.overage, card.overageBlockCredits);
			const price = decimalText(decimal(card.overagePricePerCredit ?? '0'));
			const quantity = decimalText(billed);
			return { says: 'Overage credits', once: true, quantity, unit: 'Credits', price, sku: 'Overage' };
		}
		case 'extraAgents': {
			const quantity = String(agents - (contract.includedAgents ?? 0));
			const price = decimalText(decimal(contract.extraAgentPrice ?? '0'));
			return { says: 'Additional agents', once: false, quantity, unit: 'Months', price, sku: 'Agents' };
		}
		case 'licence':
			return { says: `Licence of ${name}`, once: false, ...one, unit: 'Months', sku: 'Licence', agent: name };
		case 'oneOffFee':
			return { says: name || 'One-off fee', once: true, ...one, unit: 'Units', sku: 'Fee' };
		default:
			return planBought(amount, ledger.granted);
	}
}

function purchaseRow(line: CostLine, input: FocusInput, common: FocusRow): FocusRow {
	const { says, once, quantity, unit, price, sku, tier, agent = '' } = bought(line, input);
	const cost = productText(price, quantity);
	const id = `${input.card.id}/${sku}`;
	const resource = orNull(agent);
	return {
		...common,
		BilledCost: line.amount,
		ChargeCategory: 'Purchase',
		ChargeDescription: says,
		ChargeFrequency: once ? 'One-Time' : 'Recurring',
		ContractedCost: cost,
		ContractedUnitPrice: price,
		ListCost: cost,
		ListUnitPrice: price,
		PricingCategory: 'Standard',
		PricingCurrencyContractedUnitPrice: price,
		PricingCurrencyListUnitPrice: price,
		PricingQuantity: quantity,
		PricingUnit: unit,
		ResourceId: resource,
		ResourceName: resource,
		ResourceType: resource && 'AI Agent',
		SkuId: id,
		SkuMeter: sku,
		SkuPriceId: tier === undefined ? id : `${id}/${tier}`,
		...(line.kind === 'tier'
			? { x_UnservedCredits: credits(input.ledger.unserved), x_UnusedCredits: credits(input.ledger.expired) }
			: {})
	};
}

/** Tax has a cost and no price; what it is on has no other row. */
function taxRow({ amount }: CostLine, { contract }: FocusInput, common: FocusRow): FocusRow {
	return {
		...common,
		BilledCost: amount,
		ChargeCategory: 'Tax',
		ChargeDescription: `Tax of ${contract.taxPercent} %`,
		ChargeFrequency: 'Recurring',
		ContractedCost: amount,
		EffectiveCost: amount,
		ListCost: amount,
		PricingCurrencyEffectiveCost: amount
	};
}

/** What one credit of the plan costs, by its invoice line: the list price of all that is priced in credits. */
function moneyPerCredit({ cost, ledger }: FocusInput): Ratio {
	const tier = cost.lines.find(({ kind }) => kind === 'tier');
	return divide(decimal(tier?.amount ?? '0'), ratio(ledger.granted, UNITS_PER_CREDIT));
}

/**
 * All rows of a cycle: what was bought in the order of the invoice's lines, usage by day, tax. Billed cost adds up to
 * the invoice, to the last minor unit; so does effective cost, by largest remainders, wherever anything was used.
 */
export function focusCharges(input: FocusInput): FocusCharges {
	const { contract, cost, usage } = input;
	const common = commonCells(input);
	const perCredit = moneyPerCredit(input);
	const { effective, uncarried } = carried(cost, usage, minorDecimals(contract.currency));
	const rows: FocusRow[] = [];
	for (const line of cost.lines) if (line.kind !== 'tax') rows.push(purchaseRow(line, input, common));
	for (const [k, one] of usage.entries()) {
		const period = {
			ChargePeriodStart: instantText(one.day.start),
			ChargePeriodEnd: instantText(one.day.end)
		};
		const pricedIn = input.strict ? PRICED_IN_STRICT : PRICED_IN;
		rows.push({
			...common,
			...period,
			...usageRow(one, perCredit, input.tags(one)),
			EffectiveCost: effective[k] as string,
			PricingCurrency: pricedIn
		});
	}
	for (const line of cost.lines) if (line.kind === 'tax') rows.push(taxRow(line, input, common));
	return {
		rows: input.strict ? rows.map(asciiRow) : rows,
		uncarried: uncarried === 0n ? null : moneyText(uncarried, contract.currency)
	};
}

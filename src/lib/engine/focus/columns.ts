/** Columns of a FOCUS file (focus.finops.org) as this product writes them, and what their cells hold. */

export type FocusVersion = '1.2' | '1.3';

/** What a cell holds beside null: every cell is text, as it stands in a CSV file. */
export type FocusKind = 'text' | 'decimal' | 'instant' | 'keyValue';

/** In the order they are written: FOCUS columns by name, then ours. */
const KINDS = {
	BilledCost: 'decimal',
	BillingAccountId: 'text',
	BillingAccountName: 'text',
	BillingCurrency: 'text',
	BillingPeriodEnd: 'instant',
	BillingPeriodStart: 'instant',
	ChargeCategory: 'text',
	ChargeClass: 'text',
	ChargeDescription: 'text',
	ChargeFrequency: 'text',
	ChargePeriodEnd: 'instant',
	ChargePeriodStart: 'instant',
	ConsumedQuantity: 'decimal',
	ConsumedUnit: 'text',
	ContractedCost: 'decimal',
	ContractedUnitPrice: 'decimal',
	EffectiveCost: 'decimal',
	HostProviderName: 'text',
	InvoiceId: 'text',
	InvoiceIssuerName: 'text',
	ListCost: 'decimal',
	ListUnitPrice: 'decimal',
	PricingCategory: 'text',
	PricingCurrency: 'text',
	PricingCurrencyContractedUnitPrice: 'decimal',
	PricingCurrencyEffectiveCost: 'decimal',
	PricingCurrencyListUnitPrice: 'decimal',
	PricingQuantity: 'decimal',
	PricingUnit: 'text',
	ProviderName: 'text',
	PublisherName: 'text',
	ResourceId: 'text',
	ResourceName: 'text',
	ResourceType: 'text',
	ServiceCategory: 'text',
	ServiceName: 'text',
	ServiceProviderName: 'text',
	ServiceSubcategory: 'text',
	SkuId: 'text',
	SkuMeter: 'text',
	SkuPriceDetails: 'keyValue',
	SkuPriceId: 'text',
	SubAccountId: 'text',
	SubAccountName: 'text',
	Tags: 'keyValue',
	x_Interactions: 'decimal',
	x_Licence: 'text',
	x_NonBillableCalls: 'decimal',
	x_UnservedCredits: 'decimal',
	x_UnusedCredits: 'decimal'
} as const satisfies Record<string, FocusKind>;

export type FocusColumn = keyof typeof KINDS;
export type FocusRow = Readonly<Record<FocusColumn, string | null>>;

/** Columns that 1.3 brought; the two it means to drop, ProviderName and PublisherName, stay beside them. */
const SINCE_1_3: readonly FocusColumn[] = ['HostProviderName', 'ServiceProviderName'];

/** The columns of a file of some version, in order. */
export function focusColumns(version: FocusVersion): FocusColumn[] {
	const all = Object.keys(KINDS) as FocusColumn[];
	return version === '1.2' ? all.filter((name) => !SINCE_1_3.includes(name)) : all;
}

export const kindOf = (column: FocusColumn): FocusKind => KINDS[column];

/** A text that may not be known: null is an empty cell, and nothing else is. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

import type { FocusColumn, FocusVersion } from './columns';

/** Demands that need no more than their name. */
type PlainDemand =
	| 'present'
	| 'notNull'
	| 'null'
	| 'text'
	| 'string'
	| 'decimal'
	| 'numeric'
	| 'instant'
	| 'utc'
	| 'unit'
	| 'keyValue'
	| 'notNegative'
	| 'currency'
	| 'nationalCurrency'
	| 'pricingCurrency';

/** What a rule asks of a cell; the words for it are in i18n. */
export type FocusDemand =
	| { readonly kind: PlainDemand }
	| { readonly kind: 'oneOf'; readonly values: readonly string[] }
	| { readonly kind: 'is' | 'isNot'; readonly value: string }
	/** price × PricingQuantity is the cost */
	| { readonly kind: 'product'; readonly price: FocusColumn; readonly cost: FocusColumn }
	/** each value of this column has one value of another */
	| { readonly kind: 'one'; readonly other: FocusColumn }
	| { readonly kind: 'after'; readonly other: FocusColumn };

/** Where a rule counts: null is everywhere. */
export type FocusWhen =
	| { readonly kind: 'category'; readonly of: readonly string[] }
	| { readonly kind: 'notCategory'; readonly of: readonly string[] }
	| { readonly kind: 'isNull' | 'isKnown'; readonly column: FocusColumn }
	/** two columns differ */
	| { readonly kind: 'differ'; readonly columns: readonly [FocusColumn, FocusColumn] };

export interface FocusRule {
	/** as the specification's model 1.2 numbers it; else column and attribute */
	readonly id: string;
	readonly column: FocusColumn;
	readonly demand: FocusDemand;
	readonly when: FocusWhen | null;
	/** false: recommended */
	readonly must: boolean;
}

const TAX: FocusWhen = { kind: 'category', of: ['Tax'] };
const BOUGHT: FocusWhen = { kind: 'category', of: ['Usage', 'Purchase'] };
const isNull = (column: FocusColumn): FocusWhen => ({ kind: 'isNull', column });
const isKnown = (column: FocusColumn): FocusWhen => ({ kind: 'isKnown', column });

type Entry = readonly [suffix: string, demand: PlainDemand | FocusDemand, when?: FocusWhen];

/** Rules of one column. The last letter of the number says how binding: O is a recommendation. */
const of = (column: FocusColumn, ...entries: readonly Entry[]): FocusRule[] =>
	entries.map(([suffix, demand, when = null]) => ({
		id: /^\d/.test(suffix) ? `${column}-C-${suffix}` : `${column}: ${suffix}`,
		column,
		demand: typeof demand === 'string' ? { kind: demand } : demand,
		when,
		must: !suffix.endsWith('-O')
	}));

const present = (number: string, column: FocusColumn): FocusRule => ({
	id: `CostAndUsage-D-${number}`,
	column,
	demand: { kind: 'present' },
	when: null,
	must: !number.endsWith('-O')
});

const PRESENT: readonly FocusRule[] = [
	present('004-C', 'ListUnitPrice'),
	present('005-M', 'BillingAccountName'),
	present('006-M', 'BilledCost'),
	present('008-M', 'ChargeCategory'),
	present('009-M', 'BillingPeriodStart'),
	present('010-M', 'BillingPeriodEnd'),
	present('011-C', 'ConsumedQuantity'),
	present('019-C', 'SubAccountId'),
	present('021-M', 'PublisherName'),
	present('022-C', 'PricingCategory'),
	present('023-M', 'InvoiceIssuerName'),
	present('024-M', 'BillingAccountId'),
	present('025-M', 'ChargeDescription'),
	present('026-M', 'ChargeClass'),
	present('027-O', 'ChargeFrequency'),
	present('028-M', 'ChargePeriodEnd'),
	present('029-C', 'SubAccountName'),
	present('030-M', 'ContractedCost'),
	present('031-M', 'EffectiveCost'),
	present('032-M', 'ListCost'),
	present('033-O', 'InvoiceId'),
	present('034-C', 'ContractedUnitPrice'),
	present('035-M', 'BillingCurrency'),
	present('036-M', 'PricingQuantity'),
	present('037-M', 'ChargePeriodStart'),
	present('038-M', 'ProviderName'),
	present('039-C', 'ResourceType'),
	present('040-M', 'ServiceCategory'),
	present('041-M', 'ServiceName'),
	present('042-O', 'ServiceSubcategory'),
	present('043-C', 'ResourceId'),
	present('044-C', 'ResourceName'),
	present('045-C', 'PricingCurrency'),
	present('047-C', 'PricingCurrencyContractedUnitPrice'),
	present('051-C', 'PricingCurrencyEffectiveCost'),
	present('055-C', 'PricingCurrencyListUnitPrice'),
	present('058-C', 'SkuPriceId'),
	present('059-C', 'SkuMeter'),
	present('060-C', 'SkuId'),
	present('061-C', 'SkuPriceDetails'),
	present('064-C', 'Tags'),
	present('066-C', 'ConsumedUnit'),
	present('068-M', 'PricingUnit')
];

const name = (column: FocusColumn) => of(column, ['001-M', 'text'], ['002-M', 'string']);
const party = (column: FocusColumn) => [...name(column), ...of(column, ['003-M', 'notNull'])];
const bound = (column: FocusColumn) =>
	of(column, ['001-M', 'instant'], ['002-M', 'utc'], ['003-M', 'notNull']);
const amount = (column: FocusColumn) => of(column, ['001-M', 'decimal'], ['002-M', 'numeric']);
/** Not of tax, but of whatever is used or bought. */
const priced = (column: FocusColumn, none: string, needed: string) =>
	of(column, [none, 'null', TAX], [needed, 'notNull', BOUGHT]);

const SERVICES =
	'AI and Machine Learning|Analytics|Business Applications|Compute|Databases|Developer Tools|Multicloud|Identity|Integration|Internet of Things|Management and Governance|Media|Migration|Mobile|Networking|Security|Storage|Web|Other'.split(
		'|'
	);
/** Of the one category that is written. */
const SUBCATEGORIES =
	'AI Platforms|Bots|Generative AI|Machine Learning|Natural Language Processing|Other (AI and Machine Learning)'.split(
		'|'
	);

const COLUMNS: readonly FocusRule[] = [
	...of(
		'BilledCost',
		['001-M', 'notNull'],
		['002-M', 'decimal'],
		['003-M', 'numeric'],
		['004-C', { kind: 'is', value: '0' }, { kind: 'differ', columns: ['ProviderName', 'InvoiceIssuerName'] }]
	),
	...of('BillingAccountId', ['001-M', 'notNull'], ['002-M', 'text'], ['003-M', 'string']),
	...name('BillingAccountName'),
	...of('BillingAccountName', ['003-C', 'notNull']),
	...of(
		'BillingCurrency',
		['001-M', 'text'],
		['002-M', 'string'],
		['003-M', 'currency'],
		['004-M', 'notNull'],
		['006-M', 'nationalCurrency']
	),
	...bound('BillingPeriodEnd'),
	...bound('BillingPeriodStart'),
	...of(
		'ChargeCategory',
		['001-M', 'text'],
		['002-M', 'notNull'],
		['003-M', { kind: 'oneOf', values: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] }]
	),
	...of('ChargeClass', ['001-M', 'text'], ['005-C', { kind: 'oneOf', values: ['Correction'] }]),
	...name('ChargeDescription'),
	...of('ChargeDescription', ['003-O', 'notNull']),
	...of(
		'ChargeFrequency',
		['001-M', 'text'],
		['002-M', 'notNull'],
		['003-M', { kind: 'oneOf', values: ['One-Time', 'Recurring', 'Usage-Based'] }],
		['004-C', { kind: 'isNot', value: 'Usage-Based' }, { kind: 'category', of: ['Purchase'] }]
	),
	...bound('ChargePeriodEnd'),
	...of('ChargePeriodEnd', ['order', { kind: 'after', other: 'ChargePeriodStart' }]),
	...bound('ChargePeriodStart'),
	...amount('ConsumedQuantity'),
	...of(
		'ConsumedQuantity',
		['004-C', 'null', { kind: 'notCategory', of: ['Usage'] }],
		['nullability', 'notNull', { kind: 'category', of: ['Usage'] }]
	),
	...name('ConsumedUnit'),
	...of(
		'ConsumedUnit',
		['003-O', 'unit'],
		['004-C', 'null', isNull('ConsumedQuantity')],
		['005-C', 'notNull', isKnown('ConsumedQuantity')]
	),
	...amount('ContractedCost'),
	...of('ContractedCost', ['003-M', 'notNull'], ['004-M', 'decimal']),
	...of('ContractedUnitPrice', ['002-M', 'decimal'], ['003-M', 'numeric']),
	...priced('ContractedUnitPrice', '005-C', '006-C'),
	...of(
		'ContractedUnitPrice',
		['009-C', 'notNegative'],
		[
			'011-C',
			{ kind: 'product', price: 'ContractedUnitPrice', cost: 'ContractedCost' },
			isKnown('PricingQuantity')
		]
	),
	...amount('EffectiveCost'),
	...of(
		'EffectiveCost',
		['003-M', 'notNull'],
		['005-C', { kind: 'is', value: '0' }, { kind: 'category', of: ['Purchase'] }]
	),
	...name('InvoiceId'),
	...party('InvoiceIssuerName'),
	...amount('ListCost'),
	...of(
		'ListCost',
		['003-M', 'notNull'],
		['004-M', 'decimal'],
		['009-C', { kind: 'product', price: 'ListUnitPrice', cost: 'ListCost' }, isKnown('ListUnitPrice')]
	),
	...amount('ListUnitPrice'),
	...priced('ListUnitPrice', '004-C', '005-C'),
	...of(
		'ListUnitPrice',
		['008-M', 'notNegative'],
		['010-C', { kind: 'product', price: 'ListUnitPrice', cost: 'ListCost' }, isKnown('ListUnitPrice')]
	),
	...of('PricingCategory', ['001-M', 'text']),
	...priced('PricingCategory', '003-C', '004-C'),
	...of('PricingCategory', [
		'007-M',
		{ kind: 'oneOf', values: ['Standard', 'Committed', 'Dynamic', 'Other'] }
	]),
	...name('PricingCurrency'),
	...of('PricingCurrency', ['003-M', 'pricingCurrency'], ['004-M', 'notNull']),
	...amount('PricingCurrencyContractedUnitPrice'),
	...amount('PricingCurrencyEffectiveCost'),
	...of('PricingCurrencyEffectiveCost', ['003-M', 'notNull']),
	...amount('PricingCurrencyListUnitPrice'),
	...priced('PricingCurrencyListUnitPrice', '004-C', '005-C'),
	...of('PricingCurrencyListUnitPrice', ['008-M', 'notNegative']),
	...amount('PricingQuantity'),
	...priced('PricingQuantity', '004-C', '005-C'),
	...of('PricingQuantity', ['008-M', 'decimal']),
	...name('PricingUnit'),
	...of(
		'PricingUnit',
		['003-O', 'unit'],
		['005-C', 'null', isNull('PricingQuantity')],
		['006-C', 'notNull', isKnown('PricingQuantity')]
	),
	...party('ProviderName'),
	...party('PublisherName'),
	...name('ResourceId'),
	...name('ResourceName'),
	...name('ResourceType'),
	...of('ResourceType', ['004-C', 'null', isNull('ResourceId')], ['005-C', 'notNull', isKnown('ResourceId')]),
	...of(
		'ServiceCategory',
		['001-M', 'text'],
		['002-M', 'notNull'],
		['003-M', { kind: 'oneOf', values: SERVICES }]
	),
	...party('ServiceName'),
	...of(
		'ServiceName',
		['005-C', { kind: 'one', other: 'ServiceCategory' }],
		['008-C', { kind: 'one', other: 'ServiceSubcategory' }]
	),
	...of(
		'ServiceSubcategory',
		['001-M', 'text'],
		['002-M', 'notNull'],
		['003-M', { kind: 'oneOf', values: SUBCATEGORIES }],
		['004-M', { kind: 'one', other: 'ServiceCategory' }]
	),
	...name('SkuId'),
	...priced('SkuId', '004-C', '005-C'),
	...name('SkuMeter'),
	...of('SkuMeter', ['004-C', 'null', isNull('SkuId')], ['005-C', 'notNull', isKnown('SkuId')]),
	...of('SkuPriceDetails', ['001-M', 'keyValue'], ['004-C', 'null', isNull('SkuPriceId')]),
	...name('SkuPriceId'),
	...priced('SkuPriceId', '004-C', '005-C'),
	...of('SkuPriceId', ['008-M', { kind: 'one', other: 'SkuId' }]),
	...name('SubAccountId'),
	...name('SubAccountName'),
	...of(
		'SubAccountName',
		['003-C', 'null', isNull('SubAccountId')],
		['004-C', 'notNull', isKnown('SubAccountId')]
	),
	...of('Tags', ['001-M', 'keyValue'])
];

/** 1.3 is checked by the rules of 1.2 and, by name, by the two columns that it brought. */
const IN_1_3: readonly FocusRule[] = [
	...of('ServiceProviderName', ['presence', 'present'], ['nullability', 'notNull']),
	...of('HostProviderName', ['presence', 'present'])
];

export function focusRules(version: FocusVersion): readonly FocusRule[] {
	return version === '1.2' ? [...PRESENT, ...COLUMNS] : [...PRESENT, ...COLUMNS, ...IN_1_3];
}

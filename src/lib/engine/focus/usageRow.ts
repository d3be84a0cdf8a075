import { multiply, ratio, decimal, type Ratio } from '../money';
import { UNITS_PER_CREDIT } from '../rating';
import { orNull, type FocusColumn } from './columns';
import { decimalText, productText } from './decimals';
import type { FocusUsage } from './usage';

const MS_PER_MINUTE = 60_000;
const SECONDS_PER_MINUTE = 60;

/** What a price depends on beside the rate: what one minute or message is. */
function details({ voice, premium, card }: FocusUsage): string {
	const { shortCallSeconds, initialSeconds, incrementSeconds } = card.voiceRounding;
	return JSON.stringify({
		x_Channel: voice ? 'voice' : 'chat',
		x_Class: premium ? 'premium' : 'standard',
		...(voice
			? {
					x_ShortCallSeconds: shortCallSeconds,
					x_InitialSeconds: initialSeconds,
					x_IncrementSeconds: incrementSeconds
				}
			: {})
	});
}

/**
 * The cells of a row of usage that others have not. Consumed is what happened (real minutes), priced what counts (minutes
 * after rounding). A list price is the card's rate in credits at what a credit of the plan costs; under a trial or an
 * unlimited licence nothing is drawn, so the price that was agreed on is 0.
 */
export function usageRow(
	usage: FocusUsage,
	moneyPerCredit: Ratio,
	tags: Readonly<Record<string, string>>
): Partial<Record<FocusColumn, string | null>> {
	const { voice, premium, card, licence } = usage;
	const metered = licence === 'metered';
	const rate = String(card.rates[voice ? 'voice' : 'chat'][premium ? 'premium' : 'standard']);
	const list = decimalText(multiply(decimal(rate), moneyPerCredit));
	const contracted = metered ? list : '0';
	const unit = voice ? 'Minutes' : 'Messages';
	const consumed = voice ? ratio(usage.quantity, MS_PER_MINUTE) : ratio(usage.quantity);
	const priced = voice ? decimalText(ratio(usage.seconds, SECONDS_PER_MINUTE)) : String(usage.quantity);
	const meter = `${voice ? 'Call minutes' : 'Chat messages'}, ${premium ? 'premium' : 'standard'}`;
	const sku = `${card.id}/${voice ? 'voice' : 'chat'}/${premium ? 'premium' : 'standard'}`;
	const resource = orNull(usage.agent);
	const known = Object.keys(tags).length > 0;
	return {
		ChargeCategory: 'Usage',
		ChargeDescription: resource === null ? meter : `${meter}: ${resource}`,
		ChargeFrequency: 'Usage-Based',
		ConsumedQuantity: decimalText(consumed),
		ConsumedUnit: unit,
		ContractedCost: productText(contracted, priced),
		ContractedUnitPrice: contracted,
		ListCost: productText(list, priced),
		ListUnitPrice: list,
		PricingCategory: 'Standard',
		PricingCurrencyContractedUnitPrice: metered ? rate : '0',
		PricingCurrencyEffectiveCost: metered ? decimalText(ratio(usage.units, UNITS_PER_CREDIT)) : '0',
		PricingCurrencyListUnitPrice: rate,
		PricingQuantity: priced,
		PricingUnit: unit,
		ResourceId: resource,
		ResourceName: resource,
		ResourceType: resource && 'AI Agent',
		SkuId: sku,
		SkuMeter: meter,
		SkuPriceDetails: details(usage),
		SkuPriceId: `${sku}/${card.effectiveFrom}`,
		SubAccountId: orNull(usage.entity),
		SubAccountName: orNull(usage.entity),
		Tags: known ? JSON.stringify(tags) : null,
		x_Interactions: String(usage.interactions),
		x_Licence: licence,
		x_NonBillableCalls: voice ? String(usage.nonBillable) : null
	};
}

import type { OfferCost, OtherCard, UnitCharge } from '$lib/engine/planning/offers';
import { sumMoney } from '$lib/engine/money';
import type { Channel } from '$lib/engine/rating/card';
import * as format from '$lib/i18n/format';
import { offers as words } from '$lib/i18n/offers';
import type { CycleView, OfferMonth, OffersUsage, OffersView, SpreadView } from '$lib/workers/api';

/** One offer for the running month: the contract's plan, or another card. Money on average and in 1 month of 10. */
export interface OfferRow {
	readonly id: string;
	readonly name: string;
	readonly own: boolean;
	readonly currency: string;
	readonly cost: SpreadView | null;
	/** how each channel was counted */
	readonly counted: readonly string[];
	/** what keeps it from being compared with the others; '' for nothing */
	readonly apart: string;
}

/** What a charge asks, in a few words: "$0.99 per case, 50 included". */
export function chargeText(charge: UnitCharge | { readonly model: 'flat' } | null, currency: string): string {
	const t = words.current.charge;
	if (!charge) return t.none;
	if (charge.model === 'flat') return t.flat;
	const unit = t.units[charge.model];
	const price = format.price(charge.price, currency);
	return [
		charge.block === null ? t.per(price, unit.one) : t.block(price, format.integer(charge.block), unit.many),
		...(charge.included > 0 ? [t.included(format.integer(charge.included))] : []),
		...(charge.model === 'session' ? [t.minutes(format.integer(charge.minutes))] : []),
		...(charge.model === 'resolution' ? [t.resolved(format.decimal(charge.resolvedPercent, 3))] : []),
		...(charge.model === 'minute'
			? [
					charge.initialSeconds <= 1 && charge.incrementSeconds === 1
						? t.bySecond
						: t.rounding(format.integer(charge.initialSeconds), format.integer(charge.incrementSeconds))
				]
			: [])
	].join(', ');
}

/** The whole card in a line. */
export function cardText(card: OtherCard): string {
	const t = words.current;
	return [
		...(Number(card.fee) > 0 ? [t.charge.fee(format.price(card.fee, card.currency))] : []),
		t.channel.chat(chargeText(card.chat, card.currency)),
		t.channel.voice(chargeText(card.voice, card.currency))
	].join('; ');
}

/** "3,120 cases × $0.99". */
function countedText({ price, block, included, model }: UnitCharge, units: number, currency: string): string {
	const t = words.current.charge;
	const count = `${format.integer(Math.round(units))} ${t.units[model].many}`;
	const beyond = included > 0 ? t.beyond(count, format.integer(included)) : count;
	const each = format.price(price, currency);
	return block === null ? t.times(beyond, each) : t.timesBlocks(beyond, format.integer(block), each);
}

/** Channels in use that a card does not take. */
const uncovered = (card: OtherCard, used: readonly Channel[]): Channel[] =>
	used.filter((channel) => card[channel] === null);

function apartText(card: OtherCard, used: readonly Channel[], currency: string, known: boolean): string {
	const t = words.current.apart;
	const without = uncovered(card, used);
	return [
		...without.map((channel) => t.without[channel]),
		...(card.currency === currency ? [] : [t.currency(card.currency)]),
		...(known ? [] : [t.unknown])
	].join(', ');
}

/** The contract's plan first, then the cards in their order. */
export function offerRows(
	cards: readonly OtherCard[],
	usage: OffersUsage,
	view: OffersView | null,
	cycle: CycleView
): OfferRow[] {
	const { contract } = cycle.context;
	const t = words.current;
	const tier = cycle.inForce?.includedCredits ?? contract.tier;
	const policy = cycle.inForce?.overage ?? contract.overage;
	const own: OfferRow = {
		id: 'own',
		name: tier === null ? t.own.none : t.own.name(format.integer(tier)),
		own: true,
		currency: contract.currency,
		cost: view?.contract ?? null,
		counted: tier === null ? [] : [t.own.policies[policy]],
		apart: view && !view.contract ? (tier === null ? t.own.choose : t.own.prices) : ''
	};
	return [
		own,
		...cards.map((card, k): OfferRow => {
			const offer = view?.offers[k];
			return {
				id: card.id,
				name: card.name,
				own: false,
				currency: card.currency,
				cost: offer?.cost ?? null,
				counted: [
					...(Number(card.fee) > 0 ? [t.charge.fee(format.price(card.fee, card.currency))] : []),
					...(offer?.channels ?? []).flatMap(({ channel, units }) => {
						const charge = card[channel];
						return charge && charge.model !== 'flat'
							? [t.channel[channel](countedText(charge, units, card.currency))]
							: [];
					})
				],
				apart: apartText(card, usage.channels, contract.currency, !view || offer?.cost !== null)
			};
		})
	];
}

/** Offers that answer for the same demand in the same money. */
export const comparable = (rows: readonly OfferRow[]): OfferRow[] =>
	rows.filter(({ apart, cost }) => apart === '' && cost !== null);

const amount = ({ cost, currency }: OfferRow): string =>
	cost ? format.estimateMoney(cost.mean, currency) : '';

/** The answer: what the running month costs on the contract's plan, and on the cheapest card that can be compared. */
export function offersTitle(rows: readonly OfferRow[], month: string): string {
	const t = words.current.title;
	const own = rows.find((row) => row.own && row.cost);
	const others = comparable(rows).filter((row) => !row.own);
	const best = others.toSorted((a, b) => (a.cost?.mean ?? 0) - (b.cost?.mean ?? 0))[0];
	if (own && best) return t.both(month, amount(own), own.name, amount(best), best.name);
	if (best) return t.other(month, amount(best), best.name);
	if (own) return t.own(month, amount(own), own.name);
	return t.none;
}

/** The offer in numbers, and a part of them in a picture: 1 month in 10 costs as much as the whole bar, or more. */
export const offerBars = (rows: readonly OfferRow[], currency: string) =>
	rows.flatMap((row) =>
		row.cost && row.currency === currency
			? [
					{
						id: row.id,
						name: row.name,
						own: row.own,
						best: false,
						price: row.cost.mean,
						overage: Math.max(0, row.cost.p90 - row.cost.mean),
						amount: [amount(row), row.apart].filter(Boolean).join(', '),
						stops: ''
					}
				]
			: []
	);

/** What a past month came to under a card; `note`: why it is not known. */
export function monthCell(
	cost: OfferCost,
	card: OtherCard
): { readonly text: string; readonly note: string } {
	if (cost.total !== null) return { text: format.money(cost.total, card.currency), note: '' };
	const t = words.current;
	const models = cost.unknown.flatMap((channel) => {
		const model = card[channel]?.model;
		return model && model !== 'flat' ? [t.charge.units[model].many] : [];
	});
	return { text: '–', note: t.past.sums([...new Set(models)].join(', ')) };
}

/** Sums over the past months: the contract's, then each card's; null where one month is not known. */
export const sumsOf = (
	months: readonly OfferMonth[],
	cards: readonly OtherCard[],
	currency: string
): (string | null)[] => [
	sumMoney(
		months.map(({ contract }) => contract),
		currency
	),
	...cards.map((card, k) =>
		sumMoney(
			months.map(({ offers }) => offers[k]?.total ?? null),
			card.currency
		)
	)
];

import type { RateCard, Tier } from '$lib/engine/rating/card';
import { creditsOf, tierPrice, withStack } from '$lib/engine/rating/tiers';
import { common } from '$lib/i18n/common';
import * as format from '$lib/i18n/format';
import { plans as words } from '$lib/i18n/plans';
import type { App } from './app.svelte';
import { withHeldTier } from './cards';
import type { Toaster } from './toaster.svelte';

/** More credits than any plan has. */
export const MOST_CREDITS = 1_000_000_000;

/** Plans side by side, as they are named: "60,000 + 40,000". */
export const partsText = (parts: readonly number[]): string =>
	parts.map((part) => format.integer(part)).join(' + ');

/** What a tier is made of, in words; null: it is one plan of the vendor's. */
export function madeOf({ tiers }: RateCard, credits: number): string | null {
	const parts = tiers.find(({ includedCredits }) => includedCredits === credits)?.parts;
	return parts ? partsText(parts) : null;
}

/** A tier's parts and what they cost together; its own price is not asked for. */
export function madeOfText(
	tiers: readonly Tier[],
	{ includedCredits, parts }: Tier,
	currency: string
): string {
	const price = tierPrice(tiers, includedCredits);
	return words.current.prices.madeOf(
		partsText(parts ?? [includedCredits]),
		price === null ? null : format.money(price, currency)
	);
}

/** What plans would come to if they were put together; null: they are fewer than two. */
export function stackSentence(
	tiers: readonly Tier[],
	parts: readonly number[],
	currency: string
): string | null {
	if (parts.length < 2) return null;
	const t = words.current.tiers;
	const credits = creditsOf(parts);
	const price = tierPrice(withStack(tiers, parts), credits);
	const sum =
		price === null
			? t.sumUnpriced(partsText(parts), format.integer(credits))
			: t.sum(partsText(parts), format.integer(credits), format.money(price, currency));
	const whole = tiers.find(({ includedCredits }) => includedCredits === credits);
	if (!whole) return sum;
	const own = whole.price === null ? null : format.money(whole.price, currency);
	return `${sum} ${own === null ? t.inPlace(format.integer(credits)) : t.inPlaceOf(format.integer(credits), own)}`;
}

/** Puts a changed version of a card in the place of the one in force. A contract on a tier that goes has none. */
export async function saveCard(app: App, card: RateCard, tier = app.settings?.value.contract.tier ?? null) {
	const settings = app.settings?.value;
	if (!settings) return false;
	const same = (other: RateCard) => other.id === card.id && other.effectiveFrom === card.effectiveFrom;
	const rateCards = settings.rateCards.some(same)
		? settings.rateCards.map((other) => (same(other) ? card : other))
		: [...settings.rateCards, card];
	return app.saveSettings(withHeldTier({ ...settings, rateCards, contract: { ...settings.contract, tier } }));
}

/** Changes a card's tiers, says so, and can undo it. */
export async function changeTiers(
	app: App,
	toaster: Toaster,
	card: RateCard,
	tiers: readonly Tier[],
	said: string
): Promise<boolean> {
	const held = app.settings?.value.contract.tier ?? null;
	if (!(await saveCard(app, { ...card, tiers }))) return false;
	toaster.show(said, { label: common.current.undo, run: () => void saveCard(app, card, held) });
	return true;
}

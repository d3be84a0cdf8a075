import { momentOf, type ZoneTable } from '../time';
import type { RateCard } from './card';

/** The versions of one rate card, ascending by the instant from which they hold. */
export interface CardVersions {
	readonly cards: readonly RateCard[];
	/** `from[k]`: first instant of version k; −Infinity for the first, which also holds before its date */
	readonly from: readonly number[];
}

/** All versions of a card among `cards`, in a zone. Empty where there is no card of that id. */
export function cardVersions(cards: readonly RateCard[], id: string, zone: ZoneTable): CardVersions {
	const own = cards
		.filter((card) => card.id === id)
		.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));
	return {
		cards: own,
		from: own.map((card, k) => (k === 0 ? -Infinity : momentOf(zone, card.effectiveFrom)))
	};
}

/** Position of the version in force at an instant: the latest that has begun, before the first the first. */
export function versionAt(versions: CardVersions, instant: number): number {
	let k = versions.from.length - 1;
	while (k > 0 && (versions.from[k] as number) > instant) k--;
	return k;
}

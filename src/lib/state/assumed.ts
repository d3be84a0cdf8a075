import type { RateCard, VoiceRounding } from '$lib/engine/rating/card';

type Part = 'rates' | keyof VoiceRounding;

/** What no source says of a preset (domain.md §2): shown as assumed while it stands as it came. */
const ASSUMED: Readonly<Record<string, readonly Part[]>> = {
	'per-second': ['initialSeconds', 'incrementSeconds'],
	'15-second-rule': ['rates', 'initialSeconds', 'incrementSeconds']
};

export function isAssumed(card: RateCard, part: Part, presets: readonly RateCard[]): boolean {
	const preset = presets.find(({ id }) => id === card.id);
	if (!preset || !ASSUMED[card.id]?.includes(part)) return false;
	const of = (one: RateCard) => (part === 'rates' ? one.rates : one.voiceRounding[part]);
	return JSON.stringify(of(card)) === JSON.stringify(of(preset));
}

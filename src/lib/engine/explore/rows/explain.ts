import type { Channel, Licence, RateCard } from '../../rating/card';
import { newRated, type LayerRating } from '../../rating/layerRating';
import { NO_ENTRY } from '../../rating/registerIndex';
import { EARLY, isMetered, LICENCE, NON_BILLABLE, PREMIUM, TRIAL, VOICE } from '../../rating/slot';
import { billableSeconds, callUnits, chatUnits, type Tariff } from '../../rating/tariff';
import { versionAt } from '../../rating/versions';
import { KIND_PREMIUM, KIND_STANDARD, type Columns } from '../../table/columns';

/** Why an interaction costs what it costs: the steps of domain.md §2 with what each came to. */
export interface Explanation {
	readonly start: number;
	readonly channel: Channel;
	/** the version of the rate card in force at its start */
	readonly card: RateCard;
	/** chat: messages; voice: the rated duration in ms */
	readonly quantity: number;
	/** of a call: below the short-call threshold or not, and the seconds that are billed */
	readonly call: { readonly short: boolean; readonly billableSeconds: number } | null;
	readonly premium: boolean;
	/**
	 * What decides the class: the card ("premium applies to all calls"), the row, its register entry, or nothing, so
	 * that it is standard
	 */
	readonly classFrom: 'card' | 'row' | 'entry' | 'nothing';
	readonly licence: Licence;
	/** it began before the activation that the register gives */
	readonly early: boolean;
	/** units of one message, or of one billable second */
	readonly rate: number;
	/** the product, where the card says so rounded up to a whole credit */
	readonly units: number;
	/** the same where it is metered, else nothing */
	readonly drawn: number;
}

export const licenceOf = (state: number): Licence =>
	isMetered(state) ? 'metered' : (state & LICENCE) === TRIAL ? 'trial' : 'unlimited';

/** Explains a row of a block; `block` is the block's number in the layer of `rating`. */
export function explain(columns: Columns, block: number, row: number, rating: LayerRating): Explanation {
	const { plan } = rating;
	// Rated where it lies: at a trial's last instant its address decides.
	const rated = newRated(row + 1);
	rating.rate(columns, block, rated, row, row + 1);
	const state = rated.state[row] as number;
	const quantity = rated.quantity[row] as number;
	const start = columns.start[row] as number;
	const version = versionAt(plan.versions, start);
	const tariff = plan.tariffs[version] as Tariff;

	const premium = (state & PREMIUM) === 0 ? 0 : 1;
	const voice = (state & VOICE) !== 0;
	const short = (state & NON_BILLABLE) !== 0;
	const seconds = voice && !short ? billableSeconds(quantity, tariff.rounding) : 0;
	const units = voice ? callUnits(seconds, premium, tariff) : chatUnits(quantity, premium, tariff);
	return {
		start,
		channel: voice ? 'voice' : 'chat',
		card: plan.versions.cards[version] as RateCard,
		quantity,
		call: voice ? { short, billableSeconds: seconds } : null,
		premium: premium === 1,
		classFrom: classFrom(),
		licence: licenceOf(state),
		early: (state & EARLY) !== 0,
		rate: (voice ? tariff.second : tariff.message)[premium],
		units,
		drawn: isMetered(state) ? units : 0
	};

	function classFrom(): Explanation['classFrom'] {
		if (voice && tariff.premiumCalls) return 'card';
		if (((columns.kind[row] as number) & (KIND_STANDARD | KIND_PREMIUM)) !== 0) return 'row';
		const entry = rating.entryOf(columns.agent[row] as number, columns.entity[row] as number, voice ? 1 : 0);
		const named = entry === NO_ENTRY ? null : plan.register.entries[entry]?.class;
		return named ? 'entry' : 'nothing';
	}
}

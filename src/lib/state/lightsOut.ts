import * as format from '$lib/i18n/format';
import { lightsOut as words } from '$lib/i18n/lightsOut';
import type {
	CycleView,
	EntityHours,
	ForecastView,
	OutlookView,
	PlansView,
	TierForecast
} from '$lib/workers/api';

type Lost = OutlookView['unserved'][number];

/** What is lost at one entity until renewal, on average. */
export interface EntityLoss {
	/** '': unassigned */
	readonly entity: string;
	readonly credits: number;
}

/** Places of one entity: 24 hours of chats, then 24 of calls. */
const PLACES = 48;

/**
 * What is lost by entity: each hour and channel is divided as recent usage was at the same hours. Hours without recent
 * usage belong to nobody known, and are left out. Largest first.
 */
export function lossByEntity({ voice, chat }: Lost, { entities, credits }: EntityHours): EntityLoss[] {
	const totals = new Float64Array(PLACES);
	for (const [k, value] of credits.entries()) totals[k % PLACES] = (totals[k % PLACES] as number) + value;
	return entities
		.map((entity, e) => {
			let sum = 0;
			for (let place = 0; place < PLACES; place++) {
				const lost = (place < 24 ? chat[place] : voice[place - 24]) ?? 0;
				const all = totals[place] as number;
				if (all > 0) sum += (lost * (credits[e * PLACES + place] as number)) / all;
			}
			return { entity, credits: sum };
		})
		.filter((one) => one.credits > 0)
		.sort((a, b) => b.credits - a.credits);
}

const at = (instant: number, view: CycleView) =>
	format.dateTime(instant - (instant % 3_600_000), view.context.zone.name);

/** When the credits of a tier end, to the hour. */
export function lightsOutTitle(view: CycleView, tier: TierForecast, endedAt: number | null): string {
	const t = words.current.title;
	const name = format.integer(tier.includedCredits);
	if (endedAt !== null) return t.ended(name, format.dateTime(endedAt, view.context.zone.name));
	const { p50 } = tier.runOutAt;
	if (tier.probabilityOfRunOut < 0.1) return t.lasts(name);
	if (p50 === null) return t.may(name, format.chance(tier.probabilityOfRunOut));
	return t.ends(name, at(p50, view));
}

/** The band of 8 in 10, and what is lost until renewal. */
export function lightsOutLead(view: CycleView, tier: TierForecast, endedAt: number | null): string {
	const t = words.current.lead;
	const { p10, p90 } = tier.runOutAt;
	const band =
		endedAt !== null || p10 === null
			? []
			: p90 === null
				? [t.open(at(p10, view), format.chance(tier.probabilityOfRunOut))]
				: at(p10, view) === at(p90, view)
					? [t.sameHour]
					: [t.band(at(p10, view), at(p90, view))];
	const credits = tier.expectedOverageCredits;
	const count = tier.expectedUnservedInteractions;
	const end = format.date(view.cycle.end, view.context.zone.name);
	const lost =
		credits < 0.5
			? t.nothing
			: count === null
				? t.lostCredits(format.about(credits), end)
				: t.lost(format.about(credits), format.about(count), end);
	return [...band, lost].join(' ');
}

/** What it costs to lose nothing, or less: by overage, and by the next tier. */
export function savingSentences(
	view: CycleView,
	forecast: ForecastView,
	plans: PlansView,
	tier: number
): string[] {
	const t = words.current.saving;
	const { currency } = view.context.contract;
	const of = (policy: 'off' | 'on', credits: number) =>
		plans.outcomes[policy].find(({ includedCredits }) => includedCredits === credits) ?? null;
	const own = of('off', tier);
	const over = of('on', tier);
	const money = (amount: number) => format.aboutMoney(amount, currency);
	const sentences: string[] = [];
	if (own?.cost && over?.cost)
		sentences.push(t.overage(money(over.cost.mean - own.cost.mean), money(over.cost.p90 - own.cost.p90)));
	else sentences.push(t.overageUnpriced);
	const next = forecast.tiers?.find(
		({ includedCredits }) => includedCredits > tier && of('off', includedCredits) !== null
	);
	if (!next) return [...sentences, t.largest];
	const bigger = of('off', next.includedCredits);
	const name = format.integer(next.includedCredits);
	const chance = format.chance(next.probabilityOfRunOut);
	sentences.push(
		own?.cost && bigger?.cost
			? t.next(name, money(bigger.cost.mean - own.cost.mean), chance)
			: t.nextUnpriced(name, chance)
	);
	return sentences;
}

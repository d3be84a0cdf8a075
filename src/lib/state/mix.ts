import type { MixData, MixPlan, MixShape } from '$lib/charts/geometry/mixdata';
import { largestRemainder } from '$lib/engine/forecast';
import { BUSINESS_MIXES, type Business } from '$lib/engine/planning/assumed/assumptions';
import {
	averageRates,
	creditsBeyond,
	creditsOfMix,
	creditsOfVolume,
	fittingIn,
	leverTo,
	messagesOfMinute,
	MESSAGES_PER_MINUTE,
	MIX_KEYS,
	mixFits,
	mixOfCredits,
	mixOfMonth,
	monthEnds,
	MOST_VOLUME,
	neededTier,
	pointOf,
	rateOf,
	tierAimedAt,
	tradeOff,
	type Fitting,
	type Lever,
	type LeverKind,
	type Mix,
	type MixKey,
	type MixPoint,
	type MixRates,
	type Room,
	type Shares
} from '$lib/engine/planning/mix';
import { charts } from '$lib/i18n/charts';
import * as format from '$lib/i18n/format';
import { mix as words } from '$lib/i18n/mix';
import type { CycleView, ForecastView, OutlookView } from '$lib/workers/api';

/** The largest volume that can be set. */
export { MOST_VOLUME };

/** Where a mix comes from that nobody has set. */
export type MixSource = 'past' | 'forecast' | 'pace' | 'known' | 'readings' | 'assumed' | 'preset';

/**
 * The mix of the cycle on screen: as it was; else the forecast's middle month end (or the plain pace's), divided as
 * what is known so far. Meter readings know no channels: their credits are divided as the preset's. Null: the
 * forecast is still on its way.
 */
export function startingMix(
	view: CycleView,
	forecast: ForecastView | null,
	forecasting: boolean,
	rates: MixRates,
	preset: Business
): { readonly mix: Mix; readonly source: MixSource } | null {
	if (!view.complete && !forecast && forecasting) return null;
	const middle = forecast?.monthEndCredits?.p50;
	const total = view.complete ? view.used : (middle ?? forecast?.pace.monthEndCredits ?? view.used);
	if (view.context.source === 'readings')
		return { mix: mixOfMonth(creditsBy(BUSINESS_MIXES[preset], rates), total, rates), source: 'readings' };
	const { bySeries } = view;
	if (view.complete) return { mix: mixOfCredits(bySeries, rates), source: 'past' };
	if (!forecast) return { mix: mixOfCredits(bySeries, rates), source: 'known' };
	return { mix: mixOfMonth(bySeries, total, rates), source: middle === undefined ? 'pace' : 'forecast' };
}

/** Where 8 in 10 months like the one on screen end; null: past, without chances, or without channels. */
export function mixShape(
	view: CycleView | null,
	forecast: ForecastView | null,
	outlook: OutlookView | null,
	rates: MixRates
): MixShape | null {
	if (!view || view.complete || view.context.source === 'readings' || !forecast?.tiers || !outlook)
		return null;
	return monthEnds(view.bySeries, outlook.spread, rates);
}

// ---------------------------------------------------------------- in the address

/** A mix that someone set, with the messages that take the place of a call minute. */
export interface SetMix {
	readonly mix: Mix;
	readonly messagesPerMinute: number;
}

/** `2930-645-7140-2122`, and a fifth number where it is not the assumed one. */
export function mixText({ mix, messagesPerMinute }: SetMix): string {
	const parts = MIX_KEYS.map((key) => String(mix[key]));
	return [...parts, ...(messagesPerMinute === MESSAGES_PER_MINUTE ? [] : [String(messagesPerMinute)])].join(
		'-'
	);
}

/** The most messages that take the place of one minute. */
export const MOST_PER_MINUTE = 100;

/** What an address says; null where it is not such a text, or a number is out of bounds. */
export function mixOfText(text: string | null): SetMix | null {
	const found = /^(\d{1,8})-(\d{1,8})-(\d{1,8})-(\d{1,8})(?:-(\d{1,3}(?:\.\d{1,3})?))?$/.exec(text ?? '');
	if (!found) return null;
	const [voiceStandard, voicePremium, chatStandard, chatPremium] = found.slice(1, 5).map(Number) as [
		number,
		number,
		number,
		number
	];
	const mix = { voiceStandard, voicePremium, chatStandard, chatPremium };
	const messagesPerMinute = found[5] === undefined ? MESSAGES_PER_MINUTE : Number(found[5]);
	const within = MIX_KEYS.every((key) => mix[key] <= MOST_VOLUME) && messagesPerMinute <= MOST_PER_MINUTE;
	return within ? { mix, messagesPerMinute } : null;
}

// ---------------------------------------------------------------- figures

/** Everything that the screen says about a mix; made anew with each move of the point. */
export interface MixFigures {
	readonly mix: Mix;
	readonly point: MixPoint;
	readonly rates: MixRates;
	readonly shares: Shares;
	readonly credits: number;
	/** the four volumes: what they cost, and their parts of a hundred */
	readonly parts: readonly {
		readonly key: MixKey;
		/** credits of one minute or message */
		readonly rate: number;
		readonly credits: number;
		readonly percent: number;
	}[];
	/** ascending */
	readonly plans: readonly MixPlan[];
	/** included credits of the plan on screen; null: none is chosen */
	readonly plan: number | null;
	/** the smallest plan that holds the mix; null: none does */
	readonly needed: number | null;
	/** what the levers aim at; null: the smallest plan holds the mix */
	readonly aim: number | null;
	/** the levers that reach it */
	readonly levers: readonly Lever[];
	readonly messagesPerMinute: number;
	/** nobody has said how many messages take the place of a call minute */
	readonly perMinuteAssumed: boolean;
}

const creditsBy = (mix: Mix, rates: MixRates) =>
	Object.fromEntries(MIX_KEYS.map((key) => [key, creditsOfVolume(mix, rates, key)])) as Record<
		MixKey,
		number
	>;

const LEVERS: readonly LeverKind[] = ['byChat', 'standardVoice', 'standardChat'];

/** `shares`: the premium shares that the lines are drawn for: those of the mix before the point was moved. */
export function mixFigures(
	{ mix, messagesPerMinute }: SetMix,
	shares: Shares,
	rates: MixRates,
	tiers: readonly number[],
	plan: number | null
): MixFigures {
	const aim = tierAimedAt(mix, rates, tiers, plan);
	const credits = MIX_KEYS.map((key) => creditsOfVolume(mix, rates, key));
	const percents = largestRemainder(credits, 100);
	return {
		mix,
		point: pointOf(mix),
		rates,
		shares,
		credits: creditsOfMix(mix, rates),
		parts: MIX_KEYS.map((key, k) => ({
			key,
			rate: rateOf(rates, key),
			credits: credits[k] as number,
			percent: percents[k] as number
		})),
		plans: tiers.map((tier) => ({
			tier,
			own: tier === plan,
			holds: mixFits(mix, rates, tier),
			ends: tradeOff(tier, rates, shares),
			fitting: fittingIn(tier, mix, rates, shares)
		})),
		plan,
		needed: neededTier(mix, rates, tiers),
		aim,
		levers:
			aim === null ? [] : LEVERS.flatMap((kind) => leverTo(aim, kind, mix, rates, messagesPerMinute) ?? []),
		messagesPerMinute,
		perMinuteAssumed: messagesPerMinute === MESSAGES_PER_MINUTE
	};
}

/** What the picture is made from. */
export function mixData(
	{ plans, point, levers, rates, shares }: MixFigures,
	shape: MixShape | null
): MixData {
	const byChat = levers.find(({ kind }) => kind === 'byChat');
	return {
		plans,
		point,
		shape,
		lever: byChat ? pointOf(byChat.mix) : null,
		rates: averageRates(rates, shares)
	};
}

/** The plan on screen and its neighbours, or those about the mix: at most three. */
export function nearTiers({ plans, plan, needed }: MixFigures): number[] {
	const tiers = plans.map(({ tier }) => tier);
	const middle =
		plan === null ? (needed === null ? tiers.length - 1 : tiers.indexOf(needed)) : tiers.indexOf(plan);
	const first = Math.max(0, Math.min(middle - 1, tiers.length - 3));
	return tiers.slice(first, first + 3);
}

// ---------------------------------------------------------------- sentences

/** The screen's answer: whether the mix fits the plan, or which plan it needs. */
export function mixTitle({ mix, rates, credits, plan, plans, needed }: MixFigures): string {
	const t = words.current.title;
	const text = format.credits(credits);
	if (plan !== null) {
		const beyond = creditsBeyond(mix, rates, plan);
		if (beyond === 0) return t.exact(text);
		if (beyond > 0) return t.beyond(text, format.credits(beyond));
		return t.fits(text, format.integer(plan), format.credits(-beyond));
	}
	const largest = plans.at(-1);
	if (!largest) return t.noPlans(text);
	if (needed === null) return t.largest(text, format.integer(largest.tier));
	const spare = -creditsBeyond(mix, rates, needed);
	const tier = format.integer(needed);
	return spare === 0 ? t.planExact(text, tier) : t.plan(text, tier, format.credits(spare));
}

/** The sentence below: what a minute is worth in messages, and which plan would do. */
export function mixLead({ rates, shares, plan, plans, needed }: MixFigures): string {
	const t = words.current.lead;
	const worth = messagesOfMinute(rates, shares);
	const fits = plan === null || (needed !== null && needed <= plan);
	return [
		worth !== null && worth > 0 && t.minute(format.decimal(worth, worth < 10 ? 1 : 0)),
		!fits && (needed === null ? plans.length > 0 && t.none : t.needs(format.integer(needed))),
		t.move
	]
		.filter(Boolean)
		.join(' ');
}

/** What the picture shows, in words below it. */
export function mixCaption({ rates, shares, plan }: MixFigures, shape: boolean): string {
	const t = words.current.picture;
	const { minute, message } = averageRates(rates, shares);
	const percent = ({ premium, of }: Shares['voice']) => format.percent(premium / of);
	return [
		t.line,
		plan !== null && t.tinted(format.integer(plan)),
		shape && t.shape,
		t.slope(
			format.decimal(minute, 2),
			percent(shares.voice),
			format.decimal(message, 2),
			percent(shares.chat)
		)
	]
		.filter(Boolean)
		.join(' ');
}

/** The picture in a sentence. */
export function mixSummary({ point, credits, needed }: MixFigures): string {
	const t = words.current.picture;
	return t.summary(
		format.integer(point.minutes),
		format.integer(point.messages),
		format.credits(credits),
		needed === null ? t.needsMore : t.needsPlan(format.integer(needed))
	);
}

/** What the point is, for those who do not see it. */
export function pointText({ point, credits }: MixFigures): string {
	return words.current.picture.value(
		format.integer(point.minutes),
		format.integer(point.messages),
		format.credits(credits)
	);
}

/** What the credits are made of, in a sentence. */
export function barText({ parts }: MixFigures): string {
	const t = words.current.fields;
	const names = charts.current.days.series;
	return t.barLabel(
		parts.map(({ key, percent }) => t.part(names[key], format.percent(percent / 100))).join(', ')
	);
}

/** A lever in two lines. */
export function leverText(
	lever: Lever,
	messagesPerMinute: number
): { readonly what: string; readonly how: string } {
	const t = words.current.levers;
	const percent = format.percent(lever.percent / 100);
	const moved = format.integer(lever.moved);
	switch (lever.kind) {
		case 'byChat':
			return {
				what: t.byChat(percent),
				how: t.byChatHow(moved, format.integer(lever.messages), format.decimal(messagesPerMinute, 3))
			};
		case 'standardVoice':
			return { what: t.standardVoice(percent), how: t.standardVoiceHow(moved) };
		case 'standardChat':
			return { what: t.standardChat(percent), how: t.standardChatHow(moved) };
		default:
			return lever.kind satisfies never;
	}
}

/** What fits in a plan, in sentences. */
export function fittingText({ calls, chats, minutes, messages }: Fitting, point: MixPoint): string {
	const t = words.current.fits;
	const say = (room: Room, text: (n: string) => string, free: string, tooMuch = '') =>
		room === 'any' ? free : room === 'none' ? tooMuch : text(format.integer(room));
	const [keptMinutes, keptMessages] = [format.integer(point.minutes), format.integer(point.messages)];
	const sentences = [
		say(calls, t.calls, t.freeMinutes),
		say(chats, t.chats, t.freeMessages),
		point.messages > 0 &&
			say(minutes, (n) => t.keepMessages(keptMessages, n), '', t.tooManyMessages(keptMessages)),
		point.minutes > 0 &&
			say(messages, (n) => t.keepMinutes(keptMinutes, n), '', t.tooManyMinutes(keptMinutes))
	];
	return sentences.filter(Boolean).join(' ');
}

/** Where the mix comes from, in a sentence; `cycle`: the name of the cycle on screen. */
export function sourceText(source: MixSource, cycle: string): string {
	const t = words.current.source;
	return source === 'past' ? t.past(cycle) : t[source];
}

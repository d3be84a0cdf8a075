import { creditsOfUnits, milli, UNITS_PER_CREDIT, unitsOfCredits } from '../rating/credits';
import type { RateCard } from '../rating/card';
import { tariffOf } from '../rating/tariff';

/** The four volumes of a mix, in the order in which they are stacked. */
export const MIX_KEYS = ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'] as const;
export type MixKey = (typeof MIX_KEYS)[number];
type PerKey<T> = Readonly<Record<MixKey, T>>;

/** What is used in a month: whole billable minutes and whole customer messages, none below 0. */
export type Mix = PerKey<number>;

/** Units (1/60,000 credit) of one minute or one message. */
export type MixRates = PerKey<number>;

/** The largest volume that is reckoned with: with rates up to a thousand credits, all sums stay exact. */
export const MOST_VOLUME = 10_000_000;

/** What one minute or message costs under a version of a card; where all calls are premium, standard ones are too. */
export function mixRates(
	card: Pick<RateCard, 'rates' | 'voiceRounding' | 'premiumAppliesToAllCalls'>
): MixRates {
	const { message, second, premiumCalls } = tariffOf(card as RateCard);
	return {
		voiceStandard: 60 * second[premiumCalls ? 1 : 0],
		voicePremium: 60 * second[1],
		chatStandard: message[0],
		chatPremium: message[1]
	};
}

/** Units of a mix: `2a + 4b + 10c + 20d` with the card's rates, exact. */
export function unitsOfMix(mix: Mix, rates: MixRates): number {
	return MIX_KEYS.reduce((sum, key) => sum + mix[key] * rates[key], 0);
}

/** Credits of a mix: a rate has at most three decimals, so that none is lost. */
export function creditsOfMix(mix: Mix, rates: MixRates): number {
	return creditsOfUnits(unitsOfMix(mix, rates));
}

/** Credits of one minute or message. */
export function rateOf(rates: MixRates, key: MixKey): number {
	return creditsOfUnits(rates[key]);
}

/** Credits of one of a mix's volumes. */
export function creditsOfVolume(mix: Mix, rates: MixRates, key: MixKey): number {
	return creditsOfUnits(mix[key] * rates[key]);
}

/** Credits by which a mix exceeds included credits; negative: to spare; 0 fits exactly. */
export function creditsBeyond(mix: Mix, rates: MixRates, includedCredits: number): number {
	const units = unitsOfMix(mix, rates) - unitsOfCredits(includedCredits);
	return units < 0 ? -creditsOfUnits(-units) : creditsOfUnits(units);
}

/** A mix that needs exactly what is included fits. */
export function mixFits(mix: Mix, rates: MixRates, includedCredits: number): boolean {
	return unitsOfMix(mix, rates) <= unitsOfCredits(includedCredits);
}

/** The smallest of ascending tiers that holds a mix; null: it needs more than the largest. */
export function neededTier(mix: Mix, rates: MixRates, tiers: readonly number[]): number | null {
	return tiers.find((tier) => mixFits(mix, rates, tier)) ?? null;
}

/**
 * The tier that levers aim at: the plan where the mix does not fit it, else the largest that does not hold the mix;
 * null where the smallest does.
 */
export function tierAimedAt(
	mix: Mix,
	rates: MixRates,
	tiers: readonly number[],
	plan: number | null
): number | null {
	if (plan !== null && !mixFits(mix, rates, plan)) return plan;
	return tiers.findLast((tier) => !mixFits(mix, rates, tier)) ?? null;
}

// ---------------------------------------------------------------- shares and points

/** `premium` of `of` are premium; whole numbers, `of` at least 1. */
export interface Share {
	readonly premium: number;
	readonly of: number;
}

/** Premium shares of minutes and messages: they turn the lines of the picture. */
export interface Shares {
	readonly voice: Share;
	readonly chat: Share;
}

const shareOf = (standard: number, premium: number): Share =>
	standard + premium === 0 ? { premium: 0, of: 1 } : { premium, of: standard + premium };

/** The premium shares of a mix; a channel without any use counts as standard. */
export function sharesOf(mix: Mix): Shares {
	return {
		voice: shareOf(mix.voiceStandard, mix.voicePremium),
		chat: shareOf(mix.chatStandard, mix.chatPremium)
	};
}

/** A mix in the plane: its minutes and its messages. */
export interface MixPoint {
	readonly minutes: number;
	readonly messages: number;
}

export function pointOf(mix: Mix): MixPoint {
	return { minutes: mix.voiceStandard + mix.voicePremium, messages: mix.chatStandard + mix.chatPremium };
}

/** `a × b / c` of whole numbers ≥ 0, rounded down or up, exact at any size. */
function share(a: number, { premium, of }: Share, up = false): number {
	return Number((BigInt(a) * BigInt(premium) + (up ? BigInt(of) - 1n : 0n)) / BigInt(of));
}

/** The mix of whole minutes and messages with given premium shares; what does not come out whole is standard. */
export function mixAt({ minutes, messages }: MixPoint, shares: Shares): Mix {
	const [voicePremium, chatPremium] = [share(minutes, shares.voice), share(messages, shares.chat)];
	return {
		voiceStandard: minutes - voicePremium,
		voicePremium,
		chatStandard: messages - chatPremium,
		chatPremium
	};
}

/** Units of `of` minutes or messages with a share of premium ones. */
const weighted = ({ premium, of }: Share, standardRate: number, premiumRate: number): number =>
	(of - premium) * standardRate + premium * premiumRate;

const weightedVoice = (rates: MixRates, { voice }: Shares): number =>
	weighted(voice, rates.voiceStandard, rates.voicePremium);
const weightedChat = (rates: MixRates, { chat }: Shares): number =>
	weighted(chat, rates.chatStandard, rates.chatPremium);

/** Credits of an average minute and an average message at given premium shares. */
export function averageRates(rates: MixRates, shares: Shares): { minute: number; message: number } {
	return {
		minute: weightedVoice(rates, shares) / shares.voice.of / UNITS_PER_CREDIT,
		message: weightedChat(rates, shares) / shares.chat.of / UNITS_PER_CREDIT
	};
}

/** How many average messages cost as much as an average minute; null where messages cost nothing. */
export function messagesOfMinute(rates: MixRates, shares: Shares): number | null {
	const { minute, message } = averageRates(rates, shares);
	return message === 0 ? null : minute / message;
}

/** Where the line of all mixes that need exactly the included credits meets the axes; null: never, as a rate is 0. */
export function tradeOff(
	includedCredits: number,
	rates: MixRates,
	shares: Shares
): { readonly minutes: number | null; readonly messages: number | null } {
	const { minute, message } = averageRates(rates, shares);
	return {
		minutes: minute === 0 ? null : includedCredits / minute,
		messages: message === 0 ? null : includedCredits / message
	};
}

// ---------------------------------------------------------------- what fits

/** A whole number of minutes or messages; `any`: they cost nothing; `none`: what is kept needs more by itself. */
export type Room = number | 'any' | 'none';

/** The largest whole number, at a share of premium ones, that units hold. */
function roomIn(units: number, of: number, weight: number): Room {
	if (units < 0) return 'none';
	return weight === 0 ? 'any' : Number((BigInt(units) * BigInt(of)) / BigInt(weight));
}

export interface Fitting {
	/** minutes, without any message */
	readonly calls: Room;
	/** messages, without any call */
	readonly chats: Room;
	/** minutes beside the mix's messages */
	readonly minutes: Room;
	/** messages beside the mix's minutes */
	readonly messages: Room;
}

/** What fits in included credits at given premium shares, rounded down: no fraction of a message ever fits. */
export function fittingIn(
	includedCredits: number,
	mix: Mix,
	rates: MixRates,
	shares: Shares = sharesOf(mix)
): Fitting {
	const units = unitsOfCredits(includedCredits);
	const voice = mix.voiceStandard * rates.voiceStandard + mix.voicePremium * rates.voicePremium;
	const chat = mix.chatStandard * rates.chatStandard + mix.chatPremium * rates.chatPremium;
	const minutesIn = (left: number) => roomIn(left, shares.voice.of, weightedVoice(rates, shares));
	const messagesIn = (left: number) => roomIn(left, shares.chat.of, weightedChat(rates, shares));
	return {
		calls: minutesIn(units),
		chats: messagesIn(units),
		minutes: minutesIn(units - chat),
		messages: messagesIn(units - voice)
	};
}

// ---------------------------------------------------------------- levers

/** Calls answered by chat; premium minutes, or premium messages, that become standard ones. */
export type LeverKind = 'byChat' | 'standardVoice' | 'standardChat';

/** Messages that take the place of a call minute, unless told otherwise; assumed. At most three decimals. */
export const MESSAGES_PER_MINUTE = 1.5;

export interface Lever {
	readonly kind: LeverKind;
	/** whole percent of the call minutes, the premium minutes or the premium messages */
	readonly percent: number;
	/** minutes or messages that change */
	readonly moved: number;
	/** messages that come in their place, for `byChat`; else 0 */
	readonly messages: number;
	/** what the mix becomes */
	readonly mix: Mix;
	/** credits a month; negative where it costs more */
	readonly saved: number;
}

const percentOf = (percent: number, volume: number): number => Math.floor((percent * volume) / 100);

/**
 * A mix after a lever was moved by a whole percent. What changes is rounded down, the messages that come instead are
 * rounded up; they are premium as often as the others are (without any: as often as the minutes were).
 */
export function afterLever(
	kind: LeverKind,
	percent: number,
	mix: Mix,
	rates: MixRates,
	messagesPerMinute = MESSAGES_PER_MINUTE
): Lever {
	let { voiceStandard, voicePremium, chatStandard, chatPremium } = mix;
	let moved: number;
	let messages = 0;
	switch (kind) {
		case 'byChat': {
			const [standard, premium] = [percentOf(percent, voiceStandard), percentOf(percent, voicePremium)];
			const shares = sharesOf(mix);
			moved = standard + premium;
			messages = Math.ceil((moved * milli(messagesPerMinute)) / 1_000);
			const dearer = share(messages, chatStandard + chatPremium > 0 ? shares.chat : shares.voice, true);
			voiceStandard -= standard;
			voicePremium -= premium;
			chatStandard += messages - dearer;
			chatPremium += dearer;
			break;
		}
		case 'standardVoice':
			moved = percentOf(percent, voicePremium);
			voicePremium -= moved;
			voiceStandard += moved;
			break;
		case 'standardChat':
			moved = percentOf(percent, chatPremium);
			chatPremium -= moved;
			chatStandard += moved;
			break;
		default:
			return kind satisfies never;
	}
	const after = { voiceStandard, voicePremium, chatStandard, chatPremium };
	const saved = unitsOfMix(mix, rates) - unitsOfMix(after, rates);
	return {
		kind,
		percent,
		moved,
		messages,
		mix: after,
		saved: saved < 0 ? -creditsOfUnits(-saved) : creditsOfUnits(saved)
	};
}

/**
 * The smallest whole percent by which a lever makes a mix fit: found by trying each, so that the result fits and one
 * percent less does not. Null where even all of it does not reach. 0 percent: it fits as it is.
 */
export function leverTo(
	includedCredits: number,
	kind: LeverKind,
	mix: Mix,
	rates: MixRates,
	messagesPerMinute = MESSAGES_PER_MINUTE
): Lever | null {
	for (let percent = 0; percent <= 100; percent++) {
		const lever = afterLever(kind, percent, mix, rates, messagesPerMinute);
		if (mixFits(lever.mix, rates, includedCredits)) return lever;
	}
	return null;
}

// ---------------------------------------------------------------- from credits

/** The mix that credits by series stand for, to the nearest whole minute and message; 0 where a rate is 0. */
export function mixOfCredits(credits: PerKey<number>, rates: MixRates): Mix {
	const volume = (key: MixKey) =>
		rates[key] === 0 ? 0 : Math.min(MOST_VOLUME, Math.round((credits[key] * UNITS_PER_CREDIT) / rates[key]));
	return {
		voiceStandard: volume('voiceStandard'),
		voicePremium: volume('voicePremium'),
		chatStandard: volume('chatStandard'),
		chatPremium: volume('chatPremium')
	};
}

/** The mix of a month that is expected to need `total` credits, divided as those known so far are. */
export function mixOfMonth(known: PerKey<number>, total: number, rates: MixRates): Mix {
	const sum = MIX_KEYS.reduce((all, key) => all + known[key], 0);
	const grown = (key: MixKey) => (sum === 0 ? 0 : (known[key] * total) / sum);
	return mixOfCredits(
		{
			voiceStandard: grown('voiceStandard'),
			voicePremium: grown('voicePremium'),
			chatStandard: grown('chatStandard'),
			chatPremium: grown('chatPremium')
		},
		rates
	);
}

/** How the credits that are still to come differ from path to path; the four series in the order of {@link MIX_KEYS}. */
export interface SeriesSpread {
	readonly mean: readonly number[];
	/** row by row: 4 × 4 */
	readonly covariance: readonly number[];
}

/** Mean and covariance of each path's sums. `parts`: the four series, row-major paths × days, as the forecast has them. */
export function seriesSpread(parts: readonly Float64Array[], paths: number, days: number): SeriesSpread {
	const sums = parts.map((part) => {
		const of = new Float64Array(paths);
		for (let path = 0; path < paths; path++)
			for (let cell = path * days; cell < (path + 1) * days; cell++)
				of[path] = (of[path] as number) + (part[cell] as number);
		return of;
	});
	const mean = sums.map((of) => of.reduce((a, b) => a + b, 0) / paths);
	const covariance = sums.flatMap((a, i) =>
		sums.map(
			(b, j) =>
				a.reduce(
					(sum, value, path) =>
						sum + (value - (mean[i] as number)) * ((b[path] as number) - (mean[j] as number)),
					0
				) / paths
		)
	);
	return { mean, covariance };
}

/** An ellipse: the points `centre + u·cos φ + v·sin φ`, each a pair of minutes and messages. */
export interface Oval {
	readonly centre: MixPoint;
	readonly u: MixPoint;
	readonly v: MixPoint;
}

/** Squared radius, in standard deviations, of the ellipse that holds 8 in 10 of a normal spread in the plane. */
const EIGHT_IN_TEN = -2 * Math.log(0.2);

/** Where 8 in 10 months end: what is known of the month and the spread of what is to come, in minutes and messages. */
export function monthEnds(known: PerKey<number>, spread: SeriesSpread, rates: MixRates): Oval {
	// Minutes or messages of a credit.
	const per = MIX_KEYS.map((key) => (rates[key] === 0 ? 0 : UNITS_PER_CREDIT / rates[key]));
	const total = (from: number): number =>
		[from, from + 1].reduce(
			(sum, k) => sum + (known[MIX_KEYS[k] as MixKey] + (spread.mean[k] as number)) * (per[k] as number),
			0
		);
	const covariance = (rows: number, columns: number): number => {
		let sum = 0;
		for (const i of [rows, rows + 1])
			for (const j of [columns, columns + 1])
				sum += (per[i] as number) * (per[j] as number) * (spread.covariance[4 * i + j] as number);
		return sum * EIGHT_IN_TEN;
	};
	// The lower triangle whose square the covariance is (Cholesky).
	const [minutes, both, messages] = [covariance(0, 0), covariance(0, 2), covariance(2, 2)];
	const across = Math.sqrt(Math.max(0, minutes));
	const slope = across === 0 ? 0 : both / across;
	return {
		centre: { minutes: total(0), messages: total(2) },
		u: { minutes: across, messages: slope },
		v: { minutes: 0, messages: Math.sqrt(Math.max(0, messages - slope * slope)) }
	};
}

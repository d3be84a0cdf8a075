import {
	BUSINESS_MIXES,
	BUSINESS_SHAPES,
	type Assumptions,
	type Business,
	type CallLengths
} from '$lib/engine/planning/assumed/assumptions';
import {
	assumedDemand,
	billedLengths,
	creditsPerMonth,
	interactionsOfMix,
	mixOfAssumptions
} from '$lib/engine/planning/assumed/demand';
import { likelyLengths } from '$lib/engine/planning/assumed/lengths';
import { MIX_KEYS, type Mix, type MixKey } from '$lib/engine/planning/mix';
import type { RateCard } from '$lib/engine/rating/card';
import { cycleOf, formatDay, localDay, shiftCycle } from '$lib/engine/time';
import { assumptions as words } from '$lib/i18n/assumptions';
import * as format from '$lib/i18n/format';
import type { Settings } from '$lib/workers/api';
import { zoneTable } from '$lib/workers/zone';

/** First days of the coming cycles, as dates; the first is the running one's. `now`: the clock. */
export function comingMonths({ contract }: Settings, now: number, count = 13): string[] {
	const zone = zoneTable(contract.timeZone, now, now);
	const rule = { zone, anchorDay: contract.cycleAnchorDay };
	const running = cycleOf(rule, now);
	return Array.from({ length: count }, (_, k) =>
		formatDay(localDay(zone, shiftCycle(rule, running, k).start))
	);
}

/** What is assumed of a kind of business, with a month of its own or of a mix. */
export function assumptionsOf(
	business: Business,
	from: string,
	card: RateCard,
	mix: Mix = BUSINESS_MIXES[business]
): Assumptions {
	const shape = { ...BUSINESS_SHAPES[business], takenPercent: 100 };
	return { business, from, interactions: interactionsOfMix(mix, shape, card), ...shape };
}

/** The same assumptions with an average month that comes to a mix. */
export const withMix = (assumptions: Assumptions, mix: Mix, card: RateCard): Assumptions => ({
	...assumptions,
	interactions: interactionsOfMix(mix, assumptions, card)
});

/** Calls with the same billed minutes, started ones; of 100 calls. */
export interface LengthGroup {
	/** null: longer than all of the others */
	readonly minutes: number | null;
	readonly calls: number;
	/** minutes */
	readonly spoken: number;
	/** billed beyond what is spoken; below 0 where short calls are free */
	readonly rounding: number;
}

/** As many groups as compare at a glance. */
const GROUPS = 6;

/** What is spoken and what is billed, by billed minute. */
export function lengthGroups(lengths: CallLengths, card: RateCard): LengthGroup[] {
	const spoken = likelyLengths(lengths);
	const billed = billedLengths({ lengths }, card);
	const each = 100 / spoken.length;
	const sums = Array.from({ length: GROUPS + 2 }, () => ({ calls: 0, spoken: 0, rounding: 0 }));
	billed.forEach((seconds, k) => {
		const group = sums[Math.min(GROUPS + 1, Math.ceil(seconds / 60))];
		if (!group) return;
		const said = (spoken[k] as number) / 60;
		group.calls += each;
		group.spoken += each * said;
		group.rounding += each * Math.max(0, seconds / 60 - said);
	});
	return sums.flatMap(({ calls, ...rest }, k) =>
		calls > 0 ? [{ minutes: k > GROUPS ? null : k, calls, ...rest }] : []
	);
}

export interface AssumedFigures {
	readonly credits: number;
	/** the smallest tier that holds an average month; null: none does */
	readonly needed: number | null;
	readonly largest: number | null;
	readonly parts: readonly {
		readonly key: MixKey;
		readonly interactions: number;
		/** billable minutes or messages that the agents take */
		readonly volume: number;
		readonly credits: number;
	}[];
	/** of 100 calls */
	readonly groups: readonly LengthGroup[];
	/** minutes of a call on average */
	readonly billed: number;
	readonly rounding: number;
}

/** Everything that the screen says of assumptions; made anew with each change. */
export function assumedFigures(assumptions: Assumptions, card: RateCard): AssumedFigures {
	const demand = assumedDemand(assumptions, card);
	const credits = creditsPerMonth(demand);
	const tiers = card.tiers.map(({ includedCredits }) => includedCredits);
	const mix = mixOfAssumptions(assumptions, card);
	const groups = lengthGroups(assumptions.lengths, card);
	const rounding = groups.reduce((sum, group) => sum + group.rounding, 0) / 100;
	return {
		credits,
		needed: tiers.find((tier) => tier >= credits) ?? null,
		largest: tiers.at(-1) ?? null,
		parts: MIX_KEYS.map((key, k) => ({
			key,
			interactions: assumptions.interactions[key],
			volume: mix[key],
			credits: (demand.series[k]?.interactions ?? 0) * (demand.series[k]?.mean ?? 0)
		})),
		groups,
		billed: billedLengths(assumptions, card).reduce((sum, s, _, all) => sum + s / all.length, 0) / 60,
		rounding
	};
}

/** The screen's answer. */
export function assumedTitle({ credits, needed, largest }: AssumedFigures): string {
	const t = words.current.title;
	const text = format.estimate(credits);
	if (needed !== null) return t.plan(text, format.integer(needed));
	return largest === null ? t.bare(text) : t.beyond(text, format.integer(largest));
}

export function assumedLead({ billed, rounding, parts }: AssumedFigures): string {
	const t = words.current;
	const calls = parts.some(({ key, interactions }) => key.startsWith('voice') && interactions > 0);
	return calls ? t.lead(format.decimal(billed, 1), format.decimal(rounding, 1)) : t.leadNoCalls;
}

// ---------------------------------------------------------------- hours

const open = (from: number, to: number, outside: number): number[] =>
	Array.from({ length: 24 }, (_, hour) => (hour >= from && hour < to ? 1 : outside));

/** Hours that can be chosen in one step. */
export const HOURS = {
	office: open(8, 18, 0.06),
	long: open(7, 21, 0.1),
	evening: open(9, 22, 0.15),
	always: open(0, 24, 1)
} as const;
export type HoursName = keyof typeof HOURS;
export const HOUR_NAMES = Object.keys(HOURS) as HoursName[];

/** The name of hours that are one of the choices; null: they are not. */
export const hoursName = (hours: readonly number[]): HoursName | null =>
	HOUR_NAMES.find((name) => HOURS[name].every((weight, hour) => weight === hours[hour])) ?? null;

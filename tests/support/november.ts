import type { Overage } from '$lib/engine/ledger/contract';
import { NET2PHONE } from '$lib/engine/rating/cards';
import {
	cycleOf,
	DAY_MS,
	dayNumber,
	HOUR_MS,
	localDay,
	startOfDay,
	weekday,
	type ZoneTable
} from '$lib/engine/time';
import type { BudgetScope } from '$lib/engine/planning';
import type {
	BudgetUsage,
	CycleView,
	ForecastInput,
	ForecastView,
	LedgerView,
	SeriesKey
} from '$lib/workers/api';
import { forecast } from '$lib/workers/jobs/forecast';
import { sure } from './sure';

/** Toronto in 2026. */
export const TORONTO: ZoneTable = {
	name: 'America/Toronto',
	at: [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)],
	offset: [-5 * HOUR_MS, -4 * HOUR_MS, -5 * HOUR_MS]
};

export const AS_OF = Date.UTC(2026, 10, 16, 19, 5);
const MIX: Readonly<Record<SeriesKey, number>> = {
	voiceStandard: 0.44,
	voicePremium: 0.2,
	chatStandard: 0.23,
	chatPremium: 0.13
};
const KEYS = Object.keys(MIX) as SeriesKey[];

export interface Month {
	readonly asOf?: number;
	/** days of history before the as-of's */
	readonly history?: number;
	readonly tier?: number | null;
	readonly overage?: Overage;
	readonly cap?: number | null;
	/** credits of November up to the as-of */
	readonly used?: number;
	/** by tier; absent: none entered */
	readonly prices?: Readonly<Record<number, string>>;
	readonly overagePrice?: string | null;
	readonly complete?: boolean;
	readonly paths?: number;
}

/** A seeded month like the one of the design's pictures: 33,770 credits by Mon 16 Nov 14:05, Toronto time. */
export function november(month: Month = {}): {
	view: CycleView;
	forecast: ForecastView;
	input: ForecastInput;
	budgetUsage: (scopes: readonly BudgetScope[]) => BudgetUsage;
} {
	const { history = 90, tier = 60_000, overage = 'off', cap = null, prices, overagePrice = '0.015' } = month;
	const zone = TORONTO;
	const cycle = cycleOf({ zone, anchorDay: 1 }, AS_OF);
	const complete = month.complete ?? false;
	const asOf = complete ? cycle.end : (month.asOf ?? AS_OF);
	const lastKnown = complete ? asOf - 1 : asOf;
	const random = seeded(7);

	// Credits per hour since the first day of the history: office hours, weekends quiet, days alike but not equal.
	const today = localDay(zone, lastKnown);
	const firstDay = today - history;
	const hours: { at: number; credits: number; day: number }[] = [];
	for (let day = firstDay; day <= today; day++) {
		const busy = weekday(day) < 5 ? 2_650 : 1_000;
		const level = busy * (0.8 + 0.4 * random()) * (0.9 + 0.2 * Math.sin(Math.floor(day / 7) * 1.7));
		for (let hour = 0; hour < 24; hour++) {
			const at = startOfDay(zone, day) + (hour + 0.5) * HOUR_MS;
			const credits = Math.round((level * sure(HOUR_SHARE[hour]) * (0.7 + 0.6 * random())) / 2) * 2;
			if (at <= lastKnown) hours.push({ at, credits, day });
		}
	}
	const inCycle = hours.filter(({ at }) => at >= cycle.start);
	const raw = inCycle.reduce((sum, { credits }) => sum + credits, 0);
	const used = month.used ?? (complete ? Math.round(raw / 10) * 10 : 33_770);
	const scale = used / raw;

	const line = { at: [cycle.start], credits: [0] };
	let running = 0;
	for (const { at, credits } of inCycle) {
		running += credits * scale;
		line.at.push(at);
		line.credits.push(Math.round(running));
	}
	line.credits[line.credits.length - 1] = used;

	const daily = (first: number): Record<SeriesKey, Float64Array> => {
		const arrays = Object.fromEntries(KEYS.map((key) => [key, new Float64Array(today - first + 1)]));
		for (const { day, credits } of hours)
			if (day >= first)
				for (const key of KEYS) add(arrays[key] as Float64Array, day - first, credits * scale * MIX[key]);
		return arrays as Record<SeriesKey, Float64Array>;
	};
	const cycleDay = localDay(zone, cycle.start);
	const days = { firstDay: cycleDay, credits: daily(cycleDay) };
	const bySeries = Object.fromEntries(KEYS.map((key) => [key, Math.round(used * MIX[key])])) as Record<
		SeriesKey,
		number
	>;

	const card = {
		...NET2PHONE,
		overagePricePerCredit: overagePrice,
		tiers: NET2PHONE.tiers.map(({ includedCredits }) => ({
			includedCredits,
			price: prices?.[includedCredits] ?? null
		}))
	};
	const ledger = (includedCredits: number, policy: Overage): LedgerView => {
		const reached =
			used >= includedCredits ? sure(line.at[line.credits.findIndex((sum) => sum >= includedCredits)]) : null;
		const over = Math.max(0, used - includedCredits);
		const served = policy === 'on' ? over : policy === 'capped' ? Math.min(over, cap ?? 0) : 0;
		const price = prices?.[includedCredits];
		const missing = [
			...(price === undefined ? (['tierPrice'] as const) : []),
			...(served > 0 && overagePrice === null ? (['overagePrice'] as const) : [])
		];
		const overageAmount = Math.round(served * Number(overagePrice ?? 0) * 100) / 100;
		return {
			includedCredits,
			overage: policy,
			runOutAt: reached,
			stops: reached !== null && over > served ? [{ from: reached, to: cycle.end }] : [],
			includedUsed: Math.min(used, includedCredits),
			overageCredits: served,
			unservedCredits: over - served,
			unservedInteractions: Math.round((over - served) / 12),
			excessUnbilled: 0,
			expiredCredits: complete ? Math.max(0, includedCredits - used) : 0,
			cost: {
				currency: 'USD',
				total: missing.length === 0 ? (Number(price) + overageAmount).toFixed(2) : null,
				lines:
					missing.length === 0
						? [
								{ kind: 'tier', amount: Number(price).toFixed(2) },
								...(served > 0 ? [{ kind: 'overage', amount: overageAmount.toFixed(2) } as const] : [])
							]
						: [],
				missing
			}
		};
	};
	const policies: Overage[] = cap === null ? ['off', 'on'] : ['off', 'on', 'capped'];
	const tiers = card.tiers.map(({ includedCredits }) => includedCredits);
	const view: CycleView = {
		context: {
			zone,
			asOf,
			interactions: 38_203,
			cycles: [cycle],
			contract: {
				rateCardId: card.id,
				tier,
				overage,
				overageCapCredits: cap,
				atExhaustion: 'cut',
				upgradeCredits: 'replace',
				upgradePrice: 'new',
				changes: [],
				timeZone: zone.name,
				cycleAnchorDay: 1,
				currency: 'USD',
				extraAgentPrice: null,
				includedAgents: null,
				taxPercent: 0,
				oneOffFees: [],
				termMonths: null,
				termStart: null,
				country: null,
				censored: []
			},
			card,
			source: 'rows',
			sample: false,
			contractContradicted: false
		},
		cycle,
		complete,
		line: { at: Float64Array.from(line.at), credits: Float64Array.from(line.credits) },
		days,
		used,
		bySeries,
		byDayUntil: null,
		interactions: 2_890,
		inForce: tier === null ? null : ledger(tier, overage),
		plans: tiers.flatMap((credits) => policies.map((policy) => ledger(credits, policy))),
		censored: [],
		readings: []
	};

	const hourOfWeek = new Float64Array(168);
	for (let hour = 0; hour < 168; hour++)
		hourOfWeek[hour] = sure(HOUR_SHARE[hour % 24]) * (hour < 120 ? 2_650 : 1_000);
	const input: ForecastInput = {
		asOf,
		zone,
		cycle,
		used,
		firstDay,
		series: daily(firstDay),
		hourOfWeek,
		creditsPerInteraction: 11.9,
		tiers,
		past: [],
		next: [],
		totals: [],
		plan: { country: null, events: [], growth: null },
		assumed: null,
		seed: 1,
		paths: month.paths ?? 500
	};
	/** This month and the one before; an agent or entity has a quarter of it all. */
	const before = cycleOf({ zone, anchorDay: 1 }, cycle.start - 1);
	const beforeDay = localDay(zone, before.start);
	const all = daily(beforeDay);
	const everyDay = all.voiceStandard.map((_, day) => KEYS.reduce((sum, key) => sum + sure(all[key][day]), 0));
	const inBefore = Math.round(everyDay.slice(0, cycleDay - beforeDay).reduce((a, b) => a + b, 0));
	const cost = view.inForce?.cost ?? null;
	const budgetUsage = (scopes: readonly BudgetScope[]): BudgetUsage => ({
		context: { ...view.context, cycles: [before, cycle] },
		cycles: [
			{ cycle: before, known: true, credits: inBefore, cost },
			{ cycle, known: true, credits: used, cost }
		],
		firstDay: beforeDay,
		scopes: scopes.map((scope) => {
			const share = scope.of === 'workspace' ? 1 : 0.25;
			return {
				scope,
				credits: [inBefore * share, used * share],
				days: everyDay.map((credits) => credits * share),
				share
			};
		}),
		agents: ['Ava', 'Reception'],
		entities: ['Main line']
	});
	return { view, forecast: forecast(input), input, budgetUsage };
}

/** Day number in November 2026. */
export const nov = (day: number): number => dayNumber(2026, 11, day);

/** Instant of a local time in November 2026, Toronto. */
export const novAt = (day: number, hour = 0, minute = 0): number =>
	nov(day) * DAY_MS + 5 * HOUR_MS + hour * HOUR_MS + minute * 60_000;

const HOUR_SHARE = [0, 0, 0, 0, 0, 0, 1, 3, 8, 11, 12, 11, 9, 10, 11, 10, 7, 4, 2, 1, 0, 0, 0, 0].map(
	(n) => n / 100
);

function add(array: Float64Array, at: number, value: number): void {
	array[at] = (array[at] ?? 0) + value;
}

function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

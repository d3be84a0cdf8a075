import type { CardRow } from '$lib/charts/geometry/card';
import type { YearBar } from '$lib/charts/geometry/year';
import { sumCard } from '$lib/engine/forecast';
import * as format from '$lib/i18n/format';
import { forecast as words } from '$lib/i18n/forecast';
import type { OutlookView, YearView } from '$lib/workers/api';

/** Fewer past cycles than this: dots, and no rate (experience.md §7h). */
const CYCLES_FOR_A_RATE = 6;

type Reasons = NonNullable<OutlookView['reasons']>;

/** A mean error in days: `0.4 days`, `1 day`. */
const days = (value: number): string => words.current.record.days(format.decimal(value, 1));

export const cyclesOf = (card: OutlookView['card']): number =>
	new Set(card.map(({ cycle }) => cycle.start)).size;

/** How good past forecasts were, in a sentence or two; two stars enclose what is set strong. */
export function recordSentence(card: OutlookView['card']): string {
	const t = words.current.record;
	const cycles = cyclesOf(card);
	if (cycles < CYCLES_FOR_A_RATE) return t.few(cycles);
	const sum = sumCard(card);
	const held = t.held(format.integer(sum.inside), format.integer(sum.forecasts));
	return sum.dayError ? `${held} ${t.day(days(sum.dayError.ours), days(sum.dayError.pace))}` : held;
}

/** Rows of the report card so many days into each cycle, the latest first. */
export function cardRows(card: OutlookView['card'], after: number, zone: string): CardRow[] {
	return card
		.filter((one) => one.after === after)
		.map(({ cycle, monthEnd, pace, actual }) => ({
			id: cycle.start,
			name: format.cycleName(cycle, zone),
			...monthEnd,
			pace,
			actual,
			inside: actual >= monthEnd.p10 && actual <= monthEnd.p90
		}))
		.reverse();
}

/** What stands beside the report card's picture. */
export function cardNotes(card: OutlookView['card'], after: number): string[] {
	const t = words.current.card;
	const own = card.filter((one) => one.after === after);
	if (cyclesOf(card) < CYCLES_FOR_A_RATE) return [t.few];
	const { inside, forecasts, monthEndError } = sumCard(own);
	return [
		t.held(format.integer(inside), format.integer(forecasts)),
		monthEndError && t.error(format.percent(monthEndError.ours, 1), format.percent(monthEndError.pace, 1))
	].filter((note) => note !== null);
}

/** Bars of the year: known cycles, then those to come with the chance that each needs more than a plan. */
export function yearBars({ past, cycles }: YearView, plan: number | null, zone: string): YearBar[] {
	return [
		...past.map(({ cycle, credits }) => ({
			id: cycle.start,
			name: format.cycleName(cycle, zone),
			known: true,
			middle: credits,
			range: null,
			plan,
			chance: ''
		})),
		...cycles.map(({ cycle, p10, p50, p90, beyond }) => {
			const own = beyond.find(({ includedCredits }) => includedCredits === plan);
			return {
				id: cycle.start,
				name: format.cycleName(cycle, zone),
				known: false,
				middle: p50,
				range: { low: p10, high: p90 },
				plan,
				chance: own ? format.chanceOf100(own.probability) : ''
			};
		})
	];
}

/** Differences under this are none. */
const NONE = 0.02;

/** What the forecast rests on, a sentence each with its size. */
export function reasonSentences({
	level,
	levelBefore,
	profile,
	knownDays,
	ownErrors,
	weeklyChange,
	holidays,
	events,
	growth
}: Reasons): string[] {
	const t = words.current.why;
	const trend = levelBefore !== null && levelBefore > 0 ? level / levelBefore - 1 : null;
	const factors = [...profile];
	const [high, low] = [Math.max(...factors), Math.min(...factors)];
	const percent = (share: number) => format.percent(Math.abs(share));
	const about = (credits: number) => format.about(Math.abs(credits));
	const special = holidays.filter(({ factor }) => Math.abs(factor - 1) >= NONE);
	return [
		[
			t.level(format.about(level)),
			trend === null ? '' : Math.abs(trend) < NONE ? t.flat : t.trend(percent(trend), trend > 0)
		]
			.filter(Boolean)
			.join(' '),
		high - low < NONE
			? t.noProfile
			: t.profile(
					format.weekdayName(factors.indexOf(high)),
					percent(high - 1),
					format.weekdayName(factors.indexOf(low)),
					percent(1 - low)
				),
		...(special.length === 0
			? []
			: [
					t.holidays(
						special
							.map(({ day, factor }) => t.holiday(format.day(day), percent(factor - 1), factor > 1))
							.join(', ')
					)
				]),
		...events.map(({ name, credits }) => t.event(name, about(credits), credits >= 0)),
		...(growth === null ? [] : [t.growth(about(growth), growth >= 0)]),
		t.spread(percent(weeklyChange)),
		t.errors(format.integer(100 * ownErrors), format.integer(knownDays))
	];
}

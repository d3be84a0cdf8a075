import { dayOf, startOfDay, type Cycle, type ZoneTable } from '$lib/engine/time';
import * as format from '$lib/i18n/format';
import { forecast as words } from '$lib/i18n/forecast';
import type { CycleView, ForecastView, NextCycle } from '$lib/workers/api';
import { outlookOf, planOf, tiersOf } from './standing';

/** One plan of the table: when its shares are used, and its chances in this cycle and in the next ones. */
export interface ForecastRow {
	readonly tier: number;
	readonly own: boolean;
	/** by share of the plan, then all of it: the instant (null: not before renewal), and the local day on which that is known to have been; null: it is expected */
	readonly dates: readonly {
		readonly at: number | null;
		readonly text: string;
		readonly known: Cycle | null;
	}[];
	readonly range: string;
	/** run-out of the early and the late course in ten; null: it has run out, or is not known */
	readonly runOutAt: { readonly p10: number | null; readonly p90: number | null } | null;
	/** in this cycle, then in each next one */
	readonly chances: readonly { readonly probability: number | null; readonly text: string }[];
}

/** The shares that have a column, all of it last. */
export const SHARES = [0.5, 0.8, 0.9, 1] as const;

/** The local day that holds an instant. */
function localDayAt(zone: ZoneTable, instant: number): Cycle {
	const day = dayOf(zone, instant);
	return { start: startOfDay(zone, day), end: startOfDay(zone, day + 1) };
}

/** The instant at which the known line reached a level; null: not yet. */
function reachedAt({ line }: CycleView, level: number): number | null {
	const at = line.credits.findIndex((credits) => credits >= level && credits > 0);
	return at < 0 ? null : (line.at[at] as number);
}

/** Every tier of the card, from the same courses as the picture. */
export function forecastRows(
	view: CycleView,
	forecast: ForecastView | null,
	next: readonly NextCycle[],
	ownTier: number | null
): ForecastRow[] {
	const t = words.current.table;
	const day = (instant: number) => format.date(instant, view.context.zone.name);
	const chanceOf = (tiers: NextCycle['tiers'] | null) => (tier: number) => {
		const found = tiers?.find(({ includedCredits }) => includedCredits === tier);
		const probability = found?.probabilityOfRunOut ?? null;
		return { probability, text: probability === null ? t.never : format.chanceOf100(probability) };
	};
	const chances = [forecast?.tiers ?? null, ...next.map(({ tiers }) => tiers)].map(chanceOf);
	return tiersOf(view).map((tier) => {
		const outlook = outlookOf(forecast, tier);
		const ranOut = planOf(view, tier, 'off')?.runOutAt ?? null;
		const dates = SHARES.map((share) => {
			const reached = share === 1 ? ranOut : reachedAt(view, share * tier);
			const expected =
				share === 1
					? outlook?.runOutAt.p50
					: outlook?.marks.find((mark) => Math.abs(mark.share - share) < 1e-9)?.at;
			const at = reached ?? expected ?? null;
			return {
				at,
				text: at === null ? t.never : day(at),
				known: reached === null ? null : localDayAt(view.context.zone, reached)
			};
		});
		const runOutAt = ranOut === null ? (outlook?.runOutAt ?? null) : null;
		return {
			tier,
			own: tier === ownTier,
			dates,
			range: ranOut !== null ? t.known : rangeOf(runOutAt, day),
			runOutAt,
			chances: chances.map((chance) => chance(tier))
		};
	});
}

function rangeOf(
	at: { readonly p10: number | null; readonly p90: number | null } | null,
	day: (instant: number) => string
): string {
	const t = words.current.table;
	if (!at || at.p10 === null) return t.never;
	const from = day(at.p10);
	if (at.p90 === null) return `${from} – ${t.notAtAll}`;
	const to = day(at.p90);
	return from === to ? from : `${from} – ${to}`;
}

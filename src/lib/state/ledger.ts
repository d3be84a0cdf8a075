import { creditsOfUnits } from '$lib/engine/rating/credits';
import { dayOf, startOfDay, type Cycle, type ZoneTable } from '$lib/engine/time';
import { charts } from '$lib/i18n/charts';
import * as format from '$lib/i18n/format';
import { ledger } from '$lib/i18n/ledger';

import type { LedgerStatement, SeriesKey, StatementLine } from '$lib/workers/api';
import type { RowsQuery } from './callsAddress';

/** What a series of channel and class is of. */
export const seriesRows = (series: SeriesKey): RowsQuery => ({
	channel: series.startsWith('voice') ? 'voice' : 'chat',
	class: series.endsWith('Premium') ? 'premium' : 'standard'
});

/** A bar of the waterfall, and a row of its table. */
export interface LedgerStep {
	readonly id: string;
	readonly look: string;
	readonly name: string;
	/** credits, signed */
	readonly amount: number;
	readonly text: string;
	/** what it is of, where that is use; null: none */
	readonly series: SeriesKey | null;
}

/** A line of the account. */
export interface LedgerLine {
	readonly when: string;
	readonly entry: string;
	/** '' where nothing comes or goes */
	readonly amount: string;
	readonly balance: string;
	/** it is no use, but something that happened */
	readonly event: boolean;
	/** the whole days whose use it is; null: it is none, or of a part of a day */
	readonly days: Cycle | null;
}

const signed = (units: number): string =>
	(units > 0 ? '+' : units < 0 ? '−' : '') + format.credits(Math.abs(creditsOfUnits(units)));

/** Granted, used, what was beyond, and what is left or expired: they sum to zero. */
export function ledgerSteps({
	lines,
	demand,
	overage,
	unserved,
	excess,
	complete
}: LedgerStatement): LedgerStep[] {
	const t = ledger.current.steps;
	const step = (
		id: string,
		look: string,
		name: string,
		units: number,
		series: SeriesKey | null = null
	): LedgerStep => ({
		id,
		look,
		name,
		amount: creditsOfUnits(units),
		text: signed(units),
		series
	});
	const given = lines.flatMap(({ kind, units }, k) =>
		kind === 'granted' || kind === 'upgraded' ? [step(`${kind}${k}`, 'granted', t[kind], units)] : []
	);
	// In the order in which series are stacked everywhere.
	const drawn = Object.entries(demand).flatMap(([key, units]) =>
		units > 0 ? [step(key, key, charts.current.days.series[key as SeriesKey], -units, key as SeriesKey)] : []
	);
	const beyond = Object.entries({ overage, unserved, excess }).flatMap(([key, units]) =>
		units > 0 ? [step(key, key === 'overage' ? key : 'unserved', t[key as 'overage'], units)] : []
	);
	const rest = lines[lines.length - 1]?.units ?? 0;
	return [...given, ...drawn, ...beyond, step('rest', 'rest', complete ? t.expired : t.left, rest)];
}

/** The account line by line, as it is read. */
export function ledgerLines({ lines, complete }: LedgerStatement, zone: ZoneTable): LedgerLine[] {
	const t = ledger.current;
	const day = (at: number) => format.date(at, zone.name);
	const startsDay = (at: number) => startOfDay(zone, dayOf(zone, at)) === at;
	const when = ({ kind, from, to }: StatementLine) => {
		if (kind !== 'used') return format.dateTime(from, zone.name);
		const [first, last] = [day(from), day(to - 1)];
		return first === last ? first : t.until(first, last);
	};
	return lines.map((line, k) => ({
		when: when(line),
		entry: line.kind === 'expired' && !complete ? t.entries.left : t.entries[line.kind],
		amount: line.units === 0 ? '' : signed(line.units),
		balance: format.credits(creditsOfUnits(line.balance)),
		event: line.kind !== 'used',
		days:
			line.kind === 'used' && startsDay(line.from) && (startsDay(line.to) || k === lines.length - 2)
				? { start: line.from, end: line.to }
				: null
	}));
}

/** What became of the credits, in a sentence. */
export function ledgerTitle({ lines, complete }: LedgerStatement, zone: string): string {
	const t = ledger.current.title;
	const granted = lines.reduce(
		(sum, { kind, units }) => (kind === 'granted' || kind === 'upgraded' ? sum + units : sum),
		0
	);
	const text = format.credits(creditsOfUnits(granted));
	const rest = format.credits(creditsOfUnits(0 - (lines[lines.length - 1]?.units ?? 0)));
	const end = lines.find(({ kind }) => kind === 'runOut');
	if (end) return t.ranOut(text, format.dateTime(end.from, zone));
	if (lines[lines.length - 1]?.units === 0) return t.exactly(text);
	return complete ? t.expired(text, rest) : t.left(text, rest);
}

/** What was beyond the included credits. */
export function ledgerSentences({ overage, unserved, excess }: LedgerStatement): string[] {
	const t = ledger.current.lead;
	const told = Object.entries({ overage, unserved, excess }).flatMap(([key, units]) =>
		units > 0 ? [t[key as 'overage'](format.credits(creditsOfUnits(units)))] : []
	);
	return told.length > 0 ? told : [t.served];
}

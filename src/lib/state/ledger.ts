import { creditsOfUnits } from '$lib/engine/rating/credits';
import { charts } from '$lib/i18n/charts';
import * as format from '$lib/i18n/format';
import { ledger } from '$lib/i18n/ledger';
import type { LedgerStatement, SeriesKey, StatementLine } from '$lib/workers/api';

/** A bar of the waterfall, and a row of its table. */
export interface LedgerStep {
	readonly id: string;
	readonly look: string;
	readonly name: string;
	/** credits, signed */
	readonly amount: number;
	readonly text: string;
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
	const step = (id: string, look: string, name: string, units: number): LedgerStep => ({
		id,
		look,
		name,
		amount: creditsOfUnits(units),
		text: signed(units)
	});
	const given = lines.flatMap(({ kind, units }, k) =>
		kind === 'granted' || kind === 'upgraded' ? [step(`${kind}${k}`, 'granted', t[kind], units)] : []
	);
	// In the order in which series are stacked everywhere.
	const drawn = Object.entries(demand).flatMap(([key, units]) =>
		units > 0 ? [step(key, key, charts.current.days.series[key as SeriesKey], -units)] : []
	);
	const beyond = Object.entries({ overage, unserved, excess }).flatMap(([key, units]) =>
		units > 0 ? [step(key, key === 'overage' ? key : 'unserved', t[key as 'overage'], units)] : []
	);
	const rest = lines[lines.length - 1]?.units ?? 0;
	return [...given, ...drawn, ...beyond, step('rest', 'rest', complete ? t.expired : t.left, rest)];
}

/** The account line by line, as it is read. */
export function ledgerLines({ lines, complete }: LedgerStatement, zone: string): LedgerLine[] {
	const t = ledger.current;
	const day = (at: number) => format.date(at, zone);
	const when = ({ kind, from, to }: StatementLine) => {
		if (kind !== 'used') return format.dateTime(from, zone);
		const [first, last] = [day(from), day(to - 1)];
		return first === last ? first : t.until(first, last);
	};
	return lines.map((line) => ({
		when: when(line),
		entry: line.kind === 'expired' && !complete ? t.entries.left : t.entries[line.kind],
		amount: line.units === 0 ? '' : signed(line.units),
		balance: format.credits(creditsOfUnits(line.balance)),
		event: line.kind !== 'used'
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

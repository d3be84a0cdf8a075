import type { Store } from '$lib/db';
import { hasTier } from '$lib/engine/ledger';
import { NET2PHONE } from '$lib/engine/rating';
import { UNITS_PER_CREDIT } from '$lib/engine/rating/credits';
import type { Cycle } from '$lib/engine/time';
import type { LedgerView, PerSeries, SeriesKey, Settings } from '$lib/workers/api';
import { ledgerView } from '$lib/workers/query/cycle';
import type { Usage } from '$lib/workers/query/usage';
import { perSeries } from '$lib/workers/series';
import { entryFor } from './rows';
import { sure } from './sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from './usage';

/**
 * A workspace of four months in which everything happens that changes a total: several agents and entities, calls and
 * chats at both rates, calls that are too short to be billed, a licence outside the plan, days far out of pattern, and
 * more demand than the plan includes. Made from arithmetic alone; beside it the ledger of each month, and its rows.
 */

export interface Row {
	readonly start: number;
	readonly agent: string;
	readonly entity: string;
	readonly premium: boolean;
	/** of a call */
	readonly seconds: number | null;
	/** of a chat */
	readonly messages: number;
}

const DAY = 86_400_000;
/** 1 August 2026, nine in the morning in Toronto. */
const FIRST = Date.UTC(2026, 7, 1, 13);
const DAYS = 108;
/** Three days of October on which Ava's calls are many and long. */
const odd = (day: number): boolean => day >= 66 && day < 69;

const ROWS: readonly Row[] = Array.from({ length: DAYS }, (_, day) =>
	Array.from({ length: 12 + ((day * 7) % 3) + (odd(day) ? 40 : 0) }, (_, k): Row => {
		const start = FIRST + day * DAY + k * 9 * 60_000;
		const [agent, entity] = [sure(['Ava', 'Bo', '', 'Free'][k % 4]), sure(['Main', 'Care', ''][k % 3])];
		if (k >= 12 + ((day * 7) % 3))
			return { start, agent: 'Ava', entity: 'Main', premium: false, seconds: 299, messages: 0 };
		const chat = (day + k) % 3 === 0;
		const premium = (day + 2 * k) % 5 === 0;
		return {
			start,
			agent,
			entity,
			premium,
			seconds: chat ? null : (day * 53 + k * 97) % 300,
			messages: chat ? (day + k) % 9 : 0
		};
	})
).flat();

const SHORT = 15;
const CARD = {
	...NET2PHONE,
	voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: SHORT },
	tiers: [
		{ includedCredits: 5_000, price: '99.00' },
		{ includedCredits: 12_000, price: '180.00' }
	],
	overagePricePerCredit: '0.037'
};

export const isCall = ({ seconds }: Row): boolean => seconds !== null;
export const isMetered = ({ agent }: Row): boolean => agent !== 'Free';
/** Started minutes; none of a call under the threshold. */
export const minutes = ({ seconds }: Row): number =>
	seconds === null || seconds < SHORT ? 0 : Math.max(1, Math.ceil(seconds / 60));
/** What a row draws: 10 or 20 credits a minute, 2 or 4 a message. */
export const credits = (row: Row): number => {
	if (!isMetered(row)) return 0;
	const standard = isCall(row) ? 10 * minutes(row) : 2 * row.messages;
	return row.premium ? 2 * standard : standard;
};
export const sumOf = (rows: readonly Row[], of: (row: Row) => number): number =>
	rows.reduce((sum, row) => sum + of(row), 0);
const seriesOf = (row: Row): SeriesKey =>
	`${isCall(row) ? 'voice' : 'chat'}${row.premium ? 'Premium' : 'Standard'}`;
export const bySeries = (rows: readonly Row[]): PerSeries<number> =>
	perSeries((key) =>
		sumOf(
			rows.filter((row) => seriesOf(row) === key),
			credits
		)
	);

/** One month: what is asked for, its rows, and its ledger under the contract. */
export interface Month {
	readonly cycle: Cycle;
	readonly complete: boolean;
	readonly rows: readonly Row[];
	/** what it drew, by its rows one by one */
	readonly demand: number;
	readonly ledger: LedgerView;
}

export interface Ledgers {
	readonly store: Store;
	readonly usage: Usage;
	readonly rows: readonly Row[];
	readonly months: readonly Month[];
	readonly whole: readonly Month[];
	/** the running one */
	readonly last: Month;
}

export async function ledgersOf(contract: Partial<Settings['contract']>): Promise<Ledgers> {
	const store = await newStore();
	const settings = settingsWith(
		{ tier: 5_000, taxPercent: 13, ...contract },
		{
			rateCards: [CARD],
			agents: [
				entryFor('Free', { licence: 'unlimited', pricePerCycle: '29.00', tags: { team: 'B' } }),
				entryFor('Ava', { tags: { team: 'A' } })
			]
		}
	);
	const line = ({ start, agent, entity, premium, seconds, messages }: Row, k: number) =>
		[
			`r${k}`,
			new Date(start).toISOString(),
			'',
			seconds === null ? 'chat' : 'voice',
			premium ? 'premium' : 'standard',
			agent,
			entity,
			seconds === null ? messages : '',
			seconds ?? '',
			'',
			''
		].join(',');
	await importFile(store, settings, canonicalFile(ROWS.map(line)));
	const usage = sure(await loadUsage(store, settings));
	const months: Month[] = [];
	for (const terms of usage.terms) {
		const { cycle } = terms;
		const rows = ROWS.filter(({ start }) => start >= cycle.start && start < cycle.end);
		if (!hasTier(terms)) throw new Error('a month without a plan');
		const ledger = await ledgerView(usage, terms, await usage.ledger(terms));
		months.push({ cycle, complete: cycle.end <= usage.asOf, rows, demand: sumOf(rows, credits), ledger });
	}
	const whole = months.filter(({ complete }) => complete);
	return { store, usage, rows: ROWS, months, whole, last: sure(months.at(-1)) };
}

/** Exact sums as credits. */
export const ofUnits = (units: number): number => units / UNITS_PER_CREDIT;

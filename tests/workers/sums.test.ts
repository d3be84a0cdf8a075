import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { init, parse } from '@guanmingchiu/sqlparser-ts';
import { SparkSQL } from 'dt-sql-parser/dist/parser/spark';
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino';
import { afterAll, describe, expect, test } from 'vitest';
import { seeded } from '$lib/engine/forecast';
import { readyLayers, writeDocument, type Store } from '$lib/db';
import { importSums } from '$lib/workers/jobs/importSums';
import { asWriter } from '$lib/workers/jobs/locks';
import { convertParquet } from '$lib/workers/read/parquet';
import { SETTINGS } from '$lib/workers/settings/document';
import { sure } from '../support/sure';
import { canonicalFile, importFile, newStore, settingsWith } from '../support/usage';
import { figuresOf } from '../support/workspaces';

const folder = mkdtempSync(join(tmpdir(), 'sums-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = settingsWith({ timeZone: 'America/Toronto', tier: 20_000, overage: 'off' });
const [card] = settings.rateCards;
const { shortCallSeconds, initialSeconds, incrementSeconds } = card?.voiceRounding ?? {
	shortCallSeconds: -1,
	initialSeconds: -1,
	incrementSeconds: -1
};
const MARK = `# drawdown-summary: version=1 shortCallSeconds=${shortCallSeconds} initialSeconds=${initialSeconds} incrementSeconds=${incrementSeconds} timeZone=America/Toronto`;

const sqlOf = (dialect: string) => readFileSync(`static/sql/summary.${dialect}.sql`, 'utf8');
/** As the other parsers say it, who list mistakes: this one throws at the first. */
async function mistakesInClickHouse(sql: string): Promise<unknown[]> {
	await init();
	try {
		parse(sql, 'clickhouse');
		return [];
	} catch (mistake) {
		return [mistake];
	}
}
/** The shipped text with the rule of the settings in the marked places. */
const withRule = (sql: string) =>
	sql
		.replace('0 AS short_call_seconds', `${shortCallSeconds} AS short_call_seconds`)
		.replace('60 AS initial_seconds', `${initialSeconds} AS initial_seconds`)
		.replace('60 AS increment_seconds', `${incrementSeconds} AS increment_seconds`);

/** Chats and calls of seven weeks around a clock change, some of them on the second before or after a local midnight. */
function events(): string[] {
	const random = seeded(11);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const midnight = Date.UTC(2026, 9, 10, 4);
	return Array.from({ length: 3_000 }, (_, k) => {
		const day = midnight + Math.floor(random() * 49) * 86_400_000;
		const at = random() < 0.2 ? day + pick([-1, 0, 1, 3_599_999, 3_600_000]) : day + random() * 86_400_000;
		const start = new Date(at).toISOString();
		const names = `${pick(['', 'Nora', 'Bo, "the" agent'])},${pick(['', 'Sales', 'Zoé'])}`.split(',');
		const quoted = names.length > 2 ? `"Bo, ""the"" agent",${names.at(-1)}` : names.join();
		const kind = pick(['', 'standard', 'premium']);
		if (random() < 0.4) return `i${k},${start},,chat,${kind},${quoted},${Math.floor(random() * 30)},,,`;
		const length = pick([0, 9.999, 10, 59.9996, 60, 60.001, 61, Math.round(random() * 900_000) / 1_000]);
		const end = random() < 0.1 ? new Date(Date.parse(start) + length * 1_000).toISOString() : '';
		return `i${k},${start},${end},voice,${kind},${quoted},,${end ? '' : length},,`;
	});
}

async function emptyStore(): Promise<Store> {
	const store = await newStore();
	await writeDocument(store, SETTINGS, JSON.stringify(settings), 0);
	return store;
}

const take = (store: Store, file: File, anyway = false) =>
	asWriter(store, (term) => importSums(store, term, settings, file, anyway));

/** What is read of a report (docs/schema). */
interface Report {
	readonly asOf: string;
	readonly usage: {
		readonly interactions: number;
		readonly agents: readonly (Record<'thisCycle' | 'sinceActivation', Record<string, unknown>> &
			Record<'activatedAt' | 'agent' | 'entity', string>)[];
		readonly cycles: readonly Record<string, unknown>[];
	};
}

/** What must be the same of rows and of their sums: who used what in which cycle, to the last credit. */
async function totals(store: Store) {
	const report = sure(await figuresOf(store)).report as Report;
	const agents = report.usage.agents.map(({ thisCycle, sinceActivation, activatedAt: _day, ...agent }) => {
		// Sums tell a first use to the day, and no cases.
		const [{ cases: _, ...now }, { cases: __, ...ever }] = [thisCycle, sinceActivation];
		return { ...agent, now, ever };
	});
	const cycles = report.usage.cycles.map(
		({ interactions, messages, calls, nonBillableCalls, billableMinutes, credits }) => ({
			...{ interactions, messages, calls, nonBillableCalls },
			...{ billableMinutes, credits }
		})
	);
	return { interactions: report.usage.interactions, agents, cycles };
}

describe('sums that another engine makes where the events are', () => {
	test('are the same figures in DuckDB as from the events themselves, from a partitioned folder, too', async () => {
		const rows = events();
		const own = await emptyStore();
		await importFile(own, settings, canonicalFile(rows));
		const expected = await totals(own);
		expect(expected.interactions).toBe(3_000);

		const csv = join(folder, 'usage.csv');
		writeFileSync(csv, await canonicalFile(rows).text());
		const duck = await (await DuckDBInstance.create(':memory:')).connect();
		const types = `{'started_at': 'TIMESTAMPTZ', 'ended_at': 'TIMESTAMPTZ', 'messages': 'BIGINT', 'duration_seconds': 'DECIMAL(18, 6)', 'class': 'VARCHAR', 'agent': 'VARCHAR', 'entity': 'VARCHAR'}`;
		await duck.run(
			`COPY (SELECT *, strftime(started_at AT TIME ZONE 'UTC', '%Y-%m') AS month FROM read_csv('${csv}', header = true, types = ${types})) TO '${folder}/events' (FORMAT parquet, PARTITION_BY (month))`
		);
		const rowsFile = join(folder, 'summary-rows.csv');
		await duck.run(
			withRule(sqlOf('duckdb'))
				.replace('events/**/*.parquet', `${folder}/events/**/*.parquet`)
				.replace('summary-rows.csv', rowsFile)
		);

		// As Parquet, as the end of the text says.
		const parquet = join(folder, 'summary.parquet');
		const [, rule] = MARK.split(': ');
		await duck.run(
			sqlOf('duckdb')
				.slice(sqlOf('duckdb').indexOf('COPY (SELECT * FROM read_csv'))
				.replace(/^-- /gm, '')
				.replace('summary-rows.csv', rowsFile)
				.replace("'summary.parquet'", `'${parquet}'`)
				.replace(/version=1[^']*/, rule ?? '')
		);
		const { sums, text } = await convertParquet(
			new File([readFileSync(parquet)], 'summary.parquet'),
			() => {}
		);
		expect(sums).toBe(true);
		const other = await emptyStore();
		expect(await take(other, new File([text], 'summary.parquet'))).toMatchObject({ interactions: 3_000 });
		expect(await totals(other)).toEqual(expected);

		const store = await emptyStore();
		const file = new File([`${MARK}\n`, readFileSync(rowsFile)], 'summary.csv');
		const done = await take(store, file);
		expect(done).toMatchObject({ kind: 'done', interactions: 3_000 });
		expect(await totals(store)).toEqual(expected);
		// The very same file again changes nothing, and is no file beside itself.
		expect(await take(store, file)).toEqual({ kind: 'already', name: 'summary.csv' });
	});

	test.each([
		['spark', new SparkSQL()],
		['trino', new TrinoSQL()],
		['clickhouse', { validate: mistakesInClickHouse }]
	])('are texts without a mistake to a parser of %s', async (dialect, parser) => {
		expect(await parser.validate(sqlOf(dialect))).toEqual([]);
		// The parser does find one where there is one.
		expect(await parser.validate(sqlOf(dialect).replace('GROUP BY day,', 'GROUP BY,'))).not.toEqual([]);
	});

	test('ask the same of every engine: the texts differ in what each calls things', () => {
		const shape = (dialect: string) =>
			sqlOf(dialect)
				.slice(sqlOf(dialect).indexOf('rounded AS'), sqlOf(dialect).indexOf('SELECT\n\tday,'))
				.replace(/\* (?:\(\(|intDiv\()[^\n]*\n/, '* QUOTIENT\n');
		for (const dialect of ['spark', 'trino', 'clickhouse']) expect(shape(dialect)).toBe(shape('duckdb'));
	});
});

describe('a file of sums', () => {
	const HEADER =
		'day,channel,class,agent,entity,interactions,messages,seconds,billable_seconds,non_billable_calls';
	const sums = (rows: readonly string[], mark = MARK, name = 'summary.csv') =>
		new File([[mark, HEADER, ...rows, ''].join('\n')], name);
	const MARCH = '2026-03-02,chat,,Nora,,5,50,0,0,0';

	test('counts by itself, labelled as sums, to the end of its last day', async () => {
		const store = await emptyStore();
		await take(store, sums([MARCH, '2026-03-05,voice,premium,Nora,Sales,2,0,90.5,120,0']));
		const report = sure(await figuresOf(store)).report as Report;
		expect(report.usage.interactions).toBe(7);
		expect(report.asOf).toBe('2026-03-06T05:00:00.000Z');
		expect((await readyLayers(store.db)).map(({ summary }) => summary?.timeZone)).toEqual([
			'America/Toronto'
		]);
	});

	test('writes nothing where other files hold its days, unless it is to be done anyway', async () => {
		const store = await emptyStore();
		await importFile(
			store,
			settings,
			canonicalFile(['x,2026-03-02T15:00:00Z,,voice,,Nora,,,60,,'], 'calls.csv')
		);
		const file = sums([MARCH]);
		expect(await take(store, file)).toEqual({ kind: 'beside', files: ['calls.csv'] });
		expect(await readyLayers(store.db)).toHaveLength(1);
		expect(await take(store, file, true)).toMatchObject({ kind: 'done', interactions: 5 });
		expect((await totals(store)).interactions).toBe(6);
	});

	test.each([
		['zone', MARK.replace('America/Toronto', 'Europe/Paris'), MARCH],
		[
			'rounding',
			MARK.replace(/incrementSeconds=\d+/, 'incrementSeconds=7'),
			'2026-03-05,voice,,Nora,,2,0,90,120,0'
		],
		['value', MARK, MARCH.replace(',5,', ',five,')],
		['mark', 'day,channel', MARCH]
	])('is refused by name for its %s, with nothing written', async (reason, mark, row) => {
		const store = await emptyStore();
		await expect(take(store, sums([row], mark))).rejects.toMatchObject({
			code: 'sumsRefused',
			params: { file: 'summary.csv', reason }
		});
		expect(await readyLayers(store.db)).toEqual([]);
	});
});

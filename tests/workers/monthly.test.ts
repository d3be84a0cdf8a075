import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument, readyLayers, type Store } from '$lib/db';
import { sniff } from '$lib/engine/ingest';
import { monthlyColumns } from '$lib/engine/ingest/monthlyColumns';
import { creditsOfUnits, minutesOfSeconds } from '$lib/engine/rating';
import type { Compared, MonthlyTable } from '$lib/workers/api';
import { forget, planForget } from '$lib/workers/jobs/forget';
import { forecast } from '$lib/workers/jobs/forecast';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { readMonthlyFile } from '$lib/workers/monthly/read';
import {
	changeTables,
	MONTHLY,
	readTables,
	sharedWith,
	summaryOf,
	withTable
} from '$lib/workers/monthly/tables';
import { usageView } from '$lib/workers/query/explore/agents';
import { monthlyCheck } from '$lib/workers/query/explore/monthly';
import { forecastInput } from '$lib/workers/query/history';
import { readSettings } from '$lib/workers/settings/document';
import { sure } from '../support/sure';
import { decode, loadUsage } from '../support/usage';
import { backupOf, figuresOf, partsOf, randomWorkspace, restored } from '../support/workspaces';

async function keep(store: Store, ...more: MonthlyTable[]): Promise<void> {
	await changeTables(store, (tables) => more.reduce((all, one) => withTable(all, one), tables));
}

/** The workspace has these tables alone. */
const only = (store: Store, ...tables: MonthlyTable[]) => changeTables(store, () => tables);

async function table(name: string, text: string): Promise<MonthlyTable> {
	const file = new File([text], name);
	const found = sniff(new Uint8Array(await file.arrayBuffer()), name, file.size, decode);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	const { sniffed } = found;
	const columns = sure(monthlyColumns(sniffed.header));
	const choice = { month: null, marks: null };
	return (await readMonthlyFile({ file, converted: null }, sniffed, columns, choice)).table;
}

/** A workspace with rows in several cycles. */
let store: Store;
let before: Awaited<ReturnType<typeof everything>>;
const SEED = 8;

/** All that counts, as the screens read it, and every byte of cubes and rows. */
async function everything(store: Store) {
	const { value: settings } = await readSettings(store.db);
	const usage = sure(await loadUsage(store, settings));
	const stored: unknown[] = [];
	for (const name of ['num', 'text', 'live', 'dictionaries', 'cubes'] as const)
		stored.push(
			await store.db.getAllKeys(name),
			(await store.db.getAll(name)).map((bytes) => new Uint8Array(bytes))
		);
	return {
		figures: await figuresOf(store),
		forecast: forecast(await forecastInput(usage, 1, 200)),
		people: (await usage.people()).cells,
		time: usage.time,
		stored
	};
}

beforeAll(async () => {
	store = await randomWorkspace(SEED);
	before = await everything(store);
});

const checkOf = async (channel: 'voice' | 'chat', wanted: string | number | null = null) => {
	const { value: settings } = await readSettings(store.db);
	return monthlyCheck(
		store.db,
		await loadUsage(store, settings),
		(await readTables(store.db)).tables,
		channel,
		wanted
	);
};

describe('a monthly table', () => {
	test('changes no total: ledgers, forecast, cubes and rows are equal to the last bit before and after', async () => {
		expect((await readyLayers(store.db)).length).toBeGreaterThan(0);
		await keep(
			store,
			await table(
				'huge.csv',
				'Agent,Month,Calls,Minutes,Messages,Credits\nBooking,2026-10,999999,999999,999999,999999\n'
			)
		);
		expect(await everything(store)).toEqual(before);
		expect(sure(await checkOf('voice')).sums.map(({ stated }) => stated)).toEqual([
			999_999, 999_999, 999_999
		]);
		await only(store);
		expect(await everything(store)).toEqual(before);
		expect(await checkOf('voice')).toBeNull();
	});

	test('that states what was counted agrees with the tables of AI Voice and AI Messaging in every figure', async () => {
		const { value: settings } = await readSettings(store.db);
		const usage = sure(await loadUsage(store, settings));
		const [{ cycle }] = usage.terms as [(typeof usage.terms)[number]];
		const month = new Date(cycle.start + 36e5 * 24).toISOString().slice(0, 7);
		const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
		for (const [channel, header] of [
			['voice', 'Month,Entity,AI agent,Calls engaged,Billable minutes,Non-billable calls,Credits'],
			['chat', 'Month,Entity,AI agent,Messages,Engaged cases,Credits']
		] as const) {
			const { rows } = await usageView(store.db, usage, cycle.start, channel);
			const used = rows.filter(({ thisCycle }) => thisCycle.interactions > 0);
			expect(used.length).toBeGreaterThan(0);
			const lines = used.map(({ entity, agent, thisCycle: sums }) => {
				const own =
					channel === 'voice'
						? [sums.interactions, minutesOfSeconds(sums.seconds), sums.nonBillable]
						: [sums.messages, sums.cases];
				return [month, quoted(entity), quoted(agent), ...own, creditsOfUnits(sums.units)].join(',');
			});
			const stated = await table(`${channel}.csv`, [header, ...lines].join('\n'));
			expect(stated.leftOut).toBe(0);
			const check = sure(await monthlyCheck(store.db, usage, [stated], channel, cycle.start));
			expect([check.month, check.months]).toEqual([month, [month]]);
			expect(check.rows).toHaveLength(used.length * (channel === 'voice' ? 4 : 3));
			expect(check.rows.filter(({ difference }) => difference !== 0)).toEqual([]);

			// Without one of its rows that one is only counted; another name is only stated.
			const off = {
				...stated,
				rows: [...stated.rows.slice(1), { ...sure(stated.rows[0]), agent: 'Nobody' }]
			};
			const { rows: compared } = sure(await monthlyCheck(store.db, usage, [off], channel, month));
			const only = (side: (row: Compared) => unknown) => compared.filter((row) => side(row) === null).length;
			expect([only(({ stated: s }) => s), only(({ counted }) => counted)]).toEqual(
				channel === 'voice' ? [4, 4] : [3, 3]
			);
		}
	});

	test('of a month without usage is shown alone, and says so', async () => {
		const early = await table('early.csv', 'Agent,Month,Calls\nBooking,2020-01,7\n');
		const { value: settings } = await readSettings(store.db);
		for (const usage of [await loadUsage(store, settings), null])
			expect(await monthlyCheck(store.db, usage, [early], 'voice', null)).toEqual({
				...{ month: '2020-01', months: ['2020-01'], known: 'none' },
				rows: [
					{
						...{ agent: 'Booking', entity: null, figure: 'calls', both: false },
						...{ table: 'early.csv', stated: 7, counted: null, difference: null }
					}
				],
				files: ['early.csv'],
				sums: [
					{
						figure: 'calls',
						stated: 7,
						counted: null,
						difference: null,
						rows: 1,
						differing: 0,
						differingBy: 0,
						onlyStated: 1,
						onlyCounted: 0
					}
				]
			});
		expect(await monthlyCheck(store.db, null, [early], 'chat', null)).toBeNull();
	});

	test('is there once, is told without its rows, and comes back to its place; two tabs lose nothing', async () => {
		const [a, b, c] = await Promise.all(
			['a', 'b', 'c'].map((name, k) => table(name, `Agent,Month,Calls\nNora,2026-1${k},${k}\nBo,2026-12,1\n`))
		);
		await only(store);
		await Promise.all([sure(a), sure(b), sure(c)].map((one) => keep(store, one, one)));
		const { tables } = await readTables(store.db);
		expect(tables.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
		expect(summaryOf(sure(c))).toEqual({
			...{ name: 'c', digest: sure(c).digest, leftOut: 0 },
			...{ rows: 2, agents: 2, first: '2026-12', last: '2026-12' }
		});
		expect(sharedWith(sure(c).rows, [sure(a), sure(b)])).toEqual({ rows: 1, files: ['a', 'b'] });
		const back = withTable([sure(a), sure(c)], sure(b), 1);
		expect(back.map(({ name }) => name).join('')).toBe('abc');
		expect(withTable(back, sure(b), 0)).toBe(back);
	});

	test('goes into a backup and comes back from it, byte for byte', async () => {
		const one = await table('kept.csv', 'Agent,Month,Entity,Minutes\nZoé,2026-10,Main,"1,264.5"\n');
		await only(store, one);
		const file = await backupOf(store);
		const names = (await partsOf(file)).map(({ name }) => name);
		expect(names).toContain('documents/monthly.json');
		const back = await restored(file);
		expect((await readTables(back.db)).tables).toEqual([one]);
		expect(await backupOf(back)).toEqual(file);
		back.db.close();
	});

	test('lets go of a person as everything else does', async () => {
		const one = await table(
			'Ada-2026.csv',
			'Agent,Month,Entity,Calls\nAda,2026-10,Ada,1\nBo,2026-10,Ada,2\nAdam,2026-10,,3\n'
		);
		await only(store, one);
		expect(await planForget(store, 'Ada')).toEqual({ files: [], entries: 3, code: null });
		await asWriter(store, (term) => forget(store, term, 'Ada', NOBODY));
		const { tables } = await readTables(store.db);
		expect(tables[0]?.name).toBe('forgotten-1-2026.csv');
		expect(tables[0]?.rows.map(({ agent, entity }) => [agent, entity])).toEqual([
			['forgotten-1', 'forgotten-1'],
			['Bo', 'forgotten-1'],
			['Adam', '']
		]);
		expect(sure(await readDocument(store.db, MONTHLY)).json).not.toMatch(/Ada(?!m)/);
		expect(await planForget(store, 'Ada')).toBeNull();
	});
});

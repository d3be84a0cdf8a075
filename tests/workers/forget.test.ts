import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	allLayers,
	readDocument,
	readyLayers,
	stagingLayers,
	updateLayer,
	writeDocument,
	type Store
} from '$lib/db';
import { decodeText, readText, replaceText, TEXT_CASE, TEXT_ID, utf8 } from '$lib/engine/table';
import type { Settings } from '$lib/workers/api';
import { forget, planForget } from '$lib/workers/jobs/forget';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { readSettings, SETTINGS } from '$lib/workers/settings/document';
import { PRIVACY } from '$lib/workers/settings/privacyKey';
import { entryFor } from '../support/rows';
import { sure } from '../support/sure';
import { canonicalFile, importFile, newStore, settingsWith } from '../support/usage';
import { backupOf, figuresOf, partsOf } from '../support/workspaces';

const ADA = '+15145550199';
const text = new TextDecoder();
const metered = settingsWith(
	{ tier: 20_000, overage: 'on' },
	{
		agents: [entryFor(ADA, { class: 'premium', tags: { owner: ADA, site: 'Laval' } }), entryFor('Bo')],
		events: [
			{
				name: ADA,
				kind: 'newAgent',
				from: '2026-12-01',
				to: null,
				channel: null,
				class: null,
				creditsPerDay: 10
			}
		],
		otherCards: [
			{
				id: 'other',
				name: ADA,
				source: ADA,
				readAt: '2026-11-26',
				currency: 'USD',
				fee: '5',
				chat: { model: 'flat' },
				voice: null
			}
		]
	}
);

const take = (store: Store, what = ADA, watcher = NOBODY) =>
	asWriter(store, (term) => forget(store, term, what, watcher));

interface Row {
	readonly minute: number;
	readonly id: string;
	readonly agent: string;
	readonly entity: string;
	readonly case: string;
	readonly outcome: string;
}

const anyOf = (...texts: string[]) => fc.constantFrom('', ...texts);
const someRows = fc.array(
	fc.record({
		minute: fc.nat(40_000),
		id: anyOf(ADA, 'i1', 'i2', `${ADA}0`),
		agent: anyOf(ADA, 'Bo', 'Cy'),
		entity: anyOf(ADA, 'Sales'),
		case: anyOf(ADA, 'c1', 'c2'),
		outcome: anyOf(ADA, 'handled')
	}),
	{ minLength: 1, maxLength: 30 }
);
/** Files that are alike are one. */
const someFiles = fc.uniqueArray(someRows, {
	selector: (rows) => JSON.stringify(rows),
	minLength: 1,
	maxLength: 3
});
const fileOf = (rows: readonly Row[], name: string) =>
	canonicalFile(
		rows.map(({ minute, id, agent, entity, outcome, case: caseId }, k) => {
			const start = new Date(Date.UTC(2026, 9, 1) + minute * 60_000).toISOString();
			return `${id},${start},,voice,,${agent},${entity},,${30 + k},${caseId},${outcome}`;
		}),
		name
	);
const holds = (row: Row) => [row.id, row.agent, row.entity, row.case, row.outcome].includes(ADA);

/** Everything that the workspace's database holds, as one text. */
async function everything({ db }: Store): Promise<string> {
	const parts: string[] = [];
	for (const name of db.objectStoreNames)
		for (const value of await db.getAll(name))
			parts.push(value instanceof ArrayBuffer ? text.decode(value) : JSON.stringify(value));
	return parts.join('\n');
}

/** Id and case of every row, in the order of the layers. */
async function rowTexts(store: Store): Promise<string[]> {
	const found: string[] = [];
	for (const { id, blocks } of await allLayers(store.db))
		for (const [seq, { rows }] of blocks.entries()) {
			const { columns } = decodeText(sure(await store.db.get('text', [id, seq])));
			const read = (column: number, row: number) =>
				readText(sure(columns[column]), row, (bytes) => text.decode(bytes));
			for (let row = 0; row < rows; row++) found.push(`${read(TEXT_ID, row)} ${read(TEXT_CASE, row)}`);
		}
	return found;
}

/** Figures under which texts and their pseudonyms are the same. */
async function figures(store: Store, ...names: readonly string[]): Promise<unknown> {
	const found = JSON.stringify(await figuresOf(store), (_, value: unknown) =>
		ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value
	);
	const same = JSON.parse(names.reduce((all, name, k) => all.replaceAll(name, `someone ${k}`), found)) as {
		report: { usage: { agents: { agent: string; entity: string }[] } };
	} | null;
	// Names are listed by the alphabet.
	same?.report.usage.agents.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
	return same;
}

async function filled(files: readonly (readonly Row[])[], settings: Settings = metered): Promise<Store> {
	const store = await newStore();
	await writeDocument(store, SETTINGS, JSON.stringify(settings), 0);
	for (const [k, rows] of files.entries())
		await importFile(store, settings, fileOf(rows, k === 0 ? `calls ${ADA}.csv` : `calls ${k}.csv`));
	return store;
}

describe('forgetting a person', () => {
	it('leaves the text nowhere, nor what was computed from it, and every figure as it was', async () => {
		await fc.assert(
			fc.asyncProperty(someFiles, async (files) => {
				const store = await filled(files);
				const before = await figures(store, ADA);
				const texts = await rowTexts(store);
				const plan = sure(await planForget(store, ADA));
				expect(plan.entries).toBe(3);
				const counts = (await readyLayers(store.db)).map(({ name }) => {
					const rows = files[name.includes(ADA) ? 0 : Number(name[6])] as readonly Row[];
					return { name, interactions: rows.filter(holds).length, coded: 0 };
				});
				expect(plan.files).toEqual(
					counts.filter(({ name, interactions }) => interactions > 0 || name.includes(ADA))
				);

				expect(await take(store)).not.toBeNull();
				const all = await everything(store);
				expect(all.replaceAll(`${ADA}0`, '')).not.toContain(ADA);
				expect(await figures(store, 'forgotten-1')).toEqual(before);
				expect(await planForget(store, ADA)).toBeNull();
				expect(await stagingLayers(store.db)).toEqual([]);
				// Layers have new ids, and with them another order.
				const changed = texts.map((one) =>
					one
						.split(' ')
						.map((t) => (t === ADA ? 'forgotten-1' : t))
						.join(' ')
				);
				expect((await rowTexts(store)).toSorted()).toEqual(changed.toSorted());
				for (const { name, bytes } of await partsOf(await backupOf(store)))
					expect(text.decode(bytes).replaceAll(`${ADA}0`, ''), name).not.toContain(ADA);
			}),
			{ numRuns: 40 }
		);
	});

	it('leaves one case of several files one case', async () => {
		const row = { minute: 5, id: '', agent: 'Bo', entity: '', case: ADA, outcome: '' };
		const store = await filled([[row], [{ ...row, minute: 90 }]]);
		const cases = (found: Awaited<ReturnType<typeof figuresOf>>) =>
			JSON.stringify(found?.report).match(/"cases":\d+/g);
		expect(cases(await figuresOf(store))).toEqual(['"cases":1', '"cases":1']);
		await take(store);
		expect(cases(await figuresOf(store))).toEqual(['"cases":1', '"cases":1']);
		expect(await rowTexts(store)).toEqual([' forgotten-1', ' forgotten-1']);
	});

	it('of which an earlier version left the number alone, a case is one of its file', async () => {
		const row = { id: '', agent: 'Bo', entity: '', case: ADA, outcome: '' };
		const rows = (first: number) => [0, 1, 2].map((k) => ({ ...row, minute: first + k }));
		const store = await filled([rows(0), rows(100)]);
		const cases = async () => JSON.stringify((await figuresOf(store))?.report).match(/"cases":\d+/g);
		expect(await cases()).toEqual(['"cases":1', '"cases":1']);
		for (const { id } of await readyLayers(store.db)) {
			const texts = sure(await store.db.get('text', [id, 0]));
			await store.db.put('text', replaceText(texts, [0, 1, 2], utf8(ADA), utf8('')), [id, 0]);
		}
		expect(await cases()).toEqual(['"cases":2', '"cases":2']);
	});

	it('gives two ids two pseudonyms', async () => {
		const row = { agent: 'Bo', entity: '', case: '', outcome: '' };
		const ids = ['+1514', '+1819', 'forgotten-2'];
		const store = await filled([ids.map((id, minute) => ({ ...row, id, minute }))]);
		for (const id of ids.slice(0, 2)) await take(store, id);
		expect(await rowTexts(store)).toEqual(['forgotten-1 ', 'forgotten-3 ', 'forgotten-2 ']);
	});

	it('reaches what Undo could bring back, and sums by day', async () => {
		const row = { id: 'x', agent: ADA, entity: 'Sales', case: '', outcome: '' };
		const store = await filled([
			[
				{ ...row, minute: 0 },
				{ ...row, minute: 130_000 }
			],
			[{ ...row, minute: 9 }]
		]);
		await asWriter(store, (term) => retain(store, term, metered, 1, NOBODY));
		const removed = sure((await readyLayers(store.db)).find(({ name }) => name === 'calls 1.csv'));
		await asWriter(store, (term) => updateLayer(store, term, removed.id, { state: 'removed' }));
		expect(await everything(store)).toContain(ADA);
		const before = await figures(store, ADA);
		await take(store);
		expect(await everything(store)).not.toContain(ADA);
		expect(await figures(store, 'forgotten-1')).toEqual(before);
		expect((await allLayers(store.db)).map(({ state }) => state).sort()).toEqual([
			'ready',
			'ready',
			'removed'
		]);
	});

	it('takes a number that no file and no setting has, and the second person gets the next one', async () => {
		const row = { minute: 1, id: '', entity: '', case: '', outcome: '' };
		const store = await filled([
			[
				{ ...row, agent: ADA },
				{ ...row, agent: 'forgotten-1' },
				{ ...row, agent: 'Bo' }
			]
		]);
		await take(store);
		await take(store, 'Bo');
		const { agents, events } = (await readSettings(store.db)).value;
		expect(events.map(({ name }) => name)).toEqual(['forgotten-2']);
		expect(agents.map(({ agent }) => agent)).toEqual(['forgotten-2', 'forgotten-3']);
		expect(agents[0]?.tags).toEqual({ owner: 'forgotten-2', site: 'Laval' });
		expect(agents[0]?.class).toBe('premium');
		const report = JSON.stringify(await figuresOf(store));
		expect(report).toContain('forgotten-3');
		expect(report).not.toContain('"Bo"');
	});

	it('finds a person under the code that stands in the place of the text, too, and changes no figure', async () => {
		const row = { minute: 1, id: '', entity: 'Sales', case: '', outcome: '' };
		const store = await newStore();
		await writeDocument(store, SETTINGS, JSON.stringify(metered), 0);
		const rows = (first: number) => [
			{ ...row, agent: ADA, case: ADA, minute: first },
			{ ...row, agent: 'Bo', case: ADA, minute: first + 1 },
			{ ...row, agent: 'Bo', minute: first + 2 }
		];
		const columns = { agent: 5, case: 9 };
		const coded = { veils: [{ column: columns.agent, as: 'hash' as const }] };
		await importFile(store, metered, fileOf(rows(0), 'coded.csv'), {
			veils: [...coded.veils, { column: columns.case, as: 'hash' }]
		});
		await importFile(store, metered, fileOf(rows(100), 'half.csv'), coded);
		await importFile(store, metered, fileOf(rows(200), 'plain.csv'));
		const key = Buffer.from(
			sure(/[0-9a-f]{64}/.exec(sure(await readDocument(store.db, PRIVACY)).json))[0],
			'hex'
		);
		const code = createHmac('sha256', key).update(ADA).digest('hex').slice(0, 32);
		const { value, revision } = await readSettings(store.db);
		const named = { ...value, agents: [...value.agents, entryFor(code, { class: 'premium' })] };
		await writeDocument(store, SETTINGS, JSON.stringify(named), revision);
		expect(await everything(store)).toContain(code);
		const before = (await rowTexts(store)).toSorted();
		const counted = await figures(store, ADA, code);

		expect(await planForget(store, ADA)).toEqual({
			files: [
				{ name: 'coded.csv', interactions: 2, coded: 2 },
				{ name: 'half.csv', interactions: 2, coded: 1 },
				{ name: 'plain.csv', interactions: 2, coded: 0 }
			],
			entries: 4,
			code
		});
		expect(await take(store)).not.toBeNull();
		const all = await everything(store);
		expect(all).not.toContain(ADA);
		expect(all).not.toContain(code);
		expect((await rowTexts(store)).toSorted()).toEqual(
			before.map((one) => one.replace(ADA, 'forgotten-1').replace(code, 'forgotten-2')).toSorted()
		);
		expect(await figures(store, 'forgotten-1', 'forgotten-2')).toEqual(counted);
		expect(await planForget(store, ADA)).toBeNull();
	});

	it('leaves neither text nor code, and every figure as it was, whichever columns are kept as codes', async () => {
		const hidden = fc.subarray([0, 5, 6, 9, 10]);
		await fc.assert(
			fc.asyncProperty(
				fc.array(hidden, { minLength: 3, maxLength: 3 }),
				someFiles,
				async (columns, files) => {
					const store = await newStore();
					const settings = settingsWith({ tier: 20_000, overage: 'on' });
					await writeDocument(store, SETTINGS, JSON.stringify(settings), 0);
					for (const [k, rows] of files.entries())
						await importFile(store, settings, fileOf(rows, `calls ${k}.csv`), {
							veils: sure(columns[k]).map((column) => ({ column, as: 'hash' }))
						});
					const plan = await planForget(store, ADA);
					expect((plan?.files ?? []).map(({ name, interactions }) => [name, interactions])).toEqual(
						files
							.map((rows, k) => [`calls ${k}.csv`, rows.filter(holds).length] as const)
							.filter(([, count]) => count > 0)
					);
					const texts = [ADA, ...(plan?.code ? [plan.code] : [])];
					const all = await everything(store);
					const standing = texts.filter((one) => all.replaceAll(`${ADA}0`, '').includes(one));
					const before = await figures(store, ...standing);
					expect((await take(store)) !== null).toBe(standing.length > 0);
					const left = (await everything(store)).replaceAll(`${ADA}0`, '');
					for (const one of texts) expect(left).not.toContain(one);
					expect(await figures(store, ...standing.map((_, k) => `forgotten-${k + 1}`))).toEqual(before);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('of whom a file keeps the code alone gets the first number, and last four digits stay', async () => {
		const row = { id: '', agent: ADA, entity: '', outcome: '' };
		const store = await newStore();
		await writeDocument(store, SETTINGS, JSON.stringify(settingsWith({})), 0);
		const file = fileOf([{ ...row, case: ADA, minute: 1 }], 'coded.csv');
		await importFile(store, metered, file, {
			veils: [
				{ column: 5, as: 'lastFour' },
				{ column: 9, as: 'hash' }
			]
		});
		const plan = sure(await planForget(store, ADA));
		expect(plan.files).toEqual([{ name: 'coded.csv', interactions: 1, coded: 1 }]);
		await take(store);
		expect(await rowTexts(store)).toEqual([' forgotten-1']);
		expect(JSON.stringify(await figuresOf(store))).toContain('"agent":"0199"');
	});

	it('changes nothing where the text stands nowhere, or is a word of the settings', async () => {
		const store = await filled([[{ minute: 1, id: '', agent: 'Bo', entity: '', case: '', outcome: '' }]]);
		// The term alone moves on: each holding of the lock is one.
		const stored = async () => (await everything(store)).replace(/"term":\d+.*/, '');
		const before = await stored();
		for (const what of ['Nobody', 'premium', 'bo', 'B']) {
			expect(await planForget(store, what), what).toBeNull();
			expect(await take(store, what), what).toBeNull();
		}
		expect(await stored()).toBe(before);
	});

	it('leaves everything as it was when it is cancelled on the way', async () => {
		const rows = (first: number) =>
			Array.from({ length: 30 }, (_, k) => ({
				minute: first + k,
				id: ADA,
				agent: '',
				entity: '',
				case: '',
				outcome: ''
			}));
		const store = await filled([rows(0), rows(100), rows(200)]);
		const before = { layers: await allLayers(store.db), texts: await rowTexts(store) };
		for (const at of [1, 2, 3, 4, 5]) {
			let asked = 0;
			const cancelled = () => ++asked > at;
			await expect(take(store, ADA, { ...NOBODY, cancelled })).rejects.toMatchObject({ code: 'cancelled' });
			expect({ layers: await allLayers(store.db), texts: await rowTexts(store) }).toEqual(before);
		}
	});
});

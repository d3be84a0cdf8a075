import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLayers, readyLayers, stagingLayers, updateLayer, writeDocument, type Store } from '$lib/db';
import { decodeKeys, KEY_WORDS } from '$lib/engine/table';
import type { Settings } from '$lib/workers/api';
import { forget, planForget } from '$lib/workers/jobs/forget';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { readSettings, SETTINGS } from '$lib/workers/settings/document';
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

/** Everything that the workspace's database holds, as one text; and the fingerprints of all rows. */
async function everything({ db }: Store): Promise<string> {
	const parts: string[] = [];
	for (const name of db.objectStoreNames)
		for (const value of await db.getAll(name))
			parts.push(value instanceof ArrayBuffer ? text.decode(value) : JSON.stringify(value));
	return parts.join('\n');
}

async function rowKeys(store: Store): Promise<string[]> {
	const keys: string[] = [];
	for (const { id, blocks } of await allLayers(store.db))
		for (const block of blocks.keys()) {
			const words = decodeKeys(sure(await store.db.get('keys', [id, block])));
			for (let at = 0; at < words.length; at += KEY_WORDS)
				keys.push(words.subarray(at, at + KEY_WORDS).join());
		}
	return keys;
}

/** Figures under which the text and its pseudonym are the same. */
async function figures(store: Store, name: string): Promise<unknown> {
	const found = JSON.stringify(await figuresOf(store), (_, value: unknown) =>
		ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value
	);
	const same = JSON.parse(found.replaceAll(name, 'someone')) as {
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
				const keys = await rowKeys(store);
				const plan = sure(await planForget(store, ADA));
				expect(plan.entries).toBe(3);
				const counts = (await readyLayers(store.db)).map(({ name }) => {
					const rows = files[name.includes(ADA) ? 0 : Number(name[6])] as readonly Row[];
					return { name, interactions: rows.filter(holds).length };
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
				// Rows with it have fingerprints that say nothing of it; all others keep theirs.
				const kept = new Set(await rowKeys(store));
				const changed = keys.filter((key) => !kept.has(key)).length;
				expect(changed).toBe(files.flat().filter(holds).length);
				for (const { name, bytes } of await partsOf(await backupOf(store)))
					expect(text.decode(bytes).replaceAll(`${ADA}0`, ''), name).not.toContain(ADA);
			}),
			{ numRuns: 40 }
		);
	});

	it('gives one case of several files one new fingerprint, so that it stays one case', async () => {
		const row = { minute: 5, id: '', agent: 'Bo', entity: '', case: ADA, outcome: '' };
		const store = await filled([[row], [{ ...row, minute: 90 }]]);
		const cases = (found: Awaited<ReturnType<typeof figuresOf>>) =>
			JSON.stringify(found?.report).match(/"cases":\d+/g);
		const before = cases(await figuresOf(store));
		await take(store);
		expect(cases(await figuresOf(store))).toEqual(before);
		const prints = await Promise.all(
			(await readyLayers(store.db)).map(async ({ id }) => [
				...new Uint32Array(sure(await store.db.get('dictionaries', [id, 'case'])), 64)
			])
		);
		expect(prints[0]).toEqual(prints[1]);
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
		const before = { layers: await allLayers(store.db), keys: await rowKeys(store) };
		for (const at of [1, 2, 3, 4, 5]) {
			let asked = 0;
			const cancelled = () => ++asked > at;
			await expect(take(store, ADA, { ...NOBODY, cancelled })).rejects.toMatchObject({ code: 'cancelled' });
			expect({ layers: await allLayers(store.db), keys: await rowKeys(store) }).toEqual(before);
		}
	});
});

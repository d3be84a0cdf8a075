import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Registry, type Store } from '$lib/db';
import { freshSource, open, openedStore, openLast } from '$lib/workers/query/opened';
import { commitStaged } from '$lib/workers/jobs/import';
import { canonicalFile, importFile, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({ tier: 20_000 });
const file = (name: string) => canonicalFile([`,2026-11-02T14:00:00Z,,voice,standard,${name},,,60,,`], name);

describe('a workspace that is read before it is asked for', () => {
	const registry = new Registry();
	let first: Store;
	let last: Store;

	beforeAll(async () => {
		first = await newStore('First');
		last = await newStore('Last');
		await importFile(last, settings, file('last.csv'));
	});
	afterAll(() => registry.close());

	it('is the one that was used last', async () => {
		await registry.remember(last.workspace.id);
		expect(await openLast()).toBe(true);
		expect((await openedStore()).workspace.name).toBe('Last');
	});

	it('is looked for in the registry that there is: another in its place is for the data worker to make', async () => {
		const { open: openAny } = IDBFactory.prototype;
		vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...args) {
			if (args[0] === 'drawdown') throw new DOMException('Internal error', 'UnknownError');
			return openAny.apply(this, args);
		});
		await expect(openLast()).rejects.toMatchObject({ name: 'UnknownError' });
		vi.restoreAllMocks();
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('drawdown~2');
		expect(await openLast()).toBe(true);
	});

	it('stays open, with what was read of it, where it is the one that is asked for', async () => {
		const ahead = await openedStore();
		const { source } = await freshSource();
		await open(last.workspace.id, false);
		expect(await openedStore()).toBe(ahead);
		expect((await freshSource()).source).toBe(source);
	});

	it('is read anew when something is committed meanwhile', async () => {
		const { source } = await freshSource();
		await importFile(last, settings, file('more.csv'));
		await open(last.workspace.id, false);
		const now = (await freshSource()).source;
		expect(now?.names.layers.map(({ record }) => record.name)).toContain('more.csv');
		expect(now).not.toBe(source);
	});

	it('reads the blocks of the time that is asked for beside its names, once', async () => {
		const days = Array.from(
			{ length: 30 },
			(_, k) => `,${new Date(Date.UTC(2026, 9, 1 + k, 14)).toISOString()},,voice,standard,Ava,,,60,,`
		);
		const store = await newStore('By blocks');
		const { staged } = await stage(
			store,
			settings,
			canonicalFile(days, 'october.csv'),
			{},
			{ blockRows: 10 }
		);
		await commitStaged(store, staged);
		await open(store.workspace.id, false);
		const within = { from: Date.UTC(2026, 9, 8), to: Date.UTC(2026, 9, 12) };
		const sources = await Promise.all([freshSource(), freshSource(within), freshSource(within)]);
		const [source] = sources.map((known) => known.source);
		expect(source?.cache.reads).toBe(2);
		await freshSource({ from: Date.UTC(2026, 9, 25), to: Infinity });
		expect(source?.cache.reads).toBe(2);
		await open(last.workspace.id, false);
	});

	it('is waited for by what is asked behind it', async () => {
		await open(last.workspace.id, false);
		const opening = open(first.workspace.id, false);
		expect((await freshSource()).account.name).toBe('First');
		await opening;
		await open(last.workspace.id, false);
	});

	it('is opened anew where it was mended, where its database has a successor, and where another is asked for', async () => {
		const ahead = await openedStore();
		await open(last.workspace.id);
		const anew = await openedStore();
		expect(anew).not.toBe(ahead);
		await registry.update(last.workspace.id, { incarnation: 2 });
		await open(last.workspace.id, false);
		expect((await openedStore()).workspace.incarnation).toBe(2);
		await open(first.workspace.id, false);
		expect((await openedStore()).workspace.name).toBe('First');
	});
});

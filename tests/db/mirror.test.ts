import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import {
	beginTerm,
	check,
	commit,
	databaseName,
	follow,
	openStore,
	readDocument,
	readRoots,
	readyLayers,
	rebuild,
	revision,
	updateLayer,
	writeDocument,
	type Store
} from '$lib/db';
import { recordLength } from '$lib/engine/table';
import { newRecord, sealRecord } from '$lib/engine/table/record';
import { planRebuild } from '$lib/db/mirror/rebuild';
import type { MirrorRoot } from '$lib/db/mirror/root';
import { cycleView } from '$lib/workers/query/cycle';
import { memoryFolder } from '../support/folder';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const settings = settingsWith({ tier: 20_000 });
const file = (seed: number) =>
	canonicalFile(
		Array.from({ length: 50 }, (_, k) => {
			const start = new Date(Date.UTC(2026, 10, 1 + (k % 20), 12, k)).toISOString();
			return `i${seed}-${k},${start},,voice,,Agent ${k % 5},Line ${k % 3},,${60 + seed + k},c${k % 7},`;
		}),
		`usage-${seed}.csv`
	);
const figures = async (store: Store) => {
	const usage = sure(await loadUsage(store, settings));
	const { used, plans } = await cycleView(usage, null, false);
	return { interactions: usage.interactions, used, plans };
};

let store: Store;
let folder: ReturnType<typeof memoryFolder>;
beforeEach(async () => {
	store = await newStore();
	folder = memoryFolder();
});

const copy = async (distrusted: readonly string[] = []) =>
	follow(store, await beginTerm(store), folder, store.workspace, distrusted);

/** The browser wipes the database; the next start opens an empty one. */
async function wipe(): Promise<void> {
	store.db.close();
	await deleteDB(databaseName(store.workspace));
	store = await openStore(store.workspace);
}

const restart = async () => rebuild(store, await beginTerm(store), folder);

test('a wiped database comes back with its layers, settings and revision, and gives the same figures', async () => {
	await importFile(store, settings, file(1));
	await importFile(store, settings, file(2));
	await writeDocument(store, 'settings', '{"a":1}', 0);
	await copy();
	const before = { figures: await figures(store), revision: await revision(store.db) };
	await wipe();
	expect(await restart()).toEqual({ rebuilt: ['usage-1.csv', 'usage-2.csv'], documents: 1, lost: [] });
	expect({ figures: await figures(store), revision: await revision(store.db) }).toEqual(before);
	expect(await readDocument(store.db, 'settings')).toMatchObject({ revision: 1, json: '{"a":1}' });
	// It is whole: the next start has nothing to do, and the copy is as it was.
	expect(await restart()).toEqual({ rebuilt: [], documents: 0, lost: [] });
});

test('a database that has gone back in time follows the second copy, and drops what was dropped', async () => {
	const { layer: old } = await importFile(store, settings, file(1));
	await copy();
	const names = (await store.db.getAll('layers')).map(({ id }) => id);
	await commit(store, await beginTerm(store), { drop: [old.id] });
	await importFile(store, settings, file(2));
	await copy();
	const newest = sure((await readRoots(folder)).root);
	expect(planRebuild(newest, 1, [old], [])).toMatchObject({
		drop: names,
		layers: newest.layers,
		revision: newest.revision
	});
});

test('a layer that was dropped is not brought back by an older second copy', async () => {
	const { layer } = await importFile(store, settings, file(1));
	await copy();
	await commit(store, await beginTerm(store), { drop: [layer.id] });
	expect(await restart()).toEqual({ rebuilt: [], documents: 0, lost: [] });
	expect(await readyLayers(store.db)).toEqual([]);
	await copy();
	// Its bytes are gone from the second copy too.
	const files = () => [...folder.files.keys()].filter((name) => !name.startsWith('root-'));
	expect(files()).toEqual([]);
	// What a writer that died after its root has left goes with the next look, though nothing has changed since.
	folder.files.set(`${layer.id}.1`, new Uint8Array(9));
	await copy();
	expect(files()).toEqual([]);
});

test('a root that is torn at any byte, in any slot, leaves the one before it or the next', async () => {
	await importFile(store, settings, file(1));
	await copy();
	const first = sure((await readRoots(folder)).root);
	await writeDocument(store, 'settings', '{}', 0);
	const { create } = folder;
	// The browser dies while a slot is written: each of the three, after so many bytes.
	for (let dies = 0; dies < 3; dies++)
		for (const share of [0, 0.3, 0.99]) {
			const files = new Map(folder.files);
			let slots = 0;
			folder.create = async (name) => {
				const writer = await create(name);
				if (!name.startsWith('root-') || slots++ < dies) return writer;
				return {
					...writer,
					write(bytes) {
						writer.write(new Uint8Array(bytes as ArrayBuffer).slice(0, share * bytes.byteLength));
						throw new Error('killed');
					}
				};
			};
			const copied = await copy().catch(() => null);
			folder.create = create;
			const { root } = await readRoots(folder);
			if (dies === 0) {
				expect(copied).toBeNull();
				expect(root).toEqual(first);
			} else expect(root?.serial).toBe(first.serial + 1);
			folder.files.clear();
			for (const [name, bytes] of files) folder.files.set(name, bytes);
		}
	await copy();
	const [slot, bytes] = sure([...folder.files].find(([name]) => name.startsWith('root-')));
	const second = sure((await readRoots(folder)).root);
	for (let at = 0; at < bytes.length; at += 53) {
		const changed = bytes.slice();
		changed[at] = (changed[at] as number) ^ 1;
		folder.files.set(slot, changed);
		expect((await readRoots(folder)).root).toEqual(second);
	}
});

test('nothing of an older root stays in any slot', async () => {
	const { layer } = await importFile(store, settings, file(1));
	await copy();
	const old = sure(folder.files.get('root-1'));
	await commit(store, await beginTerm(store), { drop: [layer.id] });
	await copy();
	const slots = () => [...folder.files.values()].map((bytes) => new TextDecoder().decode(bytes));
	expect(slots().join()).not.toContain('usage-1.csv');
	// One that a crash, or a frozen writer, has left is replaced the next time.
	folder.files.set('root-1', old);
	await copy();
	expect(slots()).toHaveLength(3);
	expect(new Set(slots()).size).toBe(1);
});

test('any changed byte of a stored record is found and mended from the second copy', async () => {
	const { layer } = await importFile(store, settings, file(1));
	await copy();
	const before = await figures(store);
	for (const name of ['num', 'text', 'live'] as const)
		for (const share of [0, 0.1, 0.5, 0.99]) {
			const bytes = sure(await store.db.get(name, [layer.id, 0])).slice(0);
			const view = new Uint8Array(bytes);
			const at = Math.floor(share * view.length);
			view[at] = (view[at] as number) ^ 4;
			await store.db.put(name, bytes, [layer.id, 0]);
			expect(await check(store, folder), `${name} at ${at}`).toMatchObject({
				rebuilt: ['usage-1.csv'],
				lost: [],
				distrusted: []
			});
		}
	await store.db.delete('dictionaries', [layer.id, 'agent']);
	expect((await check(store, folder)).rebuilt).toEqual(['usage-1.csv']);
	expect(await figures(store)).toEqual(before);
	expect((await check(store, folder)).rebuilt).toEqual([]);
});

test('a record that is lost again as soon as it was mended is mended again, and not for ever', async () => {
	const { layer } = await importFile(store, settings, file(1));
	await copy();
	const key = [layer.id, 0] as [string, number];
	await store.db.delete('num', key);
	const { put } = IDBObjectStore.prototype;
	let loses = 2;
	const losing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args
	) {
		const writing = put.apply(this, args);
		return this.name === 'num' && loses-- > 0 ? (this.delete(key), writing) : writing;
	});
	expect(await check(store, folder)).toMatchObject({ rebuilt: ['usage-1.csv'], lost: [], distrusted: [] });
	expect((await check(store, folder)).rebuilt).toEqual([]);
	loses = Infinity;
	await store.db.delete('num', key);
	await expect(check(store, folder)).rejects.toMatchObject({ name: 'DataError' });
	losing.mockRestore();
});

test('a damaged file of the second copy is written anew', async () => {
	await importFile(store, settings, file(1));
	await copy();
	const [name, bytes] = sure([...folder.files].find(([key]) => !key.startsWith('root-')));
	folder.files.set(name, bytes.slice(0, bytes.length - 9));
	const { distrusted, lost } = await check(store, folder);
	expect({ distrusted: distrusted.length, lost }).toEqual({ distrusted: 1, lost: [] });
	await copy(distrusted);
	expect((await check(store, folder)).distrusted).toEqual([]);
	await wipe();
	expect((await restart()).rebuilt).toEqual(['usage-1.csv']);
});

test('what is damaged in both copies is named, and told once', async () => {
	await importFile(store, settings, file(1));
	await importFile(store, settings, file(2));
	await copy();
	const root = sure((await readRoots(folder)).root) as MirrorRoot;
	const gone = sure(root.layers.find(({ name }) => name === 'usage-1.csv'));
	folder.files.delete(sure(root.files[gone.id]));
	await wipe();
	expect(await restart()).toMatchObject({ rebuilt: ['usage-2.csv'], lost: ['usage-1.csv'] });
	await copy();
	expect(await restart()).toEqual({ rebuilt: [], documents: 0, lost: [] });
});

test('no room for a second copy leaves the first one and the old root as they were, and gives its room back', async () => {
	await importFile(store, settings, file(1));
	await copy();
	const before = new Map(folder.files);
	folder.room = [...before.values()].reduce((sum, { length }) => sum + length, 0) + 500;
	await importFile(store, settings, file(2));
	await expect(copy()).rejects.toMatchObject({ name: 'QuotaExceededError' });
	expect(new Map(folder.files)).toEqual(before);
	expect(await readyLayers(store.db)).toHaveLength(2);
	folder.room = Infinity;
	await copy();
	await wipe();
	expect((await restart()).rebuilt).toHaveLength(2);
});

test('a writer whose lock was taken over can write neither copy', async () => {
	const { layer } = await importFile(store, settings, file(1));
	await copy();
	const frozen = await beginTerm(store);
	const other = await beginTerm(store);
	const files = new Map(folder.files);
	await expect(commit(store, frozen, { drop: [layer.id] })).rejects.toMatchObject({ name: 'TermEnded' });
	await expect(updateLayer(store, frozen, layer.id, { state: 'removed' })).rejects.toMatchObject({
		name: 'TermEnded'
	});
	expect(await readyLayers(store.db)).toHaveLength(1);
	await writeDocument(store, 'settings', '{}', 0);
	await expect(follow(store, frozen, folder, store.workspace)).rejects.toMatchObject({ name: 'TermEnded' });
	const { root } = await readRoots(folder);
	expect(root?.documents).toEqual([]);
	expect([...folder.files.keys()].filter((name) => !name.startsWith('root-'))).toEqual(
		[...files.keys()].filter((name) => !name.startsWith('root-'))
	);
	await follow(store, other, folder, store.workspace);
	expect((await readRoots(folder)).root?.documents).toHaveLength(1);
});

test('the second copy does not follow a database that was lost while it was open', async () => {
	await importFile(store, settings, file(1));
	await importFile(store, settings, file(2));
	await copy();
	await wipe();
	await expect(copy()).rejects.toMatchObject({ name: 'FallenBehind' });
	expect((await restart()).rebuilt).toEqual(['usage-1.csv', 'usage-2.csv']);
});

test('a writer that was frozen before its sweep leaves the files of those who took over alone', async () => {
	await importFile(store, settings, file(1));
	const files = async () => (await folder.list()).filter((name) => !name.startsWith('root-'));
	let thaw: () => void = () => undefined;
	const frozen = new Promise<void>((resolve) => (thaw = resolve));
	let reached: () => void = () => undefined;
	const stands = new Promise<void>((resolve) => (reached = resolve));
	globalThis.drawdownFailPoint = async (place) => {
		if (place !== 'sweep:files') return;
		globalThis.drawdownFailPoint = undefined;
		reached();
		await frozen;
	};
	const first = copy();
	await stands;
	await importFile(store, settings, file(2));
	await copy();
	folder.files.set('left-by-a-crash.1', new Uint8Array(9));
	expect(await files()).toHaveLength(3);
	thaw();
	await first;
	const { root } = await readRoots(folder);
	expect((await files()).toSorted()).toEqual(Object.values(sure(root).files).toSorted());
	await wipe();
	expect((await restart()).rebuilt).toEqual(['usage-1.csv', 'usage-2.csv']);
});

test('terms go on after a database was lost, so that what a crash left before it is swept', async () => {
	const { layer } = await importFile(store, settings, file(1));
	for (let k = 0; k < 5; k++) await beginTerm(store);
	await copy();
	const { term } = sure((await readRoots(folder)).root);
	folder.files.set(`${layer.id}.${term + 1}`, new Uint8Array(9));
	await wipe();
	await restart();
	await copy();
	expect(await folder.list()).not.toContain(`${layer.id}.${term + 1}`);
});

test('a file that the second copy lacks is written anew', async () => {
	await importFile(store, settings, file(1));
	await copy();
	const name = sure((await folder.list()).find((one) => !one.startsWith('root-')));
	await folder.remove(name);
	await copy();
	await wipe();
	expect((await restart()).rebuilt).toEqual(['usage-1.csv']);
});

test('a second copy with records of an earlier version brings a layer back without them', async () => {
	await importFile(store, settings, file(1));
	await copy();
	const before = await figures(store);
	const retired = (kind: number): Uint8Array<ArrayBuffer> =>
		new Uint8Array(sealRecord(newRecord(kind as 1, 0, 96)));
	for (const [name, bytes] of folder.files) {
		if (name.startsWith('root-')) continue;
		const records: Uint8Array<ArrayBuffer>[] = [];
		for (let at = 0; at < bytes.length; at += sure(records.at(-1)).length)
			records.push(bytes.slice(at, at + sure(recordLength(bytes.slice(at).buffer))));
		const older = records.flatMap((record, k) => (k < 3 ? [record, retired(3)] : [record]));
		folder.files.set(name, new Uint8Array(await new Blob([...older, retired(6)]).arrayBuffer()));
	}
	expect(await check(store, folder)).toMatchObject({ rebuilt: [], lost: [], distrusted: [] });
	await wipe();
	expect((await restart()).rebuilt).toEqual(['usage-1.csv']);
	expect(await figures(store)).toEqual(before);
});

test('a database of the first version is brought up to this one, and its layers count as before', async () => {
	await importFile(store, settings, file(1));
	const before = await figures(store);
	const stores = ['layers', 'num', 'text', 'live', 'dictionaries', 'documents'] as const;
	const kept = await Promise.all(
		stores.map(async (name) => [name, await store.db.getAllKeys(name), await store.db.getAll(name)] as const)
	);
	const old = { ...store.workspace, id: crypto.randomUUID() };
	const { openDB } = await import('idb');
	const first = await openDB(databaseName(old), 1, {
		upgrade(db) {
			db.createObjectStore('root');
			db.createObjectStore('layers', { keyPath: 'id' }).createIndex('digest', 'digest');
			for (const name of ['num', 'text', 'keys', 'live', 'dictionaries', 'cubes']) db.createObjectStore(name);
			db.createObjectStore('documents', { keyPath: 'id' });
		}
	});
	await first.put('root', { revision: 7 }, 'root');
	for (const [name, keys, values] of kept)
		for (const [k, value] of values.entries()) {
			// As the first version wrote them: neither a seal nor a summary.
			if (name === 'layers') {
				const { checksum: _seal, summary: _none, ...plain } = value as unknown as Record<string, unknown>;
				await first.put(name, plain);
			} else if (name === 'documents') await first.put(name, value);
			else await first.put(name, value, keys[k] as IDBValidKey);
		}
	// Fingerprints of rows and of cases, which nothing asks for any more.
	const [layer] = await store.db.getAllKeys('layers');
	await first.put('keys', new ArrayBuffer(64), [sure(layer), 0]);
	await first.put('dictionaries', new ArrayBuffer(64), [sure(layer), 'case']);
	first.close();
	const upgraded = await openStore(old);
	expect(await revision(upgraded.db)).toBe(7);
	expect(await figures(upgraded)).toEqual(before);
	expect([...upgraded.db.objectStoreNames]).toEqual([...store.db.objectStoreNames]);
	expect(await upgraded.db.getAllKeys('dictionaries')).toEqual(await store.db.getAllKeys('dictionaries'));
	await follow(upgraded, await beginTerm(upgraded), folder, old);
	expect((await check(upgraded, folder)).lost).toEqual([]);
});

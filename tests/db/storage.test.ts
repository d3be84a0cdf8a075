import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import {
	databaseName,
	openStore,
	readDocument,
	Registry,
	writeDocument,
	type WorkspaceRecord
} from '$lib/db';

async function workspace(): Promise<WorkspaceRecord> {
	const registry = new Registry();
	return registry.create(crypto.randomUUID(), 'Acme');
}

test('a document that moved on since it was read is not overwritten', async () => {
	const store = await openStore(await workspace());
	expect(await writeDocument(store, 'settings', '{"a":1}', 0)).toMatchObject({ revision: 1 });
	expect(await writeDocument(store, 'settings', '{"a":2}', 0)).toBeNull();
	expect((await readDocument(store.db, 'settings'))?.json).toBe('{"a":1}');
	expect(await writeDocument(store, 'settings', '{"a":3}', 1)).toMatchObject({ revision: 2 });
});

test('a document whose bytes are not those that were written counts as none', async () => {
	const store = await openStore(await workspace());
	await writeDocument(store, 'settings', '{"a":1}', 0);
	const record = await readDocument(store.db, 'settings');
	if (record) await store.db.put('documents', { ...record, json: '{"a":7}' });
	expect(await readDocument(store.db, 'settings')).toBeNull();
});

test('the first workspace is made once, however many tabs ask', async () => {
	await deleteDB('drawdown');
	const registry = new Registry();
	const made = await Promise.all(['a', 'b', 'c'].map((id) => registry.createFirst(id, '')));
	expect(new Set(made.map(({ id }) => id)).size).toBe(1);
	expect(await registry.list()).toHaveLength(1);
});

test('workspaces keep their order, the last one used is remembered, a removed one takes its databases along', async () => {
	await deleteDB('drawdown');
	const registry = new Registry();
	const [one, two] = [await registry.create('one', 'One'), await registry.create('two', 'Two')];
	(await openStore(one)).db.close();
	await registry.remember(two.id);
	expect((await registry.last())?.name).toBe('Two');
	await registry.update('one', { name: 'First' });
	expect((await registry.list()).map(({ name }) => name)).toEqual(['First', 'Two']);
	await registry.update('one', { removed: true });
	expect((await registry.list()).map(({ id }) => id)).toEqual(['two']);
	await registry.eraseDatabases('one');
	await registry.forget('one');
	const names = (await indexedDB.databases()).map(({ name }) => name);
	expect(names).not.toContain('drawdown-one-1');
	expect((await registry.list()).map(({ id }) => id)).toEqual(['two']);
});

test('a database that cannot be opened gets a successor, and the registry remembers it', async () => {
	const record = await workspace();
	const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
		throw new DOMException('Internal error opening backing store', 'UnknownError');
	});
	const store = await openStore(record);
	expect(store).toMatchObject({ replaced: true, workspace: { incarnation: 2 } });
	expect((await new Registry().find(record.id))?.incarnation).toBe(2);
	open.mockRestore();
});

test('a registry that cannot be opened gets a successor, and a worker that comes later takes it too', async () => {
	await deleteDB('drawdown');
	const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
		throw new DOMException('Internal error opening backing store', 'UnknownError');
	});
	const { id } = await new Registry().create('one', 'One');
	open.mockRestore();
	// By now the browser would let the first name be opened again.
	expect((await new Registry().list()).map((workspace) => workspace.id)).toEqual([id]);
	await deleteDB('drawdown~2');
});

test('a registry that can be opened but not read gets a successor', async () => {
	await deleteDB('drawdown');
	const read = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
		throw new DOMException('Internal error retrieving values', 'UnknownError');
	});
	await new Registry().create('one', 'One');
	read.mockRestore();
	expect((await indexedDB.databases()).map(({ name }) => name)).toContain('drawdown~2');
	await deleteDB('drawdown~2');
});

test('a database of a newer version is left alone', async () => {
	const record = await workspace();
	(await openDB(databaseName(record), 99)).close();
	await expect(openStore(record)).rejects.toMatchObject({ name: 'VersionError' });
	expect((await new Registry().find(record.id))?.incarnation).toBe(1);
});

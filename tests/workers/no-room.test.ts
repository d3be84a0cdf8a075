import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName, readyLayers, removedLayers, type Store } from '$lib/db';
import { ofStorage, toAppError } from '$lib/workers/failure';
import { Workspaces } from '$lib/workers/jobs/workspaces';
import { failing } from '../support/failing';
import { privateFiles, type PrivateFiles } from '../support/privateFiles';
import { canonicalFile, importFile, loadUsage, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});
const file = (day: number) =>
	canonicalFile(
		Array.from({ length: 20 }, (_, k) => {
			const start = new Date(Date.UTC(2026, 10, day) + k * 60_000).toISOString();
			return `i${k},${start},,voice,standard,Reception,Main line,,${30 + k},c${k % 7},handled`;
		}),
		`day-${day}.csv`
	);

const ALL = ['root', 'layers', 'num', 'dictionaries', 'documents', 'workspaces', 'device'];

let disk: PrivateFiles;
/** the workspace that is there, as the start before this one has left it */
let id: string;

beforeEach(async () => {
	for (const { name } of await indexedDB.databases()) await deleteDB(name ?? '');
	disk = privateFiles();
	const before = new Workspaces();
	({ id } = (await before.open(null)).workspace);
	for (const day of [1, 2, 3]) await importFile(await before.store(id), settings, file(day));
	await before.secure(id);
	await close(before);
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

async function close(workspaces: Workspaces): Promise<void> {
	(await workspaces.store(id)).db.close();
	workspaces.registry.close();
}

const code = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(cause: unknown) => toAppError(cause).code
	);
const names = async ({ db }: Store) => (await readyLayers(db)).map(({ name }) => name);

/** No room from now on: each write fails, deletions go. The browser's own words for it, or one that does not name it. */
function full(failure = 'QuotaExceededError'): () => void {
	disk.room = 0;
	const restore = failing(ALL, 'put', failure);
	return () => {
		disk.room = Infinity;
		restore();
	};
}

test.each(['QuotaExceededError', 'AbortError', 'UnknownError'])(
	'a workspace opens to be read where nothing can be written any more: %s',
	async (failure) => {
		const room = full(failure);
		const workspaces = new Workspaces();
		const opened = await workspaces.open(null);
		expect(opened).toMatchObject({ workspace: { id }, revision: 3, repair: { rebuilt: [], lost: [] } });
		const store = await workspaces.store(id);
		expect((await loadUsage(store, settings))?.interactions).toBe(60);
		expect(await code(stage(store, settings, file(9)))).toBe('storageFull');
		expect(await code(workspaces.check(id))).toBe('storageFull');
		expect(await names(store)).toEqual(['day-1.csv', 'day-2.csv', 'day-3.csv']);
		room();
		// With room again it is as if nothing had been.
		await importFile(store, settings, file(9));
		expect(await workspaces.secure(id)).toMatchObject({ copies: 'two' });
		expect(await workspaces.check(id)).toMatchObject({ rebuilt: [], lost: [] });
		await close(workspaces);
	}
);

test('a database that the browser has lost is not taken for an empty one where it cannot be rebuilt', async () => {
	await deleteDB(databaseName({ id, incarnation: 1 }));
	const room = full();
	const workspaces = new Workspaces();
	expect(await code(workspaces.open(null))).toBe('storageFull');
	room();
	expect((await workspaces.open(null)).repair.rebuilt).toEqual(['day-1.csv', 'day-2.csv', 'day-3.csv']);
	await close(workspaces);
});

test('a layer can be taken away: its second copy gives the room to write so, and only that', async () => {
	const workspaces = new Workspaces();
	await workspaces.open(null);
	const store = await workspaces.store(id);
	const [first] = await readyLayers(store.db);
	const files = disk.names().length;
	const { put } = IDBObjectStore.prototype;
	// The browser's limit lies just below what is stored.
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
		if (disk.names().length === files) throw new DOMException('full', 'QuotaExceededError');
		return put.apply(this, args);
	});
	expect(await workspaces.setLayerRemoved(id, first?.id ?? '', true)).toBe(4);
	expect(await names(store)).toEqual(['day-2.csv', 'day-3.csv']);
	expect(disk.names()).toHaveLength(files - 1);
	vi.restoreAllMocks();
	// It is there for Undo, and copied anew once there is room.
	await workspaces.setLayerRemoved(id, first?.id ?? '', false);
	await workspaces.secure(id);
	expect(disk.names()).toHaveLength(files);
	expect(await workspaces.check(id)).toMatchObject({ rebuilt: [], lost: [] });
	expect((await loadUsage(store, settings))?.interactions).toBe(60);
	await close(workspaces);
});

test('what was removed is deleted for good where nothing can be written: its bytes go, and then there is room', async () => {
	const workspaces = new Workspaces();
	await workspaces.open(null);
	const store = await workspaces.store(id);
	const [first] = await readyLayers(store.db);
	await workspaces.setLayerRemoved(id, first?.id ?? '', true);
	await workspaces.secure(id);
	const { put } = IDBObjectStore.prototype;
	let blocks = 3;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
		if (blocks === 3) throw new DOMException('full', 'QuotaExceededError');
		return put.apply(this, args);
	});
	const deletion = IDBObjectStore.prototype.delete;
	vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...args) {
		if (this.name === 'num') blocks--;
		return deletion.apply(this, args);
	});
	await workspaces.emptyTrash(id);
	expect(await removedLayers(store.db)).toEqual([]);
	expect(await store.db.count('num')).toBe(2);
	expect(await workspaces.check(id)).toMatchObject({ rebuilt: [], lost: [] });
	// Removed files were empty by then: Chromium's count of what is in use never falls below nothing.
	expect(disk.takenOff).toBe(0);
	await close(workspaces);
});

test('where not even that makes room, deleting for good says so, and what is kept stays whole', async () => {
	const workspaces = new Workspaces();
	await workspaces.open(null);
	const store = await workspaces.store(id);
	const [first] = await readyLayers(store.db);
	await workspaces.setLayerRemoved(id, first?.id ?? '', true);
	await workspaces.secure(id);
	const room = full();
	expect(await code(workspaces.emptyTrash(id))).toBe('storageFull');
	expect(await store.db.count('num')).toBe(2);
	room();
	await workspaces.emptyTrash(id);
	expect(await removedLayers(store.db)).toEqual([]);
	expect((await loadUsage(store, settings))?.interactions).toBe(40);
	expect(await workspaces.secure(id)).toMatchObject({ copies: 'two' });
	await close(workspaces);
});

test('a database that has failed is deleted once its successor is filled from the second copy', async () => {
	const before = new Workspaces();
	await before.registry.update(id, { incarnation: 2 });
	expect((await before.open(null)).repair.rebuilt).toHaveLength(3);
	const there = async () => (await indexedDB.databases()).map(({ name }) => name);
	await expect.poll(there).not.toContain(databaseName({ id, incarnation: 1 }));
	expect(await there()).toContain(databaseName({ id, incarnation: 2 }));
	await close(before);
});

test('a database that the browser has thrown away while it was open comes back before anything is made of it', async () => {
	// What puts it right later waits, too: the write lock keeps both apart in a browser, and there is none here.
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	const workspaces = new Workspaces();
	await workspaces.open(null);
	await deleteDB(databaseName({ id, incarnation: 1 }));
	// Opened anew in the middle of the work, it is whole, and the second copy has not followed an empty one.
	const store = await workspaces.store(id);
	expect(await names(store)).toEqual(['day-1.csv', 'day-2.csv', 'day-3.csv']);
	expect(await workspaces.secure(id)).toEqual({ copies: 'two', revision: 3 });
	await close(workspaces);
});

test.each(['num', 'cubes'])(
	'a database whose connection the browser ends over a damaged value of “%s” gets a successor when it is checked',
	async (damaged) => {
		const workspaces = new Workspaces();
		await workspaces.open(null);
		const { get } = IDBObjectStore.prototype;
		const message = 'Connection is closing because of: ZSTD decompression failed';
		vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
			if (this.name === damaged && this.transaction.db.name === databaseName({ id, incarnation: 1 })) {
				this.transaction.db.close();
				throw new DOMException(message, 'UnknownError');
			}
			return get.call(this, key);
		});
		expect((await workspaces.check(id)).rebuilt).toEqual(['day-1.csv', 'day-2.csv', 'day-3.csv']);
		const store = await workspaces.store(id);
		expect(store.workspace.incarnation).toBe(2);
		expect((await loadUsage(store, settings))?.interactions).toBe(60);
		await close(workspaces);
	}
);

test('a reading that the browser ends over damaged data is told as that, not as a newer version', async () => {
	const ended = new DOMException(
		'Connection is closing because of: ZSTD decompression failed',
		'UnknownError'
	);
	expect(toAppError(ended).code).toBe('storageBroken');
	const aborted = new DOMException('The transaction was aborted', 'AbortError');
	expect(toAppError(await ofStorage(aborted)).code).toBe('storageBroken');
	const upgraded = new DOMException('The database connection is closing.', 'InvalidStateError');
	expect(toAppError(await ofStorage(upgraded)).code).toBe('newerVersion');
});

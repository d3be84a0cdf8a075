import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Room, stageBlocks, type Store } from '$lib/db';
import { toAppError } from '$lib/workers/failure';
import { commitStaged } from '$lib/workers/jobs/import';
import { asWriter } from '$lib/workers/jobs/locks';
import { failing } from '../support/failing';
import { privateFiles } from '../support/privateFiles';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});
const file = (count: number, day = 1) =>
	canonicalFile(
		Array.from({ length: count }, (_, k) => {
			const start = new Date(Date.UTC(2026, 10, day) + k * 60_000).toISOString();
			return `i${k},${start},,voice,standard,Reception,Main line,,${30 + (k % 90)},c${k % 7},handled`;
		}),
		`day-${day}.csv`
	);

const MB = 2 ** 20;

const code = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(cause: unknown) => toAppError(cause).code
	);

async function stored({ db }: Store): Promise<Record<string, number>> {
	const counts = await Promise.all(
		[...db.objectStoreNames].map(async (name) => [name, await db.count(name)] as const)
	);
	return Object.fromEntries(counts.filter(([name, count]) => count > 0 && name !== 'root'));
}

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('room is asked for before a database is given anything, which would make Chromium clear both copies', () => {
	/** Names of stores that anything was put into, from now on. */
	function given(): string[] {
		const { put } = IDBObjectStore.prototype;
		const names: string[] = [];
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
			names.push(this.name);
			return put.apply(this, args);
		});
		return names;
	}

	test('by an import that begins', async () => {
		privateFiles(2 * MB);
		const store = await newStore();
		const names = given();
		expect(await code(stage(store, settings, file(9)))).toBe('storageFull');
		expect(names).toEqual([]);
	});

	test('by each of its blocks', async () => {
		// A few megabytes, and less than a block takes.
		privateFiles(4.1 * MB);
		const store = await newStore();
		const names = given();
		expect(await code(stage(store, settings, file(130_000)))).toBe('storageFull');
		expect(names).toEqual(['layers']);
		expect(await stored(store)).toEqual({});
	});

	test('by its blocks together: what is tried is what they take, and a few megabytes once', async () => {
		const disk = privateFiles(64 * MB);
		const store = await newStore();
		await stage(store, settings, file(60_000), {}, { blockRows: 1_000 });
		const blocks = await store.db.getAll('num');
		expect(blocks).toHaveLength(62);
		const bytes = [...blocks, ...(await store.db.getAll('text')), ...(await store.db.getAll('live'))];
		const stored = bytes.reduce((sum, { byteLength }) => sum + byteLength, 0);
		// The few megabytes are held from the beginning of the import on.
		expect(disk.written).toBe(stored + 4 * MB);
		expect(disk).toMatchObject({ room: 64 * MB, takenOff: 0 });
		expect(disk.names()).toEqual([]);
	});

	test('once for all blocks that are there when others have been written: they go together', async () => {
		privateFiles(64 * MB);
		const store = await newStore();
		const names = given();
		const { transaction } = IDBDatabase.prototype;
		let written = 0;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
			if (args[1] === 'readwrite' && [args[0]].flat().includes('num')) written++;
			return transaction.apply(this, args);
		});
		await stage(store, settings, file(60_000), {}, { blockRows: 1_000 });
		expect(names.filter((name) => name === 'num')).toHaveLength(62);
		expect(written).toBeLessThan(30);
	});

	test('by each of two blocks at once, which do not take one and the same room', async () => {
		const disk = privateFiles(7 * MB);
		const store = await newStore();
		const room = new Room();
		const sealed = { num: new ArrayBuffer(2 * MB), text: new ArrayBuffer(64), live: new ArrayBuffer(64) };
		const { put } = IDBObjectStore.prototype;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
			disk.room -= (args[0] as ArrayBuffer).byteLength;
			return put.apply(this, args);
		});
		const blocks = [0, 1].map((seq) => code(stageBlocks(store, 'layer', [[seq, sealed]], room)));
		expect(await Promise.all(blocks)).toEqual([null, 'storageFull']);
		await room.end();
		expect(await store.db.count('num')).toBe(1);
	});

	test('by its commit', async () => {
		const disk = privateFiles();
		const store = await newStore();
		const { staged } = await stage(store, settings, file(9));
		disk.room = MB;
		const names = given();
		expect(await code(commitStaged(store, staged))).toBe('storageFull');
		// The turn to write, and nothing of the file.
		expect(names.filter((name) => name !== 'root')).toEqual([]);
		expect(await stored(store)).toEqual({});
	});

	test('and a private file system that fails for another reason is no lack of room', async () => {
		privateFiles();
		vi.stubGlobal('navigator', {
			storage: { getDirectory: () => Promise.reject(new DOMException('broken', 'InvalidStateError')) }
		});
		const store = await newStore();
		await importFile(store, settings, file(5));
		expect((await loadUsage(store, settings))?.interactions).toBe(5);
	});
});

test('an import whose workspace the browser has cleared meanwhile, both copies, says so and why', async () => {
	const disk = privateFiles();
	const store = await newStore();
	const { staged } = await stage(store, settings, file(9));
	store.db.close();
	await deleteDB(store.db.name);
	disk.room = 0;
	expect(await code(commitStaged(store, staged))).toBe('storageCleared');
});

describe('a write that fails in words that do not name the disk', () => {
	const words = ['UnknownError', 'AbortError', 'InvalidStateError'];

	test.each(words)('is told as no room where there is none: %s', async (name) => {
		privateFiles(2 * MB);
		const store = await newStore();
		failing(['num'], 'put', name);
		expect(await code(stage(store, settings, file(9)))).toBe('storageFull');
		expect(await stored(store)).toEqual({});
	});

	test.each(words)('and is told as it came where there is room: %s', async (name) => {
		const disk = privateFiles(64 * MB);
		const store = await newStore();
		failing(['num'], 'put', name);
		expect(await code(stage(store, settings, file(9)))).not.toBe('storageFull');
		// Nothing of the trial stays.
		expect(disk).toMatchObject({ room: 64 * MB, takenOff: 0 });
		expect(disk.names()).toEqual([]);
	});

	test('but for one that says so itself, though there is room by then', async () => {
		privateFiles();
		const store = await newStore();
		const words = 'Connection is closing because of: database or disk is full';
		const said = new DOMException(words, 'UnknownError');
		expect(await code(asWriter(store, () => Promise.reject(said)))).toBe('storageFull');
	});

	test('or where the browser has no private file system to try it in', async () => {
		const store = await newStore();
		failing(['num'], 'put', 'UnknownError');
		expect(await code(stage(store, settings, file(9)))).toBe('storageBroken');
	});

	test('is measured by what was to be written: less room than one block is none', async () => {
		privateFiles(5 * MB);
		const store = await newStore();
		failing(['num'], 'put', 'UnknownError');
		expect(await code(stage(store, settings, file(130_000)))).toBe('storageFull');
	});

	test('is no room at the commit, too, and leaves nothing of the file', async () => {
		const disk = privateFiles();
		const store = await newStore();
		await importFile(store, settings, file(5));
		const before = await stored(store);
		const { staged } = await stage(store, settings, file(9, 2));
		disk.room = MB;
		failing(['dictionaries'], 'put', 'AbortError');
		expect(await code(commitStaged(store, staged))).toBe('storageFull');
		expect(await stored(store)).toEqual(before);
		expect((await loadUsage(store, settings))?.interactions).toBe(5);
	});

	test('is no room for any other write under the lock', async () => {
		privateFiles(MB);
		const store = await newStore();
		const full = new DOMException('Internal error', 'UnknownError');
		expect(await code(asWriter(store, () => Promise.reject(full)))).toBe('storageFull');
	});
});

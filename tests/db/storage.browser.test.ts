import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import {
	beginTerm,
	commit,
	databaseName,
	openStore,
	readDocument,
	unstage,
	updateLayer,
	writeDocument
} from '$lib/db';
import { commitStaged } from '$lib/workers/jobs/import';
import { asWriter, onceAbandoned } from '$lib/workers/jobs/locks';
import { cycleView } from '$lib/workers/query/cycle';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({ tier: 20_000 });
const rows = (count: number) =>
	Array.from({ length: count }, (_, k) => {
		const start = new Date(Date.UTC(2026, 10, 1, 12) + k * 5_000).toISOString();
		return `i${k},${start},,voice,,Agent ${k % 9},Line ${k % 4},,${20 + (k % 200)},,`;
	});

test('a committed layer of several blocks is there after the database was closed and opened again', async () => {
	const store = await newStore();
	await importFile(store, settings, canonicalFile(rows(150_000)));
	const before = await loadUsage(store, settings);
	store.db.close();
	const again = await openStore(store.workspace);
	const after = await loadUsage(again, settings);
	expect(after?.rebuilt).toEqual([]);
	expect(after?.timeline).toEqual(before?.timeline);
	if (!after) throw new Error('no usage');
	const { plans, used } = await cycleView(after, null, false);
	const [smallest] = plans;
	expect(smallest?.runOutAt).not.toBeNull();
	expect((smallest?.includedUsed ?? 0) + (smallest?.unservedCredits ?? 0)).toBe(used);
});

test('staged rows of a worker that is alive are left alone, and are swept when it ends', async () => {
	const store = await newStore();
	const { staged } = await stage(store, settings, canonicalFile(rows(10)));
	const sweep = () => onceAbandoned(staged.layer.id, () => unstage(store, staged.layer.id));
	await sweep();
	expect(await store.db.count('num')).toBe(1);
	staged.release();
	await expect.poll(() => store.db.count('num')).toBe(0);
});

test('staged rows whose owner commits them stay, whoever waits to sweep', async () => {
	const store = await newStore();
	const { staged } = await stage(store, settings, canonicalFile(rows(10)));
	let swept = false;
	await onceAbandoned(staged.layer.id, () => unstage(store, staged.layer.id).then(() => (swept = true)));
	await commitStaged(store, staged);
	await expect.poll(() => swept).toBe(true);
	expect((await loadUsage(store, settings))?.interactions).toBe(10);
});

test('staged rows without an owner are swept before the sweep ends', async () => {
	const store = await newStore();
	const { staged } = await stage(store, settings, canonicalFile(rows(10)));
	staged.release();
	// A lock is given back a moment after its holder lets go.
	await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(0);
	await onceAbandoned(staged.layer.id, () => unstage(store, staged.layer.id));
	expect(await store.db.count('num')).toBe(0);
});

test('two commits of one file at the same time make one layer', async () => {
	const store = await newStore();
	const other = await openStore(store.workspace);
	const file = canonicalFile(rows(50));
	const [a, b] = [await stage(store, settings, file), await stage(other, settings, file)];
	const done = await Promise.all([commitStaged(store, a.staged), commitStaged(other, b.staged)]);
	expect(done.filter(({ already }) => already)).toHaveLength(1);
	expect((await loadUsage(store, settings))?.interactions).toBe(50);
});

test('of two tabs that save settings from one revision the second is told', async () => {
	const store = await newStore();
	const other = await openStore(store.workspace);
	const saved = await Promise.all([
		writeDocument(store, 'settings', '{"by":"one"}', 0),
		writeDocument(other, 'settings', '{"by":"two"}', 0)
	]);
	expect(saved.filter((result) => result === null)).toHaveLength(1);
	expect((await readDocument(store.db, 'settings'))?.revision).toBe(1);
});

test('an open database lets go when another tab removes or upgrades it', async () => {
	const store = await newStore();
	await deleteDB(databaseName(store.workspace));
	const newer = await openDB(databaseName(store.workspace), 7);
	await expect(openStore(store.workspace)).rejects.toMatchObject({ name: 'VersionError' });
	newer.close();
});

test('a holder of the write lock that gives no sign of life loses it, and what it writes later is refused', async () => {
	const store = await newStore();
	const { layer } = await importFile(store, settings, canonicalFile(rows(10)));
	// A tab that is frozen in the middle of writing: it holds the lock and its term, and says nothing.
	let thaw: () => void = () => undefined;
	const frozen = new Promise<unknown>((ended) => {
		const lock = `drawdown-write-${store.workspace.id}`;
		void navigator.locks
			.request(lock, async () => {
				const term = await beginTerm(store);
				await new Promise<void>((resolve) => (thaw = resolve));
				ended(await commit(store, term, { drop: [layer.id] }).catch((cause: unknown) => cause));
			})
			.catch(() => undefined);
	});
	await expect.poll(async () => (await navigator.locks.query()).held?.length ?? 0).toBeGreaterThan(0);
	await asWriter(store, (term) => updateLayer(store, term, layer.id, { ratedDuration: 0 }));
	thaw();
	expect(await frozen).toMatchObject({ name: 'TermEnded' });
	expect((await loadUsage(store, settings))?.interactions).toBe(10);
});

test('a holder that works on is waited for', async () => {
	const store = await newStore();
	const order: string[] = [];
	const first = asWriter(store, async () => {
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		order.push('first');
	});
	const second = asWriter(store, async () => void order.push('second'));
	await Promise.all([first, second]);
	expect(order).toEqual(['first', 'second']);
});

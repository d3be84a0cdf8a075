import { afterEach, expect, test, vi } from 'vitest';
import { openStore, type Store } from '$lib/db';
import { commitStaged } from '$lib/workers/jobs/import';
import { failing } from '../support/failing';
import { canonicalFile, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});
const file = () => canonicalFile(['i1,2026-11-02T12:00:00Z,,voice,,Reception,Main line,,61,,']);

const left = async ({ db }: Store) => {
	const counts = await Promise.all((['layers', 'num', 'text', 'live'] as const).map((s) => db.count(s)));
	return counts.reduce((sum, count) => sum + count, 0);
};

afterEach(() => void vi.restoreAllMocks());

test('what a failed import could not throw away is thrown away as soon as that goes again', async () => {
	const store = await newStore();
	failing(['num'], 'put', 'UnknownError');
	const goes = failing(['layers'], 'delete', 'UnknownError');
	await expect(stage(store, settings, file())).rejects.toMatchObject({ name: 'UnknownError' });
	expect(await left(store)).toBe(1);
	// It was tried in vain in between.
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	expect(await left(store)).toBe(1);
	goes();
	await expect.poll(() => left(store), { timeout: 20_000 }).toBe(0);
});

test('a commit that failed leaves nothing, though the browser has ended the connection', async () => {
	const store = await newStore();
	const { staged } = await stage(store, settings, file());
	store.db.close();
	await expect(commitStaged(store, staged)).rejects.toMatchObject({ name: 'InvalidStateError' });
	const again = await openStore(store.workspace);
	await expect.poll(() => left(again), { timeout: 20_000 }).toBe(0);
});

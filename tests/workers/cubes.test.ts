import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readyLayers, storeCubes, type Store } from '$lib/db';
import { CUBES, cubeKey } from '$lib/workers/rules';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const settings = settingsWith({ tier: 20_000 });
const file = (agent: string, day: string) =>
	canonicalFile([`,2026-11-${day}T14:00:00Z,,voice,standard,${agent},,,60,,`], `${agent}.csv`);

/** Stored cubes, as key and name, of one layer. */
const stored = async (store: Store, layer: string) =>
	(await store.db.getAllKeys('cubes')).filter(([id]) => id === layer).map(([, key, name]) => [key, name]);

test('cubes of an earlier version go when they are made anew, those of other files stay', async () => {
	const store = await newStore();
	await importFile(store, settings, file('Ada', '02'));
	await importFile(store, settings, file('Bo', '20'));
	const usage = sure(await loadUsage(store, settings));
	const [one, two] = await readyLayers(store.db);
	const [first, second] = [sure(one).id, sure(two).id];
	const under = (key: string) => CUBES.map((name) => [key, name]).toSorted();
	const now = cubeKey(usage.rules, 0);
	expect(await stored(store, first)).toEqual(under(now));

	// As a version before this one left them.
	const before = cubeKey(usage.rules, 0, 2);
	for (const [key, name] of under(now)) {
		const bytes = sure(await store.db.get('cubes', [first, sure(key), sure(name)]));
		await store.db.delete('cubes', [first, sure(key), sure(name)]);
		await store.db.put('cubes', bytes, [first, before, sure(name)]);
	}
	const { rebuilt } = sure(await loadUsage(store, settings));
	expect(rebuilt.map(({ layer, key }) => [layer, key])).toEqual([[first, now]]);
	for (const { layer, key, files } of rebuilt) await storeCubes(store, layer, key, files);
	expect(await stored(store, first)).toEqual(under(now));
	expect(await stored(store, second)).toEqual(under(now));
});

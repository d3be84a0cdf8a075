import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OVERLAPS, readyLayers, removedLayers, storeCubes, updateLayer, type Store } from '$lib/db';
import { encodeLive, print128 } from '$lib/engine/table';
import { asWriter } from '$lib/workers/jobs/locks';
import { forget } from '$lib/workers/jobs/forget';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { masksOf, precedenceBeside, sharedRows } from '$lib/workers/overlaps';
import { BlockCache } from '$lib/workers/query/blocks';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});

/** A call of so many minutes at a minute of November, under an id or none. */
const call = (minute: number, minutes: number, id = '') =>
	`${id},${new Date(Date.UTC(2026, 10, 2) + minute * 60_000).toISOString()},,voice,standard,Reception,,,${60 * minutes},,`;

const calls = (from: number, to: number, minutes = 1, id = (_: number) => '') =>
	Array.from({ length: to - from }, (_, k) => call(from + k, minutes, id(from + k)));

async function counted(store: Store): Promise<{ interactions: number; minutes: number } | null> {
	const usage = await loadUsage(store, settings);
	if (!usage) return null;
	const seconds = usage.time.seconds.reduce((sum, value) => sum + value, 0);
	return { interactions: usage.interactions, minutes: seconds / 60 };
}

const remove = (store: Store, id: string, state: 'removed' | 'ready' = 'removed') =>
	asWriter(store, (term) => updateLayer(store, term, id, { state }));

describe('files that reach into each other’s time', () => {
	test('count what both have once, and what either holds alone; removing one brings back what the other holds', async () => {
		const store = await newStore();
		const { layer: a } = await importFile(store, settings, canonicalFile(calls(0, 100), 'a.csv'));
		const { layer: b } = await importFile(store, settings, canonicalFile(calls(60, 150), 'b.csv'));
		expect((await counted(store))?.interactions).toBe(150);
		await remove(store, a.id);
		expect((await counted(store))?.interactions).toBe(90);
		await remove(store, a.id, 'ready');
		await remove(store, b.id);
		expect((await counted(store))?.interactions).toBe(100);
	});

	test('keep legitimate identical rows: three alike stay three, and a file with two of them adds none', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile([call(5, 2), call(5, 2), call(5, 2)]));
		await importFile(store, settings, canonicalFile([call(5, 2), call(5, 2), call(6, 1)]));
		expect(await counted(store)).toEqual({ interactions: 4, minutes: 7 });
	});

	test('say before the commit what is there already, what is there with other content, and in which files', async () => {
		const store = await newStore();
		const id = (k: number) => `call-${k}`;
		await importFile(store, settings, canonicalFile(calls(0, 50, 1, id), 'first.csv'));
		const again = canonicalFile([...calls(40, 45, 1, id), ...calls(45, 50, 3, id), ...calls(50, 60, 1, id)]);
		const { staged } = await stage(store, settings, again);
		const ready = await readyLayers(store.db);
		expect(await sharedRows(store.db, staged, ready)).toEqual({
			already: 5,
			changed: 5,
			files: ['first.csv'],
			summed: [],
			alike: 0
		});
		const later = await stage(store, settings, canonicalFile(calls(5_000, 5_001)));
		expect(await sharedRows(store.db, later.staged, ready)).toBeNull();
	});

	test.each([
		['own', 45 + 5 * 3 + 10],
		['theirs', 60]
	] as const)(
		'count of a changed row the one that was chosen (%s), whatever comes later',
		async (choice, minutes) => {
			const store = await newStore();
			const id = (k: number) => `call-${k}`;
			await importFile(store, settings, canonicalFile(calls(0, 50, 1, id)));
			const changed = canonicalFile([...calls(45, 50, 3, id), ...calls(50, 60, 1, id)]);
			const { staged } = await stage(store, settings, changed);
			const precedence = precedenceBeside(staged.layer, await readyLayers(store.db), choice);
			const { layer } = await importFile(store, settings, changed, {}, precedence);
			expect(await counted(store)).toEqual({ interactions: 60, minutes });
			// A third one that has nothing new changes nothing.
			await importFile(store, settings, canonicalFile(calls(0, 40, 1, id)));
			expect(await counted(store)).toEqual({ interactions: 60, minutes });
			await remove(store, layer.id);
			expect(await counted(store)).toEqual({ interactions: 50, minutes: 50 });
		}
	);

	test('have the same calls where their further lengths stand in another order', async () => {
		const store = await newStore();
		const further = (...names: string[]) => ({
			further: names.map((name, k) => ({ column: 3 + k, name, form: 'seconds' as const }))
		});
		const file = (rows: readonly string[]) => new File([rows.join('\n')], 'lengths.csv');
		const head = 'started_at,channel,duration_seconds';
		const at = ['2026-11-03T08:00:00Z,voice,61', '2026-11-03T09:00:00Z,voice,30'];
		const first = file([`${head},Talk,Hold`, `${at[0]},50,11`, `${at[1]},20,10`]);
		const second = file([`${head},Hold,Talk`, `${at[0]},11,50`, `${at[1]},10,20`]);
		await importFile(store, settings, first, further('Talk', 'Hold'));
		const { staged } = await stage(store, settings, second, further('Hold', 'Talk'));
		expect(await sharedRows(store.db, staged, await readyLayers(store.db))).toMatchObject({ already: 2 });
		await importFile(store, settings, second, further('Hold', 'Talk'));
		expect((await counted(store))?.interactions).toBe(2);
	});

	test('take nothing for changed because a file whose ids are no key has it, too, and keep two alike', async () => {
		const store = await newStore();
		const byCase = [call(1, 1, 'q'), call(2, 1, 'q'), call(3, 1, 'r'), call(4, 1, 'r')];
		await importFile(store, settings, canonicalFile(byCase), {}, 1);
		await importFile(store, settings, canonicalFile([call(1, 1, 'q'), call(5, 1, 't')]));
		const twice = canonicalFile([call(1, 1, 'q'), call(1, 1, 'q'), call(6, 1, 'u')]);
		const { staged } = await stage(store, settings, twice);
		expect(await sharedRows(store.db, staged, await readyLayers(store.db))).toMatchObject({
			already: 1,
			changed: 0
		});
		await importFile(store, settings, twice, {}, -1);
		expect((await counted(store))?.interactions).toBe(7);
	});

	test('do not lose a row of a file whose ids are no key when another has it that gives way', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile([call(1, 2, 'x'), call(9, 1, 'w')]), {}, 2);
		const { layer } = await importFile(
			store,
			settings,
			canonicalFile([call(1, 1, 'x'), call(8, 1, 'v')]),
			{},
			1
		);
		await importFile(store, settings, canonicalFile([call(1, 1, 'x'), call(2, 1, 'x'), call(3, 1, 'x')]));
		expect((await counted(store))?.interactions).toBe(6);
		await remove(store, layer.id);
		expect((await counted(store))?.interactions).toBe(5);
	});

	test.each([
		['lastFour', { already: 0, changed: 0 }, 200],
		['hash', { already: 0, changed: 1 }, 199]
	] as const)('compare ids that are kept as %s as what they still tell apart', async (as, shared, count) => {
		const store = await newStore();
		// The first call of either file has the same last four digits; the second one of both has the same id.
		const file = (from: number, name: string, area: string) =>
			new File(
				[
					'When,Seconds,Call ID',
					...Array.from({ length: 100 }, (_, k) => {
						const at = new Date(Date.UTC(2026, 10, 3) + (from + k) * 60_000).toISOString();
						const id = k === 1 ? '4155550001' : `${area}555${k === 0 ? '0000' : 1_000 + from + k}`;
						return `${at},${name === 'a' ? 60 : 61},${id}`;
					})
				].map((row) => `${row}\n`),
				`${name}.csv`
			);
		const mapping = {
			start: { date: 0, time: null },
			dateForm: 'ymd' as const,
			zone: 'offset',
			channel: { constant: 'voice' as const },
			duration: { column: 1 },
			durationForm: 'seconds' as const,
			id: { column: 2 },
			veils: [{ column: 2, as }]
		};
		await importFile(store, settings, file(0, 'a', '514'), mapping);
		const second = file(50, 'b', '613');
		const { staged } = await stage(store, settings, second, mapping);
		expect(await sharedRows(store.db, staged, await readyLayers(store.db))).toMatchObject(shared);
		await importFile(store, settings, second, mapping);
		expect((await counted(store))?.interactions).toBe(count);
	});

	test('are compared whatever a backup says of how they were read', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile(calls(0, 100)));
		await importFile(store, settings, canonicalFile(calls(60, 150)));
		const layers = await readyLayers(store.db);
		const expected = [...(await masksOf(store.db, layers)).values()];
		for (const mapping of [null, 5, 'id', { id: 7, veils: [null, 3, {}] }, { veils: { some: 1 } }]) {
			const read = layers.map((layer) => ({ ...layer, mapping }));
			expect([...(await masksOf(store.db, read)).values()]).toEqual(expected);
		}
	});

	test('say where rows that seem new start when others do, and last as long: the same calls in another export', async () => {
		const id = (minute: number) => `i${minute}`;
		const shares = async (lines: readonly string[], held = calls(0, 100, 1, id)) => {
			const store = await newStore();
			await importFile(store, settings, canonicalFile(held, 'first.csv'));
			const { staged } = await stage(store, settings, canonicalFile(lines));
			const { already, changed, alike } = sure(
				await sharedRows(store.db, staged, await readyLayers(store.db))
			);
			return { already, changed, alike };
		};
		// Without ids, and beyond the end of the first file: so many of them are in its time.
		expect(await shares(calls(50, 150))).toEqual({ already: 0, changed: 0, alike: 50 });
		// Of another length, of another minute, or in a file that shares rows already: they are others.
		expect(await shares(calls(50, 150, 2))).toEqual({ already: 0, changed: 0, alike: 0 });
		expect(await shares(calls(50, 90, 1, id))).toEqual({ already: 40, changed: 0, alike: 0 });
		// Calls of another agent that start in the same minute now and then are no others' calls.
		const other = calls(0, 100).map((line, k) => (k % 2 === 0 ? line : line.replace(':00.000Z', ':30.000Z')));
		expect(await shares(other)).toEqual({ already: 0, changed: 0, alike: 0 });
	});

	test('do not take ids for a key that repeat within a file for different calls', async () => {
		const store = await newStore();
		const byCase = (k: number) => `case-${k >> 1}`;
		await importFile(store, settings, canonicalFile(calls(0, 40, 1, byCase)));
		await importFile(store, settings, canonicalFile(calls(20, 40, 2, byCase)), {}, 1);
		// Rows of another length are other rows: nothing says that they are the same call.
		expect(await counted(store)).toEqual({ interactions: 60, minutes: 40 + 40 });
	});

	test('come to the same in any order of import', async () => {
		const files = [calls(0, 60), calls(30, 90), [...calls(50, 70), ...calls(50, 55)], calls(10, 20, 2)];
		const once = async (order: readonly number[]) => {
			const store = await newStore();
			for (const k of order)
				await importFile(store, settings, canonicalFile(files[k] as string[], `${k}.csv`));
			return counted(store);
		};
		const expected = { interactions: 90 + 5 + 10, minutes: 95 + 20 };
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
				expect(await once(order)).toEqual(expected);
			}),
			{ numRuns: 4 }
		);
	});

	test('have in common what they had when a person of both is forgotten', async () => {
		const store = await newStore();
		const person = (minute: number, minutes: number, id = '') =>
			call(minute, minutes, id).replace('Reception', 'Ada');
		const both = [person(1, 1), person(2, 2), call(3, 3)];
		await importFile(store, settings, canonicalFile([...both, person(4, 4), person(5, 9, 'Ada')]));
		await importFile(store, settings, canonicalFile([...both, person(6, 6), person(5, 5, 'Ada')]), {}, 1);
		const before = await counted(store);
		expect(before).toEqual({ interactions: 6, minutes: 1 + 2 + 3 + 4 + 6 + 5 });
		await asWriter(store, (term) => forget(store, term, 'Ada', NOBODY));
		expect(await counted(store)).toEqual(before);
	});

	test('become sums of what counts, and say so to a file that reaches into them', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile(calls(0, 100), 'a.csv'));
		await importFile(store, settings, canonicalFile(calls(60, 150), 'b.csv'));
		// Two months later, so that November is behind the cut.
		const later = 90 * 24 * 60;
		await importFile(store, settings, canonicalFile(calls(later, later + 1), 'c.csv'));
		const rows = await counted(store);
		await asWriter(store, (term) => retain(store, term, settings, 1, NOBODY));
		expect(await counted(store)).toEqual(rows);
		const { staged } = await stage(store, settings, canonicalFile(calls(95, 105)));
		expect(await sharedRows(store.db, staged, await readyLayers(store.db))).toMatchObject({
			already: 0,
			files: [],
			summed: ['a.csv', 'b.csv']
		});
	});

	test('do not come back beside sums of what they share, once they were removed', async () => {
		const store = await newStore();
		const { layer: a } = await importFile(store, settings, canonicalFile(calls(0, 100), 'a.csv'));
		await importFile(store, settings, canonicalFile(calls(60, 150), 'b.csv'));
		const later = 90 * 24 * 60;
		const { layer: c } = await importFile(store, settings, canonicalFile(calls(later, later + 1), 'c.csv'));
		const { layer: d } = await importFile(store, settings, canonicalFile(calls(later, later + 2), 'd.csv'));
		await remove(store, a.id);
		await remove(store, c.id);
		await asWriter(store, (term) => retain(store, term, settings, 1, NOBODY));
		expect((await removedLayers(store.db)).map(({ name }) => name)).toEqual(['c.csv']);
		expect(await remove(store, a.id, 'ready')).toBeNull();
		expect((await counted(store))?.interactions).toBe(90 + 2);
		// What has no older rows is compared, as before.
		await remove(store, c.id, 'ready');
		expect((await counted(store))?.interactions).toBe(90 + 2);
		await remove(store, d.id);
		expect((await counted(store))?.interactions).toBe(90 + 1);
	});

	test('are compared anew where what was found was stored under other rules', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile(calls(0, 100)));
		await importFile(store, settings, canonicalFile(calls(60, 150)));
		const found = sure(await loadUsage(store, settings)).rebuilt.filter(({ key }) => key === OVERLAPS);
		// Under the rules before, as they were named: the files and nothing else.
		const words = new Uint32Array(4);
		const files = new TextEncoder().encode(found.map(({ layer }) => `${layer} 0`).join());
		print128(files, 0, files.length, words, 0);
		const set = Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
		const none = encodeLive({ rows: 104, bits: new Uint8Array(13) });
		for (const { layer } of found) await storeCubes(store, layer, OVERLAPS, { [set]: none });
		expect((await counted(store))?.interactions).toBe(150);
	});

	test('are compared once: what was found is kept beside the cubes, and neither throws the other away', async () => {
		const store = await newStore();
		await importFile(store, settings, canonicalFile(calls(0, 100)));
		await importFile(store, settings, canonicalFile(calls(60, 150)));
		const first = await loadUsage(store, settings);
		const keep = first?.rebuilt ?? [];
		expect(keep.some(({ key }) => key === OVERLAPS)).toBe(true);
		for (const { layer, key, files } of keep) await storeCubes(store, layer, key, files);
		const cache = new BlockCache(store.db);
		const again = await loadUsage(store, settings, cache);
		expect(again?.interactions).toBe(150);
		expect(again?.rebuilt).toEqual([]);
		expect(cache.reads).toBe(0);
		// A set of files that was there before is another one: it is compared anew.
		await importFile(store, settings, canonicalFile(calls(140, 160)));
		expect((await counted(store))?.interactions).toBe(160);
	});
});

import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { commit, readyLayers, Registry, updateLayer, writeDocument, type FailPoint } from '$lib/db';
import { seeded } from '$lib/engine/forecast';
import { sealRecord } from '$lib/engine/table/record';
import { backUp } from '$lib/workers/jobs/backup';
import { asWriter } from '$lib/workers/jobs/locks';
import { restore } from '$lib/workers/jobs/restore';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { readSettings } from '$lib/workers/settings/document';
import { sealPlain, type ForgedPart } from '../support/backup';
import { EARLIER } from '../support/earlierVersions';
import { backupOf, figuresOf, partsOf, randomWorkspace, restored, wipe } from '../support/workspaces';

const [[, firstNum, firstText], ...since] = EARLIER;

afterEach(() => {
	globalThis.drawdownFailPoint = undefined;
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** What there is of workspaces, whole or not: entries of the registry, and databases beside it. */
async function everything(): Promise<unknown[]> {
	const registry = new Registry();
	const entries = [...(await registry.list()), ...(await registry.removed())].map(({ id }) => id);
	registry.close();
	return [entries.toSorted(), (await indexedDB.databases()).map(({ name }) => name).toSorted()];
}

const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);
const bytes = (value: string): ArrayBuffer => new TextEncoder().encode(value).buffer as ArrayBuffer;

describe('a backup brings a workspace back', () => {
	test('fifty workspaces of all kinds, byte for byte and figure for figure', async () => {
		let rows = 0;
		for (let seed = 1; seed <= 50; seed++) {
			const store = await randomWorkspace(seed);
			const file = await backupOf(store);
			const figures = await figuresOf(store);
			rows += (await readyLayers(store.db)).reduce((sum, layer) => sum + layer.rows, 0);
			await wipe(store);
			const passphrase = seed % 10 === 0 ? 'seed' : null;
			const back = await restored(file);
			expect(await figuresOf(back), `seed ${seed}`).toEqual(figures);
			expect(Buffer.compare(await backupOf(back), file), `seed ${seed}`).toBe(0);
			if (passphrase) {
				const again = await restored(await backupOf(back, passphrase), passphrase);
				expect(Buffer.compare(await backupOf(again), file)).toBe(0);
				await wipe(again);
			}
			expect(back.workspace).toMatchObject({ name: store.workspace.name, sample: store.workspace.sample });
			await wipe(back);
		}
		expect(rows).toBeGreaterThan(5_000);
	});

	test('one of the first version comes back without the fingerprints that it holds', async () => {
		const store = await randomWorkspace(5);
		const file = await backupOf(store);
		const parts = await partsOf(file);
		const older = parts.flatMap((part) => {
			const { name } = part;
			const prints = (of: string) => ({ name: of, bytes: new ArrayBuffer(64) });
			if (name.endsWith('/num')) return [{ name, bytes: firstNum(part.bytes) }];
			if (name.endsWith('/text'))
				return [{ name, bytes: firstText(part.bytes) }, prints(name.replace('/text', '/keys'))];
			return name.endsWith('/outcome') ? [part, prints(name.replace('/outcome', '/case'))] : [part];
		});
		expect(older.length).toBeGreaterThan(parts.length + 1);
		const back = await restored(await sealPlain(older, 1));
		expect(Buffer.compare(await backupOf(back), file)).toBe(0);
	});

	test.each(since)('one with records of the %s version comes back as one of today', async (_, num, text) => {
		const store = await randomWorkspace(5);
		const file = await backupOf(store);
		const older = (await partsOf(file)).map(({ name, bytes }) => {
			const before = name.endsWith('/num') ? num : name.endsWith('/text') ? text : null;
			return { name, bytes: before ? before(bytes) : bytes };
		});
		const back = await restored(await sealPlain(older, 2));
		expect(Buffer.compare(await backupOf(back), file)).toBe(0);
	});

	test('it is a workspace of its own: the first one stays as it is', async () => {
		const store = await randomWorkspace(3);
		const file = await backupOf(store);
		const back = await restored(file);
		expect(back.workspace.id).not.toBe(store.workspace.id);
		const settings = await back.db.get('documents', 'settings');
		await writeDocument(
			back,
			'settings',
			settings?.json.replace('"off"', '"on"') ?? '',
			settings?.revision ?? 0
		);
		expect(Buffer.compare(await backupOf(store), file)).toBe(0);
	});

	test('sums by day in the place of older rows come back as such', async () => {
		let summaries = 0;
		for (const seed of [2, 4, 8]) {
			const store = await randomWorkspace(seed);
			const { value } = await readSettings(store.db);
			const metered = { ...value, agents: [] };
			await asWriter(store, (term) =>
				commit(store, term, { documents: { settings: () => JSON.stringify(metered) } })
			);
			await asWriter(store, (term) => retain(store, term, metered, 1, NOBODY));
			const file = await backupOf(store);
			const back = await restored(file);
			summaries += (await readyLayers(back.db)).filter(({ summary }) => summary).length;
			expect(await figuresOf(back)).toEqual(await figuresOf(store));
			expect(Buffer.compare(await backupOf(back), file)).toBe(0);
		}
		expect(summaries).toBeGreaterThan(2);
	});

	test('files that were taken away are not in it', async () => {
		const store = await randomWorkspace(2);
		const [layer] = await readyLayers(store.db);
		if (!layer) throw new Error('no layer');
		const before = await partsOf(await backupOf(store));
		await asWriter(store, (term) => updateLayer(store, term, layer.id, { state: 'removed' }));
		const after = await partsOf(await backupOf(store));
		expect(after.length).toBeLessThan(before.length);
		expect(after.map((part) => text(part.bytes)).join('')).not.toContain(layer.digest);
	});

	test('files that come meanwhile make it start anew, so that it is of one moment', async () => {
		const store = await randomWorkspace(2);
		const [layer] = await readyLayers(store.db);
		let asked = 0;
		globalThis.drawdownFailPoint = async (place) => {
			if (place === 'backup:part' && asked++ === 3 && layer)
				await asWriter(store, (term) => updateLayer(store, term, layer.id, { state: 'removed' }));
		};
		const file = await backupOf(store);
		globalThis.drawdownFailPoint = undefined;
		expect(Buffer.compare(file, await backupOf(store))).toBe(0);
	});
});

async function wipeOf(id: string): Promise<void> {
	const registry = new Registry();
	await registry.eraseDatabases(id);
	await registry.forget(id);
	registry.close();
}

describe('a restore that does not end leaves nothing', () => {
	const attempt = (file: Uint8Array<ArrayBuffer>, options: Partial<Parameters<typeof restore>[0]> = {}) => {
		const registry = new Registry();
		return restore({
			registry,
			file: new Blob([file]),
			passphrase: null,
			cancelled: () => false,
			onProgress: () => undefined,
			...options
		}).finally(() => registry.close());
	};

	test.each<FailPoint>(['restore:block', 'restore:commit', 'stage:block', 'commit:before'])(
		'a failure at %s',
		async (place) => {
			const file = await backupOf(await randomWorkspace(2));
			const before = await everything();
			globalThis.drawdownFailPoint = async (here) => {
				if (here === place) throw new DOMException('', 'QuotaExceededError');
			};
			await expect(attempt(file)).rejects.toMatchObject({ code: 'storageFull' });
			expect(await everything()).toEqual(before);
		}
	);

	test('a cancel, while it is checked or written', async () => {
		const file = await backupOf(await randomWorkspace(2));
		const before = await everything();
		let pieces = 0;
		await wipeOf((await attempt(file, { cancelled: () => pieces++ < 0 })).id);
		for (const after of [0, 3, Math.floor(pieces * 0.7), pieces - 1]) {
			let asked = 0;
			await expect(attempt(file, { cancelled: () => asked++ >= after })).rejects.toMatchObject({
				code: 'cancelled'
			});
			expect(await everything()).toEqual(before);
		}
	});

	test('a workspace that is being restored is nobody’s to open until it is whole', async () => {
		const file = await backupOf(await randomWorkspace(2));
		const registry = new Registry();
		const before = (await registry.list()).length;
		const seen: number[] = [];
		globalThis.drawdownFailPoint = async (place) => {
			if (place.startsWith('restore')) seen.push((await registry.list()).length - before);
		};
		await attempt(file);
		expect(new Set(seen)).toEqual(new Set([0]));
		expect((await registry.list()).length).toBe(before + 1);
		registry.close();
	});

	test.each([
		['no backup', async () => new Uint8Array(100), { code: 'backupNot' }],
		[
			'one of a newer version',
			async (file: Uint8Array<ArrayBuffer>) => file.with(8, 3),
			{ code: 'backupNewer', params: { version: 3 } }
		],
		[
			'one that is cut off',
			async (file: Uint8Array<ArrayBuffer>) => file.slice(0, -1),
			{ code: 'backupDamaged' }
		]
	] as const)('%s is refused before anything is written', async (_, change, expected) => {
		const file = await backupOf(await randomWorkspace(2));
		const before = await everything();
		globalThis.drawdownFailPoint = async (place) => {
			throw new Error(`reached ${place}`);
		};
		await expect(attempt(await change(file))).rejects.toMatchObject(expected);
		globalThis.drawdownFailPoint = undefined;
		expect(await everything()).toEqual(before);
	});

	test('a passphrase that is missing or wrong is told apart', async () => {
		const file = await backupOf(await randomWorkspace(2), 'open sesame');
		await expect(attempt(file)).rejects.toMatchObject({ code: 'backupPassphrase', params: { given: 0 } });
		await expect(attempt(file, { passphrase: 'Open Sesame' })).rejects.toMatchObject({
			code: 'backupPassphrase',
			params: { given: 1 }
		});
	});

	test('a cancelled backup ends as such', async () => {
		const store = await randomWorkspace(2);
		await expect(
			backUp({ store, passphrase: null, cancelled: () => true, onProgress: () => undefined })
		).rejects.toMatchObject({ code: 'cancelled' });
	});
});

/** A small workspace with rows, as parts. */
async function small(): Promise<ForgedPart[]> {
	const store = await randomWorkspace(2);
	const parts = await partsOf(await backupOf(store));
	await wipe(store);
	return parts;
}

const replaced = (parts: readonly ForgedPart[], name: string, change: (bytes: ArrayBuffer) => ArrayBuffer) =>
	parts.map((part) => (part.name === name ? { ...part, bytes: change(part.bytes.slice(0)) } : part));

const edited = (change: (value: Record<string, unknown>) => void) => (buffer: ArrayBuffer) => {
	const value = JSON.parse(text(buffer)) as Record<string, unknown>;
	change(value);
	return bytes(JSON.stringify(value));
};

/** Where a column of a num record is stored: its entry says by how many bytes a value. */
function columnOf(buffer: ArrayBuffer, column: number): number {
	const view = new DataView(buffer);
	const rows = view.getUint32(16, true);
	let at = 64 + 16 * (8 + view.getUint8(23));
	for (let k = 0; k < column; k++) at += Math.ceil((rows * view.getUint32(64 + 16 * k + 8, true)) / 8) * 8;
	return at;
}
const [START, AGENT] = [0, 3];

describe('a backup whose digests are right, and whose content is not ours, is refused by the part', () => {
	const LAYER = 'layers/0/layer.json';
	const NUM = 'layers/0/blocks/0/num';
	const cases: [string, string, (bytes: ArrayBuffer) => ArrayBuffer][] = [
		[
			'a key of a prototype in the workspace',
			'workspace.json',
			(buffer) => bytes(text(buffer).replace('{', '{"__proto__":{"polluted":1},'))
		],
		[
			'a key of a prototype in a layer',
			LAYER,
			(buffer) => bytes(text(buffer).replace('{', '{"__proto__":{"polluted":1},'))
		],
		[
			'a key of a prototype in a mapping',
			LAYER,
			(buffer) => bytes(text(buffer).replace('"mapping":{', '"mapping":{"__proto__":{"polluted":1},'))
		],
		[
			'a key of a prototype in the settings',
			'documents/settings.json',
			(buffer) => bytes(text(buffer).replace('{', '{"__proto__":{"polluted":1},'))
		],
		[
			'settings of a newer kind',
			'documents/settings.json',
			(buffer) => bytes(text(buffer).replace('"version": 1', '"version": 2'))
		],
		['a name without end', LAYER, edited((layer) => (layer['name'] = 'x'.repeat(10_001)))],
		['a row too many', LAYER, edited((layer) => (layer['rows'] = Number(layer['rows']) + 1))],
		['a mapping without end', LAYER, edited((layer) => (layer['mapping'] = { far: 'x'.repeat(1_000_001) }))],
		['a layer that is ready by itself', LAYER, edited((layer) => (layer['state'] = 'ready'))],
		['an instant that is none', LAYER, edited((layer) => (layer['last'] = 1e20))],
		[
			'a layer of sums that has rows',
			LAYER,
			edited(
				(layer) =>
					(layer['summary'] = {
						shortCallSeconds: 0,
						initialSeconds: 0,
						incrementSeconds: 1,
						timeZone: 'UTC'
					})
			)
		],
		[
			'bytes that are no UTF-8',
			LAYER,
			(buffer) => {
				new Uint8Array(buffer)[2] = 0xff;
				return buffer;
			}
		],
		[
			'a record whose sum is wrong',
			NUM,
			(buffer) => {
				const view = new Uint8Array(buffer);
				view[view.length - 1] = 1;
				return buffer;
			}
		],
		[
			'a code beyond its dictionary',
			NUM,
			(buffer) => {
				new Uint8Array(buffer)[columnOf(buffer, AGENT)] = 255;
				return sealRecord(buffer);
			}
		],
		[
			'starts that do not ascend',
			NUM,
			(buffer) => {
				new DataView(buffer).setUint32(columnOf(buffer, START), 0xffff_ffff, true);
				return sealRecord(buffer);
			}
		],
		[
			'a start that is no number',
			NUM,
			(buffer) => {
				new DataView(buffer).setFloat64(64 + 16 * START, NaN, true);
				return sealRecord(buffer);
			}
		]
	];
	test.each(cases)('%s', async (_, name, change) => {
		const parts = await small();
		const before = await everything();
		const failing = restored(await sealPlain(replaced(parts, name, change)));
		// The first code that is too high shows when the dictionary comes.
		await expect(failing).rejects.toMatchObject({
			code: 'backupInvalid',
			params: { part: expect.stringMatching(name === NUM ? /^layers\/0\// : name) as string }
		});
		expect(await everything()).toEqual(before);
	});

	test('parts in another order, twice, left out, or that nobody knows', async () => {
		const parts = await small();
		const [first, second, ...others] = parts as [ForgedPart, ForgedPart, ...ForgedPart[]];
		for (const wrong of [
			[second, first, ...others],
			[first, first, second, ...others],
			[first, ...others],
			parts.slice(0, -1),
			[...parts, { name: 'more', bytes: new ArrayBuffer(3) }],
			[]
		])
			await expect(restored(await sealPlain(wrong))).rejects.toMatchObject({ code: 'backupInvalid' });
	});
});

test.each([1, 2])(
	'a thousand altered contents with right digests: none is taken that a screen could not show, seed %d',
	async (seed) => {
		const random = seeded(seed);
		const upTo = (most: number) => Math.floor(random() * most);
		const parts = await small();
		const values = [
			null,
			true,
			-1,
			0,
			0.5,
			1,
			2 ** 31,
			2 ** 53,
			1e300,
			'',
			'x',
			'2026-02-30',
			'0000-01-01',
			'9999-12-31T23:59:59.999Z',
			'Etc/GMT+12',
			[],
			{},
			[[]],
			{ __proto__: null, a: 1 }
		];
		/** Another value at a random place of a plain tree. */
		const alter = (value: unknown): unknown => {
			if (typeof value !== 'object' || value === null || random() < 0.05) return values[upTo(values.length)];
			const keys = Object.keys(value);
			if (keys.length === 0) return values[upTo(values.length)];
			const key = keys[upTo(keys.length)] as string;
			const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
			const action = random();
			if (action < 0.05) Reflect.deleteProperty(copy, key);
			else Reflect.set(copy, key, alter(Reflect.get(value, key)));
			return copy;
		};
		let taken = 0;
		for (let round = 0; round < 1_000; round++) {
			const at = upTo(parts.length);
			const part = parts[at] as ForgedPart;
			let altered = part.bytes.slice(0);
			if (part.name.endsWith('.json')) altered = bytes(JSON.stringify(alter(JSON.parse(text(altered)))));
			else {
				const view = new Uint8Array(altered);
				for (let k = upTo(3); k >= 0; k--)
					view[random() < 0.5 ? upTo(Math.min(120, view.length)) : upTo(view.length)] = upTo(256);
				if (random() < 0.1) altered = altered.slice(0, upTo(altered.byteLength));
				if (altered.byteLength >= 64) sealRecord(altered);
			}
			const file = await sealPlain(parts.with(at, { ...part, bytes: altered }));
			const store = await restored(file).catch((cause: unknown) => {
				expect(cause, `round ${round}, ${part.name}`).toMatchObject({
					name: 'AppError',
					code: 'backupInvalid'
				});
				return null;
			});
			if (!store) continue;
			taken++;
			await expect(
				figuresOf(store),
				`round ${round}, ${part.name}: ${text(altered).slice(0, 2_000)}`
			).resolves.not.toThrow();
			await wipe(store);
		}
		expect(taken).toBeGreaterThan(25);
	}
);

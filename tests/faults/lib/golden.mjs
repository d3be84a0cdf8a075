// What trials start from, made once for each back end without a fault: profiles, a backup, and what each file's
// records must be.
import { rmSync } from 'node:fs';
import { backUp, importFile, openStorage, reopen, usageFile } from './app.mjs';
import { launch } from './browser.mjs';
import { copyProfile, newFolder } from './profile.mjs';
import { readBoth } from './read.mjs';

/** Files of a profile that is full; one more is on its way when it is killed. */
export const LAYERS = 3;
export const files = Array.from({ length: LAYERS + 1 }, (_, k) => usageFile(k));

/** Turns all that is stored into what the first version stored: databases of version 1, and no second copy. */
async function toFirstVersion() {
	const done = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const older = {
		root: ({ revision }) => ({ revision }),
		layers: ({ checksum: _seal, summary: _summary, ...layer }) => layer,
		workspaces: ({ checksum: _seal, removed: _removed, ...workspace }) => workspace
	};
	for (const { name } of await indexedDB.databases()) {
		const db = await done(indexedDB.open(name));
		const stores = [];
		for (const store of db.objectStoreNames) {
			const reading = db.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([done(reading.getAllKeys()), done(reading.getAll())]);
			stores.push({ store, keyPath: reading.keyPath, keys, values: values.map(older[store] ?? ((v) => v)) });
		}
		db.close();
		await done(indexedDB.deleteDatabase(name));
		const making = indexedDB.open(name, 1);
		making.onupgradeneeded = () => {
			for (const { store, keyPath, keys, values } of stores) {
				const made = making.result.createObjectStore(store, keyPath ? { keyPath } : {});
				if (store === 'layers') made.createIndex('digest', 'digest');
				for (const [k, value] of values.entries()) made.put(value, keyPath ? undefined : keys[k]);
				// It kept fingerprints of rows, block by block.
				if (store !== 'num') continue;
				const prints = making.result.createObjectStore('keys');
				for (const [k, block] of keys.entries()) prints.put(new ArrayBuffer(values[k].byteLength), block);
			}
		};
		(await done(making)).close();
	}
	await (await navigator.storage.getDirectory()).removeEntry('drawdown', { recursive: true });
	localStorage.clear();
}

/** A page of the same origin in which the app does not run. */
export const quietPage = (page, address) => page.goto(`${address}/icon.svg`);

/** An action of which the outcome is kept. */
function once(action) {
	let outcome = null;
	return () => (outcome ??= action());
}

/**
 * `two`: a closed profile with the first two files; `digests`: what each file's records must be; `span`: how long an
 * import takes, in ms. Made when they are asked for: `first`, the same profile as the first version stored it, and
 * `backup`, a backup of it. Nothing of it is changed: trials copy it.
 */
export async function prepare({ address }, backend) {
	const folders = [newFolder()];
	const copy = () => folders[folders.push(copyProfile(two)) - 1];
	const [two] = folders;
	let browser = await launch(two, backend);
	for (const file of files.slice(0, 2)) await importFile(browser.page, address, file);
	await browser.close();

	browser = await launch(copy(), backend);
	const spans = [];
	for (const file of files.slice(2)) spans.push(await importFile(browser.page, address, file));
	await reopen(browser.page, address);
	const { workspaces, leftOver } = await readBoth(browser.page);
	await browser.close();
	const [{ database, mirror }] = workspaces;
	const wrong = files.filter(
		({ name }) => !database.get(name)?.whole || database.get(name).digest !== mirror.layers.get(name)
	);
	if (wrong.length > 0 || leftOver.length > 0 || workspaces.length !== 1)
		throw new Error(`an import without a fault is not whole: ${JSON.stringify({ wrong, leftOver })}`);
	return {
		two,
		digests: new Map([...database].map(([name, { digest }]) => [name, digest])),
		span: Math.min(...spans),
		first: once(async () => {
			const first = copy();
			const other = await launch(first, backend);
			await quietPage(other.page, address);
			await other.page.evaluate(toFirstVersion);
			await other.close();
			return first;
		}),
		backup: once(async () => {
			const other = await launch(copy(), backend);
			await openStorage(other.page, address);
			const path = await backUp(other.page);
			await other.close();
			return path;
		}),
		clear() {
			for (const folder of folders) rmSync(folder, { recursive: true });
		}
	};
}

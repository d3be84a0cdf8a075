// The independent reader: it imports nothing from src, and reads what the browser gives back of both copies. It knows
// the stored formats from docs/data-format.md.
import { createHash } from 'node:crypto';

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** XXH32 over a record's bytes from 16 on, by the specification, for the verdict "whole". */
function xxh32(bytes) {
	const P = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
	const rot = (v, by) => (v << by) | (v >>> (32 - by));
	let p = 0;
	let h;
	if (bytes.length >= 16) {
		const lane = [(P[0] + P[1]) | 0, P[1] | 0, 0, -P[0] | 0];
		for (; p + 16 <= bytes.length; p += 16)
			for (let k = 0; k < 4; k++)
				lane[k] = Math.imul(rot((lane[k] + Math.imul(bytes.readInt32LE(p + 4 * k), P[1])) | 0, 13), P[0]);
		h = (rot(lane[0], 1) + rot(lane[1], 7) + rot(lane[2], 12) + rot(lane[3], 18)) | 0;
	} else h = P[4] | 0;
	h = (h + bytes.length) | 0;
	for (; p + 4 <= bytes.length; p += 4)
		h = Math.imul(rot((h + Math.imul(bytes.readInt32LE(p), P[2])) | 0, 17), P[3]);
	for (; p < bytes.length; p++) h = Math.imul(rot((h + Math.imul(bytes[p], P[4])) | 0, 11), P[0]);
	h = Math.imul(h ^ (h >>> 15), P[1]);
	h = Math.imul(h ^ (h >>> 13), P[2]);
	return (h ^ (h >>> 16)) >>> 0;
}

const whole = (bytes) =>
	bytes.length >= 64 &&
	bytes.readUInt32LE(8) === bytes.length &&
	xxh32(bytes.subarray(16)) === bytes.readUInt32LE(12);

/** Everything both copies hold, read by the page with the platform's own calls. Runs in the page. */
async function dump() {
	const done = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const text = async (bytes) => {
		const blob = new Blob([bytes]);
		return new Promise((resolve) => {
			const reader = new FileReader();
			reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
			reader.readAsDataURL(blob);
		});
	};
	const databases = [];
	// Where the page's own databases cannot be opened, the spare bucket holds them.
	let factory = indexedDB;
	const list = await factory.databases().catch(async () => {
		factory = (await navigator.storageBuckets.open('drawdown-2')).indexedDB;
		return factory.databases();
	});
	for (const { name } of list) {
		if (!name.startsWith('drawdown-')) continue;
		const db = await done(factory.open(name));
		const stores = {};
		for (const store of db.objectStoreNames) {
			if (store === 'cubes') continue;
			const reading = db.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([done(reading.getAllKeys()), done(reading.getAll())]);
			stores[store] = [];
			for (const [k, value] of values.entries())
				stores[store].push([keys[k], value instanceof ArrayBuffer ? await text(value) : value]);
		}
		db.close();
		databases.push({ name, stores });
	}
	const folders = {};
	try {
		const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('drawdown');
		for await (const [id, folder] of home.entries()) {
			folders[id] = {};
			for await (const [name, file] of folder.entries()) folders[id][name] = await text(await file.getFile());
		}
	} catch {
		// No second copy.
	}
	return { databases, folders };
}

/** Records of a layer, in the order of the second copy, by the layer's own directory. */
const partsOf = ({ blocks }) => [
	...blocks.flatMap((_, k) => ['num', 'text', 'keys', 'live'].map((store) => [store, k])),
	...['agent', 'entity', 'outcome', 'case'].map((field) => ['dictionaries', field])
];

/**
 * What each copy holds, by file name: { state, digest of all records, whole }; and bytes that belong to no layer.
 */
export async function readBoth(page) {
	const { databases, folders } = await page.evaluate(dump);
	const database = new Map();
	const orphans = [];
	const documents = new Map();
	for (const { name, stores } of databases) {
		const layers = new Map(stores.layers.map(([id, layer]) => [id, layer]));
		const records = new Map();
		for (const store of ['num', 'text', 'keys', 'live', 'dictionaries'])
			for (const [[layer, part], value] of stores[store]) {
				if (!layers.has(layer)) orphans.push(`${name} ${store} ${layer} ${part}`);
				records.set(`${layer} ${store} ${part}`, Buffer.from(value, 'base64'));
			}
		for (const [id, layer] of layers) {
			if (layer.state !== 'ready') {
				orphans.push(`${name} ${layer.state} ${layer.name}`);
				continue;
			}
			const all = partsOf(layer).map(([store, part]) => records.get(`${id} ${store} ${part}`));
			const fine = all.every((bytes) => bytes && whole(bytes));
			const rows = all
				.filter((_, k) => partsOf(layer)[k][0] === 'num')
				.reduce((n, b) => n + (b?.readUInt32LE(16) ?? 0), 0);
			database.set(layer.name, {
				whole: fine && rows === layer.rows,
				digest: fine ? sha(Buffer.concat(all)) : '',
				rows
			});
		}
		for (const [id, { json }] of stores.documents) documents.set(id, sha(Buffer.from(json)));
	}
	const mirror = new Map();
	for (const files of Object.values(folders)) {
		const roots = ['root-0', 'root-1', 'root-2'].flatMap((slot) => {
			try {
				return [JSON.parse(Buffer.from(files[slot] ?? '', 'base64').toString('utf8'))];
			} catch {
				return [];
			}
		});
		const root = roots.sort((a, b) => b.serial - a.serial)[0];
		for (const layer of root?.layers ?? []) {
			const bytes = Buffer.from(files[root.files[layer.id]] ?? '', 'base64');
			mirror.set(layer.name, { digest: sha(bytes) });
		}
	}
	return { database, mirror, orphans, documents };
}

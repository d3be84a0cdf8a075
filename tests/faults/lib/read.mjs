// The independent reader: it imports nothing from src, and reads what the browser gives back of both copies by the
// platform's own calls. It knows the stored formats from docs/data-format.md.
import { createHash } from 'node:crypto';

/** What both copies hold, record by record. Runs in the page; bytes stay there, their SHA-256 is told. */
async function dump() {
	/** XXH32, by its specification. */
	function xxh32(source) {
		const bytes = new DataView(source.buffer, source.byteOffset, source.byteLength);
		const size = source.byteLength;
		const P = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
		const rot = (v, by) => (v << by) | (v >>> (32 - by));
		const round = (lane, word) => Math.imul(rot((lane + Math.imul(word, P[1])) | 0, 13), P[0]);
		let p = 0;
		let h;
		if (size >= 16) {
			let [a, b, c, d] = [(P[0] + P[1]) | 0, P[1] | 0, 0, -P[0] | 0];
			for (; p + 16 <= size; p += 16) {
				a = round(a, bytes.getInt32(p, true));
				b = round(b, bytes.getInt32(p + 4, true));
				c = round(c, bytes.getInt32(p + 8, true));
				d = round(d, bytes.getInt32(p + 12, true));
			}
			h = (rot(a, 1) + rot(b, 7) + rot(c, 12) + rot(d, 18)) | 0;
		} else h = P[4] | 0;
		h = (h + size) | 0;
		for (; p + 4 <= size; p += 4)
			h = Math.imul(rot((h + Math.imul(bytes.getInt32(p, true), P[2])) | 0, 17), P[3]);
		for (; p < size; p++) h = Math.imul(rot((h + Math.imul(bytes.getUint8(p), P[4])) | 0, 11), P[0]);
		h = Math.imul(h ^ (h >>> 15), P[1]);
		h = Math.imul(h ^ (h >>> 13), P[2]);
		return (h ^ (h >>> 16)) >>> 0;
	}
	const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');
	/** A stored record: whole by its own length and checksum, its count, and its SHA-256. */
	async function look(bytes) {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const whole =
			bytes.byteLength >= 64 &&
			String.fromCharCode(...bytes.subarray(0, 4)) === 'DDWN' &&
			view.getUint32(8, true) === bytes.byteLength &&
			xxh32(bytes.subarray(16)) === view.getUint32(12, true);
		return {
			whole,
			count: whole ? view.getUint32(16, true) : 0,
			sha: hex(await crypto.subtle.digest('SHA-256', bytes))
		};
	}
	const text = (value) => new TextEncoder().encode(value);
	/** A record of metadata is what was written: XXH32 of its JSON without the checksum. */
	const sealed = ({ checksum, ...plain }) => xxh32(text(JSON.stringify(plain))) === checksum;

	const done = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});

	// Where the page's own databases cannot be opened, the spare bucket holds them.
	let factory = indexedDB;
	let spare = false;
	const list = await factory.databases().catch(async () => {
		spare = true;
		factory = (await navigator.storageBuckets.open('drawdown-2')).indexedDB;
		return factory.databases();
	});
	// The newest registry is the one in use: a later name was taken where an earlier one could not be read.
	const names = list
		.map(({ name }) => name)
		.sort()
		.reverse();
	const registry = [];
	const databases = [];
	for (const name of names.filter((one) => /^drawdown(~\d|-.*)?$/.test(one))) {
		let db;
		try {
			const opening = factory.open(name);
			// It has gone since it was listed: the reader makes nothing.
			opening.onupgradeneeded = () => opening.transaction.abort();
			db = await done(opening);
		} catch (cause) {
			databases.push({ name, failure: String(cause) });
			continue;
		}
		const rows = async (store) => {
			const reading = db.transaction(store).objectStore(store);
			const [keys, values] = await Promise.all([done(reading.getAllKeys()), done(reading.getAll())]);
			return keys.map((key, k) => [key, values[k]]);
		};
		if (!name.startsWith('drawdown-')) {
			if (registry.length === 0)
				registry.push(
					...(await rows('workspaces')).map(([, record]) => ({ ...record, fine: sealed(record) }))
				);
			db.close();
			continue;
		}
		const records = [];
		for (const store of ['num', 'text', 'live', 'dictionaries'])
			for (const [[layer, part], value] of await rows(store))
				records.push({ store, layer, part, ...(await look(new Uint8Array(value))) });
		databases.push({
			name,
			records,
			layers: (await rows('layers')).map(([, layer]) => ({ ...layer, fine: sealed(layer) })),
			root: (await rows('root')).map(([, root]) => ({ ...root, fine: sealed(root) }))[0] ?? null,
			documents: (await rows('documents')).map(([, { id, revision, json, checksum }]) => ({
				id,
				revision,
				json,
				fine: xxh32(text(json)) === checksum
			})),
			cubes: (await rows('cubes')).map(([[layer]]) => layer)
		});
		db.close();
	}

	const folders = [];
	const home = await navigator.storage
		.getDirectory()
		.then((top) => top.getDirectoryHandle('drawdown'))
		.catch(() => null);
	for await (const [id, folder] of home?.entries() ?? []) {
		const files = {};
		const roots = [];
		for await (const [name, handle] of folder.entries()) {
			const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
			if (/^root-[012]$/.test(name)) {
				try {
					const root = JSON.parse(new TextDecoder().decode(bytes));
					if (sealed(root)) roots.push(root);
				} catch {
					// Torn: another slot holds a whole one.
				}
				continue;
			}
			const records = [];
			let at = 0;
			while (at + 64 <= bytes.length) {
				const length = new DataView(bytes.buffer).getUint32(at + 8, true);
				if (length < 64 || at + length > bytes.length) break;
				records.push(await look(bytes.slice(at, at + length)));
				at += length;
			}
			files[name] = { records, ends: at === bytes.length };
		}
		roots.sort((a, b) => b.serial - a.serial);
		folders.push({ id, files, root: roots[0] ?? null });
	}
	return { registry, databases, folders, spare };
}

/** Records of a layer, in the order of the second copy, by the layer's own directory. */
const partsOf = ({ blocks }) => [
	...blocks.flatMap((_, k) => ['num', 'text', 'live'].map((store) => `${store} ${k}`)),
	...['agent', 'entity', 'outcome'].map((field) => `dictionaries ${field}`)
];

const digestOf = (records) =>
	createHash('sha256')
		.update(records.map(({ sha }) => sha).join(''))
		.digest('hex')
		.slice(0, 32);

function readDatabase({ name, records, layers, root, documents, cubes }) {
	const found = new Map();
	const leftOver = [];
	const known = new Set(layers.map(({ id }) => id));
	const byPlace = new Map(
		records.map((record) => [`${record.layer} ${record.store} ${record.part}`, record])
	);
	const wanted = new Set(layers.flatMap((layer) => partsOf(layer).map((part) => `${layer.id} ${part}`)));
	for (const place of byPlace.keys()) if (!wanted.has(place)) leftOver.push(`${name} ${place}`);
	for (const layer of cubes) if (!known.has(layer)) leftOver.push(`${name} cubes ${layer}`);
	for (const layer of layers) {
		if (layer.state !== 'ready') {
			leftOver.push(`${name} ${layer.state} ${layer.name}`);
			continue;
		}
		const all = partsOf(layer).map((part) => byPlace.get(`${layer.id} ${part}`));
		const fine = layer.fine && all.every((record) => record?.whole);
		const rows = all
			.slice(0, layer.blocks.length * 4)
			.reduce((n, record, k) => n + (k % 4 ? 0 : (record?.count ?? 0)), 0);
		found.set(layer.name, { whole: fine && rows === layer.rows, digest: fine ? digestOf(all) : 'damaged' });
	}
	return {
		layers: found,
		leftOver,
		revision: root?.fine ? root.revision : null,
		documents: JSON.stringify(documents)
	};
}

function readFolder({ id, files, root }) {
	const found = new Map();
	const used = new Set();
	for (const layer of root?.layers ?? []) {
		const name = root.files[layer.id] ?? '';
		used.add(name);
		const file = files[name];
		const whole =
			file !== undefined &&
			file.ends &&
			file.records.length === partsOf(layer).length &&
			file.records.every((record) => record.whole);
		if (layer.state === 'ready') found.set(layer.name, whole ? digestOf(file.records) : 'damaged');
	}
	const leftOver = Object.keys(files).filter((name) => !used.has(name));
	return {
		layers: found,
		leftOver: leftOver.map((name) => `${id}/${name}`),
		revision: root?.revision ?? null
	};
}

/** What each copy of each workspace holds, by the names of files; and what belongs to nothing. */
export async function readBoth(page) {
	const { registry, databases, folders, spare } = await page.evaluate(dump);
	const leftOver = [];
	const workspaces = [];
	const places = new Set();
	for (const { id, incarnation, removed, fine } of registry.sort((a, b) => a.order - b.order)) {
		if (removed || !fine) leftOver.push(`workspace ${id}${removed ? ' removed' : ' damaged'}`);
		const found = databases.find(({ name }) => name === `drawdown-${id}-${incarnation}`);
		for (let n = 1; n <= incarnation; n++) places.add(`drawdown-${id}-${n}`);
		places.add(id);
		const folder = folders.find((one) => one.id === id);
		const database = found && !found.failure ? readDatabase(found) : null;
		const mirror = folder ? readFolder(folder) : null;
		leftOver.push(...(database?.leftOver ?? []), ...(mirror?.leftOver ?? []));
		workspaces.push({
			id,
			database: database?.layers ?? new Map(),
			mirror,
			revision: database?.revision ?? null
		});
	}
	for (const { name, failure } of databases)
		if (!places.has(name) && !failure) leftOver.push(`database ${name}`);
	for (const { id } of folders) if (!places.has(id)) leftOver.push(`folder ${id}`);
	return { workspaces, leftOver, spare };
}

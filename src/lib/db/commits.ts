import type { IDBPTransaction, StoreNames } from 'idb';
import { sealDocument } from './documents';
import { failPoint } from './failpoint';
import { revision, sizeOf } from './layers';
import { askForRoom } from './mirror/room';
import { STRICT, type Store } from './open';
import { ofLayer } from './records';
import { BYTE_STORES, type DocumentRecord, type LayerRecord, type WorkspaceSchema } from './schema';
import { seal } from './sealed';
import { advance, checkTerm, type Term } from './term';

export interface LayerFiles {
	/** by field; `summary` is the record of a layer without rows */
	readonly dictionaries: Readonly<Record<string, ArrayBuffer>>;
	readonly cubes: { readonly key: string; readonly files: Readonly<Record<string, ArrayBuffer>> } | null;
}

/** What one strict transaction changes: all of it, or nothing. */
export interface Change {
	/** layers that become visible as they are said to be; their blocks are staged */
	readonly add?: readonly { readonly layer: LayerRecord; readonly files: LayerFiles }[];
	/** layers that go, with all their bytes */
	readonly drop?: readonly string[];
	/** documents by id: the JSON that comes in the place of the one that is there, if there is one */
	readonly documents?: Readonly<Record<string, (json: string | null) => string>>;
}

/**
 * A strict transaction of a term that moves the revision on. `body` awaits nothing but the transaction's own
 * requests; if it throws, nothing is changed. Throws `TermEnded` where another tab has taken over.
 */
async function commitIn<T>(
	{ db }: Store,
	term: Term,
	names: readonly StoreNames<WorkspaceSchema>[],
	body: (writing: Writing) => Promise<T | typeof UNCHANGED>
): Promise<{ readonly revision: number; readonly result: T } | null> {
	await failPoint('commit:before');
	const writing = db.transaction(['root', ...names], 'readwrite', STRICT) as unknown as Writing;
	try {
		const root = writing.objectStore('root');
		await checkTerm(root, term);
		const result = await body(writing);
		if (result === UNCHANGED) {
			await writing.done;
			return null;
		}
		const next = await advance(root);
		await writing.done;
		await failPoint('commit:after');
		return { revision: next, result };
	} catch (cause) {
		writing.done.catch(() => undefined);
		try {
			writing.abort();
		} catch {
			// It has ended by itself: that is why we are here.
		}
		throw cause;
	}
}

type Writing = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'readwrite'>;
const UNCHANGED = Symbol('unchanged');

async function put(writing: Writing, { add = [], drop = [], documents = {} }: Change): Promise<void> {
	for (const id of drop) {
		await writing.objectStore('layers').delete(id);
		for (const name of BYTE_STORES) await writing.objectStore(name).delete(ofLayer(id));
	}
	for (const { layer, files } of add) {
		await writing.objectStore('layers').put(seal(layer));
		for (const [field, bytes] of Object.entries(files.dictionaries))
			await writing.objectStore('dictionaries').put(bytes, [layer.id, field]);
		for (const [cube, bytes] of Object.entries(files.cubes?.files ?? {}))
			await writing.objectStore('cubes').put(bytes, [layer.id, files.cubes?.key ?? '', cube]);
	}
	for (const [id, change] of Object.entries(documents)) {
		const store = writing.objectStore('documents');
		const current: DocumentRecord | undefined = await store.get(id);
		await store.put(sealDocument(id, (current?.revision ?? 0) + 1, change(current?.json ?? null)));
	}
}

const recordsOf = ({ dictionaries, cubes }: LayerFiles) => [
	...Object.values(dictionaries),
	...Object.values(cubes?.files ?? {})
];

/** Commits a change. The new revision. */
export async function commit(store: Store, term: Term, change: Change): Promise<number> {
	if (change.add) await askForRoom(sizeOf(change.add.flatMap(({ files }) => recordsOf(files))));
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], (writing) =>
		put(writing, change)
	);
	return done?.revision as number;
}

/** What is written together with a layer that becomes visible. */
export interface Together {
	/** the layer whose place it takes, from a file that is read anew: it is removed, and {@link swapLayers} brings it back */
	readonly replaces?: string | null;
	readonly documents?: Change['documents'];
}

/** What a layer takes over from the one in whose place it comes: all that is not said by its file. */
function inPlaceOf(replaced: LayerRecord, layer: NewLayer): LayerRecord {
	const { name, sample, order, precedence, coverage, durations, ratedDuration } = replaced;
	// The length that is rated stays rated, wherever its column stands now.
	const rated = layer.durations.indexOf(durations[ratedDuration] ?? '');
	const held = coverage && coverage.from <= layer.first && layer.last < coverage.to;
	return {
		...layer,
		...(precedence === undefined ? {} : { precedence }),
		state: 'ready',
		name,
		sample,
		order,
		ratedDuration: ratedDuration > 0 && rated >= 0 ? rated : layer.ratedDuration,
		coverage: held ? coverage : null
	};
}

type NewLayer = Omit<LayerRecord, 'state' | 'order'>;

/**
 * Makes a staged layer visible. If the same file became a layer meanwhile (another tab), nothing changes and that
 * layer is returned; null: nothing changes, since the layer that it replaces is not there any more, or is of another
 * file, or of another part of it.
 */
export async function commitLayer(
	store: Store,
	term: Term,
	layer: NewLayer,
	files: LayerFiles,
	{ replaces = null, documents = {} }: Together = {}
): Promise<{ readonly layer: LayerRecord; readonly revision: number; readonly already: boolean } | null> {
	await askForRoom(sizeOf(recordsOf(files)));
	let same: LayerRecord | undefined;
	let gone = false;
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], async (writing) => {
		const layers = await writing.objectStore('layers').getAll();
		const ready = layers.filter(({ state }) => state === 'ready');
		const replaced = ready.find(({ id }) => id === replaces);
		gone = replaces !== null && replaced?.digest !== layer.digest;
		same = ready.find(({ id, digest }) => id !== replaces && digest === layer.digest);
		if (gone || same) return UNCHANGED;
		const order = Math.max(0, ...layers.filter(({ state }) => state !== 'staging').map((l) => l.order + 1));
		const committed: LayerRecord = replaced
			? inPlaceOf(replaced, layer)
			: { ...layer, state: 'ready', order };
		if (replaced) await writing.objectStore('layers').put(seal({ ...replaced, state: 'removed' }));
		await put(writing, { add: [{ layer: committed, files }], documents });
		return committed;
	});
	if (gone) return null;
	if (done) return { layer: done.result, revision: done.revision, already: false };
	return { layer: same as LayerRecord, revision: await revision(store.db), already: true };
}

/** Do two layers hold the same of a file? Its sums by day and what is left of its rows do not. */
const sameRows = (one: LayerRecord, other: LayerRecord): boolean =>
	one.id !== other.id &&
	one.digest === other.digest &&
	((one.summary === null) === (other.summary === null) ||
		(one.first <= other.last && other.first <= one.last));

/**
 * Changes what may change on a layer that is not staging; its rows are never touched. Null: nothing to change, or it
 * would count beside the same file, which was imported again since it was removed.
 */
export async function updateLayer(
	store: Store,
	term: Term,
	layer: string,
	change: Partial<Pick<LayerRecord, 'ratedDuration' | 'coverage' | 'state'>>
): Promise<number | null> {
	const done = await commitIn(store, term, ['layers'], async (writing) => {
		const layers = writing.objectStore('layers');
		const found = await layers.get(layer);
		if (!found || found.state === 'staging') return UNCHANGED;
		if (change.state === 'ready' && found.state === 'removed') {
			const all: readonly LayerRecord[] = await layers.getAll();
			if (all.some((one) => one.state === 'ready' && sameRows(one, found))) return UNCHANGED;
		}
		await layers.put(seal({ ...found, ...change }));
		return found;
	});
	return done?.revision ?? null;
}

/**
 * Brings a removed layer back in the place of another, which is removed, with documents as they are to be then. Null:
 * nothing changes, since one of the two is not what it was.
 */
export async function swapLayers(
	store: Store,
	term: Term,
	back: string,
	away: string,
	documents: NonNullable<Change['documents']> = {}
): Promise<number | null> {
	const done = await commitIn(store, term, ['layers', 'documents', ...BYTE_STORES], async (writing) => {
		const layers = writing.objectStore('layers');
		const removed = await layers.get(back);
		const ready = await layers.get(away);
		if (removed?.state !== 'removed' || ready?.state !== 'ready') return UNCHANGED;
		await layers.put(seal({ ...removed, state: 'ready' }));
		await layers.put(seal({ ...ready, state: 'removed' }));
		await put(writing, { documents });
		return true;
	});
	return done?.revision ?? null;
}

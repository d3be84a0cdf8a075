import { isWhole } from '../documents';
import { failPoint } from '../failpoint';
import { Damaged } from '../records';
import type { Store } from '../open';
import type { DocumentRecord, LayerRecord, WorkspaceRecord } from '../schema';
import { unseal } from '../sealed';
import { confirmTerm, type Term } from '../term';
import type { Folder } from './folder';
import { writeLayer } from './layerFile';
import { isSlot, readRoots, writeRoot, type MirrorRoot } from './root';

/** What a database holds at one moment, bytes of layers aside. */
interface Snapshot {
	readonly revision: number;
	readonly layers: readonly LayerRecord[];
	readonly documents: readonly DocumentRecord[];
}

async function snapshot({ db }: Store): Promise<Snapshot> {
	const reading = db.transaction(['root', 'layers', 'documents'], 'readonly');
	const [root, layers, documents] = await Promise.all([
		reading.objectStore('root').get('root'),
		reading.objectStore('layers').getAll(),
		reading.objectStore('documents').getAll()
	]);
	await reading.done;
	return {
		revision: unseal(root)?.revision ?? 0,
		layers: layers
			.flatMap((stored) => unseal<LayerRecord>(stored) ?? [])
			.filter((l) => l.state !== 'staging'),
		documents: documents.filter(isWhole)
	};
}

const upToDate = (root: MirrorRoot, now: Snapshot, workspace: WorkspaceRecord, files: Files): boolean =>
	root.revision === now.revision &&
	JSON.stringify(root.workspace) === JSON.stringify(workspace) &&
	root.layers.length === now.layers.length &&
	now.layers.every(({ id }) => files[id] !== undefined);

type Files = MirrorRoot['files'];

/** Those of a root's files that are there. */
async function filesOf(folder: Folder, root: MirrorRoot | null): Promise<Files> {
	const there = new Set(await folder.list());
	return Object.fromEntries(Object.entries(root?.files ?? {}).filter(([, name]) => there.has(name)));
}

/** The database holds less than the second copy: it has been lost since it was opened. */
export class FallenBehind extends Error {
	override readonly name = 'FallenBehind';
}

/**
 * Brings the second copy to what the database holds: first the files of layers that it lacks, then one root, then
 * what is no longer referred to goes. Within a term. When it returns, all that was committed is on disk twice.
 * `distrusted`: layers whose file is damaged and is to be written anew. Throws {@link FallenBehind} rather than follow a
 * database that has gone back: the second copy is then all there is.
 */
export async function follow(
	store: Store,
	term: Term,
	folder: Folder,
	workspace: WorkspaceRecord,
	distrusted: readonly string[] = []
): Promise<void> {
	const { root, older } = await readRoots(folder);
	const there = await filesOf(folder, root);
	const now = await snapshot(store);
	if (root && root.revision > now.revision) throw new FallenBehind();
	if (root && !older && distrusted.length === 0 && upToDate(root, now, workspace, there)) {
		// A writer that died after its root has left what was to go.
		await sweep(folder, term, root.files);
		return;
	}
	const files: Record<string, string> = {};
	for (const layer of now.layers) {
		const known = distrusted.includes(layer.id) ? undefined : there[layer.id];
		const name = known ?? (await copyLayer(store, term, folder, layer));
		if (name) files[layer.id] = name;
	}
	await failPoint('mirror:root');
	await writeRoot(folder, { term, ...now, workspace, files }, () => confirmTerm(store, term));
	await failPoint('mirror:after');
	await failPoint('sweep:files');
	await sweep(folder, term, files);
}

/** The file of a layer is named by its writer's term too, since a frozen writer may hold one of the same layer. */
const fileName = (layer: string, term: Term): string => `${layer}.${term}`;
const termOf = (name: string): Term => Number(name.slice(name.lastIndexOf('.') + 1));

/**
 * Removes the files that a root does not refer to. Those of later terms are left alone: a writer that was frozen
 * between its root and this does not know what its successors refer to.
 */
async function sweep(folder: Folder, term: Term, files: Files): Promise<void> {
	const kept = new Set(Object.values(files));
	for (const name of await folder.list())
		if (!kept.has(name) && !isSlot(name) && !(termOf(name) > term)) await folder.remove(name);
}

/** Null where the database's own records are damaged: they are no copy worth keeping. */
async function copyLayer(
	store: Store,
	term: Term,
	folder: Folder,
	layer: LayerRecord
): Promise<string | null> {
	const name = fileName(layer.id, term);
	await failPoint('mirror:file');
	const file = await folder.create(name);
	try {
		await writeLayer(store.db, layer, file);
		file.close();
		return name;
	} catch (cause) {
		// A full disk, most often: what there is of the file gives its room back.
		file.abandon();
		await folder.remove(name);
		if (cause instanceof Damaged) return null;
		throw cause;
	}
}

import type { DocumentRecord, LayerRecord, RootRecord, WorkspaceRecord } from '../schema';
import { seal, unseal, type Seal } from '../sealed';
import type { Folder } from './folder';

/** What the second copy holds: everything of a workspace but the bytes of its layers, and where those are. */
export interface MirrorRoot extends RootRecord {
	readonly version: 1;
	/** grows with every root that is written: the highest whole one counts */
	readonly serial: number;
	readonly workspace: WorkspaceRecord;
	readonly layers: readonly LayerRecord[];
	readonly documents: readonly DocumentRecord[];
	/** layer id → name of the file with its records */
	readonly files: Readonly<Record<string, string>>;
}

/**
 * A root is never written over the newest one, so that a torn write leaves that one whole. Two slots would do; the
 * third is for a writer that was frozen while it held one.
 */
const SLOTS = ['root-0', 'root-1', 'root-2'];

export const isSlot = (name: string): boolean => SLOTS.includes(name);

async function readSlot(folder: Folder, slot: string): Promise<MirrorRoot | null> {
	const file = await folder.read(slot);
	if (!file) return null;
	try {
		return unseal<MirrorRoot>(JSON.parse(await file.text()) as MirrorRoot & Seal);
	} catch {
		return null;
	}
}

/** The newest whole root, with the slots in which the next may be written, best first. */
export async function readRoots(
	folder: Folder
): Promise<{ readonly root: MirrorRoot | null; readonly free: readonly string[] }> {
	const roots = await Promise.all(SLOTS.map((slot) => readSlot(folder, slot)));
	const serials = roots.map((root) => root?.serial ?? 0);
	const best = serials.indexOf(Math.max(...serials));
	const root = roots[best] ?? null;
	const slots = SLOTS.map((slot, k) => ({ slot, serial: serials[k] as number }));
	const free = slots.filter((_, k) => root === null || k !== best).sort((a, b) => a.serial - b.serial);
	return { root, free: free.map(({ slot }) => slot) };
}

/**
 * Writes the next root and returns when it is on disk. `confirm` is asked once the slot is held: a writer whose term
 * has ended meanwhile must not go on, and nobody else can open the slot until then.
 */
export async function writeRoot(
	folder: Folder,
	content: Omit<MirrorRoot, 'version' | 'serial'>,
	confirm: () => Promise<unknown>
): Promise<void> {
	const { root, free } = await readRoots(folder);
	const next: MirrorRoot = { version: 1, serial: (root?.serial ?? 0) + 1, ...content };
	const bytes = new TextEncoder().encode(JSON.stringify(seal(next)));
	let failure: unknown = new Error('no slot is free');
	for (const slot of free) {
		let writer;
		try {
			writer = await folder.create(slot);
		} catch (cause) {
			failure = cause;
			continue;
		}
		try {
			await confirm();
			writer.write(bytes);
		} finally {
			writer.close();
		}
		return;
	}
	throw failure;
}

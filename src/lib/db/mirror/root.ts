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
 * Each holds a copy of the newest root: they are written one after the other, so that a torn write leaves another one
 * whole, and nothing of an older one stays. Two would do; the third is for a writer that was frozen while it held one.
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

/** The newest whole root; `older`: a slot still holds another one. */
export async function readRoots(
	folder: Folder
): Promise<{ readonly root: MirrorRoot | null; readonly older: boolean }> {
	const { roots, newest } = await readSlots(folder);
	return { root: newest, older: roots.some((root) => root !== null && root.serial !== newest?.serial) };
}

async function readSlots(folder: Folder) {
	const roots = await Promise.all(SLOTS.map((slot) => readSlot(folder, slot)));
	const newest = roots.reduce(
		(best, root) => ((root?.serial ?? 0) > (best?.serial ?? 0) ? root : best),
		null
	);
	return { roots, newest };
}

/**
 * Writes the next root into every slot and returns when it is on disk; the last one that holds the newest root is
 * spared until another holds the next. `confirm` is asked once a slot is held: a writer whose term has ended meanwhile
 * must not go on, and nobody else can open the slot until then. Throws where no slot could be written.
 */
export async function writeRoot(
	folder: Folder,
	content: Omit<MirrorRoot, 'version' | 'serial'>,
	confirm: () => Promise<unknown>
): Promise<void> {
	const { roots, newest } = await readSlots(folder);
	const next: MirrorRoot = { version: 1, serial: (newest?.serial ?? 0) + 1, ...content };
	const bytes = new TextEncoder().encode(JSON.stringify(seal(next)));
	const serials = new Map(SLOTS.map((slot, k) => [slot, roots[k]?.serial ?? 0]));
	const slots = SLOTS.toSorted((a, b) => (serials.get(a) as number) - (serials.get(b) as number));
	const last = slots.at(-1);
	let written = false;
	let failure: unknown;
	for (const slot of slots) {
		if (slot === last && newest && !written) break;
		let writer;
		try {
			writer = await folder.create(slot);
		} catch (cause) {
			failure = cause;
			continue;
		}
		try {
			await confirm();
		} catch (cause) {
			writer.abandon();
			throw cause;
		}
		try {
			writer.write(bytes);
			written = true;
		} catch (cause) {
			failure = cause;
		} finally {
			writer.close();
		}
	}
	if (!written) throw failure;
}

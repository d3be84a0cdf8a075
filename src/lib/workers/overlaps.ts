import { OVERLAPS, readCube, type LayerFiles, type LayerRecord, type WorkspaceDb } from '../db';
import type { Mapping, Veil } from '../engine/ingest';
import {
	AlikeScan,
	allLive,
	countLive,
	decodeLive,
	decodeNum,
	decodeText,
	encodeLive,
	fingerprintRows,
	IdCheck,
	OverlapScan,
	print128,
	printDictionary,
	RECORD,
	verify,
	type Live,
	type Overlapping,
	type Prints
} from '../engine/table';
import type { RebuiltCubes, SharedRows } from './api';
import { storedRecord } from './stored';

/** The rows of a layer that count beside the other layers, by block. */
export interface LayerMask {
	/** says which rows count, briefly: cubes under another one count other rows */
	readonly key: string;
	readonly blocks: readonly Live[];
}

/** Stands between files; changes with the rules of which rows count, so that what was stored before is not read any more. */
const RULES = ';3;';

/** What is said of a file whether it counts already or not. */
type LayerFile = Omit<LayerRecord, 'state' | 'order'>;
type Files = readonly LayerFile[];
const meet = (a: { readonly first: number; readonly last: number }, b: LayerFile): boolean =>
	a.first <= b.last && b.first <= a.last;

/** What goes before stands first; between files that stand alike their content decides. */
const before = (a: LayerFile, b: LayerFile): number =>
	(b.precedence ?? 0) - (a.precedence ?? 0) || (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0);

/** Files that reach into each other's time, directly or through others; files that stand alone are left out. */
function groupsOf(files: Files): LayerFile[][] {
	const groups: LayerFile[][] = [];
	let end = -Infinity;
	for (const file of files.filter(({ blocks }) => blocks.length > 0).sort((a, b) => a.first - b.first)) {
		if (file.first > end) groups.push([]);
		groups[groups.length - 1]?.push(file);
		end = Math.max(end, file.last);
	}
	return groups.filter(({ length }) => length > 1).map((group) => group.sort(before));
}

/** A file whose rows are compared. `dictionaries`: those of one that is not committed yet, which stores them. */
interface Compared extends LayerFile {
	readonly dictionaries?: LayerFiles['dictionaries'];
}

/** Fingerprints of a file's names. */
async function printsOf(db: WorkspaceDb, file: Compared): Promise<Prints> {
	const of = async (part: string) =>
		printDictionary(
			file.dictionaries?.[part] ??
				(await storedRecord(db, file, { store: 'dictionaries', part, kind: RECORD.dictionary }))
		);
	return {
		agent: await of('agent'),
		entity: await of('entity'),
		outcome: await of('outcome'),
		durations: file.durations.slice(1).map((name) => printOf(encoder.encode(name)))
	};
}

async function keysOf(db: WorkspaceDb, file: LayerFile, seq: number, prints: Prints): Promise<Uint32Array> {
	const [num, text] = await Promise.all([
		storedRecord(db, file, { store: 'num', part: seq, kind: RECORD.num }),
		storedRecord(db, file, { store: 'text', part: seq, kind: RECORD.text })
	]);
	return fingerprintRows(decodeNum(num), decodeText(text), prints);
}

/**
 * Whether the last four digits are all that is kept of a file's ids: many calls have the same, so that they are no key.
 * The mapping may be anything where a backup brought it.
 */
function idsAreCut({ mapping }: LayerFile): boolean {
	const { id, veils } = (mapping ?? {}) as { id?: Mapping['id']; veils?: unknown };
	const cut = (veil: Partial<Veil> | null) => veil?.as === 'lastFour' && veil.column === id?.column;
	return Array.isArray(veils) && veils.some(cut);
}

/**
 * Compares the rows of files that reach into each other's time, the one that goes before first; of each only the blocks
 * in which others have rows, too. By file: which rows count, and how many do not.
 */
async function scanGroup(db: WorkspaceDb, files: readonly Compared[]) {
	const scan = new OverlapScan();
	const scanned: { readonly live: Live[]; readonly found: Overlapping }[] = [];
	for (const [f, file] of files.entries()) {
		const shared = file.blocks.map((block) => files.some((other) => other !== file && meet(block, other)));
		const prints = await printsOf(db, file);
		const ids = new IdCheck();
		const cut = idsAreCut(file);
		for (const [seq, is] of shared.entries()) if (is && !cut) ids.add(await keysOf(db, file, seq, prints));
		const live = file.blocks.map(({ rows }) => allLive(rows));
		const found = { already: 0, changed: 0 };
		for (const [seq, is] of shared.entries())
			if (is) scan.add(f + 1, await keysOf(db, file, seq, prints), ids.isKey, live[seq] as Live, found);
		scanned.push({ live, found });
	}
	return scanned;
}

const encoder = new TextEncoder();

const printOf = (bytes: Uint8Array): Uint32Array => {
	const print = new Uint32Array(4);
	print128(bytes, 0, bytes.length, print, 0);
	return print;
};

/** 128 bits of something, hex. */
function briefly(bytes: Uint8Array): string {
	return Array.from(printOf(bytes), (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The blocks' bits one after another, each from a byte of its own on. */
function encodeBlocks(blocks: readonly Live[]): ArrayBuffer {
	const bits = new Uint8Array(blocks.reduce((sum, live) => sum + live.bits.length, 0));
	let at = 0;
	for (const live of blocks) {
		bits.set(live.bits, at);
		at += live.bits.length;
	}
	return encodeLive({ rows: 8 * bits.length, bits });
}

function decodeBlocks(bytes: ArrayBuffer, { blocks }: LayerFile): Live[] {
	const { bits } = decodeLive(bytes);
	let at = 0;
	return blocks.map(({ rows }) => {
		const from = at;
		at += Math.ceil(rows / 8);
		return { rows, bits: bits.subarray(from, at) };
	});
}

function maskOf(bytes: ArrayBuffer, layer: LayerFile): LayerMask | null {
	const blocks = decodeBlocks(bytes, layer);
	const all = blocks.every((live) => countLive(live) === live.rows);
	return all ? null : { key: briefly(new Uint8Array(bytes)), blocks };
}

/**
 * The rows that count of each layer that others reach into, by its id: null where all do, as of those that are not
 * named. What is not stored for this set of files is worked out and added to `rebuilt`, for the data worker to keep: like
 * cubes it can be dropped at any time.
 */
export async function masksOf(
	db: WorkspaceDb,
	layers: Files,
	rebuilt: RebuiltCubes[] = []
): Promise<ReadonlyMap<string, LayerMask | null>> {
	const masks = new Map<string, LayerMask | null>();
	for (const group of groupsOf(layers)) {
		const set = briefly(
			encoder.encode(group.map(({ id, precedence = 0 }) => `${id} ${precedence}`).join(RULES))
		);
		const stored = await Promise.all(group.map(({ id }) => readCube(db, id, OVERLAPS, set)));
		const whole = stored.every((bytes) => bytes && verify(bytes));
		const found = whole
			? (stored as ArrayBuffer[])
			: (await scanGroup(db, group)).map(({ live }) => encodeBlocks(live));
		for (const [k, layer] of group.entries()) {
			const bytes = found[k] as ArrayBuffer;
			if (!whole) rebuilt.push({ layer: layer.id, key: OVERLAPS, files: { [set]: bytes } });
			masks.set(layer.id, maskOf(bytes, layer));
		}
	}
	return masks;
}

const decoded = async (db: WorkspaceDb, file: LayerFile, seq: number) =>
	decodeNum(await storedRecord(db, file, { store: 'num', part: seq, kind: RECORD.num }));

/** So many of ten rows, and of all rows, must be alike: a few calls may start together. */
const [MOSTLY, FEWEST] = [9, 3];

/**
 * How many rows of a file that seem to be new start when rows of others do, and take as much: nearly all of those in their
 * time, or 0. They are probably the same interactions, with other columns or with others of them chosen.
 */
async function alikeRows(
	db: WorkspaceDb,
	file: LayerFile,
	live: readonly Live[],
	others: Files,
	{ already, changed }: Overlapping
): Promise<number> {
	const shared = file.blocks.flatMap((block, seq) =>
		others.some((other) => meet(block, other)) ? [{ seq, rows: block.rows }] : []
	);
	// Files that have rows in common say the same of each.
	if ((already + changed) * 10 >= shared.reduce((sum, { rows }) => sum + rows, 0)) return 0;
	const scan = new AlikeScan();
	for (const other of others)
		for (const [seq, block] of other.blocks.entries())
			if (meet(block, file)) scan.see(await decoded(db, other, seq));
	const from = Math.min(...others.map(({ first }) => first));
	const to = Math.max(...others.map(({ last }) => last));
	const found = { rows: 0, alike: 0 };
	for (const { seq } of shared) scan.count(await decoded(db, file, seq), live[seq] as Live, from, to, found);
	return found.alike >= FEWEST && found.alike * 10 >= found.rows * MOSTLY ? found.alike : 0;
}

/** What a file that is not counted yet shares with those that are; null: it reaches into none of them. */
export async function sharedRows(
	db: WorkspaceDb,
	{ layer: file, files }: { readonly layer: LayerFile; readonly files: LayerFiles },
	layers: Files
): Promise<SharedRows | null> {
	const others = layers.filter((layer) => meet(layer, file));
	if (others.length === 0) return null;
	const withRows = others.filter(({ summary }) => summary === null).sort(before);
	const scanned = await scanGroup(db, [...withRows, { ...file, dictionaries: files.dictionaries }]);
	const names = (of: Files) => of.map(({ name }) => name);
	const { live = [], found = { already: 0, changed: 0 } } = scanned.at(-1) ?? {};
	return {
		...found,
		alike: await alikeRows(db, file, live, withRows, found),
		files: names(withRows),
		summed: names(others.filter(({ summary }) => summary !== null))
	};
}

/** The precedence of a file whose own rows count before all that it reaches into, or theirs. */
export function precedenceBeside(file: LayerFile, layers: Files, counts: 'own' | 'theirs'): number {
	const others = layers.filter((layer) => meet(layer, file)).map(({ precedence = 0 }) => precedence);
	return counts === 'own' ? Math.max(-1, ...others) + 1 : Math.min(1, ...others) - 1;
}

import { openStore, Registry, type Store } from '$lib/db';
import { identify, propose, sniff, type Mapping } from '$lib/engine/ingest';
import type { Settings } from '$lib/workers/api';
import { sealHere } from '$lib/workers/jobs/seal';
import { commitStaged, refused, stageImport, type ImportJob } from '$lib/workers/jobs/import';
import { BlockCache } from '$lib/workers/query/blocks';
import { loadSource, type Usage } from '$lib/workers/query/usage';
import { blankSettings } from '$lib/workers/settings/document';

export const decode = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A new workspace's storage. */
export async function newStore(name = 'Test'): Promise<Store> {
	const registry = new Registry();
	const workspace = await registry.create(crypto.randomUUID(), name);
	registry.close();
	return openStore(workspace);
}

export function settingsWith(
	contract: Partial<Settings['contract']>,
	change: Partial<Settings> = {}
): Settings {
	const blank = blankSettings();
	return { ...blank, ...change, contract: { ...blank.contract, ...contract } };
}

/** Reads a file into staging by the real job; the mapping is the proposed one, changed where the test says so. */
export async function stage(
	store: Store,
	settings: Settings,
	file: File,
	change: Partial<Mapping> = {},
	options: Partial<ImportJob> = {}
) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const form = identify(bytes.subarray(0, 256 * 1024), file.name, file.size <= 256 * 1024);
	if (form.kind === 'refused') throw refused(form.refusal, file.name);
	const found = sniff(bytes.subarray(0, 256 * 1024), file.name, file.size, decode);
	if (found.kind === 'refused') throw refused(found.refusal, file.name);
	const mapping = { ...propose(found.sniffed).mapping, ...change };
	return stageImport({
		store,
		settings,
		table: { file, converted: null },
		sniffed: found.sniffed,
		mapping,
		sample: false,
		seal: sealHere(),
		cancelled: () => false,
		onProgress: () => undefined,
		...options
	});
}

export async function importFile(
	store: Store,
	settings: Settings,
	file: File,
	change: Partial<Mapping> = {},
	precedence = 0
) {
	const { staged, view } = await stage(store, settings, file, change);
	return { view, ...(await commitStaged(store, staged, precedence)) };
}

/** What the query worker knows; null without layers. */
export const loadUsage = async (
	store: Store,
	settings: Settings,
	cache = new BlockCache(store.db)
): Promise<Usage | null> => (await loadSource(store.db, cache, settings))?.usage() ?? null;

const HEADER = 'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome';

/** A canonical file from rows in the order of its header. */
export const canonicalFile = (rows: readonly string[], name = 'usage.csv'): File =>
	new File([`${HEADER}\n${rows.join('\n')}\n`], name);

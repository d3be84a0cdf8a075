import * as v from 'valibot';
import {
	BLOCK_STORES,
	expectedRecords,
	readDocument,
	readRecord,
	readyLayers,
	failPoint,
	type LayerRecord,
	type SealedBlock,
	type Store
} from '../../db';
import {
	BackupError,
	noCodes,
	upToDate,
	wrongDictionary,
	wrongInBlock,
	type BackupPart
} from '../../db/backup';
import { AppError } from '../errors';
import { storedTables } from '../monthly/schema';
import { MONTHLY } from '../monthly/tables';
import { blankSettings, SETTINGS, settingsOfJson } from '../settings/document';
import { PRIVACY, storedKey } from '../settings/privacyKey';
import { settingsOf, writeSettings } from '../settings/file';
import { layerSchema, workspaceSchema, type LayerContent, type WorkspaceContent } from './schema';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const json = (name: string, value: unknown): BackupPart => ({
	name,
	bytes: encoder.encode(JSON.stringify(value)).buffer
});

/** What a part's JSON says, by its schema; keys come in the schema's order, so that equal contents are equal bytes. */
function parsed<S extends v.GenericSchema>(name: string, schema: S, value: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, value, { abortEarly: true });
	if (!result.success) throw new BackupError('invalid', name);
	return result.output;
}

function fromJson<S extends v.GenericSchema>(name: string, schema: S, bytes: ArrayBuffer): v.InferOutput<S> {
	let value: unknown;
	try {
		value = JSON.parse(decoder.decode(bytes));
	} catch (cause) {
		throw new BackupError('invalid', name, null, { cause });
	}
	return parsed(name, schema, value);
}

/** Settings go through the settings file, so that one schema rules, and what was typed in any order is one order. */
const settingsText = (stored: string): string =>
	writeSettings(settingsOf(writeSettings(settingsOfJson(stored)), blankSettings()));

const documentPart = (id: string): string => `documents/${id}.json`;
const blockPart = (layer: number, block: number, store: string) => `layers/${layer}/blocks/${block}/${store}`;

// ---------------------------------------------------------------- writing

/** A workspace at one moment: layers never change but as a whole, so their bytes can be read one after another. */
export interface Snapshot {
	readonly workspace: Omit<WorkspaceContent, 'documents' | 'layers'>;
	/** as a settings file; null: none were saved yet */
	readonly settings: string | null;
	/** the key for hashes; null: there is none */
	readonly privacy: string | null;
	/** monthly tables; null: none were kept yet */
	readonly monthly: string | null;
	readonly layers: readonly LayerRecord[];
}

export async function snapshot({ workspace, db }: Store): Promise<Snapshot> {
	const [settings, privacy, monthly] = await Promise.all(
		[SETTINGS, PRIVACY, MONTHLY].map((id) => readDocument(db, id))
	);
	return {
		workspace: { name: workspace.name, sample: workspace.sample },
		settings: settings ? settingsText(settings.json) : null,
		privacy: privacy ? storedKey(privacy.json) : null,
		monthly: monthly ? storedTables(monthly.json) : null,
		layers: await readyLayers(db)
	};
}

/** The parts of a workspace, in their order, one record in memory at a time. */
export async function* workspaceParts(
	{ db }: Store,
	{ workspace, settings, privacy, monthly, layers }: Snapshot
): AsyncGenerator<BackupPart> {
	const texts = [
		{ id: SETTINGS, text: settings },
		{ id: PRIVACY, text: privacy },
		{ id: MONTHLY, text: monthly }
	].flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]));
	const documents = texts.map(({ id }) => id);
	yield json(
		'workspace.json',
		parsed('workspace.json', workspaceSchema, { ...workspace, documents, layers: layers.length })
	);
	for (const { id, text } of texts) yield { name: documentPart(id), bytes: encoder.encode(text).buffer };
	for (const [k, layer] of layers.entries()) {
		const { id, state: _state, order: _order, ...content } = layer;
		const name = `layers/${k}/layer.json`;
		yield json(name, parsed(name, layerSchema, content));
		for (const record of expectedRecords(layer)) {
			await failPoint('backup:part');
			const { store, part } = record;
			const bytes = await readRecord(db, id, record);
			if (!bytes) throw new AppError('storageBroken', { name: layer.name });
			yield {
				name: store === 'dictionaries' ? `layers/${k}/${part}` : blockPart(k, part as number, store),
				bytes
			};
		}
	}
}

// ---------------------------------------------------------------- reading

/** What a backup holds, piece by piece, each checked. */
export type Piece =
	| { readonly kind: 'workspace'; readonly workspace: WorkspaceContent }
	| { readonly kind: 'document'; readonly id: string; readonly json: string }
	| { readonly kind: 'layer'; readonly layer: LayerContent }
	| { readonly kind: 'block'; readonly block: number; readonly sealed: SealedBlock }
	/** the layer is complete */
	| { readonly kind: 'dictionaries'; readonly dictionaries: Readonly<Record<string, ArrayBuffer>> };

/** Parts of version 1 that say nothing which is not said elsewhere: fingerprints of rows and of cases. */
const RETIRED = /^layers\/\d+\/(?:blocks\/\d+\/keys|case)$/;

async function* withoutRetired(parts: AsyncGenerator<BackupPart>): AsyncGenerator<BackupPart> {
	for await (const part of parts) if (!RETIRED.test(part.name)) yield part;
}

/**
 * The pieces of a backup. Nothing in it is trusted: where a part is not what the product would have written, or not
 * in its place, a {@link BackupError} names it. The file is whole only when the generator has ended.
 */
export async function* readContents(all: AsyncGenerator<BackupPart>): AsyncGenerator<Piece> {
	const parts = withoutRetired(all);
	const take = async (name: string): Promise<ArrayBuffer> => {
		const next = await parts.next();
		if (next.done || next.value.name !== name) throw new BackupError('invalid', name);
		return next.value.bytes;
	};
	try {
		const workspace = fromJson('workspace.json', workspaceSchema, await take('workspace.json'));
		if (new Set(workspace.documents).size !== workspace.documents.length)
			throw new BackupError('invalid', 'workspace.json');
		yield { kind: 'workspace', workspace };
		for (const id of workspace.documents)
			yield { kind: 'document', id, json: storedDocument(id, await take(documentPart(id))) };
		for (let k = 0; k < workspace.layers; k++) {
			const name = `layers/${k}/layer.json`;
			yield* readLayer(k, fromJson(name, layerSchema, await take(name)) as LayerContent, take);
		}
		const more = await parts.next();
		if (!more.done) throw new BackupError('invalid', more.value.name);
	} finally {
		await parts.return(undefined);
	}
}

async function* readLayer(
	k: number,
	layer: LayerContent,
	take: (name: string) => Promise<ArrayBuffer>
): AsyncGenerator<Piece> {
	yield { kind: 'layer', layer };
	const codes = noCodes();
	for (const [block, entry] of layer.blocks.entries()) {
		const records: Record<string, ArrayBuffer> = {};
		for (const store of BLOCK_STORES) records[store] = await take(blockPart(k, block, store));
		const sealed = upToDate(records as unknown as SealedBlock);
		const wrong = wrongInBlock(sealed, entry, layer, codes);
		if (wrong) throw new BackupError('invalid', blockPart(k, block, wrong));
		yield { kind: 'block', block, sealed };
	}
	const dictionaries: Record<string, ArrayBuffer> = {};
	for (const { part } of expectedRecords({ blocks: [], summary: layer.summary }))
		dictionaries[part] = await take(`layers/${k}/${part}`);
	const wrong = wrongDictionary(dictionaries, layer, codes);
	if (wrong) throw new BackupError('invalid', `layers/${k}/${wrong}`);
	yield { kind: 'dictionaries', dictionaries };
}

/** A document as it is stored. A newer settings file within says so by its own name. */
function storedDocument(id: string, bytes: ArrayBuffer): string {
	const name = documentPart(id);
	try {
		if (id === PRIVACY) return storedKey(decoder.decode(bytes));
		if (id === MONTHLY) return storedTables(decoder.decode(bytes));
		return JSON.stringify(settingsOf(decoder.decode(bytes), blankSettings()));
	} catch (cause) {
		throw new BackupError('invalid', name, null, { cause });
	}
}

import { readDictionary, type LayerRecord, type WorkspaceDb } from '../../db';
import type { LayerNames } from '../../engine/rating';
import { decodeDictionary } from '../../engine/table';
import type { LayerMask } from '../overlaps';

/** A mark at the start of a text is part of it: that of a file is passed over where the file is cut into rows. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

/** A layer beside the others of its workspace; `mask` null: all its rows count. */
export interface CountedLayer extends LayerRecord {
	readonly mask: LayerMask | null;
}

/** A layer with its names, and where each stands among the workspace's. */
export interface NamedLayer {
	readonly record: CountedLayer;
	readonly names: LayerNames;
	/** layer code → workspace code */
	readonly agents: Uint32Array;
	readonly entities: Uint32Array;
}

export interface WorkspaceNames extends LayerNames {
	readonly layers: readonly NamedLayer[];
}

/** Gives every text one code for the whole workspace; 0 is the empty text, as in each layer. */
class Codes {
	readonly texts = [''];
	readonly #codes = new Map([['', 0]]);

	of(texts: readonly string[]): Uint32Array {
		return Uint32Array.from(texts, (text) => {
			let code = this.#codes.get(text);
			if (code === undefined) this.#codes.set(text, (code = this.texts.push(text) - 1));
			return code;
		});
	}
}

/** A dictionary of a layer: code → text. */
export async function readTexts(db: WorkspaceDb, layer: string, field: string): Promise<string[]> {
	const bytes = await readDictionary(db, layer, field);
	return bytes ? decodeDictionary(bytes, decode) : [''];
}

/** Reads the dictionaries of all layers and joins their names. */
export async function readNames(db: WorkspaceDb, records: readonly CountedLayer[]): Promise<WorkspaceNames> {
	const texts = await Promise.all(
		records.map(({ id }) => Promise.all([readTexts(db, id, 'agent'), readTexts(db, id, 'entity')]))
	);
	const agents = new Codes();
	const entities = new Codes();
	const layers = records.map((record, k): NamedLayer => {
		const [agent, entity] = texts[k] as (typeof texts)[number];
		const names = { agents: agent, entities: entity };
		return { record, names, agents: agents.of(agent), entities: entities.of(entity) };
	});
	return { layers, agents: agents.texts, entities: entities.texts };
}

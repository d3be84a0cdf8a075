import * as v from 'valibot';
import { readyLayers, type Store } from '../../db';
import type { ReadAgain } from '../api';
import { AppError } from '../errors';
import { mappingSchema, readingSchema } from '../settings/profiles';
import { FileDigest, slices } from './bytes';

const NOTHING_SAID = { encoding: null, sheet: null, delimiter: null, header: null };

/**
 * Whether a file is the one that a layer was read from, and how it was read; null: it is another one. `sheets`: of a
 * workbook, of which a layer holds one. What is stored came perhaps from a backup, and is checked like a settings file.
 */
export async function readAgain(
	store: Store,
	layer: string,
	file: File,
	sheets: readonly string[]
): Promise<ReadAgain | null> {
	const record = (await readyLayers(store.db)).find(({ id }) => id === layer);
	if (!record) throw new AppError('layerGone', { file: file.name });
	if (file.size !== record.bytes) return null;
	const digest = new FileDigest();
	for await (const slice of slices(file)) digest.add(slice);
	const parts = sheets.length > 1 ? sheets : [null];
	const found = await Promise.all(parts.map(async (part) => (await digest.hex(part)) === record.digest));
	const at = found.indexOf(true);
	if (at < 0) return null;
	const reading = v.safeParse(readingSchema, record.reading);
	const mapping = v.safeParse(mappingSchema, record.mapping);
	const sheet = parts[at] ?? null;
	const said = reading.success ? reading.output : NOTHING_SAID;
	return {
		reading: reading.success || sheet !== null ? { ...said, sheet } : null,
		mapping: mapping.success ? mapping.output : null
	};
}

import { swapLayers, type Store } from '../../db';
import type { TakenBack } from '../api';
import { blankSettings, SETTINGS, settingsOfJson, withoutProfile } from '../settings/document';
import { asWriter } from './locks';

/**
 * Makes a file count as it was read before it was read in another way, in one commit. The new revision; null: nothing
 * changes, since one of the two readings is not there any more, or is not what counts.
 */
export function takeBack(store: Store, { layer, instead, profile }: TakenBack): Promise<number | null> {
	const asBefore = (json: string | null, read: NonNullable<TakenBack['profile']>) =>
		JSON.stringify(withoutProfile(json ? settingsOfJson(json) : blankSettings(), read));
	const documents = profile ? { [SETTINGS]: (json: string | null) => asBefore(json, profile) } : {};
	return asWriter(store, (term) => swapLayers(store, term, layer, instead, documents));
}

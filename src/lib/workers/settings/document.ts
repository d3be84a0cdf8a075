import { readDocument, type WorkspaceDb } from '../../db';
import { NET2PHONE } from '../../engine/rating';
import type { Revised, Settings } from '../api';
import { defaultSettings } from './defaults';

export const SETTINGS = 'settings';

/** Settings of a workspace that has none yet: the net2phone preset (domain.md §2). */
export const blankSettings = (): Settings => defaultSettings(NET2PHONE);

/** Settings as they are stored. What older versions did not know is filled in; they made no events, budgets, scenarios and other cards. */
export function settingsOfJson(json: string): Settings {
	const blank = blankSettings();
	const { later, contract, ...stored } = JSON.parse(json) as Settings;
	const { profiles } = later;
	return {
		...blank,
		...stored,
		contract: { ...blank.contract, ...contract },
		later: { profiles }
	};
}

/** The settings of a workspace; revision 0 before the first were written. */
export async function readSettings(db: WorkspaceDb): Promise<Revised<Settings>> {
	const record = await readDocument(db, SETTINGS);
	return record
		? { revision: record.revision, value: settingsOfJson(record.json) }
		: { revision: 0, value: blankSettings() };
}

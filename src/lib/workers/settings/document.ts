import { readDocument, type WorkspaceDb } from '../../db';
import { NET2PHONE } from '../../engine/rating';
import type { ReadingProfile, Revised, Settings } from '../api';
import { defaultSettings } from './defaults';

export const SETTINGS = 'settings';
/** More layouts than anyone exports. */
export const MOST_PROFILES = 200;

/** Settings of a workspace that has none yet: the net2phone preset (domain.md §2). */
export const blankSettings = (): Settings => defaultSettings(NET2PHONE);

/** Settings as they are stored. What older versions did not know is filled in; what they kept for later was never theirs. */
export function settingsOfJson(json: string): Settings {
	const blank = blankSettings();
	const { contract, later: _, ...stored } = JSON.parse(json) as Settings & { later?: unknown };
	return {
		...blank,
		...stored,
		contract: { ...blank.contract, ...contract }
	};
}

/** The settings of a workspace; revision 0 before the first were written. */
export async function readSettings(db: WorkspaceDb): Promise<Revised<Settings>> {
	const record = await readDocument(db, SETTINGS);
	return record
		? { revision: record.revision, value: settingsOfJson(record.json) }
		: { revision: 0, value: blankSettings() };
}

/** Settings with a profile in the place of the one of its header; beyond the most that are kept the oldest goes. */
export function withProfile(settings: Settings, profile: ReadingProfile): Settings {
	const others = settings.profiles.filter(({ fingerprint }) => fingerprint !== profile.fingerprint);
	return { ...settings, profiles: [...others, profile].slice(-MOST_PROFILES) };
}

/** Settings with what was known of a header before a profile was confirmed; unchanged where that was changed since. */
export function withoutProfile(
	settings: Settings,
	{ now, before }: { readonly now: ReadingProfile; readonly before: ReadingProfile | null }
): Settings {
	const written = JSON.stringify(now);
	const profiles = settings.profiles.flatMap((one) =>
		JSON.stringify(one) === written ? (before ? [before] : []) : [one]
	);
	return { ...settings, profiles };
}

import { blankEntry, type RegisterEntry } from '$lib/engine/rating/register';
import { tagsText } from '$lib/engine/rating/tags';

/** A line of the register's table: an entry, or an agent of the usage that has none. */
export interface RegisterLine {
	readonly key: string;
	readonly entry: RegisterEntry;
	readonly registered: boolean;
}

export type RegisterField = Exclude<keyof RegisterEntry, 'agent' | 'entity' | 'channel'>;

/** What a file would do to one entry. */
export interface RegisterChange {
	readonly key: string;
	readonly entry: RegisterEntry;
	readonly kind: 'new' | 'changed' | 'gone';
	/** of a new or changed one: what it says in each field; '': nothing */
	readonly fields: readonly {
		readonly field: RegisterField;
		readonly before: string;
		readonly after: string;
	}[];
}

/** Agent, entity and channel together are what an entry is of. */
export const keyOf = ({ agent, entity, channel }: RegisterEntry): string =>
	JSON.stringify([agent, entity, channel]);

const FIELDS = Object.keys(blankEntry('')).slice(3) as RegisterField[];

/** Every entry, and every agent that usage names and the register does not; by name. */
export function registerLines(
	entries: readonly RegisterEntry[],
	agents: readonly string[]
): readonly RegisterLine[] {
	const named = new Set(entries.map(({ agent }) => agent));
	const line = (registered: boolean) => (entry: RegisterEntry) => ({ key: keyOf(entry), entry, registered });
	return [
		...entries.map(line(true)),
		...agents
			.filter((agent) => agent !== '' && !named.has(agent))
			.map(blankEntry)
			.map(line(false))
	].toSorted((a, b) => a.entry.agent.localeCompare(b.entry.agent));
}

/** An entry in the place of the one that was edited; null: at the end. Another of its key is in the way: null comes back. */
export function withEntry(
	entries: readonly RegisterEntry[],
	before: RegisterEntry | null,
	entry: RegisterEntry
): readonly RegisterEntry[] | null {
	const at = before ? entries.findIndex((one) => keyOf(one) === keyOf(before)) : -1;
	if (entries.some((one, k) => k !== at && keyOf(one) === keyOf(entry))) return null;
	return at < 0 ? [...entries, entry] : entries.with(at, entry);
}

const textOf = (entry: RegisterEntry, field: RegisterField): string =>
	field === 'tags' ? tagsText(entry.tags) : String(entry[field] ?? '');

/** The register with a file's entries in it; `replace`: with those alone. */
export function taken(
	before: readonly RegisterEntry[],
	file: readonly RegisterEntry[],
	replace: boolean
): readonly RegisterEntry[] {
	if (replace) return file;
	const merged = new Map(before.map((entry) => [keyOf(entry), entry]));
	for (const entry of file) merged.set(keyOf(entry), entry);
	return [...merged.values()];
}

/** What is different after a file; entries that stay as they are are left out. */
export function registerChanges(
	before: readonly RegisterEntry[],
	after: readonly RegisterEntry[]
): readonly RegisterChange[] {
	const known = new Map(before.map((entry) => [keyOf(entry), entry]));
	const stays = new Set(after.map(keyOf));
	return [
		...after.flatMap((entry): RegisterChange[] => {
			const key = keyOf(entry);
			const old = known.get(key);
			const fields = FIELDS.map((field) => ({
				field,
				before: old ? textOf(old, field) : '',
				after: textOf(entry, field)
			})).filter((one) => one.before !== one.after);
			if (!old) return [{ key, entry, kind: 'new', fields }];
			return fields.length === 0 ? [] : [{ key, entry, kind: 'changed', fields }];
		}),
		...before
			.filter((entry) => !stays.has(keyOf(entry)))
			.map((entry): RegisterChange => ({ key: keyOf(entry), entry, kind: 'gone', fields: [] }))
	];
}

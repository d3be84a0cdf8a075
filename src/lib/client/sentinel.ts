/**
 * What this browser is known to have held. The page keeps it in localStorage, which outlives an IndexedDB that the
 * browser wipes. It may lag behind, so that only a number higher than what is found says that something is missing.
 */
export interface Seen {
	readonly name: string;
	readonly revision: number;
}

const KEY = 'drawdown.sentinel';

/** By workspace. What cannot be read counts as nothing. */
export function readSentinel(): ReadonlyMap<string, Seen> {
	const seen = new Map<string, Seen>();
	try {
		const entries: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
			const [id, name, revision] = Array.isArray(entry) ? (entry as unknown[]) : [];
			if (typeof id === 'string' && typeof name === 'string' && typeof revision === 'number')
				seen.set(id, { name, revision });
		}
	} catch {
		// Storage refused, or another's text: no alarm can be raised.
	}
	return seen;
}

/** Notes what is on disk of a workspace; null: it was taken away by the user. */
export function noteInSentinel(id: string, seen: Seen | null): void {
	const all = new Map(readSentinel());
	if (seen) all.set(id, seen);
	else all.delete(id);
	try {
		localStorage.setItem(
			KEY,
			JSON.stringify([...all].map(([key, { name, revision }]) => [key, name, revision]))
		);
	} catch {
		// Storage refused or full.
	}
}

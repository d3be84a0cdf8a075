import { RELAXED, type Store } from './open';
import type { RootRecord } from './schema';

/** The holding of the write lock that a transaction belongs to. */
export type Term = number;

/** Another tab has taken the write lock over: this one's writes no longer count. */
export class TermEnded extends Error {
	override readonly name = 'TermEnded';
}

/** The root store of a transaction that writes. */
export interface RootStore {
	get(key: 'root'): Promise<RootRecord | undefined>;
	put(record: RootRecord, key: 'root'): Promise<unknown>;
}

const NEW: RootRecord = { revision: 0, term: 0 };

/** Begins a term: every later write names it, and is refused once another has begun. Under the write lock. */
export async function beginTerm({ db }: Store): Promise<Term> {
	const writing = db.transaction('root', 'readwrite', RELAXED);
	const root = (await writing.store.get('root')) ?? NEW;
	await writing.store.put({ ...root, term: root.term + 1 }, 'root');
	await writing.done;
	return root.term + 1;
}

/** Throws {@link TermEnded}, which aborts the transaction whose root store this is, if the term is over. */
export async function checkTerm(root: RootStore, term: Term): Promise<RootRecord> {
	const found = (await root.get('root')) ?? NEW;
	if (found.term !== term) throw new TermEnded();
	return found;
}

/** Moves on to the next revision, within the transaction whose root store this is. */
export async function advance(root: RootStore): Promise<number> {
	const found = (await root.get('root')) ?? NEW;
	await root.put({ ...found, revision: found.revision + 1 }, 'root');
	return found.revision + 1;
}

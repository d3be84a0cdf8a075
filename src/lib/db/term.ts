import { RELAXED, type Store, type WorkspaceDb } from './open';
import type { RootRecord } from './schema';
import { seal, unseal, type Seal } from './sealed';

/** The holding of the write lock that a transaction belongs to. */
export type Term = number;

/** Another tab has taken the write lock over: this one's writes no longer count. */
export class TermEnded extends Error {
	override readonly name = 'TermEnded';
}

/** The root store of a transaction that writes. */
export interface RootStore {
	get(key: 'root'): Promise<(RootRecord & Seal) | undefined>;
	put(record: RootRecord & Seal, key: 'root'): Promise<unknown>;
}

const NEW: RootRecord = { revision: 0, term: 0 };

/** The root as it is stored: a new database's, or a damaged one, is that of an empty workspace. */
const readRoot = async (root: Pick<RootStore, 'get'>): Promise<RootRecord> =>
	unseal<RootRecord>(await root.get('root')) ?? NEW;

export const rootOf = (db: WorkspaceDb): Promise<RootRecord> =>
	readRoot({ get: (key) => db.get('root', key) });

/** Begins a term: every later write names it, and is refused once another has begun. Under the write lock. */
export async function beginTerm({ db }: Store): Promise<Term> {
	const writing = db.transaction('root', 'readwrite', RELAXED);
	const root = await readRoot(writing.store);
	await writing.store.put(seal({ ...root, term: root.term + 1 }), 'root');
	await writing.done;
	return root.term + 1;
}

/** Throws {@link TermEnded}, which aborts the transaction whose root store this is, if the term is over. */
export async function checkTerm(root: RootStore, term: Term): Promise<RootRecord> {
	const found = await readRoot(root);
	if (found.term !== term) throw new TermEnded();
	return found;
}

/** Moves on to the next revision, within the transaction whose root store this is. */
export async function advance(root: RootStore): Promise<number> {
	const found = await readRoot(root);
	await root.put(seal({ ...found, revision: found.revision + 1 }), 'root');
	return found.revision + 1;
}

/** Throws {@link TermEnded} if the term is over: before something is written outside the database. */
export async function confirmTerm({ db }: Store, term: Term): Promise<void> {
	if ((await rootOf(db)).term !== term) throw new TermEnded();
}

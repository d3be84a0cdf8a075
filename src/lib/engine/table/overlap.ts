import { KEY_WORDS } from './keys';
import { setLive, type Live } from './live';
import { NumberList, PrintIndex } from './prints';

/** Words of a row's key: its whole content, and its id. */
const ROW = 0;
const ID = 4;

/** One in so many rows may share its id with another content of the same file, and the id is still a key. */
const FEW = 100;

const hasId = (keys: Uint32Array, at: number): boolean =>
	(keys[at + ID] as number) !== 0 ||
	(keys[at + ID + 1] as number) !== 0 ||
	(keys[at + ID + 2] as number) !== 0 ||
	(keys[at + ID + 3] as number) !== 0;

/** Whether a file's ids are a key: they are not where they plainly repeat for different interactions, as those of a case. */
export class IdCheck {
	readonly #ids = new PrintIndex();
	/** by id: half of the print of the first content that it had */
	readonly #content = [new NumberList(), new NumberList()] as const;
	#rowsWithId = 0;
	#repeated = 0;

	/** `keys`: {@link KEY_WORDS} words a row. */
	add(keys: Uint32Array): void {
		const [a, b] = this.#content;
		for (let at = 0; at < keys.length; at += KEY_WORDS) {
			if (!hasId(keys, at)) continue;
			this.#rowsWithId++;
			const known = this.#ids.size;
			const id = this.#ids.numberOf(keys, at + ID);
			const [x, y] = [(keys[at + ROW] as number) | 0, (keys[at + ROW + 1] as number) | 0];
			if (id === known) {
				a.set(id, x);
				b.set(id, y);
			} else if (a.get(id) !== x || b.get(id) !== y) this.#repeated++;
		}
	}

	/** Rows that share their id with another content. */
	get repeated(): number {
		return this.#repeated;
	}

	get isKey(): boolean {
		return this.#rowsWithId > 0 && this.#repeated * FEW <= this.#rowsWithId;
	}
}

/** Rows of a file that do not count, and why. */
export interface Overlapping {
	/** another file has them, just the same */
	already: number;
	/** another file that goes before has their id with other content */
	changed: number;
}

/**
 * Which rows count where files hold the same interactions. Of equal rows there are as many as in the file that has the
 * most of them (the union of multisets: Knuth, TAOCP 2, 4.6.3, exercise 19), so that three alike in one file stay three, and
 * an overlapping export adds what is new only. A row whose id another file has with other content gives way to the file
 * that goes before. What counts depends on the set of files and their precedence, never on the order of import.
 */
export class OverlapScan {
	readonly #rows = new PrintIndex();
	/**
	 * by row: the most copies in one of the files before, those in the file that is read, the number of that file; what
	 * gives way is no copy, or it would take along the same row of a file whose ids are no key
	 */
	readonly #most = new NumberList();
	readonly #own = new NumberList();
	readonly #file = new NumberList();
	/** by row: the number of the first file that has it, of those whose ids are a key */
	readonly #first = new NumberList();
	readonly #ids = new PrintIndex();
	/** by id: the number of the first file that has it, of those whose ids are a key */
	readonly #winner = new NumberList();

	/**
	 * Reads a block. Files come in order of precedence, the one that goes before first, each with all its blocks; `file`
	 * counts them from 1. Takes the rows that do not count out of `live`, and adds them to `found`.
	 */
	add(file: number, keys: Uint32Array, idIsKey: boolean, live: Live, found: Overlapping): void {
		for (let at = 0, r = 0; at < keys.length; at += KEY_WORDS, r++) {
			const row = this.#rows.numberOf(keys, at + ROW);
			if (this.#file.get(row) !== file) {
				this.#most.set(row, Math.max(this.#most.get(row), this.#own.get(row)));
				this.#own.set(row, 0);
				this.#file.set(row, file);
			}
			if (idIsKey && this.#first.get(row) === 0) this.#first.set(row, file);
			if (idIsKey && this.#changed(file, keys, at, row)) found.changed++;
			else {
				const copy = this.#own.get(row) + 1;
				this.#own.set(row, copy);
				if (copy > this.#most.get(row)) continue;
				found.already++;
			}
			setLive(live, r, false);
		}
	}

	/** Does a file that goes before have this row's id, and not this row? */
	#changed(file: number, keys: Uint32Array, at: number, row: number): boolean {
		if (!hasId(keys, at)) return false;
		const id = this.#ids.numberOf(keys, at + ID);
		const winner = this.#winner.get(id);
		if (winner === 0) this.#winner.set(id, file);
		return winner !== 0 && winner !== file && this.#first.get(row) !== winner;
	}
}

import { utf8 } from '../table/utf8';
import { ascii } from './numbers';

/** Longer ones are no names. */
const NAME_BYTES = 200;
/** `name (2)`, as a name is called that comes again. */
const AGAIN = / \(\d+\)$/;
/** The mark before a text, as bytes. */
const MARK = /^\xef\xbb\xbf"?|"$/g;

/**
 * Knows rows with the names of columns, as files have them that were put together from several: those of the columns
 * once more, or of others, so that the rows below mean something else.
 */
export class NamesRow {
	/** as bytes */
	readonly #names: readonly string[];
	readonly #known: ReadonlySet<string>;

	constructor(header: readonly string[]) {
		const taken = new Set(header);
		this.#names = header.map((name) => {
			const base = name.replace(AGAIN, '');
			const bytes = utf8(taken.has(base) ? base : name);
			return ascii(bytes, 0, Math.min(NAME_BYTES, bytes.length));
		});
		this.#known = new Set(this.#names);
	}

	/** What a row holds. Its first text is mostly none of the names, which is seen at once. */
	read(
		bytes: Uint8Array,
		starts: Int32Array,
		ends: Int32Array,
		count: number
	): 'data' | 'names' | 'otherNames' {
		let [known, filled] = [0, 0];
		let same = true;
		for (let k = 0; k < count; k++) {
			const [from = 0, to = 0] = [starts[k], ends[k]];
			if (from === to) continue;
			if (to - from > NAME_BYTES) return 'data';
			const text = ascii(bytes, from, to).replace(MARK, '').trim();
			if (text === '') continue;
			filled++;
			if (this.#known.has(text)) known++;
			else if (filled === 1) return 'data';
			if (text !== this.#names[k]) same = false;
		}
		if (known < 2 || known * 2 < this.#names.length) return 'data';
		return same ? 'names' : 'otherNames';
	}
}

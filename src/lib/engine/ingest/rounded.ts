import type { Decode } from '../table/text';
import { isDigit } from './numbers';
import { Reports } from './problems';
import type { Row } from './row';
import type { Doubt } from './witness';

const [POINT, COMMA, ZERO, LETTER_E] = [46, 44, 48, 101];
/** `1.23457E+15`, as spreadsheets show long numbers; `1E45` may be an id. */
const SHOWN = /^\d([.,]\d+E\+?|E\+)\d+$/i;
/** Spreadsheets keep so many digits of a number. */
const KEPT = 15;
const CUT = /^[1-9]\d{14}0+$/;
/** Numbers end in as many zeros, all together, once in a million files. */
const ZEROS = 6;
/** No rounded number is longer than that. */
const LONGEST = 400;

/** A number without its last digits, where a column of ids has such: in one of its values, or in all of several. */
export function roundedOf(words: readonly string[]): string | null {
	const shown = words.find((word) => SHOWN.test(word));
	const cut = words.length > 1 && words.every((word) => CUT.test(word));
	return shown ?? (cut ? (words[0] ?? null) : null);
}

/** Watches all ids of a file, or all cases, for numbers that a spreadsheet has rounded. */
export class RoundedWatch {
	/** of long numbers, as far as none of them has all its digits */
	#zeros = 0;
	#exact = false;
	readonly #found: Reports<'shown' | 'cut'>;

	constructor(decode: Decode) {
		this.#found = new Reports(decode);
	}

	/** Looks at the field in hand; of most a few bytes are enough. */
	add(row: Row): void {
		const { bytes, from, to, line } = row;
		const second = bytes[from + 1] as number;
		if (second === POINT || second === COMMA || (second | 32) === LETTER_E) {
			if (to - from <= LONGEST && SHOWN.test(String.fromCharCode(...bytes.subarray(from, to))))
				this.#found.add('shown', line, '', bytes, from, to);
		} else if (to - from > KEPT && !this.#exact) {
			this.#addLong(row);
		}
	}

	/** `field`: of the mapping, from this column */
	doubts(field: 'id' | 'case', column: number): Doubt[] {
		const { counts, firsts } = this.#found;
		const cut = this.#exact || this.#zeros < ZEROS ? 0 : (counts.get('cut') ?? 0);
		const rows = (counts.get('shown') ?? 0) + cut;
		const first = firsts.get('shown') ?? firsts.get('cut');
		if (rows === 0 || !first) return [];
		return [{ kind: 'rounded', field, column, rows, line: first.line, value: first.value }];
	}

	#addLong({ bytes, from, to, line }: Row): void {
		let [p, last] = [from, from];
		for (; p < to && isDigit(bytes[p]); p++) if (bytes[p] !== ZERO) last = p;
		if (p < to) return;
		this.#exact = bytes[from] === ZERO || last >= from + KEPT;
		if (this.#exact) return;
		this.#zeros += to - from - KEPT;
		this.#found.add('cut', line, '', bytes, from, to);
	}
}

import type { Decode } from '../table/text';
import { ascii } from './numbers';
import { Reports } from './problems';
import type { Row } from './row';
import { doubtBy, type Doubt } from './witness';

/** `1.23457E+15`, as spreadsheets show long numbers; `1E45` may be an id. */
const SHOWN = /^\d([.,]\d+E\+?|E\+)\d+$/i;
/** They keep fifteen digits of a number. */
const KEPT = 15;
const CUT = /^[1-9]\d{14}0+$/;
/** Numbers end in so many zeros, all together, in one of a million files. */
const ZEROS = 6;
const [POINT, COMMA, ZERO, LETTER_E] = [46, 44, 48, 101];

/** A number without its last digits, where a column of ids has such: in one of its values, or in all of several. */
export function roundedOf(words: readonly string[]): string | null {
	const shown = words.find((word) => SHOWN.test(word));
	const cut = words.length > 1 && words.every((word) => CUT.test(word));
	return shown ?? (cut ? (words[0] ?? null) : null);
}

/** Watches all ids of a file, or all cases, for numbers that a spreadsheet has rounded. */
export class RoundedWatch {
	/** behind the digits that are kept */
	#zeros = 0;
	/** longer texts are looked at; infinite once one has had other digits there */
	#longest = KEPT;
	readonly #found: Reports<'shown' | 'cut'>;

	constructor(decode: Decode) {
		this.#found = new Reports(decode);
	}

	/** Looks at the field in hand: at its second byte and its last one, mostly. */
	add(row: Row): void {
		const second = row.bytes[row.from + 1] as number;
		const mark = second === POINT || second === COMMA || (second | 32) === LETTER_E;
		if (mark || row.to - row.from > this.#longest) this.#look(row, mark);
	}

	#look(row: Row, mark: boolean): void {
		const { bytes, from, to } = row;
		if (mark || bytes[to - 1] === ZERO) {
			const text = ascii(bytes, from, to);
			const shown = SHOWN.test(text);
			if (shown || CUT.test(text)) {
				if (!shown) this.#zeros += text.length - KEPT;
				row.tell(this.#found, shown ? 'shown' : 'cut');
				return;
			}
		}
		if (to - from > KEPT) this.#longest = Infinity;
	}

	/** `field`: of the mapping, from this column */
	doubts(field: 'id' | 'case', column: number): Doubt[] {
		const { counts, firsts, kept, total } = this.#found;
		const cut = this.#longest === KEPT && this.#zeros >= ZEROS;
		const first = cut ? kept[0] : firsts.get('shown');
		const rows = cut ? total : (counts.get('shown') ?? 0);
		return doubtBy(first, { kind: 'rounded', field, column, rows });
	}
}

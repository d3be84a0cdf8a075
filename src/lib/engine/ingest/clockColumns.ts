import { utf8 } from '../table/utf8';
import { HOUR_MS } from '../time';
import type { HeaderReading } from './headers';
import { mostly, type ColumnProfile } from './profile';
import { TimeOfDayReader } from './timeOfDay';

/** Names that a length has as often as a time of day. */
const EITHER = /^call time$/;
/** `Hour` and the like name a time of day; `Time (hours)` is a length. */
const AN_HOUR = /\b(hour|heure|hora)$/;
/** Names of times that are no start: of another moment, or of a date. */
const OTHER_MOMENT =
	/\b(end|ended|stop|exit|answer|answered|hangup|hang up|disconnect|created|updated|modified|date|datum|fecha)\b/;
const DIGITS = /^\s*\d+\s*$/;
const TWELVE_HOURS = /[ap]\.?\s?m\.?\s*$/i;

export const isTime = ({ times, filled }: ColumnProfile): boolean => mostly(times, filled);

/** How surely a column is the time of day at which something starts: 0, it is not; 1, by its values alone. */
export type ClockRank = 0 | 1 | 2 | 3 | 4;

/** Columns of times of day, apart from a date: which of them is that of the start. */
export class ClockColumns {
	readonly #columns: readonly ColumnProfile[];
	readonly #headers: readonly HeaderReading[];
	readonly #rows: readonly (readonly string[])[];
	readonly #reader = new TimeOfDayReader();
	/** a column is named after the length, so others are none */
	readonly #lengthElsewhere: boolean;

	constructor(
		columns: readonly ColumnProfile[],
		headers: readonly HeaderReading[],
		rows: readonly (readonly string[])[]
	) {
		this.#columns = columns;
		this.#headers = headers;
		this.#rows = rows;
		this.#lengthElsewhere = headers.some(
			({ field }, k) => field === 'duration' && (columns[k]?.filled ?? 0) > 0
		);
	}

	/** Columns of the highest rank that there is, but for `date`; `of`: how many hold times of day at all. */
	best(date: number): { readonly rank: ClockRank; readonly columns: readonly number[]; readonly of: number } {
		const ranks = this.#columns.map((_, column) => (column === date ? 0 : this.#rank(column)));
		const rank = Math.max(...ranks) as ClockRank;
		const columns = ranks.flatMap((own, column) => (own === rank && rank > 0 ? [column] : []));
		return { rank, columns, of: this.#columns.filter(isTime).length };
	}

	/** Times of a column in the rows of the sample, in ms since midnight; NaN: none. */
	times(column: number): number[] {
		return this.#rows.map((row) => {
			const text = (row[column] ?? '').trim();
			const bytes = utf8(text);
			return text === '' ? NaN : this.#reader.read(bytes, 0, bytes.length);
		});
	}

	/** Of several columns the first is the earliest in each row: the others came after it. */
	inOrder(columns: readonly number[]): boolean {
		const [first = [], ...others] = columns.map((column) => this.times(column));
		return first.every((time, row) =>
			others.every((other) => {
				const later = other[row] ?? NaN;
				return time <= later || later === 0 || (Number.isNaN(later) && time >= 0);
			})
		);
	}

	#rank(column: number): ClockRank {
		const profile = this.#columns[column];
		const header = this.#headers[column];
		if (!profile || !header || !isTime(profile)) return 0;
		const { field, plain } = header;
		if (header.unit || header.clock === 'm:ss' || (header.hours && !AN_HOUR.test(plain))) return 0;
		const texts = this.#rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
		// Of several widths, some have lost zeros.
		const widths = texts.flatMap((text) => (DIGITS.test(text) ? [text.length] : []));
		if (new Set(widths).size > 1) return 0;
		if (field === 'start') return 4;
		if (field === 'time' && !EITHER.test(plain) && header.clock === null)
			return this.#lengthElsewhere || this.#isSpread(column, texts) ? 3 : 0;
		// A shift, or when a shop opens, is the same in every row.
		const alike = profile.words.length === 1 && texts.length > 1;
		if (alike || texts.some((text) => DIGITS.test(text)) || !this.#isSpread(column, texts)) return 0;
		// Minutes and seconds look like hours and minutes.
		const either = texts.every((text) => /^\D*\d+\D\d+\D*$/.test(text) && !TWELVE_HOURS.test(text));
		if (either && !this.#lengthElsewhere && header.clock === null) return 0;
		if (field === 'time') return 2;
		return field || header.length || OTHER_MOMENT.test(header.apart) ? 0 : 1;
	}

	/** Lengths are below an hour mostly, times of day are not, but for those told in twelve hours. */
	#isSpread(column: number, texts: readonly string[]): boolean {
		if (texts.some((text) => TWELVE_HOURS.test(text))) return true;
		const times = this.times(column).filter((time) => !Number.isNaN(time));
		return times.filter((time) => time >= HOUR_MS).length * 2 >= times.length && times.length > 0;
	}
}

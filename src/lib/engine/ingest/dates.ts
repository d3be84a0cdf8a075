import { DAY_MS, dayNumber, daysInMonth, HOUR_MS } from '../time';
import { isWeekday, readNamedDate, readWord, skipBeforeTime, skipSeparators, skipToTime } from './dateWords';
import { isDigit, skipBlanks, trimEnd } from './numbers';
import { readOffset } from './offsets';
import { TimeOfDayReader } from './timeOfDay';
import { wordsOf } from '../table/words';

/**
 * How dates are written. `ymd` (ISO 8601) has four digits of year; `dmy` and `mdy` four or two; between the parts stands
 * one of `- / .`, before them perhaps a weekday; `yyyymmdd` and `yymmdd` have digits only, or the latter hyphens
 * (`26-11-20`, `26-Nov-20`); `named` has the month's name. Two digits of year: 70–99 are 19.., else 20... The others are
 * numbers: seconds or milliseconds (or finer) since 1970 UTC, and days of a workbook's local time since the end of 1899 or
 * since 1904, with the time of day as a fraction.
 */
export const DATE_FORMS = [
	'ymd',
	'dmy',
	'mdy',
	'yyyymmdd',
	'yymmdd',
	'named',
	'epoch',
	'epochMs',
	'excel1900',
	'excel1904'
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** Why a value is no instant; `otherOrder`: it would be one if day and month changed places. */
export type DateProblem = 'badDate' | 'otherOrder' | 'badTime' | 'noTime';

/** Bits of the four bytes that are above nine; below 128 no sum carries into the next byte, and others are such a bit. */
const overNine = (word: number): number => (word | (word + 0x76767676)) & 0x80808080;

const HYPHEN = 45;
const isSeparator = (byte: number | undefined): boolean => byte === 45 || byte === 47 || byte === 46;
/** Longer ones are rare: `Wednesday, 30 September 2026`. */
const CACHED = 32;

/** Seconds since 1970 from 1990 to 2100: a phone number is hardly among them. */
const [EPOCH_FIRST, EPOCH_LAST] = [631_152_000, 4_102_444_800];
/** Digits of milliseconds since 1970 from 2001 on, and of micro- and nanoseconds. */
const MS_DIGITS = 13;
const FINE_EPOCHS: ReadonlySet<number> = new Set([16, 19]);
/** Days of a workbook from 1954 to 2119. */
const [SERIAL_FIRST, SERIAL_LAST] = [20_000, 80_000];
/** Day 0 of workbooks as days since 1970. Those of 1900 count 29 February 1900, which was none; all days here lie behind it. */
const SERIAL_ZERO = { excel1900: -25_569, excel1904: -24_107 } as const;

/**
 * Reads a date and a time of day, in one field or two, perhaps with an offset: `local` is what the clock showed. One
 * reader serves one column: it remembers the last date, as rows mostly share it with the row before.
 */
export class DateTimeReader {
	/** ms since 1970-01-01T00:00 of the clock that was read */
	local = 0;
	/** ms east of UTC where the value says it, else NaN */
	offset = NaN;
	/** the value was a leap second (`:60`), read as the first second of the next minute */
	leap = false;
	/** why the last value could not be read */
	problem: DateProblem = 'badDate';
	/** of dates with the day or the month first: how many, of those that differ from the one before, can be read no other way */
	proven = 0;

	readonly #form: DateForm;
	readonly #time = new TimeOfDayReader();
	#day = 0;
	readonly #cache = new Uint8Array(CACHED);
	readonly #cacheWords = new DataView(this.#cache.buffer);
	#cachedLength = 0;
	#cachedDay = 0;
	/** position after what the last step read */
	#next = 0;
	/** digits of the first time of day in a field of its own that is digits only; 0: there was none */
	#timeDigits = 0;

	constructor(form: DateForm) {
		this.#form = form;
	}

	/**
	 * True if the date field, with the time in it or in `[timeStart, timeEnd)`, is an instant or a local time. Of a date
	 * with its time apart, midnight in its own field says nothing, nor does an offset there.
	 */
	read(bytes: Uint8Array, start: number, end: number, timeStart: number, timeEnd: number): boolean {
		this.offset = NaN;
		this.leap = false;
		let p = skipBlanks(bytes, start, end);
		let last = trimEnd(bytes, p, end);
		this.problem = 'badDate';
		if (timeStart === timeEnd && this.#readSameDay(bytes, p, last)) return true;
		const form = this.#form;
		if (form === 'epoch' || form === 'epochMs') return this.#readEpoch(bytes, p, last, form);
		if (form === 'excel1900' || form === 'excel1904')
			return this.#readSerial(bytes, p, last, SERIAL_ZERO[form]);
		if (form !== 'yyyymmdd' && form !== 'yymmdd' && form !== 'named') p = behindWeekday(bytes, p, last);
		if (!this.#readDate(bytes, p, last)) return false;
		p = this.#next;
		if (p < last) {
			if (form === 'named') p = skipBeforeTime(bytes, p, last);
			else if (((bytes[p] as number) | 32) === 116) p++;
			else {
				const behind = skipToTime(bytes, p, last);
				if (behind === p && form !== 'yyyymmdd') return false;
				p = behind;
			}
		}
		if (timeStart < timeEnd) {
			if (this.#next !== last && !this.#isMidnight(bytes, p, last)) return false;
			p = skipBlanks(bytes, timeStart, timeEnd);
			last = trimEnd(bytes, p, timeEnd);
			if (p + 2 < last && isDigit(bytes[p + 2]) && !this.#isAsWide(bytes, p, last)) {
				this.problem = 'badTime';
				return false;
			}
		}
		if (p >= last) {
			this.problem = 'noTime';
			return false;
		}
		this.problem = 'badTime';
		const time = this.#time.read(bytes, p, last);
		this.leap = this.#time.leap;
		this.local = this.#day * DAY_MS + time;
		return !Number.isNaN(time) && this.#endsWithOffset(bytes, last);
	}

	/** Days since 1970 of the last date that stood in a calendar. */
	get day(): number {
		return this.#day;
	}

	/** True if the whole field is a time of day. */
	isTime(bytes: Uint8Array, start: number, end: number): boolean {
		const p = skipBlanks(bytes, start, end);
		const last = trimEnd(bytes, p, end);
		return !Number.isNaN(this.#time.read(bytes, p, last)) && this.#endsWithOffset(bytes, last);
	}

	/** Digits of a time have lost zeros where they are fewer than in other rows: `1230` among `143005` is 00:12:30. */
	#isAsWide(bytes: Uint8Array, start: number, end: number): boolean {
		if (!digitsOnly(bytes, start, end)) return true;
		if (this.#timeDigits === 0) this.#timeDigits = end - start;
		return this.#timeDigits === end - start;
	}

	#isMidnight(bytes: Uint8Array, start: number, end: number): boolean {
		return this.#time.read(bytes, start, end) === 0 && this.#endsWithOffset(bytes, end);
	}

	/** True if nothing is left behind the time but an offset. */
	#endsWithOffset(bytes: Uint8Array, end: number): boolean {
		const offset = readOffset(bytes, this.#time.next, end);
		this.offset = offset ?? NaN;
		return offset !== null;
	}

	/**
	 * The date of the value before and behind it a plain time, `14:05:07` perhaps with `.123` and `Z`: as most values are,
	 * and four bytes together. False: it is to be read step by step, and nothing has changed.
	 */
	#readSameDay(bytes: Uint8Array, start: number, end: number): boolean {
		const length = this.#cachedLength;
		const p = start + length + 1;
		if (length < 4 || p + 8 > end) return false;
		const words = wordsOf(bytes);
		const cache = this.#cacheWords;
		for (let k = 0; k < length - 4; k += 4)
			if (words.getInt32(start + k, true) !== cache.getInt32(k, true)) return false;
		if (words.getInt32(p - 5, true) !== cache.getInt32(length - 4, true)) return false;
		const between = bytes[p - 1] as number;
		if (between !== 32 && ((between | 32) !== 116 || this.#form === 'named')) return false;
		// What is left of digits and colons when those of 00:00:00 are taken off: digits' values, and zeros.
		const a = words.getInt32(p, true) ^ 0x303a3030;
		const b = words.getInt32(p + 4, true) ^ 0x30303a30;
		if ((overNine(a) | overNine(b) | (a & 0xff0000) | (b & 0xff00)) !== 0) return false;
		const hour = (a & 255) * 10 + ((a >> 8) & 255);
		const minute = (a >> 24) * 10 + (b & 255);
		const second = ((b >> 16) & 255) * 10 + (b >> 24);
		if (hour > 23 || minute > 59 || second > 59) return false;
		let time = hour * HOUR_MS + minute * 60_000 + second * 1000;
		let next = p + 8;
		if (next + 4 <= end && bytes[next] === 46) {
			const c = words.getInt32(next, true) ^ 0x3030302e;
			if (overNine(c) !== 0) return false;
			time += ((c >> 8) & 255) * 100 + ((c >> 16) & 255) * 10 + (c >> 24);
			next += 4;
		}
		if (next < end) {
			if (next + 1 < end || ((bytes[next] as number) | 32) !== 122) return false;
			this.offset = 0;
		}
		this.local = this.#cachedDay * DAY_MS + time;
		return true;
	}

	/**
	 * A date that was read ends before this byte, too: there is nothing of it there. Behind one with a name that is a blank
	 * or a comma, since a word may go on with letters and a point, a number as `8th`, and `20:` is none of a date.
	 */
	#endsBefore(byte: number): boolean {
		return this.#form === 'named' ? byte < 46 || byte === 0xc2 : !isDigit(byte);
	}

	#readDate(bytes: Uint8Array, start: number, end: number): boolean {
		const length = this.#cachedLength;
		if (length > 0 && start + length <= end) {
			const cache = this.#cache;
			let k = 0;
			while (k < length && bytes[start + k] === cache[k]) k++;
			if (k === length && (start + k === end || this.#endsBefore(bytes[start + k] as number))) {
				this.#day = this.#cachedDay;
				this.#next = start + length;
				return true;
			}
		}
		const form = this.#form;
		const compact = form === 'yyyymmdd' ? 4 : form === 'yymmdd' ? 2 : 0;
		const next =
			form === 'named'
				? this.#named(bytes, start, end)
				: compact > 0 && !(form === 'yymmdd' && bytes[start + 2] === HYPHEN)
					? this.#compact(bytes, start, end, compact)
					: form === 'yymmdd' && !isDigit(bytes[start + 3])
						? this.#namedYearFirst(bytes, start, end)
						: this.#separated(bytes, start, end);
		if (next < 0) return false;
		this.#next = next;
		this.#cachedLength = next - start <= CACHED ? next - start : 0;
		this.#cachedDay = this.#day;
		for (let k = 0; k < this.#cachedLength; k++) this.#cache[k] = bytes[start + k] as number;
		return true;
	}

	#compact(bytes: Uint8Array, start: number, end: number, yearDigits: number): number {
		const next = start + yearDigits + 4;
		if (next > end) return -1;
		for (let p = start; p < next; p++) if (!isDigit(bytes[p])) return -1;
		const two = (p: number): number => ((bytes[p] as number) - 48) * 10 + (bytes[p + 1] as number) - 48;
		const year = yearDigits === 4 ? two(start) * 100 + two(start + 2) : fullYear(two(start));
		return this.#set(year, two(next - 4), two(next - 2)) ? next : -1;
	}

	#separated(bytes: Uint8Array, start: number, end: number): number {
		const parts = [0, 0, 0];
		const widths = [0, 0, 0];
		let p = start;
		for (let k = 0; k < 3; k++) {
			if (k > 0 && !isSeparator(bytes[p++])) return -1;
			const from = p;
			while (p < end && p < from + 4 && isDigit(bytes[p])) {
				parts[k] = (parts[k] as number) * 10 + (bytes[p] as number) - 48;
				p++;
			}
			widths[k] = p - from;
		}
		if (isDigit(bytes[p]) && p < end) return -1;
		const short = this.#form === 'yymmdd';
		const yearAt = this.#form === 'ymd' || short ? 0 : 2;
		const monthAt = this.#form === 'mdy' ? 0 : 1;
		const dayAt = 3 - yearAt - monthAt;
		const yearWidth = widths[yearAt] as number;
		if (short ? yearWidth !== 2 : yearWidth !== 4 && !(yearWidth === 2 && yearAt === 2)) return -1;
		if ((widths[monthAt] as number) > 2 || (widths[dayAt] as number) > 2) return -1;
		const year = yearWidth === 2 ? fullYear(parts[yearAt] as number) : (parts[yearAt] as number);
		const month = parts[monthAt] as number;
		const day = parts[dayAt] as number;
		if (this.#set(year, month, day)) {
			if (yearAt === 2 && day > 12) this.proven++;
			return p;
		}
		if (yearAt === 2 && month > 12 && this.#set(year, day, month)) this.problem = 'otherOrder';
		return -1;
	}

	#named(bytes: Uint8Array, start: number, end: number): number {
		const date = readNamedDate(bytes, start, end);
		if (!date) return -1;
		const year = date.short ? fullYear(date.year) : date.year;
		return this.#set(year, date.month, date.day) ? date.next : -1;
	}

	/** `26-Nov-20` of 2026. */
	#namedYearFirst(bytes: Uint8Array, start: number, end: number): number {
		const date = readNamedDate(bytes, start, end);
		if (!date?.short) return -1;
		return this.#set(fullYear(date.day), date.month, date.year) ? date.next : -1;
	}

	/** Seconds, or milliseconds, since 1970 UTC; finer digits are cut, those of micro- and nanoseconds, too. */
	#readEpoch(bytes: Uint8Array, start: number, end: number, form: 'epoch' | 'epochMs'): boolean {
		const fine = form === 'epochMs' && FINE_EPOCHS.has(end - start) && digitsOnly(bytes, start, end);
		const ms = readDecimal(bytes, start, fine ? start + MS_DIGITS : end, form === 'epoch' ? 3 : 0);
		const perSecond = 1_000;
		if (!(ms >= EPOCH_FIRST * perSecond && ms < EPOCH_LAST * perSecond)) return false;
		this.local = ms;
		this.offset = 0;
		return true;
	}

	/** Days of a workbook; the time of day is rounded to the millisecond, as workbooks keep it in binary fractions. */
	#readSerial(bytes: Uint8Array, start: number, end: number, zero: number): boolean {
		const nano = readDecimal(bytes, start, end, 10);
		const days = nano / 1e10;
		if (!(days >= SERIAL_FIRST && days < SERIAL_LAST)) return false;
		if (nano % 1e10 === 0) {
			this.problem = 'noTime';
			return false;
		}
		this.local = Math.round((days + zero) * DAY_MS);
		return true;
	}

	#set(year: number, month: number, day: number): boolean {
		if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
		this.#day = dayNumber(year, month, day);
		return true;
	}
}

function digitsOnly(bytes: Uint8Array, start: number, end: number): boolean {
	let p = start;
	while (p < end && isDigit(bytes[p])) p++;
	return p === end;
}

/** A decimal number times ten to the power of `places`, further digits cut; NaN if it is none or too long to be exact. */
function readDecimal(bytes: Uint8Array, start: number, end: number, places: number): number {
	let value = 0;
	let p = start;
	while (p < end && isDigit(bytes[p])) value = value * 10 + (bytes[p++] as number) - 48;
	if (p === start || p - start + places > 15) return NaN;
	let left = places;
	if (p < end && (bytes[p] === 46 || bytes[p] === 44)) {
		for (p++; p < end && isDigit(bytes[p]); p++) {
			if (left === 0) continue;
			value = value * 10 + (bytes[p] as number) - 48;
			left--;
		}
	}
	return p === end ? value * 10 ** left : NaN;
}

/** Behind the name of a weekday, where there is one: `Fri 11/20/2026`. */
function behindWeekday(bytes: Uint8Array, start: number, end: number): number {
	if (start === end || isDigit(bytes[start])) return start;
	const { word, next } = readWord(bytes, start, end);
	return isWeekday(word) ? skipSeparators(bytes, next, end) : start;
}

/** POSIX's reading of two digits. */
const fullYear = (year: number): number => (year < 70 ? 2000 : 1900) + year;

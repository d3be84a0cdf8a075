import { DAY_MS, HOUR_MS } from '../time';
import { readWord, skipSpaces } from './dateWords';
import { isDigit } from './numbers';

const COLON = 58;
const UPPER_Z = 90;
const LOWER_H = 104;
/** First letters of AM and PM, and of the Swedish `fm` and `em`. */
const [LOWER_A, LOWER_F, LOWER_P, LOWER_E, LOWER_M] = [97, 102, 112, 101, 109];

/** Two digits as a number; -1 if they are none. */
function twoDigits(bytes: Uint8Array, p: number, end: number): number {
	if (p + 1 >= end) return -1;
	const tens = (bytes[p] as number) - 48;
	const ones = (bytes[p + 1] as number) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Where the minutes begin behind the letter of an hour, as in `14 h 05`; -1: there is none. */
function behindHour(bytes: Uint8Array, start: number, end: number): number {
	const p = skipSpaces(bytes, start, end);
	return p < end && ((bytes[p] as number) | 32) === LOWER_H ? skipSpaces(bytes, p + 1, end) : -1;
}

/**
 * Reads a time of day: `H:MM`, `H:MM:SS`, `14 h 05`, `14 h 05 min 03 s` or digits only, with any number of decimals (cut
 * to the ms), AM or PM.
 */
export class TimeOfDayReader {
	/** it was a leap second (`:60`), read as the first second of the next minute */
	leap = false;
	/** position behind it */
	next = 0;

	/** ms since midnight; NaN if it is no time. */
	read(bytes: Uint8Array, start: number, end: number): number {
		this.leap = false;
		let p = start;
		let hour = twoDigits(bytes, p, end);
		p += 2;
		if (hour < 0) {
			// one digit of hour
			hour = p <= end && isDigit(bytes[start]) ? (bytes[start] as number) - 48 : -1;
			p--;
		}
		const colons = p < end && bytes[p] === COLON;
		const behind = colons || hour < 0 ? -1 : behindHour(bytes, p, end);
		if (hour < 0 || (!colons && behind < 0 && p !== start + 2)) return NaN;
		if (colons) p++;
		else if (behind >= 0) p = behind;
		const minute = twoDigits(bytes, p, end);
		p += 2;
		let ms = 0;
		let second = 0;
		if (p < end && behind >= 0) {
			const read = this.#namedSecond(bytes, p, end);
			if (read >= 0) [second, p] = [read, this.next];
		} else if (p < end && (colons ? bytes[p] === COLON : isDigit(bytes[p]))) {
			if (colons) p++;
			second = twoDigits(bytes, p, end);
			p += 2;
			if (p + 1 < end && (bytes[p] === 46 || bytes[p] === 44) && isDigit(bytes[p + 1])) {
				p++;
				for (let unit = 100; p < end && isDigit(bytes[p]); p++, unit = (unit / 10) | 0) {
					ms += ((bytes[p] as number) - 48) * unit;
				}
			}
		}
		this.next = p;
		if (p < end && bytes[p] !== UPPER_Z) hour = this.#halfOfDay(bytes, p, end, hour);
		// Leap seconds come at the end of a UTC hour; local clocks may be quarter hours apart from it.
		this.leap = second === 60 && minute % 15 === 14;
		if (hour < 0 || minute < 0 || minute > 59 || second < 0 || (second > 59 && !this.leap)) return NaN;
		const time = hour * HOUR_MS + minute * 60_000 + second * 1000 + ms;
		// 24:00:00 is the end of a day in ISO 8601.
		return hour < 24 || time === DAY_MS ? time : NaN;
	}

	/** The second in `14 h 05 min 03 s`, from behind the minute; -1: there is none. */
	#namedSecond(bytes: Uint8Array, start: number, end: number): number {
		const minutes = readWord(bytes, skipSpaces(bytes, start, end), end);
		if (minutes.word !== 'min') return -1;
		const p = skipSpaces(bytes, minutes.next, end);
		this.next = p;
		if (p === end) return 0;
		const seconds = readWord(bytes, skipSpaces(bytes, p + 2, end), end);
		this.next = seconds.next;
		return seconds.word === 's' ? twoDigits(bytes, p, end) : -1;
	}

	/** The hour under the AM or PM behind a time, if there is one; -1 where it makes no sense. */
	#halfOfDay(bytes: Uint8Array, start: number, end: number, hour: number): number {
		let p = skipSpaces(bytes, start, end);
		const letter = p < end ? (bytes[p] as number) | 32 : 0;
		const late = letter === LOWER_P || letter === LOWER_E;
		if (!late && letter !== LOWER_A && letter !== LOWER_F) return hour;
		p++;
		if (bytes[p] === 46) p = skipSpaces(bytes, p + 1, end);
		if (p >= end || ((bytes[p] as number) | 32) !== LOWER_M) return -1;
		p++;
		if (p < end && bytes[p] === 46) p++;
		this.next = p;
		return hour <= 12 ? (hour % 12) + (late ? 12 : 0) : -1;
	}
}

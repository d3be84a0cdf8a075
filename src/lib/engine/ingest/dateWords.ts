import { isDigit } from './numbers';

/** Names of months in English, French, Swedish, German and Spanish, without accents; any beginning of three letters on will do. */
const MONTHS: readonly (readonly string[])[] = [
	['january', 'janvier', 'januari', 'januar', 'enero'],
	['february', 'fevrier', 'februari', 'februar', 'febrero'],
	['march', 'mars', 'marz', 'maerz', 'marzo'],
	['april', 'avril', 'abril'],
	['may', 'mai', 'maj', 'mayo'],
	['june', 'juin', 'juni', 'junio'],
	['july', 'juillet', 'juli', 'julio'],
	['august', 'aout', 'augusti', 'agosto'],
	['september', 'septembre', 'septiembre', 'setiembre'],
	['october', 'octobre', 'oktober', 'octubre'],
	['november', 'novembre', 'noviembre'],
	['december', 'decembre', 'dezember', 'diciembre']
];

/** Names of weekdays, which may stand before a date: they are passed over. */
const WEEKDAYS: readonly string[] = [
	...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
	...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
	...['mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lordag', 'sondag'],
	...['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag'],
	...['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']
];

/** Small words of dates in these languages. */
const FILLERS: ReadonlySet<string> = new Set(['de', 'del', 'den', 'der', 'le', 'el', 'of', 'the']);
const SHORTEST = 3;
/** French shortens Monday to Sunday to three letters, German to two. */
const SHORTEST_DAY = 2;

const isBeginning = (word: string, names: readonly string[], shortest: number): boolean =>
	word.length >= shortest && names.some((name) => name.startsWith(word));

/** 1–12; 0: no month, or one of several (`jui`, `ma`). */
export function monthOf(word: string): number {
	let found = 0;
	for (const [k, names] of MONTHS.entries()) {
		if (names.includes(word)) return k + 1;
		if (!isBeginning(word, names, SHORTEST)) continue;
		if (found > 0) return 0;
		found = k + 1;
	}
	return found;
}

export const isWeekday = (word: string): boolean => isBeginning(word, WEEKDAYS, SHORTEST_DAY);
export const isFiller = (word: string): boolean => FILLERS.has(word);

/** What stands between a date and its time: `20 nov. 2026 à 14:05`, `20 nov 2026 kl. 14:05`. */
const BEFORE_TIME: ReadonlySet<string> = new Set(['a', 'at', 'um', 'kl', 'las']);

/** Behind blanks, also no-break and thin ones. */
export function skipSpaces(bytes: Uint8Array, start: number, end: number): number {
	let p = start;
	while (p < end) {
		const byte = bytes[p];
		if (byte === 32 || byte === 9) p++;
		else if (byte === 0xc2 && bytes[p + 1] === 0xa0) p += 2;
		else if (byte === 0xe2 && bytes[p + 1] === 0x80 && (bytes[p + 2] === 0xaf || bytes[p + 2] === 0x89))
			p += 3;
		else break;
	}
	return p;
}

/** Where a time begins behind a date of figures: `20.11.2026, 14:05`, `20/11/2026 - 14:05`, `20/11/2026 à 14:05`. */
export function skipToTime(bytes: Uint8Array, start: number, end: number): number {
	let p = skipSpaces(bytes, start, end);
	if (p < end && bytes[p] === 44) p = skipSpaces(bytes, p + 1, end);
	// Without blanks around it, it is the sign of an offset.
	else if (p > start && bytes[p] === 45 && bytes[p + 1] === 32) p = skipSpaces(bytes, p + 1, end);
	return p === start ? p : skipWords(bytes, p, end, skipSpaces);
}

/** Where a time begins behind a date with the month's name. */
export const skipBeforeTime = (bytes: Uint8Array, start: number, end: number): number =>
	skipWords(bytes, skipSeparators(bytes, start, end), end, skipSeparators);

/** Behind small words before a time. */
function skipWords(bytes: Uint8Array, start: number, end: number, skip: typeof skipSpaces): number {
	let p = start;
	for (let found = readWord(bytes, p, end); BEFORE_TIME.has(found.word); found = readWord(bytes, p, end))
		p = skip(bytes, found.next, end);
	return p;
}

/** The second byte of Latin letters with accents in UTF-8 (U+00C0–U+00FF), as the letter below. */
const ACCENTED = 'aaaaaaaceeeeiiiidnooooo ouuuuy s';

function letterAt(bytes: Uint8Array, p: number): string {
	const byte = bytes[p] as number;
	const lower = byte | 32;
	if (byte < 128) return lower >= 97 && lower <= 122 ? String.fromCharCode(lower) : '';
	if (byte !== 0xc3) return '';
	const letter = ACCENTED[((bytes[p + 1] as number) & 63) % 32] ?? '';
	return letter === ' ' ? '' : letter;
}

/** A word without accents, in lower case, from `start` on; `next`: behind it, and behind a point that shortens it. */
export function readWord(bytes: Uint8Array, start: number, end: number): { word: string; next: number } {
	let word = '';
	let p = start;
	while (p < end) {
		const letter = letterAt(bytes, p);
		if (letter === '') break;
		word += letter;
		p += (bytes[p] as number) < 128 ? 1 : 2;
	}
	if (word !== '' && p < end && bytes[p] === 46) p++;
	return { word, next: p };
}

/** Behind what separates the parts of a date: blanks, commas, points, hyphens, slashes. */
export function skipSeparators(bytes: Uint8Array, start: number, end: number): number {
	let p = skipSpaces(bytes, start, end);
	while (p < end && (bytes[p] as number) >= 44 && (bytes[p] as number) <= 47)
		p = skipSpaces(bytes, p + 1, end);
	return p;
}

/** A date with the month's name. */
export interface NamedDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	/** behind it */
	readonly next: number;
	/** it has two digits of year */
	readonly short: boolean;
}

/** Digits behind a day of the month: `1st`, `2nd`, `3rd`, `4th`, `1er`. */
const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er']);

/** A date with the name of its month: `20 nov. 2026`, `Fri, Nov 20, 2026`, `20-Nov-26`, `1er mars 2026`; null: none. */
export function readNamedDate(bytes: Uint8Array, start: number, end: number): NamedDate | null {
	let [day, month, year, width] = [0, 0, -1, 0];
	let p = start;
	while (month === 0 || day === 0 || year < 0) {
		p = skipSeparators(bytes, p, end);
		if (p >= end) return null;
		if (isDigit(bytes[p])) {
			const from = p;
			let value = 0;
			while (p < end && p < from + 4 && isDigit(bytes[p])) value = value * 10 + (bytes[p++] as number) - 48;
			if ((p < end && isDigit(bytes[p])) || bytes[p] === 58) return null;
			const digits = p - from;
			if (digits <= 2 && day === 0) {
				day = value;
				const { word, next } = readWord(bytes, p, end);
				if (ORDINALS.has(word)) p = next;
			} else if (year < 0 && (digits === 4 || digits === 2)) {
				[year, width] = [value, digits];
			} else return null;
			continue;
		}
		const { word, next } = readWord(bytes, p, end);
		if (word === '') return null;
		const found = monthOf(word);
		// `mar.` may be Tuesday in French and Spanish: a month behind it says so.
		if (found > 0) month = found;
		else if (!isWeekday(word) && !isFiller(word)) return null;
		p = next;
	}
	return { year, month, day, next: p, short: width === 2 };
}

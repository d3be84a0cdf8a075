/** What a cell's number means, by its style (ECMA-376 §18.8.30). */
export type NumberKind = 'number' | 'date' | 'instant' | 'time' | 'elapsed';

const DAY_MS = 86_400_000;
/** Built-in formats: dates, dates with a time, times of day, elapsed times. */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
	14: 'date',
	15: 'date',
	16: 'date',
	17: 'date',
	18: 'time',
	19: 'time',
	20: 'time',
	21: 'time',
	22: 'instant',
	45: 'elapsed',
	46: 'elapsed',
	47: 'elapsed'
};

/** The kind that a format's text says: its first part, without what is quoted, escaped or in other brackets. */
export function numberKind(id: number, code: string | undefined): NumberKind {
	if (code === undefined) {
		// Those of East Asian editions.
		if ((id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
		return BUILT_IN[id] ?? 'number';
	}
	const first = (code.split(';')[0] ?? '').toLowerCase();
	const plain = first
		.replace(/"[^"]*"?/g, '')
		.replace(/\\./g, '')
		.replace(/[_*]./g, '');
	if (/\[(h+|m+|s+)\]/.test(plain)) return 'elapsed';
	const letters = plain.replace(/\[[^\]]*\]?/g, '').replace(/general/g, '');
	const days = /[yd]/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters));
	const hours = /[hs]/.test(letters);
	if (days) return hours ? 'instant' : 'date';
	if (!hours) return 'number';
	// mm:ss is a length, not a time of day.
	return /h/.test(letters) ? 'time' : 'elapsed';
}

const two = (value: number): string => String(value).padStart(2, '0');
/** `H:MM:SS`, with milliseconds where there are some. */
function clock(ms: number, hours: (value: number) => string): string {
	const rest = ms % 1_000;
	const seconds = Math.floor(ms / 1_000);
	return (
		`${hours(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` +
		(rest > 0 ? `.${String(rest).padStart(3, '0')}` : '')
	);
}

/** First day of a system of serials, in days since 1970; the one of 1900 counts a 29 February that there never was. */
function dayOf(serial: number, from1904: boolean): number {
	const whole = Math.floor(serial);
	if (from1904) return whole - 24_107;
	return whole - (whole < 60 ? 25_568 : 25_569);
}

/**
 * A serial number as text: an instant or a date as ISO 8601 without a zone, a length as `H:MM:SS`. A serial is days as
 * a float, whose last digits are noise: to the nearest millisecond. A number that is no serial stays as it is.
 */
export function serialText(raw: string, kind: NumberKind, from1904: boolean): string {
	const value = Number(raw);
	if (kind === 'number' || raw === '' || !Number.isFinite(value) || value < 0 || value > 2_958_466) {
		if (!/e/i.test(raw)) return raw;
		// 1.5E-2 is written out where that is exact.
		return Number.isFinite(value) ? String(value) : raw;
	}
	const ms = Math.round(value * DAY_MS);
	if (kind === 'elapsed' || (kind === 'time' && value >= 1)) return clock(ms, String);
	if (kind === 'time' || (kind === 'instant' && value < 1 && !from1904)) return clock(ms, two);
	const day = new Date(dayOf(ms / DAY_MS, from1904) * DAY_MS).toISOString().slice(0, 10);
	const time = ms % DAY_MS;
	return kind === 'date' && time === 0 ? day : `${day}T${clock(time, two)}`;
}

/** Column of a cell's address (`AB12` → 27); -1: it has none. */
export function columnOf(address: string | undefined): number {
	let column = 0;
	for (const letter of address ?? '') {
		const at = letter.charCodeAt(0) - 64;
		if (at < 1 || at > 26) break;
		column = column * 26 + at;
	}
	return column - 1;
}

/** `_x000D_` and the like stand for characters that XML cannot hold. */
export const unescaped = (text: string): string =>
	text.includes('_x')
		? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;

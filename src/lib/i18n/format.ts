/**
 * Numbers, money and dates as people read them, in the current language (experience.md §8). Reading the language
 * makes every call reactive. Estimates carry their own word ("about 64,900"); exact figures stay exact.
 */
import { civilDate, DAY_MS, dayNumber } from '$lib/engine/time';
import { language, type Language } from './language.svelte';

/** Groups digits; French writes it between thousands, and before units with the plain no-break space. */
const NARROW = '\u202f';
const NBSP = '\u00a0';

const WORDS = {
	en: {
		about: (n: string) => `about ${n}`,
		underOne: 'under 1',
		certain: 'certain',
		overNinetyNine: (unit: string) => `more than 99${unit}`,
		inHundred: (_n: number) => ' in 100',
		bytes: ['bytes', 'kB', 'MB', 'GB'],
		zoneTime: (city: string) => `${city} time`
	},
	'fr-CA': {
		about: (n: string) => `env.${NBSP}${n}`,
		underOne: `moins de${NBSP}1`,
		certain: 'certain',
		overNinetyNine: (unit: string) => `plus de 99${unit}`,
		inHundred: (n: number) => (n > 1 ? ' chances sur 100' : ' chance sur 100'),
		bytes: ['octets', 'ko', 'Mo', 'Go'],
		zoneTime: (city: string) =>
			`heure ${/^[AEIOUÉÈÎÔaeiou]/.test(city) ? "d'" : 'de '}${city}`.replace("'", '’')
	}
} satisfies Record<Language, unknown>;

const words = () => WORDS[language.current];

// ---------------------------------------------------------------- numbers

/** What was written under one locale and options; a slider's numbers come again and again. */
interface Written {
	readonly format: Intl.NumberFormat;
	readonly texts: Map<number | string, string>;
}

const written = new Map<string, Written>();
const MOST_TEXTS = 2_000;

function writtenUnder(options: Intl.NumberFormatOptions): Written {
	const locale = language.current === 'en' ? 'en-CA' : 'fr-CA';
	const key = locale + JSON.stringify(options);
	let found = written.get(key);
	if (!found)
		written.set(key, (found = { format: new Intl.NumberFormat(locale, options), texts: new Map() }));
	return found;
}

/** One spelling for what browsers' data spell in several ways: groups, spaces before units, the minus sign. */
function write(given: number | string, options: Intl.NumberFormatOptions): string {
	const { format, texts } = writtenUnder(options);
	// To a map, and to people, zero has no sign.
	const value = given === 0 ? 0 : given;
	let text = texts.get(value);
	if (text === undefined) {
		// Decimal text is formatted digit by digit, without passing through a float.
		text = format
			.formatToParts(value as number)
			.map((part) => {
				if (part.type === 'group') return language.current === 'en' ? ',' : NARROW;
				if (part.type === 'minusSign') return '−';
				return part.type === 'literal' ? part.value.replace(/\s/gu, NBSP) : part.value;
			})
			.join('');
		if (texts.size === MOST_TEXTS) texts.clear();
		texts.set(value, text);
	}
	return text;
}

/** A whole number, grouped: `60,000`. Fractions are rounded away. */
export function integer(value: number): string {
	return write(value, { maximumFractionDigits: 0 });
}

/** A number with the decimals it has, up to a limit. */
export function decimal(value: number | string, digits = 4): string {
	return write(value, { maximumFractionDigits: digits });
}

/** Decimal text with every digit it has after the mark, zeros at its end, too, up to twenty. */
export function asWritten(value: string): string {
	const places = Math.min(20, value.split('.')[1]?.length ?? 0);
	return write(value, { minimumFractionDigits: places, maximumFractionDigits: 20 });
}

/** Exact credits: whole where they are whole, else up to four places. */
export function credits(value: number): string {
	return decimal(value, 4);
}

/** At most three significant figures, whole: for estimates beside the word "about". */
export function significant(value: number): number {
	const size = Math.floor(Math.log10(Math.max(1, Math.abs(value))));
	const step = 10 ** Math.max(0, size - 2);
	return Math.round(value / step) * step;
}

/** An estimate without its word, for tables that say so in the heading: `64,900`. */
export function estimate(value: number): string {
	return value > 0 && value < 1 ? words().underOne : integer(significant(value));
}

/** An estimate in a sentence: `about 64,900`. */
export function about(value: number): string {
	return value > 0 && value < 1 ? words().underOne : words().about(integer(significant(value)));
}

/** A share as a percentage, whole: `56%`. The sentence around it names its base. */
export function percent(share: number, digits = 0): string {
	return write(share, { style: 'percent', maximumFractionDigits: digits });
}

// ---------------------------------------------------------------- chances

/** A probability in words: `86 in 100`, `certain`, `more than 99 in 100`, `under 1 in 100`. */
export function chance(probability: number): string {
	const { certain, overNinetyNine, underOne, inHundred } = words();
	if (probability >= 1) return certain;
	if (probability >= 0.995) return overNinetyNine(inHundred(99));
	if (probability < 0.01) return underOne + inHundred(1);
	const n = Math.round(probability * 100);
	return `${n}${inHundred(n)}`;
}

/** The same where the column's heading says "of 100": `86`, `certain`, `under 1`. */
export function chanceOf100(probability: number): string {
	const { certain, overNinetyNine, underOne } = words();
	if (probability >= 1) return certain;
	if (probability >= 0.995) return overNinetyNine('');
	return probability < 0.01 ? underOne : String(Math.round(probability * 100));
}

// ---------------------------------------------------------------- money

const currency = (code: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormatOptions => ({
	style: 'currency',
	currency: code,
	currencyDisplay: 'narrowSymbol',
	...options
});

/** Decimal text (or a whole number) as money to the currency's minor unit: `$1,043.50`. */
export function money(amount: string | number, code: string): string {
	return write(amount, currency(code));
}

/** A price with all the digits it has: `$0.015`. */
export function price(amount: string, code: string): string {
	return write(amount, currency(code, { maximumFractionDigits: 20 }));
}

/** An estimate of money, to 1 under 1,000 and to 10 above, without its word: `$1,040`. */
export function estimateMoney(amount: number, code: string): string {
	const rounded = Math.abs(amount) < 1_000 ? Math.round(amount) : Math.round(amount / 10) * 10;
	return write(rounded, currency(code, { maximumFractionDigits: 0, minimumFractionDigits: 0 }));
}

/** `about $1,040` */
export function aboutMoney(amount: number, code: string): string {
	return words().about(estimateMoney(amount, code));
}

// ---------------------------------------------------------------- dates

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateParts(
	instant: number,
	zone: string,
	options: Intl.DateTimeFormatOptions
): Record<string, string> {
	// American month and weekday names are the three-letter ones; the order is ours.
	const locale = language.current === 'en' ? 'en-US' : 'fr-CA';
	const key = `${locale} ${zone} ${JSON.stringify(options)}`;
	let format = dateFormats.get(key);
	if (!format)
		dateFormats.set(
			key,
			(format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: zone }))
		);
	return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
}

export interface DateStyle {
	/** `Fri`; default: yes */
	readonly weekday?: boolean;
	/** default: short; null: only the day's number */
	readonly month?: 'short' | 'long' | null;
	/** default: no */
	readonly year?: boolean;
}

/** A local date: `Fri 27 Nov`, `ven. 27 nov.`; the year only when asked for. `zone`: IANA name. */
export function date(instant: number, zone: string, style: DateStyle = {}): string {
	const { weekday = true, month = 'short', year = false } = style;
	const parts = dateParts(instant, zone, {
		weekday: 'short',
		day: 'numeric',
		month: month ?? 'short',
		year: 'numeric'
	});
	const day = language.current === 'fr-CA' && parts['day'] === '1' && month ? '1er' : parts['day'];
	return [weekday && parts['weekday'], day, month && parts['month'], year && parts['year']]
		.filter(Boolean)
		.join(' ');
}

/** The date of a day number (engine/time). */
export function day(number: number, style: DateStyle = {}): string {
	return date(number * DAY_MS, 'UTC', style);
}

/** The name of a weekday, Monday = 0: `Monday`, `lundi`. */
export function weekdayName(index: number): string {
	// 5 January 1970 was a Monday.
	return dateParts((4 + index) * DAY_MS, 'UTC', { weekday: 'long' })['weekday'] ?? '';
}

/** Two days as a range: `25–29 Nov`, `28 Nov – 2 Dec`; one day where they are the same. */
export function dayRange(first: number, last: number, style: Omit<DateStyle, 'weekday'> = {}): string {
	const plain = { weekday: false, ...style };
	if (first === last) return day(first, plain);
	const [a, b] = [civilDate(first), civilDate(last)];
	if (a.year === b.year && a.month === b.month)
		return `${day(first, { weekday: false, month: null })}–${day(last, plain)}`;
	return `${day(first, { ...plain, year: plain.year === true && a.year !== b.year })} – ${day(last, plain)}`;
}

/** The local dates from one instant to another, with the year: `1–16 Nov 2026`; one date where it is the same day. */
export function dates(first: number, last: number, zone: string): string {
	const dayIn = (instant: number) => {
		const { year, month, day } = dateParts(instant, zone, {
			year: 'numeric',
			month: 'numeric',
			day: 'numeric'
		});
		return dayNumber(Number(year), Number(month), Number(day));
	};
	return dayRange(dayIn(first), dayIn(last), { year: true });
}

/** A clock reading: `14:05`, `14 h 05`. */
export function time(instant: number, zone: string, style: { readonly seconds?: boolean } = {}): string {
	const parts = dateParts(instant, zone, {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	});
	const [hour = '', minute = '', second = ''] = [parts['hour'], parts['minute'], parts['second']];
	if (language.current === 'en') return style.seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
	const clock = `${hour}${NBSP}h${NBSP}${minute}`;
	return style.seconds ? `${clock}${NBSP}min${NBSP}${second}${NBSP}s` : clock;
}

/** `Mon 16 Nov, 14:05`; the zone is named once a screen, by {@link zoneTime}. */
export function dateTime(
	instant: number,
	zone: string,
	style: DateStyle & { readonly seconds?: boolean } = {}
): string {
	return `${date(instant, zone, style)}, ${time(instant, zone, style)}`;
}

/** `Nov 2026`, or the whole word. */
export function month(instant: number, zone: string, length: 'short' | 'long' = 'short'): string {
	const parts = dateParts(instant, zone, { month: length, year: 'numeric' });
	return `${parts['month']} ${parts['year']}`;
}

/** A billing cycle's name: its month where it is one, else its first and last day. */
export function cycleName(cycle: { readonly start: number; readonly end: number }, zone: string): string {
	const [first, last] = [date(cycle.start, zone, { weekday: false, month: null }), cycle.end - 1];
	if (first === '1') return month(cycle.start, zone);
	return `${date(cycle.start, zone, { weekday: false })} – ${date(last, zone, { weekday: false, year: true })}`;
}

const FRENCH_CITIES: Readonly<Record<string, string>> = {
	Jerusalem: 'Jérusalem',
	London: 'Londres',
	Montreal: 'Montréal',
	'New York': 'New York',
	Athens: 'Athènes',
	Vienna: 'Vienne',
	Brussels: 'Bruxelles',
	Copenhagen: 'Copenhague',
	Lisbon: 'Lisbonne',
	Moscow: 'Moscou',
	Warsaw: 'Varsovie',
	Bucharest: 'Bucarest',
	Beirut: 'Beyrouth',
	Cairo: 'Le Caire',
	Algiers: 'Alger',
	Singapore: 'Singapour',
	'Mexico City': 'Mexico',
	'Sao Paulo': 'São Paulo',
	Havana: 'La Havane',
	'St Johns': 'Saint-Jean'
};

/** The city a zone is named by: `America/Toronto` → `Toronto`. */
export function city(zone: string): string {
	const name = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
	if (language.current === 'fr-CA') return FRENCH_CITIES[name] ?? name;
	return name === 'St Johns' ? 'St. John’s' : name;
}

/** `Toronto time`, `heure de Toronto`; `UTC` stays itself. */
export function zoneTime(zone: string): string {
	return /^(UTC|GMT|Etc\/.*)$/.test(zone) ? city(zone) : words().zoneTime(city(zone));
}

// ---------------------------------------------------------------- sizes and spans

/** A size in powers of 1,000: `4.1 MB`, `148 MB`, `850 kB`. */
export function bytes(size: number): string {
	const power = size < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3));
	const value = size / 1_000 ** power;
	return `${decimal(value, power > 0 && value < 10 ? 1 : 0)}${NBSP}${words().bytes[power]}`;
}

/** The length of a call: `2 min 14 s`, `41 s`, `1 h 5 min`; milliseconds where there are any. */
export function duration(ms: number): string {
	const seconds = ms / 1_000;
	const [h, min, s] = [
		Math.floor(seconds / 3_600),
		Math.floor(seconds / 60) % 60,
		Math.round((seconds % 60) * 1_000) / 1_000
	];
	const parts = [
		h > 0 && `${integer(h)}${NBSP}h`,
		min > 0 && `${min}${NBSP}min`,
		s > 0 && `${decimal(s, 3)}${NBSP}s`
	];
	return parts.filter(Boolean).join(' ') || `0${NBSP}s`;
}

/** What is left of a job, roundly: `2 s`, `15 s`, `1 min`. */
export function timeLeft(seconds: number): string {
	if (seconds < 5) return `${Math.max(1, Math.round(seconds))}${NBSP}s`;
	if (seconds < 52) return `${Math.round(seconds / 5) * 5}${NBSP}s`;
	return `${integer(Math.max(1, Math.round(seconds / 60)))}${NBSP}min`;
}

import type { DurationForm } from './durations';
import { SYNONYMS, type Field } from './headerNames';

/** Words in the name of a column of durations or billed quantities. */
const LENGTH_WORDS =
	/\b(time|temps|tid|zeit|tiempo|sec|secs|seconds?|secondes?|sek|sekunder|sekunden|segundos|min|mins|minutes?|minuter|minuten|minutos|ms|facture|facturable|quantity|quantite|appel)\b/;
/** Those that leave no doubt: a clock reading beside them is no time of day. */
const SURE_LENGTH_WORDS =
	/\b(duration|duree|langd|dauer|duracion|billed|billable|billsec|talk|hold|wait|attente|length|samtalstid|taltid|vantetid|anrufdauer|gesprachsdauer|gesprachszeit|wartezeit|espera)\b/;

/** Units as they stand in a header, in brackets or as its last word; in full as its first, too: `min` may be the least. */
const UNITS: readonly (readonly [RegExp, DurationForm])[] = [
	[/^(ms|msec|milliseconds?|millisecondes?|millisekunder|millisekunden|milisegundos)$/, 'milliseconds'],
	[/^(s|sec|secs|seconds?|secondes?|sek|sekunder|sekunden|seg|segundos|billsec)$/, 'seconds'],
	[/^(m|min|mins|minutes?|minuter|minuten|minutos)$/, 'minutes']
];
const IN_FULL = /^(seconds|secondes|sekunder|sekunden|segundos|minutes|minuter|minuten|minutos)$/;
const HOURS = /^(h|hrs?|hours?|heures?|std|stunden|tim|timmar|horas?)$/;

export interface HeaderReading {
	/** the name without brackets and what is in them, in lower case, without accents and signs */
	readonly plain: string;
	/** the same with what wraps it taken off, and the words of camel case apart */
	readonly apart: string;
	/** these words without a unit at its end, if more is left */
	readonly base: string;
	/** the field that the whole name stands for */
	readonly field: Field | null;
	/** unit of a duration that the header names */
	readonly unit: DurationForm | null;
	/** how it says that clocks are written: `(mm:ss)` */
	readonly clock: 'h:mm:ss' | 'm:ss' | 'h:mm' | null;
	/** its numbers are hours, which is no form of a length */
	readonly hours: boolean;
	/** the header says that its times are UTC */
	readonly utc: boolean;
	/** some word of it speaks of a length of time or a billed quantity; `sure`: and cannot mean a time of day */
	readonly length: 'sure' | 'perhaps' | null;
}

/** Lower case, no accents, one space for each run of other characters. */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/** What is counted in money is no length; SEK may be seconds. */
const MONEY = /^(usd|eur|gbp|cad|chf|nok|dkk|aud|points?)$/;

/** Innermost brackets only: a name of opening brackets alone must not be read to its end from each of them. */
const IN_BRACKETS = /[([]([^()[\]]*)[)\]]/g;

/** What JSON puts around a record's values, and databases behind them: `attributes.start`, `start.$date`. */
const WRAPPING =
	/^(attributes|data|metadata|variables|_source|call|record|fields|source|properties|node|item|event|payload|details)\.|\.\$\w+$/gi;
/** Words of camel case: `startTime`. */
const HUMPS = /([a-z\d])(?=[A-Z])/g;
/** What may stand between a name and its unit: `Dauer in Sekunden`, `durée en minutes`. */
const BEFORE_UNIT: ReadonlySet<string> = new Set(['in', 'en', 'i']);
/** Months' figures are named so, too: `billable minutes`. */
const BILLED = /^(billed|billable)$/;

/** How programs count time: `start_time_unix_secs`, `start_epoch`. */
const SINCE_1970 = /^(unix|epoch)$/;
/** A share of a length is none. */
const SHARE = /%|\b(percent|percentage|pct|ratio)\b/i;

const isUnit = (word: string): boolean =>
	HOURS.test(word) || UNITS.some(([pattern]) => pattern.test(word)) || isUtc(word) || SINCE_1970.test(word);
const isUtc = (word: string): boolean => word === 'utc' || word === 'gmt';

const clockOf = (names: readonly string[]): HeaderReading['clock'] =>
	names.some((name) => /(^|[^h] )mm? ?ss$/.test(name))
		? 'm:ss'
		: names.some((name) => /(^| )hh? ?mm$/.test(name))
			? 'h:mm'
			: names.some((name) => /(^| )hh? ?mm? ?ss$/.test(name))
				? 'h:mm:ss'
				: null;

/** A name without the unit, or the form of a clock, at its end. */
function withoutUnit(name: string): string {
	const words = name.replace(/( hh?)?( mm?)( ss)?$| (hh)?mmss$/, '').split(' ');
	while (words.length > 1 && isUnit(words[words.length - 1] ?? '')) words.pop();
	if (words.length > 1 && BEFORE_UNIT.has(words[words.length - 1] ?? '')) words.pop();
	return words.join(' ');
}

/** The field that a name stands for, as it is or without its unit. */
function fieldOf(names: readonly string[]): Field | null {
	const bases = names.map(withoutUnit).filter((base) => !BILLED.test(base));
	for (const name of [...names, ...bases]) {
		const field = (Object.keys(SYNONYMS) as Field[]).find((key) => SYNONYMS[key].includes(name));
		if (field) return field;
	}
	return null;
}

/** What a column's name says of it. */
export function readHeader(name: string): HeaderReading {
	const inBrackets = [...name.matchAll(IN_BRACKETS)].map((match) => plain(match[1] ?? ''));
	const outside = name.replace(IN_BRACKETS, ' ');
	const bare = plain(outside);
	const inner = outside.replace(WRAPPING, '');
	const apart = plain(inner.replace(HUMPS, '$1 '));
	const share = SHARE.test(name);
	const named = fieldOf([bare, plain(inner), apart]);
	const field = share && named === 'duration' ? null : named;
	const words = apart.split(' ');
	const hints = [...inBrackets, words[words.length - 1] ?? ''];
	const first = words[0] ?? '';
	const told = IN_FULL.test(first) ? [...hints, first] : hints;
	const unit = UNITS.find(([pattern]) => told.some((hint) => pattern.test(hint)))?.[1] ?? null;
	return {
		plain: bare,
		apart,
		base: withoutUnit(apart),
		field,
		unit,
		clock: clockOf([...inBrackets, bare]),
		hours: hints.some((hint) => HOURS.test(hint)),
		utc: hints.some(isUtc) || bare.includes('universal'),
		length:
			share || inBrackets.some((hint) => MONEY.test(hint))
				? null
				: field === 'duration' || SURE_LENGTH_WORDS.test(bare) || (unit !== null && inBrackets.length > 0)
					? 'sure'
					: LENGTH_WORDS.test(bare)
						? 'perhaps'
						: null
	};
}

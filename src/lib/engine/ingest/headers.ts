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
	/** the field that the whole name stands for */
	readonly field: Field | null;
	/** unit of a duration that the header names */
	readonly unit: DurationForm | null;
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

/** Innermost brackets only: a name of opening brackets alone must not be read to its end from each of them. */
const IN_BRACKETS = /[([]([^()[\]]*)[)\]]/g;

/** What a column's name says of it. */
export function readHeader(name: string): HeaderReading {
	const inBrackets = [...name.matchAll(IN_BRACKETS)].map((match) => plain(match[1] ?? ''));
	const bare = plain(name.replace(IN_BRACKETS, ' '));
	const words = bare.split(' ');
	const hints = [...inBrackets, words[words.length - 1] ?? ''];
	const first = words[0] ?? '';
	const field = (Object.keys(SYNONYMS) as Field[]).find((key) => SYNONYMS[key].includes(bare)) ?? null;
	const told = IN_FULL.test(first) ? [...hints, first] : hints;
	const unit = UNITS.find(([pattern]) => told.some((hint) => pattern.test(hint)))?.[1] ?? null;
	return {
		plain: bare,
		field,
		unit,
		hours: hints.some((hint) => HOURS.test(hint)),
		utc: hints.includes('utc') || hints.includes('gmt') || bare.includes('universal'),
		length:
			field === 'duration' || SURE_LENGTH_WORDS.test(bare) || (unit !== null && inBrackets.length > 0)
				? 'sure'
				: LENGTH_WORDS.test(bare)
					? 'perhaps'
					: null
	};
}

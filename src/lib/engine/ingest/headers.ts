import type { DurationForm } from './durations';

/** Fields of a usage row that a column may hold. */
export type Field =
	| 'start'
	| 'date'
	| 'time'
	| 'end'
	| 'channel'
	| 'class'
	| 'agent'
	| 'entity'
	| 'messages'
	| 'duration'
	| 'case'
	| 'id'
	| 'outcome';

/** What headers call them, in English and French, as {@link readHeader} writes names. */
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
	start: [
		'started at',
		'start',
		'start time',
		'starttime',
		'startedat',
		'started',
		'call start',
		'date time start',
		'date time',
		'datetime',
		'timestamp',
		'created at',
		'date started',
		'initiationtimestamp',
		'debut',
		'date de debut',
		'heure de debut',
		'horodatage',
		'date et heure'
	],
	date: ['date', 'call date', 'day', 'jour'],
	time: ['time', 'call time', 'heure'],
	end: [
		'ended at',
		'end',
		'end time',
		'endtime',
		'endedat',
		'ended',
		'call end',
		'date time end',
		'date ended',
		'disconnecttimestamp',
		'fin',
		'date de fin',
		'heure de fin'
	],
	channel: ['channel', 'channel type', 'call channel', 'medium', 'canal', 'type de canal'],
	class: ['class', 'service class', 'classe'],
	agent: ['agent', 'ai agent', 'agent name', 'assistant', 'bot', 'agent ia', 'nom de l agent'],
	entity: [
		'entity',
		'queue',
		'response group',
		'group',
		'did',
		'phone number',
		'entite',
		'groupe',
		'file d attente'
	],
	messages: ['messages', 'message count', 'nb messages', 'nombre de messages'],
	duration: [
		'duration',
		'duration seconds',
		'call duration',
		'talk time',
		'talk duration',
		'billsec',
		'length',
		'duree',
		'duree de l appel'
	],
	case: ['case id', 'case', 'conversation id', 'conversation', 'session id', 'dossier', 'numero de dossier'],
	id: ['id', 'call id', 'callid', 'interaction id', 'uniqueid', 'uuid', 'sid', 'contactid', 'identifiant'],
	outcome: [
		'outcome',
		'status',
		'disposition',
		'result',
		'end reason',
		'completion status',
		'resultat',
		'statut'
	]
};

/** Words in the name of a column of durations or billed quantities. */
const LENGTH_WORDS =
	/\b(time|temps|sec|secs|seconds?|secondes?|min|mins|minutes?|ms|facture|facturable|quantity|quantite|appel)\b/;
/** Those that leave no doubt: a clock reading beside them is no time of day. */
const SURE_LENGTH_WORDS = /\b(duration|duree|billed|billable|billsec|talk|hold|wait|attente|length)\b/;

/** Units as they stand in a header, in brackets or as its last word. */
const UNITS: readonly (readonly [RegExp, DurationForm])[] = [
	[/^(ms|msec|milliseconds?|millisecondes?)$/, 'milliseconds'],
	[/^(s|sec|secs|seconds?|secondes?)$/, 'seconds'],
	[/^(m|min|mins|minutes?)$/, 'minutes']
];

export interface HeaderReading {
	/** the field that the whole name stands for */
	readonly field: Field | null;
	/** unit of a duration that the header names */
	readonly unit: DurationForm | null;
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
	const field = (Object.keys(SYNONYMS) as Field[]).find((key) => SYNONYMS[key].includes(bare)) ?? null;
	const unit = UNITS.find(([pattern]) => hints.some((hint) => pattern.test(hint)))?.[1] ?? null;
	return {
		field,
		unit,
		utc: hints.includes('utc') || hints.includes('gmt'),
		length:
			SURE_LENGTH_WORDS.test(bare) || (unit !== null && inBrackets.length > 0)
				? 'sure'
				: LENGTH_WORDS.test(bare)
					? 'perhaps'
					: null
	};
}

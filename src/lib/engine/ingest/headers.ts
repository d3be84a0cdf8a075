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

/** What headers call them, in English, French, Swedish, German and Spanish, as {@link readHeader} writes names. */
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
		'date et heure',
		'call start time',
		'call started',
		'time start',
		'date time connect',
		'calluniversaltime',
		'message created at',
		'initiated at',
		'starttid',
		'start tid',
		'startad',
		'samtal start',
		'datum och tid',
		'tidpunkt',
		'beginn',
		'startzeit',
		'anrufbeginn',
		'zeitstempel',
		'datum uhrzeit',
		'datum und uhrzeit',
		'gestartet am',
		'inicio',
		'hora de inicio',
		'fecha de inicio',
		'fecha y hora',
		'comienzo'
	],
	date: [
		'date',
		'call date',
		'day',
		'jour',
		'datum',
		'date de l appel',
		'date d appel',
		'samtalsdatum',
		'anrufdatum',
		'fecha',
		'fecha de llamada',
		'dag',
		'tag',
		'dia'
	],
	time: [
		'time',
		'call time',
		'heure',
		'time of day',
		'heure de l appel',
		'tid',
		'klockslag',
		'klockan',
		'uhrzeit',
		'zeit',
		'hora',
		'hora de llamada'
	],
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
		'heure de fin',
		'stop',
		'time end',
		'call ended',
		'sluttid',
		'slut',
		'avslutad',
		'samtal slut',
		'ende',
		'endzeit',
		'anrufende',
		'beendet am',
		'hora de fin',
		'hora fin',
		'fecha de fin',
		'final'
	],
	channel: [
		'channel',
		'channel type',
		'call channel',
		'medium',
		'canal',
		'type de canal',
		'call type',
		'media',
		'media type',
		'kanal',
		'kanaltyp',
		'kanaltype',
		'kontaktkanal',
		'tipo de canal',
		'type'
	],
	class: [
		'class',
		'service class',
		'classe',
		'tier',
		'type de service',
		'klass',
		'klasse',
		'clase',
		'premium'
	],
	agent: [
		'agent',
		'ai agent',
		'agent name',
		'assistant',
		'bot',
		'agent ia',
		'nom de l agent',
		'ai agent name',
		'agent id',
		'assistantid',
		'assistant id',
		'answered by',
		'user',
		'handlaggare',
		'agentnamn',
		'ai agent namn',
		'bearbeiter',
		'ki agent',
		'agentenname',
		'mitarbeiter',
		'agente',
		'nombre del agente',
		'agente ia',
		'agent virtuel'
	],
	entity: [
		'entity',
		'queue',
		'response group',
		'group',
		'did',
		'phone number',
		'entite',
		'groupe',
		'file d attente',
		'queue name',
		'team',
		'department',
		'line',
		'number',
		'called number',
		'line type',
		'numero',
		'numero de telephone',
		'ligne',
		'service',
		'file',
		'ko',
		'svarsgrupp',
		'linje',
		'avdelning',
		'telefonnummer',
		'warteschlange',
		'gruppe',
		'leitung',
		'abteilung',
		'rufnummer',
		'cola',
		'grupo',
		'linea',
		'departamento',
		'numero de telefono',
		'ddi',
		'direct number'
	],
	messages: [
		'messages',
		'message count',
		'nb messages',
		'nombre de messages',
		'number of messages',
		'messages sent',
		'customer messages',
		'msg count',
		'nb de messages',
		'antal meddelanden',
		'meddelanden',
		'anzahl nachrichten',
		'nachrichten',
		'mensajes',
		'numero de mensajes',
		'cantidad de mensajes'
	],
	duration: [
		'duration',
		'duration seconds',
		'call duration',
		'talk time',
		'talk duration',
		'billsec',
		'length',
		'duree',
		'duree de l appel',
		'duration secs',
		'call length',
		'talk',
		'conversation duration',
		'handle time',
		'billable',
		'convduration',
		'minutes billed',
		'temps de conversation',
		'duree appel',
		'duree conversation',
		'langd',
		'samtalslangd',
		'samtalstid',
		'taltid',
		'dauer',
		'gesprachsdauer',
		'anrufdauer',
		'gesprachszeit',
		'duracion',
		'duracion de la llamada',
		'tiempo de conversacion'
	],
	case: [
		'case id',
		'case',
		'conversation id',
		'conversation',
		'session id',
		'dossier',
		'numero de dossier',
		'case number',
		'ticket',
		'ticket id',
		'chat id',
		'initialcontactid',
		'thread id',
		'arende',
		'arendenummer',
		'fall',
		'fallnummer',
		'vorgang',
		'caso',
		'numero de caso',
		'conversacion'
	],
	id: [
		'id',
		'call id',
		'callid',
		'interaction id',
		'uniqueid',
		'uuid',
		'sid',
		'contactid',
		'identifiant',
		'contact id',
		'call uuid',
		'call id uuid',
		'historyid',
		'message id',
		'record id',
		'reference',
		'samtals id',
		'anruf id',
		'id de llamada',
		'id llamada',
		'id de l appel',
		'id appel'
	],
	outcome: [
		'outcome',
		'status',
		'disposition',
		'result',
		'end reason',
		'endedreason',
		'ended reason',
		'completion status',
		'resultat',
		'statut',
		'call status',
		'call result',
		'action result',
		'reason terminated',
		'disconnect initiator',
		'answered',
		'completion',
		'resultat de l appel',
		'etat',
		'utfall',
		'resultatkod',
		'samtalsstatus',
		'ergebnis',
		'anrufstatus',
		'resultado',
		'estado'
	]
};

/** Words in the name of a column of durations or billed quantities. */
const LENGTH_WORDS =
	/\b(time|temps|tid|zeit|tiempo|sec|secs|seconds?|secondes?|sek|sekunder|sekunden|segundos|min|mins|minutes?|minuter|minuten|minutos|ms|facture|facturable|quantity|quantite|appel)\b/;
/** Those that leave no doubt: a clock reading beside them is no time of day. */
const SURE_LENGTH_WORDS = /\b(duration|duree|billed|billable|billsec|talk|hold|wait|attente|length)\b/;

/** Units as they stand in a header, in brackets or as its last word. */
const UNITS: readonly (readonly [RegExp, DurationForm])[] = [
	[/^(ms|msec|milliseconds?|millisecondes?|millisekunder|millisekunden|milisegundos)$/, 'milliseconds'],
	[/^(s|sec|secs|seconds?|secondes?|sek|sekunder|sekunden|seg|segundos)$/, 'seconds'],
	[/^(m|min|mins|minutes?|minuter|minuten|minutos)$/, 'minutes']
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
		utc: hints.includes('utc') || hints.includes('gmt') || bare.includes('universal'),
		length:
			field === 'duration' || SURE_LENGTH_WORDS.test(bare) || (unit !== null && inBrackets.length > 0)
				? 'sure'
				: LENGTH_WORDS.test(bare)
					? 'perhaps'
					: null
	};
}

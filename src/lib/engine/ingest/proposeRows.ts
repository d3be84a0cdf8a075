import { utf8 } from '../table/utf8';
import { instantOf } from './crossCheck';
import { DateTimeReader, type DateForm } from './dates';
import { readDuration, type DurationForm } from './durations';
import { evidence, type FieldProposal } from './evidence';
import type { HeaderReading } from './headers';
import { LEG_GAP_MS } from './join';
import type { FromColumn, InstantColumns, Join, LeaveOut, LeaveRule, Mapping } from './mapping';
import type { ColumnProfile } from './profile';
import { leaveReader, UNKNOWN_WORD } from './words';

/** Names of columns that say who wrote a message, or which way it went, without accents. */
const AUTHOR_NAME =
	/^(message )?(author|sender|participant|from|role|direction|writer)( type| role)?$|^(auteur|expediteur|avsandare|riktning|absender|richtung|remitente|direccion)$/;
/** Names of columns that a file of messages has, and no other. */
const MESSAGE_NAME =
	/^(message|msg)( (id|body|text|type|created at|author type|sent at))?$|^(body|meddelande|nachricht|mensaje)$/;
/** Names of columns that say in what a row is counted. */
const UNIT_NAME = /^(unit|units|unite|enhet|einheit|unidad|message type)$/;
/** Names of columns that say what a row is: texts by phone are among the kinds. */
const KIND_NAME =
	/^((call|contact|channel|media|message|interaction|communication|conversation|record|event|usage|service|traffic|item) )?(type|kind|medium|media|channel)$|^(type|tipo) (de |d )?(canal|contacto?|appel|llamada|message|mensaje|interaction|interaccion|media|communication)$|^(kontakt|kanal|nachrichten|meddelande|anruf|samtals)?(typ|art)$|^(tipo|slag|genre|event|service|product|category|usage|categorie|tjanst|dienst|servicio)$/;
/** Names of columns that say who handled something: a person, or software. */
const HANDLER_NAME =
	/^(handled by|handled|handler|handler type|agent type|agent kind|type d agent|type agent|traite par|gere par|hanterad av|agenttyp|bearbeitet von|agententyp|atendido por|gestionado por|tipo de agente)$/;
/** A kind of rows that is not there at the start of a file may still come. */
const MOST_LEGS = 0.1;

/** By the words of a rule that a column has: none of them, some, or nothing else. */
function wordsOf(
	{ words }: ColumnProfile,
	rule: LeaveRule
): { readonly left: number; readonly stays: number; readonly unknown: number } {
	const reader = leaveReader(rule);
	const read = words.map((word) => {
		const bytes = utf8(word);
		return reader.read(bytes, 0, bytes.length);
	});
	return {
		left: read.filter((bits) => bits === 1).length,
		stays: read.filter((bits) => bits === 0).length,
		unknown: read.filter((bits) => bits === UNKNOWN_WORD).length
	};
}

/** Columns by which rows are left out, by name and words: those of a kind or a unit for texts, those that say who handled it. */
export function proposeLeaveOut(
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[],
	channel: FromColumn | null
): LeaveOut[] {
	return columns.flatMap((profile, column): LeaveOut[] => {
		const { plain = '', apart = '', field = null } = headers[column] ?? {};
		const named = (names: RegExp): boolean => names.test(plain) || names.test(apart);
		if (channel?.column === column || named(UNIT_NAME)) return [{ rule: 'sms', column }];
		const kind = field === 'channel' || named(KIND_NAME);
		if (kind && wordsOf(profile, 'sms').left > 0) return [{ rule: 'sms', column }];
		const { left, stays, unknown } = wordsOf(profile, 'people');
		// Who answered may be a person whom software called: only words for both sides tell.
		const handler = named(HANDLER_NAME) || (field === 'agent' && stays > 0);
		return handler && left > 0 && unknown === 0 ? [{ rule: 'people', column }] : [];
	});
}

/** A file with one row for each message of conversations: who wrote it, and by what its rows are joined. */
export function findMessages(
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[],
	conversation: FromColumn | null,
	rows: readonly (readonly string[])[]
): { readonly author: number; readonly join: Join; readonly proposal: FieldProposal } | null {
	if (!conversation) return null;
	const named = headers.some(({ plain }) => MESSAGE_NAME.test(plain));
	const texts = rows.map((row) => row[conversation.column] ?? '').filter((text) => text !== '');
	const repeated = new Set(texts).size < texts.length;
	const author = columns.findIndex((profile, column) => {
		const { unknown } = wordsOf(profile, 'author');
		return AUTHOR_NAME.test(headers[column]?.plain ?? '') && profile.filled > 0 && unknown === 0;
	});
	if (author < 0 || !named || !repeated) return null;
	const because = evidence('rowsAreMessages', {
		column: columns[conversation.column]?.name ?? '',
		author: columns[author]?.name ?? ''
	});
	return {
		author,
		join: { column: conversation.column, of: 'messages' },
		proposal: { confidence: 'likely', evidence: [because] }
	};
}

/** Rows of a sample that share an id with one that they follow at once: legs of one call, perhaps. */
function legsIn(
	rows: readonly (readonly string[])[],
	id: number,
	columns: InstantColumns,
	dateForm: DateForm,
	duration: { readonly column: number; readonly form: DurationForm }
): number {
	const reader = new DateTimeReader(dateForm);
	const spans = new Map<string, { from: number; to: number }>();
	let legs = 0;
	for (const row of rows) {
		const start = instantOf(reader, row, columns);
		if (Number.isNaN(start)) continue;
		const text = utf8(row[duration.column] ?? '');
		const ms = readDuration(text, 0, text.length, duration.form, '.');
		const key = row[id] ?? '';
		if (key === '') continue;
		const end = start + (ms >= 0 ? ms : 0);
		const span = spans.get(key);
		if (!span) {
			spans.set(key, { from: start, to: end });
		} else if (start <= span.to + LEG_GAP_MS && end >= span.from - LEG_GAP_MS) {
			legs++;
			span.from = Math.min(span.from, start);
			span.to = Math.max(span.to, end);
		}
	}
	return legs;
}

/** Whether rows look like legs of calls: said, and never joined unasked, as what is billed is not known. */
export function lookForLegs(
	mapping: Mapping,
	columns: readonly ColumnProfile[],
	rows: readonly (readonly string[])[]
): FieldProposal {
	const { start, dateForm, duration, durationForm } = mapping;
	const length =
		duration && 'column' in duration && durationForm ? { column: duration.column, form: durationForm } : null;
	for (const source of [mapping.id, mapping.case]) {
		if (!source || !start || !dateForm || !length) continue;
		const legs = legsIn(rows, source.column, start, dateForm, length);
		if (legs > 0 && legs >= MOST_LEGS * rows.length) {
			const column = columns[source.column]?.name ?? '';
			return {
				confidence: 'none',
				evidence: [evidence('rowsMayBeLegs', { column, rows: legs, of: rows.length })]
			};
		}
	}
	return { confidence: 'likely', evidence: [evidence('rowEach')] };
}

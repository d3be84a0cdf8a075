import type { DateForm } from './dates';
import type { DurationForm } from './durations';
import type { DecimalMark, Marks } from './numbers';

/** Where the values of a field come from: a column of the file, by position, or one text for all rows. */
export interface FromColumn {
	readonly column: number;
}
export interface Constant<Text extends string = string> {
	readonly constant: Text;
}
export type Source<Text extends string = string> = FromColumn | Constant<Text>;

/** An instant in one column, or its date in one and its time of day in another. */
export interface InstantColumns {
	readonly date: number;
	readonly time: number | null;
}

/** A further column of durations or billed quantities that is kept, as ms, beside the rated one. */
export interface FurtherDuration {
	readonly column: number;
	readonly name: string;
	readonly form: DurationForm;
}

/** The mark before decimals in a column's numbers; null: they could have either, and nobody has said. */
export interface ColumnMark {
	readonly column: number;
	readonly decimal: DecimalMark | null;
}

/** Why rows are left out by what a column says: texts by phone; what people alone handled; messages that no customer wrote. */
export const LEAVE_RULES = ['sms', 'people', 'author'] as const;
export type LeaveRule = (typeof LEAVE_RULES)[number];
export interface LeaveOut {
	readonly rule: LeaveRule;
	readonly column: number;
}

/**
 * Rows with the same text in a column that become one interaction: messages of one conversation and day in the
 * contract's zone, or legs of one call that follow one another.
 */
export interface Join {
	readonly column: number;
	readonly of: 'messages' | 'legs';
}

/** What is kept of a column's texts: the last four of their digits, or a keyed hash in their place. */
export const VEILS = ['lastFour', 'hash'] as const;
export interface Veil {
	readonly column: number;
	readonly as: (typeof VEILS)[number];
}

/** How a file is read; plain JSON. null: the file does not have it, or nobody has said yet. */
export interface Mapping {
	/** the file has exactly our headers: our words only, and the `'` before a formula's first sign is taken off */
	readonly canonical: boolean;
	readonly start: InstantColumns | null;
	readonly end: InstantColumns | null;
	readonly dateForm: DateForm | null;
	/** IANA name for values that say no zone; `offset`: every value says its own */
	readonly zone: string | null;
	readonly channel: Source<'chat' | 'voice'> | null;
	readonly class: Source<'standard' | 'premium'> | null;
	readonly agent: Source | null;
	readonly entity: Source | null;
	readonly outcome: Source | null;
	readonly messages: Source | null;
	/** the duration that is rated, of calls */
	readonly duration: Source | null;
	readonly durationForm: DurationForm | null;
	/** of columns whose numbers have marks; in others a point is taken to stand before decimals until a row says otherwise */
	readonly marks: readonly ColumnMark[];
	readonly case: FromColumn | null;
	readonly id: FromColumn | null;
	/** none where rows are joined */
	readonly further: readonly FurtherDuration[];
	readonly leaveOut: readonly LeaveOut[];
	/** null: each row is an interaction */
	readonly join: Join | null;
	/** of columns whose texts are not kept as they are */
	readonly veils: readonly Veil[];
}

export const EMPTY_MAPPING: Mapping = {
	canonical: false,
	start: null,
	end: null,
	dateForm: null,
	zone: null,
	channel: null,
	class: null,
	agent: null,
	entity: null,
	outcome: null,
	messages: null,
	duration: null,
	durationForm: null,
	marks: [],
	case: null,
	id: null,
	further: [],
	leaveOut: [],
	join: null,
	veils: []
};

/** Header of the canonical file, in its order (formats.md §1). */
export const CANONICAL_HEADER = [
	'id',
	'started_at',
	'ended_at',
	'channel',
	'class',
	'agent',
	'entity',
	'messages',
	'duration_seconds',
	'case_id',
	'outcome'
] as const;

/**
 * The mapping of a file with our headers and no others, in any order, without those that are not needed; null for
 * any other file. Its zone is `offset`: `propose` asks for one where the values say none.
 */
export function canonicalMapping(header: readonly string[]): Mapping | null {
	const names = new Map(header.map((name, column) => [name, { column }]));
	const known = header.every((name) => (CANONICAL_HEADER as readonly string[]).includes(name));
	const start = names.get('started_at');
	const channel = names.get('channel');
	if (!known || names.size !== header.length || !start || !channel) return null;
	const source = (name: (typeof CANONICAL_HEADER)[number]) => names.get(name) ?? null;
	const end = source('ended_at');
	const duration = source('duration_seconds');
	return {
		...EMPTY_MAPPING,
		canonical: true,
		start: { date: start.column, time: null },
		end: end && { date: end.column, time: null },
		dateForm: 'ymd',
		zone: 'offset',
		channel,
		class: source('class'),
		agent: source('agent'),
		entity: source('entity'),
		outcome: source('outcome'),
		messages: source('messages'),
		duration,
		durationForm: duration && 'seconds',
		case: source('case_id'),
		id: source('id')
	};
}

/** How the numbers of a column are written. Our own files have a point before decimals and no other mark. */
export function marksOf({ canonical, marks }: Mapping, column: number): Marks {
	return canonical ? 'plain' : (marks.find((mark) => mark.column === column)?.decimal ?? '.');
}

/** What must still be said before a file can be read. */
export type MissingField =
	'start' | 'dateForm' | 'zone' | 'channel' | 'messages' | 'duration' | 'durationForm' | 'marks';

/** Empty: the mapping is complete. A constant channel is `chat` or `voice`. */
export function missingFields(mapping: Mapping): MissingField[] {
	const missing: MissingField[] = [];
	if (!mapping.start) missing.push('start');
	if (!mapping.dateForm) missing.push('dateForm');
	if (!mapping.zone) missing.push('zone');
	const { channel, messages } = mapping;
	const length = mapping.duration ?? mapping.end;
	if (!channel) {
		missing.push('channel');
	} else if ('constant' in channel) {
		if (channel.constant === 'voice' ? !length : !messages)
			missing.push(channel.constant === 'voice' ? 'duration' : 'messages');
	} else if (!messages && !length) {
		// A file of both channels may in fact hold one: what a row lacks is then said of that row.
		missing.push('messages', 'duration');
	}
	if (mapping.duration && !mapping.durationForm) missing.push('durationForm');
	if (mapping.marks.some(({ decimal }) => decimal === null)) missing.push('marks');
	return missing;
}

import type {
	ColumnProfile,
	DecimalMark,
	Doubt,
	Join,
	LeaveOut,
	Mapping,
	Proposal,
	Source,
	Veil
} from '$lib/engine/ingest';

/** Where neither an id nor a case is known. */
const FIRST = { column: 0 };

/** Fields that a column or one text for all rows may fill. */
export type SourceField = 'channel' | 'class' | 'agent' | 'entity' | 'outcome' | 'messages';

/** A choice as the value of a select: `''` not in this file, `c3` the column, `=voice` the same text for all rows. */
export function choiceOf(source: Source | null): string {
	if (!source) return '';
	return 'column' in source ? `c${source.column}` : `=${source.constant}`;
}

function sourceOf(choice: string): Source | null {
	if (choice === '') return null;
	return choice.startsWith('=') ? { constant: choice.slice(1) } : { column: Number(choice.slice(1)) };
}

const columnOf = (choice: string): number | null => (choice.startsWith('c') ? Number(choice.slice(1)) : null);

export function withSource(mapping: Mapping, field: SourceField, choice: string): Mapping {
	return { ...mapping, [field]: sourceOf(choice) };
}

export function withColumn(mapping: Mapping, field: 'case' | 'id', choice: string): Mapping {
	const column = columnOf(choice);
	return { ...mapping, [field]: column === null ? null : { column } };
}

/** Another column of dates keeps the column of times, unless the two are now the same. */
export function withStart(mapping: Mapping, part: 'date' | 'time', choice: string): Mapping {
	const column = columnOf(choice);
	const { start } = mapping;
	if (part === 'date') {
		if (column === null) return { ...mapping, start: null };
		const time = start?.time ?? null;
		return { ...mapping, start: { date: column, time: time === column ? null : time } };
	}
	return start ? { ...mapping, start: { ...start, time: column === start.date ? null : column } } : mapping;
}

export function withEnd(mapping: Mapping, choice: string): Mapping {
	const column = columnOf(choice);
	return { ...mapping, end: column === null ? null : { date: column, time: null } };
}

/** Every column that was found to hold a length or a billed quantity, the proposed one first. */
export function lengthsOffered({ mapping }: Proposal): Mapping['further'] {
	const { duration, durationForm, further } = mapping;
	if (!duration || !('column' in duration) || !durationForm) return further;
	return [{ column: duration.column, name: '', form: durationForm }, ...further];
}

/**
 * Another column is rated: the one that was stays beside it as a further length, if it was offered as one, and the
 * new one is not kept twice.
 */
export function withDuration(
	mapping: Mapping,
	proposal: Proposal,
	header: readonly string[],
	choice: string
): Mapping {
	const column = columnOf(choice);
	const offered = lengthsOffered(proposal);
	const before = mapping.duration && 'column' in mapping.duration ? mapping.duration.column : null;
	const form = offered.find((offer) => offer.column === column)?.form ?? mapping.durationForm ?? 'seconds';
	const freed = offered.filter((offer) => offer.column === before && before !== column);
	const further = [
		...mapping.further,
		...freed.map((offer) => ({ ...offer, name: header[offer.column] ?? '' }))
	];
	return {
		...mapping,
		duration: column === null ? null : { column },
		durationForm: column === null ? null : form,
		further: further.filter((one) => one.column !== column)
	};
}

/** The mark before decimals in columns. */
export function withMarks(mapping: Mapping, columns: readonly number[], decimal: DecimalMark): Mapping {
	const others = mapping.marks.filter(({ column }) => !columns.includes(column));
	return { ...mapping, marks: [...others, ...columns.map((column) => ({ column, decimal }))] };
}

/**
 * What a row stands for. Messages count as one each, of chats; what their conversation is called is a case, or an id.
 * Lengths beside the rated one are not kept of what is joined.
 */
export function withJoin(mapping: Mapping, of: Join['of'] | null): Mapping {
	const leaveOut = mapping.leaveOut.filter(({ rule }) => rule !== 'author');
	if (of === null) return { ...mapping, leaveOut, join: null };
	const { id, case: ofCase } = mapping;
	if (of === 'legs') return { ...mapping, leaveOut, further: [], join: { ...(id ?? ofCase ?? FIRST), of } };
	return {
		...mapping,
		channel: { constant: 'chat' },
		messages: { constant: '1' },
		duration: null,
		durationForm: null,
		further: [],
		leaveOut,
		join: { ...(ofCase ?? id ?? FIRST), of }
	};
}

/** Who wrote a message stands in a column; `''`: nobody says, and all count. */
export function withAuthor(mapping: Mapping, choice: string): Mapping {
	const leaveOut = mapping.leaveOut.filter(({ rule }) => rule !== 'author');
	const column = columnOf(choice);
	return { ...mapping, leaveOut: column === null ? leaveOut : [...leaveOut, { rule: 'author', column }] };
}

/** What is kept of a column's texts; null: all of them, as they stand. */
export function withVeil(mapping: Mapping, column: number, as: Veil['as'] | null): Mapping {
	const veils = mapping.veils.filter((veil) => veil.column !== column);
	return { ...mapping, veils: as ? [...veils, { column, as }] : veils };
}

/** Names of columns that hold numbers or names of persons, in the languages of headers. */
const PERSONAL_NAME =
	/phone|mobile|caller|callee|customer|contact|e-?mail|courriel|(^|[^a-z])(tel|from|to|src|dst|ani|dnis|did|clid|numero|nummer|number|name|nom|namn|nombre|client|kund|kunde|cliente)([^a-z]|$)|telefon|t\u00e9l\u00e9phone|tel\u00e9fono|rufnummer|num\u00e9ro/i;
/** A text with as many digits is a phone number rather than a count. */
const PHONE_DIGITS = 7;

/** Does a column look as if it held phone numbers, addresses or names of persons? */
export const looksPersonal = ({ name, words }: ColumnProfile): boolean =>
	PERSONAL_NAME.test(name) ||
	words.some((word) => word.includes('@') || word.replaceAll(/[^0-9]/g, '').length >= PHONE_DIGITS);

/** Leaves out what a rule says, or takes it in. */
export function withLeaveOut(mapping: Mapping, rule: LeaveOut, left: boolean): Mapping {
	const others = mapping.leaveOut.filter((one) => one.rule !== rule.rule || one.column !== rule.column);
	return { ...mapping, leaveOut: left ? [...others, rule] : others };
}

/** The mapping as all rows of a file say it should have been. */
export function asRowsSay(mapping: Mapping, doubt: Doubt): Mapping {
	switch (doubt.kind) {
		case 'order':
			return { ...mapping, dateForm: doubt.form };
		case 'clock':
			return { ...mapping, durationForm: 'm:ss:00' };
		case 'totals':
			return mapping;
		case 'rounded': {
			// What is joined by that column would be joined wrongly.
			const join = mapping.join?.column === doubt.column ? null : mapping.join;
			return { ...mapping, [doubt.field]: null, join };
		}
		default:
			return withMarks(mapping, [doubt.column], doubt.decimal);
	}
}

/** Keeps a further column of lengths, or leaves it out. */
export function withFurther(mapping: Mapping, offer: Mapping['further'][number], kept: boolean): Mapping {
	const others = mapping.further.filter(({ column }) => column !== offer.column);
	return { ...mapping, further: kept ? [...others, offer].sort((a, b) => a.column - b.column) : others };
}

import type { Mapping, Proposal, Source } from '$lib/engine/ingest';

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

/** Keeps a further column of lengths, or leaves it out. */
export function withFurther(mapping: Mapping, offer: Mapping['further'][number], kept: boolean): Mapping {
	const others = mapping.further.filter(({ column }) => column !== offer.column);
	return { ...mapping, further: kept ? [...others, offer].sort((a, b) => a.column - b.column) : others };
}

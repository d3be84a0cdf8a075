import type { InstantColumns, Mapping, Proposal } from '$lib/engine/ingest';
import { city } from '$lib/i18n/format';
import { columnName, importing } from '$lib/i18n/import';

type FieldName = keyof typeof importing.current.map.fields;

/** How a field is read, for people. */
export interface ReadFrom {
	readonly field: FieldName;
	/** the column, with the form of its values, or the text for all rows */
	readonly from: string;
	/** not as it was proposed */
	readonly changed: boolean;
}

const FIELDS: readonly FieldName[] = [
	'start',
	'duration',
	'channel',
	'messages',
	'class',
	'agent',
	'entity',
	'outcome',
	'case',
	'id'
];

/** What belongs to a field beside its own columns. */
const WITH: Partial<Record<FieldName, readonly (keyof Mapping)[]>> = {
	start: ['dateForm', 'zone'],
	duration: ['end', 'durationForm', 'marks']
};

/** Where each field that a file has comes from. */
export function readFrom(mapping: Mapping, proposal: Proposal, header: readonly string[]): ReadFrom[] {
	const t = importing.current;
	const name = (column: number) => columnName(header[column] ?? '');
	const joined = (...parts: readonly (string | false | null | undefined)[]) =>
		parts.filter(Boolean).join(', ');
	const instant = ({ date, time }: InstantColumns) =>
		time === null ? name(date) : `${name(date)} + ${name(time)}`;
	const texts: Partial<Record<FieldName, string>> = {};
	const { start, end, dateForm, zone, duration, durationForm } = mapping;
	if (start)
		texts.start = joined(
			instant(start),
			dateForm && t.map.dateForms[dateForm],
			zone && (zone === 'offset' ? t.evidence.offsetInValues() : city(zone))
		);
	if (!duration && end) texts.duration = joined(t.map.fromEnd, instant(end));
	for (const field of FIELDS) {
		const source = field === 'start' ? null : mapping[field as Exclude<FieldName, 'start' | 'end'>];
		if (!source) continue;
		texts[field] =
			'column' in source
				? joined(
						name(source.column),
						field === 'duration' && durationForm && t.map.durationForms[durationForm]
					)
				: t.map.sameForAll(t.map.values[source.constant] ?? source.constant);
	}
	return FIELDS.flatMap((field) => {
		const from = texts[field];
		if (from === undefined) return [];
		const parts = [field, ...(WITH[field] ?? [])] as readonly (keyof Mapping)[];
		const said = (of: Mapping) => JSON.stringify(parts.map((part) => of[part]));
		return [{ field, from, changed: said(mapping) !== said(proposal.mapping) }];
	});
}

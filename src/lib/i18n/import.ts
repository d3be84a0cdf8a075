import type { Evidence, Proposal } from '$lib/engine/ingest';
import { integer } from './format';
import { messages } from './language.svelte';
import en from './messages/import.en';

/** Sentences of the Import screen, with one for each reason a row is left out. */
export const importing = messages(en, () => import('./messages/import.fr-CA'));

/** A column's name as people read it: one that the file does not name has its number in their language. */
export function columnName(name: string): string {
	const unnamed = /^column (\d+)$/.exec(name);
	return unnamed ? importing.current.column(unnamed[1] ?? '') : name;
}

/** The encodings of text, to choose from. */
export const encodingOptions = () =>
	Object.entries(importing.current.reading.encodings).map(([value, label]) => ({ value, label }));

export const separatorName = (sign: string): string => importing.current.separators[sign] ?? sign;

/** The signs that may stand between values, to choose from, and the one of the file. */
export const separatorOptions = (own: readonly string[]) =>
	[...new Set([',', ';', '\t', '|', ...own])].map((value) => ({ value, label: separatorName(value) }));

const FORMS: Readonly<Record<string, readonly (keyof Proposal['fields'])[]>> = {
	start: ['dateForm'],
	duration: ['durationForm', 'marks']
};

/** With figures as they are written everywhere. */
const written = (params: Evidence['params']): Evidence['params'] =>
	Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? integer(value) : value])
	);

/** Why a field is proposed as it is; the form of dates and lengths is part of the same row. */
export function evidenceOf(proposal: Proposal, field: keyof Proposal['fields']): string {
	const { evidence, evidenceJoin } = importing.current;
	const guess = proposal.fields[field];
	const forms = guess.confidence === 'none' ? [] : (FORMS[field] ?? []);
	const more = forms.flatMap((form) => proposal.fields[form].evidence);
	const sentence = ({ code, params }: Evidence) => evidence[code](written(params));
	return [...guess.evidence, ...more].map(sentence).join(evidenceJoin);
}

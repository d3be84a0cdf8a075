import type { Evidence } from './evidence';
import type { ColumnMark, LeaveOut, Mapping } from './mapping';
import type { Proposal } from './propose';

/** A part of a mapping that was confirmed for another file, and that this one contradicts. */
export type Outdated = 'dateForm' | 'durationForm' | 'marks' | 'zone' | 'leaveOut';

/** IANA names of zones; a short name alone (`EST`) is none. */
const ZONE = /^[A-Z]\w+\/[\w+-]+(\/[\w+-]+)?$/;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const says = (evidence: readonly Evidence[], code: Evidence['code']) =>
	evidence.find((one) => one.code === code);

/** The zone that a column of its own names in all rows looked at, where it is another than the mapping's. */
function otherZone({ zone }: Mapping, { fields }: Proposal): string | null {
	const named = says(fields.zone.evidence, 'zoneInColumn')?.params['value'];
	return typeof named === 'string' && ZONE.test(named) && zone !== 'offset' && named !== zone ? named : null;
}

/** Rules that the rows call for and the mapping does not have. */
const newRules = ({ leaveOut }: Mapping, { mapping: fresh }: Proposal): readonly LeaveOut[] =>
	fresh.leaveOut.filter((rule) => rule.rule !== 'author' && !leaveOut.some((one) => same(one, rule)));

/**
 * Marks that numbers show to be others than the mapping says; or that leave open, where the mapping would read as a
 * thousand what may be one and a little more.
 */
function newMarks(mapping: Mapping, { mapping: fresh, fields }: Proposal): readonly ColumnMark[] {
	const value = String(says(fields.marks.evidence, 'marksAmbiguous')?.params['value'] ?? '');
	return fresh.marks.filter(({ column, decimal }) => {
		const known = mapping.marks.find((mark) => mark.column === column)?.decimal ?? '.';
		return decimal === null ? value.includes(known === '.' ? ',' : '.') : decimal !== known;
	});
}

/**
 * Lengths that start and end show to be in another unit; or clock readings of three parts that all end in `:00`, where
 * minutes and seconds were confirmed: hours, or what a spreadsheet made of these.
 */
function lengthsDiffer(mapping: Mapping, { mapping: fresh, fields }: Proposal): boolean {
	const { evidence } = fields.durationForm;
	if (fresh.durationForm === mapping.durationForm) return false;
	if (mapping.durationForm === 'm:ss' && fresh.durationForm === 'm:ss:00') return true;
	if (fresh.durationForm !== null) return says(evidence, 'matchesEnd') !== undefined;
	return mapping.durationForm === 'm:ss' && says(evidence, 'clockAmbiguous')?.params['form'] === 'h:mm:ss';
}

/** What a file proves against a mapping that was confirmed for another file with the same header. */
export function outdated(mapping: Mapping, proposal: Proposal): Outdated[] {
	const { mapping: fresh, fields } = proposal;
	const found: Outdated[] = [];
	const dates = fresh.dateForm !== null && fields.dateForm.confidence === 'sure';
	if (dates && same(fresh.start, mapping.start) && fresh.dateForm !== mapping.dateForm)
		found.push('dateForm');
	if (same(fresh.duration, mapping.duration) && lengthsDiffer(mapping, proposal)) found.push('durationForm');
	if (newMarks(mapping, proposal).length > 0) found.push('marks');
	if (otherZone(mapping, proposal) !== null) found.push('zone');
	if (newRules(mapping, proposal).length > 0) found.push('leaveOut');
	return found;
}

/** The mapping with what the file proves in the place of what it contradicts. */
export function broughtUp(mapping: Mapping, proposal: Proposal): Mapping {
	const parts = new Set(outdated(mapping, proposal));
	const marks = newMarks(mapping, proposal);
	const others = mapping.marks.filter(({ column }) => !marks.some((mark) => mark.column === column));
	return {
		...mapping,
		dateForm: parts.has('dateForm') ? proposal.mapping.dateForm : mapping.dateForm,
		durationForm: parts.has('durationForm') ? proposal.mapping.durationForm : mapping.durationForm,
		marks: marks.length > 0 ? [...others, ...marks] : mapping.marks,
		zone: otherZone(mapping, proposal) ?? mapping.zone,
		leaveOut: [...mapping.leaveOut, ...newRules(mapping, proposal)]
	};
}

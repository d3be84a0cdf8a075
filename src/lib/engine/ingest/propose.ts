import { checkLengths } from './crossCheck';
import { evidence, type Evidence, type FieldProposal } from './evidence';
import {
	canonicalMapping,
	EMPTY_MAPPING,
	missingFields,
	type Join,
	type Mapping,
	type MissingField
} from './mapping';
import type { DecimalMark } from './numbers';
import { proposeMarks } from './proposeMarks';
import { NONE, Proposer, type ProposedField } from './proposer';
import { findMessages, lookForLegs, proposeLeaveOut } from './proposeRows';
import { MOST } from './profile';
import type { Sniffed } from './sniff';
import type { OpenColumn, Proof } from './survey';
import { channelReader, classReader } from './words';

export interface Question {
	readonly field: MissingField;
	readonly because: Evidence;
}

export interface Proposal {
	/** as far as it could be found out; `further` holds every column that was offered */
	readonly mapping: Mapping;
	readonly fields: Readonly<Record<ProposedField, FieldProposal>>;
	/** one for each field that `missingFields(mapping)` names */
	readonly questions: readonly Question[];
	/** what the first rows leave open, and others of the file may settle */
	readonly open: readonly OpenColumn[];
}

export type { Evidence, FieldProposal, ProposedField };

/** Gives a canonical file what its values alone can tell: date form and zone. */
function proposeCanonical(mapping: Mapping, proposer: Proposer): Mapping {
	const sure: FieldProposal = { confidence: 'sure', evidence: [evidence('ourHeader')] };
	for (const field of Object.keys(proposer.fields) as ProposedField[]) {
		if (field === 'dateForm' || field === 'zone' || mapping[field] !== null) proposer.fields[field] = sure;
	}
	const { start } = mapping;
	const profile = start && proposer.columns[start.date];
	if (!start || !profile || profile.offsets === profile.filled || profile.timed.ymd < profile.filled * MOST) {
		return mapping;
	}
	return { ...mapping, zone: proposer.zone(start) };
}

/**
 * How a file could be read, from its header and its sample, each choice with its evidence. A file with our headers
 * is read as they say; only a zone is asked for where its instants have no offset. `proofs`: what {@link Survey} found
 * of the columns that a first answer left open.
 */
export function propose(sniffed: Sniffed, proofs: readonly Proof[] = []): Proposal {
	const proposer = new Proposer(sniffed);
	const canonical = canonicalMapping(sniffed.header);
	const { mapping, open } = canonical
		? { mapping: proposeCanonical(canonical, proposer), open: [] }
		: proposeOther(proposer, sniffed.rows, proofs);
	const { fields } = proposer;
	const questions = missingFields(mapping).map((field) => ({
		field,
		because: fields[field].evidence[0] ?? evidence('noColumn')
	}));
	return { mapping, fields, questions, open };
}

function proposeOther(
	proposer: Proposer,
	rows: Sniffed['rows'],
	proofs: readonly Proof[]
): { readonly mapping: Mapping; readonly open: readonly OpenColumn[] } {
	const { columns, headers, fields } = proposer;
	const start = proposer.start();
	const end = proposer.endBeside(start, proposer.end());
	const messages = proposer.messages();
	const id = proposer.key('id');
	const caseColumn = proposer.key('case');
	const taken = [
		start?.date,
		start?.time,
		end?.date,
		end?.time,
		messages?.column,
		id?.column,
		caseColumn?.column
	];
	const offers = proposer.lengths(new Set(taken.filter((column) => typeof column === 'number')));
	const dateForm = start && proposer.dateForm(start, end, proofs);
	const check = (column: number, decimal: DecimalMark, fewest?: number) =>
		start && end && dateForm ? checkLengths(rows, start, end, dateForm, column, decimal, fewest) : null;
	const marks = proposeMarks(
		[
			...(messages ? [{ column: messages.column, whole: true, check: null }] : []),
			...offers.map(({ column }) => ({
				column,
				whole: false,
				check: (decimal: DecimalMark) => check(column, decimal)
			}))
		],
		columns,
		proofs
	);
	fields.marks = marks.proposal;
	const markOf = (column: number) => marks.marks.find((mark) => mark.column === column)?.decimal ?? '.';
	const rated = proposer.duration(offers, (column) => check(column, markOf(column), 1));
	const channel = proposer.words('channel', channelReader(false));
	const sums = fields.duration.evidence[0]?.code === 'rowsAreSums';
	const each: Mapping = {
		...EMPTY_MAPPING,
		start,
		end: sums ? null : end,
		dateForm,
		zone: start && proposer.zone(start),
		channel,
		class: proposer.words('class', classReader(false)),
		agent: proposer.text('agent'),
		entity: proposer.text('entity'),
		outcome: proposer.text('outcome'),
		messages,
		duration: rated && { column: rated.column },
		durationForm: rated && rated.form,
		marks: marks.marks,
		case: caseColumn,
		id,
		further: offers.filter(({ column }) => column !== rated?.column),
		leaveOut: proposeLeaveOut(columns, headers, channel)
	};
	const found = !messages && !rated ? findMessages(columns, headers, caseColumn, rows) : null;
	fields.join = found?.proposal ?? lookForLegs(each, columns, rows);
	if (found) Object.assign(fields, { channel: found.proposal, messages: found.proposal, id: NONE });
	const ordered = dateForm === null && fields.dateForm.evidence[0]?.code === 'dayMonthAmbiguous';
	const open: OpenColumn[] = marks.open.map(({ column, whole }) => ({ column, ask: 'mark', whole }));
	if (ordered && start) open.push({ column: start.date, ask: 'order', whole: false });
	return { mapping: found ? asMessages(each, found) : each, open };
}

/** The mapping of a file whose rows are messages: each counts as one of its chat, and those of others are left out. */
const asMessages = (
	mapping: Mapping,
	{ author, join }: { readonly author: number; readonly join: Join }
): Mapping => ({
	...mapping,
	channel: { constant: 'chat' },
	messages: { constant: '1' },
	duration: null,
	durationForm: null,
	end: null,
	id: null,
	further: [],
	leaveOut: [
		...mapping.leaveOut.filter(({ column }) => column !== author),
		{ rule: 'author', column: author }
	],
	join
});

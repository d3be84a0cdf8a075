import { utf8 } from '../table/utf8';
import { checkLengths, type LengthCheck } from './crossCheck';
import { DATE_FORMS, type DateForm } from './dates';
import type { DurationForm } from './durations';
import type { Field } from './headerNames';
import { readHeader, type HeaderReading } from './headers';
import {
	canonicalMapping,
	EMPTY_MAPPING,
	missingFields,
	type FromColumn,
	type FurtherDuration,
	type InstantColumns,
	type Mapping,
	type MissingField
} from './mapping';
import type { ColumnProfile } from './profile';
import type { Sniffed } from './sniff';
import { channelReader, classReader, UNKNOWN_WORD, type WordReader } from './words';

/** Why a choice was made, or why it could not be: a code for a sentence, with its figures. */
export interface Evidence {
	readonly code:
		| 'ourHeader'
		| 'headerName' // column
		| 'dateThenTime' // date, time
		| 'firstOfSeveralTimes' // column, of
		| 'valuesReadAs' // form, rows, of
		| 'firstOver12' // rows, of: the first part of the date is a day
		| 'secondOver12' // rows, of
		| 'dayMonthAmbiguous' // rows
		| 'offsetInValues' // rows, of
		| 'noOffsetInValues' // rows, of
		| 'zoneInHeader' // column
		| 'unitInHeader' // column, unit
		| 'unitAssumed' // column, unit
		| 'matchesEnd' // rows, of: the length is that from the start to the end
		| 'wordsUnknown' // column, value
		| 'noColumn';
	readonly params: Readonly<Record<string, string | number>>;
}

export type Confidence = 'sure' | 'likely' | 'none';
export type ProposedField = Exclude<Field, 'date' | 'time'> | 'dateForm' | 'zone' | 'durationForm';

export interface FieldProposal {
	readonly confidence: Confidence;
	readonly evidence: readonly Evidence[];
}

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
}

const evidence = (code: Evidence['code'], params: Evidence['params'] = {}): Evidence => ({ code, params });
const NONE: FieldProposal = { confidence: 'none', evidence: [evidence('noColumn')] };

/** A form must read this share of a column's values to be proposed: a few rows may be broken. */
const MOST = 0.9;

/** Collects proposals for one file. */
class Proposer {
	readonly fields: Record<ProposedField, FieldProposal> = {
		start: NONE,
		end: NONE,
		dateForm: NONE,
		zone: NONE,
		channel: NONE,
		class: NONE,
		agent: NONE,
		entity: NONE,
		outcome: NONE,
		messages: NONE,
		duration: NONE,
		durationForm: NONE,
		case: NONE,
		id: NONE
	};
	readonly columns: readonly ColumnProfile[];
	readonly headers: readonly HeaderReading[];

	constructor(sniffed: Sniffed) {
		this.columns = sniffed.columns;
		this.headers = sniffed.columns.map(({ name }) => readHeader(name));
	}

	#name(column: number): string {
		return this.columns[column]?.name ?? '';
	}

	/** First column with a header for the field whose values pass. */
	#find(field: Field, fits: (profile: ColumnProfile, column: number) => boolean): number {
		return this.columns.findIndex(
			(profile, column) => this.headers[column]?.field === field && fits(profile, column)
		);
	}

	#byHeader(
		field: Exclude<Field, 'date' | 'time'>,
		fits: (profile: ColumnProfile) => boolean
	): FromColumn | null {
		const column = this.#find(field, fits);
		if (column < 0) return null;
		this.fields[field] = {
			confidence: 'likely',
			evidence: [evidence('headerName', { column: this.#name(column) })]
		};
		return { column };
	}

	/** Instants in one column, else the first date with the first time of day. */
	start(): InstantColumns | null {
		const timed = (profile: ColumnProfile) => mostly(best(profile.timed), profile.filled);
		let column = this.#find('start', timed);
		if (column < 0) column = this.#find('date', timed);
		if (column >= 0) {
			this.fields.start = {
				confidence: 'sure',
				evidence: [evidence('headerName', { column: this.#name(column) })]
			};
			return { date: column, time: null };
		}
		const dated = (profile: ColumnProfile) => mostly(best(profile.dates), profile.filled);
		const date = this.#find('date', dated);
		if (date >= 0) return this.#dateAndTime(date);
		// Without a name that says so, digits may be anything.
		column = this.columns.findIndex(({ timed: own, filled }) =>
			mostly(Math.max(...SPELT_OUT.map((form) => own[form])), filled)
		);
		if (column < 0) return null;
		this.fields.start = {
			confidence: 'likely',
			evidence: [evidence('headerName', { column: this.#name(column) })]
		};
		return { date: column, time: null };
	}

	#dateAndTime(date: number): InstantColumns | null {
		const isTime = (profile: ColumnProfile) => mostly(profile.times, profile.filled);
		const times = this.columns.flatMap((profile, column) => (isTime(profile) ? [column] : []));
		const named = this.#find('time', isTime);
		const time = named >= 0 ? named : times[0];
		if (time === undefined) return null;
		const names = evidence('dateThenTime', { date: this.#name(date), time: this.#name(time) });
		const several = evidence('firstOfSeveralTimes', { column: this.#name(time), of: times.length });
		this.fields.start =
			named >= 0 || times.length === 1
				? { confidence: 'sure', evidence: [names] }
				: { confidence: 'likely', evidence: [names, several] };
		return { date, time };
	}

	dateForm({ date, time }: InstantColumns): DateForm | null {
		const profile = this.columns[date];
		if (!profile) return null;
		const counts = time === null ? profile.timed : profile.dates;
		const of = profile.filled;
		const { dmy, mdy } = counts;
		const form = DATE_FORMS.find((candidate) => counts[candidate] === best(counts)) ?? 'ymd';
		const rows = counts[form];
		if (!mostly(rows, of)) return null;
		if (dmy === mdy && form === 'dmy') {
			this.fields.dateForm = { confidence: 'none', evidence: [evidence('dayMonthAmbiguous', { rows: of })] };
			return null;
		}
		const read = evidence('valuesReadAs', { form, rows, of });
		const proof =
			form === 'dmy'
				? [evidence('firstOver12', { rows: dmy - mdy, of })]
				: form === 'mdy'
					? [evidence('secondOver12', { rows: mdy - dmy, of })]
					: [];
		this.fields.dateForm = { confidence: rows === of ? 'sure' : 'likely', evidence: [...proof, read] };
		return form;
	}

	zone({ date, time }: InstantColumns): string | null {
		const column = time ?? date;
		const profile = this.columns[column];
		if (!profile) return null;
		const { offsets, filled: of } = profile;
		if (offsets === of) {
			this.fields.zone = {
				confidence: 'sure',
				evidence: [evidence('offsetInValues', { rows: offsets, of })]
			};
			return 'offset';
		}
		if (this.headers[column]?.utc) {
			this.fields.zone = {
				confidence: 'sure',
				evidence: [evidence('zoneInHeader', { column: profile.name })]
			};
			return 'UTC';
		}
		this.fields.zone = {
			confidence: 'none',
			evidence: [evidence('noOffsetInValues', { rows: of - offsets, of })]
		};
		return null;
	}

	/** A column of words, if we know all that the sample shows. */
	words(field: 'channel' | 'class', reader: WordReader): FromColumn | null {
		const found = this.#byHeader(field, ({ filled }) => filled > 0);
		if (!found) return null;
		const unknown = this.columns[found.column]?.words.find((word) => {
			const bytes = utf8(word);
			return reader.read(bytes, 0, bytes.length) === UNKNOWN_WORD;
		});
		if (unknown === undefined) return found;
		const because = evidence('wordsUnknown', { column: this.#name(found.column), value: unknown });
		this.fields[field] = { confidence: 'none', evidence: [because] };
		return null;
	}

	/** A column of texts, by its header alone. */
	text(field: 'agent' | 'entity' | 'outcome' | 'case' | 'id'): FromColumn | null {
		return this.#byHeader(field, () => true);
	}

	messages(): FromColumn | null {
		return this.#byHeader('messages', ({ durations, filled }) => mostly(durations.seconds, filled));
	}

	end(): InstantColumns | null {
		const found = this.#byHeader('end', (profile) => mostly(best(profile.timed), profile.filled));
		return found && { date: found.column, time: null };
	}

	/** Every column that looks like a duration or a billed quantity; `taken`: columns that mean something else. */
	lengths(taken: ReadonlySet<number>): FurtherDuration[] {
		const offers: FurtherDuration[] = [];
		this.columns.forEach((profile, column) => {
			const header = this.headers[column];
			if (!header?.length || taken.has(column)) return;
			const form = lengthForm(profile, header);
			if (form) offers.push({ column, name: profile.name, form });
		});
		return offers;
	}

	duration(
		offers: readonly FurtherDuration[],
		check: (column: number) => LengthCheck | null
	): FurtherDuration | null {
		const offer = offers.find(({ column }) => this.headers[column]?.field === 'duration');
		if (!offer) return null;
		const checked = this.headers[offer.column]?.unit ? null : check(offer.column);
		if (checked) {
			const { form, rows, of } = checked;
			this.fields.duration = {
				confidence: 'likely',
				evidence: [evidence('headerName', { column: offer.name })]
			};
			this.fields.durationForm = { confidence: 'sure', evidence: [evidence('matchesEnd', { rows, of })] };
			return { ...offer, form };
		}
		const { name: column, form: unit } = offer;
		const stated = this.headers[offer.column]?.unit === unit;
		const clock = (WRITTEN_OUT as readonly DurationForm[]).includes(unit);
		const proof = clock
			? evidence('valuesReadAs', {
					form: unit,
					rows: this.columns[offer.column]?.filled ?? 0,
					of: this.columns[offer.column]?.filled ?? 0
				})
			: evidence(stated ? 'unitInHeader' : 'unitAssumed', { column, unit });
		this.fields.duration = { confidence: 'likely', evidence: [evidence('headerName', { column })] };
		this.fields.durationForm = {
			confidence: stated || (clock && unit !== 'm:ss') ? 'sure' : 'likely',
			evidence: [proof]
		};
		return offer;
	}
}

/** Forms that no other number looks like. */
const SPELT_OUT = ['ymd', 'dmy', 'mdy', 'yyyymmdd', 'named'] as const;

const best = (counts: Readonly<Record<DateForm, number>>): number =>
	Math.max(...DATE_FORMS.map((form) => counts[form]));
const mostly = (rows: number, of: number): boolean => of > 0 && rows >= of * MOST;

/** Forms that say themselves what they are; `m:ss` before `h:mm`, which looks the same. */
const WRITTEN_OUT = ['h:mm:ss', 'm:ss', 'units', 'iso8601'] as const;

/** How a column writes lengths; plain numbers without a unit in the header are taken for seconds. */
function lengthForm(
	{ durations, commas, filled }: ColumnProfile,
	header: HeaderReading
): DurationForm | null {
	if (filled === 0) return header.unit ?? (header.field === 'duration' ? 'seconds' : null);
	if (mostly(durations.seconds + commas, filled)) return header.unit ?? 'seconds';
	if (header.length !== 'sure') return null;
	return WRITTEN_OUT.find((form) => mostly(durations[form], filled)) ?? null;
}

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
 * is read as they say; only a zone is asked for where its instants have no offset.
 */
export function propose(sniffed: Sniffed): Proposal {
	const proposer = new Proposer(sniffed);
	const canonical = canonicalMapping(sniffed.header);
	const mapping = canonical ? proposeCanonical(canonical, proposer) : proposeOther(proposer, sniffed.rows);
	const { fields } = proposer;
	const questions = missingFields(mapping).map((field) => ({
		field,
		because: fields[field].evidence[0] ?? evidence('noColumn')
	}));
	return { mapping, fields, questions };
}

function proposeOther(proposer: Proposer, rows: Sniffed['rows']): Mapping {
	const start = proposer.start();
	const end = proposer.end();
	const messages = proposer.messages();
	const id = proposer.text('id');
	const caseColumn = proposer.text('case');
	const taken = [start?.date, start?.time, end?.date, messages?.column, id?.column, caseColumn?.column];
	const offers = proposer.lengths(new Set(taken.filter((column) => typeof column === 'number')));
	const commas = offers.some(({ column }) => (proposer.columns[column]?.commas ?? 0) > 0);
	const decimal = commas ? ',' : '.';
	const dateForm = start && proposer.dateForm(start);
	const rated = proposer.duration(offers, (column) =>
		start && end && dateForm ? checkLengths(rows, start, end, dateForm, column, decimal) : null
	);
	return {
		...EMPTY_MAPPING,
		start,
		end,
		dateForm,
		zone: start && proposer.zone(start),
		channel: proposer.words('channel', channelReader(false)),
		class: proposer.words('class', classReader(false)),
		agent: proposer.text('agent'),
		entity: proposer.text('entity'),
		outcome: proposer.text('outcome'),
		messages,
		duration: rated && { column: rated.column },
		durationForm: rated && rated.form,
		decimal,
		case: caseColumn,
		id,
		further: offers.filter(({ column }) => column !== rated?.column)
	};
}

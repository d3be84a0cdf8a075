import { utf8 } from '../table/utf8';
import { ClockColumns, isTime } from './clockColumns';
import { FEWEST, type LengthCheck } from './crossCheck';
import type { DateForm } from './dates';
import type { DurationForm } from './durations';
import { evidence, type Confidence, type Evidence, type FieldProposal } from './evidence';
import type { Field } from './headerNames';
import { formOfLength, lengthForm } from './lengthForm';
import { readHeader, type HeaderReading } from './headers';
import type { FromColumn, FurtherDuration, InstantColumns } from './mapping';
import { countsCalls } from './monthlyColumns';
import { isZoneText } from './offsets';
import { commonForm, mostly, type ColumnProfile } from './profile';
import { roundedOf } from './rounded';
import type { Sniffed } from './sniff';
import { dated, StartColumns, timed } from './startColumns';
import type { Proof } from './survey';
import { unitBeside } from './unitBeside';
import { whichLength } from './whichLength';
import { whichMessages } from './whichMessages';
import { whichText } from './whichText';
import { leaveReader, UNKNOWN_WORD, type WordReader } from './words';

export type ProposedField =
	Exclude<Field, 'date' | 'time'> | 'dateForm' | 'zone' | 'durationForm' | 'marks' | 'join';

const SMS = leaveReader('sms');
export const NONE: FieldProposal = { confidence: 'none', evidence: [evidence('noColumn')] };

/** Collects proposals for one file. */
export class Proposer {
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
		marks: NONE,
		join: NONE,
		case: NONE,
		id: NONE
	};
	readonly columns: readonly ColumnProfile[];
	readonly headers: readonly HeaderReading[];
	readonly #rows: Sniffed['rows'];
	readonly #starts: StartColumns;

	constructor(sniffed: Sniffed) {
		this.columns = sniffed.columns;
		this.headers = sniffed.columns.map(({ name }) => readHeader(name));
		const { rows, layout } = sniffed;
		this.#rows = rows;
		const clocks = new ClockColumns(this.columns, this.headers, rows);
		this.#starts = new StartColumns(this.columns, this.headers, rows, clocks, layout.header !== null);
	}

	#say(field: ProposedField, confidence: Confidence, ...because: readonly Evidence[]): void {
		this.fields[field] = { confidence, evidence: because };
	}

	/** A column is taken for its name. */
	#byName(column: number): Evidence {
		return evidence('headerName', { column: this.#name(column) });
	}

	#name(column: number): string {
		return this.columns[column]?.name ?? '';
	}

	/** First column that passes with a header for the field; for the next one where there is none. -1: none. */
	#find(fits: (profile: ColumnProfile) => boolean, ...fields: readonly Field[]): number {
		for (const field of fields) {
			const found = this.columns.findIndex(
				(profile, column) => this.headers[column]?.field === field && fits(profile)
			);
			if (found >= 0) return found;
		}
		return -1;
	}

	#byHeader(
		field: Exclude<Field, 'date' | 'time'>,
		fits: (profile: ColumnProfile) => boolean
	): FromColumn | null {
		const column = this.#find(fits, field);
		if (column < 0) return null;
		this.#say(field, 'likely', this.#byName(column));
		return { column };
	}

	/** Instants in one column, or a date with its time of day, unless AM and PM stand in a column of their own. */
	start(): InstantColumns | null {
		const halfDay = this.columns.findIndex(
			({ words }, column) =>
				words.length > 0 &&
				words.every((word) => HALF_OF_DAY.test(word)) &&
				(words.length > 1 || HALF_OF_DAY_NAME.test(this.headers[column]?.plain ?? ''))
		);
		const { start: found, proposal } = this.#starts.find();
		this.fields.start = proposal;
		const clock = found && this.columns[found.time ?? found.date];
		// A clock of 24 hours needs no half of the day.
		if (halfDay < 0 || !clock || clock.words.some((word) => PAST_NOON.test(word))) return found;
		const because = evidence('halfDayApart', { column: this.#name(halfDay) });
		this.#say('start', 'none', because);
		return null;
	}

	#dateThenTime(date: number, time: number): Evidence {
		return evidence('dateThenTime', { date: this.#name(date), time: this.#name(time) });
	}

	/** `end`: its dates are written in the same form; `proofs`: what later rows have settled */
	dateForm(
		{ date, time }: InstantColumns,
		end: InstantColumns | null,
		proofs: readonly Proof[]
	): DateForm | null {
		const profile = this.columns[date];
		if (!profile) return null;
		const counts = time === null ? profile.timed : profile.dates;
		const of = profile.filled;
		const { dmy, mdy } = counts;
		const form = commonForm(counts);
		const rows = counts[form];
		if (!mostly(rows, of)) return null;
		// Of one day only, a date with the month's name has the day first, as nearly all that are written so.
		const oneDay = form === 'named' && profile.spans.named === 0;
		if ((form === 'dmy' || form === 'mdy' || form === 'named') && counts.yymmdd === rows && !oneDay) {
			const yearFirst = this.#yearFirst(profile, form, rows);
			if (yearFirst !== false) return yearFirst;
		}
		if (dmy === mdy && form === 'dmy') {
			const settled = this.#orderElsewhere(date, end, proofs);
			if (settled) return settled;
			this.#say('dateForm', 'none', evidence('dayMonthAmbiguous', { rows: of }));
			return null;
		}
		const read = evidence('valuesReadAs', { form, rows, of });
		const proof =
			form === 'dmy'
				? [evidence('firstOver12', { rows: dmy - mdy, of })]
				: form === 'mdy'
					? [evidence('secondOver12', { rows: mdy - dmy, of })]
					: [];
		this.#say('dateForm', rows === of ? 'sure' : 'likely', ...proof, read);
		return form;
	}

	/**
	 * Whether `26-11-20` is of November 2026: read rightly, dates of one export lie much closer together. False: it is
	 * not; null: it is to be asked.
	 */
	#yearFirst({ spans }: ColumnProfile, form: 'dmy' | 'mdy' | 'named', rows: number): 'yymmdd' | null | false {
		if (spans[form] * 2 < spans.yymmdd) return false;
		if (spans.yymmdd * 2 >= spans[form]) {
			this.#say('dateForm', 'none', evidence('yearAmbiguous', { rows }));
			return null;
		}
		const because = evidence('closerTogether', { days: spans.yymmdd, otherwise: spans[form] });
		this.#say('dateForm', 'likely', because);
		return 'yymmdd';
	}

	/** The order of day and month where a column's first rows leave it open: by the end of the same rows, or by later ones. */
	#orderElsewhere(date: number, end: InstantColumns | null, proofs: readonly Proof[]): 'dmy' | 'mdy' | null {
		const profile = end && this.columns[end.date];
		const { dmy = 0, mdy = 0 } = profile?.dates ?? {};
		const proof = proofs.find(({ ask, column }) => ask === 'order' && column === date);
		const found = dmy !== mdy ? (dmy > mdy ? 'dmy' : 'mdy') : proof?.answer;
		if (found !== 'dmy' && found !== 'mdy') return null;
		const because =
			dmy !== mdy
				? evidence('otherColumnProves', { column: profile?.name ?? '' })
				: evidence('provenInLine', { line: proof?.line ?? 0, value: proof?.value ?? '' });
		this.#say('dateForm', 'sure', because);
		return found;
	}

	zone({ date, time }: InstantColumns): string | null {
		const column = time ?? date;
		const profile = this.columns[column];
		if (!profile) return null;
		const { offsets, filled: of } = profile;
		if (offsets === of) {
			this.#say('zone', 'sure', evidence('offsetInValues', { rows: offsets, of }));
			return 'offset';
		}
		if (this.headers[column]?.utc) {
			this.#say('zone', 'sure', evidence('zoneInHeader', { column: profile.name }));
			return 'UTC';
		}
		const because =
			this.#zoneColumn([date, time]) ?? evidence('noOffsetInValues', { rows: of - offsets, of });
		this.#say('zone', 'none', because);
		return null;
	}

	/** A column of its own for zones or offsets. It is told, not followed: each row would be in a zone of its own. */
	#zoneColumn(taken: readonly (number | null)[]): Evidence | null {
		const found = this.columns.find(
			({ words }, column) =>
				!taken.includes(column) && words.length > 0 && words.every((word) => isZoneText(word))
		);
		if (!found) return null;
		const { name: column, words } = found;
		const [value = '', other] = words;
		return other === undefined
			? evidence('zoneInColumn', { column, value })
			: evidence('zonesInColumn', { column, value, other });
	}

	/** A column of words, if we know all that the sample shows. */
	words(field: 'channel' | 'class', reader: WordReader): FromColumn | null {
		const found = this.#byHeader(field, ({ filled }) => filled > 0);
		if (!found) return null;
		const unknown = this.columns[found.column]?.words.find((word) => {
			const bytes = utf8(word);
			// Under another name than premium they are levels.
			if (ZERO_OR_ONE.test(word) && !PREMIUM_NAME.test(this.#name(found.column))) return true;
			if (reader.read(bytes, 0, bytes.length) !== UNKNOWN_WORD) return false;
			// Texts by phone are left out by a rule of their own.
			return field === 'class' || SMS.read(bytes, 0, bytes.length) === UNKNOWN_WORD;
		});
		if (unknown === undefined) return found;
		const because = evidence('wordsUnknown', { column: this.#name(found.column), value: unknown });
		this.#say(field, 'none', because);
		return null;
	}

	/** A column of texts, mostly by its header. */
	text(field: 'agent' | 'entity' | 'outcome' | 'case' | 'id'): FromColumn | null {
		const column = whichText(field, this.columns, this.headers, this.#rows);
		if (column < 0) return null;
		this.#say(field, 'likely', this.#byName(column));
		return { column };
	}

	/** A column that tells interactions or cases apart, by its header, unless a spreadsheet has rounded it. */
	key(field: 'case' | 'id'): FromColumn | null {
		const found = this.text(field);
		const rounded = found && roundedOf(this.columns[found.column]?.words ?? []);
		if (!found || !rounded) return found;
		const because = evidence('idsRounded', { column: this.#name(found.column), value: rounded });
		this.#say(field, 'none', because);
		return null;
	}

	messages(): FromColumn | null {
		const { column, open } = whichMessages(this.columns, this.headers);
		const [first, other] = open.map((one) => this.#name(one));
		if (first !== undefined)
			this.#say('messages', 'none', evidence('messagesOfWhom', { column: first, other: other ?? first }));
		if (column < 0) return null;
		this.#say('messages', 'likely', this.#byName(column));
		return { column };
	}

	/** Instants in one column, else a date and a time of day that are both named after the end. */
	end(): InstantColumns | null {
		const found = this.#byHeader('end', timed);
		if (found) return { date: found.column, time: null };
		const [date, time] = [this.#find(dated, 'end'), this.#find(isTime, 'end')];
		if (date < 0 || time < 0 || date === time) return null;
		this.#say('end', 'sure', this.#dateThenTime(date, time));
		return { date, time };
	}

	/** The end, unless one of the two is named after UTC and the other is not: nothing says that their clocks are one. */
	endBeside(start: InstantColumns | null, end: InstantColumns | null): InstantColumns | null {
		const [from, to] = [start, end].map((at) => (at ? (at.time ?? at.date) : -1)) as [number, number];
		const ofUtc = (column: number) => this.headers[column]?.utc ?? false;
		const told = (column: number) => (this.columns[column]?.offsets ?? 0) > 0;
		if (!start || !end || ofUtc(from) === ofUtc(to) || told(from) || told(to)) return end;
		this.#say('end', 'none', evidence('zoneInHeader', { column: this.#name(ofUtc(from) ? from : to) }));
		return null;
	}

	/** Every column that looks like a duration or a billed quantity; `taken`: columns that mean something else. */
	lengths(taken: ReadonlySet<number>): FurtherDuration[] {
		const offers: FurtherDuration[] = [];
		this.columns.forEach((profile, column) => {
			const header = this.headers[column];
			if (!header?.length || taken.has(column) || isFlag(profile, header)) return;
			const form = lengthForm(profile, header);
			if (form) offers.push({ column, name: profile.name, form });
		});
		return offers;
	}

	/** A column that counts the calls of each row: they are sums. -1: none. */
	#callsOfRows(): number {
		return this.columns.findIndex(
			({ name, numbers, filled, fractions, largest }) =>
				countsCalls(name) && mostly(numbers, filled) && fractions === 0 && largest > 1
		);
	}

	duration(
		offers: readonly FurtherDuration[],
		check: (column: number) => LengthCheck | null
	): { readonly column: number; readonly form: DurationForm | null } | null {
		const calls = this.#callsOfRows();
		if (calls >= 0) {
			this.#say('duration', 'none', evidence('rowsAreSums', { column: this.#name(calls) }));
			return null;
		}
		const which = whichLength(offers, this.columns, this.headers);
		if (!which) return null;
		const { offer, rest, of: several } = which;
		const { column, name } = offer;
		if (rest !== null) {
			this.#say('duration', 'none', evidence('lengthInParts', { column: name, other: rest }));
			return null;
		}
		const header = this.headers[column] as HeaderReading;
		const among = several > 1 ? [evidence('firstOfSeveralLengths', { of: several })] : [];
		this.#say('duration', 'likely', this.#byName(column), ...among);
		const checked = header.unit ? null : check(column);
		if (checked) {
			const { form, rows, of } = checked;
			this.#say('durationForm', of < FEWEST ? 'likely' : 'sure', evidence('matchesEnd', { rows, of }));
			return { column, form };
		}
		const unit = header.unit ? null : unitBeside(offer, this.columns, this.headers);
		if (unit) {
			this.#say('durationForm', 'none', unit);
			return { column, form: null };
		}
		const { form, proposal } = formOfLength(offer, this.columns[column] as ColumnProfile, header);
		this.fields.durationForm = proposal;
		return { column, form };
	}
}

/** Yes or no in digits: `Billable` and `Talk` may be named so, as lengths are. */
const isFlag = ({ words }: ColumnProfile, { unit, hours }: HeaderReading): boolean =>
	!unit && !hours && words.includes('1') && words.every((word) => /^[01]?$/.test(word.trim()));

const ZERO_OR_ONE = /^\s*[01]\s*$/;
const PREMIUM_NAME = /premium/i;
const HALF_OF_DAY = /^\s*[ap]\.?\s?m\.?\s*$/i;
const PAST_NOON = /(^|[^\d:])(0?0|1[3-9]|2[0-3]):\d\d/;
const HALF_OF_DAY_NAME = /^(am ?pm|meridiem|period)$/;

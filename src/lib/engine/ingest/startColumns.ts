import { DAY_MS, HOUR_MS } from '../time';
import type { ClockColumns } from './clockColumns';
import { instantOf } from './crossCheck';
import { DateTimeReader, type DateForm } from './dates';
import { evidence, type Confidence, type Evidence, type FieldProposal } from './evidence';
import type { HeaderReading } from './headers';
import type { InstantColumns } from './mapping';
import { commonForm, mostly, type ColumnProfile } from './profile';
import { isIdName, isNoStart, startRank, type StartRank } from './startNames';

export interface FoundStart {
	/** null: it is to be asked */
	readonly start: InstantColumns | null;
	readonly proposal: FieldProposal;
}

/** One way to read the start, or a doubt between several, and how much the names say for it; 0: nothing. */
interface Candidate extends FoundStart {
	readonly rank: StartRank | 0;
}

/** Forms that no other number looks like. */
const SPELT_OUT = ['ymd', 'dmy', 'mdy', 'yyyymmdd', 'named'] as const;
const DIGITS = /^\s*\d+\s*$/;
const DAY_NAME = /\b(date|datum|startdatum|fecha)\b/;
/** Offsets from UTC are whole quarters of an hour. */
const ZONE_STEP_MS = HOUR_MS / 4;
const MINUTE_MS = HOUR_MS / 60;
const NEAR_MS = 1_000;

const best = (counts: Readonly<Record<DateForm, number>>): number => counts[commonForm(counts)];
/** The year that programs write before a time of day without a date, one that lost its century, and of another calendar. */
const NO_YEAR = /(?<![+-])\b(00\d\d|1899|1900|1904|1970|2[5-9]\d\d)\b/;

/** Date and time in one column; midnight in every row is no time of day. */
export const timed = ({ timed: own, midnights, filled, words }: ColumnProfile): boolean =>
	mostly(best(own), filled) && !mostly(midnights, filled) && !words.every((word) => NO_YEAR.test(word));
/** Dates, with a time of day or not; digits since 1970 are instants, and take no time from another column. */
export const dated = ({ dates, filled }: ColumnProfile): boolean => {
	const form = commonForm(dates);
	return form !== 'epoch' && form !== 'epochMs' && mostly(dates[form], filled);
};
/** The column that says the clock */
const told = ({ date, time }: InstantColumns): number => time ?? date;
const speltOut = (profile: ColumnProfile): boolean =>
	timed(profile) && mostly(Math.max(...SPELT_OUT.map((form) => profile.timed[form])), profile.filled);

const said = (confidence: Confidence, ...because: Evidence[]): FieldProposal => ({
	confidence,
	evidence: because
});
const open = (rank: Candidate['rank'], because: Evidence): Candidate => ({
	start: null,
	rank,
	proposal: said('none', because)
});

/** A column of so many times, all without seconds, is told in minutes. */
const SOME = 3;
const inMinutes = (times: readonly number[]): boolean =>
	times.length >= SOME && times.every((ms) => Number.isNaN(ms) || ms % MINUTE_MS === 0);

/** Times that are the same in every row, but for seconds that one does not say; `apart`: in another zone, perhaps. */
function alike(times: readonly number[], others: readonly number[], apart: boolean): boolean {
	const near = inMinutes(times) !== inMinutes(others) ? MINUTE_MS : NEAR_MS;
	return times.every((ms, row) => {
		const other = others[row] ?? NaN;
		if (Number.isNaN(ms) || Number.isNaN(other)) return true;
		const off = Math.abs(ms - other);
		const step = off % ZONE_STEP_MS;
		return (apart ? Math.min(step, ZONE_STEP_MS - step) : off) <= near;
	});
}
const clockOf = (ms: number): number => ((ms % DAY_MS) + DAY_MS) % DAY_MS;

/** Which column, or which two, are the start of what a row stands for: by names first, by values where no name says it. */
export class StartColumns {
	readonly #columns: readonly ColumnProfile[];
	readonly #headers: readonly HeaderReading[];
	readonly #rows: readonly (readonly string[])[];
	readonly #clocks: ClockColumns;
	readonly #named: boolean;

	/** `named`: the file has names of columns */
	constructor(
		columns: readonly ColumnProfile[],
		headers: readonly HeaderReading[],
		rows: readonly (readonly string[])[],
		clocks: ClockColumns,
		named: boolean
	) {
		this.#columns = columns;
		this.#headers = headers;
		this.#rows = rows;
		this.#clocks = clocks;
		this.#named = named;
	}

	find(): FoundStart {
		const date = this.#date();
		const pair = date === null ? null : typeof date === 'number' ? this.#pair(date) : date;
		const single = this.#agreed(this.#singles());
		if (!single) return pair ?? this.#byValues();
		if (!pair) return this.#beside(single);
		if (pair.rank !== single.rank) return pair.rank > single.rank ? pair : single;
		return pair.start && single.start ? (this.#agreed([single, pair]) ?? single) : pair.start ? single : pair;
	}

	/** Columns with date and time that are named after a start, a date or a time. */
	#singles(): Candidate[] {
		return this.#columns.flatMap((profile, column): Candidate[] => {
			const header = this.#headers[column];
			if (!header || (header.field !== 'start' && header.field !== 'date' && header.field !== 'time'))
				return [];
			if (header.field === 'time' ? !speltOut(profile) : !timed(profile)) return [];
			const rank = startRank(header);
			const because = evidence('headerName', { column: profile.name });
			const proposal = said(rank < 3 ? 'likely' : 'sure', because);
			return [{ start: { date: column, time: null }, rank, proposal }];
		});
	}

	/** The column of dates without a time of day, by its name. */
	#date(): number | Candidate | null {
		const ranked = this.#columns.map((profile, column) => {
			const { field, apart, plain } = this.#headers[column] as HeaderReading;
			if ((field !== 'date' && field !== 'start') || !dated(profile) || timed(profile)) return 0;
			return field === 'date' ? 2 : DAY_NAME.test(apart) || DAY_NAME.test(plain) ? 3 : 1;
		});
		const rank = Math.max(...ranked);
		if (rank === 0) return null;
		const [first = 0, ...others] = ranked.flatMap((own, column) => (own === rank ? [column] : []));
		const days = this.#days(first);
		const other = others.find((column) => !alike(days, this.#days(column), false));
		return other === undefined ? first : open(3, this.#either(first, other));
	}

	/** A date with its time of day in another column. */
	#pair(date: number): Candidate {
		const { rank: clock, columns, of } = this.#clocks.best(date);
		const [time, next] = columns;
		if (time === undefined) return open(0, evidence('dateAlone', { column: this.#name(date) }));
		const times = this.#clocks.times(time);
		const unlike = columns.find((column) => !alike(times, this.#clocks.times(column), false));
		const rank = clock === 1 ? 2 : (Math.max(this.#rankOf(date), this.#rankOf(time)) as StartRank);
		if (clock === 1 ? !this.#clocks.inOrder(columns) : unlike !== undefined)
			return open(rank, this.#either(time, unlike ?? next ?? time));
		const names = evidence('dateThenTime', { date: this.#name(date), time: this.#name(time) });
		const first = evidence('firstOfSeveralTimes', { column: this.#name(time), of });
		const proposal = clock > 1 ? said('sure', names) : said('likely', names, ...(of > 1 ? [first] : []));
		return { start: { date, time }, rank, proposal };
	}

	/** Date and time in one column, unless another is named as surely after a time of day and says another. */
	#beside(one: Candidate): FoundStart {
		const { start, rank } = one;
		if (!start) return one;
		const { rank: clock, columns } = this.#clocks.best(start.date);
		if (clock < Math.max(rank, 3)) return one;
		const times = this.#starts(start).map(clockOf);
		const other = columns.find((column) => !alike(times, this.#clocks.times(column), true));
		return other === undefined ? one : open(rank, this.#either(start.date, other));
	}

	/** The candidates of the highest rank as one: the first, or one that says its zone, where they do not differ. */
	#agreed(candidates: readonly Candidate[]): Candidate | null {
		const rank = Math.max(...candidates.map((one) => one.rank));
		const best = candidates.flatMap(({ start, ...one }) =>
			start && one.rank === rank ? [{ start, ...one }] : []
		);
		const [first, ...others] = best;
		if (!first) return null;
		const [zone, starts] = [this.#saysZone(first.start), this.#starts(first.start)];
		const other = others.find(
			({ start }) => !alike(starts, this.#starts(start), zone !== this.#saysZone(start))
		);
		if (other) return open(first.rank, this.#either(told(first.start), told(other.start)));
		return best.find(({ start }) => this.#saysZone(start)) ?? first;
	}

	#saysZone(start: InstantColumns): boolean {
		const { offsets, filled } = this.#columns[told(start)] as ColumnProfile;
		return offsets === filled || (this.#headers[told(start)] as HeaderReading).utc;
	}

	/** No name is known: the one column with date and time that can be the start. */
	#byValues(): FoundStart {
		const found = this.#columns.flatMap((profile, column) =>
			this.#mayStart(profile, column) ? [column] : []
		);
		const [first, other] = found;
		if (first === undefined) return open(0, evidence('noColumn'));
		if (other !== undefined && (this.#named || !this.#inOrder(found)))
			return open(0, this.#either(first, other));
		const because = evidence('headerName', { column: this.#name(first) });
		return { start: { date: first, time: null }, proposal: said('likely', because) };
	}

	/** Of several columns the first is the earliest in each row, and the others are of that day. */
	#inOrder(columns: readonly number[]): boolean {
		const [first = [], ...others] = columns.map((date) => this.#starts({ date, time: null }));
		return others.every((other) =>
			other.every((ms, row) => {
				const after = ms - (first[row] ?? NaN);
				return Number.isNaN(after) || (after >= 0 && after <= DAY_MS);
			})
		);
	}

	#mayStart(profile: ColumnProfile, column: number): boolean {
		const header = this.#headers[column] as HeaderReading;
		if (!speltOut(profile) || header.field || isNoStart(header)) return false;
		// When a file was made, say.
		if (profile.words.length === 1 && profile.filled > 1) return false;
		const digits = profile.words.some((word) => DIGITS.test(word));
		return !digits || (this.#named && !isIdName(header) && this.#inAllHours(column));
	}

	/** Running numbers begin with a date often, and go on with zeros. */
	#inAllHours(column: number): boolean {
		const starts = this.#starts({ date: column, time: null });
		return starts.filter((ms) => clockOf(ms) >= HOUR_MS).length * 2 >= starts.length;
	}

	/** Starts in the rows of the sample, in ms of whatever clock; NaN: none. */
	#starts(columns: InstantColumns): number[] {
		const { dates, timed: own } = this.#columns[columns.date] as ColumnProfile;
		const counts = columns.time === null ? own : dates;
		const reader = new DateTimeReader(commonForm(counts));
		return this.#rows.map((row) => instantOf(reader, row, columns));
	}

	#days(column: number): number[] {
		const { dates } = this.#columns[column] as ColumnProfile;
		const reader = new DateTimeReader(commonForm(dates));
		return this.#rows.map((row) => instantOf(reader, [row[column] ?? '', '00:00'], { date: 0, time: 1 }));
	}

	#rankOf(column: number): StartRank {
		return startRank(this.#headers[column] as HeaderReading);
	}

	#name(column: number): string {
		return this.#columns[column]?.name ?? '';
	}

	#either(column: number, other: number): Evidence {
		return evidence('severalStarts', { column: this.#name(column), other: this.#name(other) });
	}
}

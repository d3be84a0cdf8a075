import { DAY_MS, type ZoneTable } from '../time';
import { DateTimeReader, type DateForm } from './dates';
import { LocalTimes } from './localTimes';
import type { InstantColumns } from './mapping';
import type { Row } from './row';

/** Reads the start or the end of rows. */
export class InstantReader {
	readonly #row: Row;
	readonly #columns: InstantColumns | null;
	readonly #reader: DateTimeReader;
	readonly #times: LocalTimes | null;

	/** `zone`: of values that say none; null: every value says its own */
	constructor(row: Row, columns: InstantColumns | null, form: DateForm, zone: ZoneTable | null) {
		this.#row = row;
		this.#columns = columns;
		this.#reader = new DateTimeReader(form);
		this.#times = zone && new LocalTimes(zone);
	}

	/** Dates that can be read in one order only, where day or month come first. */
	get proven(): number {
		return this.#reader.proven;
	}

	/**
	 * ms since 1970 UTC; NaN if there is none. `needed`: that is then a problem of the row, which is reported unless the
	 * row has nothing in it, and clock changes are noted.
	 */
	read(needed: boolean): number {
		const columns = this.#columns;
		if (!columns) return NaN;
		const { date, time } = columns;
		const row = this.#row;
		const reader = this.#reader;
		const timeFrom = time === null ? 0 : (row.starts[time] as number);
		const timeTo = time === null ? 0 : (row.ends[time] as number);
		const some = row.at(date);
		if (!some && !needed) return NaN;
		if (!reader.read(row.bytes, row.from, row.to, timeFrom, timeTo)) {
			if (!needed) return NaN;
			row.empty = !some && row.isBlank();
			if (row.empty) return NaN;
			if (!some) return row.problem('missing', date);
			const ofDate = time === null || reader.problem === 'badDate' || reader.problem === 'otherOrder';
			if (ofDate) return row.problem(reader.problem, date);
			return row.at(time) ? row.problem(reader.problem, time) : row.problem('missing', time);
		}
		if (reader.leap && needed) row.note('leapSecond', date);
		// Beside a column of times, midnight in that of dates says nothing.
		if (time !== null && timeFrom === timeTo && reader.local % DAY_MS === 0)
			return needed ? row.problem('missing', time) : NaN;
		if (!Number.isNaN(reader.offset)) return reader.local - reader.offset;
		const times = this.#times;
		if (!times) return needed ? row.problem('noOffset', date) : NaN;
		const instant = times.instant(reader.local);
		if (times.kind !== 'unique' && needed)
			row.note(times.kind === 'repeated' ? 'repeatedHour' : 'skippedTime', date);
		return instant;
	}
}

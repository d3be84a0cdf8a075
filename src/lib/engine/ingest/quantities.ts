import type { Decode } from '../table/text';
import { readDuration, type DurationForm } from './durations';
import { FieldSource } from './field';
import type { InstantReader } from './instants';
import { marksOf, type Mapping } from './mapping';
import { proofOfMark } from './marks';
import { FRACTION, LARGEST, NEGATIVE, readWhole, type Marks } from './numbers';
import type { RowProblemCode } from './problems';
import type { Row } from './row';
import { ClockWitness, MarkWitness, type ColumnWitness } from './witness';

/** Reads how much a row used: messages of a chat, ms of a call. */
export class QuantityReader {
	readonly witness: MarkWitness;
	/** of lengths in minutes and seconds */
	readonly clock: ClockWitness | null;
	readonly #row: Row;
	readonly #mapping: Mapping;
	readonly #end: InstantReader;
	readonly #messages: FieldSource;
	readonly #messageMarks: Marks;
	readonly #messageWitness: ColumnWitness | null;
	readonly #duration: FieldSource;
	readonly #durationForm: DurationForm;
	readonly #durationMarks: Marks;
	readonly #durationWitness: ColumnWitness | null;

	/** `end`: reads the end of the same rows */
	constructor(row: Row, mapping: Mapping, end: InstantReader, decode: Decode) {
		this.#row = row;
		this.#mapping = mapping;
		this.#end = end;
		this.witness = new MarkWitness(mapping, decode);
		this.#messages = new FieldSource(mapping.messages);
		this.#messageMarks = marksOf(mapping, this.#messages.column);
		this.#messageWitness = this.witness.of(this.#messages.column);
		this.#duration = new FieldSource(mapping.duration);
		this.#durationForm = mapping.durationForm ?? 'seconds';
		this.#durationMarks = marksOf(mapping, this.#duration.column);
		this.#durationWitness = this.witness.of(this.#duration.column);
		const { column } = this.#duration;
		this.clock = this.#durationForm === 'm:ss' && column >= 0 ? new ClockWitness(column, decode) : null;
	}

	/** Messages of a chat; NaN: reported. */
	chat(start: number): number {
		const row = this.#row;
		const { column, bytes } = this.#messages;
		const { end } = this.#mapping;
		if (end && this.#endsBefore(start)) return row.problem('endBeforeStart', end.date);
		if (column < 0) {
			if (bytes.length > 0) return readWhole(bytes, 0, bytes.length, 'plain');
			row.atNothing();
			return row.problem('missing', column, 'messages');
		}
		if (!row.at(column)) return row.problem('missing', column);
		this.#messageWitness?.add(row);
		const marks = this.#messageMarks;
		const value = readWhole(row.bytes, row.from, row.to, marks);
		if (value >= 0 && value <= LARGEST) return value;
		if (value === FRACTION && this.#proof(true) !== marks) return row.problem('fraction', column);
		return row.problem(this.#numberProblem(value, 'badNumber', marks, true), column);
	}

	/** Duration of a call in ms, from its column, else from the end; NaN: reported. */
	call(start: number): number {
		const row = this.#row;
		const { end } = this.#mapping;
		const { column, bytes } = this.#duration;
		const constant = column < 0 && bytes.length > 0;
		const own = constant || (column >= 0 && row.at(column));
		if (!own && end && (column < 0 || row.at(end.date))) {
			if (column >= 0) row.note('lengthFromEnd', column);
			return this.#span(start);
		}
		if (!own) {
			if (column < 0) row.atNothing();
			return row.problem('missing', column, 'duration_seconds');
		}
		if (!constant) this.#durationWitness?.add(row);
		this.clock?.add(row);
		const form = this.#durationForm;
		const marks = this.#durationMarks;
		const value = constant
			? readDuration(bytes, 0, bytes.length, form, 'plain')
			: readDuration(row.bytes, row.from, row.to, form, marks);
		if (!(value >= 0 && value <= LARGEST)) {
			return row.problem(this.#numberProblem(value, 'badDuration', marks, false), column, 'duration_seconds');
		}
		if (end && this.#endsBefore(start)) return row.problem('endBeforeStart', end.date);
		return value;
	}

	#proof(whole: boolean): Marks | 'either' | 'none' {
		const { bytes, from, to } = this.#row;
		return proofOfMark(bytes, from, to, whole);
	}

	#numberProblem(value: number, otherwise: RowProblemCode, marks: Marks, whole: boolean): RowProblemCode {
		if (value === NEGATIVE) return 'negative';
		if (value === Infinity) return 'tooLarge';
		if (marks === 'plain') return otherwise;
		const proof = this.#proof(whole);
		return proof === '.' || proof === ',' ? (proof === marks ? otherwise : 'otherMark') : otherwise;
	}

	/** True if the row has an end that can be read, and lies before the start. */
	#endsBefore(start: number): boolean {
		return this.#end.read(false) < start;
	}

	/** From the start to the end, which is needed here. */
	#span(start: number): number {
		const row = this.#row;
		const instant = this.#end.read(true);
		if (Number.isNaN(instant)) return NaN;
		const column = this.#mapping.end?.date ?? -1;
		row.at(column);
		if (instant < start) return row.problem('endBeforeStart', column);
		return instant - start > LARGEST ? row.problem('tooLarge', column) : instant - start;
	}
}

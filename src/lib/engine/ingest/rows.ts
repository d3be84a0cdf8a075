import { CaseTable } from '../table/cases';
import { KIND_VOICE, NO_DURATION } from '../table/columns';
import { Dictionary, NOT_TEXT } from '../table/dictionary';
import { print128 } from '../table/print';
import type { Decode } from '../table/text';
import { utf8 } from '../table/utf8';
import type { ZoneTable } from '../time';
import { BlockBuilder, type SealedBlock } from './builder';
import type { CsvSink } from './csv/machine';
import { DateTimeReader, LocalTimes } from './dates';
import { FieldSource } from './field';
import { readDuration, type DurationForm } from './durations';
import type { InstantColumns, Mapping, Source } from './mapping';
import { FRACTION, LARGEST, NEGATIVE, readWhole } from './numbers';
import { Reports, type NoticeCode, type RowProblemCode } from './problems';
import { guarded } from './guard';
import { channelReader, classReader, UNKNOWN_WORD, type WordReader } from './words';

const NO_BYTES = new Uint8Array(0);
/** Reasons by which the last row of a report, with the sums of the others, is no row of usage. */
const UNLIKE_A_ROW: ReadonlySet<RowProblemCode> = new Set(['ragged', 'missing', 'badDate']);
/** What such a row begins with, in the languages of headers. */
const TOTALS =
	/^\W*(grand |sub-?|sous-?|zwischen|gesamt)?(total|totals|totaux|totalt|totale|totales|sum|summe|summa|suma|somme|gesamt)\b/i;
const TOTALS_LENGTH = 32;

/** Sums over the rows that were kept. */
export interface RowTotals {
	chats: number;
	messages: number;
	calls: number;
	/** of calls; ms */
	duration: number;
	/** ms since 1970 UTC; infinite without rows */
	firstStart: number;
	lastStart: number;
}

export interface RowReaderOptions {
	/** complete: `missingFields` is empty */
	readonly mapping: Mapping;
	readonly header: readonly string[];
	/** of the layout: rows that begin on this line or before it are no data */
	readonly before: number;
	/** of `mapping.zone`; null where that is `offset` */
	readonly zone: ZoneTable | null;
	readonly decode: Decode;
	readonly onBlock: (block: SealedBlock) => void;
	readonly blockRows: number;
}

/** Turns rows of fields into blocks. */
export class RowReader implements CsvSink {
	/** rows read, without the header and rows with nothing in them */
	rows = 0;
	readonly totals: RowTotals = {
		chats: 0,
		messages: 0,
		calls: 0,
		duration: 0,
		firstStart: Infinity,
		lastStart: -Infinity
	};
	readonly problems: Reports<RowProblemCode>;
	readonly notices: Reports<NoticeCode>;
	readonly agents = new Dictionary();
	readonly entities = new Dictionary();
	readonly outcomes = new Dictionary();
	readonly cases = new CaseTable();

	readonly #mapping: Mapping;
	readonly #header: readonly string[];
	readonly #onBlock: (block: SealedBlock) => void;
	readonly #builder: BlockBuilder;
	readonly #times: LocalTimes | null;
	readonly #startReader: DateTimeReader;
	readonly #endReader: DateTimeReader;
	readonly #channels: WordReader;
	readonly #classes: WordReader;
	readonly #channel: FieldSource;
	readonly #class: FieldSource;
	readonly #agent: FieldSource;
	readonly #entity: FieldSource;
	readonly #outcome: FieldSource;
	readonly #messages: FieldSource;
	readonly #duration: FieldSource;
	readonly #durationNames: readonly Uint32Array[];
	readonly #before: number;

	// The row in hand.
	#bytes: Uint8Array = NO_BYTES;
	#starts: Int32Array = new Int32Array(0);
	#ends: Int32Array = new Int32Array(0);
	#line = 0;
	/** of the field that was read last, for reports */
	#from = 0;
	#to = 0;
	/** notices count when the row is kept */
	readonly #pending: { code: NoticeCode; column: number }[] = [];

	constructor(options: RowReaderOptions) {
		const { mapping, decode } = options;
		const field = (source: Source | null) => new FieldSource(source);
		this.#mapping = mapping;
		this.#header = options.header;
		this.#before = options.before;
		this.#onBlock = options.onBlock;
		this.#builder = new BlockBuilder(options.blockRows, mapping.further.length);
		this.#times = options.zone && new LocalTimes(options.zone);
		this.#startReader = new DateTimeReader(mapping.dateForm ?? 'ymd');
		this.#endReader = new DateTimeReader(mapping.dateForm ?? 'ymd');
		this.#channels = channelReader(mapping.canonical);
		this.#classes = classReader(mapping.canonical);
		this.#channel = field(mapping.channel);
		this.#class = field(mapping.class);
		this.#agent = field(mapping.agent);
		this.#entity = field(mapping.entity);
		this.#outcome = field(mapping.outcome);
		this.#messages = field(mapping.messages);
		this.#duration = field(mapping.duration);
		this.#durationNames = mapping.further.map(({ name }) => {
			const bytes = utf8(name);
			const print = new Uint32Array(4);
			print128(bytes, 0, bytes.length, print, 0);
			return print;
		});
		this.problems = new Reports(decode);
		this.notices = new Reports(decode);
	}

	/** Rows that became part of a block. */
	get kept(): number {
		return this.totals.chats + this.totals.calls;
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		if (line <= this.#before) return;
		this.#bytes = bytes;
		this.#starts = starts;
		this.#ends = ends;
		this.#line = line;
		this.rows++;
		if (count !== this.#header.length && !this.#fits(count)) return;
		const mapping = this.#mapping;
		const start = this.#instant(this.#startReader, mapping.start, true);
		if (Number.isNaN(start)) {
			this.#pending.length = 0;
			return;
		}
		const channel = this.#word(this.#channels, this.#channel, 'unknownChannel', true);
		const kind = channel < 0 ? -1 : channel | this.#word(this.#classes, this.#class, 'unknownClass', false);
		const quantity = kind < 0 ? NaN : (kind & KIND_VOICE) === 0 ? this.#chat(start) : this.#call(start);
		if (Number.isNaN(quantity) || !this.#keep(start, quantity, kind)) {
			this.#pending.length = 0;
			return;
		}
		const { totals } = this;
		if ((kind & KIND_VOICE) === 0) {
			totals.chats++;
			totals.messages += quantity;
		} else {
			totals.calls++;
			totals.duration += quantity;
		}
		if (start < totals.firstStart) totals.firstStart = start;
		if (start > totals.lastStart) totals.lastStart = start;
	}

	malformed(bytes: Uint8Array, line: number, reason: 'strayQuote' | 'unclosedQuote'): void {
		if (line <= this.#before) return;
		this.rows++;
		this.problems.add(reason, line, '', bytes, 0, bytes.length);
	}

	/** Seals what is left. */
	finish(): void {
		if (this.#builder.rows > 0) this.#seal();
	}

	#seal(): void {
		const prints = {
			agent: this.agents.prints,
			entity: this.entities.prints,
			outcome: this.outcomes.prints,
			durations: this.#durationNames
		};
		this.#onBlock(this.#builder.seal(prints, this.cases));
	}

	/** Reports the row; always NaN, which stands for a value that could not be read. */
	#problem(reason: RowProblemCode, column: number, field = ''): number {
		if (UNLIKE_A_ROW.has(reason) && this.#totals()) {
			this.problems.add('totals', this.#line, '', this.#bytes, this.#from, this.#to);
			return NaN;
		}
		const name = column < 0 ? field : (this.#header[column] ?? field);
		this.problems.add(reason, this.#line, name, this.#bytes, this.#from, this.#to);
		return NaN;
	}

	/** Does the row's first text speak of totals? Then it turns to that. */
	#totals(): boolean {
		let k = 0;
		while (k < this.#header.length && this.#starts[k] === this.#ends[k]) k++;
		const [from = 0, to = 0] = [this.#starts[k], this.#ends[k]];
		const length = Math.min(to - from, TOTALS_LENGTH);
		if (length <= 0 || !TOTALS.test(String.fromCharCode(...this.#bytes.subarray(from, from + length))))
			return false;
		this.#from = from;
		this.#to = to;
		return true;
	}

	/** Turns to a field; true if there is anything in it. */
	#at(column: number): boolean {
		this.#from = this.#starts[column] as number;
		this.#to = this.#ends[column] as number;
		return this.#from < this.#to;
	}

	/** A row of another width: fields beyond the header may be there if they are empty (a delimiter at the line's end). */
	#fits(count: number): boolean {
		const fields = Math.min(count, this.#starts.length);
		let last = fields - 1;
		while (last >= 0 && this.#starts[last] === this.#ends[last]) last--;
		if (last < 0) return this.#nothing();
		if (count > this.#header.length && last < this.#header.length && fields === count) return true;
		this.#from = this.#starts[0] as number;
		this.#to = this.#ends[fields - 1] as number;
		this.#problem('ragged', -1);
		return false;
	}

	/** A row of delimiters only is no row. */
	#nothing(): false {
		this.rows--;
		return false;
	}

	#blankRow(): boolean {
		for (let k = 0; k < this.#header.length; k++) if (this.#starts[k] !== this.#ends[k]) return false;
		return true;
	}

	/** The instant of the start or the end; NaN if there is none. `needed`: then that is a problem of the row. */
	#instant(reader: DateTimeReader, columns: InstantColumns | null, needed: boolean): number {
		if (!columns) return NaN;
		const { date, time } = columns;
		const timeFrom = time === null ? 0 : (this.#starts[time] as number);
		const timeTo = time === null ? 0 : (this.#ends[time] as number);
		const some = this.#at(date);
		if (!reader.read(this.#bytes, this.#from, this.#to, timeFrom, timeTo)) {
			if (!needed) return NaN;
			if (!some && this.#blankRow()) {
				this.#nothing();
				return NaN;
			}
			if (!some) return this.#problem('missing', date);
			if (time === null || reader.problem === 'badDate') return this.#problem(reader.problem, date);
			return this.#at(time) ? this.#problem(reader.problem, time) : this.#problem('missing', time);
		}
		const noted = needed ? date : -1;
		if (reader.leap && noted >= 0) this.#pending.push({ code: 'leapSecond', column: noted });
		if (!Number.isNaN(reader.offset)) return reader.local - reader.offset;
		const times = this.#times;
		if (!times) return needed ? this.#problem('noOffset', date) : NaN;
		const instant = times.instant(reader.local);
		if (times.kind !== 'unique' && noted >= 0) {
			this.#pending.push({ code: times.kind === 'repeated' ? 'repeatedHour' : 'skippedTime', column: noted });
		}
		return instant;
	}

	/** KIND_* bits of the channel or the class; an empty class has none. -1: reported. */
	#word(reader: WordReader, source: FieldSource, unknown: RowProblemCode, needed: boolean): number {
		const { column } = source;
		if (column < 0) {
			const { bytes } = source;
			return bytes.length === 0 ? 0 : reader.read(bytes, 0, bytes.length);
		}
		if (!this.#at(column)) {
			if (!needed) return 0;
			this.#problem('missing', column);
			return UNKNOWN_WORD;
		}
		const bits = reader.read(this.#bytes, this.#from, this.#to);
		if (bits === UNKNOWN_WORD) this.#problem(unknown, column);
		return bits;
	}

	/** Messages of a chat; NaN: reported. */
	#chat(start: number): number {
		const { column, bytes } = this.#messages;
		const { decimal, end } = this.#mapping;
		if (end && this.#endsBefore(start)) return this.#problem('endBeforeStart', end.date);
		if (column < 0) {
			if (bytes.length > 0) return readWhole(bytes, 0, bytes.length, decimal);
			this.#from = this.#to = 0;
			return this.#problem('missing', column, 'messages');
		}
		if (!this.#at(column)) return this.#problem('missing', column);
		const value = readWhole(this.#bytes, this.#from, this.#to, decimal);
		if (value >= 0 && value <= LARGEST) return value;
		if (value === FRACTION) return this.#problem('fraction', column);
		return this.#problem(this.#numberProblem(value, 'badNumber'), column);
	}

	/** Duration of a call in ms, from its column, else from the end; NaN: reported. */
	#call(start: number): number {
		const { end, durationForm, decimal } = this.#mapping;
		const { column, bytes } = this.#duration;
		const constant = column < 0 && bytes.length > 0;
		const own = constant || (column >= 0 && this.#at(column));
		if (!own && end && (column < 0 || this.#at(end.date))) return this.#span(start, end);
		if (!own) {
			if (column < 0) this.#from = this.#to = 0;
			return this.#problem('missing', column, 'duration_seconds');
		}
		const form: DurationForm = durationForm ?? 'seconds';
		const value = constant
			? readDuration(bytes, 0, bytes.length, form, decimal)
			: readDuration(this.#bytes, this.#from, this.#to, form, decimal);
		if (!(value >= 0 && value <= LARGEST)) {
			return this.#problem(this.#numberProblem(value, 'badDuration'), column, 'duration_seconds');
		}
		if (end && this.#endsBefore(start)) return this.#problem('endBeforeStart', end.date);
		return value;
	}

	#numberProblem(value: number, otherwise: RowProblemCode): RowProblemCode {
		return value === NEGATIVE ? 'negative' : value === Infinity ? 'tooLarge' : otherwise;
	}

	/** True if the row has an end that can be read, and lies before the start. */
	#endsBefore(start: number): boolean {
		return this.#instant(this.#endReader, this.#mapping.end, false) < start;
	}

	/** From the start to the end, which is needed here. */
	#span(start: number, end: InstantColumns): number {
		const instant = this.#instant(this.#endReader, end, true);
		if (Number.isNaN(instant)) return NaN;
		this.#at(end.date);
		if (instant < start) return this.#problem('endBeforeStart', end.date);
		return instant - start > LARGEST ? this.#problem('tooLarge', end.date) : instant - start;
	}

	/** Code of a name; NOT_TEXT: reported. */
	#name(dictionary: Dictionary, source: FieldSource): number {
		const { column, bytes } = source;
		if (column < 0) return dictionary.find(bytes, 0, bytes.length);
		this.#atText(column);
		const code = dictionary.find(this.#bytes, this.#from, this.#to);
		if (code === NOT_TEXT) this.#problem('notText', column);
		return code;
	}

	/** Turns to a text field. In our own files a `'` before a sign that starts a formula is not part of the text. */
	#atText(column: number): void {
		this.#at(column);
		if (
			this.#mapping.canonical &&
			this.#bytes[this.#from] === 39 &&
			guarded(this.#bytes, this.#from + 1, this.#to)
		) {
			this.#from++;
		}
	}

	/** Puts an id or a case; false: reported. */
	#put(text: BlockBuilder['ids'], column: number): boolean {
		if (column < 0) this.#from = this.#to = 0;
		else this.#atText(column);
		if (text.put(this.#builder.rows, this.#bytes, this.#from, this.#to)) return true;
		this.#problem('notText', column);
		return false;
	}

	/** Adds the row to the block in hand; false: reported. */
	#keep(start: number, quantity: number, kind: number): boolean {
		const builder = this.#builder;
		const mapping = this.#mapping;
		const agent = this.#name(this.agents, this.#agent);
		if (agent === NOT_TEXT) return false;
		const entity = this.#name(this.entities, this.#entity);
		if (entity === NOT_TEXT) return false;
		const outcome = this.#name(this.outcomes, this.#outcome);
		if (outcome === NOT_TEXT) return false;
		if (!this.#put(builder.ids, mapping.id?.column ?? -1)) return false;
		if (!this.#put(builder.cases, mapping.case?.column ?? -1)) return false;
		const { further } = mapping;
		for (let k = 0; k < further.length; k++) {
			const { column, form } = further[k] as Mapping['further'][number];
			let value = NO_DURATION;
			if (this.#at(column)) {
				const read = readDuration(this.#bytes, this.#from, this.#to, form, mapping.decimal);
				if (read >= 0 && read <= LARGEST) value = read;
				else this.#pending.push({ code: 'furtherUnread', column });
			}
			builder.further[k] = value;
		}
		if (this.#pending.length > 0) this.#note();
		if (builder.add(start, quantity, kind, agent, entity, outcome, this.#line)) this.#seal();
		return true;
	}

	#note(): void {
		for (const { code, column } of this.#pending) {
			this.#at(column);
			this.notices.add(code, this.#line, this.#header[column] ?? '', this.#bytes, this.#from, this.#to);
		}
		this.#pending.length = 0;
	}
}

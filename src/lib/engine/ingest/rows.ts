import { KIND_VOICE, NO_DURATION } from '../table/columns';
import { Dictionary, NOT_TEXT } from '../table/dictionary';
import type { Decode } from '../table/text';
import { validUtf8 } from '../table/utf8';
import type { ZoneTable } from '../time';
import { BlockBuilder, type Collected, type RowBlock } from './builder';
import type { CsvSink } from './csv/machine';
import { FieldSource } from './field';
import { readDuration, type DurationForm } from './durations';
import { guarded } from './guard';
import { InstantReader } from './instants';
import { Joiner, type Joined } from './join';
import { RowFilter } from './leaveOut';
import { marksOf, type Mapping, type Source } from './mapping';
import { MonthEnd } from './monthEnd';
import { NameWatch } from './nameWatch';
import { LARGEST, type Marks } from './numbers';
import type { NoticeCode, Reports, RowProblemCode } from './problems';
import { QuantityReader } from './quantities';
import { RoundedWatch } from './rounded';
import { Row } from './row';
import { Sums } from './sums';
import { veilsOf, type Veiled } from './veil';
import { doubtBy, orderDoubt, type ColumnWitness, type Doubt } from './witness';
import { channelReader, classReader, UNKNOWN_WORD, type WordReader } from './words';

const NO_BYTES = new Uint8Array(0);
/** What a text may be guarded with against spreadsheets. */
const [APOSTROPHE, EQUALS] = [39, 61];

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
	readonly contractZone: ZoneTable;
	readonly decode: Decode;
	readonly onBlock: (block: RowBlock) => void;
	readonly blockRows: number;
	/** for hashes in the place of texts; null where the mapping asks for none */
	readonly key: Uint8Array | null;
}

/** A further column of durations. */
interface FurtherReader {
	readonly column: number;
	readonly form: DurationForm;
	readonly marks: Marks;
	readonly witness: ColumnWitness | null;
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
	readonly filter: RowFilter;
	/** null: each row is an interaction */
	readonly joiner: Joiner | null;
	readonly agents = new Dictionary();
	readonly entities = new Dictionary();
	readonly outcomes = new Dictionary();

	readonly #agentWatch = new NameWatch(this.agents);
	readonly #entityWatch = new NameWatch(this.entities);
	readonly #outcomeWatch = new NameWatch(this.outcomes);
	readonly #mapping: Mapping;
	readonly #onBlock: (block: RowBlock) => void;
	readonly #builder: BlockBuilder;
	readonly #monthEnd: MonthEnd;
	readonly #row: Row;
	readonly #start: InstantReader;
	readonly #end: InstantReader;
	readonly #channels: WordReader;
	readonly #classes: WordReader;
	readonly #quantities: QuantityReader;
	readonly #chats = new Sums();
	readonly #calls = new Sums();
	readonly #channel: FieldSource;
	readonly #class: FieldSource;
	readonly #agent: FieldSource;
	readonly #entity: FieldSource;
	readonly #outcome: FieldSource;
	readonly #idColumn: number;
	readonly #caseColumn: number;
	readonly #idWatch: RoundedWatch;
	readonly #caseWatch: RoundedWatch;
	readonly #further: readonly FurtherReader[];
	readonly #decode: Decode;
	readonly #veils: ReadonlyMap<number, Veiled> | null;
	readonly #before: number;
	/** kinds that are joined, by the bit of voice; -1: none */
	readonly #joinedKind: number;

	/** the text in hand */
	#bytes: Uint8Array = NO_BYTES;
	#from = 0;
	#to = 0;

	constructor(options: RowReaderOptions) {
		const { mapping, decode, zone } = options;
		const field = (source: Source | null) => new FieldSource(source);
		const row = new Row(options.header, decode);
		const form = mapping.dateForm ?? 'ymd';
		this.#row = row;
		this.#mapping = mapping;
		this.#before = options.before;
		this.#onBlock = options.onBlock;
		this.filter = new RowFilter(mapping.leaveOut);
		this.joiner = mapping.join && new Joiner(mapping.join.of, options.contractZone);
		this.#joinedKind = mapping.join ? (mapping.join.of === 'legs' ? KIND_VOICE : 0) : -1;
		this.#builder = new BlockBuilder(options.blockRows, mapping.further.length);
		this.#monthEnd = new MonthEnd(options.contractZone, options.blockRows);
		this.#start = new InstantReader(row, mapping.start, form, zone);
		this.#end = new InstantReader(row, mapping.end, form, zone);
		this.#channels = channelReader(mapping.canonical);
		this.#classes = classReader(mapping.canonical);
		this.#quantities = new QuantityReader(row, mapping, this.#end, decode);
		this.#channel = field(mapping.channel);
		this.#class = field(mapping.class);
		this.#agent = field(mapping.agent);
		this.#entity = field(mapping.entity);
		this.#outcome = field(mapping.outcome);
		this.#idColumn = mapping.id?.column ?? -1;
		this.#caseColumn = mapping.case?.column ?? -1;
		this.#idWatch = new RoundedWatch(decode);
		this.#caseWatch = new RoundedWatch(decode);
		this.#further = mapping.further.map(({ column, form: written }) => ({
			column,
			form: written,
			marks: marksOf(mapping, column),
			witness: this.#quantities.witness.of(column)
		}));
		this.#decode = decode;
		this.#veils = veilsOf(mapping.veils, options.key);
		this.problems = row.problems;
		this.notices = row.notices;
	}

	/** Line below which the columns are others; 0: they are the same to the end. */
	get otherNamesAt(): number {
		return this.#row.otherNamesAt;
	}

	/** Interactions that became part of a block: all of them only after {@link finish} where rows are joined. */
	get kept(): number {
		return this.totals.chats + this.totals.calls;
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		if (line <= this.#before) return;
		const row = this.#row;
		row.bytes = bytes;
		row.starts = starts;
		row.ends = ends;
		row.line = line;
		this.rows++;
		if (count !== row.width && !row.fits(count)) {
			if (row.empty) this.rows--;
			return;
		}
		if (this.#mapping.leaveOut.length > 0 && !row.isBlank() && !this.filter.passes(row)) return;
		row.settle(this.#read());
	}

	/** Reads the row in hand; false: it was reported, or has nothing in it. */
	#read(): boolean {
		const row = this.#row;
		const start = this.#start.read(true);
		if (Number.isNaN(start)) {
			if (row.empty) this.rows--;
			row.empty = false;
			return false;
		}
		const channel = this.#word(this.#channels, this.#channel, 'unknownChannel', true);
		const kind = channel < 0 ? -1 : channel | this.#word(this.#classes, this.#class, 'unknownClass', false);
		if (kind < 0) return false;
		const voice = kind & KIND_VOICE;
		const quantity = voice === 0 ? this.#quantities.chat(start) : this.#quantities.call(start);
		if (Number.isNaN(quantity)) return false;
		const sums = voice === 0 ? this.#chats : this.#calls;
		return sums.take(row, quantity) && this.#keep(start, quantity, kind);
	}

	#count(start: number, quantity: number, kind: number): void {
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

	/** See {@link BlockBuilder.reuse}. */
	reuse(spent: Collected): void {
		this.#builder.reuse(spent);
	}

	/** Keeps what was joined, and hands out what is left. */
	finish(): void {
		this.joiner?.finish((joined) => this.#keepJoined(joined));
		if (this.#builder.rows > 0) this.#handOut();
	}

	/** What the rows say against the mapping; complete after {@link finish}. */
	doubts(): Doubt[] {
		const against = this.problems.counts.get('otherOrder') ?? 0;
		const first = this.problems.firsts.get('otherOrder') ?? null;
		const { doubts } = this.#row;
		const { proven } = this.#start;
		const open = this.rows - this.problems.total - this.filter.total - proven;
		return [
			...orderDoubt(this.#mapping.dateForm, proven + this.#end.proven, open, against, first),
			...this.#quantities.witness.doubts(),
			...(this.#quantities.clock?.doubts() ?? []),
			...doubtBy(doubts.kept[0], { kind: 'totals', rows: doubts.total }),
			...this.#idWatch.doubts('id', this.#idColumn),
			...this.#caseWatch.doubts('case', this.#caseColumn)
		];
	}

	#handOut(): void {
		this.#onBlock(
			this.#builder.take({
				agents: this.agents.since(this.#decode),
				entities: this.entities.since(this.#decode),
				outcomes: this.outcomes.since(this.#decode)
			})
		);
	}

	/** KIND_* bits of the channel or the class; an empty class has none. -1: reported. */
	#word(reader: WordReader, source: FieldSource, unknown: RowProblemCode, needed: boolean): number {
		const { column } = source;
		if (column < 0) {
			const { bytes } = source;
			return bytes.length === 0 ? 0 : reader.read(bytes, 0, bytes.length);
		}
		const row = this.#row;
		if (!row.at(column)) {
			if (!needed) return 0;
			row.problem('missing', column);
			return UNKNOWN_WORD;
		}
		const bits = reader.read(row.bytes, row.from, row.to);
		if (bits === UNKNOWN_WORD) row.problem(unknown, column);
		return bits;
	}

	/** Code of a name; NOT_TEXT: reported. */
	#name(dictionary: Dictionary, source: FieldSource, watch: NameWatch): number {
		const { column, bytes } = source;
		if (column < 0) return dictionary.find(bytes, 0, bytes.length);
		this.#atText(column);
		const code = dictionary.find(this.#bytes, this.#from, this.#to);
		if (code === NOT_TEXT) this.#row.problem('notText', column);
		else if (code >= watch.from) watch.add(this.#row, code);
		return code;
	}

	/**
	 * Turns to a text field, and to what is kept of it. In our own files a `'` before a sign that starts a formula is not
	 * part of the text; in others the `="…"` around it is not.
	 */
	#atText(column: number): void {
		const row = this.#row;
		row.at(column);
		const first = row.bytes[row.from];
		if (first === EQUALS || first === APOSTROPHE) this.#unguard(first);
		this.#bytes = row.bytes;
		this.#from = row.from;
		this.#to = row.to;
		const veil = this.#veils?.get(column);
		if (!veil) return;
		this.#bytes = veil.read(row.bytes, row.from, row.to);
		this.#from = 0;
		this.#to = this.#bytes.length;
	}

	/** See {@link #atText}. */
	#unguard(first: number): void {
		const row = this.#row;
		if (!this.#mapping.canonical) row.unwrap();
		else if (first === APOSTROPHE && guarded(row.bytes, row.from + 1, row.to)) row.from++;
	}

	/** Turns to an id or a case as {@link #atText} does, and looks at what the file has there. */
	#atKey(column: number): void {
		this.#atText(column);
		if (column === this.#idColumn) this.#idWatch.add(this.#row);
		if (column === this.#caseColumn) this.#caseWatch.add(this.#row);
	}

	/** Puts an id or a case; false: reported. */
	#put(text: BlockBuilder['ids'], column: number): boolean {
		if (column < 0) this.#from = this.#to = 0;
		else this.#atKey(column);
		if (text.put(this.#builder.rows, this.#bytes, this.#from, this.#to)) return true;
		this.#row.problem('notText', column);
		return false;
	}

	/** Adds the row to the block in hand, or to those that are joined; false: reported. */
	#keep(start: number, quantity: number, kind: number): boolean {
		const builder = this.#builder;
		const agent = this.#name(this.agents, this.#agent, this.#agentWatch);
		if (agent === NOT_TEXT) return false;
		const entity = this.#name(this.entities, this.#entity, this.#entityWatch);
		if (entity === NOT_TEXT) return false;
		const outcome = this.#name(this.outcomes, this.#outcome, this.#outcomeWatch);
		if (outcome === NOT_TEXT) return false;
		if ((kind & KIND_VOICE) === this.#joinedKind) {
			const { join } = this.#mapping;
			this.#atText(join?.column ?? -1);
			if (this.#from < this.#to) return this.#join(start, quantity, kind, agent, entity, outcome);
		}
		if (this.#monthEnd.before(start, builder.rows)) this.#handOut();
		if (!this.#put(builder.ids, this.#idColumn)) return false;
		if (!this.#put(builder.cases, this.#caseColumn)) return false;
		if (this.#further.length > 0) this.#readFurther();
		this.#count(start, quantity, kind);
		if (builder.add(start, quantity, kind, agent, entity, outcome, this.#row.line)) this.#handOut();
		return true;
	}

	#readFurther(): void {
		const row = this.#row;
		this.#further.forEach(({ column, form, marks, witness }, k) => {
			let value = NO_DURATION;
			if (row.at(column)) {
				witness?.add(row);
				const read = readDuration(row.bytes, row.from, row.to, form, marks);
				if (read >= 0 && read <= LARGEST) value = read;
				else row.note('furtherUnread', column);
			}
			this.#builder.further[k] = value;
		});
	}

	/** Sets the row aside until its like have come; false: reported. `#bytes`: what they share. */
	#join(
		start: number,
		quantity: number,
		kind: number,
		agent: number,
		entity: number,
		outcome: number
	): boolean {
		const row = this.#row;
		const text = (column: number): Uint8Array | null => {
			if (column < 0) return NO_BYTES;
			this.#atKey(column);
			const bytes = this.#bytes.slice(this.#from, this.#to);
			if (validUtf8(bytes, 0, bytes.length) === bytes.length) return bytes;
			row.problem('notText', column);
			return null;
		};
		const id = text(this.#mapping.join?.column ?? -1);
		const ofCase = id && text(this.#caseColumn);
		if (!id || !ofCase) return false;
		this.joiner?.add({ start, quantity, kind, agent, entity, outcome, line: row.line, id, case: ofCase });
		return true;
	}

	#keepJoined({ start, quantity, kind, agent, entity, outcome, line, id, case: ofCase }: Joined): void {
		const builder = this.#builder;
		if (this.#monthEnd.before(start, builder.rows)) this.#handOut();
		builder.ids.put(builder.rows, id, 0, id.length);
		builder.cases.put(builder.rows, ofCase, 0, ofCase.length);
		this.#count(start, quantity, kind);
		if (builder.add(start, quantity, kind, agent, entity, outcome, line)) this.#handOut();
	}
}

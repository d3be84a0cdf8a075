/**
 * Delimited text as a push machine (RFC 4180, and what is met besides: any delimiter, CR or LF or CRLF, a byte order
 * mark, blank lines). Chunks may end anywhere. No object per row: the sink gets offsets into the machine's own buffer.
 */

/** A line longer than this is no usage row: the file is not what it seems, or a quote never ends. */
export const LINE_LIMIT = 16 * 1024 * 1024;
/** Fields beyond this are counted, not kept. */
export const FIELD_LIMIT = 16_384;

export interface CsvSink {
	/**
	 * One row. Field `k < min(count, FIELD_LIMIT)` is `bytes[starts[k] … ends[k])`, quotes taken off; all three are
	 * valid during the call only. `line`: where the row begins, as {@link CsvNumbering} counts.
	 */
	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void;
	/** A row whose quotes make no sense: text after a closing quote, or none that closes. `bytes` is the row as it is. */
	malformed(bytes: Uint8Array, line: number, reason: 'strayQuote' | 'unclosedQuote'): void;
}

/**
 * How rows are numbered. `lines`: by the physical line they begin on, from 1, as an editor counts. `rows`: as rows of
 * a sheet, from 1; a line end inside a value is no line. `records`: as those, the header is 0 and the first record 1.
 */
export type CsvNumbering = 'lines' | 'rows' | 'records';

/** Bytes that are read together: what is copied is read while it is still in the processor's cache. */
const PIECE = 1 << 18;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where the machine stands between two bytes. */
const ROW_START = 0;
const FIELD_START = 1;
const PLAIN = 2;
const QUOTED = 3;
/** after a quote inside a quoted field: it closes the field, or is the first of two */
const QUOTE_SEEN = 4;
/** after text behind a closing quote */
const STRAY = 5;

/**
 * The highest bit of each of four bytes that is the delimiter, or below `#` as line ends and quotes are. The sums carry
 * into no other byte, as only seven bits of each take part (Warren, Hacker's Delight, 2nd ed., 6-1).
 */
function candidates(word: number, delimiters: number): number {
	const other = word ^ delimiters;
	const high = word | ((word & 0x7f7f7f7f) + 0x5d5d5d5d);
	const differs = other | ((other & 0x7f7f7f7f) + 0x7f7f7f7f);
	return ~(high & differs) & 0x80808080;
}

export class CsvMachine {
	#buffer = new Uint8Array(1 << 16);
	#words = new Int32Array(this.#buffer.buffer);
	#used = 0;
	/** next byte to look at */
	#at = 0;
	#state = ROW_START;
	#rowStart = 0;
	#count = 0;
	#line: number;
	#rowLine: number;
	#afterCr = false;
	#bomDone = false;
	#stray = false;
	/** fields of the row in hand with a doubled quote in them */
	readonly #escaped = new Set<number>();
	readonly #starts = new Int32Array(FIELD_LIMIT);
	readonly #ends = new Int32Array(FIELD_LIMIT);
	/** 1: the delimiter, CR or LF */
	readonly #special = new Uint8Array(256);
	readonly #delimiter: number;
	/** four delimiters */
	readonly #pattern: number;
	readonly #sink: CsvSink;
	readonly #lineLimit: number;
	/** 0: a line end inside a value is not counted */
	readonly #quotedLine: 0 | 1;
	/** true once a line passed the limit; nothing is read any more */
	tooLong = false;

	/** `delimiter`: one ASCII character. */
	constructor(delimiter: string, sink: CsvSink, lineLimit = LINE_LIMIT, numbering: CsvNumbering = 'lines') {
		this.#delimiter = delimiter.charCodeAt(0);
		this.#pattern = Math.imul(this.#delimiter, 0x01010101);
		this.#sink = sink;
		this.#lineLimit = lineLimit;
		this.#quotedLine = numbering === 'lines' ? 1 : 0;
		this.#line = this.#rowLine = numbering === 'records' ? 0 : 1;
		for (const code of [this.#delimiter, CR, LF]) this.#special[code] = 1;
	}

	/** The line that the row in hand begins on. */
	get line(): number {
		return this.#rowLine;
	}

	/** Reads on; the chunk is copied. False: a line passed the limit, and no more is wanted. */
	push(chunk: Uint8Array): boolean {
		for (let at = 0; at < chunk.length && !this.tooLong; at += PIECE) {
			this.#append(chunk.subarray(at, at + PIECE));
			if (this.#bomDone || this.#skipBom()) this.#scan();
		}
		return !this.tooLong;
	}

	/** Ends the text: a last row needs no line end. False as in `push`. */
	finish(): boolean {
		if (this.tooLong) return false;
		if (!this.#bomDone) {
			this.#bomDone = true;
			this.#scan();
		}
		if (this.#state === ROW_START || this.tooLong) return !this.tooLong;
		if (this.#state === QUOTED) {
			this.#sink.malformed(this.#buffer.subarray(this.#rowStart, this.#used), this.#rowLine, 'unclosedQuote');
		} else {
			if (this.#state === FIELD_START) this.#starts[this.#slot] = this.#used;
			this.#endField(this.#state === QUOTE_SEEN ? this.#used - 1 : this.#used);
			this.#endRow(this.#used);
		}
		this.#state = ROW_START;
		return !this.tooLong;
	}

	/** Keeps the row in hand at the front of the buffer and puts the chunk behind it. */
	#append(chunk: Uint8Array): void {
		const from = this.#rowStart;
		const kept = this.#used - from;
		if (kept + chunk.length >= this.#buffer.length) {
			const wider = new Uint8Array(Math.max((kept + chunk.length + 4) & ~3, this.#buffer.length * 2));
			wider.set(this.#buffer.subarray(from, this.#used));
			this.#buffer = wider;
			this.#words = new Int32Array(wider.buffer);
		} else if (from > 0) {
			this.#buffer.copyWithin(0, from, this.#used);
		}
		this.#buffer.set(chunk, kept);
		if (from > 0) {
			const fields = Math.min(this.#count + 1, FIELD_LIMIT);
			for (let k = 0; k < fields; k++) {
				this.#starts[k] = (this.#starts[k] as number) - from;
				this.#ends[k] = (this.#ends[k] as number) - from;
			}
		}
		this.#used = kept + chunk.length;
		// Stops every search for the end of a field; not part of the text.
		this.#buffer[this.#used] = LF;
		this.#at -= from;
		this.#rowStart = 0;
	}

	/** False while it cannot be known yet whether the text begins with a byte order mark. */
	#skipBom(): boolean {
		const bom = [0xef, 0xbb, 0xbf];
		const known = Math.min(this.#used, 3);
		for (let k = 0; k < known; k++) {
			if (this.#buffer[k] !== bom[k]) {
				this.#bomDone = true;
				return true;
			}
		}
		if (known < 3) return false;
		this.#bomDone = true;
		this.#at = this.#rowStart = 3;
		return true;
	}

	/** Where the field in hand is kept. */
	get #slot(): number {
		return Math.min(this.#count, FIELD_LIMIT - 1);
	}

	#endField(end: number): void {
		this.#ends[this.#slot] = end;
		this.#count++;
	}

	/** `end`: the position after the row's last byte, without its line end. */
	#endRow(end: number): void {
		if (end - this.#rowStart > this.#lineLimit) {
			this.tooLong = true;
			return;
		}
		if (this.#stray) {
			this.#sink.malformed(this.#buffer.subarray(this.#rowStart, end), this.#rowLine, 'strayQuote');
			this.#escaped.clear();
		} else {
			if (this.#escaped.size > 0) {
				for (const k of this.#escaped) this.#unescape(k);
				this.#escaped.clear();
			}
			this.#sink.row(this.#buffer, this.#starts, this.#ends, this.#count, this.#rowLine);
		}
		this.#stray = false;
		this.#count = 0;
	}

	/** Halves the doubled quotes of a field, in place: the machine's buffer is its own. */
	#unescape(k: number): void {
		const bytes = this.#buffer;
		const end = this.#ends[k] as number;
		let to = this.#starts[k] as number;
		for (let p = to; p < end; p++) {
			const byte = bytes[p] as number;
			bytes[to++] = byte;
			if (byte === QUOTE) p++;
		}
		this.#ends[k] = to;
	}

	/** Reads the rows of the buffer. Each is a call of its own, so that the engine's compiler sees a hot function. */
	#scan(): void {
		const used = this.#used;
		let p = this.#at;
		while (p < used && !this.tooLong) {
			if (this.#state !== ROW_START) p = this.#anyRow(p);
			else if (this.#buffer[p] === LF || this.#buffer[p] === CR) p = this.#blankLine(p);
			else p = this.#plainRow(p);
		}
		this.#at = p;
		if (this.#state === ROW_START) this.#rowStart = p;
		else if (used - this.#rowStart > this.#lineLimit) this.tooLong = true;
	}

	/** A line end where a row could begin: a blank line, or the second half of CRLF. */
	#blankLine(p: number): number {
		const byte = this.#buffer[p];
		if (byte === CR || !this.#afterCr) this.#line++;
		this.#afterCr = byte === CR;
		return p + 1;
	}

	/**
	 * A row that is whole in the buffer and has no doubled quote and no line end in a value: nearly all are. Others go to
	 * `#anyRow`. Four bytes are looked at together, with a bit for each that may be the delimiter, a line end or a quote.
	 */
	#plainRow(start: number): number {
		const bytes = this.#buffer;
		const words = this.#words;
		const starts = this.#starts;
		const ends = this.#ends;
		const delimiter = this.#delimiter;
		const pattern = this.#pattern;
		this.#rowStart = start;
		this.#rowLine = this.#line;
		let at = start >> 2;
		let found = candidates(words[at] as number, pattern) & (-1 << ((start & 3) << 3));
		let count = 0;
		/** where the quoted field in hand was closed; 0: none is in hand */
		let closed = 0;
		starts[0] = start;
		for (;;) {
			while (found === 0) found = candidates(words[++at] as number, pattern);
			const p = (at << 2) | ((31 - Math.clz32(found & -found)) >> 3);
			found &= found - 1;
			const byte = bytes[p] as number;
			if (byte === delimiter) {
				if (closed > 0 && closed !== p - 1) break;
				ends[count] = closed > 0 ? closed : p;
				closed = 0;
				if (++count === FIELD_LIMIT) break;
				starts[count] = p + 1;
			} else if (byte === LF || byte === CR) {
				if (p >= this.#used || (closed > 0 && closed !== p - 1)) break;
				ends[count] = closed > 0 ? closed : p;
				this.#count = count + 1;
				this.#afterLine(byte, p);
				return p + 1;
			} else if (byte === QUOTE && starts[count] === p) {
				closed = this.#closing(p + 1);
				if (closed === 0) break;
				starts[count] = p + 1;
				at = (closed + 1) >> 2;
				found = candidates(words[at] as number, pattern) & (-1 << (((closed + 1) & 3) << 3));
			}
		}
		this.#afterCr = false;
		this.#state = FIELD_START;
		return this.#anyRow(start);
	}

	/** Where the quote is that closes a field; 0 where a line ends before it. */
	#closing(start: number): number {
		const bytes = this.#buffer;
		let p = start;
		for (;;) {
			const byte = bytes[p] as number;
			if (byte === QUOTE) return p;
			if (byte === LF || byte === CR) return 0;
			p++;
		}
	}

	/** The row in hand from where it stands, to its end or that of the buffer. */
	#anyRow(start: number): number {
		const bytes = this.#buffer;
		const special = this.#special;
		const used = this.#used;
		let p = start;
		let state = this.#state;
		while (p < used) {
			const byte = bytes[p] as number;
			if (state === FIELD_START) {
				this.#starts[this.#slot] = byte === QUOTE ? p + 1 : p;
				state = byte === QUOTE ? QUOTED : PLAIN;
				if (byte === QUOTE) p++;
			} else if (state === QUOTED) {
				p++;
				if (byte === QUOTE) state = QUOTE_SEEN;
				else if (byte === CR || (byte === LF && !this.#afterCr)) this.#line += this.#quotedLine;
				this.#afterCr = byte === CR;
			} else if (special[byte] === 1) {
				this.#endField(state === QUOTE_SEEN ? p - 1 : p);
				if (byte !== this.#delimiter) {
					this.#state = ROW_START;
					this.#afterLine(byte, p);
					return p + 1;
				}
				state = FIELD_START;
				p++;
			} else {
				p++;
				if (state === QUOTE_SEEN) {
					state = byte === QUOTE ? QUOTED : STRAY;
					if (byte === QUOTE) this.#escaped.add(this.#slot);
					else this.#stray = true;
				}
			}
		}
		this.#state = state;
		return p;
	}

	/** The row has ended before `p`, where its line end is. */
	#afterLine(byte: number, p: number): void {
		this.#endRow(p);
		this.#line++;
		this.#afterCr = byte === CR;
	}
}

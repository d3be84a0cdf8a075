import { canonicalMapping, COLUMN_LIMIT, LINE_LIMIT } from '../../engine/ingest';
import { AppError } from '../errors';
import type { Bytes } from './pieces';

const NEEDS_QUOTES = /[",\r\n]/;
/** As export/csv.ts: in a file with our header an apostrophe before one of these is not part of the text. */
const GUARDED = /^'[=+\-@\t\r\n'＝＋－＠]/;
/** Characters that become a piece of the text. */
const PIECE = 1 << 18;

/** Delimited text in UTF-8, written row by row into pieces that the browser may keep on disk. */
export class TableText {
	rows = 0;
	readonly #parts: Blob[] = [];
	readonly #encoder = new TextEncoder();
	/** its name, for refusals */
	readonly file: string;
	/** its values are text as it is, and the import would take an apostrophe off */
	#guard = false;
	#text = '';

	constructor(file: string) {
		this.file = file;
	}

	/** The first row has the names of the columns, mostly. */
	row(fields: readonly string[]): void {
		if (this.rows++ === 0) this.#guard = canonicalMapping(fields) !== null;
		this.#write(fields);
	}

	/** A row without anything, which is counted and otherwise passed over. */
	blank(): void {
		this.#text += '\n';
		if (this.#text.length > PIECE) this.#flush();
	}

	#write(fields: readonly string[]): void {
		if (fields.length > COLUMN_LIMIT) throw tooWide(this.file, fields.length);
		const from = this.#text.length;
		for (let k = 0; k < fields.length; k++) {
			const value = fields[k] as string;
			const text = this.#guard && GUARDED.test(value) ? `'${value}` : value;
			this.#text += k === 0 ? '' : ',';
			this.#text += NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		}
		if (this.#text.length - from > LINE_LIMIT)
			throw new AppError('lineTooLong', { file: this.file, line: this.rows, limit: LINE_LIMIT });
		this.#text += '\n';
		if (this.#text.length > PIECE) this.#flush();
	}

	#flush(): void {
		this.#parts.push(new Blob([this.#encoder.encode(this.#text)]));
		this.#text = '';
	}

	/** All of it; nothing may be written any more. */
	finish(): Blob {
		this.#flush();
		return new Blob(this.#parts, { type: 'text/csv' });
	}
}

export const tooWide = (file: string, columns: number): AppError =>
	new AppError('tooManyColumns', { file, columns, limit: COLUMN_LIMIT });

/** Text that is delimited already, as it comes. */
export class PlainText {
	readonly #parts: Blob[] = [];
	readonly #encoder = new TextEncoder();
	readonly #file: string;
	#line = 0;
	#lines = 1;

	constructor(file: string) {
		this.#file = file;
	}

	get lines(): number {
		return this.#lines;
	}

	add(text: string): void {
		if (text === '') return;
		const bytes: Bytes = this.#encoder.encode(text);
		let last = -1;
		for (let p = 0; p < bytes.length; p++) {
			if (bytes[p] !== 10 && bytes[p] !== 13) continue;
			last = p;
			this.#lines++;
		}
		this.#line = last < 0 ? this.#line + bytes.length : bytes.length - 1 - last;
		if (this.#line > LINE_LIMIT)
			throw new AppError('lineTooLong', { file: this.#file, line: this.#lines, limit: LINE_LIMIT });
		this.#parts.push(new Blob([bytes]));
	}

	finish(): Blob {
		return new Blob(this.#parts, { type: 'text/csv' });
	}
}

import type { Decode } from '../table/text';
import { utf8, validUtf8 } from '../table/utf8';
import { CsvMachine, FIELD_LIMIT, type CsvSink } from './csv/machine';
import { ColumnProfiler, type ColumnProfile } from './profile';
import type { Refusal } from './refusal';

/** Bytes from the front of a file that {@link sniff} wants, or the whole file where it is smaller. */
export const SNIFF_BYTES = 256 * 1024;
/** Rows of text that {@link Sniffed} carries. */
export const SAMPLE_ROWS = 50;
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** `params.kind` of the refusal `binary`. */
export const BINARY_KINDS = ['pdf', 'xlsx', 'xls', 'zip', 'png', 'gzip', 'parquet', 'unknown'] as const;

/** What the first bytes tell of a table of text; plain data. */
export interface Sniffed {
	readonly fileName: string;
	readonly fileSize: number;
	readonly delimiter: Delimiter;
	/** names as they stand, without blanks around them; empty ones at the end are left out */
	readonly header: readonly string[];
	/** one per name */
	readonly columns: readonly ColumnProfile[];
	/** first rows below the header, as text */
	readonly rows: readonly (readonly string[])[];
	/** rows that the profiles rest on */
	readonly sampled: number;
}

export type SniffResult =
	| { readonly kind: 'table'; readonly sniffed: Sniffed }
	| { readonly kind: 'refused'; readonly refusal: Refusal };

const refuse = (code: Refusal['code'], params: Refusal['params'] = {}): SniffResult => ({
	kind: 'refused',
	refusal: { code, params }
});

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, k) => bytes[k] === byte);

function binaryKind(bytes: Uint8Array, fileName: string): (typeof BINARY_KINDS)[number] | null {
	if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
	if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return /\.xls[xmb]$/i.test(fileName) ? 'xlsx' : 'zip';
	if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'xls';
	if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png';
	if (beginsWith(bytes, [0x1f, 0x8b])) return 'gzip';
	if (beginsWith(bytes, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
	return null;
}

/** UTF-16 by its mark, or by zeros in every other byte as Latin text has them. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
	const zeros = [0, 0];
	const length = Math.min(bytes.length, 1024);
	for (let p = 0; p < length; p++) if (bytes[p] === 0) zeros[p & 1] = (zeros[p & 1] as number) + 1;
	const [even = 0, odd = 0] = zeros;
	if (even === 0 && odd > length / 4) return 'utf-16le';
	return odd === 0 && even > length / 4 ? 'utf-16be' : null;
}

function badEncoding(bytes: Uint8Array, whole: boolean): boolean {
	const bad = validUtf8(bytes, 0, bytes.length);
	if (bad === bytes.length) return false;
	// The sample may end inside a sequence of up to four bytes.
	const cut = !whole && bad > bytes.length - 4 && (bytes[bad] as number) >= 0xc2;
	return !cut;
}

/** Rows of the sample under one delimiter. */
class Sample implements CsvSink {
	width = 0;
	rows = 0;
	/** rows as wide as the header */
	even = 0;
	header: string[] = [];
	readonly texts: string[][] = [];
	profilers: ColumnProfiler[] = [];
	/** null: only the widths are wanted */
	readonly #decode: Decode | null;
	#headerSeen = false;

	constructor(decode: Decode | null) {
		this.#decode = decode;
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number): void {
		const decode = this.#decode;
		const fields = Math.min(count, FIELD_LIMIT);
		const text = (k: number) => (decode ? decode(bytes.subarray(starts[k], ends[k])) : '');
		if (!this.#headerSeen) {
			this.#headerSeen = true;
			this.width = count;
			if (!decode) return;
			this.header = Array.from({ length: fields }, (_, k) => text(k).trim());
			while (this.header.length > 0 && this.header[this.header.length - 1] === '') this.header.pop();
			this.profilers = this.header.map(() => new ColumnProfiler());
			return;
		}
		this.rows++;
		if (count === this.width) this.even++;
		if (!decode) return;
		const texts = Array.from({ length: Math.min(fields, this.header.length) }, (_, k) => text(k));
		if (this.texts.length < SAMPLE_ROWS) this.texts.push(texts);
		texts.forEach((value, k) => this.profilers[k]?.add(bytes, starts[k] as number, ends[k] as number, value));
	}

	malformed(): void {
		if (!this.#headerSeen) this.#headerSeen = true;
		else this.rows++;
	}

	/** The right delimiter cuts rows alike, and into many fields; a header of another width than all rows may be right. */
	get score(): number {
		const share = this.rows === 0 ? 1 : this.even / this.rows;
		return (share * share + 1e-6) * (this.width - 1);
	}
}

function sample(bytes: Uint8Array, whole: boolean, delimiter: Delimiter, decode: Decode | null): Sample {
	const sink = new Sample(decode);
	const machine = new CsvMachine(delimiter, sink);
	machine.push(bytes);
	// The last row of a part of a file may be cut.
	if (whole) machine.finish();
	return sink;
}

/** Does the text look like a value rather than a name? */
function isValue(text: string, profile: ColumnProfile): boolean {
	if (text === '') return false;
	const { dates, durations, times } = profile;
	return dates.ymd + dates.dmy + dates.mdy + durations.seconds + durations['m:ss'] + times > 0;
}

/**
 * What a file is, by its first bytes: {@link SNIFF_BYTES} of it, or all. A table comes with delimiter, header,
 * sample and profiles of its columns; anything else is refused with a code.
 */
export function sniff(
	firstBytes: Uint8Array,
	fileName: string,
	fileSize: number,
	decode: Decode
): SniffResult {
	const whole = firstBytes.length >= fileSize;
	const body = beginsWith(firstBytes, [0xef, 0xbb, 0xbf]) ? firstBytes.subarray(3) : firstBytes;
	if (body.every((byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13)) return refuse('empty');
	const kind = binaryKind(firstBytes, fileName);
	if (kind) return refuse('binary', { kind });
	const wide = utf16(firstBytes);
	if (wide) return refuse('encoding', { suspected: wide });
	if (firstBytes.includes(0)) return refuse('binary', { kind: 'unknown' });
	if (badEncoding(firstBytes, whole)) return refuse('encoding', { suspected: 'windows-1252' });

	let best: Delimiter | null = null;
	let bestScore = 0;
	let anyRow = false;
	for (const delimiter of DELIMITERS) {
		const { width, score } = sample(firstBytes, whole, delimiter, null);
		anyRow ||= width > 0;
		if (width < 2 || score <= bestScore) continue;
		best = delimiter;
		bestScore = score;
	}
	if (!whole && !anyRow) return refuse('lineTooLong', { line: 1, limit: firstBytes.length });
	if (!best) return refuse('noHeader', { reason: 'singleColumn', value: '' });

	const { header, texts, rows, profilers } = sample(firstBytes, whole, best, decode);
	if (header.length < 2) return refuse('noHeader', { reason: 'singleColumn', value: header[0] ?? '' });
	const value = header.find((name) => {
		const profiler = new ColumnProfiler();
		const bytes = utf8(name);
		profiler.add(bytes, 0, bytes.length, name);
		return isValue(name, profiler.profile(name));
	});
	if (value !== undefined) return refuse('noHeader', { reason: 'looksLikeData', value });
	if (rows === 0) {
		return whole
			? refuse('noRows', { read: 0, leftOut: 0 })
			: refuse('lineTooLong', { line: 2, limit: firstBytes.length });
	}
	return {
		kind: 'table',
		sniffed: {
			fileName,
			fileSize,
			delimiter: best,
			header,
			columns: profilers.map((profiler, k) => profiler.profile(header[k] ?? '')),
			rows: texts,
			sampled: rows
		}
	};
}

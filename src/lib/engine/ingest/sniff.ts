import type { Decode } from '../table/text';
import { utf8 } from '../table/utf8';
import { CsvMachine, FIELD_LIMIT, LINE_LIMIT, type CsvNumbering, type CsvSink } from './csv/machine';
import { findLayout, FOUND_OUT, type Layout, type LayoutChoice, type LayoutEvidence } from './layout';
import { ColumnProfiler, type ColumnProfile } from './profile';
import { NamesRow } from './namesRow';
import type { Refusal } from './refusal';
import { totalsField } from './totalsRow';

/** Bytes from the front of a file that {@link sniff} wants, or the whole file where it is smaller. */
export const SNIFF_BYTES = 256 * 1024;
/** Rows of text that {@link Sniffed} carries. */
export const SAMPLE_ROWS = 50;
/** Columns of a table; more are no usage export. */
export const COLUMN_LIMIT = 1_000;

/** What the first bytes tell of a table of text; plain data. */
export interface Sniffed {
	readonly fileName: string;
	readonly fileSize: number;
	readonly layout: Layout;
	readonly evidence: LayoutEvidence;
	/**
	 * One name a column, all different, without blanks around them: one that is missing is `column 3`, one that comes
	 * again `name (2)`. Nameless ones at the end that most rows leave empty are no columns.
	 */
	readonly header: readonly string[];
	/** one per name */
	readonly columns: readonly ColumnProfile[];
	/** first rows below the header, as text */
	readonly rows: readonly (readonly string[])[];
	/** the line each of them begins on */
	readonly lines: readonly number[];
	/** rows that were looked at */
	readonly sampled: number;
}

export type SniffResult =
	| { readonly kind: 'table'; readonly sniffed: Sniffed }
	| { readonly kind: 'refused'; readonly refusal: Refusal };

const refuse = (code: Refusal['code'], params: Refusal['params'] = {}): SniffResult => ({
	kind: 'refused',
	refusal: { code, params }
});

/** Rows below the header, by column. */
class Sample implements CsvSink {
	rows = 0;
	readonly texts: string[][] = [];
	/** of each of them */
	readonly lines: number[] = [];
	readonly profilers: readonly ColumnProfiler[];
	/** rows that have something in a column */
	readonly filled: number[];
	readonly #decode: Decode;
	readonly #before: number;
	readonly #names: NamesRow;

	constructor(names: readonly string[], width: number, before: number, decode: Decode) {
		this.#names = new NamesRow(names);
		this.#decode = decode;
		this.#before = before;
		this.filled = new Array<number>(width).fill(0);
		this.profilers = Array.from({ length: width }, () => new ColumnProfiler());
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
		if (line <= this.#before) return;
		this.rows++;
		const fields = Math.min(count, FIELD_LIMIT, this.profilers.length);
		const texts = Array.from({ length: fields }, (_, k) => this.#decode(bytes.subarray(starts[k], ends[k])));
		if (this.texts.length < SAMPLE_ROWS) {
			this.texts.push(texts);
			this.lines.push(line);
		}
		const profiled = !this.#isNoData(bytes, starts, ends, count, texts);
		texts.forEach((value, k) => {
			if (profiled) this.profilers[k]?.add(bytes, starts[k] as number, ends[k] as number, value);
			if (value !== '') this.filled[k] = (this.filled[k] ?? 0) + 1;
		});
	}

	/** Totals, which have no date, the names again, and lines of text below a table say nothing of what its columns hold. */
	#isNoData(
		bytes: Uint8Array,
		starts: Int32Array,
		ends: Int32Array,
		count: number,
		texts: readonly string[]
	): boolean {
		const width = this.profilers.length;
		return (
			(count === 1 && width > 2) ||
			(totalsField(bytes, starts, ends, Math.min(count, width)) >= 0 && !texts.some(isDated)) ||
			this.#names.read(bytes, starts, ends, count) !== 'data'
		);
	}

	malformed(_bytes: Uint8Array, line: number): void {
		if (line > this.#before) this.rows++;
	}
}

function profileOf(texts: readonly string[]): ColumnProfile {
	const profiler = new ColumnProfiler();
	for (const text of texts) {
		const bytes = utf8(text);
		profiler.add(bytes, 0, bytes.length, text);
	}
	return profiler.profile('');
}

/** Forms of dates that no sum looks like. */
const PLAIN_DATES = ['ymd', 'dmy', 'mdy', 'yyyymmdd', 'named', 'epoch', 'epochMs'] as const;
const isDated = (text: string): boolean => {
	const { dates } = profileOf([text]);
	return PLAIN_DATES.some((form) => dates[form] > 0);
};

/** Values that are a date, or a number or a length. */
function kindsOf({ dates, durations, times }: ColumnProfile): {
	readonly dated: number;
	readonly counted: number;
} {
	return {
		dated: Math.max(dates.ymd, dates.dmy, dates.mdy, dates.named),
		counted: Math.max(durations.seconds, durations['m:ss'], durations['h:mm:ss'], durations.units, times)
	};
}

/** A text of the first row that is a value as the ones below it are: then it holds no names. Null: it holds names. */
function firstValue(header: readonly string[], below: readonly (readonly string[])[]): string | null {
	const value = header.find((text, k) => {
		const own = kindsOf(profileOf([text]));
		if (own.dated + own.counted === 0) return false;
		const texts = below.map((row) => row[k] ?? '').filter((other) => other !== '');
		const others = kindsOf(profileOf(texts));
		return (own.dated > 0 ? others.dated : others.counted) * 2 >= texts.length;
	});
	return value ?? null;
}

/** All different, none empty. */
function nameColumns(names: readonly string[], width: number): string[] {
	const taken = new Set(names.filter((name) => name !== ''));
	const seen = new Set<string>();
	return Array.from({ length: width }, (_, k) => {
		const name = names[k] || `column ${k + 1}`;
		let free = name;
		for (let n = 2; seen.has(free) || (free !== name && taken.has(free)); n++) free = `${name} (${n})`;
		seen.add(free);
		return free;
	});
}

/**
 * What a table of text is, by its first bytes: {@link SNIFF_BYTES} of it, or all, in UTF-8. It comes with its layout,
 * header, sample and profiles of its columns; anything else is refused with a code.
 */
export function sniff(
	firstBytes: Uint8Array,
	fileName: string,
	fileSize: number,
	decode: Decode,
	numbering: CsvNumbering = 'lines',
	choice: LayoutChoice = FOUND_OUT
): SniffResult {
	const whole = firstBytes.length >= fileSize;
	const lines = firstBytes.includes(10) || firstBytes.includes(13);
	if (!whole && !lines) return refuse('lineTooLong', { line: 1, limit: firstBytes.length });
	const found = findLayout(firstBytes, whole, numbering, choice, decode, firstValue);
	if (!found) return refuse('noHeader', { reason: 'singleColumn', value: '' });
	const { layout, evidence, names, width } = found;
	if (width > COLUMN_LIMIT) return refuse('tooManyColumns', { columns: width, limit: COLUMN_LIMIT });

	const sample = new Sample(names, width, layout.before, decode);
	const machine = new CsvMachine(layout.delimiter, sample, LINE_LIMIT, layout.numbering);
	machine.push(firstBytes);
	if (whole) machine.finish();
	let columns = width;
	const used = (k: number) => (sample.filled[k] ?? 0) * 2 > sample.rows;
	while (columns > 0 && (names[columns - 1] ?? '') === '' && !used(columns - 1)) columns--;
	const header = nameColumns(names, columns);
	if (columns < 2) return refuse('noHeader', { reason: 'singleColumn', value: header[0] ?? '' });
	if (sample.rows === 0) {
		return whole
			? refuse('noRows', { read: 0, leftOut: 0 })
			: refuse('lineTooLong', { line: layout.before + 1, limit: firstBytes.length });
	}
	return {
		kind: 'table',
		sniffed: {
			fileName,
			fileSize,
			layout,
			evidence,
			header,
			columns: header.map((name, k) => (sample.profilers[k] as ColumnProfiler).profile(name)),
			rows: sample.texts.map((texts) => texts.slice(0, columns)),
			lines: sample.lines,
			sampled: sample.rows
		}
	};
}

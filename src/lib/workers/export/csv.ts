import type { CsvMarks } from '../exportApi';
import type { Batch, Bytes, Cell, Writer } from './batch';

/** What a spreadsheet may take for a formula at the start of a cell: the import takes the apostrophe off again. */
const FORMULA = /^[=+\-@\t\r\n'＝＋－＠]/;
/** Rows that are joined into one piece. */
const STEP = 8_192;

function field(value: Cell, { separator, decimal }: CsvMarks): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', decimal);
	// Cells that are pasted know no quotation marks: what would end one is a space there.
	const plain = separator === '\t' ? value.replace(/[\t\r\n]+/g, ' ') : value;
	const text = FORMULA.test(plain) ? `'${plain}` : plain;
	return separator !== '\t' && /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function piece({ cells }: Batch, marks: CsvMarks, first: number, end: number): string {
	let text = '';
	for (let r = first; r < end; r++) {
		for (let k = 0; k < cells.length; k++)
			text += (k === 0 ? '' : marks.separator) + field((cells[k] as readonly Cell[])[r] as Cell, marks);
		text += '\r\n';
	}
	return text;
}

/**
 * Delimited text: UTF-8, CRLF, quotation marks where they are needed. A text that begins like a formula gets an
 * apostrophe before it.
 */
export const csvWith = (marks: CsvMarks): Writer =>
	async function* (columns, batches): AsyncGenerator<Bytes> {
		const encoder = new TextEncoder();
		const names = columns.map(({ name }) => field(name, marks)).join(marks.separator);
		yield encoder.encode(`${marks.marked ? '\ufeff' : ''}${names}\r\n`);
		for await (const batch of batches)
			for (let r = 0; r < batch.rows; r += STEP)
				yield encoder.encode(piece(batch, marks, r, Math.min(batch.rows, r + STEP)));
	};

/** Canonical CSV, of which the import takes the apostrophes off: what comes back is what was there. */
export const csvWriter: Writer = csvWith({ separator: ',', decimal: '.', marked: false });

/** An array of objects, one a row, each on a line of its own. */
export const jsonWriter: Writer = async function* (columns, batches): AsyncGenerator<Bytes> {
	const encoder = new TextEncoder();
	const names = columns.map(({ name }) => JSON.stringify(name));
	let begun = false;
	yield encoder.encode('[');
	for await (const { rows, cells } of batches)
		for (let first = 0; first < rows; first += STEP) {
			let text = '';
			for (let r = first; r < Math.min(rows, first + STEP); r++) {
				const members = names.map((name, k) => `${name}:${JSON.stringify(cells[k]?.[r] ?? null)}`);
				text += `${begun ? ',' : ''}\n{${members.join(',')}}`;
				begun = true;
			}
			yield encoder.encode(text);
		}
	yield encoder.encode('\n]\n');
};

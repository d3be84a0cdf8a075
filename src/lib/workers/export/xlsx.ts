import type { ExportColumn } from '../exportApi';
import type { Batch, Bytes, Cell, Writer } from './batch';
import { zip, type ZipEntry } from './zip';

const encoder = new TextEncoder();
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The rows of a sheet, with that of the headers. */
export const ROW_LIMIT = 1_048_576;
const STEP = 4_096;

async function* once(xml: string): AsyncGenerator<Bytes> {
	yield encoder.encode(HEAD + xml);
}

const PARTS: readonly (readonly [name: string, xml: string])[] = [
	[
		'[Content_Types].xml',
		`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	],
	[
		'_rels/.rels',
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	],
	[
		'xl/workbook.xml',
		`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Drawdown" sheetId="1" r:id="rId1"/></sheets></workbook>`
	],
	[
		'xl/_rels/workbook.xml.rels',
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
	]
];

/** What XML cannot hold, and what would be read as if it stood for that, in the spelling of spreadsheets: `_x0007_`. */
const SPELT = /(?![\t\n\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
	text
		.replace(SPELT, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/** A number is a number; every text is a string cell, which no spreadsheet reckons. */
function cell(value: Cell): string {
	if (value === null) return '<c/>';
	if (typeof value === 'number') return `<c><v>${value}</v></c>`;
	return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function rowsOf({ cells }: Batch, first: number, end: number): string {
	let xml = '';
	for (let r = first; r < end; r++) {
		xml += '<row>';
		for (const column of cells) xml += cell(column[r] as Cell);
		xml += '</row>';
	}
	return xml;
}

async function* sheet(
	columns: readonly ExportColumn[],
	batches: AsyncIterable<Batch>
): AsyncGenerator<Bytes> {
	const names = columns.map(({ name }) => cell(name)).join('');
	yield encoder.encode(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row>${names}</row>`);
	let rows = 1;
	for await (const batch of batches) {
		rows += batch.rows;
		if (rows > ROW_LIMIT) throw new RangeError('rows');
		for (let r = 0; r < batch.rows; r += STEP)
			yield encoder.encode(rowsOf(batch, r, Math.min(batch.rows, r + STEP)));
	}
	yield encoder.encode('</sheetData></worksheet>');
}

/** A workbook with one sheet. Cells are typed: none of them is a formula, whatever a text begins with. */
export const xlsxWriter: Writer = (columns, batches) => {
	const parts = PARTS.map(([name, xml]): ZipEntry => ({ name, pieces: once(xml) }));
	return zip([...parts, { name: 'xl/worksheets/sheet1.xml', pieces: sheet(columns, batches) }]);
};

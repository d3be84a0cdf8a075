import { strToU8, zipSync } from 'fflate';

/** A text, a cell as its XML has it (value, type, style), or none. Styles: see {@link STYLES}. */
export type CellOf = string | { readonly v: string; readonly t?: string; readonly s?: number } | null;

export interface SheetOf {
	readonly name: string;
	/** an empty row is not written */
	readonly rows: readonly (readonly CellOf[])[];
}

export interface WorkbookOf {
	readonly from1904?: boolean;
	/** stands before the XML of every sheet */
	readonly before?: string;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
/** 0 general, 1 date and time, 2 date, 3 hours over 24, 4 mm:ss, 5 time of day */
const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="45"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const column = (k: number): string =>
	(k < 26 ? '' : column(Math.floor(k / 26) - 1)) + String.fromCharCode(65 + (k % 26));

/** A workbook as spreadsheets write it, with shared texts. */
export function workbook(
	sheets: readonly SheetOf[],
	{ from1904 = false, before = '' }: WorkbookOf = {}
): Uint8Array {
	const texts: string[] = [];
	const cell = (given: CellOf, at: string): string => {
		if (given === null) return '';
		if (typeof given === 'string') return `<c r="${at}" t="s"><v>${texts.push(given) - 1}</v></c>`;
		const { v, t, s } = given;
		return `<c r="${at}"${s === undefined ? '' : ` s="${s}"`}${t === undefined ? '' : ` t="${t}"`}><v>${escape(v)}</v></c>`;
	};
	const sheetXml = ({ rows }: SheetOf): string =>
		`<worksheet ${MAIN}><dimension ref="A1"/><sheetData>${rows
			.map((row, r) =>
				row.length === 0
					? ''
					: `<row r="${r + 1}">${row.map((given, k) => cell(given, `${column(k)}${r + 1}`)).join('')}</row>`
			)
			.join('')}</sheetData></worksheet>`;
	const parts: Record<string, string> = {
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'_rels/.rels': `<Relationships ${RELS}><Relationship Id="r" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
			.map(({ name }, k) => `<sheet name="${escape(name)}" sheetId="${k + 1}" r:id="s${k}"/>`)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}>${sheets
			.map(
				(_, k) => `<Relationship Id="s${k}" Type="${REL}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`
			)
			.join(
				''
			)}<Relationship Id="st" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		'xl/styles.xml': STYLES
	};
	sheets.forEach((sheet, k) => (parts[`xl/worksheets/sheet${k + 1}.xml`] = before + sheetXml(sheet)));
	parts['xl/sharedStrings.xml'] = `<sst ${MAIN}>${texts
		.map(
			(text) => `<si><t xml:space="preserve">${escape(text)}</t><rPh sb="0" eb="1"><t>aside</t></rPh></si>`
		)
		.join('')}</sst>`;
	return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

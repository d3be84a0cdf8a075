import { propose, sniff, SNIFF_BYTES } from '../../engine/ingest';
import { AppError } from '../errors';
import { decode } from '../query/layers';
import type { Converted } from '../readerApi';
import { numberKind, type NumberKind } from './cells';
import { damaged, OutMeter, telling, type Tell } from './pieces';
import { SheetRows } from './sheetRows';
import { TableText } from './tableText';
import { DocumentTypeError, local, readXml, XmlList, type Attributes, type XmlSink } from './xml';
import { entryBytes, zipEntries, type ZipEntry } from './zip';

/** The last row that a sheet can have. */
const ROW_LIMIT = 1_048_576;
/** Rows that tell whether a sheet is a table. */
const LOOK_ROWS = 200;
const SMALL_PART = 16e6;
const NOTHING = () => undefined;

interface Sheet {
	readonly name: string;
	readonly entry: ZipEntry;
}

/** A workbook that is open: what its sheets need to be read. */
class Workbook {
	sheets: Sheet[] = [];
	strings: string[] = [];
	kinds: NumberKind[] = [];
	from1904 = false;
	readonly #file: File;
	readonly #entries: ReadonlyMap<string, ZipEntry>;
	readonly #meter: OutMeter;

	constructor(file: File, entries: readonly ZipEntry[]) {
		this.#file = file;
		this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
		this.#meter = new OutMeter(file.name, file.size);
	}

	/** A part by its path, or as some write it: a blank as `%20`, and `\` between folders. */
	part(path: string): ZipEntry | undefined {
		const named = path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
		return this.#entries.get(named) ?? this.#entries.get(plainPath(named));
	}

	async *text(entry: ZipEntry): AsyncGenerator<string> {
		let decoder: TextDecoder | null = null;
		for await (const bytes of entryBytes(this.#file, entry, this.#meter, 'workbook')) {
			decoder ??= new TextDecoder(xmlEncoding(bytes));
			yield decoder.decode(bytes, { stream: true });
		}
		yield decoder?.decode() ?? '';
	}

	/** Reads a small part whole; one that is not there has nothing in it. */
	async read(
		path: string,
		open: (name: string, attributes: () => Attributes) => void,
		close: (name: string) => void = NOTHING
	): Promise<void> {
		const entry = this.part(path);
		if (!entry) return;
		let xml = '';
		for await (const text of this.text(entry)) {
			xml += text;
			if (xml.length > SMALL_PART) throw damaged(this.#file.name, 'workbook');
		}
		readXml(xml, {
			open: (name, attributes, decode) =>
				open(name, () =>
					Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [local(key), decode(value)]))
				),
			text: NOTHING,
			close
		});
	}

	async readList(
		entry: ZipEntry,
		list: string,
		item: string,
		sink: XmlSink,
		enough: (read: number) => boolean = () => false
	): Promise<void> {
		const reading = new XmlList(list, item, sink);
		let read = 0;
		for await (const text of this.text(entry)) {
			reading.push(text);
			read += text.length;
			if (enough(read)) return;
		}
		if (!reading.finish()) throw damaged(this.#file.name, 'workbook');
	}
}

/** A path without `%20` and the like. */
function plainPath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** UTF-8, or UTF-16 by its mark: XML may be in no other without saying so. */
const xmlEncoding = ([first, second]: Uint8Array): string =>
	first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** Folder of a part, with a slash. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
/** Where a relation leads, from the part that has it. */
function targetOf(folder: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const path: string[] = [];
	for (const step of `${folder}${target}`.split('/')) {
		if (step === '..') path.pop();
		else if (step !== '.') path.push(step);
	}
	return path.join('/');
}

async function openWorkbook(file: File): Promise<Workbook> {
	const book = new Workbook(file, await zipEntries(file, 'workbook'));
	let main = 'xl/workbook.xml';
	await book.read('_rels/.rels', (name, attributes) => {
		const { Type = '', Target = '' } = name === 'Relationship' ? attributes() : {};
		if (Type.endsWith('/officeDocument')) main = targetOf('', Target);
	});
	if (/\.bin$/i.test(main)) throw new AppError('unsupportedFile', { file: file.name, what: 'xlsb' });
	if (!book.part(main) || !/(^|\/)workbook\d*\.xml$/i.test(main))
		throw new AppError('noTable', { file: file.name, kind: 'workbook' });

	const folder = folderOf(main);
	const targets = new Map<string, { readonly type: string; readonly path: string }>();
	await book.read(`${folder}_rels/${main.slice(folder.length)}.rels`, (name, attributes) => {
		if (name !== 'Relationship') return;
		const { Id = '', Type = '', Target = '' } = attributes();
		targets.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: targetOf(folder, Target) });
	});
	const found: Sheet[] = [];
	await book.read(main, (name, attributes) => {
		if (name === 'workbookPr') book.from1904 = /^(1|true)$/.test(attributes()['date1904'] ?? '');
		if (name !== 'sheet') return;
		const { name: sheet = '', id = '', state = 'visible' } = attributes();
		const target = targets.get(id);
		const entry = target?.type === 'worksheet' ? book.part(target.path) : undefined;
		if (entry && state === 'visible') found.push({ name: sheet, entry });
	});
	book.sheets = found;
	const pathOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.path ?? '';
	await readStyles(book, pathOf('styles'));
	await readStrings(book, pathOf('sharedStrings'));
	return book;
}

async function readStyles(book: Workbook, path: string): Promise<void> {
	const codes = new Map<number, string>();
	let inCells = false;
	await book.read(
		path,
		(name, attributes) => {
			if (name === 'numFmt') {
				const { numFmtId = '', formatCode = '' } = attributes();
				codes.set(Number(numFmtId), formatCode);
			} else if (name === 'cellXfs') {
				inCells = true;
			} else if (name === 'xf' && inCells) {
				const id = Number(attributes()['numFmtId'] ?? 0);
				book.kinds.push(numberKind(id, codes.get(id)));
			}
		},
		(name) => {
			if (name === 'cellXfs') inCells = false;
		}
	);
}

async function readStrings(book: Workbook, path: string): Promise<void> {
	const entry = book.part(path);
	if (!entry) return;
	let text = '';
	let taking = false;
	/** how a name is pronounced stands beside it */
	let aside = false;
	await book.readList(entry, 'sst', 'si', {
		open(name) {
			if (name === 'si') text = '';
			if (name === 'rPh') aside = true;
			taking = name === 't' && !aside;
		},
		text(value) {
			if (taking) text += value;
		},
		close(name) {
			if (name === 't') taking = false;
			if (name === 'rPh') aside = false;
			if (name === 'si') book.strings.push(text);
		}
	});
}

/** How little is left to ask of the person about a sheet; Infinity: it is no table. */
async function questions(book: Workbook, { entry, name }: Sheet): Promise<number> {
	const table = new TableText(name);
	const rows = new SheetRows(book, table);
	await book.readList(entry, 'sheetData', 'row', rows, () => rows.last >= LOOK_ROWS);
	const bytes = new Uint8Array(await table.finish().slice(0, SNIFF_BYTES).arrayBuffer());
	const found = sniff(bytes, name, bytes.length, decode, 'rows');
	return found.kind === 'table' ? propose(found.sniffed).questions.length : Infinity;
}

/** The sheet that is a table, by what is left to ask; of several, the longest. */
async function chooseSheet(book: Workbook): Promise<Sheet | undefined> {
	let best: { sheet: Sheet; asked: number } | undefined;
	for (const sheet of book.sheets) {
		const asked = book.sheets.length === 1 ? 0 : await questions(book, sheet);
		const better =
			!best || asked < best.asked || (asked === best.asked && sheet.entry.size > best.sheet.entry.size);
		if (better) best = { sheet, asked };
	}
	return best?.sheet;
}

async function convert(file: File, wanted: string | null, onProgress: Tell): Promise<Converted> {
	const tell = telling(file, 'converting', onProgress);
	const book = await openWorkbook(file);
	const sheet = book.sheets.find(({ name }) => name === wanted) ?? (await chooseSheet(book));
	if (!sheet) throw new AppError('noTable', { file: file.name, kind: 'workbook' });
	const table = new TableText(file.name);
	const rows = new SheetRows(book, table);
	await book.readList(sheet.entry, 'sheetData', 'row', rows, (read) => {
		tell(file.size * Math.min(1, read / Math.max(1, sheet.entry.size)), rows.last);
		return false;
	});
	return {
		text: table.finish(),
		sums: false,
		numbering: 'rows',
		sheet: sheet.name,
		sheets: book.sheets.map(({ name }) => name),
		full: rows.last >= ROW_LIMIT
	};
}

/** The rows of a workbook's sheet: the one that is wanted, or the one that is a table. */
export async function convertWorkbook(
	file: File,
	wanted: string | null,
	onProgress: Tell
): Promise<Converted> {
	try {
		return await convert(file, wanted, onProgress);
	} catch (cause) {
		if (cause instanceof DocumentTypeError)
			throw new AppError('unsupportedFile', { file: file.name, what: 'documentType' }, { cause });
		throw cause instanceof AppError || cause instanceof DOMException
			? cause
			: damaged(file.name, 'workbook', cause);
	}
}

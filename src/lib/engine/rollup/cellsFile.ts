import { xxh32 } from '../table/checksum';
import { isWidth, narrowBytes, narrowest, readNarrow, writeNarrow } from '../table/narrow';
import { COLUMNS, newCells, type Cells } from './cells';

/**
 * A cube as one buffer: u32 XXH32 of what follows · u32 count · pages of {@link PAGE} cells, the last one with what is
 * left. Of a page first, for each column, f64 base · u32 width · u32 zero; then the columns, each 8-byte aligned and as
 * narrow as it is in this page: width 0 says that all its values are the base. Little-endian.
 */
export const PAGE = 8_192;
const HEADER = 8;
const CHECKED_FROM = 4;
const ENTRY = 16;
const ENTRIES = ENTRY * COLUMNS.length;

type Column = (typeof COLUMNS)[number];

/** Stored as what they are later than `from`. */
const LATER: ReadonlySet<Column> = new Set<Column>(['first', 'last']);

function shifted(values: Float64Array, from: Float64Array, by: 1 | -1): Float64Array {
	const moved = new Float64Array(values.length);
	for (let k = 0; k < moved.length; k++) moved[k] = (values[k] as number) + by * (from[k] as number);
	return moved;
}

/** Cells `[start, end)`, on the same memory. */
const part = (cells: Cells, start: number, end: number): Cells => ({
	count: end - start,
	from: cells.from.subarray(start, end),
	interactions: cells.interactions.subarray(start, end),
	quantity: cells.quantity.subarray(start, end),
	seconds: cells.seconds.subarray(start, end),
	nonBillable: cells.nonBillable.subarray(start, end),
	units: cells.units.subarray(start, end),
	first: cells.first.subarray(start, end),
	last: cells.last.subarray(start, end),
	agent: cells.agent.subarray(start, end),
	entity: cells.entity.subarray(start, end),
	slot: cells.slot.subarray(start, end)
});

/** The page of cells `[start, end)`. */
export function encodePage(cells: Cells, start: number, end: number): Uint8Array<ArrayBuffer> {
	const page = part(cells, start, end);
	const { count } = page;
	const columns = COLUMNS.map((name) => {
		const values = LATER.has(name) ? shifted(page[name] as Float64Array, page.from, -1) : page[name];
		return { values, narrow: narrowest(values) };
	});
	const buffer = new ArrayBuffer(
		columns.reduce((at, { narrow }) => at + narrowBytes(count, narrow), ENTRIES)
	);
	const header = new DataView(buffer);
	let at = ENTRIES;
	columns.forEach(({ values, narrow }, k) => {
		header.setFloat64(ENTRY * k, narrow.base, true);
		header.setUint32(ENTRY * k + 8, narrow.width, true);
		writeNarrow(buffer, at, values, narrow);
		at += narrowBytes(count, narrow);
	});
	return new Uint8Array(buffer);
}

/** The buffer of a cube whose pages hold `count` cells, all but the last one {@link PAGE}. */
export function joinPages(pages: readonly Uint8Array[], count: number): ArrayBuffer {
	const bytes = new Uint8Array(pages.reduce((sum, { length }) => sum + length, HEADER));
	let at = HEADER;
	for (const page of pages) {
		bytes.set(page, at);
		at += page.length;
	}
	const header = new DataView(bytes.buffer);
	header.setUint32(4, count, true);
	header.setUint32(0, xxh32(bytes.subarray(CHECKED_FROM)), true);
	return bytes.buffer;
}

export function encodeCells(cells: Cells): ArrayBuffer {
	const pages: Uint8Array[] = [];
	for (let start = 0; start < cells.count; start += PAGE)
		pages.push(encodePage(cells, start, Math.min(start + PAGE, cells.count)));
	return joinPages(pages, cells.count);
}

/** Reads a page into cells of as many as it holds. Where it ends, or null where it is none. */
function readPage(buffer: ArrayBuffer, at: number, page: Cells): number | null {
	const header = new DataView(buffer, at);
	if (header.byteLength < ENTRIES) return null;
	let from = at + ENTRIES;
	for (const [k, name] of COLUMNS.entries()) {
		const base = header.getFloat64(ENTRY * k, true);
		const width = header.getUint32(ENTRY * k + 8, true);
		if (!isWidth(width) || from + narrowBytes(page.count, { width }) > buffer.byteLength) return null;
		readNarrow(buffer, from, { base, width }, page[name]);
		from += narrowBytes(page.count, { width });
		if (LATER.has(name)) page[name].set(shifted(page[name] as Float64Array, page.from, 1));
	}
	return from;
}

/** The cells of {@link joinPages}; null where the bytes are not those that were written. */
export function decodeCells(buffer: ArrayBuffer): Cells | null {
	if (buffer.byteLength < HEADER) return null;
	const header = new DataView(buffer);
	if (header.getUint32(0, true) !== xxh32(new Uint8Array(buffer, CHECKED_FROM))) return null;
	const cells = newCells(header.getUint32(4, true));
	let at: number | null = HEADER;
	for (let start = 0; start < cells.count && at !== null; start += PAGE)
		at = readPage(buffer, at, part(cells, start, Math.min(start + PAGE, cells.count)));
	return at === buffer.byteLength ? cells : null;
}

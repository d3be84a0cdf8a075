import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import type { ColumnMetaData, DecodedArray, PageHeader, SchemaTree } from 'hyparquet';
import { parquetHeader, readPage } from 'hyparquet/src/column.js';
import { convert } from 'hyparquet/src/convert.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import type { ColumnDecoder } from 'hyparquet/src/types.js';
import { asStored } from './parquetExact';
import { checkPrefixes, checkRuns, checkSnappy, widthOf } from './parquetRuns';

/** A page larger than that is made to fill the memory: writers stop at a few megabytes. */
export const PAGE_LIMIT = 256e6;

type Codec = (packed: Uint8Array, out: Uint8Array) => Uint8Array;
const UNPACK: Readonly<Partial<Record<ColumnMetaData['codec'], Codec>>> = {
	UNCOMPRESSED: (packed) => packed,
	SNAPPY(packed, out) {
		checkSnappy(packed, out.length);
		snappyUncompress(packed, out);
		return out;
	},
	GZIP: (packed, out) => gunzipSync(packed, { out }),
	ZSTD: (packed, out) => unzstd(packed, out)
};
export const READABLE: ReadonlySet<string> = new Set(Object.keys(UNPACK));

/** A number of the file, which may be of any kind where the file is damaged. */
function number(value: unknown, most: number): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= most)) throw new RangeError('page');
	return value;
}

function unpacked(codec: ColumnMetaData['codec'], packed: Uint8Array, length: number): Uint8Array {
	const unpack = UNPACK[codec] as Codec;
	const out = unpack(packed, codec === 'UNCOMPRESSED' ? packed : new Uint8Array(length));
	if (out.length !== length) throw new RangeError('size of a page');
	return out;
}

/** A page as if it had never been compressed. */
interface Page {
	readonly header: PageHeader;
	readonly bytes: Uint8Array;
	/** values of it, those that are missing among them */
	readonly values: number;
}

/** The page whose header was read, and whose bytes begin at `packed`; `left`: values that the column still lacks. */
function pageOf(header: PageHeader, packed: Uint8Array, codec: ColumnMetaData['codec'], left: number): Page {
	const size = number(header.uncompressed_page_size, PAGE_LIMIT);
	const plain = (bytes: Uint8Array): PageHeader => ({ ...header, compressed_page_size: bytes.length });
	if (header.type === 'DATA_PAGE_V2') {
		const { data_page_header_v2: v2 } = header;
		if (!v2) throw new RangeError('page');
		const values = number(v2.num_values, left);
		number(v2.num_nulls, values);
		const repetitions = number(v2.repetition_levels_byte_length, packed.length);
		const levels = repetitions + number(v2.definition_levels_byte_length, packed.length - repetitions);
		if (v2.is_compressed === false) return { header: plain(packed), bytes: packed, values };
		const bytes = new Uint8Array(size);
		bytes.set(packed.subarray(0, levels));
		bytes.set(unpacked(codec, packed.subarray(levels), size - levels), levels);
		return {
			header: { ...plain(bytes), data_page_header_v2: { ...v2, is_compressed: false } },
			bytes,
			values
		};
	}
	const bytes = unpacked(codec, packed, size);
	const values =
		header.type === 'DICTIONARY_PAGE'
			? number(header.dictionary_page_header?.num_values, 8 * bytes.length)
			: number(header.data_page_header?.num_values, left);
	return { header: plain(bytes), bytes, values };
}

/** The library believes what a page says of its lengths, and may count to billions, or fill the memory. */
function checkPage({ header, bytes, values }: Page, decoder: ColumnDecoder): void {
	const { data_page_header: v1, data_page_header_v2: v2 } = header;
	const levels = [getMaxRepetitionLevel(decoder.schemaPath), getMaxDefinitionLevel(decoder.schemaPath)];
	const lengths = [v2?.repetition_levels_byte_length, v2?.definition_levels_byte_length];
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	let at = 0;
	const runs = (width: number, length?: number): void => {
		const from = length === undefined ? at + 4 : at;
		const end = from + (length ?? view.getUint32(at, true));
		checkRuns(bytes, from, width, values);
		at = end;
	};
	levels.forEach((most, k) => {
		if (most > 0) runs(widthOf(most), v2 ? (lengths[k] ?? 0) : undefined);
	});
	switch (v1?.encoding ?? v2?.encoding) {
		case 'RLE':
			return runs(1);
		case 'PLAIN_DICTIONARY':
		case 'RLE_DICTIONARY':
			return decoder.type === 'BOOLEAN' ? runs(1) : checkRuns(bytes, at + 1, view.getUint8(at), values);
		case 'DELTA_BYTE_ARRAY':
			return checkPrefixes({ view, offset: at }, values, PAGE_LIMIT);
	}
}

/**
 * All pages of a column in a row group, one after the other: `breathe` is called between two, as a large group takes
 * long. Counts and sizes are checked before the library sees them.
 */
export async function readPages(
	chunk: ArrayBuffer,
	meta: ColumnMetaData,
	schemaPath: SchemaTree[],
	parsers: ColumnDecoder['parsers'],
	breathe: () => Promise<void>
): Promise<DecodedArray[]> {
	const reader = { view: new DataView(chunk), offset: 0 };
	const flat = getMaxRepetitionLevel(schemaPath) === 0;
	const { element } = schemaPath.at(-1) as SchemaTree;
	// A list is shown as JSON, in which a value is what the library makes of it.
	const stored = flat ? asStored(element) : element;
	const decoder: ColumnDecoder = {
		pathInSchema: meta.path_in_schema,
		type: meta.type,
		element: stored,
		schemaPath,
		codec: 'UNCOMPRESSED',
		parsers,
		utf8: stored === element
	};
	const pages: DecodedArray[] = [];
	let dictionary: DecodedArray | undefined;
	let left = Number(meta.num_values);
	while (left > 0) {
		const header = parquetHeader(reader);
		const from = reader.offset;
		reader.offset += number(header.compressed_page_size, chunk.byteLength - from);
		const packed = new Uint8Array(chunk, from, reader.offset - from);
		if (header.type === 'INDEX_PAGE') continue;
		const page = pageOf(header, packed, meta.codec, left);
		const { bytes } = page;
		const at = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
		if (header.type === 'DICTIONARY_PAGE') {
			const { data } = readPage(at, page.header, decoder, undefined, undefined, 0);
			if (data) dictionary = convert(data, decoder);
			continue;
		}
		checkPage(page, decoder);
		const before = flat ? undefined : pages.at(-1);
		const { data } = readPage(at, page.header, decoder, dictionary, before, 0);
		if (data && data !== before) pages.push(data);
		left -= page.values;
		await breathe();
	}
	return pages;
}

import { Inflate } from 'fflate';
import { crc32 } from '../crc32';
import { AppError } from '../errors';
import { damaged, pieces, type Bytes, type OutMeter } from './pieces';

/** A file in a zip, as its directory says; nothing of it is believed before it is seen. */
export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly flags: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	/** where its own head begins */
	readonly at: number;
}

/** Files that an archive may hold. */
const ENTRY_LIMIT = 10_000;
/** A directory of so many entries is no larger, whatever it says. */
const DIRECTORY_LIMIT = 16e6;
/** The end of a zip: 22 bytes, a comment of at most 65,535, and before it 76 bytes where it is a large one. */
const END_SIZE = 22;
const END_LOOK = END_SIZE + 65_535 + 76;
const HEAD_SIZE = 30;
const ENTRY_SIZE = 46;
const FULL = 0xffff_ffff;
const ENCRYPTED = 1;
const UTF8_NAME = 0x800;
const STORED = 0;
const DEFLATED = 8;
const PIECE = 1 << 14;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const read = async (file: Blob, from: number, to: number) =>
	new Uint8Array(await file.slice(from, to).arrayBuffer());
const whole = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface Directory {
	readonly at: number;
	readonly size: number;
	readonly entries: number;
}

/** Where the directory is: by the last end in the file, or by that of a large zip before it. */
async function findDirectory(file: Blob): Promise<Directory | null> {
	const from = Math.max(0, file.size - END_LOOK);
	const view = viewOf(await read(file, from, file.size));
	for (let p = view.byteLength - END_SIZE; p >= 0; p--) {
		if (view.getUint32(p, true) !== 0x06054b50) continue;
		const plain = {
			entries: view.getUint16(p + 10, true),
			size: view.getUint32(p + 12, true),
			at: view.getUint32(p + 16, true)
		};
		if (plain.at !== FULL && plain.entries !== 0xffff) return plain;
		if (p < 20 || view.getUint32(p - 20, true) !== 0x07064b50) return plain;
		const large = viewOf(await read(file, whole(view, p - 12), whole(view, p - 12) + 56));
		if (large.byteLength < 56 || large.getUint32(0, true) !== 0x06064b50) return null;
		return { entries: whole(large, 32), size: whole(large, 40), at: whole(large, 48) };
	}
	return null;
}

/** Sizes and place that stand in a field of their own where 32 bits do not hold them. */
function large(view: DataView, from: number, to: number, plain: readonly number[]): number[] {
	const found = [...plain];
	for (let p = from; p + 4 <= to; p += 4 + view.getUint16(p + 2, true)) {
		if (view.getUint16(p, true) !== 1) continue;
		let at = p + 4;
		plain.forEach((value, k) => {
			if (value !== FULL || at + 8 > to) return;
			found[k] = whole(view, at);
			at += 8;
		});
	}
	return found;
}

const UTF8 = new TextDecoder();
const STRICT = new TextDecoder('utf-8', { fatal: true });
/** The upper half of code page 437, in which a zip's names are where nothing else is said; Windows writes them so. */
const PAGE_437 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** A file's name: in UTF-8 where it says so, or is it, as macOS writes it without saying so. */
function nameOf(bytes: Uint8Array, flags: number): string {
	if (flags & UTF8_NAME) return UTF8.decode(bytes);
	try {
		return STRICT.decode(bytes);
	} catch {
		return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : PAGE_437[byte - 128])).join(
			''
		);
	}
}

/** The files of a zip, by its directory; folders are left out. `kind`: what the file is, for its refusal. */
export async function zipEntries(file: File, kind: string): Promise<readonly ZipEntry[]> {
	const directory = await findDirectory(file);
	if (!directory || directory.size > DIRECTORY_LIMIT || directory.at + directory.size > file.size)
		throw damaged(file.name, kind);
	if (directory.entries > ENTRY_LIMIT)
		throw new AppError('unsupportedFile', { file: file.name, what: 'manyFiles' });
	const bytes = await read(file, directory.at, directory.at + directory.size);
	const view = viewOf(bytes);
	const entries: ZipEntry[] = [];
	for (let k = 0, p = 0; k < directory.entries; k++) {
		if (p + ENTRY_SIZE > bytes.length || view.getUint32(p, true) !== 0x02014b50)
			throw damaged(file.name, kind);
		const [nameSize, extraSize, commentSize] = [28, 30, 32].map((at) => view.getUint16(p + at, true)) as [
			number,
			number,
			number
		];
		const nameEnd = p + ENTRY_SIZE + nameSize;
		const flags = view.getUint16(p + 8, true);
		if (nameEnd + extraSize > bytes.length) throw damaged(file.name, kind);
		const [size, packed, at] = large(view, nameEnd, nameEnd + extraSize, [
			view.getUint32(p + 24, true),
			view.getUint32(p + 20, true),
			view.getUint32(p + 42, true)
		]) as [number, number, number];
		const raw = bytes.subarray(p + ENTRY_SIZE, nameEnd);
		const name = nameOf(raw, flags).replaceAll('\\', '/');
		const [method, crc] = [view.getUint16(p + 10, true), view.getUint32(p + 16, true)];
		if (!name.endsWith('/')) entries.push({ name, method, flags, crc, packed, size, at });
		p = nameEnd + extraSize + commentSize;
	}
	return entries;
}

/** The bytes of an entry as they come out, counted by `meter`; its checksum and length are checked at its end. */
export async function* entryBytes(
	file: File,
	entry: ZipEntry,
	meter: OutMeter,
	kind: string
): AsyncGenerator<Bytes> {
	if (entry.flags & ENCRYPTED) throw new AppError('protectedFile', { file: file.name, kind });
	if (entry.method !== STORED && entry.method !== DEFLATED)
		throw new AppError('unsupportedFile', { file: file.name, what: 'zipMethod' });
	const head = await read(file, entry.at, entry.at + HEAD_SIZE);
	if (head.length < HEAD_SIZE || viewOf(head).getUint32(0, true) !== 0x04034b50)
		throw damaged(file.name, kind);
	const start = entry.at + HEAD_SIZE + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true);
	const end = start + entry.packed;
	if (end > file.size) throw damaged(file.name, kind);
	let crc = 0;
	let length = 0;
	const counted = (out: Uint8Array): Bytes => {
		meter.add(out.length);
		crc = crc32(crc, out);
		length += out.length;
		return out as Bytes;
	};
	const out: Bytes[] = [];
	const stream = new Inflate((bytes) => {
		if (bytes.length > 0) out.push(counted(bytes));
	});
	let at = start;
	for await (const piece of pieces(file, PIECE, start, end)) {
		at += piece.length;
		if (entry.method === STORED) {
			yield counted(piece);
			continue;
		}
		try {
			stream.push(piece, at === end);
		} catch (cause) {
			throw cause instanceof AppError ? cause : damaged(file.name, kind, cause);
		}
		yield* out.splice(0);
	}
	if (crc !== entry.crc || length !== entry.size) throw damaged(file.name, kind);
}

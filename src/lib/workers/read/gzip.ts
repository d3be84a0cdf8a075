import { Gunzip } from 'fflate';
import { crc32 } from '../crc32';
import { damaged, OutMeter, pieces, telling, type Bytes, type Tell } from './pieces';

/** So little at once that even a bomb gives no more than 17 MB before it is stopped. */
const PIECE = 1 << 14;
/** Checksum and length behind each member. */
const TRAILER = 8;

interface Member {
	/** where it ends in the file */
	readonly end: number;
	readonly crc: number;
	readonly length: number;
}

/** Name of what a gzip file holds: its own without the last part. */
const inside = (name: string): string => name.replace(/\.tgz$/i, '.tar').replace(/\.(gz|gzip)$/i, '') || name;

/**
 * What a gzip file holds, of one member or several. Its checksums are checked; `limit`: bytes it may unpack to, for
 * what must be in memory at once.
 */
export async function gunzip(file: File, onProgress: Tell, limit = Infinity): Promise<File> {
	const tell = telling(file, 'unpacking', onProgress);
	const meter = new OutMeter(file.name, file.size, limit);
	const parts: Blob[] = [];
	const members: Member[] = [];
	let crc = 0;
	let length = 0;
	let piecesIn: Bytes[] = [];
	let size = 0;
	const flush = () => {
		parts.push(new Blob(piecesIn));
		piecesIn = [];
		size = 0;
	};
	const stream = new Gunzip((out) => {
		meter.add(out.length);
		crc = crc32(crc, out);
		length += out.length;
		// What a decoder hands out is its own, and stays as it is.
		piecesIn.push(out as Bytes);
		size += out.length;
		if (size > 1 << 20) flush();
	});
	stream.onmember = (end) => {
		members.push({ end, crc, length });
		crc = length = 0;
	};
	let read = 0;
	try {
		for await (const piece of pieces(file, PIECE)) {
			read += piece.length;
			stream.push(piece, read === file.size);
			tell(read);
		}
	} catch (cause) {
		throw cause instanceof Error && 'code' in cause && typeof cause.code === 'number'
			? damaged(file.name, 'gzip', cause)
			: cause;
	}
	members.push({ end: file.size, crc, length });
	for (const member of members) {
		const trailer = await file.slice(Math.max(0, member.end - TRAILER), member.end).arrayBuffer();
		if (trailer.byteLength < TRAILER) throw damaged(file.name, 'gzip');
		const view = new DataView(trailer);
		if (view.getUint32(0, true) !== member.crc || view.getUint32(4, true) !== member.length >>> 0)
			throw damaged(file.name, 'gzip');
	}
	flush();
	return new File(parts, inside(file.name));
}

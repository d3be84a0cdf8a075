import { crc32 } from '../crc32';
import type { Bytes } from './batch';

const encoder = new TextEncoder();

/** Numbers of 2 or 4 bytes, little-endian. */
function numbers(...given: readonly (readonly [bytes: 2 | 4, value: number])[]): Bytes {
	const bytes = new Uint8Array(given.reduce((all, [size]) => all + size, 0));
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const [size, value] of given) {
		if (size === 2) view.setUint16(at, value, true);
		else view.setUint32(at, value, true);
		at += size;
	}
	return bytes;
}

function joined(...parts: readonly Uint8Array[]): Bytes {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Lengths and checksum follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980: files say when they were made nowhere, so that the same table is the same file. */
const DATE = 0x21;

export interface ZipEntry {
	readonly name: string;
	readonly pieces: AsyncIterable<Bytes>;
}

/** A zip file, entry by entry, as its data comes. None of it may reach 4 GB. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Bytes> {
	const directory: Bytes[] = [];
	let at = 0;
	for (const { name, pieces } of entries) {
		const label = encoder.encode(name);
		const start = at;
		const head = joined(
			numbers([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE]),
			numbers([4, 0], [4, 0], [4, 0], [2, label.length], [2, 0]),
			label
		);
		at += head.length;
		yield head;
		let crc = 0;
		let length = 0;
		let packed = 0;
		const data = pieces[Symbol.asyncIterator]();
		const source = new ReadableStream<Bytes>({
			async pull(controller) {
				const next = await data.next();
				if (next.done) return controller.close();
				crc = crc32(crc, next.value);
				length += next.value.length;
				controller.enqueue(next.value);
			}
		});
		const reader = source.pipeThrough(new CompressionStream('deflate-raw')).getReader();
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			packed += next.value.length;
			yield next.value as Bytes;
		}
		const sizes = numbers([4, crc], [4, packed], [4, length]);
		yield joined(numbers([4, 0x08074b50]), sizes);
		at += packed + 16;
		directory.push(
			joined(
				numbers([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE]),
				sizes,
				numbers([2, label.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, start]),
				label
			)
		);
	}
	const all = joined(...directory);
	yield all;
	const count = directory.length;
	yield numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, all.length], [4, at], [2, 0]);
}

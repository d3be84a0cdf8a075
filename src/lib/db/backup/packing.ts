import { joined, type Bytes } from './part';

/** More than this many bytes out of one byte in is not something that we write. */
export const RATIO_LIMIT = 200;
/** Small steps in: what comes out of one before it is counted stays small too. */
const STEP = 16 * 1024;

function steps(bytes: Bytes): ReadableStream<Bytes> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += STEP)));
			else controller.close();
		}
	});
}

/** What comes out of a transform, up to a number of bytes; null: more would have come. */
async function through(
	bytes: Bytes,
	transform: CompressionStream | DecompressionStream,
	limit: number
): Promise<Bytes | null> {
	const reader = steps(bytes).pipeThrough(transform).getReader();
	const pieces: Uint8Array[] = [];
	let length = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		length += next.value.length;
		if (length > limit) {
			await reader.cancel().catch(() => undefined);
			return null;
		}
		pieces.push(next.value);
	}
	return joined(...pieces);
}

/** Raw deflate of the bytes; null where it would not be shorter, or shorter than a reader believes. */
export async function deflate(bytes: Bytes): Promise<Bytes | null> {
	const packed = await through(bytes, new CompressionStream('deflate-raw'), bytes.length - 1);
	return packed && packed.length * RATIO_LIMIT >= bytes.length ? packed : null;
}

/** The `length` bytes that were packed; null where others come out, or more: it stops at the first too many. */
export async function inflate(packed: Bytes, length: number): Promise<Bytes | null> {
	try {
		const bytes = await through(packed, new DecompressionStream('deflate-raw'), length);
		return bytes?.length === length ? bytes : null;
	} catch {
		return null;
	}
}

let viewed: Uint8Array = new Uint8Array(0);
let view = new DataView(viewed.buffer);

/**
 * A view for reading the bytes four at a time, which may begin anywhere; positions are those in `bytes`. It is kept
 * while the same array is asked for, as the loops over a file's fields do: they spend most of their time on bytes.
 */
export function wordsOf(bytes: Uint8Array): DataView {
	if (bytes !== viewed) {
		viewed = bytes;
		view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
	return view;
}

/** The one to three bytes at `p`, or none, the first the lowest. */
export function shortWord(bytes: Uint8Array, p: number, end: number): number {
	let value = 0;
	for (let q = end - 1; q >= p; q--) value = (value << 8) | (bytes[q] as number);
	return value;
}

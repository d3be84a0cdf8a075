import type { Encoding } from '../../engine/ingest';
import type { Converted } from '../readerApi';
import { pieces, telling, type Tell } from './pieces';
import { PlainText } from './tableText';

const PIECE = 1 << 20;

/** The text of a file, `size` bytes at a time; a mark at its start is taken off. */
export async function* decoded(
	file: Blob,
	encoding: Encoding,
	size = PIECE
): AsyncGenerator<{ text: string; bytes: number }> {
	const decoder = new TextDecoder(encoding);
	let bytes = 0;
	for await (const piece of pieces(file, size)) {
		bytes += piece.length;
		yield { text: decoder.decode(piece, { stream: true }), bytes };
	}
	yield { text: decoder.decode(), bytes };
}

/** A text in another encoding as UTF-8. What no text in that encoding holds becomes U+FFFD. */
export async function convertText(file: File, encoding: Encoding, onProgress: Tell): Promise<Converted> {
	const tell = telling(file, 'converting', onProgress);
	const all = new PlainText(file.name);
	for await (const { text, bytes } of decoded(file, encoding)) {
		all.add(text);
		tell(bytes, all.lines);
	}
	return { text: all.finish(), sums: false, numbering: 'lines', sheet: null, sheets: [], full: false };
}

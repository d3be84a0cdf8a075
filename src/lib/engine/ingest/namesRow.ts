import { utf8 } from '../table/utf8';
import { skipBlanks, trimEnd } from './numbers';

/** Whether a field is a text, but for blanks around it. */
function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
	const start = skipBlanks(bytes, from, to);
	if (trimEnd(bytes, start, to) - start !== text.length) return false;
	let k = 0;
	while (k < text.length && bytes[start + k] === text[k]) k++;
	return k === text.length;
}

/** Knows rows with the names of the columns again, as files have them that were put together from several. */
export class NamesRow {
	readonly #names: readonly Uint8Array[];

	constructor(header: readonly string[]) {
		this.#names = header.map(utf8);
	}

	/** True where at least half of the fields, and two, are their columns' names: a mark may stand before the first. */
	is(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number): boolean {
		const names = this.#names;
		let alike = 0;
		for (let k = 0; k < names.length && k < count; k++) {
			const name = names[k] as Uint8Array;
			if (name.length > 0 && isText(bytes, starts[k] as number, ends[k] as number, name)) alike++;
		}
		return alike >= 2 && alike * 2 >= names.length;
	}
}

/**
 * Finds the records of a JSON text that comes in pieces: the elements of an array of objects at the top or inside an
 * object (`{"calls": […]}`), or objects one after the other, as NDJSON has them. Only brackets and quotation marks are
 * looked at here; what stands between them is the reader's.
 */

/** Where the records are. `array`: the first array of objects; `lines`: the objects at the top. */
export type JsonShape = 'array' | 'lines';

const QUOTE = 34;
const BACKSLASH = 92;
const isOpen = (code: number): boolean => code === 91 || code === 123;
const isClose = (code: number): boolean => code === 93 || code === 125;

const isBlank = (code: number): boolean =>
	code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff;

/** Position after the string that begins at `p`; -1: it does not end. */
export function afterString(text: string, p: number): number {
	for (let at = p + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at + 1;
	}
	return -1;
}

/** Position after the object or array that begins at `p`; -1: it does not end. */
function afterValue(text: string, p: number): number {
	let depth = 0;
	for (let at = p; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = afterString(text, at);
			if (at < 0) return -1;
			continue;
		}
		at++;
		if (isOpen(code)) depth++;
		else if (isClose(code) && --depth === 0) return at;
	}
	return -1;
}

const skipBlanks = (text: string, p: number): number => {
	let at = p;
	while (at < text.length && isBlank(text.charCodeAt(at))) at++;
	return at;
};

/** Position of the first `[` with an object behind it, outside of strings; -1: none. */
function arrayOfObjects(text: string, from: number, to: number): number {
	for (let at = from; at < to;) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = afterString(text, at);
			if (at < 0) return -1;
		} else {
			at++;
			if (code === 91 && text.charCodeAt(skipBlanks(text, at)) === 123) return at - 1;
		}
	}
	return -1;
}

/** By the first characters of a text, or all of it. */
export function jsonShape(head: string): JsonShape {
	const start = skipBlanks(head, 0);
	if (head.charCodeAt(start) === 91) return 'array';
	const end = afterValue(head, start);
	if (end < 0) return 'array';
	const more = skipBlanks(head, end) < head.length;
	return more || arrayOfObjects(head, start, end) < 0 ? 'lines' : 'array';
}

/** Why a text ends as no JSON text does. */
export type JsonEnd = 'whole' | 'cut' | 'stray';

export class JsonRecords {
	#rest = '';
	/** looking for the array; in the records; behind the array */
	#where: 'before' | 'inside' | 'behind';
	readonly #shape: JsonShape;
	readonly #onRecord: (text: string) => void;
	/** something stands between records that does not belong there */
	#stray = false;
	/** where in `#rest` the search for the end of the record in hand goes on */
	#at = 0;
	#depth = 0;

	constructor(shape: JsonShape, onRecord: (text: string) => void) {
		this.#shape = shape;
		this.#where = shape === 'lines' ? 'inside' : 'before';
		this.#onRecord = onRecord;
	}

	/** Characters that are kept for a record that has not ended. */
	get kept(): number {
		return this.#rest.length;
	}

	push(piece: string): void {
		if (this.#where === 'behind') return;
		this.#rest += piece;
		if (this.#where === 'before') {
			const start = arrayOfObjects(this.#rest, 0, this.#rest.length);
			const empty = /^[\s\uFEFF]*\[\s*\]/.test(this.#rest.slice(0, 1_000));
			if (start < 0) {
				if (empty) this.#where = 'behind';
				return;
			}
			this.#rest = this.#rest.slice(start + 1);
			this.#where = 'inside';
		}
		this.#read();
	}

	finish(): JsonEnd {
		if (this.#stray) return 'stray';
		const left = skipBlanks(this.#rest, 0) < this.#rest.length;
		if (this.#shape === 'lines') return left ? 'cut' : 'whole';
		return this.#where === 'behind' ? 'whole' : 'cut';
	}

	#read(): void {
		const text = this.#rest;
		let p = 0;
		while (!this.#stray) {
			if (this.#depth === 0) {
				while (p < text.length && (isBlank(text.charCodeAt(p)) || text.charCodeAt(p) === 44)) p++;
				if (p === text.length) break;
				const code = text.charCodeAt(p);
				if (code === 93 && this.#shape === 'array') {
					this.#where = 'behind';
					break;
				}
				if (code !== 123) {
					this.#stray = true;
					break;
				}
				this.#at = p;
			}
			const end = this.#recordEnd(text);
			if (end < 0) break;
			this.#onRecord(text.slice(p, end));
			p = end;
		}
		this.#rest = text.slice(p);
		this.#at -= p;
	}

	/** Goes on to the end of the record in hand; -1: it is not here yet. */
	#recordEnd(text: string): number {
		let at = this.#at;
		while (at < text.length) {
			const code = text.charCodeAt(at);
			if (code === QUOTE) {
				const end = afterString(text, at);
				if (end < 0) break;
				at = end;
				continue;
			}
			at++;
			if (isOpen(code)) this.#depth++;
			else if (isClose(code) && --this.#depth === 0) {
				this.#at = at;
				return at;
			}
		}
		this.#at = at;
		return -1;
	}
}

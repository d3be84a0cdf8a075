/**
 * Finds the records of a JSON text that comes in pieces: the elements of arrays of objects at the top or inside an
 * object (`{"calls": […]}`), or objects one after the other, as NDJSON has them. Only brackets and quotation marks are
 * looked at here; what stands between them is the reader's.
 */

/** Where the records are. `array`: in arrays of objects; `lines`: the objects at the top. */
export type JsonShape = 'array' | 'lines';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
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
			if (code === OPEN_ARRAY && text.charCodeAt(skipBlanks(text, at)) === OPEN_OBJECT) return at - 1;
		}
	}
	return -1;
}

/** By the first characters of a text, or all of it. */
export function jsonShape(head: string): JsonShape {
	const start = skipBlanks(head, 0);
	if (head.charCodeAt(start) === OPEN_ARRAY) return 'array';
	const end = afterValue(head, start);
	if (end < 0) return 'array';
	const more = skipBlanks(head, end) < head.length;
	return more || arrayOfObjects(head, start, end) < 0 ? 'lines' : 'array';
}

/** Why a text ends as no JSON text does. */
export type JsonEnd = 'whole' | 'cut' | 'stray';

/** A list of records, and its characters so far. */
export interface JsonList {
	/** the names that lead to it: `data.calls`; empty at the top */
	readonly name: string;
	readonly records: number;
	readonly length: number;
}

const QUIET = { name: '', records: 0, length: 0 };

/**
 * Reads all lists of objects in a text, each with its records in turn. Lists of one name are one: pages of an answer
 * that were written one behind the other.
 */
export class JsonRecords {
	/** the list of the last record */
	list: JsonList = QUIET;
	readonly #lists = new Map<string, JsonList>();
	/** what is left of the pieces so far */
	#rest = '';
	/** between brackets of a list */
	#inside: boolean;
	readonly #shape: JsonShape;
	readonly #onRecord: (text: string, list: JsonList) => void;
	/** something stands between records that does not belong there */
	#stray = false;
	/** where in `#rest` the search for the end of the record in hand goes on */
	#at = 0;
	#depth = 0;
	/** the name in hand of each object and array that is open outside of lists; empty in arrays */
	readonly #names: string[] = [];
	/** the last string outside of lists: a name, if a colon follows */
	#string = '';

	constructor(shape: JsonShape, onRecord: (text: string, list: JsonList) => void) {
		this.#shape = shape;
		this.#inside = shape === 'lines';
		this.#onRecord = onRecord;
	}

	/** Characters that are kept for what has not ended. */
	get kept(): number {
		return this.#rest.length;
	}

	/** All lists so far, in the order in which they begin. */
	get lists(): readonly JsonList[] {
		return [...this.#lists.values()];
	}

	push(piece: string): void {
		const text = this.#rest + piece;
		let p = 0;
		for (let before = -1; before < p && !this.#stray;) {
			before = p;
			p = this.#inside ? this.#records(text, p) : this.#between(text, p);
		}
		this.#rest = text.slice(p);
		this.#at -= p;
	}

	finish(): JsonEnd {
		if (this.#stray) return 'stray';
		const left = skipBlanks(this.#rest, 0) < this.#rest.length;
		const open = this.#shape === 'array' && (this.#inside || this.#names.length > 0);
		return left || open ? 'cut' : 'whole';
	}

	/** Reads on outside of lists, to the records of the next one; answers where it stopped. */
	#between(text: string, from: number): number {
		for (let p = from; p < text.length;) {
			const code = text.charCodeAt(p);
			if (code === QUOTE) {
				const end = afterString(text, p);
				if (end < 0) return p;
				this.#string = text.slice(p + 1, end - 1);
				p = end;
				continue;
			}
			if (code === COLON) this.#names[this.#names.length - 1] = this.#string;
			if (code === OPEN_ARRAY) {
				const next = skipBlanks(text, p + 1);
				if (next === text.length) return p;
				this.#inside = text.charCodeAt(next) === OPEN_OBJECT;
				if (this.#inside) {
					this.#begin(this.#names.filter((name) => name !== '').join('.'));
					return p + 1;
				}
			}
			if (isOpen(code)) this.#names.push('');
			else if (isClose(code) && this.#names.pop() === undefined) this.#stray = true;
			p++;
		}
		return text.length;
	}

	#begin(name: string): void {
		this.list = this.#lists.get(name) ?? { ...QUIET, name };
		this.#lists.set(name, this.list);
	}

	/** Reads records, to the end of their list; answers where it stopped. */
	#records(text: string, from: number): number {
		let p = from;
		for (;;) {
			if (this.#depth === 0) {
				while (p < text.length && (isBlank(text.charCodeAt(p)) || text.charCodeAt(p) === COMMA)) p++;
				if (p === text.length) return p;
				const code = text.charCodeAt(p);
				if (code === CLOSE_ARRAY && this.#shape === 'array') {
					this.#inside = false;
					return p + 1;
				}
				if (code !== OPEN_OBJECT) {
					this.#stray = true;
					return p;
				}
				this.#at = p;
			}
			const end = this.#recordEnd(text);
			if (end < 0) return p;
			const { name, records, length } = this.list;
			this.list = { name, records: records + 1, length: length + end - p };
			this.#lists.set(name, this.list);
			this.#onRecord(text.slice(p, end), this.list);
			p = end;
		}
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

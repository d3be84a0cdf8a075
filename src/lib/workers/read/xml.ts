import { Parser } from 'saxen';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlSink {
	/** `name`: without its prefix; attributes as they are written, with prefixes and entities */
	open(name: string, attributes: () => Attributes, decode: (text: string) => string): void;
	text(value: string): void;
	close(name: string): void;
}

/** A document that declares a type of its own may declare entities that grow without end: none is read. */
export class DocumentTypeError extends Error {}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a whole XML text. Throws where it is none, and on a document type. */
export function readXml(xml: string, sink: XmlSink): void {
	new Parser()
		.on('openTag', (name, attributes, decode) => sink.open(local(name), attributes, decode))
		.on('closeTag', (name) => sink.close(local(name)))
		.on('text', (text, decode) => sink.text(decode(text)))
		.on('cdata', (text) => sink.text(text))
		.on('attention', (text) => {
			if (/^<!(doctype|entity)/i.test(text)) throw new DocumentTypeError();
		})
		.on('error', (error) => {
			throw error;
		})
		.parse(xml);
}

/** Characters that may stand before the first item, and in one item. */
const ITEM_LIMIT = 16 * 1024 * 1024;

/**
 * Reads a list of like elements out of an XML text that comes in pieces, some at a time, so that it is never in memory
 * whole: each batch of items is read as a document of its own. What stands before the list must be no document type.
 */
export class XmlList {
	#rest = '';
	#begun = false;
	#prefix = '';
	#done = false;
	readonly #list: string;
	readonly #item: string;
	readonly #sink: XmlSink;

	/** Names without their prefix, e.g. `sheetData` and `row`. */
	constructor(list: string, item: string, sink: XmlSink) {
		this.#list = list;
		this.#item = item;
		this.#sink = sink;
	}

	push(piece: string): void {
		if (this.#done) return;
		this.#rest += piece;
		if (this.#rest.length > ITEM_LIMIT) throw new RangeError('item too long');
		if (!this.#begun && !this.#begin()) return;
		const end = `</${this.#prefix}${this.#item}>`;
		const list = this.#rest.lastIndexOf(`</${this.#prefix}${this.#list}>`);
		if (list >= 0) {
			this.#batch(this.#rest.slice(0, list));
			this.#done = true;
			return;
		}
		const last = this.#rest.lastIndexOf(end);
		if (last < 0) return;
		this.#batch(this.#rest.slice(0, last + end.length));
		this.#rest = this.#rest.slice(last + end.length);
	}

	/** False: the list never began, or never ended. */
	finish(): boolean {
		return this.#done;
	}

	#begin(): boolean {
		const name = this.#rest.indexOf(`${this.#list}`);
		const open = name < 0 ? -1 : this.#rest.lastIndexOf('<', name);
		const end = name < 0 ? -1 : this.#rest.indexOf('>', name);
		if (/<!(doctype|entity)/i.test(open < 0 ? this.#rest : this.#rest.slice(0, open)))
			throw new DocumentTypeError();
		if (end < 0) return false;
		this.#begun = true;
		this.#prefix = this.#rest.slice(open + 1, name);
		this.#done = this.#rest[end - 1] === '/';
		this.#rest = this.#rest.slice(end + 1);
		return !this.#done;
	}

	#batch(items: string): void {
		// The prefixes of the whole document are not declared here, and need not be: names are told by what follows.
		readXml(`<list>${items}</list>`, this.#sink);
	}
}

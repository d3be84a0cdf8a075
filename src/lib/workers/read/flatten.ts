import { afterString } from './jsonRecords';

/** Objects within objects deeper than this stay one text. */
const DEPTH = 16;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** An escape, or a control character. */
const UNUSUAL = /[\\\p{Cc}]/u;

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * The values of a record by name: those of an object within it by dotted names (`agent.name`), an array as its JSON
 * text. Numbers stay as they are written: an id of 20 digits loses none. Null is empty, and so is NaN, which Python
 * writes. Throws where it is no JSON.
 */
export function flatten(record: string, onValue: (name: string, value: string) => void): void {
	let p = 0;

	const fail = (): never => {
		throw new SyntaxError(`no JSON at ${p}`);
	};
	function skip(): string | undefined {
		while (isBlank(record.charCodeAt(p))) p++;
		return record[p];
	}
	const expect = (sign: string) => (skip() === sign ? p++ : fail());

	function quoted(): string {
		const end = record[p] === '"' ? afterString(record, p) : -1;
		if (end < 0) return fail();
		const found = record.slice(p, end);
		p = end;
		return found;
	}

	function text(): string {
		const found = quoted();
		// What is escaped, or may not stand in JSON, is the browser's own parser's.
		return UNUSUAL.test(found) ? (JSON.parse(found) as string) : found.slice(1, -1);
	}

	function number(): string {
		NUMBER.lastIndex = p;
		const found = NUMBER.exec(record)?.[0];
		if (found === undefined) return fail();
		p += found.length;
		// 1.5e3 is written out where that is exact.
		return /e/i.test(found) ? String(Number(found)) : found;
	}

	/** The whole value as JSON text: the browser's own parser says whether it is one. */
	function raw(): string {
		const from = p;
		let depth = 0;
		do {
			const sign = record[p];
			if (sign === undefined) return fail();
			if (sign === '"') {
				quoted();
				continue;
			}
			if (sign === '[' || sign === '{') depth++;
			else if (sign === ']' || sign === '}') depth--;
			p++;
		} while (depth > 0);
		const found = record.slice(from, p);
		JSON.parse(found);
		return found;
	}

	function literal(word: string, value: string): string {
		if (!record.startsWith(word, p)) return fail();
		p += word.length;
		return value;
	}

	function scalar(sign: string | undefined): string {
		if (sign === '"') return text();
		if (sign === 't') return literal('true', 'true');
		if (sign === 'f') return literal('false', 'false');
		if (sign === 'n') return literal('null', '');
		if (sign === 'N') return literal('NaN', '');
		return number();
	}

	function object(prefix: string, depth: number): void {
		expect('{');
		if (skip() === '}') {
			p++;
			return;
		}
		for (;;) {
			skip();
			const name = prefix + text();
			expect(':');
			const sign = skip();
			if (sign === '{' && depth < DEPTH) object(`${name}.`, depth + 1);
			else onValue(name, sign === '[' || sign === '{' ? raw() : scalar(sign));
			if (skip() === '}') {
				p++;
				return;
			}
			expect(',');
		}
	}

	skip();
	object('', 0);
	skip();
	if (p < record.length) fail();
}

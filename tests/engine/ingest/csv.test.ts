import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvMachine, FIELD_LIMIT } from '$lib/engine/ingest/csv/machine';
import { utf8 } from '$lib/engine/table';
import { runs } from '../../support/runs';

const decoder = new TextDecoder();

interface Parsed {
	readonly rows: { fields: string[]; line: number }[];
	readonly malformed: { text: string; line: number; reason: string }[];
	readonly whole: boolean;
	readonly line: number;
}

/** All rows of a text, in chunks of the given sizes, over and over. */
function parse(text: string | Uint8Array, delimiter = ',', sizes = [1 << 20], lineLimit?: number): Parsed {
	const bytes = typeof text === 'string' ? utf8(text) : text;
	const rows: Parsed['rows'] = [];
	const malformed: Parsed['malformed'] = [];
	const machine = new CsvMachine(
		delimiter,
		{
			row(buffer, starts, ends, count, line) {
				const fields = Array.from({ length: Math.min(count, FIELD_LIMIT) }, (_, k) =>
					decoder.decode(buffer.subarray(starts[k], ends[k]))
				);
				rows.push({ fields, line });
			},
			malformed(buffer, line, reason) {
				malformed.push({ text: decoder.decode(buffer), line, reason });
			}
		},
		lineLimit
	);
	for (let p = 0, k = 0; p < bytes.length; k++) {
		const size = sizes[k % sizes.length] as number;
		machine.push(bytes.subarray(p, p + size));
		p += size;
	}
	return { rows, malformed, whole: machine.finish(), line: machine.line };
}

const fieldsOf = (text: string, delimiter?: string) =>
	parse(text, delimiter).rows.map(({ fields }) => fields);

describe('delimited text', () => {
	it('is read in the ways that CSV is written', () => {
		expect(fieldsOf('a,b,c\n1,2,3\n')).toEqual([
			['a', 'b', 'c'],
			['1', '2', '3']
		]);
		expect(fieldsOf('name,place\nAda,"Lovelace, London"\n')[1]).toEqual(['Ada', 'Lovelace, London']);
		expect(fieldsOf('a,b\n1,""\n"",2\n')).toEqual([
			['a', 'b'],
			['1', ''],
			['', '2']
		]);
		expect(fieldsOf('a,b\n1,"she said ""no"""\n')[1]).toEqual(['1', 'she said "no"']);
		expect(fieldsOf('a,b\n1,""""\n')[1]).toEqual(['1', '"']);
		expect(fieldsOf('k,v\n1,"{""x"": [1, 2]}"\n')[1]).toEqual(['1', '{"x": [1, 2]}']);
		expect(fieldsOf('a,b\n"first\nsecond",2\n')[1]).toEqual(['first\nsecond', '2']);
		expect(fieldsOf('a,b\r\n"first\r\nsecond",2\r\n')[1]).toEqual(['first\r\nsecond', '2']);
		expect(fieldsOf('a,b\n日本,ʤ😀\n')[1]).toEqual(['日本', 'ʤ😀']);
		expect(fieldsOf('a,b\n1,\n,2\n,\n')).toEqual([
			['a', 'b'],
			['1', ''],
			['', '2'],
			['', '']
		]);
		expect(fieldsOf('a,b\n 1 , x"y \n')[1]).toEqual([' 1 ', ' x"y ']);
	});

	it('may be cut by comma, semicolon, tab or bar', () => {
		for (const delimiter of [',', ';', '\t', '|']) {
			const text = ['a', '"b"', `"1${delimiter}2"`].join(delimiter);
			expect(fieldsOf(text, delimiter)).toEqual([['a', 'b', `1${delimiter}2`]]);
		}
	});

	it('has lines that end in CR, LF or CRLF, the last one in none', () => {
		const rows = [
			['a', 'b'],
			['1', '2'],
			['3', '4']
		];
		for (const end of ['\n', '\r', '\r\n']) {
			const text = rows.map((row) => row.join(',')).join(end);
			expect(fieldsOf(text)).toEqual(rows);
			expect(fieldsOf(text + end)).toEqual(rows);
			expect(fieldsOf('a,"b"' + end)).toEqual([['a', 'b']]);
		}
		expect(fieldsOf('a,"b"')).toEqual([['a', 'b']]);
		expect(fieldsOf('a,')).toEqual([['a', '']]);
	});

	it('begins after a byte order mark, also when that comes in pieces', () => {
		expect(fieldsOf('\uFEFFa,b\n')).toEqual([['a', 'b']]);
		expect(parse('\uFEFFa,b\n', ',', [1]).rows).toEqual([{ fields: ['a', 'b'], line: 1 }]);
		expect(fieldsOf('\uFEFF"a",b\n')).toEqual([['a', 'b']]);
		expect(fieldsOf('')).toEqual([]);
		expect(fieldsOf('\uFEFF')).toEqual([]);
		expect(fieldsOf('x')).toEqual([['x']]);
	});

	it('counts physical lines, blank and quoted ones too, where a row begins', () => {
		const lines = (text: string) => parse(text).rows.map(({ line }) => line);
		expect(lines('a,b\n\n\n1,2\n')).toEqual([1, 4]);
		expect(lines('\r\na,b\r\n\r\n1,2\r\n3,4')).toEqual([2, 4, 5]);
		expect(lines('a,b\r\r1,2\r')).toEqual([1, 3]);
		expect(lines('a,b\n"x\ny\nz",2\n3,4\n')).toEqual([1, 2, 5]);
		expect(lines('a,b\r\n"x\r\ny\rz",2\r\n3,4\r\n')).toEqual([1, 2, 5]);
	});

	it('says which rows have quotes that make no sense, and reads on', () => {
		const stray = parse('a,b\n"x" y,2\n3,4\n');
		expect(stray.rows.map(({ fields }) => fields)).toEqual([
			['a', 'b'],
			['3', '4']
		]);
		expect(stray.malformed).toEqual([{ text: '"x" y,2', line: 2, reason: 'strayQuote' }]);
		const open = parse('a,b\n1,"x\n3,4\n');
		expect(open.rows.length).toBe(1);
		expect(open.malformed).toEqual([{ text: '1,"x\n3,4\n', line: 2, reason: 'unclosedQuote' }]);
	});

	it('ends at a line that is too long, however the text is cut', () => {
		for (const sizes of [[1 << 20], [7], [1]]) {
			const { rows, whole, line } = parse(`a,b\n${'x'.repeat(101)},1\n3,4\n`, ',', sizes, 100);
			expect([rows.length, whole, line]).toEqual([1, false, 2]);
			expect(parse(`a,b\n${'x'.repeat(98)},1\n3,4\n`, ',', sizes, 100).rows.length).toBe(3);
			expect(parse(`a,b\n"${'x'.repeat(101)}`, ',', sizes, 100).whole).toBe(false);
		}
	});

	it('counts more fields than it keeps', () => {
		const counts: number[] = [];
		const machine = new CsvMachine(',', {
			row: (_bytes, _starts, _ends, count) => counts.push(count),
			malformed: () => counts.push(-1)
		});
		machine.push(utf8(`${','.repeat(FIELD_LIMIT - 1)}\n${','.repeat(FIELD_LIMIT + 5)}\n1,2\n`));
		machine.finish();
		expect(counts).toEqual([FIELD_LIMIT, FIELD_LIMIT + 6, 2]);
	});

	const soup = fc
		.array(
			fc.constantFrom(
				'a',
				'abcd',
				'é',
				'😀',
				',',
				'-',
				';',
				'\t',
				'"',
				'""',
				'\n',
				'\r',
				'\r\n',
				' ',
				'!',
				'#',
				'\0'
			),
			{ maxLength: 24 }
		)
		.map((parts) => parts.join(''));

	it('gives the same rows however it is cut into chunks', () => {
		fc.assert(
			fc.property(
				soup,
				fc.constantFrom(',', ';', '\t', '|'),
				fc.boolean(),
				fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
				(text, delimiter, bom, sizes) => {
					const bytes = utf8((bom ? '\uFEFF' : '') + text);
					expect(parse(bytes, delimiter, sizes)).toEqual(parse(bytes, delimiter));
				}
			),
			{ numRuns: runs(1_000) }
		);
		const text = utf8('\uFEFFid,"na""me"\r\n"é\r\n😀",2\r3,""\n\n"x');
		const whole = parse(text);
		for (let cut = 1; cut < text.length; cut++) expect(parse(text, ',', [cut, text.length])).toEqual(whole);
	});

	it('gives back any text that was written with quotes', () => {
		const cell = fc.oneof(fc.string({ unit: 'grapheme' }), soup);
		const table = fc
			.integer({ min: 2, max: 5 })
			.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
		fc.assert(
			fc.property(
				table,
				fc.constantFrom(',', ';', '\t', '|'),
				fc.constantFrom('\n', '\r', '\r\n'),
				(rows, delimiter, end) => {
					const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
					const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join('');
					expect(fieldsOf(text, delimiter)).toEqual(rows);
				}
			)
		);
	});
});

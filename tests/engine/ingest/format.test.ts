import { describe, expect, it } from 'vitest';
import { identify } from '$lib/engine/ingest';
import { utf8 } from '$lib/engine/table';

const look = (given: string | Uint8Array, name = 'usage.csv', whole = true) => {
	const found = identify(typeof given === 'string' ? utf8(given) : given, name, whole);
	return found.kind === 'refused' ? { code: found.refusal.code, ...found.refusal.params } : found.form;
};
const begin = (...bytes: (number | string)[]) =>
	Uint8Array.from([
		...bytes.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])),
		...[0, 1, 2, 200, 0, 7, 9]
	]);
const TABLE = 'started_at,channel,messages\n2026-03-01T05:00:00Z,chat,3\n';
/** UTF-16 with the low byte at an even or an odd place. */
const wide = (text: string, low: 0 | 1) =>
	Uint8Array.from({ length: 2 * text.length }, (_, p) => (p % 2 === low ? text.charCodeAt(p >> 1) : 0));

describe('a file, by its first bytes', () => {
	it('is empty when there is nothing in it', () => {
		for (const text of ['', ' ', '\r\n\n', '\uFEFF', '\uFEFF\n'])
			expect(look(text)).toEqual({ code: 'empty' });
	});

	it('is refused with what it is where it can hold no table', () => {
		const kinds: [Uint8Array | string, string, string?][] = [
			[begin('%PDF'), 'pdf'],
			[begin(0x89, 'PNG'), 'image'],
			[begin(0xff, 0xd8, 0xff), 'image'],
			[begin('RIFF', 1, 2, 3, 4, 'WAVE'), 'audio'],
			[begin(0xd0, 0xcf, 0x11, 0xe0), 'xls', 'calls.xls'],
			[begin(0xd0, 0xcf, 0x11, 0xe0), 'protected', 'Calls.XLSX'],
			[begin(0xd0, 0xcf, 0x11, 0xe0, ...wide('EncryptedPackage', 0)), 'protected', 'calls'],
			[begin('PK', 3, 4, 'x'.repeat(26), 'mimetype'), 'ods', 'calls.ods'],
			[begin(0xd0, 0xcf, 0x11, 0xe0, ...wide('Workbook', 0)), 'xls', 'calls.xlsx'],
			[begin('PK', 3, 4, 'x'.repeat(26), 'Index/Document.iwa'), 'numbers', 'calls.zip'],
			[begin('PK', 3, 4, 'x'.repeat(26), 'preview.jpg'), 'numbers', 'Calls.numbers'],
			[begin('Rar!'), 'archive'],
			['<html><table><tr><td>id</td></tr></table></html>', 'html', 'calls.xls'],
			[
				'<style>td { color: red }</style>\n<TABLE border="1"><tr><td>id</td></tr></TABLE>',
				'html',
				'calls.xls'
			],
			['<!-- made by a report --><html><body></body></html>', 'html', 'calls.xls'],
			['MIME-Version: 1.0\nContent-Type: multipart/related\n', 'html', 'calls.xls'],
			['<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>', 'xml'],
			['\uFEFF<?xml version="1.0"?><calls/>', 'xml'],
			[begin(7, 8), 'unknown']
		];
		for (const [bytes, kind, name] of kinds) expect(look(bytes, name)).toEqual({ code: 'binary', kind });
	});

	it('is an archive, a workbook or a Parquet file', () => {
		expect(look(begin(0x1f, 0x8b, 8))).toEqual({ kind: 'gzip' });
		expect(look(begin('PAR1'))).toEqual({ kind: 'parquet' });
		const zip = (name: string) => begin('PK', 3, 4, 'x'.repeat(26), name);
		expect(look(zip('march.csv'), 'calls.zip')).toEqual({ kind: 'zip' });
		expect(look(zip('march.csv'), 'calls.xlsx')).toEqual({ kind: 'workbook' });
		expect(look(zip('[Content_Types].xml'), 'calls')).toEqual({ kind: 'workbook' });
	});

	it('is a text, with its encoding and by what it is known', () => {
		const text = (encoding: string, because: string, at = 0) => ({ kind: 'text', encoding, because, at });
		expect(look(TABLE)).toEqual(text('utf-8', 'utf8'));
		expect(look('agent,début\nRémi,1\n')).toEqual(text('utf-8', 'utf8'));
		expect(look(wide(TABLE, 0))).toEqual(text('utf-16le', 'zeros'));
		expect(look(wide(TABLE, 1))).toEqual(text('utf-16be', 'zeros'));
		expect(look(Uint8Array.from([0xff, 0xfe, ...wide('é', 0)]))).toEqual(text('utf-16le', 'mark'));
		expect(look(Uint8Array.from([0xfe, 0xff, ...wide('é', 1)]))).toEqual(text('utf-16be', 'mark'));
		const latin = utf8('agent,debut\nR~mi,1\n');
		const at = latin.indexOf(126);
		latin[at] = 0xe9;
		expect(look(latin)).toEqual(text('windows-1252', 'notUtf8', at));
	});

	it('is UTF-8 although its first bytes end inside a character', () => {
		const bytes = utf8(`${TABLE}é`);
		const cut = bytes.subarray(0, bytes.length - 1);
		expect(look(cut, 'a.csv', false)).toMatchObject({ encoding: 'utf-8' });
		expect(look(cut)).toMatchObject({ encoding: 'windows-1252' });
	});

	it('is JSON where it begins as an object or an array of objects', () => {
		for (const text of ['[{"id":1}]', '\uFEFF [ \n {"id":1}]', '{"id":1}\n{"id":2}', '[]'])
			expect(look(text)).toMatchObject({ kind: 'json', encoding: 'utf-8' });
		expect(look(wide('[{"id":1}]', 0))).toMatchObject({ kind: 'json', encoding: 'utf-16le' });
		for (const text of ['[id],[start]\n1,2\n', '{id};{start}\n1;2\n'])
			expect(look(text)).toMatchObject({ kind: 'text' });
	});
});

import { describe, expect, it } from 'vitest';
import { SNIFF_BYTES } from '$lib/engine/ingest';
import { utf8 } from '$lib/engine/table';
import { sniffed, sniffText } from './drive';

const refusal = (text: string | Uint8Array, name?: string, size?: number) => {
	const result = sniffText(text, name, size);
	return result.kind === 'refused' ? { code: result.refusal.code, ...result.refusal.params } : null;
};

const TABLE = 'started_at,channel,messages\n2026-03-01T05:00:00Z,chat,3\n';

describe('a file that is no table of text', () => {
	it('is refused as empty when there is nothing in it', () => {
		for (const text of ['', ' ', '\r\n\n', '\uFEFF', '\uFEFF\n'])
			expect(refusal(text)).toEqual({ code: 'empty' });
	});

	it('is refused as binary, with its kind where its first bytes tell', () => {
		const begin = (...bytes: number[]) => Uint8Array.from([...bytes, 0, 1, 2, 200, 0, 7, 9]);
		expect(refusal(begin(0x25, 0x50, 0x44, 0x46))).toEqual({ code: 'binary', kind: 'pdf' });
		expect(refusal(begin(0x50, 0x4b, 3, 4), 'calls.zip')).toEqual({ code: 'binary', kind: 'zip' });
		expect(refusal(begin(0x50, 0x4b, 3, 4), 'Calls.XLSX')).toEqual({ code: 'binary', kind: 'xlsx' });
		expect(refusal(begin(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ code: 'binary', kind: 'xls' });
		expect(refusal(begin(0x89, 0x50, 0x4e, 0x47))).toEqual({ code: 'binary', kind: 'png' });
		expect(refusal(begin(0x1f, 0x8b))).toEqual({ code: 'binary', kind: 'gzip' });
		expect(refusal(utf8('PAR1abc'))).toEqual({ code: 'binary', kind: 'parquet' });
		expect(refusal(begin(7, 8))).toEqual({ code: 'binary', kind: 'unknown' });
	});

	it('is refused for its encoding when that is not UTF-8', () => {
		const latin = utf8('agent,début\nRemi,1\n');
		const e = utf8('agent,debut\nR~mi,1\n');
		e[e.indexOf(126)] = 0xe9;
		expect(refusal(latin)).toBe(null);
		expect(refusal(e)).toEqual({ code: 'encoding', suspected: 'windows-1252' });
		const wide = (low: number) =>
			Uint8Array.from({ length: 2 * TABLE.length }, (_, p) => (p % 2 === low ? TABLE.charCodeAt(p >> 1) : 0));
		expect(refusal(wide(0))).toEqual({ code: 'encoding', suspected: 'utf-16le' });
		expect(refusal(wide(1))).toEqual({ code: 'encoding', suspected: 'utf-16be' });
		expect(refusal(Uint8Array.from([0xff, 0xfe, ...wide(0)]))).toEqual({
			code: 'encoding',
			suspected: 'utf-16le'
		});
		expect(refusal(Uint8Array.from([0xfe, 0xff, ...wide(1)]))).toEqual({
			code: 'encoding',
			suspected: 'utf-16be'
		});
	});

	it('is not refused because the first bytes end inside a character', () => {
		const bytes = utf8(`${TABLE}é`);
		expect(refusal(bytes.subarray(0, bytes.length - 1), 'a.csv', 1e6)).toBe(null);
		expect(refusal(bytes.subarray(0, bytes.length - 1))).toEqual({
			code: 'encoding',
			suspected: 'windows-1252'
		});
	});

	it('is refused without a header', () => {
		expect(refusal('just a line\nand another\n')).toEqual({
			code: 'noHeader',
			reason: 'singleColumn',
			value: ''
		});
		expect(refusal('2026-03-01T05:00:00Z,chat,3\n2026-03-01T05:00:00Z,chat,3\n')).toEqual({
			code: 'noHeader',
			reason: 'looksLikeData',
			value: '2026-03-01T05:00:00Z'
		});
		for (const [line, value] of [
			['chat,3,Ada', '3'],
			['12/31/2026,3:05 PM,a', '12/31/2026'],
			['a,7:02:47,b', '7:02:47'],
			['Ada,1.5,x', '1.5']
		]) {
			expect(refusal(`${line}\n${line}\n`)).toEqual({ code: 'noHeader', reason: 'looksLikeData', value });
		}
	});

	it('is refused without rows below the header', () => {
		expect(refusal('started_at,channel\n')).toEqual({ code: 'noRows', read: 0, leftOut: 0 });
		expect(refusal('started_at,channel')).toEqual({ code: 'noRows', read: 0, leftOut: 0 });
	});

	it('is refused when a line does not end within the first bytes', () => {
		const line = utf8('x'.repeat(SNIFF_BYTES));
		expect(refusal(line, 'big.csv', 100e6)).toEqual({ code: 'lineTooLong', line: 1, limit: SNIFF_BYTES });
		const second = utf8(`a,b\n${'x,'.repeat(SNIFF_BYTES / 2)}`).subarray(0, SNIFF_BYTES);
		expect(refusal(second, 'big.csv', 100e6)).toEqual({ code: 'lineTooLong', line: 2, limit: SNIFF_BYTES });
	});
});

describe('a table of text', () => {
	it('shows its delimiter', () => {
		const cut = (delimiter: string) =>
			['date', 'durée', 'agent'].join(delimiter) +
			'\n' +
			['1/2/26 10:00', '1,5', 'A; B|C'].map((v) => `"${v}"`).join(delimiter);
		for (const delimiter of [',', ';', '\t', '|']) expect(sniffed(cut(delimiter)).delimiter).toBe(delimiter);
		expect(sniffed('début;durée\n01/02/2026 10:00;1,5\n01/02/2026 10:05;2,5\n').delimiter).toBe(';');
		expect(sniffed('a b\tc, d\n1,2\t3,4\n5\t6\n').delimiter).toBe('\t');
	});

	it('has a header, rows as text, and a count of what they rest on', () => {
		const text = '\uFEFF id , "name" ,\r\n1,"a ""b""",\r\n2,,\r\n';
		const found = sniffed(text.replace(' "name" ', '"name"'));
		expect(found.header).toEqual(['id', 'name']);
		expect(found.rows).toEqual([
			['1', 'a "b"'],
			['2', '']
		]);
		expect(found).toMatchObject({ fileName: 'usage.csv', sampled: 2, delimiter: ',' });
		const long = sniffed(`id,name\n${'1,x\n'.repeat(400)}`);
		expect([long.rows.length, long.sampled]).toEqual([50, 400]);
	});

	it('has a profile of each column', () => {
		const [when, length, kind] = sniffed(
			'when,length,kind\n13/02/2026 10:00,1.5,call\n02/03/2026 10:00Z,0:01:05,chat\n,,\n'
		).columns;
		expect(when).toMatchObject({ name: 'when', filled: 2, offsets: 1, times: 0 });
		expect(when?.timed).toMatchObject({ ymd: 0, dmy: 2, mdy: 1, yyyymmdd: 0, yymmdd: 0 });
		expect(length).toMatchObject({ filled: 2, times: 1, commas: 0 });
		expect(length?.durations).toMatchObject({ seconds: 1, 'h:mm:ss': 1, 'm:ss': 0 });
		expect(kind?.words).toEqual(['call', 'chat']);
	});
});

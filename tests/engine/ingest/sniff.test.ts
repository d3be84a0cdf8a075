import { describe, expect, it } from 'vitest';
import { sniff, SNIFF_BYTES } from '$lib/engine/ingest';
import { CsvMachine } from '$lib/engine/ingest/csv/machine';
import { utf8 } from '$lib/engine/table';
import { decode, sniffed, sniffText } from './drive';

const refusal = (text: string | Uint8Array, name?: string, size?: number) => {
	const result = sniffText(text, name, size);
	return result.kind === 'refused' ? { code: result.refusal.code, ...result.refusal.params } : null;
};

describe('a file that is no table of text', () => {
	it('is refused where nothing cuts it into columns', () => {
		expect(refusal('just a line\nand another\n')).toEqual({
			code: 'noHeader',
			reason: 'singleColumn',
			value: ''
		});
	});

	it('is refused with more columns than any usage has', () => {
		const wide = Array.from({ length: 100_000 }, (_, k) => `c${k}`).join(',');
		expect(refusal(`${wide.slice(0, 40_000)}\n1,2\n`)).toMatchObject({
			code: 'tooManyColumns',
			limit: 1_000
		});
		expect(refusal(wide.slice(0, SNIFF_BYTES), 'wide.csv', 1e9)).toMatchObject({ code: 'lineTooLong' });
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
		for (const delimiter of [',', ';', '\t', '|'])
			expect(sniffed(cut(delimiter)).layout.delimiter).toBe(delimiter);
		expect(sniffed('début;durée\n01/02/2026 10:00;1,5\n01/02/2026 10:05;2,5\n').layout.delimiter).toBe(';');
		expect(sniffed('a b\tc, d\n1,2\t3,4\n5\t6\n').layout.delimiter).toBe('\t');
	});

	it('has a header, rows as text, and a count of what they rest on', () => {
		const text = '\uFEFF id , "name" ,\r\n1,"a ""b""",\r\n2,,\r\n';
		const found = sniffed(text.replace(' "name" ', '"name"'));
		expect(found.header).toEqual(['id', 'name']);
		expect(found.rows).toEqual([
			['1', 'a "b"'],
			['2', '']
		]);
		expect(found).toMatchObject({ fileName: 'usage.csv', sampled: 2, layout: { delimiter: ',' } });
		const long = sniffed(`id,name\n${'1,x\n'.repeat(400)}`);
		expect([long.rows.length, long.sampled]).toEqual([50, 400]);
		expect(sniffed('title\nid,name\n1,"two\nlines"\n\n2,x\n').lines).toEqual([3, 6]);
	});

	it('has a profile of each column', () => {
		const [when, length, kind] = sniffed(
			'when,length,kind\n13/02/2026 10:00,1.5,call\n02/03/2026 10:00Z,0:01:05,chat\n,,\n'
		).columns;
		expect(when).toMatchObject({ name: 'when', filled: 2, offsets: 1, times: 0 });
		expect(when?.timed).toMatchObject({ ymd: 0, dmy: 2, mdy: 1, yyyymmdd: 0, yymmdd: 0 });
		expect(length).toMatchObject({ filled: 2, times: 1, numbers: 1 });
		expect(length?.durations).toMatchObject({ seconds: 1, 'h:mm:ss': 1, 'm:ss': 1, 'm:ss:00': 0 });
		expect(kind?.words).toEqual(['call', 'chat']);
	});
});

describe('rows that are no data', () => {
	it('say nothing of what the columns hold: totals, the names again, lines of text below', () => {
		const text =
			'Start,Agent,Duration,Channel\n2026-03-01 08:00,Zoë,63,call\nSubtotal,,63,\n' +
			'\uFEFFStart,Agent,Duration,Channel\n2026-03-02 08:00,Max,61,call\nTotal,,124,\n"Exported, by Zoë"\n\u001a';
		const { columns, rows, sampled } = sniffed(text);
		expect(columns.map(({ filled, words }) => [filled, words])).toEqual([
			[2, ['2026-03-01 08:00', '2026-03-02 08:00']],
			[2, ['Zoë', 'Max']],
			[2, ['63', '61']],
			[2, ['call']]
		]);
		expect([rows.length, sampled]).toEqual([7, 7]);
	});
});

describe('rows of somebody whose name speaks of totals', () => {
	it('are data', () => {
		for (const start of ['2026-03-01 08:00', '3/14/2026, 8:00 AM', 'Mar 1, 2026 08:00', '1795168800']) {
			const { columns } = sniffed(`Agent;Start;Duration\nTotal Care;${start};63\nTotal Care;${start};64\n`);
			expect(columns.map(({ filled }) => filled)).toEqual([2, 2, 2]);
		}
	});
});

describe('the layout of a table', () => {
	const ROWS = 'a;1;2026-03-01 08:00\nb;2;2026-03-01 08:05\nc;3;2026-03-01 08:09\n';
	const layout = (text: string) => {
		const { header, layout: found, evidence, rows } = sniffed(text);
		return { header, at: found.header, before: found.before, delimiter: found.delimiter, evidence, rows };
	};

	it('has lines above the header, which are left out', () => {
		const text = `Report of calls\nPeriod;March 2026\n\nid;length;start\n${ROWS}`;
		expect(layout(text)).toMatchObject({
			header: ['id', 'length', 'start'],
			at: 4,
			before: 4,
			evidence: { header: 'belowOthers', even: 3, rows: 3, columns: 3 }
		});
		expect(layout(`Report of calls;;\nid;length;start\n${ROWS}`)).toMatchObject({ at: 2 });
		expect(layout(`"Calls;\nin March"\nid;length;start\n${ROWS}`)).toMatchObject({ at: 3 });
	});

	it('has its names below those of groups of columns, and below a period in columns', () => {
		for (const above of ['Call;;Usage', 'Call;Call;Usage', 'From;2026-03-01;\nTo;2026-03-31;'])
			expect(layout(`${above}\nid;length;start\n${ROWS}`), above).toMatchObject({
				header: ['id', 'length', 'start'],
				at: above.split('\n').length + 1,
				evidence: { header: 'belowOthers' }
			});
		// A row of data gives each column a text of its own, too.
		expect(layout(`id;;start\n${ROWS}`)).toMatchObject({ header: ['id', 'column 2', 'start'], at: 1 });
		expect(layout(`name;name;start\n${ROWS}`)).toMatchObject({ at: 1 });
		const named = 'Zoë;1m 3s;Nov 20, 2026 2:05 PM\nMax;4s;Nov 21, 2026 2:05 PM\n';
		expect(layout(`agent;;start\n${named}`)).toMatchObject({ at: 1 });
	});

	it('says its separator in the first line', () => {
		for (const line of ['sep=;', 'SEP=;', '"sep=;"', '\uFEFFsep=;'])
			expect(layout(`${line}\r\nid;length, s;start\n${ROWS}`)).toMatchObject({
				header: ['id', 'length, s', 'start'],
				at: 2,
				delimiter: ';',
				evidence: { delimiter: 'sepLine' }
			});
		expect(layout(`sep=;\n${ROWS}`)).toMatchObject({ at: null, before: 1 });
	});

	it('has no names where the first line holds values as those below it', () => {
		expect(layout(ROWS)).toMatchObject({
			header: ['column 1', 'column 2', 'column 3'],
			at: null,
			before: 0,
			evidence: { header: 'values', value: '1' }
		});
		expect(layout(ROWS).rows).toHaveLength(3);
		expect(layout(`Calls\n${ROWS}`)).toMatchObject({ at: null, before: 1 });
		// A year as a name is none of the values below it.
		expect(layout('id;2026\na;x\nb;y\n')).toMatchObject({ at: 1, header: ['id', '2026'] });
	});

	it('names columns without a name, and those with the same', () => {
		const text = 'id,,time,time,time (2),\n1,a,10:00,10:05,x,\n';
		expect(sniffed(text).header).toEqual(['id', 'column 2', 'time', 'time (3)', 'time (2)']);
		expect(sniffed('id,a,\n1,2,x\n3,4,y\n').header).toEqual(['id', 'a', 'column 3']);
		expect(sniffed('id,a,\n1,2,\n3,4,stray\n5,6,\n').header).toEqual(['id', 'a']);
	});

	it('has another separator where the usual ones do not cut rows alike', () => {
		for (const delimiter of ['^', '~', '\u0001', ':'])
			expect(layout(ROWS.replaceAll(';', delimiter).replaceAll(' 08:', ' 08.'))).toMatchObject({ delimiter });
		// The times are no columns.
		expect(layout(`id;start\n${'a;10:00:00\n'.repeat(5)}`)).toMatchObject({ delimiter: ';' });
	});

	it('is as a person says', () => {
		const text = utf8(`x,y;z\nid,a;start\n1,2;3\n4,5;6\n`);
		const chosen = sniff(text, 'a.csv', text.length, decode, 'lines', { delimiter: ',', header: 2 });
		expect(chosen).toMatchObject({
			sniffed: { header: ['id', 'a;start'], layout: { header: 2, before: 2 }, evidence: { header: 'chosen' } }
		});
		const none = sniff(text, 'a.csv', text.length, decode, 'lines', { delimiter: ';', header: 'none' });
		expect(none).toMatchObject({ sniffed: { sampled: 4, layout: { header: null, before: 0 } } });
	});

	it('counts rows of a sheet and records of a list, whatever line ends their values hold', () => {
		const text = utf8('id,note,n\n1,"a\nb",2\n\n3,c,x\n');
		const at = (numbering: 'lines' | 'rows' | 'records') => {
			const lines: number[] = [];
			const machine = new CsvMachine(
				',',
				{ row: (_bytes, _starts, _ends, _count, line) => lines.push(line), malformed: () => undefined },
				undefined,
				numbering
			);
			machine.push(text);
			machine.finish();
			return lines;
		};
		expect(at('lines')).toEqual([1, 2, 5]);
		expect(at('rows')).toEqual([1, 2, 4]);
		expect(at('records')).toEqual([0, 1, 3]);
	});
});

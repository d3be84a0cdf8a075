import { describe, expect, it } from 'vitest';
import { excelCsv, spreadsheetMarks, tableJson, tableTsv, typedTable } from '$lib/state/exports/formats';
import { forecastFile } from '$lib/state/exports/forecastFile';
import { pastTable } from '$lib/state/exports/pastTable';
import { plansFile } from '$lib/state/exports/plansFile';
import { RowsFile } from '$lib/state/exports/rowsFile.svelte';
import { showbackTable } from '$lib/state/exports/showbackTable';
import { tableCsv, type TableData } from '$lib/state/exports/table';
import { forecastRows, SHARES } from '$lib/state/forecastTable';
import type { PastMonth } from '$lib/state/past';
import { planFigures } from '$lib/state/plans';
import { planColumns } from '$lib/state/planTable';
import type { PastLedger, ShowbackView } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import { november } from '../support/november';

const table: TableData = {
	name: 'Zoé',
	columns: [
		{ id: 'who', label: 'Who; which', kind: 'text' },
		{ id: 'credits', label: 'Credits', kind: 'number' },
		{ id: 'at', label: 'At', kind: 'instant' },
		{ id: 'cost', label: 'Cost', kind: 'money' }
	],
	rows: [
		['Zoé "Z", Inc.', 1_234.5, Date.UTC(2026, 10, 16, 19, 5), '-0.10'],
		['=SUM(A1)\tx\ny', -2, null, null],
		[null, 0, 0, '1043.50']
	]
};

describe('CSV for the spreadsheet of this computer', () => {
	it('has semicolons where the comma is decimal, a byte order mark, and numbers without quotation marks', () => {
		expect(spreadsheetMarks('fr-CA')).toEqual({ separator: ';', decimal: ',' });
		expect(excelCsv(table, 'fr-CA').split('\r\n')).toEqual([
			'\ufeff"Who; which";Credits;At;Cost',
			'"Zoé ""Z"", Inc.";1234,5;2026-11-16T19:05:00.000Z;-0,10',
			`"'=SUM(A1)\tx\ny";-2;;`,
			';0;1970-01-01T00:00:00.000Z;1043,50',
			''
		]);
	});

	it('has commas where the point is decimal', () => {
		expect(spreadsheetMarks('en-CA')).toEqual({ separator: ',', decimal: '.' });
		expect(excelCsv(table, 'en-CA').split('\r\n')[1]).toBe(
			'"Zoé ""Z"", Inc.",1234.5,2026-11-16T19:05:00.000Z,-0.10'
		);
	});

	it('is the canonical file where the point is decimal, and neither takes a negative amount for a formula', () => {
		const canonical = tableCsv(table);
		expect(excelCsv(table, 'en-CA')).toBe(`\ufeff${canonical}`);
	});
});

describe('a table for the clipboard', () => {
	it('parts cells by tabs and rows by line ends, and no text brings one along', () => {
		const rows = tableTsv(table)
			.split('\n')
			.map((row) => row.split('\t'));
		expect(rows).toEqual([
			['Who; which', 'Credits', 'At', 'Cost'],
			['Zoé "Z", Inc.', '1234.5', '2026-11-16T19:05:00.000Z', '-0.10'],
			["'=SUM(A1) x y", '-2', '', ''],
			['', '0', '1970-01-01T00:00:00.000Z', '1043.50']
		]);
	});

	it.each(['=1', '+1', '-1', '@x', '＝1', "'quoted"])('keeps %s a text where it is pasted', (text) => {
		const one: TableData = { ...table, columns: table.columns.slice(0, 1), rows: [[text]] };
		expect(tableTsv(one).split('\n')[1]).toBe(`'${text}`);
	});
});

describe('tables as they stand on screen', () => {
	it('hold who owes which part, and the invoice that the parts add up to', () => {
		const money = (total: string) => ({ plan: total, overage: '0.00', other: '0.00', tax: '0.00', total });
		const line = { interactions: 3, outsideCredits: 0 };
		const view: ShowbackView = {
			cycle: { start: 0, end: 1 },
			complete: true,
			lines: [
				{ ...line, name: '', credits: 30, share: 0.75, money: money('7.50') },
				{ ...line, name: null, credits: 10, share: 0.25, money: money('2.50') }
			],
			sum: { ...line, credits: 40, share: 1, money: money('10.00') },
			cost: null,
			tags: []
		};
		expect(tableCsv(showbackTable('x', view, ['plan', 'total']))).toBe(
			'Name,Credits,Share,Plan,Total\r\nunassigned,30,0.75,7.50,7.50\r\nNobody’s,10,0.25,2.50,2.50\r\nInvoice,40,1,10.00,10.00\r\n'
		);
		expect(showbackTable('x', view, []).columns).toHaveLength(3);
	});

	it('hold past months with what is not known left empty', () => {
		const month: PastMonth = {
			name: 'Oct 2026',
			cycle: { start: 0, end: 1 },
			censored: false,
			demand: 61_000.5,
			contract: { cost: { total: '900.00' } } as unknown as PastLedger,
			plan: null,
			choice: { kind: 'tooFewDays', knownDays: 3 },
			followed: null,
			best: { includedCredits: 60_000, total: '850.10' }
		};
		const lines = tableCsv(pastTable('x', [month], '100,000')).split('\r\n');
		expect(lines[0]).toContain('Credits demanded');
		expect(lines[1]).toBe('Oct 2026,61000.5,900.00,,,,60000,850.10');
		expect(tableCsv(pastTable('x', [month], null)).split('\r\n')[1]).toBe(
			'Oct 2026,61000.5,900.00,,,60000,850.10'
		);
	});
});

describe('the tables of plans and of the forecast', () => {
	const { view, forecast } = november();

	it('hold the instants, chances and amounts that their cells are said from', () => {
		const figures = planFigures(view, forecast, 'off', null);
		const columns = planColumns(view, 'off', 'forecast', figures);
		const { name, columns: heads, rows } = plansFile('November 2026', columns, figures);
		expect(name).toBe('Drawdown Plans, November 2026');
		expect(heads.map(({ label }) => label).join()).not.toMatch(/\n/);
		const at = (id: string) => heads.findIndex((head) => head.id === id);
		expect(rows.map((row) => row[at('plan')])).toEqual(figures.map(({ tier }) => tier));
		expect(rows.map((row) => row[at('stops')])).toEqual(
			figures.map(({ outlook }) => outlook && Number((100 * outlook.probabilityOfRunOut).toPrecision(6)))
		);
		expect(rows[0]?.[at('runsOut')]).toBe(figures[0]?.ledger.runOutAt);
	});

	it('leave the picture of a cost out, and give a missing price as nothing', () => {
		const figures = planFigures(view, forecast, 'on', null);
		const { columns, rows } = plansFile('x', planColumns(view, 'on', 'forecast', figures), figures);
		expect(columns.map(({ id }) => id)).not.toContain('bar');
		expect(rows[0]?.[columns.findIndex(({ id }) => id === 'price')]).toBeNull();
	});

	it('have an early and a late instant for a range', () => {
		const rows = forecastRows(view, forecast, [], 60_000);
		const file = forecastFile(rows, SHARES, []);
		expect(file.columns.map(({ label }) => label)).toEqual([
			'Plan',
			'50% used',
			'80% used',
			'90% used',
			'100% used',
			'8 in 10, from',
			'8 in 10, to',
			'Runs out, of 100'
		]);
		const open = rows.findIndex(({ runOutAt }) => runOutAt !== null && runOutAt.p10 !== null);
		expect(file.rows[open]?.slice(5, 7)).toEqual([rows[open]?.runOutAt?.p10, rows[open]?.runOutAt?.p90]);
		expect(file.rows[0]?.slice(5, 7)).toEqual([null, null]);
	});
});

describe('a file of rows', () => {
	it('tells how far it is, and gives none when it is stopped or fails', async () => {
		const file = new RowsFile();
		const seen: (number | null)[] = [];
		const stopped = file.make(async ({ signal, onProgress }) => {
			onProgress(65_536);
			seen.push(file.written);
			file.stop();
			onProgress(131_072);
			seen.push(file.written);
			throw signal.aborted ? new AppError('cancelled') : new Error('not stopped');
		});
		expect(await file.make(async () => new Blob(['two at a time']))).toBeNull();
		expect(await stopped).toBeNull();
		expect([seen, file.ended, file.written]).toEqual([[65_536, 65_536], 'stopped', null]);
		expect(await file.make(() => Promise.reject(new Error('full')))).toBeNull();
		expect(file.ended).toBe('failed');
		expect(await (await file.make(async () => new Blob(['whole'])))?.text()).toBe('whole');
		expect(file.ended).toBeNull();
	});
});

describe('a table for other programs', () => {
	it('is JSON by the names of its columns, money as exact text', () => {
		expect((JSON.parse(tableJson(table)) as unknown[])[0]).toEqual({
			'Who; which': 'Zoé "Z", Inc.',
			Credits: 1_234.5,
			At: '2026-11-16T19:05:00.000Z',
			Cost: '-0.10'
		});
	});

	it('is typed for a workbook: money is a number there, and nothing stays nothing', () => {
		const { columns, rows } = typedTable(table);
		expect(columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'text', 'number']);
		expect(rows[0]).toEqual(['Zoé "Z", Inc.', 1_234.5, '2026-11-16T19:05:00.000Z', -0.1]);
		expect(rows[1]?.slice(2)).toEqual([null, null]);
	});
});

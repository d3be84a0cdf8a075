import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csv } from '$lib/components/download';

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'"];
const BEFORE = ['', ';', '\t', '\n', '\r\n', 'a;', 'a\t', '"', '";', '",', 'a\n', "'", "''", ' '];
const BODIES = ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","y")', 'SUM(1;2)', '"";=2', 'A1'];

/** Triggers in every place where a cell may begin, before what may be a formula; the same list each time. */
const hostile = BEFORE.flatMap((before) =>
	TRIGGERS.flatMap((trigger) => BODIES.map((body) => `${before}${trigger}${body}`))
);

/** Reads delimited text as a spreadsheet does: a quotation mark counts only at the start of a cell. */
function cellsOf(text: string, delimiter: string): string[] {
	const cells: string[] = [];
	for (let p = 0; p <= text.length;) {
		let cell = '';
		if (text[p] === '"')
			for (p++; p < text.length; p++)
				if (text[p] !== '"') cell += text[p];
				else if (text[p + 1] === '"') cell += text[p++];
				else break;
		if (text[p] === '"') p++;
		for (; p < text.length && text[p] !== delimiter && !/[\r\n]/.test(text[p] as string); p++)
			cell += text[p];
		cells.push(cell);
		p++;
	}
	return cells;
}

/** A reader who knows the rule takes the apostrophes off again. */
const unguarded = (cell: string) => cell.replace(/(?<=^|[;\t\r\n])'(?=[=+\-@\t\r\n'＝＋－＠])/g, '');
const file = csv(hostile.map((text, k) => [k, text, -1, 'end']));

test('a thousand hostile texts are no formula in any cell, whichever delimiter a spreadsheet goes by', () => {
	expect(hostile.length).toBeGreaterThanOrEqual(1_000);
	for (const delimiter of [',', ';', '\t'])
		for (const cell of cellsOf(file, delimiter))
			if (cell !== '-1') expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
	// The same texts without the rule are formulas: the test can fail.
	expect(cellsOf(hostile.map((text) => `1,${text}`).join('\r\n'), ',').join('\n')).toMatch(/^=/m);
});

test('numbers stay numbers, and each text is had back by taking the apostrophes off', () => {
	const cells = cellsOf(file, ',');
	expect(cells.filter((cell) => cell === '-1')).toHaveLength(hostile.length);
	for (const text of hostile) expect(unguarded(cellsOf(csv([[text]]), ',')[0] as string)).toBe(text);
});

/** Opens delimited text in LibreOffice with formulas allowed, and counts those that it sees. */
function formulasInOffice(folder: string, text: string, delimiter: number): number {
	const name = `list-${delimiter}`;
	writeFileSync(join(folder, `${name}.csv`), `\ufeff${text}`);
	// Tokens: delimiter, quotation mark, UTF-8, from line 1; the last one lets cells that begin with = be formulas.
	const filter = `CSV:${delimiter},34,76,1,,0,false,true,false,false,false,,true`;
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	execFileSync(
		'soffice',
		[
			profile,
			'--headless',
			`--infilter=${filter}`,
			'--convert-to',
			'fods',
			'--outdir',
			folder,
			`${name}.csv`
		],
		{ cwd: folder, stdio: 'ignore' }
	);
	return [...readFileSync(join(folder, `${name}.fods`), 'utf8').matchAll(/table:formula=/g)].length;
}

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const installed = office.status === 0 && process.platform === 'linux';
if (!installed) console.log('LibreOffice is not here: the list is not opened in it.');

if (installed)
	test('LibreOffice finds no formula in the list, by comma or by semicolon', () => {
		const folder = mkdtempSync(join(tmpdir(), 'drawdown-office-'));
		const open = hostile.map((text, k) => `${k},"${text.replaceAll('"', '""')}"\r\n`).join('');
		const counted = {
			comma: formulasInOffice(folder, file, 44),
			semicolon: formulasInOffice(folder, file, 59),
			tab: formulasInOffice(folder, file, 9),
			withoutTheRule: formulasInOffice(folder, open, 44)
		};
		rmSync(folder, { recursive: true, force: true });
		console.log(`${office.stdout.trim()}: ${hostile.length} texts, formulas found`, counted);
		expect(counted).toMatchObject({ comma: 0, semicolon: 0, tab: 0 });
		expect(counted.withoutTheRule).toBeGreaterThan(0);
	});

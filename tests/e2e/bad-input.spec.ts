import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { workbook } from '../support/workbook';
import { expect, test } from './support/app';
import { chooseFiles, importButton, importPlainFile, textFile, type Chosen } from './support/steps';
import { callsOfMonth, canonical } from './support/usage';

const good = textFile('good.csv', callsOfMonth('2026-11', 16, 8));

/** The one sentence that says what is wrong, after which the screen waits for another file and nothing is there. */
async function expectRefusal(page: Page, title: string, next: RegExp) {
	const alert = page.getByRole('alert');
	await expect(alert).toContainText(title);
	await expect(alert).toContainText(next);
	await expect(alert).toContainText('Nothing was imported.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in the usage of your agents');
	await expect(page.getByRole('table')).toHaveCount(0);
}

test('each bad file is refused with its cause and a next step, and a good one follows', async ({ page }) => {
	const zip = zipSync({ 'a.csv': strToU8(callsOfMonth('2026-11', 16, 8)) });
	const bomb = zipSync({ 'a.csv': new Uint8Array(40e6) });
	const sheet = {
		name: 'Calls',
		rows: [
			['id', 'start'],
			['a', 'b']
		]
	};
	const cases: readonly (readonly [Chosen, string, RegExp])[] = [
		[textFile('empty.csv', ''), '“empty.csv” is empty', /Export it again/],
		[textFile('letter.txt', 'Dear all,\nsee below\n'), '“letter.txt”', /./],
		[textFile('head.csv', canonical([])), '“head.csv” has column names but no rows', /Export a period/],
		[
			textFile('bill.csv', '%PDF-1.7 1 0 obj'),
			'“bill.csv” is a PDF document',
			/Export the table as one of these/
		],
		[textFile('blob.csv', Buffer.from([0, 1, 2, 0, 255, 254, 0, 7])), 'not a table that can be read', /CSV/],
		[
			textFile('secret.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
			'“secret.xlsx” is protected by a password',
			/take the password off/
		],
		[
			textFile('cut.xlsx', Buffer.from(workbook([sheet]).slice(0, 900))),
			'“cut.xlsx” is damaged',
			/Export or download it again/
		],
		[
			textFile('cut.zip', Buffer.from(zip.slice(0, 300))),
			'“cut.zip” is damaged',
			/Export or download it again/
		],
		[textFile('cut.parquet', 'PAR1 and no end'), '“cut.parquet” is damaged', /Parquet file/],
		[textFile('cut.json', '[{"id":1},{"id":'), '“cut.json” is damaged', /from record 2 on/],
		[
			textFile('bomb.zip', Buffer.from(bomb)),
			'“bomb.zip” unpacks to more than is safe',
			/more than 200 times its size/
		],
		[
			textFile('lol.xlsx', Buffer.from(workbook([sheet], { before: '<!DOCTYPE a [<!ENTITY b "b">]>' }))),
			'“lol.xlsx” cannot be opened here',
			/document type/
		],
		[
			textFile('wide.csv', `${Array.from({ length: 20_000 }, (_, k) => `c${k}`).join(',')}\n`),
			'“wide.csv” has too many columns',
			/At most 1,000 are read/
		]
	];
	await page.goto('/import/');
	for (const [file, title, next] of cases) {
		await chooseFiles(page, file);
		await expectRefusal(page, title, next);
	}
	await importPlainFile(page, good, '128');
});

test('a line of 100 MB is refused at once, first in the file or after a header', async ({
	page
}, testInfo) => {
	const million = Buffer.alloc(1_000_000, 'x');
	const long = (name: string, before: string) => {
		const path = testInfo.outputPath(name);
		const file = openSync(path, 'w');
		writeSync(file, before);
		for (let k = 0; k < 100; k++) writeSync(file, million);
		closeSync(file);
		return path;
	};
	await page.goto('/import/');
	await chooseFiles(page, long('one-line.csv', ''));
	await expectRefusal(page, 'A line of “one-line.csv” does not end', /Export it again/);

	// Behind a header and good rows it is found while reading: what was staged goes again.
	await chooseFiles(page, long('open-quote.csv', `${callsOfMonth('2026-11', 28, 400)}"`));
	await importButton(page).click();
	await expectRefusal(page, 'A line of “open-quote.csv” does not end', /Export it again/);
	await importPlainFile(page, good, '128');
});

test('a file without any usable row goes back to its columns, with an example', async ({ page }) => {
	await page.goto('/import/');
	await chooseFiles(
		page,
		textFile('useless.csv', canonical([',soon,,voice,,Reception,,,60,,', ',later,,voice,,Reception,,,60,,']))
	);
	await importButton(page).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('No row of “useless.csv” can be read');
	await expect(alert).toContainText('Line 2, for example: This is not a date in the chosen form.');
	await page.getByRole('button', { name: 'Cancel import' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in the usage of your agents');
	await importPlainFile(page, good, '128');
});

test('a folder that is dropped is read with all formats in it, and cells that are pasted are, too', async ({
	page
}, testInfo) => {
	const folder = testInfo.outputPath('November');
	mkdirSync(join(folder, 'older'), { recursive: true });
	mkdirSync(testInfo.outputPath('Nothing'));
	const start = (day: number) => `2026-11-0${day}T09:00:00Z`;
	const json = (day: number) => JSON.stringify([{ started_at: start(day), channel: 'chat', messages: day }]);
	const table = (day: number) => [
		['started_at', 'channel', 'id', 'messages'],
		[start(day), 'chat', `x${day}`, '2']
	];
	writeFileSync(
		join(folder, 'a.xlsx'),
		workbook([
			{ name: 'Cover', rows: [['Calls']] },
			{ name: 'Data', rows: table(2) }
		])
	);
	writeFileSync(join(folder, 'b.json.gz'), gzipSync(strToU8(json(3))));
	writeFileSync(
		join(folder, 'c.zip'),
		zipSync({
			'one.json': strToU8(json(4)),
			'two.csv': strToU8(
				table(5)
					.map((row) => row.join(','))
					.join('\n')
			)
		})
	);
	writeFileSync(
		join(folder, 'older', 'd.csv'),
		Buffer.from(
			`\ufeff${table(6)
				.map((row) => row.join('\t'))
				.join('\r\n')}`,
			'utf16le'
		)
	);
	await page.goto('/import/');
	// The navigation is there before the page listens; the workspace's name comes when it is alive.
	await expect(page.getByText('My workspace').filter({ visible: true }).first()).toBeVisible();
	// The protocol drops paths as a desktop does; the page sees what a person's drop shows it.
	const protocol = await page.context().newCDPSession(page);
	const drop = async (path: string) => {
		const data = { items: [], files: [path], dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
			await protocol.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
	};
	await drop(testInfo.outputPath('Nothing'));
	await expectRefusal(page, '“Nothing” holds no file', /Choose the folder with the exports/);
	await drop(folder);
	await expect(page.getByLabel('Sheet', { exact: true })).toHaveValue('Data');
	await importButton(page).click();
	// Files of ours need no word: the others follow by themselves.
	for (const name of ['a.xlsx · Data', 'b.json', 'one.json', 'two.csv', 'd.csv'])
		await expect(page.getByRole('table').getByText(name, { exact: true })).toBeVisible();
	await page.evaluate(
		(text) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', text);
			window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
		},
		table(7)
			.map((row) => row.join('\t'))
			.join('\n')
	);
	await importButton(page).click();
	await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(6);
});

test('where the device has no room left, the import says so and what was there before stays', async ({
	page,
	baseURL
}) => {
	const protocol = await page.context().newCDPSession(page);
	await page.goto('/import/');
	await protocol.send('Storage.overrideQuotaForOrigin', { origin: baseURL as string, quotaSize: 16_000_000 });
	await importPlainFile(page, good, '128');
	// The app's own files take 6 MB of it, whenever they come: the room that is left is then always the same.
	await page.evaluate(() => navigator.serviceWorker.ready);
	const rows = callsOfMonth('2026-10', 28, 400).split('\n').slice(1).join('\n');
	// Ids that begin alike, or of hexadecimal digits, would take less room.
	let n = 0;
	const long = rows.replace(/^(?=.)/gm, () =>
		((++n * 2_654_435_761) >>> 0).toString(36).padStart(7, 'z').repeat(10)
	);
	await chooseFiles(page, textFile('more.csv', canonical([]) + long.repeat(20)));
	await importButton(page).click();
	await expect(page.getByRole('alert')).toContainText('There is no room left on this device');
	await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(1);
	await importPlainFile(page, textFile('small.csv', callsOfMonth('2026-10', 28, 4)), '112');
	await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(2);
});

test('where the browser may not keep data, every screen says so and what to allow', async ({
	launchOptions,
	baseURL,
	locale
}, testInfo) => {
	const profile = testInfo.outputPath('profile');
	mkdirSync(join(profile, 'Default'), { recursive: true });
	const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
	writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		...(baseURL && locale ? { baseURL, locale } : {})
	});
	const page = context.pages()[0] ?? (await context.newPage());
	for (const path of ['/', '/import/', '/settings/', '/plans/', '/mix/']) {
		await page.goto(path);
		await expect(page.getByRole('alert')).toContainText('This browser does not let the page keep data');
		await expect(page.getByRole('alert')).toContainText('Allow this page to store data');
		await expect(page.getByText('Nothing can be saved here')).toBeVisible();
		await expect(page.getByText('saved on this device')).toHaveCount(0);
	}
	await context.close();
});

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
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
	const latin1 = Buffer.concat([
		Buffer.from('started_at,channel,agent,duration_seconds\n2026-11-02T09:00:00Z,voice,Fran'),
		Buffer.from([0xe7]),
		Buffer.from('ois,60\n')
	]);
	const cases: readonly (readonly [Chosen, string, RegExp])[] = [
		[textFile('empty.csv', ''), '“empty.csv” is empty', /Export it again/],
		[
			textFile('plain.csv', '2026-11-02T09:00:00Z,voice,60\n2026-11-02T09:05:00Z,voice,61\n'),
			'“plain.csv” has no row of column names',
			/Put a line with the names of the columns above it/
		],
		[textFile('letter.txt', 'Dear all,\nsee below\n'), '“letter.txt”', /./],
		[textFile('usage.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])), 'an Excel workbook', /CSV UTF-8/],
		[textFile('blob.csv', Buffer.from([0, 1, 2, 0, 255, 254, 0, 7])), 'not a text file', /CSV/],
		[textFile('older.csv', latin1), '“older.csv” is not written in UTF-8', /Save it as “CSV UTF-8”/],
		[
			textFile('wide.csv', Buffer.from(`\ufeff${canonical([])}`, 'utf16le')),
			'“wide.csv” is not written in UTF-8',
			/UTF-16/
		],
		[textFile('head.csv', canonical([])), '“head.csv” has column names but no rows', /Export a period/]
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

test('a folder that is dropped is refused by name, and the files beside it wait for Import', async ({
	page
}, testInfo) => {
	const folder = testInfo.outputPath('November');
	mkdirSync(folder);
	await page.goto('/import/');
	// The navigation is there before the page listens; the workspace's name comes when it is alive.
	await expect(page.getByText('My workspace').filter({ visible: true }).first()).toBeVisible();
	// The protocol drops paths as a desktop does; the page sees what a person's drop shows it.
	const protocol = await page.context().newCDPSession(page);
	const data = { items: [], files: [folder], dragOperationsMask: 1 };
	for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
		await protocol.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
	await expectRefusal(page, '“November” is a folder', /choose the files inside/);
	await importPlainFile(page, good, '128');
});

test('where the device has no room left, the import says so and what was there before stays', async ({
	page,
	baseURL
}) => {
	const protocol = await page.context().newCDPSession(page);
	await page.goto('/import/');
	await protocol.send('Storage.overrideQuotaForOrigin', { origin: baseURL as string, quotaSize: 11_000_000 });
	await importPlainFile(page, good, '128');
	const rows = callsOfMonth('2026-10', 28, 400).split('\n').slice(1).join('\n');
	await chooseFiles(page, textFile('more.csv', canonical([]) + rows.repeat(20)));
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
	}
	await context.close();
});

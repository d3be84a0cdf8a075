import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { download, downloadReport } from './support/report';
import { chooseFiles, goTo, importButton, importPlainFile, textFile } from './support/steps';
import { call, callsOfMonth, canonical, chat } from './support/usage';

const layers = (page: Page) => page.getByRole('table').filter({ hasText: 'Covers' }).locator('tbody tr');

/** Records in the stores of all workspaces that hold something of an imported file. */
const recordsOfFiles = (page: Page) =>
	page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('request'));
			});
		let records = 0;
		for (const { name } of await indexedDB.databases()) {
			if (!name?.startsWith('drawdown-')) continue;
			const db = await done(indexedDB.open(name));
			for (const store of db.objectStoreNames)
				if (store !== 'root' && store !== 'documents')
					records += await done(db.transaction(store).objectStore(store).count());
			db.close();
		}
		return records;
	});

/** Where the button that goes on has stood since the file was chosen, from frame to frame. */
const placesOfImport = {
	watch: (page: Page) =>
		page.evaluate(() => {
			const places = new Set<number>();
			Object.assign(globalThis, { places });
			const look = () => {
				const button = [...document.querySelectorAll('main button')].at(-1);
				if (button?.textContent?.trim() === 'Import')
					places.add(button.getBoundingClientRect().top + scrollY);
				requestAnimationFrame(look);
			};
			look();
		}),
	seen: (page: Page) => page.evaluate(() => [...(globalThis as unknown as { places: Set<number> }).places])
};

test('a file of our own layout needs no question, is one layer however often it is chosen, and goes whole', async ({
	page
}) => {
	const usage = textFile('usage.csv', callsOfMonth('2026-11', 16, 8));
	await page.goto('/import/');
	await placesOfImport.watch(page);
	await chooseFiles(page, usage);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This file needs no questions.');
	await expect(page.getByRole('combobox')).toHaveCount(0);
	// It stays under the hand when the first rows come.
	await expect(page.getByRole('table')).toBeVisible();
	const places = await placesOfImport.seen(page);
	expect(Math.max(...places) - Math.min(...places)).toBeLessThan(8);
	await importButton(page).click();
	await expect(page.getByRole('status')).toHaveText('Imported 128 interactions');
	await expect(layers(page)).toHaveCount(1);

	await chooseFiles(page, textFile('the same.csv', usage.buffer));
	await importButton(page).click();
	await expect(page.getByRole('alert')).toContainText('“the same.csv” is already here');
	await expect(layers(page)).toHaveCount(1);

	await page.getByRole('button', { name: 'Remove usage.csv' }).click();
	await expect(layers(page)).toHaveCount(0);
	// Kept for Undo until the app is closed; then nothing of it is left.
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(layers(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Remove usage.csv' }).click();
	await expect(layers(page)).toHaveCount(0);
	await page.reload();
	await expect.poll(() => recordsOfFiles(page)).toBe(0);
	await goTo(page, 'Overview');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('When do your AI credits run out?');
});

test('rows that cannot be read are listed with their reason, and nothing counts before the person decides', async ({
	page
}) => {
	const usage = textFile(
		'with gaps.csv',
		canonical([
			call('2026-11-02T09:00:00-05:00', 90),
			call('2026-11-03T09:00:00-05:00', 'n/a'),
			chat('2026-11-03T10:00:00-05:00', 4),
			chat('2026-11-04T10:00:00-05:00', '2.5'),
			call('yesterday', 30),
			chat('2026-11-05T10:00:00-05:00', 3)
		])
	);
	await page.goto('/import/');
	await chooseFiles(page, usage);
	await importButton(page).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'3 rows cannot be read. The other 3 are ready.'
	);
	const rows = (name: string) => page.getByRole('region', { name }).first().getByRole('row');
	await expect(rows('Rows that cannot be read')).toHaveText([
		/Line\s*Column\s*Value\s*Why/,
		/3\s*duration_seconds\s*n\/a\s*This is not a length/,
		/5\s*messages\s*2\.5\s*A number of messages must be whole/,
		/6\s*started_at\s*yesterday\s*This is not a date/
	]);
	await expect(rows('What is in it')).toHaveText([
		/Month\s*Channel/,
		/Nov 2026\s*voice\s*1\s*1\smin 30\ss\s*20/,
		/Nov 2026\s*chat\s*2\s*7 messages\s*14/
	]);
	const list = await download(page, 'Download the list');
	expect(list.name).toBe('with gaps.csv-problems.csv');
	expect(list.text.split('\r\n')).toHaveLength(5);
	expect(list.text).toContain('3,duration_seconds,n/a,This is not a length');

	// The rest of the app goes on as if the file were not there.
	await goTo(page, 'Overview');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('When do your AI credits run out?');
	await goTo(page, 'Import');
	await page.getByRole('button', { name: 'Import nothing' }).click();
	await expect(page.getByRole('alert')).toContainText('Nothing of it was stored.');
	await expect(layers(page)).toHaveCount(0);
	expect(await recordsOfFiles(page)).toBe(0);

	await chooseFiles(page, usage);
	await importButton(page).click();
	await page.getByRole('button', { name: 'Import the other 3' }).click();
	await expect(page.getByRole('status')).toHaveText('Imported 3 interactions');
	await expect(layers(page)).toContainText('3 left out');
	await goTo(page, 'Overview');
	const report = await downloadReport(page);
	expect(report.usage.interactions).toBe(3);
	expect(report.usage.cycles[0]?.credits.total).toBe(20 + 2 * (4 + 3));
});

test('an import that is cancelled in the middle leaves nothing behind', async ({ page }, testInfo) => {
	const chunk = callsOfMonth('2026-11', 28, 400).split('\n').slice(1).join('\n');
	const path = testInfo.outputPath('large.csv');
	writeFileSync(path, canonical([]) + chunk.repeat(100));
	await page.goto('/import/');
	await chooseFiles(page, path);
	await importButton(page).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	// Blocks of rows have reached the disk; on a busy machine that takes a while.
	await expect.poll(() => recordsOfFiles(page), { intervals: [50] }).toBeGreaterThan(1);
	await page.getByRole('button', { name: 'Cancel import' }).click();
	await expect(page.getByRole('alert')).toContainText('The import of “large.csv” was cancelled');
	await expect(layers(page)).toHaveCount(0);
	await expect.poll(() => recordsOfFiles(page)).toBe(0);

	await importPlainFile(page, textFile('usage.csv', callsOfMonth('2026-11', 16, 8)), '128');
	await expect(layers(page)).toHaveCount(1);
});

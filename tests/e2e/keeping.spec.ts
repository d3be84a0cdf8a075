import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport } from './support/report';
import { chooseFiles, goTo, importButton, importPlainFile, planRow, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

const usage = textFile('usage.csv', callsOfMonth('2026-11', 16, 100));
const notice = (page: Page) => page.getByRole('alert').first();

/** Imports 1,600 calls and waits until they are kept in two copies. */
async function imported(page: Page): Promise<void> {
	await page.goto('/import/');
	await importPlainFile(page, usage, '1,600');
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** What the browser may do behind the app's back, while no page of it is open. */
async function clear(page: Page, types: string): Promise<void> {
	const origin = new URL(page.url()).origin;
	const session = await page.context().newCDPSession(page);
	await page.goto('about:blank');
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: types });
	await session.detach();
}

async function expectWhole(page: Page): Promise<void> {
	await goTo(page, 'Overview');
	await expect(planRow(page, '20,000')).toContainText('known');
	const { usage: found } = await downloadReport(page);
	expect(found.interactions).toBe(1_600);
	expect(found.cycles[0]?.credits.total).toBe(32_000);
}

/** Changes one byte in the middle of every stored record of a kind, as a bad disk would: the app is not told. */
async function damage(page: Page, store: string): Promise<number> {
	return page.evaluate(async (name) => {
		const databases = await indexedDB.databases();
		const target = databases.find((database) => database.name?.startsWith('drawdown-'))?.name ?? '';
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await done(indexedDB.open(target));
		const writing = db.transaction(name, 'readwrite').objectStore(name);
		const keys = await done(writing.getAllKeys());
		for (const key of keys) {
			const value = (await done(writing.get(key))) as ArrayBuffer;
			const bytes = new Uint8Array(value);
			const middle = bytes.length >> 1;
			bytes[middle] = (bytes[middle] as number) ^ 8;
			await done(writing.put(value, key));
		}
		db.close();
		return keys.length;
	}, store);
}

test('a database that the browser has wiped is rebuilt from the second copy, and one sentence says so', async ({
	page
}) => {
	await imported(page);
	await clear(page, 'indexeddb');
	await page.goto('/');
	await expect(notice(page)).toContainText('The browser had lost stored data; it is whole again');
	await expect(notice(page)).toContainText('“usage.csv”');
	await expectWhole(page);
	await page.getByRole('button', { name: 'Got it' }).click();
	await page.reload();
	await expectWhole(page);
	await expect(page.getByText('had lost stored data')).toHaveCount(0);
});

for (const store of ['num', 'text', 'live', 'dictionaries'])
	test(`a changed bit in stored ${store} is mended before any figure can be wrong`, async ({ page }) => {
		await imported(page);
		// All of it has been read before: a page that still reads would mend it at once, and say so there.
		await expectWhole(page);
		expect(await damage(page, store)).toBeGreaterThan(0);
		await page.goto('/');
		await expect(notice(page)).toContainText('it is whole again');
		await expectWhole(page);
	});

test('a second copy that the browser has cleared is made again without a word', async ({ page }) => {
	await imported(page);
	await clear(page, 'file_systems');
	await page.goto('/');
	await expectWhole(page);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Storage' }).click();
	await expect(page.getByText('In two copies on this device')).toBeVisible();
	await clear(page, 'indexeddb');
	await page.goto('/');
	await expect(notice(page)).toContainText('it is whole again');
	await expectWhole(page);
});

test('when the browser has cleared both copies the person is told what was here', async ({ page }) => {
	await imported(page);
	await clear(page, 'indexeddb,file_systems');
	await page.goto('/');
	await expect(notice(page)).toContainText('The browser has cleared the data of this page');
	await expect(notice(page)).toContainText('“My workspace”');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('When do your AI credits run out?');
});

test('everything is removed at once, brought back by Undo, and deleted for good where asked', async ({
	page
}) => {
	await imported(page);
	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Storage' }).click();
	await page.getByRole('button', { name: 'Remove everything' }).click();
	await expect(page.getByText('This workspace holds no imported file.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('This workspace holds 1,600 interactions')).toBeVisible();
	await page.getByRole('button', { name: 'Remove everything' }).click();
	await expect(page.getByText('This workspace holds no imported file.')).toBeVisible();
	await page.getByRole('button', { name: 'Delete for good now' }).click();
	await expect(page.getByText('what you remove stays here until the app is closed')).toBeVisible();
	const left = await page.evaluate(async () => {
		const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('drawdown');
		const folders: string[] = [];
		for await (const name of home.keys()) folders.push(name);
		const databases = await indexedDB.databases();
		return { folders: folders.length, databases: databases.length };
	});
	// The registry, and the empty workspace that is open now.
	expect(left).toEqual({ folders: 1, databases: 2 });
	await goTo(page, 'Import');
	await chooseFiles(page, usage);
	await expect(importButton(page)).toBeEnabled();
});

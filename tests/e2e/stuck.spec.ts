import type { Page, Worker } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport } from './support/report';
import { chooseFiles, goTo, importButton, importPlainFile, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

/** Two blocks of rows. */
const large = textFile('large.csv', callsOfMonth('2026-11', 16, 10_000));
const small = textFile('small.csv', callsOfMonth('2026-11', 16, 100));

async function workerNamed(page: Page, name: string): Promise<Worker> {
	for (const worker of page.workers()) if ((await worker.evaluate(() => self.name)) === name) return worker;
	throw new Error(`no ${name} worker`);
}

/** Once the worker has read a whole file into staging it turns for ever, and never says so. */
const getStuck = (worker: Worker) =>
	worker.evaluate(() => {
		const post = self.postMessage.bind(self);
		self.postMessage = (message: { value?: { token?: string } }) => {
			while (message.value?.token);
			post(message);
		};
	});

/** Layers in any state and blocks of rows, as the browser has stored them. */
const stored = (page: Page) =>
	page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const names = await indexedDB.databases();
		const db = await done(
			indexedDB.open(names.find(({ name }) => name?.startsWith('drawdown-'))?.name ?? '')
		);
		const reading = db.transaction(['layers', 'num']);
		const counts = [reading.objectStore('layers').count(), reading.objectStore('num').count()] as const;
		const found = { layers: await done(counts[0]), blocks: await done(counts[1]) };
		db.close();
		return found;
	});

test('an import that is stuck is ended with a sentence, leaves nothing behind, and the next one works', async ({
	page
}) => {
	await page.clock.install();
	await page.goto('/import/');
	await chooseFiles(page, large);
	await expect(importButton(page)).toBeEnabled();
	await getStuck(await workerNamed(page, 'data'));
	await importButton(page).click();
	await expect.poll(() => stored(page)).toEqual({ layers: 1, blocks: 2 });

	// A laptop that slept for a night is no reason to end anything: the worker slept, too.
	await page.clock.fastForward('08:00:00');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.clock.runFor(36_000);
	// Beside the file: what else that worker was asked meanwhile may say so, too, above.
	const beside = page.getByRole('listitem').getByRole('alert');
	await expect(beside).toContainText('A part of the app did not answer any more');

	await importPlainFile(page, small, '1,600');
	await expect.poll(() => stored(page)).toEqual({ layers: 1, blocks: 1 });
	await goTo(page, 'Overview');
	expect((await downloadReport(page)).usage.interactions).toBe(1_600);
});

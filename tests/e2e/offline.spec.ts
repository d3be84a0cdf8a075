import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { deployNext, startHost } from './support/host';
import { chooseFiles, goTo, textFile } from './support/steps';

/** One visit, until the browser holds every file and the tab is served by what it holds. */
async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
	});
}

/** The browser looks for a newer version, as it does by itself at a visit. */
const lookForUpdate = (page: Page) =>
	page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const release = (page: Page) => page.locator('html').getAttribute('data-release');
const updateButton = (page: Page) => page.getByRole('button', { name: 'Reload to update' });

/** A mark that a reload wipes. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { stillHere: true }));
const stillHere = (page: Page) => page.evaluate(() => 'stillHere' in window);

for (const path of ['', '/tools/drawdown'])
	test(`after one visit every screen works without the host, below “${path}/”`, async ({ page }) => {
		await using host = await startHost({ path });
		await visit(page, host.url);
		await host.stop();
		await expect(fetch(host.url)).rejects.toThrow();

		// In the same tab, by parts that were not fetched before.
		await goTo(page, 'Settings');
		await goTo(page, 'Overview');
		await page.getByRole('button', { name: 'Try the sample data' }).click();
		await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
		await expect(page.getByRole('figure').first()).toBeVisible();

		for (const [address, title] of [
			['', 'Overview'],
			['forecast/', 'Forecast'],
			['plans/', 'Plans'],
			['plans', 'Plans'],
			['mix/?mix=2930-645-7140-2122', 'Mix'],
			['import/?from=here', 'Import'],
			['import', 'Import'],
			['settings/', 'Settings'],
			['settings', 'Settings']
		] as const) {
			await page.goto(host.url + address);
			await expect(page).toHaveURL((url) => url.pathname.endsWith('/'));
			await expect(
				page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: title })
			).toHaveAttribute('aria-current', 'page');
		}
		await goTo(page, 'Plans');
		await expect(page.getByRole('table').first()).toBeVisible();
	});

test('French is at hand without the host, though it was never chosen before', async ({ page }) => {
	await using host = await startHost();
	await visit(page, host.url);
	await host.stop();
	await page.evaluate(() => localStorage.setItem('drawdown.language', 'fr-CA'));
	await page.reload();
	await expect(page.getByRole('navigation', { name: 'Principale' })).toBeVisible();
});

test('a new version waits, says why, and takes over in the tab where it is asked to', async ({ page }) => {
	await using host = await startHost();
	await visit(page, `${host.url}settings/`);
	const day = page.getByLabel('Day the cycle starts');
	await day.fill('15');
	await mark(page);
	deployNext(host.folder);
	await lookForUpdate(page);

	await expect(page.getByText('A new version is ready')).toBeVisible();
	await expect(page.getByText('The update waits: changed settings are not saved yet.')).toBeVisible();
	await expect(updateButton(page)).toBeDisabled();
	await expect(day).toHaveValue('15');
	expect(await stillHere(page)).toBe(true);

	await page.getByRole('button', { name: 'Discard changes' }).click();
	await updateButton(page).click();
	await expect.poll(() => release(page)).toBe('next');
	await expect(updateButton(page)).toBeHidden();
	// The version before is kept no longer than a tab of it is open.
	await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test('a newer version is found by a visit itself, also where the browser answers without the worker', async ({
	page
}) => {
	await using host = await startHost();
	await visit(page, host.url);
	deployNext(host.folder);
	await page.reload();
	await expect(page.getByText('A new version is ready')).toBeVisible();
	expect(await release(page)).toBeNull();
});

test('a tab that did not ask goes on, and still finds the parts of its own version', async ({
	page,
	context
}) => {
	await using host = await startHost();
	await visit(page, host.url);
	const old = await context.newPage();
	await visit(old, host.url);
	await mark(old);
	deployNext(host.folder);
	await lookForUpdate(page);
	await updateButton(page).click();
	await expect.poll(() => release(page)).toBe('next');

	// The part it asks for now is gone from the host.
	await goTo(old, 'Plans');
	await goTo(old, 'Settings');
	await expect(old.getByLabel('Day the cycle starts')).toBeVisible();
	expect(await stillHere(old)).toBe(true);
	expect(await release(old)).toBeNull();
	await updateButton(old).click();
	await expect.poll(() => release(old)).toBe('next');
});

test('leaving the app while a file waits for answers is asked about first', async ({ page }) => {
	await page.goto('/import/');
	await chooseFiles(page, textFile('calls.csv', 'When,Length\n2026-11-02 09:00,61\n'));
	await expect(page.getByRole('heading', { level: 1 })).toContainText('questions are left');
	const asked = page.waitForEvent('dialog');
	await page.close({ runBeforeUnload: true });
	const dialog = await asked;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.dismiss();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('questions are left');
});

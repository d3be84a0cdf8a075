import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

const usage = textFile('usage.csv', callsOfMonth('2026-11', 16, 10));
const reminder = (page: Page) => page.getByText('This browser may clear your data by itself');
const DAY = 86_400_000;

/** A browser that may clear the data of this page promises nothing, asked or not. */
async function withoutPromise(page: Page, granted = false): Promise<void> {
	await page.addInitScript((kept) => {
		const answer = () => Promise.resolve(kept);
		if ('StorageManager' in globalThis)
			Object.assign(StorageManager.prototype, { persist: answer, persisted: answer });
	}, granted);
}

async function imported(page: Page): Promise<void> {
	await page.goto('/import/');
	await importPlainFile(page, usage, '160');
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** The Overview with its figures: whatever is said above them has been said. */
async function overview(page: Page): Promise<void> {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
}

test('whoever has no backup of usage that may be cleared is told so beside the answer, and led to a backup', async ({
	page
}) => {
	await withoutPromise(page);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeVisible();
	await expect(reminder(page)).toHaveCount(0);
	await imported(page);
	await expect(reminder(page)).toHaveCount(0);
	await goTo(page, 'Overview');
	await expect(reminder(page)).toBeVisible();
	await expect(page.getByText('this workspace has no backup yet')).toBeVisible();
	await page.getByRole('link', { name: 'Back up' }).click();
	await expect(page.getByRole('tab', { name: 'Storage' })).toHaveAttribute('aria-selected', 'true');
	await expect(reminder(page)).toHaveCount(0);
	await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Back up', exact: true }).click()
	]);
	await expect(page.getByText(/^Last backup from this browser/)).toBeVisible();
	await overview(page);
	await expect(reminder(page)).toHaveCount(0);

	await page.clock.setFixedTime(Date.now() + 15 * DAY);
	await overview(page);
	await expect(reminder(page)).toBeVisible();
	await expect(page.getByText('the last backup of this workspace is of')).toBeVisible();
});

test('“Not now” is an answer for a month, and “Install” is offered where the browser offers it', async ({
	page
}) => {
	await withoutPromise(page);
	await imported(page);
	await overview(page);
	await expect(reminder(page)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Install' })).toHaveCount(0);
	await page.evaluate(() => {
		const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
			prompt: async () => {
				document.body.dataset['asked'] = String(offer.defaultPrevented);
				return { outcome: 'dismissed' };
			}
		});
		dispatchEvent(offer);
	});
	await page.getByRole('button', { name: 'Install' }).click();
	await expect(page.locator('body')).toHaveAttribute('data-asked', 'true');
	await expect(page.getByRole('button', { name: 'Install' })).toHaveCount(0);

	await page.getByRole('button', { name: 'Not now' }).click();
	await expect(reminder(page)).toHaveCount(0);
	await page.clock.setFixedTime(Date.now() + 29 * DAY);
	await overview(page);
	await expect(reminder(page)).toHaveCount(0);
	await page.clock.setFixedTime(Date.now() + 31 * DAY);
	await overview(page);
	await expect(reminder(page)).toBeVisible();

	await page.getByRole('button', { name: 'FR, Français' }).click();
	await expect(page.getByText('Ce navigateur peut effacer vos données de lui-même')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Sauvegarder' })).toBeVisible();
});

test('nobody is reminded of sample data', async ({ page }) => {
	await withoutPromise(page);
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Plans');
	await overview(page);
	await expect(reminder(page)).toHaveCount(0);
});

test('nobody is reminded where the browser has promised to keep everything', async ({ page }) => {
	await withoutPromise(page, true);
	await imported(page);
	await overview(page);
	await expect(reminder(page)).toHaveCount(0);
});

test('what the browser has lost is said first, and alone', async ({ page }) => {
	await withoutPromise(page);
	await imported(page);
	await overview(page);
	await expect(reminder(page)).toBeVisible();
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await page.goto('about:blank');
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
	await overview(page);
	await expect(page.getByRole('alert')).toContainText('it is whole again');
	await expect(reminder(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Got it' }).click();
	await expect(reminder(page)).toBeVisible();
});

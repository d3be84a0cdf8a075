import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport } from './support/report';
import { chooseFiles, goTo, importButton, importPlainFile, planRow, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

const usage = textFile('usage.csv', callsOfMonth('2026-11', 16, 100));
const layers = (page: Page) => page.getByRole('table').filter({ hasText: 'Covers' }).locator('tbody tr');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('the same file in two tabs at once is one layer, and a third tab shows its figures without a reload', async ({
	page,
	context
}) => {
	const [second, watcher] = [await context.newPage(), await context.newPage()];
	await watcher.goto('/');
	await expect(title(watcher)).toHaveText('When do your AI credits run out?');
	for (const tab of [page, second]) {
		await tab.goto('/import/');
		await chooseFiles(tab, usage);
		await expect(importButton(tab)).toBeEnabled();
	}
	await Promise.all([importButton(page).click(), importButton(second).click()]);
	for (const tab of [page, second]) {
		// Whichever comes second is told so, or finds the layer of the first in its hands.
		await expect(tab.getByRole('status').or(tab.getByRole('alert')).first()).toContainText(
			/1,600 interactions/
		);
		await expect(layers(tab)).toHaveCount(1);
	}

	// 1,600 calls of two minutes: 32,000 credits.
	await expect(planRow(watcher, '20,000')).toContainText('known');
	expect((await downloadReport(watcher)).usage.cycles[0]?.credits.total).toBe(32_000);

	await page.getByRole('button', { name: 'Remove usage.csv' }).click();
	await expect(title(watcher)).toHaveText('When do your AI credits run out?');
	await expect(layers(second)).toHaveCount(0);
});

test('a file goes into no workspace that was removed in another tab meanwhile, and says so', async ({
	page,
	context
}) => {
	const switcher = (tab: Page) => tab.getByRole('button', { name: /^Workspace:/ });
	const pick = async (tab: Page, item: string) => {
		await switcher(tab).click();
		await tab.getByRole('menu').getByText(item, { exact: true }).click();
	};
	await page.goto('/import/');
	await pick(page, 'New workspace…');
	await page.getByRole('dialog').getByLabel('Name').fill('Beta');
	await page.getByRole('button', { name: 'Make workspace' }).click();
	await expect(switcher(page)).toHaveText(/Beta/);
	const rows = [3, 4, 5].map((day) => `2026-11-0${day}T15:00:00Z;6${day};voice`).join('\n');
	await chooseFiles(page, textFile('calls.csv', `Start;Talk time (seconds);Channel\n${rows}\n`));
	await page.getByRole('button', { name: 'Continue to review' }).click();
	await expect(importButton(page)).toBeEnabled();

	const other = await context.newPage();
	await other.goto('/import/');
	await expect(switcher(other)).toHaveText(/Beta/);
	await pick(other, 'Remove');
	await expect(switcher(other)).toHaveText(/My workspace/);
	await importButton(page).click();
	await expect(page.getByRole('alert')).toContainText('This workspace is no longer here');

	// Brought back, it has nothing of the file, and takes it.
	await other.getByRole('button', { name: 'Undo' }).click();
	await expect(switcher(other)).toHaveText(/Beta/);
	await expect(layers(other)).toHaveCount(0);
});

test('workspaces are made, renamed, switched and removed, and keep their usage apart', async ({ page }) => {
	const switcher = page.getByRole('button', { name: /^Workspace:/ });
	const pick = async (item: string) => {
		await switcher.click();
		await page.getByRole('menu').getByText(item, { exact: true }).click();
	};
	const interactions = async () => {
		await goTo(page, 'Overview');
		return (await downloadReport(page)).usage.interactions;
	};
	await page.goto('/import/');
	await importPlainFile(page, usage, '1,600');

	await pick('New workspace…');
	await page.getByRole('dialog').getByLabel('Name').fill('Beta');
	await page.getByRole('button', { name: 'Make workspace' }).click();
	await expect(switcher).toHaveText(/Beta/);
	await expect(layers(page)).toHaveCount(0);
	await importPlainFile(page, textFile('beta.csv', callsOfMonth('2026-11', 16, 10)), '160');
	expect(await interactions()).toBe(160);

	await pick('Rename…');
	await page.getByRole('dialog').getByLabel('Name').fill('Gamma');
	await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
	await expect(switcher).toHaveText(/Gamma/);

	await pick('My workspace');
	await expect(switcher).toHaveText(/My workspace/);
	expect(await interactions()).toBe(1_600);
	await page.reload();
	await expect(switcher).toHaveText(/My workspace/);
	expect(await interactions()).toBe(1_600);

	await pick('Gamma');
	await expect(switcher).toHaveText(/Gamma/);
	expect(await interactions()).toBe(160);
	await pick('Remove');
	await expect(switcher).toHaveText(/My workspace/);
	expect(await interactions()).toBe(1_600);
	await switcher.click();
	await expect(page.getByRole('menuitemradio')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(switcher).toHaveText(/Gamma/);
	expect(await interactions()).toBe(160);
});

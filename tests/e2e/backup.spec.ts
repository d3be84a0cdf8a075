import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport, exportSettings } from './support/report';
import { goTo, importPlainFile, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

const PASSPHRASE = 'Ma phrase très secrète';

async function openStorage(page: Page): Promise<void> {
	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Storage' }).click();
}

test('a protected backup brings everything back into a browser that holds nothing, with its passphrase only', async ({
	page
}) => {
	await page.goto('/import/');
	await importPlainFile(page, textFile('october.csv', callsOfMonth('2026-10', 30, 60)), '1,800');
	await importPlainFile(page, textFile('november.csv', callsOfMonth('2026-11', 16, 100)), '1,600');
	await goTo(page, 'Settings');
	await page.getByRole('combobox', { name: 'Plan tier' }).selectOption('40000');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByText('Everything is saved.')).toBeVisible();
	const settings = await exportSettings(page);
	await goTo(page, 'Overview');
	const report = await downloadReport(page);

	await openStorage(page);
	await page.getByLabel('Passphrase (optional)').fill(PASSPHRASE);
	const [saved] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Back up', exact: true }).click()
	]);
	const backup = test.info().outputPath(saved.suggestedFilename());
	await saved.saveAs(backup);
	await expect(page.getByText(/^Last backup from this browser/)).toBeVisible();

	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await page.goto('about:blank');
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('When do your AI credits run out?');

	await openStorage(page);
	await page.getByLabel('Restore from a backup').setInputFiles(backup);
	await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE.toLowerCase());
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('This is not the passphrase of the backup');
	await expect(alert).toContainText('Nothing was changed.');
	await expect(page.getByText('This workspace holds no imported file.')).toBeVisible();

	await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(page.getByText('This workspace holds 3,400 interactions from 2 files.')).toBeVisible();
	await expect(alert).toHaveCount(0);
	expect(await exportSettings(page)).toEqual(settings);
	await goTo(page, 'Overview');
	expect(await downloadReport(page)).toEqual(report);
});

import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { exportSettings } from './support/report';
import { textFile } from './support/steps';

interface Settings {
	readonly contract: Readonly<Record<string, unknown>>;
	readonly readings: readonly object[];
}

const save = async (page: Page) => {
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByText('Everything is saved.')).toBeVisible();
};
const changes = (page: Page) => page.getByRole('group', { name: /^What “.*” would change$/ });
const readFile = async (page: Page, settings: object) => {
	const { buffer } = textFile('', JSON.stringify(settings));
	await page
		.getByLabel('Import settings')
		.setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer });
};

test('numbers are taken as people write them, and a settings file shows its changes before it counts', async ({
	page
}) => {
	await page.goto('/settings/');
	await page.getByRole('combobox', { name: 'Plan tier' }).selectOption('60000');
	const price = page.getByRole('textbox', { name: 'Price per additional agent' });
	await price.fill('60 000,5');
	await price.press('Tab');
	await expect(price).toHaveValue('60,000.5');
	await page.getByRole('textbox', { name: 'Tax' }).fill('14.975');
	await save(page);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('on the 60,000 plan');
	const first = await exportSettings<Settings>(page);
	expect(first.contract).toMatchObject({ tier: 60_000, extraAgentPrice: '60000.5', taxPercent: 14.975 });

	await page.getByRole('textbox', { name: 'Tax' }).fill('13');
	await page.getByRole('textbox', { name: 'Day the cycle starts' }).fill('32');
	await expect(page.getByText('Use a number from 1 to 31.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
	await page.getByRole('textbox', { name: 'Day the cycle starts' }).fill('15');
	await save(page);

	// Merge: the readings of the file come, and what it does not mention stays.
	const reading = { at: '2026-11-10T12:00:00.000Z', creditsUsed: 20_000 };
	await readFile(page, { format: 'drawdown-settings', version: 1, readings: [reading] });
	await expect(changes(page).getByRole('row').filter({ hasText: 'readings' })).toContainText('20000');
	await page.getByRole('button', { name: 'Merge', exact: true }).click();
	await expect(page.getByText('Merged the settings')).toBeVisible();
	const merged = await exportSettings<Settings>(page);
	expect(merged.contract).toMatchObject({ tier: 60_000, taxPercent: 13, cycleAnchorDay: 15 });
	expect(merged.readings).toEqual([reading]);

	// Replace: all is as the file says, the reading goes.
	await readFile(page, first);
	const tax = changes(page).getByRole('row').filter({ hasText: 'contract.taxPercent' });
	await expect(tax.getByRole('cell')).toHaveText(['13', '14.975']);
	await page.getByRole('button', { name: 'Replace', exact: true }).click();
	await expect(page.getByText('Replaced the settings')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Tax' })).toHaveValue('14.975');
	expect(await exportSettings(page)).toEqual(first);

	await readFile(page, first);
	await expect(changes(page)).toContainText('nothing would change');
	await changes(page).getByRole('button', { name: 'Leave as it is' }).click();

	await readFile(page, { format: 'drawdown-settings', version: 1, contract: { tier: 'many' } });
	await expect(page.getByRole('alert')).toContainText('The settings are not valid at “contract.tier”');
	await expect(page.getByRole('alert')).toContainText('Your settings are as they were.');
	expect(await exportSettings(page)).toEqual(first);
});

test('two tabs that edit the same settings lose nothing: the later one decides with both in view', async ({
	page,
	context
}) => {
	const other = await context.newPage();
	await page.goto('/settings/');
	await other.goto('/settings/');
	const tier = (tab: Page) => tab.getByRole('combobox', { name: 'Plan tier' });
	const tax = (tab: Page) => tab.getByRole('textbox', { name: 'Tax' });
	await tier(page).selectOption('100000');
	await tax(other).fill('13');
	await save(other);

	await expect(page.getByRole('alert')).toContainText('changed elsewhere while you were editing');
	await expect(tier(page)).toHaveValue('100000');
	await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
	expect((await exportSettings<Settings>(page)).contract).toMatchObject({ tier: null, taxPercent: 13 });

	await page.getByRole('button', { name: 'Take the newer one' }).click();
	await expect(tax(page)).toHaveValue('13');
	await tier(page).selectOption('100000');
	await save(page);
	await expect(tier(other)).toHaveValue('100000');
	await expect(tax(other)).toHaveValue('13');
});

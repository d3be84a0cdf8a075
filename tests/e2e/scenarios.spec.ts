import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo } from './support/steps';

const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a plan and a change of usage are saved, compared with the workspace as it is, kept and deleted', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();

	// Nothing is saved yet: the screen says what it is for.
	await goTo(page, 'Scenarios');
	await expect(title(page)).toHaveText('What changes if…?');

	// The plan on screen becomes a scenario.
	await goTo(page, 'Plans');
	await page.getByRole('button', { name: 'Show 100,000' }).click();
	await page.getByRole('button', { name: 'Save as scenario' }).click();
	await expect(page.getByText('Saved “Plan 100,000, agents stop” as a scenario')).toBeVisible();
	await page.getByRole('button', { name: 'Compare', exact: true }).click();

	// It is compared with the workspace as it is.
	await expect(title(page)).toHaveText(/^Plan 100,000, agents stop: agents (do not )?stop this month/);
	const table = page.getByRole('table', { name: 'Side by side' });
	await expect(table.getByRole('columnheader')).toHaveText([
		'Scenario',
		'As it is',
		'Plan 100,000, agents stop'
	]);
	await expect(table.getByRole('row', { name: /^Plan / })).toContainText('100,000');

	// More voice from March, named by what it changes.
	await page.getByRole('button', { name: 'New scenario' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Voice' }).fill('20');
	await dialog.getByRole('combobox', { name: 'From' }).selectOption('2027-03-01');
	await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('+20% voice from 1 Mar 2027');
	await dialog.getByRole('button', { name: 'Save scenario' }).click();
	await expect(title(page)).toHaveText(/^\+20% voice from 1 Mar 2027( needs|:) [\d,]+/);
	await expect(table.getByRole('columnheader')).toHaveCount(4);
	await expect(page.getByRole('combobox', { name: 'Month' })).toHaveValue(String(Date.UTC(2027, 2, 1, 5)));
	const credits = table.getByRole('row', { name: /^Credits in Mar 2027, 8 in 10/ });
	await expect(credits.getByRole('cell').last()).toHaveText(/^[\d,]+ – [\d,]+ ?[\d,]+ more$/);
	await expect(
		table
			.getByRole('row', { name: /^Credits by month end/ })
			.getByRole('cell')
			.last()
	).toHaveText(/the same$/);

	// One is left out, and comes back; a reload keeps what was saved.
	await page.getByRole('checkbox', { name: 'Compare Plan 100,000, agents stop' }).uncheck();
	await expect(table.getByRole('columnheader')).toHaveCount(3);
	await page.reload();
	await expect(table.getByRole('columnheader')).toHaveCount(4);

	// The palette opens the one that is chosen in it.
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'A screen, an agent, a view or an action' }).fill('plan 100,000');
	await page.keyboard.press('Enter');
	await expect(table.getByRole('columnheader')).toHaveText([
		'Scenario',
		'As it is',
		'Plan 100,000, agents stop'
	]);
	await page.getByRole('checkbox', { name: /^Compare \+20%/ }).check();
	await expect(table.getByRole('columnheader')).toHaveCount(4);

	// Renamed, duplicated, deleted, and brought back where it was.
	await page.getByRole('button', { name: /^Edit: \+20%/ }).click();
	await dialog.getByRole('textbox', { name: 'Name' }).fill('Spring');
	await dialog.getByRole('button', { name: 'Save scenario' }).click();
	await expect(title(page)).toHaveText(/^Spring( needs|:)/);
	await page.getByRole('button', { name: 'Duplicate: Spring' }).click();
	await expect(table.getByRole('columnheader', { name: 'Spring (copy)' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete: Plan 100,000, agents stop' }).click();
	await expect(table.getByRole('columnheader')).toHaveText([
		'Scenario',
		'As it is',
		'Spring',
		'Spring (copy)'
	]);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(table.getByRole('columnheader')).toHaveText([
		'Scenario',
		'As it is',
		'Plan 100,000, agents stop',
		'Spring',
		'Spring (copy)'
	]);
});

test('the mix on screen becomes a scenario, and can be compared without any usage', async ({ page }) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/mix/');
	await page.getByRole('button', { name: 'Save as scenario' }).click();
	await expect(
		page.getByText(/^Saved “A month of [\d,]+ minutes and [\d,]+ messages” as a scenario$/)
	).toBeVisible();
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(page.getByRole('checkbox', { name: /^Compare A month of/ })).toBeChecked();
	await expect(page.getByText('There is nothing to compare with yet')).toBeVisible();
});

import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

interface Entry {
	readonly uid: string;
	readonly day: string;
	readonly title: string;
	readonly text: string;
}

/** The saved dates, as a calendar reads them. */
async function savedDates(page: Page): Promise<Entry[]> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Add dates to calendar' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/\.ics$/);
	const text = readFileSync(await download.path(), 'utf8');
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	return calendar.getAllSubcomponents('vevent').map((component) => {
		const event = new ICAL.Event(component);
		expect(event.startDate.isDate).toBe(true);
		return {
			uid: event.uid,
			day: event.startDate.toString(),
			title: event.summary,
			text: event.description
		};
	});
}

test('a budget is set, compared, told of once, and its dates go into a calendar', async ({ page }) => {
	await page.clock.setFixedTime(new Date('2026-11-20T19:05:00Z'));
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	// Twenty days of fifty calls, 20 credits each.
	await importPlainFile(page, textFile('usage.csv', callsOfMonth('2026-11', 20, 50)), '1,000');
	await goTo(page, 'Budgets');
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText('No budget is set yet');

	// What is missing is said; the budget begins with the running month.
	await page.getByRole('button', { name: 'Set a budget' }).click();
	const dialog = page.getByRole('dialog', { name: 'Set a budget' });
	await dialog.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(dialog.getByText('Say how much: above 0, and whole credits.')).toBeVisible();
	const credits = await page
		.getByRole('row')
		.filter({ hasText: 'Nov 2026' })
		.getByRole('cell')
		.first()
		.textContent();
	const used = Number(/[\d,]+/.exec(credits ?? '')?.[0].replaceAll(',', ''));
	await dialog.getByLabel('Amount for a month').fill(String(Math.round(used * 1.2)));
	await dialog.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(title).toHaveText(
		/^This month (ends|will probably end) about [\d,]+ credits over the budget of/
	);
	const levels = page.getByRole('region', { name: 'When each part of it is reached' }).first();
	await expect(levels.getByRole('row')).toHaveCount(5);
	await expect(levels.getByRole('row').filter({ hasText: '80%' })).toContainText('reached');
	await expect(page.getByRole('row').filter({ hasText: 'Nov 2026' })).toContainText('credits over');

	// The calendar has the day on which the table expects it, and the renewal; again it moves the same entries.
	const dates = await savedDates(page);
	const all = dates.find((entry) => entry.title.startsWith('100% of the budget'));
	expect(all?.title).toMatch(/used \(expected\)$/);
	expect(all?.text).toMatch(/The chance before renewal is .*A forecast, not a promise/s);
	expect(dates.at(-1)).toMatchObject({ day: '2026-12-01', title: 'Credits renew' });
	const again = await savedDates(page);
	expect(again.map(({ uid }) => uid)).toEqual(dates.map(({ uid }) => uid));
	expect(new Set(dates.map(({ uid }) => uid)).size).toBe(dates.length);

	// On the Overview it is told, until it is sent away; then no more this month.
	await goTo(page, 'Overview');
	const told = page.getByText(/^The budget of [\d,]+ credits will probably be exceeded$/);
	await expect(told).toBeVisible();
	await page.getByRole('button', { name: 'Not again this month' }).click();
	await expect(told).toBeHidden();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Budgets');
	await expect(title).toHaveText(/over the budget/);
	await goTo(page, 'Overview');
	await expect(page.getByRole('link', { name: 'See the budget' })).toBeHidden();
	await goTo(page, 'Budgets');

	// Money needs prices, and says which; removing is undone with one press.
	await expect(title).toHaveText(/over the budget/);
	await page.getByRole('button', { name: /^Remove [\d,]+ credits for everyone/ }).click();
	await expect(title).toHaveText('No budget is set yet');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(title).toHaveText(/over the budget/);
	await page.getByRole('button', { name: 'Set a budget' }).click();
	await dialog.getByText('Money', { exact: true }).click();
	await dialog.getByLabel('Amount for a month').fill('900');
	await dialog.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(title).toHaveText('The budget of $900 cannot be compared yet');
	await expect(page.getByText('Missing: the plan of the contract.')).toBeVisible();
});

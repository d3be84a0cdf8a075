import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport, type Report } from './support/report';
import { goTo, importPlainFile, textFile } from './support/steps';
import { callsOfMonth } from './support/usage';

const row = (page: Page, file: string) =>
	page.getByRole('table').filter({ hasText: 'Covers' }).getByRole('row').filter({ hasText: file });

/** What daily sums cannot tell: times of day, and which calls of the day on which credits end were served. */
const OF_ROWS = ['runOutAt', 'runOutPrecision', 'stops', 'unservedInteractions', 'activatedAt'];
const byDay = ({ usage }: Report): unknown =>
	JSON.parse(JSON.stringify(usage, (key, value: unknown) => (OF_ROWS.includes(key) ? undefined : value)));

async function showCycle(page: Page, cycle: string): Promise<void> {
	await page.getByRole('button', { name: /^Billing cycle/ }).click();
	await page.getByRole('menuitemradio', { name: cycle }).click();
}

test('rows of past billing cycles become daily sums: no figure changes, and it is said where it matters', async ({
	page
}) => {
	await page.goto('/import/');
	await importPlainFile(page, textFile('september.csv', callsOfMonth('2026-09', 30, 80)), '2,400');
	await importPlainFile(page, textFile('october.csv', callsOfMonth('2026-10', 30, 60)), '1,800');
	await importPlainFile(page, textFile('november.csv', callsOfMonth('2026-11', 16, 100)), '1,600');
	await goTo(page, 'Overview');
	const before = await downloadReport(page);

	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Storage' }).click();
	await page.getByLabel('Billing cycles kept as rows').fill('1');
	await page.getByRole('button', { name: 'See what would change' }).click();
	await expect(page.getByText('2,400 interactions before 1 Oct 2026, from one file')).toBeVisible();
	await page.getByRole('button', { name: 'Keep daily sums' }).click();
	await page.getByRole('button', { name: 'Delete these rows' }).click();
	await expect(page.getByText('2,400 interactions are now kept as daily sums')).toBeVisible();

	await goTo(page, 'Import');
	await expect(row(page, 'september.csv')).toContainText('by day');
	await expect(row(page, 'october.csv')).not.toContainText('by day');

	await page.reload();
	await goTo(page, 'Overview');
	const after = await downloadReport(page);
	expect(byDay(after)).toEqual(byDay(before));
	const [september, october, november] = after.usage.cycles;
	expect([october, november]).toEqual(before.usage.cycles.slice(1));
	// 20,000 credits ended on the 13th in the afternoon, which sums know to the day, and say so.
	expect(before.usage.cycles[0]?.plans[0]).toMatchObject({ runOutAt: '2026-09-13T17:59:30.000Z' });
	expect(september?.plans[0]).toMatchObject({
		runOutAt: '2026-09-13T04:00:00.000Z',
		runOutPrecision: 'day'
	});
	before.forecast?.tiers?.forEach(({ probabilityOfRunOut }, k) =>
		expect(after.forecast?.tiers?.[k]?.probabilityOfRunOut).toBeCloseTo(probabilityOfRunOut, 2)
	);
	await expect(page.getByText('kept as daily sums')).toHaveCount(0);
	await showCycle(page, 'Sep 2026');
	await expect(page.getByText('Days before 1 Oct 2026 are kept as daily sums')).toBeVisible();

	// Days cannot be cut anew: under another time zone there are no figures, and no welcome either.
	await goTo(page, 'Settings');
	await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Europe/Stockholm');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByRole('alert')).toContainText('were made under other settings');
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No figures for now');
	await expect(page.getByRole('alert')).toContainText('were made under other settings');
	await goTo(page, 'Settings');
	await page.getByRole('combobox', { name: 'Time zone' }).selectOption('America/Toronto');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await goTo(page, 'Overview');
	expect(await downloadReport(page)).toEqual(after);
});

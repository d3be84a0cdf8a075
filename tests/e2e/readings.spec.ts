import { expect, test } from './support/app';
import { downloadReport } from './support/report';
import { goTo } from './support/steps';

test('two meter readings give the plain pace, and no chance', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Or type meter readings' }).click();
	const readings = page.getByRole('region', { name: 'Meter readings' });
	const add = async (time: string, credits: string) => {
		await readings.getByLabel('Date').fill(time.slice(0, 10));
		await readings.getByLabel('Time').fill(time.slice(11));
		await readings.getByLabel('Credits used in the cycle').fill(credits);
		await readings.getByRole('button', { name: 'Add reading' }).click();
		// The form is for the next one when this one is on disk.
		await expect(readings.getByLabel('Credits used in the cycle')).toHaveValue('');
	};
	await add('2026-11-06T00:00', '10 000');
	await expect(readings.getByRole('row')).toHaveCount(2);
	await add('2026-11-11T00:00', '20,000');
	await expect(readings.getByRole('row')).toHaveCount(3);

	// 20,000 in a third of November: 60,000 at its end, on ten known days.
	await goTo(page, 'Overview');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At the plain pace, /);
	await expect(page.getByText('From meter readings alone')).toBeVisible();
	const plans = page.getByRole('region', { name: 'When each plan would run out' });
	await expect(plans.getByRole('columnheader')).toHaveText(['Plan', 'At this pace', 'Short, credits']);
	await expect(plans.getByRole('row', { name: /100,000/ })).toContainText('lasts');
	await expect(page.getByText('in 100')).toHaveCount(0);

	const report = await downloadReport(page);
	expect(report.forecast).toMatchObject({ refused: 'tooFewDays', monthEndCredits: null, tiers: null });

	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At the plain pace, /);
});

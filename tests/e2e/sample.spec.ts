import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport } from './support/report';
import { goTo, planRow } from './support/steps';

const TIERS = [20_000, 40_000, 60_000, 100_000, 150_000, 200_000] as const;
const grouped = (n: number) => n.toLocaleString('en-CA');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const figure = (page: Page, name: string) =>
	page.getByRole('region', { name: 'In figures' }).getByText(name, { exact: true }).locator('xpath=..');
const menu = async (page: Page, trigger: RegExp, item: string) => {
	await page.getByRole('button', { name: trigger }).click();
	await page.getByRole('menuitemradio', { name: item }).click();
};

test('from one click on the sample to the price of every plan, in both languages, and all again after a reload', async ({
	page
}) => {
	// The sample ends on the day of the visit: a fixed day makes its figures the same for ever.
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(title(page)).toHaveText(/60,000 credits .*run out around \w{3} \d{1,2} (Nov|Dec)/);

	const report = await downloadReport(page);
	const cycle = report.usage.cycles.at(-1);
	await expect(figure(page, 'Used so far')).toContainText(grouped(cycle?.credits.total ?? NaN));
	const middle = report.forecast?.monthEndCredits?.p50 ?? NaN;
	const figures = 10 ** Math.max(0, Math.floor(Math.log10(middle)) - 2);
	await expect(figure(page, 'Month end, if nothing stops')).toContainText(
		`about ${grouped(Math.round(middle / figures) * figures)}`
	);
	for (const { includedCredits, probabilityOfRunOut } of report.forecast?.tiers ?? []) {
		const chance = Math.round(probabilityOfRunOut * 100);
		if (chance > 0 && chance < 100)
			await expect(planRow(page, grouped(includedCredits)).getByRole('cell').nth(2)).toHaveText(`${chance}`);
	}
	expect(report.forecast?.tiers?.map(({ includedCredits }) => includedCredits)).toEqual([...TIERS]);
	await expect(page.getByRole('img').or(page.getByRole('figure')).first()).toBeVisible();

	for (const screen of ['Plans', 'Import', 'Settings', 'Overview', 'Plans'] as const) {
		await goTo(page, screen);
		await expect(page.getByText('Sample data', { exact: true }).filter({ visible: true })).toHaveCount(1);
	}

	await page.getByRole('button', { name: 'Enter prices' }).click();
	for (const [k, tier] of TIERS.entries())
		await page
			.getByRole('textbox', { name: `${grouped(tier)} credits`, exact: true })
			.fill(`${300 + 150 * k}`);
	await page.getByRole('textbox', { name: 'One credit of overage' }).fill('0.015');
	await page.getByRole('button', { name: 'Save prices' }).click();
	for (const policy of ['Stop', 'Overage']) {
		await page.getByRole('group', { name: 'When credits end:' }).getByText(policy, { exact: true }).click();
		for (const tier of TIERS) await expect(planRow(page, grouped(tier))).toContainText(/\$\d/);
	}
	await expect(title(page)).toHaveText(/with overage costs least: about \$[\d,]+ this month/);

	await menu(page, /Billing cycle/, 'Oct 2026');
	await expect(title(page)).toHaveText(/^October would have cost least on [\d,]+ with overage: \$[\d,.]+$/);
	const october = report.usage.cycles.at(-2);
	const priced = await (async () => {
		await goTo(page, 'Overview');
		return (await downloadReport(page)).usage.cycles.at(-2);
	})();
	expect(priced?.credits).toEqual(october?.credits);
	await expect(figure(page, 'Used')).toContainText(grouped(october?.credits.total ?? NaN));
	await goTo(page, 'Plans');
	for (const plan of priced?.plans.filter(({ overage }) => overage === 'on') ?? [])
		await expect(planRow(page, grouped(plan.includedCredits))).toContainText(
			Number(plan.cost.total).toLocaleString('en-CA', { minimumFractionDigits: 2 })
		);

	await page.getByRole('button', { name: 'FR, Français' }).click();
	await expect(title(page)).toHaveText(/^Octobre\s: .* avec dépassement aurait coûté le moins/);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
	await expect(page.getByRole('button', { name: 'Données d’exemple' }).or(title(page)).first()).toBeVisible();
	await page.getByRole('button', { name: 'EN, English' }).click();
	await goTo(page, 'Overview');
	await expect(title(page)).toHaveText(/60,000 credits .*run out around/);
	const again = await downloadReport(page);
	expect(again.forecast).toEqual(report.forecast);
	expect(again.usage.agents).toEqual(report.usage.agents);
	expect(again.usage.cycles.at(-2)).toEqual(priced);
});

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/access';
import { expect, test } from './support/app';
import { textFile } from './support/steps';
import { call, callsOfMonth, canonical } from './support/usage';

const ways = [
	{ name: 'light, English, 1280 px', scheme: 'light', language: 'en', width: 1280 },
	{ name: 'dark, French, 1280 px', scheme: 'dark', language: 'fr-CA', width: 1280 },
	{ name: 'light, French, 360 px', scheme: 'light', language: 'fr-CA', width: 360 }
] as const;

const USAGE = [
	...['', 'messaging/', 'history/', 'calls/', 'ledger/', 'waste/', 'anomalies/', 'invoice/', 'export/'].map(
		(tab) => `/usage/${tab}`
	),
	'/plans/other-vendors/',
	'/scenarios/'
];

for (const { name, scheme, language, width } of ways)
	test.describe(name, () => {
		test.use({ colorScheme: scheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' } as object);

		test('axe finds nothing serious on any screen, and none is wider than the window', async ({ page }) => {
			await page.addInitScript((chosen) => localStorage.setItem('drawdown.language', chosen), language);
			await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
			const heading = page.getByRole('heading', { level: 1 });
			const primary = page.locator('main button.primary');
			const input = page.locator('main input[type="file"]').first();

			await page.goto('/');
			await expect(page.locator('main li button')).toBeEnabled();
			await expectAccessible(page, 'welcome');

			await page.goto('/mix/');
			await expect(page.locator('main figure svg')).toBeVisible();
			await expectAccessible(page, 'mix, without data');

			await page.goto('/assumptions/');
			await expect(page.locator('main table')).toBeVisible();
			await expectAccessible(page, 'assumptions');
			await primary.click();
			await expect(page.locator('main a[href$="/proposal/"]')).toBeVisible();
			await page.goto('/proposal/');
			await expect(page.locator('main figure svg')).toBeVisible();
			await expectAccessible(page, 'proposal');
			await page.goto('/shared/');
			await expect(page.locator('main a.primary')).toBeVisible();
			await expectAccessible(page, 'a link without a plan');

			await page.goto('/import/');
			await expect(heading).toBeVisible();
			const odd = 'when;minutes;who\n02/11/2026 09:00;2;Ann\n03/11/2026 09:30;3;Bob\n';
			await input.setInputFiles(textFile('odd.csv', odd));
			// How the text is read stands folded up above the columns.
			await page.locator('main details > summary').first().click();
			await expect(page.locator('main select').first()).toBeVisible();
			await expectAccessible(page, 'import, columns');
			await page.goto('/import/');
			await input.setInputFiles(
				textFile('gaps.csv', canonical([call('2026-11-02T09:00:00-05:00', 90), call('yesterday', 9)]))
			);
			await expect(page.locator('main table tbody tr')).not.toHaveCount(0);
			await expectAccessible(page, 'import, no question');
			await primary.click();
			await expect(page.locator('main table tbody tr td').first()).toHaveText('3');
			await expectAccessible(page, 'import, review');
			await primary.click();
			await expect(page.getByRole('status')).toBeVisible();
			await expectAccessible(page, 'import, layers');

			await page.goto('/settings/');
			for (const tab of await page.getByRole('tab').all()) {
				await tab.click();
				await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
				await expectAccessible(page, `settings, ${await tab.textContent()}`);
			}
		});

		test('axe finds nothing serious where there are figures', async ({ page }) => {
			await page.addInitScript((chosen) => localStorage.setItem('drawdown.language', chosen), language);
			await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
			await page.goto('/');
			await page.locator('main li button').click();
			await expect(page.locator('main figure svg')).toHaveCount(2);
			await expectAccessible(page, 'overview');
			await page.goto('/forecast/');
			await expect(page.locator('main figure svg')).toHaveCount(4);
			await expectAccessible(page, 'forecast');
			await page.goto('/mix/');
			await expect(page.locator('main figure svg')).toBeVisible();
			await expectAccessible(page, 'mix');
			await page.locator('main figure button').first().click();
			await expectAccessible(page, 'mix, table');
			await page.goto('/budgets/');
			await expect(page.locator('main figure svg').first()).toBeVisible();
			// Figures that are computed anew are paler until they come.
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await page.locator('main .actions button.primary').click();
			await expectAccessible(page, 'budgets, form');
			await page.locator('dialog[open] input[inputmode]').first().fill('60000');
			await page.locator('dialog[open] button.primary').click();
			await expect(page.locator('main figure svg')).toHaveCount(2);
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await expectAccessible(page, 'budgets');
			await page.goto('/plans/');
			await page.locator('main button.link').click();
			const fields = page
				.locator('main fieldset')
				.filter({ has: page.getByRole('textbox') })
				.getByRole('textbox');
			await expect(fields).toHaveCount(7);
			for (const [k, field] of (await fields.all()).entries())
				await field.fill(k === 6 ? '0.015' : `${300 + 150 * k}`);
			// Figures that are computed anew are paler until they come.
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await expectAccessible(page, 'plans, prices');
			await page.locator('main form button[type="submit"]').first().click();
			await expect(fields).toHaveCount(0);
			// With overage each plan has a bar.
			await page.locator('main fieldset label').nth(1).click();
			await expect(page.locator('main table svg').first()).toBeVisible();
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await expect(page.locator('main figure svg')).toHaveCount(2);
			await expectAccessible(page, 'plans');
			await page.locator('main nav a').nth(1).click();
			await expect(page.locator('main figure svg')).toHaveCount(1);
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await expectAccessible(page, 'past months');
			await page.locator('main nav a').nth(2).click();
			await expect(page.locator('main section[aria-busy="false"] svg')).toHaveCount(1);
			await expectAccessible(page, 'small print');
			await page.locator('main nav a').nth(3).click();
			await expect(page.locator('main section table')).toBeVisible();
			await expect(page.locator('main figure svg')).toHaveCount(1);
			await expectAccessible(page, 'when agents stop');
		});

		test('axe finds nothing serious under Usage, with other vendors and in scenarios', async ({ page }) => {
			await page.addInitScript((chosen) => localStorage.setItem('drawdown.language', chosen), language);
			await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
			await page.goto('/');
			await page.locator('main li button').click();
			await expect(page.locator('main figure svg')).toHaveCount(2);
			await expect(page.locator('main .dimmed')).toHaveCount(0);
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('option', { selected: true })).toBeVisible();
			await expectAccessible(page, 'palette');
			await page.keyboard.press('Escape');
			await page.keyboard.press('?');
			await expect(page.locator('dialog[open] kbd').first()).toBeVisible();
			await expectAccessible(page, 'shortcuts');
			await page.keyboard.press('Escape');
			for (const path of USAGE) {
				await page.goto(path);
				await expect(page.locator('main h1')).toBeVisible();
				await expect(page.locator('main .skeleton, main .dimmed, main [aria-busy="true"]')).toHaveCount(0);
				await expectAccessible(page, path);
			}
		});
	});

/** Presses Tab until the element with that name has the focus. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string) {
	const wanted = page.getByRole(role, { name, exact: true }).first();
	await expect(wanted).toBeVisible();
	for (let k = 0; k < 60; k++) {
		await page.keyboard.press('Tab');
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${name} cannot be reached by the keyboard`);
}

test('a palette and two keys lead anywhere, unless something is typed or they are switched off', async ({
	page
}) => {
	const option = page.getByRole('option', { selected: true });
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	await page.getByRole('button', { name: /Go to…/ }).click();
	await page.getByRole('combobox').fill('SAMPLE');
	await expect(option).toHaveText('Use the sample data');
	await page.keyboard.press('Enter');
	await expect(page.locator('main figure svg')).toHaveCount(2);

	await page.keyboard.press('g');
	await page.keyboard.press('u');
	await expect(page).toHaveURL(/\/usage\/$/);
	const filter = page.getByRole('searchbox');
	await expect(filter).toBeVisible();
	await page.keyboard.press('/');
	await expect(filter).toBeFocused();
	await filter.pressSequentially('go?');
	await expect(filter).toHaveValue('go?');
	await expect(page.getByRole('dialog')).toHaveCount(0);

	// An agent's calls; and then, on the same screen, another's.
	for (const agent of ['Billing', 'Booking']) {
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox').fill(`calls of ${agent}`);
		await expect(option).toContainText(agent);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: `Remove the filter ${agent}` })).toBeVisible();
	}

	await page.getByRole('main').focus();
	await page.keyboard.press('?');
	await page.getByRole('checkbox', { name: 'Single keys are shortcuts' }).uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
});

test('the main job goes by the keyboard alone, from the skip link to the picture', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();

	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		(async () => {
			await page.keyboard.press('Tab');
			await expect(page.getByLabel('Choose usage files')).toBeFocused();
			await page.keyboard.press('Enter');
		})()
	]);
	await chooser.setFiles(textFile('usage.csv', callsOfMonth('2026-11', 16, 100)));
	await expect(page.getByRole('main')).toBeFocused();
	await tabTo(page, 'button', 'Import');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toHaveText('Imported 1,600 interactions');
	await tabTo(page, 'link', 'See when credits run out');
	await page.keyboard.press('Enter');
	await expect(page).toHaveTitle(/last to renewal|run out/);

	// The plan is asked for by its menu, and the picture is read day by day.
	await tabTo(page, 'button', 'Plan none chosen');
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Plan 40,000' })).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('40,000 credits');
	await tabTo(page, 'button', 'Show 60,000');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('60,000 credits');
});

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import { expectAccessible } from './support/access';
import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { canonical } from './support/usage';

const SETTINGS = {
	format: 'drawdown-settings',
	version: 1,
	rateCards: [
		{
			model: 'credits',
			id: 'card',
			name: 'Vendor',
			source: 'made up',
			effectiveFrom: '2020-01-01',
			currency: 'USD',
			rates: { chat: { standard: 2, premium: 4 }, voice: { standard: 10, premium: 20 } },
			voiceRounding: {
				shortCallSeconds: 0,
				initialSeconds: 60,
				incrementSeconds: 60,
				wholeCreditsPerCall: false
			},
			premiumAppliesToAllCalls: false,
			tiers: [{ includedCredits: 1_000, price: '300' }],
			overagePricePerCredit: '0.015',
			overageBlockCredits: null
		}
	],
	contract: { rateCardId: 'card', tier: 1_000, currency: 'USD', timeZone: 'America/Toronto' }
};

/** Calls of an agent whose name a spreadsheet would take for a formula. */
const USAGE = canonical(
	[3, 4, 5].map((day) => `,2026-11-0${day}T15:00:00Z,,voice,standard,'=SUM(A1),Zoé,,134,,`)
);

async function saved(page: Page, by: Locator): Promise<{ name: string; bytes: Buffer }> {
	const [download] = await Promise.all([page.waitForEvent('download'), by.click()]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('interactions and charges are saved in each format, conform, and a name like a formula stays text', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-20T19:05:00Z'));
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	await importPlainFile(page, textFile('usage.csv', USAGE), '3');
	await goTo(page, 'Settings');
	await page
		.getByLabel('Import settings')
		.setInputFiles({ ...textFile('s.json', JSON.stringify(SETTINGS)), mimeType: 'application/json' });
	await page.getByRole('button', { name: 'Replace', exact: true }).click();
	await expect(page.getByText('Replaced the settings')).toBeVisible();
	await goTo(page, 'Usage');
	await page.getByRole('navigation', { name: 'Usage' }).getByRole('link', { name: 'Export' }).click();
	await expect(page.getByText(/^All \d+ rules pass on 4 rows$/)).toBeVisible();

	const save = page.getByRole('button', { name: 'Save', exact: true });
	const rows = await saved(page, save);
	expect(rows.name).toBe('Drawdown interactions.csv');
	expect(rows.bytes.toString()).toContain(
		",2026-11-03T15:00:00.000Z,voice,standard,'=SUM(A1),Zoé,,134,,\r\n"
	);
	await page.getByLabel('Format').selectOption('parquet');
	const file = (bytes: Buffer) => new Uint8Array(bytes).buffer;
	expect(await parquetReadObjects({ file: file((await saved(page, save)).bytes) })).toMatchObject([
		{ agent: '=SUM(A1)', duration_seconds: 134 },
		{ agent: '=SUM(A1)', duration_seconds: 134 },
		{ agent: '=SUM(A1)', duration_seconds: 134 }
	]);

	const menu = page.getByRole('button', { name: 'Export', exact: true });
	const chosen = async (name: string) => {
		await menu.click();
		return saved(page, page.getByRole('menuitem', { name }));
	};
	const focus = await chosen('CSV Commas');
	expect(focus.name).toBe('Drawdown FOCUS 1.2 Nov 2026.csv');
	expect(focus.bytes.toString()).toContain("'=SUM(A1)");
	const objects = JSON.parse((await chosen('JSON')).bytes.toString()) as Record<string, string>[];
	expect(objects.map(({ ChargeCategory, EffectiveCost }) => [ChargeCategory, EffectiveCost])).toEqual([
		['Purchase', '0'],
		['Usage', '100'],
		['Usage', '100'],
		['Usage', '100']
	]);
	expect((await chosen('Workbook')).bytes.subarray(0, 2).toString()).toBe('PK');

	await page.getByText('For tools that take only').click();
	await expect(page.getByText(/^All \d+ rules pass on 4 rows$/)).toBeVisible();
	expect((await chosen('CSV Commas')).bytes.toString()).toContain('XCR');
	await page.getByText('Conformance report').click();
	await expect(page.getByRole('row').filter({ hasText: 'BilledCost-C-001-M' })).toContainText('✓');
	await expectAccessible(page, 'export');
});

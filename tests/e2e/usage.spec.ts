import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/access';
import { expect, test } from './support/app';
import { download } from './support/report';
import { chooseFiles, goTo, importButton, importPlainFile, textFile } from './support/steps';
import { canonical } from './support/usage';

/** Calls of two agents and chats of one in two months; at 10 credits a started minute and 2 a message. */
const CALLS = [
	...Array.from({ length: 12 }, (_, k) => ({ day: `2026-10-${10 + k}`, agent: 'Reception', seconds: 61 })),
	...Array.from({ length: 9 }, (_, k) => ({ day: `2026-11-1${k}`, agent: 'Reception', seconds: 59 })),
	...Array.from({ length: 4 }, (_, k) => ({ day: `2026-11-1${k}`, agent: 'Night desk', seconds: 300 }))
];
const rows = CALLS.map(
	({ day, agent, seconds }, k) =>
		`,${day}T12:${String(k).padStart(2, '0')}:00-05:00,,voice,standard,${agent},Main line,,${seconds},,`
);
const file = canonical([...rows, ',2026-11-18T12:00:00-05:00,,chat,standard,Web assistant,Website,7,,,']);
const credits = (month: string, agent: string) =>
	CALLS.filter((one) => one.day.startsWith(month) && one.agent === agent).reduce(
		(sum, { seconds }) => sum + 10 * Math.ceil(seconds / 60),
		0
	);

/** What a vendor says of them: one agent right, one two calls too many. */
const MONTHLY = 'Month,AI agent,Calls engaged\n2026-11,Reception,9\n2026-11,Night desk,6\n';

test('who used the credits: by agent, sorted and filtered, month by month, as a file with the same numbers, and beside the vendor’s own table', async ({
	page
}) => {
	await page.goto('import/');
	await importPlainFile(page, textFile('usage.csv', file), '26');
	await goTo(page, 'Usage');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Voice used 290 credits; Night desk takes 69% of them with 31% of the calls'
	);
	const table = page.getByRole('table');
	const names = table.locator('tbody td:nth-child(2)');
	await expect(names).toHaveText(['Night desk', 'Reception']);
	await table.getByRole('button', { name: 'this month' }).first().click();
	await expect(names).toHaveText(['Reception', 'Night desk']);
	await page.getByLabel('Filter by entity or agent').fill('night');
	await expect(names).toHaveText(['Night desk']);
	await expect(table.getByRole('row', { name: /^All/ })).toContainText(
		String(credits('2026-11', 'Night desk'))
	);

	await table.getByRole('link', { name: 'Night desk' }).click();
	await expect(page).toHaveURL(/agent=Night\+desk/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('4 calls');

	await page.getByRole('link', { name: 'History' }).click();
	await expect(page.getByRole('row', { name: /^Reception/ }).getByRole('cell')).toHaveText([
		String(credits('2026-10', 'Reception') + credits('2026-11', 'Reception')),
		String(credits('2026-11', 'Reception')),
		String(credits('2026-10', 'Reception'))
	]);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	await page.getByRole('menuitem', { name: 'CSV Commas' }).click();
	const saved = await saving;
	expect(saved.suggestedFilename()).toBe('Drawdown History Agent, Credits.csv');
	const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
	const shown = await page
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) =>
				[...row.children].map((cell) => cell.textContent?.trim().replaceAll(',', '')).join(',')
			)
		);
	expect(lines.slice(1)).toEqual(shown);
	expect(lines).toHaveLength(4);

	// The same credits once more, as an account: 290 of voice and 14 of chat.
	await page.getByRole('link', { name: 'Ledger' }).click();
	await expect(page.getByText(/^No plan was chosen for this month/)).toBeVisible();
	await page.getByRole('button', { name: 'Plan none chosen' }).click();
	await page.getByRole('menuitemradio', { name: /^20,000/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Of 20,000 credits, 19,696 are left');
	const account = page.getByRole('table', { name: 'Line by line' });
	await expect(account.getByRole('row', { name: /Left so far/ })).toContainText('−19,696');
	await expect(account.getByRole('row', { name: /^Sums to 0/ })).toBeVisible();

	// The vendor's own table of the month stands beside it, and nothing of it is counted.
	await goTo(page, 'Import');
	await chooseFiles(page, textFile('november.csv', MONTHLY));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'A ready-made monthly table: 2 rows are ready'
	);
	await expectAccessible(page, 'import, monthly table');
	await importButton(page).click();
	await expect(page.getByRole('status')).toHaveText('Imported a monthly table of 2 rows from “november.csv”');
	await goTo(page, 'Usage');
	const check = page.getByRole('region', {
		name: /^The monthly table and what was counted differ in Nov 2026/
	});
	await expect(check.getByText('Monthly table (not counted)')).toBeVisible();
	await expect(check.getByRole('row', { name: /^Night desk/ }).getByRole('cell')).toHaveText([
		...['6', '4', '+2', '']
	]);
	await expect(check.getByRole('row', { name: /^Reception/ })).toContainText('✓ the same');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Voice used 290 credits');
	await expectAccessible(page, 'usage, monthly table');
	await goTo(page, 'Import');
	await page.getByRole('button', { name: 'Remove november.csv' }).click();
	await expect(page.getByRole('heading', { name: 'Monthly tables' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('row', { name: /^november\.csv/ })).toContainText('Nov 2026');

	// What no file says of an agent goes out as agents.csv, and comes in again as it went.
	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Agents' }).click();
	await page.getByRole('combobox', { name: 'Licence: Reception' }).selectOption('unlimited');
	const tags = page.getByRole('textbox', { name: 'Tags: Reception' });
	await tags.fill('team=Laval');
	await tags.press('Tab');
	const written = await download(page, 'Export agents.csv');
	expect(written.name).toBe('agents.csv');
	await page.getByRole('button', { name: 'Remove: Reception' }).click();
	await expect(tags).toHaveValue('');
	await page.getByLabel('Import agents.csv').setInputFiles(textFile('agents.csv', written.text));
	const changes = page.getByRole('region', { name: 'What “agents.csv” would change' });
	await expect(changes.getByRole('row', { name: /^Reception/ })).toContainText('Licence: unlimited');
	await changes.getByRole('button', { name: 'Replace the register' }).click();
	await expect(tags).toHaveValue('team=Laval');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByText('Everything is saved.')).toBeVisible();
	expect(await download(page, 'Export agents.csv')).toEqual(written);
});

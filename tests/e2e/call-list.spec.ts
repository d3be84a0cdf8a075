import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport, type Report } from './support/report';
import { chooseFiles, goTo, importButton, planRow } from './support/steps';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'calls', 'bank-layout.txt');

/** Figures by tests/fixtures/calls/make.mjs, which shares no line with the product. */
const expected = JSON.parse(readFileSync(fixture.replace('.txt', '.expected.json'), 'utf8')) as {
	readonly interactions: number;
	readonly billableMinutes: number;
	readonly credits: number;
	readonly agents: number;
	readonly first: string;
	readonly last: string;
	readonly plans: readonly object[];
};

/** A field of the mapping step: its row, and the list that says where it comes from. */
const field = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const choose = (page: Page, name: string, option: string) =>
	field(page, name).getByRole('combobox', { name, exact: true }).selectOption({ label: option });

function expectFigures(report: Report) {
	expect(report.usage).toMatchObject({
		interactions: expected.interactions,
		from: expected.first,
		to: expected.last
	});
	expect(report.usage.cycles).toHaveLength(1);
	const [cycle] = report.usage.cycles;
	expect(cycle).toMatchObject({
		interactions: expected.interactions,
		billableMinutes: { standard: expected.billableMinutes, premium: 0 },
		credits: { total: expected.credits }
	});
	const plans = (cycle?.plans ?? [])
		.filter(({ overage }) => overage === 'off')
		.map(({ includedCredits, runOutAt, unservedCredits, unservedInteractions }) => ({
			includedCredits,
			runOutAt,
			unservedCredits,
			unservedInteractions
		}));
	expect(plans).toEqual(expected.plans);
}

test('a call list of another layout is mapped, imported, and answered to the millisecond', async ({
	page
}) => {
	await page.goto('/settings/');
	await page.getByRole('combobox', { name: 'Time zone of the contract' }).selectOption('Asia/Jerusalem');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByText('Everything is saved.')).toBeVisible();

	await goTo(page, 'Import');
	await chooseFiles(page, fixture);
	await expect(page.getByRole('heading', { name: 'What is in which column?' })).toBeVisible();
	await choose(page, 'Start', 'date');
	await field(page, 'Start')
		.getByRole('combobox', { name: 'Time of day' })
		.selectOption({ label: 'vru_entry' });
	await page
		.getByRole('group', { name: 'Time zone', exact: true })
		.getByText('Jerusalem', { exact: true })
		.click();
	await choose(page, 'Channel', 'Same for all rows: voice');
	await choose(page, 'Duration', 'ser_time');
	await field(page, 'Duration')
		.getByRole('combobox', { name: 'Written as' })
		.selectOption({ label: 'seconds' });
	await choose(page, 'Class', 'Same for all rows: premium');
	await choose(page, 'Agent', 'server');
	await choose(page, 'Entity', 'type');

	// The first row as it will be read: 109 s are two minutes, 40 credits of premium.
	const first = page.getByRole('row').filter({ hasText: 'ELI' }).first();
	await expect(first).toContainText('1 min 49 s');
	await expect(first.getByRole('cell').last()).toHaveText('40');

	const review = page.getByRole('button', { name: 'Continue to review' });
	await review.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('2,427 interactions are ready.');
	await importButton(page).click();
	await expect(page.getByRole('status')).toHaveText('Imported 2,427 interactions');

	// The class was wrong: the same file, and no other, is read anew in the place of what was read.
	await page.getByRole('button', { name: 'Read bank-layout.txt differently' }).click();
	const file = page.getByLabel('Choose the file');
	await file.setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('a;b\n1;2\n') });
	await expect(page.getByRole('alert')).toContainText('“other.txt” is not the file that was imported');
	const asStandard = async () => {
		await file.setInputFiles(fixture);
		await expect(first.getByRole('cell').last()).toHaveText('40');
		await choose(page, 'Class', 'Same for all rows: standard');
		await expect(first.getByRole('cell').last()).toHaveText('20');
		await review.click();
		await page.getByRole('button', { name: 'Replace what was read before' }).click();
		await expect(page.getByRole('status')).toHaveText('Imported 2,427 interactions');
	};
	await asStandard();

	// Undo brings back what was read before, and how files like it are read; then it is read anew for good.
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('alert')).toContainText('“bank-layout.txt” counts again as it was read before');
	await page.getByRole('button', { name: 'Read bank-layout.txt differently' }).click();
	await asStandard();
	await expect(page.getByRole('rowheader', { name: 'bank-layout.txt', exact: true })).toHaveCount(1);

	await goTo(page, 'Overview');
	await expect(planRow(page, '20,000')).toContainText('Sun 7 Feb');
	await expect(planRow(page, '60,000')).toContainText('Wed 17 Feb');
	await expect(planRow(page, '100,000')).toContainText('lasts');
	const before = await downloadReport(page);
	expectFigures(before);

	// The status is still there for whoever comes back to the screen.
	await goTo(page, 'Import');
	await expect(page.getByRole('status')).toHaveText('Imported 2,427 interactions');

	await page.goto('/');
	await expect(planRow(page, '20,000')).toContainText('Sun 7 Feb');
	expect(await downloadReport(page)).toEqual(before);
});

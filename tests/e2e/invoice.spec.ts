import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { call, canonical } from './support/usage';

/** Calls of a month whose lengths follow from arithmetic alone, and one in the month after, so that it is over. */
const CALLS = Array.from({ length: 300 }, (_, k) => ({
	at: `2026-01-${String(1 + (k % 28)).padStart(2, '0')}T${String(8 + (k % 10)).padStart(2, '0')}:${String((k * 7) % 60).padStart(2, '0')}:00-05:00`,
	seconds: 3 + ((k * 37) % 260)
}));
const AFTER = { at: '2026-02-03T10:00:00-05:00', seconds: 30 };
const file = canonical([...CALLS, AFTER].map(({ at, seconds }) => call(at, seconds)));

/** The vendor bills at least 30 s, then by 6 s, and nothing under 15 s, at 10 credits a minute. */
const vendorSeconds = CALLS.reduce(
	(sum, { seconds }) =>
		sum + (seconds < 15 ? 0 : seconds <= 30 ? 30 : 30 + Math.ceil((seconds - 30) / 6) * 6),
	0
);
const own = CALLS.reduce((sum, { seconds }) => sum + Math.ceil(seconds / 60) * 10, 0);
const text = (value: number) => value.toLocaleString('en-CA');

test('an invoice is typed, its rule is found and used, nothing is left, and the parts add up to it', async ({
	page
}) => {
	await page.goto('/');
	await importPlainFile(page, textFile('calls.csv', file), '301');
	await goTo(page, 'Usage');
	await page.getByRole('navigation', { name: 'Usage' }).getByRole('link', { name: 'Invoice' }).click();
	await page.getByRole('button', { name: /^Billing cycle/ }).click();
	await page.getByRole('menuitemradio', { name: 'Jan 2026' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		`Your calls and chats make ${text(own)} credits in Jan 2026`
	);

	await page.getByRole('button', { name: 'Compare with invoice' }).click();
	await expect(page.getByText('Type at least one total of the invoice.')).toBeVisible();
	await page.getByLabel('Credits used').fill(String(vendorSeconds / 6));
	await page.getByLabel('Billable minutes').fill(String(vendorSeconds / 60));
	await page.getByRole('button', { name: 'Compare with invoice' }).click();
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toContainText(`The invoice says ${text(vendorSeconds / 6)} credits`);
	await expect(title).toContainText(`${text(own - vendorSeconds / 6)} less. One rule set explains it.`);
	const rule = page.getByRole('row', { name: /at least 30 s, then by 6 s · calls under 15 s free/ });
	await rule.getByRole('button', { name: 'Use this rule' }).click();
	await expect(title).toHaveText(
		`The invoice is right: your calls and chats make the same ${text(vendorSeconds / 6)} credits`
	);
	const parts = page.getByRole('region', { name: 'Who owes which part' });
	await expect(parts.getByRole('row', { name: /^Main line/ })).toContainText(text(vendorSeconds / 6));
	await expect(parts.getByRole('row', { name: /^Invoice/ })).toContainText(text(vendorSeconds / 6));
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(title).toContainText('One rule set explains it.');
});

import { expect, test } from './support/app';
import { importPlainFile, textFile } from './support/steps';
import { call, canonical } from './support/usage';

/** Two whole months of calls of 90 seconds, six a day, and a day of the third. */
const rows = [1, 2].flatMap((month) =>
	Array.from({ length: 28 * 6 }, (_, k) =>
		call(
			`2026-0${month}-${String(1 + Math.floor(k / 6)).padStart(2, '0')}T${String(9 + (k % 6)).padStart(2, '0')}:00:00-05:00`,
			90
		)
	)
);
const file = canonical([...rows, call('2026-03-01T09:00:00-05:00', 90)]);

test('an example of another vendor is compared to the cent, corrected and kept', async ({ page }) => {
	await page.goto('/');
	await importPlainFile(page, textFile('calls.csv', file), String(rows.length + 1));
	await page.goto('/plans/other-vendors/');
	await expect(
		page.getByRole('heading', { name: 'What would the same demand cost elsewhere?' })
	).toBeVisible();
	await page.getByRole('button', { name: 'Add an example' }).click();
	await page.getByRole('menuitem', { name: /Fish Audio/ }).click();

	// 168 calls of 90 s, billed by the second at 0.07 a minute: 252 minutes.
	const past = page.getByRole('region', { name: 'Past months, exactly' });
	await expect(past.getByRole('row', { name: /Feb/ })).toContainText('$17.64');

	await page.getByRole('button', { name: /^Change: Fish Audio/ }).click();
	const price = page.getByLabel('Calls: Price');
	await price.fill('-1');
	await expect(price).toHaveAccessibleDescription(/Use a number from 0 to/);
	await page.getByRole('button', { name: 'Save the card' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await price.fill('0.14');
	await page.getByRole('button', { name: 'Save the card' }).click();
	await expect(past.getByRole('row', { name: /Feb/ })).toContainText('$35.28');

	await page.reload();
	await expect(past.getByRole('row', { name: /Feb/ })).toContainText('$35.28');
});

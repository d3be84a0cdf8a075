/** The steps of an import follow one another in one place: the keyboard must not lose it. */
import { expect, test } from './support/app';
import { chooseFiles, importButton, textFile } from './support/steps';

test('with the keyboard each step of an import goes on where the one before it ended', async ({ page }) => {
	await page.goto('/import/');
	await expect(page.getByText('My workspace').filter({ visible: true }).first()).toBeVisible();
	const rows = [3, 4, 5].map((day) => `2026-11-0${day}T15:00:00Z;6${day};voice`).join('\n');
	await chooseFiles(page, textFile('calls.csv', `Start;Talk time (seconds);Channel\n${rows}\n`));
	const main = page.locator('main');
	const go = page.getByRole('button', { name: 'Continue to review' });
	await expect(go).toBeEnabled();
	await expect(main).toBeFocused();
	await go.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 interactions are ready.');
	await expect(main).toBeFocused();
	await importButton(page).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toHaveText('Imported 3 interactions');
	await expect(main).toBeFocused();
});

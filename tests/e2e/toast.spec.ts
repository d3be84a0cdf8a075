/** Short news lies over the page: what is under it must be within reach. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/app';
import { importPlainFile, textFile } from './support/steps';
import { canonical } from './support/usage';

/** What a press in its middle would meet is the button, or something in it. */
const isClear = (button: Locator) =>
	button.evaluate((element) => {
		const { x, y, width, height } = element.getBoundingClientRect();
		return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
	});

test('on a narrow screen the last button can be scrolled clear of what says that a file was removed', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto('/import/');
	await importPlainFile(
		page,
		textFile(
			'usage.csv',
			canonical([3, 4].map((day) => `,2026-11-0${day}T15:00:00Z,,voice,standard,,,,134,,`))
		),
		'2'
	);
	await page.getByRole('button', { name: /^Remove/ }).click();
	const toast = page.getByRole('group').filter({ hasText: 'Removed usage.csv' });
	await expect(toast).toBeVisible();
	// It stays while it is pointed at.
	await toast.hover();
	const last = page.getByRole('main').getByRole('button').last();
	await page.evaluate(() => {
		scrollTo(0, document.documentElement.scrollHeight);
	});
	expect(await isClear(last)).toBe(true);
	const [under, over] = [await last.boundingBox(), await toast.boundingBox()];
	expect((under?.y ?? 0) + (under?.height ?? 0)).toBeLessThan(over?.y ?? 0);
});

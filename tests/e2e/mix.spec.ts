import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { goTo } from './support/steps';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const point = (page: Page) => page.getByRole('slider', { name: /^The mix/ });

test('from this month’s mix to one that fits: by keys, by mouse, by typing, and by a lever', async ({
	page
}) => {
	// The sample ends today: on a fixed day it is the same every time.
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Mix');
	await expect(title(page)).toHaveText(/^This mix needs [\d,]+ credits: [\d,]+ more than the plan holds$/);
	const start = (await title(page).textContent()) ?? '';
	await expect(page.getByText('Pale shape: where 8 in 10 months like this one end.')).toBeVisible();

	// By the keyboard: fewer minutes until it fits; the fields follow.
	const minutes = page.getByRole('textbox', { name: 'Voice, standard, minutes a month' });
	const before = await minutes.inputValue();
	await point(page).focus();
	for (let k = 0; k < 4; k++) await page.keyboard.press('Shift+ArrowLeft');
	await expect(title(page)).toHaveText(/^This mix needs [\d,]+ credits and fits in 60,000 with/);
	expect(await minutes.inputValue()).not.toBe(before);

	// By the mouse, to the right again: the title follows while it is dragged.
	const box = await point(page).boundingBox();
	const [x, y] = [(box?.x ?? 0) + 22, (box?.y ?? 0) + 22];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 260, y, { steps: 6 });
	await expect(title(page)).toHaveText(/more than the plan holds$/);
	await page.mouse.up();

	// By typing: the mix of the manual, exactly. A reload keeps it.
	for (const [name, value] of [
		['Voice, standard, minutes a month', '2930'],
		['Voice, premium, minutes a month', '645'],
		['Chat, standard, messages a month', '7140'],
		['Chat, premium, messages a month', '2122']
	] as const)
		await page.getByRole('textbox', { name }).fill(value);
	await expect(title(page)).toHaveText('This mix needs 64,968 credits: 4,968 more than the plan holds');
	await expect(page).toHaveURL(/\/mix\/\?mix=2930-645-7140-2122$/);
	await page.reload();
	await expect(title(page)).toHaveText('This mix needs 64,968 credits: 4,968 more than the plan holds');

	// A lever makes it fit, and is undone with one press.
	await page.getByRole('button', { name: 'Apply: Answer 18% of call minutes by chat' }).click();
	await expect(title(page)).toHaveText(/and fits in 60,000 with [\d,]+ to spare$/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(title(page)).toHaveText(/4,968 more than the plan holds$/);

	// Other screens do not lose it; the month is had back.
	await goTo(page, 'Plans');
	await goTo(page, 'Mix');
	await expect(title(page)).toHaveText(/4,968 more than the plan holds$/);
	await page.getByRole('button', { name: 'Show as table' }).click();
	await expect(page.getByRole('table').getByRole('row')).toHaveCount(7);
	await page.getByRole('button', { name: 'Reset to this month' }).click();
	await expect(title(page)).toHaveText(start);
	await expect(page).toHaveURL(/\/mix\/$/);

	await page.getByRole('button', { name: 'FR' }).click();
	await expect(title(page)).toHaveText(/^Cette combinaison exige .* de plus que le forfait$/);
});

test('without data a kind of business is assumed, and the answer is the plan it needs', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	await goTo(page, 'Mix');
	await expect(title(page)).toHaveText(
		'This mix needs 40,600 credits: the 60,000 plan, with 19,400 to spare'
	);
	const heading = page.getByRole('heading', { name: /^The mix/ });
	await expect(heading).toContainText('assumed');
	await page.getByLabel('Kind of business').selectOption({ label: 'Online shop' });
	await expect(title(page)).toHaveText(
		'This mix needs 28,000 credits: the 40,000 plan, with 12,000 to spare'
	);
	await page.getByLabel('Plan', { exact: true }).selectOption({ label: '20,000' });
	await expect(title(page)).toHaveText('This mix needs 28,000 credits: 8,000 more than the plan holds');
	await page.getByRole('textbox', { name: 'Chat, standard, messages a month' }).fill('5000');
	await expect(title(page)).toHaveText('This mix needs 20,000 credits: exactly what the plan holds');
	await expect(heading).not.toContainText('assumed');

	// What no one can have meant is not taken from an address.
	await page.goto('/mix/?mix=99999999-1-1-1');
	await expect(title(page)).toHaveText(/40,600 credits/);
	await expect(page).toHaveURL(/\/mix\/$/);
});

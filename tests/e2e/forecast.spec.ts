import { expect, test } from './support/app';
import { goTo } from './support/steps';

test('the forecast says the same as the Overview, shows its record, and what it would have said before', async ({
	page
}) => {
	// The sample ends today: on a fixed day it is the same every time.
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/^60,000 credits run out around/);
	const answer = (await title.textContent()) ?? '';
	await goTo(page, 'Forecast');
	await expect(title).toHaveText(answer);

	// One plan a row; what is certain now is so in every later cycle with the same level.
	const plans = page.getByRole('region', { name: 'When each plan is used up' }).last();
	await expect(plans.getByRole('row')).toHaveCount(7);
	await expect(plans.getByRole('columnheader')).toHaveText([
		'Plan',
		'50% used',
		'80% used',
		'90% used',
		'100% used',
		'8 in 10',
		/Runs out/,
		/Dec 2026/,
		/Jan 2027/
	]);
	const own = plans.getByRole('row').filter({ hasText: '60,000' });
	await expect(own).toContainText('Nov');

	await expect(page.getByText(/of 36.* past ranges called 8 in 10 held/)).toBeVisible();
	const card = page.getByRole('figure', { name: 'How good were we?' });
	await card.getByRole('button', { name: 'Show as table' }).click();
	await expect(card.getByRole('row')).toHaveCount(13);
	await page.getByText('21 days', { exact: true }).click();
	await expect(page.getByText('What would have been said 21 days into')).toBeVisible();

	// Back by the keyboard, to a day in the cycle before: nothing of what came after is known.
	const slider = page.getByRole('slider', { name: 'As it was seen on' });
	await slider.focus();
	for (let k = 0; k < 31; k++) await page.keyboard.press('ArrowLeft');
	await expect(slider).toHaveAttribute('aria-valuetext', 'Start of Fri 16 Oct 2026');
	await expect(page.getByText('The thin line is what happened after.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Credits used since 1 October' })).toBeVisible();
	await expect(own).toContainText('Oct');
	await page.getByRole('button', { name: 'Back to now' }).click();
	await expect(title).toHaveText(answer);
});

test('a planned closure moves the answer and is named in it; removing it is undone with one press', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Forecast');
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/^60,000 credits run out around/);
	const before = (await title.textContent()) ?? '';

	await page.getByRole('button', { name: 'Add an event' }).click();
	const dialog = page.getByRole('dialog', { name: 'Add an event' });
	await dialog.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(dialog.getByText('Give it a name.')).toBeVisible();
	await dialog.getByLabel('Name').fill('Office move');
	await dialog.getByLabel('What').selectOption({ label: 'Closure: less, or none' });
	await dialog.getByLabel('First day').fill('2026-11-17');
	await dialog.getByLabel('Last day').fill('2026-11-29');
	await dialog.getByRole('button', { name: 'Add', exact: true }).click();

	// Two weeks without usage: the credits last. The event stands in the list, under the picture and among the reasons.
	await expect(title).not.toHaveText(before);
	const closed = (await title.textContent()) ?? '';
	await expect(page.getByText('Office move · 17–29 Nov 2026')).toBeVisible();
	await expect(
		page.getByText(/^“Office move” takes away about [\d,]+ credits before renewal\.$/)
	).toBeVisible();
	await expect(page.getByText(/^On the axis:.*Office move/)).toBeVisible();

	await page.getByRole('button', { name: 'Remove Office move' }).click();
	await expect(title).toHaveText(before);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(title).toHaveText(closed);
});

import { expect, test } from './support/app';
import { expectAccessible } from './support/access';

const PRICES: readonly (readonly [string, string])[] = [
	['20,000 credits', '390'],
	['40,000 credits', '690'],
	['60,000 credits', '930'],
	['100,000 credits', '1400'],
	['150,000 credits', '1900'],
	['200,000 credits', '2400'],
	['One credit of overage', '0.02']
];

test('a salesperson without data proposes a plan, prints one page, and shares it as a link', async ({
	page,
	browser
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('link', { name: 'Assume a month' }).click();
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/^An average month like this draws about [\d,]+ credits: the 60,000 plan/);

	// A kind of business, then the person's own: nonsense is refused in place, and counts for nothing.
	await page.getByLabel('Kind of business').selectOption('Service desk in two languages');
	await expect(title).toHaveText(/: the 100,000 plan holds it$/);
	const calls = page.getByLabel('Voice, standard, calls');
	const before = await title.textContent();
	await calls.fill('-5');
	await expect(page.getByText(/Use a (whole )?number/)).toBeVisible();
	expect(await title.textContent()).toBe(before);
	await calls.fill('700');
	await page.getByLabel('The agents take').fill('90');
	await page.getByLabel('Growth a month').fill('1');
	await page.getByRole('table', { name: 'What is spoken and what is billed' }).scrollIntoViewIfNeeded();
	await expectAccessible(page, 'assumptions');
	await page.getByRole('button', { name: 'Compare plans' }).click();

	await expect(page.getByText('From assumptions, not from usage.')).toBeVisible();
	await page.getByRole('button', { name: 'Enter prices' }).click();
	for (const [label, price] of PRICES) await page.getByLabel(label, { exact: true }).fill(price);
	await page.getByRole('button', { name: 'Save prices' }).click();
	await expect(page.getByText('Prices saved')).toBeVisible();
	await page.getByRole('link', { name: 'Write proposal' }).click();

	await page.getByLabel('Plan', { exact: true }).selectOption('60,000');
	await page.getByRole('group', { name: 'When credits end' }).getByText('Overage').click();
	await page.getByLabel('Customer').fill('Clinique Saint-Denis');
	await page.getByLabel('Your company').fill('Northline');
	await expect(title).toHaveText(
		/^We propose the 60,000-credit plan with overage on: about \$[\d,]+ a month, and your agents keep running/
	);
	await expect(page.getByText('Prepared for Clinique Saint-Denis')).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: '60,000, on: proposed' })).toContainText('$930.00');
	await expect(page.getByText('assumptions, not usage')).toBeVisible();
	await expect(page.getByText('1% a month (assumed)')).toBeVisible();
	await expectAccessible(page, 'proposal');
	const said = await title.textContent();

	// What is printed is the sheet alone, in the words of the screen, on one page.
	await page.emulateMedia({ media: 'print' });
	await expect(title).toHaveText(said ?? '');
	await expect(page.getByLabel('Customer')).toBeHidden();
	await expect(page.getByRole('navigation').first()).toBeHidden();
	const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'Letter' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
	await page.emulateMedia({ media: 'screen' });

	await page.getByText('Français', { exact: true }).click();
	await expect(title).toHaveText(/^Nous proposons le forfait de 60.000 crédits avec dépassement/);
	await page.getByText('English', { exact: true }).click();
	await expect(title).toHaveText(said ?? '');

	// The link opens in a fresh profile, moves, and writes nothing until asked.
	await page.getByRole('button', { name: 'Copy share link' }).click();
	const link = await page.getByLabel('Share link').inputValue();
	expect(link.length).toBeLessThan(8_000);
	expect(link).not.toContain('Clinique');
	const other = await browser.newContext({ locale: 'en-CA' });
	const visit = await other.newPage();
	await visit.clock.setFixedTime(new Date('2026-11-17T12:00:00Z'));
	await visit.goto(link);
	const shown = visit.getByRole('heading', { level: 1 });
	await expect(shown).toHaveText(said ?? '');
	await expectAccessible(visit, 'shared plan');
	const slider = visit.getByRole('slider', { name: 'Calls' });
	await slider.focus();
	await visit.keyboard.press('End');
	await expect(shown).not.toHaveText(said ?? '');
	await visit.getByRole('button', { name: 'As it was shared' }).click();
	await expect(shown).toHaveText(said ?? '');
	await visit.goto('/');
	await expect(visit.getByRole('link', { name: 'Assume a month' })).toBeVisible();

	// Kept, it is a workspace like any other.
	await visit.goto(link);
	await visit.getByRole('button', { name: 'Keep as a workspace' }).click();
	await expect(visit.getByText('Kept as a workspace of its own')).toBeVisible();
	await expect(visit.getByText('From assumptions, not from usage.')).toBeVisible();
	await expect(visit.getByRole('row').filter({ hasText: '60,000' }).first()).toContainText('$930');

	// A link that is not whole, or of another time, is refused by name.
	for (const [bad, why] of [
		[link.slice(0, -3), 'This link is not whole'],
		[link.replace('#1.', '#7.'), 'This link was made by a newer version'],
		[link.replace(/#.*/, ''), 'There is no plan in this address']
	] as const) {
		await visit.goto('/help-me-to-leave/').catch(() => null);
		await visit.goto(bad);
		await expect(shown).toHaveText('This link cannot be opened');
		await expect(visit.getByText(why)).toBeVisible();
	}
	await other.close();
});

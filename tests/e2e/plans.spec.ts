import { readFile, writeFile } from 'node:fs/promises';
import { expectAccessible } from './support/access';
import { expect, test } from './support/app';
import { goTo } from './support/steps';

const PRICES: readonly (readonly [string, string])[] = [
	['20,000 credits', '390'],
	['40,000 credits', '690'],
	['60,000 credits', '930'],
	['100,000 credits', '1400'],
	['150,000 credits', '1900'],
	['200,000 credits', '2400'],
	['One credit of overage', '0.02']
];

test('plans are compared by cost at any use, under each policy, and chosen for twelve months', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Plans');

	// Without prices plans are chosen by what they hold.
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText('100,000 credits or more last to renewal');
	await expect(page.getByText(/^Without prices, these are the smallest plans that last/)).toBeVisible();
	await page.getByRole('button', { name: 'Enter prices' }).click();
	for (const [label, price] of PRICES) await page.getByLabel(label, { exact: true }).fill(price);
	await page.getByRole('button', { name: 'Save prices' }).click();
	await expect(title).toHaveText(
		'If agents may not stop, 100,000 is the cheapest plan without overage: $1,400 this month'
	);

	const choose = (policy: string) =>
		page.getByRole('group', { name: 'When credits end:' }).getByText(policy, { exact: true }).click();
	await choose('Overage');
	await expect(title).toHaveText(
		/^If nothing may stop, 60,000 with overage costs least: about \$1,\d00 this month$/
	);

	// The curve is read by the keyboard, and its table has the break-evens of the prices.
	const curve = page.getByRole('figure', { name: 'What a month costs on each plan, by how much is used' });
	const demand = curve.getByRole('slider', { name: 'Credits used in a month' });
	await demand.focus();
	await page.keyboard.press('Home');
	await expect(curve.getByText('At 0 credits: 20,000 $390, 40,000 $690, 60,000 $930,')).toBeVisible();
	await page.keyboard.press('End');
	await expect(curve.getByText(/^At 2\d\d,\d{3} credits: 200,000 \$2,/)).toBeVisible();
	await curve.getByRole('button', { name: 'Show as table' }).click();
	await expect(curve.getByRole('row').filter({ hasText: '60,000' }).first()).toContainText('52,000 – 83,500');

	await choose('Upgrade');
	await expect(title).toHaveText(
		'If the next plan is bought when credits end, starting with 20,000 costs least: about $1,400 this month'
	);

	// A budget allows a cap, which is set with one press.
	await choose('Overage');
	const cap = page.getByRole('region', { name: 'Where to set the overage cap' });
	await expect(
		cap.getByText(/^A cap of [\d,]+00 credits is enough; the month then costs at most \$/)
	).toBeVisible();
	await cap.getByLabel('Budget for the month').fill('1030');
	await expect(cap.getByText(/^The budget allows a cap of 5,000 credits; agents then stop in/)).toBeVisible();
	await cap.getByRole('button', { name: 'Cap overage at 5,000' }).click();
	await expect(page.getByText('Overage is capped at 5,000 credits')).toBeVisible();
	await expect(title).toHaveText(/^If agents may not stop, 100,000 with overage up to 5,000 costs least:/);

	// What is held over a year depends on what is wanted; a stricter wish costs no less.
	await choose('Stop');
	const year = page.getByRole('region', { name: /^Twelve months:/ });
	await expect(year.getByRole('heading')).toHaveText(/^Twelve months: hold 100,000/);
	const cost = async () => {
		const text = await year.getByText(/^It costs about/).textContent();
		return Number(/\$([\d,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', ''));
	};
	await expect(year.getByText(/^In no cycle do agents stop in more than [4-9] in 100/)).toBeVisible();
	const tolerant = await cost();
	await year.getByLabel('Agents may stop in').fill('3');
	await expect(year.getByText(/^In no cycle do agents stop in more than [1-3] in 100/)).toBeVisible();
	expect(await cost()).toBeGreaterThanOrEqual(tolerant);
	// On some course even the largest plan ends: none is promised.
	await year.getByText('Never stop', { exact: true }).click();
	await expect(year.getByRole('heading')).toHaveText('Twelve months: no plan keeps to what you want');
});

test('a picture is saved as it stands, as SVG without a style sheet and as PNG', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	const save = (format: string) =>
		page.getByRole('button', { name: `Save as ${format}: Credits used` }).click();
	const bytes = async (format: string) => {
		const [file] = await Promise.all([page.waitForEvent('download'), save(format)]);
		expect(file.suggestedFilename()).toMatch(new RegExp(`^Credits used .*\\.${format.toLowerCase()}$`));
		return readFile(await file.path());
	};
	await expect(page.locator('main figure svg')).toHaveCount(2);
	const svg = (await bytes('SVG')).toString('utf8');
	expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
	expect(svg).toContain('60,000');
	expect(svg).not.toMatch(/class=|var\(|<script|https?:\/\/(?!www\.w3\.org)/);
	const size = await page.evaluate(async (text) => {
		const image = new Image();
		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
		await image.decode();
		return [image.naturalWidth, image.naturalHeight];
	}, svg);
	const png = await bytes('PNG');
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size.map((side) => 2 * side));
	await writeFile(test.info().outputPath('picture.png'), png);
});

test('when agents stop, the report says at which hour, what is lost where, and what saving it costs', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await goTo(page, 'Plans');
	await page
		.getByRole('navigation', { name: 'Plans' })
		.getByRole('link', { name: 'When agents stop' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^Without overage, 60,000 credits end around \w{3} \d+ Nov, \d\d:00$/
	);
	await expect(
		page.getByText(/^8 in 10: from .* Until renewal on Tue 1 Dec, about [\d,]+ credits are lost/)
	).toBeVisible();
	await expect(page.getByText(/^By overage: set tier and overage prices/)).toBeVisible();
	await expect(page.getByText(/^By the next plan, 100,000: its own credits end/)).toBeVisible();

	// What is lost at each place adds up to all of it.
	const table = page.getByRole('table', { name: 'What is lost where' });
	const shares = await table.locator('tbody tr td:last-child').allTextContents();
	const sum = shares.reduce((all, text) => all + Number(text.replace('%', '')), 0);
	expect(Math.abs(sum - 100)).toBeLessThanOrEqual(shares.length / 2);
});

test('a tier of one’s own and plans put together count like any other, and nonsense is refused in place', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	await page.goto('/');
	await page.getByRole('link', { name: 'Assume a month' }).click();
	await page.getByRole('button', { name: 'Compare plans' }).click();
	await page.getByRole('button', { name: 'Enter prices' }).click();
	for (const [label, price] of PRICES) await page.getByLabel(label, { exact: true }).fill(price);
	const forty = page.getByLabel('40,000 credits', { exact: true });
	await forty.fill('-690');
	await expect(page.getByText('Use a number of at least 0.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save prices' })).toBeDisabled();
	await forty.fill('800');
	await page.getByRole('button', { name: 'Save prices' }).click();

	// Where several plans are cheaper than one, they are put together on the spot.
	const odd = page.getByText(/^2 × 20,000 side by side hold as much as 40,000 and cost \$20 less/);
	await odd.getByRole('button', { name: 'Put them together' }).click();
	const table = page.getByRole('table', { name: /^The plans in numbers/ });
	const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
	await expect(row('20,000 + 20,000')).toContainText('$780');
	await expect(odd).toBeHidden();

	await page.getByRole('button', { name: 'Change prices' }).click();
	const own = page.getByRole('form', { name: 'Add a tier' });
	await own.getByRole('button', { name: 'Add tier' }).click();
	await expect(own.getByText('Give the credits of the plan, 1 or more.')).toBeVisible();
	await own.getByLabel('Credits a month').fill('60000');
	await expect(own.getByText(/^✕ A plan of 60,000 credits is there already/)).toBeVisible();
	await own.getByLabel('Credits a month').fill('80000');
	await own.getByLabel('Price a month').fill('1100');
	await own.getByRole('button', { name: 'Add tier' }).click();
	await expect(row('80,000')).toContainText('$1,100');

	const together = page.getByRole('region', { name: 'Put plans together' });
	for (const part of ['80,000', '60,000'])
		await together.getByRole('button', { name: `Add ${part} to those put together` }).click();
	await expect(
		together.getByText('80,000 + 60,000 hold 140,000 credits for $2,030.00.', { exact: false })
	).toBeVisible();
	await together.getByRole('button', { name: 'Put together', exact: true }).click();
	await expect(row('80,000 + 60,000')).toContainText('$2,030');

	// What is made of a tier goes with it, and comes back with it.
	await page.getByRole('button', { name: 'Remove the 80,000 plan' }).click();
	await expect(row('80,000 + 60,000')).toBeHidden();
	await expect(page.getByText('Removed the 80,000 plan')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(row('80,000 + 60,000')).toContainText('$2,030');
	await page.getByRole('button', { name: 'Remove the 40,000 plan' }).click();
	await expect(row('Show 40,000')).toContainText('$800');
	await expectAccessible(page, 'tiers of one’s own');
});

import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { call, canonical } from './support/usage';

const PRICES: Readonly<Record<number, number>> = {
	20_000: 390,
	40_000: 690,
	60_000: 930,
	100_000: 1400,
	150_000: 1900,
	200_000: 2400
};
const TIERS = Object.keys(PRICES).map(Number);
const OVERAGE = 0.02;

/** Calls on the first 27 days of a month, so many a day; their lengths follow from arithmetic alone. */
function lengthsOf(month: number, aDay: number): { at: string; seconds: number }[] {
	const calls: { at: string; seconds: number }[] = [];
	for (let day = 1; day <= 27; day++)
		for (let k = 0; k < aDay; k++)
			calls.push({
				at: `2026-0${month}-${String(day).padStart(2, '0')}T${String(8 + (k % 12)).padStart(2, '0')}:${String((k * 7 + day) % 60).padStart(2, '0')}:00-05:00`,
				seconds: 20 + ((k * 37 + day * 11) % 200)
			});
	return calls;
}

/** Three whole months, and a day of the fourth so that the third is over. */
const MONTHS = [lengthsOf(1, 40), lengthsOf(2, 62), lengthsOf(3, 95)];
const FOURTH = lengthsOf(4, 2).slice(0, 4);
const file = canonical([...MONTHS.flat(), ...FOURTH].map(({ at, seconds }) => call(at, seconds)));

/** A calculator of its own: credits of each month by the lengths, at 10 credits a minute. */
const demands = (step: number) =>
	MONTHS.map((calls) => calls.reduce((sum, { seconds }) => sum + Math.ceil(seconds / step) * step, 0) / 6);

const money = (amount: number) =>
	`$${amount.toLocaleString('en-CA', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const cents = (amount: number) => Math.round(amount * 100) / 100;

const withOverage = (tier: number, step: number) =>
	demands(step).reduce(
		(sum, credits) => sum + (PRICES[tier] ?? 0) + cents(Math.max(0, credits - tier) * OVERAGE),
		0
	);
const upgraded = (tier: number, step: number) =>
	demands(step).reduce((sum, credits) => {
		const last = TIERS.find((one) => one >= tier && credits < one) ?? 200_000;
		return sum + (PRICES[last] ?? 0);
	}, 0);

test('past months are replayed on every plan, with other small print and other months, to the cent', async ({
	page
}) => {
	await page.goto('/');
	await importPlainFile(
		page,
		textFile('calls.csv', file),
		(MONTHS.flat().length + 4).toLocaleString('en-CA')
	);
	await goTo(page, 'Plans');
	await page.getByRole('button', { name: 'Enter prices' }).click();
	for (const tier of TIERS)
		await page
			.getByLabel(`${tier.toLocaleString('en-CA')} credits`, { exact: true })
			.fill(String(PRICES[tier]));
	await page.getByLabel('One credit of overage', { exact: true }).fill(String(OVERAGE));
	await page.getByRole('button', { name: 'Save prices' }).click();
	await page.getByRole('navigation', { name: 'Plans' }).getByRole('link', { name: 'Past months' }).click();

	const title = page.getByRole('heading', { level: 1 });
	const choose = (policy: string) =>
		page.getByRole('group', { name: 'When credits end:' }).getByText(policy, { exact: true }).click();
	const cheapest = (cost: (tier: number) => number) =>
		TIERS.reduce((best, tier) => (cost(tier) < cost(best) ? tier : best), TIERS[0] ?? 0);

	await choose('Overage');
	const best = cheapest((tier) => withOverage(tier, 60));
	await expect(title).toHaveText(
		`Over 3 past months, ${best.toLocaleString('en-CA')} with overage would have cost least: ${money(withOverage(best, 60))}`
	);
	await expect(
		page.getByText('One month is left out: it is not over, or not known as a whole.')
	).toBeVisible();

	const picture = page.getByRole('figure', { name: 'What 3 past months would have cost on each plan' });
	await picture.getByRole('button', { name: 'Show as table' }).click();
	const rows = async (cost: (tier: number) => number) => {
		for (const tier of TIERS)
			await expect(
				picture.getByRole('row').filter({ hasText: new RegExp(`^\\s*${tier.toLocaleString('en-CA')}`) })
			).toContainText(money(cost(tier)));
	};
	await rows((tier) => withOverage(tier, 60));

	await page.getByLabel('Calls are billed').selectOption({ label: 'at least 6 s, then by 6 s' });
	await rows((tier) => withOverage(tier, 6));
	await choose('Upgrade');
	await rows((tier) => upgraded(tier, 6));
	await page.getByLabel('Calls are billed').selectOption({ label: 'as the card says' });
	await rows((tier) => upgraded(tier, 60));

	// What each month demanded, and what was chosen at its start: nothing was known at the first one's.
	const months = page.getByRole('region', { name: 'Month by month' });
	const names = ['Jan 2026', 'Feb 2026', 'Mar 2026'];
	for (const [k, credits] of demands(60).entries())
		await expect(months.getByRole('row').nth(k + 1)).toContainText(
			`${names[k]}${credits.toLocaleString('en-CA')}`
		);
	const all = demands(60).reduce((sum, credits) => sum + credits, 0);
	await expect(months.getByRole('row').last()).toContainText(`Total${all.toLocaleString('en-CA')}`);
	await expect(months.getByRole('row').nth(1)).toContainText('too little known');
	await expect(page.getByText(/^In one month too little was known at its start/)).toBeVisible();
	await expect(page.getByText(/^Over 2 past months it would have cost \$/)).toBeVisible();

	// Months from the 15th on: two are whole, the first and the last are not.
	await page.getByLabel('Month starts on day').fill('15');
	await expect(title).toHaveText(/^Over 2 past months, /);
	await expect(months.getByRole('row').nth(1)).toContainText('15 Jan');
});

test('the small print is counted anew under every rule, and says which plan it decides', async ({ page }) => {
	await page.goto('/');
	await importPlainFile(
		page,
		textFile('calls.csv', file),
		(MONTHS.flat().length + 4).toLocaleString('en-CA')
	);
	await goTo(page, 'Plans');
	await page.getByRole('navigation', { name: 'Plans' }).getByRole('link', { name: 'Small print' }).click();

	const average = (step: number) => demands(step).reduce((sum, credits) => sum + credits, 0) / 3;
	const lasts = (step: number) =>
		(TIERS.find((tier) => demands(step).every((credits) => credits < tier)) ?? 0).toLocaleString('en-CA');
	const whole = (value: number) => Math.round(value).toLocaleString('en-CA');
	const three = (value: number) => {
		const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
		return (Math.round(value / unit) * unit).toLocaleString('en-CA');
	};

	const title = page.getByRole('heading', { level: 1 });
	const cost = average(60) - average(1);
	const start = `Rounding costs about ${three(cost)} credits a month, `;
	await expect(title).toHaveText(
		lasts(60) === lasts(1)
			? `${start}and the smallest plan that lasts stays ${lasts(60)}`
			: `${start}and makes ${lasts(60)} the smallest plan that lasts instead of ${lasts(1)}`
	);
	const table = page.getByRole('table', { name: 'Each rule in numbers' });
	const row = (name: string) => table.getByRole('row').filter({ hasText: name });
	await expect(row('The card’s own rule')).toContainText(`${whole(average(60))}–${lasts(60)}`);
	for (const step of [6, 1])
		await expect(row(`at least ${step} s, then by ${step} s`)).toContainText(
			`${whole(average(step))}−${whole(average(60) - average(step))}${lasts(step)}`
		);
	// A short-call rule takes away whole calls: 10 credits a started minute.
	const free = MONTHS.flat()
		.filter(({ seconds }) => seconds < 30)
		.reduce((sum, { seconds }) => sum + Math.ceil(seconds / 60) * 10, 0);
	await expect(row('calls under 30 s free')).toContainText(`−${whole(free / 3)}`);
	await expect(page.getByText('There are no premium interactions to pay more for.')).toBeVisible();
});

// Times the back-test in the query worker of the built app, in Chromium: a million rows over 13 months, 6 tiers × 3
// policies and upgrades, under the card's own rule, under another (one scan), with another cap and with other prices (no scan).
// node tests/bench/past.mjs [rows]
import { answered, appWith, timing } from './lib/app.mjs';

const { page, go, close } = await appWith(Number(process.argv[2] ?? 1_000_000), [timing(['past'])]);
await go('/plans/past/');

const timed = (count) => answered(page, 'past', count);
const rule = page.getByRole('combobox').last();
const cap = page.getByRole('textbox').last();
const lines = [['the card’s own rule, after a reload', await timed(1)]];
await rule.waitFor();
for (const [k, name] of ['by 30 s, then 6 s', 'by 6 s', 'by 1 s'].entries()) {
	await rule.selectOption({ index: k + 1 });
	lines.push([`calls billed ${name}: rows rated anew`, await timed(k + 2)]);
}
for (const [k, credits] of [1_000, 20_000, 5_000].entries()) {
	await cap.fill(String(credits));
	const done = 5 + k;
	lines.push([`a cap of ${credits}: from prefix sums`, await timed(done)]);
}
// A price is changed on Plans; the way back asks for past months anew, in the same worker.
const tabs = page.getByRole('navigation', { name: 'Plans' });
for (const price of ['500', '510']) {
	await tabs.getByRole('link', { name: 'This month and twelve months' }).click();
	await page.getByRole('button', { name: /^(Enter|Change) prices$/ }).click();
	const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Save prices' }) });
	for (const field of await form.getByRole('textbox').all()) await field.fill(price);
	await page.getByRole('button', { name: 'Save prices' }).click();
	await page.getByText('Prices saved').last().waitFor({ timeout: 120_000 });
	await form.waitFor({ state: 'detached' });
	const before = await page.evaluate(() => window.answers.length);
	await tabs.getByRole('link', { name: 'Past months' }).click();
	lines.push([`every price at ${price}: from prefix sums`, await timed(before + 1)]);
}
for (const [name, ms] of lines) console.log(`${ms.toFixed(0).padStart(6)} ms  ${name}`);
await close();

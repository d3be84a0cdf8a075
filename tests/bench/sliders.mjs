// Frames while everything that can be dragged or counted up is moved for two seconds, over a million imported rows in
// the built app, in Chromium: pointer moves every 8 ms, number fields by a held arrow key. Says for each how many frames
// there were, the share of those over 20 ms, the longest, and the longest task on the page's thread.
// node tests/bench/sliders.mjs [rows]
import { appWith, calm, every, measured, recording } from './lib/app.mjs';

const MOVE_MS = 8;
const KEY_MS = 33;
const { page, go, close } = await appWith(Number(process.argv[2] ?? 1_000_000), [recording]);
const cdp = await page.context().newCDPSession(page);

/** Drags from a control's handle to and fro, or up and down, over a stretch of px. */
async function drag(name, control, { reach = 240, upright = false } = {}) {
	await control.waitFor({ timeout: 30_000 });
	await control.scrollIntoViewIfNeeded();
	const box = await control.boundingBox();
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	const mouse = (type, by) =>
		void cdp.send('Input.dispatchMouseEvent', {
			type,
			x: upright ? x : x + by,
			y: upright ? y + by : y,
			button: 'left',
			buttons: 1,
			clickCount: type === 'mousePressed' ? 1 : 0
		});
	const span = Math.min(reach, Math.max(80, box.width / 2 - 4));
	await measured(page, name, async () => {
		mouse('mousePressed', 0);
		await every(MOVE_MS, (share) => mouse('mouseMoved', span * Math.sin(2 * Math.PI * share)));
		await cdp.send('Input.dispatchMouseEvent', {
			type: 'mouseReleased',
			x,
			y,
			button: 'left',
			clickCount: 1
		});
	});
}

/** Holds the arrow key in a number field. */
async function count(name, field) {
	await field.waitFor({ timeout: 30_000 });
	await field.focus();
	const key = (type) =>
		void cdp.send('Input.dispatchKeyEvent', {
			type,
			key: 'ArrowUp',
			code: 'ArrowUp',
			windowsVirtualKeyCode: 38
		});
	await measured(page, name, async () => {
		await every(KEY_MS, () => key('rawKeyDown'));
		key('keyUp');
	});
}

await go('/plans/');
await page.getByRole('button', { name: 'Plan none chosen' }).click({ timeout: 120_000 });
await page.getByRole('menuitemradio').nth(3).click();
await page.getByRole('button', { name: /^(Enter|Change) prices$/ }).click({ timeout: 120_000 });
const prices = page.locator('form').filter({ has: page.getByRole('button', { name: 'Save prices' }) });
for (const [k, field] of (await prices.getByRole('textbox').all()).entries())
	await field.fill(['390', '690', '930', '1400', '1900', '2400', '0.02'][k] ?? '1');
await page.getByRole('button', { name: 'Save prices' }).click();
const choose = (policy) =>
	page.getByRole('group', { name: 'When credits end:' }).getByText(policy, { exact: true }).click();
await choose('Overage');
const demand = page.getByRole('slider', { name: 'Credits used in a month' });
await demand.waitFor({ timeout: 120_000 });
await calm(page);
await drag('Plans, credits used in a month', demand, { reach: 400 });
await count('Plans, the cap’s risk', page.getByLabel('Agents may stop in').first());
const budget = page.getByLabel('Budget for the month');
await budget.fill('500');
await count('Plans, the cap’s budget', budget);
const tolerance = page.getByRole('region', { name: /^Twelve months/ }).getByLabel('Agents may stop in');
await choose('Stop');
await calm(page);
await count('Plans, tolerance of stops', tolerance);

await go('/mix/');
const point = page.getByRole('slider').first();
await point.waitFor({ timeout: 120_000 });
await calm(page);
await drag('Mix, the point', point);
await drag('Mix, the axis of minutes', page.getByRole('slider', { name: 'Call minutes' }));
await drag('Mix, the axis of messages', page.getByRole('slider', { name: 'Chat messages' }), {
	upright: true
});
for (const [k, field] of (await page.getByRole('textbox').all()).entries())
	await count(`Mix, number field ${k + 1}`, field);

await go('/forecast/');
const asOf = page.getByRole('slider').first();
await asOf.waitFor({ timeout: 120_000 });
await calm(page);
await drag('Forecast, as of', asOf, { reach: 400 });

await go('/assumptions/');
const growth = page.getByLabel('Growth a month');
await growth.fill('1');
await calm(page);
await count('Assumptions, growth', growth);

await go('/proposal/');
await page.getByRole('button', { name: 'Copy share link' }).click({ timeout: 120_000 });
const link = await page.getByLabel('Share link').inputValue();
await page.goto('about:blank');
await page.goto(link);
for (const name of ['Calls', 'Chats']) {
	const slider = page.getByRole('slider', { name });
	await slider.waitFor({ timeout: 120_000 });
	await calm(page);
	await drag(`Shared link, ${name.toLowerCase()}`, slider, { reach: 400 });
}
await close();

// Calls and chats over a million rows in the built app, in Chromium: how long the explore worker takes to gather them, to
// sort by each column and to index a brush; then frames while a brush is drawn over each picture, while it is moved,
// and while the list is scrolled by the wheel and by its bar.
// node tests/bench/explore.mjs [rows]
import { answered, appWith, calm, every, measured, pause, recording, timing } from './lib/app.mjs';
import { forgetPeaks, rendererPeak } from './lib/memory.mjs';

const MOVE_MS = 8;
/** Not the month on screen alone. */
const EVERYTHING = '/usage/calls/?days=all';
const { page, profile, go, close } = await appWith(Number(process.argv[2] ?? 1_000_000), [
	recording,
	timing(['calls', 'brushCalls'])
]);
const cdp = await page.context().newCDPSession(page);
const say = (name, ms) => console.log(`${ms.toFixed(0).padStart(6)} ms  ${name}`);

await go('/usage/');
await page.getByRole('table').first().waitFor({ timeout: 120_000 });
const before = forgetPeaks(profile);
await go(EVERYTHING);
say('first list: rows gathered, newest first', await answered(page, 'calls', 1));
const grid = page.getByRole('grid');
for (const [k, name] of ['Length', 'Credits', 'Time'].entries()) {
	await grid.getByRole('button', { name }).click();
	say(`sorted by ${name.toLowerCase()}`, await answered(page, 'calls', k + 2));
}

const mouse = (type, x, y, more = {}) =>
	cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, ...more });
// The index by day is made with the list; those of other pictures after it, before a pointer comes near.
for (const [name, index] of [
	['By day', 1],
	['By hour of the week', 2],
	['By length of call', 3]
]) {
	await go(EVERYTHING);
	const area = page.getByRole('application', { name });
	await area.scrollIntoViewIfNeeded();
	await area.hover();
	say(`index for a brush: ${name.toLowerCase()}`, await answered(page, 'brushCalls', index));
	await calm(page);
	const { x, y, width, height } = await area.boundingBox();
	const at = (part) => [x + width * part, y + height * (0.2 + 0.6 * part)];
	await measured(page, `Brush drawn: ${name.toLowerCase()}`, async () => {
		await mouse('mousePressed', ...at(0.1), { clickCount: 1 });
		await every(
			MOVE_MS,
			(share) => void mouse('mouseMoved', ...at(0.1 + 0.8 * Math.sin((Math.PI * share) / 2) ** 2))
		);
		await mouse('mouseReleased', ...at(0.9), { clickCount: 1 });
	});
}
await go(EVERYTHING);
await answered(page, 'brushCalls', 1);
await calm(page);

await grid.scrollIntoViewIfNeeded();
const { x, y, width, height } = await grid.boundingBox();
await measured(page, 'List scrolled by the wheel', () =>
	every(
		MOVE_MS,
		() =>
			void cdp.send('Input.dispatchMouseEvent', {
				type: 'mouseWheel',
				x: x + width / 2,
				y: y + height / 2,
				deltaX: 0,
				deltaY: 60
			})
	)
);
const list = await grid.elementHandle();
await measured(page, 'List scrolled by its bar', () =>
	every(
		MOVE_MS * 2,
		(share) =>
			void list.evaluate((element, part) => {
				element.scrollTop = part * (element.scrollHeight - element.clientHeight);
			}, share)
	)
);
await pause(500);
const last = await grid.getByRole('row').last().getAttribute('aria-rowindex');
const rows = await grid.getAttribute('aria-rowcount');
console.log(`The last line on screen is ${last} of ${rows}.`);
console.log(
	`${((rendererPeak(profile) ?? NaN) - (before?.renderer ?? NaN)).toFixed(0)} MB at most over the renderer of Usage, with the browser's cache of blocks`
);
await close();

// Times calls and chats in the explore worker of the built app, in Chromium, on a million rows: gathering them, a sort
// by each column, an index for a brush, and frames while a brush is drawn and while the list is scrolled.
// node tests/bench/explore.mjs [rows]
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/lib/browser.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { writeRows } from './rows.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = join(root, '.bench');
mkdirSync(folder, { recursive: true });
const file = join(folder, `usage-${rows}.csv`);
if (!existsSync(file)) writeRows(file, rows);

const { server, port } = await serve(join(root, 'build'), 0);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
const page = await browser.newPage();
// Every message that leaves for a worker, and the answer with its number, as Comlink sends them.
await page.addInitScript(() => {
	const asked = new Map();
	window.answers = [];
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (message, ...rest) {
		const name = message?.path?.[0];
		if (['calls', 'brushCalls', 'callsPage'].includes(name)) {
			asked.set(message.id, { name, at: performance.now() });
			this.addEventListener('message', ({ data }) => {
				const start = asked.get(data?.id);
				if (start === undefined) return;
				asked.delete(data.id);
				window.answers.push({ name: start.name, ms: performance.now() - start.at });
			});
		}
		return post.call(this, message, ...rest);
	};
	// Frames as the screen gets them.
	window.frames = async (work) => {
		const gaps = [];
		let last = performance.now();
		let on = true;
		const tick = (now) => {
			gaps.push(now - last);
			last = now;
			if (on) requestAnimationFrame(tick);
		};
		requestAnimationFrame(tick);
		await work();
		on = false;
		return gaps.slice(2).sort((a, b) => a - b);
	};
});
await page.goto(`http://127.0.0.1:${port}/import/`);
await page.getByLabel('Choose usage files').setInputFiles(file);
await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 120_000 });
await page
	.getByRole('status')
	.getByText(/^Imported/)
	.waitFor({ timeout: 300_000 });
await page.goto(`http://127.0.0.1:${port}/usage/calls/`);

const lines = [];
const answered = async (name, count) => {
	await page.waitForFunction(
		([wanted, many]) => window.answers.filter((one) => one.name === wanted).length >= many,
		[name, count],
		{ timeout: 300_000 }
	);
	const all = await page.evaluate((wanted) => window.answers.filter((one) => one.name === wanted), name);
	return all[count - 1].ms;
};
lines.push(['first list: rows gathered, newest first', await answered('calls', 1)]);
const grid = page.getByRole('grid');
for (const [k, name] of ['Length', 'Credits', 'Time'].entries()) {
	await grid.getByRole('button', { name }).click();
	lines.push([`sorted by ${name.toLowerCase()}`, await answered('calls', k + 2)]);
}
let scans = await page.evaluate(() => window.answers.filter(({ name }) => name === 'brushCalls').length);
for (const name of ['By hour of the week', 'By length of call']) {
	await page.getByRole('application', { name }).hover();
	lines.push([`index for a brush: ${name.toLowerCase()}`, await answered('brushCalls', ++scans)]);
}
const percentile = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
const brushing = await page.evaluate(() =>
	window.frames(async () => {
		const target = document.querySelector('[role=application][aria-label="By day"]');
		const { left, top, width } = target.getBoundingClientRect();
		target.setPointerCapture = () => undefined;
		const send = (type, part) =>
			target.dispatchEvent(
				new PointerEvent(type, { bubbles: true, button: 0, clientX: left + part * width, clientY: top + 20 })
			);
		send('pointerenter', 0.2);
		await new Promise((done) => setTimeout(done, 1_500));
		send('pointerdown', 0.2);
		for (let k = 0; k < 180; k++) {
			send('pointermove', 0.2 + (0.6 * k) / 180);
			await new Promise(requestAnimationFrame);
		}
		send('pointerup', 0.8);
	})
);
const scrolling = await page.evaluate(() =>
	window.frames(async () => {
		const list = document.querySelector('[role=grid]');
		for (let k = 0; k < 180; k++) {
			list.scrollTop += 137 * (k % 3);
			await new Promise(requestAnimationFrame);
		}
	})
);
for (const [name, ms] of lines) console.log(`${ms.toFixed(0).padStart(6)} ms  ${name}`);
for (const [name, gaps] of [
	['brushing', brushing],
	['scrolling', scrolling]
])
	console.log(
		`${percentile(gaps, 0.5).toFixed(1).padStart(6)} ms  a frame while ${name}, half of them; 19 of 20 ${percentile(gaps, 0.95).toFixed(1)} ms; the longest ${(gaps.at(-1) ?? NaN).toFixed(1)} ms`
	);
await browser.close();
server.close();

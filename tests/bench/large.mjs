// A file of ten million rows, about 1 GB, in the built app in Chromium: how long a cancel takes, the longest task on the
// page's thread while the file is read, the renderer's peak memory over a blank page, and what the screens then take.
// node tests/bench/large.mjs [rows]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/lib/browser.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { answered, calm, pause, recording, timing, usageFile } from './lib/app.mjs';
import { forgetPeaks, rendererPeak } from './lib/memory.mjs';

const rows = Number(process.argv[2] ?? 10_000_000);
const file = usageFile(rows);
const { server, port } = await serve(join(root, 'build'), 0);
const profile = mkdtempSync(join(tmpdir(), 'drawdown-bench-'));
const context = await chromium.launchPersistentContext(profile, {
	executablePath: await findChromium(),
	args: chromiumFlags,
	locale: 'en-CA',
	viewport: { width: 1_280, height: 900 }
});
context.setDefaultTimeout(900_000);
const page = context.pages()[0] ?? (await context.newPage());
for (const script of [recording, timing(['calls', 'brushCalls'])]) await page.addInitScript(...script);
const go = (path) => page.goto(`http://127.0.0.1:${port}${path}`);
const tasks = () => page.evaluate(() => Math.max(0, ...window.tasks));
const say = (text) => console.log(`${text} (load ${loadavg()[0].toFixed(1)})`);
console.log(`${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB`);

/** The file is chosen, and Import pressed. */
async function begin() {
	await go('/import/');
	await page.getByLabel('Choose usage files').setInputFiles(file);
	const button = page.getByRole('button', { name: 'Import', exact: true });
	await button.waitFor();
	// What the page's start took is no part of it.
	await page.evaluate(() => (window.tasks = []));
	await button.click();
	await page.getByRole('button', { name: 'Cancel' }).waitFor();
}

await page.goto('about:blank');
const blank = rendererPeak(profile);
for (let k = 1; k <= 3; k++) {
	await begin();
	await pause(1_500 * k);
	const ms = await page.getByRole('button', { name: 'Cancel' }).evaluate((button) => {
		const pressed = performance.now();
		button.click();
		return new Promise((resolve) => {
			const look = () => {
				if (!/was cancelled/.test(document.body.textContent)) setTimeout(look, 1);
				else resolve(performance.now() - pressed);
			};
			look();
		});
	});
	say(
		`cancelled after ${1.5 * k} s of reading: ${ms.toFixed(0)} ms until nothing of it is left and the screen says so`
	);
}
forgetPeaks(profile);
await begin();
const started = performance.now();
await page
	.getByRole('status')
	.getByText(/^Imported/)
	.waitFor();
const seconds = (performance.now() - started) / 1_000;
say(`imported in ${seconds.toFixed(1)} s, ${(rows / seconds / 1_000).toFixed(0)} thousand rows a second`);
const longest = await tasks();
say(`longest task on the page's thread: ${longest ? `${longest.toFixed(0)} ms` : 'under 50 ms'}`);
say(`peak of the renderer over a blank page: ${(rendererPeak(profile) - blank).toFixed(0)} MB`);
for (const path of ['/', '/usage/', '/forecast/']) {
	await go(path);
	await page.getByRole('heading', { level: 1 }).waitFor();
	if (path === '/usage/') await page.getByRole('table').first().waitFor();
	say(`${path} after ${(await page.evaluate(() => performance.now())).toFixed(0)} ms`);
}
await go('/usage/calls/');
say(`a month's list: ${(await answered(page, 'calls', 1)).toFixed(0)} ms`);
say(`index over everything, with its rows: ${(await answered(page, 'brushCalls', 1)).toFixed(0)} ms`);
await calm(page);
await page.getByRole('application', { name: 'By hour of the week' }).hover();
say(
	`index for a brush: ${(await answered(page, 'brushCalls', 2)).toFixed(0)} and ${(await answered(page, 'brushCalls', 3)).toFixed(0)} ms`
);
say(`peak of the renderer over a blank page: ${(rendererPeak(profile) - blank).toFixed(0)} MB`);
await context.close();
server.close();
rmSync(profile, { recursive: true, force: true });

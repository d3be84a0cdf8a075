// Memory of an export of all interactions in the built app, in Chromium, and of the list of calls and chats over all of
// them, with all of its rows at hand: the peak of the renderer, which holds page and
// workers, and of the browser's own process, which holds what is offered to be saved, each over what it held before;
// then the time to the file, and its size. On a fresh page for each format.
// node tests/bench/export.mjs [rows]
import { statSync } from 'node:fs';
import { appWith, pause, usageFile } from './lib/app.mjs';
import { browserPeak, forgetPeaks, rendererPeak } from './lib/memory.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const { page, profile, go, close } = await appWith(rows);
console.log(`Usage of ${rows} rows, ${(statSync(usageFile(rows)).size / 1e6).toFixed(0)} MB of CSV`);

/** What is saved by a press, and what it took. */
async function measured(name, press) {
	await pause(3_000);
	const before = forgetPeaks(profile);
	const start = performance.now();
	const [download] = await Promise.all([page.waitForEvent('download', { timeout: 600_000 }), press()]);
	const seconds = (performance.now() - start) / 1_000;
	const { size } = statSync(await download.path());
	const over = (peak, held) => ((peak ?? NaN) - (held ?? NaN)).toFixed(0).padStart(4);
	console.log(
		`${name.padEnd(14)} ${(size / 1e6).toFixed(0).padStart(4)} MB in ${seconds.toFixed(1).padStart(5)} s; renderer ${over(rendererPeak(profile), before?.renderer)} MB over ${before?.renderer.toFixed(0)}, browser ${over(browserPeak(profile), before?.browser)} MB over ${before?.browser.toFixed(0)}`
	);
	await download.delete();
}

for (const format of ['csv', 'xlsx', 'parquet', 'json']) {
	await page.goto('about:blank');
	await go('/usage/export/');
	const save = page.getByRole('button', { name: 'Save', exact: true });
	await save.waitFor({ timeout: 120_000 });
	await page.getByLabel('Format').selectOption(format);
	await measured(format, () => save.click());
}
for (const format of ['CSV Commas', 'Workbook', 'Parquet', 'JSON']) {
	await page.goto('about:blank');
	await go('/usage/calls/?days=all&sort=-credits');
	await page.getByRole('application', { name: 'By day' }).waitFor({ timeout: 120_000 });
	await page.getByRole('button', { name: 'Export' }).click();
	const item = page.getByRole('menuitem', { name: new RegExp(`^${format}`) });
	await item.waitFor();
	await measured(`list, ${format.split(' ')[0]}`, () => item.click());
}
await close();

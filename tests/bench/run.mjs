// npm run bench: a million rows into durable storage by the built app in Chromium, beside PapaParse + one Dexie record
// per row on 50,000 rows; then reopen to first figures, and memory. Prints medians of interleaved rounds, as ratios:
// absolute times of shared machines mean little.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build as bundle } from 'vite';
import { chromiumFlags, findChromium } from '../../scripts/lib/browser.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { build, root } from '../../scripts/lib/setup.mjs';
import { usageFile } from './lib/app.mjs';
import { rendererPeak } from './lib/memory.mjs';

const { values } = parseArgs({
	options: {
		rows: { type: 'string', default: '1000000' },
		peer: { type: 'string', default: '50000' },
		rounds: { type: 'string', default: '3' },
		'no-build': { type: 'boolean', default: false }
	}
});
const [rows, peerRows, rounds] = [Number(values.rows), Number(values.peer), Number(values.rounds)];
const folder = join(root, '.bench');
mkdirSync(join(folder, 'peer'), { recursive: true });

if (!values['no-build']) build();
if (!existsSync(join(import.meta.dirname, 'node_modules')))
	execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], {
		cwd: import.meta.dirname,
		stdio: 'inherit'
	});
await bundle({
	configFile: false,
	logLevel: 'warn',
	root: import.meta.dirname,
	build: {
		outDir: join(folder, 'peer'),
		lib: { entry: join(import.meta.dirname, 'peer', 'worker.js'), formats: ['es'], fileName: 'worker' }
	}
});
writeFileSync(join(folder, 'peer', 'index.html'), '<!doctype html><title>peer</title><input type="file">');

const data = (count) => {
	const path = usageFile(count);
	readFileSync(path); // warm the page cache
	return path;
};
const files = { app: data(rows), peer: data(peerRows) };
const executablePath = await findChromium();
const app = await serve(join(root, 'build'), 0);
const peer = await serve(join(folder, 'peer'), 0);

async function withBrowser(profile, action) {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: true,
		locale: 'en-CA',
		args: chromiumFlags
	});
	try {
		return await action(context.pages()[0] ?? (await context.newPage()));
	} finally {
		await context.close();
	}
}

const profileFolder = () => mkdtempSync(join(tmpdir(), 'drawdown-bench-'));

async function blankPeak() {
	const profile = profileFolder();
	const peak = await withBrowser(profile, async (page) => {
		await page.goto(`http://127.0.0.1:${peer.port}/`);
		return rendererPeak(profile);
	});
	rmSync(profile, { recursive: true, force: true });
	return peak;
}

/**
 * From the press on Import to the status that follows the strict commit, and on to "Saved", when it is on disk twice,
 * as a person sees it; then a start: to its first figures, and on until every byte of both copies was checked.
 */
async function importByApp() {
	const profile = profileFolder();
	const address = `http://127.0.0.1:${app.port}`;
	const imported = await withBrowser(profile, async (page) => {
		await page.goto(`${address}/import/`);
		await page.getByLabel('Choose usage files').setInputFiles(files.app);
		const button = page.getByRole('button', { name: 'Import', exact: true });
		await button.waitFor();
		const { ms, saved } = await button.evaluate((element) => {
			const started = performance.now();
			element.click();
			return new Promise((resolve) => {
				let ms = null;
				const observer = new MutationObserver(() => {
					const done = [...document.querySelectorAll('[role=status]')].some((status) =>
						/^\s*Imported [\d,]+ interactions/.test(status.textContent ?? '')
					);
					if (!done) return;
					ms ??= performance.now() - started;
					const leaf = (element) => element.childElementCount === 0 && element.textContent.trim() === 'Saved';
					if (![...document.querySelectorAll('main *')].some(leaf)) return;
					observer.disconnect();
					resolve({ ms, saved: performance.now() - started });
				});
				observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			});
		});
		return { ms, saved, peak: rendererPeak(profile) };
	});
	const reopened = await withBrowser(profile, async (page) => {
		// The first load warms the process; the second is measured.
		const firstFigures = async () => {
			await page.goto(address);
			await page.getByText('Used so far', { exact: true }).waitFor();
			return page.evaluate(() => performance.now());
		};
		await firstFigures();
		const reopened = await firstFigures();
		await page.goto(`${address}/settings/`);
		await page.getByRole('tab', { name: 'Storage' }).click();
		await page.getByText('In two copies on this device').waitFor({ timeout: 120_000 });
		return { reopened, checked: await page.evaluate(() => performance.now()) };
	});
	rmSync(profile, { recursive: true, force: true });
	return { ...imported, ...reopened };
}

async function importByPeer() {
	const profile = profileFolder();
	const result = await withBrowser(profile, async (page) => {
		await page.goto(`http://127.0.0.1:${peer.port}/`);
		await page.locator('input').setInputFiles(files.peer);
		return page.locator('input').evaluate(
			(input) =>
				new Promise((resolve, reject) => {
					const worker = new Worker('./worker.js', { type: 'module' });
					worker.onmessage = ({ data }) => resolve(data);
					worker.onerror = (event) => reject(new Error(event.message));
					worker.postMessage(input.files[0]);
				})
		);
	});
	rmSync(profile, { recursive: true, force: true });
	return result;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rates = { app: [], peer: [] };
const reopen = [];
const saved = [];
const checked = [];
const peaks = [];
const blank = await blankPeak();
for (let round = 1; round <= rounds; round++) {
	const ours = await importByApp();
	const theirs = await importByPeer();
	rates.app.push(rows / ours.ms);
	rates.peer.push(theirs.rows / theirs.ms);
	reopen.push(ours.reopened);
	saved.push(ours.saved / ours.ms);
	checked.push(ours.checked / ours.ms);
	if (ours.peak !== null) peaks.push(ours.peak);
	console.log(
		`round ${round}: ours ${ours.ms.toFixed(0)} ms for ${rows} rows, saved twice ${ours.saved.toFixed(0)} ms, checked after a start ${ours.checked.toFixed(0)} ms, reopen ${ours.reopened.toFixed(0)} ms, peak ${ours.peak?.toFixed(0) ?? '–'} MB; ` +
			`peer ${theirs.ms.toFixed(0)} ms for ${theirs.rows} rows`
	);
}
const size = statSync(files.app).size / 1e6;
console.log(`
| measure | figure |
|---|--:|
| durable import, ${rows.toLocaleString('en')} rows (${size.toFixed(0)} MB), rows a second | ${(1000 * median(rates.app)).toFixed(0)} |
| PapaParse + one Dexie record a row, ${peerRows.toLocaleString('en')} rows, rows a second | ${(1000 * median(rates.peer)).toFixed(0)} |
| ratio | ${(median(rates.app) / median(rates.peer)).toFixed(1)}× |
| on disk in both copies ("Saved"), by the time of the commit | ${median(saved).toFixed(2)}× |
| a start, until every byte of both copies was checked, by the time of the commit | ${median(checked).toFixed(2)}× |
| reopen: navigation to first figures on the Overview | ${median(reopen).toFixed(0)} ms |
| peak renderer memory over a blank page (${blank?.toFixed(0) ?? '–'} MB) | ${peaks.length > 0 && blank !== null ? (median(peaks) - blank).toFixed(0) : '–'} MB |
`);
app.server.close();
peer.server.close();

// npm run bench:import: a million rows into durable storage, a start, and the longest calls of a month: by the built app
// as a person has it, and by DuckDB-WASM, sqlite-wasm and PapaParse with one Dexie record a row. Medians of interleaved
// rounds, as ratios: absolute times of shared machines mean little. All must give the same rows and the same calls.
// [--rows 1000000] [--rounds 3] [--peers duckdb,sqlite,dexie] [--no-build]
import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build as bundle } from 'vite';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';
import { serve } from '../../../scripts/lib/serve.mjs';
import { build, root } from '../../../scripts/lib/setup.mjs';
import { listOf, runOutsOf } from './peers/question.js';
import { usageFile } from '../lib/app.mjs';
import { rendererPeak } from '../lib/memory.mjs';

const { values } = parseArgs({
	options: {
		rows: { type: 'string', default: '1000000' },
		rounds: { type: 'string', default: '3' },
		peers: { type: 'string', default: 'duckdb,sqlite,dexie' },
		'no-build': { type: 'boolean', default: false }
	}
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
const peers = values.peers.split(',').filter(Boolean);
const bench = join(import.meta.dirname, '..');
const folder = join(root, '.bench', 'peers');

/** A peer says that it needs a newer Node, which it does not to be bundled. */
const QUIETLY = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--no-engine-strict'];

if (!values['no-build']) build();
if (!existsSync(join(bench, 'node_modules')))
	execFileSync('npm', ['install', ...QUIETLY], {
		cwd: bench,
		stdio: 'inherit'
	});
mkdirSync(folder, { recursive: true });
for (const peer of peers)
	await bundle({
		configFile: false,
		logLevel: 'warn',
		root: bench,
		build: {
			outDir: folder,
			emptyOutDir: false,
			lib: {
				entry: join(import.meta.dirname, 'peers', `${peer}.js`),
				formats: ['es'],
				fileName: () => `${peer}.js`
			}
		}
	});
const published = (name) => join(bench, 'node_modules', name, 'dist');
cpSync(published('@sqlite.org/sqlite-wasm'), join(folder, 'sqlite'), { recursive: true });
for (const file of ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm'])
	cpSync(join(published('@duckdb/duckdb-wasm'), file), join(folder, 'duckdb', file));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>peer</title><input type="file">');

const file = usageFile(rows);
readFileSync(file); // warm the page cache
const executablePath = await findChromium();
const servers = { app: await serve(join(root, 'build'), 0), peer: await serve(folder, 0) };
const address = {
	app: `http://127.0.0.1:${servers.app.port}/`,
	peer: `http://127.0.0.1:${servers.peer.port}/`
};

async function withBrowser(profile, action) {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: true,
		locale: 'en-CA',
		timezoneId: 'UTC',
		args: chromiumFlags
	});
	context.setDefaultTimeout(900_000);
	try {
		const page = context.pages()[0] ?? (await context.newPage());
		page.on('pageerror', (error) => console.error(error));
		return await action(page);
	} finally {
		await context.close();
	}
}

/** Does something on a profile of its own, which is thrown away. */
async function onProfile(action) {
	const profile = mkdtempSync(join(tmpdir(), 'drawdown-bench-'));
	try {
		return await action(profile);
	} finally {
		rmSync(profile, { recursive: true, force: true });
	}
}

const blankPeak = () =>
	onProfile((profile) =>
		withBrowser(profile, async (page) => {
			await page.goto(address.peer);
			return rendererPeak(profile);
		})
	);

/**
 * Init script: `figures` is fulfilled when the first figures are on the page; `answers` has what workers were asked for
 * the cycle and for the list of calls, and when they answered, as Comlink sends it: before the page hears of it, which
 * draws its screen at once.
 */
const listening = () => {
	window.figures = new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			const said = (one) => one.childElementCount === 0 && one.textContent.trim() === 'Used so far';
			if (![...document.querySelectorAll('main *')].some(said)) return;
			resolve(performance.now());
			observer.disconnect();
		});
		observer.observe(document, { subtree: true, childList: true, characterData: true });
	});
	window.answers = {};
	window.Worker = class extends Worker {
		#asked = new Map();
		constructor(...how) {
			super(...how);
			this.addEventListener('message', ({ data }) => {
				const question = this.#asked.get(data?.id);
				if (question) question.answer ??= { value: data.value, at: performance.now() };
			});
		}
		postMessage(message, ...rest) {
			const name = message?.path?.[0];
			if (name === 'calls' || name === 'cycle')
				this.#asked.set(message.id, (window.answers[name] ??= { at: performance.now() }));
			super.postMessage(message, ...rest);
		}
	};
};

/** How long what a page does after its first figures is waited for, before another start. */
const SETTLED_MS = 3_000;

/**
 * A start of a page that has run in this process before, as both have that come back to it: the page before has done
 * all it had to, and its place is empty.
 */
async function startAgain(page, home, start, leave = async () => undefined) {
	await start();
	await page.waitForTimeout(SETTLED_MS);
	await leave();
	await page.goto(`${home}nothing.txt`);
	return start();
}
/** The longest premium calls of September, as peers/question.js asks for them. */
const LONGEST = '/usage/calls/?from=2026-09-01&to=2026-09-30&channel=voice&class=premium&sort=-length';

/**
 * From the press on Import to the status that follows the strict commit, and on to "Saved", when it is on disk twice,
 * as a person sees it; then a start: to its first figures, to the longest calls, and until every byte was checked.
 */
const importByApp = () =>
	onProfile(async (profile) => {
		const imported = await withBrowser(profile, async (page) => {
			await page.goto(`${address.app}import/`);
			await page.getByLabel('Choose usage files').setInputFiles(file);
			const button = page.getByRole('button', { name: 'Import', exact: true });
			await button.waitFor();
			// A person looks at the first rows before the press, and the app has its own files by then: no peer keeps any.
			await page.evaluate(() => navigator.serviceWorker.ready);
			await page.waitForTimeout(2_000);
			const { committed, saved } = await button.evaluate((element) => {
				const started = performance.now();
				element.click();
				return new Promise((resolve) => {
					let committed = null;
					const observer = new MutationObserver(() => {
						const done = [...document.querySelectorAll('[role=status]')].some((status) =>
							/^\s*Imported [\d,]+ interactions/.test(status.textContent ?? '')
						);
						if (!done) return;
						committed ??= performance.now() - started;
						const leaf = (one) => one.childElementCount === 0 && one.textContent.trim() === 'Saved';
						if (![...document.querySelectorAll('main *')].some(leaf)) return;
						observer.disconnect();
						resolve({ committed, saved: performance.now() - started });
					});
					observer.observe(document.body, { subtree: true, childList: true, characterData: true });
				});
			});
			const status = await page
				.getByRole('status')
				.filter({ hasText: /^\s*Imported/ })
				.textContent();
			const rows = Number(/Imported ([\d,]+) interactions/.exec(status)[1].replaceAll(',', ''));
			return { rows, committed, saved, peak: rendererPeak(profile) };
		});
		const started = await withBrowser(profile, async (page) => {
			await page.addInitScript(listening);
			const reopen = await startAgain(page, address.app, async () => {
				await page.goto(address.app);
				return page.evaluate(() => window.figures);
			});
			const first = await page.evaluate(() => {
				const { interactions, used, plans } = window.answers.cycle.answer.value;
				const runOuts = plans
					.filter(({ overage, runOutAt }) => overage === 'off' && runOutAt !== null)
					.map(({ includedCredits, runOutAt }) => ({ tier: includedCredits, at: runOutAt }));
				return { sums: { interactions, credits: used }, runOuts };
			});
			// Asked at once, by a link within the app: nothing that is read ahead is waited for.
			const longest = await page.evaluate((href) => {
				const link = document.createElement('a');
				link.href = href;
				document.body.append(link);
				link.click();
				return new Promise((resolve) => {
					const look = () => {
						const { at, answer } = window.answers.calls ?? {};
						if (answer) resolve({ ms: answer.at - at, ...answer.value });
						else setTimeout(look, 5);
					};
					look();
				});
			}, LONGEST);
			const lines = longest.first.map((row) => ({ ...row, seconds: row.quantity / 1_000 }));
			lines.sort((a, b) => b.seconds - a.seconds || a.start - b.start);
			await page.goto(`${address.app}settings/#storage`);
			await page.getByText('In two copies on this device').waitFor();
			const checked = await page.evaluate(() => performance.now());
			return {
				reopen,
				// All of it is on the page at once.
				summed: reopen,
				first: { sums: first.sums, runOuts: runOutsOf(first.runOuts) },
				longest: longest.ms,
				list: listOf(longest, lines),
				checked
			};
		});
		return { ...imported, ...started };
	});

/** The same by a peer: its import until it is committed, then a page load until a first page's sums are there. */
const importByPeer = (name) =>
	onProfile(async (profile) => {
		/** A page with the peer's worker at hand: `ask(method, value)`. */
		const ready = async (page) => {
			await page.goto(address.peer);
			await page.evaluate((peer) => {
				const worker = new Worker(`./${peer}.js`, { type: 'module' });
				window.ask = (method, value) =>
					new Promise((resolve, reject) => {
						worker.onmessage = ({ data }) =>
							data.error ? reject(new Error(data.error)) : resolve(data.value);
						worker.onerror = (event) => reject(new Error(event.message));
						worker.postMessage({ name: method, value });
					});
			}, name);
		};
		const imported = await withBrowser(profile, async (page) => {
			await ready(page);
			await page.locator('input').setInputFiles(file);
			await page.evaluate(() => window.ask('open'));
			const { rows, committed } = await page.locator('input').evaluate(async (input) => {
				const started = performance.now();
				return { rows: await window.ask('import', input.files[0]), committed: performance.now() - started };
			});
			const peak = rendererPeak(profile);
			await page.evaluate(() => window.ask('close'));
			return { rows, committed, peak };
		});
		const started = await withBrowser(profile, async (page) => {
			const start = async () => {
				await ready(page);
				return page.evaluate(async () => {
					await window.ask('open');
					const sums = await window.ask('first');
					const summed = performance.now();
					const runOuts = await window.ask('runOuts');
					return { first: { sums, runOuts }, summed, reopen: performance.now() };
				});
			};
			const close = () => page.evaluate(() => window.ask('close'));
			const { first, summed, reopen } = await startAgain(page, address.peer, start, close);
			const { list, longest } = await page.evaluate(async () => {
				const asked = performance.now();
				return { list: await window.ask('longest'), longest: performance.now() - asked };
			});
			return { reopen, summed, first, list, longest };
		});
		return { ...imported, ...started };
	});

/** Lines before those that are as long as the last one, of which any may be shown. */
const certain = (lines) => {
	const last = lines[lines.length - 1]?.split(' ')[1];
	return lines.filter((line) => line.split(' ')[1] !== last).join('\n');
};

const runs = Object.fromEntries(['app', ...peers].map((name) => [name, []]));
const blank = await blankPeak();
for (let round = 1; round <= rounds; round++)
	for (const name of Object.keys(runs)) {
		const run = name === 'app' ? await importByApp() : await importByPeer(name);
		runs[name].push(run);
		const { committed, reopen, longest, peak } = run;
		console.log(
			`round ${round}, load ${loadavg()[0].toFixed(1)}: ${name.padEnd(6)} committed ${committed.toFixed(0)} ms, reopen ${reopen.toFixed(0)} ms, longest calls ${longest.toFixed(0)} ms, peak ${peak?.toFixed(0) ?? '–'} MB`
		);
		if (run.rows !== rows) throw new Error(`${name} has ${run.rows} rows of ${rows}`);
		const equal = (of) => JSON.stringify(of(run)) === JSON.stringify(of(runs.app[0]));
		if (!equal(({ first }) => first)) throw new Error(`${name} has other figures`);
		if (!equal(({ list }) => [list.all, certain(list.lines)])) throw new Error(`${name} finds other calls`);
	}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const of = (name, what) => median(runs[name].map((run) => run[what]));
const over = (name) => of(name, 'peak') - blank;
const cells = (value) => ['app', ...peers].map(value).join(' | ');
const times = (what) => cells((name) => `${of(name, what).toFixed(0)} ms`);
const ratio = (what) =>
	cells((name) => (name === 'app' ? '1' : `${(of(name, what) / of('app', what)).toFixed(2)}×`));
console.log(`
${rows.toLocaleString('en')} rows (${(statSync(file).size / 1e6).toFixed(0)} MB), medians of ${rounds} rounds; ratios: the peer's time by ours.

| measure | ${cells((name) => name)} |
|---|${cells(() => '--:')} |
| import, committed | ${times('committed')} |
| … ratio | ${ratio('committed')} |
| a start, to the first figures: credits, and when each tier runs out | ${times('reopen')} |
| … ratio | ${ratio('reopen')} |
| … peers to the credits alone | ${times('summed')} |
| … ratio | ${ratio('summed')} |
| the 100 longest calls of a month, asked right then | ${times('longest')} |
| … ratio | ${ratio('longest')} |
| peak of the renderer over a blank page's ${blank?.toFixed(0) ?? '–'} MB | ${cells((name) => `${over(name).toFixed(0)} MB`)} |
| … ratio | ${cells((name) => (name === 'app' ? '1' : `${(over(name) / over('app')).toFixed(2)}×`))} |

"Saved", on disk in both copies: ${(of('app', 'saved') / of('app', 'committed')).toFixed(2)}× of ours committed; a start until every byte of both was checked: ${of('app', 'checked').toFixed(0)} ms.`);
servers.app.server.close();
servers.peer.server.close();

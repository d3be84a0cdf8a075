// The control: the same kills of the same browser on a plain Dexie store, as an ordinary app would use it. It shows
// what the harness sees where nothing is done against it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../scripts/lib/serve.mjs';
import { choose, saved, usageFile } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { newFolder } from './lib/profile.mjs';
import { random } from './lib/random.mjs';

const ROWS = 10_000;
const FILES = 4;
const AFTER_MS = 4_000;
const BENCH = join(import.meta.dirname, '..', 'bench');

/** The page with Dexie beside it, from the benchmark's own packages. */
async function servePage() {
	const dexie = join(BENCH, 'node_modules', 'dexie', 'dist', 'dexie.mjs');
	if (!existsSync(dexie))
		execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], {
			cwd: BENCH,
			stdio: 'inherit'
		});
	const folder = newFolder();
	copyFileSync(dexie, join(folder, 'dexie.js'));
	for (const name of ['index.html', 'page.js'])
		copyFileSync(join(import.meta.dirname, 'control', name), join(folder, name));
	const { server, port } = await serve(folder, 0);
	return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Rows of each file, and the files that are said to be there, by the platform's own calls. Runs in the page. */
async function count(names) {
	const done = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const listed = (await indexedDB.databases()).some(({ name }) => name === 'usage');
	if (!listed) return { rows: {}, said: [] };
	const opening = indexedDB.open('usage');
	opening.onupgradeneeded = () => opening.transaction.abort();
	const db = await done(opening);
	const reading = db.transaction(['rows', 'files']);
	const rows = {};
	for (const name of names) rows[name] = await done(reading.objectStore('rows').index('file').count(name));
	const said = await done(reading.objectStore('files').getAllKeys());
	db.close();
	return { rows, said };
}

export async function control({ backend, count: wanted, seed, log }) {
	const dice = random(seed + 17);
	const { address, close } = await servePage();
	const files = Array.from({ length: FILES + 1 }, (_, k) => usageFile(k, ROWS));
	const names = files.map(({ name }) => name);
	const sums = { kills: 0, said: 0, notSaid: 0, looked: 0, lost: 0, torn: 0, wiped: 0, nothing: 0, whole: 0 };
	let profile = newFolder();
	let browser = await launch(profile, backend);
	let must = [];
	let used = 0;

	const press = async (file) => {
		await browser.page.goto(`${address}/`);
		await choose(browser.page, 'File', file.path);
		await browser.page.getByRole('button', { name: 'Import' }).click();
	};
	const from = Date.now();
	await press(files[0]);
	await saved(browser.page);
	const span = Date.now() - from;
	log(`${backend} control: an import takes ${span} ms`);

	for (; sums.kills < wanted; sums.kills++) {
		if (used >= FILES || sums.kills === 0) {
			await browser.close();
			rmSync(profile, { recursive: true });
			profile = newFolder();
			browser = await launch(profile, backend);
			must = [];
			used = 0;
		}
		const file = files[used++];
		const mode = sums.kills % 3 === 2 ? 'browser' : 'group';
		const after = sums.kills % 5 < 2;
		await press(file);
		if (after) {
			await saved(browser.page);
			await sleep(dice() * AFTER_MS);
		} else await sleep(dice() * span);
		const said = await browser.page.getByText('Saved', { exact: true }).isVisible();
		await browser.kill(mode);
		if (said) {
			must.push(file.name);
			sums.said++;
		} else sums.notSaid++;

		browser = await launch(profile, backend);
		await browser.page.goto(`${address}/`);
		const found = await browser.page.evaluate(count, names);
		const whole = (name) => found.rows[name] === ROWS && found.said.includes(name);
		const lost = must.filter((name) => !whole(name));
		const rows = found.rows[file.name] ?? 0;
		const torn = !said && (rows > 0 || found.said.includes(file.name)) && !whole(file.name);
		const wiped = must.length > 0 && Object.values(found.rows).every((n) => n === 0);
		sums.looked += must.length;
		sums.lost += lost.length;
		if (torn) sums.torn++;
		if (wiped) sums.wiped++;
		if (!said && rows === 0) sums.nothing++;
		if (!said && whole(file.name)) sums.whole++;
		log(
			`${backend} control ${sums.kills + 1}/${wanted} ${mode}: ${said ? 'saved' : 'nothing said'}, ${rows} of ${ROWS} rows${lost.length > 0 ? `, LOST ${lost}` : ''}${wiped ? ', WIPED' : ''}`
		);
		must = names.filter(whole);
	}
	await browser.close();
	rmSync(profile, { recursive: true });
	close();
	return sums;
}

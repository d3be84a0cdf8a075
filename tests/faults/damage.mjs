// Damage: a profile's IndexedDB files are changed as a bad disk or a crash would, and the profile is opened three
// times: the second opening is where Chromium has been seen to throw everything away.
import {
	closeSync,
	openSync,
	readSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	unlinkSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { importFile, reopen } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files, quietPage } from './lib/golden.mjs';
import { judge } from './lib/judge.mjs';
import { copyProfile } from './lib/profile.mjs';
import { random } from './lib/random.mjs';
import { readBoth } from './lib/read.mjs';

const KINDS = ['bit', 'cut', 'page', 'missing'];
/** What a file of IndexedDB is, by its name: LevelDB's own, its large values, or SQLite's. */
const CLASSES = [
	['log', /\.log$/],
	['table', /\.ldb$/],
	['manifest', /MANIFEST-\d+$/],
	['current', /CURRENT$/],
	['value', /\.blob\/.*\/[0-9a-f]+$/],
	['journal', /(-wal|-journal)$/],
	['sqlite', /IndexedDB\/[^/.]*(\.[^/.]+)*\/[0-9A-Z]{20,}$/]
];

/** IndexedDB's files by class. Chromium's own book-keeping (QuotaManager) and its logs in words are not data. */
function indexedDbFiles(profile) {
	const folder = join(profile, 'Default', 'IndexedDB');
	const all = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => statSync(file).size > 0);
	return CLASSES.map(([name, pattern]) => [name, all.filter((file) => pattern.test(file))]).filter(
		([, found]) => found.length > 0
	);
}

/** Changes one file, of the class that is said or of any; its class, and what was done. */
function harm(profile, kind, dice, only) {
	const classes = indexedDbFiles(profile).filter(([name]) => !only || name === only);
	const [name, found] = classes[Math.floor(dice() * classes.length)];
	const file = found[Math.floor(dice() * found.length)];
	const { size } = statSync(file);
	if (kind === 'missing') {
		unlinkSync(file);
		return [name, `${size} bytes missing`];
	}
	if (kind === 'cut') {
		const length = Math.floor(size * dice());
		truncateSync(file, length);
		return [name, `cut from ${size} to ${length}`];
	}
	const handle = openSync(file, 'r+');
	// One in four is in the first page, where a file says what it is.
	const at = Math.floor(dice() * (dice() < 0.25 ? Math.min(4_096, size) : size));
	if (kind === 'bit') {
		const byte = Buffer.alloc(1);
		readSync(handle, byte, 0, 1, at);
		byte[0] ^= 1 << Math.floor(dice() * 8);
		writeSync(handle, byte, 0, 1, at);
	} else {
		const from = at - (at % 4096);
		writeSync(handle, Buffer.alloc(Math.min(4096, size - from)), 0, Math.min(4096, size - from), from);
	}
	closeSync(handle);
	return [name, `${kind} at ${at} of ${size}`];
}

/** Another page of the same origin that stores much: LevelDB then moves records from its log into tables. */
async function fill() {
	const making = indexedDB.open('other');
	making.onupgradeneeded = () => making.result.createObjectStore('other');
	const db = await new Promise((resolve, reject) => {
		making.onsuccess = () => resolve(making.result);
		making.onerror = () => reject(making.error);
	});
	for (let k = 0; k < 60; k++) {
		const writing = db.transaction('other', 'readwrite');
		for (let n = 0; n < 100; n++)
			writing.objectStore('other').put(crypto.getRandomValues(new Uint8Array(1_000)), k * 100 + n);
		await new Promise((resolve, reject) => {
			writing.oncomplete = resolve;
			writing.onabort = () => reject(writing.error);
		});
	}
	db.close();
}

/** What is damaged: a profile that was closed in good order, and one whose browser was killed after an import. */
async function starts(host, backend, { two }) {
	const closed = copyProfile(two);
	let browser = await launch(closed, backend);
	if (backend === 'leveldb') {
		await quietPage(browser.page, host.address);
		await browser.page.evaluate(fill);
	}
	await reopen(browser.page, host.address);
	await browser.close();
	const killed = copyProfile(closed);
	browser = await launch(killed, backend);
	await importFile(browser.page, host.address, files[2]);
	await browser.kill('group');
	const names = files.map(({ name }) => name);
	return [
		{ profile: closed, must: names.slice(0, 2) },
		{ profile: killed, must: names.slice(0, 3) }
	];
}

export async function damage({ host, backend, golden, count, seed, log, only, keep }) {
	const dice = random(seed + 7);
	const { digests } = golden;
	const profiles = await starts(host, backend, golden);
	// A short run has not all kinds on each back end, but all of them.
	const shift = backend === 'sqlite' ? 2 : 0;
	const sums = { cases: 0, whole: 0, told: 0, spare: 0, kinds: {} };
	for (; sums.cases < count; sums.cases++) {
		const [file, kind = KINDS[(sums.cases + shift) % KINDS.length]] = only?.split(' ') ?? [];
		const { profile: from, must } = profiles[Math.floor(sums.cases / KINDS.length) % 2];
		const profile = copyProfile(from);
		const [name, what] = harm(profile, kind, dice, file);
		const harmed = keep && copyProfile(profile, join(keep, `${backend}-damage-${seed}-${sums.cases + 1}`));
		const bad = [];
		let told = '';
		let spare = false;
		for (let opening = 1; opening <= 3; opening++) {
			const browser = await launch(profile, backend);
			try {
				told += await reopen(browser.page, host.address);
				const held = await readBoth(browser.page);
				spare ||= held.spare;
				for (const [key, list] of Object.entries(judge(held, { must, digests })))
					if (list.length > 0) bad.push(`${opening}: ${key} ${list.join(', ')}`);
			} catch (error) {
				const alerts = await browser.page
					.getByRole('alert')
					.allInnerTexts()
					.catch(() => []);
				bad.push(`${opening}: ${String(error).split('\n')[0]} ${alerts.join(' ')}`);
			}
			await browser.close();
		}
		const entry = (sums.kinds[`${name} ${kind}`] ??= [0, 0]);
		entry[1]++;
		if (bad.length === 0) {
			sums.whole++;
			entry[0]++;
		}
		if (/whole again/.test(told)) sums.told++;
		if (spare) sums.spare++;
		log(
			`${backend} damage ${sums.cases + 1}/${count} ${name} ${what}: ${bad.length === 0 ? 'whole' : `NOT WHOLE ${bad.join('; ')}`}${told ? `, ${told.split('\n')[0]}` : ''}${spare ? ', in the spare bucket' : ''}`
		);
		rmSync(profile, { recursive: true });
		if (harmed && bad.length === 0) rmSync(harmed, { recursive: true });
	}
	for (const { profile } of profiles) rmSync(profile, { recursive: true });
	return sums;
}

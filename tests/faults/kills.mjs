// Kill and reopen: the browser is killed while the app works, and the same profile is opened again. An independent
// reader then compares both copies with what was acknowledged.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
	chooseBackup,
	importFile,
	openStorage,
	pressBackUp,
	readyToImport,
	removeFile,
	reopen,
	restored,
	saved
} from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files, LAYERS, quietPage } from './lib/golden.mjs';
import { judge } from './lib/judge.mjs';
import { PATIENCE_MS } from './lib/patience.mjs';
import { copyProfile, newFolder } from './lib/profile.mjs';
import { random } from './lib/random.mjs';
import { readBoth } from './lib/read.mjs';

const AT = (job, place) => ({ job, place });
/**
 * One after another, and again from the beginning. `during`: at a random time of the job; `after`: up to four seconds
 * after the screen has said that it is done; else a place of src/lib/db/failpoint.ts at which the writer stands.
 */
const PLAN = [
	AT('import', 'during'),
	AT('import', 'stage:block'),
	AT('import', 'after'),
	AT('import', 'commit:before'),
	AT('import', 'during'),
	AT('import', 'commit:after'),
	AT('migrate', 'during'),
	AT('import', 'mirror:file'),
	AT('import', 'after'),
	AT('import', 'mirror:root'),
	AT('import', 'during'),
	AT('restore', 'restore:block'),
	AT('import', 'mirror:after'),
	AT('remove', 'sweep:before'),
	AT('import', 'during'),
	AT('import', 'sweep:files'),
	AT('wipe', 'rebuild:block'),
	AT('restore', 'during'),
	AT('import', 'after'),
	AT('import', 'during'),
	AT('wipe', 'rebuild:commit'),
	AT('remove', 'sweep:files'),
	AT('backup', 'backup:part'),
	AT('restore', 'restore:commit'),
	AT('import', 'after'),
	AT('import', 'during'),
	AT('migrate', 'during'),
	AT('backup', 'during')
];
/** Where a recovery is killed; null: at a random time of it. */
const RECOVERY = ['mirror:file', null, 'mirror:root', 'rebuild:block', null, 'mirror:after'];
const AFTER_MS = 4_000;
const RECOVERY_MS = 2_500;
const MIGRATE_MS = 900;

/** A browser that is killed once, and what happens at the places of the app until then. */
function victim(browser, host, mode) {
	let killing = null;
	let end;
	const ended = new Promise((resolve) => (end = resolve));
	const kill = () => (killing ??= browser.kill(mode).then(end));
	return {
		page: browser.page,
		kill,
		ended: () => killing,
		/** waits until the place was reached, and the browser is gone */
		stand: () => Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })]),
		/** the writer that comes to the place stands there; `skip`: not at the first so many times */
		killAt(place, skip = 0) {
			host.at((reached) => {
				if (reached !== place || skip-- > 0) return undefined;
				void kill();
				return new Promise(() => undefined);
			});
		}
	};
}

/** What each job does until it is killed. `note` says what the screen has acknowledged. */
const jobs = {
	async import({ page, kill, killAt }, { address, place, dice, span, file, note }) {
		const press = await readyToImport(page, address, file);
		if (place === 'stage:block') killAt(place, Math.floor(dice() * 2));
		else killAt(place);
		await press();
		if (place === 'during') {
			await sleep(dice() * span);
			// The word may have been said meanwhile.
			if (await page.getByText('Saved', { exact: true }).isVisible()) note('saved');
			await kill();
		}
		await saved(page);
		note('saved');
		if (place === 'after') {
			await sleep(dice() * AFTER_MS);
			await kill();
		}
	},
	async migrate({ page, kill }, { address, dice }) {
		page.goto(`${address}/`).catch(() => undefined);
		await sleep(dice() * MIGRATE_MS);
		await kill();
	},
	async remove({ page, killAt, stand }, { address, file, place, note }) {
		await removeFile(page, address, file.name);
		note('removed');
		killAt(place);
		await page.goto(`${address}/`);
		await stand();
	},
	/** The browser loses its databases while the app is closed; the rebuilding of them is killed. */
	async wipe({ page, killAt, stand }, { address, place, dice }) {
		await quietPage(page, address);
		const session = await page.context().newCDPSession(page);
		await session.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'indexeddb' });
		killAt(place, place === 'rebuild:block' ? Math.floor(dice() * 2) : 0);
		await page.goto(`${address}/`);
		await stand();
	},
	async backup({ page, kill, killAt, stand }, { address, place, dice, span }) {
		await openStorage(page, address);
		killAt(place, Math.floor(dice() * 8));
		await pressBackUp(page);
		if (place !== 'during') return stand();
		await sleep(dice() * span);
		return kill();
	},
	async restore({ page, kill, killAt }, { address, place, dice, span, backup, note }) {
		const path = await backup();
		await openStorage(page, address);
		killAt(place, place === 'restore:block' ? Math.floor(dice() * 4) : 0);
		const end = place === 'during' ? sleep(dice() * 2 * span).then(() => kill()) : null;
		await chooseBackup(page, path);
		await restored(page);
		note('restored');
		await end;
	}
};

/** Kills a recovery, once or twice; how often. */
async function killRecovery(profile, backend, host, dice, turn) {
	const times = dice() < 1 / 3 ? 2 : 1;
	for (let k = 0; k < times; k++) {
		const browser = await launch(profile, backend);
		const { kill, killAt } = victim(browser, host, 'group');
		killAt(RECOVERY[(turn + k) % RECOVERY.length]);
		const settled = reopen(browser.page, host.address).catch(() => undefined);
		await Promise.race([settled, sleep(dice() * RECOVERY_MS)]);
		await kill();
		await settled;
		host.at(null);
	}
	return times;
}

/** Kills of one back end. Prints each; returns the sums. */
export async function kills({ host, backend, golden, count, seed, log, keep }) {
	const dice = random(seed);
	const { digests } = golden;
	const sums = {
		kills: 0,
		said: 0,
		notSaid: 0,
		secondKills: 0,
		looked: 0,
		wiped: 0,
		mended: 0,
		lost: 0,
		torn: 0,
		leftOver: 0,
		unequal: 0,
		back: 0,
		places: {}
	};
	log(`${backend}: an import takes ${golden.span} ms`);
	let profile = null;
	let browser = null;
	let must = [];

	const startWith = async (from) => {
		await browser?.close();
		if (profile) rmSync(profile, { recursive: true });
		profile = from ? copyProfile(from) : newFolder();
		must = from ? files.slice(0, 2).map(({ name }) => name) : [];
		browser = await launch(profile, backend);
	};
	for (; sums.kills < count; sums.kills++) {
		const { job, place } = PLAN[(sums.kills + seed) % PLAN.length];
		if (job === 'migrate') await startWith(await golden.first());
		else if (profile === null || (job === 'import' && must.length >= LAYERS)) await startWith(null);
		// All other jobs need a file that is there.
		if (job !== 'import' && must.length === 0) {
			await importFile(browser.page, host.address, files[0]);
			must = [files[0].name];
		}
		const file =
			job === 'import'
				? files.find(({ name }) => !must.includes(name))
				: files.find(({ name }) => must.includes(name));
		const mode = sums.kills % 3 === 2 ? 'browser' : 'group';
		let said = '';
		const one = victim(browser, host, mode);
		const failure = await jobs[job](one, {
			span: golden.span,
			backup: golden.backup,
			address: host.address,
			dice,
			place,
			file,
			note: (word) => (said = word)
		}).catch((cause) => cause);
		if (!one.ended()) throw failure ?? new Error(`${job} never came to ${place}`);
		await one.ended();
		host.at(null);
		if (keep) snapshot(profile, keep);
		const may = job === 'import' && said !== 'saved' ? [file.name] : [];
		if (said === 'saved') must = [...must, file.name];
		if (said === 'removed') must = must.filter((name) => name !== file.name);
		if (said) sums.said++;
		else sums.notSaid++;
		if ((sums.kills + 1) % 4 === 0)
			sums.secondKills += await killRecovery(profile, backend, host, dice, Math.floor(sums.kills / 4));

		browser = await launch(profile, backend);
		const alerts = await reopen(browser.page, host.address);
		const held = await readBoth(browser.page);
		const others = job === 'restore' ? files.slice(0, 2).map(({ name }) => name) : [];
		const verdict = judge(held, { must, may, digests, others });
		if (held.workspaces.length > (job === 'restore' && place === 'during' ? 2 : 1))
			verdict.leftOver.push(`${held.workspaces.length} workspaces`);
		if (said === 'restored' && held.workspaces.length < 2) verdict.lost.push('the restored workspace');
		const told = /whole again/.test(alerts);
		const wiped = job !== 'wipe' && told && must.length > 0 && must.every((name) => alerts.includes(name));
		if (wiped) sums.wiped++;
		else if (job !== 'wipe' && told) sums.mended++;
		sums.looked += must.length;
		const name = `${job} ${place}`;
		sums.places[name] = (sums.places[name] ?? 0) + 1;
		const bad = Object.entries(verdict).filter(([, list]) => list.length > 0);
		for (const [key, list] of bad) sums[key] += list.length;
		if (bad.length > 0 && keep)
			cpSync(join(keep, 'last'), join(keep, `${backend}-${seed}-${sums.kills}`), { recursive: true });
		log(
			`${backend} ${sums.kills + 1}/${count} ${mode} ${name}: ${said || 'nothing said'}${wiped ? ', wiped' : ''}${alerts ? ` [${alerts.split('\n')[0]}]` : ''}${bad.map(([key, list]) => ` ${key.toUpperCase()} ${list.join(', ')}`).join(';')}`
		);
		// What was on its way and arrived whole counts from now on.
		must = [...(held.workspaces[0]?.database.keys() ?? [])];
		if (bad.length > 0 || held.workspaces.length !== 1) await startWith(null);
	}
	await browser?.close();
	if (profile) rmSync(profile, { recursive: true });
	return sums;
}

/** What is stored as the kill has left it, until the next kill. */
function snapshot(profile, keep) {
	const last = join(keep, 'last');
	rmSync(last, { recursive: true, force: true });
	for (const name of ['IndexedDB', 'WebStorage', 'File System', 'Local Storage'])
		try {
			cpSync(join(profile, 'Default', name), join(last, name), { recursive: true });
		} catch {
			// This back end has no such folder.
		}
}

// Kill and reopen: the browser is killed at a random time of an import, or at a named fail point, and the same profile
// is opened again. An independent reader then compares both copies with what was acknowledged.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reopen, startImport, usageFile } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { readBoth } from './lib/read.mjs';

/** Places at which the writer stands when it is killed; null: a random time after the press on Import. */
export const PLACES = [
	null,
	'stage:block',
	null,
	'commit:before',
	'commit:after',
	null,
	'mirror:file',
	'mirror:root',
	null,
	'mirror:after',
	'sweep:files'
];
const RECOVERY = ['rebuild:block', 'rebuild:commit', 'mirror:root'];
const LAYERS = 4;

/** A small generator, so that a run can be repeated (mulberry32). */
export function random(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const files = Array.from({ length: LAYERS + 1 }, (_, k) => usageFile(k));

/** Records that each file makes: from an import without a fault, read by the independent reader. */
export async function expectedDigests(host, backend) {
	const profile = mkdtempSync(join(tmpdir(), 'drawdown-faults-'));
	const { page, close } = await launch(profile, backend);
	for (const file of files) await startImport(page, host.address, file);
	const { database, mirror, orphans } = await readBoth(page);
	await close();
	const wrong = files.filter(
		({ name }) => !database.get(name)?.whole || database.get(name).digest !== mirror.get(name)?.digest
	);
	if (wrong.length > 0 || orphans.length > 0)
		throw new Error('an import without a fault is not whole in both copies');
	return { profile, digests: new Map([...database].map(([name, { digest }]) => [name, digest])) };
}

/** Verdict on what is there after a reopening: what of the acknowledged is lost, what is torn, what is left over. */
export function judge({ database, mirror, orphans }, acknowledged, inFlight, digests) {
	const lost = acknowledged.filter((name) => database.get(name)?.digest !== digests.get(name));
	const torn = [...database]
		.filter(([name, { whole, digest }]) => !whole || digest !== digests.get(name))
		.map(([name]) => name);
	const unknown = [...database.keys()].filter((name) => !acknowledged.includes(name) && name !== inFlight);
	const unmirrored = [...database]
		.filter(([name, { digest }]) => mirror.get(name)?.digest !== digest)
		.map(([name]) => name);
	return { lost, torn, unknown, unmirrored, orphans };
}

/** One back end, so many kills. Prints each finding; returns the sums. */
export async function kills({ host, backend, count, seed, log }) {
	const dice = random(seed);
	const { profile: golden, digests } = await expectedDigests(host, backend);
	rmSync(golden, { recursive: true });
	const sums = {
		kills: 0,
		inFlight: 0,
		rebuilt: 0,
		wiped: 0,
		lost: 0,
		torn: 0,
		orphans: 0,
		unmirrored: 0,
		secondKills: 0
	};
	let profile = null;
	let acknowledged = [];
	while (sums.kills < count) {
		if (profile === null || acknowledged.length >= LAYERS) {
			if (profile) rmSync(profile, { recursive: true });
			profile = mkdtempSync(join(tmpdir(), 'drawdown-faults-'));
			acknowledged = [];
		}
		const place = PLACES[sums.kills % PLACES.length];
		const mode = sums.kills % 3 === 2 ? 'browser' : 'group';
		const next = files.find(({ name }) => !acknowledged.includes(name));
		let browser = await launch(profile, backend);
		let saved = false;
		let killing = null;
		const kill = () => (killing ??= browser.kill(mode));
		let skip = place === 'stage:block' ? Math.floor(dice() * 2) : 0;
		host.at((reached) => {
			if (reached !== place || skip-- > 0) return undefined;
			void kill();
			return new Promise(() => undefined);
		});
		const importing = startImport(browser.page, host.address, next).then(
			() => (saved = true),
			() => undefined
		);
		if (place === null) {
			await browser.page
				.getByRole('button', { name: 'Cancel import' })
				.or(browser.page.getByRole('status'))
				.first()
				.waitFor()
				.catch(() => undefined);
			await sleep(dice() * 2_200);
			void kill();
		}
		await importing;
		// Some places come after the word "Saved" was said, or not in this import at all.
		if (saved && !killing) void kill();
		await killing;
		if (!killing) throw new Error(`never reached ${place}`);
		sums.kills++;
		if (!saved) sums.inFlight++;
		if (saved) acknowledged.push(next.name);

		// Every third time the recovery is killed too.
		if (sums.kills % 3 === 0) {
			browser = await launch(profile, backend);
			const point = RECOVERY[(sums.kills / 3) % RECOVERY.length];
			killing = null;
			const again = browser;
			host.at((reached) => {
				if (reached !== point) return undefined;
				killing ??= again.kill('group');
				return new Promise(() => undefined);
			});
			const settled = reopen(browser.page, host.address).catch(() => undefined);
			await Promise.race([settled, sleep(dice() * 2_500)]);
			killing ??= again.kill('group');
			await killing;
			await settled;
			sums.secondKills++;
		}

		host.at(null);
		browser = await launch(profile, backend);
		const alerts = await reopen(browser.page, host.address);
		const verdict = judge(await readBoth(browser.page), acknowledged, next.name, digests);
		if (/whole again/.test(alerts)) sums.rebuilt++;
		if (/cleared the data/.test(alerts)) sums.wiped++;
		const found = [];
		for (const key of ['lost', 'torn', 'orphans', 'unmirrored']) {
			sums[key] += verdict[key].length;
			if (verdict[key].length > 0) found.push(`${key}: ${verdict[key].join(', ')}`);
		}
		if (verdict.unknown.length > 0) throw new Error(`layers from nowhere: ${verdict.unknown}`);
		log(
			`${backend} ${sums.kills}/${count} ${mode} ${place ?? 'random'} ${saved ? 'saved' : 'in flight'} ${alerts ? `[${alerts.split('\n')[0]}]` : ''} ${found.join('; ')}`
		);
		// What was in flight and arrived whole counts from now on.
		const { database } = await readBoth(browser.page);
		acknowledged = [...database.keys()];
		await browser.close();
	}
	if (profile) rmSync(profile, { recursive: true });
	return sums;
}

/** A copy of a profile that nobody has open. */
export function copyProfile(profile) {
	const copy = mkdtempSync(join(tmpdir(), 'drawdown-faults-'));
	cpSync(profile, copy, { recursive: true, filter: (name) => !/Singleton|DevToolsActivePort/.test(name) });
	return copy;
}

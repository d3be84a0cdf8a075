// Damage: a closed profile's IndexedDB files are changed as a bad disk or a crash would, and the profile is opened
// three times (the second opening is where Chromium has been seen to wipe everything).
import {
	closeSync,
	openSync,
	readdirSync,
	readSync,
	rmSync,
	statSync,
	truncateSync,
	unlinkSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { reopen } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { readBoth } from './lib/read.mjs';
import { copyProfile, expectedDigests, files, judge, random } from './kills.mjs';

const KINDS = ['bit', 'truncate', 'page', 'missing'];

function indexedDbFiles(profile) {
	const folder = join(profile, 'Default');
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(
			(entry) =>
				entry.isFile() &&
				/IndexedDB|WebStorage/.test(entry.parentPath) &&
				!/Service Worker|FileSystem|LOCK$|LOG/.test(join(entry.parentPath, entry.name))
		)
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !/CacheStorage/.test(file) && statSync(file).size > 0);
}

/** Changes one file; what was done, for the log. */
function harm(profile, kind, dice) {
	const all = indexedDbFiles(profile);
	const file = all[Math.floor(dice() * all.length)];
	const { size } = statSync(file);
	const name = file.slice(profile.length + 1);
	if (kind === 'missing') {
		unlinkSync(file);
		return `${name} missing`;
	}
	if (kind === 'truncate') {
		const length = Math.floor(size * dice());
		truncateSync(file, length);
		return `${name} cut from ${size} to ${length}`;
	}
	const handle = openSync(file, 'r+');
	const at = Math.floor(dice() * size);
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
	return `${name} ${kind} at ${at} of ${size}`;
}

export async function damage({ host, backend, count, seed, log }) {
	const dice = random(seed + 7);
	const { profile: golden, digests } = await expectedDigests(host, backend);
	const names = files.map(({ name }) => name);
	const sums = { cases: 0, whole: 0, told: 0 };
	for (; sums.cases < count; sums.cases++) {
		const profile = copyProfile(golden);
		const what = harm(profile, KINDS[sums.cases % KINDS.length], dice);
		let fine = true;
		let told = '';
		for (let opening = 0; opening < 3; opening++) {
			const browser = await launch(profile, backend);
			try {
				told += await reopen(browser.page, host.address);
				const { lost, torn, orphans, unmirrored } = judge(await readBoth(browser.page), names, null, digests);
				fine &&= [lost, torn, orphans, unmirrored].every((list) => list.length === 0);
			} catch (error) {
				fine = false;
				told += ` ${String(error).split('\n')[0]} ${(
					await browser.page
						.getByRole('alert')
						.allInnerTexts()
						.catch(() => [])
				).join(' ')}`;
			}
			await browser.close();
		}
		if (fine) sums.whole++;
		if (/whole again/.test(told)) sums.told++;
		log(
			`${backend} damage ${sums.cases + 1}/${count} ${what}: ${fine ? 'whole' : 'NOT WHOLE'} ${told.split('\n')[0]}`
		);
		rmSync(profile, { recursive: true });
	}
	rmSync(golden, { recursive: true });
	return sums;
}

// A disk that is really full: the profile lies in a small file system of its own (tmpfs, in a mount namespace of this
// process alone), and an import is larger than the room that is left.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { denseFile, importFile, readyToImport, reopen } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files, quietPage } from './lib/golden.mjs';
import { judge } from './lib/judge.mjs';
import { copyProfile, newFolder } from './lib/profile.mjs';
import { random } from './lib/random.mjs';
import { readBoth } from './lib/read.mjs';
import { afterNoRoom, ending } from './quota.mjs';

const INSIDE = 'DRAWDOWN_FAULTS_INSIDE';
const MB = 2 ** 20;
/**
 * Of the file system. The profile takes 26 MB of it, the import 22 more; of less than this Chromium would allow the
 * page less than the two copies of all three files need.
 */
const SIZE_MB = 128;

/** This process once more, where it may mount; its exit code. Null: this is that process. */
export function inNamespace() {
	if (process.env[INSIDE]) return null;
	const { status } = spawnSync('/usr/bin/unshare', ['-Urm', process.execPath, ...process.argv.slice(1)], {
		stdio: 'inherit',
		env: { ...process.env, [INSIDE]: '1' }
	});
	return status ?? 1;
}

const roomIn = (folder) => {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
};

/**
 * The browser's promise not to clear the page's data by itself, as an installed app or a person may get it. It is in
 * the profile: what DevTools grant lasts for one start, and eviction does not ask for it.
 */
function promise(profile, origin) {
	const path = join(profile, 'Default', 'Preferences');
	const preferences = JSON.parse(readFileSync(path, 'utf8'));
	const settings = ((preferences.profile ??= {}).content_settings ??= {});
	((settings.exceptions ??= {}).durable_storage ??= {})[`${origin},*`] = { setting: 1 };
	writeFileSync(path, JSON.stringify(preferences));
}

/** Fills the disk but for some bytes in the middle of an import; what was said, and what was there then. */
async function fill(browser, { address, file, small, room, must, digests }) {
	const { page } = browser;
	await reopen(page, address);
	const press = await readyToImport(page, address, file);
	const filler = join(small, 'filler');
	try {
		writeFileSync(filler, Buffer.alloc(Math.max(0, roomIn(small) - room)));
	} catch {
		// The browser has written meanwhile: the disk is full to the last byte.
	}
	await press();
	const ended = await ending(page);
	const left = roomIn(small);
	// On a full disk not even the reader's question is answered; the rest of this start has room again.
	unlinkSync(filler);
	const bad = ended.how === 'twice' ? [] : await afterNoRoom(page, { must, file, how: ended.how, digests });
	return { ...ended, left, bad };
}

export async function disk({ host, backend, golden, count, seed, log, keep }) {
	const dice = random(seed + 13);
	const { address } = host;
	const must = files.slice(0, 2).map(({ name }) => name);
	const file = denseFile(2, 66_000, dice);
	const sums = {};
	const place = newFolder();
	for (const promised of [true, false]) {
		const sum = { fills: 0, refused: 0, misnamed: 0, once: 0, enough: 0, whole: 0, again: 0, cleared: 0 };
		sums[promised ? 'promised' : 'notPromised'] = sum;
		while (sum.fills < count) {
			const small = join(place, 'disk');
			mkdirSync(small, { recursive: true });
			execFileSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'drawdown', small]);
			const profile = copyProfile(golden.two, join(small, 'profile'));
			if (promised) promise(profile, address);
			let browser = await launch(profile, backend);
			await quietPage(browser.page, address);
			if ((await browser.page.evaluate(() => navigator.storage.persist())) !== promised)
				throw new Error('the browser has another mind about its promise');
			// From no room at all to almost enough.
			const room = Math.floor(dice() ** 4 * 20 * MB);
			const { how, said, left, bad } = await fill(browser, {
				address,
				file,
				small,
				room,
				must,
				digests: golden.digests
			});
			await browser.close();

			// The next start has room again.
			browser = await launch(profile, backend);
			let alerts = '';
			try {
				alerts = await reopen(browser.page, address);
				if (how !== 'once' && how !== 'twice') await importFile(browser.page, address, file);
			} catch (error) {
				const text = await browser.page.locator('body').innerText().catch(String);
				bad.push(
					`the next start: ${String(error).split('\n')[0]} ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`
				);
				if (keep) copyProfile(profile, join(keep, `${backend}-disk-${seed}-${sum.fills}`));
			}
			const cleared = /cleared the data of this page/.test(alerts);
			const held = await readBoth(browser.page);
			const found = held.workspaces[0]?.database.get(file.name);
			const digests = new Map([...golden.digests, [file.name, found?.whole ? found.digest : 'damaged']]);
			const worse = Object.entries(judge(held, { must: [...must, file.name], digests })).filter(
				([, list]) => list.length > 0
			);
			await browser.close();
			execFileSync('/usr/bin/umount', [small]);

			sum[how === 'twice' ? 'enough' : how]++;
			if (how !== 'twice') {
				sum.fills++;
				if (bad.length === 0) sum.whole++;
				if (worse.length === 0) sum.again++;
				if (cleared) sum.cleared++;
			}
			log(
				`${backend} disk ${promised ? 'promised' : 'not promised'} ${sum.fills}/${count} room for ${room}, ${left} left: ${how}${said ? ` (${said})` : ''}${cleared ? ', cleared by the browser' : ''}${bad.length + worse.length > 0 ? ` NOT WHOLE ${bad.join('; ')} ${JSON.stringify(worse)}` : ''}`
			);
		}
	}
	rmSync(place, { recursive: true });
	return sums;
}

// Quota: the browser allows the page so much more room and no more, so that an import fails at a random point of it:
// while it is staged, at the commit, or while the second copy is made. Then there is room again, and the same file is
// imported.
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { denseFile, importFile, readyToImport, reopen } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files, quietPage } from './lib/golden.mjs';
import { judge } from './lib/judge.mjs';
import { PATIENCE_MS } from './lib/patience.mjs';
import { copyProfile } from './lib/profile.mjs';
import { random } from './lib/random.mjs';
import { readBoth } from './lib/read.mjs';

export const used = (page) => page.evaluate(async () => (await navigator.storage.estimate()).usage);

/**
 * How an import ended: `refused` by the sentence that says why, `misnamed` by another one or by none, `once` (no room
 * for the second copy), or `twice`.
 */
export async function ending(page) {
	const sentence = page.getByRole('alert');
	const once = page.getByText('Saved, one copy only', { exact: true });
	const twice = page.getByText('Saved', { exact: true });
	try {
		await sentence.or(once).or(twice).first().waitFor({ timeout: PATIENCE_MS });
	} catch {
		const text = await page.locator('main').innerText({ timeout: 5_000 });
		return { how: 'misnamed', said: `nothing: ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}` };
	}
	if (await once.isVisible()) return { how: 'once', said: '' };
	if (await twice.isVisible()) return { how: 'twice', said: '' };
	const said = (await sentence.allInnerTexts()).join(' | ').split('\n')[0];
	return { how: NAMED.includes(said) ? 'refused' : 'misnamed', said };
}

/** The sentences that name the cause. */
const NAMED = [
	'There is no room left on this device',
	'The browser cleared the data of this page, because the disk is full'
];

/** What could not be thrown away without room is thrown away within so many seconds of there being some. */
const SWEPT_S = 20;

/**
 * What is not as it should be after an import that found no room, and stays so; `file` counts if it was saved once.
 */
export async function afterNoRoom(page, wanted) {
	for (let seconds = 0; ; seconds++) {
		const bad = await wrong(page, wanted);
		if (bad.length === 0 || seconds === SWEPT_S) return bad;
		await sleep(1_000);
	}
}

async function wrong(page, { must, file, how, digests }) {
	const held = await readBoth(page);
	const found = held.workspaces[0]?.database.get(file.name);
	const known = new Map([...digests, [file.name, found?.whole ? found.digest : 'damaged']]);
	const verdict = judge(held, { must, may: how === 'once' ? [file.name] : [], digests: known });
	// Saved once: that the second copy lacks this file is what the screen says.
	if (how === 'once') verdict.unequal = verdict.unequal.filter((one) => !/(files|revision)$|dense/.test(one));
	return Object.entries(verdict).flatMap(([key, list]) =>
		list.length > 0 ? `${key} ${list.join(', ')}` : []
	);
}

/** A limit of the origin, null: none. It is in force at once only if nothing was written before. */
export async function limit(session, origin, bytes) {
	await session.send('Storage.overrideQuotaForOrigin', {
		origin,
		...(bytes === null ? {} : { quotaSize: bytes })
	});
}

export async function quota({ host, backend, golden, count, seed, log }) {
	const dice = random(seed + 11);
	const { address } = host;
	const must = files.slice(0, 2).map(({ name }) => name);
	const file = denseFile(1, 66_000, dice);
	const digests = new Map(golden.digests);

	// What an import without a limit takes, and makes.
	const free = copyProfile(golden.two);
	let browser = await launch(free, backend);
	await quietPage(browser.page, address);
	const before = await used(browser.page);
	await importFile(browser.page, address, file);
	const needs = (await used(browser.page)) - before;
	digests.set(file.name, (await readBoth(browser.page)).workspaces[0].database.get(file.name).digest);
	await browser.close();
	rmSync(free, { recursive: true });
	log(`${backend}: an import takes ${needs} bytes`);

	const sums = { limits: 0, refused: 0, misnamed: 0, once: 0, enough: 0, whole: 0, again: 0, givenBack: 0 };
	while (sums.limits < count) {
		const profile = copyProfile(golden.two);
		browser = await launch(profile, backend);
		const { page } = browser;
		await quietPage(page, address);
		const session = await page.context().newCDPSession(page);
		const start = await used(page);
		const room = Math.floor(dice() * needs);
		await limit(session, address, start + room);
		const press = await readyToImport(page, address, file);
		await press();
		const { how, said } = await ending(page);
		const left = (await used(page)) - start;
		const bad = how === 'twice' ? [] : await afterNoRoom(page, { must, file, how, digests });
		await browser.close();

		// Another start, without the limit.
		browser = await launch(profile, backend);
		const alerts = await reopen(browser.page, address);
		const later = (await used(browser.page)) - start;
		if (how === 'refused' || how === 'misnamed') await importFile(browser.page, address, file);
		const verdict = judge(await readBoth(browser.page), { must: [...must, file.name], digests });
		const worse = Object.entries(verdict).filter(([, list]) => list.length > 0);
		await browser.close();
		rmSync(profile, { recursive: true });

		sums[how === 'twice' ? 'enough' : how]++;
		if (how !== 'twice') {
			sums.limits++;
			if (bad.length === 0) sums.whole++;
			if (worse.length === 0) sums.again++;
			if (how === 'refused' && later < needs / 20) sums.givenBack++;
		}
		log(
			`${backend} quota ${sums.limits}/${count} room for ${room}: ${how}${how === 'misnamed' ? ` (${said})` : ''}, ${left} bytes more than before, ${later} after the next start${bad.length + worse.length > 0 ? ` NOT WHOLE ${bad.join('; ')} ${JSON.stringify(worse)}` : ''} ${alerts}`
		);
	}
	return sums;
}

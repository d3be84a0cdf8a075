// A limit below what is stored already, as on a disk that others have filled: the app opens to be read, and something
// can be taken away. The limit is set before the first write of a start; the next start has none.
import { rmSync } from 'node:fs';
import { reopen } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files, quietPage } from './lib/golden.mjs';
import { judge } from './lib/judge.mjs';
import { copyProfile } from './lib/profile.mjs';
import { random } from './lib/random.mjs';
import { readBoth } from './lib/read.mjs';
import { limit, used } from './quota.mjs';

const NO_ROOM = 'There is no room left on this device';

const findings = (verdict) =>
	Object.entries(verdict).flatMap(([key, list]) => (list.length > 0 ? `${key} ${list.join(', ')}` : []));

/** Takes a file away and deletes it for good, as far as that goes: `nothing`, `removed`, or `deleted`. */
async function getOut(page, name) {
	const refused = page.getByText(NO_ROOM).first();
	await page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
	const removed = page.getByText(`Removed ${name}`, { exact: true });
	await removed.waitFor({ timeout: 5_000 }).catch(() => undefined);
	if (!(await removed.isVisible())) return 'nothing';
	// Not by its address: the start that follows deletes it, too.
	await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
	await page.getByRole('tab', { name: 'Storage' }).click();
	await page.getByRole('button', { name: 'Delete for good now', exact: true }).click();
	const deleted = page.getByText('Deleted for good', { exact: true });
	await deleted.or(refused).first().waitFor({ timeout: 10_000 });
	return (await deleted.isVisible()) ? 'deleted' : 'removed';
}

export async function below({ host, backend, golden, count, seed, log }) {
	const dice = random(seed + 17);
	const { address } = host;
	const { digests } = golden;
	const [first, second] = files.slice(0, 2).map(({ name }) => name);
	// Databases count once they are open.
	const free = copyProfile(golden.two);
	const other = await launch(free, backend);
	await reopen(other.page, address);
	const stored = await used(other.page);
	await other.close();
	rmSync(free, { recursive: true });
	const sums = {
		starts: 0,
		shown: 0,
		told: 0,
		notFelt: 0,
		whole: 0,
		again: 0,
		nothing: 0,
		removed: 0,
		deleted: 0
	};
	for (; sums.starts < count; sums.starts++) {
		const profile = copyProfile(golden.two);
		let browser = await launch(profile, backend);
		const { page } = browser;
		await quietPage(page, address);
		// Every other time one file less would do.
		const allowed = Math.floor(stored * (sums.starts % 2 === 0 ? dice() : 0.8 + 0.2 * dice()));
		await limit(await page.context().newCDPSession(page), address, allowed);
		let ended = 'not opened';
		const bad = [];
		try {
			await page.goto(`${address}/import/`);
			await page.getByRole('button', { name: `Remove ${second}`, exact: true }).waitFor({ timeout: 30_000 });
			sums.shown++;
			// SQLite's databases are not always counted yet: then there is room.
			const told = page.getByText(NO_ROOM).first();
			await told.waitFor({ timeout: 20_000 }).catch(() => undefined);
			sums[(await told.isVisible()) ? 'told' : 'notFelt']++;
			bad.push(...findings(judge(await readBoth(page), { must: [first, second], digests })));
			ended = await getOut(page, first);
		} catch (error) {
			const text = await page.locator('main').innerText({ timeout: 5_000 }).catch(String);
			bad.push(`${String(error).split('\n')[0]} ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
		}
		if (bad.length === 0) sums.whole++;
		if (ended in sums) sums[ended]++;
		await browser.close();

		browser = await launch(profile, backend);
		const alerts = await reopen(browser.page, address);
		const gone = ended === 'removed' || ended === 'deleted';
		const must = gone ? [second] : [first, second];
		const worse = findings(judge(await readBoth(browser.page), { must, digests }));
		if (worse.length === 0) sums.again++;
		await browser.close();
		rmSync(profile, { recursive: true });
		log(
			`${backend} below ${sums.starts + 1}/${count} ${allowed} of ${stored} bytes allowed: ${ended}${bad.length + worse.length > 0 ? ` NOT WHOLE ${bad.join('; ')} | ${worse.join('; ')}` : ''} ${alerts}`
		);
	}
	return sums;
}

// A Chromium of our own on a profile that outlives it, to be killed as a crash or a person's patience would.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';

/** IndexedDB's two back ends in Chromium: today's default, and the one it moves to. */
export const BACKENDS = { leveldb: [], sqlite: ['--enable-features=IdbSqliteBackingStore'] };

const executable = await findChromium();

async function until(condition, what, ms = 30_000) {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(15)) {
		const found = condition();
		if (found) return found;
	}
	throw new Error(`waited in vain for ${what}`);
}

const alive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** Processes that a browser on this profile has started. */
function processesOf(profile) {
	return readdirSync('/proc').filter((name) => {
		if (!/^\d+$/.test(name)) return false;
		try {
			return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile);
		} catch {
			return false;
		}
	});
}

/** Starts a browser on a profile. `kill`: of its whole process group, or of the browser process alone. */
export async function launch(profile, backend) {
	const port = join(profile, 'DevToolsActivePort');
	for (const name of ['DevToolsActivePort', 'SingletonLock', 'SingletonCookie', 'SingletonSocket'])
		rmSync(join(profile, name), { force: true });
	const flags = [...chromiumFlags, ...BACKENDS[backend], '--headless', '--remote-debugging-port=0'];
	const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
		detached: true,
		stdio: 'ignore'
	});
	await until(() => existsSync(port) && readFileSync(port, 'utf8').includes('/devtools'), 'the browser');
	const [number, path] = readFileSync(port, 'utf8').split('\n');
	const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`);
	const context = browser.contexts()[0];
	const gone = () =>
		until(() => !alive(child.pid) && processesOf(profile).length === 0, 'the end of the browser');
	return {
		context,
		page: context.pages()[0] ?? (await context.newPage()),
		async kill(mode) {
			process.kill(mode === 'group' ? -child.pid : child.pid, 'SIGKILL');
			browser.close().catch(() => undefined);
			await gone();
		},
		async close() {
			const session = await browser.newBrowserCDPSession();
			await session.send('Browser.close').catch(() => undefined);
			await gone();
		}
	};
}

// A Chromium of our own on a profile that outlives it, to be killed as a crash or a person's patience would.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';
import { PATIENCE_MS } from './patience.mjs';

/** IndexedDB's two back ends in Chromium: today's default, and the one it moves to. */
export const BACKENDS = { leveldb: [], sqlite: ['--enable-features=IdbSqliteBackingStore'] };

const executable = await findChromium();

/** Browsers that run: none outlives this process. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.on('exit', () => {
	for (const pid of running)
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			// It is gone.
		}
});

async function until(condition, what, ms = PATIENCE_MS) {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(30)) {
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
	// A window without the browser's own tabs and bars starts with half the work.
	const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, '--app=data:text/html,'], {
		detached: true,
		stdio: 'ignore'
	});
	running.add(child.pid);
	child.on('exit', () => running.delete(child.pid));
	await until(() => existsSync(port) && readFileSync(port, 'utf8').includes('/devtools'), 'the browser');
	const [number, path] = readFileSync(port, 'utf8').split('\n');
	const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`);
	const context = browser.contexts()[0];
	context.setDefaultTimeout(PATIENCE_MS);
	const gone = () =>
		until(() => !alive(child.pid) && processesOf(profile).length === 0, 'the end of the browser');
	return {
		pid: child.pid,
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

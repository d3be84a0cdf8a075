// Finds or gets a Chromium for the tests. Plain Node, no dependencies at load.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Flags that let Chromium run headless on closed networks and as root. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage'
];

const require = createRequire(import.meta.url);

function executable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function answers(path) {
	const run = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
	return run.status === 0 && /\d+\.\d+/.test(run.stdout);
}

function onPath() {
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
	if (process.platform === 'darwin')
		return [
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium',
			'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
		];
	if (process.platform === 'win32') {
		const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
		const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
		return roots.filter(Boolean).flatMap((root) => tails.map((tail) => join(root, tail)));
	}
	// Debian's wrapper script prints warnings; the binary behind it does not.
	return ['/usr/lib/chromium/chromium', '/usr/bin/chromium'];
}

function playwrightsOwn() {
	try {
		return [require('@playwright/test').chromium.executablePath()];
	} catch {
		return [];
	}
}

async function sparticuz() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return [];
	try {
		const { default: chromium } = await import('@sparticuz/chromium');
		return [await chromium.executablePath()];
	} catch {
		return [];
	}
}

function installs() {
	const cli = join(import.meta.dirname, '..', '..', 'node_modules', '@playwright', 'test', 'cli.js');
	const tries = [[process.execPath, [cli, 'install', 'chromium']]];
	if (process.platform === 'linux') {
		const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
		const apt = [...sudo, 'apt-get', 'install', '-y', 'chromium'];
		tries.push([apt[0], apt.slice(1)]);
	}
	return tries;
}

/**
 * The path of a Chromium that starts. Order: the environment (PLAYWRIGHT_CHROMIUM_EXECUTABLE, CHROME_PATH),
 * the usual places and PATH, Playwright's own download, the Chromium inside an npm package (Linux x64),
 * Playwright's installer, apt-get.
 */
export async function findChromium() {
	const named = [process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE, process.env.CHROME_PATH].filter(Boolean);
	for (const path of named) {
		if (executable(path) && answers(path)) return path;
		throw new Error(`The browser named in the environment does not start: ${path}`);
	}
	if (!process.env.DRAWDOWN_NO_SYSTEM_BROWSER)
		for (const path of [...usualPlaces(), ...onPath(), ...playwrightsOwn()])
			if (existsSync(path) && executable(path) && (process.platform === 'win32' || answers(path)))
				return path;
	for (const path of await sparticuz()) if (executable(path) && answers(path)) return path;
	for (const [command, args] of installs()) {
		console.log(`No browser found; trying: ${command} ${args.join(' ')}`);
		try {
			execFileSync(command, args, { stdio: 'inherit' });
		} catch {
			continue;
		}
		for (const path of [...usualPlaces(), ...playwrightsOwn()])
			if (executable(path) && answers(path)) return path;
	}
	throw new Error(
		'No Chromium was found and none could be installed. Install Chrome, Chromium or Edge, or set CHROME_PATH to one.'
	);
}

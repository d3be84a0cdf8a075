// What every command needs first: Node new enough, packages installed. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export function requireNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(
		`Drawdown needs Node 20.19 or newer; this is ${process.versions.node}. Install it from nodejs.org.`
	);
	process.exit(1);
}

/** Runs a command with its output shown; ends this process where it fails. */
export function run(command, args, options = {}) {
	const started = Date.now();
	const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
	if (result.error) console.error(String(result.error));
	if (result.status !== 0) {
		console.error(`Failed: ${options.title ?? [command, ...args].join(' ')}`);
		process.exit(result.status ?? 1);
	}
	return (Date.now() - started) / 1000;
}

/** The script of an installed package's command, run by this Node: no shell, so paths with spaces are safe. */
export function bin(name, packageName = name) {
	const folder = join(root, 'node_modules', ...packageName.split('/'));
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

function npmCli() {
	const fromNpm = process.env.npm_execpath;
	if (fromNpm && existsSync(fromNpm) && /npm-cli\.[cm]?js$/.test(fromNpm))
		return [process.execPath, [fromNpm], {}];
	const besideNode = join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js');
	if (existsSync(besideNode)) return [process.execPath, [besideNode], {}];
	return ['npm', [], { shell: process.platform === 'win32' }];
}

/** `npm ci`, unless what is installed is already what the lock file says. */
export function install() {
	const lock = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	const stamp = join(root, 'node_modules', '.drawdown-installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	console.log('Installing what is missing …');
	const [command, args, options] = npmCli();
	run(command, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		title: 'npm ci',
		...options
	});
	mkdirSync(join(root, 'node_modules'), { recursive: true });
	writeFileSync(stamp, lock);
}

export function build(env = {}) {
	return run(process.execPath, [bin('vite'), 'build', '--logLevel', 'warn'], {
		title: 'vite build',
		env: { ...process.env, ...env }
	});
}

// What every command needs first: Node new enough, packages installed. Plain Node, no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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

/**
 * Runs scripts by this Node side by side, at most one for each core, in this order. The output of each is shown whole
 * when it ends, so that none breaks into another's. The first that fails ends the others, and this process.
 */
export async function runBeside(scripts) {
	const started = Date.now();
	const waiting = [...scripts];
	const running = new Set();
	const next = async () => {
		for (let one = waiting.shift(); one; one = waiting.shift()) {
			const { title, script, args, env } = one;
			const from = Date.now();
			const child = spawn(process.execPath, [script, ...args], {
				cwd: root,
				env: { ...process.env, ...env },
				stdio: ['ignore', 'pipe', 'pipe']
			});
			running.add(child);
			const said = [];
			for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
			const code = await new Promise((resolve) => child.on('close', resolve));
			running.delete(child);
			console.log(`\n${title}, ${Math.round((Date.now() - from) / 1000)} s`);
			process.stdout.write(Buffer.concat(said));
			if (code === 0) continue;
			for (const other of running) other.kill();
			console.error(`Failed: ${title}`);
			process.exit(1);
		}
	};
	await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, next));
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

// npm start: installs what is missing, builds, serves build/ on this machine, opens the browser where a person asks.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './lib/serve.mjs';
import { build, install, requireNode, root } from './lib/setup.mjs';

const FIRST_PORT = 4173;

function options() {
	try {
		const { values } = parseArgs({
			options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } }
		});
		const port = values.port === undefined ? null : Number(values.port);
		if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65535))
			throw new Error(`--port takes a number from 0 to 65535, not “${values.port}”.`);
		return { port, open: !values['no-open'] };
	} catch (error) {
		console.error(`${error.message}\nUse: npm start -- [--port 4173] [--no-open]`);
		process.exit(2);
	}
}

async function listen(port) {
	if (port !== null) return serve(join(root, 'build'), port);
	for (let next = FIRST_PORT; ; next++)
		try {
			return await serve(join(root, 'build'), next);
		} catch (error) {
			if (error.code !== 'EADDRINUSE' || next >= FIRST_PORT + 50) throw error;
		}
}

function openBrowser(address) {
	const [command, ...args] =
		process.platform === 'darwin'
			? ['open', address]
			: process.platform === 'win32'
				? ['cmd', '/c', 'start', '', address]
				: ['xdg-open', address];
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
	const child = spawn(command, args, { stdio: 'ignore', detached: true });
	child.on('error', () => undefined);
	child.unref();
}

requireNode();
const { port, open } = options();
install();
console.log('Building …');
build();
let listening;
try {
	listening = await listen(port);
} catch (error) {
	console.error(
		error.code === 'EADDRINUSE'
			? `Port ${port} is taken. Choose another: npm start -- --port 4180`
			: String(error)
	);
	process.exit(1);
}
const address = `http://127.0.0.1:${listening.port}/`;
console.log(`Drawdown is at ${address}  (Ctrl+C ends it)`);
if (open && process.stdin.isTTY && process.stdout.isTTY) openBrowser(address);

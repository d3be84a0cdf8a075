import { createServer } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app';

/** A host of another origin on this machine that notes every connection. */
async function sink() {
	const connections: string[] = [];
	const server = createServer((socket) => {
		connections.push(`${socket.remotePort}`);
		socket.on('error', () => undefined);
		socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nok');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		connections,
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

test('three workers run on a host that sends no headers, and each refuses another origin', async ({
	page,
	context
}) => {
	const other = await sink();
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Try the sample data' })).toBeEnabled();
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeEnabled({ timeout: 30_000 });
	const workers = page.workers();
	expect(workers).toHaveLength(3);
	for (const worker of workers) {
		expect(worker.url()).toMatch(/^blob:/);
		const tried = await worker.evaluate(async (url) => {
			try {
				await fetch(url, { mode: 'no-cors' });
				return 'sent';
			} catch (error) {
				return (error as Error).name;
			}
		}, other.url);
		expect(tried).toBe('TypeError');
		const evaluated = await worker.evaluate(() => {
			try {
				return new Function('return 1')() as number;
			} catch (error) {
				return (error as Error).name;
			}
		});
		expect(['EvalError', 1]).toContain(evaluated);
	}
	expect(other.connections).toEqual([]);

	// The sink does hear a page that has no such policy: the test can fail.
	const free = await context.newPage();
	await free.goto('data:text/html,<title>free</title>');
	await free.evaluate((url) => fetch(url, { mode: 'no-cors' }), other.url);
	expect(other.connections.length).toBeGreaterThan(0);
	await other.close();
});

test('every prerendered page carries the policy, and no inline style', () => {
	const build = join(import.meta.dirname, '..', '..', 'build');
	const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	expect(pages.length).toBeGreaterThanOrEqual(4);
	for (const page of pages) {
		const html = readFileSync(join(build, page), 'utf8');
		const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
		expect(policy, page).toContain("default-src 'none'");
		expect(policy, page).toContain("require-trusted-types-for 'script'");
		expect(policy, page).not.toContain("'unsafe-inline'");
		expect(html.replace(/<svelte-announcer[\s\S]*?>/g, ''), page).not.toMatch(/<[^>]+ style="/);
	}
});

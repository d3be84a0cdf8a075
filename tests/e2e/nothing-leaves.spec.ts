import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from './support/app';

/** A host of another origin on this machine that counts every connection. */
async function listen() {
	let connections = 0;
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('ok');
	});
	server.on('connection', () => connections++);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		connections: () => connections,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		}
	};
}

test('three workers run on a host that sends no headers, and each refuses another origin', async ({
	page,
	context,
	baseURL
}) => {
	const other = await listen();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/');
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	// Only the product's own files were asked for on the way to the first answer.
	expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('blob:'))).toEqual([]);

	await expect.poll(() => page.workers().length).toBe(3);
	for (const worker of page.workers()) {
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
	}
	// So does one that a worker starts: the data worker has another seal what it reads.
	const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name)));
	const tried = await page.workers()[names.indexOf('query')]?.evaluate((url) => {
		const script = `fetch('${url}', { mode: 'no-cors' }).then(() => 'sent', ({ name }) => name).then(postMessage)`;
		const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
		const policy = trustedTypes?.createPolicy('drawdown-worker', { createScriptURL: (address) => address });
		const worker = new Worker(policy?.createScriptURL(blob) ?? blob);
		return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
	}, other.url);
	expect(tried).toBe('TypeError');
	expect(other.connections()).toBe(0);

	// The same words from a page without the policy are heard: the test can fail.
	const host = await listen();
	const free = await context.newPage();
	await free.goto(host.url);
	await free.evaluate((url) => fetch(url, { mode: 'no-cors' }), other.url);
	expect(other.connections()).toBeGreaterThan(0);
	await Promise.all([other.close(), host.close()]);
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

import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { headersFor } from '../support/headers';
import { expect, test } from './support/app';
import { startHost } from './support/host';
import { goTo } from './support/steps';

/** Another site that frames the app, as one that wants to lead clicks into it does. */
async function framer(app: string) {
	const server = createServer((_request, response) => {
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(`<!doctype html><iframe title="app" src="${app}" width="900" height="600"></iframe>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://localhost:${address.port}/`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

async function framed(page: Page): Promise<{ display: string; text: string; buttons: number }> {
	const frame = page.frames()[1];
	if (!frame) throw new Error('no frame');
	// The page has stopped its own loading: there is no end of it to wait for.
	await frame.waitForURL((url) => url.protocol !== 'about:', { waitUntil: 'commit' });
	await frame.waitForFunction(() => document.documentElement.style.display === 'none');
	return frame.evaluate(() => ({
		display: getComputedStyle(document.documentElement).display,
		text: document.body?.innerText ?? '',
		buttons: [...document.querySelectorAll('button, a, input')].filter(
			(element) => element.getClientRects().length > 0
		).length
	}));
}

for (const path of ['', 'import/', 'settings/'])
	test(`a page in another site's frame stays blank on a host without headers: /${path}`, async ({
		page,
		baseURL
	}) => {
		await using site = await framer(`${baseURL}/${path}`);
		await page.goto(site.url);
		expect(await framed(page)).toEqual({ display: 'none', text: '', buttons: 0 });
	});

test('the app works whole on a host that sends the headers, and its service worker is bound by them too', async ({
	page,
	context
}) => {
	await using host = await startHost({
		headers: (request, response) => {
			for (const [name, value] of Object.entries(headersFor(request.url ?? '/')))
				response.setHeader(name, value);
		}
	});
	const answer = await page.goto(host.url);
	expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	await expect(page.getByRole('figure').first()).toBeVisible();
	for (const screen of ['Plans', 'Import', 'Settings', 'Overview'] as const) await goTo(page, screen);
	for (const screen of ['plans/', 'mix/', 'import/', 'settings/']) {
		await page.goto(host.url + screen);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}

	await using other = await framer(host.url);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	const [worker] = context.serviceWorkers();
	const reach = (url: string) =>
		fetch(url, { mode: 'no-cors' }).then(
			() => 'sent',
			(error: Error) => error.name
		);
	expect(await worker?.evaluate(reach, other.url)).toBe('TypeError');
	expect(await worker?.evaluate(reach, `${host.url}icon.svg`)).toBe('sent');
});

test('a browser refuses to frame the app on a host that sends the headers', async ({ browser }) => {
	await using host = await startHost({
		headers: (request, response) => {
			for (const [name, value] of Object.entries(headersFor(request.url ?? '/')))
				response.setHeader(name, value);
		}
	});
	await using site = await framer(host.url);
	// A context of its own: that the browser complains on the console is what is wanted here.
	const context = await browser.newContext();
	const page = await context.newPage();
	const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
	await page.goto(site.url);
	await refused;
	expect(page.frames()[1]?.url()).not.toContain(host.url);
	await context.close();
});

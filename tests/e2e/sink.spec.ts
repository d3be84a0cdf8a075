import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags } from '../../scripts/lib/browser.mjs';
import { expect, test } from './support/app';
import { startHost } from './support/host';
import { inGroups, leaks, quoted } from './support/payloads';
import { chooseFiles, goTo, importButton, textFile } from './support/steps';

const DOMAIN = 'sink.example';

/** Takes every connection of one port and every packet of another, and answers none. */
async function openSink() {
	const heard: string[] = [];
	const tcp = createServer((socket) => {
		const k = heard.push('connection') - 1;
		socket.on('error', () => undefined);
		socket.once('data', (bytes) => {
			heard[k] =
				`tcp ${/host: *(\S+)/i.exec(bytes.toString('latin1'))?.[1] ?? bytes.toString('latin1').slice(0, 400)}`;
			socket.destroy();
		});
	});
	await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', () => resolve()));
	const address = tcp.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	const udp = createSocket('udp4', (bytes) => heard.push(`udp ${bytes.toString('hex')}`));
	udp.bind(0, '127.0.0.1');
	await once(udp, 'listening');
	return {
		port: address.port,
		/** for calls between peers: browsers ask such a server by UDP where they can be reached */
		stun: `stun:127.0.0.1:${udp.address().port}`,
		heard,
		async [Symbol.asyncDispose]() {
			await new Promise((resolve) => tcp.close(resolve));
			await new Promise<void>((resolve) => udp.close(resolve));
		}
	};
}

/**
 * A browser for which the planted names are the sink, and which finds no other: browsers ask hosts of their makers by
 * themselves. Whatever it did, and for which page, is in its log.
 */
async function openBrowser(port: number, log: string): Promise<Browser> {
	const executablePath = process.env['DRAWDOWN_CHROMIUM'];
	return chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: [
			...chromiumFlags,
			`--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
			`--log-net-log=${log}`,
			'--net-log-capture-mode=Everything',
			// The browser's own question about the fields of a form.
			'--disable-features=AutofillServerCommunication'
		]
	});
}

interface NetLog {
	readonly events: readonly { readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What a closed browser did, by its own log: planted names that it had to do with, and what pages asked of others. */
function logged(log: string, page: string): { planted: string[]; asked: string[]; own: number } {
	const text = readFileSync(log, 'utf8');
	const { origin } = new URL(page);
	const ofPages = (JSON.parse(text) as NetLog).events.flatMap(({ params }) => {
		const url = params?.['url'];
		const of = JSON.stringify([
			params?.['initiator'],
			params?.['network_isolation_key'],
			params?.['network_anonymization_key']
		]);
		return typeof url === 'string' && /^(http|ws)/.test(url) && of.includes('127.0.0.1') ? [url] : [];
	});
	return {
		planted: [...new Set(text.match(/[\w.-]*\bsink\.example\b/g) ?? [])].sort(),
		asked: [...new Set(ofPages.filter((url) => new URL(url).origin !== origin))],
		own: ofPages.filter((url) => new URL(url).origin === origin).length
	};
}

/** The whole tour, on files that are full of addresses. */
async function tour(page: Page, url: string, stun: string, stop: () => Promise<void>): Promise<void> {
	const addresses = [...leaks(DOMAIN), stun];
	await page.goto(url);
	await page.getByRole('button', { name: 'Try the sample data' }).click();
	await expect(page.getByRole('button', { name: 'Download report' })).toBeVisible();
	for (const screen of ['Plans', 'Settings', 'Import'] as const) await goTo(page, screen);

	const header = 'id,started_at,channel,class,agent,entity,duration_seconds,case_id,outcome';
	const rows = addresses.map((text, k) =>
		[text, `2026-11-0${1 + (k % 9)}T09:00:00Z`, 'voice', 'standard', text, text, '61', text, text]
			.map(quoted)
			.join(',')
	);
	await chooseFiles(page, textFile(`${addresses.join(' ')}.csv`, `${[header, ...rows].join('\n')}\n`));
	await importButton(page).click();
	await expect(page.getByRole('status').filter({ hasText: 'Imported' })).toBeVisible();

	const names = ['started_at', 'channel', 'duration_seconds', ...addresses].map(quoted).join(',');
	const values = ['2026-11-02T09:00:00Z', 'voice', '61', ...addresses.map(quoted)].join(',');
	await chooseFiles(page, textFile('headers.csv', `${names}\n${`${values}\n`.repeat(20)}`));
	await page.locator('main details > summary').first().click();
	await expect(page.locator('main select').first()).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).first().click();

	const bad = addresses.map((text) => `2026-11-02T09:00:00Z,voice,standard,A,${quoted(text)}`);
	const good = '2026-11-02T09:00:00Z,voice,standard,A,61';
	await chooseFiles(
		page,
		textFile('bad.csv', `started_at,channel,class,agent,duration_seconds\n${[good, ...bad].join('\n')}\n`)
	);
	await importButton(page).click();
	await expect(page.getByRole('button', { name: 'Import nothing' })).toBeVisible();
	await page.getByRole('button', { name: 'Import nothing' }).click();

	await goTo(page, 'Settings');
	const rates = { standard: 5, premium: 10 };
	const card = (texts: readonly string[]) => ({
		id: texts[0],
		name: texts.join(' '),
		source: texts[1] ?? '',
		effectiveFrom: '2026-01-01',
		rates: { chat: rates, voice: rates },
		voiceRounding: {},
		tiers: [{ includedCredits: 60_000, price: '1' }]
	});
	await page.getByLabel('Import settings').setInputFiles({
		name: `${addresses.slice(0, 9).join(' ')}.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(
			JSON.stringify({
				format: 'drawdown-settings',
				version: 1,
				rateCards: inGroups(addresses, 4).map(card),
				contract: { rateCardId: addresses[0], tier: 60_000, timeZone: 'UTC', currency: 'USD' },
				agents: addresses.map((agent) => ({ agent, entity: agent, tags: { [agent]: agent } }))
			})
		)
	});
	await page.getByRole('button', { name: 'Replace', exact: true }).click();
	await page.getByRole('tab', { name: 'Rate card' }).click();
	await expect(page.getByText(addresses[1] ?? '').first()).toBeAttached();

	await page.evaluate(() => localStorage.setItem('drawdown.language', 'fr-CA'));
	for (const path of ['', 'plans/', 'import/', 'settings/']) {
		await page.goto(url + path);
		await expect(page.getByRole('navigation', { name: 'Principale' })).toBeVisible();
	}
	await stop();
	for (const path of ['settings/', 'plans/', '']) {
		await page.goto(url + path);
		await expect(page.getByRole('navigation', { name: 'Principale' })).toBeVisible();
	}
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A request and the two kinds of connection that stay open, as far as a place has them. */
const reachOut = async (host: string) => {
	await fetch(`http://${host}/`, { mode: 'no-cors' }).catch(() => undefined);
	try {
		new WebSocket(`ws://${host}/`);
		new EventSource(`http://${host}/`);
	} catch {
		// not here
	}
};

/** A packet that asks a STUN server for one's own address (RFC 8489): its type, length, and fixed cookie. */
const STUN_REQUEST = /^udp 0001.{4}2112a442/;

/** Begins a call to nobody: the browser asks the server that is named for an address of its own. */
const callPeer = async (stun: string) => {
	const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
	peer.createDataChannel('');
	await peer.setLocalDescription(await peer.createOffer());
};

test('on a whole tour neither page, workers nor service worker reach another host', async () => {
	await using sink = await openSink();
	await using host = await startHost();
	const log = test.info().outputPath('net.json');
	const browser = await openBrowser(sink.port, log);
	const page = await browser.newPage({ locale: 'en-CA' });
	await tour(page, host.url, sink.stun, host.stop);

	// Even a script of ours gone wrong is held back, in each worker and in the page.
	await expect.poll(() => page.workers().length).toBeGreaterThan(0);
	for (const worker of page.workers()) await worker.evaluate(reachOut, `worker.${DOMAIN}`);
	await page.evaluate(reachOut, `page.${DOMAIN}`);
	await browser.close();
	const { planted, asked, own } = logged(log, host.url);
	expect(sink.heard).toEqual([]);
	expect(asked).toEqual([]);
	expect(own).toBeGreaterThan(0);
	// Only the rule that leads to the sink, among the browser's own arguments.
	expect(planted).toEqual([`.${DOMAIN}`]);
});

test('the sink hears what a page without the policy does: the tour can fail', async () => {
	await using sink = await openSink();
	await using host = await startHost();
	writeFileSync(join(host.folder, 'open.html'), `<!doctype html>${leaks(DOMAIN).join('')}`);
	const log = test.info().outputPath('net.json');
	const browser = await openBrowser(sink.port, log);
	const page = await browser.newPage();
	await page.goto(`${host.url}open.html`, { waitUntil: 'commit' });
	await expect.poll(() => sink.heard.length).toBeGreaterThan(3);
	writeFileSync(join(host.folder, 'call.html'), '<!doctype html>');
	const caller = await browser.newPage();
	await caller.goto(`${host.url}call.html`);
	await caller.evaluate(callPeer, sink.stun);
	await expect.poll(() => sink.heard.some((one) => STUN_REQUEST.test(one))).toBe(true);
	const heard = [...sink.heard];
	await browser.close();
	const { planted, asked } = logged(log, host.url);
	console.log(
		`without the policy: ${heard.length} times heard, ${asked.length} requests, ${planted.length} names`
	);
	expect(heard.some((one) => one.startsWith('tcp') && one.includes(DOMAIN))).toBe(true);
	expect(asked.length).toBeGreaterThan(3);
	expect(planted.length).toBeGreaterThan(10);
});

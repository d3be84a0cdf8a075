// node scripts/screenshots.mjs [folder]: every screen of the built app on the sample data, light, dark and phone.
// README shows two of them; the others are for looking at a change.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { root } from './lib/setup.mjs';

const folder = process.argv[2] ?? join(root, 'test-results', 'screens');
mkdirSync(folder, { recursive: true });
const { server, port } = await serve(join(root, 'build'), 0);
const address = `http://127.0.0.1:${port}`;
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });

const looks = [
	{ name: 'light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
	{ name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
	{ name: 'phone', viewport: { width: 360, height: 780 }, colorScheme: 'light' },
	{ name: 'phone-fr', viewport: { width: 360, height: 780 }, colorScheme: 'light', locale: 'fr-CA' }
];
for (const { name, ...look } of looks) {
	const context = await browser.newContext({ locale: 'en-CA', timezoneId: 'America/Toronto', ...look });
	const page = await context.newPage();
	// The sample ends today: a fixed day makes the same pictures again.
	await page.clock.setFixedTime(new Date('2026-11-16T19:05:00Z'));
	/** Old figures are dimmed until the new ones are there. */
	const settled = () => page.waitForFunction(() => !document.querySelector('main .dimmed'));
	const shot = (screen) => page.screenshot({ path: join(folder, `${screen}-${name}.png`), fullPage: true });
	await page.goto(address);
	const sample = page.getByRole('button', { name: /Try the sample data|Essayer/ });
	await sample.waitFor();
	await shot('welcome');
	await sample.click();
	await page.locator('figure svg').first().waitFor();
	await page.getByRole('button', { name: /Download report|rapport/ }).waitFor();
	await page.waitForLoadState('networkidle');
	await settled();
	await shot('overview');
	for (const route of ['plans', 'import', 'settings']) {
		await page.goto(`${address}/${route}/`);
		await page.locator('main h1').waitFor();
		await page.waitForLoadState('networkidle');
		await settled();
		await shot(route);
	}
	await page.getByRole('tab', { name: /^(Storage|Stockage)$/ }).click();
	await page.locator('#forget-title').waitFor();
	await shot('storage');
	await context.close();
}
await browser.close();
server.close();
console.log(folder);

// What the tests of faults do in the app, by the names a person sees.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from './patience.mjs';
import { newFolder } from './profile.mjs';

/** Rows of each file, a little over a month of them, so that each layer has two blocks. */
export const ROWS = 66_000;
const APART_MS = 45_000;
const HEADER =
	'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome\n';
const folder = newFolder();

/** A usage file of its own for each number: several agents, ids, in the order of time. */
export function usageFile(number, rows = ROWS) {
	const first = Date.UTC(2026, number % 10, 1, 5);
	let text = HEADER;
	for (let k = 0; k < rows; k++) {
		const start = new Date(first + k * APART_MS).toISOString();
		text += `f${number}-${k},${start},,voice,,Agent ${(k * 7) % 23},Line ${k % 11},,${20 + ((k * 31 + number) % 200)},c${k >> 2},handled\n`;
	}
	return saveFile(`usage-${number}.csv`, text);
}

/** A file whose ids no back end can pack: what is stored of it takes the room that it says. */
export function denseFile(number, rows, dice) {
	const first = Date.UTC(2026, number % 10, 1, 5);
	const letters = () =>
		Array.from({ length: 48 }, () => String.fromCharCode(97 + Math.floor(dice() * 26))).join('');
	let text = HEADER;
	for (let k = 0; k < rows; k++) {
		const start = new Date(first + k * APART_MS).toISOString();
		text += `${letters()},${start},,voice,,Agent ${k % 23},Line ${k % 11},,${20 + (k % 200)},,\n`;
	}
	return saveFile(`dense-${number}.csv`, text);
}

function saveFile(name, text) {
	const path = join(folder, name);
	writeFileSync(path, text);
	return { name, path };
}

/** Chooses a file by its path: the browser reads it itself, which Playwright's own way does not do over CDP. */
export async function choose(page, label, path) {
	await page.getByLabel(label).waitFor({ state: 'attached' });
	const input = await page.getByLabel(label).elementHandle();
	await input.evaluate((element) => (globalThis.faultInput = element));
	const session = await page.context().newCDPSession(page);
	const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.faultInput' });
	await session.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
	await session.detach();
}

/** Comes to the press on Import; `press` does it, and is fulfilled when the browser has taken it. */
export async function readyToImport(page, address, file) {
	const link = page.getByRole('link', { name: 'Import', exact: true }).first();
	if (page.url().includes('/settings/') && (await link.isVisible())) await link.click();
	else await page.goto(`${address}/import/`);
	await choose(page, 'Choose usage files', file.path);
	const button = page.getByRole('button', { name: 'Import', exact: true });
	await button.waitFor();
	await page.waitForFunction(() =>
		[...document.querySelectorAll('button')].some((b) => b.textContent.trim() === 'Import' && !b.disabled)
	);
	return () => button.click();
}

/** The word that says that a layer is on disk twice. */
export const saved = (page) => page.getByText('Saved', { exact: true }).waitFor({ timeout: PATIENCE_MS });

/** An import without a fault; how long it took from the press to the word, in ms. */
export async function importFile(page, address, file) {
	const press = await readyToImport(page, address, file);
	await press();
	const from = Date.now();
	await saved(page);
	return Date.now() - from;
}

export async function openStorage(page, address) {
	await page.goto(`${address}/settings/`);
	const tab = page.getByRole('tab', { name: 'Storage' });
	// The page is there before its scripts are: a press that comes earlier is heard by nobody.
	for (; (await tab.getAttribute('aria-selected')) !== 'true'; await sleep(100)) await tab.click();
}

/** Opens the app and waits until every byte of both copies was checked. The alerts that it shows. */
export async function reopen(page, address) {
	await openStorage(page, address);
	await page.getByText('In two copies on this device').waitFor({ timeout: PATIENCE_MS });
	return (await page.getByRole('alert').allInnerTexts()).join(' | ');
}

export async function removeFile(page, address, name) {
	await page.goto(`${address}/import/`);
	await page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();
	await page.getByText(`Removed ${name}`, { exact: true }).waitFor();
	// The second copy follows before the tab goes.
	await sleep(300);
}

export const pressBackUp = (page) => page.getByRole('button', { name: 'Back up', exact: true }).click();

/** Makes a backup on the Storage tab; the path of the file. */
export async function backUp(page) {
	await page.evaluate(() => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			if (!/script/.test(blob.type)) globalThis.faultBlob = blob;
			return make.call(URL, blob);
		};
	});
	await pressBackUp(page);
	await page.waitForFunction(() => globalThis.faultBlob, undefined, { timeout: PATIENCE_MS });
	const text = await page.evaluate(
		() =>
			new Promise((resolve) => {
				const reader = new FileReader();
				reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
				reader.readAsDataURL(globalThis.faultBlob);
			})
	);
	return saveFile('backup.drawdown-backup', Buffer.from(text, 'base64')).path;
}

export const chooseBackup = (page, path) => choose(page, 'Restore from a backup', path);

export const restored = (page) =>
	page.getByText(/^Restored (a workspace|“)/).waitFor({ timeout: PATIENCE_MS });

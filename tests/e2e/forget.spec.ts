import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadReport, exportSettings } from './support/report';
import { goTo, importPlainFile, textFile } from './support/steps';
import { canonical } from './support/usage';

const ADA = '+1 514 555 0199';
/** 60 calls of 90 s, 20 credits each; every third one is Ada's, who is also a case. */
const calls = (month: string) =>
	canonical(
		Array.from({ length: 60 }, (_, k) => {
			const day = String(1 + (k % 15)).padStart(2, '0');
			const [id, agent, caseId] = k % 3 === 0 ? [`${ADA}`, ADA, ADA] : [`i${k}`, 'Reception', 'c1'];
			return `${id},2026-${month}-${day}T15:${10 + (k % 40)}:00Z,,voice,standard,${agent},Main line,,90,${caseId},`;
		})
	);

/** True if a text stands anywhere in the databases or in the files of the second copy. */
const stands = (page: Page, text: string) =>
	page.evaluate(async (wanted) => {
		const needle = new TextEncoder().encode(wanted);
		const has = (bytes: Uint8Array) => {
			for (
				let at = bytes.indexOf(needle[0] as number);
				at >= 0;
				at = bytes.indexOf(needle[0] as number, at + 1)
			)
				if (needle.every((byte, k) => bytes[at + k] === byte)) return true;
			return false;
		};
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('request'));
			});
		for (const { name } of await indexedDB.databases()) {
			const db = await done(indexedDB.open(name as string));
			for (const store of db.objectStoreNames)
				for (const value of await done(db.transaction(store).objectStore(store).getAll()))
					if (
						has(
							value instanceof ArrayBuffer
								? new Uint8Array(value)
								: new TextEncoder().encode(JSON.stringify(value))
						)
					)
						return true;
			db.close();
		}
		const walk = async (folder: FileSystemDirectoryHandle): Promise<boolean> => {
			for await (const entry of folder.values())
				if (
					entry.kind === 'directory'
						? await walk(entry as FileSystemDirectoryHandle)
						: has(new Uint8Array(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer()))
				)
					return true;
			return false;
		};
		return walk(await navigator.storage.getDirectory());
	}, text);

test('a person is forgotten in every file and both copies, and no figure changes', async ({ page }) => {
	await page.goto('/import/');
	await importPlainFile(page, textFile(`calls of ${ADA}.csv`, calls('10')), '60');
	await importPlainFile(page, textFile('november.csv', calls('11')), '60');
	await expect(page.getByText('Saved', { exact: true }).last()).toBeVisible();
	await goTo(page, 'Overview');
	const before = await downloadReport(page);
	expect(JSON.stringify(before)).toContain(ADA);
	expect(await stands(page, ADA)).toBe(true);

	await goTo(page, 'Settings');
	await page.getByRole('tab', { name: 'Storage' }).click();
	const field = page.getByLabel('Name, number or id');
	await field.fill('+1 514');
	await page.getByRole('button', { name: 'Look for it' }).click();
	await expect(
		page.getByText('“calls of +1 514 555 0199.csv”: in its name, or in its daily sums')
	).toBeVisible();
	await field.fill(ADA);
	await page.getByRole('button', { name: 'Look for it' }).click();
	await expect(page.getByText('“november.csv”: 20 interactions')).toBeVisible();
	await page.getByRole('button', { name: 'Forget it' }).click();
	await page.getByRole('button', { name: 'Forget for good' }).click();
	await expect(page.getByText('Forgotten everywhere in this workspace')).toBeVisible();
	expect(await stands(page, ADA)).toBe(false);

	await page.reload();
	await goTo(page, 'Overview');
	const after = await downloadReport(page);
	const named = (report: unknown) =>
		(JSON.parse(JSON.stringify(report).replaceAll(ADA, 'forgotten-1')) as typeof after).usage;
	const byName = (usage: typeof after.usage) => ({
		...usage,
		agents: usage.agents.map((agent) => JSON.stringify(agent)).sort()
	});
	expect(byName(named(after))).toEqual(byName(named(before)));
	await goTo(page, 'Settings');
	expect(JSON.stringify(await exportSettings(page))).not.toContain(ADA);
});

/** Steps that several stories share, by the names that people who script the app rely on. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './app';

/** A file as a test makes it, or the path of one. */
export type Chosen = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export const textFile = (name: string, content: string | Buffer): Exclude<Chosen, string> => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(content)
});

export async function chooseFiles(page: Page, ...files: Chosen[]): Promise<void> {
	await page.getByLabel('Choose usage files').setInputFiles(files as Exclude<Chosen, string>[]);
}

export const importButton = (page: Page): Locator =>
	page.getByRole('button', { name: 'Import', exact: true });

/** Goes to another screen by the navigation, without a reload. */
export async function goTo(
	page: Page,
	screen:
		'Overview' | 'Forecast' | 'Plans' | 'Mix' | 'Scenarios' | 'Budgets' | 'Usage' | 'Import' | 'Settings'
): Promise<void> {
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
	await expect(page).toHaveTitle(/Drawdown$/);
}

/** Imports a file that needs no answer, from the Import screen or the welcome. */
export async function importPlainFile(page: Page, file: Chosen, interactions: string): Promise<void> {
	await chooseFiles(page, file);
	await importButton(page).click();
	await expect(page.getByRole('status')).toHaveText(`Imported ${interactions} interactions`);
}

/** The row of a table that begins with a plan's included credits. */
export const planRow = (page: Page, credits: string): Locator =>
	page.getByRole('row').filter({ has: page.getByRole('button', { name: `Show ${credits}`, exact: true }) });

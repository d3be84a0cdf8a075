import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from './app';

/** What the stories read of a report file; its whole shape is checked by the published schema. */
export interface Report {
	readonly asOf: string;
	readonly usage: {
		readonly interactions: number;
		readonly from: string;
		readonly to: string;
		readonly cycles: readonly {
			readonly start: string;
			readonly interactions: number;
			readonly billableMinutes: { readonly standard: number; readonly premium: number };
			readonly credits: { readonly total: number };
			readonly plans: readonly PlanLedger[];
		}[];
		readonly agents: readonly unknown[];
	};
	readonly forecast: {
		readonly monthEndCredits: { readonly p50: number } | null;
		readonly tiers:
			readonly { readonly includedCredits: number; readonly probabilityOfRunOut: number }[] | null;
	} | null;
}

export interface PlanLedger {
	readonly includedCredits: number;
	readonly overage: 'off' | 'on' | 'capped';
	readonly runOutAt: string | null;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly cost: { readonly total: string | null };
}

const schemas = join(import.meta.dirname, '..', '..', '..', 'docs', 'schema');
const schema = (name: string): object =>
	JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addSchema(schema('drawdown-settings-1'));
const isReport = ajv.compile(schema('drawdown-report-1'));
const isSettings = ajv.getSchema('drawdown-settings-1.schema.json');

async function saved(download: Download): Promise<string> {
	return readFileSync(await download.path(), 'utf8');
}

/** Presses a button that saves a file, and reads the file. */
export async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button, exact: true }).click()
	]);
	return { name: file.suggestedFilename(), text: await saved(file) };
}

/** The report of the workspace on screen, valid by its schema. */
export async function downloadReport(page: Page): Promise<Report> {
	const { name, text } = await download(page, 'Download report');
	expect(name).toMatch(/\.drawdown-report\.json$/);
	const report: unknown = JSON.parse(text);
	isReport(report);
	expect(isReport.errors ?? []).toEqual([]);
	return report as Report;
}

/** The settings file of the workspace on screen, valid by its schema. */
export async function exportSettings<T>(page: Page): Promise<T> {
	const { name, text } = await download(page, 'Export settings');
	expect(name).toMatch(/\.drawdown-settings\.json$/);
	const settings: unknown = JSON.parse(text);
	isSettings?.(settings);
	expect(isSettings?.errors ?? []).toEqual([]);
	return settings as T;
}

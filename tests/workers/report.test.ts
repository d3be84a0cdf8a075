import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleCsv } from '$lib/workers/jobs/sample';
import { forecast } from '$lib/workers/jobs/forecast';
import { cycleView } from '$lib/workers/query/cycle';
import { forecastInput } from '$lib/workers/query/history';
import { readingsInput, readingsReport, readingsView } from '$lib/workers/query/readings';
import { report } from '$lib/workers/query/report';
import { parseSettings, writeSettings } from '$lib/workers/settings/file';
import { readZone } from '$lib/workers/zone';
import { importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const schemas = join(import.meta.dirname, '..', '..', 'docs', 'schema');
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema('drawdown-settings-1.schema.json'));
const isReport = ajv.compile(schema('drawdown-report-1.schema.json'));
const isSettings = ajv.getSchema('drawdown-settings-1.schema.json');

const zone = readZone('America/Toronto', Date.UTC(2025, 0, 1), Date.UTC(2027, 0, 1));
const csv = sampleCsv('2026-11-16', 7, zone);
const settings = settingsWith({ tier: 60_000, overage: 'capped', overageCapCredits: 5_000 });

interface Ledger {
	readonly includedCredits: number;
	readonly includedUsed: number;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly excessUnbilled: number;
	readonly expiredCredits: number;
	readonly overage: string;
	readonly runOutAt: string | null;
}
interface Report {
	readonly usage: {
		readonly interactions: number;
		readonly cycles: readonly {
			readonly complete: boolean;
			readonly interactions: number;
			readonly credits: { readonly total: number };
			readonly inForce: Ledger;
			readonly plans: readonly Ledger[];
		}[];
		readonly agents: readonly {
			readonly agent: string;
			readonly sinceActivation: { readonly interactions: number };
		}[];
	};
	readonly forecast: {
		readonly refused: string | null;
		readonly tiers: readonly { readonly includedCredits: number; readonly probabilityOfRunOut: number }[];
	};
}

describe('the report of thirteen months of sample usage', () => {
	let made: Report;
	let usage: NonNullable<Awaited<ReturnType<typeof loadUsage>>>;
	beforeAll(async () => {
		const store = await newStore();
		await importFile(store, settings, new File([csv], 'usage.csv'));
		const loaded = await loadUsage(store, settings);
		if (!loaded) throw new Error('no usage');
		usage = loaded;
		const view = forecast(await forecastInput(usage, 1, 500));
		made = JSON.parse(JSON.stringify(await report(store.db, usage, view))) as Report;
	});

	test('is valid by the published schema', () => {
		isReport(made);
		expect(isReport.errors).toBeNull();
	});

	test('adds up: each ledger to its demand and to its grant, agents and cycles to all interactions', () => {
		for (const { credits, inForce, plans } of made.usage.cycles) {
			for (const plan of [inForce, ...plans]) {
				const drawn = plan.includedUsed + plan.overageCredits + plan.unservedCredits + plan.excessUnbilled;
				expect(drawn).toBeCloseTo(credits.total, 3);
				expect(plan.includedUsed + plan.expiredCredits).toBeCloseTo(plan.includedCredits, 3);
			}
		}
		const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
		expect(sum(made.usage.cycles.map(({ interactions }) => interactions))).toBe(made.usage.interactions);
		expect(sum(made.usage.agents.map(({ sinceActivation }) => sinceActivation.interactions))).toBe(
			made.usage.interactions
		);
	});

	test('holds the sample that was promised: twelve agents or more, three of six tiers gone in four cycles or more', () => {
		expect(new Set(made.usage.agents.map(({ agent }) => agent)).size).toBeGreaterThanOrEqual(12);
		const gone = made.usage.cycles.map(
			({ plans }) => plans.filter(({ overage, runOutAt }) => overage === 'off' && runOutAt !== null).length
		);
		expect(gone.filter((tiers) => tiers >= 3).length).toBeGreaterThanOrEqual(4);
	});

	test('lists the tiers of the card in the forecast, not the levels of the cap', () => {
		expect(made.forecast.tiers.map(({ includedCredits }) => includedCredits)).toEqual([
			20_000, 40_000, 60_000, 100_000, 150_000, 200_000
		]);
	});

	test('gives larger tiers smaller chances of running out', () => {
		const chances = made.forecast.tiers.map(({ probabilityOfRunOut }) => probabilityOfRunOut);
		expect(made.forecast.refused).toBeNull();
		expect(chances).toEqual(chances.toSorted((a, b) => b - a));
	});

	test('shows what the screen shows', async () => {
		const screen = await cycleView(usage, null, true);
		const last = made.usage.cycles.at(-1);
		expect(screen.used).toBe(last?.credits.total);
		expect(screen.plans.map(({ includedUsed }) => includedUsed)).toEqual(
			last?.plans.map(({ includedUsed }) => includedUsed)
		);
	});
});

test('the same date and seed make the same sample bytes, another seed makes others', () => {
	expect(sampleCsv('2026-11-16', 7, zone)).toBe(csv);
	expect(sampleCsv('2026-11-16', 8, zone)).not.toBe(csv);
});

test('meter readings alone give a pace, a view and a valid report', () => {
	const at = (day: number) => Date.UTC(2026, 10, day, 17);
	const known = {
		...settings,
		readings: [
			{ at: at(3), creditsUsed: 6_000 },
			{ at: at(9), creditsUsed: 21_000 }
		]
	};
	const input = readingsInput(known, 1, 100);
	if (!input) throw new Error('no input');
	const view = forecast(input);
	expect(view.refused?.code).toBe('tooFewDays');
	expect(view.pace.monthEndCredits).toBeGreaterThan(60_000);
	expect(readingsView(known, null, false)).toMatchObject({ used: 21_000, complete: false });
	isReport(JSON.parse(JSON.stringify(readingsReport(known, view))));
	expect(isReport.errors).toBeNull();
});

test('two readings far apart in a long cycle give a pace and no chance', () => {
	const at = (day: number) => Date.UTC(2026, 10, day, 17);
	const readings = [
		{ at: at(6), creditsUsed: 11_000 },
		{ at: at(26), creditsUsed: 48_000 }
	];
	const input = readingsInput({ ...settings, readings }, 1, 100);
	expect(input && forecast(input).refused?.code).toBe('tooFewDays');
});

test('many meter readings give chances', () => {
	const readings = [];
	for (let day = 2; day <= 28; day++)
		readings.push({ at: Date.UTC(2026, 9, day, 16), creditsUsed: day * 2_000 });
	for (let day = 2; day <= 9; day++)
		readings.push({ at: Date.UTC(2026, 10, day, 17), creditsUsed: day * 2_100 });
	const input = readingsInput({ ...settings, readings }, 1, 200);
	expect(input && forecast(input).tiers?.[0]?.probabilityOfRunOut).toBe(1);
});

test('a settings file is valid by the published schema and reads back to the same settings', () => {
	const text = writeSettings(settings);
	expect(isSettings?.(JSON.parse(text))).toBe(true);
	const { contract, rateCards } = parseSettings(text);
	expect({ contract, rateCards }).toEqual({ contract: settings.contract, rateCards: settings.rateCards });
});

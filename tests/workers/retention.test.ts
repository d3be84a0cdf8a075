import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readyLayers, stagingLayers, type Store } from '$lib/db';
import { DAY_MS, HOUR_MS } from '$lib/engine/time';
import type { Settings } from '$lib/workers/api';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { planRetention, retain } from '$lib/workers/jobs/retention';
import { cycleView } from '$lib/workers/query/cycle';
import { forecastInput } from '$lib/workers/query/history';
import { report } from '$lib/workers/query/report';
import { entryFor } from '../support/rows';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const schemas = join(import.meta.dirname, '..', '..', 'docs', 'schema');
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(schema('drawdown-settings-1.schema.json'));
const isReport = ajv.compile(schema('drawdown-report-1.schema.json'));

/** 1 January 2026 in Toronto. */
const JANUARY = Date.UTC(2026, 0, 1, 5);

interface Row {
	readonly at: number;
	readonly voice: boolean;
	readonly amount: number;
	readonly kind: '' | 'standard' | 'premium';
	readonly agent: string;
	readonly entity: string;
	readonly case?: string;
}

const line = ({ at, voice, amount, kind, agent, entity, case: caseId = '' }: Row): string =>
	[
		'',
		new Date(at).toISOString(),
		'',
		voice ? 'voice' : 'chat',
		kind,
		agent,
		entity,
		voice ? '' : amount % 40,
		voice ? amount : '',
		caseId,
		''
	].join(',');

/** January to April 2026; the last row is in April, so that April is the cycle of the as-of. */
const someRows = fc
	.array(
		fc.record({
			at: fc.integer({ min: JANUARY, max: JANUARY + 119 * DAY_MS }),
			voice: fc.boolean(),
			amount: fc.nat(900),
			kind: fc.constantFrom('' as const, 'standard' as const, 'premium' as const),
			agent: fc.constantFrom('', 'Ava', 'Bo'),
			entity: fc.constantFrom('', 'Sales'),
			case: fc.constantFrom('', 'a', 'b')
		}),
		{ minLength: 1, maxLength: 40 }
	)
	.map((rows): Row[] => [
		...rows,
		{ at: JANUARY + 119 * DAY_MS, voice: true, amount: 61, kind: '', agent: 'Ava', entity: '' }
	]);

interface Ledger {
	readonly runOutAt: string | null;
	readonly runOutPrecision?: 'day';
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly excessUnbilled: number;
	readonly stops: readonly unknown[];
	readonly [rest: string]: unknown;
}
interface Report {
	readonly usage: {
		readonly interactions: number;
		readonly cycles: readonly {
			readonly start: string;
			readonly inForce: Ledger;
			readonly plans: readonly Ledger[];
		}[];
		readonly agents: readonly {
			readonly activatedAt: string;
			readonly sinceActivation: { readonly cases: number; readonly interactions: number };
			readonly [rest: string]: unknown;
		}[];
		readonly [rest: string]: unknown;
	};
	readonly asOf: string;
}

async function reportOf(store: Store, settings: Settings): Promise<Report> {
	const usage = sure(await loadUsage(store, settings));
	const made = JSON.parse(JSON.stringify(await report(store.db, usage, null)));
	expect(isReport(made), JSON.stringify(isReport.errors)).toBe(true);
	return made as Report;
}

const keep = (store: Store, settings: Settings, months: number) =>
	asWriter(store, (term) => retain(store, term, settings, months, NOBODY));

/** A ledger without what is known to the day only; what `finish` leaves is not told apart from what is unserved. */
function exactPart({ runOutAt, runOutPrecision: _, stops: __, unservedInteractions: ___, ...rest }: Ledger) {
	const { unservedCredits, excessUnbilled, ...exact } = rest;
	// Shown credits are rounded one by one.
	return {
		...exact,
		ranOut: runOutAt !== null,
		lost: Math.round((unservedCredits + excessUnbilled) * 1_000)
	};
}

const exactCycles = ({ usage }: Report) =>
	usage.cycles.map(({ inForce, plans, ...figures }) => ({
		...figures,
		inForce: exactPart(inForce),
		plans: plans.map(exactPart)
	}));

const exactAgents = ({ usage }: Report) =>
	usage.agents.map(({ activatedAt: _, sinceActivation, ...row }) => ({
		...row,
		sinceActivation: { ...sinceActivation, cases: 0 }
	}));

/** Tiers so small that limits fall among a few dozen interactions; a version with other rates in mid-February. */
function settingsOf(contract: Partial<Settings['contract']> = {}): Settings {
	const settings = settingsWith({
		tier: 50,
		overage: 'capped',
		overageCapCredits: 30,
		includedAgents: 1,
		extraAgentPrice: '29',
		...contract
	});
	const card = {
		...sure(settings.rateCards[0]),
		overagePricePerCredit: '0.015',
		tiers: [50, 200, 900].map((includedCredits) => ({ includedCredits, price: String(includedCredits / 10) }))
	};
	const later = {
		...card,
		effectiveFrom: '2026-02-14',
		rates: { chat: { standard: 1.125, premium: 7 }, voice: { standard: 3.5, premium: 40.001 } },
		voiceRounding: { ...card.voiceRounding, shortCallSeconds: 15 }
	};
	return {
		...settings,
		rateCards: [card, later],
		agents: [
			entryFor('Ava', { class: 'premium', activatedAt: '2026-01-15' }),
			entryFor('Bo', { entity: 'Sales', licence: 'unlimited', pricePerCycle: '10' })
		]
	};
}

describe('history whose rows have become sums by day', () => {
	it('has the same figures in every cycle, and the same agents, apart from what is known to the day', async () => {
		const contracts = fc.record({
			atExhaustion: fc.constantFrom('cut' as const, 'finish' as const),
			timeZone: fc.constantFrom('America/Toronto', 'Asia/Kathmandu'),
			cycleAnchorDay: fc.constantFrom(1, 12)
		});
		await fc.assert(
			fc.asyncProperty(
				someRows,
				contracts,
				fc.integer({ min: 1, max: 3 }),
				fc.nat(2),
				async (rows, contract, months, files) => {
					const store = await newStore();
					const settings = settingsOf(contract);
					for (let file = 0; file <= files; file++) {
						const own = rows.filter((_, k) => k % (files + 1) === file);
						if (own.length > 0)
							await importFile(store, settings, canonicalFile(own.map(line), `${file}.csv`));
					}
					const before = await reportOf(store, settings);
					const plan = sure(await planRetention(store, settings, months));
					await keep(store, settings, months);
					const after = await reportOf(store, settings);

					expect(exactCycles(after)).toEqual(exactCycles(before));
					expect(exactAgents(after)).toEqual(exactAgents(before));
					expect({ ...after.usage, cycles: 0, agents: 0, censored: 0 }).toEqual({
						...before.usage,
						cycles: 0,
						agents: 0,
						censored: 0
					});
					expect(after.asOf).toBe(before.asOf);
					// From the cut on nothing has changed at all.
					const kept = (found: Report) =>
						found.usage.cycles.filter(({ start }) => Date.parse(start) >= plan.cut);
					expect(kept(after)).toEqual(kept(before));
					for (const { start, plans } of after.usage.cycles)
						for (const { runOutAt, runOutPrecision } of plans)
							expect(runOutPrecision).toBe(
								runOutAt !== null && Date.parse(start) < plan.cut ? 'day' : undefined
							);
					store.db.close();
				}
			),
			{ numRuns: 30 }
		);
	}, 120_000);
});

/** Two calls a day at 9:00 and 15:00 in Toronto, from 1 January to 29 April 2026, 20 credits each. */
const daily = Array.from({ length: 119 }, (_, day) => [14, 20].map((hour) => ({ day, hour }))).flat();
const dailyFile = (name = 'daily.csv') =>
	canonicalFile(
		daily.map(({ day, hour }, k) =>
			line({
				at: Date.UTC(2026, 0, 1, hour) + day * DAY_MS,
				voice: true,
				amount: 61,
				kind: '',
				agent: 'Ava',
				entity: '',
				case: `case ${k % 50}`
			})
		),
		name
	);
const plain = settingsWith({ tier: 20_000 });

async function withDaily(settings = plain): Promise<Store> {
	const store = await newStore();
	await importFile(store, settings, dailyFile());
	return store;
}

describe('retention', () => {
	it('says beforehand what would become sums: whole billing cycles', async () => {
		const store = await withDaily();
		const plan = sure(await planRetention(store, plain, 2));
		expect(plan).toMatchObject({
			cut: Date.UTC(2026, 1, 1, 5),
			files: 1,
			interactions: 62,
			first: Date.UTC(2026, 0, 1, 14)
		});
		// Two calls a day that are alike take less than a day's sums.
		expect(plan.bytes).toBe(0);
		expect(await planRetention(store, plain, 3)).toMatchObject({ files: 0, interactions: 0, first: null });
		expect(await planRetention(await newStore(), plain, 2)).toBeNull();
	});

	it('says beforehand how much room becomes free, beside the sums that come', async () => {
		const store = await newStore();
		const many = Array.from({ length: 90 * 40 }, (_, k) =>
			line({
				at: JANUARY + 0.6 * k * HOUR_MS + ((k * 7_919) % 60_000),
				voice: true,
				amount: 1 + ((k * 31) % 900),
				kind: '',
				agent: 'Ava',
				entity: '',
				case: `case ${(k * 7_919) % 3_600}`
			})
		);
		await importFile(store, plain, canonicalFile(many));
		const stored = async () => {
			const all = await Promise.all(
				(['num', 'text', 'live', 'dictionaries'] as const).map((name) => store.db.getAll(name))
			);
			return all.flat().reduce((sum, bytes) => sum + bytes.byteLength, 0);
		};
		const { bytes } = sure(await planRetention(store, plain, 1));
		const before = await stored();
		await keep(store, plain, 1);
		const freed = before - (await stored());
		expect(bytes).toBeGreaterThan(1_000);
		// Told from the first block's mean row: headers of records, and names that come twice, make the rest.
		expect(Math.abs(bytes - freed)).toBeLessThan(1_500);
	});

	it('puts a layer of rows and one of sums in the place of a file, in one commit, with its days covered', async () => {
		const store = await withDaily();
		const before = sure((await readyLayers(store.db))[0]);
		expect(await keep(store, plain, 1)).toBe(2);
		const [a, b] = await readyLayers(store.db);
		const [sums, rows] = sure(a).summary ? [sure(a), sure(b)] : [sure(b), sure(a)];
		const cut = Date.UTC(2026, 2, 1, 5);
		expect(sums).toMatchObject({
			name: 'daily.csv',
			digest: before.digest,
			rows: 118,
			blocks: [],
			coverage: { from: JANUARY, to: cut },
			summary: { shortCallSeconds: 0, initialSeconds: 60, incrementSeconds: 60, timeZone: 'America/Toronto' }
		});
		expect(rows).toMatchObject({
			name: 'daily.csv',
			digest: before.digest,
			rows: 120,
			first: Date.UTC(2026, 2, 1, 14),
			last: before.last,
			coverage: { from: cut, to: before.last },
			summary: null
		});
		expect(await store.db.count('num')).toBe(1);
		expect(await stagingLayers(store.db)).toEqual([]);
	});

	it('makes nothing but sums of a file that is old as a whole, and keeps the as-of', async () => {
		const store = await withDaily();
		await importFile(
			store,
			plain,
			canonicalFile([
				line({ at: Date.UTC(2026, 7, 1, 20), voice: true, amount: 61, kind: '', agent: '', entity: '' })
			])
		);
		await keep(store, plain, 1);
		const layers = await readyLayers(store.db);
		expect(layers.map(({ name, rows, summary }) => [name, rows, summary !== null])).toEqual([
			['daily.csv', 238, true],
			['usage.csv', 1, false]
		]);
		expect(await store.db.count('num')).toBe(1);
		expect(sure(await loadUsage(store, plain)).asOf).toBe(Date.UTC(2026, 7, 1, 20));
	});

	it('goes on with the sums of a file when more of it grows old, as if it had done so at once', async () => {
		const [twice, once] = [await withDaily(), await withDaily()];
		await keep(twice, plain, 2);
		await keep(twice, plain, 1);
		await keep(once, plain, 1);
		expect(await keep(once, plain, 1)).toBeNull();
		const [a, b] = [await reportOf(twice, plain), await reportOf(once, plain)];
		expect(a).toEqual(b);
		expect(await readyLayers(twice.db)).toHaveLength(2);
	});

	it('still knows the file: importing it again counts nothing twice', async () => {
		const store = await withDaily();
		await keep(store, plain, 1);
		const { already } = await importFile(store, plain, dailyFile('again.csv'));
		expect(already).toBe(true);
		expect(sure(await loadUsage(store, plain)).interactions).toBe(238);
	});

	it('knows a run-out among sums to the day, counts that day whole, and shows it so', async () => {
		const store = await withDaily();
		// 40 credits a day: 100 end on the third day, in its first call.
		const settings = settingsWith(
			{ tier: 100 },
			{
				rateCards: plain.rateCards.map((card) => ({
					...card,
					tiers: [{ includedCredits: 100, price: null }]
				}))
			}
		);
		await keep(store, settings, 1);
		const usage = sure(await loadUsage(store, settings));
		const view = await cycleView(usage, JANUARY, false);
		expect(view.inForce).toMatchObject({
			runOutAt: JANUARY + 2 * DAY_MS,
			runOutPrecision: 'day',
			includedUsed: 100,
			unservedCredits: 31 * 40 - 100,
			unservedInteractions: 29 * 2
		});
		expect(view.byDayUntil).toBe(Date.UTC(2026, 1, 1, 5));
		expect(view.line.at[1]).toBe(JANUARY + DAY_MS);
		expect(view.used).toBe(31 * 40);
		expect((await cycleView(usage, null, false)).byDayUntil).toBeNull();
	});

	it('gives a meter reading inside a summed day nothing to stand beside', async () => {
		const store = await withDaily();
		const readings = [12 * HOUR_MS, DAY_MS].map((ms) => ({ at: JANUARY + ms, creditsUsed: 30 }));
		const settings = settingsWith({ tier: 20_000 }, { readings });
		await keep(store, settings, 1);
		const view = await cycleView(sure(await loadUsage(store, settings)), JANUARY, false);
		expect(view.readings.map(({ byRows }) => byRows)).toEqual([null, 40]);
	});

	it('counts each interaction that has lost its case as a case of its own', async () => {
		const store = await withDaily();
		const cases = async () => (await reportOf(store, plain)).usage.agents[0]?.sinceActivation.cases;
		expect(await cases()).toBe(50);
		await keep(store, plain, 1);
		expect(await cases()).toBe(118 + 50);
	});

	it('leaves the forecast its days, and lets it learn the hours from rows only', async () => {
		const store = await withDaily();
		const before = sure(await forecastInput(sure(await loadUsage(store, plain)), 1, 10));
		await keep(store, plain, 1);
		const after = sure(await forecastInput(sure(await loadUsage(store, plain)), 1, 10));
		expect(after.series).toEqual(before.series);
		expect(after.creditsPerInteraction).toBe(before.creditsPerInteraction);
		const midnights = Array.from({ length: 7 }, (_, day) => sure(after.hourOfWeek)[24 * day]);
		expect(midnights).toEqual([0, 0, 0, 0, 0, 0, 0]);
	});

	it('splits sums where the card begins to round otherwise', async () => {
		const card = sure(plain.rateCards[0]);
		const later = {
			...card,
			effectiveFrom: '2026-01-20',
			voiceRounding: { ...card.voiceRounding, shortCallSeconds: 15 }
		};
		const settings = { ...plain, rateCards: [card, later] };
		const store = await withDaily(settings);
		await keep(store, settings, 1);
		const change = Date.UTC(2026, 0, 20, 5);
		const sums = (await readyLayers(store.db)).filter(({ summary }) => summary !== null);
		expect(
			sums
				.map(({ coverage, summary }) => [
					sure(coverage).from,
					sure(coverage).to,
					sure(summary).shortCallSeconds
				])
				.sort()
		).toEqual([
			[JANUARY, change, 0],
			[change, Date.UTC(2026, 2, 1, 5), 15]
		]);
		expect(sure(await loadUsage(store, settings)).interactions).toBe(238);
	});

	it('sums the length that is rated', async () => {
		const store = await newStore();
		const file = new File(
			[
				'started_at,channel,duration_seconds,talk\n2026-01-05T15:00:00Z,voice,10,600\n2026-03-05T15:00:00Z,voice,10,60\n'
			],
			'two.csv'
		);
		const further = [{ column: 3, name: 'talk', form: 'seconds' as const }];
		const { layer } = await importFile(store, plain, file, { further });
		const { seal } = await import('$lib/db/sealed');
		await store.db.put('layers', seal({ ...layer, ratedDuration: 1 }));
		await keep(store, plain, 1);
		expect((await cycleView(sure(await loadUsage(store, plain)), JANUARY, false)).used).toBe(100);
		expect((await readyLayers(store.db)).find(({ summary }) => summary !== null)?.durations).toEqual([
			'talk'
		]);
	});

	it('cuts a block in two where the cut falls into it', async () => {
		const store = await newStore();
		const { staged } = await stage(store, plain, dailyFile(), {}, { blockRows: 500 });
		const { commitStaged } = await import('$lib/workers/jobs/import');
		await commitStaged(store, staged);
		const before = await reportOf(store, plain);
		await keep(store, plain, 2);
		const rows = sure((await readyLayers(store.db)).find(({ summary }) => summary === null));
		expect(rows.blocks.map((block) => block.rows)).toEqual([56, 120]);
		expect(exactCycles(await reportOf(store, plain))).toEqual(exactCycles(before));
	});
});

describe('sums by day', () => {
	const cause = (promise: Promise<unknown>) =>
		promise.then(
			() => null,
			(error: unknown) => error
		);
	const rounding = (change: object): Settings => ({
		...plain,
		rateCards: plain.rateCards.map((card) => ({
			...card,
			voiceRounding: { ...card.voiceRounding, ...change }
		}))
	});

	it('are not made where calls are rounded up one by one, nor where a trial falls into them', async () => {
		const store = await withDaily();
		const whole = rounding({ wholeCreditsPerCall: true });
		expect(await cause(keep(store, whole, 1))).toMatchObject({
			code: 'retentionRefused',
			params: { reason: 'wholeCredits' }
		});
		const trial = { ...plain, agents: [entryFor('Ava', { licence: 'trial' })] };
		expect(await cause(planRetention(store, trial, 1))).toMatchObject({
			code: 'retentionRefused',
			params: { reason: 'trial' }
		});
		expect(await readyLayers(store.db)).toMatchObject([{ rows: 238, summary: null }]);
		expect(await stagingLayers(store.db)).toEqual([]);
	});

	it('are not mixed with another rounding, zone or trial, and count again when the settings are changed back', async () => {
		const store = await withDaily();
		await keep(store, plain, 1);
		const refused = async (settings: Settings) => cause(loadUsage(store, settings));
		expect(await refused(rounding({ initialSeconds: 1, incrementSeconds: 1 }))).toMatchObject({
			code: 'summaryRounding',
			params: { reason: 'rounding', file: 'daily.csv', initialSeconds: 60, incrementSeconds: 60 }
		});
		expect(await refused(rounding({ wholeCreditsPerCall: true }))).toMatchObject({
			params: { reason: 'wholeCredits' }
		});
		expect(await refused(settingsWith({ tier: 20_000, timeZone: 'UTC' }))).toMatchObject({
			params: { reason: 'zone', timeZone: 'America/Toronto' }
		});
		expect(await refused({ ...plain, agents: [entryFor('Ava', { licence: 'trial' })] })).toMatchObject({
			params: { reason: 'trial' }
		});
		expect(sure(await loadUsage(store, plain)).interactions).toBe(238);
	});

	it('leave everything as it was when they cannot be committed', async () => {
		const store = await withDaily();
		const term = await asWriter(store, async (held) => held);
		await asWriter(store, async () => undefined);
		expect(await cause(retain(store, term, plain, 1, NOBODY))).toMatchObject({ name: 'TermEnded' });
		expect(await readyLayers(store.db)).toMatchObject([{ rows: 238, summary: null }]);
		expect([await store.db.count('num'), await stagingLayers(store.db)]).toEqual([1, []]);
	});
});

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { creditsOfUnits } from '$lib/engine/rating';
import { NET2PHONE } from '$lib/engine/rating/cards';
import type { HistoryBy, HistoryView, UsageView } from '$lib/workers/api';
import { cycleView } from '$lib/workers/query/cycle';
import { usageView } from '$lib/workers/query/explore/agents';
import { historyView } from '$lib/workers/query/explore/history';
import { entryFor } from '../support/rows';
import { importFile, loadUsage, newStore, settingsWith } from '../support/usage';

/** Two months of calls and chats in Toronto, written out by hand. */
interface Row {
	readonly at: string;
	readonly agent: string;
	readonly entity: string;
	readonly premium: boolean;
	readonly seconds?: number;
	readonly messages?: number;
	readonly caseId?: string;
}

const ROWS: readonly Row[] = [
	{ at: '2026-10-05T09:00:00-04:00', agent: 'Réception', entity: 'Laval', premium: true, seconds: 61 },
	{ at: '2026-10-06T09:00:00-04:00', agent: 'Réception', entity: 'Laval', premium: true, seconds: 14 },
	{ at: '2026-10-20T09:00:00-04:00', agent: 'Booking', entity: '', premium: false, seconds: 15 },
	{ at: '2026-10-31T23:59:59-04:00', agent: 'Web', entity: 'Site', premium: false, messages: 3, caseId: 'a' },
	{ at: '2026-11-01T00:00:00-04:00', agent: 'Réception', entity: 'Laval', premium: true, seconds: 134 },
	{ at: '2026-11-02T09:00:00-05:00', agent: 'Réception', entity: 'Québec', premium: false, seconds: 60 },
	{ at: '2026-11-02T10:00:00-05:00', agent: 'Booking', entity: '', premium: false, seconds: 5 },
	{ at: '2026-11-03T10:00:00-05:00', agent: 'Booking', entity: '', premium: false, seconds: 0 },
	{ at: '2026-11-03T11:00:00-05:00', agent: 'Web', entity: 'Site', premium: false, messages: 2, caseId: 'a' },
	{ at: '2026-11-03T12:00:00-05:00', agent: 'Web', entity: 'Site', premium: true, messages: 5, caseId: 'a' },
	{ at: '2026-11-04T12:00:00-05:00', agent: 'Web', entity: 'Site', premium: false, messages: 1, caseId: 'b' },
	{ at: '2026-11-05T12:00:00-05:00', agent: 'Web', entity: 'Site', premium: false, messages: 1 },
	{ at: '2026-11-06T12:00:00-05:00', agent: 'Free', entity: 'Site', premium: false, messages: 9 }
];

const csvOf = (rows: readonly Row[]) =>
	[
		'started_at,channel,class,agent,entity,messages,duration_seconds,case_id',
		...rows.map(
			({ at, agent, entity, premium, seconds, messages, caseId }) =>
				`${at},${seconds === undefined ? 'chat' : 'voice'},${premium ? 'premium' : 'standard'},${agent},${entity},${messages ?? ''},${seconds ?? ''},${caseId ?? ''}`
		)
	].join('\n');

/** The rule of a threshold of 15 s and started minutes, once more in plain words. */
const THRESHOLD = 15;
const billable = ({ seconds = 0 }: Row) => (seconds < THRESHOLD ? 0 : Math.max(1, Math.ceil(seconds / 60)));
const drawn = (row: Row) =>
	row.agent === 'Free'
		? 0
		: row.seconds === undefined
			? (row.messages ?? 0) * (row.premium ? 4 : 2)
			: billable(row) * (row.premium ? 20 : 10);
const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
const inNovember = ({ at }: Row) => Date.parse(at) >= Date.parse('2026-11-01T00:00:00-04:00');
/** The register names this day for the agent at Laval. */
const ACTIVATION = Date.parse('2026-10-06T00:00:00-04:00');
const early = ({ at, agent, entity }: Row) =>
	agent === 'Réception' && entity === 'Laval' && Date.parse(at) < ACTIVATION;

const settings = settingsWith(
	{ tier: 20_000 },
	{
		rateCards: [{ ...NET2PHONE, voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: THRESHOLD } }],
		agents: [
			entryFor('Réception', { entity: 'Laval', activatedAt: '2026-10-06' }),
			entryFor('Free', {
				licence: 'unlimited',
				engagementOpenPercent: 40,
				engagementClosedPercent: 100,
				priceCredits: 1.5
			})
		]
	}
);

const load = async (rows: readonly Row[], own = settings) => {
	const store = await newStore();
	await importFile(store, own, new File([csvOf(rows)], 'usage.csv'));
	const usage = await loadUsage(store, own);
	if (!usage) throw new Error('no usage');
	return { store, usage };
};

const keys = (rows: readonly Row[]) =>
	[...new Set(rows.map(({ entity, agent }) => `${entity}/${agent}`))].sort();
const ofKey = (rows: readonly Row[], key: string) =>
	rows.filter(({ entity, agent }) => `${entity}/${agent}` === key);

describe('what is drawn of a cycle before an instant', () => {
	test('is that of the rows that begin before it, in the middle of an hour, too', async () => {
		const { usage } = await load(ROWS);
		const { cycle } = usage.termsAt(null);
		const rows = ROWS.filter(inNovember);
		const near = rows.flatMap(({ at }) => [-1, 0, 1, 60_000].map((ms) => Date.parse(at) + ms));
		const anywhere = fc.integer({ min: cycle.start, max: cycle.end - 1 });
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.constantFrom(...near), anywhere), async (instant) => {
				if (instant < cycle.start) return;
				const units = await usage.drawnUntil(cycle, instant);
				const before = rows.filter(({ at }) => Date.parse(at) < instant);
				expect(creditsOfUnits(units as number)).toBe(sum(before, drawn));
			})
		);
	});

	test('stands beside a reading of the meter', async () => {
		const at = Date.parse('2026-11-03T11:30:00-05:00');
		const read = { ...settings, readings: [{ at, creditsUsed: 70 }] };
		const { usage } = await load(ROWS, read);
		const rows = ROWS.filter((row) => inNovember(row) && Date.parse(row.at) < at);
		const { readings } = await cycleView(usage, null, false);
		expect(readings).toEqual([{ at, creditsUsed: 70, byRows: sum(rows, drawn) }]);
	});
});

describe('the tables by agent of a file written by hand', () => {
	let voice: UsageView;
	let chat: UsageView;
	let october: UsageView;
	beforeAll(async () => {
		const { store, usage } = await load(ROWS);
		voice = await usageView(store.db, usage, null, 'voice');
		chat = await usageView(store.db, usage, null, 'chat');
		october = await usageView(store.db, usage, Date.parse('2026-10-10T00:00:00Z'), 'voice');
	}, 120_000);

	const calls = ROWS.filter(({ seconds }) => seconds !== undefined);
	const chats = ROWS.filter(({ messages }) => messages !== undefined);

	test('say of calls what a calculation row by row says, this month and since activation', () => {
		expect(voice.rows.map(({ entity, agent }) => `${entity}/${agent}`)).toEqual(keys(calls));
		for (const row of voice.rows) {
			const own = ofKey(calls, `${row.entity}/${row.agent}`);
			for (const [figures, rows] of [
				[row.thisCycle, own.filter(inNovember)],
				[row.sinceActivation, own.filter((one) => !early(one))]
			] as const) {
				expect(figures.interactions).toBe(rows.length);
				expect(figures.seconds).toBe(60 * sum(rows, billable));
				expect(figures.nonBillable).toBe(rows.filter(({ seconds = 0 }) => seconds < THRESHOLD).length);
				expect(creditsOfUnits(figures.units)).toBe(sum(rows, drawn));
				expect(figures.premiumInteractions).toBe(rows.filter(({ premium }) => premium).length);
			}
			expect(row.early).toBe(own.filter(early).length);
		}
		expect(voice.shortCallSeconds).toBe(THRESHOLD);
	});

	test('say of chats how many cases were engaged, an interaction without one being its own', () => {
		const web = chat.rows.find(({ agent }) => agent === 'Web');
		// In November a, b and one without a case; since activation the same, since October's belongs to a.
		expect(web?.thisCycle.cases).toBe(3);
		expect(web?.sinceActivation.cases).toBe(3);
		expect(chat.rows.map(({ entity, agent }) => `${entity}/${agent}`)).toEqual(keys(chats));
		for (const row of chat.rows)
			expect(creditsOfUnits(row.thisCycle.units)).toBe(
				sum(ofKey(chats, `${row.entity}/${row.agent}`).filter(inNovember), drawn)
			);
	});

	test('carry what the register says of an agent, and nothing of one that it does not name', () => {
		expect(chat.rows.find(({ agent }) => agent === 'Free')?.entry).toMatchObject({
			licence: 'unlimited',
			engagementOpenPercent: 40,
			engagementClosedPercent: 100,
			priceCredits: 1.5
		});
		expect(chat.rows.find(({ agent }) => agent === 'Web')?.entry).toBeNull();
	});

	test('of another month change this month’s figures and leave those since activation', () => {
		for (const [k, row] of october.rows.entries()) {
			const own = ofKey(calls, `${row.entity}/${row.agent}`).filter((one) => !inNovember(one));
			expect(row.thisCycle.interactions).toBe(own.length);
			expect(row.sinceActivation).toEqual(voice.rows[k]?.sinceActivation);
		}
	});
});

describe('the history of a file written by hand', () => {
	const views = new Map<HistoryBy, HistoryView>();
	beforeAll(async () => {
		const { usage } = await load(ROWS);
		for (const by of ['agent', 'entity', 'channel', 'class'] as const)
			views.set(by, await historyView(usage, by));
	}, 120_000);

	test('divides each month by agent, entity, channel and class as a calculation row by row does', () => {
		const groupOf: Record<HistoryBy, (row: Row) => string> = {
			agent: ({ agent }) => agent,
			entity: ({ entity }) => entity,
			channel: ({ seconds }) => (seconds === undefined ? 'chat' : 'voice'),
			class: ({ premium }) => (premium ? 'premium' : 'standard')
		};
		for (const [by, { cycles, names, sums }] of views) {
			expect(cycles).toHaveLength(2);
			for (const [g, name] of names.entries())
				for (const month of [0, 1]) {
					const own = ROWS.filter((row) => inNovember(row) === (month === 1) && groupOf[by](row) === name);
					const at = g * 2 + month;
					expect(sums.interactions[at], `${by} ${name}`).toBe(own.length);
					expect(creditsOfUnits(sums.units[at] ?? NaN)).toBe(sum(own, drawn));
					expect(sums.messages[at]).toBe(sum(own, ({ messages = 0 }) => messages));
					expect(sums.seconds[at]).toBe(60 * sum(own, billable));
				}
		}
	});

	test('marks the month that began before the file, and the one that is not over, as known in part', () => {
		expect(views.get('agent')?.cycles.map(({ whole }) => whole)).toEqual([false, false]);
	});
});

const anyRow: fc.Arbitrary<Row> = fc
	.record({
		minute: fc.integer({ min: 0, max: 60 * 24 * 75 }),
		agent: fc.constantFrom('Ava', 'Bo', ''),
		entity: fc.constantFrom('Sales', ''),
		premium: fc.boolean(),
		size: fc.integer({ min: 0, max: 400 }),
		voice: fc.boolean()
	})
	.map(({ minute, voice, size, ...rest }) => ({
		...rest,
		at: new Date(Date.UTC(2026, 8, 1) + minute * 60_000).toISOString(),
		...(voice ? { seconds: size } : { messages: 1 + (size % 9) })
	}));

test('tables, history and ledger of every month add up to the same credits and interactions', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 30 }), async (rows) => {
			const { store, usage } = await load(rows);
			const history = await historyView(usage, 'agent');
			for (const [k, { cycle }] of history.cycles.entries()) {
				const view = await cycleView(usage, cycle.start, false);
				const figures = [];
				for (const channel of ['voice', 'chat'] as const)
					figures.push(...(await usageView(store.db, usage, cycle.start, channel)).rows);
				const units = figures.reduce((all, { thisCycle }) => all + thisCycle.units, 0);
				const count = figures.reduce((all, { thisCycle }) => all + thisCycle.interactions, 0);
				const months = history.cycles.length;
				const inMonth = (column: Float64Array) =>
					column.reduce((all, one, at) => all + (at % months === k ? one : 0), 0);
				expect(creditsOfUnits(units)).toBe(view.used);
				expect(count).toBe(view.interactions);
				expect(inMonth(history.sums.units)).toBe(units);
				expect(inMonth(history.series.units)).toBe(units);
				const { includedUsed = 0, unservedCredits = 0, overageCredits = 0 } = view.inForce ?? {};
				expect(creditsOfUnits(units)).toBeCloseTo(includedUsed + unservedCredits + overageCredits, 3);
			}
		}),
		{ numRuns: 8 }
	);
});

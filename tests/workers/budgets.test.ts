import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, DAY_MS } from '$lib/engine/time';
import type { BudgetAsk, ScopeUsage } from '$lib/workers/api';
import { budgets } from '$lib/workers/jobs/budgets';
import { forecast } from '$lib/workers/jobs/forecast';
import { outlook } from '$lib/workers/jobs/outlook';
import { retain } from '$lib/workers/jobs/retention';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { budgetUsage, summedBudgetUsage } from '$lib/workers/query/budgets';
import { forecastInput } from '$lib/workers/query/history';
import { readingsView } from '$lib/workers/query/readings';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const settings = settingsWith({ tier: 20_000, timeZone: 'America/Toronto' });
const FIRST = dayNumber(2026, 9, 1);
const LAST = dayNumber(2026, 11, 20);
/** Ava takes calls on Main every day, Bo one on Main from October on, and nobody a chat on Site. */
const rows: string[] = [];
for (let day = FIRST; day <= LAST; day++)
	for (let k = 0; k < 6; k++) {
		const start = new Date(day * DAY_MS + 15 * 3_600_000 + k * 60_000).toISOString();
		rows.push(`,${start},,voice,standard,Ava,Main,,${60 * (1 + (k % 3))},,`);
		if (k === 0 && day >= dayNumber(2026, 10, 1)) rows.push(`,${start},,voice,standard,Bo,Main,,60,,`);
		if (k === 0) rows.push(`,${start},,chat,standard,,Site,5,,,`);
	}
const everyone = { of: 'workspace', name: '' } as const;
const agent = (name: string) => ({ of: 'agent', name }) as const;
const entity = (name: string) => ({ of: 'entity', name }) as const;
const SCOPES = [everyone, agent('Ava'), agent('Bo'), agent(''), entity('Main'), entity('Site'), agent('ava')];

async function usageOf() {
	const store = await newStore();
	await importFile(store, settings, canonicalFile(rows));
	return { store, usage: sure(await loadUsage(store, settings)) };
}

describe('the usage of budgets', () => {
	it('has each name’s credits, by cycle and by day, and those of all names are everyone’s', async () => {
		const { usage } = await usageOf();
		const found = await budgetUsage(usage, SCOPES, false);
		const [all, ava, bo, nobody, main, site, other] = found.scopes.map((scope) => scope);
		// A day: Ava 2 × (1 + 2 + 3) minutes at 10, a chat of 5 messages at 2, from October on Bo's minute.
		expect(found.cycles.map(({ credits }) => credits)).toEqual([30 * 130, 31 * 140, 20 * 140]);
		expect(ava?.credits).toEqual([30 * 120, 31 * 120, 20 * 120]);
		expect(bo?.credits).toEqual([0, 31 * 10, 20 * 10]);
		expect(site?.credits).toEqual(nobody?.credits);
		expect(other?.credits).toEqual([0, 0, 0]);
		const sums = (...parts: (ScopeUsage | undefined)[]) =>
			sure(all).credits.map((_, k) => parts.reduce((sum, part) => sum + sure(sure(part).credits[k]), 0));
		expect(sums(ava, bo, nobody)).toEqual(all?.credits);
		expect(sums(main, site)).toEqual(all?.credits);
		expect(found.firstDay).toBe(dayNumber(2026, 10, 1));
		expect([...sure(bo).days]).toEqual(Array.from({ length: 51 }, () => 10));
		expect(sure(all).days.reduce((a, b) => a + b, 0)).toBe(51 * 140);
		expect([ava?.share, bo?.share, main?.share]).toEqual([120 / 140, 10 / 140, 130 / 140]);
		expect(found.agents).toEqual(['', 'Ava', 'Bo']);
		expect(found.entities).toEqual(['Main', 'Site']);
		expect(found.cycles.map(({ known }) => known)).toEqual([true, true, true]);
	});

	it('is the same where rows of before are kept as sums', async () => {
		const { store, usage } = await usageOf();
		const before = await budgetUsage(usage, SCOPES, false);
		await asWriter(store, (term) => retain(store, term, settings, 1, NOBODY));
		const after = await budgetUsage(sure(await loadUsage(store, settings)), SCOPES, false);
		expect(after.scopes).toEqual(before.scopes);
	});

	it('of meter readings is everyone’s alone, and of past cycles in part', () => {
		const readings = Array.from({ length: 20 }, (_, k) => ({
			at: Date.UTC(2026, 9, 22, 4) + k * DAY_MS,
			creditsUsed: k < 11 ? 9_000 + 400 * k : 400 * (k - 10)
		}));
		const metered = settingsWith({ tier: 20_000, timeZone: 'America/Toronto' }, { readings });
		const { cycles } = sure(readingsView(metered, null, false)).context;
		const views = cycles.map(({ start }) => sure(readingsView(metered, start, false)));
		const found = summedBudgetUsage(views, [everyone, agent('Ava')]);
		expect(found.cycles.map(({ known }) => known)).toEqual([false, true]);
		expect(found.scopes[0]?.credits.at(-1)).toBe(3_600);
		expect(found.scopes[1]).toMatchObject({ credits: [0, 0], share: null });
	});
});

describe('budgets on the courses', () => {
	it('end, and are reached, as the Overview and the twelve months say', async () => {
		const { usage } = await usageOf();
		const input = await forecastInput(usage, 7, 300);
		const ask = (change: Partial<BudgetAsk>): BudgetAsk => ({
			whole: true,
			ownUsed: input.used,
			share: 1,
			money: null,
			budget: 4_000,
			later: input.next.map(() => 4_000),
			...change
		});
		const [own, half, none] = budgets(input, [
			ask({}),
			ask({ whole: false, ownUsed: input.used / 2, share: 0.5, budget: 2_000 }),
			ask({ budget: null, later: input.next.map(() => null) })
		]);
		const whole = sure(sure(own).outlook);
		expect(whole.end).toMatchObject(sure(forecast(input).monthEndCredits));
		expect(sure(sure(half).outlook).exceeded).toBe(whole.exceeded);
		expect(none?.outlook).toBeNull();
		const year = sure(sure(outlook(input)).year);
		sure(own).later?.forEach((month, k) => {
			const { p10, p50, p90 } = sure(year.cycles[k + 1]);
			expect(month).toMatchObject({ p10, p50, p90 });
		});
		expect(none?.later?.map((month) => month?.exceeded)).toEqual(input.next.map(() => null));
		const few = {
			...input,
			series: { ...input.series, voiceStandard: input.series.voiceStandard.map(() => NaN) }
		};
		expect(budgets(few, [ask({})])).toEqual([{ outlook: null, later: null }]);
		expect(dayOf(input.zone, input.asOf)).toBe(LAST);
	});
});

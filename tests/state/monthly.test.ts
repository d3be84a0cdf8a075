import { describe, expect, it } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { ImportFlow } from '$lib/state/importFlow.svelte';
import { checkTitle, lastMonths, monthName, sumSentence } from '$lib/state/monthly';
import { MonthlyReview } from '$lib/state/monthlyReview.svelte';
import { MonthlyTables } from '$lib/state/monthlyTables.svelte';
import type { ComparedSum } from '$lib/workers/api';
import { fakeClient } from '../support/fake/client';

const file = (text: string, name = 'november.csv') => new File([text], name);
const TABLE = 'Month,AI agent,Calls engaged\n2026-10,Nora,12\n2026-11,Nora,9\n2026-11,Bo,x\n';

async function begin() {
	const client = fakeClient({ filled: true });
	const app = new App(client);
	await app.open(null);
	return { client, app, flow: new ImportFlow(app), kept: new MonthlyTables(app) };
}

describe('a monthly table on its way in', () => {
	it('is shown before it is kept, and kept apart from the files that count', async () => {
		const { app, flow, kept, client } = await begin();
		await flow.choose([file(TABLE)]);
		expect([flow.phase, flow.unsaved]).toEqual(['monthly', 'choosing']);
		const review = new MonthlyReview(app, flow);
		await review.read();
		expect(review.monthless).toBe(false);
		expect(review.file?.rows.map(({ agent, month, figures }) => [agent, month, figures.calls])).toEqual([
			['Nora', '2026-10', 12],
			['Nora', '2026-11', 9]
		]);
		expect(review.file?.problems).toMatchObject([{ line: 4, column: 'Calls engaged', value: 'x' }]);
		expect(client.calls.some((call) => call.startsWith('keepMonthly'))).toBe(false);

		await review.keep();
		await kept.load();
		expect(kept.tables).toMatchObject([{ name: 'november.csv', leftOut: 1 }]);
		expect(app.layers).toHaveLength(2);
		expect([flow.phase, flow.outcomes]).toEqual([
			'idle',
			[
				{
					kind: 'monthly',
					summary: {
						...{ name: 'november.csv', digest: review.file?.summary.digest, leftOut: 1 },
						...{ rows: 2, agents: 1, first: '2026-10', last: '2026-11' }
					},
					here: null
				}
			]
		]);
	});

	it('goes into the workspace that was open when its file was chosen, which is opened again', async () => {
		const { app, flow, kept, client } = await begin();
		const chosen = app.workspace?.id;
		await flow.choose([file(TABLE)]);
		const review = new MonthlyReview(app, flow);
		await review.read();
		const other = await client.data.createWorkspace('Beta', false);
		await app.open(other.id);
		expect(app.workspace?.id).toBe(other.id);

		await review.keep();
		expect(app.workspace?.id).toBe(chosen);
		await kept.load();
		expect(kept.tables).toMatchObject([{ name: 'november.csv' }]);
		await app.open(other.id);
		await kept.load();
		expect(kept.tables).toEqual([]);
	});

	it('goes nowhere where that workspace is gone, and says so', async () => {
		const { app, flow, kept, client } = await begin();
		const chosen = app.workspace?.id ?? '';
		await flow.choose([file(TABLE)]);
		const review = new MonthlyReview(app, flow);
		await review.read();
		const other = await client.data.createWorkspace('Beta', false);
		await app.open(other.id);
		await client.data.removeWorkspace(chosen);

		await review.keep();
		expect(flow.outcomes).toMatchObject([{ kind: 'failed', error: { code: 'workspaceGone' } }]);
		expect([flow.phase, app.workspace?.id]).toEqual(['idle', other.id]);
		await kept.load();
		expect(kept.tables).toEqual([]);
		expect(client.calls.some((call) => call.startsWith('keepMonthly'))).toBe(false);
	});

	it('is already here the second time, under the name it had', async () => {
		const { app, flow, kept } = await begin();
		for (const name of ['first.csv', 'again.csv']) {
			await flow.choose([file(TABLE, name)]);
			const review = new MonthlyReview(app, flow);
			await review.read();
			await review.keep();
		}
		await kept.load();
		expect(kept.tables.map(({ name }) => name)).toEqual(['first.csv']);
		expect(flow.outcomes.at(-1)).toMatchObject({ summary: { name: 'again.csv' }, here: 'first.csv' });
	});

	it('is asked for what it does not say, and says what others have of it', async () => {
		const { app, flow, kept } = await begin();
		await flow.choose([file(TABLE, 'older.csv')]);
		const older = new MonthlyReview(app, flow);
		await older.read();
		await older.keep();
		await flow.choose([
			file('AI agent,"Calls engaged, this month","Billable minutes, this month"\nNora,9,"1,234"\n')
		]);
		const review = new MonthlyReview(app, flow);
		await review.read();
		expect([review.monthless, review.file?.rows]).toEqual([true, []]);
		expect(review.open).toEqual({ column: 'Billable minutes, this month', value: '1,234' });
		await review.keep();
		await kept.load();
		expect(kept.tables).toHaveLength(1);
		Object.assign(review, { month: '2026-11', marks: '.' });
		await review.read();
		expect(review.file?.rows).toMatchObject([{ month: '2026-11', figures: { calls: 9, minutes: 1_234 } }]);
		expect(review.file?.shared).toEqual({ rows: 1, files: ['older.csv'] });
		expect(lastMonths('2026-01-15').slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
	});

	it('can be read as calls and chats instead, or given up, with nothing kept', async () => {
		const { flow, kept } = await begin();
		await flow.choose([file(TABLE), file(TABLE, 'b.csv')]);
		await flow.settle(null);
		expect([flow.phase, flow.file?.name]).toEqual(['mapping', 'november.csv']);
		await flow.cancel();
		expect(flow.outcomes).toMatchObject([{ kind: 'cancelled', fileName: 'november.csv' }]);
		await kept.load();
		expect(kept.tables).toEqual([]);
	});
});

describe('what is said of a check', () => {
	const sum = (change: Partial<ComparedSum>): ComparedSum => ({
		...{ figure: 'minutes', stated: 1, counted: 1, difference: 0, rows: 2 },
		...{ differing: 0, differingBy: 0, onlyStated: 0, onlyCounted: 0 },
		...change
	});

	it('names differences with their sum, and what one side alone has apart', () => {
		expect(sumSentence(sum({}))).toBe('Billable minutes: all 2 agree.');
		expect(sumSentence(sum({ differing: 2, differingBy: 0.3 }))).toBe(
			'Billable minutes: 2 rows differ, the table has 0.3 more in all.'
		);
		expect(sumSentence(sum({ differing: 2 }))).toBe(
			'Billable minutes: 2 rows differ, which cancels out in all.'
		);
		expect(sumSentence(sum({ onlyStated: 1, onlyCounted: 1 }))).toBe(
			'Billable minutes: nothing to compare. One is in the table only. One was counted only.'
		);
	});

	it('is one answer for the month', () => {
		const check = { month: '2026-11', months: ['2026-11'], known: 'whole' as const, rows: [], files: [] };
		expect(checkTitle({ ...check, sums: [sum({})] })).toBe(
			'The monthly table agrees with what was counted in Nov 2026'
		);
		expect(checkTitle({ ...check, sums: [sum({ differing: 1, onlyStated: 1 })] })).toContain(
			'2 of 2 figures'
		);
		expect(checkTitle({ ...check, known: 'none', sums: [sum({})] })).toContain('no usage of it was imported');
		expect(monthName('2025-01')).toBe('Jan 2025');
	});
});

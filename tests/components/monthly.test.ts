import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import type { MonthlyCheck, MonthlySummary } from '$lib/workers/api';
import Voice from '../../src/routes/usage/+page.svelte';
import Tables from '../../src/routes/import/monthly/Tables.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/state', () => ({ page: { route: { id: '/usage' } } }));

afterEach(async () => {
	localStorage.clear();
	await language.set('en');
});

const SUMMARY: MonthlySummary = {
	...{ name: 'november.csv', digest: 'a', leftOut: 2 },
	...{ rows: 24, agents: 12, first: '2026-10', last: '2026-11' }
};

const CHECK: MonthlyCheck = {
	...{ month: '2026-11', months: ['2026-10', '2026-11'], known: 'part', files: ['november.csv'] },
	rows: [
		...(
			[
				['Ghost', 'calls', 3, null, null],
				['', 'calls', null, 2, null],
				['Bo', 'calls', 7, 10, -3],
				['Nora', 'calls', 12, 12, 0],
				['Nora', 'minutes', 9.5, 9.8333, -0.3333]
			] as const
		).map(([agent, figure, stated, counted, difference]) => ({
			...{ agent, entity: null, figure, both: false, stated, counted, difference },
			table: stated === null ? null : 'november.csv'
		}))
	],
	sums: [
		{
			...{ figure: 'calls', stated: 22, counted: 24, difference: -2, rows: 4 },
			...{ differing: 1, differingBy: -3, onlyStated: 1, onlyCounted: 1 }
		},
		{
			...{ figure: 'minutes', stated: 9.5, counted: 9.8333, difference: -0.3333, rows: 1 },
			...{ differing: 1, differingBy: -0.3333, onlyStated: 0, onlyCounted: 0 }
		}
	]
};

async function showCheck(filled: boolean, check: MonthlyCheck | null = CHECK) {
	const client = fakeClient({ filled });
	const asked: unknown[] = [];
	const monthlyCheck = async (channel: string, wanted: unknown) => {
		asked.push([channel, wanted]);
		return check;
	};
	const app = new App({ ...client, explore: { ...client.explore, monthlyCheck } });
	await app.open(null);
	render(Screen, { app, screen: Voice });
	return asked;
}

it('holds the table against what was counted, labelled, with differences and what one side alone has', async () => {
	const asked = await showCheck(true);
	const title = 'The monthly table and what was counted differ in Nov 2026: 4 of 5 figures';
	const section = within(await screen.findByRole('region', { name: title }));
	expect(section.getByText('Monthly table (not counted)')).toBeInTheDocument();
	expect(section.getByText(/the table may be ahead/)).toBeInTheDocument();
	expect(section.getByText(/one row differs, the table has 3 less in all/)).toBeInTheDocument();
	const table = section.getByRole('table', { name: 'Calls engaged' });
	const cells = () =>
		within(table)
			.getAllByRole('row')
			.slice(1)
			.map((row) =>
				Array.from(row.children, (cell) => cell.textContent?.trim())
					.join(' ')
					.trim()
			);
	expect(cells()).toEqual([
		'Ghost 3 – – only in the table',
		'unassigned – 2 – only counted',
		'Bo 7 10 −3',
		'Nora 12 12 0 ✓ the same',
		'All 22 24 −2'
	]);
	await fireEvent.click(within(table).getByRole('button', { name: /^Counted/ }));
	expect(cells()[0]).toMatch(/^Nora/);

	await fireEvent.click(section.getByRole('radio', { name: 'Billable minutes' }));
	expect(section.getByRole('table', { name: 'Billable minutes' })).toHaveTextContent('−0.3333');
	await fireEvent.change(section.getByRole('combobox', { name: 'Month' }), { target: { value: '2026-10' } });
	expect(asked.at(-1)).toEqual(['voice', '2026-10']);
});

it('stands alone where no usage was imported, and is not there without a table', async () => {
	await showCheck(false, { ...CHECK, known: 'none' });
	expect(
		await screen.findByRole('region', {
			name: 'A monthly table tells of Nov 2026; no usage of it was imported'
		})
	).toBeInTheDocument();
});

it('speaks French', async () => {
	await language.set('fr-CA');
	await showCheck(true);
	const name = 'Le tableau mensuel et le décompte diffèrent en nov. 2026\u00a0: 4 chiffres sur 5';
	const section = await screen.findByRole('region', { name });
	expect(section).toHaveTextContent('Tableau mensuel (non compté)');
	expect(section.textContent).toContain('«\u00a0november.csv\u00a0»');
});

it('lists tables apart from what counts, to be removed', async () => {
	const client = fakeClient({ filled: true });
	let tables = [SUMMARY];
	const query = { ...client.query, monthlyTables: async () => tables };
	const explore = { ...client.explore, removeMonthly: async () => void (tables = []) };
	const app = new App({ ...client, query, explore });
	await app.open(null);
	render(Screen, { app, screen: Tables });
	const row = await screen.findByRole('row', { name: /november\.csv/ });
	expect(row).toHaveTextContent('Monthly table (not counted)');
	expect(row).toHaveTextContent('Oct 2026 – Nov 2026');
	expect(row).toHaveTextContent('2 left out');
	await fireEvent.click(screen.getByRole('button', { name: 'Remove november.csv' }));
	await vi.waitFor(() => expect(screen.queryByRole('row', { name: /november\.csv/ })).toBeNull());
	expect(tables).toEqual([]);
});

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import type { UsageFigures, UsageRow, UsageView } from '$lib/workers/api';
import Voice from '../../src/routes/usage/+page.svelte';
import Messaging from '../../src/routes/usage/messaging/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/state', () => ({ page: { route: { id: '/usage' } } }));

afterEach(async () => {
	localStorage.clear();
	await language.set('en');
});

const figures = (calls: number, credits: number, premium = false): UsageFigures => ({
	interactions: calls,
	premiumInteractions: premium ? calls : 0,
	messages: 0,
	seconds: calls * 60,
	nonBillable: 1,
	units: credits * 60_000,
	premiumUnits: premium ? credits * 60_000 : 0,
	cases: calls
});

const row = (entity: string, agent: string, calls: number, credits: number, premium = false): UsageRow => ({
	entity,
	agent,
	channel: 'voice',
	entry: null,
	activatedAt: Date.UTC(2026, 2, 3, 12),
	thisCycle: figures(calls, credits, premium),
	sinceActivation: figures(10 * calls, 10 * credits, premium),
	early: agent === 'Booking' ? 2 : 0
});

const ROWS = [
	row('Main line', 'Reception', 612, 11_480),
	row('Ligne Laval', 'Réception', 148, 20_000.25, true),
	row('', 'Booking', 38, 390)
];

async function show(which: typeof Voice, rows: readonly UsageRow[] = ROWS) {
	const client = fakeClient({ filled: true });
	const usage = async (start: number | null, channel: 'voice' | 'chat'): Promise<UsageView> => ({
		channel,
		cycle: { start: start ?? 0, end: (start ?? 0) + 30 * 86_400_000 },
		rows,
		shortCallSeconds: 15
	});
	const app = new App({ ...client, explore: { ...client.explore, usage } });
	await app.open(null);
	render(Screen, { app, screen: which });
	await screen.findByRole('heading', { level: 1 });
}

const bodyRows = async () => {
	const table = await screen.findByRole('table');
	return within(table)
		.getAllByRole('rowheader')
		.map((header) => header.textContent?.trim());
};

it('answers who takes most, and adds up exactly what is shown', async () => {
	await show(Voice);
	expect(
		await screen.findByRole('heading', {
			level: 1,
			name: 'Voice used 31,870.25 credits; Réception takes 63% of them with 19% of the calls'
		})
	).toBeInTheDocument();
	expect(screen.getByText('Its calls are charged at the premium rate.')).toBeInTheDocument();
	expect(await bodyRows()).toEqual(['Ligne Laval', 'Main line', 'unassigned', 'All']);
	expect(screen.getByRole('row', { name: /^All/ })).toHaveTextContent('31,870.25');
	expect(screen.getByText('Non-billable calls (<15 s)')).toBeInTheDocument();
	expect(screen.getByText(/Booking, unassigned: 2 calls came before the activation/)).toBeInTheDocument();
});

it('is sorted by a heading, which says so', async () => {
	await show(Voice);
	const credits = await screen.findByRole('columnheader', { name: /Credits/ });
	expect(credits).toHaveAttribute('aria-sort', 'descending');
	await fireEvent.click(within(credits).getByRole('button'));
	expect(credits).toHaveAttribute('aria-sort', 'ascending');
	expect(await bodyRows()).toEqual(['unassigned', 'Main line', 'Ligne Laval', 'All']);
	await fireEvent.click(screen.getByRole('button', { name: 'Entity' }));
	expect(credits).not.toHaveAttribute('aria-sort');
	expect(await bodyRows()).toEqual(['Ligne Laval', 'Main line', 'unassigned', 'All']);
});

it('is filtered by entity or agent, and the totals follow', async () => {
	await show(Voice);
	await fireEvent.input(await screen.findByLabelText('Filter by entity or agent'), {
		target: { value: 'reception' }
	});
	expect(await bodyRows()).toEqual(['Ligne Laval', 'Main line', 'All']);
	expect(screen.getByText('2 rows match')).toBeInTheDocument();
	expect(screen.getByRole('row', { name: /^All/ })).toHaveTextContent('31,480.25');
});

it('hides columns, and remembers which', async () => {
	await show(Voice);
	await fireEvent.click(await screen.findByRole('button', { name: 'Columns' }));
	await fireEvent.click(screen.getByLabelText('Billable minutes, since activation'));
	expect(localStorage.getItem('drawdown.columns.voice')).toBe('minutes.sinceActivation');
	expect(screen.getAllByRole('columnheader', { name: 'since activation' })).toHaveLength(2);
});

it('of messaging says where licence and engagement come from while the register names nobody', async () => {
	await show(Messaging);
	expect(
		await screen.findByText(/Licence, engagement and price come from the agent register/)
	).toBeInTheDocument();
	await language.set('fr-CA');
	expect(
		await screen.findByRole('heading', { level: 1, name: /^La messagerie a utilisé/ })
	).toBeInTheDocument();
});

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { brushIndex } from '$lib/engine/explore/rows';
import { UNITS_PER_CREDIT } from '$lib/engine/rating';
import { NET2PHONE } from '$lib/engine/rating/cards';
import { dayNumber } from '$lib/engine/time';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import type { CallExplanation, CallRow, CallsAsk, ViewName } from '$lib/workers/api';
import Calls from '../../src/routes/usage/calls/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

// There is no router here; the address is the browser's matter.
vi.mock('$app/navigation', () => ({ replaceState: vi.fn(), goto: vi.fn(), afterNavigate: vi.fn() }));

afterEach(async () => {
	history.replaceState(null, '', '/');
	localStorage.clear();
	await language.set('en');
});

const CALL: CallRow = {
	start: Date.UTC(2026, 10, 16, 18, 38, 6),
	channel: 'voice',
	premium: true,
	licence: 'metered',
	quantity: 134_000,
	billableSeconds: 180,
	short: false,
	credits: 60,
	agent: 'Réception',
	entity: 'Ligne Laval'
};
const ROWS: CallRow[] = [
	CALL,
	{ ...CALL, quantity: 11_000, billableSeconds: 0, short: true, credits: 0 },
	{ ...CALL, channel: 'chat', premium: false, quantity: 4, billableSeconds: 0, credits: 8, agent: '' }
];
const TOLD: CallExplanation = {
	row: CALL,
	outcome: 'handled',
	file: { name: 'november.csv', line: 312 },
	card: {
		name: 'net2phone',
		since: null,
		rounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: 15 }
	},
	classFrom: 'entry',
	early: false,
	rate: 20,
	credits: 60,
	cycle: { start: 0, end: 1 },
	balance: { before: 26_318, after: 26_258, overage: 0, unserved: 0, excess: 0 },
	others: { count: 1, rows: [ROWS[2] as CallRow] }
};

async function shown(search = '', rows = ROWS) {
	history.replaceState(null, '', `/usage/calls/${search}`);
	const client = fakeClient({ filled: true });
	const asked: CallsAsk[] = [];
	const bin = new Uint8Array(rows.length);
	const kinds = Uint8Array.from(
		rows,
		({ channel, premium }) => (channel === 'voice' ? 1 : 0) | (premium ? 2 : 0)
	);
	client.explore.calls = async (ask, lines) => {
		asked.push(ask);
		const credits = rows.reduce((sum, row) => sum + row.credits, 0);
		return { list: asked.length, interactions: rows.length, credits, summed: 0, first: rows.slice(0, lines) };
	};
	client.explore.callsPage = async (_, first, count) => rows.slice(first, first + count);
	client.explore.explainCall = async (_, line) => ({ ...TOLD, row: rows[line] ?? CALL });
	const brushed: string[] = [];
	const brushOf = (active: ViewName) => ({
		...brushIndex(
			active,
			{
				time: { bins: 2, bin },
				hours: { bins: 168, bin },
				kind: { bins: 4, bin: kinds },
				agent: { bins: 3, bin },
				entity: { bins: 2, bin },
				length: { bins: 4, bin }
			},
			new Uint8Array(rows.length),
			{
				units: Float64Array.from(rows, ({ credits }) => credits * UNITS_PER_CREDIT),
				quantity: Uint32Array.from(rows, ({ quantity }) => quantity),
				seconds: Uint32Array.from(rows, ({ billableSeconds }) => billableSeconds),
				runs: Uint32Array.of(0, rows.length)
			}
		),
		firstDay: dayNumber(2026, 11, 15),
		days: 2,
		agents: { names: ['Réception', ''], more: 0 },
		entities: { names: ['Ligne Laval'], more: 0 },
		lengths: 2
	});
	client.explore.brushCalls = async (_, active) => {
		brushed.push(active);
		return brushOf(active);
	};
	const app = new App(client);
	await app.open(null);
	render(Screen, { app, screen: Calls });
	await screen.findByRole('heading', { level: 1, name: rows.length > 0 ? /used/ : /^No calls/ });
	return { asked, brushed };
}

describe('the screen of calls and chats', () => {
	it('takes its question from the address, and lets go of it chip by chip', async () => {
		const { asked } = await shown('?agent=R%C3%A9ception&channel=voice&sort=credits');
		expect(asked[0]).toMatchObject({
			sort: 'credits',
			descending: false,
			filter: { agents: ['Réception'], channel: 'voice', entities: null }
		});
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('3 calls used 68 credits');
		await fireEvent.click(screen.getByRole('button', { name: 'Remove the filter Réception' }));
		expect(asked.at(-1)?.filter).toMatchObject({ agents: null, channel: 'voice' });
	});

	it('sorts by a column, and says so', async () => {
		const { asked } = await shown();
		const head = screen.getByRole('columnheader', { name: 'Length' });
		expect(head).toHaveAttribute('aria-sort', 'none');
		await fireEvent.click(within(head).getByRole('button'));
		expect(asked.at(-1)).toMatchObject({ sort: 'length', descending: true });
		expect(head).toHaveAttribute('aria-sort', 'descending');
		await fireEvent.click(within(head).getByRole('button'));
		expect(asked.at(-1)).toMatchObject({ sort: 'length', descending: false });
	});

	it('opens a line to why it cost what it cost, and goes on by key', async () => {
		await shown();
		const grid = screen.getByRole('grid', { name: 'Calls and chats' });
		expect(grid).toHaveAttribute('aria-rowcount', '4');
		await fireEvent.keyDown(grid, { key: 'ArrowDown' });
		const why = await screen.findByRole('region', { name: 'Why this call cost 60 credits' });
		expect(why).toHaveTextContent('3 started minutes × 20 = 60 credits');
		expect(why).toHaveTextContent(/Long enough 2\smin 14\ss, not under 15\ss: billable/);
		expect(why).toHaveTextContent('premium, from the agent’s register entry');
		expect(why).toHaveTextContent('26,318 before, 26,258 after');
		expect(why).toHaveTextContent('november.csv, line 312');
		expect(within(why).getByRole('img')).toHaveAccessibleName(/46\ss are rounding/);
		await fireEvent.keyDown(grid, { key: 'End' });
		expect(await screen.findByRole('region', { name: 'Why this chat cost 8 credits' })).toBeVisible();
		await fireEvent.keyDown(grid, { key: 'Escape' });
		expect(screen.queryByRole('region', { name: /^Why this/ })).toBeNull();
	});

	it('has the index of each picture ready before a pointer comes near', async () => {
		const { brushed } = await shown();
		await vi.waitFor(() => expect(brushed).toEqual(['time', 'hours', 'length']));
		await fireEvent.pointerEnter(await screen.findByRole('application', { name: 'By length of call' }));
		expect(brushed).toHaveLength(3);
	});

	it('is chosen in by key: a stretch of days, a channel', async () => {
		const { asked } = await shown();
		const days = await screen.findByRole('application', { name: 'By day' });
		await fireEvent.focus(days);
		await fireEvent.keyDown(days, { key: 'ArrowRight' });
		await fireEvent.keyDown(days, { key: 'Enter' });
		await vi.waitFor(() => expect(asked).toHaveLength(2));
		expect(asked[1]?.filter.time).toEqual({ from: Date.UTC(2026, 10, 16, 5), to: Date.UTC(2026, 10, 17, 5) });
		await fireEvent.click(screen.getByRole('button', { name: /^Calls, premium/ }));
		await vi.waitFor(() =>
			expect(asked.at(-1)?.filter).toMatchObject({ channel: 'voice', class: 'premium' })
		);
	});

	it('shows by length what of the credits is rounding, and not of interactions', async () => {
		await shown();
		const lengths = await screen.findByRole('application', { name: 'By length of call' });
		// 46 s of 180 s at 20 credits a minute; the chat beside it rounds nothing.
		expect(screen.getByText(/Hatched is rounding, .*: 15 credits, 23% of what/)).toBeVisible();
		await fireEvent.focus(lengths);
		await fireEvent.keyDown(lengths, { key: 'ArrowRight' });
		await fireEvent.keyDown(lengths, { key: 'ArrowLeft' });
		expect(screen.getAllByText(/: 68 credits, 15 of them rounding$/)).not.toHaveLength(0);
		await fireEvent.click(screen.getByLabelText('Interactions'));
		expect(screen.queryByText(/Hatched is rounding/)).toBeNull();
	});

	it('is filtered by a range of credits, which its ends have to make', async () => {
		const { asked } = await shown('?channel=voice');
		await fireEvent.click(screen.getByRole('button', { name: 'Add a filter' }));
		await fireEvent.click(await screen.findByRole('menuitem', { name: 'Credits from … to …' }));
		await fireEvent.input(screen.getByLabelText('From'), { target: { value: '20' } });
		await fireEvent.input(screen.getByLabelText('To under'), { target: { value: '20' } });
		expect(screen.getByLabelText('To under')).toHaveAccessibleDescription(/more than “From”/);
		expect(screen.getByRole('button', { name: 'Filter' })).toBeDisabled();
		await fireEvent.input(screen.getByLabelText('To under'), { target: { value: '60.5' } });
		await fireEvent.submit(screen.getByLabelText('From'));
		expect(asked.at(-1)?.filter).toMatchObject({ channel: 'voice', credits: { from: 20, to: 60.5 } });
		await fireEvent.click(
			await screen.findByRole('button', { name: 'Remove the filter 20 to under 60.5 credits' })
		);
		expect(asked.at(-1)?.filter).toMatchObject({ channel: 'voice', credits: null });
	});

	it('keeps a view under a name, and asks it again', async () => {
		const { asked } = await shown('?channel=chat');
		await fireEvent.click(screen.getByRole('button', { name: 'Saved views' }));
		await fireEvent.click(await screen.findByRole('menuitem', { name: /^Save this view/ }));
		await fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: 'Chats only' } });
		await fireEvent.submit(screen.getByLabelText('Name of the view'));
		await fireEvent.click(screen.getByRole('button', { name: 'Remove the filter Chats' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Saved views' }));
		await fireEvent.click(await screen.findByRole('menuitem', { name: 'Chats only' }));
		expect(asked.at(-1)?.filter.channel).toBe('chat');
	});

	it('says when nothing matches', async () => {
		await shown('?agent=Zoe', []);
		expect(screen.getByText('Take a filter away to see more.')).toBeVisible();
		expect(screen.queryByRole('grid')).toBeNull();
	});

	it('speaks French', async () => {
		await shown();
		await language.set('fr-CA');
		expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
			/3 appels et clavardages ont utilisé 68\scrédits/
		);
	});
});

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import type { BilledExplanation, InvoiceAsk, InvoiceView, ShowbackView } from '$lib/workers/api';
import InvoiceScreen from '../../src/routes/usage/invoice/+page.svelte';
import { fakeClient } from '../support/fake/client';
import { november } from '../support/november';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));
vi.mock('$app/state', () => ({ page: { route: { id: '/usage/invoice' } } }));

const { view: MONTH } = november();

const explanation = (credits: number, change: Partial<BilledExplanation['rules']>): BilledExplanation => ({
	rules: {
		rounding: MONTH.context.card.voiceRounding,
		zone: 'America/Toronto',
		anchorDay: 1,
		cycle: MONTH.cycle,
		duration: null,
		ways: [],
		...change
	},
	figures: {
		credits,
		voiceCredits: credits,
		chatCredits: 0,
		billableMinutes: credits / 10,
		calls: 9,
		messages: 0,
		overageCredits: null,
		amount: null
	},
	alike: [],
	alikeCount: 0
});

const ROUNDING = {
	...MONTH.context.card.voiceRounding,
	initialSeconds: 30,
	incrementSeconds: 6,
	shortCallSeconds: 15
};

const ANSWER: InvoiceView = {
	cycle: MONTH.cycle,
	own: explanation(33_770, {}),
	unmet: ['credits'],
	explanations: [
		explanation(34_030, { zone: 'UTC', ways: ['zone'] }),
		explanation(34_030, { rounding: ROUNDING, ways: ['rounding', 'shortCall'] })
	],
	more: 0,
	nearest: [],
	difference: {
		causes: [{ cause: 'entered', interactions: 13, credits: 260 }],
		left: 0,
		rows: []
	},
	apart: [
		{
			start: MONTH.cycle.start,
			file: 'calls.csv',
			line: 7,
			agent: 'Ava',
			entity: '',
			ms: 61_000,
			messages: null,
			credits: [0, 20]
		}
	],
	tried: 2_912,
	untried: 0,
	unknownPeriods: 0,
	untold: []
};

const PARTS: ShowbackView = {
	cycle: MONTH.cycle,
	complete: false,
	lines: [
		{
			name: 'Main',
			interactions: 9,
			credits: 33_770,
			share: 1,
			outsideCredits: 0,
			money: { plan: '930.00', overage: '0.00', other: '0.00', tax: '0.00', total: '930.00' }
		}
	],
	sum: {
		interactions: 9,
		credits: 33_770,
		share: 1,
		outsideCredits: 0,
		money: { plan: '930.00', overage: '0.00', other: '0.00', tax: '0.00', total: '930.00' }
	},
	cost: {
		currency: 'USD',
		total: '930.00',
		lines: [{ kind: 'tier', amount: '930.00' }],
		missing: []
	},
	tags: []
};

async function show() {
	const asks: InvoiceAsk[] = [];
	const client = fakeClient({ filled: true });
	const app = new App({
		...client,
		explore: {
			...client.explore,
			invoice: async (ask) => (asks.push(ask), ANSWER),
			showback: async () => PARTS
		}
	});
	await app.open(null);
	render(Screen, { app, screen: InvoiceScreen });
	return { app, asks };
}

async function compare() {
	await fireEvent.input(screen.getByLabelText('Credits used'), { target: { value: '34,030' } });
	await fireEvent.click(screen.getByRole('button', { name: 'Compare with invoice' }));
}

describe('the Invoice screen', () => {
	it('asks for a total by name before it compares', async () => {
		const { asks } = await show();
		await fireEvent.click(screen.getByRole('button', { name: 'Compare with invoice' }));
		expect(screen.getByText('Type at least one total of the invoice.')).toBeInTheDocument();
		expect(asks).toEqual([]);
	});

	it('says how far the invoice is off, what explains it, and which rows tell the explanations apart', async () => {
		const { asks } = await show();
		await compare();
		expect(
			await screen.findByRole('heading', {
				level: 1,
				name: 'The invoice says 34,030 credits; your calls and chats make 33,770: 260 more. Two rule sets explain it.'
			})
		).toBeInTheDocument();
		expect(asks[0]).toMatchObject({ totals: { credits: '34030', calls: null }, rounded: false, chosen: 0 });
		const causes = screen.getByRole('table', { name: 'Where the difference comes from' });
		expect(within(causes).getByRole('row', { name: /Only in the invoice’s month 13 \+260/ })).toBeVisible();
		const apart = screen.getByRole('table', { name: 'Interactions that tell the rule sets apart' });
		expect(
			within(apart).getByRole('row', { name: /Ava, unassigned 1\smin 1\ss 0 20 calls.csv, 7/ })
		).toBeVisible();
		await fireEvent.click(screen.getByRole('button', { name: 'Show its rows' }));
		await vi.waitFor(() => expect(asks.at(-1)?.chosen).toBe(1));
	});

	it('makes a rule the contract’s own', async () => {
		const { app } = await show();
		await compare();
		const [zone, rounding] = await screen.findAllByRole('button', { name: 'Use this rule' });
		await fireEvent.click(rounding as HTMLElement);
		await vi.waitFor(() => expect(app.settings?.value.rateCards[0]?.voiceRounding).toEqual(ROUNDING));
		await fireEvent.click(zone as HTMLElement);
		await vi.waitFor(() => expect(app.settings?.value.contract.timeZone).toBe('UTC'));
	});

	it('shows who owes which part', async () => {
		await show();
		const parts = await screen.findByRole('table', { name: 'Who owes which part' });
		expect(within(parts).getByRole('row', { name: /Main 33,770 100(.0)?% \$930.00 \$930.00/ })).toBeVisible();
		expect(screen.getByText('Main owes $930.00, by 100% of the credits')).toBeVisible();
	});
});

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import type { AnomaliesView, AnomalyView, LeverView, WasteView } from '$lib/workers/api';
import AnomaliesScreen from '../../src/routes/usage/anomalies/+page.svelte';
import WasteScreen from '../../src/routes/usage/waste/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

afterEach(async () => {
	localStorage.clear();
	await language.set('en');
});

/** 9 November 2026 as a day number, and as an instant in Toronto. */
const DAY = 20_766;
const at = (day: number) => (DAY + day) * 86_400_000 + 5 * 3_600_000;
const days = (value: number) => new Float64Array(24).fill(value);

const booking: AnomalyView = {
	of: 'agent',
	name: 'Booking',
	factors: ['size'],
	firstDay: DAY,
	endDay: DAY + 3,
	from: at(0),
	to: at(3),
	credits: 6_210.5,
	times: 2.04,
	effect: {
		kind: 'moved',
		cycle: { start: at(-8), end: at(22) },
		runOutAt: at(12),
		without: at(15)
	},
	picture: {
		firstDay: DAY - 14,
		actual: days(20).map((value, t) => (t >= 14 && t < 17 ? 41 : value)),
		expected: days(20),
		low: days(15),
		high: days(26)
	}
};

const found: AnomaliesView = {
	firstDay: DAY - 50,
	endDay: DAY + 10,
	knownDays: 60,
	earlierDays: 120,
	neededDays: 28,
	agents: 3,
	entities: 1,
	findings: [booking]
};

async function shown(view: AnomaliesView | WasteView) {
	const client = fakeClient({ filled: true });
	const explore = {
		...client.explore,
		anomalies: async () => view as AnomaliesView,
		waste: async () => view as WasteView
	};
	const app = new App({ ...client, explore });
	await app.open(null);
	render(Screen, { app, screen: 'levers' in view ? WasteScreen : AnomaliesScreen });
	await screen.findByRole('link', { name: 'Anomalies' });
}

const title = () => screen.findByRole('heading', { level: 1 });

describe('the Anomalies screen', () => {
	it('answers with what moved the run-out most, its cause and its days', async () => {
		await shown(found);
		await screen.findByText(/6,211 credits above expected/);
		expect(await title()).toHaveTextContent(
			'One agent moved the run-out 3 days earlier: Booking’s calls and chats were 2 times as long as usual on 9–11 Nov'
		);
		expect(screen.getByText(/3 days earlier than without it/)).toBeInTheDocument();
		expect(screen.getByRole('link', { name: /^See the calls/ })).toHaveAttribute(
			'href',
			expect.stringContaining('/usage/calls/?agent=Booking&from=2026-11-09&to=2026-11-11')
		);
		expect(await screen.findByRole('figure')).toHaveAccessibleDescription(
			'Up to 41 on these days, where about 20 is usual.'
		);
		await fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
		const row = screen.getByRole('row', { name: /9 Nov/ });
		expect(
			within(row)
				.getAllByRole('cell')
				.map((cell) => cell.textContent)
		).toEqual(['41', '20', '15–26']);
	});

	it('hides what was expected in this browser, until it is undone or all is asked for', async () => {
		await shown(found);
		await fireEvent.click(await screen.findByRole('button', { name: /^This was expected/ }));
		expect(await title()).toHaveTextContent('Nothing else out of pattern: one finding was expected');
		expect(localStorage.getItem('drawdown.expected')).toContain('Booking');
		await fireEvent.click(screen.getByRole('button', { name: 'Show the one that was expected' }));
		expect(screen.getByText(/6,211 credits above expected/)).toBeInTheDocument();
		expect(screen.queryByRole('button', { name: /^This was expected/ })).toBeNull();
	});

	it('says that nothing was out of pattern, what was looked at, and how sure that is', async () => {
		await shown({ ...found, findings: [] });
		await screen.findByText(/whole days/);
		expect(await title()).toHaveTextContent('Nothing out of pattern in the last 60 days');
		expect(screen.getByText(/three agents|3 agents and one entity/)).toHaveTextContent(
			/one workspace of ten/
		);
	});

	it('asks for more days where there is no pattern yet', async () => {
		await shown({ ...found, findings: [], knownDays: 12, earlierDays: 0 });
		expect(await screen.findByText(/A pattern needs 28 known days/)).toBeInTheDocument();
		expect(await title()).toHaveTextContent('Too few days to know what is usual');
	});
});

const lever = (name: LeverView['lever'], credits: number, more: Partial<LeverView> = {}): LeverView => ({
	lever: name,
	credits,
	interactions: 40,
	byCycle: [credits / 2, credits / 2],
	agents: [{ name: 'Booking', credits }],
	need: { smallest: 60_000, cheapest: { includedCredits: 60_000, total: '1800.00' } },
	...more
});

const wasted: WasteView = {
	cycles: [
		{ start: at(-69), end: at(-39) },
		{ start: at(-39), end: at(-8) }
	],
	whole: true,
	credits: 100_000,
	summed: false,
	need: { smallest: 60_000, cheapest: { includedCredits: 60_000, total: '1860.00' } },
	levers: [
		lever('rounding', 24_000, {
			need: { smallest: 40_000, cheapest: { includedCredits: 40_000, total: '1380.00' } }
		}),
		lever('repeated', 300),
		lever('justAbove', 200),
		lever('premium', 0, { agents: [] })
	],
	idle: [],
	shortCallSeconds: 0,
	justAboveSeconds: 15,
	repeats: { calls: 3, seconds: 30, minutes: 2 }
};

describe('the Waste screen', () => {
	it('answers with the lever that costs most, in credits a month, and what it does to the plan', async () => {
		await shown(wasted);
		await screen.findByText(/Short calls in a row/, { selector: 'dt' });
		expect(await title()).toHaveTextContent(
			'Call time paid but not spoken: 12,000 credits a month, the most that may be saved'
		);
		expect(screen.getByText(/the 40,000 plan would have lasted every month/)).toHaveTextContent(
			'that takes 60,000'
		);
		expect(screen.getByText(/would have cost \$480.00 less over the 2 months/)).toBeInTheDocument();
		expect(await screen.findByRole('figure')).toHaveAccessibleDescription(
			/Call time paid but not spoken, 12,000 \(24%\)/
		);
	});

	it('has nothing to save where nothing is wasted', async () => {
		await shown({ ...wasted, levers: wasted.levers.map((one) => ({ ...one, credits: 0 })) });
		await screen.findByText(/Premium by configuration/, { selector: 'dt' });
		expect(await title()).toHaveTextContent('Nothing to save');
	});
});

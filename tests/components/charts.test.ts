import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import DayBars from '$lib/charts/DayBars.svelte';
import RunOutChart from '$lib/charts/RunOutChart.svelte';
import { dayBarsData, runOutData } from '$lib/state/runout';
import { standingOf } from '$lib/state/standing';
import { november, type Month } from '../support/november';

// jsdom has no layout: the pictures stand at their default width.
function chart(month: Month = {}, onselect = vi.fn()) {
	const { view, forecast } = november(month);
	const { tier, overage } = view.context.contract;
	const shown = view.complete ? null : forecast;
	const data = runOutData(view, shown, standingOf(view, shown, tier, overage), overage);
	render(RunOutChart, { data, selected: tier, yours: true, refused: shown?.refused ?? null, onselect });
	return { data, onselect };
}

describe('the run-out picture', () => {
	it('has a heading, a summary and one tab stop', () => {
		chart();
		const picture = screen.getByRole('application', {
			name: 'Credits used since 1 November, and where they are heading'
		});
		expect(picture).toHaveAttribute('tabindex', '0');
		expect(picture).toHaveAccessibleDescription(/60,000 credits: .* run out before Tue 1 Dec.*33,770 used/);
	});

	it('is read day by day with the arrow keys, from the as-of on', async () => {
		chart();
		const picture = screen.getByRole('application');
		await fireEvent.keyDown(picture, { key: 'ArrowLeft' });
		expect(screen.getAllByText(/^Sun 15 Nov: [\d,]+ used by the end of the day\.$/)).toHaveLength(2);
		await fireEvent.keyDown(picture, { key: 'End' });
		expect(screen.getAllByText(/^Mon 30 Nov: about [\d,]+ by the end of the day \(8 in 10/)).toHaveLength(2);
		await fireEvent.keyDown(picture, { key: 'Escape' });
		expect(screen.queryByText(/^Mon 30 Nov: about/)).toBeNull();
	});

	it('announces the reading politely', async () => {
		chart();
		await fireEvent.keyDown(screen.getByRole('application'), { key: 'Home' });
		const spoken = screen
			.getAllByText(/^Sun 1 Nov:/)
			.filter((line) => line.getAttribute('aria-live') === 'polite');
		expect(spoken).toHaveLength(1);
	});

	it('changes the plan with up and down', async () => {
		const { onselect } = chart();
		const picture = screen.getByRole('application');
		await fireEvent.keyDown(picture, { key: 'ArrowUp' });
		await fireEvent.keyDown(picture, { key: 'ArrowDown' });
		expect(onselect.mock.calls).toEqual([[100_000], [40_000]]);
	});

	it('shows the same chances as a table that adds up to 100', async () => {
		const { data } = chart();
		await fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
		const table = screen.getByRole('table', { name: 'Day by day' });
		const rows = within(table).getAllByRole('row').slice(1);
		expect(rows).toHaveLength(31);
		const last = rows.map((row) => Number(within(row).getAllByRole('cell').at(-1)?.textContent.trim()));
		expect(last.filter((value) => !Number.isNaN(value)).reduce((a, b) => a + b, 0)).toBe(100);
		const forecast = data.tiers.find((tier) => tier.includedCredits === 60_000)?.forecast;
		expect(last.at(-1)).toBe(forecast?.notBeforeRenewal);
		expect(screen.getByRole('button', { name: 'Show as picture' })).toBeVisible();
	});

	it('gives the reason in the heading where there are no chances', () => {
		chart({ history: 9 });
		expect(screen.getByRole('heading', { name: 'Plain pace only: 9 of 14 days known' })).toBeVisible();
		expect(screen.getByText(/Chances appear from Sat 21 Nov/)).toBeVisible();
	});

	it('draws a complete cycle, each crossing with its date', () => {
		chart({ complete: true, used: 64_900 });
		expect(screen.getByRole('heading', { name: /when each plan ran out/ })).toBeVisible();
		expect(screen.getByText('ran out Fri 27 Nov')).toBeInTheDocument();
	});
});

describe('the daily bars', () => {
	it('name each series with its share, and show the same days as a table', async () => {
		const { view, forecast } = november();
		const data = dayBarsData(view, forecast);
		if (!data) throw new Error('rows have daily bars');
		render(DayBars, { data, totals: view.bySeries });
		const figure = screen.getByRole('figure', { name: 'What used the credits' });
		expect(figure).toHaveAccessibleDescription(/Voice, standard/);
		const shares = screen
			.getAllByText(/^\d+% · [\d,]+$/)
			.map((line) => Number.parseInt(line.textContent, 10));
		expect(shares.reduce((a, b) => a + b, 0)).toBe(100);
		await fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
		expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(31);
	});
});

import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import Overview from '../../src/routes/overview/Overview.svelte';
import { fakeClient } from '../support/fake/client';
import { novAt } from '../support/november';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

const STOP = { from: novAt(-6, 9), to: novAt(1) };

async function overview() {
	const app = new App(fakeClient({ filled: true, proposedStops: [STOP] }));
	await app.open(null);
	const { unmount } = render(Screen, { app, screen: Overview });
	return { app, unmount };
}

describe('a stretch in which agents seem to have been stopped', () => {
	beforeEach(() => localStorage.clear());

	it('is asked about, and marked when the answer is yes', async () => {
		const { app } = await overview();
		await fireEvent.click(await screen.findByRole('button', { name: 'They were stopped' }));
		await vi.waitFor(() =>
			expect(app.settings?.value.contract.censored).toEqual([
				{ from: '2026-10-25T14:00:00.000Z', to: '2026-11-01T05:00:00.000Z' }
			])
		);
		await vi.waitFor(() => expect(screen.queryByText(/^Were the agents stopped/)).toBeNull());
	});

	it('is not asked about again after a no, and nothing is marked', async () => {
		const { app, unmount } = await overview();
		await fireEvent.click(await screen.findByRole('button', { name: 'No' }));
		expect(screen.queryByText(/^Were the agents stopped/)).toBeNull();
		unmount();
		render(Screen, { app, screen: Overview });
		await new Promise((resolve) => setTimeout(resolve));
		expect(screen.queryByText(/^Were the agents stopped/)).toBeNull();
		expect(app.settings?.value.contract.censored).toEqual([]);
	});
});

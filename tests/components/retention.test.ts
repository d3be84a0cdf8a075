import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import ImportScreen from '../../src/routes/import/+page.svelte';
import SettingsScreen from '../../src/routes/settings/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

async function storage() {
	const client = fakeClient({ filled: true });
	const app = new App(client);
	await app.open(null);
	const { unmount } = render(Screen, { app, screen: SettingsScreen });
	await fireEvent.click(screen.getByRole('tab', { name: 'Storage' }));
	// The tab is fetched when it is opened.
	await screen.findByRole('button', { name: 'See what would change' });
	return { app, client, unmount };
}

describe('older interactions', () => {
	it('become sums only after a look at what goes, and a word', async () => {
		const { app, client, unmount } = await storage();
		await fireEvent.input(screen.getByLabelText(/^Billing cycles kept as rows/), { target: { value: '3' } });
		expect(screen.queryByRole('button', { name: 'Keep daily sums' })).toBeNull();
		await fireEvent.click(screen.getByRole('button', { name: 'See what would change' }));
		expect(
			await screen.findByText(
				/^38,203 interactions before 1 Oct 2026, from 2 files, would be kept as daily sums/
			)
		).toBeInTheDocument();
		await fireEvent.click(screen.getByRole('button', { name: 'Keep daily sums' }));
		expect(screen.getByText(/ids, outcomes, cases, times of day/)).toBeInTheDocument();
		expect(client.calls).not.toContain('retain 3');
		await fireEvent.click(screen.getByRole('button', { name: 'Delete these rows' }));
		await vi.waitFor(() => expect(app.layers.every(({ byDay }) => byDay)).toBe(true));
		expect(client.calls).toContain('retain 3');
		unmount();

		// What is kept by day is said beside its name from then on.
		render(Screen, { app, screen: ImportScreen });
		expect(screen.getAllByText('by day')).toHaveLength(2);
	});

	it('stay where there are none before the months that are kept', async () => {
		await storage();
		await fireEvent.click(screen.getByRole('button', { name: 'See what would change' }));
		expect(await screen.findByText(/^There are no rows before/)).toBeInTheDocument();
		expect(screen.queryByRole('button', { name: 'Keep daily sums' })).toBeNull();
	});

	it('have their words in French', async () => {
		await storage();
		await language.set('fr-CA');
		expect(await screen.findByRole('heading', { name: 'Interactions anciennes' })).toBeInTheDocument();
		await language.set('en');
	});
});

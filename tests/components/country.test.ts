import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import SettingsScreen from '../../src/routes/settings/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

it('proposes the country of the time zone, and takes it only when asked to', async () => {
	const app = new App(fakeClient({ filled: true }));
	await app.open(null);
	render(Screen, { app, screen: SettingsScreen });
	const country = await screen.findByLabelText(/^Country \(holidays\)/);
	expect(country).toHaveValue('');
	await fireEvent.click(screen.getByRole('button', { name: 'Use Canada, by the time zone' }));
	expect(country).toHaveValue('CA');
	expect(screen.queryByRole('button', { name: /by the time zone/ })).toBeNull();
	await fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
	await vi.waitFor(() => expect(app.settings?.value.contract.country).toBe('CA'));
});

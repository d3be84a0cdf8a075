import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import SettingsScreen from '../../src/routes/settings/+page.svelte';
import { notesOf, setNotes } from '$lib/state/deviceNotes';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

async function storage(whileArchiving?: () => Promise<void>) {
	const client = fakeClient({ filled: true, ...(whileArchiving ? { whileArchiving } : {}) });
	const app = new App(client);
	await app.open(null);
	render(Screen, { app, screen: SettingsScreen });
	await fireEvent.click(screen.getByRole('tab', { name: 'Storage' }));
	await screen.findByRole('button', { name: 'Look for it' });
	return client;
}

const look = async (text: string) => {
	await fireEvent.input(screen.getByLabelText(/^Name, number or id/), { target: { value: text } });
	await fireEvent.click(screen.getByRole('button', { name: 'Look for it' }));
};

describe('a person', () => {
	it('is forgotten only after a look at where the name stands, and a word', async () => {
		const client = await storage();
		const view = (agent: string) => ({ name: agent, query: new URLSearchParams({ agent }).toString() });
		setNotes('views', 'first', [view('Ada'), view('c0de'), view('Bo')]);
		await look(' Ada ');
		expect(await screen.findByText(/^“.+”: 1,204 interactions$/)).toBeInTheDocument();
		expect(screen.getByText(/^“.+”: 1,204 interactions, under the code in its place$/)).toBeInTheDocument();
		expect(screen.getByText(/last four digits of a number were kept, they stay/)).toBeInTheDocument();
		expect(screen.getByText('Settings: one entry')).toBeInTheDocument();
		await fireEvent.click(screen.getByRole('button', { name: 'Forget it' }));
		expect(screen.getByText(/backups made before now/)).toBeInTheDocument();
		expect(client.calls).not.toContain('forget Ada');
		await fireEvent.click(screen.getByRole('button', { name: 'Forget for good' }));
		await vi.waitFor(() => expect(screen.getByLabelText(/^Name, number or id/)).toHaveValue(''));
		expect(client.calls).toContain('forget Ada');
		expect(notesOf('views', 'first')).toEqual([view('Bo')]);
		setNotes('views', 'first', []);
	});

	it('that stands nowhere is said so, and changing the text takes the answer away', async () => {
		await storage();
		await look('Dan');
		expect(await screen.findByText(/^“Dan” stands nowhere here/)).toBeInTheDocument();
		await fireEvent.input(screen.getByLabelText(/^Name, number or id/), { target: { value: 'Dana' } });
		expect(screen.queryByText(/stands nowhere here/)).toBeNull();
		expect(screen.queryByRole('button', { name: 'Forget it' })).toBeNull();
	});

	it('stays when the work is cancelled on the way', async () => {
		const client = await storage(() => new Promise(() => undefined));
		await look('Ada');
		await fireEvent.click(await screen.findByRole('button', { name: 'Forget it' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Forget for good' }));
		expect(await screen.findByRole('progressbar', { name: 'Forgetting' })).toBeInTheDocument();
		expect(await screen.findByText(/^40\s?%$/)).toBeInTheDocument();
		await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
		expect(await screen.findByRole('button', { name: 'Look for it' })).toBeInTheDocument();
		expect(screen.getByLabelText(/^Name, number or id/)).toHaveValue('Ada');
		expect(client.calls).toContain('forget Ada');
	});

	it('has its words in French', async () => {
		await storage();
		await language.set('fr-CA');
		expect(await screen.findByRole('heading', { name: 'Oublier une personne' })).toBeInTheDocument();
		await language.set('en');
	});
});

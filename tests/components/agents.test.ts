import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import { Toaster } from '$lib/state/toaster.svelte';
import SettingsScreen from '../../src/routes/settings/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

afterEach(() => language.set('en'));

async function show() {
	const app = new App(fakeClient({ filled: true }));
	await app.open(null);
	const toaster = new Toaster();
	render(Screen, { app, screen: SettingsScreen, toaster });
	await fireEvent.click(await screen.findByRole('tab', { name: 'Agents' }));
	await screen.findByRole('heading', { name: 'Agents' });
	return { app, toaster };
}

const choose = async (text: string) => {
	const input = screen.getByLabelText('Import agents.csv');
	Object.defineProperty(input, 'files', { value: [new File([text], 'agents.csv')], configurable: true });
	await fireEvent.change(input);
};
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));

it('a file of agents is shown before it is taken, its wrong line named; it is edited in place and saved', async () => {
	const { app } = await show();
	await choose('agent,licence,tags\nAva,trial,team=Laval\nBo,free,\n');
	const changes = await screen.findByRole('region', { name: 'What “agents.csv” would change' });
	expect(changes).toHaveTextContent(
		'Line 3: licence is “free”; it must be metered, unlimited, trial or nothing'
	);
	expect(
		within(changes).getByRole('row', { name: /^Ava new Licence: trial · Tags: team=Laval/ })
	).toBeVisible();
	expect(app.settings?.value.agents).toEqual([]);
	await fireEvent.click(within(changes).getByRole('button', { name: 'Add and change' }));

	await fireEvent.change(screen.getByRole('combobox', { name: 'Class: Ava' }), {
		target: { value: 'premium' }
	});
	const tags = screen.getByRole('textbox', { name: 'Tags: Ava' });
	await fireEvent.change(tags, { target: { value: 'Laval' } });
	expect(tags).toBeInvalid();
	await fireEvent.change(tags, { target: { value: 'team=Laval; floor=2' } });
	await save();
	await vi.waitFor(() =>
		expect(app.settings?.value.agents).toMatchObject([
			{ agent: 'Ava', licence: 'trial', class: 'premium', tags: { team: 'Laval', floor: '2' } }
		])
	);
});

it('an agent is added by the form, which refuses what is there already, and removed with Undo', async () => {
	const { app, toaster } = await show();
	const add = async (name: string) => {
		await fireEvent.click(screen.getByRole('button', { name: 'Add an agent' }));
		const dialog = await screen.findByRole('dialog');
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Take' }));
		expect(dialog).toHaveTextContent('An agent needs a name.');
		await fireEvent.input(within(dialog).getByRole('textbox', { name: 'Agent' }), {
			target: { value: name }
		});
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Take' }));
		return dialog;
	};
	await add('Zoé');
	const dialog = await add('Zoé');
	expect(dialog).toHaveTextContent('There is an entry for this agent, entity and channel.');
	await fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
	await fireEvent.click(screen.getByRole('button', { name: 'Remove: Zoé' }));
	expect(screen.queryByRole('rowheader', { name: /^Zoé/ })).toBeNull();
	toaster.toasts.at(-1)?.action?.run();
	expect(await screen.findByRole('rowheader', { name: /^Zoé everywhere/ })).toBeInTheDocument();
	await save();
	await vi.waitFor(() => expect(app.settings?.value.agents.map(({ agent }) => agent)).toEqual(['Zoé']));
});

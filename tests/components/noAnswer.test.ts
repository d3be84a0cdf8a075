import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import { AppError } from '$lib/workers/errors';
import Overview from '../../src/routes/+page.svelte';
import Import from '../../src/routes/import/+page.svelte';
import Problem from '../../src/routes/Problem.svelte';
import Plans from '../../src/routes/plans/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

afterEach(() => language.set('en'));

/** An app whose question is refused until `settle` is called, as under settings that do not fit daily sums. */
async function refused(which: typeof Overview, filled = true) {
	const client = fakeClient({ filled });
	let fits = false;
	const cycle: typeof client.query.cycle = (start) =>
		fits ? client.query.cycle(start) : Promise.reject(new AppError('summaryRounding', { reason: 'trial' }));
	const app = new App({ ...client, query: { ...client.query, cycle } });
	await app.open(null);
	render(Screen, { app, screen: which });
	return { app, settle: () => (fits = true) };
}

const title = () => screen.findByRole('heading', { level: 1, name: 'No figures for now' });

describe('usage that cannot be answered from', () => {
	it('is not welcomed as if there were none', async () => {
		const { app } = await refused(Overview);
		expect(app.problem?.code).toBe('summaryRounding');
		expect(await title()).toBeInTheDocument();
		expect(screen.queryByText('When do your AI credits run out?')).toBeNull();
		expect(screen.queryByRole('button', { name: 'Try the sample data' })).toBeNull();
	});

	it('is said on Plans too, and in French', async () => {
		await refused(Plans);
		expect(await title()).toBeInTheDocument();
		await language.set('fr-CA');
		expect(
			await screen.findByRole('heading', { level: 1, name: 'Pas de chiffres pour l’instant' })
		).toBeInTheDocument();
	});

	it('is told why, whatever goes well meanwhile, until there are figures again', async () => {
		const { app, settle } = await refused(Problem);
		await app.trash();
		expect(screen.getByRole('alert')).toHaveTextContent('were made under other settings');
		settle();
		await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
		await expect.poll(() => screen.queryByRole('alert')).toBeNull();
		expect(app.hasUsage).toBe(true);
	});

	it('is not what a workspace without usage has', async () => {
		await refused(Overview, false);
		expect(
			await screen.findByRole('heading', { name: 'When do your AI credits run out?' })
		).toBeInTheDocument();
	});
});

it('storage that cannot be opened is told of, whatever goes well meanwhile, until it can', async () => {
	const client = fakeClient({ filled: true });
	let allowed = false;
	const open: typeof client.data.open = (id) =>
		allowed ? client.data.open(id) : Promise.reject(new AppError('storageRefused'));
	const app = new App({ ...client, data: { ...client.data, open } });
	await app.open(null);
	render(Screen, { app, screen: Problem });
	await app.attempt(async () => undefined);
	expect(screen.getByRole('alert')).toHaveTextContent('does not let the page keep data');
	expect(app.refused).toBe(true);
	const { unmount } = render(Screen, { app, screen: Import });
	expect(screen.getByText(/^An export with one row/)).toHaveTextContent('nothing of it can be saved here');
	unmount();
	allowed = true;
	await app.open(null);
	await expect.poll(() => screen.queryByRole('alert')).toBeNull();
	expect(app.refused).toBe(false);
	render(Screen, { app, screen: Import });
	expect(screen.getByText(/^An export with one row/)).toHaveTextContent('saved on this device');
});

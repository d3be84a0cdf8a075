import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import type { SharedRows } from '$lib/workers/api';
import ImportScreen from '../../src/routes/import/+page.svelte';
import SettingsScreen from '../../src/routes/settings/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

afterEach(() => language.set('en'));

async function show(
	which: typeof ImportScreen | typeof SettingsScreen,
	filled = true,
	shared: SharedRows | null = null
) {
	const client = fakeClient({ filled, shared });
	const app = new App(client);
	await app.open(null);
	render(Screen, { app, screen: which });
	return { app, client };
}

async function choose(text: string, name = 'usage.csv') {
	const input = screen.getByLabelText('Choose usage files');
	Object.defineProperty(input, 'files', { value: [new File([text], name)], configurable: true });
	await fireEvent.change(input);
}

const HEADER = 'started_at,channel,duration_seconds';

describe('the Import screen', () => {
	it('imports a file of ours with one press and says how much, to stay', async () => {
		await show(ImportScreen, false);
		await choose(`${HEADER}\n2026-11-03T08:00:00Z,voice,61\n2026-11-03T08:01:00Z,voice,14\n`);
		await fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
		expect(await screen.findByRole('status')).toHaveTextContent(/^Imported 2 interactions$/);
		expect(await screen.findByRole('rowheader', { name: 'usage.csv' })).toBeInTheDocument();
	});

	it('says why Import must wait, and asks for the zone', async () => {
		await show(ImportScreen);
		await choose('Start;Talk time\n2026-11-03 08:00;00:01:01\n', 'calls.csv');
		expect(await screen.findByRole('button', { name: 'Continue to review' })).toBeDisabled();
		expect(screen.getByText('Say in which time zone the times were written.')).toBeInTheDocument();
		expect(screen.getByText('In which time zone was “Start” written?')).toBeInTheDocument();
		await fireEvent.click(screen.getByRole('radio', { name: 'Toronto' }));
		await fireEvent.change(screen.getByRole('combobox', { name: 'Channel' }), {
			target: { value: '=voice' }
		});
		expect(await screen.findByRole('button', { name: 'Continue to review' })).toBeEnabled();
		expect(await screen.findByRole('cell', { name: /1\smin 1\ss/ })).toBeInTheDocument();
	});

	it('shows beside each of the first rows what its own line says, where lines between them are left out', async () => {
		await show(ImportScreen, false);
		await choose(
			[
				'Call ID,Start,Channel,Duration (secs)',
				'a,2026-11-02T08:00:00Z,voice,18',
				'b,2026-11-03T13:17:07Z,sms,0',
				'c,2026-11-05T18:34:14Z,voice,149',
				''
			].join('\n'),
			'calls.csv'
		);
		const row = await screen.findByRole('row', { name: /2\smin 29\ss/ });
		expect(row).toHaveTextContent('2026-11-05T18:34:14Z');
		expect(within(row).getByText('149')).toBeInTheDocument();
		expect(screen.queryByText('2026-11-03T13:17:07Z')).not.toBeInTheDocument();
	});

	it('shows before the commit what is in a file, in both zones, and how each field was read', async () => {
		const { app } = await show(ImportScreen, false);
		await choose('Start;Talk time\n2026-11-03 08:00;00:01:01\n2026-11-03 08:05;00:02:00\n', 'calls.csv');
		await fireEvent.click(await screen.findByRole('radio', { name: 'UTC' }));
		await fireEvent.change(screen.getByRole('combobox', { name: 'Channel' }), {
			target: { value: '=voice' }
		});
		await fireEvent.click(await screen.findByRole('button', { name: 'Continue to review' }));
		expect(await screen.findByRole('heading', { name: '2 interactions are ready.' })).toBeInTheDocument();
		const totals = screen.getByRole('region', { name: 'What is in it' });
		expect(
			within(totals)
				.getAllByRole('definition')
				.map((one) => one.textContent?.trim())
		).toEqual([
			'Tue 3 Nov 2026, 03:00:00 – Tue 3 Nov 2026, 03:05:00',
			'Tue 3 Nov 2026, 08:00:00 – Tue 3 Nov 2026, 08:05:00'
		]);
		expect(within(totals).getByRole('row', { name: /^Nov 2026 voice 2 .* 10$/ })).toBeInTheDocument();
		const from = screen.getByRole('region', { name: 'Read from' });
		expect(within(from).getByText(/^Start, year, month, day, UTC/)).toBeInTheDocument();
		expect(within(from).getByText(/^Same for all rows: voice/).parentElement).toHaveTextContent(
			'chosen by you'
		);
		expect(app.layers).toHaveLength(0);
		await fireEvent.click(screen.getByRole('button', { name: 'Import' }));
		expect(await screen.findByRole('status')).toHaveTextContent(/^Imported 2 interactions$/);

		// From then on it is remembered, can be changed without the file, and taken away.
		const kept = await screen.findByRole('region', { name: 'How files are read' });
		await fireEvent.click(
			within(kept).getByRole('button', { name: 'Change how files like calls.csv are read' })
		);
		await fireEvent.change(await within(kept).findByRole('combobox', { name: 'Time zone' }), {
			target: { value: '' }
		});
		expect(within(kept).getByRole('button', { name: 'Save how they are read' })).toBeDisabled();
		await fireEvent.change(within(kept).getByRole('combobox', { name: 'Time zone' }), {
			target: { value: 'Europe/Berlin' }
		});
		await fireEvent.change(within(kept).getByRole('combobox', { name: 'Text' }), {
			target: { value: 'windows-1252' }
		});
		await fireEvent.change(within(kept).getByRole('combobox', { name: 'Columns are separated by' }), {
			target: { value: ';' }
		});
		await fireEvent.click(within(kept).getByRole('button', { name: 'Save how they are read' }));
		await vi.waitFor(() =>
			expect(app.settings?.value.profiles).toMatchObject([
				{ mapping: { zone: 'Europe/Berlin' }, reading: { encoding: 'windows-1252', delimiter: ';' } }
			])
		);
		await choose('Start;Talk time\n2026-12-03 08:00;00:01:01\n', 'december.csv');
		const nothing = await screen.findByRole('button', { name: 'Import nothing' });
		expect(screen.getByText(/^Read as you confirmed on .* for “calls.csv”.$/)).toBeInTheDocument();
		await fireEvent.click(nothing);
		await fireEvent.click(
			await screen.findByRole('button', { name: 'Remove how files like calls.csv are read' })
		);
		await vi.waitFor(() => expect(app.settings?.value.profiles).toEqual([]));
	});

	it('reads a file that is here in another way, once it is the same file', async () => {
		const { app } = await show(ImportScreen, false);
		const text = `${HEADER}\n2026-11-03T08:00:00Z,voice,61\n2026-11-03T08:01:00Z,voice,14\n`;
		await choose(text);
		await fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
		await fireEvent.click(await screen.findByRole('button', { name: 'Read usage.csv differently' }));
		const dialog = await screen.findByRole('dialog', { hidden: true });
		const hand = async (content: string, name: string) => {
			const input = await within(dialog).findByLabelText('Choose the file');
			Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
			await fireEvent.change(input);
		};
		await hand(`${text}2026-11-03T08:02:00Z,voice,9\n`, 'other.csv');
		expect(
			await within(dialog).findByText('“other.csv” is not the file that was imported as “usage.csv”')
		).toBeInTheDocument();
		const before = app.layers;
		await hand(text, 'moved.csv');
		expect(
			await screen.findByRole('heading', { name: 'Say how “usage.csv” is to be read.' })
		).toBeInTheDocument();
		await fireEvent.click(screen.getByRole('button', { name: 'Continue to review' }));
		await fireEvent.click(await screen.findByRole('button', { name: 'Keep it as it was' }));
		expect(await screen.findByText('“moved.csv” stays as it was read before')).toBeInTheDocument();
		expect(app.layers).toEqual(before);
	});

	it('says into which workspace a file goes, where another one is opened before the press', async () => {
		const { client, app } = await show(ImportScreen, false);
		await choose(`${HEADER}\n2026-11-03T08:00:00Z,voice,61\n`);
		const press = await screen.findByRole('button', { name: 'Import' });
		const name = app.workspace?.name || 'My workspace';
		const { id } = await client.data.createWorkspace('Other', false);
		await app.open(id);
		expect(
			await screen.findByText(`It goes into “${name}”, which was open when the file was chosen.`)
		).toBeVisible();
		await fireEvent.click(press);
		expect(
			await screen.findByText(`It went into “${name}”, which was open when the file was chosen.`)
		).toBeVisible();
		expect(screen.queryByRole('link', { name: 'See when credits run out' })).toBeNull();
	});

	it('says what other files have, too, and asks which rows count where their content differs', async () => {
		const { client } = await show(ImportScreen, true, {
			already: 12,
			changed: 3,
			files: ['october.csv', 'november.csv'],
			summed: [],
			alike: 0
		});
		await choose(`${HEADER}\n2026-11-03T08:00:00Z,voice,61\n`);
		await fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
		expect(
			await screen.findByRole('heading', { name: '3 rows are here with other content. Which ones count?' })
		).toBeInTheDocument();
		expect(
			screen.getByText(/^12 rows are in “october.csv”, “november.csv” just the same/)
		).toBeInTheDocument();
		expect(screen.queryByRole('heading', { name: 'Rows that cannot be read' })).toBeNull();
		const group = screen.getByRole('group', { name: 'What counts then' });
		expect(within(group).getByRole('radio', { name: 'This file’s rows' })).toBeChecked();
		await fireEvent.click(within(group).getByRole('radio', { name: 'Those that are here' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Import 1 interaction' }));
		expect(await screen.findByText('12 of them were here before: they count once.')).toBeInTheDocument();
		expect(client.calls.at(-1)).toMatch(/^commit \S+ theirs$/);
	});

	it('lists rows that cannot be read, with line, column, value and reason', async () => {
		await show(ImportScreen, false);
		await choose(`${HEADER}\n2026-11-03T08:00:00Z,voice,61\n2026-11-03T08:01:00Z,voice,-3\n`);
		await fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
		expect(
			await screen.findByRole('heading', { name: '1 row cannot be read. The other one is ready.' })
		).toBeInTheDocument();
		const row = screen.getByRole('row', { name: /The value is below zero/ });
		expect(
			within(row)
				.getAllByRole('cell')
				.map((cell) => cell.textContent)
		).toEqual(['3', 'duration_seconds', '-3', 'The value is below zero.']);
		await fireEvent.click(screen.getByRole('button', { name: 'Import nothing' }));
		expect(await screen.findByText('The import of “usage.csv” was cancelled')).toBeInTheDocument();
	});

	it('says of a file that is no table what it is and what to do', async () => {
		await show(ImportScreen, false);
		await choose('%PDF-1.7 …', 'invoice.pdf');
		const alert = await screen.findByRole('alert');
		expect(alert).toHaveTextContent('“invoice.pdf” is a PDF document');
		expect(alert).toHaveTextContent('Nothing was imported.');
	});

	it('removes a file at once and offers to bring it back', async () => {
		const { client, app } = await show(ImportScreen);
		await fireEvent.click(screen.getByRole('button', { name: 'Remove chats-november.csv' }));
		await vi.waitFor(() => expect(app.layers).toHaveLength(1));
		expect(client.calls).toContain('removeLayer');
		await app.restoreLayer('b');
		await vi.waitFor(() => expect(app.layers).toHaveLength(2));
	});

	it('takes a meter reading on the clock of the contract', async () => {
		const { app } = await show(ImportScreen, false);
		await fireEvent.input(screen.getByLabelText('Date'), { target: { value: '2026-11-16' } });
		await fireEvent.input(screen.getByLabelText('Time'), { target: { value: '14:05' } });
		await fireEvent.input(screen.getByLabelText('Credits used in the cycle'), {
			target: { value: '34 120' }
		});
		await fireEvent.click(screen.getByRole('button', { name: 'Add reading' }));
		expect(await screen.findByRole('cell', { name: 'Mon 16 Nov 2026, 14:05' })).toBeInTheDocument();
		expect(app.settings?.value.readings).toEqual([
			{ at: Date.UTC(2026, 10, 16, 19, 5), creditsUsed: 34_120 }
		]);
	});

	it('keeps what is typed of the next meter reading while one is saved', async () => {
		const { app, client } = await show(ImportScreen, false);
		const save = client.data.saveSettings.bind(client.data);
		let saved: () => void = () => undefined;
		client.data.saveSettings = async (...args) => {
			await new Promise<void>((resolve) => (saved = resolve));
			return save(...args);
		};
		const fields = ['Date', 'Time', 'Credits used in the cycle'].map((name) => screen.getByLabelText(name));
		const [date, time, credits] = fields as [HTMLElement, HTMLElement, HTMLElement];
		const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
		await type(date, '2026-11-16');
		await type(time, '14:05');
		await type(credits, '34120');
		credits.focus();
		await fireEvent.keyDown(credits, { key: 'Enter' });
		await fireEvent.click(screen.getByRole('button', { name: 'Add reading' }));
		await type(time, '18:30');
		saved();
		await vi.waitFor(() => expect(app.settings?.value.readings).toHaveLength(1));
		// What was saved makes room; the field in hand stays the same one.
		await vi.waitFor(() => expect(credits).toHaveValue(''));
		expect(time).toHaveValue('18:30');
		expect(credits).toHaveFocus();

		await type(credits, '35000');
		await fireEvent.blur(credits);
		await fireEvent.click(screen.getByRole('button', { name: 'Add reading' }));
		await type(credits, '36000');
		saved();
		await vi.waitFor(() => expect(app.settings?.value.readings).toHaveLength(2));
		await vi.waitFor(() => expect(time).toHaveValue(''));
		expect(credits).toHaveValue('36000');
		await fireEvent.blur(credits);
		expect(credits).toHaveValue('36,000');
	});

	it('adds no meter reading of a number that it cannot read', async () => {
		const { client } = await show(ImportScreen, false);
		await fireEvent.input(screen.getByLabelText('Date'), { target: { value: '2026-11-16' } });
		await fireEvent.input(screen.getByLabelText('Time'), { target: { value: '14:05' } });
		const credits = screen.getByLabelText('Credits used in the cycle');
		for (const value of ['12', '12x']) await fireEvent.input(credits, { target: { value } });
		await fireEvent.click(screen.getByRole('button', { name: 'Add reading' }));
		expect(client.calls).not.toContain('saveSettings');
		expect(credits).toHaveValue('12x');
	});
});

describe('the Settings screen', () => {
	it('answers by what the customer is charged', async () => {
		await show(SettingsScreen);
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
			'You are charged by the net2phone card on the 60,000 plan'
		);
	});

	it('saves a change only when asked', async () => {
		const { app } = await show(SettingsScreen);
		const save = screen.getByRole('button', { name: 'Save changes' });
		expect(save).toBeDisabled();
		await fireEvent.click(screen.getByRole('radio', { name: 'Overage' }));
		expect(app.settings?.value.contract.overage).toBe('off');
		await fireEvent.click(save);
		await vi.waitFor(() => expect(app.settings?.value.contract.overage).toBe('on'));
	});

	it('offers the settings file beside every tab, also without data', async () => {
		await show(SettingsScreen, false);
		for (const name of ['Rate card', 'Storage', 'Contract']) {
			await fireEvent.click(screen.getByRole('tab', { name }));
			expect(screen.getByRole('button', { name: 'Export settings' })).toBeEnabled();
			expect(screen.getByLabelText('Import settings')).toBeInTheDocument();
		}
	});

	it('shows what a settings file would change before it is taken in', async () => {
		const { app } = await show(SettingsScreen);
		const text = (await app.client.archive.exportSettings('first')).replace(
			'"tier": 60000',
			'"tier": 100000'
		);
		const input = screen.getByLabelText('Import settings');
		Object.defineProperty(input, 'files', { value: [new File([text], 'mine.json')], configurable: true });
		await fireEvent.change(input);
		expect(await screen.findByRole('row', { name: /contract\.tier/ })).toHaveTextContent('100000');
		await fireEvent.click(screen.getByRole('button', { name: 'Replace' }));
		await vi.waitFor(() => expect(app.settings?.value.contract.tier).toBe(100_000));
	});

	it('speaks French', async () => {
		await language.set('fr-CA');
		await show(SettingsScreen);
		expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/forfait 60\u202f000$/);
	});
});

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import ImportScreen from '../../src/routes/import/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

vi.mock('$app/navigation', () => ({
	beforeNavigate: () => undefined,
	afterNavigate: () => undefined,
	goto: () => undefined
}));

async function choose(lines: readonly string[]) {
	const app = new App(fakeClient({ filled: false }));
	await app.open(null);
	render(Screen, { app, screen: ImportScreen });
	const input = screen.getByLabelText('Choose usage files');
	const file = new File([[...lines, ''].join('\n')], 'calls.csv');
	Object.defineProperty(input, 'files', { value: [file], configurable: true });
	await fireEvent.change(input);
	await screen.findByRole('heading', { name: 'What is in which column?' });
}
const row = (name: string) => within(screen.getByRole('group', { name }));
const set = (select: HTMLElement, value: string) => fireEvent.change(select, { target: { value } });
const review = async () => fireEvent.click(await screen.findByRole('button', { name: 'Continue to review' }));

it('which mark stands before decimals is asked where every number could have either, and answered once', async () => {
	await choose(['Start;Channel;Duration (secs)', '2026-11-03T08:00:00Z;voice;1,234']);
	expect(screen.getByText(/Every number with a mark in “Duration \(secs\)”/)).toBeInTheDocument();
	expect(screen.getByRole('button', { name: 'Continue to review' })).toBeDisabled();
	await fireEvent.click(screen.getByRole('radio', { name: 'Point' }));
	expect(await screen.findByRole('cell', { name: /20\smin 34\ss/ })).toBeInTheDocument();
	await set(row('Duration').getByRole('combobox', { name: 'Decimals' }), ',');
	expect(await screen.findByRole('cell', { name: /^1(\.\d+)?\ss/ })).toBeInTheDocument();
});

it('a column that names a zone in each row is told where the zone is asked', async () => {
	const rows = ['2026-11-03 08:00,voice,61,Europe/Paris', '2026-11-03 09:00,voice,62,America/New_York'];
	await choose(['Start,Channel,Duration (s),Time zone', ...rows]);
	const said = /“Time zone” says a zone in each row \(Europe\/Paris, America\/New_York and so on\)/;
	expect(screen.getByText(said)).toBeInTheDocument();
	expect(screen.getByText(/^The times carry no zone/)).toBeInTheDocument();
});

it('rows that are messages are joined, and the review says how many were joined or left out', async () => {
	await choose([
		'message_id;message_created_at;message_author_type;conversation_id',
		'1;2026-11-03T08:00:00Z;user;c1',
		'2;2026-11-03T08:00:30Z;bot;c1',
		'3;2026-11-03T08:01:00Z;user;c1'
	]);
	expect(row('A row is').getByRole('combobox', { name: 'A row is' })).toHaveValue('messages');
	expect(row('A row is').getByText(/Only those that customers wrote count/)).toBeInTheDocument();
	await review();
	const done = within(await screen.findByRole('region', { name: 'Left out or joined' }));
	expect(done.getByText('1 message that no customer wrote left out')).toBeInTheDocument();
	expect(done.getByText('1 row became part of another')).toBeInTheDocument();
});

it('what is kept of a number is chosen beside it, each choice with a sentence', async () => {
	await choose([
		'Start;Channel;Duration (secs);Queue;Agent',
		'2026-11-03T08:00:00Z;voice;61;+14385550142;Zoë'
	]);
	expect(row('Agent').queryByRole('combobox', { name: 'What is kept' })).toBeNull();
	const kept = row('Entity').getByRole('combobox', { name: 'What is kept' });
	expect(row('Entity').getByText('Kept in this browser as the file has it.')).toBeInTheDocument();
	await set(kept, 'lastFour');
	expect(await screen.findByRole('cell', { name: '0142' })).toBeInTheDocument();
	expect(row('Entity').getByText(/Only the last four digits are kept/)).toBeInTheDocument();
	await set(row('Entity').getByRole('combobox', { name: 'What is kept' }), 'hash');
	expect(await screen.findByRole('cell', { name: /^[0-9a-f]{32}$/ })).toBeInTheDocument();
});

it('rows that say otherwise are told before anything counts, and one press reads the file again', async () => {
	await choose([
		'Start;Channel;Duration (secs)',
		...Array.from({ length: 20 }, (_, k) => `0${1 + (k % 9)}/02/2026 08:00Z;voice;61`),
		'11/25/2026 08:00Z;voice;61'
	]);
	await set(row('Start').getByRole('combobox', { name: 'Written as' }), 'dmy');
	await review();
	const doubt = await screen.findByRole('alert');
	expect(doubt).toHaveTextContent(/1 row has the month first, such as 11\/25\/2026 08:00Z in line 22/);
	await fireEvent.click(screen.getByRole('button', { name: 'Read again, month first' }));
	expect(await screen.findByRole('heading', { level: 1, name: /21 interactions/ })).toBeInTheDocument();
	expect(screen.queryByRole('alert')).toBeNull();
});

it('ids that a spreadsheet has rounded further down are told, and one press reads the file without them', async () => {
	const ids = [...Array.from({ length: 20 }, (_, k) => String(1001 + k)), '1.23457E+15', '1.23457E+15'];
	await choose([
		'Call ID;Start;Channel;Duration (secs)',
		...ids.map((id, k) => `${id};2026-11-03T08:00:${10 + k}Z;voice;61`)
	]);
	expect(row('Id').getByRole('combobox')).toHaveValue('c0');
	await review();
	const doubt = await screen.findByRole('alert');
	expect(doubt).toHaveTextContent(
		/2 values in “Call ID” lost their last digits in a spreadsheet, such as 1\.23457E\+15 in line 22/
	);
	await fireEvent.click(screen.getByRole('button', { name: 'Read again without this column' }));
	expect(await screen.findByRole('heading', { level: 1, name: /22 interactions/ })).toBeInTheDocument();
	expect(screen.queryByRole('alert')).toBeNull();
});

it('rows that may sum up others are told, with nothing to press', async () => {
	await choose([
		'Start;Agent;Channel;Duration (secs)',
		...[61, 30, 125].map((seconds) => `2026-11-03T08:00:00Z;Zoë;voice;${seconds}`),
		'2026-11-30T23:59:59Z;Total;voice;250'
	]);
	await review();
	const doubt = await screen.findByRole('alert');
	expect(doubt).toHaveTextContent(/1 row may sum up others, such as “Total” in line 5, and counts\./);
	expect(within(doubt).queryByRole('button')).toBeNull();
	expect(screen.getByRole('button', { name: 'Import' })).toBeInTheDocument();
});

import { beforeEach, expect, test } from 'vitest';
import { forgetNotes, notesOf, setNotes } from '$lib/state/deviceNotes';

beforeEach(() => localStorage.clear());

test('a forgotten name goes from saved views and expected findings of its workspace, and from nothing else', () => {
	const view = (agent: string) => ({ name: 'Mine', query: new URLSearchParams({ agent }).toString() });
	setNotes('views', 'w', [view('Zoë Night'), view('Ava'), { name: 'Zoë Night’s', query: '' }]);
	setNotes('views', 'other', [view('Zoë Night')]);
	setNotes('expected', 'w', [
		JSON.stringify(['agent', 'Zoë Night', 1, 2]),
		JSON.stringify(['agent', 'Ava', 1, 2])
	]);
	forgetNotes('w', 'Zoë Night');
	expect(notesOf('views', 'w')).toEqual([view('Ava')]);
	expect(notesOf('expected', 'w')).toEqual([JSON.stringify(['agent', 'Ava', 1, 2])]);
	expect(notesOf('views', 'other')).toEqual([view('Zoë Night')]);
});

test('notes that are no list, or no JSON at all, are none', () => {
	localStorage.setItem('drawdown.callViews', '{"w": 5}');
	localStorage.setItem('drawdown.expected', '{');
	expect([notesOf('views', 'w'), notesOf('expected', 'w')]).toEqual([[], []]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { foundCommands, type Command } from '$lib/state/palette';
import { keysTo, SHORTCUTS, Shortcuts } from '$lib/state/shortcuts.svelte';

beforeEach(() => localStorage.clear());

describe('a shortcut', () => {
	const body = document.body;
	const at = (key: string, timeStamp: number, more: KeyboardEventInit = {}, target: Element = body) => {
		const event = new KeyboardEvent('keydown', { key, ...more });
		return {
			key,
			ctrlKey: event.ctrlKey,
			metaKey: event.metaKey,
			altKey: event.altKey,
			isComposing: event.isComposing,
			repeat: event.repeat,
			defaultPrevented: false,
			timeStamp,
			target
		};
	};

	it('is named once, and none begins like another', () => {
		const keys = SHORTCUTS.map((one) => one.keys);
		expect(new Set(keys).size).toBe(keys.length);
		for (const one of keys) expect(keys.filter((other) => `${other} `.startsWith(`${one} `))).toEqual([one]);
		expect(keysTo('/usage/calls/')).toBe('g c');
		expect(keysTo('/usage/waste/')).toBeNull();
	});

	it('leads to its screen by two keys one soon after the other', () => {
		const shortcuts = new Shortcuts();
		expect(shortcuts.press(at('g', 0))).toBeNull();
		expect(shortcuts.press(at('u', 400))).toMatchObject({ href: '/usage/' });
		shortcuts.press(at('g', 1_000));
		expect(shortcuts.press(at('u', 4_000))).toBeNull();
		shortcuts.press(at('g', 5_000));
		shortcuts.press(at('g', 5_100));
		expect(shortcuts.press(at('o', 5_200))).toMatchObject({ id: 'overview' });
		expect(shortcuts.press(at('o', 5_300))).toBeNull();
	});

	it('is none while something is typed, in a list of choices, or with a modifier', () => {
		const shortcuts = new Shortcuts();
		body.innerHTML =
			'<input><textarea></textarea><dialog><b></b></dialog><div role="menu"><i></i></div><p></p>';
		const found = (selector: string) =>
			shortcuts.press(at('?', 0, {}, body.querySelector(selector) as Element));
		expect(['input', 'textarea', 'b', 'i'].map(found)).toEqual([null, null, null, null]);
		expect(found('p')).toMatchObject({ id: 'help' });
		for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
			expect(shortcuts.press(at('/', 0, { [modifier]: true }))).toBeNull();
		expect(shortcuts.press(at('?', 0, { repeat: true }))).toBeNull();
		expect(shortcuts.press(at('?', 0, { isComposing: true }))).toBeNull();
	});

	it('can be switched off but for Ctrl or ⌘ K, and stays off', () => {
		new Shortcuts().set(false);
		const shortcuts = new Shortcuts();
		const field = document.createElement('input');
		expect(shortcuts.on).toBe(false);
		expect(shortcuts.press(at('?', 0))).toBeNull();
		expect(shortcuts.press(at('k', 0, { ctrlKey: true }, field))).toBe('palette');
		expect(shortcuts.press(at('K', 0, { metaKey: true }))).toBe('palette');
		expect(shortcuts.press(at('k', 0, { ctrlKey: true, altKey: true }))).toBeNull();
		shortcuts.set(true);
		expect(new Shortcuts().press(at('?', 0))).toMatchObject({ id: 'help' });
	});
});

describe('the palette', () => {
	const command = (
		id: string,
		group: Command['group'],
		label: string,
		more: Partial<Command> = {}
	): Command => ({
		id,
		group,
		label,
		run: () => undefined,
		...more
	});
	const commands = [
		command('forecast', 'screens', 'Prévision'),
		command('past', 'screens', 'Mois passés', { note: 'Forfaits' }),
		command('zoe', 'agents', 'Zoé Prévost'),
		command('backup', 'actions', 'Sauvegarder', { also: 'backup' })
	];
	const found = (typed: string) =>
		foundCommands(commands, typed).map(({ group, commands: some }) => [group, ...some.map(({ id }) => id)]);

	it('offers all in its order before something is typed', () => {
		expect(found('  ')).toEqual([
			['screens', 'forecast', 'past'],
			['agents', 'zoe'],
			['actions', 'backup']
		]);
	});

	it('finds every typed word without case and accents, in names, notes and what else they are called', () => {
		expect(found('PREVISION')).toEqual([['screens', 'forecast']]);
		expect(found('forfaits passes')).toEqual([['screens', 'past']]);
		expect(found('backup')).toEqual([['actions', 'backup']]);
		expect(found('zo prev')).toEqual([['agents', 'zoe']]);
		expect(found('nothing')).toEqual([]);
	});

	it('puts first what begins as typed, and the group it is in', () => {
		expect(found('zoe')).toEqual([['agents', 'zoe']]);
		expect(found('prev')).toEqual([
			['screens', 'forecast'],
			['agents', 'zoe']
		]);
		expect(found('prevo')).toEqual([['agents', 'zoe']]);
		expect(found('sa')[0]).toEqual(['actions', 'backup']);
	});

	it('shows a few of many, and all screens', () => {
		const many = Array.from({ length: 40 }, (_, k) =>
			command(`${k}`, k < 20 ? 'agents' : 'screens', `n${k}`)
		);
		expect(foundCommands(many, '').map((group) => group.commands.length)).toEqual([9, 20]);
	});
});

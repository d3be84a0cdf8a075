import { describe, expect, it } from 'vitest';
import { registerChanges, registerLines, taken, withEntry } from '$lib/state/register';
import { entryFor } from '../support/rows';

const ava = entryFor('Ava', { licence: 'trial', tags: { team: 'Laval' } });
const avaByPhone = entryFor('Ava', { channel: 'voice', class: 'premium' });
const bo = entryFor('Bo');

describe('the register on screen', () => {
	it('has its entries and the agents of the usage that it does not name, by name', () => {
		const lines = registerLines([bo, ava, avaByPhone], ['Bo', '', 'Cy', 'Ann']);
		expect(lines.map(({ entry, registered }) => [entry.agent, entry.channel, registered])).toEqual([
			['Ann', null, false],
			['Ava', null, true],
			['Ava', 'voice', true],
			['Bo', null, true],
			['Cy', null, false]
		]);
		expect(new Set(lines.map(({ key }) => key)).size).toBe(5);
	});

	it('takes an edited entry in its place, a new one at the end, and none that another stands in the way of', () => {
		expect(withEntry([ava, bo], ava, { ...ava, licence: null })).toEqual([{ ...ava, licence: null }, bo]);
		expect(withEntry([ava], null, bo)).toEqual([ava, bo]);
		expect(withEntry([ava, bo], bo, { ...bo, agent: 'Ava' })).toBeNull();
		expect(withEntry([ava], null, { ...bo, agent: 'Ava' })).toBeNull();
	});
});

describe('a file of agents', () => {
	const file = [{ ...ava, licence: null, tags: {} }, avaByPhone];

	it('adds and changes entries, or takes the place of them all', () => {
		expect(taken([ava, bo], file, false)).toEqual([file[0], bo, avaByPhone]);
		expect(taken([ava, bo], file, true)).toEqual(file);
	});

	it('is said to change what it changes, and nothing else', () => {
		const after = taken([ava, bo], file, true);
		expect(registerChanges([ava, bo], after).map(({ entry, kind, fields }) => [entry, kind, fields])).toEqual(
			[
				[
					file[0],
					'changed',
					[
						{ field: 'licence', before: 'trial', after: '' },
						{ field: 'tags', before: 'team=Laval', after: '' }
					]
				],
				[avaByPhone, 'new', [{ field: 'class', before: '', after: 'premium' }]],
				[bo, 'gone', []]
			]
		);
		expect(registerChanges([ava, bo], [bo, ava])).toEqual([]);
	});
});

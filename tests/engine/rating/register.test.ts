import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	entriesInForce,
	entryOf,
	indexRegister,
	NO_ENTRY,
	type Channel,
	type RegisterEntry
} from '$lib/engine/rating';
import { UTC } from '$lib/engine/time';
import { entryFor, registerOf } from '../../support/rows';

const voice = 1;
const chat = 0;

describe('the register entry of a row', () => {
	const register = registerOf(
		entryFor('Ava'),
		entryFor('Ava', { channel: 'voice' }),
		entryFor('Ava', { entity: 'Sales' }),
		entryFor('Ava', { entity: 'Sales', channel: 'voice' }),
		entryFor('Bo', { entity: 'Sales' }),
		entryFor('Bo', { channel: 'chat' })
	);

	it.each([
		['Ava', 'Sales', voice, 3],
		['Ava', 'Sales', chat, 2],
		['Ava', 'Support', voice, 1],
		['Ava', 'Support', chat, 0],
		['Bo', 'Sales', chat, 4],
		['Bo', 'Support', chat, 5],
		['Bo', 'Support', voice, NO_ENTRY],
		['ava', 'Sales', voice, NO_ENTRY]
	])('of %s at %s on channel %d is number %d', (agent, entity, channel, entry) => {
		expect(entryOf(register, agent, entity, channel)).toBe(entry);
	});

	it('names the two entries with the same keys', () => {
		expect(
			indexRegister([
				entryFor('Ava', { channel: 'voice' }),
				entryFor('Ava'),
				entryFor('Ava', { channel: 'voice', class: 'premium' })
			])
		).toEqual({ kind: 'duplicate', first: 0, second: 2 });
	});

	it('tells an unnamed entity from all entities', () => {
		const own = registerOf(entryFor('Ava', { entity: '' }));
		expect([entryOf(own, 'Ava', '', chat), entryOf(own, 'Ava', 'Sales', chat)]).toEqual([0, NO_ENTRY]);
	});

	it('is the most specific match, entity before channel, whatever the register holds', () => {
		const names = fc.constantFrom('A', 'B');
		const channels = fc.constantFrom<Channel | null>('chat', 'voice', null);
		const entries = fc.uniqueArray(
			fc
				.tuple(names, fc.option(names), channels)
				.map(([agent, entity, channel]) => entryFor(agent, { entity, channel })),
			{ selector: ({ agent, entity, channel }) => JSON.stringify([agent, entity, channel]) }
		);
		const weight = ({ entity, channel }: RegisterEntry) =>
			(entity === null ? 0 : 2) + (channel === null ? 0 : 1);
		fc.assert(
			fc.property(entries, names, names, fc.constantFrom(0, 1), (list, agent, entity, channel) => {
				const matches = list.filter(
					(entry) =>
						entry.agent === agent &&
						(entry.entity === null || entry.entity === entity) &&
						(entry.channel === null || entry.channel === (channel === voice ? 'voice' : 'chat'))
				);
				const best = matches.toSorted((a, b) => weight(b) - weight(a))[0];
				const found = entryOf(registerOf(...list), agent, entity, channel);
				expect(found === NO_ENTRY ? undefined : list[found]).toBe(best);
			})
		);
	});
});

describe('an entry is in force in a cycle', () => {
	const cycle = { start: Date.UTC(2026, 2, 1), end: Date.UTC(2026, 3, 1) };
	const inForce = (activation: number, deactivatedAt: string | null) =>
		entriesInForce(registerOf(entryFor('Ava', { deactivatedAt })), Float64Array.of(activation), UTC, cycle)
			.length === 1;

	it.each([
		['activated on its last instant', cycle.end - 1, null, true],
		['activated at its end', cycle.end, null, false],
		['never used and never activated', Infinity, null, false],
		['deactivated at its start', 0, '2026-03-01', false],
		['deactivated just after its start', 0, '2026-03-01T00:00:00.001Z', true]
	])('if %s: %#', (_, activation, deactivatedAt, expected) => {
		expect(inForce(activation, deactivatedAt)).toBe(expected);
	});
});

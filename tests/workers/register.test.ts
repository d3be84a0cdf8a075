import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTags, tagsText, type RegisterEntry } from '$lib/engine/rating';
import { batchOf, blobOf, FORMATS, registerTable } from '$lib/workers/export';
import { readRegister } from '$lib/workers/settings/registerFile';
import { entryFor } from '../support/rows';

const read = (text: string) => readRegister(new TextEncoder().encode(text));
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const key = name.filter((one) => !['__proto__', 'prototype', 'constructor'].includes(one));
const entry: fc.Arbitrary<RegisterEntry> = fc.record({
	agent: fc.oneof(
		name,
		fc.constantFrom('\ufeffAva', '=SUM(A1)', "'x", ' Zoé ', '"a;b"', 'two\nlines', '﹣1')
	),
	entity: optional(fc.oneof(name, fc.constantFrom('', '\\', '\\\\', '\\a', "'"))),
	channel: optional(fc.constantFrom('chat', 'voice')),
	class: optional(fc.constantFrom('standard', 'premium')),
	licence: optional(fc.constantFrom('metered', 'unlimited', 'trial')),
	activatedAt: optional(fc.constantFrom('2026-03-01', '2026-03-01T05:00:00.000Z')),
	deactivatedAt: optional(fc.constantFrom('2026-11-30')),
	trialDays: optional(fc.nat(400)),
	trialCredits: optional(fc.nat()),
	engagementOpenPercent: optional(fc.nat(100_000).map((n) => n / 1_000)),
	engagementClosedPercent: optional(fc.constantFrom(0, 100)),
	priceCredits: optional(fc.nat()),
	pricePerCycle: optional(fc.constantFrom('29', '29.00', '0.125')),
	tags: fc.dictionary(key, fc.string({ unit: 'grapheme', maxLength: 6 }), { maxKeys: 3 })
});
const register = fc.uniqueArray(entry, {
	selector: (one) => JSON.stringify([one.agent, one.entity, one.channel]),
	maxLength: 12
});

test('a register that is written as agents.csv is read as the very same', async () => {
	await fc.assert(
		fc.asyncProperty(register, async (entries) => {
			const table = registerTable(entries);
			const blob = await blobOf(FORMATS.csv.write(table.columns, batchOf(table)), '');
			const bytes = new Uint8Array(await blob.arrayBuffer());
			expect(readRegister(bytes)).toEqual({ entries, refused: [], unknown: [], headless: false });
		}),
		{ numRuns: 60 }
	);
});

test('tags are read as they were written, and as people type them', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { noNullPrototype: true }),
			(tags) => {
				expect(readTags(tagsText(tags))).toEqual(tags);
			}
		)
	);
	expect(readTags(' cost centre = 42 ; team= Laval;')).toEqual({ 'cost centre': '42', team: 'Laval' });
	expect(['42', '=42', 'a=1;a=2', 'a=1;b'].map(readTags)).toEqual([null, null, null, null]);
});

describe('a file of agents', () => {
	it('has its columns in any order and language of spreadsheet, and leaves the others out', () => {
		expect(
			read(
				'\ufeffLicence;Agent;Engagement_open_percent;Phone\r\nTrial;Zoé;12,5;555\r\n;;;\r\nunlimited;Bo;;\r\n'
			)
		).toEqual({
			entries: [
				{ ...entryFor('Zoé', { licence: 'trial' }), engagementOpenPercent: 12.5 },
				entryFor('Bo', { licence: 'unlimited' })
			],
			refused: [],
			unknown: ['phone'],
			headless: false
		});
		expect(read('agent\tclass\nAva\tpremium').entries).toEqual([entryFor('Ava', { class: 'premium' })]);
	});

	it('names the entity without a name by a sign of its own, as an empty cell means all of them', () => {
		expect(read('agent,entity\nAva,\nAva,\\\nAva,\\\\\nAva,\\b').entries.map(({ entity }) => entity)).toEqual(
			[null, '', '\\', '\\b']
		);
	});

	it('is read as Windows wrote it where it is no UTF-8', () => {
		const bytes = Uint8Array.from([...'agent\nZo'].map((one) => one.charCodeAt(0)).concat(0xe9));
		expect(readRegister(bytes).entries.map(({ agent }) => agent)).toEqual(['Zoé']);
	});

	it.each([
		['agent,channel\nAva,fax', 'channel', 'fax'],
		['agent,class\nAva,gold', 'class', 'gold'],
		['agent,licence\nAva,free', 'licence', 'free'],
		['agent,activated_at\nAva,03/01/2026', 'activated_at', '03/01/2026'],
		['agent,deactivated_at\nAva,2026-02-30', 'deactivated_at', '2026-02-30'],
		['agent,trial_days\nAva,-1', 'trial_days', '-1'],
		['agent,trial_credits\nAva,1.5', 'trial_credits', '1.5'],
		['agent,engagement_open_percent\nAva,0.1234', 'engagement_open_percent', '0.1234'],
		['agent,price_per_cycle\nAva,$29', 'price_per_cycle', '$29'],
		['agent,tags\nAva,Laval', 'tags', 'Laval'],
		['agent,entity\n,Sales', 'agent', ''],
		['agent\nAva,Bo', null, 'Bo'],
		['agent\n"Ava" Bo', null, '']
	])('refuses %j by line and column, and takes the lines around it', (text, column, value) => {
		const [head, line] = text.split('\n');
		const { entries, refused } = read(`${head}\nFirst\n${line}\nLast\n`);
		expect(entries.map(({ agent }) => agent)).toEqual(['First', 'Last']);
		expect(refused).toEqual([{ line: 3, column, value }]);
	});

	it('names no agent twice for the same entity and channel, and is refused whole without a column of agents', () => {
		const { entries, refused } = read('agent,channel\nAva,voice\nAva,\nAva,Voice');
		expect(entries).toHaveLength(2);
		expect(refused).toEqual([{ line: 4, column: 'agent', value: 'Ava', twice: true }]);
		expect(read('name,channel\nAva,voice')).toEqual({
			entries: [],
			refused: [],
			unknown: [],
			headless: true
		});
		expect(read('').headless).toBe(true);
	});
});

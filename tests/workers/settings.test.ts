import { describe, expect, test } from 'vitest';
import { parseSettings, previewSettings, writeSettings } from '$lib/workers/settings/file';
import { blankSettings } from '$lib/workers/settings/document';
import { settingsWith } from '../support/usage';

const blank = blankSettings();
const file = (content: object) => JSON.stringify({ format: 'drawdown-settings', version: 1, ...content });

test('a file fills in every default', () => {
	const { contract } = parseSettings(file({ contract: { timeZone: 'Europe/Stockholm', currency: 'SEK' } }));
	expect(contract).toMatchObject({
		tier: null,
		overage: 'off',
		atExhaustion: 'cut',
		cycleAnchorDay: 1,
		changes: []
	});
});

test('a replace starts from a new workspace, a merge from what is there', () => {
	const current = settingsWith(
		{ tier: 60_000 },
		{ readings: [{ at: Date.UTC(2026, 10, 3), creditsUsed: 5 }] }
	);
	const text = file({ readings: [{ at: '2026-11-04T00:00:00.000Z', creditsUsed: 9 }] });
	const { replace, merge } = previewSettings(text, current, blank);
	expect(replace.settings.contract.tier).toBeNull();
	expect(replace.settings.readings).toHaveLength(1);
	expect(merge.settings.contract.tier).toBe(60_000);
	expect(merge.settings.readings.map(({ creditsUsed }) => creditsUsed)).toEqual([5, 9]);
	expect(merge.changes.map(({ path }) => path)).toEqual([expect.stringMatching(/^readings\[/)]);
	expect(replace.changes.map(({ path }) => path)).toContain('contract.tier');
});

test('a file of the same settings changes nothing', () => {
	const { replace, merge } = previewSettings(writeSettings(blank), blank, blank);
	expect([replace.changes, merge.changes]).toEqual([[], []]);
});

describe('a wrong file is refused by the name of what is wrong', () => {
	const cases: [string, string, object][] = [
		['no JSON', '{', { code: 'settingsNotJson' }],
		[
			'a newer version',
			JSON.stringify({ format: 'drawdown-settings', version: 2 }),
			{ code: 'settingsNewer' }
		],
		['an unknown key', file({ plan: {} }), { code: 'settingsInvalid', params: { path: 'plan' } }],
		[
			'an unknown key within',
			file({ contract: { timeZone: 'UTC', currency: 'CAD', seats: 3 } }),
			{ code: 'settingsInvalid', params: { path: 'contract.seats' } }
		],
		[
			'a zone that is none',
			file({ contract: { timeZone: 'Toronto', currency: 'CAD' } }),
			{ code: 'settingsInvalid', params: { path: 'contract.timeZone' } }
		],
		[
			'a capped contract without a cap',
			file({ contract: { timeZone: 'UTC', currency: 'CAD', overage: 'capped' } }),
			{ code: 'settingsInvalid', params: { path: 'contract' } }
		],
		[
			'a card that is not there',
			file({ contract: { rateCardId: 'other', timeZone: 'UTC', currency: 'CAD' } }),
			{ code: 'settingsInvalid', params: { path: 'contract.rateCardId' } }
		],
		[
			'the same agent twice',
			file({ agents: [{ agent: 'A' }, { agent: 'A' }] }),
			{ params: { path: 'agents' } }
		],
		[
			'a rate of four decimals',
			file({
				rateCards: [
					{
						...blank.rateCards[0],
						rates: { chat: { standard: 2.0001, premium: 4 }, voice: { standard: 1, premium: 2 } }
					}
				]
			}),
			{ params: { path: 'rateCards[0].rates.chat.standard' } }
		]
	];
	test.each(cases)('%s', (_, text, expected) => {
		let thrown: unknown;
		try {
			previewSettings(text, blank, blank);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toMatchObject(expected);
	});
});

test('a key named __proto__ is refused and pollutes nothing', () => {
	const hostile = '{"format":"drawdown-settings","version":1,"__proto__":{"polluted":true}}';
	expect(() => parseSettings(hostile)).toThrow();
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

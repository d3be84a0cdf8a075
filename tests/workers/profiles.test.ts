import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readDocument } from '$lib/db';
import { EMPTY_MAPPING } from '$lib/engine/ingest';
import type { ReadingProfile } from '$lib/workers/api';
import { commitStaged } from '$lib/workers/jobs/import';
import {
	blankSettings,
	MOST_PROFILES,
	readSettings,
	SETTINGS,
	withProfile
} from '$lib/workers/settings/document';
import { parseSettings, previewSettings, settingsOf, writeSettings } from '$lib/workers/settings/file';
import { canonicalFile, newStore, settingsWith, stage } from '../support/usage';

const blank = blankSettings();
const publishedSchema = new Ajv({ strict: false }).compile(
	JSON.parse(readFileSync('docs/schema/drawdown-settings-1.schema.json', 'utf8')) as object
);
const file = (profiles: unknown) => JSON.stringify({ format: 'drawdown-settings', version: 1, profiles });

const profile = (k = 0): ReadingProfile => ({
	fingerprint: k.toString(16).padStart(32, '0'),
	file: 'avaya.csv',
	confirmedOn: '2026-11-12',
	header: ['When', 'Seconds', 'Queue'],
	reading: { encoding: 'windows-1252', sheet: null, delimiter: ';', header: 3 },
	mapping: {
		...EMPTY_MAPPING,
		start: { date: 0, time: null },
		dateForm: 'dmy',
		zone: 'America/Toronto',
		channel: { constant: 'voice' },
		duration: { column: 1 },
		durationForm: 'seconds',
		marks: [{ column: 1, decimal: ',' }],
		entity: { column: 2 },
		further: [{ column: 1, name: 'Seconds', form: 'minutes' }],
		leaveOut: [{ column: 2, rule: 'sms' }],
		join: { column: 2, of: 'legs' },
		veils: [{ column: 2, as: 'hash' }]
	}
});

describe('how files are read', () => {
	test('goes with the settings file and comes back the same, as its published schema says', () => {
		const settings = settingsWith({}, { profiles: [profile(1), profile(2)] });
		const text = writeSettings(settings);
		expect(publishedSchema(JSON.parse(text))).toBe(true);
		expect(settingsOf(text, blank).profiles).toEqual(settings.profiles);
		expect(previewSettings(text, settings, blank).merge.changes).toEqual([]);
	});

	test('is merged by the header, so that the file’s way stands in the place of the one that is there', () => {
		const current = settingsWith({}, { profiles: [profile(1), profile(2)] });
		const other = { ...profile(1), mapping: { ...profile(1).mapping, zone: 'UTC' } };
		const { merge, replace } = previewSettings(file([other, profile(3)]), current, blank);
		expect(merge.settings.profiles).toEqual([other, profile(2), profile(3)]);
		expect(merge.changes.map(({ path }) => path)).toEqual([
			`profiles[${other.fingerprint}].mapping.zone`,
			`profiles[${profile(3).fingerprint}]`
		]);
		expect(replace.settings.profiles).toEqual([other, profile(3)]);
	});

	const one = profile();
	const mapped = (change: object) => [{ ...one, mapping: { ...one.mapping, ...change } }];
	test.each([
		['a column that the header does not have', mapped({ id: { column: 3 } }), 'profiles[0]'],
		['a time of day in such a column', mapped({ end: { date: 0, time: 7 } }), 'profiles[0]'],
		['a column that is none', mapped({ id: { column: -1 } }), 'profiles[0].mapping.id.column'],
		['a zone that is none', mapped({ zone: 'Toronto' }), 'profiles[0].mapping.zone'],
		['a date form that is none', mapped({ dateForm: 'ydm' }), 'profiles[0].mapping.dateForm'],
		['a field that nobody knows', mapped({ colour: 'red' }), 'profiles[0].mapping.colour'],
		['a fingerprint that is none', [{ ...one, fingerprint: 'x' }], 'profiles[0].fingerprint'],
		[
			'a separator of two signs',
			[{ ...one, reading: { ...one.reading, delimiter: '||' } }],
			'profiles[0].reading.delimiter'
		],
		['one header twice', [one, one], 'profiles'],
		['more than are kept', Array.from({ length: MOST_PROFILES + 1 }, (_, k) => profile(k)), 'profiles']
	])('is refused by name in a file with %s', (_, profiles, path) => {
		expect(() => parseSettings(file(profiles))).toThrow(
			expect.objectContaining({
				code: 'settingsInvalid',
				params: expect.objectContaining({ path }) as object
			})
		);
	});

	test('is one for each header, those confirmed last are last, and of too many the oldest go', () => {
		const many = Array.from({ length: MOST_PROFILES }, (_, k) => profile(k));
		const full = settingsWith({}, { profiles: many });
		const changed = { ...profile(3), file: 'avaya-december.csv' };
		const again = withProfile(full, changed).profiles;
		expect(again).toHaveLength(MOST_PROFILES);
		expect(again.at(-1)).toBe(changed);
		expect(withProfile(full, profile(999)).profiles.map(({ fingerprint }) => fingerprint)).toEqual([
			...many.slice(1).map(({ fingerprint }) => fingerprint),
			profile(999).fingerprint
		]);
	});

	test('is kept in the very commit that makes its file count, and not where that changes nothing', async () => {
		const store = await newStore();
		const rows = ['1,2026-11-03T08:00:00Z,,voice,standard,A,,,61,,'];
		const remember = { [SETTINGS]: () => JSON.stringify(withProfile(blank, profile())) };
		const first = await stage(store, blank, canonicalFile(rows));
		expect((await readSettings(store.db)).value.profiles).toEqual([]);
		await commitStaged(store, first.staged, 0, remember);
		expect((await readSettings(store.db)).value.profiles).toEqual([profile()]);
		const again = await stage(store, blank, canonicalFile(rows, 'copy.csv'));
		const { already } = await commitStaged(store, again.staged, 0, remember);
		expect(already).toBe(true);
		expect((await readDocument(store.db, SETTINGS))?.revision).toBe(1);
	});
});

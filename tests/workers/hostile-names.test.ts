import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardName } from '$lib/state/cardName';
import { csv } from '$lib/components/download';
import { cycleView } from '$lib/workers/query/cycle';
import { report } from '$lib/workers/query/report';
import { blankSettings } from '$lib/workers/settings/document';
import { parseSettings, previewSettings } from '$lib/workers/settings/file';
import { decode, importFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';
import { propose, sniff } from '$lib/engine/ingest';

/** Names that a plain object has, or takes, without having been given them. */
const NAMES = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'valueOf',
	'__defineGetter__'
];

const shape = (object: object) =>
	JSON.stringify(Reflect.ownKeys(object).map((key) => [String(key), typeof Reflect.get({}, key)]));
let before: readonly string[];
const prototypes = () => [Object.prototype, Array.prototype, Map.prototype, Function.prototype];

beforeEach(() => (before = prototypes().map((one) => Reflect.ownKeys(one).map(String).join())));
afterEach(() => {
	expect(prototypes().map((one) => Reflect.ownKeys(one).map(String).join())).toEqual(before);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	expect(shape(Object.prototype)).not.toContain('polluted');
});

describe('names that objects have of themselves', () => {
	test('are names like any other for agents, entities, outcomes and ids', async () => {
		const store = await newStore();
		const settings = settingsWith({ tier: 60_000 });
		const header = 'id,started_at,channel,class,agent,entity,duration_seconds,outcome';
		const rows = NAMES.map(
			(name, k) => `${name},2026-11-0${k + 1}T09:00:00Z,voice,standard,${name},${name},61,${name}`
		);
		await importFile(store, settings, new File([[header, ...rows, ''].join('\n')], '__proto__.csv'));
		const usage = await loadUsage(store, settings);
		if (!usage) throw new Error('no usage');
		const view = await cycleView(usage, null, false);
		expect(view.used).toBe(NAMES.length * 2 * 10);
		const { usage: reported } = (await report(store.db, usage, null)) as { usage: { agents: unknown } };
		const text = JSON.stringify(reported.agents);
		for (const name of NAMES) expect(text).toContain(`"${name}"`);
	});

	test('are headers like any other: no field is found in them, and rows are refused by their name', async () => {
		const file = new File([`${NAMES.join(',')}\n${NAMES.map(() => 'x').join(',')}\n`], 'usage.csv');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const found = sniff(bytes, file.name, file.size, decode);
		if (found.kind === 'refused') throw new Error(found.refusal.code);
		const { mapping, questions } = propose(found.sniffed);
		expect(mapping.start).toBeNull();
		expect(questions.length).toBeGreaterThan(0);

		const header = `started_at,channel,duration_seconds,${NAMES.join(',')}`;
		const good = Array.from({ length: 100 }, () => '2026-11-02T09:00:00Z,voice,61');
		const rows = [...good, '__proto__,voice,61', '2026-11-02T09:00:00Z,constructor,61'];
		const { view } = await stage(
			await newStore(),
			settingsWith({}),
			new File(
				[[header, ...rows.map((row) => `${row}${',x'.repeat(NAMES.length)}`), ''].join('\n')],
				'usage.csv'
			),
			{ zone: 'offset', channel: { column: 1 } }
		);
		expect(view.problems.map(({ value }) => value)).toEqual(['__proto__', 'constructor']);
		expect(csv(view.problems.map(({ column, value }) => [column, value]))).toContain('__proto__');
	});

	test('are no card that the catalogue of sentences knows', () => {
		for (const id of NAMES) {
			expect(cardName({ net2phone: 'net2phone' }, { id, name: 'Mine' })).toBe('Mine');
			expect(cardName({ net2phone: 'net2phone' }, { id, name: '' })).toBe(id);
		}
		expect(cardName({ net2phone: 'The preset' }, { id: 'net2phone', name: 'Mine' })).toBe('The preset');
	});
});

describe('a settings file with such names', () => {
	const text = (content: string) => `{"format":"drawdown-settings","version":1${content}}`;
	const CONTRACT = '"timeZone":"UTC","currency":"USD"';
	const AGENT = '"agent":"A"';
	const nested = (name: string) => `"${name}":{"polluted":true}`;

	test.each(NAMES)('is refused, or leaves it out, wherever it stands: %s', (name) => {
		for (const content of [
			`,${nested(name)}`,
			`,"contract":{${CONTRACT},${nested(name)}}`,
			`,"agents":[{${AGENT},${nested(name)}}]`,
			`,"agents":[{${AGENT},"tags":{"${name}":"polluted"}}]`,
			`,"events":[{${nested(name)}}]`
		]) {
			try {
				const { merge, replace } = previewSettings(text(content), blankSettings(), blankSettings());
				for (const { settings } of [merge, replace]) {
					expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
					expect((settings as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
					for (const { tags } of settings.agents) expect(Object.getPrototypeOf(tags)).toBe(Object.prototype);
				}
			} catch (error) {
				expect(error).toMatchObject({ code: 'settingsInvalid' });
			}
		}
	});

	test('takes them as plain values', () => {
		for (const name of NAMES) {
			const parsed = parseSettings(text(`,"agents":[{"agent":"${name}","entity":"${name}"}]`));
			expect(parsed.agents).toMatchObject([{ agent: name, entity: name }]);
		}
	});
});

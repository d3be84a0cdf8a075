import 'fake-indexeddb/auto';
import { updateLayer } from '$lib/db';
import { asWriter } from '$lib/workers/jobs/locks';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatInstant } from '$lib/engine/time';
import { cycleView } from '$lib/workers/query/cycle';
import { importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const folder = join(import.meta.dirname, '..', 'fixtures', 'calls');
const expected = JSON.parse(readFileSync(join(folder, 'bank-layout.expected.json'), 'utf8'));
const file = new File([readFileSync(join(folder, 'bank-layout.txt'))], 'bank-layout.txt');
const settings = settingsWith({ timeZone: 'Asia/Jerusalem' });
const mapping = {
	start: { date: 5, time: 6 },
	end: null,
	dateForm: 'yymmdd',
	zone: 'Asia/Jerusalem',
	channel: { constant: 'voice' },
	class: { constant: 'standard' },
	agent: { column: 16 },
	entity: { column: 4 },
	duration: { column: 15 },
	durationForm: 'seconds',
	further: []
} as const;

test('a call list in two columns of time gives the ledger of every tier that an independent walk gives', async () => {
	const store = await newStore();
	const { view } = await importFile(store, settings, file, mapping);
	expect(view).toMatchObject({ interactions: expected.interactions, problemCount: 0 });
	expect([formatInstant(view.first ?? 0), formatInstant(view.last ?? 0)]).toEqual([
		expected.first,
		expected.last
	]);

	const usage = await loadUsage(store, settings);
	if (!usage) throw new Error('no usage');
	const answer = await cycleView(usage, null, false);
	expect(answer.used).toBe(expected.credits);
	const off = answer.plans.filter((plan) => plan.overage === 'off');
	expect(
		off.map(({ includedCredits, runOutAt, unservedCredits, unservedInteractions }) => ({
			includedCredits,
			runOutAt: runOutAt === null ? null : formatInstant(runOutAt),
			unservedCredits,
			unservedInteractions
		}))
	).toEqual(expected.plans);
});

test('the first figures after a reload read no row where no limit falls', async () => {
	const store = await newStore();
	await importFile(store, settings, file, mapping);
	const usage = await loadUsage(store, settings);
	expect(usage?.rebuilt).toEqual([]);
	expect(usage?.cache.reads).toBe(0);
	expect(usage?.interactions).toBe(expected.interactions);
});

test('another rounding gives other figures from the same rows, and the rebuilt cubes are offered for keeping', async () => {
	const store = await newStore();
	await importFile(store, settings, file, mapping);
	const [card] = settings.rateCards;
	if (!card) throw new Error('no card');
	const perSecond = {
		...card,
		voiceRounding: { ...card.voiceRounding, initialSeconds: 1, incrementSeconds: 1 }
	};
	const usage = await loadUsage(store, { ...settings, rateCards: [perSecond] });
	if (!usage) throw new Error('no usage');
	expect(usage.rebuilt).toHaveLength(1);
	const { used } = await cycleView(usage, null, false);
	expect(used).toBeLessThan(expected.credits);
	expect(used).toBeGreaterThan(expected.credits / 2);
});

test('another column of durations is rated without reading the file again', async () => {
	const store = await newStore();
	const { layer } = await importFile(store, settings, file, {
		...mapping,
		further: [{ column: 8, name: 'vru_time', form: 'seconds' }]
	});
	expect(layer.durations).toEqual(['ser_time', 'vru_time']);
	await asWriter(store, (term) => updateLayer(store, term, layer.id, { ratedDuration: 1 }));
	const usage = await loadUsage(store, settings);
	if (!usage) throw new Error('no usage');
	// Every call has 5 to 16 s in the menu: one started minute each.
	expect((await cycleView(usage, null, false)).used).toBe(expected.interactions * 10);
});

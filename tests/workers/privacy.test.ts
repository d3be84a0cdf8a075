import 'fake-indexeddb/auto';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBlocks, readDocument, type Store } from '$lib/db';
import type { Mapping } from '$lib/engine/ingest';
import { backUp } from '$lib/workers/jobs/backup';
import { PRIVACY } from '$lib/workers/settings/privacyKey';
import { rowsOf } from '../engine/ingest/drive';
import { importFile, newStore, settingsWith } from '../support/usage';

const CALLER = '+1 (514) 555-0187';
const NAME = 'Jean-Baptiste Lamoureux';
const LINE = '+14385550142';
const file = (name = 'calls.csv') =>
	new File(
		[
			[
				'Start;Channel;Duration (secs);Caller;Caller name;Queue;Agent',
				`2026-11-03T10:00:00Z;voice;61;${CALLER};${NAME};${LINE};Zoë`,
				`2026-11-03T11:00:00Z;voice;62;${CALLER};${NAME};${LINE};Zoë`,
				`2026-11-03T12:00:00Z;voice;no length of ${NAME};${CALLER};${NAME};${LINE};Zoë`,
				...(name === 'calls.csv' ? [] : [`2026-11-04T10:00:00Z;voice;63;${CALLER};${NAME};${LINE};Zoë`]),
				''
			].join('\n')
		],
		name
	);

/** Everything that the database holds, as text in which a value would stand. */
async function bytesOf(store: Store): Promise<string> {
	const parts: string[] = [];
	for (const name of store.db.objectStoreNames)
		for (const record of await store.db.getAll(name)) {
			const texts = JSON.stringify(record, (_, value: unknown) =>
				value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value
			);
			parts.push(texts, record instanceof ArrayBuffer ? Buffer.from(record).toString('latin1') : '');
		}
	return parts.join('\n');
}

const settings = settingsWith({ timeZone: 'America/Toronto' });
const imported = async (store: Store, change: Partial<Mapping> = {}, name = 'calls.csv') => {
	const { layer } = await importFile(store, settings, file(name), {
		duration: { column: 2 },
		durationForm: 'seconds',
		...change
	});
	const dictionary = async (field: string) =>
		(await store.db.get('dictionaries', [layer.id, field])) as ArrayBuffer;
	const [agent, entity, outcome] = await Promise.all(['agent', 'entity', 'outcome'].map(dictionary));
	if (!agent || !entity || !outcome) throw new Error('no names');
	return rowsOf(await readBlocks(store, layer.id), { agent, entity, outcome });
};

test('what stands in a column that is not chosen is nowhere in the store, nor in a backup of it', async () => {
	const store = await newStore();
	const rows = await imported(store);
	expect(rows.map(({ agent, entity }) => [agent, entity])).toEqual([
		['Zoë', LINE],
		['Zoë', LINE]
	]);
	const backup = await backUp({
		store,
		passphrase: null,
		cancelled: () => false,
		onProgress: () => undefined
	});
	const kept = (await bytesOf(store)) + Buffer.from(await backup.arrayBuffer()).toString('latin1');
	// The number that was chosen is there: so it would be seen.
	expect(kept).toContain(LINE);
	for (const trace of [CALLER, '5550187', '555-0187', NAME, 'Lamoureux']) expect(kept).not.toContain(trace);
});

test('a number that is chosen is cut to its last four digits before anything is stored', async () => {
	const store = await newStore();
	const rows = await imported(store, {
		entity: { column: 5 },
		case: { column: 3 },
		veils: [
			{ column: 5, as: 'lastFour' },
			{ column: 3, as: 'lastFour' }
		]
	});
	expect(rows.map(({ entity, caseId }) => [entity, caseId])).toEqual([
		['0142', '0187'],
		['0142', '0187']
	]);
	const kept = await bytesOf(store);
	for (const trace of [LINE, '5550142', CALLER, NAME]) expect(kept).not.toContain(trace);
	expect(await readDocument(store.db, PRIVACY)).toBeNull();
});

test('a name is replaced by a keyed hash: the same in every file of a workspace, another in each workspace', async () => {
	const store = await newStore();
	const change: Partial<Mapping> = { id: null, case: { column: 4 }, veils: [{ column: 4, as: 'hash' }] };
	const [first] = await imported(store, change);
	const [again] = await imported(store, { ...change, agent: null }, 'other.csv');
	const { key } = JSON.parse((await readDocument(store.db, PRIVACY))?.json ?? '{}') as { key: string };
	const hash = createHmac('sha256', Buffer.from(key, 'hex')).update(NAME).digest('hex').slice(0, 32);
	expect([first?.caseId, again?.caseId]).toEqual([hash, hash]);
	expect(await bytesOf(store)).not.toContain('Lamoureux');
	const [elsewhere] = await imported(await newStore(), change);
	expect(elsewhere?.caseId).toMatch(/^[0-9a-f]{32}$/);
	expect(elsewhere?.caseId).not.toBe(hash);
});

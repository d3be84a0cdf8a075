import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, readyLayers, updateLayer, type LayerRecord, type Store } from '$lib/db';
import { allLive, decodeNum, decodeText, isLive, readText } from '$lib/engine/table';
import { asWriter } from '$lib/workers/jobs/locks';
import { commitStaged } from '$lib/workers/jobs/import';
import { masksOf, precedenceBeside, sharedRows } from '$lib/workers/overlaps';
import { decode, readTexts } from '$lib/workers/query/layers';
import { runs } from '../support/runs';
import { sure } from '../support/sure';
import { canonicalFile, loadUsage, newStore, settingsWith, stage } from '../support/usage';

const settings = settingsWith({});
const MIDNIGHT = Date.UTC(2026, 10, 2);

interface Call {
	readonly id: string;
	readonly minute: number;
	readonly seconds: number;
	readonly agent: string;
}

const lineOf = ({ id, minute, seconds, agent }: Call): string =>
	`${id},${new Date(MIDNIGHT + minute * 60_000).toISOString()},,voice,standard,${agent},,,${seconds},,`;
const nameOf = ({ id, minute, seconds, agent }: Call): string => [id, minute, seconds, agent].join(' ');

/** How a system gives out ids: to each call its own, to some of them, one to several calls, or none at all. */
const IDS: readonly ((minute: number, some: boolean) => string)[] = [
	(minute) => `k${minute}`,
	(minute, some) => (some ? `k${minute}` : ''),
	(minute) => `k${minute - (minute % 2)}`,
	() => ''
];

/** A file: few minutes, lengths and agents, so that files share rows, ids, and ids with other content. */
const fileOf = fc
	.record({
		ids: fc.constantFrom(...IDS, ...IDS.slice(0, 1), ...IDS.slice(2, 3)),
		from: fc.constantFrom(0, 0, 0, 2),
		calls: fc.array(
			fc.record({
				minute: fc.nat(3),
				seconds: fc.constantFrom(60, 60, 120),
				agent: fc.constantFrom('A', 'A', 'A', 'A', 'B'),
				some: fc.boolean(),
				copies: fc.constantFrom(1, 1, 1, 2)
			}),
			{ minLength: 2, maxLength: 7, size: 'max' }
		)
	})
	.map(({ ids, from, calls }) =>
		calls.flatMap(({ minute, seconds, agent, some, copies }, k): Call[] => {
			const id = ids(from + minute, some);
			const own = ids !== IDS.at(-1) && ids !== IDS.at(-2);
			if (own && calls.findIndex((other) => other.minute === minute) < k) return [];
			const call = { id, minute: from + minute, seconds, agent };
			return Array.from({ length: copies }, () => call);
		})
	);

const stepOf = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			import: fileOf,
			counts: fc.constantFrom('own' as const, 'theirs' as const)
		})
	},
	{ weight: 1, arbitrary: fc.record({ remove: fc.nat(9) }) },
	{ weight: 1, arbitrary: fc.record({ restore: fc.nat(9) }) }
);

interface File {
	readonly layer: LayerRecord;
	readonly calls: readonly Call[];
}

/** As the promise says: hardly any id of the file is shared by different calls. */
function idsAreKey(calls: readonly Call[]): boolean {
	const withId = calls.filter(({ id }) => id !== '');
	const first = (of: Call) => sure(withId.find(({ id }) => id === of.id));
	const shared = withId.filter((call) => nameOf(first(call)) !== nameOf(call)).length;
	return withId.length > 0 && shared <= withId.length / 100;
}

/** Files that reach into each other's time, directly or through others. */
function groupsOf(files: readonly File[]): File[][] {
	let groups: File[][] = [];
	for (const file of files) {
		const near = groups.filter((group) =>
			group.some(({ layer }) => layer.first <= file.layer.last && file.layer.first <= layer.last)
		);
		groups = [...groups.filter((group) => !near.includes(group)), [file, ...near.flat()]];
	}
	return groups;
}

const rank = ({ layer }: File, other: File): number =>
	(other.layer.precedence ?? 0) - (layer.precedence ?? 0) || (layer.digest < other.layer.digest ? -1 : 1);

/** What counts of a group: of each call as many as the file has that has the most of it, but none that gives way. */
function countedIn(group: readonly File[]): string[] {
	const files = [...group].sort(rank);
	const keyed = files.filter(({ calls }) => idsAreKey(calls));
	const most = new Map<string, number>();
	for (const file of files) {
		const own = new Map<string, number>();
		for (const call of file.calls) {
			const winner = keyed.find(({ calls }) => calls.some(({ id }) => id === call.id));
			const changed =
				files.length > 1 &&
				call.id !== '' &&
				keyed.includes(file) &&
				!sure(winner).calls.some((other) => nameOf(other) === nameOf(call));
			if (!changed) own.set(nameOf(call), (own.get(nameOf(call)) ?? 0) + 1);
		}
		for (const [name, count] of own) most.set(name, Math.max(count, most.get(name) ?? 0));
	}
	return [...most].flatMap(([name, count]) => Array.from({ length: count }, () => name));
}

/** The rows that count, as they are stored. */
async function counted(store: Store): Promise<string[]> {
	const layers = await readyLayers(store.db);
	const masks = await masksOf(store.db, layers);
	const names: string[] = [];
	for (const { id: layer, blocks } of layers) {
		const agents = await readTexts(store.db, layer, 'agent');
		for (const seq of blocks.keys()) {
			const num = decodeNum(sure(await readBlock(store.db, 'num', layer, seq)));
			const text = decodeText(sure(await readBlock(store.db, 'text', layer, seq)));
			const live = masks.get(layer)?.blocks[seq] ?? allLive(num.rows);
			for (let r = 0; r < num.rows; r++) {
				if (!isLive(live, r)) continue;
				const id = readText(sure(text.columns[0]), r, decode);
				const minute = (sure(num.start[r]) - MIDNIGHT) / 60_000;
				const agent = sure(agents[sure(num.agent[r])]);
				names.push(nameOf({ id, minute, seconds: sure(num.quantity[r]) / 1_000, agent }));
			}
		}
	}
	return names;
}

test('files that come, go and come back in any order count what they promise to', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(stepOf, { minLength: 4, maxLength: 8, size: 'max' }), async (steps) => {
			const store = await newStore();
			let files: File[] = [];
			let removed: File[] = [];
			const put = (file: File, state: 'ready' | 'removed') =>
				asWriter(store, (term) => updateLayer(store, term, file.layer.id, { state }));
			for (const step of steps) {
				if ('import' in step) {
					const { staged } = await stage(store, settings, canonicalFile(step.import.map(lineOf)));
					const ready = await readyLayers(store.db);
					const changed = (await sharedRows(store.db, staged, ready))?.changed ?? 0;
					const precedence = changed > 0 ? precedenceBeside(staged.layer, ready, step.counts) : 0;
					const { layer, already } = await commitStaged(store, staged, precedence);
					if (!already) files.push({ layer, calls: step.import });
				} else if ('remove' in step) {
					const file = files[step.remove % files.length];
					if (!file) continue;
					await put(file, 'removed');
					files = files.filter((other) => other !== file);
					removed.push(file);
				} else {
					const file = removed[step.restore % removed.length];
					if (!file) continue;
					await put(file, 'ready');
					removed = removed.filter((other) => other !== file);
					files.push(file);
				}
				const expected = groupsOf(files).flatMap(countedIn);
				expect((await counted(store)).sort()).toEqual(expected.sort());
				expect((await loadUsage(store, settings))?.interactions ?? 0).toBe(expected.length);
			}
			store.db.close();
		}),
		{ numRuns: runs(60) }
	);
});

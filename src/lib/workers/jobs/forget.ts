import {
	allLayers,
	commit,
	stageBlocks,
	type Change,
	type LayerFiles,
	type LayerRecord,
	type Room,
	type Store,
	type Term
} from '../../db';
import {
	codeOf,
	decodeDictionary,
	decodeLive,
	isLive,
	replaceText,
	rowsWith,
	textsBeginning,
	utf8,
	withText,
	type TextCodes
} from '../../engine/table';
import type { ForgetPlan, MonthlyTable, Settings } from '../api';
import { MONTHLY, readTables, tablesOfJson } from '../monthly/tables';
import { decode } from '../query/layers';
import { readSettings, SETTINGS, settingsOfJson } from '../settings/document';
import { codeFor } from '../settings/privacyKey';
import { blockRecord, dictionariesOf, wholeBlock, withStaging } from './layerRecords';
import { meter, NOBODY, type Watcher } from './progress';

/** Dictionaries of texts, under their stored names. */
const FIELDS = ['agent', 'entity', 'outcome'] as const;

/** A layer in which texts stand: in its name, in a dictionary, or in rows. */
interface Found {
	readonly layer: LayerRecord;
	/** those that do, and by what codes its dictionaries know them */
	readonly texts: ReadonlyMap<string, TextCodes>;
	readonly dictionaries: Readonly<Record<string, ArrayBuffer>>;
	/** live rows with any of them; and with the last one */
	readonly interactions: number;
	readonly coded: number;
}

/** What is put in the place of texts. */
type Swaps = ReadonlyMap<string, string>;

/** A text, and where a column is kept as codes the one that stands for it. */
async function textsOf(store: Store, text: string): Promise<string[]> {
	const code = await codeFor(store, text);
	return code === null ? [text] : [text, code];
}

/** Files of a workspace, those too that Undo could bring back. */
const keptLayers = async (store: Store): Promise<LayerRecord[]> =>
	(await allLayers(store.db)).filter(({ state }) => state !== 'staging').sort((a, b) => a.order - b.order);

function codesOf(dictionaries: Readonly<Record<string, ArrayBuffer>>, text: string): TextCodes {
	const { agent, entity, outcome } = dictionaries;
	const code = (record: ArrayBuffer | undefined) => (record ? codeOf(record, text, decode) : -1);
	return { agent: code(agent), entity: code(entity), outcome: code(outcome) };
}

/** What pseudonyms begin with. */
const PSEUDONYM = 'forgotten-';

/** Where texts stand; and pseudonyms that ids and cases have already. */
async function find(
	store: Store,
	texts: readonly string[],
	done: (rows: number) => void
): Promise<{ readonly found: Found[]; readonly taken: ReadonlySet<string> }> {
	const pseudonyms = utf8(PSEUDONYM);
	const found: Found[] = [];
	const taken = new Set<string>();
	for (const layer of await keptLayers(store)) {
		const dictionaries = await dictionariesOf(store, layer);
		const wanted = texts.map((text) => ({
			text,
			bytes: utf8(text),
			codes: codesOf(dictionaries, text),
			rows: 0
		}));
		let [interactions, coded] = [0, 0];
		for (const [seq, entry] of layer.blocks.entries()) {
			const num = await blockRecord(store, layer, 'num', seq);
			const records = { num, text: await blockRecord(store, layer, 'text', seq) };
			const here = wanted.map(({ bytes, codes }) => rowsWith(records, bytes, codes));
			for (const one of textsBeginning(records.text, pseudonyms, decode)) taken.add(one);
			wanted.forEach((one, k) => (one.rows += (here[k] as number[]).length));
			const rows = new Set(here.flat());
			if (rows.size > 0) {
				const live = decodeLive(await blockRecord(store, layer, 'live', seq));
				interactions += [...rows].filter((row) => isLive(live, row)).length;
				coded += (here[1] ?? []).filter((row) => isLive(live, row)).length;
			}
			done(entry.rows);
		}
		const standing = wanted.filter(({ text, codes, rows }) => {
			const inSums = layer.summary !== null && Math.max(codes.agent, codes.entity) > 0;
			return rows > 0 || inSums || layer.name.includes(text);
		});
		if (standing.length > 0)
			found.push({
				layer,
				texts: new Map(standing.map(({ text, codes }) => [text, codes])),
				dictionaries,
				interactions,
				coded
			});
	}
	return { found, taken };
}

/** A value of JSON with other texts in the place of some, wherever one is a whole text. */
function replaced<T>(value: T, swaps: Swaps): T {
	if (typeof value === 'string') return (swaps.get(value) ?? value) as T;
	if (Array.isArray(value)) return value.map((item) => replaced(item, swaps)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, swaps)])) as T;
}

/** A file's name, of which a text may be a part. */
const renamed = (name: string, swaps: Swaps): string =>
	[...swaps].reduce((so, [text, by]) => so.replaceAll(text, by), name);

/** Settings without the texts: names and tags of the register, of events, budgets, scenarios, other cards and profiles. */
function withoutTexts(settings: Settings, swaps: Swaps): Settings {
	const agents = settings.agents.map((entry) => {
		const { agent, entity, tags } = entry;
		return { ...entry, ...replaced({ agent, entity, tags }, swaps) };
	});
	const events = settings.events.map((event) => ({ ...event, name: replaced(event.name, swaps) }));
	const budgets = settings.budgets.map((budget) => ({ ...budget, name: replaced(budget.name, swaps) }));
	const scenarios = settings.scenarios.map((scenario) => ({
		...scenario,
		name: replaced(scenario.name, swaps),
		events: scenario.events.map((event) => ({ ...event, name: replaced(event.name, swaps) }))
	}));
	const otherCards = settings.otherCards.map((card) => {
		const { name, source } = card;
		return { ...card, ...replaced({ name, source }, swaps) };
	});
	const profiles = settings.profiles.map((profile) => ({
		...replaced(profile, swaps),
		file: renamed(profile.file, swaps)
	}));
	return { ...settings, agents, events, budgets, scenarios, otherCards, profiles };
}

/** Monthly tables without the texts: in the names of agents, entities and files. */
const tablesWithout = (tables: readonly MonthlyTable[], swaps: Swaps): MonthlyTable[] =>
	tables.map(({ name, rows, ...table }) => ({
		...table,
		name: renamed(name, swaps),
		rows: rows.map((row) => ({ ...row, ...replaced({ agent: row.agent, entity: row.entity }, swaps) }))
	}));

/** Rows of monthly tables that hold any of the texts, and tables with one in their name. */
function tablesWith(tables: readonly MonthlyTable[], texts: readonly string[]): number {
	const named = tables.filter(({ name }) => texts.some((text) => name.includes(text))).length;
	const rows = tables.flatMap((table) => table.rows);
	return named + rows.filter((row) => texts.some((text) => [row.agent, row.entity].includes(text))).length;
}

/** Entries of the settings that hold any of the texts. */
function entriesWith(settings: Settings, texts: readonly string[]): number {
	const entries = ({ agents, events, budgets, scenarios, otherCards, profiles }: Settings) => [
		...agents,
		...events,
		...budgets,
		...scenarios,
		...otherCards,
		...profiles
	];
	const after = entries(withoutTexts(settings, new Map(texts.map((text) => [text, '']))));
	return entries(settings).filter((entry, k) => JSON.stringify(entry) !== JSON.stringify(after[k])).length;
}

const rowsOf = (layers: readonly LayerRecord[]): number => layers.reduce((sum, { rows }) => sum + rows, 0);

/** Where a text and its code stand that {@link forget} would take away; null: nowhere. Reads every row, writes nothing. */
export async function planForget(store: Store, text: string): Promise<ForgetPlan | null> {
	const texts = await textsOf(store, text);
	const { found } = await find(store, texts, meter(0, NOBODY));
	const entries =
		entriesWith((await readSettings(store.db)).value, texts) +
		tablesWith((await readTables(store.db)).tables, texts);
	if (found.length === 0 && entries === 0) return null;
	const files = found.map(({ layer: { name }, interactions, coded }) => ({ name, interactions, coded }));
	return { files, entries, code: texts[1] ?? null };
}

/** Each text's `forgotten-<n>`: the first that no file and no setting has. `inRows`: those of ids and cases. */
async function pseudonyms(
	store: Store,
	texts: readonly string[],
	layers: readonly LayerRecord[],
	inRows: ReadonlySet<string>
): Promise<Swaps> {
	const taken = new Set(inRows);
	for (const layer of layers) {
		const dictionaries = await dictionariesOf(store, layer);
		for (const field of FIELDS) {
			const record = dictionaries[field];
			if (record) for (const text of decodeDictionary(record, decode)) taken.add(text);
		}
	}
	const documents = [(await readSettings(store.db)).value, (await readTables(store.db)).tables];
	const others = JSON.stringify([layers.map(({ name }) => name), documents]);
	let n = 0;
	const next = () => {
		do n++;
		while (taken.has(PSEUDONYM + n) || others.includes(PSEUDONYM + n));
		return PSEUDONYM + n;
	};
	return new Map(texts.map((text) => [text, next()]));
}

type Added = NonNullable<Change['add']>[number];

/** The layer under a new id, its blocks staged, without the texts. */
async function rewrite(
	store: Store,
	id: string,
	{ layer, texts, dictionaries }: Found,
	swaps: Swaps,
	done: (rows: number) => void,
	room: Room
): Promise<Added> {
	const changes = [...texts].map(([text, codes]) => ({
		codes,
		text: utf8(text),
		by: swaps.get(text) as string
	}));
	for (const [seq, entry] of layer.blocks.entries()) {
		const records = await wholeBlock(store, layer, seq);
		let changed = records.text;
		for (const { text, codes, by } of changes) {
			const rows = rowsWith(records, text, codes);
			if (rows.length > 0) changed = replaceText(changed, rows, text, utf8(by));
		}
		await stageBlocks(store, id, [[seq, { ...records, text: changed }]], room);
		done(entry.rows);
	}
	const files: Record<string, ArrayBuffer> = { ...dictionaries };
	for (const { codes, by } of changes)
		for (const field of FIELDS)
			if (codes[field] > 0) files[field] = withText(files[field] as ArrayBuffer, codes[field], by, decode);
	return {
		layer: { ...layer, id, name: renamed(layer.name, swaps) },
		files: { dictionaries: files as LayerFiles['dictionaries'], cubes: null }
	};
}

/**
 * Takes a text, and the code that stands for it where a column is kept as codes, out of everything that a workspace keeps:
 * each becomes a pseudonym of its own, as they counted as two, the same in every file and in the register; in file names,
 * too. No figure changes. One commit swaps all of it. The new revision; null: neither stands anywhere.
 */
export async function forget(
	store: Store,
	term: Term,
	text: string,
	watcher: Watcher
): Promise<number | null> {
	const layers = await keptLayers(store);
	const done = meter(2 * rowsOf(layers), watcher);
	const wanted = await textsOf(store, text);
	const { found, taken } = await find(store, wanted, done);
	const settings = (await readSettings(store.db)).value;
	const { tables } = await readTables(store.db);
	const inSettings = wanted.filter((one) => entriesWith(settings, [one]) > 0);
	const inTables = wanted.filter((one) => tablesWith(tables, [one]) > 0);
	const inFiles = found.flatMap(({ texts }) => [...texts.keys()]);
	const standing = wanted.filter((one) => [inSettings, inTables, inFiles].some((all) => all.includes(one)));
	if (standing.length === 0) return null;
	const swaps = await pseudonyms(store, standing, layers, taken);
	return withStaging(store, async (begin, room) => {
		const add: Added[] = [];
		for (const one of found) add.push(await rewrite(store, await begin(one.layer), one, swaps, done, room));
		return commit(store, term, {
			add,
			drop: found.map(({ layer }) => layer.id),
			documents: {
				...(inSettings.length > 0 && {
					[SETTINGS]: (json: string | null) =>
						JSON.stringify(json ? withoutTexts(settingsOfJson(json), swaps) : settings)
				}),
				...(inTables.length > 0 && {
					[MONTHLY]: (json: string | null) => JSON.stringify(tablesWithout(tablesOfJson(json ?? '[]'), swaps))
				})
			}
		});
	});
}

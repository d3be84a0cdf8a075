import {
	allLayers,
	commit,
	stageBlock,
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
import { blockRecord, dictionariesOf, wholeBlock, withStaging } from './layerRecords';
import { meter, NOBODY, type Watcher } from './progress';

/** Dictionaries of texts, under their stored names. */
const FIELDS = ['agent', 'entity', 'outcome'] as const;

/** A layer in which the text stands: in its name, in a dictionary, or in rows. */
interface Found {
	readonly layer: LayerRecord;
	readonly codes: TextCodes;
	readonly dictionaries: Readonly<Record<string, ArrayBuffer>>;
	/** live rows with it */
	readonly interactions: number;
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

/** Where a text stands; and pseudonyms that ids and cases have already. */
async function find(
	store: Store,
	text: string,
	done: (rows: number) => void
): Promise<{ readonly found: Found[]; readonly taken: ReadonlySet<string> }> {
	const bytes = utf8(text);
	const pseudonyms = utf8(PSEUDONYM);
	const found: Found[] = [];
	const taken = new Set<string>();
	for (const layer of await keptLayers(store)) {
		const dictionaries = await dictionariesOf(store, layer);
		const codes = codesOf(dictionaries, text);
		let interactions = 0;
		let rows = 0;
		for (const [seq, entry] of layer.blocks.entries()) {
			const num = await blockRecord(store, layer, 'num', seq);
			const texts = await blockRecord(store, layer, 'text', seq);
			const here = rowsWith({ num, text: texts }, bytes, codes);
			for (const one of textsBeginning(texts, pseudonyms, decode)) taken.add(one);
			const live = here.length > 0 ? decodeLive(await blockRecord(store, layer, 'live', seq)) : null;
			rows += here.length;
			interactions += here.filter((row) => live && isLive(live, row)).length;
			done(entry.rows);
		}
		const inSums = layer.summary !== null && Math.max(codes.agent, codes.entity) > 0;
		if (rows > 0 || inSums || layer.name.includes(text))
			found.push({ layer, codes, dictionaries, interactions });
	}
	return { found, taken };
}

/** A value of JSON with one text in the place of another, wherever it is a whole text. */
function replaced<T>(value: T, text: string, by: string): T {
	if (typeof value === 'string') return (value === text ? by : value) as T;
	if (Array.isArray(value)) return value.map((item) => replaced(item, text, by)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, text, by)])) as T;
}

/** Settings without the text: names and tags of the register, of events, budgets, scenarios, other cards and profiles. */
function withoutText(settings: Settings, text: string, by: string): Settings {
	const agents = settings.agents.map((entry) => {
		const { agent, entity, tags } = entry;
		return { ...entry, ...replaced({ agent, entity, tags }, text, by) };
	});
	const events = settings.events.map((event) => ({ ...event, name: replaced(event.name, text, by) }));
	const budgets = settings.budgets.map((budget) => ({ ...budget, name: replaced(budget.name, text, by) }));
	const scenarios = settings.scenarios.map((scenario) => ({
		...scenario,
		name: replaced(scenario.name, text, by),
		events: scenario.events.map((event) => ({ ...event, name: replaced(event.name, text, by) }))
	}));
	const otherCards = settings.otherCards.map((card) => {
		const { name, source } = card;
		return { ...card, ...replaced({ name, source }, text, by) };
	});
	const profiles = settings.profiles.map((profile) => ({
		...replaced(profile, text, by),
		file: profile.file.replaceAll(text, by)
	}));
	return { ...settings, agents, events, budgets, scenarios, otherCards, profiles };
}

/** Monthly tables without the text: in the names of agents, entities and files. */
const tablesWithout = (tables: readonly MonthlyTable[], text: string, by: string): MonthlyTable[] =>
	tables.map(({ name, rows, ...table }) => ({
		...table,
		name: name.replaceAll(text, by),
		rows: rows.map((row) => ({ ...row, ...replaced({ agent: row.agent, entity: row.entity }, text, by) }))
	}));

/** Rows of monthly tables that hold the text, and tables with it in their name. */
function tablesWith(tables: readonly MonthlyTable[], text: string): number {
	const named = tables.filter(({ name }) => name.includes(text)).length;
	const rows = tables.flatMap((table) => table.rows);
	return named + rows.filter(({ agent, entity }) => agent === text || entity === text).length;
}

/** Entries of the settings that hold the text. */
function entriesWith(settings: Settings, text: string): number {
	const entries = ({ agents, events, budgets, scenarios, otherCards, profiles }: Settings) => [
		...agents,
		...events,
		...budgets,
		...scenarios,
		...otherCards,
		...profiles
	];
	const after = entries(withoutText(settings, text, ''));
	return entries(settings).filter((entry, k) => JSON.stringify(entry) !== JSON.stringify(after[k])).length;
}

const rowsOf = (layers: readonly LayerRecord[]): number => layers.reduce((sum, { rows }) => sum + rows, 0);

/** Where a text stands that {@link forget} would take away; null: nowhere. Reads every row, writes nothing. */
export async function planForget(store: Store, text: string): Promise<ForgetPlan | null> {
	const { found } = await find(store, text, meter(0, NOBODY));
	const entries =
		entriesWith((await readSettings(store.db)).value, text) +
		tablesWith((await readTables(store.db)).tables, text);
	if (found.length === 0 && entries === 0) return null;
	return { files: found.map(({ layer: { name }, interactions }) => ({ name, interactions })), entries };
}

/** `forgotten-<n>`: the first that no file and no setting has. `inRows`: those of ids and cases. */
async function pseudonym(
	store: Store,
	layers: readonly LayerRecord[],
	inRows: ReadonlySet<string>
): Promise<string> {
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
	let n = 1;
	while (taken.has(PSEUDONYM + n) || others.includes(PSEUDONYM + n)) n++;
	return PSEUDONYM + n;
}

type Added = NonNullable<Change['add']>[number];

/** The layer under a new id, its blocks staged, without the text. */
async function rewrite(
	store: Store,
	id: string,
	{ layer, codes, dictionaries }: Found,
	text: string,
	by: string,
	done: (rows: number) => void,
	room: Room
): Promise<Added> {
	const bytes = utf8(text);
	for (const [seq, entry] of layer.blocks.entries()) {
		const records = await wholeBlock(store, layer, seq);
		const rows = rowsWith(records, bytes, codes);
		const changed = rows.length > 0 ? replaceText(records.text, rows, bytes, utf8(by)) : records.text;
		await stageBlock(store, id, seq, { ...records, text: changed }, room);
		done(entry.rows);
	}
	const files: Record<string, ArrayBuffer> = { ...dictionaries };
	for (const field of FIELDS)
		if (codes[field] > 0) files[field] = withText(files[field] as ArrayBuffer, codes[field], by, decode);
	return {
		layer: { ...layer, id, name: layer.name.replaceAll(text, by) },
		files: { dictionaries: files as LayerFiles['dictionaries'], cubes: null }
	};
}

/**
 * Takes a text out of everything that a workspace keeps: it becomes a pseudonym, the same in every file and in the
 * register; in file names, too. No figure changes. One commit swaps all of it. The new
 * revision; null: the text stands nowhere.
 */
export async function forget(
	store: Store,
	term: Term,
	text: string,
	watcher: Watcher
): Promise<number | null> {
	const layers = await keptLayers(store);
	const done = meter(2 * rowsOf(layers), watcher);
	const { found, taken } = await find(store, text, done);
	const settings = (await readSettings(store.db)).value;
	const [inSettings, inTables] = [
		entriesWith(settings, text),
		tablesWith((await readTables(store.db)).tables, text)
	];
	if (found.length === 0 && inSettings + inTables === 0) return null;
	const by = await pseudonym(store, layers, taken);
	return withStaging(store, async (begin, room) => {
		const add: Added[] = [];
		for (const one of found)
			add.push(await rewrite(store, await begin(one.layer), one, text, by, done, room));
		return commit(store, term, {
			add,
			drop: found.map(({ layer }) => layer.id),
			documents: {
				...(inSettings > 0 && {
					[SETTINGS]: (json: string | null) =>
						JSON.stringify(json ? withoutText(settingsOfJson(json), text, by) : settings)
				}),
				...(inTables > 0 && {
					[MONTHLY]: (json: string | null) =>
						JSON.stringify(tablesWithout(tablesOfJson(json ?? '[]'), text, by))
				})
			}
		});
	});
}

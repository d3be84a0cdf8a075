import {
	commit,
	readyLayers,
	removedLayers,
	stageBlocks,
	type BlockEntry,
	type Change,
	type LayerFiles,
	type LayerRecord,
	type Room,
	type Store,
	type Term
} from '../../db';
import { LayerRating, newRated } from '../../engine/rating';
import {
	mergeSummaries,
	roundingStretches,
	sameRule,
	SummaryBuilder,
	summaryConflict,
	summaryRule
} from '../../engine/rollup';
import {
	decodeDictionary,
	decodeLive,
	decodeNum,
	decodeSummary,
	encodeSummary,
	isLive,
	RECORD,
	rowAt,
	rowsBetween,
	sliceBlock,
	type Summary,
	type SummaryRule
} from '../../engine/table';
import { cycleOf, shiftCycle } from '../../engine/time';
import type { RetentionPlan, Settings } from '../api';
import { coverageOf } from '../coverage';
import { AppError } from '../errors';
import { decode } from '../query/layers';
import { masksOf, type LayerMask } from '../overlaps';
import { rulesOf, type Rules } from '../rules';
import { storedRecord } from '../stored';
import { blockRecord, dictionariesOf, wholeBlock, withStaging } from './layerRecords';
import { meter, NOBODY, type Watcher } from './progress';

/** A stretch of a layer's time whose rows become sums, under the rounding that held in it. */
interface SummedPart {
	readonly rule: SummaryRule;
	readonly summary: Summary;
	/** where its coverage begins and ends */
	readonly from: number;
	readonly to: number;
	/** first and last start of its live rows */
	readonly first: number;
	readonly last: number;
	readonly interactions: number;
}

/** What retention makes of one layer: sums before the cut, rows from it on. */
interface SplitLayer {
	readonly layer: LayerRecord;
	readonly parts: readonly SummedPart[];
	/** bytes of the records that go, from those of the first block, and of the sums that come */
	readonly bytes: number;
}

/** What is to be done, all of it worked out and nothing written. */
interface Split {
	readonly rules: Rules;
	readonly cut: number;
	readonly layers: readonly SplitLayer[];
	/** sums that are already there: those of the same file go on in one layer */
	readonly summaries: readonly LayerRecord[];
	/** counts the rows that were dealt with */
	readonly done: (rows: number) => void;
}

/** Sums the rows of a layer before the cut. Throws an `AppError` where sums would not say what the rows say. */
async function splitLayer(
	store: Store,
	rules: Rules,
	layer: LayerRecord,
	mask: LayerMask | null,
	cut: number,
	done: (rows: number) => void
): Promise<SplitLayer> {
	const names = await dictionariesOf(store, layer);
	const layerNames = {
		agents: decodeDictionary(names['agent'] as ArrayBuffer, decode),
		entities: decodeDictionary(names['entity'] as ArrayBuffer, decode)
	};
	const rating = new LayerRating(rules.plan, layer.id, layerNames, layer.ratedDuration);
	const stretches = roundingStretches(rules.versions)
		.filter(({ start, end }) => start < cut && end > layer.first)
		.map((stretch) => ({
			start: stretch.start,
			end: Math.min(stretch.end, cut),
			rule: summaryRule(stretch.rounding, rules.zone),
			builder: new SummaryBuilder(rules.zone, layerNames),
			first: Infinity,
			last: -Infinity
		}));
	const rated = newRated();
	let gone = 0;
	let size = 0;
	for (const [seq, entry] of layer.blocks.entries()) {
		if (entry.first >= cut) continue;
		const block = decodeNum(await blockRecord(store, layer, 'num', seq));
		const live = mask?.blocks[seq] ?? decodeLive(await blockRecord(store, layer, 'live', seq));
		gone += rowAt(block, cut);
		if (size === 0) {
			const records = Object.values(await wholeBlock(store, layer, seq)) as ArrayBuffer[];
			size = records.reduce((sum, { byteLength }) => sum + byteLength, 0) / block.rows;
		}
		for (const stretch of stretches) {
			const { first, end } = rowsBetween(block, stretch.start, stretch.end);
			rating.rate(block, seq, rated, first, end);
			stretch.builder.add(block, rated, live, first, end);
			for (let r = first; r < end; r++) {
				if (!isLive(live, r)) continue;
				stretch.first = Math.min(stretch.first, block.start[r] as number);
				stretch.last = Math.max(stretch.last, block.start[r] as number);
			}
		}
		done(entry.rows);
	}
	const summed = stretches.map((stretch) => ({ ...stretch, summary: stretch.builder.finish() }));
	// A layer without a live row keeps its coverage, and nothing else.
	const some = summed.filter(({ summary }) => summary.entries > 0);
	const made = some.length > 0 ? some : summed.slice(0, 1);
	const covered = coverageOf(layer, rules.zone);
	const end = layer.last < cut ? covered.to : cut;
	const parts = made.map(({ summary, rule, start, first, last }, k): SummedPart => {
		const reason = summaryConflict(summary, rule, rating);
		if (reason) throw new AppError('retentionRefused', { file: layer.name, reason });
		const from = k === 0 ? covered.from : start;
		return {
			rule,
			summary,
			from,
			to: made[k + 1]?.start ?? end,
			first: Number.isFinite(first) ? first : layer.first,
			last: Number.isFinite(last) ? last : Math.min(layer.last, cut - 1),
			interactions: summary.interactions.reduce((sum, count) => sum + count, 0)
		};
	});
	const sums = parts.reduce((sum, { summary }) => sum + encodeSummary(summary).byteLength, 0);
	return { layer, parts, bytes: Math.max(0, Math.round(size * gone - sums)) };
}

/** Has a layer rows before the cut? */
const isOld = ({ summary, first }: LayerRecord, cut: number): boolean => summary === null && first < cut;

/**
 * Works out what becomes sums: rows before the start of the billing cycle that lies `months` before the as-of's.
 * Null where there is no usage at all.
 */
async function split(
	store: Store,
	settings: Settings,
	months: number,
	watcher: Watcher
): Promise<Split | null> {
	if (!Number.isSafeInteger(months) || months < 1) throw new RangeError('months');
	const records = await readyLayers(store.db);
	if (records.length === 0) return null;
	const first = Math.min(...records.map((record) => record.first));
	const asOf = Math.max(...records.map(({ coverage, last }) => coverage?.to ?? last));
	const rules = rulesOf(settings, first, asOf, []);
	const cut = shiftCycle(rules.cycleRule, cycleOf(rules.cycleRule, asOf), -months).start;
	const old = records.filter((layer) => isOld(layer, cut));
	const done = meter(
		old.reduce((sum, { rows }) => sum + rows, 0),
		watcher
	);
	const layers: SplitLayer[] = [];
	const masks = await masksOf(store.db, records);
	for (const layer of old)
		layers.push(await splitLayer(store, rules, layer, masks.get(layer.id) ?? null, cut, done));
	return { rules, cut, layers, summaries: records.filter(({ summary }) => summary !== null), done };
}

/** What {@link retain} would do; null without usage. Reads the rows that would go, writes nothing. */
export async function planRetention(
	store: Store,
	settings: Settings,
	months: number
): Promise<RetentionPlan | null> {
	const found = await split(store, settings, months, NOBODY);
	if (!found) return null;
	const parts = found.layers.flatMap((layer) => layer.parts);
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	return {
		cut: found.cut,
		files: found.layers.length,
		interactions: sum(parts.map(({ interactions }) => interactions)),
		first: parts.length > 0 ? Math.min(...parts.map(({ first }) => first)) : null,
		bytes: sum(found.layers.map(({ bytes }) => bytes))
	};
}

type Added = NonNullable<Change['add']>[number];

/** The layers of a file's sums; one that is there already and ends where a new one begins takes it in. */
async function summaryLayers(
	store: Store,
	{ layer, parts }: SplitLayer,
	summaries: readonly LayerRecord[],
	keepsRows: boolean
): Promise<{ readonly add: Added[]; readonly drop: string[] }> {
	const { agent, entity } = await dictionariesOf(store, layer);
	const drop: string[] = [];
	const add: Added[] = [];
	for (const [k, part] of parts.entries()) {
		const before = summaries.find(
			({ digest, summary, coverage }) =>
				digest === layer.digest && summary && sameRule(summary, part.rule) && coverage?.to === part.from
		);
		let { summary, from, first, interactions } = part;
		if (before && k === 0) {
			// Both are parts of one file with the same dictionaries: their codes agree.
			const own = await storedRecord(store.db, before, {
				store: 'dictionaries',
				part: 'summary',
				kind: RECORD.summary
			});
			summary = mergeSummaries([decodeSummary(own), summary]);
			from = before.coverage?.from ?? from;
			first = before.first;
			interactions += before.rows;
			drop.push(before.id);
		}
		const record = encodeSummary(summary);
		const files = { dictionaries: { agent, entity, summary: record }, cubes: null } as LayerFiles;
		add.push({
			layer: {
				...layer,
				id: crypto.randomUUID(),
				rows: interactions,
				leftOut: k === 0 && !keepsRows ? layer.leftOut : 0,
				first,
				last: part.last,
				coverage: { from, to: part.to },
				durations: [layer.durations[layer.ratedDuration] ?? ''],
				ratedDuration: 0,
				bytes: record.byteLength,
				blocks: [],
				summary: part.rule
			},
			files
		});
	}
	return { add, drop };
}

/** Stages the rows of a layer from the cut on as a layer of their own. */
async function stageKept(
	store: Store,
	id: string,
	{ rules, cut, done }: Split,
	layer: LayerRecord,
	room: Room
): Promise<Added> {
	const blocks: BlockEntry[] = [];
	for (const [seq, entry] of layer.blocks.entries()) {
		if (entry.last < cut) continue;
		let records = await wholeBlock(store, layer, seq);
		let kept = entry;
		if (entry.first < cut) {
			const block = decodeNum(records.num);
			const first = rowAt(block, cut);
			records = sliceBlock(records, first, block.rows);
			kept = { rows: block.rows - first, first: block.start[first] as number, last: entry.last };
		}
		await stageBlocks(store, id, [[blocks.length, records]], room);
		blocks.push(kept);
		done(kept.rows);
	}
	const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
	const covered = coverageOf(layer, rules.zone);
	return {
		layer: {
			...layer,
			id,
			rows,
			first: Math.min(...blocks.map(({ first }) => first)),
			coverage: { from: Math.max(cut, covered.from), to: covered.to },
			bytes: Math.round((layer.bytes * rows) / layer.rows),
			blocks
		},
		files: { dictionaries: await dictionariesOf(store, layer), cubes: null }
	};
}

/**
 * Keeps the rows of the last `months` billing cycles before the as-of's, and of it; older ones become sums by day
 * (formats.md §3), under the rounding, zone and rated length that hold now. One commit swaps all of it, and drops
 * removed files with rows as old. Both parts keep the file's digest, so that the same file is still known. The new
 * revision; null: there is nothing older.
 */
export async function retain(
	store: Store,
	term: Term,
	settings: Settings,
	months: number,
	watcher: Watcher
): Promise<number | null> {
	const found = await split(store, settings, months, watcher);
	if (!found || found.layers.length === 0) return null;
	return withStaging(store, async (begin, room) => {
		const add: Added[] = [];
		// Brought back by Undo, what has old rows would count beside the sums of what it shares with other files.
		const removed = (await removedLayers(store.db)).filter((layer) => isOld(layer, found.cut));
		const drop = removed.map(({ id }) => id);
		for (const one of found.layers) {
			const { layer } = one;
			const keepsRows = layer.last >= found.cut;
			const sums = await summaryLayers(store, one, found.summaries, keepsRows);
			add.push(...sums.add);
			drop.push(layer.id, ...sums.drop);
			if (keepsRows) add.push(await stageKept(store, await begin(layer), found, layer, room));
		}
		return commit(store, term, { add, drop });
	});
}

import { readCube, readyLayers, type WorkspaceDb } from '../../db';
import {
	contradictedCycles,
	cycleTerms,
	DrawnRowsBuilder,
	hasTier,
	replay,
	TrialScan,
	type CycleTerms,
	type DrawnRows,
	type LedgerResult,
	type LedgerTerms
} from '../../engine/ledger';
import { LayerRating, newRated, type TrialSpan } from '../../engine/rating';
import {
	activationsOf,
	addEntityHours,
	CubeBuilder,
	decodeCells,
	ENTITY_HOURS,
	localDays,
	mergeCubes,
	stretchesBefore,
	summaryCells,
	summedDays,
	timelineOf,
	withRates,
	type Cells,
	type CubePart,
	type RatedSummary,
	type Timeline
} from '../../engine/rollup';
import { rowsBetween } from '../../engine/table';
import { cycleOf, cyclesBetween, momentOf, type Cycle } from '../../engine/time';
import type { RebuiltCubes, Settings } from '../api';
import { masksOf } from '../overlaps';
import {
	cubeKey,
	cubeShape,
	LayerCubes,
	PEOPLE_CUBE,
	rulesOf,
	TIME_CUBE,
	type CUBES,
	type Rules
} from '../rules';
import type { BlockCache, LiveBlock } from './blocks';
import { readNames, type CountedLayer, type NamedLayer, type WorkspaceNames } from './layers';
import { rateSummaries, readSummaries, refuseMixing } from './summaries';

const rated = newRated();

/** Reads the blocks of a layer once, rated: all, or those with rows from an instant to before another. */
async function scan(
	cache: BlockCache,
	layer: NamedLayer,
	rating: LayerRating,
	visit: (block: LiveBlock & { readonly seq: number }) => void,
	from?: number,
	to?: number
): Promise<void> {
	for await (const found of cache.within(layer.record, from, to)) {
		rating.rate(found.block, found.seq, rated);
		visit(found);
	}
}

async function findTrials(cache: BlockCache, names: WorkspaceNames, rules: Rules): Promise<TrialSpan[]> {
	const trials = new TrialScan(rules.plan);
	if (trials.needless) return [];
	for (const layer of names.layers) {
		const rating = new LayerRating(rules.plan, layer.record.id, layer.names, layer.record.ratedDuration);
		await scan(cache, layer, rating, ({ seq, block, live }) => trials.add(rating, block, seq, rated, live));
	}
	return trials.finish();
}

/** The cube by agent and entity, and what follows from it. */
export interface People {
	readonly cells: Cells;
	/** by register entry */
	readonly activations: Float64Array;
}

/** Cubes of the layers, from storage, or else from one scan of their rows; of those without rows from their summary. */
class StoredCubes {
	constructor(
		readonly db: WorkspaceDb,
		readonly cache: BlockCache,
		readonly rules: Rules,
		/** by layer id */
		readonly summaries: ReadonlyMap<string, RatedSummary>,
		/** cubes that are not in storage; those that have to be rebuilt are added */
		readonly rebuilt: RebuiltCubes[]
	) {}

	/** One kind of cube of all layers, summed under the workspace's names. */
	async merged({ layers }: WorkspaceNames, cube: (typeof CUBES)[number]): Promise<Cells> {
		const parts: CubePart[] = [];
		for (const layer of layers) {
			const cells = await this.#cells(layer, cube);
			parts.push(cube === TIME_CUBE ? { cells } : { cells, agents: layer.agents, entities: layer.entities });
		}
		return mergeCubes(parts);
	}

	async #cells(layer: NamedLayer, cube: (typeof CUBES)[number]): Promise<Cells> {
		const { id, ratedDuration, mask } = layer.record;
		const summary = this.summaries.get(id);
		if (summary) {
			const { cut, by } = cubeShape(this.rules, cube);
			return summaryCells(summary, cut, by);
		}
		const key = cubeKey(this.rules, ratedDuration) + (mask ? `.${mask.key}` : '');
		const known = this.rebuilt.find((files) => files.layer === id && files.key === key)?.files[cube];
		const stored = known ?? (await readCube(this.db, id, key, cube));
		return (stored && decodeCells(stored)) ?? (decodeCells((await this.#rebuild(layer, key))[cube]) as Cells);
	}

	async #rebuild(layer: NamedLayer, key: string): Promise<Record<(typeof CUBES)[number], ArrayBuffer>> {
		const { id, ratedDuration } = layer.record;
		const cubes = new LayerCubes(this.rules, layer.names);
		const rating = new LayerRating(this.rules.plan, id, layer.names, ratedDuration);
		await scan(this.cache, layer, rating, ({ block, live }) => cubes.add(block, rated, live));
		const files = cubes.finish();
		this.rebuilt.push({ layer: id, key, files });
		return files;
	}
}

/** A workspace's layers, names and rules at one revision: all that a question of rows alone needs, and no cube. */
export interface Source extends Pick<Usage, 'cache' | 'names' | 'rules' | 'first' | 'last' | 'asOf'> {
	readonly cubes: StoredCubes;
	/** with the time cube, which is read when it is first asked for */
	usage(): Promise<Usage>;
}

/** A workspace's layers, each with its rows that count. */
export interface Counted {
	readonly records: readonly CountedLayer[];
	/** cubes that are not in storage */
	readonly rebuilt: RebuiltCubes[];
}

export async function countedLayers(db: WorkspaceDb, rebuilt: RebuiltCubes[] = []): Promise<Counted> {
	const ready = await readyLayers(db);
	const masks = await masksOf(db, ready, rebuilt);
	return { records: ready.map((record) => ({ ...record, mask: masks.get(record.id) ?? null })), rebuilt };
}

/** Null without layers. Reads dictionaries. */
export async function loadSource(
	db: WorkspaceDb,
	cache: BlockCache,
	settings: Settings,
	counted = countedLayers(db)
): Promise<Source | null> {
	const { records, rebuilt } = await counted;
	if (records.length === 0) return null;
	const names = await readNames(db, records);
	const first = Math.min(...records.map((record) => record.first));
	const last = Math.max(...records.map((record) => record.last));
	const asOf = Math.max(...records.map(({ coverage, last }) => coverage?.to ?? last));

	const plain = rulesOf(settings, first, asOf, []);
	const summaries = await readSummaries(db, names.layers);
	refuseMixing(plain.plan, summaries);
	const trials = await findTrials(cache, names, plain);
	const rules = trials.length > 0 ? rulesOf(settings, first, asOf, trials) : plain;

	const cubes = new StoredCubes(db, cache, rules, rateSummaries(rules.plan, summaries), rebuilt);
	let made: Promise<Usage> | null = null;
	const source: Source = {
		cache,
		names,
		rules,
		cubes,
		first,
		last,
		asOf,
		usage() {
			made ??= Usage.of(source);
			made.catch(() => (made = null));
			return made;
		}
	};
	return source;
}

/** A workspace's usage at one revision: cubes and ledgers in memory, rows only where a limit falls among them. */
export class Usage {
	readonly #ledgers = new Map<string, Promise<LedgerResult>>();
	/** by layer id; each finds its register entries once */
	readonly #ratings = new Map<string, LayerRating>();

	#people: Promise<People> | null = null;

	private constructor(
		readonly source: Source,
		readonly cache: BlockCache,
		readonly names: WorkspaceNames,
		readonly rules: Rules,
		readonly time: Cells,
		/** the metered demand */
		readonly timeline: Timeline,
		readonly first: number,
		readonly last: number,
		/** end of the latest coverage */
		readonly asOf: number,
		readonly cycles: readonly Cycle[],
		readonly terms: readonly CycleTerms[]
	) {}

	/** Reads cubes; rows only of layers whose cubes are missing, there and among those that were `rebuilt` before. */
	static async of(source: Source): Promise<Usage> {
		const { cache, names, rules, cubes, first, last, asOf } = source;
		const time = withRates(await cubes.merged(names, TIME_CUBE), rules.versions);
		const cycles = cyclesBetween(rules.cycleRule, first, asOf);
		const terms = cycleTerms(rules.settings.contract, rules.versions, rules.cycleRule, cycles);
		const timeline = timelineOf(time, summedDays([...cubes.summaries.values()]));
		return new Usage(source, cache, names, rules, time, timeline, first, last, asOf, cycles, terms);
	}

	/** Rows that count. */
	get interactions(): number {
		const { count, interactions } = this.time;
		let sum = 0;
		for (let k = 0; k < count; k++) sum += interactions[k] as number;
		return sum;
	}

	/** Cubes that were not in storage: for the data worker to keep. */
	get rebuilt(): readonly RebuiltCubes[] {
		return this.source.cubes.rebuilt;
	}

	/** Figures by day in the place of rows, by layer id. */
	get summaries(): ReadonlyMap<string, RatedSummary> {
		return this.source.cubes.summaries;
	}

	/** The end of the cycle's last day that is kept as a sum; null where all of it is kept as rows. */
	byDayUntil({ start, end }: Cycle): number | null {
		let until: number | null = null;
		for (const { days } of this.summaries.values())
			for (const day of days)
				if (day.start >= start && day.start < end) until = Math.max(until ?? day.end, day.end);
		return until;
	}

	/** Cycle × agent × entity. The first figures do without, so it is read when it is asked for. */
	people(): Promise<People> {
		this.#people ??= (async () => {
			const cells = withRates(await this.source.cubes.merged(this.names, PEOPLE_CUBE), this.rules.versions);
			return { cells, activations: activationsOf(this.rules.plan, cells, this.names) };
		})();
		this.#people.catch(() => (this.#people = null));
		return this.#people;
	}

	/** Local day × agent × entity of the blocks and summaries that reach into `[from, to)`: one scan of their rows. */
	async peopleByDay(from: number, to = Infinity): Promise<Cells> {
		const by = { agent: true, entity: true };
		const cut = localDays(this.rules.zone);
		const parts: CubePart[] = [];
		for (const layer of this.names.layers) {
			const { record, names, agents, entities } = layer;
			if (record.last < from || record.first >= to) continue;
			const summary = this.summaries.get(record.id);
			const cube = new CubeBuilder(cut, by, names);
			await scan(
				this.cache,
				layer,
				this.#rating(layer),
				({ block, live }) => cube.add(block, rated, live),
				from,
				to
			);
			const cells = summary ? summaryCells(summary, cut, by) : cube.finish();
			parts.push({ cells, agents, entities });
		}
		return mergeCubes(parts);
	}

	/** The terms of the cycle that holds an instant; of the as-of's for null or an instant outside the data. */
	termsAt(instant: number | null): CycleTerms {
		const wanted = instant === null ? null : cycleOf(this.rules.cycleRule, instant);
		return (
			this.terms.find(({ cycle }) => cycle.start === wanted?.start) ??
			(this.terms[this.terms.length - 1] as CycleTerms)
		);
	}

	/** The exact ledger of a cycle under some terms: computed once. */
	ledger(terms: LedgerTerms): Promise<LedgerResult> {
		const key = JSON.stringify([terms.cycle, terms.tier, terms.overage, terms.cap, terms.changes]);
		const known = this.#ledgers.get(key) ?? this.#replay(terms);
		this.#ledgers.set(key, known);
		known.catch(() => this.#ledgers.delete(key));
		return known;
	}

	/** The ledger of the contract itself in a cycle, or null while it has no tier there. */
	async inForce(terms: CycleTerms): Promise<LedgerResult | null> {
		return hasTier(terms) ? this.ledger(terms) : null;
	}

	/** Rows lie inside a stop of the contract's own ledger in this cycle: it was not the one in force. */
	async contradicted(terms: CycleTerms): Promise<boolean> {
		const own = await this.inForce(terms);
		return own !== null && contradictedCycles([own]).length > 0;
	}

	/** Stretches that the user marks as stopped. */
	marked(): { from: number; to: number }[] {
		return this.rules.settings.contract.censored.map(({ from, to }) => ({
			from: momentOf(this.rules.zone, from),
			to: momentOf(this.rules.zone, to)
		}));
	}

	#rating({ record, names }: NamedLayer): LayerRating {
		const known =
			this.#ratings.get(record.id) ??
			new LayerRating(this.rules.plan, record.id, names, record.ratedDuration);
		this.#ratings.set(record.id, known);
		return known;
	}

	async #replay(terms: LedgerTerms): Promise<LedgerResult> {
		const run = replay(terms, this.timeline);
		let step = run.next();
		while (!step.done) step = run.next(await this.#rows(step.value.from, step.value.to));
		return step.value;
	}

	/**
	 * Metered units of a cycle's rows that begin before an instant of it: whole pieces, and rows of the one in which it
	 * lies. Null within a day that is kept as a sum.
	 */
	async drawnUntil(cycle: Cycle, instant: number): Promise<number | null> {
		const { from, unitsBefore, dayEnd } = this.timeline;
		const begin = stretchesBefore(this.timeline, cycle.start);
		const end = stretchesBefore(this.timeline, instant);
		if (end <= begin) return 0;
		const piece = end - 1;
		const before = (k: number) => (unitsBefore[k] as number) - (unitsBefore[begin] as number);
		const until = dayEnd[piece] as number;
		if (until > 0) return until > instant ? null : before(end);
		const { units } = await this.#rows(from[piece] as number, instant);
		return before(piece) + units.reduce((sum, one) => sum + one, 0);
	}

	/** Metered units since an instant by entity × channel × local hour. */
	async entityHours(from: number): Promise<Float64Array> {
		const { zone } = this.rules;
		const sums = new Float64Array(this.names.entities.length * ENTITY_HOURS);
		await this.#scan(from, Infinity, ({ entities }, { block, live }, first, end) =>
			addEntityHours(sums, block, rated, live, entities, zone, first, end)
		);
		return sums;
	}

	/** Metered rows with starts in `[from, to)`, in ledger order. */
	async #rows(from: number, to: number): Promise<DrawnRows> {
		const rows = new DrawnRowsBuilder();
		await this.#scan(from, to, (_, { block, live }, first, end) => rows.add(block, rated, live, first, end));
		return rows.finish();
	}

	/** Rates the rows with starts in `[from, to)`, from the blocks that overlap, layer by layer. */
	async #scan(
		from: number,
		to: number,
		visit: (layer: NamedLayer, found: LiveBlock, first: number, end: number) => void
	): Promise<void> {
		for (const layer of this.names.layers) {
			for await (const found of this.cache.within(layer.record, from, to)) {
				const { first, end } = rowsBetween(found.block, from, to);
				this.#rating(layer).rate(found.block, found.seq, rated, first, end);
				visit(layer, found, first, end);
			}
		}
	}
}

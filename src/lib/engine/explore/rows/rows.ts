import { compareText } from '../../ledger/order';
import type { LayerNames, Rated } from '../../rating/layerRating';
import { isMetered, PREMIUM, VOICE } from '../../rating/slot';
import type { Columns } from '../../table/columns';
import { late } from '../../table/late';
import { isLive, type Live } from '../../table/live';
import { DAY_MS, dayOf, HOUR_MS, localTime, startOfDay, weekday, type ZoneTable } from '../../time';
import type { FailsByCode } from './filter';
import { sortedBy } from './sort';

/**
 * All rows that count, of all layers, as columns in ledger order: a row's *position* is its place in it. Rows that
 * are alike in all but their ids stay in the order in which they were added.
 */
export interface UsageRows {
	readonly count: number;
	/** instant, ascending */
	readonly start: Float64Array;
	/** chat: messages; voice: the rated duration in ms */
	readonly quantity: Uint32Array;
	/** billable seconds */
	readonly seconds: Uint32Array;
	/** what the row draws, in units: nothing where its licence is not metered */
	readonly units: Float64Array;
	/** bits of rating/slot.ts */
	readonly state: Uint8Array;
	/** codes of the workspace */
	readonly agent: Uint32Array;
	readonly entity: Uint32Array;
	/** where the row lies: its block among those that were added, and its row there */
	readonly block: Uint32Array;
	readonly row: Uint32Array;
	/** the local day of the first row, and how many there are up to the last row's */
	readonly firstDay: number;
	readonly days: number;
	/** days since `firstDay` */
	readonly day: Uint16Array;
	/** 24 × weekday (Monday first) + local hour */
	readonly hour: Uint16Array;
	/** where day or hour changes: the first position of each stretch that shares both, and the end */
	readonly runs: Uint32Array;
}

type Gathered = Pick<
	UsageRows,
	'start' | 'quantity' | 'seconds' | 'units' | 'state' | 'agent' | 'entity' | 'block' | 'row'
>;

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** First position whose start is at an instant or later. */
export function rowsBefore({ start, count }: Pick<UsageRows, 'start' | 'count'>, instant: number): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((start[middle] as number) < instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Where rows of a block belong. */
interface Places {
	readonly agents: Uint32Array;
	readonly entities: Uint32Array;
	readonly first?: number;
	readonly end?: number;
}

/** Gathers the live rows of rated blocks, then puts them in ledger order. */
export class UsageRowsBuilder {
	readonly #columns: Gathered;
	#count = 0;
	#blocks = 0;

	/**
	 * @param capacity at least the rows that will be added
	 * @param names the workspace's, by code
	 * @param fails rows that fail by it are not gathered
	 */
	constructor(
		capacity: number,
		readonly names: LayerNames,
		readonly zone: ZoneTable,
		readonly fails: FailsByCode
	) {
		this.#columns = {
			start: new Float64Array(capacity),
			quantity: new Uint32Array(capacity),
			seconds: new Uint32Array(capacity),
			units: new Float64Array(capacity),
			state: new Uint8Array(capacity),
			agent: new Uint32Array(capacity),
			entity: new Uint32Array(capacity),
			block: new Uint32Array(capacity),
			row: new Uint32Array(capacity)
		};
	}

	/**
	 * @param places `agents`, `entities`: code of the layer → code of the workspace; of rows `[first, end)`, which are rated
	 */
	add(columns: Columns, rated: Rated, live: Live, places: Places): void {
		const { agents, entities, first = 0, end = columns.rows } = places;
		const { start, quantity, seconds, units, state, agent, entity, block, row } = this.#columns;
		const { fails } = this;
		let k = this.#count;
		for (let r = first; r < end; r++) {
			const bits = rated.state[r] as number;
			if (fails.state[bits] !== 0 || !isLive(live, r)) continue;
			const agentCode = agents[columns.agent[r] as number] as number;
			const entityCode = entities[columns.entity[r] as number] as number;
			if (((fails.agent[agentCode] as number) | (fails.entity[entityCode] as number)) !== 0) continue;
			start[k] = columns.start[r] as number;
			quantity[k] = rated.quantity[r] as number;
			seconds[k] = rated.seconds[r] as number;
			units[k] = isMetered(bits) ? (rated.units[r] as number) : 0;
			state[k] = bits;
			agent[k] = agentCode;
			entity[k] = entityCode;
			block[k] = this.#blocks;
			row[k] = r;
			k++;
		}
		this.#count = k;
		this.#blocks++;
	}

	finish(): UsageRows {
		const order = this.#ledgerOrder();
		const columns = this.#each((column) => {
			if (!order) return column.subarray(0, this.#count);
			const ordered = column.slice(0, order.length);
			for (let k = 0; k < order.length; k++) ordered[k] = column[order[k] as number] as number;
			return ordered;
		});
		const { zone } = this;
		// Only pictures, and filters by hour, need them.
		const local = late(() => localTimes(columns.start, zone));
		return {
			count: this.#count,
			...columns,
			get firstDay() {
				return local().firstDay;
			},
			get days() {
				return local().days;
			},
			get day() {
				return local().day;
			},
			get hour() {
				return local().hour;
			},
			get runs() {
				return local().runs;
			}
		};
	}

	#each(change: (column: Column) => Column): Gathered {
		const { start, quantity, seconds, units, state, agent, entity, block, row } = this.#columns;
		const of = <T extends Column>(column: T): T => change(column) as T;
		return {
			start: of(start),
			quantity: of(quantity),
			seconds: of(seconds),
			units: of(units),
			state: of(state),
			agent: of(agent),
			entity: of(entity),
			block: of(block),
			row: of(row)
		};
	}

	/** The rows as they came in ledger order (domain.md §4); null where they came in it. */
	#ledgerOrder(): Uint32Array | null {
		const { start, state, quantity, agent, entity } = this.#columns;
		const count = this.#count;
		const agents = late(() => ranks(this.names.agents));
		const entities = late(() => ranks(this.names.entities));
		const at = (k: number) => start[k] as number;
		const bits = (k: number) => state[k] as number;
		const compareTied = (a: number, b: number): number =>
			(bits(a) & VOICE) - (bits(b) & VOICE) ||
			(quantity[a] as number) - (quantity[b] as number) ||
			(bits(a) & PREMIUM) - (bits(b) & PREMIUM) ||
			(agents()[agent[a] as number] as number) - (agents()[agent[b] as number] as number) ||
			(entities()[entity[a] as number] as number) - (entities()[entity[b] as number] as number) ||
			a - b;

		let ordered = true;
		for (let k = 1; k < count && ordered; k++) {
			const gap = (start[k] as number) - (start[k - 1] as number);
			ordered = gap > 0 || (gap === 0 && compareTied(k - 1, k) < 0);
		}
		if (ordered) return null;

		const order = sortedBy(
			Uint32Array.from({ length: count }, (_, k) => k),
			start,
			false
		);
		for (let first = 0; first < count;) {
			let end = first + 1;
			while (end < count && at(order[end] as number) === at(order[first] as number)) end++;
			if (end - first > 1) order.subarray(first, end).sort(compareTied);
			first = end;
		}
		return order;
	}
}

/** By code: the place of a name among all, by code units. */
function ranks(names: readonly string[]): Uint32Array {
	const order = [...names.keys()].sort((a, b) => compareText(names[a] as string, names[b] as string));
	const ranks = new Uint32Array(names.length);
	for (const [rank, code] of order.entries()) ranks[code] = rank;
	return ranks;
}

type LocalTimes = Pick<UsageRows, 'firstDay' | 'days' | 'day' | 'hour' | 'runs'>;

/** Local days and hours of ascending starts. A day, once begun, stays where a clock change takes the date back. */
function localTimes(start: Float64Array, zone: ZoneTable): LocalTimes {
	const count = start.length;
	const day = new Uint16Array(count);
	const hour = new Uint16Array(count);
	const runs: number[] = [];
	const firstDay = count === 0 ? 0 : dayOf(zone, start[0] as number);
	let today = firstDay;
	let tomorrow = startOfDay(zone, today + 1);
	for (let k = 0; k < count; k++) {
		const at = start[k] as number;
		if (at >= tomorrow) {
			today = dayOf(zone, at);
			tomorrow = startOfDay(zone, today + 1);
		}
		day[k] = today - firstDay;
		const local = localTime(zone, at);
		hour[k] = 24 * weekday(today) + Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS);
		if (k === 0 || day[k] !== day[k - 1] || hour[k] !== hour[k - 1]) runs.push(k);
	}
	runs.push(count);
	return { firstDay, days: count === 0 ? 0 : today - firstDay + 1, day, hour, runs: Uint32Array.from(runs) };
}

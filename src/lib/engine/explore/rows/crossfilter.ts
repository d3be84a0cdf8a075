import { VIEWS, type ViewName } from './brush';
import { FAILS } from './filter';
import type { UsageRows } from './rows';
import type { BinColumn } from './views';

/** Interactions and units by bin of one view, for every stretch of bins of the view that is being brushed. */
export interface BrushTable {
	readonly bins: number;
	/** row-major: `[k · bins + b]` is the sum over the brushed view's bins before k, for bin b */
	readonly interactions: Uint32Array;
	readonly units: Float64Array;
	/** the part of `units` that stems from rounding up; of the view of lengths only, of others empty */
	readonly rounding: Float64Array;
}

/** What a row draws, and what tells how much of it is rounding. */
type DrawnRows = Pick<UsageRows, 'units' | 'quantity' | 'seconds' | 'runs'>;

/** All that a brush over one view can ask of the others, and the view's own bins, which its brush leaves as they are. */
export interface BrushIndex {
	readonly active: ViewName;
	/** of the active view: one column, prefix-summed like the others: any brush's total */
	readonly tables: Readonly<Record<ViewName, BrushTable>>;
}

/** The views that share one scan where no row is left out by any of them: together they have few bins. */
const JOINED = ['kind', 'agent', 'entity'] as const;

/** Each row's bin of channel and class, agent and entity at once. */
export interface JointColumn extends BinColumn {
	/** by bin: the one it is of each view */
	readonly places: Readonly<Record<(typeof JOINED)[number], Uint16Array>>;
}

/** One column of three. Its bins are as many as the three's multiplied: 676 of twelve names each and all others. */
export function jointBins(columns: Readonly<Record<(typeof JOINED)[number], BinColumn>>): JointColumn {
	const [kind, agent, entity] = JOINED.map((view) => columns[view]) as [BinColumn, BinColumn, BinColumn];
	const bins = kind.bins * agent.bins * entity.bins;
	const bin = new Uint16Array(kind.bin.length);
	for (let r = 0; r < bin.length; r++)
		bin[r] =
			((kind.bin[r] as number) * agent.bins + (agent.bin[r] as number)) * entity.bins +
			(entity.bin[r] as number);
	const placesOf = (view: BinColumn, step: number) =>
		Uint16Array.from({ length: bins }, (_, b) => Math.floor(b / step) % view.bins);
	return {
		bins,
		bin,
		places: {
			kind: placesOf(kind, agent.bins * entity.bins),
			agent: placesOf(agent, entity.bins),
			entity: placesOf(entity, 1)
		}
	};
}

/**
 * One scan for each other view, after which every brush of the active one is a subtraction of rows (Falcon: Moritz,
 * Howe, Heer, CHI 2019). A row counts in a view where nothing but the view's own filter and the active one's, which
 * the brush takes the place of, leaves it out.
 * @param fails by row, bits of {@link FAILS}
 * @param joint of the same columns: saves two scans where no row fails by what it joins
 */
export function brushIndex(
	active: ViewName,
	columns: Readonly<Record<ViewName, BinColumn>>,
	fails: Uint8Array,
	rows: DrawnRows,
	joint: JointColumn | null = null
): BrushIndex {
	const own = columns[active];
	const bits = bitsOf(fails);
	const open = (view: ViewName) => (bits & FAILS[view]) === 0;
	const joined = (view: ViewName) => JOINED.some((one) => one === view);
	const byRun = (view: ViewName) => view === 'time' || view === 'hours';
	const tables = {} as Record<ViewName, BrushTable>;
	if (joint && !joined(active) && JOINED.every(open)) {
		const all = tableOf(own, joint, fails, FAILS[active], rows, false);
		for (const view of JOINED)
			tables[view] = margin(all, own.bins + 1, columns[view].bins, joint.places[view]);
	}
	for (const view of VIEWS) {
		if (view === active) continue;
		const ignored = FAILS[active] | FAILS[view];
		tables[view] ??=
			byRun(active) && byRun(view)
				? tableOfRuns(own, columns[view], fails, ignored, rows)
				: tableOf(own, columns[view], fails, ignored, rows, view === 'length');
	}
	// Where no row fails by a view's own filter, that view's table holds the active one's total, too.
	const whole = VIEWS.find((view) => view !== active && open(view));
	if (whole) {
		const { [whole]: table } = tables;
		const total = margin(table, own.bins + 1, 1, new Uint16Array(table.bins));
		tables[active] = active === 'length' ? { ...total, rounding: roundingOf(own, fails, rows) } : total;
	} else {
		const one = { bins: 1, bin: new Uint8Array(fails.length) };
		tables[active] = tableOf(own, one, fails, FAILS[active], rows, active === 'length');
	}
	return { active, tables };
}

/** All bits that any row fails by. */
function bitsOf(fails: Uint8Array): number {
	let bits = 0;
	for (let r = 0; r < fails.length; r++) bits |= fails[r] as number;
	return bits;
}

/** A table of so many rows with fewer bins: each bin's sums go to its place. */
function margin(table: BrushTable, rows: number, bins: number, places: Uint16Array): BrushTable {
	const interactions = new Uint32Array(rows * bins);
	const units = new Float64Array(rows * bins);
	for (let k = 0, from = 0; k < rows; k++)
		for (let b = 0; b < table.bins; b++, from++) {
			const at = k * bins + (places[b] as number);
			interactions[at] = (interactions[at] as number) + (table.interactions[from] as number);
			units[at] = (units[at] as number) + (table.units[from] as number);
		}
	return { bins, interactions, units, rounding: new Float64Array(0) };
}

/**
 * The part of a row's units that stems from rounding up: that of the seconds which are billed but not spoken, to the
 * nearest unit. Nothing of chats, which have no billable seconds, and of calls that draw nothing.
 */
export function roundingUnits(
	{ units, quantity, seconds }: Pick<UsageRows, 'units' | 'quantity' | 'seconds'>,
	r: number
): number {
	const billed = (seconds[r] as number) * 1_000;
	const over = billed - (quantity[r] as number);
	return over > 0 ? Math.floor(((units[r] as number) * over) / billed + 0.5) : 0;
}

/** The rounding of calls by their length, prefix-summed: what a table of one column says of it. */
function roundingOf({ bins, bin }: BinColumn, fails: Uint8Array, rows: DrawnRows): Float64Array {
	const rounding = new Float64Array(bins + 1);
	const kept = ~FAILS.length;
	for (let r = 0; r < fails.length; r++) {
		if (((fails[r] as number) & kept) !== 0) continue;
		const at = (bin[r] as number) + 1;
		rounding[at] = (rounding[at] as number) + roundingUnits(rows, r);
	}
	for (let at = 1; at <= bins; at++) rounding[at] = (rounding[at] as number) + (rounding[at - 1] as number);
	return rounding;
}

function tableOf(
	brushed: BinColumn,
	{ bins, bin }: BinColumn,
	fails: Uint8Array,
	ignored: number,
	rows: DrawnRows,
	rounded: boolean
): BrushTable {
	const interactions = new Uint32Array((brushed.bins + 1) * bins);
	const units = new Float64Array((brushed.bins + 1) * bins);
	const rounding = new Float64Array(rounded ? units.length : 0);
	const kept = ~ignored;
	const across = brushed.bin;
	for (let r = 0; r < fails.length; r++) {
		if (((fails[r] as number) & kept) !== 0) continue;
		const at = ((across[r] as number) + 1) * bins + (bin[r] as number);
		interactions[at] = (interactions[at] as number) + 1;
		units[at] = (units[at] as number) + (rows.units[r] as number);
		if (rounded) rounding[at] = (rounding[at] as number) + roundingUnits(rows, r);
	}
	return prefixSummed({ bins, interactions, units, rounding });
}

/** A table of two views whose bins are one and the same for all rows of a run. */
function tableOfRuns(
	brushed: BinColumn,
	{ bins, bin }: BinColumn,
	fails: Uint8Array,
	ignored: number,
	{ units: drawn, runs }: DrawnRows
): BrushTable {
	const interactions = new Uint32Array((brushed.bins + 1) * bins);
	const units = new Float64Array(interactions.length);
	const kept = ~ignored;
	for (let run = 0; run + 1 < runs.length; run++) {
		const first = runs[run] as number;
		const end = runs[run + 1] as number;
		let count = 0;
		let sum = 0;
		for (let r = first; r < end; r++) {
			if (((fails[r] as number) & kept) !== 0) continue;
			count++;
			sum += drawn[r] as number;
		}
		const at = ((brushed.bin[first] as number) + 1) * bins + (bin[first] as number);
		interactions[at] = (interactions[at] as number) + count;
		units[at] = (units[at] as number) + sum;
	}
	return prefixSummed({ bins, interactions, units, rounding: new Float64Array(0) });
}

/** A table of sums by brushed bin as one of sums before each. */
function prefixSummed(table: BrushTable): BrushTable {
	const { bins, interactions, units, rounding } = table;
	for (let at = bins; at < interactions.length; at++) {
		interactions[at] = (interactions[at] as number) + (interactions[at - bins] as number);
		units[at] = (units[at] as number) + (units[at - bins] as number);
	}
	for (let at = bins; at < rounding.length; at++)
		rounding[at] = (rounding[at] as number) + (rounding[at - bins] as number);
	return table;
}

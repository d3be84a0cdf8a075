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
type DrawnRows = Pick<UsageRows, 'units' | 'quantity' | 'seconds'>;

/** All that a brush over one view can ask of the others, and the view's own bins, which its brush leaves as they are. */
export interface BrushIndex {
	readonly active: ViewName;
	/** of the active view: one column, prefix-summed like the others: any brush's total */
	readonly tables: Readonly<Record<ViewName, BrushTable>>;
}

/**
 * One scan for each other view, after which every brush of the active one is a subtraction of rows (Falcon: Moritz,
 * Howe, Heer, CHI 2019). A row counts in a view where nothing but the view's own filter and the active one's, which
 * the brush takes the place of, leaves it out.
 * @param fails by row, bits of {@link FAILS}
 */
export function brushIndex(
	active: ViewName,
	columns: Readonly<Record<ViewName, BinColumn>>,
	fails: Uint8Array,
	rows: DrawnRows
): BrushIndex {
	const own = columns[active];
	const tables = {} as Record<ViewName, BrushTable>;
	for (const view of VIEWS) {
		if (view === active) continue;
		const ignored = FAILS[active] | FAILS[view];
		tables[view] = tableOf(own, columns[view], fails, ignored, rows, view === 'length');
	}
	const bits = fails.reduce((seen, one) => seen | one, 0);
	// Where no row fails by a view's own filter, that view's table holds the active one's total, too.
	const open = VIEWS.find((view) => view !== active && (bits & FAILS[view]) === 0);
	const total =
		open && active !== 'length'
			? summed(tables[open], own.bins + 1)
			: tableOf(
					own,
					{ bins: 1, bin: new Uint8Array(fails.length) },
					fails,
					FAILS[active],
					rows,
					active === 'length'
				);
	tables[active] = total;
	return { active, tables };
}

/** The sums over all bins of a table of so many rows. */
function summed({ bins, interactions, units }: BrushTable, rows: number): BrushTable {
	const sums = {
		bins: 1,
		interactions: new Uint32Array(rows),
		units: new Float64Array(rows),
		rounding: new Float64Array(0)
	};
	for (let k = 0, at = 0; k < rows; k++)
		for (let b = 0; b < bins; b++, at++) {
			sums.interactions[k] = (sums.interactions[k] as number) + (interactions[at] as number);
			sums.units[k] = (sums.units[k] as number) + (units[at] as number);
		}
	return sums;
}

/**
 * The part of a row's units that stems from rounding up: that of the seconds which are billed but not spoken, to the
 * nearest unit. Nothing of chats, which have no billable seconds, and of calls that draw nothing.
 */
export function roundingUnits({ units, quantity, seconds }: DrawnRows, r: number): number {
	const billed = (seconds[r] as number) * 1_000;
	const over = billed - (quantity[r] as number);
	return over > 0 ? Math.round(((units[r] as number) * over) / billed) : 0;
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
	for (let at = bins; at < interactions.length; at++) {
		interactions[at] = (interactions[at] as number) + (interactions[at - bins] as number);
		units[at] = (units[at] as number) + (units[at - bins] as number);
		if (rounded) rounding[at] = (rounding[at] as number) + (rounding[at - bins] as number);
	}
	return { bins, interactions, units, rounding };
}

import { VIEWS, type ViewName } from './brush';
import { FAILS } from './filter';
import type { BinColumn } from './views';

/** Interactions and units by bin of one view, for every stretch of bins of the view that is being brushed. */
export interface BrushTable {
	readonly bins: number;
	/** row-major: `[k · bins + b]` is the sum over the brushed view's bins before k, for bin b */
	readonly interactions: Uint32Array;
	readonly units: Float64Array;
}

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
	units: Float64Array
): BrushIndex {
	const own = columns[active];
	const tables = {} as Record<ViewName, BrushTable>;
	for (const view of VIEWS) {
		const ignored = FAILS[active] | FAILS[view];
		tables[view] =
			view === active
				? tableOf(own, { bins: 1, bin: new Uint8Array(fails.length) }, fails, ignored, units)
				: tableOf(own, columns[view], fails, ignored, units);
	}
	return { active, tables };
}

function tableOf(
	brushed: BinColumn,
	{ bins, bin }: BinColumn,
	fails: Uint8Array,
	ignored: number,
	drawn: Float64Array
): BrushTable {
	const interactions = new Uint32Array((brushed.bins + 1) * bins);
	const units = new Float64Array((brushed.bins + 1) * bins);
	const kept = ~ignored;
	const across = brushed.bin;
	for (let r = 0; r < fails.length; r++) {
		if (((fails[r] as number) & kept) !== 0) continue;
		const at = ((across[r] as number) + 1) * bins + (bin[r] as number);
		interactions[at] = (interactions[at] as number) + 1;
		units[at] = (units[at] as number) + (drawn[r] as number);
	}
	for (let at = bins; at < interactions.length; at++) {
		interactions[at] = (interactions[at] as number) + (interactions[at - bins] as number);
		units[at] = (units[at] as number) + (units[at - bins] as number);
	}
	return { bins, interactions, units };
}

import { failsOf, latestFirst, selected, sortedBy, type UsageRows } from '../../../engine/explore/rows';
import type { CallsAsk } from '../../api';
import { filterOf, sizesOf, type Gathered } from './gathered';

/** The positions of the rows that a filter leaves, in an order, and what they draw (1/60,000 credit). */
export function listed(
	from: Gathered,
	{ filter, sort, descending }: CallsAsk
): { readonly positions: Uint32Array; readonly units: number } {
	const { rows } = from;
	const { positions, units } = selected(rows, failsOf(rows, filterOf(from, filter), sizesOf(from)));
	return { positions: ordered(positions, rows, sort, descending), units };
}

/** Positions in ledger order, which is the order of time, in the order that is asked for. */
function ordered(
	positions: Uint32Array,
	{ start, quantity, units }: UsageRows,
	sort: CallsAsk['sort'],
	descending: boolean
): Uint32Array {
	if (sort === 'time') return descending ? latestFirst(positions, start) : positions;
	return sortedBy(positions, sort === 'length' ? quantity : units, descending);
}

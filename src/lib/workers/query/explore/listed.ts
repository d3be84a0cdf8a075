import { failsOf, selected, sortedBy, type UsageRows } from '../../../engine/explore/rows';
import type { CallsAsk, CallsSort } from '../../api';
import { filterOf, sizesOf, type Gathered } from './gathered';

/** The column a list is sorted by. */
const KEYS: Readonly<Record<CallsSort, (rows: UsageRows) => Float64Array | Uint32Array>> = {
	time: ({ start }) => start,
	length: ({ quantity }) => quantity,
	credits: ({ units }) => units
};

/** The positions of the rows that a filter leaves, in an order, and what they draw (1/60,000 credit). */
export function listed(
	from: Gathered,
	{ filter, sort, descending }: CallsAsk
): { readonly positions: Uint32Array; readonly units: number } {
	const { rows } = from;
	const { positions, units } = selected(rows, failsOf(rows, filterOf(from, filter), sizesOf(from)));
	// They come in ledger order, which is the order of time.
	return sort === 'time' && !descending
		? { positions, units }
		: { positions: sortedBy(positions, KEYS[sort](rows), descending), units };
}

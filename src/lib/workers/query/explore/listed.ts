import {
	failsOf,
	firstBy,
	latestFirst,
	selected,
	sortedBy,
	type UsageRows
} from '../../../engine/explore/rows';
import type { CallsAsk } from '../../api';
import { filterOf, sizesOf, type Gathered } from './gathered';

/** The rows that a filter leaves, in an order: of which no more is made than is looked at. */
export interface Listed {
	readonly count: number;
	/** what they draw (1/60,000 credit) */
	readonly units: number;
	/** Their positions in that order, up to a line at least. */
	upTo(end: number): Uint32Array;
}

/** Up to so many lines are picked out of all, twice those that are looked at; for more of them all are put in order. */
const PICKED = 1_000;
const linesFor = (end: number) => (end <= PICKED ? Math.min(2 * end, PICKED) : Infinity);

export function listed(from: Gathered, { filter, sort, descending }: CallsAsk): Listed {
	const {
		rows,
		source: { names }
	} = from;
	const { positions, units } = selected(rows, failsOf(rows, filterOf(names, filter), sizesOf(names)));
	let made: Uint32Array = new Uint32Array(0);
	return {
		count: positions.length,
		units,
		upTo(end) {
			if (made.length < Math.min(end, positions.length))
				made = ordered(positions, rows, sort, descending, linesFor(end));
			return made;
		}
	};
}

/** Positions in ledger order, which is the order of time, in the order that is asked for: the first of them, or all. */
function ordered(
	positions: Uint32Array,
	{ start, quantity, units }: UsageRows,
	sort: CallsAsk['sort'],
	descending: boolean,
	end: number
): Uint32Array {
	if (sort === 'time') return descending ? latestFirst(positions, start, end) : positions;
	const keys = sort === 'length' ? quantity : units;
	return end < positions.length
		? firstBy(positions, keys, descending, end)
		: sortedBy(positions, keys, descending);
}

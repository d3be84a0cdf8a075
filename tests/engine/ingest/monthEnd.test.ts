import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MonthEnd } from '$lib/engine/ingest/monthEnd';
import { civilDate, localDay } from '$lib/engine/time';
import { zoneOf } from '../../support/zones';

const TORONTO = zoneOf('America/Toronto');
const MOST = 400;

/** Rows by block, as an import makes them. */
function blocksOf(starts: readonly number[]): number[][] {
	const monthEnd = new MonthEnd(TORONTO, MOST);
	const blocks: number[][] = [];
	let block: number[] = [];
	for (const start of starts) {
		if (monthEnd.before(start, block.length)) {
			blocks.push(block);
			block = [];
		}
		block.push(start);
		if (block.length === MOST) {
			blocks.push(block);
			block = [];
		}
	}
	return block.length > 0 ? [...blocks, block] : blocks;
}

const month = (start: number): number => {
	const { year, month: m } = civilDate(localDay(TORONTO, start));
	return 12 * year + m;
};

/** Starts in order of time, some rows a day, over a year at most. */
const inOrder = fc
	.tuple(
		fc.integer({ min: 5, max: 100 }),
		fc.array(fc.integer({ min: 0, max: 4 * 86_400_000 }), { maxLength: 1_500 })
	)
	.map(([perDay, gaps]) => {
		let at = Date.UTC(2026, 0, 15);
		return gaps.map((gap) => (at += Math.round(gap / perDay)));
	});

it('ends a block where its month ends, once it has an eighth of the rows that it may have, in either order of time', () => {
	fc.assert(
		fc.property(inOrder, fc.boolean(), (ascending, newestFirst) => {
			const starts = newestFirst ? ascending.toReversed() : ascending;
			const blocks = blocksOf(starts);
			expect(blocks.flat()).toEqual(starts);
			blocks.forEach((block, k) => {
				expect(block.length).toBeLessThanOrEqual(MOST);
				const next = blocks[k + 1]?.[0];
				const last = block.at(-1) as number;
				// Another begins because this one is full, or its month is over.
				if (next !== undefined && block.length < MOST) {
					expect(block.length).toBeGreaterThanOrEqual(MOST / 8);
					expect(month(next)).not.toBe(month(last));
				}
				// Of so many rows none is of a month that was over already.
				for (const start of block.slice(MOST / 8)) expect(month(start)).toBe(month(last));
			});
		})
	);
});

it('fills the blocks of a file that is in no order of time', () => {
	const starts = Array.from({ length: 5 * MOST }, (_, k) => Date.UTC(2026, (k * 7) % 12, 1 + (k % 28), 12));
	expect(blocksOf(starts).map(({ length }) => length)).toEqual([MOST, MOST, MOST, MOST, MOST]);
});

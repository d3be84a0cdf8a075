import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	brushed,
	brushIndex,
	codeBins,
	FAILS,
	failsOf,
	jointBins,
	lengthBins,
	namedCodes,
	ownBins,
	roundingUnits,
	stretchesOf,
	unitsByCode,
	VIEWS,
	type BinColumn,
	type UsageRows,
	type ViewName
} from '$lib/engine/explore/rows';
import { VOICE } from '$lib/engine/rating';
import { entryFor } from '../../support/rows';
import { placedRows, planOf } from '../rollup/support';
import { gather, SIZES, someFilter } from './support';

const PLAN = planOf(undefined, [entryFor('Ava', { class: 'premium' })]);

function columnsOf(rows: UsageRows): Record<ViewName, BinColumn> {
	return {
		time: { bins: rows.days, bin: rows.day },
		hours: { bins: 168, bin: rows.hour },
		kind: { bins: 4, bin: rows.state.map((state) => state & 3) },
		agent: codeBins(rows.agent, [2, 1], SIZES.agents),
		entity: codeBins(rows.entity, [0], SIZES.entities),
		length: lengthBins(rows)
	};
}

describe('a brush', () => {
	it('says of every view what filtering and counting row by row says', () => {
		const pick = fc.array(fc.nat(200), { maxLength: 12 });
		fc.assert(
			fc.property(
				placedRows,
				someFilter,
				fc.constantFrom(...VIEWS),
				pick,
				fc.boolean(),
				(placed, filter, active, picked, joined) => {
					const rows = gather(PLAN, placed);
					const columns = columnsOf(rows);
					const fails = failsOf(rows, filter, SIZES);
					const { tables } = brushIndex(active, columns, fails, rows, joined ? jointBins(columns) : null);
					const bins = picked.filter((bin) => bin < columns[active].bins);
					for (const view of VIEWS) {
						const size = view === active ? 1 : columns[view].bins;
						const counts = new Array<number>(size).fill(0);
						const units = new Array<number>(size).fill(0);
						const rounding = new Array<number>(view === 'length' ? size : 0).fill(0);
						for (let k = 0; k < rows.count; k++) {
							const left = (fails[k] ?? 0) & ~FAILS[active] & ~FAILS[view];
							if (left !== 0 || !bins.includes(columns[active].bin[k] ?? -1)) continue;
							const bin = view === active ? 0 : (columns[view].bin[k] ?? -1);
							counts[bin] = (counts[bin] ?? NaN) + 1;
							units[bin] = (units[bin] ?? NaN) + (rows.units[k] ?? NaN);
							if (view === 'length') rounding[bin] = (rounding[bin] ?? NaN) + roundingUnits(rows, k);
						}
						const sums = brushed(tables[view], stretchesOf(bins));
						expect([...sums.interactions], view).toEqual(counts);
						expect([...sums.units], view).toEqual(units);
						if (view !== 'length') continue;
						const rounded = { ...tables.length, units: tables.length.rounding };
						expect([...brushed(rounded, stretchesOf(bins)).units]).toEqual(rounding);
					}
				}
			)
		);
	});

	it('leaves the bins of its own view as they are without it', () => {
		fc.assert(
			fc.property(placedRows, someFilter, fc.constantFrom(...VIEWS), (placed, filter, active) => {
				const rows = gather(PLAN, placed);
				const columns = columnsOf(rows);
				const fails = failsOf(rows, filter, SIZES);
				const { bins, bin } = columns[active];
				const counts = new Array<number>(bins).fill(0);
				for (let k = 0; k < rows.count; k++)
					if (((fails[k] ?? 0) & ~FAILS[active]) === 0)
						counts[bin[k] ?? -1] = (counts[bin[k] ?? -1] ?? NaN) + 1;
				const own = ownBins(brushIndex(active, columns, fails, rows).tables[active]);
				expect([...own.interactions]).toEqual(counts);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('rounding', () => {
	it('is what the seconds that are billed but not spoken cost: the rate by the millisecond takes the rest', () => {
		fc.assert(
			fc.property(placedRows, (placed) => {
				const rows = gather(PLAN, placed);
				for (let k = 0; k < rows.count; k++) {
					const [units, ms] = [rows.units[k] ?? NaN, rows.quantity[k] ?? NaN];
					const billed = (rows.seconds[k] ?? NaN) * 1_000;
					const rounding = roundingUnits(rows, k);
					const call = ((rows.state[k] ?? 0) & VOICE) !== 0;
					if (!call || billed === 0 || units === 0) expect(rounding).toBe(0);
					else expect(Math.abs(units - rounding - (units / billed) * ms)).toBeLessThan(0.51);
					expect(rounding).toBeLessThanOrEqual(units);
				}
			}),
			{ numRuns: 50 }
		);
	});

	it('of 134 s that are billed as three minutes is 46 s', () => {
		const rows = {
			units: Float64Array.of(1_800),
			quantity: Uint32Array.of(134_000),
			seconds: Uint32Array.of(180)
		};
		expect(roundingUnits(rows, 0)).toBe(460);
	});
});

describe('bins', () => {
	it('of lengths hold calls in steps of 5 s, at most one in a hundred of them beyond the last, and chats apart', () => {
		fc.assert(
			fc.property(placedRows, (placed) => {
				const rows = gather(PLAN, placed);
				const { bins, bin } = lengthBins(rows);
				let calls = 0;
				let longer = 0;
				for (let k = 0; k < rows.count; k++) {
					const seconds = (rows.quantity[k] ?? NaN) / 1_000;
					const own = bin[k] ?? NaN;
					if (((rows.state[k] ?? 0) & VOICE) === 0) {
						expect(own).toBe(bins - 1);
						continue;
					}
					calls++;
					if (own === bins - 2) longer++;
					else expect([seconds >= own * 5, seconds < own * 5 + 5]).toEqual([true, true]);
				}
				expect(longer * 100).toBeLessThanOrEqual(calls);
			}),
			{ numRuns: 50 }
		);
	});

	it('of names are those that draw most, then those that are asked for, then one of all others', () => {
		const units = Float64Array.from({ length: 20 }, (_, code) => (code * 7) % 20);
		const present = new Uint8Array(20).fill(1, 1);
		const named = namedCodes(units, present, [18, 17]);
		const largest = [...units.keys()].slice(1).sort((a, b) => (units[b] ?? 0) - (units[a] ?? 0));
		expect(named.slice(0, 12)).toEqual(largest.slice(0, 12));
		expect(new Set(named)).toEqual(new Set([...largest.slice(0, 12), 18, 17]));
		const { bins, bin } = codeBins(Uint32Array.from(units.keys()), named, 20);
		expect(bins).toBe(named.length + 1);
		for (const code of units.keys())
			expect(bin[code]).toBe(named.includes(code) ? named.indexOf(code) : named.length);
	});

	it('of names add up to all that is drawn', () => {
		expect([...unitsByCode(Float64Array.of(5, 6, 7), Uint32Array.of(2, 0, 2), 3)]).toEqual([6, 0, 12]);
	});

	it.each([
		[[], []],
		[[3], [[3, 4]]],
		[
			[5, 3, 4, 9, 3],
			[
				[3, 6],
				[9, 10]
			]
		]
	])('%j are the stretches %j', (bins, stretches) => {
		expect(stretchesOf(bins).map(({ from, to }) => [from, to])).toEqual(stretches);
	});
});

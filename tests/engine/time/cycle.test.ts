import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
	cycleOf,
	cyclesBetween,
	formatDay,
	formatInstant,
	localDay,
	parseInstant,
	shiftCycle
} from '$lib/engine/time';
import { runs } from '../../support/runs';
import { ODD_ZONES, ruleOf, zoneOf } from '../../support/zones';

// Reading zones takes long: not within the time of one test.
ODD_ZONES.forEach(zoneOf);

const instants = fc.integer({ min: Date.UTC(2006, 0, 1), max: Date.UTC(2030, 0, 1) });
const rules = fc
	.tuple(fc.constantFrom(...ODD_ZONES), fc.integer({ min: 1, max: 31 }))
	.map(([zone, anchorDay]) => ruleOf(zone, anchorDay));

/** Bounds of the cycle that holds an instant, as text. */
function bounds(zone: string, anchorDay: number, instant: string): [string, string] {
	const { start, end } = cycleOf(ruleOf(zone, anchorDay), parseInstant(instant) ?? NaN);
	return [formatInstant(start), formatInstant(end)];
}

describe('the billing cycle of an instant', () => {
	it('is the calendar month in the contract zone', () => {
		expect(bounds('America/Toronto', 1, '2026-03-15T12:00:00.000Z')).toEqual([
			'2026-03-01T05:00:00.000Z',
			'2026-04-01T04:00:00.000Z'
		]);
	});

	it('is half-open: its end belongs to the next', () => {
		expect(bounds('America/Toronto', 1, '2026-04-01T03:59:59.999Z')[0]).toBe('2026-03-01T05:00:00.000Z');
		expect(bounds('America/Toronto', 1, '2026-04-01T04:00:00.000Z')[0]).toBe('2026-04-01T04:00:00.000Z');
	});

	it.each([
		[31, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
		[30, ['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30', '2026-05-30']],
		[29, ['2026-01-29', '2026-02-28', '2026-03-29', '2026-04-29', '2026-05-29']]
	])('with anchor day %d is clamped to the month without drift', (anchorDay, starts) => {
		const rule = ruleOf('UTC', anchorDay);
		const cycles = cyclesBetween(rule, Date.UTC(2026, 0, 31), Date.UTC(2026, 4, 31));
		expect(cycles.map(({ start }) => formatDay(localDay(rule.zone, start)))).toEqual(starts);
	});

	it('with anchor day 29 starts on 29 February of a leap year', () => {
		expect(bounds('UTC', 29, '2028-03-10T00:00:00.000Z')).toEqual([
			'2028-02-29T00:00:00.000Z',
			'2028-03-29T00:00:00.000Z'
		]);
	});

	it.each([
		['Asia/Beirut', 29, '2026-03-28T22:00:00.000Z'],
		['America/Havana', 1, '2026-11-01T04:00:00.000Z'],
		['America/St_Johns', 1, '2009-11-01T02:30:00.000Z'],
		['America/Sao_Paulo', 15, '2017-10-15T03:00:00.000Z'],
		['Pacific/Apia', 30, '2011-12-30T10:00:00.000Z']
	])('in %s with anchor day %d begins at %s, and the cycle before ends there', (zone, anchorDay, start) => {
		const at = parseInstant(start) ?? NaN;
		expect(bounds(zone, anchorDay, start)[0]).toBe(start);
		expect(bounds(zone, anchorDay, formatInstant(at - 1))[1]).toBe(start);
	});

	it('stays the new one while a clock change shows the old date again', () => {
		// St John's, 1 November 2009: the wall shows 23:31 on 31 October, after the first midnight.
		expect(bounds('America/St_Johns', 1, '2009-11-01T03:01:00.000Z')[0]).toBe('2009-11-01T02:30:00.000Z');
	});

	it('holds the instant, touches its neighbours, and is bounded by first instants of local dates', () => {
		fc.assert(
			fc.property(rules, instants, (rule, instant) => {
				const cycle = cycleOf(rule, instant);
				expect(cycle.start).toBeLessThanOrEqual(instant);
				expect(cycle.end).toBeGreaterThan(instant);
				expect(cycleOf(rule, cycle.end).start).toBe(cycle.end);
				expect(cycleOf(rule, cycle.start - 1).end).toBe(cycle.start);
				expect(localDay(rule.zone, cycle.start - 1)).toBeLessThan(localDay(rule.zone, cycle.start));
			}),
			{ numRuns: runs(500) }
		);
	});

	it('is one of those between two instants, which have no gap', () => {
		fc.assert(
			fc.property(rules, instants, fc.integer({ min: 0, max: 800 }), (rule, first, days) => {
				const last = first + days * 86_400_000;
				const cycles = cyclesBetween(rule, first, last);
				expect(cycles[0]).toEqual(cycleOf(rule, first));
				expect(cycles.at(-1)).toEqual(cycleOf(rule, last));
				for (const [k, cycle] of cycles.entries()) if (k > 0) expect(cycle.start).toBe(cycles[k - 1]?.end);
			})
		);
	});

	it('shifts there and back to itself', () => {
		fc.assert(
			fc.property(rules, instants, fc.integer({ min: 0, max: 14 }), (rule, instant, count) => {
				const cycle = cycleOf(rule, instant);
				expect(shiftCycle(rule, shiftCycle(rule, cycle, count), -count)).toEqual(cycle);
			})
		);
	});
});

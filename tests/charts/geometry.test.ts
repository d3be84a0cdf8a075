import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBars, dayRows, seriesShares } from '$lib/charts/geometry/bars';
import { costBars } from '$lib/charts/geometry/costbar';
import { moveCursor } from '$lib/charts/geometry/cursor';
import { daysOf, mondays, weekends } from '$lib/charts/geometry/days';
import { frameOf } from '$lib/charts/geometry/frame';
import { spreadLabels } from '$lib/charts/geometry/labels';
import { laneBars, stripCells } from '$lib/charts/geometry/lane';
import { NoteBoard } from '$lib/charts/geometry/notes';
import { bandAbove, stepAt, stepPath, stepPoints, stepsAbove, valueAt } from '$lib/charts/geometry/path';
import { creditRange } from '$lib/charts/geometry/range';
import { cycleOf, DAY_MS, dayNumber, HOUR_MS, startOfDay, weekday } from '$lib/engine/time';
import { TORONTO, nov } from '../support/november';
import { sure } from '../support/sure';

const cycle = cycleOf({ zone: TORONTO, anchorDay: 1 }, Date.UTC(2026, 10, 16));
const days = daysOf(TORONTO, cycle);
const same = (value: number) => value;

describe('the days of a cycle', () => {
	it('tile November in Toronto, whose first day has 25 hours', () => {
		expect(days).toHaveLength(30);
		expect(days[0]).toEqual({ day: nov(1), from: cycle.start, to: cycle.start + 25 * HOUR_MS });
		expect(days[29]?.to).toBe(cycle.end);
		for (let k = 1; k < days.length; k++) expect(days[k]?.from).toBe(days[k - 1]?.to);
	});

	it('hold a day of 23 hours in March', () => {
		const march = daysOf(TORONTO, cycleOf({ zone: TORONTO, anchorDay: 1 }, Date.UTC(2026, 2, 15)));
		const short = march.filter(({ from, to }) => to - from !== DAY_MS);
		expect(short.map(({ day, from, to }) => [day, to - from])).toEqual([
			[dayNumber(2026, 3, 8), 23 * HOUR_MS]
		]);
	});

	it('leave out a day that the zone skips', () => {
		const apia = {
			name: 'Pacific/Apia',
			at: [Date.UTC(2011, 11, 30, 10)],
			offset: [-10 * HOUR_MS, 14 * HOUR_MS]
		};
		const december = daysOf(apia, cycleOf({ zone: apia, anchorDay: 1 }, Date.UTC(2011, 11, 15)));
		expect(december).toHaveLength(30);
		expect(december.some(({ day }) => day === dayNumber(2011, 12, 30))).toBe(false);
	});

	it('join Saturday and Sunday into one band, and cut it at the cycle', () => {
		expect(weekends(days)).toEqual([
			{ from: cycle.start, to: startOfDay(TORONTO, nov(2)) },
			...[7, 14, 21, 28].map((day) => ({
				from: startOfDay(TORONTO, nov(day)),
				to: startOfDay(TORONTO, nov(day + 2))
			}))
		]);
	});

	it('have a tick on every Monday', () => {
		expect(mondays(days).map(({ day }) => day)).toEqual([2, 9, 16, 23, 30].map(nov));
	});
});

describe('paths', () => {
	it('draw a step function as steps that run on to its end', () => {
		expect(stepPath([0, 10, 20], [0, 5, 8], same, (y) => 100 - y, 30, [])).toBe(
			'M0,100L10,100L10,95L20,95L20,92L30,92L30,92'
		);
	});

	it('break where demand is unknown', () => {
		const path = stepPath([0, 10, 20], [0, 5, 8], same, same, 30, [{ from: 12, to: 18 }]);
		expect(path.match(/M/g)).toHaveLength(2);
		expect(path).not.toMatch(/1[3-7]/);
	});

	it('keep the last value of each half pixel, and no other', () => {
		const at = Array.from({ length: 1_000 }, (_, k) => k / 1_000);
		const points = stepPoints(at, at, same, same, 1);
		expect(points.length).toBeLessThanOrEqual(5);
		expect(points.at(-1)).toEqual([1, 0.999]);
	});

	it('cut the part of a band above a limit level, where its edges cross it', () => {
		// The upper edge crosses 10 half way, the lower one at the end.
		expect(bandAbove([0, 10], [0, 10], [5, 15], 10, same, same)).toBe('M5,10L10,15L10,15L10,10L10,10L5,10Z');
		expect(bandAbove([0, 10], [0, 1], [5, 9], 10, same, same)).toBe('');
	});

	it('close the part of the known line above a limit on the limit', () => {
		expect(stepsAbove([0, 10, 20], [0, 12, 15], 10, same, (y) => 100 - y, 30)).toBe(
			'M10,88L20,88L20,85L30,85L30,85V90H10Z'
		);
		expect(stepsAbove([0, 10], [0, 5], 10, same, (y) => 100 - y, 30)).toBe('');
	});

	it('read values between instants, and the last step of a step function', () => {
		expect(valueAt([0, 10], [0, 100], 2.5)).toBe(25);
		expect(valueAt([0, 10], [0, 100], 99)).toBe(100);
		expect([-1, 0, 9, 10].map((t) => stepAt([0, 10], [3, 7], t))).toEqual([0, 3, 3, 7]);
	});
});

describe('the credit range', () => {
	const tiers = [20_000, 40_000, 60_000, 100_000, 150_000, 200_000];

	it('ends 6 % above the larger of the own tier and the highest use', () => {
		expect(creditRange(tiers, 60_000, 78_000, 'fit')).toEqual({
			top: 1.06 * 78_000,
			inside: [0, 1, 2],
			above: [3, 4, 5]
		});
		expect(creditRange(tiers, 100_000, 78_000, 'fit').inside).toEqual([0, 1, 2, 3]);
	});

	it('shows every tier at its height on request', () => {
		const range = creditRange(tiers, 60_000, 78_000, 'all');
		expect(range.above).toEqual([]);
		expect(range.top).toBe(212_000);
	});
});

describe('the frame', () => {
	it('is the desktop picture at 1,012 px and has no gutter on a phone', () => {
		expect(frameOf(1_012, 3, true, 0)).toMatchObject({
			gutter: true,
			left: 46,
			right: 836,
			overBreak: [42, 35, 28]
		});
		expect(frameOf(328, 3, true, 0)).toMatchObject({ gutter: false, left: 1, right: 327 });
	});
});

describe('labels', () => {
	it('stay where they wish when they have room', () => {
		expect(
			spreadLabels(
				[20, 60].map((y) => ({ y, height: 15, weight: 0 })),
				0,
				100
			)
		).toEqual([
			{ index: 0, y: 20, leader: false },
			{ index: 1, y: 60, leader: false }
		]);
	});

	it('are pushed apart to 15 px, with a line to those that moved more than 6 px', () => {
		const places = spreadLabels(
			[50, 52, 54].map((y) => ({ y, height: 15, weight: 0 })),
			0,
			200
		);
		expect(places.map(({ y }) => y)).toEqual([37, 52, 67]);
		expect(places.map(({ leader }) => leader)).toEqual([true, false, true]);
	});

	it('drop the lightest when not all fit', () => {
		const wishes = [10, 12, 14].map((y, k) => ({ y, height: 15, weight: k === 1 ? 1 : 0 }));
		expect(spreadLabels(wishes, 0, 20).map(({ index }) => index)).toEqual([1]);
	});

	it('never overlap, never leave the column and keep their order', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 25 }), (ys) => {
				const places = spreadLabels(
					ys.map((y) => ({ y, height: 15, weight: 0 })),
					0,
					300
				);
				for (let k = 0; k < places.length; k++) {
					const place = sure(places[k]);
					expect(place.y - 7.5).toBeGreaterThanOrEqual(-1e-9);
					expect(place.y + 7.5).toBeLessThanOrEqual(300 + 1e-9);
					if (k === 0) continue;
					const before = sure(places[k - 1]);
					expect(place.y - before.y).toBeGreaterThanOrEqual(15 - 1e-9);
					expect(sure(ys[place.index])).toBeGreaterThanOrEqual(sure(ys[before.index]));
				}
			})
		);
	});
});

describe('notes in the picture', () => {
	const within = { x0: 0, x1: 400, y0: 0, y1: 200 };

	it('take the first free place', () => {
		const board = new NoteBoard(within, [(x) => (x > 190 && x < 210 ? [90, 110] : null)]);
		const note = board.place('hello', false, [
			{ x: 200, y: 100, anchor: 'middle' },
			{ x: 200, y: 150, anchor: 'middle' }
		]);
		expect(note?.y).toBe(150);
	});

	it('are left out where nothing is free', () => {
		const board = new NoteBoard(within, [() => [0, 200]]);
		expect(board.place('hello', false, [{ x: 200, y: 100, anchor: 'middle' }])).toBeNull();
	});

	it('do not stand on one another, nor does a leader cross one', () => {
		const board = new NoteBoard(within, []);
		board.place('first', false, [{ x: 200, y: 100, anchor: 'middle' }]);
		const second = board.place('second', false, [
			{ x: 200, y: 104, anchor: 'middle' },
			{ x: 100, y: 100, anchor: 'end', to: [300, 98] },
			{ x: 100, y: 100, anchor: 'end', to: [300, 20] }
		]);
		expect(second?.to).toEqual([300, 20]);
	});
});

describe('the lane of chances', () => {
	const x = (instant: number) => (instant - cycle.start) / DAY_MS;

	it('has one bar for each day with a chance, the peak filling the lane', () => {
		const chances = [
			{ day: nov(20), chance: 0 },
			{ day: nov(21), chance: 10 },
			{ day: nov(22), chance: 40 }
		];
		const bars = laneBars(chances, days, (t) => 30 * x(t), 0, 34, false);
		expect(bars.map(({ day, height, chance }) => [day, height, chance])).toEqual([
			[nov(21), 8.5, 10],
			[nov(22), 34, 40]
		]);
		expect(bars.every((bar) => bar.label)).toBe(true);
	});

	it('prints only the peak where numbers would not fit', () => {
		const chances = [20, 21, 22].map((day, k) => ({ day: nov(day), chance: sure([5, 60, 35][k]) }));
		const bars = laneBars(chances, days, (t) => 10 * x(t), 0, 34, true);
		expect(bars.filter((bar) => bar.label).map((bar) => bar.chance)).toEqual([60]);
	});

	it('makes cells stronger the likelier the day, and none below half a chance in 100', () => {
		const cells = stripCells(
			[
				{ day: nov(20), chance: 0.004 },
				{ day: nov(21), chance: 0.1 },
				{ day: nov(22), chance: 0.4 }
			],
			days,
			x
		);
		expect(cells.map(({ day, opacity }) => [day, Number(opacity.toFixed(2))])).toEqual([
			[nov(21), 0.37],
			[nov(22), 1]
		]);
	});
});

describe('day bars', () => {
	const one = (value: number) => Float64Array.of(value);
	const data = {
		zone: TORONTO,
		cycle,
		days: {
			firstDay: nov(1),
			credits: { voiceStandard: one(40), voicePremium: one(0), chatStandard: one(30), chatPremium: one(30) }
		},
		middle: { firstDay: nov(1), credits: [100, 50] }
	};

	it('stack the series in order from the baseline, with what is still expected on top', () => {
		const rows = dayRows(data);
		const picture = dayBars(data, rows, 330);
		const first = sure(picture.bars[0]);
		expect(first.parts.map(({ series }) => series)).toEqual(['voiceStandard', 'chatStandard', 'chatPremium']);
		const bottoms = first.parts.map(({ y, height }) => y + height);
		expect(bottoms[0]).toBe(picture.bottom - 1);
		expect(sure(first.parts[0]).y - sure(bottoms[1])).toBe(1);
		expect(sure(first.expected).y).toBeLessThan(sure(first.parts.at(-1)).y);
		expect(picture.bars[1]).toMatchObject({ parts: [], expected: { height: 47.5 } });
		expect(picture.bars[2]).toMatchObject({ parts: [], expected: null });
	});

	it('come from the rows that the table prints', () => {
		const rows = dayRows(data);
		expect(rows[0]).toEqual({
			day: nov(1),
			credits: { voiceStandard: 40, voicePremium: 0, chatStandard: 30, chatPremium: 30 },
			total: 100,
			expected: 100
		});
		expect(dayBars(data, rows, 330).bars.map(({ row }) => row.day)).toEqual(rows.map(({ day }) => day));
	});

	it('name whole-number shares that add up to 100', () => {
		const shares = seriesShares({ voiceStandard: 1, voicePremium: 1, chatStandard: 1, chatPremium: 0 });
		expect(shares.map(({ series, percent }) => [series, percent])).toEqual([
			['chatPremium', 0],
			['chatStandard', 33],
			['voicePremium', 33],
			['voiceStandard', 34]
		]);
	});

	it('have ticks on Mondays', () => {
		expect(dayBars(data, dayRows(data), 330).xTicks.every(({ day }) => weekday(day) === 0)).toBe(true);
	});
});

describe('cost bars', () => {
	it('share one scale from 0 with the mark of the widest', () => {
		expect(
			costBars([{ price: 50, overage: 25, tail: 100 }, null, { price: 80, overage: 0, tail: null }])
		).toEqual([{ price: 0.5, overage: 0.25, mark: 1 }, null, { price: 0.8, overage: 0, mark: null }]);
	});
});

describe('the reading cursor', () => {
	it('moves by day, by week, to the ends and not beyond them', () => {
		expect(moveCursor('ArrowRight', false, 15, 30)).toBe(16);
		expect(moveCursor('ArrowLeft', true, 15, 30)).toBe(8);
		expect(moveCursor('ArrowRight', true, 27, 30)).toBe(29);
		expect(moveCursor('Home', false, 15, 30)).toBe(0);
		expect(moveCursor('End', false, 15, 30)).toBe(29);
	});

	it('leaves on Escape and lets other keys pass', () => {
		expect(moveCursor('Escape', false, 15, 30)).toBeNull();
		expect(moveCursor('a', false, 15, 30)).toBeUndefined();
	});
});

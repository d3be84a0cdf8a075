import { describe, expect, it } from 'vitest';
import { dayReadings } from '$lib/charts/geometry/cursor';
import { overlap, textBox } from '$lib/charts/geometry/notes';
import { runOutPicture } from '$lib/charts/geometry/runout';
import { gutterLabels, insideLabels, roomUnderBreak, runOutNotes } from '$lib/charts/geometry/runout-notes';
import { laneWords, pictureWords, readingText, summary } from '$lib/charts/runout-words';
import { runOutData } from '$lib/state/runout';
import { standingOf } from '$lib/state/standing';
import { november, nov, novAt, type Month } from '../support/november';
import { sure } from '../support/sure';

function draw(month: Month = {}, width = 1_012) {
	const { view, forecast } = november(month);
	const { tier, overage } = view.context.contract;
	const shown = view.complete ? null : forecast;
	const data = runOutData(view, shown, standingOf(view, shown, tier, overage), overage);
	const picture = runOutPicture(data, width, 'fit', tier, laneWords(data, tier, width < 560));
	return { data, picture, notes: runOutNotes(data, picture, pictureWords(data)) };
}

describe('the run-out picture', () => {
	it('puts the as-of, the credits and the tiers where their values are', () => {
		const { picture } = draw();
		const { frame, x, y } = picture;
		expect(picture.now).toEqual({ x: x(novAt(16, 14, 5)), y: y(33_770) });
		expect(y(0)).toBe(frame.bottom);
		expect(y(picture.range.top)).toBe(frame.top);
		expect(picture.tiers.map(({ includedCredits, own }) => [includedCredits, own])).toEqual([
			[20_000, false],
			[40_000, false],
			[60_000, true]
		]);
		expect(frame.overBreak).toHaveLength(3);
		expect(picture.xTicks.map(({ day }) => day)).toEqual([2, 9, 16, 23, 30].map(nov));
	});

	it('marks a tier that was reached with a dot, and one to come with cells and a point', () => {
		const [reached, coming] = draw().picture.tiers;
		expect(reached).toMatchObject({ cells: [], middle: null });
		expect(reached?.reached).not.toBeNull();
		expect(coming?.reached).toBeNull();
		expect(coming?.middle).toBeGreaterThan(sure(draw().picture.now).x);
	});

	it('hatches what is above the own tier when agents stop, and only that', () => {
		const { picture } = draw();
		expect(picture.unserved).not.toBe('');
		expect(picture.overage).toBe('');
	});

	it('shows plain overage when it is on', () => {
		const { picture } = draw({ overage: 'on' });
		expect(picture.unserved).toBe('');
		expect(picture.overage).not.toBe('');
	});

	it('hatches from the cap line on when overage is capped', () => {
		const { picture } = draw({ overage: 'capped', cap: 4_000 });
		expect(picture.capLine).toBe(picture.y(64_000));
		expect(picture.overage).not.toBe('');
		expect(picture.unserved).not.toBe('');
	});

	it('draws the plain pace and neither fan nor lane under 14 days', () => {
		const { picture, data } = draw({ history: 9 });
		expect(picture.fan).toBeNull();
		expect(picture.lane).toEqual([]);
		expect(picture.pace).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$/);
		expect(data.pace).not.toBeNull();
	});

	it('draws a complete cycle without a forecast', () => {
		const { picture } = draw({ complete: true, used: 64_900 });
		expect(picture.now).toBeNull();
		expect(picture.fan).toBeNull();
		expect(picture.pace).toBe('');
		expect(picture.tiers.every((tier) => tier.reached !== null)).toBe(true);
	});

	it('shows the chances of the selected tier in the lane, which with the rest are 100', () => {
		const { picture, data } = draw();
		const forecast = sure(sure(data.tiers.find((tier) => tier.includedCredits === 60_000)).forecast);
		const bars = picture.lane.reduce((sum, bar) => sum + bar.chance, 0);
		expect(bars + forecast.notBeforeRenewal).toBe(100);
	});

	it('moves the words of the lane above its bars where there is no room beside them', () => {
		const early = draw({ asOf: Date.UTC(2026, 10, 2, 15), used: 2_000 }, 600).picture;
		const late = draw().picture;
		expect(early.frame.laneTop - early.frame.bottom).toBeGreaterThan(late.frame.laneTop - late.frame.bottom);
	});
});

describe('words in the picture', () => {
	it.each([1_012, 860, 720])('do not stand on one another at %i px', (width) => {
		const { notes } = draw({}, width);
		const placed = [
			...notes.dates,
			notes.used,
			notes.middle,
			notes.half,
			notes.eightInTen,
			notes.unserved
		].filter((note) => note !== null);
		expect(placed.length).toBeGreaterThan(4);
		placed.forEach((a, k) => placed.slice(k + 1).forEach((b) => expect(overlap(a.box, b.box)).toBe(false)));
	});

	it('keep off the tier lines', () => {
		const { notes, picture } = draw();
		for (const note of [notes.used, notes.middle, notes.half, notes.eightInTen])
			for (const tier of picture.tiers)
				if (note) expect(note.box.y0 < tier.y && tier.y < note.box.y1).toBe(false);
	});

	it('shorten what is known where the day is early, and leave it out at the edge', () => {
		const early = draw({ asOf: Date.UTC(2026, 10, 1, 9), used: 40 }).notes;
		expect(early.headlines.known).toBeNull();
		const phone = draw({}, 328).notes;
		expect(phone.headlines.known?.text).toBe('Known to Mon 16 Nov');
	});

	it('give the renewal’s place to a late as-of, and put the renewal into the gutter', () => {
		const { notes, picture } = draw({ asOf: Date.UTC(2026, 10, 29, 19, 5), used: 58_000 });
		expect(notes.headlines.known?.text).toBe('Known to Sun 29 Nov, 14:05');
		expect(notes.headlines.renews).toMatchObject({ anchor: 'start', x: picture.frame.right + 12 });
	});

	it('leave out what is over the break on a phone where the highest line is close below', () => {
		expect(roomUnderBreak(draw({}, 328).picture)).toBe(true);
		expect(roomUnderBreak(draw({ asOf: Date.UTC(2026, 10, 2, 19), used: 2_000 }, 328).picture)).toBe(false);
	});

	it('stand in the gutter level with their lines, the tiers over the break together', () => {
		const { picture } = draw();
		const labels = gutterLabels(picture);
		expect(labels).toHaveLength(4);
		expect(labels.every((label) => Math.abs(label.y - label.lineY) <= 12)).toBe(true);
	});

	it('stand above the lines on a phone, none closer than 15 px', () => {
		expect(insideLabels(draw({}, 328).picture)).toEqual([0, 1, 2]);
	});

	it('estimate text on the safe side', () => {
		const box = textBox('Known to Mon 16 Nov, 14:05', { x: 0, y: 0, anchor: 'start' }, true);
		expect(box.x1).toBeGreaterThan(150);
		expect(box.x1).toBeLessThan(190);
	});
});

describe('readings', () => {
	it('are one a day: known to the as-of, expected after it, both on its day', () => {
		const { data } = draw();
		const readings = dayReadings(data, 60_000);
		expect(readings).toHaveLength(30);
		expect(readings[14]).toMatchObject({ day: nov(15), p50: null, chance: null });
		expect(readings[15]?.known).toBe(33_770);
		expect(readings[15]?.p50).toBeGreaterThan(33_770);
		expect(readings[29]).toMatchObject({ known: null, p50: sure(data.fan).p50.at(-1) });
	});

	it('carry the chances that the lane draws', () => {
		const { data, picture } = draw();
		const readings = dayReadings(data, 60_000);
		for (const bar of picture.lane)
			expect(readings.find(({ day }) => day === bar.day)?.chance).toBe(bar.chance);
	});

	it('follow the straight line where no chances are given', () => {
		const { data } = draw({ history: 9 });
		const last = sure(dayReadings(data, 60_000).at(-1));
		expect(last.p50).toBeCloseTo(sure(data.pace), 6);
		expect(last.p10).toBeNull();
	});

	it('are spoken as a sentence', () => {
		const reading = { day: nov(27), at: 0, known: null, p10: 54_300, p50: 57_912, p90: 61_900, chance: 23 };
		expect(readingText(reading, 60_000)).toBe(
			'Fri 27 Nov: about 57,900 by the end of the day (8 in 10: 54,300 to 61,900); 23 in 100 that 60,000 run out that day.'
		);
	});
});

describe('the summary', () => {
	it('says chance, middle, tail and use', () => {
		expect(summary(draw().data)).toMatch(
			/^60,000 credits: \d+ in 100 run out before Tue 1 Dec, middle \w{3} \d+ Nov, 1 in 10 before \w{3} \d+ Nov\. 33,770 used by Mon 16 Nov\.$/
		);
	});

	it('gives the instant of a run-out that is known', () => {
		expect(summary(draw({ complete: true, used: 64_900 }).data)).toMatch(
			/^60,000 credits ran out \w{3} \d+ Nov, \d\d:\d\d\. 64,900 used by Mon 30 Nov\.$/
		);
	});
});

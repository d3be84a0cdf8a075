import { sure } from '../support/sure';
import { describe, expect, it } from 'vitest';
import { busiest, hourBars } from '$lib/charts/geometry/hourbars';
import { cardPicture } from '$lib/charts/geometry/card';
import { yearPicture } from '$lib/charts/geometry/year';
import { language } from '$lib/i18n/language.svelte';
import { asKnownAt } from '$lib/state/asKnown';
import { forecastRows } from '$lib/state/forecastTable';
import { emptyDraft, eventOf, eventText } from '$lib/state/eventForm';
import { cardNotes, cardRows, reasonSentences, recordSentence, yearBars } from '$lib/state/trackRecord';
import type { OutlookView } from '$lib/workers/api';
import { forecast as english } from '$lib/i18n/forecast';
import { november } from '../support/november';

const month = (k: number) => ({ start: Date.UTC(2026, k, 1, 5), end: Date.UTC(2026, k + 1, 1, 5) });
const past = (count: number, actual = 100): OutlookView['card'] =>
	Array.from({ length: count }, (_, k) =>
		([7, 14, 21] as const).map((after) => ({
			cycle: month(k),
			after,
			used: 20,
			monthEnd: { p10: 90, p50: 105, p90: 120 },
			pace: 150,
			actual: k === 0 ? 300 : actual,
			runOut: { actual: 20, forecast: 21, pace: 16 }
		}))
	).flat();

describe('the record', () => {
	it('is a rate from six cycles on, beside the straight line', () => {
		expect(recordSentence(past(6))).toBe(
			'**15 of 18** past ranges called 8 in 10 held. The run-out day was missed by **1 day** on average, by the straight line by 4 days.'
		);
		expect(recordSentence(past(2))).toContain('There are 2 past cycles');
		expect(recordSentence([])).toContain('no whole past cycle');
		expect(cardNotes(past(2), 7)).toEqual(['Fewer than six cycles: dots, and no rate.']);
		expect(cardNotes(past(6), 7)[0]).toBe('Inside the 8-in-10 range: 5 of 6');
	});

	it('lists the latest cycle first and keeps misses visible', () => {
		const rows = cardRows(past(3), 14, 'America/Toronto');
		expect(rows.map(({ name, inside }) => [name, inside])).toEqual([
			['Mar 2026', true],
			['Feb 2026', true],
			['Jan 2026', false]
		]);
		const picture = cardPicture(rows, 500);
		const [march, , january] = picture.rows;
		expect(march?.from).toBeLessThan(march?.middle as number);
		expect(march?.middle).toBeLessThan(march?.to as number);
		expect(january?.dot).toBe(picture.right);
	});
});

describe('the reasons', () => {
	const reasons = {
		level: 2_530,
		levelBefore: 2_200,
		profile: Float64Array.from([1.2, 1.3, 1.1, 1.1, 1, 0.6, 0.7]),
		knownDays: 395,
		ownErrors: 0.75,
		holidays: [],
		events: [],
		growth: null,
		weeklyChange: 0.11
	};

	it('are sentences with their sizes', () => {
		expect(reasonSentences(reasons)).toEqual([
			'An average day costs **about 2,530 credits** at present. That is **15% more** than four weeks ago.',
			'Tuesday is the busiest day, 30% over the average; Saturday the quietest, 40% under it.',
			expect.stringContaining('**11%**'),
			expect.stringContaining('75 of 100')
		]);
		const flat = reasonSentences({ ...reasons, levelBefore: 2_520, profile: new Float64Array(7).fill(1) });
		expect(flat[0]).toContain('what it was four weeks ago');
		expect(flat[1]).toContain('no difference');
		expect(reasonSentences({ ...reasons, levelBefore: null })[0]).toBe(
			'An average day costs **about 2,530 credits** at present.'
		);
	});

	it('name holidays, events and growth, each with what it does', () => {
		const day = Math.floor(Date.UTC(2026, 11, 25) / 86_400_000);
		const sentences = reasonSentences({
			...reasons,
			holidays: [
				{ day, factor: 0.28 },
				{ day: day + 1, factor: 0.6 },
				{ day: day + 2, factor: 0.999 }
			],
			events: [
				{ name: 'Spring sale', credits: 2_304 },
				{ name: 'Spring sale', credits: -120.4 }
			],
			growth: -0.4
		});
		expect(sentences.slice(2, 6)).toEqual([
			'Public holidays make a difference, as they did before: **Fri 25 Dec 72% less**, **Sat 26 Dec 40% less** than an ordinary day there.',
			'“Spring sale” adds **about 2,300 credits** before renewal.',
			'“Spring sale” takes away **about 120 credits** before renewal.',
			'The growth you expect takes away **under 1 credits** before renewal.'
		]);
	});

	it('are there in French', async () => {
		await language.set('fr-CA');
		expect(english.current.why.heading).toBe('Pourquoi');
		expect(reasonSentences(reasons)[1]).toContain('mardi');
		await language.set('en');
	});
});

describe('a month as it was known', () => {
	it('knows nothing of what came after, and keeps it apart', () => {
		const { view } = november();
		const asOf = Date.UTC(2026, 10, 8, 5);
		const { view: then, later } = asKnownAt(view, asOf);
		expect(Math.max(...then.line.at)).toBeLessThanOrEqual(asOf);
		expect(then.used).toBeLessThan(view.used);
		expect(then.complete).toBe(false);
		expect(then.plans.every(({ runOutAt }) => runOutAt === null || runOutAt <= asOf)).toBe(true);
		expect(later.credits[0]).toBe(then.used);
		expect(later.credits.at(-1)).toBe(view.line.credits.at(-1));
		expect(asKnownAt(view, view.cycle.start - 1).view.used).toBe(0);
	});

	it('gives a row a plan whose dates never go backwards', () => {
		const { view, forecast } = november();
		const rows = forecastRows(view, forecast, [], 60_000);
		expect(rows.map(({ tier }) => tier)).toEqual(view.context.card.tiers.map((tier) => tier.includedCredits));
		expect(rows.filter(({ own }) => own)).toHaveLength(1);
		const [lowest] = rows;
		expect(lowest?.dates.every(({ known }) => known !== null)).toBe(true);
		expect(lowest?.range).toBe('already');
		expect(rows.at(-1)?.dates.at(-1)).toEqual({ at: null, text: '–', known: null });
	});
});

describe('the hours', () => {
	it('stack to their sum, and the busiest ones hold half of it', () => {
		const voice = Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? 10 : 1));
		const chat = voice.map((credits) => credits / 2);
		const picture = hourBars({ voice, chat }, 480);
		for (const bar of picture.bars)
			expect(bar.voice.height + bar.chat.height).toBeCloseTo(picture.bottom - bar.chat.y, 6);
		const most = busiest({ voice, chat });
		expect(most.share).toBeGreaterThanOrEqual(0.5);
		expect(most.from).toBeGreaterThanOrEqual(9);
		expect(most.to).toBeLessThan(17);
	});
});

describe('the year', () => {
	const year = {
		from: 'days' as const,
		past: [{ cycle: month(0), credits: 50_000 }],
		cycles: [1, 2].map((k) => ({
			cycle: month(k),
			p10: 55_000,
			p50: 70_000,
			p90: 90_000,
			beyond: [{ includedCredits: 60_000, probability: 0.85 }]
		}))
	};

	it('is known cycles first, then ranges with the chance beyond the plan', () => {
		const bars = yearBars(year, 60_000, 'America/Toronto');
		expect(bars.map(({ name, known, chance }) => [name, known, chance])).toEqual([
			['Jan 2026', true, ''],
			['Feb 2026', false, '85'],
			['Mar 2026', false, '85']
		]);
		expect(yearBars(year, null, 'America/Toronto')[1]?.chance).toBe('');
		const picture = yearPicture(bars, 600);
		const [january, february] = picture.bars;
		expect(january?.beyond).toBeNull();
		expect(picture.plans.map(({ credits }) => credits)).toEqual([60_000]);
		const raised = bars.map((bar, k) => ({ ...bar, plan: k === 2 ? 100_000 : bar.plan }));
		expect(yearPicture(raised, 600).plans.map(({ credits }) => credits)).toEqual([60_000, 100_000]);
		// A plan's name stands clear of the ranges: beside the last cycle, above those before it.
		const { plans, bars: drawn } = yearPicture(raised, 600);
		expect(plans[1]?.name.x).toBeGreaterThan(sure(plans[1]).to);
		expect(plans[0]?.name.y).toBeLessThan(sure(sure(drawn[1]).whisker).high);
		// The part within the plan ends at the plan's line, and the rest stands on it.
		expect(february?.within.y).toBeCloseTo(sure(picture.plans[0]).y, 9);
		expect((february?.beyond?.y ?? 0) + (february?.beyond?.height ?? 0)).toBeCloseTo(
			sure(picture.plans[0]).y,
			9
		);
		expect(
			yearPicture(yearBars(year, null, 'America/Toronto'), 600).bars.every(({ beyond }) => beyond === null)
		).toBe(true);
	});
});

describe('a planned event', () => {
	const draft = { ...emptyDraft('2026-11-20'), name: ' Black Friday ', to: '2026-11-30' };

	it('is taken when it says what, when and how much', () => {
		const event = eventOf(draft);
		expect(event).toEqual({
			name: 'Black Friday',
			kind: 'campaign',
			from: '2026-11-20',
			to: '2026-11-30',
			channel: null,
			class: null,
			percent: 30
		});
		if (typeof event !== 'string') expect(eventText(event)).toBe('20–30 Nov 2026: 30% more, all usage');
		const agent = eventOf({ ...draft, kind: 'newAgent', to: '', channel: 'voice', amount: '250' });
		if (typeof agent === 'string') throw new Error(agent);
		expect(eventText(agent)).toBe('from Fri 20 Nov 2026: 250 credits a day more, voice');
	});

	it('says what is missing, one thing after the other', () => {
		expect(eventOf({ ...draft, name: '  ' })).toBe('name');
		expect(eventOf({ ...draft, from: '2026-02-30' })).toBe('from');
		expect(eventOf({ ...draft, to: '2026-11-01' })).toBe('to');
		expect(eventOf({ ...draft, amount: null })).toBe('amount');
		expect(eventOf({ ...draft, amount: '-5' })).toBe('amount');
		expect(eventOf({ ...draft, kind: 'closure', amount: '5' })).toBe('amount');
	});
});

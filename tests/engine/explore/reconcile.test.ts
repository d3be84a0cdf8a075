import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	boundsOf,
	cutsDay,
	DifferenceScan,
	differences,
	infer,
	Comparison,
	LengthCounts,
	OWN_RULES,
	periodsOf,
	Predictions,
	rangeOf,
	roundingOf,
	spaceAround,
	TellApart,
	type InvoiceTotals,
	type RuleSet,
	type ScannedRows
} from '$lib/engine/explore/reconcile';
import {
	cardVersions,
	compilePlan,
	LayerRating,
	LICENCE,
	NET2PHONE,
	newRated,
	NON_BILLABLE,
	tariffOf,
	TRIAL,
	VOICE,
	type RateCard
} from '$lib/engine/rating';
import { isLive, type Summary } from '$lib/engine/table';
import { cycleOf, DAY_MS, HOUR_MS, type ZoneTable } from '$lib/engine/time';
import { columnsOf, entryFor, newNames, registerOf, type TestRow } from '../../support/rows';
import { sure } from '../../support/sure';
import { zoneOf } from '../../support/zones';
import { allLive, setLive } from '$lib/engine/table/live';

const TORONTO = zoneOf('America/Toronto');
const ZONES: readonly ZoneTable[] = ['UTC', 'America/Los_Angeles', 'Europe/London'].map(zoneOf);
const OWN = { zone: TORONTO, anchorDay: 1 };
const NOVEMBER = cycleOf(OWN, Date.UTC(2026, 10, 16));
const REGISTER = registerOf(
	entryFor('Trial', { licence: 'trial', activatedAt: '2026-10-01' }),
	entryFor('Free', { licence: 'unlimited' }),
	entryFor('Vera', { class: 'premium' })
);
/** Another rounding from the 20th on. */
const CARDS: readonly RateCard[] = [
	NET2PHONE,
	{
		...NET2PHONE,
		effectiveFrom: '2026-11-20',
		rates: { chat: { standard: 2.5, premium: 4 }, voice: { standard: 9.995, premium: 20 } },
		voiceRounding: {
			shortCallSeconds: 6,
			initialSeconds: 30,
			incrementSeconds: 6,
			wholeCreditsPerCall: false
		}
	}
];

/** Starts that crowd at the bounds of the month in all zones; lengths that crowd at the bounds of rules. */
const starts = fc.oneof(
	fc.integer({ min: NOVEMBER.start - 20 * DAY_MS, max: NOVEMBER.end + 20 * DAY_MS }),
	fc.integer({ min: -9 * HOUR_MS, max: 9 * HOUR_MS }).map((ms) => NOVEMBER.start + ms),
	fc.integer({ min: -9 * HOUR_MS, max: 9 * HOUR_MS }).map((ms) => NOVEMBER.end + ms)
);
const lengths = fc.oneof(
	fc.nat(200_000),
	fc.constantFrom(0, 1, 5_000, 14_999, 15_000, 59_999, 60_000, 60_001, 20_000_000, 4_000_000_000),
	fc.integer({ min: 0, max: 40 }).map((seconds) => seconds * 1_000)
);
const someRows = fc.array(
	fc
		.record({
			start: starts,
			voice: fc.boolean(),
			ms: lengths,
			further: fc.option(lengths, { nil: undefined }),
			messages: fc.nat(30),
			class: fc.constantFrom('standard' as const, 'premium' as const, undefined),
			agent: fc.constantFrom('', 'Ava', 'Vera', 'Trial', 'Free'),
			live: fc.boolean()
		})
		.map(({ voice, ms, further, messages, class: ofClass, ...row }) => ({
			...row,
			...(voice ? { ms, ...(further === undefined ? {} : { further }) } : { messages }),
			...(ofClass === undefined ? {} : { class: ofClass })
		})),
	{ minLength: 1, maxLength: 60 }
);
type Row = TestRow & { readonly live: boolean };

const trials = [{ entry: 0, from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 10, 25), tied: [] }];

const SPACE = spaceAround(CARDS, periodsOf(OWN, NOVEMBER, ZONES, [15, 28]), ['talk time']);

/** The rows scanned for the space, in one block. */
function scanOf(rows: readonly Row[]) {
	const versions = cardVersions(CARDS, 'net2phone', TORONTO);
	const plan = compilePlan(TORONTO, versions, REGISTER, trials);
	const names = newNames();
	const sorted = rows.toSorted((a, b) => a.start - b.start);
	const columns = columnsOf(sorted, names);
	const live = allLive(columns.rows);
	for (const [r, row] of sorted.entries()) setLive(live, r, row.live);
	const rated = newRated(columns.rows);
	new LayerRating(plan, 'layer', names, 0).rate(columns, 0, rated);
	const scanned: ScannedRows = {
		layer: 0,
		block: 0,
		columns,
		rated,
		live,
		lengths: [columns.quantity, sure(columns.durations[0])],
		first: 0,
		end: columns.rows
	};
	const counts = new LengthCounts(boundsOf(SPACE.periods), versions, 2);
	counts.add(columns, rated, live, scanned.lengths);
	const predictions = new Predictions(counts.finish(), SPACE, plan.tariffs);
	return { predictions, scanned, versions, plan, names };
}

type Scan = ReturnType<typeof scanOf>;

/** What the rating engine says of each row under a rule set: another card, another cycle, another column. */
function rateBy({ scanned, names }: Scan, rules: RuleSet) {
	const changed = CARDS.map((card) => ({
		...card,
		voiceRounding: roundingOf(SPACE, rules, tariffOf(card))
	}));
	const versions = cardVersions(changed, 'net2phone', TORONTO);
	const plan = compilePlan(TORONTO, versions, REGISTER, trials);
	const { columns, live } = scanned;
	const rated = newRated(columns.rows);
	new LayerRating(plan, 'layer', names, rules.base).rate(columns, 0, rated);
	const { cycle } = sure(SPACE.periods[rules.period]);
	return Array.from({ length: columns.rows }, (_, r) => {
		const at = sure(columns.start[r]);
		const state = sure(rated.state[r]);
		const counts = isLive(live, r) && (state & LICENCE) === 0 && at >= cycle.start && at < cycle.end;
		return {
			counts,
			voice: (state & VOICE) !== 0,
			short: (state & NON_BILLABLE) !== 0,
			units: counts ? sure(rated.units[r]) : 0,
			seconds: sure(rated.seconds[r]),
			quantity: sure(rated.quantity[r])
		};
	});
}

const ruleSets = fc.record({
	rounding: fc.nat(SPACE.roundings.length - 1),
	threshold: fc.nat(SPACE.thresholds.length - 1),
	period: fc.nat(SPACE.periods.length - 1),
	base: fc.nat(SPACE.bases.length - 1)
});

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const NOTHING: InvoiceTotals = {
	credits: null,
	voiceCredits: null,
	chatCredits: null,
	overageCredits: null,
	billableMinutes: null,
	calls: null,
	messages: null,
	amount: null
};

describe('the space of rule sets', () => {
	it('has at least 8 roundings, 6 thresholds, 4 zones, 3 anchor days and every duration', () => {
		expect(SPACE.roundings.length).toBeGreaterThanOrEqual(8);
		expect(SPACE.thresholds.length).toBeGreaterThanOrEqual(6);
		const rules = SPACE.periods.flatMap(({ rules }) => rules);
		expect(new Set(rules.map(({ zone }) => zone.name)).size).toBeGreaterThanOrEqual(4);
		expect(new Set(rules.map(({ anchorDay }) => anchorDay)).size).toBeGreaterThanOrEqual(3);
		expect(SPACE.bases).toEqual([null, 'talk time']);
	});

	it('begins with what is in force, and tries what every version of the card has only once', () => {
		expect(differences(SPACE, OWN_RULES)).toBe(0);
		expect(sure(SPACE.periods[0]).cycle).toEqual(NOVEMBER);
		const one = spaceAround([NET2PHONE], SPACE.periods, []);
		expect(one.roundings).not.toContainEqual({
			initialSeconds: 60,
			incrementSeconds: 60,
			wholeCreditsPerCall: false
		});
		expect(one.thresholds.filter((threshold) => threshold === 0)).toEqual([]);
		// A card with two roundings has neither for all of the month.
		expect(SPACE.roundings.length).toBe(one.roundings.length + 1);
	});

	it('takes for the month of an invoice every cycle that shares a week with it, each once with all who cut it so', () => {
		const periods = periodsOf(OWN, NOVEMBER, [zoneOf('America/New_York'), zoneOf('UTC')], [15]);
		const day = (month: number, date: number, hour: number) => Date.UTC(2026, month, date, hour);
		expect(
			periods.map(({ cycle, rules }) => [cycle, rules.map((rule) => [rule.zone.name, rule.anchorDay])])
		).toEqual([
			[
				NOVEMBER,
				[
					['America/Toronto', 1],
					['America/New_York', 1]
				]
			],
			[{ start: day(10, 1, 0), end: day(11, 1, 0) }, [['UTC', 1]]],
			[
				{ start: day(10, 15, 5), end: day(11, 15, 5) },
				[
					['America/Toronto', 15],
					['America/New_York', 15]
				]
			],
			[
				{ start: day(9, 15, 4), end: day(10, 15, 5) },
				[
					['America/Toronto', 15],
					['America/New_York', 15]
				]
			],
			[{ start: day(10, 15, 0), end: day(11, 15, 0) }, [['UTC', 15]]],
			[{ start: day(9, 15, 0), end: day(10, 15, 0) }, [['UTC', 15]]]
		]);
	});
});

describe('what a rule set comes to', () => {
	it('is what the rating engine gives the rows under that rule, in that cycle, by that duration', () => {
		fc.assert(
			fc.property(someRows, fc.array(ruleSets, { minLength: 1, maxLength: 6 }), (rows, some) => {
				const scan = scanOf(rows);
				for (const rules of [OWN_RULES, ...some]) {
					const rated = rateBy(scan, rules).filter(({ counts }) => counts);
					const calls = rated.filter(({ voice }) => voice);
					const chats = rated.filter(({ voice }) => !voice);
					expect(scan.predictions.of(rules)).toEqual({
						units: sum(rated.map(({ units }) => units)),
						voiceUnits: sum(calls.map(({ units }) => units)),
						chatUnits: sum(chats.map(({ units }) => units)),
						seconds: sum(calls.map(({ seconds }) => seconds)),
						calls: calls.length,
						shortCalls: calls.filter(({ short }) => short).length,
						messages: sum(chats.map(({ quantity }) => quantity))
					});
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('differs for two rule sets that are said to rate alike in no row', () => {
		fc.assert(
			fc.property(someRows, ruleSets, ruleSets, (rows, a, b) => {
				const scan = scanOf(rows);
				const units = (rules: RuleSet) => rateBy(scan, rules).map((row) => row.units);
				const same = JSON.stringify(units(a)) === JSON.stringify(units({ ...b, base: a.base }));
				// Lengths are compared by what they may be rated as, so rows that agree are always seen to.
				expect(scan.predictions.sameRows(a, { ...b, base: a.base })).toBe(same);
			})
		);
	});
});

describe('the difference between two rule sets', () => {
	it('is the sum of its causes, and the rows shown differ by what the rating engine says', () => {
		fc.assert(
			fc.property(someRows, ruleSets, (rows, rules) => {
				const scan = scanOf(rows);
				const difference = new DifferenceScan(scan.versions, SPACE, rules, scan.plan.tariffs);
				difference.add(scan.scanned);
				const { causes, rows: shown } = difference.finish();
				const { predictions } = scan;
				expect(sum(causes.map(({ units }) => units))).toBe(
					predictions.of(rules).units - predictions.of(OWN_RULES).units
				);
				const [own, other] = [OWN_RULES, rules].map((one) => rateBy(scan, one));
				for (const { row, units } of shown)
					expect(units).toEqual([sure(own)[row]?.units, sure(other)[row]?.units]);
				const differing = sure(own).filter((one, k) => one.units !== sure(other)[k]?.units).length;
				expect(shown.length).toBe(Math.min(50, differing));
			})
		);
	});

	it('is parted by rows until every two rule sets that differ anywhere are told apart', () => {
		fc.assert(
			fc.property(someRows, fc.array(ruleSets, { minLength: 2, maxLength: 12 }), (rows, some) => {
				const scan = scanOf(rows);
				const apart = new TellApart(scan.versions, SPACE, some, scan.plan.tariffs);
				apart.add(scan.scanned);
				const chosen = apart.finish();
				const units = some.map((rules) => rateBy(scan, rules).map((row) => row.units));
				for (const [a, of] of units.entries())
					for (const [b, other] of units.entries()) {
						const differ = of.some((one, k) => one !== other[k]);
						expect(chosen.some((row) => row.units[a] !== row.units[b])).toBe(differ);
					}
				for (const { row, units: shown } of chosen) expect(shown).toEqual(units.map((one) => one[row]));
			}),
			{ numRuns: 40 }
		);
	});
});

describe('days that are kept as sums', () => {
	const [before, within] = [Date.UTC(2026, 10, 2, 5), Date.UTC(2026, 10, 3, 5)];
	const day = { start: before, end: within };
	const summed = {
		summary: {
			entries: 3,
			day: new Int32Array(3),
			kind: new Uint8Array(3),
			agent: new Uint16Array(3),
			entity: new Uint16Array(3),
			interactions: Uint32Array.of(4, 2, 1),
			quantity: Float64Array.of(0, 7, 0),
			seconds: Float64Array.of(180, 0, 60),
			nonBillable: Uint32Array.of(1, 0, 0)
		} as unknown as Summary,
		days: [day, day, day],
		state: Uint8Array.of(VOICE, 0, VOICE | TRIAL),
		units: Float64Array.of(1_800_000, 840_000, 600_000)
	};

	it('count under the card’s own rules, and under no other', () => {
		const versions = cardVersions(CARDS, 'net2phone', TORONTO);
		const periods = periodsOf(OWN, NOVEMBER, [], [15]);
		const space = spaceAround(CARDS, periods, []);
		const counts = new LengthCounts(boundsOf(periods), versions, 1);
		counts.addDays(summed);
		const predictions = new Predictions(counts.finish(), space, versions.cards.map(tariffOf));
		expect(predictions.of(OWN_RULES)).toEqual({
			units: 2_640_000,
			voiceUnits: 1_800_000,
			chatUnits: 840_000,
			seconds: 180,
			calls: 4,
			shortCalls: 1,
			messages: 7
		});
		const later = periods.findIndex(({ cycle }) => cycle.start > within);
		const can = (change: Partial<RuleSet>) => predictions.canTry({ ...OWN_RULES, ...change });
		expect([can({}), can({ rounding: 1 }), can({ threshold: 1 })]).toEqual([true, false, false]);
		// The days lie outside a month that begins on the 15th.
		expect(can({ rounding: 1, period: later })).toBe(true);
		const found = infer(predictions, new Comparison({ ...NOTHING, credits: '44' }, null, false), null);
		expect([found.explanations.length > 0, found.untried > 0]).toEqual([true, true]);
	});

	it('forbid every period that begins or ends within one of them', () => {
		const periods = periodsOf(OWN, NOVEMBER, [zoneOf('UTC')], []);
		const last = { start: NOVEMBER.end - DAY_MS, end: NOVEMBER.end };
		expect(periods.map((period) => cutsDay(period, [day]))).toEqual([false, false]);
		expect(periods.map((period) => cutsDay(period, [last]))).toEqual([false, true]);
	});
});

describe('a total on an invoice', () => {
	it('stands for itself where it is whole, for what rounds to it where it has decimals', () => {
		expect(rangeOf('22', 60_000, false)).toEqual({ low: 1_320_000, high: 1_320_000 });
		// 22⅓ credits are 1,340,000 units.
		expect(rangeOf('22.33', 60_000, false)).toEqual({ low: 1_339_501, high: 1_340_099 });
		expect(rangeOf('22.34', 60_000, false)).toEqual({ low: 1_340_100, high: 1_340_700 });
		expect(rangeOf('0.5', 60, false)).toEqual({ low: 28, high: 32 });
	});

	it('stands for all that is less than one of its last place away where it is rounded', () => {
		expect(rangeOf('22', 60_000, true)).toEqual({ low: 1_260_001, high: 1_379_999 });
		expect(rangeOf('0', 1, true)).toEqual({ low: 0, high: 0 });
		expect(rangeOf('1.5', 60, true)).toEqual({ low: 85, high: 95 });
	});

	it('is rounded half-even', () => {
		fc.assert(
			fc.property(fc.nat(2_000_000), fc.integer({ min: 1, max: 3 }), (units, places) => {
				const step = 60_000 / 10 ** places;
				const down = Math.floor(units / step);
				const rest = 2 * (units - down * step);
				const scaled = rest > step || (rest === step && down % 2 === 1) ? down + 1 : down;
				const text = (scaled / 10 ** places).toFixed(places);
				const { low, high } = rangeOf(text, 60_000, false);
				expect(units).toBeGreaterThanOrEqual(low);
				expect(units).toBeLessThanOrEqual(high);
			})
		);
	});

	it('is left out where the contract has no figure for it', () => {
		const comparison = new Comparison({ ...NOTHING, overageCredits: '5', amount: '10.00' }, null, false);
		expect([comparison.count, comparison.untold]).toEqual([0, ['overageCredits', 'amount']]);
		const settling = {
			overageUnits: (units: number) => Math.max(0, units - 600_000),
			amount: (units: number) => String(10 + units / 60_000)
		};
		const both = new Comparison({ ...NOTHING, overageCredits: '5', amount: '15.00' }, settling, false);
		const figures = { voiceUnits: 0, chatUnits: 0, seconds: 0, calls: 0, shortCalls: 0, messages: 0 };
		expect(both.met({ ...figures, units: 900_000 })).toEqual(['overageCredits', 'amount']);
		expect(both.met({ ...figures, units: 960_000 })).toEqual([]);
	});
});

describe('an invoice of the contract’s own rules', () => {
	it('is explained by them first, whatever else explains it', () => {
		fc.assert(
			fc.property(someRows, (rows) => {
				const { predictions } = scanOf(rows);
				const { units } = predictions.of(OWN_RULES);
				const credits = String(Math.floor(units / 60_000));
				const found = infer(predictions, new Comparison({ ...NOTHING, credits }, null, true), units);
				expect(found.explanations[0]?.rules).toEqual(OWN_RULES);
				expect(found.untried).toBe(0);
			}),
			{ numRuns: 8 }
		);
	});
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { brushIndex, VIEWS } from '$lib/engine/explore/rows';
import { dayNumber, startOfDay, UTC } from '$lib/engine/time';
import { chosenBins, ownSums, sumsOf, withBins } from '$lib/state/callsBrush';
import { callsAddress, rowsIn } from '$lib/state/callsAddress';
import { filterOf, NO_QUERY, paramsOf, queryOf, withoutView, type CallsQuery } from '$lib/state/callsQuery';
import { chipsOf, hoursText } from '$lib/state/callsWords';
import { seriesRows } from '$lib/state/ledger';
import type { CallsBrush, CycleView, LayerView } from '$lib/workers/api';
import { TORONTO } from '../support/november';

const maybe = <T>(given: fc.Arbitrary<T>) => fc.option(given, { nil: null });
const range = maybe(
	fc.tuple(fc.nat(100), fc.option(fc.integer({ min: 1, max: 50 }), { nil: null })).map(([from, more]) => ({
		from,
		to: more === null ? null : from + more
	}))
);
const names = maybe(fc.uniqueArray(fc.constantFrom('', 'Ava', 'Réception & fils', 'a=b?'), { minLength: 1 }));
const someQuery: fc.Arbitrary<CallsQuery> = fc.record({
	days: maybe(fc.tuple(fc.nat(20_000), fc.nat(50)).map(([from, more]) => ({ from, to: from + more }))),
	hours: maybe(fc.uniqueArray(fc.nat(167), { minLength: 1 }).map((hours) => hours.sort((a, b) => a - b))),
	channel: maybe(fc.constantFrom('voice' as const, 'chat' as const)),
	class: maybe(fc.constantFrom('standard' as const, 'premium' as const)),
	agents: names,
	entities: names,
	licence: maybe(fc.constantFrom('metered' as const, 'trial' as const, 'unlimited' as const)),
	length: range,
	credits: range,
	short: maybe(fc.boolean()),
	sort: fc.constantFrom('time' as const, 'length' as const, 'credits' as const),
	descending: fc.boolean()
});

describe('the address of calls and chats', () => {
	it('says all that was asked, and is read as that again', () => {
		fc.assert(
			fc.property(someQuery, (query) => {
				const text = paramsOf(query).toString();
				expect(queryOf(new URLSearchParams(text))).toEqual(query);
			})
		);
	});

	it('of no question is empty', () => {
		expect(paramsOf(NO_QUERY).toString()).toBe('');
		expect(queryOf(new URLSearchParams())).toEqual(NO_QUERY);
	});

	it.each([
		'from=2026-11-31&to=2026-12-01',
		'hours=8-200',
		'length=9-3',
		'credits=x-',
		'channel=fax',
		'sort=who'
	])('asks nothing by what it does not know: %s', (text) =>
		expect(queryOf(new URLSearchParams(text))).toEqual({ ...NO_QUERY, descending: text !== 'sort=who' })
	);

	it('means whole local days, the last one included', () => {
		const query = queryOf(new URLSearchParams('from=2026-11-01&to=2026-11-02'));
		expect(filterOf(query, UTC).time).toEqual({ from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 3) });
	});
});

/** Two days, three lengths, and names of which one is "all others". */
function brushOf(active: (typeof VIEWS)[number]): CallsBrush {
	const bin = Uint8Array.of(0, 1, 1);
	const columns = {
		time: { bins: 2, bin },
		hours: { bins: 168, bin },
		kind: { bins: 4, bin },
		agent: { bins: 3, bin },
		entity: { bins: 3, bin },
		length: { bins: 4, bin }
	};
	return {
		...brushIndex(active, columns, new Uint8Array(3), {
			units: Float64Array.of(1, 2, 4),
			quantity: Uint32Array.of(30_000, 45_000, 60_000),
			seconds: Uint32Array.of(60, 60, 60),
			runs: Uint32Array.of(0, 1, 3)
		}),
		firstDay: dayNumber(2026, 11, 1),
		days: 2,
		agents: { names: ['Ava', 'Bo'], more: 1 },
		entities: { names: ['', 'Sales'], more: 0 },
		lengths: 2
	};
}

describe('a brush over a picture', () => {
	it.each(VIEWS)('of %s becomes a part of the question that chooses the same bins again', (view) => {
		const brush = brushOf(view);
		const query = withBins(NO_QUERY, brush, view, [1]);
		expect(query).not.toEqual(NO_QUERY);
		expect(chosenBins(query, brush, view)).toEqual([{ from: 1, to: 2 }]);
		expect(withoutView(query, view)).toEqual(NO_QUERY);
		expect(withBins(query, brush, view, [])).toEqual(NO_QUERY);
	});

	it('says what it comes to at once', () => {
		const brush = brushOf('time');
		const sums = sumsOf(brush, ownSums(brush), [{ from: 1, to: 2 }]);
		expect([sums.interactions, sums.units]).toEqual([2, 6]);
		expect([...sums.views.agent.units]).toEqual([0, 6, 0]);
		expect([...sums.views.time.units]).toEqual([1, 6]);
	});

	it('of a length between two bins is not one of the picture of lengths', () => {
		expect(chosenBins({ ...NO_QUERY, length: { from: 3, to: 7 } }, brushOf('time'), 'length')).toBeNull();
		expect(chosenBins({ ...NO_QUERY, length: { from: 5, to: null } }, brushOf('time'), 'length')).toEqual([
			{ from: 1, to: 3 }
		]);
	});
});

describe('the filters that hold', () => {
	it('are each taken away alone', () => {
		const query = { ...NO_QUERY, agents: ['Ava', 'Bo'], channel: 'voice' as const, short: false };
		const chips = chipsOf(query);
		expect(chips.map(({ name }) => name)).toEqual(['Ava', 'Bo', 'Calls', 'Without short calls']);
		expect(chips[0]?.without).toEqual({ ...query, agents: ['Bo'] });
		expect(chips[2]?.without).toEqual({ ...query, channel: null });
	});

	it.each([
		[[8], 'Mon 08:00'],
		[[8, 9, 32, 33], 'Mon–Tue, 08:00 to 10:00'],
		[[8, 33], '2 hours of the week']
	])('name the hours %j as %s', (hours, text) => {
		expect(hoursText(hours)).toBe(text);
	});
});

describe('a figure can be followed to its rows', () => {
	const noon = (day: number) => startOfDay(TORONTO, day) + 43_200_000;
	const month = {
		start: startOfDay(TORONTO, dayNumber(2026, 11, 1)),
		end: startOfDay(TORONTO, dayNumber(2026, 12, 1))
	};
	const view = (source: string) =>
		({ context: { source, zone: TORONTO, asOf: noon(dayNumber(2026, 11, 16)) } }) as unknown as CycleView;
	const layer = (byDay: boolean, first: number, last: number) =>
		({ byDay, first: noon(first), last: noon(last) }) as unknown as LayerView;

	it('by an address of its days as far as they are known, and of whose it is', () => {
		const rows = rowsIn({ view: view('rows'), layers: [] }, month, { agents: ['Zoé & Co'], entities: [''] });
		expect(callsAddress(rows ?? {}).toString()).toBe(
			'agent=Zo%C3%A9+%26+Co&entity=&from=2026-11-01&to=2026-11-16'
		);
		expect(queryOf(new URLSearchParams(callsAddress(rows ?? {}).toString()))).toEqual({
			...NO_QUERY,
			...rows
		});
		expect(seriesRows('voicePremium')).toEqual({ channel: 'voice', class: 'premium' });
		expect(seriesRows('chatStandard')).toEqual({ channel: 'chat', class: 'standard' });
	});

	it('but where it is of readings or assumptions, or of days kept as sums', () => {
		const [october, november] = [dayNumber(2026, 10, 5), dayNumber(2026, 11, 5)];
		expect(rowsIn({ view: view('readings'), layers: [] }, month)).toBeNull();
		expect(rowsIn({ view: view('assumed'), layers: [] }, month)).toBeNull();
		expect(rowsIn({ view: null, layers: [] }, month)).toBeNull();
		expect(rowsIn({ view: view('rows'), layers: [layer(true, october, november)] }, month)).toBeNull();
		expect(rowsIn({ view: view('rows'), layers: [layer(true, october, october)] }, month)).not.toBeNull();
		expect(rowsIn({ view: view('rows'), layers: [layer(false, october, november)] }, month)).not.toBeNull();
	});
});

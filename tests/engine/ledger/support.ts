import fc from 'fast-check';
import type { DrawnRows, LedgerTerms, TermsChange } from '$lib/engine/ledger';
import { NET2PHONE, UNITS_PER_CREDIT } from '$lib/engine/rating';
import { QUARTER_MS } from '$lib/engine/time';

export const MINUTE = 60_000;
/** A cycle that starts at instant 0: tests write minutes, not dates. */
export const CYCLE = { start: 0, end: 30 * 1_440 * MINUTE };

export function termsFor(given: Partial<LedgerTerms> & { readonly tier: number }): LedgerTerms {
	return {
		cycle: CYCLE,
		card: NET2PHONE,
		overage: 'off',
		cap: null,
		atExhaustion: 'cut',
		upgradeCredits: 'replace',
		upgradePrice: 'new',
		changes: [],
		...given
	};
}

/** An interaction: start and length in ms (0: a chat), credits. */
export type Draw = readonly [start: number, duration: number, credits: number];

export function drawsOf(...draws: Draw[]): DrawnRows {
	return {
		count: draws.length,
		start: Float64Array.from(draws, ([start]) => start),
		duration: Float64Array.from(draws, ([, duration]) => duration),
		units: Float64Array.from(draws, ([, , credits]) => credits * UNITS_PER_CREDIT)
	};
}

/** Chats of some credits at some minutes. */
export function chatsAt(credits: number, ...minutes: number[]): DrawnRows {
	return drawsOf(...minutes.map((minute): Draw => [minute * MINUTE, 0, credits]));
}

export const credits = (units: number): number => units / UNITS_PER_CREDIT;

/** Rows of a short cycle, crowded enough that limits fall among them; units, not credits, so that nothing is round. */
export const HOURS = { start: 0, end: 40 * QUARTER_MS };

export const manyRows = fc
	.array(
		fc.record({
			start: fc.integer({ min: 0, max: HOURS.end - 1 }),
			duration: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * QUARTER_MS })),
			units: fc.oneof(
				fc.constant(0),
				fc.constantFrom(UNITS_PER_CREDIT, 2 * UNITS_PER_CREDIT),
				fc.integer({ min: 0, max: 4 * UNITS_PER_CREDIT })
			)
		}),
		{ maxLength: 60 }
	)
	.map((rows): DrawnRows => {
		const sorted = rows.sort((a, b) => a.start - b.start || a.duration - b.duration || a.units - b.units);
		return {
			count: sorted.length,
			start: Float64Array.from(sorted, (row) => row.start),
			duration: Float64Array.from(sorted, (row) => row.duration),
			units: Float64Array.from(sorted, (row) => row.units)
		};
	});

const policies = fc.constantFrom('off' as const, 'on' as const, 'capped' as const);
const caps = fc.integer({ min: 0, max: 40 });

/** Changes of tier (upgrades only), policy and cap, ascending. */
export const someChanges = (tier: number) =>
	fc
		.array(
			fc.record(
				{
					at: fc.oneof(
						fc.integer({ min: 1, max: HOURS.end - 1 }),
						fc.integer({ min: 1, max: 39 }).map((k) => k * QUARTER_MS)
					),
					more: fc.integer({ min: 1, max: 60 }),
					overage: policies,
					cap: caps
				},
				{ requiredKeys: ['at'] }
			),
			{ maxLength: 4 }
		)
		.map((changes) => {
			let highest = tier;
			return changes
				.sort((a, b) => a.at - b.at)
				.map(({ at, more, overage, cap }): TermsChange => ({
					at,
					...(more === undefined ? {} : { tier: (highest += more) }),
					...(overage === undefined ? {} : { overage }),
					...(cap === undefined ? {} : { cap })
				}));
		});

export const plainTerms = fc.record({
	tier: fc.integer({ min: 1, max: 150 }),
	overage: policies,
	cap: caps,
	atExhaustion: fc.constantFrom('cut' as const, 'finish' as const),
	upgradeCredits: fc.constantFrom('replace' as const, 'add' as const)
});

/** Terms of the short cycle, with changes. */
export const changingTerms = plainTerms.chain((plain) =>
	someChanges(plain.tier).map((changes) => termsFor({ ...plain, cycle: HOURS, changes }))
);

export const demandOf = (rows: DrawnRows): number => rows.units.reduce((sum, units) => sum + units, 0);

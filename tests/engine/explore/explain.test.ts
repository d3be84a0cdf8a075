import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { balanceAround, explain } from '$lib/engine/explore/rows';
import { hasTier, walk, type DrawnRows, type LedgerTerms } from '$lib/engine/ledger';
import {
	isMetered,
	LayerRating,
	NET2PHONE,
	newRated,
	PREMIUM,
	UNITS_PER_CREDIT,
	VOICE,
	type RateCard,
	type RegisterEntry
} from '$lib/engine/rating';
import { timelineOf } from '$lib/engine/rollup';
import { cyclesBetween } from '$lib/engine/time';
import { entryFor, newNames, columnsOf } from '../../support/rows';
import { sure } from '../../support/sure';
import { plainTerms, termsFor } from '../ledger/support';
import { placedRows, planOf, RULE, store, timeCube } from '../rollup/support';
import { gather } from './support';

const rate = fc.integer({ min: 0, max: 50_000 }).map((thousandths) => thousandths / 1_000);
const byClass = fc.record({ standard: rate, premium: rate });
const someCard = fc
	.record({
		rates: fc.record({ chat: byClass, voice: byClass }),
		voiceRounding: fc.record({
			shortCallSeconds: fc.nat(30),
			initialSeconds: fc.nat(90),
			incrementSeconds: fc.integer({ min: 1, max: 90 }),
			wholeCreditsPerCall: fc.boolean()
		}),
		premiumAppliesToAllCalls: fc.boolean()
	})
	.map((given): RateCard => ({ ...NET2PHONE, ...given }));
const someCards = fc
	.tuple(someCard, someCard)
	.map(([first, later]) => [first, { ...later, effectiveFrom: '2026-03-20' }]);
const classes = fc.constantFrom('standard' as const, 'premium' as const, null);
const someRegister = fc
	.record({
		ava: classes,
		bo: classes,
		licence: fc.constantFrom('metered' as const, 'unlimited' as const, null),
		from: fc.constantFrom('2026-03-15', null)
	})
	.map(({ ava, bo, licence, from }): RegisterEntry[] => [
		entryFor('Ava', { class: ava, activatedAt: from }),
		entryFor('Bo', { entity: 'Sales', class: bo, licence })
	]);

describe('an explanation', () => {
	it('comes to what the row is rated at, whatever the card, the register and the row', () => {
		fc.assert(
			fc.property(placedRows, someCards, someRegister, (placed, cards, register) => {
				const plan = planOf(cards, register);
				const rated = newRated(1_000);
				for (const { names, blocks } of store(placed)) {
					const rating = new LayerRating(plan, 'layer', names, 0);
					for (const [k, { columns }] of blocks.entries()) {
						rating.rate(columns, k, rated);
						for (let r = 0; r < columns.rows; r++) {
							const told = explain(columns, k, r, rating);
							const units = rated.units[r] ?? NaN;
							const state = rated.state[r] ?? 0;
							expect(told.units).toBe(units);
							expect(told.drawn).toBe(isMetered(state) ? units : 0);
							expect(told.premium).toBe((state & PREMIUM) !== 0);
							// The steps that are shown multiply to the same.
							const factor = told.call ? told.call.billableSeconds : told.quantity;
							const whole = told.call !== null && told.card.voiceRounding.wholeCreditsPerCall;
							const product = factor * told.rate;
							expect(whole ? Math.ceil(product / UNITS_PER_CREDIT) * UNITS_PER_CREDIT : product).toBe(units);
							if (told.call)
								expect(told.call.short).toBe(
									told.quantity < told.card.voiceRounding.shortCallSeconds * 1_000
								);
						}
					}
				}
			})
		);
	});

	it.each([
		['card', { ms: 60_000, class: 'standard', agent: 'Ava' }, { premiumAppliesToAllCalls: true }, true],
		['row', { ms: 60_000, class: 'standard', agent: 'Ava' }, {}, false],
		['row', { messages: 3, class: 'premium' }, { premiumAppliesToAllCalls: true }, true],
		['entry', { ms: 60_000, agent: 'Ava' }, {}, true],
		['nothing', { ms: 60_000, agent: 'Bo' }, {}, false]
	] as const)('says that the class is from the %s', (from, row, card, premium) => {
		const names = newNames();
		const columns = columnsOf([{ start: Date.UTC(2026, 2, 10), ...row }], names);
		const plan = planOf([{ ...NET2PHONE, ...card }], [entryFor('Ava', { class: 'premium' })]);
		const told = explain(columns, 0, 0, new LayerRating(plan, 'layer', names, 0));
		expect([told.classFrom, told.premium]).toEqual([from, premium]);
	});

	it('of 134 s at 20 credits a started minute is 180 s, 46 s of it rounding, 60 credits', () => {
		const names = newNames();
		const columns = columnsOf([{ start: Date.UTC(2026, 2, 10), ms: 134_000, class: 'premium' }], names);
		const told = explain(columns, 0, 0, new LayerRating(planOf(), 'layer', names, 0));
		expect(told.call).toEqual({ short: false, billableSeconds: 180 });
		expect(told.drawn).toBe(60 * UNITS_PER_CREDIT);
	});
});

describe('the balance around a row', () => {
	it('is what walking its cycle as far as the row, and with it, leaves', () => {
		const plan = planOf(undefined, [entryFor('Bo', { entity: 'Sales', licence: 'unlimited' })]);
		fc.assert(
			fc.property(placedRows, plainTerms, fc.nat(), (placed, plain, pick) => {
				const rows = gather(plan, placed);
				const timeline = timelineOf(timeCube(plan, store(placed)));
				const metered = Array.from({ length: rows.count }, (_, k) => k).filter((k) =>
					isMetered(rows.state[k] ?? 0)
				);
				if (metered.length === 0) return;
				const position = sure(metered[pick % metered.length]);
				const [cycle] = cyclesBetween(RULE, sure(rows.start[position]), sure(rows.start[position]));
				const change = { at: sure(cycle).start + 20 * 86_400_000, tier: plain.tier + 40 };
				const terms: LedgerTerms = termsFor({ ...plain, cycle: sure(cycle), changes: [change] });
				expect(hasTier(terms)).toBe(true);
				const upTo = (last: number) => {
					const own = metered.filter((k) => k < last && sure(rows.start[k]) >= sure(cycle).start);
					const drawn: DrawnRows = {
						count: own.length,
						start: Float64Array.from(own, (k) => sure(rows.start[k])),
						duration: Float64Array.from(own, (k) =>
							(sure(rows.state[k]) & VOICE) === 0 ? 0 : sure(rows.quantity[k])
						),
						units: Float64Array.from(own, (k) => sure(rows.units[k]))
					};
					const changes = terms.changes.filter(({ at }) => at <= sure(rows.start[position]));
					return walk({ ...terms, changes }, drawn);
				};
				const [before, after] = [upTo(position), upTo(position + 1)];
				expect(balanceAround(terms, timeline, rows, position)).toEqual({
					before: before.granted - before.includedUsed,
					after: after.granted - after.includedUsed,
					overage: after.overage - before.overage,
					unserved: after.unserved - before.unserved,
					excess: after.excess - before.excess
				});
			}),
			{ numRuns: 100 }
		);
	});
});

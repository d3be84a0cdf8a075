import { describe, expect, it } from 'vitest';
import { instantWithin, walk, type LedgerResult, type LedgerTerms } from '$lib/engine/ledger';
import { chatsAt, credits, CYCLE, drawsOf, MINUTE, termsFor } from './support';

/** The parts of a result that hand answers name, in credits. */
function parts(result: LedgerResult) {
	return {
		included: credits(result.includedUsed),
		overage: credits(result.overage),
		unserved: credits(result.unserved),
		interactions: result.unservedInteractions,
		excess: credits(result.excess),
		expired: credits(result.expired)
	};
}
const NONE = { included: 0, overage: 0, unserved: 0, interactions: 0, excess: 0, expired: 0 };

describe('a balance of 15 and a two-minute call of 20 credits', () => {
	const call = drawsOf([0, 2 * MINUTE, 20]);
	const run = (given: Partial<LedgerTerms>) => walk(termsFor({ tier: 15, ...given }), call);

	it('under cut: 15 served, 5 unserved, run-out 90 s into the call', () => {
		const result = run({ atExhaustion: 'cut' });
		expect(parts(result)).toEqual({ ...NONE, included: 15, unserved: 5, interactions: 1 });
		expect(result.runOutAt).toBe(90_000);
		expect(result.stops).toEqual([{ from: 90_000, to: CYCLE.end, interactions: 0 }]);
	});

	it('under finish: 20 served, 5 of them excess, and stopped from the run-out', () => {
		const result = run({ atExhaustion: 'finish' });
		expect(parts(result)).toEqual({ ...NONE, included: 15, excess: 5 });
		expect(result.stops).toEqual([{ from: 90_000, to: CYCLE.end, interactions: 0 }]);
	});

	it('with overage on: 5 overage credits, run-out all the same, no stop', () => {
		const result = run({ overage: 'on' });
		expect(parts(result)).toEqual({ ...NONE, included: 15, overage: 5 });
		expect([result.runOutAt, result.stops]).toEqual([90_000, []]);
	});

	it('capped at 2: stopped 102 s into the call, 3 unserved', () => {
		const result = run({ overage: 'capped', cap: 2 });
		expect(parts(result)).toEqual({ ...NONE, included: 15, overage: 2, unserved: 3, interactions: 1 });
		expect([result.runOutAt, result.stops[0]?.from]).toEqual([90_000, 102_000]);
	});
});

describe('a run-out instant', () => {
	it('is cut to the millisecond: 20 of 30 credits in a call of 100 s', () => {
		expect(walk(termsFor({ tier: 20 }), drawsOf([0, 100_000, 30])).runOutAt).toBe(66_666);
	});

	it('is exact where the product passes 2^53', () => {
		expect(instantWithin(7, 4_000_000_001, 9_007_199_254_740_881, 9_007_199_254_740_991)).toBe(
			7 + Number((4_000_000_001n * 9_007_199_254_740_881n) / 9_007_199_254_740_991n)
		);
	});

	it('may lie after the end of the cycle, where there is then no stop', () => {
		const start = CYCLE.end - 1_000;
		const result = walk(termsFor({ tier: 15 }), drawsOf([start, 2 * MINUTE, 20]));
		expect([result.runOutAt, result.stops]).toEqual([start + 90_000, []]);
	});

	it('is the start of a chat', () => {
		expect(walk(termsFor({ tier: 15 }), chatsAt(20, 3)).runOutAt).toBe(3 * MINUTE);
	});

	it('is the end of the call that reaches the limit exactly, which interrupts nothing', () => {
		const result = walk(termsFor({ tier: 20 }), drawsOf([0, 2 * MINUTE, 20], [5 * MINUTE, 0, 0]));
		expect(result.runOutAt).toBe(2 * MINUTE);
		// Only the later one, which would have cost nothing, is unserved.
		expect(parts(result)).toEqual({ ...NONE, included: 20, interactions: 1 });
	});

	it('is never that of an interaction of 0 credits', () => {
		expect(walk(termsFor({ tier: 20 }), drawsOf([0, MINUTE, 0])).runOutAt).toBeNull();
	});

	it('is the first one, also after an upgrade', () => {
		const terms = termsFor({ tier: 15, changes: [{ at: 30 * MINUTE, tier: 20 }] });
		expect(walk(terms, chatsAt(10, 0, 10, 20, 30, 40)).runOutAt).toBe(10 * MINUTE);
	});
});

describe('chats of 10 credits at minutes 0, 10, 20, 30, 40 and a tier of 15', () => {
	const chats = chatsAt(10, 0, 10, 20, 30, 40);
	const run = (given: Partial<LedgerTerms>) => walk(termsFor({ tier: 15, ...given }), chats);

	it('with overage off: run-out at minute 10, 35 credits and 4 interactions unserved', () => {
		const result = run({});
		expect(parts(result)).toEqual({ ...NONE, included: 15, unserved: 35, interactions: 4 });
		expect(result.runOutAt).toBe(10 * MINUTE);
		expect(result.stops).toEqual([{ from: 10 * MINUTE, to: CYCLE.end, interactions: 3 }]);
	});

	it('upgraded to 40 at minute 30 (replace): 35 used, 15 unserved, 5 expired', () => {
		const result = run({ changes: [{ at: 30 * MINUTE, tier: 40 }] });
		expect(parts(result)).toEqual({ ...NONE, included: 35, unserved: 15, interactions: 2, expired: 5 });
		expect(result.stops).toEqual([{ from: 10 * MINUTE, to: 30 * MINUTE, interactions: 1 }]);
	});

	it('upgraded with add: the new credits come on top', () => {
		const result = run({ upgradeCredits: 'add', changes: [{ at: 30 * MINUTE, tier: 40 }] });
		expect(credits(result.granted)).toBe(55);
		expect(parts(result)).toEqual({ ...NONE, included: 35, unserved: 15, interactions: 2, expired: 20 });
	});

	it('upgraded to 40 at minute 30 with overage on: 35 included, 15 overage, 5 expired', () => {
		const result = run({ overage: 'on', changes: [{ at: 30 * MINUTE, tier: 40 }] });
		expect(parts(result)).toEqual({ ...NONE, included: 35, overage: 15, expired: 5 });
	});

	it('off, switched on at 20 and off at 40: 15 included, 20 overage, 15 unserved', () => {
		const result = run({
			changes: [
				{ at: 20 * MINUTE, overage: 'on' },
				{ at: 40 * MINUTE, overage: 'off' }
			]
		});
		expect(parts(result)).toEqual({ ...NONE, included: 15, overage: 20, unserved: 15, interactions: 2 });
		expect(result.stops).toEqual([
			{ from: 10 * MINUTE, to: 20 * MINUTE, interactions: 0 },
			{ from: 40 * MINUTE, to: CYCLE.end, interactions: 1 }
		]);
		expect(result.policy).toBe('off');
	});

	it('capped at 12, raised to 30 at minute 40: the stop ends there', () => {
		const result = run({ overage: 'capped', cap: 12, changes: [{ at: 40 * MINUTE, cap: 30 }] });
		expect(parts(result)).toEqual({ ...NONE, included: 15, overage: 22, unserved: 13, interactions: 2 });
		expect(result.stops).toEqual([{ from: 20 * MINUTE, to: 40 * MINUTE, interactions: 1 }]);
	});

	it('capped below what overage has drawn: stopped from the change on', () => {
		const result = run({
			overage: 'on',
			changes: [{ at: 30 * MINUTE, overage: 'capped', cap: 5 }]
		});
		expect(parts(result)).toEqual({ ...NONE, included: 15, overage: 15, unserved: 20, interactions: 2 });
		expect(result.stops[0]?.from).toBe(30 * MINUTE);
	});

	it('upgraded twice with add: every tier adds, and all are held', () => {
		const result = run({
			upgradeCredits: 'add',
			changes: [
				{ at: 20 * MINUTE, tier: 20 },
				{ at: 40 * MINUTE, tier: 40 }
			]
		});
		expect(credits(result.granted)).toBe(75);
		expect(result.held).toEqual([
			{ at: 0, tier: 15 },
			{ at: 20 * MINUTE, tier: 20 },
			{ at: 40 * MINUTE, tier: 40 }
		]);
	});
});

describe('calls that overlap', () => {
	it('are refused when they start after the call that runs out, though before the run-out instant', () => {
		const result = walk(termsFor({ tier: 15 }), drawsOf([0, 2 * MINUTE, 20], [10_000, MINUTE, 10]));
		expect(parts(result)).toEqual({ ...NONE, included: 15, unserved: 15, interactions: 2 });
		// It began before the stop, so it does not contradict it.
		expect(result.stops[0]).toEqual({ from: 90_000, to: CYCLE.end, interactions: 0 });
	});

	it('keep the limits they started with when an upgrade comes while they run', () => {
		const result = walk(
			termsFor({ tier: 15, changes: [{ at: 30_000, tier: 40 }] }),
			drawsOf([0, 2 * MINUTE, 20], [60_000, MINUTE, 10])
		);
		expect(parts(result)).toEqual({ ...NONE, included: 25, unserved: 5, interactions: 1, expired: 15 });
		// The stop would have begun at 90 s, but room was there from 30 s on.
		expect(result.stops).toEqual([]);
	});
});

describe('a change', () => {
	it('counts for an interaction that starts at its very instant', () => {
		const result = walk(termsFor({ tier: 5, changes: [{ at: MINUTE, tier: 20 }] }), chatsAt(10, 1));
		expect(parts(result)).toEqual({ ...NONE, included: 10, expired: 10 });
	});

	it('after the last interaction still ends or begins a stop', () => {
		const on = walk(termsFor({ tier: 5, changes: [{ at: 9 * MINUTE, overage: 'on' }] }), chatsAt(10, 1));
		expect(on.stops).toEqual([{ from: MINUTE, to: 9 * MINUTE, interactions: 0 }]);
		const off = walk(
			termsFor({ tier: 5, overage: 'on', changes: [{ at: 9 * MINUTE, overage: 'off' }] }),
			chatsAt(10, 1)
		);
		expect(off.stops).toEqual([{ from: 9 * MINUTE, to: CYCLE.end, interactions: 0 }]);
	});

	it('that leaves a stop no length leaves no stop', () => {
		const result = walk(termsFor({ tier: 10, changes: [{ at: MINUTE, tier: 20 }] }), chatsAt(10, 1));
		expect(result.stops).toEqual([]);
		const twice = walk(
			termsFor({
				tier: 10,
				overage: 'on',
				changes: [
					{ at: 5 * MINUTE, overage: 'off' },
					{ at: 5 * MINUTE, overage: 'on' }
				]
			}),
			chatsAt(10, 1)
		);
		expect(twice.stops).toEqual([]);
	});
});

describe('the entries of a ledger', () => {
	it('tell what happened, in order, with the balance after each', () => {
		const { entries } = walk(
			termsFor({ tier: 15, changes: [{ at: 30 * MINUTE, tier: 40 }] }),
			chatsAt(10, 0, 10, 20, 30, 40)
		);
		expect(
			entries.map(({ kind, at, units, balance }) => [kind, at / MINUTE, credits(units), credits(balance)])
		).toEqual([
			['granted', 0, 15, 15],
			['runOut', 10, 0, 0],
			['stopped', 10, 0, 0],
			['upgraded', 30, 25, 25],
			['resumed', 30, 0, 25],
			['expired', CYCLE.end / MINUTE, 5, 0]
		]);
	});
});

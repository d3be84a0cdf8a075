import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { NET2PHONE, UNITS_PER_CREDIT } from '$lib/engine/rating';
import type { LedgerStatement } from '$lib/workers/api';
import { cycleView } from '$lib/workers/query/cycle';
import { ledgerStatement } from '$lib/workers/query/explore/ledgerStatement';
import type { Usage } from '$lib/workers/query/usage';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const LINES = Array.from({ length: 60 }, (_, k) => ({
	at: new Date(Date.UTC(2026, 10, 2, 14) + k * 7 * 3_600_000).toISOString().replace('.000', ''),
	seconds: 30 + 45 * (k % 5)
}));

/** Started minutes at 10 credits, by nothing of ours. */
const drawn = LINES.reduce((sum, { seconds }) => sum + 10 * Math.ceil(seconds / 60), 0);

async function usageOf(): Promise<Usage> {
	const store = await newStore();
	const tiers = [500, 5_000].map((includedCredits) => ({ includedCredits, price: null }));
	const settings = settingsWith({ tier: 500 }, { rateCards: [{ ...NET2PHONE, tiers }] });
	await importFile(
		store,
		settings,
		canonicalFile(LINES.map(({ at, seconds }, k) => `c${k},${at},,voice,,Ava,,,${seconds},,`))
	);
	return sure(await loadUsage(store, settings));
}

const sums = (view: LedgerStatement) =>
	Object.values(view.demand).reduce((sum, units) => sum + units, 0) -
	view.overage -
	view.unserved -
	view.excess;

describe('the account of a month', () => {
	let full: Usage;
	beforeAll(async () => {
		full = await usageOf();
	});

	it('has the run-out, the rest and what was not served that the cycle’s ledger has', async () => {
		const view = sure(await ledgerStatement(full, null, { tier: 500, overage: 'off' }));
		const { inForce } = await cycleView(full, null, false);
		expect(view.unserved / UNITS_PER_CREDIT).toBe(drawn - 500);
		expect(view.unserved / UNITS_PER_CREDIT).toBe(inForce?.unservedCredits);
		expect(view.lines.find(({ kind }) => kind === 'runOut')?.from).toBe(inForce?.runOutAt);
		expect(view.lines.reduce((sum, { units }) => sum + units, 0)).toBe(0);
		expect(sums(view)).toBe(500 * UNITS_PER_CREDIT);
	});

	it('bills beside the account what goes beyond it with overage on', async () => {
		const view = sure(await ledgerStatement(full, null, { tier: 500, overage: 'on' }));
		expect(view.overage / UNITS_PER_CREDIT).toBe(drawn - 500);
		expect(view.lines.at(-1)).toMatchObject({ kind: 'expired', units: 0, balance: 0 });
	});

	it('leaves the rest of a larger plan, by the days of which it was drawn', async () => {
		const view = sure(await ledgerStatement(full, null, { tier: 5_000, overage: 'off' }));
		expect(view.complete).toBe(false);
		expect((view.lines.at(-1)?.units ?? 0) / UNITS_PER_CREDIT).toBe(drawn - 5_000);
		expect(view.lines.filter(({ kind }) => kind === 'used').length).toBeGreaterThan(15);
	});

	it('is none of a plan that the month’s card does not sell', async () => {
		expect(await ledgerStatement(full, null, { tier: 1_000, overage: 'off' })).toBeNull();
	});
});

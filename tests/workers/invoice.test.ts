import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { NET2PHONE, type RateCard } from '$lib/engine/rating';
import type { InvoiceAsk, InvoiceTotals, InvoiceView, Settings } from '$lib/workers/api';
import { asWriter } from '$lib/workers/jobs/locks';
import { NOBODY } from '$lib/workers/jobs/progress';
import { retain } from '$lib/workers/jobs/retention';
import { invoiceView } from '$lib/workers/query/explore/invoice';
import { showbackView } from '$lib/workers/query/explore/showback';
import type { Usage } from '$lib/workers/query/usage';
import { entryFor } from '../support/rows';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const CARD: RateCard = {
	...NET2PHONE,
	tiers: [{ includedCredits: 100, price: '10.00' }],
	overagePricePerCredit: '0.05'
};
const SETTINGS: Settings = settingsWith(
	{ tier: 100, overage: 'on', taxPercent: 13 },
	{
		rateCards: [CARD],
		agents: [
			entryFor('Ava', { tags: { costCentre: 'North' } }),
			entryFor('Bo', { tags: { costCentre: 'South' } }),
			entryFor('Una', { licence: 'unlimited', pricePerCycle: '5.00', tags: { costCentre: 'South' } })
		]
	}
);

const call = (start: string, seconds: number, agent = 'Ava', kind = 'standard', entity = 'Main') =>
	`,${start},,voice,${kind},${agent},${entity},,${seconds},,`;

/** October to December; the evening of 30 November in Toronto is December in UTC. */
const ROWS = [
	call('2026-10-02T15:00:00Z', 30),
	call('2026-11-02T15:00:00Z', 61),
	call('2026-11-03T15:00:00Z', 59, 'Bo'),
	call('2026-11-04T15:00:00Z', 14),
	call('2026-11-05T15:00:00Z', 130, 'Bo', 'premium', 'Care'),
	call('2026-11-06T15:00:00Z', 200, 'Una'),
	',2026-11-29T15:00:00Z,,chat,standard,Ava,Main,7,,,',
	call('2026-12-01T03:00:00Z', 95),
	call('2026-12-20T15:00:00Z', 30)
];

const NOVEMBER = Date.UTC(2026, 10, 16);
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
const ask = (totals: Partial<InvoiceTotals>, change: Partial<InvoiceAsk> = {}): InvoiceAsk => ({
	cycle: NOVEMBER,
	totals: { ...NOTHING, ...totals },
	rounded: false,
	chosen: 0,
	...change
});

const waysOf = ({ explanations }: InvoiceView) => explanations.map(({ rules }) => rules.ways.join(' '));

describe('an invoice beside the rows', () => {
	let usage: Usage;
	beforeAll(async () => {
		const store = await newStore();
		await importFile(store, SETTINGS, canonicalFile(ROWS));
		usage = sure(await loadUsage(store, SETTINGS));
	});

	it('is explained by the contract’s own rules where it is right', async () => {
		// Minutes: 2, 1, 1, 3 (premium) and 2; 7 messages.
		const view = await invoiceView(usage, ask({ credits: '134', amount: '15.68', overageCredits: '34' }));
		expect(view.own.figures).toEqual({
			credits: 134,
			voiceCredits: 120,
			chatCredits: 14,
			billableMinutes: 9,
			calls: 5,
			messages: 7,
			overageCredits: 34,
			// 10.00 + 1.70 + 5.00 for Una, and 13 %: 2.17.
			amount: '18.87'
		});
		expect(view.unmet).toEqual(['amount']);
		const right = await invoiceView(usage, ask({ credits: '134', amount: '18.87', overageCredits: '34' }));
		expect([right.unmet, waysOf(right)[0], right.difference]).toEqual([[], '', null]);
	});

	it('is explained by rows that fall into another month of its zone, and by nothing else', async () => {
		// In UTC the call of 3:00 on 1 December is December's.
		const view = await invoiceView(
			usage,
			ask({ credits: '114', calls: '4', billableMinutes: '7', messages: '7' })
		);
		expect(waysOf(view)).toEqual(['zone']);
		const [only] = view.explanations;
		expect(only?.rules).toMatchObject({ zone: 'UTC', anchorDay: 1, duration: null });
		expect(view.difference?.causes).toEqual([{ cause: 'left', interactions: 1, credits: -20 }]);
		expect(view.difference?.left).toBe(0);
		expect(view.difference?.rows).toEqual([
			{
				start: Date.UTC(2026, 11, 1, 3),
				file: 'usage.csv',
				line: 9,
				agent: 'Ava',
				entity: 'Main',
				ms: 95_000,
				messages: null,
				credits: [20, 0]
			}
		]);
	});

	it('is explained by rounding and short calls, cause by cause, to the last credit', async () => {
		// By the second and 15 s free: 61 + 59 + 95 standard seconds, 130 premium ones.
		const view = await invoiceView(
			usage,
			ask({ voiceCredits: '79.1667', billableMinutes: '5.75', credits: '93.1667' })
		);
		expect(waysOf(view)[0]).toBe('rounding shortCall');
		expect(view.explanations[0]?.rules.rounding).toMatchObject({ initialSeconds: 1, incrementSeconds: 1 });
		const causes = sure(view.difference).causes;
		expect(causes.map(({ cause }) => cause)).toEqual(['shortCall', 'rounding']);
		expect(causes.reduce((sum, { credits }) => sum + credits, 0)).toBeCloseTo(93.1667 - 134, 3);
	});

	it('leaves its difference unexplained where no rule set fits, and names the nearest', async () => {
		const view = await invoiceView(usage, ask({ credits: '135' }));
		expect(view.explanations).toEqual([]);
		expect(view.nearest.length).toBe(3);
		const nearest = sure(view.nearest[0]);
		expect(Math.abs(nearest.figures.credits - 135)).toBeLessThanOrEqual(1);
		const { causes, left } = view.difference ?? { causes: [], left: 135 - view.own.figures.credits };
		const explained = causes.reduce((sum, { credits }) => sum + credits, view.own.figures.credits);
		expect(explained + left).toBeCloseTo(135, 3);
	});

	it('has the rows that tell several explanations apart', async () => {
		const view = await invoiceView(usage, ask({ credits: '114' }));
		// The last evening in another month, or every call by half minutes.
		expect(waysOf(view).slice(0, 2)).toEqual(['zone', 'rounding']);
		for (const [a] of view.explanations.entries())
			for (let b = a + 1; b < view.explanations.length; b++)
				expect(view.apart.some(({ credits }) => credits[a] !== credits[b])).toBe(true);
	});

	it('is shown back by entity, agent and tag, in parts that add up to it', async () => {
		for (const by of [{ of: 'entity' }, { of: 'agent' }, { of: 'tag', tag: 'costCentre' }] as const) {
			const view = await showbackView(usage, NOVEMBER, by);
			expect(view.sum.credits).toBe(134);
			expect(view.sum.money?.total).toBe('18.87');
			expect(view.cost?.total).toBe('18.87');
			const cents = view.lines.map(({ money }) => Math.round(100 * Number(money?.total)));
			expect(cents.reduce((a, b) => a + b, 0)).toBe(1_887);
			expect(view.tags).toEqual(['costCentre']);
		}
		const { lines } = await showbackView(usage, NOVEMBER, { of: 'tag', tag: 'costCentre' });
		expect(lines.map(({ name, credits, outsideCredits }) => [name, credits, outsideCredits])).toEqual([
			['South', 70, 40],
			['North', 64, 0]
		]);
	});
});

describe('an invoice of a month that is kept as sums of days', () => {
	it('is tried under the card’s own rules only, and the rest is said to be untried', async () => {
		const store = await newStore();
		await importFile(store, SETTINGS, canonicalFile([...ROWS, call('2027-02-15T15:00:00Z', 30)]));
		await asWriter(store, (term) => retain(store, term, SETTINGS, 1, NOBODY));
		const usage = sure(await loadUsage(store, SETTINGS));
		const view = await invoiceView(usage, ask({ credits: '134' }));
		expect(view.own.figures).toMatchObject({ credits: 134, billableMinutes: 9, calls: 5 });
		expect(view.explanations[0]?.rules.ways).toEqual([]);
		expect(view.untried).toBeGreaterThan(view.tried);
	});
});

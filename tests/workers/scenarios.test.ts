import '../support/seed';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateLayer } from '$lib/db';
import { BUSINESS_MIXES, BUSINESS_SHAPES, interactionsOfMix, type Assumptions } from '$lib/engine/planning';
import { NET2PHONE } from '$lib/engine/rating';
import { DAY_MS, dayNumber, formatDay, startOfDay } from '$lib/engine/time';
import { planTermsOf } from '$lib/state/planTerms';
import { scheduleAsk } from '$lib/state/schedule';
import type { Scenario, ScenarioStart, Settings } from '$lib/workers/api';
import { demandOf, forecast } from '$lib/workers/jobs/forecast';
import { asWriter } from '$lib/workers/jobs/locks';
import { plans, schedule, term } from '$lib/workers/jobs/plans';
import { scenario as compute } from '$lib/workers/jobs/scenario';
import { cycleView } from '$lib/workers/query/cycle';
import { forecastInput } from '$lib/workers/query/history';
import { scenarioStart, type Sources } from '$lib/workers/query/scenario';
import type { Usage } from '$lib/workers/query/usage';
import { applyScenario } from '$lib/workers/scenario';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const PLAIN: Scenario = {
	id: 's',
	name: 'As it is',
	assumptions: null,
	events: [],
	growthPercentPerMonth: null,
	tier: null,
	overage: null,
	overageCapCredits: null
};
const FIRST = dayNumber(2026, 8, 1);
const LAST = dayNumber(2026, 11, 16);
const shape = { ...BUSINESS_SHAPES.desk, takenPercent: 100 };
const ASSUMED: Assumptions = {
	business: 'desk',
	from: '2026-12-01',
	interactions: interactionsOfMix(BUSINESS_MIXES.desk, shape, NET2PHONE),
	...shape
};
const card = {
	...NET2PHONE,
	tiers: NET2PHONE.tiers.map((tier) => ({ ...tier, price: String(tier.includedCredits / 50) })),
	overagePricePerCredit: '0.03'
};
const settings = settingsWith(
	{ tier: 20_000, timeZone: 'America/Toronto', changes: [{ at: '2026-10-01', tier: 40_000 }] },
	{ rateCards: [card] }
);

let usage: Usage;
let sources: Sources;

beforeAll(async () => {
	const rows: string[] = [];
	for (let day = FIRST; day < LAST; day++)
		for (let k = 0; k < (day % 7 < 2 ? 14 : 28 + ((day * 13) % 17)); k++) {
			const start = new Date(day * DAY_MS + 14 * 3_600_000 + k * 600_000).toISOString();
			rows.push(
				k % 3 === 0
					? `,${start},,chat,standard,Ava,Web,${3 + (k % 5)},,,`
					: `,${start},,voice,standard,Ava,Main,,${185 + k},,`
			);
		}
	const store = await newStore();
	const { layer } = await importFile(store, settings, canonicalFile(rows));
	const { zone } = sure(await loadUsage(store, settings)).rules;
	const coverage = { from: startOfDay(zone, FIRST), to: startOfDay(zone, LAST) };
	await asWriter(store, (writing) => updateLayer(store, writing, layer.id, { coverage }));
	usage = sure(await loadUsage(store, settings));
	sources = { usage, settings, sample: false, seed: 7, paths: 300 };
});

const start = async (scenario: Scenario | null, from: Sources = sources): Promise<ScenarioStart> =>
	sure(await scenarioStart(from, scenario));

/** The question that the screen puts. */
function answerOf({ view, input, held }: ScenarioStart) {
	return compute(input, {
		held,
		plans: { terms: planTermsOf(view), line: view.line },
		schedule: scheduleAsk(view, held.policy, 'mean', 10)
	});
}

const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);

describe('a scenario without changes', () => {
	it('has exactly the figures of the workspace, which are those of the other screens', async () => {
		const own = await start(null);
		const plain = await start(PLAIN);
		expect(plain).toEqual(own);
		expect(own.input).toEqual(await forecastInput(usage, 7, 300));
		expect(own.view).toEqual(await cycleView(usage, null, false));
		expect(own.held).toEqual({ tier: 40_000, policy: 'off' });

		const answer = answerOf(plain);
		const terms = planTermsOf(own.view);
		const whole = sure(forecast(own.input).tiers).find((one) => one.includedCredits === 40_000);
		expect(answer.month?.runOutProbability).toBe(whole?.probabilityOfRunOut);
		expect(answer.month?.runOutAt).toBe(whole?.runOutAt.p50);
		const { outcomes } = sure(plans(own.input, { terms, line: own.view.line }));
		const outcome = outcomes.off.find((one) => one.includedCredits === 40_000);
		expect(answer.month?.cost).toEqual(outcome?.cost);
		expect(answer.month?.stopProbability).toBe(outcome?.stopProbability);
		expect(answer.schedule).toEqual(schedule(own.input, scheduleAsk(own.view, 'off', 'mean', 10)));
		const year = sure(term(own.input, terms));
		const held = year.plans.find((one) => one.includedCredits === 40_000 && one.policy === 'off');
		expect(answer.year).toMatchObject({ stops: held?.stops, cost: { mean: held?.cost?.mean } });
		expect(answer.cycles).toEqual(year.cycles);
	});

	it('has them when the workspace plans on assumptions or has readings alone', async () => {
		const readings = [1, 8, 16].map((day) => ({
			at: Date.UTC(2026, 10, day, 12),
			creditsUsed: day * 1_000
		}));
		for (const own of [
			{ ...settings, assumptions: ASSUMED },
			{ ...settings, readings }
		]) {
			const from: Sources = { ...sources, usage: null, settings: own };
			expect(await start(PLAIN, from)).toEqual(await start(null, from));
		}
		expect(await scenarioStart({ ...sources, usage: null }, PLAIN)).toBeNull();
	});
});

describe('what a scenario changes', () => {
	it('multiplies the mean of the channel it names, and leaves the other as it was', async () => {
		const own = demandOf((await start(null)).input);
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: -100, max: 400 }),
				fc.constantFrom('voice' as const, 'chat' as const),
				async (percent, channel) => {
					const event = { kind: 'change', name: 'More', percent, channel, from: formatDay(LAST) } as const;
					const changed = demandOf(
						(await start({ ...PLAIN, events: [{ ...event, to: null, class: null }] })).input
					);
					own.parts.forEach((part, k) => {
						const factor = (channel === 'voice') === k < 2 ? 1 + percent / 100 : 1;
						expect(sum(changed.parts[k] as Float64Array)).toBeCloseTo(factor * sum(part), 4);
					});
				}
			),
			{ numRuns: 12 }
		);
	});

	it('leaves the present alone when it begins later', async () => {
		const from = '2027-03-01';
		const event = {
			kind: 'change',
			name: 'V',
			percent: 20,
			channel: 'voice',
			from,
			to: null,
			class: null
		} as const;
		const [own, later] = [await start(null), await start({ ...PLAIN, events: [event] })].map(answerOf);
		expect(later?.month).toEqual(own?.month);
		expect(later?.cycles.slice(0, 4)).toEqual(own?.cycles.slice(0, 4));
		later?.cycles.slice(4).forEach(({ p50 }, k) => expect(p50).toBeGreaterThan(own?.cycles[k + 4]?.p50 ?? 0));
	});

	it('holds its own plan, without changing what is known of the usage', async () => {
		const own = await start(null);
		const small = await start({ ...PLAIN, tier: 20_000, overage: 'capped', overageCapCredits: 3_000 });
		expect(small.held).toEqual({ tier: 20_000, policy: 'capped' });
		expect(small.view.context.contract).toMatchObject({ tier: 20_000, overage: 'capped', changes: [] });
		expect({ ...small.input, tiers: [] }).toEqual({ ...own.input, tiers: [] });
		expect(small.input.tiers).toContain(23_000);
		expect(planTermsOf(small.view).cap).toBe(3_000);
		const upgrade = await start({ ...PLAIN, tier: 20_000, overage: 'upgrade' });
		expect(upgrade.held.policy).toBe('upgrade');
		expect(answerOf(upgrade).month?.stopProbability).toBeLessThan(
			answerOf(await start({ ...PLAIN, tier: 20_000 })).month?.stopProbability ?? 0
		);
	});

	it('plans on its own assumptions in the place of usage', async () => {
		const assumed = await start({ ...PLAIN, assumptions: ASSUMED, tier: 60_000 });
		expect(assumed.view.context.source).toBe('assumed');
		expect(assumed.held.tier).toBe(60_000);
		expect(answerOf(assumed).cycles[0]?.cycle.start).toBe((await start(null)).input.cycle.end);
	});
});

describe('applying', () => {
	const percents = fc.integer({ min: -50, max: 200 });
	const event = fc.record({
		kind: fc.constant('change' as const),
		name: fc.string({ maxLength: 5 }),
		percent: percents,
		channel: fc.constantFrom('voice' as const, 'chat' as const, null),
		class: fc.constant(null),
		from: fc.integer({ min: 0, max: 300 }).map((days) => formatDay(LAST + days)),
		to: fc.constant(null)
	});
	const scenario = fc.record({
		id: fc.constant('s'),
		name: fc.constant('S'),
		assumptions: fc.constantFrom(null, ASSUMED),
		events: fc.array(event, { maxLength: 4 }),
		growthPercentPerMonth: fc.option(percents),
		tier: fc.option(fc.constantFrom(20_000, 60_000)),
		overage: fc.option(fc.constantFrom('off' as const, 'on' as const, 'capped' as const, 'upgrade' as const)),
		overageCapCredits: fc.option(fc.nat(10_000))
	});

	it('never changes the settings given, nor card, cycle, zone, readings and what is left out', () => {
		fc.assert(
			fc.property(scenario, (one) => {
				const before = JSON.stringify(settings);
				const applied = applyScenario(settings, one);
				expect(JSON.stringify(settings)).toBe(before);
				const kept = ({ rateCards, readings, agents, contract }: Settings) => [
					rateCards,
					readings,
					agents,
					{ ...contract, tier: 0, overage: 0, overageCapCredits: 0, changes: 0 }
				];
				expect(kept(applied)).toEqual(kept(settings));
				expect(applyScenario(settings, PLAIN)).toEqual(settings);
			})
		);
	});

	it('does not depend on the order of what is changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 4 }), async (events) => {
				const [one, other] = [events, events.toReversed()].map((list) =>
					start({ ...PLAIN, events: list }).then(({ input }) => sum(demandOf(input).total))
				);
				expect(await one).toBeCloseTo((await other) ?? NaN, 4);
			}),
			{ numRuns: 8 }
		);
		const plan = { ...PLAIN, tier: 60_000 };
		const growth = { ...PLAIN, growthPercentPerMonth: 3 };
		expect(applyScenario(applyScenario(settings, plan), growth)).toEqual(
			applyScenario(applyScenario(settings, growth), plan)
		);
	});
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { creditsOfUnits, NET2PHONE, UNITS_PER_CREDIT, type Channel } from '$lib/engine/rating';
import {
	activationsOf,
	agentRows,
	agentsOf,
	agentSums,
	cycleFigures,
	dailyUnits,
	timelineOf
} from '$lib/engine/rollup';
import { cycleOf, dayOf, parseDay, type Cycle } from '$lib/engine/time';
import { entryFor, type TestRow } from '../../support/rows';
import { peopleCube, placedRows, planOf, RULE, store, timeCube, TORONTO, WORKSPACE } from './support';

const MARCH = cycleOf(RULE, Date.UTC(2026, 2, 15));
const APRIL = cycleOf(RULE, Date.UTC(2026, 3, 15));
const noon = (month: number, day: number) => Date.UTC(2026, month - 1, day, 16);
const placed = (rows: readonly TestRow[]) =>
	store(rows.map((row, k) => ({ ...row, layer: k % 3, block: 0, live: true })));
const sum = (column: Iterable<number>) => [...column].reduce((all, one) => all + one, 0);

describe('the timeline', () => {
	it('holds all metered demand and no other', () => {
		const plan = planOf([NET2PHONE], [entryFor('Ava', { licence: 'unlimited' })]);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const timeline = timelineOf(timeCube(plan, store(rows)));
				const metered = rows.filter(({ live, agent }) => live && agent !== 'Ava');
				expect(timeline.interactionsBefore.at(-1)).toBe(metered.length);
				const others = timelineOf(timeCube(planOf(), store(metered)));
				expect(timeline).toEqual(others);
				for (let k = 1; k < timeline.count; k++)
					expect(timeline.from[k]).toBeGreaterThan(timeline.from[k - 1] ?? NaN);
			})
		);
	});
});

describe('daily credits', () => {
	it('are by local day, channel and class, 0 on a day without rows', () => {
		const layers = placed([
			// 23:59:59 and 00:00 in Toronto on either side of 10 March (UTC−4)
			{ start: Date.UTC(2026, 2, 11, 3, 59, 59), messages: 1 },
			{ start: Date.UTC(2026, 2, 11, 4), messages: 2, class: 'premium' },
			{ start: noon(3, 13), ms: 60_000 },
			{ start: noon(3, 13), ms: 1, class: 'premium' }
		]);
		const first = parseDay('2026-03-10') ?? NaN;
		const { days, series } = dailyUnits(timeCube(planOf(), layers), TORONTO, first, first + 4);
		expect(days).toBe(4);
		expect(series.map((column) => [...column].map((units) => units / UNITS_PER_CREDIT))).toEqual([
			[2, 0, 0, 0],
			[0, 0, 0, 10],
			[0, 8, 0, 0],
			[0, 0, 0, 20]
		]);
	});

	it('add up to the metered credits of their days', () => {
		fc.assert(
			fc.property(placedRows, fc.nat(30), (rows, count) => {
				const cells = timeCube(planOf(), store(rows));
				const first = parseDay('2026-03-05') ?? NaN;
				const { series } = dailyUnits(cells, TORONTO, first, first + count);
				const inside = [...cells.from.keys()].filter((k) => {
					const day = dayOf(TORONTO, cells.from[k] ?? NaN);
					return day >= first && day < first + count;
				});
				expect(sum(series.map(sum))).toBe(sum(inside.map((k) => cells.units[k] ?? NaN)));
			})
		);
	});
});

describe('the figures of a cycle', () => {
	const register = [
		entryFor('Una', { licence: 'unlimited' }),
		entryFor('Idle', { activatedAt: '2026-03-31' }),
		entryFor('Gone', { activatedAt: '2025-01-01', deactivatedAt: '2026-03-01' }),
		entryFor('Soon', { activatedAt: '2026-04-01' })
	];
	const plan = planOf(
		[{ ...NET2PHONE, voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: 15 } }],
		register
	);
	const rows: TestRow[] = [
		{ start: noon(3, 2), messages: 3, agent: 'Ava' },
		{ start: noon(3, 3), messages: 1, class: 'premium', agent: 'Bo' },
		{ start: noon(3, 4), ms: 61_000 },
		{ start: noon(3, 5), ms: 14_999, agent: 'Ava' },
		{ start: noon(3, 6), ms: 20_000, class: 'premium', agent: 'Ava' },
		{ start: noon(3, 7), messages: 10, agent: 'Una' },
		{ start: noon(4, 1), messages: 100, agent: 'Later' }
	];
	const cells = peopleCube(plan, placed(rows));
	const activations = activationsOf(plan, cells, WORKSPACE);
	const agents = (cycle: Cycle) => agentsOf(plan, activations, cells, WORKSPACE, cycle);

	it('count all licences, and credits by licence', () => {
		expect(cycleFigures(cells, MARCH, APRIL.end - 1, 5)).toEqual({
			start: '2026-03-01T05:00:00.000Z',
			end: '2026-04-01T04:00:00.000Z',
			complete: true,
			interactions: 6,
			messages: { standard: 13, premium: 1 },
			calls: 3,
			nonBillableCalls: 1,
			billableMinutes: { standard: 2, premium: 1 },
			credits: { total: 50, chat: { standard: 6, premium: 4 }, voice: { standard: 20, premium: 20 } },
			creditsOutsidePlan: { trial: 0, unlimited: 20 },
			agents: 5
		});
	});

	it('are complete once the as-of has reached the end', () => {
		expect(cycleFigures(cells, MARCH, MARCH.end, 0).complete).toBe(true);
		expect(cycleFigures(cells, MARCH, MARCH.end - 1, 0).complete).toBe(false);
	});

	it('count the agents that came and those whose entry is in force, but not "unassigned"', () => {
		// March: Ava, Bo, Una came; Idle is in force. April: Later came; Una, Idle and Soon are in force.
		expect([agents(MARCH), agents(APRIL)]).toEqual([4, 4]);
	});

	it('of a cycle without rows are zero', () => {
		const empty = cycleFigures(cells, cycleOf(RULE, Date.UTC(2026, 5, 1)), APRIL.end, 0);
		expect([empty.interactions, empty.credits.total, empty.billableMinutes.standard]).toEqual([0, 0, 0]);
	});

	it('of all cycles add up to the whole', () => {
		fc.assert(
			fc.property(placedRows, (some) => {
				const cube = peopleCube(planOf(), store(some));
				const live = some.filter((row) => row.live);
				const figures = [MARCH, APRIL].map((cycle) => cycleFigures(cube, cycle, 0, 0));
				expect(sum(figures.map(({ interactions }) => interactions))).toBe(live.length);
				expect(sum(figures.map(({ calls }) => calls))).toBe(live.filter(({ ms }) => ms !== undefined).length);
				// By the minute and at whole rates every figure is exact, so nothing is lost in rounding.
				expect(sum(figures.map(({ credits }) => credits.total))).toBe(creditsOfUnits(sum(cube.units)));
				for (const { credits } of figures) {
					const { chat, voice } = credits;
					expect(chat.standard + chat.premium + voice.standard + voice.premium).toBe(credits.total);
				}
			})
		);
	});
});

describe('the rows by agent', () => {
	const register = [
		entryFor('Ava', { entity: 'Sales', channel: 'voice', activatedAt: '2026-03-03' }),
		entryFor('Bo', { licence: 'unlimited' })
	];
	const plan = planOf([NET2PHONE], register);
	const cells = peopleCube(
		plan,
		placed([
			{ start: noon(3, 2), ms: 60_000, agent: 'Ava', entity: 'Sales' },
			{ start: noon(3, 3), ms: 61_000, agent: 'Ava', entity: 'Sales' },
			{ start: noon(4, 2), ms: 60_000, agent: 'Ava', entity: 'Sales' },
			{ start: noon(3, 8), messages: 5, agent: 'Ava', entity: 'Sales' },
			{ start: noon(4, 3), messages: 2, agent: 'Bo' },
			{ start: noon(3, 9), ms: 1, agent: 'Bo', entity: 'Sales' },
			{ start: noon(4, 4), messages: 1 }
		])
	);
	const asked: string[] = [];
	const sums = agentSums(plan, activationsOf(plan, cells, WORKSPACE), cells, WORKSPACE, APRIL);
	const rows = agentRows(sums, (entity, agent, channel) => {
		asked.push(`${entity}/${agent}/${channel}`);
		return { thisCycle: 3, sinceActivation: 7 };
	});
	const row = (entity: string, agent: string, channel: Channel) =>
		rows.find((own) => own.entity === entity && own.agent === agent && own.channel === channel);

	it('come by entity, agent and channel in code-unit order, one for each that has interactions', () => {
		expect(rows.map(({ entity, agent, channel }) => `${entity}/${agent}/${channel}`)).toEqual([
			'//chat',
			'/Bo/chat',
			'Sales/Ava/chat',
			'Sales/Ava/voice',
			'Sales/Bo/voice'
		]);
		expect(asked).toEqual(rows.map(({ entity, agent, channel }) => `${entity}/${agent}/${channel}`));
	});

	it('count this cycle whole, and since activation only from it; what came before is a discrepancy', () => {
		expect(row('Sales', 'Ava', 'voice')).toEqual({
			entity: 'Sales',
			agent: 'Ava',
			channel: 'voice',
			licence: 'metered',
			activatedAt: '2026-03-03T05:00:00.000Z',
			thisCycle: {
				interactions: 1,
				cases: 3,
				messages: 0,
				billableMinutes: 1,
				nonBillableCalls: 0,
				credits: 10
			},
			sinceActivation: {
				interactions: 2,
				cases: 7,
				messages: 0,
				billableMinutes: 3,
				nonBillableCalls: 0,
				credits: 30
			}
		});
		expect(sums.map(({ early }) => early)).toEqual([0, 0, 0, 1, 0]);
	});

	it('are activated with the first interaction of their entry, or without one of their own', () => {
		// Bo's entry covers both rows: its first interaction is the call of 9 March.
		expect(row('', 'Bo', 'chat')?.activatedAt).toBe('2026-03-09T16:00:00.000Z');
		expect(row('Sales', 'Ava', 'chat')?.activatedAt).toBe('2026-03-08T16:00:00.000Z');
	});

	it('give the licence of the register, and credits only of metered interactions', () => {
		expect(row('', 'Bo', 'chat')).toMatchObject({
			licence: 'unlimited',
			thisCycle: { messages: 2, credits: 0 }
		});
	});
});

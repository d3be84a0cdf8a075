import 'fake-indexeddb/auto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { addDecimals, decimal, sumMoney, toNumber } from '$lib/engine/money';
import type { Channel } from '$lib/engine/rating';
import { dayOf, formatDay } from '$lib/engine/time';
import { historyMonths, historyRows, historyTotal, readable } from '$lib/state/usageHistory';
import { ledgerSteps } from '$lib/state/ledger';
import { planFigures } from '$lib/state/plans';
import { totalOf } from '$lib/state/usage';
import type {
	CallsFilter,
	CostView,
	HistoryBy,
	LedgerView,
	MonthlyCheck,
	MonthlyFigure,
	MonthlyRow
} from '$lib/workers/api';
import { blobOf, FORMATS, interactions, ROW_COLUMNS } from '$lib/workers/export';
import { focusView } from '$lib/workers/export/focus';
import { budgetUsage } from '$lib/workers/query/budgets';
import { cycleView } from '$lib/workers/query/cycle';
import { usageView } from '$lib/workers/query/explore/agents';
import { anomaliesView } from '$lib/workers/query/explore/anomalies';
import { Calls } from '$lib/workers/query/explore/calls';
import { historyView } from '$lib/workers/query/explore/history';
import { monthlyCheck } from '$lib/workers/query/explore/monthly';
import { invoiceView } from '$lib/workers/query/explore/invoice';
import { ledgerStatement } from '$lib/workers/query/explore/ledgerStatement';
import { showbackView } from '$lib/workers/query/explore/showback';
import { wasteView } from '$lib/workers/query/explore/waste';
import { forecastInput, PROFILE_DAYS } from '$lib/workers/query/history';
import { offersUsage } from '$lib/workers/query/offers';
import { pastView, smallPrint } from '$lib/workers/query/past';
import { report } from '$lib/workers/query/report';
import { scenarioStart } from '$lib/workers/query/scenario';
import {
	bySeries,
	credits,
	isCall,
	isMetered,
	ledgersOf,
	minutes,
	ofUnits,
	sumOf,
	type Ledgers,
	type Month,
	type Row
} from '../support/ledgers';
import { sure } from '../support/sure';

/** One total: what it is of, as the screen has it, and as the ledger or the rows have it. */
type Total = readonly [what: string, shown: unknown, wanted: unknown];

interface Screen {
	readonly name: string;
	/** folder under src/routes; null: no screen of its own */
	readonly route: string | null;
	readonly totals: (ledgers: Ledgers) => Promise<Total[]>;
}

const EVERYONE = {
	time: null,
	hours: null,
	channel: null,
	class: null,
	agents: null,
	entities: null
} as const;
const ALL: CallsFilter = { ...EVERYONE, licence: null, length: null, credits: null, short: null };
const CURRENCY = 'USD';

const month = ({ cycle }: Month): string => new Date(cycle.start).toISOString().slice(0, 7);
const names = (rows: readonly Row[], of: 'agent' | 'entity') =>
	[...new Set(rows.map((row) => row[of]))].sort();
const count = (rows: readonly Row[], is: (row: Row) => boolean = () => true) => rows.filter(is).length;
const creditsBy = (rows: readonly Row[], of: 'agent' | 'entity', name: string) =>
	sumOf(
		rows.filter((row) => row[of] === name),
		credits
	);
const add = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const beforeTax = ({ lines }: CostView) =>
	sumMoney(
		lines.filter(({ kind }) => kind !== 'tax').map(({ amount }) => amount),
		CURRENCY
	);
const planOf = (plans: readonly LedgerView[], own: LedgerView) =>
	plans.find(
		({ includedCredits, overage }) => includedCredits === own.includedCredits && overage === own.overage
	);

/** The totals of each month, named by it. */
async function each(
	months: readonly Month[],
	totals: (month: Month) => Promise<readonly Total[]>
): Promise<Total[]> {
	const all: Total[] = [];
	for (const one of months)
		for (const [what, ...values] of await totals(one)) all.push([`${month(one)}: ${what}`, ...values]);
	return all;
}

/** AI Voice or AI Messaging: the row of totals, and each agent at each entity. */
const byAgent =
	(channel: Channel) =>
	({ store, usage, months, rows }: Ledgers) =>
		each(months, async (own) => {
			const { rows: shown } = await usageView(store.db, usage, own.cycle.start, channel);
			const ofChannel = (row: Row) => isCall(row) === (channel === 'voice');
			const { thisCycle, sinceActivation } = totalOf(shown);
			const used = own.rows.filter(ofChannel);
			return [
				['credits', ofUnits(thisCycle.units), sumOf(used, credits)],
				['interactions', thisCycle.interactions, used.length],
				['minutes', thisCycle.seconds / 60, sumOf(used, minutes)],
				['messages', thisCycle.messages, sumOf(used, ({ messages }) => messages)],
				['since activation', ofUnits(sinceActivation.units), sumOf(rows.filter(ofChannel), credits)],
				...shown.map(({ agent, entity, thisCycle: figures }): Total => {
					const theirs = used.filter((row) => row.agent === agent && row.entity === entity);
					return [`credits of ${agent}, ${entity}`, ofUnits(figures.units), sumOf(theirs, credits)];
				})
			];
		});

/** A vendor's table with every figure of one agent that nobody counted: all that was counted stands beside. */
const monthlyBeside = ({ store, usage, months }: Ledgers) =>
	each(months, async ({ cycle, rows, demand }) => {
		const own = formatDay(dayOf(usage.rules.zone, cycle.start)).slice(0, 7);
		const figures = { calls: 1, minutes: 1, messages: 1, credits: 1 };
		const row: MonthlyRow = { agent: 'Nobody', entity: null, channel: null, month: own, figures };
		const tables = [{ name: 'table.csv', digest: '', leftOut: 0, rows: [row] }];
		const [voice, chat] = await Promise.all(
			(['voice', 'chat'] as const).map((channel) =>
				monthlyCheck(store.db, usage, tables, channel, cycle.start)
			)
		);
		const counted = (check: MonthlyCheck | null | undefined, figure: MonthlyFigure) =>
			check?.sums.find((sum) => sum.figure === figure)?.counted;
		return [
			['calls', counted(voice, 'calls'), rows.filter(isCall).length],
			['minutes', counted(voice, 'minutes'), sumOf(rows.filter(isCall), minutes)],
			['messages', counted(chat, 'messages'), sumOf(rows, ({ messages }) => messages)],
			['credits beside calls', counted(voice, 'credits'), demand],
			['credits beside chats', counted(chat, 'credits'), demand]
		];
	});

/** A new screen with totals is one more row: a test below says which route has none. */
const SCREENS: readonly Screen[] = [
	{
		name: 'Overview',
		route: null,
		totals: ({ usage, months }) =>
			each(months, async ({ cycle, rows, demand, ledger }) => {
				const view = await cycleView(usage, cycle.start, false);
				return [
					['used', view.used, demand],
					['by series', view.bySeries, bySeries(rows)],
					['interactions', view.interactions, rows.length],
					['the line', view.line.credits.at(-1), demand],
					['by day', add(Object.values(view.days.credits).map(add)), demand],
					['the plan', view.inForce, ledger],
					['the plan among all', planOf(view.plans, ledger), ledger],
					...view.plans.map(({ includedCredits, overage, ...one }): Total => [
						`what became of it on ${includedCredits}, ${overage}`,
						one.includedUsed + one.overageCredits + one.unservedCredits + one.excessUnbilled,
						demand
					])
				];
			})
	},
	{
		name: 'Forecast',
		route: null,
		totals: async ({ usage, whole, last }) => {
			const { used, totals } = await forecastInput(usage, 1, 10);
			return [
				['used', used, last.demand],
				['months', totals.map(({ credits: known }) => known), whole.map(({ demand }) => demand)]
			];
		}
	},
	{
		name: 'Scenarios',
		route: null,
		totals: async ({ usage, last }) => {
			const settings = usage.rules.settings;
			const start = await scenarioStart({ settings, usage, sample: false, seed: 1, paths: 10 }, null);
			return [
				['used', start?.view.used, last.demand],
				['the plan', start?.view.inForce, last.ledger]
			];
		}
	},
	{
		name: 'Plans',
		route: 'plans',
		totals: async ({ usage, whole, last }) => [
			...(await each(whole, async ({ cycle, ledger }) => {
				const view = await cycleView(usage, cycle.start, false);
				const own = planFigures(view, null, ledger.overage, null).find(
					({ tier }) => tier === ledger.includedCredits
				);
				return [
					['cost', own?.total && toNumber(own.total, 2), Number(ledger.cost.total)],
					['overage', own?.overageCredits, ledger.overageCredits],
					['run-out', own?.runOutAt, ledger.runOutAt]
				];
			})),
			[
				'the line of the running month',
				(await cycleView(usage, null, false)).line.credits.at(-1),
				last.demand
			]
		]
	},
	{
		name: 'Past months',
		route: 'plans/past',
		totals: async ({ usage, whole }) => {
			const view = await pastView(
				usage,
				usage,
				{ rule: null, anchorDay: null, cap: null },
				{ seed: 1, paths: 10 }
			);
			const cost = (ledgers: readonly { readonly cost: CostView }[]) =>
				sumMoney(
					ledgers.map((one) => one.cost.total),
					CURRENCY
				);
			const own = whole.map(({ ledger }) => ledger);
			const held = view.plans.find(
				({ policy, includedCredits }) =>
					policy === own[0]?.overage && includedCredits === own[0].includedCredits
			);
			return [
				['months', view.cycles.map(({ demand }) => demand), whole.map(({ demand }) => demand)],
				...[view.contract, held?.sum].flatMap((sum, k): Total[] => {
					const name = k === 0 ? 'contract' : 'plan held';
					return [
						[`${name}: cost`, sum?.total, cost(own)],
						[`${name}: overage`, sum?.overageCredits, add(own.map((one) => one.overageCredits))],
						[`${name}: unserved`, sum?.unservedCredits, add(own.map((one) => one.unservedCredits))],
						[
							`${name}: not served`,
							sum?.unservedInteractions,
							add(own.map((one) => one.unservedInteractions))
						],
						[`${name}: months with a stop`, sum?.stopped, own.filter(({ stops }) => stops.length > 0).length]
					];
				}),
				...view.plans.map(({ policy, includedCredits, ledgers, sum }): Total => [
					`cost on ${includedCredits}, ${policy}, of its months`,
					sum.total,
					cost(ledgers.map(sure))
				])
			];
		}
	},
	{
		name: 'Small print',
		route: 'plans/small-print',
		totals: async ({ usage, whole }) => [
			['credits', (await smallPrint(usage)).credits, add(whole.map(({ demand }) => demand))]
		]
	},
	{
		name: 'When agents stop',
		route: 'plans/lights-out',
		totals: async ({ usage, rows }) => {
			const from = usage.asOf - PROFILE_DAYS * 86_400_000;
			const late = rows.filter(({ start }) => start >= from);
			const units = await usage.entityHours(from);
			const hours = units.length / usage.names.entities.length;
			return usage.names.entities.map((name, k): Total => [
				`credits of ${name}`,
				ofUnits(add(units.subarray(k * hours, (k + 1) * hours))),
				creditsBy(late, 'entity', name)
			]);
		}
	},
	{
		name: 'Other vendors',
		route: 'plans/other-vendors',
		totals: async ({ usage, whole }) => {
			const unit = { price: '1', block: null, included: 0 };
			const card = { id: 'a', name: 'A', source: '', readAt: '2026-11-26', currency: CURRENCY, fee: '0' };
			const chat = { model: 'message', ...unit } as const;
			const rounding = { initialSeconds: 60, incrementSeconds: 60, shortCallSeconds: 15 };
			const voice = { model: 'minute', ...unit, ...rounding } as const;
			const { months, outside } = await offersUsage(usage, [{ ...card, chat, voice }]);
			const units = (row: Row) => (isMetered(row) ? row.messages + minutes(row) : 0);
			return [
				[
					'the contract',
					months.map(({ contract }) => contract),
					whole.map(({ ledger }) => beforeTax(ledger.cost))
				],
				[
					'a dollar a message and minute',
					months.map(({ offers }) => offers[0]?.total),
					whole.map(({ rows }) => `${sumOf(rows, units)}.00`)
				],
				['outside the plan', outside, add(whole.map(({ rows }) => count(rows, (row) => !isMetered(row))))]
			];
		}
	},
	{
		name: 'Budgets',
		route: null,
		totals: async ({ usage, months, rows }) => {
			const scopes = [
				{ of: 'workspace' as const, name: '' },
				...names(rows, 'agent').map((name) => ({ of: 'agent' as const, name })),
				...names(rows, 'entity').map((name) => ({ of: 'entity' as const, name }))
			];
			const view = await budgetUsage(usage, scopes, false);
			return [
				['months', view.cycles.map((one) => one.credits), months.map(({ demand }) => demand)],
				['cost', view.cycles.map(({ cost }) => cost), months.map(({ ledger }) => ledger.cost)],
				...view.scopes.flatMap(({ scope: { of, name }, credits: shown, days }): Total[] => {
					const wanted = months.map(({ rows: own, demand }) =>
						of === 'workspace' ? demand : creditsBy(own, of, name)
					);
					return [
						[`credits of ${of} ${name}`, shown, wanted],
						[`days of ${of} ${name}`, add(days), add(wanted.slice(-2))]
					];
				})
			];
		}
	},
	{ name: 'Usage, voice', route: 'usage', totals: byAgent('voice') },
	{ name: 'Usage, messaging', route: 'usage/messaging', totals: byAgent('chat') },
	{ name: 'Usage, monthly table', route: null, totals: monthlyBeside },
	{
		name: 'Usage, history',
		route: 'usage/history',
		totals: async ({ usage, months }) => {
			const totals: Total[] = [];
			for (const by of ['agent', 'entity', 'channel', 'class'] as const satisfies HistoryBy[]) {
				const view = await historyView(usage, by);
				const sums = (measure: Parameters<typeof historyRows>[1]) =>
					historyTotal(historyRows(view, measure), months.length).sums.map((sum) => readable(measure, sum));
				const shown = historyMonths(view, 'units', 'America/Toronto');
				totals.push(
					[`credits by ${by}`, sums('units'), months.map(({ demand }) => demand)],
					[`interactions by ${by}`, sums('interactions'), months.map(({ rows }) => rows.length)],
					[`minutes by ${by}`, sums('seconds'), months.map(({ rows }) => sumOf(rows, minutes))],
					[
						`messages by ${by}`,
						sums('messages'),
						months.map(({ rows }) => sumOf(rows, (row) => row.messages))
					],
					['the picture', shown.map(({ total }) => total), months.map(({ demand }) => demand)],
					['its parts', shown.map((one) => one.credits), months.map(({ rows }) => bySeries(rows))]
				);
			}
			return totals;
		}
	},
	{
		name: 'Usage, calls and chats',
		route: 'usage/calls',
		totals: async ({ store, usage, months, rows }) => {
			const calls = new Calls();
			const list = (filter: Partial<CallsFilter>) =>
				calls.list(usage.source, { filter: { ...ALL, ...filter }, sort: 'time', descending: false });
			const said = (
				what: string,
				{ interactions: k, credits: c }: { interactions: number; credits: number },
				of: readonly Row[]
			) => [
				[`${what}: interactions`, k, of.length] as const,
				[`${what}: credits`, c, sumOf(of, credits)] as const
			];
			const totals: Total[] = said('all', await list({}), rows);
			for (const name of names(rows, 'agent'))
				totals.push(
					...said(
						`agent ${name}`,
						await list({ agents: [name] }),
						rows.filter(({ agent }) => agent === name)
					)
				);
			for (const own of months) {
				const found = await list({ time: { from: own.cycle.start, to: own.cycle.end } });
				totals.push(...said(month(own), found, own.rows));
				const page = sure(calls.page(found.list, 0, found.interactions));
				totals.push([`${month(own)}: lines`, add(page.map((one) => one.credits)), own.demand]);
				const { balance } = sure(await calls.explain(store.db, found.list, found.interactions - 1));
				const left = own.ledger.includedCredits - own.ledger.includedUsed;
				totals.push([`${month(own)}: left after the last`, balance?.after ?? left, left]);
			}
			return totals;
		}
	},
	{
		name: 'Usage, ledger',
		route: 'usage/ledger',
		totals: ({ usage, months }) =>
			each(months, async ({ cycle, complete, rows, ledger }) => {
				const { includedCredits: tier, overage } = ledger;
				const view = sure(await ledgerStatement(usage, cycle.start, { tier, overage }));
				const steps = ledgerSteps(view);
				return [
					['demand', Object.values(view.demand).map(ofUnits), Object.values(bySeries(rows))],
					['overage', ofUnits(view.overage), ledger.overageCredits],
					['unserved', ofUnits(view.unserved), ledger.unservedCredits],
					['excess', ofUnits(view.excess), ledger.excessUnbilled],
					['lines', add(view.lines.map(({ units }) => units)), 0],
					['the picture', add(steps.map(({ amount }) => amount)), 0],
					[
						'rest',
						0 - sure(steps.at(-1)).amount,
						complete ? ledger.expiredCredits : tier - ledger.includedUsed
					],
					['run-out', view.lines.find(({ kind }) => kind === 'runOut')?.from ?? null, ledger.runOutAt]
				];
			})
	},
	{
		name: 'Usage, waste',
		route: 'usage/waste',
		totals: async ({ usage, whole }) => {
			const view = await wasteView(usage);
			const premium = whole.map(({ rows }) =>
				rows.filter((row) => isMetered(row) && row.premium && isCall(row))
			);
			const spoken = (row: Row) => (minutes(row) * 60 - sure(row.seconds)) * (row.premium ? 20 : 10);
			const billed = whole.map(({ rows }) => rows.filter((row) => isMetered(row) && minutes(row) > 0));
			const rounding = view.levers.find(({ lever }) => lever === 'rounding');
			return [
				['credits', view.credits, add(whole.map(({ demand }) => demand))],
				['premium calls are there', add(premium.map(({ length }) => length)) > 0, true],
				[
					'rounding',
					Math.round(sure(rounding).credits * 60),
					Math.round(add(billed.map((rows) => sumOf(rows, spoken))))
				]
			];
		}
	},
	{
		name: 'Usage, anomalies',
		route: 'usage/anomalies',
		totals: async ({ usage, months, rows }) => {
			const { agents, entities, findings } = await anomaliesView(usage);
			return [
				['agents', agents, names(rows, 'agent').length],
				['entities', entities, names(rows, 'entity').length],
				['something was found', findings.length > 0, true],
				...findings.flatMap(({ name, effect }): Total[] =>
					effect?.kind === 'moved'
						? [
								[
									`run-out beside ${name}`,
									effect.runOutAt,
									months.find(({ cycle }) => cycle.start === effect.cycle.start)?.ledger.runOutAt
								]
							]
						: []
				)
			];
		}
	},
	{
		name: 'Usage, invoice',
		route: 'usage/invoice',
		totals: ({ usage, months }) =>
			each(months, async ({ cycle, rows, demand, ledger }) => {
				const nothing = {
					voiceCredits: null,
					chatCredits: null,
					overageCredits: null,
					billableMinutes: null
				};
				const totals = { ...nothing, credits: String(demand), calls: null, messages: null, amount: null };
				const { own } = await invoiceView(usage, { cycle: cycle.start, totals, rounded: false, chosen: 0 });
				const metered = rows.filter(isMetered);
				const shown: Total[] = [
					[
						'the invoice',
						own.figures,
						{
							credits: demand,
							voiceCredits: sumOf(metered.filter(isCall), credits),
							chatCredits: sumOf(metered, (row) => (isCall(row) ? 0 : credits(row))),
							billableMinutes: sumOf(metered, minutes),
							calls: own.figures.calls,
							messages: sumOf(metered, ({ messages }) => messages),
							overageCredits: ledger.overageCredits,
							amount: ledger.cost.total
						}
					]
				];
				for (const by of [{ of: 'entity' }, { of: 'agent' }, { of: 'tag', tag: 'team' }] as const) {
					const { lines, sum } = await showbackView(usage, cycle.start, by);
					shown.push(
						[`parts by ${by.of}: interactions`, sum.interactions, rows.length],
						[`parts by ${by.of}: credits`, sum.credits, demand],
						[`parts by ${by.of}: of the lines`, add(lines.map((line) => line.credits)), demand],
						[`parts by ${by.of}: money`, sum.money?.total, ledger.cost.total],
						[
							`parts by ${by.of}: money of the lines`,
							sumMoney(
								lines.map(({ money }) => sure(money).total),
								CURRENCY
							),
							ledger.cost.total
						]
					);
				}
				return shown;
			})
	},
	{
		name: 'Usage, export',
		route: 'usage/export',
		totals: async (ledgers) => {
			const { store, usage, rows, months } = ledgers;
			const { write, type } = FORMATS.json;
			const file = await blobOf(
				write(ROW_COLUMNS, interactions(store.db, usage.cache, usage.names.layers)),
				type
			);
			const written = JSON.parse(await file.text()) as {
				duration_seconds: number | null;
				messages: number | null;
			}[];
			const account = { id: 'w', name: 'W' };
			return [
				['interactions', written.length, rows.length],
				[
					'messages',
					add(written.map(({ messages }) => messages ?? 0)),
					sumOf(rows, ({ messages }) => messages)
				],
				[
					'seconds',
					add(written.map((one) => one.duration_seconds ?? 0)),
					sumOf(rows, ({ seconds }) => seconds ?? 0)
				],
				...(await each(months, async ({ cycle, rows: own, demand, ledger }) => {
					const ask = { account, start: cycle.start, version: '1.3', strict: false } as const;
					const { rows: charges } = sure(await focusView(usage, ask));
					const sum = (column: keyof (typeof charges)[number], kind: string | null = null) =>
						toNumber(
							decimal(
								sure(
									addDecimals(
										charges
											.filter(({ ChargeCategory: one }) => kind === null || one === kind)
											.map((row) => row[column] ?? '0')
									)
								)
							),
							4
						);
					const cost = Number(ledger.cost.total);
					return [
						['FOCUS: billed', sum('BilledCost'), cost],
						['FOCUS: effective', sum('EffectiveCost'), cost],
						['FOCUS: credits', sum('PricingCurrencyEffectiveCost', 'Usage'), demand],
						['FOCUS: interactions', sum('x_Interactions'), own.length],
						['FOCUS: unserved', sum('x_UnservedCredits'), ledger.unservedCredits],
						['FOCUS: expired', sum('x_UnusedCredits'), ledger.expiredCredits]
					];
				}))
			];
		}
	},
	{
		name: 'report.json',
		route: null,
		totals: async ({ store, usage, months, last, rows }) => {
			const { usage: said } = (await report(store.db, usage, null)) as Report;
			const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
			return [
				['interactions', said.interactions, rows.length],
				['agents', add(said.agents.map(({ thisCycle }) => thisCycle.credits)), last.demand],
				...(await each(months, async (own) => {
					const found = sure(said.cycles[months.indexOf(own)]);
					const { runOutAt, stops, ...ledger } = own.ledger;
					return [
						['credits', found.credits.total, own.demand],
						['interactions', found.interactions, own.rows.length],
						['minutes', add(Object.values(found.billableMinutes)), sumOf(own.rows, minutes)],
						['messages', add(Object.values(found.messages)), sumOf(own.rows, ({ messages }) => messages)],
						[
							'the plan',
							found.inForce,
							{
								...ledger,
								runOutAt: instant(runOutAt),
								stops: stops.map(({ from, to }) => ({ from: instant(from), to: instant(to) }))
							}
						]
					];
				}))
			];
		}
	}
];

interface Report {
	readonly usage: {
		readonly interactions: number;
		readonly agents: readonly { readonly thisCycle: { readonly credits: number } }[];
		readonly cycles: readonly {
			readonly credits: { readonly total: number };
			readonly interactions: number;
			readonly billableMinutes: Readonly<Record<string, number>>;
			readonly messages: Readonly<Record<string, number>>;
			readonly inForce: object;
		}[];
	};
}

describe.each(['off', 'on', 'capped'] as const)('with overage %s', (overage) => {
	let ledgers: Ledgers;
	beforeAll(async () => {
		ledgers = await ledgersOf({ overage, overageCapCredits: overage === 'capped' ? 500 : null });
	});

	it('every month’s ledger accounts for what its rows drew, and more than one month ran out', () => {
		for (const { demand, ledger } of ledgers.months) {
			const beyond = Math.max(0, demand - ledger.includedCredits);
			const paid = overage === 'on' ? beyond : overage === 'off' ? 0 : Math.min(beyond, 500);
			expect(ledger).toMatchObject({
				includedUsed: demand - beyond,
				overageCredits: paid,
				unservedCredits: beyond - paid
			});
		}
		expect(ledgers.months.filter(({ ledger }) => ledger.runOutAt !== null).length).toBeGreaterThan(1);
	});

	it.each(SCREENS)('every total of $name is the ledger’s', async ({ totals }) => {
		const found = await totals(ledgers);
		expect(found.length).toBeGreaterThan(0);
		expect(found.map(([what, shown]) => [what, shown])).toEqual(
			found.map(([what, , wanted]) => [what, wanted])
		);
	});
});

test('every screen of Plans and Usage is compared', () => {
	const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');
	const there = ['plans', 'usage'].flatMap((folder) =>
		readdirSync(join(routes, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('+page.svelte'))
			.map((path) => join(folder, path, '..').replaceAll('\\', '/'))
	);
	expect(SCREENS.flatMap(({ route }) => route ?? []).sort()).toEqual(there.sort());
});

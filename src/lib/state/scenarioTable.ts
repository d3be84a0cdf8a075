import { creditsPerMonth, assumedDemand, mixOfAssumptions } from '$lib/engine/planning/assumed/demand';
import { localDay } from '$lib/engine/time';
import type { RangeRow } from '$lib/charts/geometry/ranges';
import * as format from '$lib/i18n/format';
import { scenarios as words } from '$lib/i18n/scenarios';
import type { SpreadView, YearCycle } from '$lib/workers/api';
import { hundreds } from './overview';
import { signed, usageTexts, volumesText } from './scenarioForm';
import type { Column } from './scenarios.svelte';
import { holding, unpriced } from './schedule';

export interface Cell {
	readonly text: string;
	/** beside the workspace as it is, in words; empty: nothing to say */
	readonly note: string;
}

export interface Row {
	readonly id: string;
	readonly label: string;
	readonly number: boolean;
	/** one for each column, the workspace as it is first */
	readonly cells: readonly Cell[];
}

export interface Group {
	readonly id: string;
	readonly label: string;
	readonly rows: readonly Row[];
	/** said in the place of rows where there are none */
	readonly none: string;
}

const NONE = '–';

export const columnName = ({ scenario }: Column): string => scenario?.name ?? words.current.table.asIs;

export const zoneOf = (column: Column): string => column.start.view.context.zone.name;

/** A row of texts without anything to compare by. */
const plain = (
	id: string,
	label: string,
	columns: readonly Column[],
	text: (one: Column) => string
): Row => ({
	id,
	label,
	number: false,
	cells: columns.map((one) => ({ text: text(one), note: '' }))
});

/**
 * A row of figures. What a difference is called is found from the difference of what is shown, rounded as it is, so that
 * the two never disagree.
 */
function figures(
	id: string,
	label: string,
	columns: readonly Column[],
	value: (one: Column) => number | null,
	step: (value: number) => number,
	write: (value: number) => string,
	text = (one: Column): string => {
		const figure = value(one);
		return figure === null ? NONE : write(step(figure));
	}
): Row {
	const t = words.current.table;
	const own = columns[0] ? value(columns[0]) : null;
	return {
		id,
		label,
		number: true,
		cells: columns.map((one, k) => {
			const figure = value(one);
			if (k === 0 || own === null || figure === null) return { text: text(one), note: '' };
			const difference = step(figure) - step(own);
			const note =
				difference === 0 ? t.same : difference > 0 ? t.more(write(difference)) : t.less(write(-difference));
			return { text: text(one), note };
		})
	};
}

// ---------------------------------------------------------------- what is different

function basisText({ start }: Column): string {
	const t = words.current.table;
	const { card, source, asOf, zone } = start.view.context;
	const { assumptions } = start;
	if (assumptions) {
		const mix = mixOfAssumptions(assumptions, card);
		return t.average(format.estimate(creditsPerMonth(assumedDemand(assumptions, card))), volumesText(mix));
	}
	const day = format.date(asOf, zone.name);
	return source === 'readings' ? t.readings(day) : t.usage(day);
}

function policyText({ start: { held, view } }: Column): string {
	const t = words.current.changes;
	const cap = view.context.contract.overageCapCredits;
	const policy = t.policies[held.policy];
	return held.policy === 'capped' ? `${policy}, ${t.cap(format.integer(cap ?? 0))}` : policy;
}

/** What the columns rest on, as far as it differs. */
export function assumedGroup(columns: readonly Column[]): Group {
	const t = words.current.table;
	const rows = [
		plain('basis', t.basis, columns, basisText),
		plain('events', t.events, columns, ({ scenario }) =>
			scenario && scenario.events.length > 0 ? usageTexts(scenario).join(', ') : t.asIs
		),
		plain('growth', t.growth, columns, ({ start: { growthPercentPerMonth: growth } }) =>
			growth === null ? t.none : words.current.changes.growth(signed(growth))
		),
		plain('plan', t.plan, columns, ({ start: { held } }) =>
			held.tier === null ? t.noPlan : format.integer(held.tier)
		),
		plain('policy', t.policy, columns, policyText)
	];
	return {
		id: 'assumed',
		label: t.assumed,
		rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== cells[0]?.text)),
		none: t.nothing
	};
}

// ---------------------------------------------------------------- results

/** Whole amounts, as tables show estimates. */
const toUnit = (amount: number): number => Math.round(amount);
const toHundred = (credits: number): number => Math.round(credits / 100) * 100;
const toTenth = (value: number): number => Math.round(value * 10) / 10;

const money = (columns: readonly Column[]) => {
	const currency = columns[0]?.start.view.context.contract.currency ?? 'USD';
	return (amount: number) => format.money(amount, currency).replace(/[.,]00(?=\D*$)/, '');
};

const spread = (
	id: string,
	[average, tail]: readonly [string, string],
	columns: readonly Column[],
	of: (one: Column) => SpreadView | null | undefined
): Row[] => [
	figures(`${id}Mean`, average, columns, (one) => of(one)?.mean ?? null, toUnit, money(columns)),
	figures(`${id}Tail`, tail, columns, (one) => of(one)?.p90 ?? null, toUnit, money(columns))
];

const range = (low: number, high: number): string => words.current.table.range(hundreds(low), hundreds(high));

const chances = (
	id: string,
	label: string,
	columns: readonly Column[],
	of: (one: Column) => number | undefined
): Row => {
	const t = words.current.table;
	const row = figures(
		id,
		label,
		columns,
		(one) => of(one) ?? null,
		(chance) => Math.round(chance * 100),
		(n) => t.of100(format.integer(n)),
		(one) => {
			const chance = of(one);
			return chance === undefined ? NONE : format.chance(chance);
		}
	);
	// From all to none, a difference says no more than the two do.
	const certain = (one: Column | undefined) => {
		const chance = (one && of(one)) ?? 0;
		return chance >= 0.995 || chance < 0.01;
	};
	return {
		...row,
		cells: row.cells.map((cell, k) =>
			cell.note !== t.same && certain(columns[0]) && certain(columns[k]) ? { ...cell, note: '' } : cell
		)
	};
};

/** The middle date of the run-out, where run-out is at least as likely as not. */
function runOutRow(columns: readonly Column[]): Row {
	const t = words.current.table;
	const at = ({ result: { month } }: Column) =>
		month && month.runOutProbability >= 0.5 ? month.runOutAt : null;
	const own = columns[0] && at(columns[0]);
	return {
		id: 'runOutAt',
		label: t.runOutAt,
		number: true,
		cells: columns.map((one, k) => {
			const instant = at(one);
			const { zone } = one.start.view.context;
			const text =
				instant === null ? (one.result.month ? t.notBefore : NONE) : format.date(instant, zone.name);
			if (k === 0 || instant === null || !own) return { text, note: '' };
			const days = localDay(zone, instant) - localDay(zone, own);
			return { text, note: days === 0 ? t.same : days > 0 ? t.later(days) : t.earlier(-days) };
		})
	};
}

const cycleOf = (one: Column) => format.cycleName(one.start.input.cycle, zoneOf(one));

/** The running cycle, or the first that is planned, under the plan that is held. */
export function monthGroup(columns: readonly Column[]): Group {
	const t = words.current.table;
	const names = [...new Set(columns.map(cycleOf))];
	return {
		id: 'month',
		label: names.length === 1 ? t.month(names[0] ?? '') : t.firstMonth,
		none: '',
		rows: [
			...(names.length === 1 ? [] : [plain('cycle', t.cycle, columns, cycleOf)]),
			figures(
				'monthEnd',
				t.monthEnd,
				columns,
				({ result }) => result.monthEndCredits?.p50 ?? null,
				toHundred,
				format.integer,
				({ result: { monthEndCredits: end } }) => (end ? range(end.p10, end.p90) : NONE)
			),
			chances('runsOut', t.runsOut, columns, ({ result }) => result.month?.runOutProbability),
			runOutRow(columns),
			chances('stops', t.stops, columns, ({ result }) => result.month?.stopProbability),
			...spread('cost', [t.cost, t.tail], columns, ({ result }) => result.month?.cost)
		]
	};
}

/** Figures of a cycle; null: the column does not plan it. */
const cycleAt = ({ result }: Column, start: number): YearCycle | null =>
	result.cycles.find(({ cycle }) => cycle.start === start) ?? null;

function bestText({ start, result: { schedule } }: Column): string {
	return schedule?.best ? holding(schedule.best, schedule, start.view.context.zone.name) : NONE;
}

/** Twelve cycles, and how one of them ends: the picture's. */
export function yearGroup(columns: readonly Column[], month: YearCycle['cycle'] | null): Group {
	const t = words.current.table;
	const zone = columns[0] ? zoneOf(columns[0]) : 'UTC';
	const bare = columns.some(({ ask }) => unpriced(ask.terms)) || columns[0]?.result.year?.cost === undefined;
	const best = plain('best', t.best, columns, bestText);
	return {
		id: 'year',
		label: t.year,
		none: '',
		rows: [
			...(month === null
				? []
				: [
						figures(
							'credits',
							t.credits(format.cycleName(month, zone)),
							columns,
							(one) => cycleAt(one, month.start)?.p50 ?? null,
							toHundred,
							format.integer,
							(one) => {
								const cycle = cycleAt(one, month.start);
								return cycle ? range(cycle.p10, cycle.p90) : NONE;
							}
						)
					]),
			figures(
				'yearStops',
				t.yearStops,
				columns,
				({ result }) => result.year?.stops ?? null,
				toTenth,
				(value) => format.decimal(value, 1)
			),
			...spread('year', [t.yearCost, t.yearTail], columns, ({ result }) => result.year?.cost),
			{ ...best, number: true },
			...(bare
				? []
				: [
						figures(
							'bestCost',
							t.bestCost,
							columns,
							({ result }) => result.schedule?.best?.meanCost ?? null,
							toUnit,
							money(columns)
						)
					])
		].filter(({ cells }) => cells.some(({ text }) => text !== NONE))
	};
}

// ---------------------------------------------------------------- picture

/** The cycles that can be compared: those of the workspace as it is. */
export const cyclesOf = (columns: readonly Column[]): readonly YearCycle['cycle'][] =>
	(columns[0]?.result.cycles ?? []).map(({ cycle }) => cycle);

/** A middle that differs by less is the same for everyone who looks at it. */
const SAME = 0.005;

/** The first cycle in which a scenario's demand differs, else the first. */
export function firstDifferent(columns: readonly Column[]): YearCycle['cycle'] | null {
	const [own, ...others] = columns;
	const cycles = own?.result.cycles ?? [];
	const found = cycles.find(({ cycle, p50 }) =>
		others.some((one) => {
			const middle = cycleAt(one, cycle.start)?.p50;
			return middle !== undefined && Math.abs(middle - p50) > SAME * p50;
		})
	);
	return (found ?? cycles[0])?.cycle ?? null;
}

/** How a cycle ends in each column. */
export const rangeRows = (columns: readonly Column[], start: number): RangeRow[] =>
	columns.map((one) => {
		const cycle = cycleAt(one, start);
		return {
			id: one.scenario?.id ?? '',
			name: columnName(one),
			range: cycle && { low: cycle.p10, middle: cycle.p50, high: cycle.p90 },
			plan: one.start.held.tier
		};
	});

/** The picture in a sentence. */
export function rangeSummary(rows: readonly RangeRow[]): string {
	const t = words.current.picture;
	return t.summary(
		rows
			.map(({ name, range: r, plan }) => {
				if (!r) return `${name} ${t.unknown}`;
				const [low, high] = [hundreds(r.low), hundreds(r.high)];
				return plan === null ? t.part(name, low, high) : t.partPlan(name, low, high, format.integer(plan));
			})
			.join('; ')
	);
}

import { censoredStretches } from '../../engine/ledger';
import type { BudgetScope } from '../../engine/planning';
import { creditsOfUnits, isMetered, UNITS_PER_CREDIT } from '../../engine/rating';
import { stretchesBefore, type Cells } from '../../engine/rollup';
import { dayOf, startOfDay, type Cycle } from '../../engine/time';
import type { BudgetUsage, CycleView, ScopeUsage } from '../api';
import { SERIES } from '../series';
import { contextOf, dailyCredits, ledgerView } from './cycle';
import { forecastInput } from './history';
import type { Usage } from './usage';

/** Days that an agent's or entity's part is taken from. */
const SHARE_DAYS = 28;

/** Which cells are a scope's. */
function isOf(usage: Usage, { of, name }: BudgetScope, cells: Cells): (k: number) => boolean {
	if (of === 'workspace') return () => true;
	const code = usage.names[of === 'agent' ? 'agents' : 'entities'].indexOf(name);
	const codes = of === 'agent' ? cells.agent : cells.entity;
	return (k) => codes[k] === code;
}

/** Units of a scope by slot number: `at` gives the slot of a stretch's first instant, −1: none. */
function unitsBy(
	usage: Usage,
	scope: BudgetScope,
	cells: Cells,
	count: number,
	at: (from: number) => number
) {
	const units = new Float64Array(count);
	const own = isOf(usage, scope, cells);
	let [from, slot] = [NaN, -1];
	for (let k = 0; k < cells.count; k++) {
		if (!isMetered(cells.slot[k] as number) || !own(k)) continue;
		if (cells.from[k] !== from) {
			from = cells.from[k] as number;
			slot = at(from);
		}
		if (slot >= 0 && slot < count) units[slot] = (units[slot] as number) + (cells.units[k] as number);
	}
	return units;
}

const cycleAt = (cycles: readonly Cycle[]) => (from: number) =>
	cycles.findIndex(({ start, end }) => start <= from && from < end);

/** Names with units among the cells, by code units. */
function namesIn(names: readonly string[], codes: Uint32Array, cells: Cells): string[] {
	const found = new Set<string>();
	for (let k = 0; k < cells.count; k++)
		if (isMetered(cells.slot[k] as number) && (cells.units[k] as number) > 0)
			found.add(names[codes[k] as number] as string);
	return [...found].sort();
}

/** Everyone's credits by cycle and day come from the time cube, those of a name from rows of the last two cycles. */
export async function budgetUsage(
	usage: Usage,
	scopes: readonly BudgetScope[],
	sample: boolean
): Promise<BudgetUsage> {
	const { zone } = usage.rules;
	const { asOf, cycles, timeline } = usage;
	const today = dayOf(zone, asOf);
	const firstDay = dayOf(zone, (cycles.at(-2) ?? cycles.at(-1) ?? { start: asOf }).start);
	const days = today - firstDay + 1;
	const shareFrom = today - SHARE_DAYS;
	const people = await usage.people();
	const byDay = await usage.peopleByDay(startOfDay(zone, Math.min(firstDay, shareFrom)));
	const { totals } = await forecastInput(usage, 0, 0);
	const all = dailyCredits(usage, firstDay, today + 1);

	const shareOf = (scope: BudgetScope): number | null => {
		const recent = (one: BudgetScope) =>
			unitsBy(usage, one, byDay, 1, (from) => (dayOf(zone, from) >= shareFrom ? 0 : -1))[0] as number;
		const everyone = recent({ of: 'workspace', name: '' });
		return everyone > 0 ? recent(scope) / everyone : null;
	};
	const inAll = (cycle: Cycle) =>
		creditsOfUnits(
			(timeline.unitsBefore[stretchesBefore(timeline, cycle.end)] as number) -
				(timeline.unitsBefore[stretchesBefore(timeline, cycle.start)] as number)
		);
	const scopeUsage = (scope: BudgetScope): ScopeUsage =>
		scope.of === 'workspace'
			? {
					scope,
					credits: cycles.map(inAll),
					days: Float64Array.from({ length: days }, (_, day) =>
						SERIES.reduce((sum, key) => sum + (all[key][day] ?? 0), 0)
					),
					share: 1
				}
			: {
					scope,
					credits: Array.from(
						unitsBy(usage, scope, people.cells, cycles.length, cycleAt(cycles)),
						creditsOfUnits
					),
					days: unitsBy(usage, scope, byDay, days, (from) => dayOf(zone, from) - firstDay).map(
						(units) => units / UNITS_PER_CREDIT
					),
					share: shareOf(scope)
				};

	const known = new Map(totals.map(({ cycle, credits }) => [cycle.start, !Number.isNaN(credits)]));
	const views: BudgetUsage['cycles'][number][] = [];
	for (const terms of usage.terms) {
		const ledger = await usage.inForce(terms);
		const stopped = censoredStretches(ledger ? [ledger] : [], usage.marked()).some(
			({ from, to }) => from < terms.cycle.end && to > terms.cycle.start
		);
		views.push({
			cycle: terms.cycle,
			known: known.get(terms.cycle.start) ?? !stopped,
			credits: inAll(terms.cycle),
			cost: ledger && (await ledgerView(usage, terms, ledger)).cost
		});
	}
	return {
		context: await contextOf(usage, usage.termsAt(null), sample),
		cycles: views,
		firstDay,
		scopes: scopes.map(scopeUsage),
		agents: namesIn(usage.names.agents, byDay.agent, byDay),
		entities: namesIn(usage.names.entities, byDay.entity, byDay)
	};
}

/**
 * Where no rows tell who used what: everyone's credits, even between two meter readings, of past cycles as far as these
 * reach; nothing at all where it is assumed.
 * @param views of all cycles, ascending, the last is the as-of's
 */
export function summedBudgetUsage(views: readonly CycleView[], scopes: readonly BudgetScope[]): BudgetUsage {
	const { context } = views.at(-1) as CycleView;
	const { zone, asOf } = context;
	const shown = views.slice(-2);
	const firstDay = dayOf(zone, (shown[0] as CycleView).cycle.start);
	const days = new Float64Array(dayOf(zone, asOf) - firstDay + 1).fill(NaN);
	for (const { cycle, line } of shown) {
		const by = (instant: number): number => {
			const k = line.at.findIndex((at) => at >= instant);
			if (k < 0) return NaN;
			if (k === 0) return line.credits[0] as number;
			const [from, to] = [line.at[k - 1] as number, line.at[k] as number];
			const [low, high] = [line.credits[k - 1] as number, line.credits[k] as number];
			return low + ((high - low) * (instant - from)) / (to - from);
		};
		for (let day = dayOf(zone, cycle.start); startOfDay(zone, day) < Math.min(cycle.end, asOf); day++)
			days[day - firstDay] =
				by(Math.min(asOf, cycle.end, startOfDay(zone, day + 1))) - by(startOfDay(zone, day));
	}
	return {
		context,
		cycles: views.map(({ cycle, complete, used, inForce }) => ({
			cycle,
			known: !complete,
			credits: used,
			cost: inForce?.cost ?? null
		})),
		firstDay,
		scopes: scopes.map((scope) => {
			const whole = scope.of === 'workspace';
			return {
				scope,
				credits: views.map(({ used }) => (whole ? used : 0)),
				days: whole ? days : new Float64Array(days.length),
				share: whole ? 1 : null
			};
		}),
		agents: [],
		entities: []
	};
}

import { FIGURES_OF, MONTHLY_FIGURES, type MonthlyFigure, type MonthlyRow } from '../table/monthly';

/** A monthly table as far as it is compared; later ones go before earlier ones. */
export interface StatedTable {
	readonly name: string;
	readonly rows: readonly MonthlyRow[];
}

/** What was counted of an agent, an entity and a channel in the month: the figures that the channel has. */
export interface CountedRow {
	readonly agent: string;
	readonly entity: string;
	readonly channel: 'voice' | 'chat';
	/** exact to the last place that is shown, as the figures of a table */
	readonly figures: Readonly<Partial<Record<MonthlyFigure, number>>>;
}

/** One figure of one agent, as a table states it and as it was counted; null: that side has none. */
export interface Compared {
	readonly agent: string;
	/** null: all its entities */
	readonly entity: string | null;
	readonly figure: MonthlyFigure;
	/** of calls and chats together: credits of a table that does not divide them */
	readonly both: boolean;
	/** name of the table */
	readonly table: string | null;
	readonly stated: number | null;
	readonly counted: number | null;
	/** what the table states less what was counted, exact to four places; null: one side has nothing to compare */
	readonly difference: number | null;
}

/** All agents' values of one figure. */
export interface ComparedSum extends Pick<Compared, 'figure' | 'stated' | 'counted' | 'difference'> {
	readonly rows: number;
	/** with a difference other than 0, and their sum */
	readonly differing: number;
	readonly differingBy: number;
	readonly onlyStated: number;
	readonly onlyCounted: number;
}

const PLACES = 10_000;
const exact = (value: number): number => Math.round(value * PLACES);

const differenceOf = (stated: number | null, counted: number | null): number | null =>
	stated === null || counted === null ? null : (exact(stated) - exact(counted)) / PLACES;

/** Sums to four places, exactly; null: of nothing. */
function sumOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + exact(value), 0) / PLACES;
}

const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);

function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(by(row));
		if (group) group.push(row);
		else groups.set(by(row), [row]);
	}
	return groups;
}

/** The rows of a month that a channel's figures are in, the newest table's where several have the same. */
function statedRows(tables: readonly StatedTable[], month: string, channel: 'voice' | 'chat') {
	const rows = new Map<string, { readonly table: string; readonly row: MonthlyRow }>();
	for (const { name, rows: all } of tables)
		for (const row of all) {
			if (row.month !== month || (row.channel !== null && row.channel !== channel)) continue;
			rows.set(keyOf(row.agent, row.entity, row.channel), { table: name, row });
		}
	return [...rows.values()];
}

/** Months that any table has of a channel, ascending. */
export const monthsOf = (tables: readonly StatedTable[], channel: 'voice' | 'chat'): string[] =>
	[
		...new Set(
			tables.flatMap(({ rows }) =>
				rows.filter((row) => row.channel === null || row.channel === channel).map(({ month }) => month)
			)
		)
	].sort();

/**
 * Every figure of a channel in a month that some table states, beside the one that was counted (domain.md §6): by agent
 * and entity as the table divides them, those too that only one side has. Credits of a table that does not divide calls
 * and chats are compared with both. Names are compared exactly. Nothing here adds to what counts.
 */
export function compareMonth(
	tables: readonly StatedTable[],
	month: string,
	channel: 'voice' | 'chat',
	counted: readonly CountedRow[]
): Compared[] {
	const stated = statedRows(tables, month, channel);
	if (stated.length === 0) return [];
	const byAgent = grouped(counted, ({ agent }) => agent);
	/** all rows of an agent and, where a table divides by them, an entity */
	const of = (agent: string, entity: string | null): readonly CountedRow[] =>
		(byAgent.get(agent) ?? []).filter((row) => entity === null || row.entity === entity);
	const figure = (rows: readonly CountedRow[], name: MonthlyFigure, both: boolean): number | null =>
		sumOf(rows.filter((row) => both || row.channel === channel).map(({ figures }) => figures[name] ?? null));
	const own = [...FIGURES_OF[channel], 'credits'] as readonly MonthlyFigure[];
	const shown = MONTHLY_FIGURES.filter((name) => own.includes(name));
	const compared: Omit<Compared, 'difference'>[] = [];
	const met = new Set<CountedRow>();
	for (const { table, row } of stated) {
		const { agent, entity } = row;
		const rows = of(agent, entity);
		rows.forEach((one) => met.add(one));
		for (const name of shown) {
			const value = row.figures[name];
			if (value === undefined) continue;
			const both = name === 'credits' && row.channel === null;
			compared.push({
				...{ agent, entity, figure: name, both, table, stated: value },
				counted: figure(rows, name, both)
			});
		}
	}
	const divided = stated.some(({ row }) => row.entity !== null);
	const kinds = new Map(
		compared.map(({ figure: name, both }) => [keyOf(name, String(both)), { name, both }])
	);
	const left = counted.filter((row) => !met.has(row));
	for (const rows of grouped(left, (row) => keyOf(row.agent, divided ? row.entity : null)).values()) {
		const [{ agent, entity }] = rows as [CountedRow];
		for (const { name, both } of kinds.values()) {
			const value = figure(rows, name, both);
			if (value === null) continue;
			compared.push({
				...{ agent, entity: divided ? entity : null, figure: name, both },
				...{ table: null, stated: null, counted: value }
			});
		}
	}
	return compared.map((row) => ({ ...row, difference: differenceOf(row.stated, row.counted) }));
}

const size = ({ difference }: Compared): number => (difference === null ? Infinity : Math.abs(difference));

/** At most so many rows of each figure: what one side alone has, then those that differ most. */
export const foremost = (compared: readonly Compared[], most: number): Compared[] =>
	MONTHLY_FIGURES.flatMap((figure) =>
		compared
			.filter((row) => row.figure === figure)
			.sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)))
			.slice(0, most)
	);

/** Each figure over all agents, in the order in which figures are shown. */
export function sumsOf(compared: readonly Compared[]): ComparedSum[] {
	return MONTHLY_FIGURES.flatMap((figure) => {
		const rows = compared.filter((row) => row.figure === figure);
		const stated = sumOf(rows.map((row) => row.stated));
		const counted = sumOf(rows.map((row) => row.counted));
		const sum: ComparedSum = {
			...{ figure, stated, counted, difference: differenceOf(stated, counted), rows: rows.length },
			differingBy: sumOf(rows.map((row) => row.difference)) ?? 0,
			differing: rows.filter(({ difference }) => difference !== null && difference !== 0).length,
			onlyStated: rows.filter((row) => row.counted === null).length,
			onlyCounted: rows.filter((row) => row.stated === null).length
		};
		return rows.length === 0 ? [] : [sum];
	});
}

import { apportion, decimal, moneyText, toMinor } from '../money';
import type { Cost, CostLineKind } from '../ledger/cost';
import type { MoneyText } from '../rating/card';
import { isMetered } from '../rating/slot';
import type { Cells } from '../rollup/cells';
import type { Cycle } from '../time';

/** What one group (an entity, an agent, a cost centre) used in a cycle. */
export interface GroupUse {
	/** `''`: unassigned */
	readonly name: string;
	readonly interactions: number;
	/** metered, 1/60,000 credits */
	readonly units: number;
	/** what its trial and unlimited interactions would have drawn */
	readonly outsideUnits: number;
	/** interactions of every licence, by agent name */
	readonly byAgent: ReadonlyMap<string, number>;
}

/** Uses of a cycle by group, from a cube by agent and entity; by credits, then by name. */
export function groupUses(
	cells: Cells,
	cycle: Cycle,
	agents: readonly string[],
	groupOf: (agent: number, entity: number, slot: number) => string
): GroupUse[] {
	const groups = new Map<
		string,
		{ interactions: number; units: number; outsideUnits: number; byAgent: Map<string, number> }
	>();
	for (let k = 0; k < cells.count; k++) {
		const from = cells.from[k] as number;
		if (from < cycle.start || from >= cycle.end) continue;
		const agent = cells.agent[k] as number;
		const slot = cells.slot[k] as number;
		const name = groupOf(agent, cells.entity[k] as number, slot);
		let group = groups.get(name);
		if (!group)
			groups.set(name, (group = { interactions: 0, units: 0, outsideUnits: 0, byAgent: new Map() }));
		const interactions = cells.interactions[k] as number;
		group.interactions += interactions;
		if (isMetered(slot)) group.units += cells.units[k] as number;
		else group.outsideUnits += cells.units[k] as number;
		const own = agents[agent] as string;
		group.byAgent.set(own, (group.byAgent.get(own) ?? 0) + interactions);
	}
	return [...groups]
		.map(([name, group]) => ({ name, ...group }))
		.sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
}

/** A group's part of the invoice; money with exactly the currency's decimals. */
export interface ShowbackRow {
	/** null: what belongs to nobody who used anything, such as the plan of a month without usage */
	readonly use: GroupUse | null;
	/** of the tier's price */
	readonly plan: MoneyText;
	readonly overage: MoneyText;
	/** of agents, licences and fees */
	readonly other: MoneyText;
	readonly tax: MoneyText;
	readonly total: MoneyText;
}

export interface Showback {
	/** in the order of the uses */
	readonly rows: readonly ShowbackRow[];
	/** the same columns summed: exactly the invoice's lines */
	readonly sums: Omit<ShowbackRow, 'use'>;
}

type Column = 'plan' | 'overage' | 'other' | 'tax';
const COLUMN: Readonly<Record<CostLineKind, Column>> = {
	tier: 'plan',
	overage: 'overage',
	extraAgents: 'other',
	licence: 'other',
	oneOffFee: 'other',
	tax: 'tax'
};

/**
 * Parts of an invoice: each line is apportioned by itself, so that the parts of every line add up to it to the last
 * minor unit. Plan, overage, agents and fees go by metered credits of the whole cycle, whoever came last; a licence
 * by its agent's interactions; tax by what the other lines put on a group. What has nobody to go to is a row of its
 * own. Null while a price is missing.
 */
export function showback(cost: Cost, uses: readonly GroupUse[]): Showback | null {
	if (cost.total === null) return null;
	const { currency } = cost;
	const minor = (text: MoneyText) => toMinor(decimal(text), currency);
	// The last row is nobody's.
	const rows = Array.from({ length: uses.length + 1 }, () => ({ plan: 0n, overage: 0n, other: 0n, tax: 0n }));
	const byCredits = uses.map(({ units }) => BigInt(units));
	for (const { kind, name, amount } of cost.lines) {
		const weights =
			kind === 'tax'
				? rows.map(({ plan, overage, other }) => plan + overage + other)
				: kind === 'licence'
					? uses.map(({ byAgent }) => BigInt(byAgent.get(name ?? '') ?? 0))
					: byCredits;
		const nobodys = [...uses.map(() => 0n), minor(amount)];
		const parts = apportion(minor(amount), weights) ?? nobodys;
		for (const [k, part] of parts.entries()) (rows[k] as Record<Column, bigint>)[COLUMN[kind]] += part;
	}
	const written = (row: Record<Column, bigint>) => ({
		plan: moneyText(row.plan, currency),
		overage: moneyText(row.overage, currency),
		other: moneyText(row.other, currency),
		tax: moneyText(row.tax, currency),
		total: moneyText(row.plan + row.overage + row.other + row.tax, currency)
	});
	const sums = { plan: 0n, overage: 0n, other: 0n, tax: 0n };
	for (const row of rows) for (const column of Object.keys(sums) as Column[]) sums[column] += row[column];
	const shown = rows.map((row, k) => ({ use: uses[k] ?? null, ...written(row) }));
	const nobody = shown.pop() as ShowbackRow;
	return {
		rows: Object.values(rows[uses.length] as Record<Column, bigint>).some((part) => part > 0n)
			? [...shown, nobody]
			: shown,
		sums: written(sums)
	};
}

import {
	conformance,
	focusCharges,
	focusColumns,
	focusUsage,
	kindOf,
	type FocusVersion
} from '../../engine/focus';
import { costOf } from '../../engine/ledger';
import { entryOf } from '../../engine/rating';
import { localDays, withRates } from '../../engine/rollup';
import type { FocusView } from '../api';
import { costBasis } from '../query/cycle';
import type { Usage } from '../query/usage';

interface Ask {
	/** who is billed: the workspace */
	readonly account: { readonly id: string; readonly name: string };
	/** any instant of the cycle */
	readonly start: number;
	readonly version: FocusVersion;
	readonly strict: boolean;
}

/** The charges of a cycle under the contract's own ledger, with the report on them; null where it has no tier. */
export async function focusView(
	usage: Usage,
	{ account, start, version, strict }: Ask
): Promise<FocusView | null> {
	const { plan, zone, versions, settings } = usage.rules;
	const terms = usage.termsAt(start);
	const { cycle, card } = terms;
	const ledger = await usage.inForce(terms);
	if (ledger === null) return null;
	const { contract } = settings;
	const basis = await costBasis(usage, terms);
	const cost = costOf({
		contract,
		zone,
		cycle,
		card,
		held: ledger.held,
		overageUnits: ledger.overage,
		...basis
	});
	const columns = focusColumns(version);
	const view = { cycle, version, columns: columns.map((name) => ({ name, kind: kindOf(name) })) };
	if (cost.total === null) return { ...view, missing: cost.missing, rows: [], report: [], uncarried: null };

	const cells = withRates(await usage.peopleByDay(cycle.start, cycle.end), versions);
	const { entries } = plan.register;
	const { rows, uncarried } = focusCharges({
		account,
		contract,
		card,
		cycle,
		ledger,
		cost,
		agents: basis.agents,
		usage: focusUsage(cells, usage.names, localDays(zone), versions, cycle),
		tags: ({ agent, entity, voice }) =>
			entries[entryOf(plan.register, agent, entity, voice ? 1 : 0)]?.tags ?? {},
		version,
		strict
	});
	return { ...view, missing: null, rows, report: conformance(rows, columns, version, strict), uncarried };
}

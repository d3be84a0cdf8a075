import type { WorkspaceDb } from '../../../db';
import { compareMonth, foremost, monthsOf, sumsOf, type CountedRow } from '../../../engine/explore/monthly';
import { creditsOfUnits, minutesOfSeconds, type Channel } from '../../../engine/rating';
import { agentSums } from '../../../engine/rollup';
import { dayOf, formatDay, type Cycle } from '../../../engine/time';
import type { MonthlyCheck, MonthlyTable } from '../../api';
import { countCases } from '../cases';
import type { Usage } from '../usage';
import { wholeCycles } from '../wholeCycles';

/** Rows of a figure that are shown. */
const SHOWN = 500;

/** What was counted in a cycle by agent, entity and channel; cases, which need a scan of all rows, where they are asked for. */
async function countedRows(
	db: WorkspaceDb,
	usage: Usage,
	cycle: Cycle,
	withCases: boolean
): Promise<CountedRow[]> {
	const { cells, activations } = await usage.people();
	const casesOf = withCases ? await countCases(db, usage, cycle) : null;
	return agentSums(usage.rules.plan, activations, cells, usage.names, cycle)
		.filter(({ thisCycle }) => thisCycle.interactions > 0)
		.map(({ agent, entity, channel, thisCycle }) => {
			const { interactions, messages, seconds, nonBillable, units } = thisCycle;
			const credits = creditsOfUnits(units);
			if (channel === 'voice')
				return {
					...{ agent, entity, channel },
					figures: { calls: interactions, minutes: minutesOfSeconds(seconds), nonBillable, credits }
				};
			const cases = casesOf ? { cases: casesOf(entity, agent, channel).thisCycle } : {};
			return { agent, entity, channel, figures: { messages, ...cases, credits } };
		});
}

/**
 * Monthly tables beside what was counted, on a channel and in a month (domain.md §6: the billing cycle that begins in
 * it); null: no table has the channel. `wanted`: the month, or any instant of it; where no table has that, the last
 * that one has. Tables are read here and nowhere among what counts.
 */
export async function monthlyCheck(
	db: WorkspaceDb,
	usage: Usage | null,
	tables: readonly MonthlyTable[],
	channel: Channel,
	wanted: string | number | null
): Promise<MonthlyCheck | null> {
	const months = monthsOf(tables, channel);
	const last = months.at(-1);
	if (last === undefined) return null;
	const monthOf = ({ start }: Cycle) => (usage ? formatDay(dayOf(usage.rules.zone, start)).slice(0, 7) : '');
	const asked =
		typeof wanted === 'number' && usage ? monthOf(usage.termsAt(wanted).cycle) : String(wanted ?? '');
	const month = months.includes(asked) ? asked : last;
	const terms = usage?.terms.find(({ cycle }) => monthOf(cycle) === month);
	const states = (figure: 'cases') =>
		tables.some(({ rows }) => rows.some((row) => row.month === month && row.figures[figure] !== undefined));
	const counted =
		usage && terms ? await countedRows(db, usage, terms.cycle, channel === 'chat' && states('cases')) : [];
	const rows = compareMonth(tables, month, channel, counted);
	return {
		month,
		months,
		known: !usage || !terms ? 'none' : wholeCycles(usage).includes(terms) ? 'whole' : 'part',
		rows: foremost(rows, SHOWN),
		sums: sumsOf(rows),
		files: [...new Set(rows.flatMap(({ table }) => table ?? []))]
	};
}

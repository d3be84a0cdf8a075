import type { WorkspaceDb } from '../../../db';
import type { Channel } from '../../../engine/rating';
import { agentSums } from '../../../engine/rollup';
import type { UsageView } from '../../api';
import { countCases } from '../cases';
import type { Usage } from '../usage';

/** The table of AI Voice or AI Messaging in the cycle that holds an instant (domain.md §6); cases need a scan of all rows. */
export async function usageView(
	db: WorkspaceDb,
	usage: Usage,
	instant: number | null,
	channel: Channel
): Promise<UsageView> {
	const { rules, names } = usage;
	const { cycle } = usage.termsAt(instant);
	const { cells, activations } = await usage.people();
	const casesOf = channel === 'chat' ? await countCases(db, usage, cycle) : null;
	const thresholds = new Set(rules.versions.cards.map(({ voiceRounding }) => voiceRounding.shortCallSeconds));
	return {
		channel,
		cycle,
		rows: agentSums(rules.plan, activations, cells, names, cycle)
			.filter((row) => row.channel === channel)
			.map((row) => {
				const cases = casesOf?.(row.entity, row.agent, channel) ?? null;
				return {
					...row,
					thisCycle: { ...row.thisCycle, cases: cases && cases.thisCycle },
					sinceActivation: { ...row.sinceActivation, cases: cases && cases.sinceActivation }
				};
			}),
		shortCallSeconds: thresholds.size === 1 ? ([...thresholds][0] as number) : null
	};
}

import { groupUses, showback } from '../../../engine/explore/showback';
import { creditsOfUnits, entryOf, VOICE } from '../../../engine/rating';
import type { ShowbackBy, ShowbackLine, ShowbackView } from '../../api';
import { ledgerView } from '../cycle';
import type { Usage } from '../usage';

/** Who used what part of a cycle, and owes what part of its invoice. */
export async function showbackView(usage: Usage, start: number, by: ShowbackBy): Promise<ShowbackView> {
	const terms = usage.termsAt(start);
	const { cycle } = terms;
	const { names, rules } = usage;
	const { register } = rules.plan;
	const { cells } = await usage.people();
	const groupOf = (agent: number, entity: number, slot: number): string => {
		const [ofAgent, ofEntity] = [names.agents[agent] as string, names.entities[entity] as string];
		if (by.of !== 'tag') return by.of === 'agent' ? ofAgent : ofEntity;
		return register.entries[entryOf(register, ofAgent, ofEntity, slot & VOICE)]?.tags[by.tag] ?? '';
	};
	const uses = groupUses(cells, cycle, names.agents, groupOf);
	const inForce = await usage.inForce(terms);
	const cost = inForce && (await ledgerView(usage, terms, inForce)).cost;
	const parts = cost && showback(cost, uses);
	const units = uses.reduce((sum, use) => sum + use.units, 0);

	const lines = uses.map((use, k): ShowbackLine => {
		const part = parts?.rows[k];
		return {
			name: use.name,
			interactions: use.interactions,
			credits: creditsOfUnits(use.units),
			share: units === 0 ? 0 : use.units / units,
			outsideCredits: creditsOfUnits(use.outsideUnits),
			money: part ? moneyOf(part) : null
		};
	});
	const nobody = parts?.rows[uses.length];
	if (nobody)
		lines.push({
			name: null,
			interactions: 0,
			credits: 0,
			share: 0,
			outsideCredits: 0,
			money: moneyOf(nobody)
		});
	return {
		cycle,
		complete: cycle.end <= usage.asOf,
		lines,
		sum: {
			interactions: uses.reduce((sum, use) => sum + use.interactions, 0),
			credits: creditsOfUnits(units),
			share: units === 0 ? 0 : 1,
			outsideCredits: creditsOfUnits(uses.reduce((sum, use) => sum + use.outsideUnits, 0)),
			money: parts ? moneyOf(parts.sums) : null
		},
		cost,
		tags: [...new Set(register.entries.flatMap(({ tags }) => Object.keys(tags)))].sort()
	};
}

const moneyOf = ({ plan, overage, other, tax, total }: NonNullable<ShowbackLine['money']>) => ({
	plan,
	overage,
	other,
	tax,
	total
});

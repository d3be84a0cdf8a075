import { costOf, type CycleTerms } from '../../../engine/ledger';
import { compare, decimal, sumMoney } from '../../../engine/money';
import { unitsOfCredits } from '../../../engine/rating';
import type { TierNeed } from '../../api';
import { costBasis } from '../cycle';
import type { Usage } from '../usage';

/**
 * Which tier of the latest card would have done in some cycles, had they demanded so many units each: without a stop,
 * and at the least cost with overage on. A cycle whose card does not sell a tier does not speak against its size.
 */
export async function tierNeed(
	usage: Usage,
	cycles: readonly CycleTerms[],
	units: readonly number[]
): Promise<TierNeed> {
	const { zone, settings } = usage.rules;
	const { contract } = settings;
	const basis = await Promise.all(cycles.map((terms) => costBasis(usage, terms)));
	let [smallest, cheapest]: [number | null, TierNeed['cheapest']] = [null, null];
	for (const { includedCredits: tier } of cycles[cycles.length - 1]?.card.tiers ?? []) {
		const sold = cycles.map(({ card }) => card.tiers.some(({ includedCredits }) => includedCredits === tier));
		// A cycle that reaches its limit exactly stops, too (domain.md §4).
		if (smallest === null && cycles.every((_, k) => !sold[k] || (units[k] as number) < unitsOfCredits(tier)))
			smallest = tier;
		const totals = cycles.map(({ cycle, card }, k) =>
			sold[k]
				? costOf({
						contract,
						zone,
						cycle,
						card,
						held: [{ at: cycle.start, tier }],
						overageUnits: Math.max(0, (units[k] as number) - unitsOfCredits(tier)),
						...(basis[k] as (typeof basis)[number])
					}).total
				: null
		);
		const total = sumMoney(totals, contract.currency);
		if (total !== null && (cheapest === null || compare(decimal(total), decimal(cheapest.total)) < 0))
			cheapest = { includedCredits: tier, total };
	}
	return { smallest, cheapest };
}

import { costOf, type CycleTerms } from '../../engine/ledger';
import { unitsOfCredits } from '../../engine/rating';
import type { LedgerView } from '../api';
import type { Rules } from '../rules';

/** Credits of a cycle by an instant. */
export interface Point {
	readonly at: number;
	readonly credits: number;
}

/** The instant by which a level had been reached, even between points. */
function reachedAt(points: readonly Point[], level: number): number | null {
	for (let k = 1; k < points.length; k++) {
		const [a, b] = [points[k - 1] as Point, points[k] as Point];
		if (b.credits >= level && b.credits > a.credits)
			return Math.floor(a.at + ((level - a.credits) / (b.credits - a.credits)) * (b.at - a.at));
	}
	return null;
}

/** The ledger of a cycle of which only sums are known, not interactions: a meter's, or none at all. */
export function summedLedger(
	rules: Rules,
	points: readonly Point[],
	terms: CycleTerms & { tier: number }
): LedgerView {
	const used = points.at(-1)?.credits ?? 0;
	const beyond = Math.max(0, used - terms.tier);
	const billed =
		terms.overage === 'on' ? beyond : terms.overage === 'capped' ? Math.min(beyond, terms.cap ?? 0) : 0;
	return {
		includedCredits: terms.tier,
		overage: terms.overage,
		runOutAt: reachedAt(points, terms.tier),
		stops: [],
		includedUsed: Math.min(used, terms.tier),
		overageCredits: billed,
		unservedCredits: beyond - billed,
		// Sums count credits, not interactions.
		unservedInteractions: 0,
		excessUnbilled: 0,
		expiredCredits: Math.max(0, terms.tier - used),
		cost: costOf({
			contract: rules.settings.contract,
			zone: rules.zone,
			cycle: terms.cycle,
			card: terms.card,
			held: [{ at: terms.cycle.start, tier: terms.tier }],
			overageUnits: unitsOfCredits(billed),
			agents: 0,
			licences: []
		})
	};
}

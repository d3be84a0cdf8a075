import type { RateCard } from '../rating/card';
import { versionAt, type CardVersions } from '../rating/versions';
import {
	civilDate,
	cycleOf,
	dayNumber,
	daysInMonth,
	momentOf,
	parseDay,
	startOfDay,
	type Cycle,
	type CycleRule
} from '../time';
import type { Contract, Overage } from './contract';

/** A change inside a cycle, as far as it counts there: `tier` only where it is an upgrade. */
export interface TermsChange {
	readonly at: number;
	readonly tier?: number;
	readonly overage?: Overage;
	readonly cap?: number;
}

/** What holds in one cycle: the contract's state at its start, and the changes inside it. Credits are whole. */
export interface CycleTerms {
	readonly cycle: Cycle;
	/** the version in force when the cycle starts: its tiers and prices are the cycle's */
	readonly card: RateCard;
	/** included credits; null: no tier, so no ledger */
	readonly tier: number | null;
	readonly overage: Overage;
	/** overage credits a cycle; null: none was ever given, and `capped` without one acts as `off` */
	readonly cap: number | null;
	readonly atExhaustion: Contract['atExhaustion'];
	readonly upgradeCredits: Contract['upgradeCredits'];
	readonly upgradePrice: Contract['upgradePrice'];
	/** ascending; each after the cycle's start and before its end */
	readonly changes: readonly TermsChange[];
}

/** Terms with a tier: those a ledger can run on. */
export type LedgerTerms = CycleTerms & { readonly tier: number };

export function hasTier(terms: CycleTerms): terms is LedgerTerms {
	return terms.tier !== null;
}

/** The contract's term `[start, end)` in instants, or null: the same date some months on, clamped to the month. */
export function termOf(contract: Contract, rule: CycleRule): Cycle | null {
	const { termStart, termMonths } = contract;
	const first = termStart === null ? null : parseDay(termStart);
	if (first === null || termMonths === null) return null;
	const { year, month, day } = civilDate(first);
	const months = year * 12 + month - 1 + termMonths;
	const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
	const last = dayNumber(endYear, endMonth, Math.min(day, daysInMonth(endYear, endMonth)));
	return { start: startOfDay(rule.zone, first), end: startOfDay(rule.zone, last) };
}

/** The contract's state while its dated changes are applied in turn. */
class State {
	tier: number | null;
	overage: Overage;
	cap: number | null;
	/** a lower tier, and the start of the cycle it waits for */
	#waiting: { readonly tier: number; readonly from: number } | null = null;

	constructor(
		contract: Contract,
		readonly rule: CycleRule,
		readonly term: Cycle | null
	) {
		this.tier = contract.tier;
		this.overage = contract.overage;
		this.cap = contract.overageCapCredits;
	}

	/** Lets a waiting tier in, once its cycle has begun. */
	settle(instant: number): void {
		if (this.#waiting === null || instant < this.#waiting.from) return;
		this.tier = this.#waiting.tier;
		this.#waiting = null;
	}

	/** Applies a change; returns what of it counts from its instant on, which may be nothing. */
	apply(at: number, change: Contract['changes'][number]): Omit<TermsChange, 'at'> {
		this.settle(at);
		const { tier, overage, overageCapCredits: cap } = change;
		const upgrade = tier !== undefined && this.#choose(at, tier);
		if (overage !== undefined) this.overage = overage;
		if (cap !== undefined) this.cap = cap;
		return {
			...(upgrade ? { tier } : {}),
			...(overage === undefined ? {} : { overage }),
			...(cap === undefined ? {} : { cap })
		};
	}

	/** Chooses a tier; true if it counts at once. */
	#choose(at: number, tier: number): boolean {
		const cycle = cycleOf(this.rule, at);
		const lower = this.tier !== null && tier < this.tier;
		if (lower && this.term !== null && at >= this.term.start && at < this.term.end) return false;
		// At a cycle's start any tier is simply the state. Within one, a higher tier counts at once and a lower one
		// waits; so does a first tier, since a cycle that began without one has no ledger.
		if (cycle.start !== at && (lower || this.tier === null)) {
			this.#waiting = { tier, from: cycle.end };
			return false;
		}
		// A tier that is confirmed or raised takes back a lower one that waits.
		this.#waiting = null;
		const upgrade = tier !== this.tier;
		this.tier = tier;
		return upgrade;
	}
}

/**
 * The terms of each cycle (ascending, without gaps) under a contract with its dated changes (domain.md §4): an
 * upgrade stays in the next cycles, a lower tier waits for the next cycle and is refused within the term.
 * Changes of one instant apply in the contract's order.
 */
export function cycleTerms(
	contract: Contract,
	versions: CardVersions,
	rule: CycleRule,
	cycles: readonly Cycle[]
): CycleTerms[] {
	const state = new State(contract, rule, termOf(contract, rule));
	const dated = contract.changes
		.map((change) => ({ at: momentOf(rule.zone, change.at), change }))
		.sort((a, b) => a.at - b.at);
	let next = 0;
	return cycles.map((cycle) => {
		for (let due = dated[next]; due && due.at <= cycle.start; due = dated[++next])
			state.apply(due.at, due.change);
		state.settle(cycle.start);
		const { tier, overage, cap } = state;
		const changes: TermsChange[] = [];
		for (let due = dated[next]; due && due.at < cycle.end; due = dated[++next]) {
			const counts = state.apply(due.at, due.change);
			if (Object.keys(counts).length > 0) changes.push({ at: due.at, ...counts });
		}
		return {
			cycle,
			card: versions.cards[versionAt(versions, cycle.start)] as RateCard,
			tier,
			overage,
			cap,
			atExhaustion: contract.atExhaustion,
			upgradeCredits: contract.upgradeCredits,
			upgradePrice: contract.upgradePrice,
			changes
		};
	});
}

/**
 * The plans a cycle is compared under (formats.md §5 `plans`): every tier of its card, ascending, × off, on, and
 * capped where the contract has a cap at the cycle's start; without changes.
 */
export function planTerms(terms: CycleTerms): LedgerTerms[] {
	const policies: Overage[] = terms.cap === null ? ['off', 'on'] : ['off', 'on', 'capped'];
	return terms.card.tiers.flatMap(({ includedCredits }) =>
		policies.map((overage) => ({ ...terms, tier: includedCredits, overage, changes: [] }))
	);
}

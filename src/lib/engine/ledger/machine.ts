import { floorDivide, unitsOfCredits } from '../rating/credits';
import type { Cycle } from '../time';
import type { Overage } from './contract';
import type { LedgerTerms, TermsChange } from './terms';

/** A stretch in which nothing was left to draw. */
export interface Stop {
	readonly from: number;
	/** a change that gave room, or the cycle's end */
	readonly to: number;
	/**
	 * metered interactions that began in `[from, to)` although agents were stopped; 0: the stretch is censored. The one
	 * that reached the limit is not among them, even a chat, whose start is the stop's: agents were there when it came
	 */
	readonly interactions: number;
}

/** One event of the ledger, in the order in which it was reckoned. Units are of the event: granted, or expired. */
export interface LedgerEntry {
	readonly at: number;
	readonly kind: 'granted' | 'upgraded' | 'changed' | 'runOut' | 'stopped' | 'resumed' | 'expired';
	readonly units: number;
	/** included units left after it */
	readonly balance: number;
}

/** A tier that was held in the cycle, from an instant on. */
export interface HeldTier {
	readonly at: number;
	/** credits */
	readonly tier: number;
}

/** The exact result of one cycle, in units (1/60,000 credit). */
export interface LedgerResult {
	readonly cycle: Cycle;
	/** in all, upgrades included */
	readonly granted: number;
	readonly includedUsed: number;
	readonly overage: number;
	readonly unserved: number;
	readonly unservedInteractions: number;
	/** served but neither included nor billed (`finish`) */
	readonly excess: number;
	readonly expired: number;
	/** first instant at which the included credits were used up; may lie after the cycle's end */
	readonly runOutAt: number | null;
	/** it falls into a day of which only the sum is known, and is that day's first instant */
	readonly runOutToTheDay: boolean;
	/** ascending; those of length 0 left out */
	readonly stops: readonly Stop[];
	/** policy at the end of the cycle */
	readonly policy: Overage;
	/** the first from the cycle's start, then each upgrade */
	readonly held: readonly HeldTier[];
	readonly entries: readonly LedgerEntry[];
}

/** Start plus the share `fitted / units` of a duration, cut to the millisecond. Exact: the product may pass 2^53. */
export function instantWithin(start: number, duration: number, fitted: number, units: number): number {
	const product = duration * fitted;
	return Number.isSafeInteger(product)
		? start + floorDivide(product, units)
		: start + Number((BigInt(duration) * BigInt(fitted)) / BigInt(units));
}

/**
 * The ledger of one cycle as a state machine (domain.md §4). Feed it interactions in ledger order by {@link draw}, or
 * in bulk by {@link skip} where they cannot reach a limit, and the changes by {@link change} in between: a change
 * before the first interaction that starts at or after it. Each interaction draws its credits whole at its start.
 */
export class LedgerMachine {
	readonly #terms: LedgerTerms;
	#granted: number;
	#policy: Overage;
	#cap: number;
	#used = 0;
	#overage = 0;
	#unserved = 0;
	#unservedInteractions = 0;
	#excess = 0;
	#runOutAt: number | null = null;
	#runOutToTheDay = false;
	/** since when agents are stopped; it may lie ahead, inside the call that reached the limit; null: they are not */
	#stoppedFrom: number | null = null;
	#stoppedInteractions = 0;
	readonly #stops: Stop[] = [];
	readonly #held: HeldTier[];
	readonly #entries: LedgerEntry[] = [];

	constructor(terms: LedgerTerms) {
		this.#terms = terms;
		this.#granted = unitsOfCredits(terms.tier);
		this.#policy = terms.overage;
		this.#cap = unitsOfCredits(terms.cap ?? 0);
		this.#held = [{ at: terms.cycle.start, tier: terms.tier }];
		this.#note(terms.cycle.start, 'granted', this.#granted);
	}

	/** Units until the next limit (the included credits, then the cap); Infinity: none; 0: stopped. */
	room(): number {
		return this.#includedRoom() || this.#overageRoom();
	}

	/** Since when agents are stopped, which may lie ahead of the rows read so far; null: they are not. */
	get stoppedFrom(): number | null {
		return this.#stoppedFrom;
	}

	/**
	 * Takes many interactions at once: less than {@link room} in all, or, while stopped, all of them on one side of
	 * `stoppedFrom`. `from`: an instant of the side they are on.
	 */
	skip(units: number, interactions: number, from: number): void {
		if (this.#stoppedFrom !== null) this.#refuse(units, interactions, from);
		else if (this.#includedRoom() > 0) this.#used += units;
		else this.#overage += units;
	}

	/** Takes one interaction; `duration` in ms is 0 for a chat. */
	draw(start: number, duration: number, units: number): void {
		if (this.#stoppedFrom !== null) return this.#refuse(units, 1, start);
		const included = this.#includedRoom();
		if (units < included || units === 0) {
			this.#used += units;
			return;
		}
		this.#used += included;
		if (included > 0) this.#runOut(instantWithin(start, duration, included, units));
		const beyond = units - included;
		const overage = this.#overageRoom();
		if (beyond < overage) {
			this.#overage += beyond;
			return;
		}
		this.#overage += overage;
		const lost = beyond - overage;
		if (this.#terms.atExhaustion === 'finish') this.#excess += lost;
		else if (lost > 0) {
			this.#unserved += lost;
			this.#unservedInteractions++;
		}
		this.#stop(instantWithin(start, duration, included + overage, units));
	}

	/**
	 * Takes the interactions of a local day of which only the sum is known: all of them at its first instant (formats.md
	 * §3). A limit that falls among them is reached there; what it leaves is unserved, under `finish` too, and where
	 * anything is, every interaction of the day counts as unserved: which ones came later is not known.
	 */
	drawDay(start: number, units: number, interactions: number): void {
		if (this.#stoppedFrom !== null) return this.#refuse(units, interactions, start);
		const included = this.#includedRoom();
		if (units < included || units === 0) {
			this.#used += units;
			return;
		}
		this.#used += included;
		if (included > 0) {
			this.#runOutToTheDay ||= this.#runOutAt === null;
			this.#runOut(start);
		}
		const beyond = units - included;
		const overage = Math.min(beyond, this.#overageRoom());
		this.#overage += overage;
		if (this.room() > 0) return;
		if (beyond > overage) {
			this.#unserved += beyond - overage;
			this.#unservedInteractions += interactions;
		}
		this.#stop(start);
	}

	/**
	 * Applies a change: an upgrade, another policy, another cap. `at`: when it counts, its own instant; inside a day of
	 * which only the sum is known that day's first, since nothing is known to come before it. Prices go by its own.
	 */
	change(change: TermsChange, at = change.at): void {
		const { tier, overage, cap } = change;
		if (overage !== undefined) this.#policy = overage;
		if (cap !== undefined) this.#cap = unitsOfCredits(cap);
		if (tier === undefined) this.#note(at, 'changed', 0);
		else this.#upgrade(change.at, tier, at);
		const room = this.room();
		if (this.#stoppedFrom !== null && room > 0) {
			this.#endStop(at);
			this.#note(at, 'resumed', 0);
		} else if (this.#stoppedFrom === null && room === 0) this.#stop(at);
	}

	/** Ends the cycle. Call it once, after the last interaction and change. */
	finish(): LedgerResult {
		const { cycle } = this.#terms;
		this.#endStop(cycle.end);
		const expired = this.#granted - this.#used;
		this.#entries.push({ at: cycle.end, kind: 'expired', units: expired, balance: 0 });
		return {
			cycle,
			granted: this.#granted,
			includedUsed: this.#used,
			overage: this.#overage,
			unserved: this.#unserved,
			unservedInteractions: this.#unservedInteractions,
			excess: this.#excess,
			expired,
			runOutAt: this.#runOutAt,
			runOutToTheDay: this.#runOutToTheDay,
			stops: this.#stops,
			policy: this.#policy,
			held: this.#held,
			entries: this.#entries
		};
	}

	#includedRoom(): number {
		return this.#granted - this.#used;
	}

	/** What overage has left, beyond the included credits. A cap below what was already drawn leaves nothing. */
	#overageRoom(): number {
		if (this.#policy === 'on') return Infinity;
		return this.#policy === 'capped' ? Math.max(0, this.#cap - this.#overage) : 0;
	}

	#upgrade(held: number, tier: number, at: number): void {
		const before = this.#granted;
		this.#granted = unitsOfCredits(tier) + (this.#terms.upgradeCredits === 'add' ? before : 0);
		this.#held.push({ at: held, tier });
		this.#note(at, 'upgraded', this.#granted - before);
	}

	#refuse(units: number, interactions: number, from: number): void {
		this.#unserved += units;
		this.#unservedInteractions += interactions;
		if (from >= (this.#stoppedFrom as number)) this.#stoppedInteractions += interactions;
	}

	#runOut(at: number): void {
		this.#runOutAt ??= at;
		this.#note(at, 'runOut', 0);
	}

	#stop(at: number): void {
		this.#stoppedFrom = at;
		this.#stoppedInteractions = 0;
		this.#note(at, 'stopped', 0);
	}

	#endStop(to: number): void {
		const from = this.#stoppedFrom;
		if (from !== null && from < to) this.#stops.push({ from, to, interactions: this.#stoppedInteractions });
		this.#stoppedFrom = null;
	}

	#note(at: number, kind: LedgerEntry['kind'], units: number): void {
		this.#entries.push({ at, kind, units, balance: this.#includedRoom() });
	}
}

import { unitsOfCredits } from '../rating/credits';
import type { LayerRating, Rated } from '../rating/layerRating';
import type { RatingPlan, RowAddress, TrialSpan } from '../rating/plan';
import type { RegisterEntry } from '../rating/register';
import { NO_ENTRY } from '../rating/registerIndex';
import { PREMIUM, TRIAL, VOICE } from '../rating/slot';
import { KIND_VOICE, type Columns } from '../table/columns';
import { isLive, type Live } from '../table/live';
import { DAY_MS } from '../time';
import { compareLedger, type LedgerRow } from './order';

const DEFAULT_DAYS = 30;
const DEFAULT_CREDITS = 5_000;

/** The most that a trial can last from its activation on, in ms; none where it has no credits. */
const trialLength = ({ trialDays, trialCredits }: RegisterEntry): number =>
	trialCredits === 0 ? 0 : (trialDays ?? DEFAULT_DAYS) * DAY_MS;

/**
 * Whether the trial of a register entry (a position, or NO_ENTRY) may reach into `[from, to)`, a stretch with
 * interactions of it: its credits may end it there, which only the interactions themselves can tell. A trial without
 * an activation begins with its first interaction, so it may be this one.
 */
export function trialMayReach(plan: RatingPlan, entry: number, from: number, to: number): boolean {
	if (entry === NO_ENTRY || plan.licence[entry + 1] !== TRIAL) return false;
	const length = trialLength(plan.register.entries[entry] as RegisterEntry);
	const activation = plan.activation[entry + 1] as number;
	return length > 0 && (activation === -Infinity || (activation < to && activation + length > from));
}

interface TrialRow extends LedgerRow, RowAddress {
	readonly units: number;
}

/** What is known so far of one trial. */
interface Candidate {
	readonly entry: number;
	/** given by the register; −Infinity: its first interaction */
	readonly activation: number;
	readonly length: number;
	readonly limit: number;
	readonly rows: TrialRow[];
	/** the trial has ended by then, whatever else comes: later rows need not be kept */
	bound: number;
}

/**
 * Finds where trials end (domain.md §2): `trial_days` × 24 h after activation, or with the interaction at which what
 * its interactions would have drawn reaches `trial_credits`, whichever is earlier. The ledger draws each interaction
 * whole at its start, so the end by credits is a place in ledger order: that interaction is the trial's, whole, and
 * every later one in ledger order is metered, also one with the same start. Interactions before the activation are
 * not the trial's.
 *
 * One pass over all live rows of all layers, in any order, rated by a plan without trials; then {@link finish}.
 * Rows that agree in everything but their id are kept apart by their address alone: which of them is the trial's
 * changes no figure.
 */
export class TrialScan {
	#candidates = new Map<number, Candidate>();

	constructor(readonly plan: RatingPlan) {
		for (const [entry, own] of plan.register.entries.entries()) {
			if (own.licence !== 'trial') continue;
			this.#candidates.set(entry, {
				entry,
				activation: plan.activation[entry + 1] as number,
				length: trialLength(own),
				limit: unitsOfCredits(own.trialCredits ?? DEFAULT_CREDITS),
				rows: [],
				bound: Infinity
			});
		}
	}

	/** No entry has a trial licence: there is nothing to scan for. */
	get needless(): boolean {
		return this.#candidates.size === 0;
	}

	add(rating: LayerRating, columns: Columns, block: number, rated: Rated, live: Live): void {
		if (this.needless) return;
		/** sum of this block's rows, by entry: once it reaches the limit, so does the whole, no later */
		const sums = new Map<number, number>();
		for (let r = 0; r < columns.rows; r++) {
			const voice = ((columns.kind[r] as number) & KIND_VOICE) === 0 ? 0 : 1;
			const [agent, entity] = [columns.agent[r] as number, columns.entity[r] as number];
			const entry = rating.entryOf(agent, entity, voice);
			if (entry === NO_ENTRY || this.plan.licence[entry + 1] !== TRIAL || !isLive(live, r)) continue;
			const candidate = this.#candidates.get(entry) as Candidate;
			const start = columns.start[r] as number;
			if (start < candidate.activation || start > candidate.bound) continue;
			const state = rated.state[r] as number;
			const units = rated.units[r] as number;
			candidate.rows.push({
				start,
				voice: (state & VOICE) !== 0,
				quantity: rated.quantity[r] as number,
				premium: (state & PREMIUM) !== 0,
				agent: rating.names.agents[agent] as string,
				entity: rating.names.entities[entity] as string,
				id: '',
				layer: rating.layer,
				block,
				row: r,
				units
			});
			const sum = (sums.get(entry) ?? 0) + units;
			sums.set(entry, sum);
			// By days, counted from a first interaction that others can only make earlier; or by credits.
			candidate.bound = Math.min(candidate.bound, start + candidate.length);
			if (sum >= candidate.limit) candidate.bound = Math.min(candidate.bound, start);
		}
	}

	/** A span for every trial that has begun, in the register's order. */
	finish(): TrialSpan[] {
		const spans: TrialSpan[] = [];
		for (const { entry, activation, length, limit, rows } of this.#candidates.values()) {
			const sorted = rows.toSorted(
				(a, b) =>
					compareLedger(a, b) ||
					(a.layer < b.layer ? -1 : a.layer > b.layer ? 1 : a.block - b.block || a.row - b.row)
			);
			const from = activation === -Infinity ? sorted[0]?.start : activation;
			if (from === undefined) continue;
			let to = from + length;
			let tied: RowAddress[] = [];
			let sum = 0;
			if (limit === 0) to = from;
			else {
				for (const [k, row] of sorted.entries()) {
					if (row.start >= to) break;
					sum += row.units;
					if (sum < limit) continue;
					to = row.start;
					tied = sorted
						.slice(0, k + 1)
						.filter((own) => own.start === to)
						.map((own) => ({ layer: own.layer, block: own.block, row: own.row }));
					break;
				}
			}
			spans.push({ entry, from, to, tied });
		}
		return spans;
	}
}

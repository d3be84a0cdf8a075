import {
	callUnits,
	chatUnits,
	isMetered,
	NON_BILLABLE,
	PREMIUM,
	versionAt,
	VOICE,
	type Rated,
	type RatingPlan,
	type Tariff
} from '../../rating';
import { isLive, KIND_PREMIUM, type Columns, type Live } from '../../table';
import type { Cycle } from '../../time';
import { REPEAT_SECONDS, ShortCalls } from './repeats';

/**
 * `rounding`: call time that is paid but was not spoken. `justAbove`: calls that are billed but are less than
 * {@link JUST_ABOVE_SECONDS} longer than those that are not (of a card without a short-call threshold: calls of less
 * than that). `premium`: what premium rates add where the row itself does not say premium, but the register or the
 * card does. `repeated`: short calls in runs (`repeats.ts`), all but each run's first. One call may count in several.
 */
export type Lever = 'rounding' | 'justAbove' | 'premium' | 'repeated';
export const LEVERS: readonly Lever[] = ['rounding', 'justAbove', 'premium', 'repeated'];

export const JUST_ABOVE_SECONDS = 15;

/** Exact sums of one lever, by cycle × agent (row-major). */
export interface WasteSums {
	/** thousandths of a unit, since a call's length is known to the millisecond */
	readonly milli: Float64Array;
	/** interactions that have a part in it */
	readonly interactions: Float64Array;
}

/** What rows of some cycles cost that may be saved. Metered rows only: others draw nothing. */
export class WasteScan {
	readonly #sums: Record<Lever, WasteSums>;
	readonly #short = new ShortCalls();

	/** `cycles`: ascending, without overlap. */
	constructor(
		readonly plan: RatingPlan,
		readonly cycles: readonly Cycle[],
		readonly agents: number,
		readonly entities: number
	) {
		const size = cycles.length * agents;
		const empty = () => ({ milli: new Float64Array(size), interactions: new Float64Array(size) });
		this.#sums = { rounding: empty(), justAbove: empty(), premium: empty(), repeated: empty() };
	}

	#add(lever: Lever, place: number, milli: number): void {
		if (milli === 0) return;
		const { milli: sums, interactions } = this.#sums[lever];
		sums[place] = (sums[place] as number) + milli;
		interactions[place] = (interactions[place] as number) + 1;
	}

	/** Counts the live rows of a block that was rated; `agentCodes`, `entityCodes`: layer code → code. */
	add(columns: Columns, rated: Rated, live: Live, agentCodes: Uint32Array, entityCodes: Uint32Array): void {
		const { cycles, plan } = this;
		let c = 0;
		for (let r = 0; r < columns.rows; r++) {
			const state = rated.state[r] as number;
			if (!isLive(live, r) || !isMetered(state)) continue;
			const at = columns.start[r] as number;
			while (c < cycles.length && at >= (cycles[c] as Cycle).end) c++;
			const cycle = cycles[c];
			if (!cycle) return;
			if (at < cycle.start) continue;
			const tariff = plan.tariffs[versionAt(plan.versions, at)] as Tariff;
			const agent = agentCodes[columns.agent[r] as number] as number;
			const place = c * this.agents + agent;
			const units = rated.units[r] as number;
			const quantity = rated.quantity[r] as number;
			const premium = (state & PREMIUM) !== 0;
			const voice = (state & VOICE) !== 0;
			if (premium && ((columns.kind[r] as number) & KIND_PREMIUM) === 0) {
				const standard = voice
					? callUnits(rated.seconds[r] as number, 0, tariff)
					: chatUnits(quantity, 0, tariff);
				this.#add('premium', place, 1_000 * (units - standard));
			}
			if (!voice || (state & NON_BILLABLE) !== 0 || quantity === 0) continue;
			this.#add('rounding', place, 1_000 * units - quantity * (tariff.second[premium ? 1 : 0] as number));
			if (units === 0) continue;
			const threshold = tariff.rounding.shortCallSeconds;
			if (quantity < 1_000 * (threshold + JUST_ABOVE_SECONDS)) this.#add('justAbove', place, 1_000 * units);
			if (quantity < 1_000 * REPEAT_SECONDS) {
				const entity = entityCodes[columns.entity[r] as number] as number;
				this.#short.add(place * this.entities + entity, at, units);
			}
		}
	}

	/** The sums of all rows so far; once. */
	finish(): Readonly<Record<Lever, WasteSums>> {
		this.#short.visitRepeats((place, units) =>
			this.#add('repeated', Math.floor(place / this.entities), 1_000 * units)
		);
		return this.#sums;
	}
}

import {
	BLOCK_ROWS,
	KIND_PREMIUM,
	KIND_STANDARD,
	KIND_VOICE,
	NO_DURATION,
	type Columns
} from '../table/columns';
import { addressKey, type RatingPlan } from './plan';
import { NO_ENTRY, type ByChannel } from './registerIndex';
import { EARLY, NON_BILLABLE, PREMIUM, TRIAL, VOICE } from './slot';
import { billableSeconds, callUnits, chatUnits, isShort, type Tariff } from './tariff';
import { versionAt } from './versions';

/** The names behind a layer's codes. They may grow while the layer is being read. */
export interface LayerNames {
	readonly agents: readonly string[];
	readonly entities: readonly string[];
}

/** The result of rating, by row of a block. Reused from block to block. */
export interface Rated {
	/** bits of `slot.ts` */
	readonly state: Uint8Array;
	/** chat: messages; voice: the rated duration in ms */
	readonly quantity: Uint32Array;
	/** billable seconds */
	readonly seconds: Uint32Array;
	/** what the interaction draws, or would draw if it were metered, in units */
	readonly units: Float64Array;
}

export function newRated(rows = BLOCK_ROWS): Rated {
	return {
		state: new Uint8Array(rows),
		quantity: new Uint32Array(rows),
		seconds: new Uint32Array(rows),
		units: new Float64Array(rows)
	};
}

/** Rates the blocks of one layer. Register entries are found once per agent, not once per row. */
export class LayerRating {
	/** by 2 × agent code + voice: the entry where none names the row's entity */
	#entry = new Int32Array(0);
	/** by agent code, for the few agents with entries that name an entity: entity code → entries */
	#byEntity = new Map<number, Map<number, ByChannel>>();
	#entities = 0;

	/** `duration`: 0 rates calls by their quantity column, k by `durations[k − 1]`. */
	constructor(
		readonly plan: RatingPlan,
		readonly layer: string,
		readonly names: LayerNames,
		readonly duration: number
	) {}

	/** Position of the register entry of a row by its codes, or NO_ENTRY. `voice` is 0 or 1. */
	entryOf(agent: number, entity: number, voice: number): number {
		const named = this.#byEntity.size > 0 ? this.#byEntity.get(agent)?.get(entity) : undefined;
		return named ? (named[voice] as number) : (this.#entry[2 * agent + voice] as number);
	}

	/** Looks up the names that came since the last block. */
	#readNames(): void {
		const { agents, entities } = this.names;
		if (this.#entry.length === 2 * agents.length && this.#entities === entities.length) return;
		const codes = new Map(entities.map((name, code) => [name, code]));
		this.#entities = entities.length;
		this.#entry = new Int32Array(2 * agents.length).fill(NO_ENTRY);
		this.#byEntity.clear();
		for (const [code, name] of agents.entries()) {
			const own = this.plan.register.byAgent.get(name);
			if (!own) continue;
			this.#entry.set(own.anyEntity, 2 * code);
			const named = new Map<number, ByChannel>();
			for (const [entity, entries] of own.byEntity) {
				const entityCode = codes.get(entity);
				if (entityCode !== undefined) named.set(entityCode, entries);
			}
			if (named.size > 0) this.#byEntity.set(code, named);
		}
	}

	/**
	 * Rates rows `[first, end)` of a block into `out`, by the rules of domain.md §2 in their order. `block` is the
	 * block's number in the layer: a trial may end between rows of one instant.
	 */
	rate(columns: Columns, block: number, out: Rated, first = 0, end = columns.rows): void {
		if (first >= end) return;
		this.#readNames();
		const { plan } = this;
		const { start, kind, agent, entity } = columns;
		const further = this.duration === 0 ? null : columns.durations[this.duration - 1];
		if (further === undefined) throw new RangeError('duration');
		const { premium: entryPremium, licence: entryLicence, activation } = plan;
		const { state, quantity, seconds, units } = out;
		const entries = this.#entry;
		const named = this.#byEntity.size > 0;

		let version = versionAt(plan.versions, start[first] as number);
		let tariff = plan.tariffs[version] as Tariff;
		let next = plan.versions.from[version + 1] ?? Infinity;

		for (let r = first; r < end; r++) {
			const at = start[r] as number;
			while (at >= next) {
				version++;
				tariff = plan.tariffs[version] as Tariff;
				next = plan.versions.from[version + 1] ?? Infinity;
			}
			const kinds = kind[r] as number;
			const voice = (kinds & KIND_VOICE) === 0 ? 0 : 1;
			const code = agent[r] as number;
			const entry =
				(named ? this.entryOf(code, entity[r] as number, voice) : (entries[2 * code + voice] as number)) + 1;

			let premium = entryPremium[entry] as number;
			if ((kinds & KIND_PREMIUM) !== 0 || (voice === 1 && tariff.premiumCalls)) premium = 1;
			else if ((kinds & KIND_STANDARD) !== 0) premium = 0;

			let licence = entryLicence[entry] as number;
			if (licence === TRIAL && !this.#inTrial(entry, at, block, r)) licence = 0;
			let bits = licence | (premium === 1 ? PREMIUM : 0) | (at < (activation[entry] as number) ? EARLY : 0);

			let amount = columns.quantity[r] as number;
			if (voice === 0) {
				seconds[r] = 0;
				units[r] = chatUnits(amount, premium, tariff);
			} else {
				if (further !== null) {
					amount = further[r] as number;
					if (amount === NO_DURATION) amount = 0;
				}
				bits |= VOICE;
				let billable = 0;
				if (isShort(amount, tariff.rounding)) bits |= NON_BILLABLE;
				else billable = billableSeconds(amount, tariff.rounding);
				seconds[r] = billable;
				units[r] = callUnits(billable, premium, tariff);
			}
			quantity[r] = amount;
			state[r] = bits;
		}
	}

	/** Whether a row that starts at `at` is the trial's. `entry` is shifted by one, as in the plan. */
	#inTrial(entry: number, at: number, block: number, row: number): boolean {
		const { trialFrom, trialTo, tied } = this.plan;
		const to = trialTo[entry] as number;
		if (at < (trialFrom[entry] as number) || at > to) return false;
		return at < to || tied.has(addressKey(this.layer, block, row));
	}
}

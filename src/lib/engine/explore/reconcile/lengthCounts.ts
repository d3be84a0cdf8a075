import type { Rated } from '../../rating/layerRating';
import { isMetered, PREMIUM, SLOT, VOICE } from '../../rating/slot';
import type { CardVersions } from '../../rating/versions';
import { NO_DURATION, type Columns } from '../../table/columns';
import { isLive, type Live } from '../../table/live';
import type { RatedSummary } from '../../rollup/ratedSummary';
import type { Cycle } from '../../time';

/**
 * The bin of a length: twice its whole seconds, and one more where it is longer than them. Every rule counts in
 * whole seconds (domain.md §2 step 3), rounding up and comparing with a threshold alike, so lengths of one bin cost
 * the same under all of them.
 */
export const binOf = (ms: number): number => {
	const rest = ms % 1_000;
	return ((ms - rest) / 1_000) * 2 + (rest === 0 ? 0 : 1);
};

/** A length that stands for its bin, in ms. */
export const lengthOf = (bin: number): number => bin * 500;

/** Calls by bin of length: an array for the many short ones, a map for lengths beyond four hours. */
class Bins {
	#dense = new Float64Array(128);
	readonly #beyond = new Map<number, number>();

	add(bin: number): void {
		if (bin >= 32_768) {
			this.#beyond.set(bin, (this.#beyond.get(bin) ?? 0) + 1);
			return;
		}
		if (bin >= this.#dense.length) {
			const longer = new Float64Array(Math.max(bin + 1, 2 * this.#dense.length));
			longer.set(this.#dense);
			this.#dense = longer;
		}
		this.#dense[bin] = (this.#dense[bin] as number) + 1;
	}

	/** Bins with calls, ascending. */
	filled(): { bins: Float64Array; counts: Float64Array } {
		const bins: number[] = [];
		for (let bin = 0; bin < this.#dense.length; bin++) if (this.#dense[bin] !== 0) bins.push(bin);
		bins.push(...[...this.#beyond.keys()].sort((a, b) => a - b));
		const count = (bin: number) => this.#dense[bin] ?? (this.#beyond.get(bin) as number);
		return { bins: Float64Array.from(bins), counts: Float64Array.from(bins, count) };
	}
}

/** Metered calls of one stretch between bounds, one duration, one version of the card and one class, by length. */
export interface Lengths {
	readonly segment: number;
	readonly base: number;
	readonly version: number;
	/** 0 standard, 1 premium */
	readonly premium: number;
	/** ascending, see {@link binOf} */
	readonly bins: Float64Array;
	/** calls by bin */
	readonly counts: Float64Array;
}

/** Metered interactions whose credits no call rule moves, by stretch between bounds. */
export interface Fixed {
	readonly messages: Float64Array;
	readonly chatUnits: Float64Array;
	readonly calls: Float64Array;
	/** of calls kept as sums of days: known under the rules they were summed by only */
	readonly summedCalls: Float64Array;
	readonly summedUnits: Float64Array;
	readonly summedSeconds: Float64Array;
	readonly summedShort: Float64Array;
}

/** What one scan of the rows leaves: enough to rate them under every rule set. */
export interface LengthTable {
	/** ascending: stretch k is `[bounds[k], bounds[k + 1])` */
	readonly bounds: readonly number[];
	/** in order of base, then stretch */
	readonly lengths: readonly Lengths[];
	readonly fixed: Fixed;
	/** bases whose lengths are those of an earlier one in every call */
	readonly alike: ReadonlySet<number>;
}

/** Counts metered interactions between bounds, in any order of blocks. */
export class LengthCounts {
	readonly #bins: (Bins | undefined)[] = [];
	readonly #fixed: Fixed;
	readonly #differ: boolean[];

	/**
	 * @param bounds ascending, at least two
	 * @param bases number of durations that a call is rated by
	 */
	constructor(
		readonly bounds: readonly number[],
		readonly versions: CardVersions,
		readonly bases: number
	) {
		const column = () => new Float64Array(bounds.length - 1);
		this.#fixed = {
			messages: column(),
			chatUnits: column(),
			calls: column(),
			summedCalls: column(),
			summedUnits: column(),
			summedSeconds: column(),
			summedShort: column()
		};
		this.#differ = Array.from({ length: bases * bases }, () => false);
	}

	/** Adds the rows `[first, end)` of a rated block. `lengths`: by base, the column of its lengths in ms. */
	add(
		columns: Columns,
		rated: Rated,
		live: Live,
		lengths: readonly Uint32Array[],
		first = 0,
		end = columns.rows
	): void {
		const { bounds, versions, bases } = this;
		const { messages, chatUnits, calls } = this.#fixed;
		const ms = new Float64Array(bases);
		let segment = 0;
		let version = 0;
		for (let r = first; r < end; r++) {
			const at = columns.start[r] as number;
			if (at < (bounds[0] as number)) continue;
			while (at >= (bounds[segment + 1] ?? Infinity)) segment++;
			if (segment >= bounds.length - 1) return;
			while (at >= (versions.from[version + 1] ?? Infinity)) version++;
			const state = rated.state[r] as number;
			if (!isMetered(state) || !isLive(live, r)) continue;
			if ((state & VOICE) === 0) {
				messages[segment] = (messages[segment] as number) + (rated.quantity[r] as number);
				chatUnits[segment] = (chatUnits[segment] as number) + (rated.units[r] as number);
				continue;
			}
			calls[segment] = (calls[segment] as number) + 1;
			const premium = (state & PREMIUM) === 0 ? 0 : 1;
			for (let base = 0; base < bases; base++) {
				const length = lengths[base]?.[r] as number;
				const own = length === NO_DURATION ? 0 : length;
				ms[base] = own;
				for (let other = 0; other < base; other++)
					if (ms[other] !== own) this.#differ[base * bases + other] = true;
				this.#of(segment, base, version, premium).add(binOf(own));
			}
		}
	}

	/** Adds the days of a layer that is kept as sums; no bound may lie within one of them. */
	addDays({ summary, days, state, units }: RatedSummary): void {
		const { bounds } = this;
		const fixed = this.#fixed;
		const put = (column: Float64Array, segment: number, value: number) =>
			(column[segment] = (column[segment] as number) + value);
		for (let k = 0; k < summary.entries; k++) {
			const day = days[k] as Cycle;
			const slot = (state[k] as number) & SLOT;
			if (!isMetered(slot)) continue;
			if (day.end <= (bounds[0] as number) || day.start >= (bounds[bounds.length - 1] as number)) continue;
			const segment = bounds.findLastIndex((bound) => bound <= day.start);
			if (segment < 0 || day.end > (bounds[segment + 1] ?? -Infinity)) throw new RangeError('bounds');
			if ((slot & VOICE) === 0) {
				put(fixed.messages, segment, summary.quantity[k] as number);
				put(fixed.chatUnits, segment, units[k] as number);
				continue;
			}
			put(fixed.calls, segment, summary.interactions[k] as number);
			put(fixed.summedCalls, segment, summary.interactions[k] as number);
			put(fixed.summedUnits, segment, units[k] as number);
			put(fixed.summedSeconds, segment, summary.seconds[k] as number);
			put(fixed.summedShort, segment, summary.nonBillable[k] as number);
		}
	}

	#of(segment: number, base: number, version: number, premium: number): Bins {
		const { bounds, versions } = this;
		const at = ((base * (bounds.length - 1) + segment) * versions.cards.length + version) * 2 + premium;
		return (this.#bins[at] ??= new Bins());
	}

	finish(): LengthTable {
		const { bounds, versions, bases } = this;
		const cards = versions.cards.length;
		const lengths: Lengths[] = [];
		for (const [at, own] of this.#bins.entries()) {
			if (!own) continue;
			const place = (at - (at % 2)) / 2;
			const cell = (place - (place % cards)) / cards;
			lengths.push({
				segment: cell % (bounds.length - 1),
				base: (cell - (cell % (bounds.length - 1))) / (bounds.length - 1),
				version: place % cards,
				premium: at % 2,
				...own.filled()
			});
		}
		const alike = new Set<number>();
		for (let base = 1; base < bases; base++)
			for (let other = 0; other < base; other++) if (!this.#differ[base * bases + other]) alike.add(base);
		return { bounds, lengths, fixed: this.#fixed, alike };
	}
}

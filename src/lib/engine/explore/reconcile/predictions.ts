import { billableSeconds, callUnits, isShort, type Tariff } from '../../rating/tariff';
import { lengthOf, type LengthTable } from './lengthCounts';
import type { Period } from './periods';
import { roundingOf, type RuleSet, type RuleSpace } from './rules';

/** What the metered interactions of a period come to under a rule set. */
export interface Prediction {
	/** 1/60,000 credits; calls and chats */
	readonly units: number;
	readonly voiceUnits: number;
	readonly chatUnits: number;
	/** billable seconds */
	readonly seconds: number;
	/** every call, short ones too */
	readonly calls: number;
	/** calls below the threshold */
	readonly shortCalls: number;
	readonly messages: number;
}

/** Sums before each bound: `sums[k]` is of the stretches before bound k. */
interface Prefix {
	readonly units: Float64Array;
	readonly seconds: Float64Array;
	readonly short: Float64Array;
}

function prefixed(column: Float64Array): Float64Array {
	const sums = new Float64Array(column.length + 1);
	for (let k = 0; k < column.length; k++) sums[k + 1] = (sums[k] as number) + (column[k] as number);
	return sums;
}

/** Rates everything that was counted, by bin and not by row: once for each base, rounding and threshold asked for. */
export class Predictions {
	readonly #prefixes = new Map<string, Prefix>();
	readonly #position: ReadonlyMap<number, number>;
	readonly #messages: Float64Array;
	readonly #chatUnits: Float64Array;
	readonly #calls: Float64Array;
	readonly #summedCalls: Float64Array;

	/** `tariffs`: by version of the card. */
	constructor(
		readonly table: LengthTable,
		readonly space: RuleSpace,
		readonly tariffs: readonly Tariff[]
	) {
		this.#position = new Map(table.bounds.map((bound, k) => [bound, k]));
		this.#messages = prefixed(table.fixed.messages);
		this.#chatUnits = prefixed(table.fixed.chatUnits);
		this.#calls = prefixed(table.fixed.calls);
		this.#summedCalls = prefixed(table.fixed.summedCalls);
	}

	/** The stretches `[first, end)` of a period of the space. */
	stretches(period: number): { readonly first: number; readonly end: number } {
		const { start, end } = (this.space.periods[period] as Period).cycle;
		return { first: this.#position.get(start) as number, end: this.#position.get(end) as number };
	}

	of(rules: RuleSet): Prediction {
		const { first, end } = this.stretches(rules.period);
		const between = (sums: Float64Array) => (sums[end] as number) - (sums[first] as number);
		const prefix = this.#prefix(rules);
		const voiceUnits = between(prefix.units);
		const chatUnits = between(this.#chatUnits);
		return {
			units: voiceUnits + chatUnits,
			voiceUnits,
			chatUnits,
			seconds: between(prefix.seconds),
			calls: between(this.#calls),
			shortCalls: between(prefix.short),
			messages: between(this.#messages)
		};
	}

	/** Whether a rule set can be tried: calls kept as sums of days are known under the card's own rules only. */
	canTry({ rounding, threshold, period, base }: RuleSet): boolean {
		const { first, end } = this.stretches(period);
		const summed = (this.#summedCalls[end] as number) - (this.#summedCalls[first] as number);
		return summed === 0 || (rounding === 0 && threshold === 0 && base === 0);
	}

	#prefix(rules: RuleSet): Prefix {
		const key = `${rules.base} ${rules.rounding} ${rules.threshold}`;
		const known = this.#prefixes.get(key);
		if (known) return known;
		const { fixed } = this.table;
		const units = fixed.summedUnits.slice();
		const seconds = fixed.summedSeconds.slice();
		const short = fixed.summedShort.slice();
		const add = (column: Float64Array, k: number, value: number) =>
			(column[k] = (column[k] as number) + value);
		for (const { segment, base, version, premium, bins, counts } of this.table.lengths) {
			if (base !== rules.base) continue;
			const tariff = this.tariffs[version] as Tariff;
			const rounding = roundingOf(this.space, rules, tariff);
			const own = { ...tariff, rounding };
			for (let k = 0; k < bins.length; k++) {
				const ms = lengthOf(bins[k] as number);
				const count = counts[k] as number;
				if (isShort(ms, rounding)) {
					add(short, segment, count);
					continue;
				}
				const billable = billableSeconds(ms, rounding);
				add(seconds, segment, billable * count);
				add(units, segment, callUnits(billable, premium, own) * count);
			}
		}
		const prefix = { units: prefixed(units), seconds: prefixed(seconds), short: prefixed(short) };
		this.#prefixes.set(key, prefix);
		return prefix;
	}

	/**
	 * Whether two rule sets of one base give every interaction the same credits: they then agree on any invoice, and
	 * no row of these can tell them apart.
	 */
	sameRows(a: RuleSet, b: RuleSet): boolean {
		if (a.base !== b.base) return false;
		const [of, other] = [this.stretches(a.period), this.stretches(b.period)];
		const inside = (segment: number, { first, end }: { first: number; end: number }) =>
			segment >= first && segment < end;
		const { fixed, lengths } = this.table;
		for (let k = 0; k < fixed.calls.length; k++) {
			const holds = fixed.chatUnits[k] !== 0 || fixed.summedCalls[k] !== 0;
			if (holds && inside(k, of) !== inside(k, other)) return false;
		}
		for (const { segment, base, version, premium, bins } of lengths) {
			if (base !== a.base) continue;
			const [ofA, ofB] = [inside(segment, of), inside(segment, other)];
			if (!ofA && !ofB) continue;
			const tariff = this.tariffs[version] as Tariff;
			const [byA, byB] = [a, b].map((rules) => ({
				...tariff,
				rounding: roundingOf(this.space, rules, tariff)
			})) as [Tariff, Tariff];
			for (const bin of bins)
				if (unitsOf(lengthOf(bin), premium, byA, ofA) !== unitsOf(lengthOf(bin), premium, byB, ofB))
					return false;
		}
		return true;
	}
}

/** Units of one call; outside the period none. */
export function unitsOf(ms: number, premium: number, tariff: Tariff, inside = true): number {
	if (!inside || isShort(ms, tariff.rounding)) return 0;
	return callUnits(billableSeconds(ms, tariff.rounding), premium, tariff);
}

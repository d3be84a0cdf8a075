import { PATTERN_DAYS, type DaySeries, type Factor, type UsageDays } from './days';
import type { Pattern } from './pattern';
import { candidatesOf, type Candidate } from './scan';

/** A new series is told of from this share of everyone's credits on. */
const LEAST_SHARE = 0.05;
/** Findings of agents that make up this share of a wider one explain it. */
const EXPLAINED = 0.5;

/** Days of one series that are out of its pattern. */
export interface Anomaly {
	readonly series: DaySeries;
	/** what was out of pattern, the strongest first; none: the series is new */
	readonly factors: readonly Factor[];
	/** the pattern of the first factor; null for a new series */
	readonly pattern: Pattern | null;
	/** indices of days, half-open */
	readonly from: number;
	readonly to: number;
	/** units above what was expected, by day of `[from, to)`; of a new series all it drew */
	readonly above: Float64Array;
}

const sum = (values: Float64Array, from = 0, to = values.length): number =>
	values.subarray(from, to).reduce((a, b) => a + b, 0);

/** Units above expectation of an anomaly. */
export const aboveOf = ({ above }: Anomaly): number => sum(above);

/** How many times what was expected was drawn; infinite for a new series. */
export function timesOf({ series, from, to, above, factors }: Anomaly): number {
	const units = sum(series.units, from, to);
	return factors.length === 0 ? Infinity : units / (units - sum(above));
}

const touch = (a: Pick<Candidate, 'from' | 'to'>, b: Pick<Candidate, 'from' | 'to'>): boolean =>
	a.from <= b.to && b.from <= a.to;

/**
 * What one series has of candidates, as stretches of days that do not touch: the strongest window and what touches it
 * of the same factor are one stretch; other factors out of pattern on the same days share in its causes. What is above
 * expectation is what the days would have drawn less with these factors as usual and the others as they were, since
 * credits are their product.
 */
function ofOneSeries(candidates: readonly Candidate[]): Anomaly[] {
	const left = [...candidates].sort((a, b) => b.z - a.z);
	const found: Anomaly[] = [];
	while (left.length > 0) {
		const [best] = left as [Candidate];
		const { series, pattern, factor } = best;
		// Windows that contain a part of the strongest one are weaker views of it; disjoint ones prolong it.
		let [from, to] = [best.from, best.to];
		for (const one of left)
			if (one.factor === factor && (one.to === from || one.from === to))
				[from, to] = [Math.min(from, one.from), Math.max(to, one.to)];
		const here = left.filter((one) => touch(one, { from, to }));
		const factors = [
			...new Set(here.filter((one) => one.from < to && from < one.to).map((one) => one.factor))
		];
		const patterns = factors.map((name) => (here.find((one) => one.factor === name) as Candidate).pattern);
		const above = series.units.slice(from, to).map((units, k) => {
			const usual = patterns.reduce(
				(product, { expected, actual }) =>
					(product * (expected[from + k] as number)) / (actual[from + k] as number),
				1
			);
			return units > 0 && Number.isFinite(usual) ? units * (1 - usual) : 0;
		});
		if (sum(above) > 0) found.push({ series, factors, pattern, from, to, above });
		for (const one of here) left.splice(left.indexOf(one), 1);
	}
	return found;
}

/** Agents, and entities, whose first use is watched, of some weight, with enough known days before it. */
function newcomers({ series, known, watchFrom }: UsageDays): Anomaly[] {
	const everyone = series.find(({ of }) => of === 'all');
	const start = everyone?.interactions.findIndex((count) => count > 0) ?? -1;
	if (!everyone || start < 0) return [];
	return series.flatMap((one) => {
		const from = one.interactions.findIndex((count) => count > 0);
		if (one.of === 'all' || from < watchFrom || sum(Float64Array.from(known), start, from) < PATTERN_DAYS)
			return [];
		const to = one.interactions.findLastIndex((count) => count > 0) + 1;
		const drawn = sum(one.units, from, to);
		if (drawn === 0 || drawn < LEAST_SHARE * sum(everyone.units, from, to)) return [];
		return [{ series: one, factors: [], pattern: null, from, to, above: one.units.slice(from, to) }];
	});
}

/**
 * What is out of pattern in the watched days, most credits above expectation first. What an agent's findings explain by
 * half is not said again of its entity or of everyone; where they do not, the wider finding stands in their place.
 */
export function anomaliesOf(days: UsageDays): Anomaly[] {
	const bySeries = new Map<DaySeries, Candidate[]>();
	for (const one of candidatesOf(days)) bySeries.set(one.series, [...(bySeries.get(one.series) ?? []), one]);
	const single = [...newcomers(days), ...[...bySeries.values()].flatMap(ofOneSeries)];
	let found: Anomaly[] = [];
	for (const of of ['agent', 'entity', 'all'] as const)
		for (const one of single.filter(({ series }) => series.of === of)) {
			const inside = found.filter((other) => other.series.of !== of && touch(one, other));
			const explained = inside.reduce((units, other) => units + aboveOf(other), 0);
			if (inside.length > 0 && explained >= EXPLAINED * aboveOf(one)) continue;
			found = [...found.filter((other) => !inside.includes(other)), one];
		}
	return found.sort((a, b) => aboveOf(b) - aboveOf(a));
}

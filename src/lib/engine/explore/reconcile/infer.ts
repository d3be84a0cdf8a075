import type { Comparison } from './invoice';
import type { Prediction, Predictions } from './predictions';
import { differences, type RuleSet } from './rules';

/** A rule set that meets every total, with those that give each interaction the same credits. */
export interface Explanation {
	readonly rules: RuleSet;
	readonly prediction: Prediction;
	/** simplest first; no row of the file tells them from `rules` */
	readonly alike: readonly RuleSet[];
}

export interface Inference {
	/** rule sets that meet all totals, those that rate some row differently apart, simplest first */
	readonly explanations: readonly Explanation[];
	/** rule sets that were compared */
	readonly tried: number;
	/** rule sets that were not: days kept as sums cannot be rated anew */
	readonly untried: number;
	/** where nothing fits: the rule sets whose credits come nearest, nearest first */
	readonly nearest: readonly { readonly rules: RuleSet; readonly prediction: Prediction }[];
}

/** Every rule set of a space, simplest first: fewest differences from what is in force, then the usual ones. */
function* ruleSets({ space, table }: Predictions): Generator<RuleSet> {
	const all: { rules: RuleSet; ways: number; place: number }[] = [];
	for (const rounding of space.roundings.keys())
		for (const threshold of space.thresholds.keys())
			for (const period of space.periods.keys())
				for (const base of space.bases.keys()) {
					// Lengths that are the same in every call are one duration under two names.
					if (table.alike.has(base)) continue;
					const rules = { rounding, threshold, period, base };
					all.push({ rules, ways: differences(space, rules), place: rounding + threshold + period + base });
				}
	all.sort((a, b) => a.ways - b.ways || a.place - b.place);
	for (const { rules } of all) yield rules;
}

const NEAREST = 3;

/**
 * Which rule sets explain an invoice: all of the space are compared with all of its totals.
 * @param wanted units that the invoice says were used, for the nearest where nothing fits; null: it does not say
 */
export function infer(predictions: Predictions, comparison: Comparison, wanted: number | null): Inference {
	const explanations: { rules: RuleSet; prediction: Prediction; alike: RuleSet[] }[] = [];
	const near: { rules: RuleSet; prediction: Prediction; off: number }[] = [];
	let [tried, untried] = [0, 0];
	for (const rules of ruleSets(predictions)) {
		if (!predictions.canTry(rules)) {
			untried++;
			continue;
		}
		tried++;
		const prediction = predictions.of(rules);
		if (comparison.allMet(prediction)) {
			const same = explanations.find(
				(known) =>
					known.prediction.units === prediction.units &&
					known.prediction.seconds === prediction.seconds &&
					predictions.sameRows(known.rules, rules)
			);
			if (same) same.alike.push(rules);
			else explanations.push({ rules, prediction, alike: [] });
		} else if (wanted !== null && explanations.length === 0) {
			const off = Math.abs(prediction.units - wanted);
			// The simplest of several that come equally near stays.
			if (near.some((one) => one.prediction.units === prediction.units)) continue;
			near.push({ rules, prediction, off });
			near.sort((a, b) => a.off - b.off);
			near.length = Math.min(near.length, NEAREST);
		}
	}
	return { explanations, tried, untried, nearest: explanations.length > 0 ? [] : near };
}

import { anomaliesOf } from '../../../src/lib/engine/explore/anomaly';
import { affected, injections, makeCase, quietCase, type Noise } from './cases';

/** How one kind of injection fared. */
export interface Kind {
	readonly what: 'interactions' | 'size';
	readonly cv: number;
	readonly times: number;
	cases: number;
	/** a finding on one of its days names its agent, its entity or everyone */
	found: number;
	/** the agent itself is named */
	named: number;
	/** and the cause is the right one */
	cause: number;
	/** findings elsewhere, or on other days */
	wrong: number;
	/** expected number found by the best test that knows the place, at one false alarm in 20 */
	placeKnown: number;
	/** by the best test that has to look everywhere, at one false finding in ten workspaces of 60 days */
	placeUnknown: number;
}

export interface Score {
	readonly kinds: readonly Kind[];
	/** false findings in quiet cases, each of 60 days */
	readonly quiet: readonly number[];
}

/** Chance that a standard normal number lies below z: Abramowitz and Stegun (1964) 26.2.17, to seven places. */
function below(z: number): number {
	if (z < 0) return 1 - below(-z);
	const t = 1 / (1 + 0.2316419 * z);
	const tail =
		t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return 1 - (tail * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** One chance in 20; and .1 over 12 agents × 2 factors × 60 days × 5 lengths. */
const [KNOWN_Z, UNKNOWN_Z] = [1.645, 4.345];

/** Injected and quiet cases, found and scored. The same seed gives the same score. */
export function score(injected: number, quiet: number, seed: number, noise: Noise = 'days'): Score {
	const kinds = new Map<string, Kind>();
	for (const [k, { cv, injection }] of injections(injected, seed).entries()) {
		const { what, times } = injection;
		const key = `${what} ${cv} ${times}`;
		const kind = kinds.get(key) ?? {
			...{ what, cv, times },
			...{ cases: 0, found: 0, named: 0, cause: 0, wrong: 0, placeKnown: 0, placeUnknown: 0 }
		};
		kinds.set(key, kind);
		const made = makeCase(1_000 * seed + k, cv, injection, noise);
		const there = affected(made, injection);
		const findings = anomaliesOf(made.days);
		const right = findings.filter(
			({ series, from, to }) => there.includes(series) && from < injection.to && injection.from < to
		);
		const named = right.filter(({ series }) => series === there[0]);
		kind.cases++;
		if (right.length > 0) kind.found++;
		if (named.length > 0) kind.named++;
		if (named.some(({ factors }) => factors[0] === what)) kind.cause++;
		kind.wrong += findings.length - right.length;
		kind.placeKnown += below(made.distance - KNOWN_Z);
		kind.placeUnknown += below(made.distance - UNKNOWN_Z);
	}
	return {
		kinds: [...kinds.values()].sort(
			(a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0) || a.cv - b.cv || a.times - b.times
		),
		quiet: Array.from(
			{ length: quiet },
			(_, k) => anomaliesOf(quietCase(k, 1_000 * seed + 500_000, noise).days).length
		)
	};
}

/** Sums over kinds. */
export function sumKinds(kinds: readonly Kind[]) {
	const sum = (of: (kind: Kind) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
	const found = sum((kind) => kind.found);
	const wrong = sum((kind) => kind.wrong);
	return {
		cases: sum((kind) => kind.cases),
		found,
		wrong,
		named: sum((kind) => kind.named),
		cause: sum((kind) => kind.cause),
		precision: found / (found + wrong),
		placeKnown: sum((kind) => kind.placeKnown),
		placeUnknown: sum((kind) => kind.placeUnknown)
	};
}

import { costAt, includedUpTo, stopsAt, type Plan, type PlanPolicy, type PlanTerms } from './plan';

/** A stretch of demand, in whole credits from the one after `from` (from 0 on in the first) to `to`, both included. */
export interface Band {
	/** index of the cheapest tier that serves all of it, the lower one among equals; null: agents stop on every tier */
	readonly tier: number | null;
	readonly from: number;
	readonly to: number;
}

/** Demands looked at between the places where a cost bends: enough to find each winner, whose edges are then exact. */
const LOOKS = 600;

/** Index of the cheapest tier without a stop at this demand; null: none has a price and serves it. */
function cheapestAt(terms: PlanTerms, policy: PlanPolicy, demand: number): number | null {
	let best: number | null = null;
	let least = Infinity;
	terms.tiers.forEach((_, tier) => {
		const plan = { tier, policy };
		if (demand > stopsAt(terms, plan)) return;
		const cost = costAt(terms, plan, demand);
		if (cost === null || cost >= least) return;
		[best, least] = [tier, cost];
	});
	return best;
}

/** Demands at which some plan's cost may bend or jump, up to `most`. */
function bends(terms: PlanTerms, policy: PlanPolicy, most: number): number[] {
	const found = new Set([0, most]);
	terms.tiers.forEach((_, tier) => {
		const limits = [includedUpTo(terms, tier, tier), stopsAt(terms, { tier, policy })];
		if (policy === 'upgrade')
			for (let to = tier; to < terms.tiers.length; to++) limits.push(includedUpTo(terms, tier, to));
		for (const limit of limits) {
			if (limit <= most) found.add(limit);
			if (limit + 1 <= most) found.add(limit + 1);
		}
	});
	for (let k = 1; k < LOOKS; k++) found.add(Math.round((k * most) / LOOKS));
	return [...found].sort((a, b) => a - b);
}

/**
 * Which tier is the cheapest at each demand from 0 to `most` whole credits. The edges are exact to the credit: with
 * overage at one price they are the break-evens of domain.md §4.
 */
export function cheapestBands(terms: PlanTerms, policy: PlanPolicy, most: number): Band[] {
	const bands: Band[] = [];
	let tier = cheapestAt(terms, policy, 0);
	let from = 0;
	let last = 0;
	for (const demand of bends(terms, policy, most)) {
		const now = cheapestAt(terms, policy, demand);
		while (tier !== now) {
			let high = demand;
			while (high - last > 1) {
				const middle = (last + high) >> 1;
				if (cheapestAt(terms, policy, middle) === tier) last = middle;
				else high = middle;
			}
			bands.push({ tier, from, to: last });
			from = last;
			last = high;
			tier = cheapestAt(terms, policy, high);
		}
		last = demand;
	}
	bands.push({ tier, from, to: most });
	return bands;
}

/** What a cycle with so many credits of demand costs. */
export interface CostPoint {
	readonly demand: number;
	readonly cost: number;
}

/**
 * The cost of a plan from one demand to another, as corners of a line that runs straight between them (a jump takes one
 * credit). It ends where agents stop, or where a price is missing.
 */
export function costLine(terms: PlanTerms, plan: Plan, from: number, to: number): CostPoint[] {
	const end = Math.min(to, stopsAt(terms, plan));
	const corners: CostPoint[] = [];
	const slope = (a: CostPoint, b: CostPoint) => (b.cost - a.cost) / (b.demand - a.demand);
	for (const demand of new Set([from, ...bends(terms, plan.policy, to), end])) {
		if (demand < from || demand > end) continue;
		const cost = costAt(terms, plan, demand);
		if (cost === null) break;
		const [before, last] = corners.slice(-2);
		const point = { demand, cost };
		if (before && last && Math.abs(slope(before, last) - slope(last, point)) < 1e-9) corners.pop();
		corners.push(point);
	}
	return corners;
}

/** What is odd about a list of prices. */
export type Oddity =
	/** `by`, no dearer, holds at least as much */
	| { readonly kind: 'dominated'; readonly tier: number; readonly by: number }
	/** several plans side by side hold at least as much for less */
	| {
			readonly kind: 'stack';
			readonly tier: number;
			readonly parts: readonly number[];
			readonly saves: number;
	  };

/** People buy a few plans side by side, not dozens. */
const MOST_PARTS = 4;

/** The cheapest few plans that together hold at least so many credits, of tiers below `tier`. */
function cheapestStack({ tiers }: PlanTerms, tier: number): { parts: number[]; price: number } | null {
	const needed = tiers[tier]?.credits ?? 0;
	let best: { parts: number[]; price: number } | null = null;
	const add = (parts: number[], credits: number, price: number, largest: number): void => {
		if (best && price >= best.price) return;
		if (credits >= needed) {
			best = { parts, price };
			return;
		}
		if (parts.length === MOST_PARTS) return;
		for (let k = largest; k >= 0; k--) {
			const own = tiers[k];
			if (own && own.price !== null) add([...parts, k], credits + own.credits, price + own.price, k);
		}
	};
	add([], 0, 0, tier - 1);
	return best;
}

/** Tiers whose prices make no sense beside the others: at most one finding each, the larger saving. */
export function oddities(terms: PlanTerms): Oddity[] {
	return terms.tiers.flatMap(({ price }, tier): Oddity[] => {
		if (price === null) return [];
		const by = terms.tiers.findIndex((other, k) => k > tier && other.price !== null && other.price <= price);
		if (by >= 0) return [{ kind: 'dominated', tier, by }];
		const stack = cheapestStack(terms, tier);
		return stack && stack.price < price
			? [{ kind: 'stack', tier, parts: stack.parts, saves: price - stack.price }]
			: [];
	});
}

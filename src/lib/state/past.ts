import { termOf } from '$lib/engine/ledger/terms';
import { add, compare, decimal, subtract, ZERO, type Ratio } from '$lib/engine/money';
import type { Cycle } from '$lib/engine/time';
import * as format from '$lib/i18n/format';
import { past as words } from '$lib/i18n/past';
import type {
	ChoicesAsk,
	Context,
	PastChoice,
	PastLedger,
	PastPlan,
	PastSum,
	PastView,
	PlanPolicy
} from '$lib/workers/api';
import { shownAmount } from './costs';
import { termsUnder } from './planTerms';
import { unpriced } from './schedule';

/** Agents may stop in so many of 100 courses, as the best plans for twelve months allow at first. */
const TOLERANCE = 0.1;

/** The question of what would have been recommended at the start of each past cycle. */
export function choicesAsk(view: PastView, { contract, zone }: Context, policy: PlanPolicy): ChoicesAsk {
	const term = termOf(contract, { zone, anchorDay: contract.cycleAnchorDay });
	const cycles = view.cycles.map(({ cycle, card }) => ({
		cycle,
		// What any plan costs moves no choice; the money shown is the ledger's.
		terms: termsUnder(card, contract, 0),
		locked: term !== null && cycle.start > term.start && cycle.start < term.end
	}));
	const bare = cycles.every(({ terms }) => unpriced(terms));
	return {
		// Without any price the smallest plans that last are looked for.
		policy: bare ? 'off' : policy,
		tolerance: TOLERANCE,
		cycles: bare
			? cycles.map((one) => ({
					...one,
					terms: {
						...one.terms,
						tiers: one.terms.tiers.map(({ credits }) => ({ credits, price: credits }))
					}
				}))
			: cycles
	};
}

export const plansUnder = ({ plans }: PastView, policy: PlanPolicy): PastPlan[] =>
	plans.filter((plan) => plan.policy === policy);

/** The plan that answers the screen's question: of those on which agents never stopped the cheapest, or null. */
export function bestPast(plans: readonly PastPlan[]): PastPlan | null {
	const open = plans.filter(({ sum }) => sum.total !== null && sum.stopped === 0);
	return cheapest(open, ({ sum }) => decimal(sum.total as string));
}

function cheapest<T>(all: readonly T[], price: (one: T) => Ratio): T | null {
	return all.reduce<T | null>(
		(best, one) => (best === null || compare(price(one), price(best)) < 0 ? one : best),
		null
	);
}

const money = (amount: string, { contract }: Context) => format.money(amount, contract.currency);
const months = (count: number) => words.current.months(count, format.integer(count));

/** The back-test's answer. */
export function pastTitle(view: PastView, policy: PlanPolicy, context: Context): string {
	const t = words.current.title;
	const count = view.cycles.length;
	if (count === 0) return t.none;
	const best = bestPast(plansUnder(view, policy));
	if (best) {
		const cost = money(best.sum.total as string, context);
		return t.least[policy](months(count), format.integer(best.includedCredits), cost);
	}
	const lasting = plansUnder(view, 'off').find(({ sum }) => sum.stopped === 0);
	return lasting ? t.lasts(months(count), format.integer(lasting.includedCredits)) : t.stops(months(count));
}

/** `$1,300 less than`, `$20 more than`, or as much: of two exact amounts. */
function beside(amount: string, other: string, context: Context): string {
	const t = words.current.lead;
	const difference = subtract(decimal(amount), decimal(other));
	const order = compare(difference, ZERO);
	if (order === 0) return t.same;
	return (order > 0 ? t.more : t.less)(
		format.money(Math.abs(shownAmount(difference)), context.contract.currency)
	);
}

/** Beside the contract as it was entered. */
export function pastLead(view: PastView, policy: PlanPolicy, context: Context): string {
	const t = words.current.lead;
	const best = bestPast(plansUnder(view, policy));
	const own = view.contract;
	if (view.cycles.length === 0) return t.needed;
	if (!own) return t.noContract;
	if (own.total === null) return t.noPrice(own.stopped, format.integer(own.stopped));
	const paid = t.contract(money(own.total, context), own.stopped, format.integer(own.stopped));
	return best?.sum.total ? `${paid} ${t.that(beside(best.sum.total, own.total, context))}` : paid;
}

/** What is left out or unknown, a sentence each. */
export function pastNotes({ cycles, leftOut }: PastView): string[] {
	const t = words.current.notes;
	const stood = cycles.filter(({ censored }) => censored).length;
	return [
		...(leftOut > 0 ? [t.leftOut(leftOut, format.integer(leftOut))] : []),
		...(stood > 0 ? [t.censored(stood, format.integer(stood))] : [])
	];
}

/** One month of the table, in the order of the cycles. */
export interface PastMonth {
	readonly name: string;
	readonly cycle: Cycle;
	readonly censored: boolean;
	readonly demand: number;
	readonly contract: PastLedger | null;
	/** the plan on screen */
	readonly plan: PastLedger | null;
	/** what would have been recommended, and what it would have cost */
	readonly choice: PastChoice | null;
	readonly followed: PastLedger | null;
	/** the plan that was cheapest in this month, of those on which agents did not stop; null: no price, or none */
	readonly best: { readonly includedCredits: number; readonly total: string } | null;
}

/** Past months under one policy, one row each. `tier`: of the plan on screen. */
export function pastMonths(
	view: PastView,
	policy: PlanPolicy,
	tier: number | null,
	choices: readonly PastChoice[] | null,
	{ zone }: Context
): PastMonth[] {
	const plans = plansUnder(view, policy);
	const ledger = (credits: number | null, k: number) =>
		plans.find(({ includedCredits }) => includedCredits === credits)?.ledgers[k] ?? null;
	return view.cycles.map(({ cycle, censored, demand, contract }, k) => {
		const choice = choices?.[k] ?? null;
		const open = plans.flatMap(({ includedCredits, ledgers }) => {
			const one = ledgers[k];
			return one && one.cost.total !== null && !one.stopped
				? [{ includedCredits, total: one.cost.total }]
				: [];
		});
		return {
			name: format.cycleName(cycle, zone.name),
			cycle,
			censored,
			demand,
			contract,
			plan: ledger(tier, k),
			choice,
			followed: choice && choice.kind !== 'tooFewDays' ? ledger(choice.includedCredits, k) : null,
			best: cheapest(open, ({ total }) => decimal(total))
		};
	});
}

/** The exact sum of what some months cost; null where one is not known. */
function sumOf(ledgers: readonly (PastLedger | null)[]): Ratio | null {
	let sum = ZERO;
	for (const one of ledgers) {
		if (!one || one.cost.total === null) return null;
		sum = add(sum, decimal(one.cost.total));
	}
	return sum;
}

/** The last row of the table of months. Credits; money exact, null where a month has none or no price. */
export interface PastTotals {
	readonly demand: number;
	readonly contract: Ratio | null;
	readonly plan: Ratio | null;
	readonly followed: Ratio | null;
	readonly best: Ratio | null;
}

/** All months together. */
export function pastTotals(months_: readonly PastMonth[]): PastTotals {
	const best = months_.map((one) => one.best && decimal(one.best.total));
	return {
		demand: months_.reduce((sum, { demand }) => sum + demand, 0),
		contract: sumOf(months_.map(({ contract }) => contract)),
		plan: sumOf(months_.map(({ plan }) => plan)),
		followed: sumOf(months_.map(({ followed }) => followed)),
		best: best.reduce<Ratio | null>((sum, own) => sum && own && add(sum, own), ZERO)
	};
}

/** What following the recommendation would have cost, beside the best plan of hindsight and the contract. */
export function followedSentences(
	months_: readonly PastMonth[],
	plans: readonly PastPlan[],
	context: Context
): string[] {
	const t = words.current.followed;
	if (months_.length === 0 || months_.some(({ choice }) => choice === null)) return [];
	const known = months_.filter(({ choice }) => choice?.kind !== 'tooFewDays');
	const unknown = months_.length - known.length;
	const tooLittle = unknown > 0 ? [t.tooLittle(unknown, format.integer(unknown))] : [];
	if (known.length === 0) return tooLittle;
	const amount = (sum: Ratio) => format.money(shownAmount(sum), context.contract.currency);
	const total = (of: (one: PastMonth) => PastLedger | null) => sumOf(known.map(of));
	const cost = total(({ followed }) => followed);
	const stopped = known.filter(({ followed }) => followed?.stopped).length;
	if (cost === null) return [t.unpriced, ...tooLittle];
	const places = known.map((one) => months_.indexOf(one));
	const hindsight = cheapest(
		plans.flatMap(({ includedCredits, ledgers }) => {
			const own = places.map((k) => ledgers[k] ?? null);
			const sum = sumOf(own);
			return sum === null || own.some((one) => one?.stopped) ? [] : [{ includedCredits, sum }];
		}),
		({ sum }) => sum
	);
	const contract = total((one) => one.contract);
	return [
		t.cost(months(known.length), amount(cost), stopped, format.integer(stopped)),
		...(hindsight ? [t.hindsight(format.integer(hindsight.includedCredits), amount(hindsight.sum))] : []),
		...(contract === null ? [] : [t.contract(amount(contract))]),
		...tooLittle
	];
}

/** A row of the picture: a plan's money in two parts. */
export interface PastBar {
	readonly id: string;
	readonly name: string;
	readonly own: boolean;
	readonly best: boolean;
	/** numbers for lengths; the text is exact */
	readonly price: number;
	readonly overage: number;
	readonly amount: string;
	/** months in which agents would have stopped, in words; '' for none */
	readonly stops: string;
}

function barOf(
	id: string,
	name: string,
	sum: PastSum,
	context: Context,
	own: boolean,
	best: boolean
): PastBar[] {
	if (sum.total === null || sum.overage === null) return [];
	const overage = Number(sum.overage);
	return [
		{
			id,
			name,
			own,
			best,
			price: Math.max(0, Number(sum.total) - overage),
			overage,
			amount: money(sum.total, context),
			stops: sum.stopped > 0 ? words.current.stopsIn(sum.stopped, format.integer(sum.stopped)) : ''
		}
	];
}

/** Bars of the contract and of every plan with a price. */
export function pastBars(
	view: PastView,
	policy: PlanPolicy,
	tier: number | null,
	context: Context
): PastBar[] {
	const plans = plansUnder(view, policy);
	const best = bestPast(plans);
	return [
		...(view.contract ? barOf('contract', words.current.contract, view.contract, context, false, false) : []),
		...plans.flatMap(({ includedCredits, sum }) =>
			barOf(
				String(includedCredits),
				format.integer(includedCredits),
				sum,
				context,
				includedCredits === tier,
				includedCredits === best?.includedCredits
			)
		)
	];
}

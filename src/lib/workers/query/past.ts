import {
	costOf,
	hasTier,
	upgradeAtRunOut,
	upgradeLadder,
	type CycleTerms,
	type HeldTier,
	type LedgerResult,
	type LedgerTerms
} from '../../engine/ledger';
import { compare, decimal, sumMoney } from '../../engine/money';
import { creditsOfUnits } from '../../engine/rating';
import { stretchesBefore } from '../../engine/rollup';
import type {
	CostView,
	ForecastInput,
	PastAsk,
	PastCycleView,
	PastLedger,
	PastPlan,
	PastSum,
	PastView,
	PlanPolicy,
	SmallPrintView
} from '../api';
import { costBasis } from './cycle';
import { censoredOf, forecastInput } from './history';
import type { Usage } from './usage';
import { wholeCycles } from './wholeCycles';

/** What a cycle demanded, exactly. */
export function unitsIn({ timeline }: Usage, { cycle }: CycleTerms): number {
	const before = (at: number) => timeline.unitsBefore[stretchesBefore(timeline, at)] as number;
	return before(cycle.end) - before(cycle.start);
}

/** Settles one cycle: ledgers and their cost, with what the cycle costs on any plan looked up once. */
export async function settler(usage: Usage, terms: CycleTerms) {
	const { zone, settings } = usage.rules;
	const basis = await costBasis(usage, terms);
	const view = (result: LedgerResult, held: readonly HeldTier[]): PastLedger => ({
		endsOn: (held[held.length - 1] as HeldTier).tier,
		stopped: result.stops.length > 0,
		overageCredits: creditsOfUnits(result.overage),
		unservedCredits: creditsOfUnits(result.unserved),
		unservedInteractions: result.unservedInteractions,
		cost: costOf({
			contract: settings.contract,
			zone,
			cycle: terms.cycle,
			card: terms.card,
			held,
			overageUnits: result.overage,
			...basis
		})
	});
	return async (own: LedgerTerms, policy: PlanPolicy | null): Promise<PastLedger> => {
		if (policy !== 'upgrade') {
			const result = await usage.ledger(own);
			return view(result, result.held);
		}
		const results: LedgerResult[] = [];
		for (const rung of upgradeLadder(own)) results.push(await usage.ledger(rung));
		const { held, last } = upgradeAtRunOut(own, results);
		return view(last, held);
	};
}

const amountOf = ({ lines, total }: CostView): string | null =>
	total === null ? null : (lines.find(({ kind }) => kind === 'overage')?.amount ?? '0');

/** Sums of ledgers; what is shown of each adds up to what is shown of all. */
export function sumOf(ledgers: readonly (PastLedger | null)[], currency: string): PastSum {
	const known = ledgers.filter((one) => one !== null);
	const credits = (of: (one: PastLedger) => number): number =>
		Math.round(known.reduce((sum, one) => sum + Math.round(of(one) * 10_000), 0)) / 10_000;
	return {
		total: sumMoney(
			ledgers.map((one) => one?.cost.total ?? null),
			currency
		),
		overage: sumMoney(
			ledgers.map((one) => one && amountOf(one.cost)),
			currency
		),
		stopped: known.filter(({ stopped }) => stopped).length,
		overageCredits: credits((one) => one.overageCredits),
		unservedCredits: credits((one) => one.unservedCredits),
		unservedInteractions: known.reduce((sum, one) => sum + one.unservedInteractions, 0)
	};
}

/** Every tier of the latest card in past cycles, ascending, under each of some policies. */
async function pastPlans(
	usage: Usage,
	cycles: readonly CycleTerms[],
	policies: readonly PlanPolicy[],
	cap: number | null
): Promise<PastPlan[]> {
	const { currency } = usage.rules.settings.contract;
	const settle = await Promise.all(cycles.map((terms) => settler(usage, terms)));
	const plans: PastPlan[] = [];
	for (const policy of policies)
		for (const { includedCredits } of cycles[cycles.length - 1]?.card.tiers ?? []) {
			const ledgers: (PastLedger | null)[] = [];
			for (const [k, terms] of cycles.entries()) {
				const overage = policy === 'upgrade' ? 'off' : policy;
				const own = { ...terms, tier: includedCredits, overage, cap, changes: [] };
				const sold = terms.card.tiers.some((tier) => tier.includedCredits === includedCredits);
				ledgers.push(sold ? ((await settle[k]?.(own, policy)) ?? null) : null);
			}
			plans.push({ policy, includedCredits, ledgers, sum: sumOf(ledgers, currency) });
		}
	return plans;
}

/**
 * Past cycles replayed exactly under every plan.
 * @param base the usage under its own rules, whose contract says where agents stood still
 * @param usage the same, or under another rule or anchor day
 */
export async function pastView(
	base: Usage,
	usage: Usage,
	ask: PastAsk,
	inputOf: { readonly seed: number; readonly paths: number }
): Promise<PastView> {
	const { terms } = usage;
	const { contract } = usage.rules.settings;
	const whole = wholeCycles(usage);
	const censored = await censoredOf(base);
	const cycles: PastCycleView[] = [];
	for (const own of whole) {
		const { cycle, card } = own;
		cycles.push({
			cycle,
			demand: creditsOfUnits(unitsIn(usage, own)),
			censored: censored.some(({ from, to }) => to > cycle.start && from < cycle.end),
			card,
			contract: hasTier(own) ? await (await settler(usage, own))(own, null) : null
		});
	}
	const own = cycles.map(({ contract: ledger }) => ledger);
	const cap = ask.cap ?? contract.overageCapCredits;
	const policies: PlanPolicy[] = ['off', 'on', ...(cap === null ? [] : ['capped' as const]), 'upgrade'];
	const input: ForecastInput = await forecastInput(usage, inputOf.seed, inputOf.paths, censored);
	return {
		cycles,
		leftOut: terms.length - whole.length,
		plans: await pastPlans(usage, whole, policies, cap),
		contract: own.every((one) => one !== null) ? sumOf(own, contract.currency) : null,
		input
	};
}

/** What past cycles came to under one rule, and which tier it decides. */
export async function smallPrint(usage: Usage): Promise<SmallPrintView> {
	const whole = wholeCycles(usage);
	const plans = await pastPlans(usage, whole, ['off', 'on'], null);
	const lasting = plans.find(({ policy, sum }) => policy === 'off' && sum.stopped === 0);
	const priced = plans.flatMap(({ policy, includedCredits, sum }) =>
		policy === 'on' && sum.total !== null ? [{ includedCredits, total: decimal(sum.total) }] : []
	);
	const [first] = priced;
	return {
		cycles: whole.length,
		credits: creditsOfUnits(whole.reduce((sum, own) => sum + unitsIn(usage, own), 0)),
		smallest: lasting?.includedCredits ?? null,
		cheapest: first
			? priced.reduce((best, one) => (compare(one.total, best.total) < 0 ? one : best), first).includedCredits
			: null
	};
}

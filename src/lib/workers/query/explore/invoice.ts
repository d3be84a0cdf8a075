import {
	Comparison,
	DifferenceScan,
	infer,
	INVOICE_FIELDS,
	OWN_RULES,
	TellApart,
	TOLD_APART,
	type Explanation,
	type InvoiceTotals,
	type Period,
	type Prediction,
	type RatedRow,
	type RuleSet,
	type Settling
} from '../../../engine/explore/reconcile';
import { costOf, hasTier, type CycleTerms } from '../../../engine/ledger';
import { decimal, toNumber } from '../../../engine/money';
import { creditsOfUnits, minutesOfSeconds, UNITS_PER_CREDIT, unitsOfCredits } from '../../../engine/rating';
import { KIND_VOICE } from '../../../engine/table';
import type { CycleRule } from '../../../engine/time';
import type {
	BilledDifference,
	BilledExplanation,
	BilledFigures,
	BilledRow,
	BilledRules,
	InvoiceAsk,
	InvoiceView,
	RuleWay
} from '../../api';
import { costBasis } from '../cycle';
import type { NamedLayer } from '../layers';
import type { Usage } from '../usage';
import { billingOf, scanRows, type Billing } from './billing';

/** Shown of those that no row tells from a rule set. */
const ALIKE = 4;

/**
 * How the cycle's plan settles a sum of credits; null where the order of its interactions matters (a change within
 * the cycle), or there is no tier.
 */
async function settlingOf(usage: Usage, terms: CycleTerms): Promise<Settling | null> {
	if (!hasTier(terms) || terms.changes.length > 0) return null;
	const { tier, overage, cap, cycle, card } = terms;
	const { zone, settings } = usage.rules;
	const basis = await costBasis(usage, terms);
	return {
		overageUnits: (units) => {
			const beyond = Math.max(0, units - unitsOfCredits(tier));
			if (overage === 'capped') return Math.min(beyond, unitsOfCredits(cap ?? 0));
			return overage === 'on' ? beyond : 0;
		},
		amount: (overageUnits) =>
			costOf({
				contract: settings.contract,
				zone,
				cycle,
				card,
				held: [{ at: cycle.start, tier }],
				overageUnits,
				...basis
			}).total
	};
}

/** A rule set of the space in plain values. */
function rulesOf({ predictions, terms }: Billing, own: CycleRule, rules: RuleSet): BilledRules {
	const { space } = predictions;
	const { cycle, rules: cuts } = space.periods[rules.period] as Period;
	const { zone, anchorDay } = cuts[0] as CycleRule;
	const { voiceRounding } = terms.card;
	const ways: [RuleWay, boolean][] = [
		['rounding', rules.rounding !== 0],
		['shortCall', rules.threshold !== 0],
		['zone', zone.name !== own.zone.name],
		['anchorDay', anchorDay !== own.anchorDay],
		['duration', rules.base !== 0]
	];
	return {
		rounding: {
			...voiceRounding,
			...space.roundings[rules.rounding],
			shortCallSeconds: space.thresholds[rules.threshold] ?? voiceRounding.shortCallSeconds
		},
		zone: zone.name,
		anchorDay,
		cycle,
		duration: space.bases[rules.base] ?? null,
		ways: ways.flatMap(([way, differs]) => (differs ? [way] : []))
	};
}

function figuresOf(prediction: Prediction, settling: Settling | null): BilledFigures {
	const { units, voiceUnits, chatUnits, seconds, calls, messages } = prediction;
	const overage = settling && settling.overageUnits(units);
	return {
		credits: creditsOfUnits(units),
		voiceCredits: creditsOfUnits(voiceUnits),
		chatCredits: creditsOfUnits(chatUnits),
		billableMinutes: minutesOfSeconds(seconds),
		calls,
		messages,
		overageCredits: overage === null ? null : creditsOfUnits(overage),
		amount: settling && overage !== null ? settling.amount(overage) : null
	};
}

/** Rows with what they are called by; a row is looked up where it is kept. */
async function shownRows({ names, cache }: Usage, rows: readonly RatedRow[]): Promise<BilledRow[]> {
	const shown: BilledRow[] = [];
	for (const { layer, block, row, start, ms, units } of rows) {
		const { record, names: own } = names.layers[layer] as NamedLayer;
		const { block: columns } = await cache.get(record, block);
		const call = ((columns.kind[row] as number) & KIND_VOICE) !== 0;
		shown.push({
			start,
			file: record.name,
			line: columns.line[row] as number,
			agent: own.agents[columns.agent[row] as number] as string,
			entity: own.entities[columns.entity[row] as number] as string,
			ms,
			messages: call ? null : (columns.quantity[row] as number),
			credits: units.map(creditsOfUnits)
		});
	}
	return shown;
}

/** Explanations that differ in no row of any duration become one: the simplest, with the others beside it. */
function merged(explanations: readonly Explanation[], parted: readonly RatedRow[]): Explanation[] {
	const kept: { at: number; explanation: Explanation }[] = [];
	for (const [at, explanation] of explanations.entries()) {
		const same = kept.find((one) => parted.every(({ units }) => units[one.at] === units[at]));
		if (!same) kept.push({ at, explanation });
		else
			same.explanation = {
				...same.explanation,
				alike: [...same.explanation.alike, explanation.rules, ...explanation.alike]
			};
	}
	return kept.map(({ explanation }) => explanation);
}

/** The rows that part the simplest explanations, and those that are then left. */
async function tellApart(usage: Usage, { predictions }: Billing, explanations: readonly Explanation[]) {
	const shown = explanations.slice(0, TOLD_APART);
	const rest = explanations.slice(TOLD_APART);
	if (shown.length < 2) return { explanations: shown, more: rest.length, rows: [] };
	const { space, tariffs, table } = predictions;
	const rules = shown.map((one) => one.rules);
	const apart = new TellApart(usage.rules.versions, space, rules, tariffs);
	const { bounds } = table;
	await scanRows(usage, space.bases, bounds[0] as number, bounds[bounds.length - 1] as number, (rows) =>
		apart.add(rows)
	);
	const rows = apart.finish();
	const kept = merged(shown, rows);
	const places = kept.map(({ rules: own }) => rules.indexOf(own));
	return {
		explanations: kept,
		more: rest.length,
		rows: rows.map((row) => ({ ...row, units: places.map((place) => row.units[place] as number) }))
	};
}

async function differenceOf(
	usage: Usage,
	{ predictions }: Billing,
	rules: RuleSet,
	wanted: number | null
): Promise<BilledDifference> {
	const { space, tariffs, table } = predictions;
	const scan = new DifferenceScan(usage.rules.versions, space, rules, tariffs);
	const { bounds } = table;
	await scanRows(usage, space.bases, bounds[0] as number, bounds[bounds.length - 1] as number, (rows) =>
		scan.add(rows)
	);
	const { causes, rows } = scan.finish();
	const left = wanted === null ? 0 : wanted - predictions.of(rules).units;
	return {
		causes: causes.map(({ cause, interactions, units }) => ({
			cause,
			interactions,
			credits: signedCredits(units)
		})),
		left: signedCredits(left),
		rows: await shownRows(usage, rows)
	};
}

const signedCredits = (units: number): number =>
	units < 0 ? -creditsOfUnits(-units) : creditsOfUnits(units);

/** Units of the credits that an invoice says, to the nearest. */
const unitsOf = ({ credits }: InvoiceTotals): number | null =>
	credits === null ? null : Math.round(toNumber(decimal(credits), 6) * UNITS_PER_CREDIT);

/** Compares an invoice with a month's rows under every rule set. */
export async function invoiceView(usage: Usage, ask: InvoiceAsk): Promise<InvoiceView> {
	const terms = usage.termsAt(ask.cycle);
	const { cycleRule } = usage.rules;
	const billing = await billingOf(usage, terms);
	const { predictions, unknownPeriods, cutPeriods } = billing;
	const settling = await settlingOf(usage, terms);
	const comparison = new Comparison(ask.totals, settling, ask.rounded);
	const wanted = unitsOf(ask.totals);
	const found = infer(predictions, comparison, wanted);
	const { explanations, more, rows } = await tellApart(usage, billing, found.explanations);

	const shown = ({ rules, prediction, alike }: Explanation): BilledExplanation => ({
		rules: rulesOf(billing, cycleRule, rules),
		figures: figuresOf(prediction, settling),
		alike: alike.slice(0, ALIKE).map((one) => rulesOf(billing, cycleRule, one)),
		alikeCount: alike.length
	});
	const prediction = predictions.of(OWN_RULES);
	const met = comparison.met(prediction);
	const chosen = explanations[ask.chosen] ?? found.nearest[0] ?? null;
	const tables = predictions.space;
	return {
		cycle: terms.cycle,
		own: shown({ rules: OWN_RULES, prediction, alike: [] }),
		unmet: INVOICE_FIELDS.filter(
			(field) => ask.totals[field] !== null && !comparison.untold.includes(field) && !met.includes(field)
		),
		explanations: explanations.map(shown),
		more,
		nearest: found.nearest.map((one) => shown({ ...one, alike: [] })),
		difference:
			chosen && isOther(chosen.rules) ? await differenceOf(usage, billing, chosen.rules, wanted) : null,
		apart: await shownRows(usage, rows),
		tried: found.tried,
		untried:
			found.untried + cutPeriods * tables.roundings.length * tables.thresholds.length * tables.bases.length,
		unknownPeriods,
		untold: comparison.untold
	};
}

const isOther = ({ rounding, threshold, period, base }: RuleSet): boolean =>
	rounding + threshold + period + base > 0;

import { minorDecimals, moneyText, toMinor, type Ratio } from '$lib/engine/money';
import * as format from '$lib/i18n/format';
import { plans } from '$lib/i18n/plans';
import type { CycleView, LedgerView, PlanPolicy } from '$lib/workers/api';
import type { Column } from './columns';
import { tierPrice } from './costs';
import type { Cell, CellKind } from './exports/table';
import { hundreds } from './overview';
import type { PlanFigures } from './plans';
import { of100 } from './standing';
import { reachedText } from './reached';

/** A column of the plans table: what is on screen is said from the value that a file has. */
export interface PlanColumn extends Column<PlanFigures> {
	readonly text: (one: PlanFigures) => string;
	/** the figure that rows are compared by */
	readonly strong: boolean;
}

const NONE = '–';

/** The columns of the plans table after the plan's name, for the policy and kind of cycle on screen. */
export function planColumns(
	view: CycleView,
	policy: PlanPolicy,
	kind: 'forecast' | 'pace' | 'past',
	figures: readonly PlanFigures[]
): PlanColumn[] {
	const t = plans.current.table;
	const { contract, card, zone } = view.context;
	const { currency } = contract;
	const whole = (amount: string) => wholeMoney(amount, currency);
	const cents = (amount: string) => format.money(amount, currency);
	const about = (amount: string) => whole(String(Math.round(Number(amount))));
	const moneyOf = (amount: Ratio | null) => amount && moneyText(toMinor(amount, currency), currency);

	/** `shown`: a known value in words; `none`: what stands in the place of an unknown one */
	const column =
		<T extends Cell>(kind: CellKind) =>
		(
			id: string,
			label: string,
			value: (one: PlanFigures) => T | null,
			shown: (value: T, one: PlanFigures) => string,
			none: string | ((one: PlanFigures) => string) = NONE
		): PlanColumn => ({
			id,
			group: '',
			label,
			kind,
			value,
			text(one) {
				const known = value(one);
				if (known !== null) return shown(known, one);
				return typeof none === 'string' ? none : none(one);
			},
			summed: false,
			strong: id === 'total'
		});
	const instant = column<number>('instant');
	const number = column<number>('number');
	const amount = column<string>('money');
	const text = (id: string, label: string, value: (one: PlanFigures) => string) =>
		column<string>('text')(id, label, value, (known) => known);

	const moment = (at: number) => reachedText(view, at);
	const day = (at: number) => format.date(at, zone.name);
	const priceOf = (one: PlanFigures) => {
		const entered = tierPrice(card, contract, one.tier);
		return 'amount' in entered ? entered.amount : null;
	};
	if (kind === 'past') {
		const overage = ({ ledger }: PlanFigures) =>
			ledger.cost.lines.find((line) => line.kind === 'overage')?.amount ?? null;
		const soldNone = ({ ledger }: PlanFigures) => (ledger.overageCredits === 0 ? NONE : t.noPrice);
		const unserved = [
			number('unservedCredits', t.unservedCredits, (one) => one.ledger.unservedCredits, orNone),
			number('unserved', t.unserved, (one) => one.ledger.unservedInteractions, orNone)
		];
		const over = [
			number('overageCredits', t.overageCredits, (one) => one.ledger.overageCredits, orNone),
			amount('overageCost', t.overageCost, overage, cents, soldNone)
		];
		return [
			instant('ranOut', t.ranOut, (one) => one.runOutAt, moment),
			...(policy === 'off' ? [text('stopped', t.stopped, (one) => stopText(one.ledger, view))] : []),
			...(policy === 'on' ? [] : unserved),
			amount('price', t.price, priceOf, cents, t.noPrice),
			...(policy === 'off' ? [] : over),
			amount('total', t.total, (one) => one.ledger.cost.total, cents, t.noPrice)
		];
	}
	const price = amount('price', t.price, priceOf, whole, t.noPrice);
	if (kind === 'pace')
		return [
			instant('runsOut', t.atPace, (one) => one.runOutAt, day),
			price,
			...(policy === 'off'
				? []
				: [number('overageSoFar', t.overageCredits, (one) => one.ledger.overageCredits, orNone)])
		];

	const chance = (id: string, label: string, probability: (one: PlanFigures) => number | null | undefined) =>
		number(
			id,
			label,
			(one) => of100(probability(one) ?? null),
			(known) => format.chanceOf100(known / 100)
		);
	const odds = (one: PlanFigures) => one.outlook?.probabilityOfRunOut;
	const estimate = (id: string, label: string, value: (one: PlanFigures) => number | null | undefined) =>
		number(id, label, (one) => value(one) ?? null, estimateOrNone);
	const unservedIfOff = estimate(
		'unserved',
		t.unservedAverage,
		(one) => one.outlook?.expectedUnservedInteractions
	);
	if (policy === 'off')
		return [
			instant('runsOut', t.runsOut, middleRunOut, day),
			chance('stops', t.stops, odds),
			number(
				'unservedCredits',
				t.unservedCreditsAverage,
				(one) => one.outlook?.expectedOverageCredits ?? 0,
				hundreds
			),
			unservedIfOff,
			estimate('unservedTail', t.unservedTail, (one) => one.outlook?.p90UnservedInteractions),
			amount(
				'total',
				t.price,
				(one) => moneyOf(one.total) ?? priceOf(one),
				(known, one) => (one.total ? about(known) : whole(known)),
				t.noPrice
			)
		];
	const bought = (id: string, label: string) =>
		amount(
			id,
			label,
			(one) => one.total && moneyOf(one.overage),
			(known) => (Number(known) < 0.5 ? NONE : about(known)),
			t.noPrice
		);
	return [
		...(policy === 'upgrade'
			? [text('endsOn', t.endsOn, (one) => endsText(one, card.tiers)), price, bought('upgrades', t.upgrades)]
			: [
					price,
					number('overageCredits', t.overageCredits, (one) => one.overageCredits ?? 0, hundreds),
					bought('overageCost', t.overageCost)
				]),
		amount('total', t.average, (one) => moneyOf(one.total), about, t.noPrice),
		amount('tail', t.tail, (one) => moneyOf(one.tail), about, t.noPrice),
		...(figures.some((one) => one.total)
			? [text('bar', policy === 'upgrade' ? t.barsUpgrade : t.barsMark, () => '')]
			: []),
		...(policy === 'on'
			? [chance('offStops', t.offStops, odds), unservedIfOff]
			: [
					chance(
						'stops',
						policy === 'capped' ? t.stopsAtCap : t.stops,
						(one) => one.outcome?.stopProbability
					),
					estimate('unserved', t.unservedAverage, (one) => one.outcome?.unservedInteractions?.mean)
				])
	];
}

/** When it ran out, or does on the middle course; null: later than renewal there. */
function middleRunOut({ ledger, outlook }: PlanFigures): number | null {
	if (ledger.runOutAt !== null) return ledger.runOutAt;
	return outlook && outlook.probabilityOfRunOut >= 0.5 ? outlook.runOutAt.p50 : null;
}

/** On which tiers the courses end, the likeliest first, as far as one in a hundred does. */
function endsText({ outcome }: PlanFigures, tiers: readonly { readonly includedCredits: number }[]): string {
	if (!outcome) return NONE;
	return outcome.endsOn
		.map((chance, k) => ({ chance, tier: tiers[k]?.includedCredits ?? 0 }))
		.filter(({ chance }) => chance >= 0.01)
		.toSorted((a, b) => b.chance - a.chance)
		.map(({ chance, tier }) => plans.current.table.ends(format.integer(tier), format.chanceOf100(chance)))
		.join(', ');
}

const orNone = (value: number): string => (value === 0 ? NONE : format.credits(value));

const estimateOrNone = (value: number): string => (value < 0.5 ? NONE : format.estimate(value));

/** Money without its cents where they are nil: prices and estimates in a table. */
export function wholeMoney(amount: string, currency: string): string {
	const text = format.money(amount, currency);
	return minorDecimals(currency) > 0 ? text.replace(/[.,]0+(?=\D*$)/, '') : text;
}

function stopText(ledger: LedgerView, view: CycleView): string {
	const t = plans.current.table;
	const stop = ledger.stops[0];
	if (!stop) return NONE;
	const from = reachedText(view, stop.from);
	return stop.to >= view.cycle.end ? t.untilRenewal(from) : t.fromTo(from, reachedText(view, stop.to));
}

import { minorDecimals, type Ratio } from '$lib/engine/money';
import * as format from '$lib/i18n/format';
import { plans } from '$lib/i18n/plans';
import type { CycleView, LedgerView, PlanPolicy } from '$lib/workers/api';
import { tierPrice, shownAmount } from './costs';
import { hundreds } from './overview';
import type { PlanFigures } from './plans';
import { reachedText } from './reached';

export interface Column {
	readonly id: string;
	readonly label: string;
	readonly number: boolean;
	/** the figure that rows are compared by */
	readonly strong?: boolean;
	readonly cell: (one: PlanFigures) => string;
}

const NONE = '–';

/** The columns of the plans table after the plan's name, for the policy and kind of cycle on screen. */
export function planColumns(
	view: CycleView,
	policy: PlanPolicy,
	kind: 'forecast' | 'pace' | 'past',
	figures: readonly PlanFigures[]
): Column[] {
	const t = plans.current.table;
	const { contract, card, zone } = view.context;
	const { currency } = contract;
	const moment = (instant: number) => reachedText(view, instant);
	const day = (instant: number) => format.date(instant, zone.name);
	const number = (id: string, label: string, cell: Column['cell'], strong = false): Column => ({
		id,
		label,
		number: true,
		strong,
		cell
	});
	const text = (id: string, label: string, cell: Column['cell']): Column => ({
		id,
		label,
		number: false,
		cell
	});

	const priceOf = (one: PlanFigures) => {
		const entered = tierPrice(card, contract, one.tier);
		return 'amount' in entered ? entered.amount : null;
	};
	const price = number('price', t.price, (one) => {
		const amount = priceOf(one);
		return amount === null ? t.noPrice : wholeMoney(amount, currency);
	});
	if (kind === 'past') {
		const exact = (amount: string | null) => (amount === null ? t.noPrice : format.money(amount, currency));
		const ranOut = text('ranOut', t.ranOut, (one) => (one.runOutAt === null ? NONE : moment(one.runOutAt)));
		const stopped = text('stopped', t.stopped, (one) => stopText(one.ledger, view));
		const unserved = [
			number('unservedCredits', t.unservedCredits, (one) => orNone(one.ledger.unservedCredits)),
			number('unserved', t.unserved, (one) => orNone(one.ledger.unservedInteractions))
		];
		const over = [
			number('overageCredits', t.overageCredits, (one) => orNone(one.ledger.overageCredits)),
			number('overageCost', t.overageCost, (one) => {
				if (one.ledger.overageCredits === 0) return NONE;
				return exact(one.ledger.cost.lines.find((line) => line.kind === 'overage')?.amount ?? null);
			})
		];
		return [
			ranOut,
			...(policy === 'off' ? [stopped] : []),
			...(policy === 'on' ? [] : unserved),
			{ ...price, cell: (one) => exact(priceOf(one)) },
			...(policy === 'off' ? [] : over),
			number('total', t.total, (one) => exact(one.ledger.cost.total), true)
		];
	}
	if (kind === 'pace')
		return [
			text('runsOut', t.atPace, (one) => (one.runOutAt === null ? NONE : day(one.runOutAt))),
			price,
			...(policy === 'off'
				? []
				: [number('overageSoFar', t.overageCredits, (one) => orNone(one.ledger.overageCredits))])
		];

	const estimated = (amount: Ratio | null) =>
		amount === null ? t.noPrice : wholeMoney(String(Math.round(shownAmount(amount))), currency);
	const odds = (one: PlanFigures) =>
		one.outlook ? format.chanceOf100(one.outlook.probabilityOfRunOut) : NONE;
	if (policy === 'off')
		return [
			text('runsOut', t.runsOut, (one) => {
				if (one.ledger.runOutAt !== null) return day(one.ledger.runOutAt);
				const { outlook } = one;
				const middle = outlook && outlook.probabilityOfRunOut >= 0.5 ? outlook.runOutAt.p50 : null;
				return middle === null ? NONE : day(middle);
			}),
			number('stops', t.stops, odds),
			number('unservedCredits', t.unservedCreditsAverage, (one) =>
				hundreds(one.outlook?.expectedOverageCredits ?? 0)
			),
			number('unserved', t.unservedAverage, (one) =>
				estimateOrNone(one.outlook?.expectedUnservedInteractions)
			),
			number('unservedTail', t.unservedTail, (one) => estimateOrNone(one.outlook?.p90UnservedInteractions)),
			number('total', t.price, (one) => (one.total ? estimated(one.total) : price.cell(one)), true)
		];
	const stops = (one: PlanFigures) => (one.outcome ? format.chanceOf100(one.outcome.stopProbability) : NONE);
	const unserved = number('unserved', t.unservedAverage, (one) =>
		estimateOrNone(one.outcome?.unservedInteractions?.mean)
	);
	const bought = (one: PlanFigures) =>
		one.overage === null || shownAmount(one.overage) < 0.5 ? NONE : estimated(one.overage);
	return [
		...(policy === 'upgrade'
			? [
					text('endsOn', t.endsOn, (one) => endsText(one, card.tiers)),
					price,
					number('upgrades', t.upgrades, (one) => (one.total === null ? t.noPrice : bought(one)))
				]
			: [
					price,
					number('overageCredits', t.overageCredits, (one) => hundreds(one.overageCredits ?? 0)),
					number('overageCost', t.overageCost, (one) => (one.total === null ? t.noPrice : bought(one)))
				]),
		number('total', t.average, (one) => estimated(one.total), true),
		number('tail', t.tail, (one) => estimated(one.tail)),
		...(figures.some((one) => one.total)
			? [text('bar', policy === 'upgrade' ? t.barsUpgrade : t.barsMark, () => '')]
			: []),
		...(policy === 'on'
			? [
					number('offStops', t.offStops, odds),
					number('unserved', t.unservedAverage, (one) =>
						estimateOrNone(one.outlook?.expectedUnservedInteractions)
					)
				]
			: [number('stops', policy === 'capped' ? t.stopsAtCap : t.stops, stops), unserved])
	];
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

const estimateOrNone = (value: number | null | undefined): string =>
	value === null || value === undefined || value < 0.5 ? NONE : format.estimate(value);

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

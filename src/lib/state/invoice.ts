import type { RateCard } from '$lib/engine/rating/card';
import { common } from '$lib/i18n/common';
import * as format from '$lib/i18n/format';
import { invoice } from '$lib/i18n/invoice';
import { smallPrint } from '$lib/i18n/smallPrint';
import type {
	BilledFigures,
	BilledRules,
	InvoiceField,
	InvoiceTotals,
	InvoiceView,
	Settings,
	ShowbackView
} from '$lib/workers/api';

/** Settings under a rule set: the rounding on the version of the card that rates the month, zone and day on the contract. */
export function underRules(settings: Settings, card: RateCard, rules: BilledRules): Settings {
	const { contract } = settings;
	const rated = rules.ways.includes('rounding') || rules.ways.includes('shortCall');
	const cut = rules.ways.includes('zone') || rules.ways.includes('anchorDay');
	if (!rated && !cut) return settings;
	return {
		...settings,
		rateCards: settings.rateCards.map((own) =>
			rated && own.id === card.id && own.effectiveFrom === card.effectiveFrom
				? { ...own, voiceRounding: rules.rounding }
				: own
		),
		contract: cut ? { ...contract, timeZone: rules.zone, cycleAnchorDay: rules.anchorDay } : contract
	};
}

/** What a rule set says where it differs from the contract's, in words. */
export function ruleWords(rules: BilledRules): string {
	const t = invoice.current.rules;
	const small = smallPrint.current.rules;
	const { initialSeconds, incrementSeconds, shortCallSeconds, wholeCreditsPerCall } = rules.rounding;
	const words = rules.ways.flatMap((way): string[] => {
		switch (way) {
			case 'rounding':
				return [
					small.rounding(format.integer(initialSeconds), format.integer(incrementSeconds)),
					...(wholeCreditsPerCall ? [t.whole] : [])
				];
			case 'shortCall':
				return [shortCallSeconds === 0 ? small.allBilled : small.shortCall(format.integer(shortCallSeconds))];
			case 'zone':
				return [t.zone(format.zoneTime(rules.zone))];
			case 'anchorDay':
				return [
					t.anchorDay(
						format.integer(rules.anchorDay),
						format.dates(rules.cycle.start, rules.cycle.end - 1, rules.zone)
					)
				];
			case 'duration':
				return [t.duration(rules.duration ?? '')];
		}
	});
	return words.length === 0 ? t.own : words.join(' · ');
}

/** Number of rule sets that meet every total. */
export const explanationCount = ({ explanations, more }: InvoiceView): number => explanations.length + more;

const signed = (difference: number): string => {
	const t = invoice.current;
	if (difference === 0) return t.same;
	return difference > 0 ? t.more(format.credits(difference)) : t.less(format.credits(-difference));
};

/** To four places, as credits are shown: the difference of two such is no other number. */
const minus = (a: number, b: number): number => Math.round((a - b) * 10_000) / 10_000;

/** The answer: whether the invoice is right, and if not, what explains it. */
export function invoiceTitle(view: InvoiceView, { credits }: InvoiceTotals): string {
	const t = invoice.current.title;
	const count = explanationCount(view);
	const text = format.integer(count);
	const own = view.own.figures.credits;
	if (view.unmet.length === 0) return credits === null ? t.rightFigures : t.right(format.credits(own));
	if (credits === null || !view.unmet.includes('credits')) return t.figuresDiffer(count, text);
	const said = Number(credits);
	return t.differs(format.credits(said), format.credits(own), signed(minus(said, own)), count, text);
}

export interface FigureRow {
	readonly field: InvoiceField;
	readonly name: string;
	readonly invoice: string;
	readonly own: string;
	readonly difference: string;
	readonly met: boolean;
}

/** A figure as it is shown. */
function shown(field: InvoiceField, value: string | number | null, currency: string): string {
	if (value === null) return '–';
	return field === 'amount' ? format.money(value, currency) : format.decimal(value);
}

/** Each total of the invoice beside the contract's own. */
export function figureRows(view: InvoiceView, totals: InvoiceTotals, currency: string): FigureRow[] {
	const t = invoice.current;
	return (Object.keys(totals) as InvoiceField[]).flatMap((field) => {
		const said = totals[field];
		if (said === null) return [];
		const own: BilledFigures[InvoiceField] = view.own.figures[field];
		const untold = view.untold.includes(field);
		const met = !untold && !view.unmet.includes(field);
		const off = own === null ? 0 : minus(Number(said), Number(own));
		const size = shown(field, Math.abs(off), currency);
		return [
			{
				field,
				name: t.form[field],
				invoice: shown(field, said, currency),
				own: shown(field, own, currency),
				difference: untold
					? t.figures.notCompared
					: met
						? t.figures.met
						: off > 0
							? t.more(size)
							: t.less(size),
				met
			}
		];
	});
}

export interface CauseRow {
	readonly name: string;
	readonly interactions: string;
	readonly credits: string;
	/** the first and last: what the rows between lead from and to */
	readonly total: boolean;
}

const change = (credits: number): string =>
	`${credits > 0 ? '+' : credits < 0 ? '−' : ''}${format.credits(Math.abs(credits))}`;

/** From the contract's credits to the invoice's, cause by cause; what is left is said to be left. */
export function causeRows(view: InvoiceView, totals: InvoiceTotals): CauseRow[] {
	const { difference } = view;
	if (!difference) return [];
	const t = invoice.current.difference;
	const fits = view.explanations.length > 0;
	const rows: CauseRow[] = [
		{ name: t.own, interactions: '', credits: format.credits(view.own.figures.credits), total: true },
		...difference.causes.map(({ cause, interactions, credits }) => ({
			name: t.causes[cause],
			interactions: format.integer(interactions),
			credits: change(credits),
			total: false
		}))
	];
	if (difference.left !== 0)
		rows.push({
			name: fits ? t.roundingRest : t.rest,
			interactions: '',
			credits: change(difference.left),
			total: false
		});
	const sum = difference.causes.reduce((all, { credits }) => all + credits, view.own.figures.credits);
	rows.push(
		totals.credits === null
			? { name: t.rule, interactions: '', credits: format.credits(minus(sum, 0)), total: true }
			: { name: t.invoice, interactions: '', credits: format.credits(Number(totals.credits)), total: true }
	);
	return rows;
}

/** What could not be compared, and why. */
export function limits(view: InvoiceView, complete: boolean): string[] {
	const t = invoice.current;
	return [
		...(complete ? [] : [t.limits.incomplete]),
		...(view.untried > 0 ? [t.limits.byDay(format.integer(view.untried))] : []),
		...(view.unknownPeriods > 0
			? [t.limits.unknown(view.unknownPeriods, format.integer(view.unknownPeriods))]
			: []),
		...(view.untold.length > 0 ? [t.limits.untold(view.untold.map((field) => t.form[field]).join(', '))] : [])
	];
}

/** A group's name as it is shown. */
export const groupName = (name: string | null): string =>
	name === null ? invoice.current.showback.nobody : name || common.current.unassigned;

/** Who owes most, or used most while prices are missing. */
export function showbackAnswer({ lines, cost }: ShowbackView): string {
	const t = invoice.current.showback;
	const [most] = lines;
	if (!most || most.credits === 0) return t.none;
	const [name, share] = [groupName(most.name), format.percent(most.share)];
	return most.money && cost
		? t.answer(name, share, format.money(most.money.total, cost.currency))
		: t.answerCredits(name, share);
}

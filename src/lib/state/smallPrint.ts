import type { RateCard } from '$lib/engine/rating/card';
import * as format from '$lib/i18n/format';
import { smallPrint as words } from '$lib/i18n/smallPrint';
import type { SmallPrintView } from '$lib/workers/api';
import { smallPrintChoices, type RuleChoice } from './billingRules';
import type { RuleResult } from './smallPrint.svelte';

/** One rule in the table and the picture. Credits a month, on average over the whole past cycles. */
export interface RuleRow {
	readonly id: string;
	readonly kind: RuleChoice['kind'] | 'own';
	readonly name: string;
	/** null: not known yet, or rows are kept as sums */
	readonly credits: number | null;
	/** beside the card's own rule: more is positive */
	readonly difference: number | null;
	readonly smallest: number | null;
	readonly cheapest: number | null;
	readonly sums: boolean;
}

const seconds = (value: number | undefined) => format.integer(value ?? 0);

function nameOf({ kind, rule }: RuleChoice): string {
	const t = words.current.rules;
	switch (kind) {
		case 'rounding':
			return t.rounding(seconds(rule.initialSeconds), seconds(rule.incrementSeconds));
		case 'shortCall':
			return rule.shortCallSeconds === 0 ? t.allBilled : t.shortCall(seconds(rule.shortCallSeconds));
		case 'noPremium':
			return t.noPremium;
		case 'allPremium':
			return rule.premiumAppliesToAllCalls ? t.allPremium : t.ownPremium;
	}
}

/** How the card itself bills, in a few words. */
export function ownRule({ voiceRounding, premiumAppliesToAllCalls }: RateCard): string {
	const t = words.current.rules;
	const { initialSeconds, incrementSeconds, shortCallSeconds } = voiceRounding;
	return [
		t.rounding(seconds(initialSeconds), seconds(incrementSeconds)),
		...(shortCallSeconds > 0 ? [t.shortCall(seconds(shortCallSeconds))] : []),
		...(premiumAppliesToAllCalls ? [t.allPremium] : [])
	].join(', ');
}

/** The card's own rule first, then each alternative. */
export function ruleRows(
	card: RateCard,
	own: SmallPrintView,
	results: Readonly<Record<string, RuleResult>>
): RuleRow[] {
	const row = (id: string, kind: RuleRow['kind'], name: string, result: RuleResult | undefined): RuleRow => {
		const known = result && result !== 'sums' ? result : null;
		return {
			id,
			kind,
			name,
			credits: known && known.credits / known.cycles,
			difference: known && (known.credits - own.credits) / own.cycles,
			smallest: known?.smallest ?? null,
			cheapest: known?.cheapest ?? null,
			sums: result === 'sums'
		};
	};
	return [
		row('own', 'own', words.current.rules.own, own),
		...smallPrintChoices(card).map((choice) =>
			row(choice.id, choice.kind, nameOf(choice), results[choice.id])
		)
	];
}

/** The answer: what rounding costs beside billing by the second, and whether it decides the plan. */
export function smallPrintTitle(card: RateCard, rows: readonly RuleRow[]): string {
	const t = words.current.title;
	const { initialSeconds, incrementSeconds } = card.voiceRounding;
	if (initialSeconds <= 1 && incrementSeconds === 1) return t.bySecond;
	const own = rows.find(({ id }) => id === 'own');
	const second = rows.find(({ id }) => id === '1/1');
	if (!own || !second || second.difference === null) return words.current.waiting;
	const cost = format.about(-second.difference);
	if (-second.difference < 0.5) return t.nothing;
	// What is paid decides before what lasts.
	if (own.cheapest !== null && second.cheapest !== null && own.cheapest !== second.cheapest)
		return t.pays(cost, format.integer(own.cheapest), format.integer(second.cheapest));
	if (own.smallest === null || second.smallest === null) return t.cost(cost);
	const name = format.integer(own.smallest);
	return own.smallest === second.smallest
		? t.same(cost, name)
		: t.decides(cost, name, format.integer(second.smallest));
}

/** What else of the small print moves, a sentence each. */
export function smallPrintSentences(card: RateCard, rows: readonly RuleRow[]): string[] {
	const t = words.current.sentences;
	const own = rows.find(({ id }) => id === 'own');
	const found = (id: string) => rows.find((row) => row.id === id && row.difference !== null);
	const sentences: string[] = [];
	const threshold = card.voiceRounding.shortCallSeconds;
	const short = found(threshold > 0 ? 't0' : 't15');
	if (short?.difference != null) {
		const amount = format.about(Math.abs(short.difference));
		if (Math.abs(short.difference) < 0.5) sentences.push(t.noShortCalls);
		else
			sentences.push(
				threshold > 0 ? t.shortSaves(seconds(threshold), amount) : t.shortWould(seconds(15), amount)
			);
	}
	const premium = found('noPremium');
	if (premium?.difference != null)
		sentences.push(-premium.difference < 0.5 ? t.noPremium : t.premium(format.about(-premium.difference)));
	const moved = rows.filter(
		({ id, smallest, credits }) => id !== 'own' && credits !== null && smallest !== own?.smallest
	);
	if (moved.length > 0 && rows.every(({ credits, sums }) => credits !== null || sums))
		sentences.push(t.moved(moved.length, format.integer(moved.length)));
	return sentences;
}

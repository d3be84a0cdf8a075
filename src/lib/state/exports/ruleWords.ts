import type { FocusRule, RuleResult } from '$lib/engine/focus';
import { exports } from '$lib/i18n/exports';
import { integer } from '$lib/i18n/format';

/** What a rule asks, and where it counts. */
export function ruleAsks({ demand, when, must }: FocusRule): string {
	const { demands, conditions, recommended } = exports.current;
	const asks = (): string => {
		switch (demand.kind) {
			case 'oneOf':
				return demands.oneOf(demand.values.join(', '));
			case 'is':
			case 'isNot':
				return demands[demand.kind](demand.value);
			case 'product':
				return demands.product(demand.price, demand.cost);
			case 'one':
			case 'after':
				return demands[demand.kind](demand.other);
			default:
				return demands[demand.kind];
		}
	};
	const where = (): string | null => {
		if (when === null) return null;
		switch (when.kind) {
			case 'category':
			case 'notCategory':
				return conditions[when.kind](when.of.join(', '));
			case 'isNull':
			case 'isKnown':
				return conditions[when.kind](when.column);
			case 'differ':
				return conditions.differ(...when.columns);
		}
	};
	return [[asks(), where()].filter((part) => part !== null).join(' '), ...(must ? [] : [recommended])].join(
		', '
	);
}

/** A check mark, or the rows that fail, numbered as in the file: its first line has the names. */
export function ruleResult({ rule, failed, rows }: RuleResult): string {
	const t = exports.current.focus;
	if (failed === 0) return '✓';
	if (rule.demand.kind === 'present') return t.absent;
	return t.failing(integer(failed), rows.map((row) => integer(row + 2)).join(', '));
}

import { past } from '$lib/i18n/past';
import type { PastLedger } from '$lib/workers/api';
import type { PastMonth } from '../past';
import type { TableData } from './table';

/**
 * Past months as on screen, a row each, with exact costs.
 * @param plan name of the plan on screen; null: none
 */
export function pastTable(name: string, months: readonly PastMonth[], plan: string | null): TableData {
	const t = past.current.byMonth;
	const cost = (ledger: PastLedger | null) => ledger && ledger.cost.total;
	const column = (id: string, label: string, kind: 'text' | 'number' | 'money') => ({
		id,
		label: label.replace('\n', ' '),
		kind
	});
	return {
		name,
		columns: [
			column('month', t.month, 'text'),
			column('demand', t.demand, 'number'),
			column('contract', t.contract, 'money'),
			...(plan === null ? [] : [column('plan', plan, 'money')]),
			column('recommended', t.recommended, 'number'),
			column('followed', t.followed, 'money'),
			column('best', t.best, 'number'),
			column('bestCost', t.bestCost, 'money')
		],
		rows: months.map((month) => [
			month.name,
			month.demand,
			cost(month.contract),
			...(plan === null ? [] : [cost(month.plan)]),
			month.choice && month.choice.kind !== 'tooFewDays' ? month.choice.includedCredits : null,
			cost(month.followed),
			month.best?.includedCredits ?? null,
			month.best?.total ?? null
		])
	};
}

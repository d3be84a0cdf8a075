import { invoice } from '$lib/i18n/invoice';
import type { ShowbackMoney, ShowbackView } from '$lib/workers/api';
import { groupName } from '../invoice';
import type { TableData } from './table';

/** Who owes which part, as on screen: the columns of money that somebody has a part of, and the invoice as the last row. */
export function showbackTable(
	name: string,
	{ lines, sum }: ShowbackView,
	columns: readonly (keyof ShowbackMoney)[]
): TableData {
	const t = invoice.current.showback;
	return {
		name,
		columns: [
			{ id: 'name', label: t.name, kind: 'text' },
			{ id: 'credits', label: t.credits, kind: 'number' },
			{ id: 'share', label: t.share, kind: 'number' },
			...columns.map((id) => ({ id, label: t[id], kind: 'money' as const }))
		],
		rows: [...lines.map((line) => ({ ...line, name: groupName(line.name) })), { ...sum, name: t.all }].map(
			({ name: who, credits, share, money }) => [
				who,
				credits,
				share,
				...columns.map((column) => money && money[column])
			]
		)
	};
}

import { common } from '$lib/i18n/common';
import { plans } from '$lib/i18n/plans';
import { tableOf, type Column } from '../columns';
import type { PlanFigures } from '../plans';
import type { PlanColumn } from '../planTable';
import type { TableData } from './table';

/** The table of the Plans screen, for a file: the picture in it has its figures in other columns. `cycle`: its name. */
export function plansFile(
	cycle: string,
	columns: readonly PlanColumn[],
	rows: readonly PlanFigures[]
): TableData {
	const plan: Column<PlanFigures> = {
		id: 'plan',
		group: '',
		label: plans.current.table.plan,
		kind: 'number',
		value: ({ tier }) => tier,
		summed: false
	};
	return tableOf(
		`${common.current.appName} ${common.current.routes.plans}, ${cycle}`,
		[plan, ...columns.filter(({ id }) => id !== 'bar')].map((column) => ({
			...column,
			label: column.label.replaceAll('\n', ' ')
		})),
		rows
	);
}

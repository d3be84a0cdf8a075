import { common } from '$lib/i18n/common';
import { files } from '$lib/i18n/files';
import { percent } from '$lib/i18n/format';
import { forecast } from '$lib/i18n/forecast';
import type { ForecastRow } from '../forecastTable';
import { of100 } from '../standing';
import type { CellKind, TableData } from './table';

/** The table of the Forecast screen with instants in the place of dates. `shares`: those that have a column; `next`: names of the cycles that follow. */
export function forecastFile(
	rows: readonly ForecastRow[],
	shares: readonly number[],
	next: readonly string[]
): TableData {
	const t = forecast.current.table;
	const column = (id: string, label: string, kind: CellKind) => ({
		id,
		label: label.replaceAll('\n', ' '),
		kind
	});
	return {
		name: `${common.current.appName} ${common.current.routes.forecast}`,
		columns: [
			column('tier', t.plan, 'number'),
			...shares.map((share) => column(`used ${share}`, t.share(percent(share)), 'instant')),
			column('early', files.current.from(t.range), 'instant'),
			column('late', files.current.to(t.range), 'instant'),
			column('chance', t.chance, 'number'),
			...next.map((name) => column(name, t.next(name), 'number'))
		],
		rows: rows.map(({ tier, dates, runOutAt, chances }) => [
			tier,
			...dates.map(({ at }) => at),
			runOutAt?.p10 ?? null,
			runOutAt?.p90 ?? null,
			...chances.map(({ probability }) => of100(probability))
		])
	};
}

import * as format from '$lib/i18n/format';
import { monthly } from '$lib/i18n/monthly';
import type { Compared, ComparedSum, MonthlyCheck, MonthlySummary } from '$lib/workers/api';
import type { Column } from './columns';
import { nameOf } from './names';

/** `Nov 2026` of `2026-11`. */
export function monthName(month: string): string {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return format.month(Date.UTC(year, number - 1, 15), 'UTC');
}

/** Months that a table that does not name its own may be of. */
const MOST_MONTHS = 36;

/** The months up to the one of a local date, the latest first: `2026-11`, `2026-10` … */
export function lastMonths(date: string): string[] {
	const [year = 0, number = 1] = date.split('-').map(Number);
	return Array.from({ length: MOST_MONTHS }, (_, k) => {
		const months = year * 12 + number - 1 - k;
		return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
	});
}

/** The months of a table: `Oct 2026 – Nov 2026`. */
export const monthSpan = ({ first, last }: Pick<MonthlySummary, 'first' | 'last'>): string =>
	monthly.current.list.span(monthName(first), monthName(last));

const signed = (value: number): string =>
	`${value > 0 ? '+' : value < 0 ? '−' : ''}${format.decimal(Math.abs(value))}`;

/** The answer of a check. */
export function checkTitle({ month, known, sums }: MonthlyCheck): string {
	const t = monthly.current.check;
	if (known === 'none') return t.alone(monthName(month));
	const all = sums.reduce((sum, { rows }) => sum + rows, 0);
	const off = sums.reduce(
		(sum, { differing, onlyStated, onlyCounted }) => sum + differing + onlyStated + onlyCounted,
		0
	);
	return off === 0
		? t.agrees(monthName(month))
		: t.differs(monthName(month), off, format.integer(off), format.integer(all));
}

/** What is to be said of one figure, over all agents; what one side alone has is said apart. */
export function sumSentence({
	figure: id,
	rows,
	differing,
	differingBy,
	onlyStated,
	onlyCounted
}: ComparedSum): string {
	const t = monthly.current.check.sum;
	const figure = monthly.current.figures[id];
	const both = rows - onlyStated - onlyCounted;
	const amount = format.decimal(Math.abs(differingBy));
	const difference = differingBy > 0 ? t.more(amount) : differingBy < 0 ? t.less(amount) : t.none;
	return [
		differing > 0
			? t.differ(figure, differing, format.integer(differing), difference)
			: both > 0
				? t.agree(figure, both, format.integer(both))
				: t.nothing(figure),
		...(onlyStated > 0 ? [t.onlyStated(onlyStated, format.integer(onlyStated))] : []),
		...(onlyCounted > 0 ? [t.onlyCounted(onlyCounted, format.integer(onlyCounted))] : [])
	].join(' ');
}

/** The row of totals, as the columns read any other. */
export const checkTotal = (sum: ComparedSum): Compared => ({
	...{ agent: '', entity: null, both: false, table: null, figure: sum.figure },
	...{ stated: sum.stated, counted: sum.counted, difference: sum.difference }
});

function remark({ stated, counted, difference, both }: Compared): string {
	const t = monthly.current.check;
	const side =
		counted === null ? t.onlyStated : stated === null ? t.onlyCounted : difference === 0 ? t.same : '';
	return [side, both ? t.both : ''].filter((text) => text !== '').join(', ');
}

/** The columns of a check; entities where a table has them. */
export function checkColumns(rows: readonly Compared[]): Column<Compared>[] {
	const { agent, entity, check: t } = monthly.current;
	const name = { group: '', kind: 'text', summed: false } as const;
	const figure = { group: '', kind: 'number', summed: true } as const;
	const divided = rows.some((row) => row.entity !== null);
	const entities: Column<Compared> = {
		...name,
		id: 'entity',
		label: entity,
		value: (row) => (row.entity === null ? t.allEntities : nameOf(row.entity))
	};
	return [
		...(divided ? [entities] : []),
		{ ...name, id: 'agent', label: agent, value: (row) => nameOf(row.agent) },
		{ ...figure, id: 'stated', label: t.stated, value: ({ stated }) => stated },
		{ ...figure, id: 'counted', label: t.counted, value: ({ counted }) => counted },
		{
			...figure,
			id: 'difference',
			label: t.difference,
			value: ({ difference }) => difference,
			text: ({ difference }) => (difference === null ? '–' : signed(difference))
		},
		{ ...name, id: 'remark', label: t.remark, value: remark }
	];
}

import { readFileSync } from 'node:fs';

const DAY = 86_400_000;
/** What the sources of the development series measure. A source that is not named is a kind of its own. */
const KINDS = {
	nn5: 'cash machines',
	bank_calls: 'call centre',
	peds: 'footfall',
	melb: 'footfall',
	bike: 'transport',
	taxi: 'transport',
	cta: 'transport',
	mta: 'transport',
	wiki: 'web traffic',
	wp: 'web traffic',
	otexts: 'web traffic',
	ga: 'web traffic'
};
/** Not the daily use of a service. */
const LEFT_OUT = ['m4daily', 'vic_elec'];

/**
 * Series from files of two forms: `{ id, source, start: 'YYYY-MM-DD', values: [number | null] }`, and counts by day of
 * one user of an AI agent, `{ id, first, last, days: { 'YYYY-MM-DD': number } }`, where a day without an entry is 0.
 * The latter are short: they are looked at for twelve months and from the 17th day on.
 */
export function readSeries(files) {
	return files
		.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))
		.filter(({ source }) => !LEFT_OUT.includes(source))
		.map(({ id, source, start, values, first, last, days }) => {
			if (values)
				return { id, group: KINDS[source] ?? source, start: Date.parse(`${start}T00:00:00Z`), values };
			const from = Date.parse(`${first}T00:00:00Z`);
			const length = (Date.parse(`${last}T00:00:00Z`) - from) / DAY + 1;
			const used = (_, t) => days[new Date(from + t * DAY).toISOString().slice(0, 10)] ?? 0;
			return {
				id,
				group: 'AI agents',
				start: from,
				values: Array.from({ length }, used),
				months: 12,
				least: 17
			};
		});
}

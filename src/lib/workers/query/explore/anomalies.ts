import {
	aboveOf,
	PATTERN_DAYS,
	anomaliesOf,
	timesOf,
	usageDays,
	type Anomaly,
	type UsageDays
} from '../../../engine/explore/anomaly';
import { creditsOfUnits, UNITS_PER_CREDIT } from '../../../engine/rating';
import { dayOf, startOfDay } from '../../../engine/time';
import type { AnomaliesView, AnomalyPicture, AnomalyView } from '../../api';
import { knownDays } from '../history';
import type { Usage } from '../usage';
import { runOutEffect } from './runOutEffect';

/** Findings are looked for in as many whole days before the as-of, and learned from as many more. */
const WATCHED_DAYS = 60;
const EARLIER_DAYS = 120;
/** Days that a picture shows before a finding and after it. */
const PICTURE_DAYS = 21;
/** 90th percentile of a standard normal number. */
const NINETY = 1.281_551_565_544_6;

function pictureOf(
	{ firstDay, known }: UsageDays,
	{ series, pattern, factors, from, to }: Anomaly
): AnomalyPicture {
	const [begin, end] = [Math.max(0, from - PICTURE_DAYS), Math.min(known.length, to + PICTURE_DAYS)];
	const credits = factors[0] === 'size' ? UNITS_PER_CREDIT : 1;
	const cut = (values: (t: number) => number) =>
		Float64Array.from({ length: end - begin }, (_, k) => values(begin + k));
	const bound = (side: number) =>
		cut((t) => {
			if (!pattern) return NaN;
			const sd = pattern.sd[t] as number;
			return ((pattern.expected[t] as number) * Math.exp(side * NINETY * sd - (sd * sd) / 2)) / credits;
		});
	return {
		firstDay: firstDay + begin,
		actual: cut((t) =>
			pattern ? (pattern.actual[t] as number) / credits : (series.interactions[t] as number)
		),
		expected: cut((t) => (pattern ? (pattern.expected[t] as number) / credits : NaN)),
		low: bound(-1),
		high: bound(1)
	};
}

/** What is out of pattern in the last whole days, with its part in the run-out; one scan of the last half year's rows. */
export async function anomaliesView(usage: Usage): Promise<AnomaliesView> {
	const { zone, versions } = usage.rules;
	const endDay = dayOf(zone, usage.asOf);
	const firstDay = Math.max(dayOf(zone, usage.first), endDay - EARLIER_DAYS - WATCHED_DAYS);
	const known = await knownDays(usage, firstDay, endDay);
	const watchFrom = Math.max(0, known.length - WATCHED_DAYS);
	const cells = await usage.peopleByDay(startOfDay(zone, firstDay));
	const days = usageDays(cells, usage.names, versions, { zone, firstDay, known, watchFrom });

	const findings: AnomalyView[] = [];
	for (const anomaly of anomaliesOf(days)) {
		const { series, factors, from, to } = anomaly;
		findings.push({
			of: series.of,
			name: series.name,
			factors,
			firstDay: firstDay + from,
			endDay: firstDay + to,
			from: startOfDay(zone, firstDay + from),
			to: startOfDay(zone, firstDay + to),
			credits: creditsOfUnits(Math.round(aboveOf(anomaly))),
			times: factors.length === 0 ? null : timesOf(anomaly),
			effect: await runOutEffect(usage, days, anomaly),
			picture: pictureOf(days, anomaly)
		});
	}
	const count = (values: Uint8Array) => values.reduce((sum, one) => sum + one, 0);
	const tell = (codes: Uint32Array) => new Set(codes).size;
	return {
		firstDay: firstDay + watchFrom,
		endDay,
		knownDays: count(known.subarray(watchFrom)),
		earlierDays: count(known.subarray(0, watchFrom)),
		neededDays: PATTERN_DAYS,
		agents: tell(cells.agent),
		entities: tell(cells.entity),
		findings
	};
}

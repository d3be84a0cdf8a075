import { countOf, type Charge, type UnitCharge } from '../../engine/planning/offers';
import { isMetered, LayerRating, newRated, PREMIUM, VOICE, type Channel } from '../../engine/rating';
import { isLive, rowsBetween } from '../../engine/table';
import type { Stretch } from './history';
import { CaseNumbers, CASES, Growing } from './caseNumbers';
import type { Usage } from './usage';

/** The four series in MIX_KEYS' order, by the bits of a row. */
export const seriesOf = (bits: number): number => (bits & VOICE ? 0 : 2) + (bits & PREMIUM ? 1 : 0);
export const SERIES_COUNT = 4;

/** What is counted of a channel: a charge's own key, alike for charges that count alike. */
export interface Measure {
	readonly key: string;
	readonly channel: Channel;
	readonly charge: UnitCharge;
}

const isByCase = ({ charge: { model } }: Measure): boolean => model === 'case' || model === 'resolution';

/** Charges that count the same are one measure; a flat one counts nothing. */
export function measureOf(channel: Channel, charge: Charge | null): Measure | null {
	if (!charge || charge.model === 'flat') return null;
	const what =
		charge.model === 'minute'
			? [charge.initialSeconds, charge.incrementSeconds, charge.shortCallSeconds]
			: charge.model === 'session'
				? [charge.minutes]
				: [];
	const model = charge.model === 'resolution' ? 'case' : charge.model;
	return { key: JSON.stringify([channel, model, ...what]), channel, charge };
}

/** Counts of metered interactions by stretch, measure and series; null: a part is kept as sums that do not say it. */
export interface StretchCounts {
	/** by measure key */
	readonly counts: Readonly<Record<string, readonly number[] | null>>;
	/** interactions by series, and outside the plan */
	readonly interactions: readonly number[];
	readonly outside: number;
}

/** What a day's sum says of a measure: its total; null where single calls or cases would be needed. */
function summedCount(
	{ channel, charge }: Measure,
	rule: { initialSeconds: number; incrementSeconds: number; shortCallSeconds: number } | null,
	entry: { quantity: number; seconds: number; interactions: number }
): number | null {
	if (charge.model === 'message') return entry.quantity;
	if (charge.model === 'session') return channel === 'chat' ? entry.interactions : null;
	const same =
		charge.model === 'minute' &&
		rule !== null &&
		rule.initialSeconds === charge.initialSeconds &&
		rule.incrementSeconds === charge.incrementSeconds &&
		rule.shortCallSeconds === charge.shortCallSeconds;
	return same ? entry.seconds : null;
}

/**
 * One scan of all rows: what each measure counts in each stretch. Exact; the same for any order of rows and files. A
 * case is counted once a stretch and channel, on its standard side where it has one; one without a number is its own.
 */
export async function countStretches(
	usage: Usage,
	stretches: readonly Stretch[],
	measures: readonly Measure[]
): Promise<StretchCounts[]> {
	const { names, cache, rules } = usage;
	const sums = stretches.map(() => measures.map(() => new Float64Array(SERIES_COUNT)));
	const unknown = stretches.map(() => measures.map(() => false));
	const interactions = stretches.map(() => new Float64Array(SERIES_COUNT));
	const outside = new Float64Array(stretches.length);
	const cases = measures.some(isByCase) ? new Growing() : null;
	const numbers = new CaseNumbers();
	const rated = newRated();
	const single = names.layers.length === 1;
	const add = (list: Float64Array, at: number, by: number) => (list[at] = (list[at] as number) + by);

	for (const layer of names.layers) {
		const { record } = layer;
		const summed = usage.summaries.get(record.id);
		if (summed) {
			const { summary, days, state } = summed;
			for (const [s, { from, to }] of stretches.entries())
				for (let k = 0; k < summary.entries; k++) {
					const start = (days[k] as { start: number }).start;
					if (start < from || start >= to) continue;
					const bits = state[k] as number;
					const entry = {
						quantity: summary.quantity[k] as number,
						seconds: summary.seconds[k] as number,
						interactions: summary.interactions[k] as number
					};
					if (!isMetered(bits)) {
						add(outside, s, entry.interactions);
						continue;
					}
					add(interactions[s] as Float64Array, seriesOf(bits), entry.interactions);
					for (const [m, measure] of measures.entries()) {
						if ((measure.channel === 'voice') !== ((bits & VOICE) !== 0)) continue;
						const count = summedCount(measure, record.summary, entry);
						if (count === null) (unknown[s] as boolean[])[m] = true;
						else add((sums[s] as Float64Array[])[m] as Float64Array, seriesOf(bits), count);
					}
				}
			continue;
		}
		const rating = new LayerRating(rules.plan, record.id, layer.names, record.ratedDuration);
		for (const [seq, { first, last }] of record.blocks.entries()) {
			if (!stretches.some(({ from, to }) => last >= from && first < to)) continue;
			const { block, live } = await cache.get(record, seq);
			rating.rate(block, seq, rated);
			const { caseCode } = block;
			const codes = cases && !single ? await numbers.ofRows(cache.db, record, seq, block) : caseCode;
			for (const [s, { from, to }] of stretches.entries()) {
				const rows = rowsBetween(block, from, to);
				for (let r = rows.first; r < rows.end; r++) {
					if (!isLive(live, r)) continue;
					const bits = rated.state[r] as number;
					if (!isMetered(bits)) {
						add(outside, s, 1);
						continue;
					}
					const channel = (bits & VOICE) !== 0 ? 'voice' : 'chat';
					const series = seriesOf(bits);
					add(interactions[s] as Float64Array, series, 1);
					const code = caseCode[r] as number;
					if (cases && code !== 0) {
						cases.push(((2 * s + (bits & VOICE)) * CASES + (codes[r] as number)) * 2 + (series & 1));
					}
					for (const [m, measure] of measures.entries()) {
						if (measure.channel !== channel || (isByCase(measure) && code !== 0)) continue;
						const count = countOf(measure.charge, channel, rated.quantity[r] as number);
						add((sums[s] as Float64Array[])[m] as Float64Array, series, count);
					}
				}
			}
		}
	}
	if (cases) addDistinct(cases.take(), measures, sums);
	return stretches.map((_, s) => ({
		counts: Object.fromEntries(
			measures.map(({ key }, m) => [
				key,
				unknown[s]?.[m] ? null : Array.from((sums[s] as Float64Array[])[m] as Float64Array)
			])
		),
		interactions: Array.from(interactions[s] as Float64Array),
		outside: outside[s] as number
	}));
}

/** Adds each distinct case once to its stretch and channel. Sorts in place: a case's standard row comes first. */
function addDistinct(
	values: Float64Array,
	measures: readonly Measure[],
	sums: readonly (readonly Float64Array[])[]
): void {
	values.sort();
	for (let k = 0; k < values.length; k++) {
		const whole = Math.floor((values[k] as number) / 2);
		if (k > 0 && Math.floor((values[k - 1] as number) / 2) === whole) continue;
		const key = Math.floor(whole / CASES);
		const voice = key % 2 === 1;
		const series = (voice ? 0 : 2) + ((values[k] as number) % 2);
		for (const [m, measure] of measures.entries()) {
			if (!isByCase(measure) || (measure.channel === 'voice') !== voice) continue;
			const sum = sums[(key - (key % 2)) / 2]?.[m];
			if (sum) sum[series] = (sum[series] as number) + 1;
		}
	}
}

import { linear } from './scale';

export interface DayBandInput {
	/** by day; NaN: unknown */
	readonly actual: Float64Array;
	readonly expected: Float64Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
	/** indices of the days it is about, half-open */
	readonly from: number;
	readonly to: number;
}

export interface DayBandPicture {
	readonly width: number;
	readonly height: number;
	/** stretches of known days */
	readonly bands: readonly string[];
	/** a short line a day: a weekday's expectation is no slope to the next one's */
	readonly usual: string;
	readonly bars: readonly {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly out: boolean;
	}[];
	/** the tallest of the days it is about: where its figure is written */
	readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
	readonly baseline: number;
	/** x of a day's middle */
	readonly dayX: (k: number) => number;
}

const TOP = 18;
const BOTTOM = 18;
/** The label's half width: nearer to an end it is set from there. */
const ROOM = 60;

/** Bars of days from 0 over the band that most days lie in. */
export function dayBand(
	{ actual, expected, low, high, from, to }: DayBandInput,
	width: number,
	height: number
): DayBandPicture {
	const count = Math.max(1, actual.length);
	const most = Math.max(1e-9, ...[...actual, ...high].filter(Number.isFinite));
	const baseline = height - BOTTOM;
	const y = linear([0, most], [baseline, TOP]);
	const step = width / count;
	const round = (value: number) => Math.round(value * 10) / 10;

	const bands: string[] = [];
	let [usual, start] = ['', -1];
	for (let k = 0; k <= count; k++) {
		const known = k < count && Number.isFinite(high[k]);
		if (known) usual += `M${round(k * step)} ${round(y(expected[k] as number))}h${round(step)}`;
		if (known && start < 0) start = k;
		if (known || start < 0) continue;
		const edge = (values: Float64Array, days: readonly number[], back: boolean) =>
			days
				.map((day) => {
					const [left, right] = [round(day * step), round((day + 1) * step)];
					const at = round(y(values[day] as number));
					return back ? `L${right} ${at}L${left} ${at}` : `L${left} ${at}L${right} ${at}`;
				})
				.join('');
		const days = Array.from({ length: k - start }, (_, n) => start + n);
		bands.push(`M${edge(high, days, false).slice(1)}${edge(low, days.toReversed(), true)}Z`);
		start = -1;
	}

	const bars = Array.from(actual, (value, k) => {
		const top = Number.isFinite(value) ? y(value) : baseline;
		return {
			x: round(k * step + step / 4),
			y: round(top),
			width: round(Math.max(1, step / 2)),
			height: round(baseline - top),
			out: k >= from && k < to
		};
	});
	const out = bars.filter((bar) => bar.out);
	const tallest = out.reduce(
		(best, bar) => (bar.y < best.y ? bar : best),
		out[0] ?? { x: 0, y: TOP, width: 0 }
	);
	const x = tallest.x + tallest.width / 2;
	return {
		width,
		height,
		bands,
		usual,
		bars,
		label: { x, y: tallest.y - 5, anchor: x < ROOM ? 'start' : x > width - ROOM ? 'end' : 'middle' },
		baseline,
		dayX: (k) => round((k + 0.5) * step)
	};
}

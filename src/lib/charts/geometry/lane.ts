import type { DaySpan } from './days';
import type { Scale } from './path';

/** One day of the lane of chances. */
export interface LaneBar {
	readonly day: number;
	readonly x: number;
	readonly width: number;
	readonly y: number;
	readonly height: number;
	/** of 100 */
	readonly chance: number;
	/** its number is printed */
	readonly label: boolean;
}

export interface DayChance {
	readonly day: number;
	/** whole number out of 100 */
	readonly chance: number;
}

/**
 * One bar a day, as tall as its whole-number chance; the tallest fills the lane. Days without a chance have no bar.
 * Numbers are printed on all bars, or only on the peak where they would not fit.
 */
export function laneBars(
	chances: readonly DayChance[],
	days: readonly DaySpan[],
	x: Scale,
	top: number,
	bottom: number,
	peakOnly: boolean
): LaneBar[] {
	const peak = Math.max(0, ...chances.map(({ chance }) => chance));
	const spans = new Map(days.map((span) => [span.day, span]));
	const bars: LaneBar[] = [];
	for (const { day, chance } of chances) {
		const span = spans.get(day);
		if (!span || chance <= 0) continue;
		const left = x(span.from) + 0.75;
		const width = Math.max(1, x(span.to) - 0.75 - left);
		const height = Math.max(1.5, ((bottom - top) * chance) / peak);
		const label = peakOnly ? chance === peak && !bars.some((bar) => bar.label) : width >= 14;
		bars.push({ day, x: left, width, y: bottom - height, height, chance, label });
	}
	return bars;
}

export interface StripCell {
	readonly day: number;
	readonly x: number;
	readonly width: number;
	/** 0–1 */
	readonly opacity: number;
}

const FAINTEST = 0.16;

/** Daily cells on a tier line: the likelier the day, the stronger; days under half a chance in 100 are left out. */
export function stripCells(
	chances: readonly { readonly day: number; readonly chance: number }[],
	days: readonly DaySpan[],
	x: Scale
): StripCell[] {
	const peak = Math.max(0, ...chances.map(({ chance }) => chance));
	const spans = new Map(days.map((span) => [span.day, span]));
	const cells: StripCell[] = [];
	for (const { day, chance } of chances) {
		const span = spans.get(day);
		if (!span || chance < 0.005) continue;
		const left = x(span.from) + 0.5;
		cells.push({
			day,
			x: left,
			width: Math.max(1, x(span.to) - 0.5 - left),
			opacity: FAINTEST + (1 - FAINTEST) * (chance / peak)
		});
	}
	return cells;
}

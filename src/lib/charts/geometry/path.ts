import { area, bisectRight, curveStepAfter, line } from 'd3';
import type { Span } from './days';

/** From a value to a pixel. */
export type Scale = (value: number) => number;
/** A pixel. */
export type Point = readonly [x: number, y: number];

type Series = ArrayLike<number>;

const toLine = line<Point>().digits(1);
const toSteps = line<Point>().digits(1).curve(curveStepAfter);
const toBand = area<readonly [x: number, low: number, high: number]>()
	.x((p) => p[0])
	.y0((p) => p[1])
	.y1((p) => p[2])
	.digits(1);

/** A polyline as path data; '' without points. */
export function linePath(points: readonly Point[]): string {
	return toLine(points as Point[]) ?? '';
}

/**
 * The points of a rising step function, thinned to the last one of each half pixel: what is left out could not be
 * seen. It runs on to `until` at its last height.
 */
export function stepPoints(at: Series, values: Series, x: Scale, y: Scale, until: number): Point[] {
	const points: [number, number][] = [];
	for (let k = 0; k < at.length; k++) {
		if ((at[k] as number) > until) break;
		const px = Math.round(x(at[k] as number) * 2) / 2;
		const py = y(values[k] as number);
		const before = points.at(-1);
		if (before && before[0] === px && points.length > 1) before[1] = py;
		else points.push([px, py]);
	}
	const last = points.at(-1);
	if (last) points.push([x(until), last[1]]);
	return points;
}

/** A step function as path data, broken where demand is unknown. */
export function stepPath(
	at: Series,
	values: Series,
	x: Scale,
	y: Scale,
	until: number,
	gaps: readonly Span[]
): string {
	const points = stepPoints(at, values, x, y, until);
	if (gaps.length === 0) return toSteps(points as Point[]) ?? '';
	const parts: string[] = [];
	let from = -Infinity;
	for (const gap of [...gaps, { from: Infinity, to: Infinity }]) {
		const [left, right] = [x(from), x(gap.from)];
		const part = points.filter(
			([px]) => (from === -Infinity || px >= left) && (gap.from === Infinity || px <= right)
		);
		if (part.length > 0) parts.push(toSteps(part) ?? '');
		from = gap.to;
	}
	return parts.join('');
}

/** The area between two series over the same instants, as path data. */
export function bandPath(at: Series, low: Series, high: Series, x: Scale, y: Scale): string {
	const points: [number, number, number][] = [];
	for (let k = 0; k < at.length; k++)
		points.push([x(at[k] as number), y(low[k] as number), y(high[k] as number)]);
	return toBand(points) ?? '';
}

/**
 * The part of a band that lies above a limit, as path data; '' where nothing does. Where an edge crosses the limit
 * between two instants the crossing is put in, so that the cut is level.
 */
export function bandAbove(at: Series, low: Series, high: Series, limit: number, x: Scale, y: Scale): string {
	const instants = withCrossings(at, [low, high], limit);
	const points: [number, number, number][] = [];
	const parts: string[] = [];
	const flush = () => {
		if (points.length > 1) parts.push(toBand(points) ?? '');
		points.length = 0;
	};
	for (const t of instants) {
		const top = valueAt(at, high, t);
		if (top < limit) {
			flush();
			continue;
		}
		points.push([x(t), y(Math.max(limit, valueAt(at, low, t))), y(top)]);
	}
	flush();
	return parts.join('');
}

function withCrossings(at: Series, edges: readonly Series[], limit: number): number[] {
	const instants: number[] = [];
	for (let k = 0; k < at.length; k++) {
		const t = at[k] as number;
		instants.push(t);
		if (k + 1 === at.length) break;
		const cuts: number[] = [];
		for (const edge of edges) {
			const [a, b] = [edge[k] as number, edge[k + 1] as number];
			if (a < limit !== b < limit) cuts.push(t + (((at[k + 1] as number) - t) * (limit - a)) / (b - a));
		}
		instants.push(...cuts.sort((a, b) => a - b));
	}
	return instants;
}

/** The area between a rising step function and a limit below it, from where it is crossed until `until`. */
export function stepsAbove(
	at: Series,
	values: Series,
	limit: number,
	x: Scale,
	y: Scale,
	until: number
): string {
	const over = stepPoints(at, values, x, y, until).filter(([, py]) => py < y(limit));
	if (over.length < 2) return '';
	const first = over[0] as Point;
	return `${toSteps(over as Point[]) ?? ''}V${round(y(limit))}H${round(first[0])}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Linear interpolation in an ascending series of instants; beyond its ends the end values. */
export function valueAt(at: Series, values: Series, t: number): number {
	const k = bisectRight(at as ArrayLike<number> & number[], t);
	if (k === 0) return values[0] as number;
	if (k === at.length) return values[k - 1] as number;
	const [t0, t1] = [at[k - 1] as number, at[k] as number];
	const [v0, v1] = [values[k - 1] as number, values[k] as number];
	return v0 + ((v1 - v0) * (t - t0)) / (t1 - t0);
}

/** Value of a step function at an instant: that of its last step; 0 before the first. */
export function stepAt(at: Series, values: Series, t: number): number {
	const k = bisectRight(at as ArrayLike<number> & number[], t);
	return k === 0 ? 0 : (values[k - 1] as number);
}

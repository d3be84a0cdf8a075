import { ticks } from 'd3';
import { spreadLabels, textWidth } from './labels';
import { linePath, type Point } from './path';
import { linear } from './scale';

interface CostPoint {
	readonly demand: number;
	readonly cost: number;
}

/** What a month costs on each plan, by how many credits it demands. Money as numbers. */
export interface CostCurveData {
	/** ascending */
	readonly plans: readonly {
		readonly credits: number;
		readonly name: string;
		readonly own: boolean;
		/** corners of the line; empty: no price */
		readonly line: readonly CostPoint[];
		/** the line ends because agents stop */
		readonly stops: boolean;
	}[];
	/** the cheapest plan by demand, without gaps; null: agents stop on every one */
	readonly bands: readonly {
		readonly credits: number | null;
		readonly from: number;
		readonly to: number;
		readonly line: readonly CostPoint[];
	}[];
	/** how the courses' month ends spread; null: not known */
	readonly monthEnds: {
		readonly from: number;
		readonly width: number;
		readonly counts: readonly number[];
		readonly p10: number;
		readonly p90: number;
	} | null;
	/** right end of the demands */
	readonly most: number;
}

export interface CostCurvePicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly x: (demand: number) => number;
	readonly xTicks: readonly { readonly credits: number; readonly x: number }[];
	readonly yTicks: readonly { readonly money: number; readonly y: number }[];
	readonly lines: readonly {
		readonly credits: number;
		readonly own: boolean;
		readonly path: string;
		/** end of a line at which agents stop */
		readonly stop: Point | null;
	}[];
	readonly names: readonly { readonly text: string; readonly own: boolean; readonly y: number }[];
	readonly lowest: readonly string[];
	readonly strip: readonly {
		readonly credits: number | null;
		readonly x: number;
		readonly width: number;
		/** its name has room */
		readonly named: boolean;
	}[];
	/** where the cheapest plan changes */
	readonly breaks: readonly {
		readonly credits: number;
		readonly x: number;
		readonly y: number;
		readonly labelled: boolean;
	}[];
	readonly range: { readonly x: number; readonly width: number } | null;
	readonly bars: readonly {
		readonly x: number;
		readonly width: number;
		readonly y: number;
		readonly height: number;
	}[];
}

const STRIP = 20;
const GAP = 8;
const AXIS = 26;
const NARROW = 560;
const NAME_HEIGHT = 15;
const MONTHS = 0.16;

/** The picture at a width; `short` is how a plan is named in the strip. */
export function costCurvePicture(
	{ plans, bands, monthEnds, most }: CostCurveData,
	width: number,
	short: (credits: number) => string
): CostCurvePicture {
	const wide = width >= NARROW;
	const left = wide ? 58 : 52;
	const right = width - (wide ? 12 : 4);
	const top = STRIP + GAP;
	const plot = wide ? Math.round(Math.min(320, Math.max(240, width * 0.34))) : 240;
	const bottom = top + plot;
	const x = linear([0, most], [left, right]);
	// The lowest cost fills the height; dearer lines run out of the picture at its upper edge.
	const dearest = Math.max(
		1e-9,
		...bands.flatMap(({ line }) => line.map(({ cost }) => cost)),
		...plans.map(({ line }) => line[0]?.cost ?? 0)
	);
	const money = ticks(0, dearest * 1.12, 6);
	const highest = Math.max(dearest * 1.12, money.at(-1) ?? 0);
	const y = linear([0, highest], [bottom, top]);
	const point = ({ demand, cost }: CostPoint): Point => [x(demand), y(cost)];
	/** A line up to where it leaves the picture. */
	const cut = (line: readonly CostPoint[]): Point[] => {
		const out: Point[] = [];
		for (const [k, corner] of line.entries()) {
			const before = line[k - 1];
			if (corner.cost > highest && before) {
				const share = (highest - before.cost) / (corner.cost - before.cost);
				out.push([x(before.demand + share * (corner.demand - before.demand)), y(highest)]);
				break;
			}
			out.push(point(corner));
		}
		return out;
	};
	const priced = plans.filter(({ line }) => line.length > 0);
	const places = spreadLabels(
		priced.map(({ line, own }) => ({
			y: y(line[0]?.cost ?? 0) - 8,
			height: NAME_HEIGHT,
			weight: own ? 1 : 0
		})),
		top,
		bottom
	);
	const fullest = Math.max(1, ...(monthEnds?.counts ?? []));
	let lastLabel = -Infinity;
	return {
		width,
		height: bottom + AXIS,
		left,
		right,
		top,
		bottom,
		x,
		xTicks: ticks(0, most, wide ? 6 : 3).map((credits) => ({ credits, x: x(credits) })),
		yTicks: money.filter((value) => value <= highest).map((value) => ({ money: value, y: y(value) })),
		lines: priced.map(({ credits, own, line, stops }) => {
			const points = cut(line);
			return { credits, own, path: linePath(points), stop: stops ? (points.at(-1) ?? null) : null };
		}),
		names: places.map(({ index, y: middle }) => ({
			text: priced[index]?.name ?? '',
			own: priced[index]?.own ?? false,
			y: middle + 4
		})),
		lowest: bands.filter(({ line }) => line.length > 1).map(({ line }) => linePath(line.map(point))),
		strip: bands.map(({ credits, from, to }) => {
			const [start, end] = [x(from), x(to)];
			return {
				credits,
				x: start,
				width: Math.max(0, end - start - 1),
				named: credits !== null && end - start > textWidth(short(credits), 11) + 6
			};
		}),
		breaks: bands.slice(0, -1).flatMap(({ credits, to, line }, k) => {
			const next = bands[k + 1]?.credits ?? null;
			const cost = line.at(-1)?.cost;
			if (credits === null || next === null || cost === undefined) return [];
			const at = x(to);
			const labelled = at - lastLabel > 64 && at < right - 40;
			if (labelled) lastLabel = at;
			return [{ credits: to, x: at, y: y(cost), labelled }];
		}),
		range: monthEnds && {
			x: x(monthEnds.p10),
			width: Math.max(1, x(Math.min(most, monthEnds.p90)) - x(monthEnds.p10))
		},
		bars: (monthEnds?.counts ?? []).flatMap((count, k) => {
			const from = (monthEnds?.from ?? 0) + k * (monthEnds?.width ?? 0);
			if (count === 0 || from >= most) return [];
			const height = (count / fullest) * plot * MONTHS;
			const step = x(from + (monthEnds?.width ?? 0)) - x(from);
			return [{ x: x(from), width: Math.max(1, step - 0.5), y: bottom - height, height }];
		})
	};
}

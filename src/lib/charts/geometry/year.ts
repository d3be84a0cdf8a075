import { ticks } from 'd3';
import { linear } from './scale';

/** One billing cycle of the year: known, or as far as it can be seen. Credits. */
export interface YearBar {
	readonly id: number;
	readonly name: string;
	readonly known: boolean;
	readonly middle: number;
	/** null where known */
	readonly range: { readonly low: number; readonly high: number } | null;
	/** included credits of its plan; null: none */
	readonly plan: number | null;
	/** chance that it needs more than the plan, in words; empty where known, or without a plan */
	readonly chance: string;
}

export interface YearPicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly bars: readonly {
		readonly bar: YearBar;
		readonly x: number;
		readonly width: number;
		/** up to the plan, and beyond it */
		readonly within: { readonly y: number; readonly height: number };
		readonly beyond: { readonly y: number; readonly height: number } | null;
		readonly whisker: { readonly low: number; readonly high: number } | null;
		/** every third name has room on a narrow picture */
		readonly named: boolean;
	}[];
	readonly yTicks: readonly { readonly credits: number; readonly y: number }[];
	/** the plans' lines, one for each stretch under the same plan */
	readonly plans: readonly {
		readonly credits: number;
		readonly y: number;
		readonly from: number;
		readonly to: number;
		/** where its name stands, clear of every range: beside the last, above the others */
		readonly name: { readonly x: number; readonly y: number; readonly beside: boolean };
	}[];
}

const LEFT = 56;
const TOP = 12;
const HEIGHT = 240;
const AXIS = 24;
/** px that a name of a cycle takes */
const NAME = 58;
/** px that a plan's name takes: beside the picture where the last cycle has one */
export const PLAN_NAME = 56;

/** Bars of known cycles and of those to come, on one scale from zero. */
export function yearPicture(bars: readonly YearBar[], width: number): YearPicture {
	const bottom = HEIGHT - AXIS;
	const right = width - 2;
	const step = (right - LEFT) / Math.max(1, bars.length);
	const most = Math.max(
		1,
		...bars.map(({ middle, range, plan }) => Math.max(middle, range?.high ?? 0, plan ?? 0))
	);
	const marks = ticks(0, most, 4);
	const y = linear([0, Math.max(most, marks.at(-1) ?? 0)], [bottom, TOP]);
	const each = Math.max(1, Math.ceil(NAME / step));
	return {
		width,
		height: HEIGHT,
		left: LEFT,
		right,
		bottom,
		bars: bars.map((bar, k) => {
			const inside = Math.min(bar.middle, bar.plan ?? Infinity);
			const over = bar.middle - inside;
			return {
				bar,
				x: LEFT + k * step + step * 0.16,
				width: Math.max(2, step * 0.68),
				within: { y: y(inside), height: bottom - y(inside) },
				beyond: over > 0 ? { y: y(bar.middle), height: y(inside) - y(bar.middle) } : null,
				whisker: bar.range && { low: y(bar.range.low), high: y(bar.range.high) },
				named: k % each === 0
			};
		}),
		yTicks: marks.map((credits) => ({ credits, y: y(credits) })),
		plans: stretches(bars).map(({ credits, first, last }) => {
			const to = LEFT + (last + 1) * step;
			const beside = last === bars.length - 1;
			const under = bars.slice(Math.max(0, last + 1 - Math.ceil(PLAN_NAME / step)), last + 1);
			const highest = Math.max(credits, ...under.map(({ range }) => range?.high ?? 0));
			return {
				credits,
				y: y(credits),
				from: LEFT + first * step,
				to,
				name: beside ? { x: to + 6, y: y(credits) + 4, beside } : { x: to, y: y(highest) - 5, beside }
			};
		})
	};
}

/** Runs of cycles under the same plan. */
function stretches(bars: readonly YearBar[]): { credits: number; first: number; last: number }[] {
	const found: { credits: number; first: number; last: number }[] = [];
	bars.forEach(({ plan }, k) => {
		const before = found.at(-1);
		if (before && before.last === k - 1 && before.credits === plan) before.last = k;
		else if (plan !== null) found.push({ credits: plan, first: k, last: k });
	});
	return found;
}

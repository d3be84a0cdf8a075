/** Where things stand in the run-out picture, in pixels of an SVG of `width` × `height`. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	/** tier labels stand right of the plot; else inside it, above their lines */
	readonly gutter: boolean;
	readonly left: number;
	readonly right: number;
	/** upper edge of the credit scale; the lines over the break stand above it */
	readonly top: number;
	/** zero credits */
	readonly bottom: number;
	/** baseline of the words over the plot */
	readonly headline: number;
	/** heights of the tier lines over the break, the lowest tier first */
	readonly overBreak: readonly number[];
	/** tallest bar of the lane of chances reaches up to here, its baseline is `laneBottom` */
	readonly laneTop: number;
	readonly laneBottom: number;
}

const NARROW = 560;
const HEADLINE = 12;
const LINE_GAP = 7;
const AXIS = 28;
const LANE_LABEL = 18;
const LANE = 34;

/**
 * The frame for a width and a number of tiers over the break. `laneText`: height that the words of the lane need
 * above its bars (0 where they stand beside them). Without a lane the picture ends below the axis.
 */
export function frameOf(width: number, above: number, lane: boolean, laneText: number): Frame {
	const gutter = width >= NARROW;
	const left = gutter ? 46 : 1;
	const right = gutter ? width - (width >= 900 ? 176 : 150) : width - 1;
	const first = HEADLINE + 16;
	const overBreak = Array.from({ length: above }, (_, k) => first + (above - 1 - k) * LINE_GAP);
	const top = above > 0 ? first + above * LINE_GAP + 2 : first;
	const plotHeight = gutter ? Math.round(Math.min(400, Math.max(250, (right - left) * 0.45))) : 250;
	const bottom = top + plotHeight;
	const laneTop = bottom + AXIS + LANE_LABEL + laneText + 8;
	const laneBottom = laneTop + LANE;
	return {
		width,
		height: lane ? laneBottom + 2 : bottom + AXIS,
		gutter,
		left,
		right,
		top,
		bottom,
		headline: HEADLINE,
		overBreak,
		laneTop,
		laneBottom
	};
}

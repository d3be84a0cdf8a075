import { ticks } from 'd3';
import { linear } from './scale';

/** Credits by local hour of the day, 24 of each. */
export interface HourBarsData {
	readonly voice: readonly number[];
	readonly chat: readonly number[];
}

export interface HourBarsPicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly bars: readonly {
		readonly hour: number;
		readonly x: number;
		readonly width: number;
		readonly voice: { readonly y: number; readonly height: number };
		readonly chat: { readonly y: number; readonly height: number };
	}[];
	readonly xTicks: readonly { readonly hour: number; readonly x: number }[];
	readonly yTicks: readonly { readonly credits: number; readonly y: number }[];
}

const LEFT = 46;
const TOP = 8;
const HEIGHT = 168;
const AXIS = 24;

/** 24 stacked bars: voice below, chat above. */
export function hourBars({ voice, chat }: HourBarsData, width: number): HourBarsPicture {
	const bottom = HEIGHT - AXIS;
	const right = width - 2;
	const step = (right - LEFT) / 24;
	const peak = Math.max(1e-9, ...voice.map((credits, k) => credits + (chat[k] as number)));
	const marks = ticks(0, peak, 3);
	const y = linear([0, Math.max(peak, marks.at(-1) ?? 0)], [bottom, TOP]);
	return {
		width,
		height: HEIGHT,
		left: LEFT,
		right,
		bottom,
		bars: voice.map((credits, hour) => {
			const all = credits + (chat[hour] as number);
			return {
				hour,
				x: LEFT + hour * step + step * 0.14,
				width: Math.max(2, step * 0.72),
				voice: { y: y(credits), height: bottom - y(credits) },
				chat: { y: y(all), height: y(credits) - y(all) }
			};
		}),
		xTicks: [0, 6, 12, 18].map((hour) => ({ hour, x: LEFT + hour * step + step / 2 })),
		yTicks: marks.map((credits) => ({ credits, y: y(credits) }))
	};
}

/** The shortest run of hours that holds at least half of all: first hour, last hour, and its share. */
export function busiest({ voice, chat }: HourBarsData): {
	readonly from: number;
	readonly to: number;
	readonly share: number;
} {
	const all = voice.map((credits, k) => credits + (chat[k] as number));
	const total = all.reduce((a, b) => a + b, 0);
	for (let length = 1; length <= 24; length++) {
		let best = { from: 0, to: 23, share: 0 };
		for (let from = 0; from + length <= 24; from++) {
			const share = all.slice(from, from + length).reduce((a, b) => a + b, 0) / total;
			if (share > best.share) best = { from, to: from + length - 1, share };
		}
		if (best.share >= 0.5) return best;
	}
	return { from: 0, to: 23, share: 1 };
}

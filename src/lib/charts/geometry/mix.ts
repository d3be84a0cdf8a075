import { ticks } from 'd3';
import { Ground, type PlainText } from './ground';
import { textWidth } from './labels';
import type { MixAt, MixData, MixPlan } from './mixdata';
import { apart, arrow, clipped, HOLLOW_RADIUS, oval, POINT_RADIUS, within } from './mixshapes';
import { linePath, type Point } from './path';
import { linear } from './scale';

/** The words on the picture; their widths decide where there is room. */
export interface MixWords {
	readonly number: (value: number) => string;
	readonly line: (plan: MixPlan) => string;
	readonly needs: (tier: number) => string;
	readonly above: (tier: number) => string;
	readonly credits: string;
	/** empty where there is no room for it */
	readonly hint: string;
	readonly lever: string;
}

/** A text along a line; it is turned about its place. */
export interface TurnedText {
	readonly id: string;
	readonly text: string;
	readonly x: number;
	readonly y: number;
	/** degrees, clockwise */
	readonly angle: number;
}

interface Tag {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

export interface MixPicture {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly ends: MixAt;
	readonly xTicks: readonly { readonly value: number; readonly x: number }[];
	readonly yTicks: readonly { readonly value: number; readonly y: number }[];
	/** '' without a plan on screen */
	readonly fits: string;
	readonly lines: readonly { readonly plan: MixPlan; readonly from: Point; readonly to: Point }[];
	readonly names: readonly TurnedText[];
	readonly regions: readonly TurnedText[];
	/** '' without a forecast */
	readonly shape: string;
	readonly point: Point;
	readonly tags: { readonly minutes: Tag; readonly messages: Tag };
	readonly lever: {
		readonly at: Point;
		/** '' where both points all but touch */
		readonly arrow: string;
		readonly head: string;
		readonly text: PlainText | null;
	} | null;
	readonly words: PlainText | null;
	/** the hint stands under the words */
	readonly hint: boolean;
}

const TOP = 26;
const FOOT = 44;
const SIZE = 12;
const TAG_HEIGHT = 18;
/** Places along a line that are tried for its name, from its upper end. */
const PLACES = [0.3, 0.22, 0.4, 0.5, 0.6, 0.14, 0.7, 0.8, 0.88];
/** Px between a line and the middle of its name. */
const ASIDE = 9;
/** Px between two lines from which a name fits between them. */
const BETWEEN = 40;

/** Everything drawn, in pixels. `ends`: of the axes, from {@link mixEnds}. */
export function mixPicture(data: MixData, ends: MixAt, width: number, words: MixWords): MixPicture {
	const { plans, point } = data;
	const narrow = width < 480;
	const height = narrow ? Math.round(width * 0.98) : Math.min(560, Math.round(width * 0.94));
	const yValues = ticks(0, ends.messages, narrow ? 4 : 5);
	const left = Math.max(
		44,
		...[...yValues, point.messages].map((value) => Math.ceil(textWidth(words.number(value), SIZE, true)) + 20)
	);
	const [right, bottom] = [width - 2, height - FOOT];
	const x = linear([0, ends.minutes], [left, right]);
	const y = linear([0, ends.messages], [bottom, TOP]);
	const px = ({ minutes, messages }: MixAt): Point => [x(minutes), y(messages)];
	const at = px({
		minutes: Math.min(point.minutes, ends.minutes),
		messages: Math.min(point.messages, ends.messages)
	});

	const lines = plans.flatMap((plan) => {
		const ways = clipped(plan, ends);
		return ways ? [{ plan, from: px(ways[0]), to: px(ways[1]) }] : [];
	});

	const ground = new Ground({ x0: left + 3, x1: right, y0: TOP, y1: bottom - 3 });
	ground.disc(at, POINT_RADIUS + 5);
	for (const { from, to } of lines) ground.line(from, to);
	// Where the points all but touch there is nothing to see.
	const led = data.lever && px(data.lever);
	const lever = led && Math.hypot(led[0] - at[0], led[1] - at[1]) > POINT_RADIUS + HOLLOW_RADIUS ? led : null;
	if (lever) ground.disc(lever, HOLLOW_RADIUS + 5);
	const creditsWidth = textWidth(words.credits, SIZE, true);
	const hint = words.hint !== '' && !narrow;
	const wordsWidth = hint ? Math.max(creditsWidth, textWidth(words.hint, SIZE)) : creditsWidth;
	const aside = (radius: number, tall: number): PlainText[] =>
		[
			[1, 1],
			[1, -1],
			[-1, 1],
			[-1, -1]
		].map(([sx, sy]) => ({
			x: at[0] + (sx as number) * radius,
			y: at[1] + ((sy as number) > 0 ? radius + 2 : 12 - radius - tall),
			anchor: sx === 1 ? 'start' : 'end'
		}));
	const tall = hint ? 32 : 16;
	const texts = ground.upright(wordsWidth, tall, [
		...aside(18, tall),
		...aside(30, tall),
		...aside(44, tall)
	]);
	const leverText =
		lever &&
		ground.upright(textWidth(words.lever, SIZE, true), 16, [
			{ x: lever[0] + 9, y: lever[1] - 8, anchor: 'start' },
			{ x: lever[0] - 12, y: lever[1] + 18, anchor: 'end' },
			{ x: lever[0] + 9, y: lever[1] + 20, anchor: 'start' },
			{ x: lever[0] - 12, y: lever[1] - 8, anchor: 'end' }
		]);

	/** The first free place along a way; `off`: px to its upper right. */
	const along = (from: Point, to: Point, text: string, bold: boolean, off: number) => {
		const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
		const wide = textWidth(text, SIZE, bold);
		if (wide > Math.hypot(to[0] - from[0], to[1] - from[1])) return null;
		for (const part of PLACES) {
			const place: Point = [
				from[0] + (to[0] - from[0]) * part + off * Math.sin(angle),
				from[1] + (to[1] - from[1]) * part - off * Math.cos(angle)
			];
			if (ground.turned(place, angle, wide))
				return { x: place[0], y: place[1], angle: (angle * 180) / Math.PI };
		}
		return null;
	};
	// The own plan's name first: it is the one that is never left out for another.
	const names = [...lines]
		.sort((a, b) => Number(b.plan.own) - Number(a.plan.own))
		.flatMap(({ plan, from, to }) => {
			for (const text of [words.line(plan), words.number(plan.tier)]) {
				const place = along(from, to, text, true, ASIDE);
				if (place) return [{ id: String(plan.tier), text, ...place }];
			}
			return [];
		});

	// Between two lines stands what is needed there; within the own plan everything fits.
	const own = plans.findIndex((plan) => plan.own);
	const corner = ends.minutes * data.rates.minute + ends.messages * data.rates.message;
	const regions = [...plans, null].flatMap((plan, k) => {
		const below = plans[k - 1];
		if (k <= own || !below || (own < 0 && k === 0)) return [];
		const upper = plan?.tier ?? corner;
		const middle = (below.tier + Math.min(upper, corner)) / 2;
		const scale = middle / below.tier;
		const { minutes, messages } = below.ends;
		const way = clipped(
			{
				ends: {
					minutes: minutes === null ? null : minutes * scale,
					messages: messages === null ? null : messages * scale
				}
			},
			ends
		);
		const gap = (Math.min(upper, corner) / below.tier - 1) * apart(below, ends, right - left, bottom - TOP);
		if (!way || gap < BETWEEN) return [];
		const text = plan ? words.needs(plan.tier) : words.above(below.tier);
		const place = along(px(way[0]), px(way[1]), text, false, 0);
		return place ? [{ id: `${below.tier}+`, text, ...place }] : [];
	});

	const tag = (text: string) => ({ text, width: Math.ceil(textWidth(text, SIZE, true)) + 12 });
	const minutesTag = tag(words.number(point.minutes));
	const messagesTag = tag(words.number(point.messages));
	const tagX = Math.min(right - minutesTag.width / 2, Math.max(left + minutesTag.width / 2, at[0]));
	const xTicks = ticks(0, ends.minutes, narrow ? 4 : 5).map((value) => ({ value, x: x(value) }));
	const ownLine = lines.find(({ plan }) => plan.own);
	return {
		width,
		height,
		left,
		right,
		top: TOP,
		bottom,
		ends,
		xTicks: xTicks.filter(
			(tick) =>
				Math.abs(tick.x - tagX) >= (minutesTag.width + textWidth(words.number(tick.value), SIZE)) / 2 + 5
		),
		yTicks: yValues
			.map((value) => ({ value, y: y(value) }))
			.filter((tick) => Math.abs(tick.y - at[1]) >= TAG_HEIGHT / 2 + 8),
		fits: ownLine ? `${linePath(within(ownLine.plan, ends).map(px))}Z` : '',
		lines,
		names,
		regions,
		shape: data.shape ? `${linePath(oval(data.shape).map(px))}Z` : '',
		point: at,
		tags: {
			minutes: { ...minutesTag, x: tagX, y: bottom + 15 },
			messages: { ...messagesTag, x: left - 5 - messagesTag.width / 2, y: at[1] }
		},
		lever: lever && { at: lever, ...arrow(at, lever), text: leverText },
		words: texts,
		hint
	};
}

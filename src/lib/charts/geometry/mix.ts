import { ticks } from 'd3';
import { textWidth } from './labels';
import { overlap, type Anchor, type Box } from './notes';
import { linePath, type Point } from './path';
import { linear } from './scale';

/** A mix in the plane. */
export interface MixAt {
	readonly minutes: number;
	readonly messages: number;
}

/** A whole number; `any`: no limit; `none`: nothing is left. */
type Room = number | 'any' | 'none';

/** One plan: what its line and its row in the table are made from. */
export interface MixPlan {
	readonly tier: number;
	/** on screen */
	readonly own: boolean;
	/** the mix fits in it */
	readonly holds: boolean;
	/** where its line meets the axes; null: never */
	readonly ends: { readonly minutes: number | null; readonly messages: number | null };
	readonly fitting: {
		readonly calls: Room;
		readonly chats: Room;
		readonly minutes: Room;
		readonly messages: Room;
	};
}

/** An ellipse: `centre + u·cos φ + v·sin φ`. */
export interface MixShape {
	readonly centre: MixAt;
	readonly u: MixAt;
	readonly v: MixAt;
}

export interface MixData {
	/** ascending */
	readonly plans: readonly MixPlan[];
	readonly point: MixAt;
	/** where 8 in 10 months end */
	readonly shape: MixShape | null;
	/** where the first lever leads */
	readonly lever: MixAt | null;
	/** credits of an average minute and an average message */
	readonly rates: { readonly minute: number; readonly message: number };
}

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

// ---------------------------------------------------------------- the axes

/** How far an axis reaches beyond the plan on screen, and beyond the mix. */
const BEYOND_PLAN = 1.8;
const BEYOND_MIX = 1.3;

/** Ends of both axes, such that the own plan's line, the point and the pale shape lie well inside. */
function wished({ plans, point, shape, rates }: MixData): MixAt {
	const { minute, message } = rates;
	const credits = point.minutes * minute + point.messages * message;
	const own = plans.find((plan) => plan.own);
	const far = shape && {
		minutes: shape.centre.minutes + Math.abs(shape.u.minutes),
		messages: shape.centre.messages + Math.hypot(shape.u.messages, shape.v.messages)
	};
	const reach = Math.max(
		BEYOND_PLAN * (own?.tier ?? 0),
		(own ? BEYOND_MIX : BEYOND_PLAN) * credits,
		1.2 * (plans[0]?.tier ?? 0),
		far ? 1.05 * Math.max(far.minutes * minute, far.messages * message) : 0
	);
	const end = (rate: number, at: number) => Math.max(rate === 0 ? 2 * at : reach / rate, 20);
	return { minutes: end(minute, point.minutes), messages: end(message, point.messages) };
}

/** Within these bounds of the ends wished for, the ends of before stay. */
const [NEAR, FAR] = [0.55, 1.9];

/** Ends of both axes. Those of before stay as long as they will do, so that the picture does not jump. */
export function mixEnds(data: MixData, before: MixAt | null): MixAt {
	const wish = wished(data);
	if (!before) return wish;
	const { point } = data;
	const stays = (['minutes', 'messages'] as const).every(
		(axis) =>
			point[axis] <= 0.97 * before[axis] &&
			before[axis] >= NEAR * wish[axis] &&
			before[axis] <= FAR * wish[axis]
	);
	return stays ? before : wish;
}

/** A step of dragging: round numbers of about a pixel. */
export function dragStep(end: number): number {
	return 10 ** Math.max(0, Math.floor(Math.log10(end / 400)));
}

/** A step of the arrow keys: a share of the axis, whole. */
export function keyStep(end: number, share: number): number {
	return Math.max(1, Math.round(end * share));
}

// ---------------------------------------------------------------- the picture

/** A text along a line; it is turned about its place. */
export interface TurnedText {
	readonly id: string;
	readonly text: string;
	readonly x: number;
	readonly y: number;
	/** degrees, clockwise */
	readonly angle: number;
}

export interface PlainText {
	readonly x: number;
	readonly y: number;
	readonly anchor: Anchor;
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
/** Radii in pixels: of the point, of a hollow one. */
export const POINT_RADIUS = 9;
export const HOLLOW_RADIUS = 5;

/** Where a plan's line crosses the picture: its upper or left end first; null where it does not. */
function clipped(plan: Pick<MixPlan, 'ends'>, ends: MixAt): readonly [MixAt, MixAt] | null {
	const { minutes, messages } = plan.ends;
	if (minutes === null && messages === null) return null;
	if (minutes === null)
		return (messages as number) > ends.messages
			? null
			: [
					{ minutes: 0, messages: messages as number },
					{ minutes: ends.minutes, messages: messages as number }
				];
	if (messages === null)
		return minutes > ends.minutes
			? null
			: [
					{ minutes, messages: ends.messages },
					{ minutes, messages: 0 }
				];
	const messagesAt = (x: number) => messages * (1 - x / minutes);
	const minutesAt = (y: number) => minutes * (1 - y / messages);
	const from =
		messages <= ends.messages
			? { minutes: 0, messages }
			: { minutes: minutesAt(ends.messages), messages: ends.messages };
	const to =
		minutes <= ends.minutes
			? { minutes, messages: 0 }
			: { minutes: ends.minutes, messages: messagesAt(ends.minutes) };
	return from.minutes > ends.minutes || to.messages > ends.messages ? null : [from, to];
}

/** Places along a line that are tried for its name, from its upper end. */
const PLACES = [0.3, 0.22, 0.4, 0.5, 0.6, 0.14, 0.7, 0.8, 0.88];
/** Px between a line and the middle of its name. */
const ASIDE = 9;
/** Px between two lines from which a name fits between them. */
const BETWEEN = 40;

/** What is taken on the picture: boxes of upright words, and discs of marks and of turned words. */
class Ground {
	readonly #boxes: Box[] = [];
	readonly #discs: { readonly at: Point; readonly radius: number }[] = [];
	/** points along the lines, which words cross only where there is no other place */
	readonly #lines: Point[] = [];

	constructor(private readonly within: Box) {}

	line(from: Point, to: Point): void {
		const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 6);
		for (let k = 0; k <= count; k++)
			this.#lines.push([
				from[0] + ((to[0] - from[0]) * k) / count,
				from[1] + ((to[1] - from[1]) * k) / count
			]);
	}

	disc(at: Point, radius: number): void {
		this.#discs.push({ at, radius });
	}

	/** Takes the first free place of an upright text, off the lines if it can be. */
	upright(width: number, height: number, places: readonly PlainText[]): PlainText | null {
		const free = places
			.map((place) => ({ place, box: uprightBox(place, width, height) }))
			.filter(
				({ box }) =>
					this.#inside(box) &&
					!this.#boxes.some((other) => overlap(box, other)) &&
					!this.#discs.some(({ at, radius }) => distance(at, box) < radius)
			);
		const taken = free.find(({ box }) => !this.#lines.some((at) => distance(at, box) < 3)) ?? free[0];
		if (!taken) return null;
		this.#boxes.push(taken.box);
		return taken.place;
	}

	/** Takes a place of a text that is turned, if all of it is free. */
	turned(at: Point, angle: number, width: number): boolean {
		const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
		const count = Math.max(2, Math.ceil(width / 8));
		const discs = Array.from({ length: count + 1 }, (_, k): Point => {
			const along = -width / 2 + (width * k) / count;
			return [at[0] + along * dx, at[1] + along * dy];
		});
		const free = discs.every(
			(one) =>
				this.#inside({ x0: one[0] - 7, x1: one[0] + 7, y0: one[1] - 7, y1: one[1] + 7 }) &&
				!this.#boxes.some((box) => distance(one, box) < 8) &&
				!this.#discs.some(({ at, radius }) => Math.hypot(at[0] - one[0], at[1] - one[1]) < radius + 8)
		);
		if (free) for (const one of discs) this.disc(one, 8);
		return free;
	}

	#inside({ x0, x1, y0, y1 }: Box): boolean {
		const { within } = this;
		return x0 >= within.x0 && x1 <= within.x1 && y0 >= within.y0 && y1 <= within.y1;
	}
}

function uprightBox({ x, y, anchor }: PlainText, width: number, height: number): Box {
	const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { x0: x0 - 3, x1: x0 + width + 3, y0: y - 12, y1: y - 12 + height };
}

/** From a point to the nearest of a box. */
function distance([x, y]: Point, { x0, x1, y0, y1 }: Box): number {
	return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
}

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

/** Px between the origin and a plan's line. */
function apart({ ends: { minutes, messages } }: MixPlan, ends: MixAt, width: number, height: number): number {
	const across = minutes === null ? Infinity : (minutes / ends.minutes) * width;
	const up = messages === null ? Infinity : (messages / ends.messages) * height;
	if (across === Infinity || up === Infinity) return Math.min(across, up);
	return (across * up) / Math.hypot(across, up);
}

/** Corners of the area below a plan's line. */
function within(plan: MixPlan, ends: MixAt): MixAt[] {
	const way = clipped(plan, ends);
	if (!way) return [];
	const [from, to] = way;
	return [
		{ minutes: 0, messages: 0 },
		{ minutes: 0, messages: Math.min(ends.messages, plan.ends.messages ?? ends.messages) },
		from,
		to,
		{ minutes: Math.min(ends.minutes, plan.ends.minutes ?? ends.minutes), messages: 0 }
	];
}

const AROUND = 64;

function oval({ centre, u, v }: MixShape): MixAt[] {
	return Array.from({ length: AROUND }, (_, k) => {
		const [cos, sin] = [Math.cos((2 * Math.PI * k) / AROUND), Math.sin((2 * Math.PI * k) / AROUND)];
		return {
			minutes: centre.minutes + u.minutes * cos + v.minutes * sin,
			messages: centre.messages + u.messages * cos + v.messages * sin
		};
	});
}

/** From the edge of the point to the edge of the hollow one, with its head. */
function arrow(from: Point, to: Point): { arrow: string; head: string } {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const [start, end] = [POINT_RADIUS + 1, length - HOLLOW_RADIUS - 2];
	if (end - start < 6) return { arrow: '', head: '' };
	const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const on = (d: number, aside: number): Point => [
		from[0] + dx * d - dy * aside,
		from[1] + dy * d + dx * aside
	];
	return {
		arrow: linePath([on(start, 0), on(end - 5, 0)]),
		head: `${linePath([on(end, 0), on(end - 8, 4), on(end - 8, -4)])}Z`
	};
}

// ---------------------------------------------------------------- the bar

/** A bar of parts of one hundred, and where the plan ends on it; shares of its whole width. */
export interface MixBarPicture {
	readonly parts: readonly { readonly key: string; readonly from: number; readonly to: number }[];
	/** null: no plan is chosen */
	readonly plan: number | null;
}

/** Stacked credits beside the plan's end: the longer of both fills the bar. */
export function mixBar(
	parts: readonly { readonly key: string; readonly credits: number }[],
	plan: number | null
): MixBarPicture {
	const total = parts.reduce((sum, { credits }) => sum + credits, 0);
	const whole = Math.max(total, plan ?? 0, 1) * (plan !== null && plan >= total ? 1 : 1.04);
	let from = 0;
	return {
		parts: parts.map(({ key, credits }) => {
			const part = { key, from, to: from + credits / whole };
			from = part.to;
			return part;
		}),
		plan: plan === null ? null : plan / whole
	};
}

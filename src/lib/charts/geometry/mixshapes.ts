import type { MixAt, MixPlan, MixShape } from './mixdata';
import { linePath, type Point } from './path';

/** Radii in pixels: of the point, of a hollow one. */
export const POINT_RADIUS = 9;
export const HOLLOW_RADIUS = 5;

/** Where a plan's line crosses the picture: its upper or left end first; null where it does not. */
export function clipped(plan: Pick<MixPlan, 'ends'>, ends: MixAt): readonly [MixAt, MixAt] | null {
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

/** Px between the origin and a plan's line. */
export function apart(
	{ ends: { minutes, messages } }: MixPlan,
	ends: MixAt,
	width: number,
	height: number
): number {
	const across = minutes === null ? Infinity : (minutes / ends.minutes) * width;
	const up = messages === null ? Infinity : (messages / ends.messages) * height;
	if (across === Infinity || up === Infinity) return Math.min(across, up);
	return (across * up) / Math.hypot(across, up);
}

/** Corners of the area below a plan's line. */
export function within(plan: MixPlan, ends: MixAt): MixAt[] {
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

/** Corners of the oval that is drawn. */
const AROUND = 64;

export function oval({ centre, u, v }: MixShape): MixAt[] {
	return Array.from({ length: AROUND }, (_, k) => {
		const [cos, sin] = [Math.cos((2 * Math.PI * k) / AROUND), Math.sin((2 * Math.PI * k) / AROUND)];
		return {
			minutes: centre.minutes + u.minutes * cos + v.minutes * sin,
			messages: centre.messages + u.messages * cos + v.messages * sin
		};
	});
}

/** From the edge of the point to the edge of the hollow one, with its head. */
export function arrow(from: Point, to: Point): { arrow: string; head: string } {
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

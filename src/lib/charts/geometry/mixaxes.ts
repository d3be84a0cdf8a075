import type { MixAt, MixData } from './mixdata';

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

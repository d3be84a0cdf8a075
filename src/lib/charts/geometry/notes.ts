import { textWidth } from './labels';
import type { Point } from './path';

/** A box in pixels. */
export interface Box {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** A place where a note might stand: the baseline point of its text, and where a leader would begin. */
export interface Candidate {
	readonly x: number;
	readonly y: number;
	readonly anchor: Anchor;
	/** the point on the mark that a line leads to; absent: the note stands at its mark */
	readonly to?: readonly [x: number, y: number];
}

export interface Note extends Candidate {
	readonly box: Box;
}

/** What stands in the way: the vertical stretch that is taken at a pixel column, or null where nothing is. */
export type Obstacle = (x: number) => readonly [y0: number, y1: number] | null;

const SIZE = 12;
const PAD = 3;

/** The box that a text of one line takes. */
export function textBox(text: string, at: Candidate, bold: boolean): Box {
	const width = textWidth(text, SIZE, bold);
	const x0 = at.anchor === 'start' ? at.x : at.anchor === 'end' ? at.x - width : at.x - width / 2;
	return { x0, x1: x0 + width, y0: at.y - 10, y1: at.y + 3 };
}

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** The straight way from `a` to `b` touches the box (Liang–Barsky). */
function crosses(a: Point, b: Point, box: Box): boolean {
	let [from, to] = [0, 1];
	const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
	for (const [p, q] of [
		[-dx, a[0] - box.x0],
		[dx, box.x1 - a[0]],
		[-dy, a[1] - box.y0],
		[dy, box.y1 - a[1]]
	] as const) {
		if (p === 0 && q < 0) return false;
		if (p < 0) from = Math.max(from, q / p);
		if (p > 0) to = Math.min(to, q / p);
	}
	return from <= to;
}

/** Where the line from a note to its mark begins: at the end of the text, or under or over its middle. */
export function leaderStart(at: Candidate, box: Box): Point {
	if (at.anchor === 'end') return [box.x1 + 3, at.y - 4];
	return [(box.x0 + box.x1) / 2, at.to && at.to[1] < at.y ? box.y0 : box.y1];
}

/** Words on the picture: each takes the first of its places that is free, or is left out. */
export class NoteBoard {
	readonly #taken: Box[] = [];
	readonly #texts: Box[] = [];
	readonly #leaders: (readonly [Point, Point])[] = [];

	constructor(
		private readonly within: Box,
		private readonly obstacles: readonly Obstacle[]
	) {}

	/** Keeps a box free of later notes. */
	take(box: Box): void {
		this.#taken.push(box);
	}

	/** `overMarks`: the text may stand on the obstacles, as it has a halo, but on no other text. */
	place(text: string, bold: boolean, candidates: readonly Candidate[], overMarks = false): Note | null {
		for (const candidate of candidates) {
			const box = textBox(text, candidate, bold);
			const padded = { x0: box.x0 - PAD, x1: box.x1 + PAD, y0: box.y0 - 1, y1: box.y1 + 1 };
			const leader = candidate.to ? ([leaderStart(candidate, box), candidate.to] as const) : null;
			if (!this.#free(padded, overMarks)) continue;
			if (leader && this.#texts.some((text) => crosses(leader[0], leader[1], text))) continue;
			if (this.#leaders.some(([from, to]) => crosses(from, to, padded))) continue;
			this.take(padded);
			this.#texts.push(padded);
			if (leader) this.#leaders.push(leader);
			return { ...candidate, box };
		}
		return null;
	}

	#free(box: Box, overMarks: boolean): boolean {
		const { within } = this;
		if (box.x0 < within.x0 || box.x1 > within.x1 || box.y0 < within.y0 || box.y1 > within.y1) return false;
		if (this.#taken.some((other) => overlap(box, other))) return false;
		if (overMarks) return true;
		for (let x = box.x0; x <= box.x1; x += 2)
			for (const obstacle of this.obstacles) {
				const taken = obstacle(x);
				if (taken && taken[0] < box.y1 && box.y0 < taken[1]) return false;
			}
		return true;
	}
}

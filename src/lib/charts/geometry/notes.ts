import { textWidth } from './labels';

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

/** Words on the picture: each takes the first of its places that is free, or is left out. */
export class NoteBoard {
	readonly #taken: Box[] = [];

	constructor(
		private readonly within: Box,
		private readonly obstacles: readonly Obstacle[]
	) {}

	/** Keeps a box free of later notes. */
	take(box: Box): void {
		this.#taken.push(box);
	}

	place(text: string, bold: boolean, candidates: readonly Candidate[]): Note | null {
		for (const candidate of candidates) {
			const box = textBox(text, candidate, bold);
			const padded = { x0: box.x0 - PAD, x1: box.x1 + PAD, y0: box.y0 - 1, y1: box.y1 + 1 };
			if (!this.#free(padded)) continue;
			this.take(padded);
			return { ...candidate, box };
		}
		return null;
	}

	#free(box: Box): boolean {
		const { within } = this;
		if (box.x0 < within.x0 || box.x1 > within.x1 || box.y0 < within.y0 || box.y1 > within.y1) return false;
		if (this.#taken.some((other) => overlap(box, other))) return false;
		for (let x = box.x0; x <= box.x1; x += 2)
			for (const obstacle of this.obstacles) {
				const taken = obstacle(x);
				if (taken && taken[0] < box.y1 && box.y0 < taken[1]) return false;
			}
		return true;
	}
}

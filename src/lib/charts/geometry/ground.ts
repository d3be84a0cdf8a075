import { overlap, type Anchor, type Box } from './notes';
import type { Point } from './path';

/** Where an upright text stands. */
export interface PlainText {
	readonly x: number;
	readonly y: number;
	readonly anchor: Anchor;
}

/** What is taken on the picture: boxes of upright words, and discs of marks and of turned words. */
export class Ground {
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

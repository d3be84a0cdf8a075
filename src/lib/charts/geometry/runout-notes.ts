import { spreadLabels, textWidth, type LabelPlace } from './labels';
import { NoteBoard, textBox, type Candidate, type Note, type Obstacle } from './notes';
import { stepAt, valueAt } from './path';
import type { RunOutData, RunOutPicture } from './runout';

/** The words that may stand in the picture; '' where there is nothing to say. */
export interface RunOutWords {
	readonly known: string;
	/** shorter forms, tried in turn */
	readonly knownShort: readonly string[];
	readonly forecast: string;
	readonly renews: string;
	readonly used: string;
	readonly middle: string;
	readonly half: string;
	readonly eightInTen: string;
	readonly pace: string;
	/** beyond the own tier */
	readonly overage: string;
	readonly unserved: string;
	readonly cap: string;
	/** by tier: `date` at the median or crossing */
	readonly dates: readonly string[];
}

/** A word over the plot, on one line with the others. */
interface Headline {
	readonly text: string;
	readonly x: number;
	readonly anchor: 'start' | 'end';
}

export interface RunOutNotes {
	readonly headlines: {
		readonly known: Headline | null;
		readonly forecast: Headline | null;
		readonly renews: Headline;
	};
	/** by tier index */
	readonly dates: readonly (Note | null)[];
	readonly used: Note | null;
	readonly middle: Note | null;
	readonly half: Note | null;
	readonly eightInTen: Note | null;
	readonly pace: Note | null;
	readonly overage: Note | null;
	readonly unserved: Note | null;
	readonly cap: Note | null;
}

/** Finds room for the words inside the picture. On a narrow one only the headlines are placed. */
export function runOutNotes(data: RunOutData, picture: RunOutPicture, words: RunOutWords): RunOutNotes {
	const { frame, y, now } = picture;
	const { line, fan } = data;
	const empty = {
		headlines: headlines(picture, words),
		dates: data.tiers.map(() => null),
		used: null,
		middle: null,
		half: null,
		eightInTen: null,
		pace: null,
		overage: null,
		unserved: null,
		cap: null
	};
	if (!frame.gutter) return empty;

	const instant = (px: number) =>
		data.cycle.start + ((px - frame.left) / (frame.right - frame.left)) * (data.cycle.end - data.cycle.start);
	const end = now?.x ?? frame.right;
	const known: Obstacle = (px) => {
		if (px > end) return null;
		const [low, high] = [px - 5, px + 5].map((edge) =>
			y(stepAt(line.at, line.credits, instant(Math.min(edge, end))))
		);
		return [(high as number) - 3, (low as number) + 3];
	};
	const ahead: Obstacle = (px) => {
		if (px < end) return null;
		if (fan)
			return [y(valueAt(fan.at, fan.p90, instant(px))) - 3, y(valueAt(fan.at, fan.p10, instant(px))) + 3];
		if (data.pace === null || !now) return null;
		const at = now.y + ((y(data.pace) - now.y) * (px - now.x)) / Math.max(1, frame.right - now.x);
		return [at - 3, at + 3];
	};
	const board = new NoteBoard(
		{ x0: frame.left + 2, x1: frame.right - 3, y0: frame.top + 1, y1: frame.bottom - 2 },
		[known, ahead]
	);
	for (const tier of picture.tiers) {
		board.take({ x0: frame.left, x1: frame.right, y0: tier.y - 2, y1: tier.y + 2 });
		const [first, last] = [tier.cells[0], tier.cells.at(-1)];
		if (first && last) board.take({ x0: first.x, x1: last.x + last.width, y0: tier.y - 5, y1: tier.y + 5 });
		const mark = tier.middle;
		if (mark !== null) board.take({ x0: mark - 6, x1: mark + 6, y0: tier.y - 15, y1: tier.y - 5 });
	}
	if (picture.capLine !== null)
		board.take({ x0: frame.left, x1: frame.right, y0: picture.capLine - 2, y1: picture.capLine + 2 });
	if (now) board.take({ x0: now.x - 3, x1: now.x + 3, y0: frame.top, y1: frame.bottom });

	const dates: (Note | null)[] = data.tiers.map(() => null);
	// The own tier's date comes first, and may stand on the fan where nothing else is free: text there has a halo.
	const order = [...picture.tiers].sort((a, b) => Number(b.own) - Number(a.own));
	for (const tier of order) {
		const text = words.dates[tier.index] ?? '';
		const mark = tier.middle ?? tier.reached;
		if (!text || mark === null) continue;
		const places = dateCandidates(mark, tier.y, tier.middle !== null);
		const note = board.place(text, tier.own, places, tier.middle !== null);
		if (note) dates[tier.index] = note;
		else if (tier.own && places[0]) {
			const forced = { ...places[0], box: textBox(text, places[0], true) };
			board.take(forced.box);
			dates[tier.index] = forced;
		}
	}

	const used =
		now &&
		board.place(words.used, true, [
			{ x: now.x - 9, y: now.y - 8, anchor: 'end' },
			{ x: now.x - 9, y: now.y - 22, anchor: 'end' },
			{ x: now.x + 9, y: now.y + 20, anchor: 'start' },
			{ x: now.x + 9, y: now.y + 34, anchor: 'start' },
			{ x: now.x - 9, y: now.y - 38, anchor: 'end' }
		]);

	/** A point of the fan: a share of the way from the as-of to the end, and a quantile mix. */
	const inFan = (
		share: number,
		low: keyof typeof bands,
		high: keyof typeof bands
	): readonly [number, number] => {
		const px = end + (frame.right - end) * share;
		const t = instant(px);
		return [px, (bands[low](t) + bands[high](t)) / 2];
	};
	const bands = {
		p10: (t: number) => (fan ? y(valueAt(fan.at, fan.p10, t)) : 0),
		p25: (t: number) => (fan ? y(valueAt(fan.at, fan.p25, t)) : 0),
		p50: (t: number) => (fan ? y(valueAt(fan.at, fan.p50, t)) : 0),
		p90: (t: number) => (fan ? y(valueAt(fan.at, fan.p90, t)) : 0)
	};
	const under = (
		shares: readonly number[],
		low: keyof typeof bands,
		high: keyof typeof bands,
		shift: number
	) =>
		shares.flatMap((share) => {
			const to = inFan(share, low, high);
			const floor = bands.p10(instant(to[0]));
			return [40, 30, 56, 72, 90, 110].map((drop): Candidate => ({
				x: to[0] + shift,
				y: Math.max(floor, to[1]) + drop,
				anchor: 'middle',
				to
			}));
		});

	const beyond = (text: string, limit: number): Note | null => {
		if (!fan || !text) return null;
		const shares = [0.9, 0.82, 0.95, 0.75, 0.65].filter(
			(share) => bands.p90(instant(inFan(share, 'p50', 'p50')[0])) < limit - 8
		);
		const places = shares.flatMap((share): Candidate[] => {
			const px = inFan(share, 'p50', 'p50')[0];
			const top = bands.p90(instant(px));
			const to = [px, top + Math.min(14, (limit - top) / 2)] as const;
			return [-50, -70, -100, -140, -190].flatMap((dx) =>
				[-34, -22, -50, -64].map((dy): Candidate => ({ x: px + dx, y: top + dy, anchor: 'end', to }))
			);
		});
		return board.place(text, true, places);
	};
	const own = data.ownTier === null ? frame.top : y(data.ownTier);
	const unserved = picture.unserved ? beyond(words.unserved, picture.capLine ?? own) : null;
	const overage = picture.overage ? beyond(words.overage, own) : null;
	const cap =
		picture.capLine === null
			? null
			: board.place(words.cap, false, [
					{ x: frame.left + 6, y: picture.capLine - 6, anchor: 'start' },
					{ x: frame.left + 6, y: picture.capLine + 14, anchor: 'start' }
				]);
	return {
		...empty,
		dates,
		used,
		unserved,
		overage,
		cap,
		middle: fan && board.place(words.middle, true, under([0.48, 0.4, 0.56, 0.3, 0.66], 'p50', 'p50', -30)),
		half: fan && board.place(words.half, false, under([0.66, 0.6, 0.74, 0.5, 0.8], 'p25', 'p50', 24)),
		eightInTen:
			fan && board.place(words.eightInTen, false, under([0.83, 0.78, 0.88, 0.7, 0.92], 'p10', 'p25', 10)),
		pace:
			picture.pace && now
				? board.place(words.pace, true, [
						{ x: (now.x + frame.right) / 2, y: (now.y + y(data.pace ?? 0)) / 2 + 34, anchor: 'middle' },
						{ x: (now.x + frame.right) / 2, y: (now.y + y(data.pace ?? 0)) / 2 - 26, anchor: 'middle' },
						{ x: frame.right - 10, y: y(data.pace ?? 0) + 30, anchor: 'end' }
					])
				: null
	};
}

/** Up and to the left of a mark first, as one reads; `point`: over its triangle, else beside its dot. */
function dateCandidates(mark: number, y: number, point: boolean): Candidate[] {
	return point
		? [
				{ x: mark + 4, y: y - 19, anchor: 'end' },
				{ x: mark, y: y - 19, anchor: 'middle' },
				{ x: mark - 10, y: y - 30, anchor: 'end' },
				{ x: mark - 4, y: y - 19, anchor: 'start' },
				{ x: mark - 10, y: y - 44, anchor: 'end' }
			]
		: [
				{ x: mark - 8, y: y - 9, anchor: 'end' },
				{ x: mark + 8, y: y + 17, anchor: 'start' },
				{ x: mark - 8, y: y - 22, anchor: 'end' },
				{ x: mark + 12, y: y + 32, anchor: 'start' }
			];
}

const GAP = 12;

/** Known and Forecast on both sides of the as-of, renewal at the right end; what has no room is shortened or left out. */
function headlines({ frame, now }: RunOutPicture, words: RunOutWords): RunOutNotes['headlines'] {
	const width = (text: string) => textWidth(text, 12, true);
	const renewal = width(words.renews) + GAP;
	const inside: Headline = { text: words.renews, x: frame.right, anchor: 'end' };
	if (!now) return { known: null, forecast: null, renews: inside };
	// Late in the cycle the as-of takes the place of the renewal's words, which go to the gutter.
	const late = frame.gutter && now.x > frame.right - renewal;
	const known = [words.known, ...words.knownShort].find((text) => now.x - 7 - width(text) >= 0);
	const until = frame.gutter && !late ? frame.right - renewal : frame.right;
	const fits = words.forecast !== '' && now.x + 7 + width(words.forecast) <= until;
	return {
		known: known ? { text: known, x: now.x - 7, anchor: 'end' } : null,
		forecast: fits ? { text: words.forecast, x: now.x + 7, anchor: 'start' } : null,
		renews: late ? { text: words.renews, x: frame.right + 12, anchor: 'start' } : inside
	};
}

/** Two lines of 15 px. */
const GUTTER_LABEL = 34;

export interface GutterLabel extends LabelPlace {
	/** height of the line it names */
	readonly lineY: number;
}

/**
 * Heights of the labels in the right gutter: one per tier in the picture (in the order of `picture.tiers`), and last,
 * where there are any, one for the tiers over the break.
 */
export function gutterLabels(picture: RunOutPicture): GutterLabel[] {
	const { frame, tiers } = picture;
	const lines = tiers.map((tier) => ({ y: tier.y, weight: tier.own ? 2 : 0 }));
	if (frame.overBreak.length > 0) lines.push({ y: frame.overBreak.at(-1) as number, weight: 1 });
	// A label's first line is level with its tier's line.
	const wishes = lines.map(({ y, weight }) => ({ y: y + 9, height: GUTTER_LABEL, weight }));
	return spreadLabels(wishes, frame.headline + 4, frame.bottom + 20).map((place) => ({
		...place,
		y: place.y - 9,
		lineY: (lines[place.index] as { y: number }).y
	}));
}

const INSIDE_LABEL = 15;

/** The label of the tiers over the break has room under it when labels stand inside. */
export function roomUnderBreak(picture: RunOutPicture): boolean {
	return picture.tiers.every((tier) => tier.y - picture.frame.top >= 2 * INSIDE_LABEL + 4);
}

/** Which tiers have room for a label above their line when labels stand inside: the own one first. */
export function insideLabels(picture: RunOutPicture): number[] {
	const kept: { index: number; y: number }[] = [];
	const byWeight = [...picture.tiers].sort(
		(a, b) => Number(b.own) - Number(a.own) || b.includedCredits - a.includedCredits
	);
	for (const tier of byWeight)
		if (kept.every((other) => Math.abs(other.y - tier.y) >= INSIDE_LABEL))
			kept.push({ index: tier.index, y: tier.y });
	return kept.map(({ index }) => index).sort((a, b) => a - b);
}

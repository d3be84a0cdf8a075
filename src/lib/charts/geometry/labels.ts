/** What a label needs in a column of labels. */
export interface LabelWish {
	/** where its middle would like to be */
	readonly y: number;
	readonly height: number;
	/** the higher is kept when not all fit */
	readonly weight: number;
}

export interface LabelPlace {
	/** index into the wishes */
	readonly index: number;
	/** middle */
	readonly y: number;
	/** it was moved so far that a line has to lead to it */
	readonly leader: boolean;
}

const LEADER_FROM = 6;

/**
 * Places labels in a column between `top` and `bottom`: sorted by height, pushed apart until none overlaps, each
 * group centred on what it wished for. Those that cannot fit are dropped, the lightest first. Equal weights: the last.
 */
export function spreadLabels(wishes: readonly LabelWish[], top: number, bottom: number): LabelPlace[] {
	const kept = wishes.map((_, index) => index);
	const need = () => kept.reduce((sum, k) => sum + (wishes[k] as LabelWish).height, 0);
	while (kept.length > 0 && need() > bottom - top) {
		const lightest = Math.min(...kept.map((k) => (wishes[k] as LabelWish).weight));
		kept.splice(
			kept.findLastIndex((k) => (wishes[k] as LabelWish).weight === lightest),
			1
		);
	}
	kept.sort((a, b) => (wishes[a] as LabelWish).y - (wishes[b] as LabelWish).y);

	// Pool of adjacent violators: a group of touching labels stands where its members' wishes are met on average.
	const groups: { members: number[]; height: number; start: number }[] = [];
	for (const k of kept) {
		const { height } = wishes[k] as LabelWish;
		let group = { members: [k], height, start: startOf([k], wishes, top, bottom) };
		for (
			let before = groups.at(-1);
			before && before.start + before.height > group.start;
			before = groups.at(-1)
		) {
			groups.pop();
			const members = [...before.members, ...group.members];
			group = {
				members,
				height: before.height + group.height,
				start: startOf(members, wishes, top, bottom)
			};
		}
		groups.push(group);
	}

	const places: LabelPlace[] = [];
	for (const { members, start } of groups) {
		let edge = start;
		for (const index of members) {
			const wish = wishes[index] as LabelWish;
			const y = edge + wish.height / 2;
			places.push({ index, y, leader: Math.abs(y - wish.y) > LEADER_FROM });
			edge += wish.height;
		}
	}
	return places;
}

/** Upper edge of a group of touching labels so that their mean shift is nil, kept within the column. */
function startOf(
	members: readonly number[],
	wishes: readonly LabelWish[],
	top: number,
	bottom: number
): number {
	let height = 0;
	let sum = 0;
	for (const k of members) {
		const wish = wishes[k] as LabelWish;
		sum += wish.y - (height + wish.height / 2);
		height += wish.height;
	}
	return Math.max(top, Math.min(bottom - height, sum / members.length));
}

// Advance widths in em of a common sans-serif (Arial's, rounded up): close enough to keep words off marks.
const NARROW_LETTERS = /[\s.,:;'’|!ijlftrI()\u00a0\u202f-]/g;

/** Estimated width of a text in pixels; on the safe side, bold being a little wider. */
export function textWidth(text: string, size = 12, bold = false): number {
	const narrow = text.match(NARROW_LETTERS)?.length ?? 0;
	return (narrow * 0.34 + (text.length - narrow) * 0.585) * size * (bold ? 1.06 : 1);
}

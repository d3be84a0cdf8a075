import type { Channel, InteractionClass, Licence } from '../../rating/card';
import { UNITS_PER_CREDIT } from '../../rating/credits';
import { LICENCE, NON_BILLABLE, PREMIUM, TRIAL, UNLIMITED, VOICE } from '../../rating/slot';
import { rowsBefore, type UsageRows } from './rows';

/** A half-open stretch `[from, to)`; `to` may be Infinity. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** Which rows are meant. Null: all; names are codes of the workspace. All that are given have to hold. */
export interface RowFilter {
	/** instants */
	readonly time: Stretch | null;
	/** hours of the local week, 24 × weekday (Monday first) + hour */
	readonly hours: readonly number[] | null;
	readonly channel: Channel | null;
	readonly class: InteractionClass | null;
	readonly agents: readonly number[] | null;
	readonly entities: readonly number[] | null;
	readonly licence: Licence | null;
	/** of calls, in seconds; chats have no length and are left out */
	readonly length: Stretch | null;
	/** what is drawn, in credits */
	readonly credits: Stretch | null;
	/** calls that are shorter than the short-call threshold, or all but those */
	readonly short: boolean | null;
}

/** Nothing is asked, whether names are codes or texts. */
export const ALL_ROWS = {
	time: null,
	hours: null,
	channel: null,
	class: null,
	agents: null,
	entities: null,
	licence: null,
	length: null,
	credits: null,
	short: null
} as const satisfies RowFilter;

/** What a row fails by, as bits: one a view that can filter, and one for what no view shows. */
export const FAILS = { time: 1, hours: 2, kind: 4, agent: 8, entity: 16, length: 32, other: 64 } as const;

/** How many names there are. */
interface Sizes {
	readonly agents: number;
	readonly entities: number;
}

/** What a row fails by whatever else it says, as bits of {@link FAILS}: by its state (rating/slot.ts), agent, entity. */
export interface FailsByCode {
	readonly state: Uint8Array;
	readonly agent: Uint8Array;
	readonly entity: Uint8Array;
}

export const failsByCode = (filter: RowFilter, { agents, entities }: Sizes): FailsByCode => ({
	state: failsByState(filter),
	agent: unmeant(agents, filter.agents, FAILS.agent),
	entity: unmeant(entities, filter.entities, FAILS.entity)
});

/** A view's bit for every code that is not among those that are meant. */
function unmeant(size: number, meant: readonly number[] | null, bit: number): Uint8Array {
	const byCode = new Uint8Array(size);
	if (!meant) return byCode;
	byCode.fill(bit);
	for (const code of meant) if (code < size) byCode[code] = 0;
	return byCode;
}

/** Nothing to be done where no code has a bit. */
function mark(fails: Uint8Array, codes: Uint8Array | Uint16Array | Uint32Array, byCode: Uint8Array): void {
	if (byCode.every((bits) => bits === 0)) return;
	for (let r = 0; r < fails.length; r++)
		fails[r] = (fails[r] as number) | (byCode[codes[r] as number] as number);
}

function failsByState(filter: RowFilter): Uint8Array {
	const fails = new Uint8Array(256);
	for (let state = 0; state < 256; state++) {
		const licence = state & LICENCE;
		const held = licence === TRIAL ? 'trial' : licence === UNLIMITED ? 'unlimited' : 'metered';
		const kind =
			(filter.channel === null || (filter.channel === 'voice') === ((state & VOICE) !== 0)) &&
			(filter.class === null || (filter.class === 'premium') === ((state & PREMIUM) !== 0));
		const other =
			(filter.licence === null || filter.licence === held) &&
			(filter.short === null || filter.short === ((state & NON_BILLABLE) !== 0));
		fails[state] = (kind ? 0 : FAILS.kind) | (other ? 0 : FAILS.other);
	}
	return fails;
}

/**
 * What each row fails by, as bits of {@link FAILS}; 0: it is meant.
 * @param names the workspace's
 */
export function failsOf(rows: UsageRows, filter: RowFilter, names: Sizes): Uint8Array {
	const { count, state, agent, entity, quantity, units } = rows;
	const { time, length, credits } = filter;
	const fails = new Uint8Array(count);
	if (filter.hours) mark(fails, rows.hour, unmeant(168, filter.hours, FAILS.hours));
	const byCode = failsByCode(filter, names);
	mark(fails, agent, byCode.agent);
	mark(fails, entity, byCode.entity);
	mark(fails, state, byCode.state);
	const fail = (r: number, bit: number) => (fails[r] = (fails[r] as number) | bit);
	if (time) {
		const first = rowsBefore(rows, time.from);
		const end = rowsBefore(rows, time.to);
		for (let r = 0; r < first; r++) fail(r, FAILS.time);
		for (let r = Math.max(first, end); r < count; r++) fail(r, FAILS.time);
	}
	if (length) {
		const from = length.from * 1_000;
		const to = length.to * 1_000;
		for (let r = 0; r < count; r++) {
			const ms = quantity[r] as number;
			if (((state[r] as number) & VOICE) === 0 || ms < from || ms >= to) fail(r, FAILS.length);
		}
	}
	if (credits) {
		const from = Math.round(credits.from * UNITS_PER_CREDIT);
		const to = Math.round(credits.to * UNITS_PER_CREDIT);
		for (let r = 0; r < count; r++) {
			const drawn = units[r] as number;
			if (drawn < from || drawn >= to) fail(r, FAILS.other);
		}
	}
	return fails;
}

/** Positions of the rows that fail by nothing, ascending, and what they draw in units. */
export function selected(
	{ count, units }: UsageRows,
	fails: Uint8Array
): { readonly positions: Uint32Array; readonly units: number } {
	const positions = new Uint32Array(count);
	let found = 0;
	let sum = 0;
	for (let r = 0; r < count; r++) {
		if (fails[r] !== 0) continue;
		positions[found++] = r;
		sum += units[r] as number;
	}
	return { positions: positions.slice(0, found), units: sum };
}

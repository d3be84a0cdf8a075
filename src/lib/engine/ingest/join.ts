import { formatDay, localDay, type ZoneTable } from '../time';
import { print128 } from '../table/print';
import { PrintIndex } from '../table/prints';
import { utf8 } from '../table/utf8';
import type { Join } from './mapping';
import { LARGEST } from './numbers';

/**
 * Messages or legs of one file that can be joined: they wait in memory, some 60 bytes each beside their ids, until the
 * file ends, as its rows may come in any order.
 */
export const JOIN_LIMIT = 4_000_000;
/** Legs that begin at most so long after the one before has ended are of the same call. */
export const LEG_GAP_MS = 60_000;

/** Something that was joined, as it becomes a row. */
export interface Joined {
	start: number;
	quantity: number;
	kind: number;
	agent: number;
	entity: number;
	outcome: number;
	line: number;
	id: Uint8Array;
	case: Uint8Array;
}

/** Texts, one after the other. */
class Texts {
	count = 0;
	#ends = new Uint32Array(1 << 10);
	#bytes = new Uint8Array(1 << 14);

	add(bytes: Uint8Array, from: number, to: number): void {
		const at = this.#end(this.count - 1);
		const end = at + to - from;
		if (end > this.#bytes.length) this.#bytes = wider(this.#bytes, Math.max(end, 2 * this.#bytes.length));
		if (this.count === this.#ends.length) this.#ends = wider(this.#ends, 2 * this.count);
		this.#bytes.set(bytes.subarray(from, to), at);
		this.#ends[this.count++] = end;
	}

	get(k: number): Uint8Array {
		return this.#bytes.subarray(this.#end(k - 1), this.#end(k));
	}

	#end(k: number): number {
		return k < 0 ? 0 : (this.#ends[k] as number);
	}
}

function wider<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(values: T, length: number): T {
	const more = new (values.constructor as new (length: number) => T)(length);
	more.set(values);
	return more;
}

/**
 * Rows that wait for others of their chat or call. Of a chat one entry is kept, which takes in each further message; of
 * a call each leg, in a list from the last to the first, as what comes between them is known at the end only.
 */
export class Joiner {
	/** rows that became part of another row's interaction; complete after {@link finish} */
	joined = 0;
	readonly #of: Join['of'];
	readonly #zone: ZoneTable;
	readonly #index = new PrintIndex();
	readonly #print = new Uint32Array(4);
	readonly #ids = new Texts();
	readonly #cases = new Texts();
	/** the last entry by key */
	#last = new Int32Array(1 << 10);
	#size = 0;
	#start = new Float64Array(1 << 10);
	#quantity = new Uint32Array(1 << 10);
	#kind = new Uint8Array(1 << 10);
	#agent = new Uint32Array(1 << 10);
	#entity = new Uint32Array(1 << 10);
	#outcome = new Uint32Array(1 << 10);
	#line = new Uint32Array(1 << 10);
	/** the entry before of the same key; -1: none */
	#before = new Int32Array(1 << 10);

	/** `zone`: the contract's, whose days part the messages of a long conversation */
	constructor(of: Join['of'], zone: ZoneTable) {
		this.#of = of;
		this.#zone = zone;
	}

	/** True: nothing more can be taken. */
	get full(): boolean {
		return this.#size >= JOIN_LIMIT;
	}

	/** Takes a row; `id` is the text that its like share, and is not empty. */
	add(row: Readonly<Joined>): void {
		const id = this.#of === 'legs' ? row.id : this.#dayId(row);
		print128(id, 0, id.length, this.#print, 0);
		const known = this.#index.size;
		const key = this.#index.numberOf(this.#print, 0);
		if (key < known && this.#of === 'messages') return this.#takeIn(this.#last[key] as number, row);
		if (key === known) {
			this.#ids.add(id, 0, id.length);
			this.#cases.add(row.case, 0, row.case.length);
			if (key === this.#last.length) this.#last = wider(this.#last, 2 * key);
		}
		const at = this.#size++;
		if (at === this.#start.length) this.#grow(2 * at);
		this.#before[at] = key < known ? (this.#last[key] as number) : -1;
		this.#last[key] = at;
		this.#quantity[at] = row.quantity;
		this.#put(at, row);
		this.#agent[at] = row.agent;
		this.#entity[at] = row.entity;
		this.#outcome[at] = row.outcome;
	}

	/** A conversation and its day: `abc 2026-11-03`. */
	#dayId({ id, start }: Readonly<Joined>): Uint8Array {
		const day = utf8(` ${formatDay(localDay(this.#zone, start))}`);
		const bytes = new Uint8Array(id.length + day.length);
		bytes.set(id);
		bytes.set(day, id.length);
		return bytes;
	}

	#put(at: number, { start, kind, line }: Readonly<Joined>): void {
		this.#start[at] = start;
		this.#kind[at] = kind;
		this.#line[at] = line;
	}

	/** One more message of a chat: it begins with the earliest, and has the first names that the file gives it. */
	#takeIn(at: number, row: Readonly<Joined>): void {
		this.joined++;
		this.#quantity[at] = Math.min(LARGEST, (this.#quantity[at] as number) + row.quantity);
		if (row.start < (this.#start[at] as number)) this.#put(at, row);
		this.#agent[at] ||= row.agent;
		this.#entity[at] ||= row.entity;
		this.#outcome[at] ||= row.outcome;
	}

	#grow(length: number): void {
		this.#start = wider(this.#start, length);
		this.#quantity = wider(this.#quantity, length);
		this.#kind = wider(this.#kind, length);
		this.#agent = wider(this.#agent, length);
		this.#entity = wider(this.#entity, length);
		this.#outcome = wider(this.#outcome, length);
		this.#line = wider(this.#line, length);
		this.#before = wider(this.#before, length);
	}

	/** Hands out what was joined, in the order in which the ids came. */
	finish(emit: (joined: Joined) => void): void {
		for (let key = 0; key < this.#index.size; key++) {
			const entries: number[] = [];
			for (let at = this.#last[key] as number; at >= 0; at = this.#before[at] as number) entries.push(at);
			entries.sort((a, b) => (this.#start[a] as number) - (this.#start[b] as number) || a - b);
			for (let from = 0; from < entries.length;) from = this.#call(key, entries, from, emit);
		}
	}

	/**
	 * Hands out one interaction: the entry at `from` of those of a key, and the legs that follow it. Its length is the
	 * time in which at least one leg was there. Answers where the next one begins.
	 */
	#call(key: number, entries: readonly number[], from: number, emit: (joined: Joined) => void): number {
		const first = entries[from] as number;
		let [agent, entity, outcome] = [this.#agent[first], this.#entity[first], this.#outcome[first]];
		let quantity = this.#quantity[first] as number;
		let reach = (this.#start[first] as number) + quantity;
		let next = from + 1;
		for (; next < entries.length; next++) {
			const leg = entries[next] as number;
			const start = this.#start[leg] as number;
			if (start > reach + LEG_GAP_MS) break;
			const end = start + (this.#quantity[leg] as number);
			quantity += Math.max(0, end - Math.max(start, reach));
			reach = Math.max(reach, end);
			agent ||= this.#agent[leg];
			entity ||= this.#entity[leg];
			outcome ||= this.#outcome[leg];
			this.joined++;
		}
		emit({
			start: this.#start[first] as number,
			quantity: Math.min(LARGEST, quantity),
			kind: this.#kind[first] as number,
			agent: agent ?? 0,
			entity: entity ?? 0,
			outcome: outcome ?? 0,
			line: this.#line[first] as number,
			id: this.#ids.get(key),
			case: this.#cases.get(key)
		});
		return next;
	}
}

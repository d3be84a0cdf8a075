import {
	align,
	BlockError,
	HEADER_BYTES,
	newRecord,
	openRecord,
	RECORD,
	recordCount,
	sealRecord
} from './record';

/** What the sums of a summary were made with (formats.md §3): they say nothing under another rounding or zone. */
export interface SummaryRule {
	/** whole seconds, as in `VoiceRounding`; never with whole credits per call, which need the calls */
	readonly shortCallSeconds: number;
	readonly initialSeconds: number;
	readonly incrementSeconds: number;
	/** IANA name: whose local days */
	readonly timeZone: string;
}

/**
 * Figures by day in the place of rows (formats.md §3): one entry for each local day × channel × class in the file ×
 * agent × entity that had interactions, ascending in that order. Sums only, so summaries merge in any order.
 */
export interface Summary {
	readonly entries: number;
	/** day number of the local date, in the rule's zone */
	readonly day: Int32Array;
	/** KIND_* bits: the class is the one IN THE FILE, so that the register still rules */
	readonly kind: Uint8Array;
	/** codes into the layer's dictionaries */
	readonly agent: Uint32Array;
	readonly entity: Uint32Array;
	readonly interactions: Uint32Array;
	/** chat: messages; voice: rated duration in ms; exact below 2^53 */
	readonly quantity: Float64Array;
	/** billable seconds, rounded call by call before they were summed */
	readonly seconds: Float64Array;
	/** non-billable calls */
	readonly nonBillable: Uint32Array;
}

/** One entry, by itself. */
export type SummaryEntry = { -readonly [name in Exclude<keyof Summary, 'entries'>]: number };

const compareEntries = (a: SummaryEntry, b: SummaryEntry): number =>
	a.day - b.day || a.kind - b.kind || a.agent - b.agent || a.entity - b.entity;

/** Entries as columns, in order, those with equal keys summed. The list is sorted in place. */
export function summaryOf(entries: SummaryEntry[]): Summary {
	entries.sort(compareEntries);
	const summed: SummaryEntry[] = [];
	for (const entry of entries) {
		const last = summed[summed.length - 1];
		if (!last || compareEntries(last, entry) !== 0) {
			summed.push({ ...entry });
			continue;
		}
		last.interactions += entry.interactions;
		last.quantity += entry.quantity;
		last.seconds += entry.seconds;
		last.nonBillable += entry.nonBillable;
	}
	return {
		entries: summed.length,
		day: Int32Array.from(summed, ({ day }) => day),
		kind: Uint8Array.from(summed, ({ kind }) => kind),
		agent: Uint32Array.from(summed, ({ agent }) => agent),
		entity: Uint32Array.from(summed, ({ entity }) => entity),
		interactions: Uint32Array.from(summed, ({ interactions }) => interactions),
		quantity: Float64Array.from(summed, ({ quantity }) => quantity),
		seconds: Float64Array.from(summed, ({ seconds }) => seconds),
		nonBillable: Uint32Array.from(summed, ({ nonBillable }) => nonBillable)
	};
}

/** Where each column lies, 8-byte aligned; the last number is the record's length. */
function view(buffer: ArrayBuffer, entries: number): Summary {
	let at = HEADER_BYTES;
	const next = (bytes: number): number => {
		const here = at;
		at += align(bytes);
		return here;
	};
	// Object literals evaluate in order: this is the stored order.
	return {
		entries,
		quantity: new Float64Array(buffer, next(8 * entries), entries),
		seconds: new Float64Array(buffer, next(8 * entries), entries),
		day: new Int32Array(buffer, next(4 * entries), entries),
		agent: new Uint32Array(buffer, next(4 * entries), entries),
		entity: new Uint32Array(buffer, next(4 * entries), entries),
		interactions: new Uint32Array(buffer, next(4 * entries), entries),
		nonBillable: new Uint32Array(buffer, next(4 * entries), entries),
		kind: new Uint8Array(buffer, next(entries), entries)
	};
}

const lengthOf = (entries: number): number =>
	HEADER_BYTES + 2 * 8 * entries + 5 * align(4 * entries) + align(entries);

/** The summary record; the columns are copied. */
export function encodeSummary(summary: Summary): ArrayBuffer {
	const { entries } = summary;
	const buffer = newRecord(RECORD.summary, entries, lengthOf(entries));
	const to = view(buffer, entries);
	to.quantity.set(summary.quantity);
	to.seconds.set(summary.seconds);
	to.day.set(summary.day);
	to.agent.set(summary.agent);
	to.entity.set(summary.entity);
	to.interactions.set(summary.interactions);
	to.nonBillable.set(summary.nonBillable);
	to.kind.set(summary.kind);
	return sealRecord(buffer);
}

/** The columns of a summary record as views on its buffer. Throws {@link BlockError}; the checksum is `verify`'s business. */
export function decodeSummary(buffer: ArrayBuffer): Summary {
	const entries = recordCount(openRecord(buffer, RECORD.summary));
	if (buffer.byteLength !== lengthOf(entries)) throw new BlockError('length');
	return view(buffer, entries);
}

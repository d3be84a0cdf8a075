import type { LayerNames, Rated } from '../rating/layerRating';
import { NON_BILLABLE } from '../rating/slot';
import type { VoiceRounding } from '../rating/card';
import type { CardVersions } from '../rating/versions';
import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE, type Columns } from '../table/columns';
import type { Live } from '../table/live';
import { summaryOf, type Summary, type SummaryEntry, type SummaryRule } from '../table/summary';
import { dayOf, startOfDay, type Cycle, type ZoneTable } from '../time';

const KIND = KIND_VOICE | KIND_STANDARD | KIND_PREMIUM;

function* entriesOf(summary: Summary): Generator<SummaryEntry> {
	for (let k = 0; k < summary.entries; k++)
		yield {
			day: summary.day[k] as number,
			kind: summary.kind[k] as number,
			agent: summary.agent[k] as number,
			entity: summary.entity[k] as number,
			interactions: summary.interactions[k] as number,
			quantity: summary.quantity[k] as number,
			seconds: summary.seconds[k] as number,
			nonBillable: summary.nonBillable[k] as number
		};
}

/** The sum of summaries with the same names, under the same rule. Any order, any grouping gives the same. */
export function mergeSummaries(parts: readonly Summary[]): Summary {
	return summaryOf(parts.flatMap((part) => [...entriesOf(part)]));
}

/**
 * Sums a layer's rated rows by local day × channel × class in the file × agent × entity, in any order of blocks. The
 * rows given must all be rated under one rounding ({@link roundingStretches}).
 */
export class SummaryBuilder {
	readonly #entries: SummaryEntry[] = [];
	#day: { readonly number: number; readonly start: number; readonly end: number } | null = null;
	/** the open day's entries by combination of kind, agent and entity */
	readonly #open = new Map<number, SummaryEntry>();

	constructor(
		readonly zone: ZoneTable,
		readonly names: LayerNames
	) {}

	/** Counts the live rows of `[first, end)` of a block. */
	add(columns: Columns, rated: Rated, live: Live, first = 0, end = columns.rows): void {
		const { start, kind, agent, entity } = columns;
		const entities = this.names.entities.length;
		for (let r = first; r < end; r++) {
			if (((live.bits[r >> 3] as number) & (1 << (r & 7))) === 0) continue;
			const day = this.#dayAt(start[r] as number);
			const bits = (kind[r] as number) & KIND;
			const key = ((agent[r] as number) * entities + (entity[r] as number)) * 8 + bits;
			let entry = this.#open.get(key);
			if (!entry) {
				entry = {
					day,
					kind: bits,
					agent: agent[r] as number,
					entity: entity[r] as number,
					interactions: 0,
					quantity: 0,
					seconds: 0,
					nonBillable: 0
				};
				this.#entries.push(entry);
				this.#open.set(key, entry);
			}
			entry.interactions++;
			entry.quantity += rated.quantity[r] as number;
			entry.seconds += rated.seconds[r] as number;
			if (((rated.state[r] as number) & NON_BILLABLE) !== 0) entry.nonBillable++;
		}
	}

	/** The summary of all rows so far. */
	finish(): Summary {
		return summaryOf(this.#entries);
	}

	#dayAt(instant: number): number {
		let day = this.#day;
		if (day === null || instant < day.start || instant >= day.end) {
			const number = dayOf(this.zone, instant);
			day = { number, start: startOfDay(this.zone, number), end: startOfDay(this.zone, number + 1) };
			this.#day = day;
			this.#open.clear();
		}
		return day.number;
	}
}

const sameRounding = (a: VoiceRounding, b: VoiceRounding): boolean =>
	a.shortCallSeconds === b.shortCallSeconds &&
	a.initialSeconds === b.initialSeconds &&
	a.incrementSeconds === b.incrementSeconds &&
	a.wholeCreditsPerCall === b.wholeCreditsPerCall;

/** A stretch `[start, end)` of time under one rounding; infinities at the ends. */
export interface RoundingStretch extends Cycle {
	readonly rounding: VoiceRounding;
}

/** The stretches of a card's versions under one rounding each: versions that differ in other things only are one. */
export function roundingStretches(versions: CardVersions): RoundingStretch[] {
	const stretches: RoundingStretch[] = [];
	for (const [k, { voiceRounding: rounding }] of versions.cards.entries()) {
		const end = versions.from[k + 1] ?? Infinity;
		const last = stretches[stretches.length - 1];
		if (last && sameRounding(last.rounding, rounding)) stretches[stretches.length - 1] = { ...last, end };
		else stretches.push({ rounding, start: versions.from[k] as number, end });
	}
	return stretches;
}

/** The rule of sums under a rounding and zone. */
export function summaryRule(rounding: VoiceRounding, zone: ZoneTable): SummaryRule {
	const { shortCallSeconds, initialSeconds, incrementSeconds } = rounding;
	return { shortCallSeconds, initialSeconds, incrementSeconds, timeZone: zone.name };
}

export const sameRule = (a: SummaryRule, b: SummaryRule): boolean =>
	a.shortCallSeconds === b.shortCallSeconds &&
	a.initialSeconds === b.initialSeconds &&
	a.incrementSeconds === b.incrementSeconds &&
	a.timeZone === b.timeZone;

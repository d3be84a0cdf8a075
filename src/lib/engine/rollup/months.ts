import type { Channel } from '../rating/card';
import { KIND_VOICE, type Columns } from '../table';
import { cycleOf, type Cycle, type CycleRule, type ZoneTable } from '../time';

/** What a calendar month of a zone holds of a channel. */
export interface MonthTotal {
	/** its first instant */
	readonly start: number;
	readonly channel: Channel;
	readonly interactions: number;
	/** messages of chats, or ms of calls */
	readonly quantity: number;
	/** what they draw, in units; 0 where that is not told */
	readonly units: number;
}

const CHANNELS = ['voice', 'chat'] as const;

/** Sums rows by calendar month and channel, block by block; inside a block they ascend by start. */
export class MonthTotals {
	readonly #rule: CycleRule;
	readonly #months = new Map<number, readonly [voice: number[], chat: number[]]>();

	constructor(zone: ZoneTable) {
		this.#rule = { zone, anchorDay: 1 };
	}

	/** `units`: what each row draws; null: not known. */
	add({ rows, start, quantity, kind }: Columns, units: Float64Array | null): void {
		let month: Cycle = { start: Infinity, end: -Infinity };
		let sums: readonly [number[], number[]] = [[], []];
		for (let r = 0; r < rows; r++) {
			const at = start[r] as number;
			if (!(at >= month.start && at < month.end)) {
				month = cycleOf(this.#rule, at);
				sums = this.#months.get(month.start) ?? [
					[0, 0, 0],
					[0, 0, 0]
				];
				this.#months.set(month.start, sums);
			}
			const sum = sums[(kind[r] as number) & KIND_VOICE ? 0 : 1] as [number, number, number];
			sum[0]++;
			sum[1] += quantity[r] as number;
			if (units) sum[2] += units[r] as number;
		}
	}

	/** Ascending; of a month calls before chats; without those that hold none. */
	finish(): MonthTotal[] {
		return [...this.#months]
			.sort(([a], [b]) => a - b)
			.flatMap(([start, sums]) =>
				CHANNELS.map((channel, k) => {
					const [interactions = 0, quantity = 0, units = 0] = sums[k] as number[];
					return { start, channel, interactions, quantity, units };
				})
			)
			.filter(({ interactions }) => interactions > 0);
	}
}

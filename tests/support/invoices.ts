/**
 * Invoices of an invented vendor, made from its calls by arithmetic of its own: nothing here is shared with the
 * engine. Every rule is written out as a vendor's contract would say it, money and time are whole numbers, and the
 * months are cut by what the clock on the wall shows.
 */

/** One call or chat as the vendor's file has it. */
export interface VendorRow {
	readonly at: number;
	readonly kind: 'call' | 'chat';
	readonly premium: boolean;
	/** milliseconds, by the vendor's two columns; of a call */
	readonly total: number;
	readonly talk: number;
	readonly messages: number;
}

/** How the vendor bills, all in plain values. */
export interface VendorRules {
	readonly initial: number;
	readonly step: number;
	readonly wholeCredits: boolean;
	readonly threshold: number;
	/** first and last local date of the invoice, inclusive and exclusive, `YYYY-MM-DD` */
	readonly from: string;
	readonly to: string;
	readonly zone: string;
	readonly duration: 'total' | 'talk';
}

/** Numbers in [0, 1) from a seed. */
export function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) / 2 ** 24;
	};
}

/** Calls and chats from mid September to mid January, also at night, so that every bound has some near it. */
export function vendorRows(seed: number, count: number): VendorRow[] {
	const random = randomOf(seed);
	const from = Date.UTC(2026, 9, 10);
	const days = 75;
	return Array.from({ length: count }, () => {
		const at = from + Math.floor(random() * days * 86_400) * 1_000;
		const premium = random() < 0.3;
		if (random() < 0.25) {
			const messages = 1 + Math.floor(random() * 12);
			return { at, kind: 'chat' as const, premium, total: 0, talk: 0, messages };
		}
		// Many hang up soon; the talk begins some seconds after the call.
		const talk = Math.floor(random() < 0.3 ? random() * 32_000 : -Math.log(1 - random()) * 140_000);
		const ring = random() < 0.2 ? 0 : Math.floor(random() * 9_000);
		return { at, kind: 'call' as const, premium, total: talk + ring, talk, messages: 0 };
	}).sort((a, b) => a.at - b.at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The local date at an instant, as the clock shows it. */
function dateAt(zone: string, at: number): string {
	let clock = clocks.get(zone);
	if (!clock)
		clocks.set(zone, (clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })));
	return clock.format(at);
}

const begun = new Map<string, number>();

/** The first instant of a local date, found by asking the clock every quarter of an hour. */
function beginOf(zone: string, date: string): number {
	const key = `${zone} ${date}`;
	let at = begun.get(key);
	if (at === undefined) {
		at = Date.parse(`${date}T00:00:00Z`) - 15 * 3_600_000;
		while (dateAt(zone, at) < date) at += 900_000;
		begun.set(key, at);
	}
	return at;
}

/** Billed seconds of a call, null below the threshold. */
function secondsOf(ms: number, { initial, step, threshold }: VendorRules): number | null {
	if (ms < threshold * 1_000) return null;
	if (ms === 0) return 0;
	let seconds = initial;
	// As a person would: one step more until the call is covered.
	if (ms > seconds * 1_000) {
		const missing = ms - seconds * 1_000;
		seconds += step * Number((BigInt(missing) + BigInt(step * 1_000) - 1n) / BigInt(step * 1_000));
	}
	return seconds;
}

/** A row's credits times 60, wherever it falls. */
function anywhere(row: VendorRow, rules: VendorRules): number {
	if (row.kind === 'chat') return row.messages * (row.premium ? 240 : 120);
	const exact = (secondsOf(row[rules.duration], rules) ?? 0) * (row.premium ? 20 : 10);
	return rules.wholeCredits ? 60 * Number((BigInt(exact) + 59n) / 60n) : exact;
}

/** A row's credits times 60 on an invoice. */
export function sixtieths(row: VendorRow, rules: VendorRules): number {
	const inside = row.at >= beginOf(rules.zone, rules.from) && row.at < beginOf(rules.zone, rules.to);
	return inside ? anywhere(row, rules) : 0;
}

/** `sixtieths / 60` with four decimals, half-even; whole where it is whole. */
function decimalOf(value: number): string {
	if (value % 60 === 0) return String(value / 60);
	const scaled = BigInt(value) * 10_000n;
	let whole = scaled / 60n;
	const rest = scaled % 60n;
	if (rest > 30n || (rest === 30n && whole % 2n === 1n)) whole++;
	const digits = String(whole).padStart(5, '0');
	return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** What is on an invoice, everything or in part. */
export type VendorTotals = Partial<
	Record<'credits' | 'voiceCredits' | 'chatCredits' | 'billableMinutes' | 'calls' | 'messages', string>
>;

/** The vendor's books: rows in order of time, with running sums under each way of billing them. */
export class Books {
	readonly #sums = new Map<
		string,
		{ voice: number; chat: number; seconds: number; calls: number; messages: number }[]
	>();

	readonly #counts = new Map<string, number>();

	constructor(readonly rows: readonly VendorRow[]) {}

	#running(rules: VendorRules) {
		const key = `${rules.initial} ${rules.step} ${rules.wholeCredits} ${rules.threshold} ${rules.duration}`;
		let sums = this.#sums.get(key);
		if (!sums) {
			let sum = { voice: 0, chat: 0, seconds: 0, calls: 0, messages: 0 };
			sums = [sum];
			for (const row of this.rows) {
				const credits = anywhere(row, rules);
				sum =
					row.kind === 'chat'
						? { ...sum, chat: sum.chat + credits, messages: sum.messages + row.messages }
						: {
								...sum,
								voice: sum.voice + credits,
								calls: sum.calls + 1,
								seconds: sum.seconds + (secondsOf(row[rules.duration], rules) ?? 0)
							};
				sums.push(sum);
			}
			this.#sums.set(key, sums);
		}
		return sums;
	}

	/** Rows before a local date. */
	#before(zone: string, date: string): number {
		const key = `${zone} ${date}`;
		let count = this.#counts.get(key);
		if (count === undefined) {
			const at = beginOf(zone, date);
			this.#counts.set(key, (count = this.rows.filter((row) => row.at < at).length));
		}
		return count;
	}

	/** What the invoice says under some rules: each total when it is asked for. */
	#figures(rules: VendorRules): Record<keyof VendorTotals, () => string> {
		const sums = this.#running(rules);
		const [from, to] = [rules.from, rules.to].map((date) => sums[this.#before(rules.zone, date)]);
		if (!from || !to) throw new Error('sums');
		return {
			credits: () => decimalOf(to.voice + to.chat - from.voice - from.chat),
			voiceCredits: () => decimalOf(to.voice - from.voice),
			chatCredits: () => decimalOf(to.chat - from.chat),
			billableMinutes: () => decimalOf(to.seconds - from.seconds),
			calls: () => String(to.calls - from.calls),
			messages: () => String(to.messages - from.messages)
		};
	}

	totals(rules: VendorRules): Required<VendorTotals> {
		const figures = Object.entries(this.#figures(rules)).map(([name, figure]) => [name, figure()]);
		return Object.fromEntries(figures) as Required<VendorTotals>;
	}

	agree(given: VendorTotals, rules: VendorRules): boolean {
		const figures = this.#figures(rules);
		return Object.entries(given).every(([name, text]) => figures[name as keyof VendorTotals]() === text);
	}
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The two months around November that begin on a day: in it, and in October. */
function monthsOn(day: number): { from: string; to: string }[] {
	const november = { from: `2026-11-${pad(day)}`, to: `2026-12-${pad(day)}` };
	return day === 1 ? [november] : [november, { from: `2026-10-${pad(day)}`, to: `2026-11-${pad(day)}` }];
}

const pick = <T>(random: () => number, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)] as T;

/** Hidden rule sets within what a reconciler says it tries, drawn at random. */
export function hiddenRules(random: () => number): VendorRules {
	const [initial, step] = pick(random, [
		[60, 60],
		[1, 1],
		[6, 6],
		[30, 6],
		[60, 1],
		[60, 6],
		[30, 30],
		[60, 30],
		[15, 15],
		[10, 10],
		[30, 1]
	] as const);
	return {
		initial,
		step,
		wholeCredits: (step === 1 || step === 6) && initial < 60 && initial + step !== 31 && random() < 0.3,
		threshold: pick(random, [0, 3, 5, 6, 10, 15, 20, 30]),
		...pick(random, monthsOn(pick(random, [1, 1, 15, 20]))),
		zone: pick(random, ['America/Toronto', 'UTC', 'America/Los_Angeles', 'Europe/London', 'America/Chicago']),
		duration: pick(random, ['total', 'talk'])
	};
}

/** Rules that no reconciler's list has: odd steps, an odd threshold, a zone or a day of their own. */
export const OUTSIDE: readonly Partial<VendorRules>[] = [
	{ initial: 45, step: 15 },
	{ initial: 20, step: 20, threshold: 12 },
	{ zone: 'Asia/Tokyo' },
	{ from: '2026-11-10', to: '2026-12-10' },
	{ initial: 90, step: 90 }
];

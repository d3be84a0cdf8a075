import type { Rated } from '../../rating/layerRating';
import { isMetered, PREMIUM, VOICE } from '../../rating/slot';
import type { Tariff } from '../../rating/tariff';
import type { CardVersions } from '../../rating/versions';
import { NO_DURATION, type Columns } from '../../table/columns';
import { isLive, type Live } from '../../table/live';
import type { Cycle } from '../../time';
import type { Period } from './periods';
import { unitsOf } from './predictions';
import { OWN_RULES, roundingOf, type RuleSet, type RuleSpace } from './rules';

/** Why an interaction's credits differ under another rule set. */
export type Cause = 'entered' | 'left' | 'duration' | 'shortCall' | 'rounding';

export const CAUSES: readonly Cause[] = ['entered', 'left', 'duration', 'shortCall', 'rounding'];

/** Where a row is kept. */
export interface RowPlace {
	/** position among the layers */
	readonly layer: number;
	readonly block: number;
	readonly row: number;
}

/** A metered interaction under several rule sets. */
export interface RatedRow extends RowPlace {
	readonly start: number;
	/** of a call, by the duration it is rated by; null: a chat */
	readonly ms: number | null;
	/** by rule set; 0 outside its period */
	readonly units: readonly number[];
}

/** What one block of rows is read with. */
export interface ScannedRows extends Omit<RowPlace, 'row'> {
	readonly columns: Columns;
	/** rated by the card's own rules */
	readonly rated: Rated;
	readonly live: Live;
	/** by base of the space: lengths in ms */
	readonly lengths: readonly Uint32Array[];
	readonly first: number;
	readonly end: number;
}

/** A rule set made ready to rate single rows. */
interface Ready {
	readonly cycle: Cycle;
	readonly base: number;
	/** by version */
	readonly tariffs: readonly Tariff[];
}

function ready(space: RuleSpace, rules: RuleSet, tariffs: readonly Tariff[]): Ready {
	return {
		cycle: (space.periods[rules.period] as Period).cycle,
		base: rules.base,
		tariffs: tariffs.map((tariff) => ({ ...tariff, rounding: roundingOf(space, rules, tariff) }))
	};
}

const lengthAt = ({ lengths }: ScannedRows, base: number, row: number): number => {
	const ms = lengths[base]?.[row] as number;
	return ms === NO_DURATION ? 0 : ms;
};

const holds = ({ start, end }: Cycle, at: number): boolean => at >= start && at < end;

/** Calls `visit` for each metered live row with its start, its version of the card and its class. */
function eachRow(
	{ columns, rated, live, first, end }: ScannedRows,
	versions: CardVersions,
	visit: (row: number, at: number, version: number, premium: number, voice: boolean) => void
): void {
	let version = 0;
	for (let r = first; r < end; r++) {
		const at = columns.start[r] as number;
		while (at >= (versions.from[version + 1] ?? Infinity)) version++;
		const state = rated.state[r] as number;
		if (!isMetered(state) || !isLive(live, r)) continue;
		visit(r, at, version, (state & PREMIUM) === 0 ? 0 : 1, (state & VOICE) !== 0);
	}
}

export interface CauseSum {
	readonly cause: Cause;
	readonly interactions: number;
	/** exact: the causes add up to the difference between the two rule sets */
	readonly units: number;
}

const SHOWN = 50;

/**
 * Which rows make the difference between what is in force and another rule set, and why. A row that only one of the
 * two periods holds counts whole; within both, the duration is exchanged first, then the threshold, then the
 * rounding, each on top of the one before, so that the steps add up exactly.
 */
export class DifferenceScan {
	readonly #own: Ready;
	readonly #short: Ready;
	readonly #duration: Ready;
	readonly #other: Ready;
	readonly #sums = new Map<Cause, { interactions: number; units: number }>();
	#rows: RatedRow[] = [];
	/** what a row must differ by to be among those that are shown */
	#least = 0;

	constructor(
		readonly versions: CardVersions,
		space: RuleSpace,
		rules: RuleSet,
		tariffs: readonly Tariff[]
	) {
		const { period, base, threshold } = rules;
		this.#own = ready(space, OWN_RULES, tariffs);
		this.#duration = ready(space, { ...OWN_RULES, period, base }, tariffs);
		this.#short = ready(space, { ...OWN_RULES, period, base, threshold }, tariffs);
		this.#other = ready(space, rules, tariffs);
	}

	#count(cause: Cause, units: number): void {
		if (units === 0) return;
		const sum = this.#sums.get(cause) ?? { interactions: 0, units: 0 };
		this.#sums.set(cause, { interactions: sum.interactions + 1, units: sum.units + units });
	}

	add(scanned: ScannedRows): void {
		const [own, duration, short, other] = [this.#own, this.#duration, this.#short, this.#other];
		const of = ({ base, tariffs }: Ready, row: number, version: number, premium: number): number =>
			unitsOf(lengthAt(scanned, base, row), premium, tariffs[version] as Tariff);
		const { layer, block, rated } = scanned;
		eachRow(scanned, this.versions, (row, start, version, premium, voice) => {
			const [before, after] = [holds(own.cycle, start), holds(other.cycle, start)];
			if (!before && !after) return;
			const ownUnits = voice ? of(own, row, version, premium) : (rated.units[row] as number);
			if (!after) this.#count('left', -ownUnits);
			else {
				if (!before) this.#count('entered', ownUnits);
				if (voice) {
					const byDuration = of(duration, row, version, premium);
					const byShort = of(short, row, version, premium);
					this.#count('duration', byDuration - ownUnits);
					this.#count('shortCall', byShort - byDuration);
					this.#count('rounding', of(other, row, version, premium) - byShort);
				}
			}
			const units = [
				before ? ownUnits : 0,
				after ? (voice ? of(other, row, version, premium) : ownUnits) : 0
			];
			if (units[0] === units[1] || Math.abs((units[0] as number) - (units[1] as number)) < this.#least)
				return;
			this.#rows.push({ layer, block, row, start, ms: voice ? lengthAt(scanned, 0, row) : null, units });
			if (this.#rows.length < 4 * SHOWN) return;
			this.#rows = largest(this.#rows);
			this.#least = spread(this.#rows[this.#rows.length - 1] as RatedRow);
		});
	}

	finish(): { readonly causes: readonly CauseSum[]; readonly rows: readonly RatedRow[] } {
		const causes = CAUSES.flatMap((cause) => {
			const sum = this.#sums.get(cause);
			return sum ? [{ cause, ...sum }] : [];
		});
		return { causes, rows: largest(this.#rows) };
	}
}

const spread = ({ units }: RatedRow): number => Math.max(...units) - Math.min(...units);

/** Those that differ most, then the earlier ones: which they are does not depend on the order of blocks. */
function largest(rows: readonly RatedRow[]): RatedRow[] {
	return rows
		.toSorted(
			(a, b) =>
				spread(b) - spread(a) || a.start - b.start || a.layer - b.layer || a.block - b.block || a.row - b.row
		)
		.slice(0, SHOWN);
}

/** More are not told apart at once. */
export const TOLD_APART = 12;

/**
 * The rows by which some rule sets differ: for each way in which a row parts them into groups of equal credits, the
 * row that differs most.
 */
export class TellApart {
	readonly #ready: readonly Ready[];
	readonly #best = new Map<number, RatedRow>();

	/** `rules`: at most {@link TOLD_APART}. */
	constructor(
		readonly versions: CardVersions,
		space: RuleSpace,
		rules: readonly RuleSet[],
		tariffs: readonly Tariff[]
	) {
		this.#ready = rules.map((one) => ready(space, one, tariffs));
	}

	add(scanned: ScannedRows): void {
		const { layer, block, rated } = scanned;
		const units = new Float64Array(this.#ready.length);
		eachRow(scanned, this.versions, (row, start, version, premium, voice) => {
			// Each rule set's digit is the first that gives the same credits: one number names the parting.
			let parting = 0;
			let [low, high] = [Infinity, -Infinity];
			for (let k = 0; k < units.length; k++) {
				const { cycle, base, tariffs } = this.#ready[k] as Ready;
				const own = !holds(cycle, start)
					? 0
					: voice
						? unitsOf(lengthAt(scanned, base, row), premium, tariffs[version] as Tariff)
						: (rated.units[row] as number);
				units[k] = own;
				parting = parting * TOLD_APART + units.indexOf(own);
				low = Math.min(low, own);
				high = Math.max(high, own);
			}
			const known = this.#best.get(parting);
			if (high === low || (known && spread(known) > high - low)) return;
			const found = {
				layer,
				block,
				row,
				start,
				ms: voice ? lengthAt(scanned, 0, row) : null,
				units: [...units]
			};
			if (!known || largest([known, found])[0] === found) this.#best.set(parting, found);
		});
	}

	/** Rows in the order in which they help: each next one parts most of the pairs that are not parted yet. */
	finish(): readonly RatedRow[] {
		const left = [...this.#best.values()].sort((a, b) => spread(b) - spread(a) || a.start - b.start);
		const chosen: RatedRow[] = [];
		const parted = new Set<number>();
		const pairs = ({ units }: RatedRow): number[] => {
			const found: number[] = [];
			for (let a = 0; a < units.length; a++)
				for (let b = a + 1; b < units.length; b++)
					if (units[a] !== units[b] && !parted.has(a * TOLD_APART + b)) found.push(a * TOLD_APART + b);
			return found;
		};
		for (;;) {
			let best: { row: RatedRow; news: number[] } | null = null;
			for (const row of left) {
				const news = pairs(row);
				if (news.length > (best?.news.length ?? 0)) best = { row, news };
			}
			if (!best) return chosen;
			chosen.push(best.row);
			best.news.forEach((pair) => parted.add(pair));
		}
	}
}

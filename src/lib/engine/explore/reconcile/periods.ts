import { cycleOf, DAY_MS, shiftCycle, type Cycle, type CycleRule, type ZoneTable } from '../../time';

/** A stretch that an invoice may be for, with every rule that cuts it so: the one nearest to the contract's first. */
export interface Period {
	readonly cycle: Cycle;
	readonly rules: readonly CycleRule[];
	/** of zone and anchor day, how many differ from the contract's under the first rule */
	readonly differences: number;
}

/** Two cycles that share less are not taken for the same month's. */
const SHARED = 7 * DAY_MS;

/** The cycles of a rule that share a week or more with another rule's cycle. */
function sharing(rule: CycleRule, { start, end }: Cycle): Cycle[] {
	const at = cycleOf(rule, start + (end - start) / 2);
	return [0, -1, 1]
		.map((shift) => shiftCycle(rule, at, shift))
		.filter((cycle) => Math.min(cycle.end, end) - Math.max(cycle.start, start) >= SHARED);
}

/**
 * The stretches that the month of a cycle may be in other zones and with other anchor days; the contract's own is
 * the first, then those that differ in the zone, in the day, in both, in the order given.
 */
export function periodsOf(
	own: CycleRule,
	cycle: Cycle,
	zones: readonly ZoneTable[],
	anchorDays: readonly number[]
): Period[] {
	const found = new Map<string, { cycle: Cycle; rules: CycleRule[]; differences: number }>();
	for (const zone of [own.zone, ...zones])
		for (const anchorDay of [own.anchorDay, ...anchorDays]) {
			const rule = { zone, anchorDay };
			const differences = (zone.name === own.zone.name ? 0 : 1) + (anchorDay === own.anchorDay ? 0 : 1);
			for (const each of differences === 0 ? [cycle] : sharing(rule, cycle)) {
				const known = found.get(`${each.start} ${each.end}`);
				if (!known) found.set(`${each.start} ${each.end}`, { cycle: each, rules: [rule], differences });
				else if (!known.rules.some((one) => one.zone.name === zone.name && one.anchorDay === anchorDay)) {
					if (differences < known.differences) {
						known.rules.unshift(rule);
						known.differences = differences;
					} else known.rules.push(rule);
				}
			}
		}
	const ofOtherDay = ({ rules }: Period) => (rules[0]?.anchorDay === own.anchorDay ? 0 : 1);
	return [...found.values()].sort((a, b) => a.differences - b.differences || ofOtherDay(a) - ofOtherDay(b));
}

/** Every bound of some periods, ascending, each once. */
export function boundsOf(periods: readonly Period[]): number[] {
	const bounds = new Set(periods.flatMap(({ cycle }) => [cycle.start, cycle.end]));
	return [...bounds].sort((a, b) => a - b);
}

/** Whether a period begins or ends within one of some days: of a day that is kept as a sum no part is known. */
export function cutsDay({ cycle }: Period, days: readonly Cycle[]): boolean {
	const within = (bound: number) => days.some(({ start, end }) => bound > start && bound < end);
	return within(cycle.start) || within(cycle.end);
}

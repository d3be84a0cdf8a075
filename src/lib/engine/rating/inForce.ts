import { momentOf, type Cycle, type ZoneTable } from '../time';
import type { RegisterEntry } from './register';
import type { RegisterIndex } from './registerIndex';

/**
 * The register entries in force in a cycle: with an activation before its end, and no deactivation by its start
 * (domain.md §4). `activations` by entry; Infinity where an entry has neither a date nor an interaction.
 */
export function entriesInForce(
	register: RegisterIndex,
	activations: Float64Array,
	zone: ZoneTable,
	cycle: Cycle
): RegisterEntry[] {
	return register.entries.filter(
		({ deactivatedAt }, k) =>
			(activations[k] as number) < cycle.end &&
			(deactivatedAt === null || momentOf(zone, deactivatedAt) > cycle.start)
	);
}

import {
	isMetered,
	PREMIUM,
	tariffOf,
	versionAt,
	VOICE,
	type CardVersions,
	type LayerNames
} from '../../rating';
import type { Cells } from '../../rollup';
import { dayOf, type ZoneTable } from '../../time';
import type { DaySeries, Of, UsageDays } from './days';

/** Where the days of {@link usageDays} lie. */
export interface DaysAsked {
	readonly zone: ZoneTable;
	/** local day number of the first */
	readonly firstDay: number;
	readonly known: Uint8Array;
	readonly watchFrom: number;
}

/**
 * Metered use by local day, of each agent, of each entity and of everyone, from a cube by local day, agent and entity.
 * A single entity, or a single agent, is everyone: it is left out.
 */
export function usageDays(
	cells: Cells,
	names: LayerNames,
	versions: CardVersions,
	asked: DaysAsked
): UsageDays {
	const { zone, firstDay, known, watchFrom } = asked;
	const days = known.length;
	/** of a premium unit of chat and voice, by version: what it were as standard */
	const standard = versions.cards.map((card) => {
		const { message, second } = tariffOf(card);
		return [message, second].map(([plain, premium]) => (premium > 0 ? plain / premium : 1));
	});
	const found = new Map<string, DaySeries>();
	const seriesOf = (of: Of, name: string): DaySeries => {
		const key = `${of} ${name}`;
		let series = found.get(key);
		if (!series) {
			const empty = () => new Float64Array(days);
			found.set(key, (series = { of, name, interactions: empty(), base: empty(), units: empty() }));
		}
		return series;
	};
	let [from, day, version] = [NaN, 0, 0];
	for (let k = 0; k < cells.count; k++) {
		const slot = cells.slot[k] as number;
		if (!isMetered(slot)) continue;
		if (cells.from[k] !== from) {
			from = cells.from[k] as number;
			day = dayOf(zone, from) - firstDay;
			version = versionAt(versions, from);
		}
		if (day < 0 || day >= days) continue;
		const units = cells.units[k] as number;
		const share = (slot & PREMIUM) === 0 ? 1 : (standard[version]?.[slot & VOICE] as number);
		for (const one of [
			seriesOf('agent', names.agents[cells.agent[k] as number] as string),
			seriesOf('entity', names.entities[cells.entity[k] as number] as string),
			seriesOf('all', '')
		]) {
			one.interactions[day] = (one.interactions[day] as number) + (cells.interactions[k] as number);
			one.base[day] = (one.base[day] as number) + units * share;
			one.units[day] = (one.units[day] as number) + units;
		}
	}
	const series = [...found.values()];
	const several = (of: Of) => series.filter((one) => one.of === of).length > 1;
	const told = series.filter(({ of }) =>
		of === 'entity' ? several('entity') : of === 'all' || several('agent')
	);
	return { firstDay, known, series: told, watchFrom };
}

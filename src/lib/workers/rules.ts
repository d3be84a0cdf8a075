import {
	cardVersions,
	compilePlan,
	indexRegister,
	ratingKey,
	type CardVersions,
	type RatingPlan,
	type TrialSpan
} from '../engine/rating';
import { cycleSpans, clockHours, CubeBuilder, type CubeNames, type Cutter } from '../engine/rollup';
import type { LayerNames, Rated } from '../engine/rating';
import { print128, type Columns, type Live } from '../engine/table';
import type { CycleRule, ZoneTable } from '../engine/time';
import type { Settings } from './api';
import { AppError } from './errors';
import { zoneTable } from './zone';

/** The settings made ready for rating: what the data worker and the query worker must agree on to share cubes. */
export interface Rules {
	readonly settings: Settings;
	readonly zone: ZoneTable;
	readonly cycleRule: CycleRule;
	readonly versions: CardVersions;
	readonly plan: RatingPlan;
}

/** `from`, `to`: the usage's first and last start, for the zone's clock changes. */
export function rulesOf(settings: Settings, from: number, to: number, trials: readonly TrialSpan[]): Rules {
	const { contract, rateCards, agents } = settings;
	const zone = zoneTable(contract.timeZone, from, to);
	const versions = cardVersions(rateCards, contract.rateCardId, zone);
	const register = indexRegister(agents);
	if (register.kind === 'duplicate')
		throw new AppError('settingsInvalid', { path: 'agents', expected: '', received: '' });
	return {
		settings,
		zone,
		cycleRule: { zone, anchorDay: contract.cycleAnchorDay },
		versions,
		plan: compilePlan(zone, versions, register.index, trials)
	};
}

const encoder = new TextEncoder();

/** The rating key as a short text: 128 bits of it, hex. `version`: of what the cubes hold. */
export function cubeKey({ plan, cycleRule }: Rules, duration: number, version = 4): string {
	const text = encoder.encode(`${version} ${ratingKey(plan, cycleRule.anchorDay, duration)}`);
	const print = new Uint32Array(4);
	print128(text, 0, text.length, print, 0);
	return Array.from(print, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** Time pieces: lines, days, prefix sums of the ledger. */
export const TIME_CUBE = 'T';
/** Cycle × agent × entity: tables and history. */
export const PEOPLE_CUBE = 'P';
export const CUBES = [TIME_CUBE, PEOPLE_CUBE] as const;

/** What a cube is cut by. */
export function cubeShape(
	{ zone, cycleRule, versions }: Rules,
	cube: (typeof CUBES)[number]
): { readonly cut: Cutter; readonly by: CubeNames } {
	return cube === TIME_CUBE
		? { cut: clockHours(zone), by: { agent: false, entity: false } }
		: { cut: cycleSpans(cycleRule, versions), by: { agent: true, entity: true } };
}

/** Fills all cubes of one layer from its rated blocks, in any order. */
export class LayerCubes {
	readonly #time: CubeBuilder;
	readonly #people: CubeBuilder;

	constructor(rules: Rules, names: LayerNames) {
		const build = (cube: (typeof CUBES)[number]) => {
			const { cut, by } = cubeShape(rules, cube);
			return new CubeBuilder(cut, by, names);
		};
		this.#time = build(TIME_CUBE);
		this.#people = build(PEOPLE_CUBE);
	}

	add(columns: Columns, rated: Rated, live: Live): void {
		this.#time.add(columns, rated, live);
		this.#people.add(columns, rated, live);
	}

	finish(): Record<(typeof CUBES)[number], ArrayBuffer> {
		return {
			[TIME_CUBE]: this.#time.encode(),
			[PEOPLE_CUBE]: this.#people.encode()
		};
	}
}

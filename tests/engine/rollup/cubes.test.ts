import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LayerRating, NET2PHONE, newRated, NON_BILLABLE, SLOT, type RateCard } from '$lib/engine/rating';
import {
	CubeBuilder,
	cycleSpans,
	decodeCells,
	encodeCells,
	localDays,
	mergeCubes,
	clockHours,
	withRates,
	type Cells
} from '$lib/engine/rollup';
import { allLive, isLive } from '$lib/engine/table/live';
import { cycleOf, dayOf, HOUR_MS, localTime, startOfDay } from '$lib/engine/time';
import { columnsOf, entryFor, newNames } from '../../support/rows';
import { ODD_ZONES, ruleOf, zoneOf } from '../../support/zones';
import {
	builderOf,
	cubeOf,
	partOf,
	peopleCube,
	placedRows,
	planOf,
	RULE,
	store,
	timeCube,
	TORONTO,
	WORKSPACE,
	type StoredLayer
} from './support';

// Reading zones takes long: not within the time of one test.
ODD_ZONES.forEach(zoneOf);

const LATER: RateCard = {
	...NET2PHONE,
	effectiveFrom: '2026-03-20',
	rates: { chat: { standard: 1.125, premium: 7 }, voice: { standard: 3.5, premium: 40 } },
	voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: 15 }
};
const REGISTER = [
	entryFor('Ava', { class: 'premium', activatedAt: '2026-03-15' }),
	entryFor('Bo', { entity: 'Sales', licence: 'unlimited' })
];
const PLAN = planOf([NET2PHONE, LATER], REGISTER);

/** What a cube should hold, summed row by row without any of the cube's code. */
function summed(layers: readonly StoredLayer[], from: (start: number) => number, people: boolean) {
	const cells = new Map<string, number[]>();
	const rated = newRated(1_000);
	for (const { names, blocks } of layers) {
		for (const [block, { columns, live }] of blocks.entries()) {
			new LayerRating(PLAN, 'layer', names, 0).rate(columns, block, rated);
			for (let r = 0; r < columns.rows; r++) {
				if (!isLive(live, r)) continue;
				const start = columns.start[r] ?? NaN;
				const state = rated.state[r] ?? NaN;
				const key = JSON.stringify([
					from(start),
					state & SLOT,
					people ? names.agents[columns.agent[r] ?? 0] : '',
					people ? names.entities[columns.entity[r] ?? 0] : ''
				]);
				const cell = cells.get(key) ?? [0, 0, 0, 0, 0, Infinity, -Infinity];
				const [count, quantity, seconds, nonBillable, units, first, last] = cell as [
					number,
					number,
					number,
					number,
					number,
					number,
					number
				];
				cells.set(key, [
					count + 1,
					quantity + (rated.quantity[r] ?? NaN),
					seconds + (rated.seconds[r] ?? NaN),
					nonBillable + (state & NON_BILLABLE ? 1 : 0),
					units + (rated.units[r] ?? NaN),
					Math.min(first, start),
					Math.max(last, start)
				]);
			}
		}
	}
	return cells;
}

function read(cells: Cells) {
	const found = new Map<string, number[]>();
	for (let k = 0; k < cells.count; k++) {
		const key = JSON.stringify([
			cells.from[k],
			cells.slot[k],
			WORKSPACE.agents[cells.agent[k] ?? 0],
			WORKSPACE.entities[cells.entity[k] ?? 0]
		]);
		const { interactions, quantity, seconds, nonBillable, units, first, last } = cells;
		found.set(
			key,
			[interactions, quantity, seconds, nonBillable, units, first, last].map((column) => column[k] ?? NaN)
		);
	}
	return found;
}

describe('a cube', () => {
	it('by time pieces holds the sums of its live rows', () => {
		const piece = (start: number) =>
			Math.max(Math.floor(start / HOUR_MS) * HOUR_MS, startOfDay(TORONTO, dayOf(TORONTO, start)));
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				expect(read(timeCube(PLAN, layers))).toEqual(summed(layers, piece, false));
			})
		);
	});

	it('by cycle, agent and entity holds the sums of its live rows, cut where a version begins', () => {
		const version = startOfDay(TORONTO, dayOf(TORONTO, Date.UTC(2026, 2, 20, 12)));
		const span = (start: number) =>
			Math.max(cycleOf(RULE, start).start, start >= version ? version : -Infinity);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				expect(read(peopleCube(PLAN, layers))).toEqual(summed(layers, span, true));
			})
		);
	});

	it('is the same however the rows were cut into layers and blocks', () => {
		fc.assert(
			fc.property(placedRows, fc.infiniteStream(fc.nat(2)), (rows, places) => {
				const next = () => places.next().value as number;
				const moved = rows.map((row) => ({ ...row, layer: next(), block: next() }));
				expect(timeCube(PLAN, store(moved))).toEqual(timeCube(PLAN, store(rows)));
				expect(peopleCube(PLAN, store(moved))).toEqual(peopleCube(PLAN, store(rows)));
			})
		);
	});

	it('merges in any order and grouping to the same cells', () => {
		const by = { agent: true, entity: true };
		fc.assert(
			fc.property(placedRows, (rows) => {
				const [a, b, c] = store(rows).map((layer) =>
					mergeCubes([partOf(cubeOf(PLAN, layer, cycleSpans(RULE, PLAN.versions), by), layer.names)])
				) as [Cells, Cells, Cells];
				const whole = mergeCubes([{ cells: a }, { cells: b }, { cells: c }]);
				expect(mergeCubes([{ cells: c }, { cells: a }, { cells: b }])).toEqual(whole);
				expect(mergeCubes([{ cells: mergeCubes([{ cells: a }, { cells: b }]) }, { cells: c }])).toEqual(
					whole
				);
				expect(mergeCubes([{ cells: a }, { cells: mergeCubes([{ cells: b }, { cells: c }]) }])).toEqual(
					whole
				);
				expect(mergeCubes([{ cells: whole }, { cells: mergeCubes([]) }])).toEqual(whole);
			})
		);
	});

	it('keeps its order and its sums when the workspace has names by the million', () => {
		const names = newNames();
		const rows = Array.from({ length: 400 }, (_, k) => ({
			start: Date.UTC(2026, 2, 10),
			messages: 1,
			agent: `agent ${(k * 7) % 100}`,
			entity: `entity ${k % 3}`
		}));
		const columns = columnsOf(rows, names);
		const rated = newRated(400);
		new LayerRating(PLAN, 'layer', names, 0).rate(columns, 0, rated);
		const builder = new CubeBuilder(cycleSpans(RULE, PLAN.versions), { agent: true, entity: true }, names);
		builder.add(columns, rated, allLive(400));
		const cells = builder.finish();
		const spread = (size: number) => Uint32Array.from({ length: size }, (_, code) => code * 90_000);
		const wide = mergeCubes([
			{ cells, agents: spread(names.agents.length), entities: spread(names.entities.length) }
		]);
		expect(wide).toEqual({
			...cells,
			agent: cells.agent.map((code) => code * 90_000),
			entity: cells.entity.map((code) => code * 90_000)
		});
	});

	it('is read back from its bytes as it was', () => {
		fc.assert(
			fc.property(placedRows, (rows) => {
				const cells = peopleCube(PLAN, store(rows));
				expect(decodeCells(encodeCells(cells))).toEqual(cells);
			})
		);
	});

	it('is written at once as its cells would be, in whatever order its blocks come', () => {
		let unordered = 0;
		fc.assert(
			fc.property(placedRows, fc.boolean(), (rows, turned) => {
				for (const layer of store(rows)) {
					const blocks = turned ? layer.blocks.toReversed() : layer.blocks;
					const built = () =>
						builderOf(PLAN, { ...layer, blocks }, clockHours(TORONTO), {
							agent: true,
							entity: true
						});
					expect(built().encode()).toEqual(encodeCells(built().finish()));
					if (turned && blocks.length > 1) unordered++;
				}
			})
		);
		expect(unordered).toBeGreaterThan(5);
	});

	it('of more cells than a page is written as one', () => {
		const names = { agents: Array.from({ length: 20_000 }, (_, k) => `agent ${k}`), entities: [''] };
		const rows = names.agents.slice(1).map((agent) => ({ start: Date.UTC(2026, 2, 10), messages: 1, agent }));
		const columns = columnsOf(rows, newNames());
		const rated = newRated(rows.length);
		new LayerRating(PLAN, 'layer', names, 0).rate(columns, 0, rated);
		const built = () => {
			const cube = new CubeBuilder(cycleSpans(RULE, PLAN.versions), { agent: true, entity: true }, names);
			cube.add(columns, rated, allLive(rows.length));
			return cube;
		};
		const cells = built().finish();
		expect(cells.count).toBe(rows.length);
		expect(decodeCells(built().encode())).toEqual(cells);
	});

	it('is not read from damaged bytes', () => {
		const layers = store([{ start: Date.UTC(2026, 2, 10), messages: 3, layer: 0, block: 0, live: true }]);
		const bytes = encodeCells(timeCube(PLAN, layers));
		expect(decodeCells(bytes.slice(0, -1))).toBeNull();
		expect(decodeCells(new ArrayBuffer(4))).toBeNull();
		fc.assert(
			fc.property(fc.nat(bytes.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const damaged = new Uint8Array(bytes.slice(0));
				damaged[at] = (damaged[at] ?? 0) ^ flip;
				expect(decodeCells(damaged.buffer)).toBeNull();
			})
		);
	});

	it('needs no scan for other rates: its credits are computed anew', () => {
		const dearer = [NET2PHONE, LATER].map((card) => ({
			...card,
			rates: { chat: { standard: 0.333, premium: 11 }, voice: { standard: 5.001, premium: 6 } }
		}));
		const other = planOf(dearer, REGISTER);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const layers = store(rows);
				expect(withRates(peopleCube(PLAN, layers), other.versions)).toEqual(peopleCube(other, layers));
				expect(withRates(timeCube(PLAN, layers), other.versions)).toEqual(timeCube(other, layers));
			})
		);
	});

	it('keeps the credits of calls that were rounded up one by one', () => {
		const whole = {
			...NET2PHONE,
			voiceRounding: {
				shortCallSeconds: 0,
				initialSeconds: 1,
				incrementSeconds: 1,
				wholeCreditsPerCall: true
			}
		};
		const plan = planOf([whole]);
		fc.assert(
			fc.property(placedRows, (rows) => {
				const cells = timeCube(plan, store(rows));
				expect(withRates(cells, plan.versions)).toEqual(cells);
			})
		);
	});

	it('by thousands of agents and entities is found by a map, with the same sums', () => {
		const names = newNames();
		const rows = Array.from({ length: 500 }, (_, k) => ({
			start: Date.UTC(2026, 2, 10) + (k % 7),
			messages: k,
			agent: `agent ${k % 300}`,
			entity: `entity ${k % 250}`
		}));
		const columns = columnsOf(rows, names);
		const rated = newRated(500);
		new LayerRating(PLAN, 'layer', names, 0).rate(columns, 0, rated);
		const build = (agents: string[]) => {
			const builder = new CubeBuilder(
				cycleSpans(RULE, PLAN.versions),
				{ agent: true, entity: true },
				{ agents, entities: names.entities }
			);
			builder.add(columns, rated, allLive(500));
			return builder.finish();
		};
		const padded = [...names.agents, ...Array.from({ length: 60_000 }, (_, k) => `nobody ${k}`)];
		expect(build(padded)).toEqual(build(names.agents));
	});

	it('goes on when names appear between its blocks', () => {
		const names = newNames();
		const builder = new CubeBuilder(cycleSpans(RULE, PLAN.versions), { agent: true, entity: true }, names);
		const rating = new LayerRating(PLAN, 'layer', names, 0);
		const rated = newRated(1);
		for (const [block, agent] of ['Cy', 'Di', 'Cy'].entries()) {
			const columns = columnsOf([{ start: Date.UTC(2026, 2, 10) + block, messages: 1, agent }], names);
			rating.rate(columns, block, rated);
			builder.add(columns, rated, allLive(1));
		}
		const cells = builder.finish();
		expect([[...cells.agent], [...cells.interactions]]).toEqual([
			[1, 2],
			[2, 1]
		]);
	});
});

describe('a cutter', () => {
	const zones = fc.constantFrom(...ODD_ZONES);
	const instants = fc.integer({ min: Date.UTC(2006, 0, 1), max: Date.UTC(2030, 0, 1) });
	const versions = PLAN.versions;

	it('of pieces holds the instant, and lies within one hour of the clock and one day', () => {
		fc.assert(
			fc.property(zones, fc.array(instants, { minLength: 1 }), (name, list) => {
				const zone = zoneOf(name);
				const cut = clockHours(zone);
				const hour = (instant: number) => Math.floor(localTime(zone, instant) / HOUR_MS);
				for (const instant of list) {
					const { start, end } = cut(instant);
					expect(start).toBeLessThanOrEqual(instant);
					expect(end).toBeGreaterThan(instant);
					expect(end - start).toBeLessThanOrEqual(HOUR_MS);
					expect([hour(start), hour(end - 1)]).toEqual([hour(instant), hour(instant)]);
					expect(dayOf(zone, start)).toBe(dayOf(zone, end - 1));
				}
			})
		);
	});

	it('of pieces has every bound of a cycle as a bound', () => {
		fc.assert(
			fc.property(zones, fc.integer({ min: 1, max: 31 }), instants, (name, anchorDay, instant) => {
				const { start, end } = cycleOf(ruleOf(name, anchorDay), instant);
				const cut = clockHours(zoneOf(name));
				expect(cut(start).start).toBe(start);
				expect(cut(end - 1).end).toBe(end);
			})
		);
	});

	it('of pieces, of days and of spans gives one stretch for all its instants', () => {
		fc.assert(
			fc.property(
				zones,
				instants,
				fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
				(name, instant, share) => {
					const zone = zoneOf(name);
					for (const cut of [clockHours(zone), localDays(zone), cycleSpans(ruleOf(name), versions)]) {
						const stretch = cut(instant);
						const other = stretch.start + Math.floor(share * (stretch.end - stretch.start));
						expect(cut(other)).toEqual(stretch);
					}
				}
			)
		);
	});
});

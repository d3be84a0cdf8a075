import type { RowBlock } from '../../engine/ingest/builder';
import { Sealer, type SealedBlock } from '../../engine/ingest/sealer';
import { creditsOfUnits, LayerRating, newRated, type Rated } from '../../engine/rating';
import { MonthTotals } from '../../engine/rollup';
import { allLive, BLOCK_ROWS } from '../../engine/table';
import { cubeKey, LayerCubes, rulesOf, type Rules } from '../rules';
import type { SealApi, SealedLayer, SealingJob } from '../sealApi';
import { EARLIEST, keepZone, LATEST } from '../zone';

/** Trials depend on all layers at once, so the query worker builds the cubes when it has them. */
const dependsOnOthers = ({ plan }: Rules) => plan.register.entries.some(({ licence }) => licence === 'trial');

/** Seals the blocks of a layer, and rates each of them on the way. */
class Sealing {
	readonly #rules: Rules;
	readonly #sealer: Sealer;
	readonly #rating: LayerRating;
	readonly #cubes: LayerCubes | null;
	readonly #months: MonthTotals;
	readonly #rated: Rated;

	/** `blockRows`: the most rows of a block */
	constructor({ layer, settings, zone, rows }: SealingJob, blockRows = BLOCK_ROWS) {
		this.#rated = newRated(blockRows);
		keepZone(zone, EARLIEST, LATEST);
		const rules = rulesOf(settings, EARLIEST, LATEST, []);
		const sealer = new Sealer(rows);
		this.#rules = rules;
		this.#sealer = sealer;
		this.#rating = new LayerRating(rules.plan, layer, sealer.names, 0);
		this.#cubes = dependsOnOthers(rules) ? null : new LayerCubes(rules, sealer.names);
		this.#months = new MonthTotals(rules.zone);
	}

	seal(block: RowBlock): SealedBlock {
		const { sealed, columns } = this.#sealer.seal(block);
		const rated = this.#rated;
		if (this.#cubes) {
			this.#rating.rate(columns, sealed.seq, rated);
			this.#cubes.add(columns, rated, allLive(sealed.rows));
		}
		this.#months.add(columns, this.#cubes && rated.units);
		return sealed;
	}

	finish(): SealedLayer {
		const cubes = this.#cubes;
		return {
			repeats: this.#sealer.repeats,
			cubes: cubes && { key: cubeKey(this.#rules, 0), files: cubes.finish() },
			months: this.#months.finish().map(({ units, ...month }) => ({
				...month,
				credits: cubes && creditsOfUnits(units)
			}))
		};
	}
}

/** Rows that are sealed before the first ones count, and how often: rows of a long line come in small blocks. */
const REHEARSED = 2 * BLOCK_ROWS;
const REHEARSALS = 128;
/** What is thrown away lies around for a while: as many are sealed before one is ended and another begins. */
const TOGETHER = 16;

/** Seals in the thread that asks for it. */
export function sealHere(): SealApi {
	let sealing: Sealing | null = null;
	let begins = 0;
	const begun = (): Sealing => {
		if (!sealing) throw new Error('nothing has begun');
		return sealing;
	};
	return {
		async rehearse(job, block) {
			const before = begins;
			const times = Math.min(REHEARSED / block.rows, REHEARSALS);
			let rehearsal: Sealing | null = null;
			for (let k = 0; k < times && begins === before; k++) {
				rehearsal ??= new Sealing({ ...job, rows: TOGETHER * block.rows }, block.rows);
				rehearsal.seal(block);
				if (k % TOGETHER === TOGETHER - 1) {
					rehearsal.finish();
					rehearsal = null;
				}
				await new Promise((resolve) => setTimeout(resolve));
			}
		},
		async begin(job) {
			begins++;
			sealing = new Sealing(job);
		},
		seal: async (block) => ({ sealed: begun().seal(block), spent: block }),
		async finish() {
			const layer = begun().finish();
			sealing = null;
			return layer;
		}
	};
}

import { underRule } from '../../engine/rating';
import type { PastAsk, RebuiltCubes, Settings } from '../api';
import { countedLayers, loadSource, type Source, type Usage } from './usage';

/** Cubes of as many rules are kept: more than a person compares at a time. */
const KEPT = 16;

/**
 * The same usage as it would have counted under another rule or anchor day. Each needs one scan of the rows; its cubes
 * stay, so that other prices, tiers and caps need none.
 */
export class Alternatives {
	readonly #cubes: RebuiltCubes[] = [];
	readonly #usages = new Map<string, Promise<Usage>>();
	#base: Usage | null = null;

	/** `base`: the usage under its own rules, of the newest revision. */
	of(base: Usage, { rule, anchorDay }: Pick<PastAsk, 'rule' | 'anchorDay'>): Promise<Usage> {
		if (base !== this.#base) {
			this.#usages.clear();
			this.#base = base;
		}
		const { settings } = base.rules;
		const changed: Settings = {
			...settings,
			rateCards: rule ? settings.rateCards.map((card) => underRule(card, rule)) : settings.rateCards,
			contract: { ...settings.contract, cycleAnchorDay: anchorDay ?? settings.contract.cycleAnchorDay }
		};
		const key = JSON.stringify([changed.rateCards, changed.contract.cycleAnchorDay]);
		if (key === JSON.stringify([settings.rateCards, settings.contract.cycleAnchorDay]))
			return Promise.resolve(base);
		const known = this.#usages.get(key) ?? this.#load(base, changed);
		this.#usages.set(key, known);
		known.catch(() => this.#usages.delete(key));
		return known;
	}

	async #load({ cache, names }: Usage, settings: Settings): Promise<Usage> {
		const { db } = cache;
		const source = (await loadSource(db, cache, settings, countedLayers(db, this.#cubes))) as Source;
		const usage = await source.usage();
		this.#cubes.splice(0, this.#cubes.length - KEPT * names.layers.length);
		return usage;
	}
}

import { readDictionary, type WorkspaceDb } from '../../db';
import { LayerRating, type RatingPlan } from '../../engine/rating';
import { rateSummary, summaryConflict, type RatedSummary } from '../../engine/rollup';
import { decodeSummary, type Summary } from '../../engine/table';
import { AppError } from '../errors';
import type { NamedLayer } from './layers';

/** A layer that has figures by day in the place of rows. */
export interface SummaryLayer extends NamedLayer {
	readonly summary: Summary;
}

/** The layers without rows, with their figures. */
export async function readSummaries(db: WorkspaceDb, layers: readonly NamedLayer[]): Promise<SummaryLayer[]> {
	const found: SummaryLayer[] = [];
	for (const layer of layers) {
		const { id, name, summary } = layer.record;
		if (summary === null) continue;
		const bytes = await readDictionary(db, id, 'summary');
		if (!bytes) throw new AppError('storageBroken', { name });
		found.push({ ...layer, summary: decodeSummary(bytes) });
	}
	return found;
}

const ratingOf = (plan: RatingPlan, { record, names }: NamedLayer): LayerRating =>
	new LayerRating(plan, record.id, names, 0);

/**
 * Throws where the settings ask for what a summary's sums do not say: another rounding or zone, whole credits per
 * call, a trial on its days (formats.md §3). Nothing is shown then, and the settings can be changed back.
 */
export function refuseMixing(plan: RatingPlan, layers: readonly SummaryLayer[]): void {
	for (const layer of layers) {
		const { name, summary: rule } = layer.record;
		const reason = rule && summaryConflict(layer.summary, rule, ratingOf(plan, layer));
		if (reason) throw new AppError('summaryRounding', { file: name, reason, ...rule });
	}
}

/** By layer id. */
export const rateSummaries = (
	plan: RatingPlan,
	layers: readonly SummaryLayer[]
): ReadonlyMap<string, RatedSummary> =>
	new Map(layers.map((layer) => [layer.record.id, rateSummary(layer.summary, ratingOf(plan, layer))]));

import { commitLayer, readyLayers, type LayerRecord, type Store, type Term } from '../../db';
import { readSummaryFile } from '../../engine/ingest';
import { LayerRating } from '../../engine/rating';
import { summaryConflict } from '../../engine/rollup';
import { encodeSummary } from '../../engine/table';
import { startOfDay } from '../../engine/time';
import type { Settings, SumsImport } from '../api';
import { coverageOf } from '../coverage';
import { AppError } from '../errors';
import { decode } from '../query/layers';
import { rulesOf } from '../rules';
import { zoneTable } from '../zone';
import { FileDigest, slices } from './bytes';

/** Sums by day of years, by agent and entity, are a few MB; a file far beyond holds something else. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Makes a file of sums by day count (formats.md §3), in one commit: sums are taken whole or not at all. They cannot be
 * compared with other files' rows, so where others hold some of their days nothing is written unless it is to be done
 * `anyway`. Throws `sumsRefused` where the file is not what it should be, or was made under another rule than holds.
 */
export async function importSums(
	store: Store,
	term: Term,
	settings: Settings,
	file: File,
	anyway: boolean
): Promise<SumsImport> {
	if (file.size > MOST_BYTES) throw new AppError('sumsRefused', { file: file.name, reason: 'size' });
	const bytes = new Uint8Array(file.size);
	const digest = new FileDigest();
	let at = 0;
	for await (const slice of slices(file)) {
		digest.add(slice);
		bytes.set(slice, at);
		at += slice.length;
	}
	const read = readSummaryFile(bytes, decode);
	if (read.kind === 'refused') throw new AppError('sumsRefused', { file: file.name, ...read.problem });
	const { rule, summary, agents, entities, dictionaries, firstDay, lastDay, interactions } = read.file;

	const earliest = Date.UTC(1970, 0, 1);
	const latest = Date.UTC(2040, 0, 1);
	const rules = rulesOf(settings, earliest, latest, []);
	const rating = new LayerRating(rules.plan, '', { agents, entities }, 0);
	const conflict = summaryConflict(summary, rule, rating);
	if (conflict) throw new AppError('sumsRefused', { file: file.name, reason: conflict, ...rule });

	const zone = zoneTable(rule.timeZone, earliest, latest);
	const coverage = { from: startOfDay(zone, firstDay), to: startOfDay(zone, lastDay + 1) };
	const ready = await readyLayers(store.db);
	const meets = (layer: LayerRecord) => {
		const own = coverageOf(layer, zone);
		return own.from < coverage.to && coverage.from < own.to;
	};
	const hex = await digest.hex();
	const beside = ready.filter((layer) => layer.digest !== hex && meets(layer)).map(({ name }) => name);
	if (beside.length > 0 && !anyway) return { kind: 'beside', files: beside };

	const record = encodeSummary(summary);
	const done = await commitLayer(
		store,
		term,
		{
			id: crypto.randomUUID(),
			name: file.name,
			sample: false,
			digest: hex,
			rows: interactions,
			leftOut: 0,
			first: coverage.from,
			last: coverage.to - 1,
			coverage,
			zone: null,
			durations: ['seconds'],
			ratedDuration: 0,
			bytes: file.size,
			blocks: [],
			mapping: null,
			summary: rule
		},
		{ dictionaries: { ...dictionaries, summary: record }, cubes: null }
	);
	if (!done || done.already) return { kind: 'already', name: done?.layer.name ?? file.name };
	return { kind: 'done', revision: done.revision, interactions, from: coverage.from, to: coverage.to };
}

import {
	createReading,
	preview,
	SNIFF_BYTES,
	type Mapping,
	type PreviewRow,
	type ReadingOptions,
	type RowBlock,
	type Sniffed
} from '../../engine/ingest';
import { creditsOfUnits, LayerRating, newRated } from '../../engine/rating';
import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE, type Columns } from '../../engine/table';
import type { Store } from '../../db';
import type { PreviewView, Settings } from '../api';
import type { SealApi, SealingJob } from '../sealApi';
import { previewKey } from '../settings/privacyKey';
import { decode } from '../query/layers';
import { rulesOf } from '../rules';
import { EARLIEST, LATEST, zoneTable } from '../zone';
import { fileZone } from './import';
import { FileDigest } from './bytes';
import { transferred } from './handOver';

const SHOWN = 12;

/** What each previewed row costs, by the very rating that the product uses everywhere. */
function creditsOf(rows: readonly PreviewRow[], settings: Settings): number[] {
	const sorted = rows
		.map((_, k) => k)
		.sort((a, b) => (rows[a] as PreviewRow).start - (rows[b] as PreviewRow).start);
	const row = (k: number) => rows[sorted[k] as number] as PreviewRow;
	const count = rows.length;
	const columns: Columns = {
		rows: count,
		start: Float64Array.from({ length: count }, (_, k) => row(k).start),
		quantity: Uint32Array.from({ length: count }, (_, k) => row(k).quantity),
		kind: Uint8Array.from({ length: count }, (_, k) => {
			const { channel, class: ofClass } = row(k);
			const standard = ofClass === 'standard' ? KIND_STANDARD : 0;
			return (channel === 'voice' ? KIND_VOICE : 0) | (ofClass === 'premium' ? KIND_PREMIUM : standard);
		}),
		// Each row has its own codes: names need no dictionary here.
		agent: Uint16Array.from({ length: count }, (_, k) => k),
		entity: Uint16Array.from({ length: count }, (_, k) => k),
		outcome: new Uint16Array(count),
		caseCode: new Uint32Array(count),
		line: new Uint32Array(count),
		durations: []
	};
	const names = {
		agents: Array.from({ length: count }, (_, k) => row(k).agent),
		entities: Array.from({ length: count }, (_, k) => row(k).entity)
	};
	const rated = newRated(count);
	const rules = rulesOf(settings, columns.start[0] ?? 0, columns.start[count - 1] ?? 0, []);
	new LayerRating(rules.plan, 'preview', names, 0).rate(columns, 0, rated);
	const credits = new Array<number>(count);
	sorted.forEach((at, k) => (credits[at] = creditsOfUnits(rated.units[k] as number)));
	return credits;
}

/** What is done over and over while a file is looked at, so that it is compiled when the import begins. */
export interface Rehearsal {
	readonly seal: SealApi;
	/** false once the import has begun */
	readonly wanted: () => boolean;
}

/** How often the first rows are read: about as much as two slices of a file. */
const READINGS = 32;

async function rehearse(
	{ seal, wanted }: Rehearsal,
	bytes: Uint8Array<ArrayBuffer>,
	reading: Omit<ReadingOptions, 'onBlock'>,
	job: SealingJob,
	block: RowBlock
): Promise<void> {
	// Blocks of no more rows than these: what is thrown away lies around for a while.
	const blockRows = Math.ceil(block.rows / 2);
	const cut = bytes.length >> 1;
	seal.rehearse(job, transferred(block)).catch(() => undefined);
	new FileDigest().add(bytes);
	for (let k = 0; k < READINGS && wanted(); k++) {
		await new Promise((resolve) => setTimeout(resolve));
		const again = createReading({ ...reading, blockRows, onBlock: (rows) => again.reuse(rows) });
		again.push(bytes.subarray(0, cut));
		again.push(bytes.subarray(cut));
	}
}

/** The first rows of a text as a mapping reads them. */
export async function previewFile(
	store: Store,
	settings: Settings,
	text: Blob,
	sniffed: Sniffed,
	mapping: Mapping,
	rehearsal: Rehearsal | null = null
): Promise<PreviewView> {
	const bytes = new Uint8Array(await text.slice(0, SNIFF_BYTES).arrayBuffer());
	const zone = zoneTable(settings.contract.timeZone, EARLIEST, LATEST);
	const options = {
		mapping,
		layout: sniffed.layout,
		header: sniffed.header,
		zone: fileZone(mapping),
		contractZone: zone,
		decode,
		key: await previewKey(store, mapping)
	};
	const whole = bytes.length >= text.size;
	const { rows, blocks, reports } = preview(bytes, whole, options, SHOWN);
	const [block] = blocks;
	// A small file is there at once.
	if (block && rehearsal && !whole)
		void rehearse(rehearsal, bytes, options, { layer: '', settings, zone, rows: block.rows }, block);
	const credits = creditsOf(rows, settings);
	return {
		rows: rows.map((row, k) => ({ ...row, credits: credits[k] as number })),
		problems: reports.problems.slice(0, SHOWN)
	};
}

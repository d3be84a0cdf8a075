import type { WorkspaceDb } from '../../../db';
import { balanceAround, explain, rowsBefore, type UsageRows } from '../../../engine/explore/rows';
import { hasTier } from '../../../engine/ledger';
import { creditsOfUnits, UNITS_PER_CREDIT } from '../../../engine/rating';
import { holdsText, type TextColumn } from '../../../engine/table';
import type { CallExplanation } from '../../api';
import { readCases } from '../caseNumbers';
import { readTexts } from '../layers';
import { callRow } from './callRow';
import type { Gathered, GatheredBlock } from './gathered';

/** Interactions of a case that are listed; they are counted to the last. */
const LISTED = 20;

/** Why one row costs what it costs, its place in its cycle's ledger, and the rest of its case. */
export async function explained(db: WorkspaceDb, from: Gathered, position: number): Promise<CallExplanation> {
	const { source, rows, blocks } = from;
	const usage = await source.usage();
	const { layer, rating, seq } = blocks[rows.block[position] as number] as GatheredBlock;
	const { record } = layer;
	const row = rows.row[position] as number;
	const { block } = await source.cache.get(record, seq);
	const told = explain(block, seq, row, rating);
	const terms = usage.termsAt(told.start);
	const balance =
		hasTier(terms) && told.licence === 'metered'
			? balanceAround(terms, usage.timeline, rows, position)
			: null;
	const outcomes = await readTexts(db, record.id, 'outcome');
	const mates = await caseMates(db, from, position, block.caseCode[row] as number);
	return {
		row: callRow(from, position),
		outcome: outcomes[block.outcome[row] as number] ?? '',
		file: { name: record.name, line: block.line[row] as number },
		card: {
			name: told.card.name,
			since: source.rules.versions.cards.length > 1 ? told.card.effectiveFrom : null,
			rounding: told.card.voiceRounding
		},
		classFrom: told.classFrom,
		early: told.early,
		rate: (told.rate * (told.call ? 60 : 1)) / UNITS_PER_CREDIT,
		credits: creditsOfUnits(told.units),
		cycle: terms.cycle,
		balance: balance && {
			before: creditsOfUnits(balance.before),
			after: creditsOfUnits(balance.after),
			overage: creditsOfUnits(balance.overage),
			unserved: creditsOfUnits(balance.unserved),
			excess: creditsOfUnits(balance.excess)
		},
		others: { count: mates.length, rows: mates.slice(0, LISTED).map((mate) => callRow(from, mate)) }
	};
}

/** Positions of the other live rows of a case, ascending. Across layers a case is known by its text. */
async function caseMates(db: WorkspaceDb, from: Gathered, position: number, code: number): Promise<number[]> {
	if (code === 0) return [];
	const { rows, blocks, source } = from;
	const own = blocks[rows.block[position] as number] as GatheredBlock;
	const single = source.names.layers.length === 1;
	const text = single ? null : await caseText(db, own, rows.row[position] as number);
	const found: number[] = [];
	for (const [number, { layer, seq }] of blocks.entries()) {
		const isOwn = layer === own.layer;
		const inText = isOwn || !text ? null : rowsOfCase(await readCases(db, layer.record, seq), text);
		if (!isOwn && !inText?.length) continue;
		const { block } = await source.cache.get(layer.record, seq);
		for (const row of inText ?? rowsOfCode(block.caseCode, code)) {
			const mate = positionOf(rows, number, row, block.start[row] as number);
			if (mate !== null && mate !== position) found.push(mate);
		}
	}
	return found.sort((a, b) => a - b);
}

/** Null: a text that was forgotten before cases were known by it. */
async function caseText(
	db: WorkspaceDb,
	{ layer, seq }: GatheredBlock,
	row: number
): Promise<Uint8Array | null> {
	const { offsets, bytes } = await readCases(db, layer.record, seq);
	const text = bytes.slice(offsets[row], offsets[row + 1]);
	return text.length > 0 ? text : null;
}

function rowsOfCase(cases: TextColumn, text: Uint8Array): number[] {
	const found: number[] = [];
	for (let row = 0; row + 1 < cases.offsets.length; row++) if (holdsText(cases, row, text)) found.push(row);
	return found;
}

function rowsOfCode(codes: Uint32Array, code: number): number[] {
	const found: number[] = [];
	for (let row = codes.indexOf(code); row >= 0; row = codes.indexOf(code, row + 1)) found.push(row);
	return found;
}

/** Null: the row does not count. */
function positionOf(rows: UsageRows, block: number, row: number, start: number): number | null {
	for (let k = rowsBefore(rows, start); k < rows.count && rows.start[k] === start; k++)
		if (rows.block[k] === block && rows.row[k] === row) return k;
	return null;
}

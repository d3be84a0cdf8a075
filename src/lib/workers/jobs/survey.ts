import { propose, SNIFF_BYTES, Survey, type Proposal, type Sniffed } from '../../engine/ingest';
import { decode } from '../query/layers';
import { slices } from './bytes';

/**
 * How a text could be read. Where its first rows leave the order of day and month open, or a mark in numbers, the rest
 * is read until a row settles it: what is asked then is open in all rows.
 */
export async function proposeFor(text: Blob, sniffed: Sniffed): Promise<Proposal> {
	const first = propose(sniffed);
	if (first.open.length === 0 || text.size <= SNIFF_BYTES) return first;
	const survey = new Survey(sniffed.layout, first.open, decode);
	for await (const slice of slices(text)) if (!survey.push(slice)) break;
	return propose(sniffed, survey.finish());
}

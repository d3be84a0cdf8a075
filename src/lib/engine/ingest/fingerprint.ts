import { print128 } from '../table/print';
import { utf8 } from '../table/utf8';
import type { ColumnProfile } from './profile';
import type { Sniffed } from './sniff';

/** Names that differ in capitals, blanks or forms of one letter are the same. */
const sameName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What most values of a column are: dates, times and lengths, numbers, or texts; nothing where it is empty. */
function kindOf({ filled, dates, times, durations }: ColumnProfile): string {
	if (filled === 0) return '';
	const most = (counts: Readonly<Record<string, number>>) => Math.max(...Object.values(counts)) * 2 > filled;
	if (durations.seconds * 2 > filled) return 'number';
	return most(dates) ? 'date' : times * 2 > filled || most(durations) ? 'time' : 'text';
}

/**
 * By what files of one layout are known: 128 bits, hex, of the columns' names in their order. A file without names is
 * known by what stands in its columns, so that another one of as many columns is not taken for it.
 */
export function headerFingerprint({ header, layout, columns }: Sniffed): string {
	const named = layout.header !== null;
	const shape = named ? header.map(sameName) : columns.map(kindOf);
	const bytes = utf8(JSON.stringify([named, ...shape]));
	const print = new Uint32Array(4);
	print128(bytes, 0, bytes.length, print, 0);
	return Array.from(print, (word) => word.toString(16).padStart(8, '0')).join('');
}

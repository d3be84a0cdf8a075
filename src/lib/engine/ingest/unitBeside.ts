import { evidence, type Evidence } from './evidence';
import { readHeader, type HeaderReading } from './headers';
import type { FurtherDuration } from './mapping';
import type { ColumnProfile } from './profile';

/** Names of columns that say in what another one counts. */
const UNIT_NAME = /\b(unit|units|uom|unite|unites|enhet|einheit|unidad)$/;

/** A unit that a value names, as a name of a column would. */
const unitIn = (word: string): HeaderReading['unit'] => (/\d/.test(word) ? null : readHeader(word).unit);

/**
 * Another unit than the seconds for which plain numbers are taken: in a row below the names of columns, which comes as a
 * value, or in a column of its own, perhaps several. Null: nothing says so.
 */
export function unitBeside(
	{ column, form }: FurtherDuration,
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[]
): Evidence | null {
	if (form !== 'seconds') return null;
	for (const [at, { name, words }] of columns.entries()) {
		if (at !== column && !UNIT_NAME.test(headers[at]?.apart ?? '')) continue;
		const named = words.filter((word) => unitIn(word) !== null);
		const units = new Set(named.map(unitIn));
		const [value = '', other = ''] = named;
		if (units.size > 1) return evidence('unitsBeside', { column: name, value, other });
		if (units.size > 0 && !units.has(form)) return evidence('unitBeside', { column: name, value });
	}
	return null;
}

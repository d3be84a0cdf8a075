import { ascii } from './numbers';

/** What a row with the sums of the others begins with, in the languages of headers. */
export const TOTALS =
	/^\W*(grand |sub-?|sous-?|zwischen|gesamt)?(total|totals|totaux|totalt|totalsumma|totale|totales|sum|summe|summa|suma|somme|gesamt|insgesamt|average|avg|moyenne|durchschnitt|mittelwert|genomsnitt|medelv|promedio)\b/i;
/** Nothing but a word for a figure of statistics. `Max` and `Min` are names of people, too. */
export const STATISTICS =
	/^\W*(average|avg|mean|median|maximum|minimum|moyenne|m\W+diane|durchschnitt|mittelwert|genomsnitt|medelv\W+rde|promedio|mediana)\W*$/i;
export const TOTALS_LENGTH = 32;

/** The first field of a row with something in it, if it speaks of totals; -1: it does not. */
export function totalsField(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, width: number): number {
	let k = 0;
	while (k < width && starts[k] === ends[k]) k++;
	const [from = 0, to = 0] = [starts[k], ends[k]];
	return TOTALS.test(ascii(bytes, from, Math.min(to, from + TOTALS_LENGTH))) ? k : -1;
}

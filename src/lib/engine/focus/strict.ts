import { focusColumns, kindOf, type FocusRow } from './columns';

/** The currency that usage is priced in. The specification lets a vendor's own have any name; some tools do not. */
export const PRICED_IN = 'Credits';
/** Three letters, of those that ISO 4217 leaves to its users. */
export const PRICED_IN_STRICT = 'XCR';

/** Letters without their accents; what still is not ASCII becomes a question mark. */
export const ascii = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^\u0020-\u007e]/g, '?');

export function asciiRow(row: FocusRow): FocusRow {
	const copy = { ...row };
	for (const column of focusColumns('1.3')) {
		const value = copy[column];
		const kind = kindOf(column);
		if (value !== null && (kind === 'text' || kind === 'keyValue')) copy[column] = ascii(value);
	}
	return copy;
}

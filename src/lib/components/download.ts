/** Saves text as a file of the person's. */
export const download = (name: string, text: string, type: string): void =>
	downloadBlob(name, new Blob([text], { type }));

/** A name without what a file system refuses. */
export const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '-');

export function downloadBlob(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken the bytes by the time it is idle again.
	setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/**
 * Where a spreadsheet may take what follows for a formula (formats.md §5): at the start of a text, and after what a
 * spreadsheet of another locale, or one that sees no quotation mark, takes for the end of a cell.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[=+\-@\t\r\n'＝＋－＠])/g;

/** One value of a CSV file, safe in spreadsheets: in a text, a formula begins with an apostrophe. */
export function csvField(value: string | number): string {
	const text = typeof value === 'number' ? String(value) : value.replace(FORMULA, "'");
	return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

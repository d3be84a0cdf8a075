/** Saves text as a file of the person's. */
export function download(name: string, text: string, type: string): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken the bytes by the time it is idle again.
	setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

const FORMULA = /^[=+\-@\t\r\n'＝＋－＠]/;

/** One value of a CSV file, safe in spreadsheets (formats.md §5). */
function field(value: string | number): string {
	const text = typeof value === 'number' ? String(value) : FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

import type { PreviewView, SniffedFile } from '$lib/workers/api';

/**
 * What the file says in the previewed rows, beside how they are read: the sample's rows by line. A row's place in
 * the sample is its rank among the lines that were read or refused; beyond a cut list of refusals nobody can tell.
 */
export function asWritten({ sniffed }: SniffedFile, preview: PreviewView): Map<number, readonly string[]> {
	const rows = sniffed.rows.filter((row) => row.some((value) => value.trim() !== ''));
	const refused = preview.problems.map(({ line }) => line);
	const last = refused.length >= preview.rows.length ? (refused.at(-1) ?? Infinity) : Infinity;
	const lines = [...new Set([...preview.rows.map(({ line }) => line), ...refused])].sort((a, b) => a - b);
	const found = new Map<number, readonly string[]>();
	lines.forEach((line, rank) => {
		const row = rows[rank];
		if (row && line <= last) found.set(line, row);
	});
	return found;
}

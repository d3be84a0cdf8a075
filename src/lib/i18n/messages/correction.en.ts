/** A file that is here is read in another way. */
export default {
	head: (file: string) => `Say how “${file}” is to be read.`,
	lead: 'What was read before counts until you confirm the new reading.',
	ready: (file: string) => `“${file}” is read anew.`,
	instead: (now: string, before: string, out: string, outBefore: string) =>
		`${now} interactions, ${out} rows left out; so far ${before}, and ${outBefore} left out. Nothing changes until you decide.`,
	action: 'Replace what was read before',
	keep: 'Keep it as it was',
	done: 'It took the place of what was read from it before, which is kept for Undo until the app is closed.',
	kept: (file: string) => `“${file}” stays as it was read before`,
	keptText: 'Nothing was changed.',
	undone: (file: string) => `“${file}” counts again as it was read before`,
	undoneText: 'The new reading was taken away.',
	undoneProfile: 'Files with the same columns are read as before, too.'
};

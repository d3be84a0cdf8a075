/**
 * What screens keep on this device beside a workspace and not in it: saved views, and findings that were expected. Lists
 * by workspace. They name agents and entities, so a text that is forgotten is forgotten here too.
 */
const KEYS = { views: 'drawdown.callViews', expected: 'drawdown.expected' } as const;
type NoteKind = keyof typeof KEYS;

function all(kind: NoteKind): Record<string, unknown> {
	try {
		const found: unknown = JSON.parse(localStorage.getItem(KEYS[kind]) ?? '{}');
		return typeof found === 'object' && found !== null ? { ...found } : {};
	} catch {
		return {};
	}
}

/** Whatever is stored there: not checked. */
export function notesOf(kind: NoteKind, workspace: string): readonly unknown[] {
	const notes = all(kind)[workspace];
	return Array.isArray(notes) ? notes : [];
}

export function setNotes(kind: NoteKind, workspace: string, notes: readonly unknown[]): void {
	try {
		localStorage.setItem(KEYS[kind], JSON.stringify({ ...all(kind), [workspace]: notes }));
	} catch {
		// Storage refused: they hold until the page is closed.
	}
}

/** Names stand in notes as they are, within JSON, or in the query of an address. */
function holds(note: unknown, text: string): boolean {
	if (typeof note === 'object' && note !== null) return Object.values(note).some((part) => holds(part, text));
	if (typeof note !== 'string') return false;
	const quoted = JSON.stringify(text).slice(1, -1);
	return (
		note.includes(text) ||
		note.includes(quoted) ||
		[...new URLSearchParams(note).values()].some((value) => value.includes(text))
	);
}

/** Takes every note of a workspace away that holds a text. */
export function forgetNotes(workspace: string, text: string): void {
	for (const kind of Object.keys(KEYS) as NoteKind[]) {
		const notes = notesOf(kind, workspace);
		const left = notes.filter((note) => !holds(note, text));
		if (left.length < notes.length) setNotes(kind, workspace, left);
	}
}

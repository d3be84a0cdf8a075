/** Tags of a register entry, e.g. a cost centre. */
export type Tags = Readonly<Record<string, string>>;

const escaped = (text: string): string => text.replace(/[\\;=]|^\s|\s$/g, '\\$&');

/**
 * `key=value;key=value`, as agents.csv has them (formats.md §2). A `;`, `=` or `\` of their own, and a blank at either
 * end, has a `\` before it.
 */
export const tagsText = (tags: Tags): string =>
	Object.entries(tags)
		.map(([key, value]) => `${escaped(key)}=${escaped(value)}`)
		.join(';');

/** The tags of such a text; null: a part has no `=`, no key, or a key that was there before. */
export function readTags(text: string): Tags | null {
	const tags = new Map<string, string>();
	let key: string | null = null;
	let part = '';
	/** length of the part up to the last letter that is no blank of the text's layout */
	let kept = 0;
	let wrong = false;
	const cut = () => {
		const cutOff = part.slice(0, kept);
		[part, kept] = ['', 0];
		return cutOff;
	};
	const end = () => {
		const value = cut();
		if (key === null) wrong ||= value !== '';
		else if (key === '' || tags.has(key)) wrong = true;
		else tags.set(key, value);
		key = null;
	};
	for (let k = 0; k < text.length; k++) {
		const letter = text[k] as string;
		if (letter === ';') end();
		else if (letter === '=' && key === null) key = cut();
		else {
			const literal = letter === '\\' && k + 1 < text.length;
			const blank = !literal && /\s/.test(letter);
			if (blank && part === '') continue;
			part += literal ? (text[++k] as string) : letter;
			if (!blank) kept = part.length;
		}
	}
	end();
	return wrong ? null : Object.fromEntries(tags);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Rule {
	/** path that it is for; `*` at its end stands for anything */
	readonly path: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What `static/_headers` tells a host to send: lines without an indent are paths, those below them their headers. */
export function headerRules(): readonly Rule[] {
	const text = readFileSync(join(import.meta.dirname, '..', '..', 'static', '_headers'), 'utf8');
	return text
		.replace(/^#.*$/gm, '')
		.split(/^(?=\/)/m)
		.filter((part) => part.startsWith('/'))
		.map((part) => {
			const [path = '', ...lines] = part.trimEnd().split('\n');
			return {
				path,
				headers: lines.map((line) => {
					const at = line.indexOf(':');
					return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
				})
			};
		});
}

/** The headers of one file, as a host sends them. */
export function headersFor(url: string): Record<string, string> {
	const { pathname } = new URL(url, 'http://localhost');
	const matching = headerRules().filter(({ path }) =>
		path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path
	);
	return Object.fromEntries(matching.flatMap(({ headers }) => headers));
}

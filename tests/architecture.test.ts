import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

interface Source {
	/** path below src, with slashes */
	readonly path: string;
	readonly text: string;
	/** specifiers of static and dynamic imports, type-only ones marked */
	readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

function importsOf(text: string): Source['imports'] {
	const found = [...text.matchAll(/\b(import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/g)].map(
		(match) => ({
			from: match[4] as string,
			typeOnly: match[2] !== undefined
		})
	);
	const bare = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm)].map(
		(match) => ({
			from: (match[1] ?? match[2]) as string,
			typeOnly: false
		})
	);
	return [...found, ...bare];
}

const sources: readonly Source[] = readdirSync(source, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
	.map((entry) => {
		const file = join(entry.parentPath, entry.name);
		const text = readFileSync(file, 'utf8');
		return { path: relative(source, file).split(sep).join('/'), text, imports: importsOf(text) };
	});

const below = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** Where a specifier leads, as a path below src; null for packages. */
function target(from: string, path: string): string | null {
	if (path.startsWith('$lib/')) return `lib/${path.slice(5)}`;
	return path.startsWith('.') ? join(from, '..', path).split(sep).join('/') : null;
}

test('the repository has the top level that is promised, and nothing else of ours', () => {
	const ours = readdirSync(root).filter((name) => !name.startsWith('.'));
	const generated = ['node_modules', 'build', 'test-results', 'playwright-report'];
	const promised = [
		'CHANGELOG.md',
		'CONTRIBUTING.md',
		'LICENSE',
		'README.md',
		'SECURITY.md',
		'docs',
		'package-lock.json',
		'package.json',
		'scripts',
		'src',
		'static',
		'svelte.config.js',
		'tests',
		'tsconfig.json',
		'vite.config.ts'
	];
	const tools = ['eslint.config.js', 'knip.json', 'playwright.config.ts'];
	expect(ours.filter((name) => !generated.includes(name)).sort()).toEqual([...promised, ...tools].sort());
});

describe('imports point one way', () => {
	/** In the engine: what each part may reach, beside itself. */
	const engine: Record<string, string[]> = {
		money: [],
		time: [],
		table: ['time'],
		rating: ['money', 'time', 'table'],
		ingest: ['money', 'time', 'table'],
		rollup: ['money', 'time', 'table', 'rating', 'ledger'],
		ledger: ['money', 'time', 'table', 'rating', 'rollup'],
		forecast: ['money', 'time', 'table', 'rating', 'rollup', 'ledger'],
		planning: ['money', 'time', 'table', 'rating', 'rollup', 'ledger', 'forecast'],
		explore: ['money', 'time', 'table', 'rating', 'rollup', 'ledger', 'forecast'],
		focus: ['money', 'time', 'table', 'rating', 'rollup', 'ledger']
	};

	test.each(Object.keys(engine))('engine/%s reaches only what comes before it', (part) => {
		const allowed = [part, ...(engine[part] as string[])];
		for (const { path, imports } of below(`lib/engine/${part}`))
			for (const { from } of imports) {
				const reached = target(path, from);
				expect(reached, `${path} imports ${from}`).not.toBeNull();
				expect(allowed, `${path} imports ${from}`).toContain(reached?.split('/')[2]);
			}
	});

	test('every part of the engine is one of the known ones', () => {
		const parts = new Set(below('lib/engine').map(({ path }) => path.split('/')[2] as string));
		expect(Object.keys(engine)).toEqual(expect.arrayContaining([...parts]));
	});

	test('db reaches the engine by its tables and types only', () => {
		for (const { path, imports } of below('lib/db'))
			for (const { from, typeOnly } of imports) {
				const reached = target(path, from);
				if (reached?.startsWith('lib/engine/') && !typeOnly)
					expect(reached, path).toMatch(/^lib\/engine\/table/);
			}
	});

	test('components and charts take data by properties: no worker, client or state, not even their types', () => {
		for (const { path, imports } of [...below('lib/components'), ...below('lib/charts')])
			for (const { from } of imports)
				expect(target(path, from) ?? '', `${path} imports ${from}`).not.toMatch(
					/^lib\/(workers|client|state|db)/
				);
	});

	test('state and routes reach workers by types, error codes and zone tables only', () => {
		for (const { path, imports } of [...below('lib/state'), ...below('routes')])
			for (const { from, typeOnly } of imports) {
				const reached = target(path, from) ?? '';
				if (!reached.startsWith('lib/workers')) continue;
				expect(
					typeOnly || ['lib/workers/errors', 'lib/workers/zone'].includes(reached),
					`${path} imports ${from}`
				).toBe(true);
			}
	});
});

describe('what no lint rule says', () => {
	test('workers start in one place, from bytes', () => {
		const starting = sources.filter(({ text }) => /new (Shared)?Worker\(/.test(text)).map(({ path }) => path);
		expect(starting).toEqual(['lib/workers/door/worker.ts']);
	});

	test('nothing of ours names another host, opens a window or a peer connection', () => {
		for (const { path, text } of sources) {
			const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').replaceAll('http://www.w3.org/', '');
			expect(code, path).not.toMatch(
				/https?:\/\/|RTCPeerConnection|window\.open|preconnect|dns-prefetch|sendBeacon|WebSocket/
			);
		}
	});

	test('every link leads to a screen of ours: no address comes from a file, and none leaves the app', () => {
		const own = /^(\{(resolve|asset)\(|"\{resolve\(|"#)/;
		for (const { path, text } of sources) {
			const links = [...text.matchAll(/\b(?:href|src)=(\S+)/g)].map((match) => match[1] as string);
			for (const link of links)
				// The logo is a picture that the person has chosen, as a `data:` address.
				if (link !== '{letterhead.logo}') expect(link, path).toMatch(own);
			expect(text, path).not.toMatch(/_blank|location\.(assign|replace|href)/);
			// A file that is saved, and a picture of ours on its way to pixels, are the only addresses made in code.
			if (!['lib/components/download.ts', 'lib/charts/savePicture.ts'].includes(path))
				expect(text, path).not.toMatch(/\.(href|src) = /);
		}
	});

	test('no text is turned into markup', () => {
		for (const { path, text } of sources)
			expect(text, path).not.toMatch(/\{@html|innerHTML|insertAdjacentHTML|document\.write/);
	});

	test('components use runes: no stores, no legacy props', () => {
		for (const { path, text } of sources)
			expect(text, path).not.toMatch(/svelte\/store|export let |^\s*\$: /m);
	});

	test('every English catalogue has its French one', () => {
		const messages = below('lib/i18n/messages').map(({ path }) => path);
		const english = messages.filter((path) => path.endsWith('.en.ts'));
		expect(english.length).toBeGreaterThan(0);
		expect(messages).toEqual(
			expect.arrayContaining(english.map((path) => path.replace('.en.ts', '.fr-CA.ts')))
		);
	});
});

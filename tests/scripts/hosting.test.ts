import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../svelte.config.js';
import { headerRules, headersFor } from '../support/headers';

/** Sources that differ by page, since each names the hash of its own inline script. */
const BY_PAGE = ['default-src', 'script-src', 'style-src', 'style-src-attr'];
const QUOTED = ['none', 'self', 'script'];

test('the header repeats the policy of the pages, but for what differs by page, and adds who may frame them', () => {
	const directives = Object.entries(config.kit?.csp?.directives ?? {}) as [string, string[]][];
	const repeated = directives
		.filter(([name]) => !BY_PAGE.includes(name))
		.map(([name, values]) =>
			[name, ...values.map((value) => (QUOTED.includes(value) ? `'${value}'` : value))].join(' ')
		);
	expect(headersFor('/')['Content-Security-Policy']).toBe([...repeated, "frame-ancestors 'none'"].join('; '));
});

test('files named by their digest are kept for a year, the service worker is always asked about', () => {
	expect(headersFor('/_app/immutable/chunks/a.js')['Cache-Control']).toContain('immutable');
	expect(headersFor('/service-worker.js')['Cache-Control']).toBe('no-cache');
	expect(headersFor('/plans/')).not.toHaveProperty('Cache-Control');
});

test('every sample in the page about hosting sends the same headers', () => {
	const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'hosting.md'), 'utf8');
	const samples = [...page.matchAll(/```(?:nginx)?\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
	expect(samples).toHaveLength(3);
	const everywhere = headerRules().find(({ path }) => path === '/*')?.headers ?? [];
	expect(everywhere.length).toBe(6);
	for (const sample of samples)
		for (const [name, value] of everywhere) {
			const line = sample.split('\n').find((one) => one.includes(name));
			expect(line?.replaceAll('"', ''), name).toContain(value);
		}
});

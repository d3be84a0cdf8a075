// Size budgets of the built app, gzip -9 (docs/architecture.md). Fails the build over budget.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './lib/setup.mjs';

const build = join(root, 'build');
const gzip = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
const files = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((f) => f.isFile())
		.map((f) => join(f.parentPath, f.name));
const scripts = files(join(build, '_app')).filter((file) => file.endsWith('.js'));

/** Scripts that a page's HTML preloads: what the first paint waits for. */
function preloaded(page) {
	const html = readFileSync(join(build, page), 'utf8');
	const links = [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]*>/g)].map(
		([tag]) => /href="([^"]+)"/.exec(tag)?.[1]
	);
	return [...new Set(links.filter(Boolean))].map((href) => resolve(dirname(join(build, page)), href));
}

/** A script with everything it imports, statically or, where asked, on demand. */
function closure(entries, dynamic) {
	const seen = new Set();
	const visit = (file) => {
		if (seen.has(file) || !scripts.includes(file)) return;
		seen.add(file);
		const code = readFileSync(file, 'utf8');
		for (const [, path] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
			visit(resolve(dirname(file), path));
		if (dynamic)
			for (const [, path] of code.matchAll(/import\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
				visit(resolve(dirname(file), path));
	};
	entries.forEach(visit);
	return [...seen];
}

const worker = (name) =>
	scripts
		.filter((file) => file.includes(`/workers/`) || file.includes('\\workers\\'))
		.filter((file) => new RegExp(`${name}\\.worker`).test(file));
const sum = (list) => list.reduce((total, file) => total + gzip(file), 0);

const first = preloaded('index.html');
const workers = ['data', 'query', 'compute'].map((name) => [`${name} worker`, worker(name)]);
const budgets = [
	['first page (preloaded by index.html)', first, 60_000],
	['data worker', workers[0][1], 60_000],
	['query worker', workers[1][1], 60_000],
	['compute worker', workers[2][1], 40_000],
	[
		'whole app, one language',
		[...closure(first, true).filter((file) => !/fr-CA/.test(file)), ...workers.flatMap(([, list]) => list)],
		200_000
	]
];

let over = false;
for (const [name, list, limit] of budgets) {
	if (list.length === 0) {
		console.error(`No files found for: ${name}`);
		over = true;
		continue;
	}
	const size = sum([...new Set(list)]);
	over ||= size > limit;
	console.log(
		`${size > limit ? 'OVER' : '  ok'}  ${name.padEnd(40)} ${(size / 1000).toFixed(1).padStart(7)} kB of ${limit / 1000} kB gzip`
	);
}
if (over) {
	for (const file of first) console.log(`      ${relative(build, file)} ${gzip(file)}`);
	process.exit(1);
}

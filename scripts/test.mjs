// npm test: everything that CI runs. Installs what is missing, finds or gets a browser, then checks in order of cost.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashList } from './lib/release.mjs';
import { bin, build, install, requireNode, root, run, runBeside } from './lib/setup.mjs';

requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' } } });
install();
const { findChromium } = await import('./lib/browser.mjs');

/** A command of a step: a script that Node runs. */
const node = (step, title, script, args = [], env = {}) => ({ step, title, script, args, env });
const vitest = (step, title, projects, env) =>
	node(step, title, bin('vitest'), ['run', ...projects.flatMap((name) => ['--project', name])], env);
const types = (folder) =>
	node('types', `types of ${folder}`, bin('tsc', 'typescript'), ['-p', `${folder}/tsconfig.json`]);
const faults = (backend) =>
	node('faults', `faults on ${backend}`, join(root, 'tests', 'faults', 'run.mjs'), [
		...['--no-build', '--backend', backend],
		...['--kills', '4', '--damage', '2', '--quota', '1']
	]);

/**
 * Local time must change nothing: the engine's tests run in three zones and two locales. Each draws cases of its own,
 * a share of a law's usual number.
 */
const place = (TZ, LANG, seed) => ({
	TZ,
	LANG: `${LANG}.UTF-8`,
	DRAWDOWN_SEED: process.env.DRAWDOWN_SEED ?? seed,
	DRAWDOWN_SHARE: '0.4'
});
const places = [
	place('America/Toronto', 'en_CA', '1'),
	place('Asia/Kolkata', 'fr_CA', '2'),
	place('Pacific/Apia', 'en_CA', '3')
];

/** Two builds of one commit must be byte-identical: anyone can check what a host serves. */
function twoBuilds() {
	const fingerprint = () => hashList(join(root, 'build'));
	const first = build();
	const one = fingerprint();
	const second = build();
	if (fingerprint() !== one) {
		console.error('Two builds of the same source differ.');
		process.exit(1);
	}
	console.log('Two builds are byte-identical.');
	return first + second;
}

const chromium = await findChromium();
process.env.DRAWDOWN_CHROMIUM = chromium;
console.log(`Browser: ${chromium.replace(root, '.')}`);

/** In order of cost, one line after the other; what stands on one line goes side by side, the longest first. */
const lines = [
	[node('sync', 'svelte-kit sync', bin('svelte-kit', '@sveltejs/kit'), ['sync'])],
	[
		node('lint', 'eslint', bin('eslint'), ['--max-warnings', '0', '.']),
		node('types', 'svelte-check', bin('svelte-check'), [
			'--tsconfig',
			'./tsconfig.json',
			'--fail-on-warnings'
		]),
		node('format', 'prettier', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
		types('src/lib/engine'),
		types('src/service-worker'),
		node('knip', 'knip', bin('knip'), ['--no-progress'])
	],
	// Each takes one core by itself, as vitest leaves one to its main process.
	[
		vitest('unit', 'node', ['node']),
		...places.map((place) => vitest('engine', `engine in ${place.TZ}`, ['engine'], place)),
		vitest('unit', 'components', ['components'])
	],
	[vitest('browser', 'vitest in a browser', ['browser'])],
	[{ step: 'build', act: twoBuilds }],
	['leveldb', 'sqlite'].map(faults),
	[node('size', 'size', join(root, 'scripts', 'size.mjs'))],
	[node('e2e', 'playwright', bin('playwright', '@playwright/test'), ['test'])]
];

/** One line of steps; a command that is alone shows its output as it comes. */
async function take(line) {
	const [first] = line;
	if (line.length > 1) return runBeside(line);
	if (first.act) return first.act();
	return run(process.execPath, [first.script, ...first.args], {
		title: first.title,
		env: { ...process.env, ...first.env }
	});
}

const wanted = values.only?.split(',');
const took = [];
for (const all of lines) {
	const line = all.filter(({ step }) => !wanted || wanted.includes(step));
	if (line.length === 0) continue;
	const name = [...new Set(line.map(({ step }) => step))].join(' + ');
	console.log(`\n— ${name}`);
	took.push(`${name} ${(await take(line)).toFixed(0)} s`);
}
console.log(`\nAll green: ${took.join(', ')}.`);

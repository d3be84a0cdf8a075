// npm test: everything that CI runs. Installs what is missing, finds or gets a browser, then checks in order of cost.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashList } from './lib/release.mjs';
import { bin, build, install, requireNode, root, run } from './lib/setup.mjs';

requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' } } });
install();
const { findChromium } = await import('./lib/browser.mjs');

const node = (name, script, args, options) =>
	run(process.execPath, [script, ...args], { title: name, ...options });
const vitest = (projects, env = {}) =>
	node('vitest', bin('vitest'), ['run', ...projects.flatMap((name) => ['--project', name])], {
		env: { ...process.env, ...env }
	});

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

const steps = [
	['format', () => node('prettier', bin('prettier'), ['--check', '--log-level', 'warn', '.'])],
	['sync', () => node('svelte-kit sync', bin('svelte-kit', '@sveltejs/kit'), ['sync'])],
	['lint', () => node('eslint', bin('eslint'), ['--max-warnings', '0', '.'])],
	[
		'types',
		() =>
			node('svelte-check', bin('svelte-check'), ['--tsconfig', './tsconfig.json', '--fail-on-warnings']) +
			['src/lib/engine', 'src/service-worker'].reduce(
				(sum, folder) =>
					sum + node(`types of ${folder}`, bin('tsc', 'typescript'), ['-p', `${folder}/tsconfig.json`]),
				0
			)
	],
	['knip', () => node('knip', bin('knip'), ['--no-progress'])],
	['engine', () => places.reduce((sum, place) => sum + vitest(['engine'], place), 0)],
	['unit', () => vitest(['node', 'components'])],
	['browser', () => vitest(['browser'])],
	['build', twoBuilds],
	[
		'faults',
		() => node('faults', `${root}/tests/faults/run.mjs`, ['--no-build', '--kills', '8', '--damage', '4'])
	],
	['size', () => node('size', `${root}/scripts/size.mjs`, [])],
	['e2e', () => node('playwright', bin('playwright', '@playwright/test'), ['test'])]
];

const wanted = values.only?.split(',');
const took = [];
for (const [name, step] of steps) {
	if (wanted && !wanted.includes(name)) continue;
	console.log(`\n— ${name}`);
	took.push(`${name} ${step().toFixed(0)} s`);
}
console.log(`\nAll green: ${took.join(', ')}.`);

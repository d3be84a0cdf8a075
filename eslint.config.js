import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One direction of imports (docs/architecture.md): for each folder, what it may not reach. */
const lib = (names) => names.map((name) => `$lib/${name}`).flatMap((path) => [path, `${path}/**`]);
const up = (names) => names.flatMap((name) => [`**/${name}`, `**/${name}/**`]);
const forbid = (files, groups, message, paths = []) => ({
	files,
	rules: {
		'no-restricted-imports': ['error', { paths, patterns: [{ group: groups, message }] }]
	}
});

const engineBan = [
	{ name: 'Date', message: 'The engine takes instants as numbers; the calendar lives in engine/time.' },
	{ name: 'Intl', message: 'The engine takes a zone table; sentences and formats live in i18n.' },
	{ name: 'performance', message: 'The engine has no clock.' }
];

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'node_modules/',
			'test-results/',
			'playwright-report/',
			'.bench/',
			'static/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-invalid-void-type': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-eval': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/lib/engine/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', ...engineBan],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Randomness is an argument: pass a seed.' }
			]
		}
	},
	forbid(
		['src/lib/engine/**'],
		[
			'$app/**',
			'$lib/**',
			'svelte',
			'svelte/**',
			'idb',
			'comlink',
			'd3',
			'valibot',
			...up(['db', 'workers', 'client', 'state', 'components', 'charts', 'i18n', 'routes'])
		],
		'The engine imports nothing of ours but itself.'
	),
	forbid(
		['src/lib/db/**'],
		[
			'$app/**',
			'svelte',
			'svelte/**',
			'comlink',
			'd3',
			...up(['workers', 'client', 'state', 'components', 'charts', 'i18n', 'routes'])
		],
		'db imports idb, engine/table and types of the engine.'
	),
	forbid(
		['src/lib/workers/**'],
		[
			'$app/**',
			'svelte',
			'svelte/**',
			'd3',
			...up(['client', 'state', 'components', 'charts', 'i18n', 'routes'])
		],
		'Workers import engine, db and Comlink.'
	),
	forbid(
		['src/lib/client/**'],
		[
			'svelte',
			'svelte/**',
			'idb',
			'd3',
			...lib(['db', 'state', 'components', 'charts', 'i18n']),
			...up(['db', 'state', 'components', 'charts', 'i18n', 'routes'])
		],
		'The client imports Comlink, workers/api, workers/wire and engine types.'
	),
	forbid(
		['src/lib/charts/geometry/**'],
		[
			'$app/**',
			'svelte',
			'svelte/**',
			'idb',
			'comlink',
			...up(['db', 'workers', 'client', 'state', 'components', 'routes', 'i18n'])
		],
		'Chart geometry is pure functions over d3 maths.'
	),
	forbid(
		['src/lib/charts/**', 'src/lib/components/**'],
		[
			'idb',
			'comlink',
			...lib(['client', 'state', 'workers', 'db']),
			...up(['client', 'state', 'workers', 'db', 'routes'])
		],
		'Charts and components take data by properties.'
	),
	forbid(
		['src/lib/state/**'],
		['idb', 'comlink', ...lib(['db']), ...up(['db', 'routes'])],
		'State reaches workers through the client only.'
	),
	forbid(
		['src/routes/**'],
		['idb', 'comlink', ...lib(['db']), ...up(['db'])],
		'Routes compose state, components, charts and sentences.'
	)
);

import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/lib/browser.mjs';

const chromium = process.env['DRAWDOWN_CHROMIUM'];

/** Generous: a busy machine is no failure, and no test measures time. */
const testTimeout = 120_000;

/**
 * The files of a project share what they import, so that it is read and compiled once. What a file leaves behind must
 * not matter to the next.
 */
const shared = { testTimeout, pool: 'threads', isolate: false } as const;

/**
 * What a start fetches together is one file, with all that it needs and that is in none before it: each file of its own
 * costs more than its bytes. Everything else is cut where it is asked for.
 */
const groups = [
	{
		name: 'shell',
		test: /generated[\\/]client-optimized[\\/](app|nodes[\\/][012])\.js$|runtime[\\/]client[\\/]entry\.js$/
	},
	{ name: 'overview', test: /src[\\/]routes[\\/]overview[\\/]Overview\.svelte$/ },
	{ name: 'pictures', test: /src[\\/]lib[\\/]charts[\\/](RunOutChart|DayBars)\.svelte$/ }
];

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	build: isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: { groups } } } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'engine',
					...shared,
					environment: 'node',
					include: ['tests/engine/**/*.test.ts'],
					setupFiles: ['tests/support/seed.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'node',
					...shared,
					environment: 'node',
					include: ['tests/{db,workers,client,state,charts,i18n,scripts}/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['tests/**/*.browser.test.ts'],
					setupFiles: ['tests/support/seed.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'components',
					...shared,
					environment: 'jsdom',
					include: ['tests/components/**/*.test.ts'],
					setupFiles: ['tests/support/jsdom.ts']
				}
			},
			{
				extends: true,
				optimizeDeps: { include: ['comlink', 'idb', 'd3', 'valibot'] },
				test: {
					name: 'browser',
					include: ['tests/**/*.browser.test.ts'],
					testTimeout,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								args: [...chromiumFlags],
								...(chromium ? { executablePath: chromium } : {})
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
}));

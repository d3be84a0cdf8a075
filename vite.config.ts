import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/lib/browser.mjs';

const chromium = process.env['DRAWDOWN_CHROMIUM'];

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	test: {
		projects: [
			{
				extends: true,
				test: { name: 'engine', environment: 'node', include: ['tests/engine/**/*.test.ts'] }
			},
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/{db,workers,client,state,charts,i18n,scripts}/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['tests/**/*.browser.test.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'components',
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
					testTimeout: 60_000,
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
});

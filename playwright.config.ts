import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './scripts/lib/browser.mjs';

const executablePath = process.env['DRAWDOWN_CHROMIUM'];

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	workers: 2,
	// What passes at the second try only is named as flaky.
	retries: 1,
	timeout: 180_000,
	// A story fails when something does not come, not when the machine is busy.
	expect: { timeout: 15_000 },
	forbidOnly: true,
	reporter: [['list']],
	globalSetup: './tests/e2e/support/server.ts',
	use: {
		browserName: 'chromium',
		headless: true,
		locale: 'en-CA',
		timezoneId: 'America/Toronto',
		launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) }
	}
});

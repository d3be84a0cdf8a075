import { test as base, expect, type ConsoleMessage } from '@playwright/test';

/** A page of the built app. Any console error, page error or CSP violation fails the story. */
export const test = base.extend<{ app: void }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's own parameters from this pattern
	baseURL: async ({}, use) => {
		await use(process.env['DRAWDOWN_URL'] as string);
	},
	app: [
		async ({ page }, use) => {
			const wrong: string[] = [];
			page.on('pageerror', (error) => wrong.push(error.message));
			page.on('console', (message: ConsoleMessage) => {
				if (message.type() === 'error') wrong.push(message.text());
			});
			await use();
			expect(wrong, 'nothing wrong on the console').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

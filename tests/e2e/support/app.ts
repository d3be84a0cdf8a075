import { test as base, expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';

/** Notes whatever goes wrong on any page of a context, workers included. */
function watch(context: BrowserContext): string[] {
	const wrong: string[] = [];
	context.on('weberror', (error) => wrong.push(error.error().message));
	context.on('console', (message: ConsoleMessage) => {
		if (message.type() === 'error') wrong.push(message.text());
	});
	return wrong;
}

/** A page of the built app. Any console error, page error or CSP violation in any tab fails the story. */
export const test = base.extend<{ app: void }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's own parameters from this pattern
	baseURL: async ({}, use) => {
		await use(process.env['DRAWDOWN_URL'] as string);
	},
	app: [
		async ({ context }, use) => {
			const wrong = watch(context);
			await use();
			expect(wrong, 'nothing wrong on the console').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

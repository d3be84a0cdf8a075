import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app';

/**
 * What axe calls serious or critical on the screen as it stands, and whether it can be pushed sideways. Figures that are
 * computed anew are paler until they come: the screen is looked at again until it stands.
 */
export async function expectAccessible(page: Page, screen: string) {
	await expect(async () => {
		// There are no frames, so axe need not open a page of its own to join their results.
		const { violations } = await new AxeBuilder({ page })
			.setLegacyMode()
			.options({ resultTypes: ['violations'] })
			.analyze();
		const found = violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
		expect(found, screen).toEqual([]);
	}).toPass({ intervals: [500], timeout: 20_000 });
	const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect.soft(width, `${screen} is as wide as the window`).toBeLessThanOrEqual(0);
}

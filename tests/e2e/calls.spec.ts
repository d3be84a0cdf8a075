import { expect, test } from './support/app';
import { importPlainFile, textFile } from './support/steps';
import { canonical } from './support/usage';

interface Call {
	/** of February 2026: the 2nd is a Monday */
	readonly day: number;
	readonly hour: number;
	readonly seconds: number;
	readonly agent: string;
}

/** Four weeks of calls, from arithmetic alone. */
const CALLS = Array.from({ length: 600 }, (_, k): Call => ({
	day: 2 + (k % 26),
	hour: 8 + (k % 9),
	seconds: 20 + ((k * 53) % 400),
	agent: k % 3 === 0 ? 'Ava' : 'Bo'
}));

const two = (n: number) => String(n).padStart(2, '0');
const file = canonical(
	CALLS.map(
		({ day, hour, seconds, agent }, k) =>
			`,2026-02-${two(day)}T${two(hour)}:${two(k % 60)}:00-05:00,,voice,standard,${agent},Main line,,${seconds},,`
	)
);

const minutes = ({ seconds }: Call) => Math.ceil(seconds / 60);
const used = (calls: readonly Call[]) => calls.reduce((sum, call) => sum + 10 * minutes(call), 0);
const title = (calls: readonly Call[]) =>
	`${calls.length} calls and chats used ${used(calls).toLocaleString('en-CA')} credits`;

test('from the calls of an agent to the hours in which they came, and back by its address', async ({
	page
}) => {
	await page.goto('/');
	await importPlainFile(page, textFile('calls.csv', file), '600');

	await page.goto('/usage/calls/?agent=Ava');
	const heading = page.getByRole('heading', { level: 1 });
	const own = CALLS.filter(({ agent }) => agent === 'Ava');
	await expect(heading).toHaveText(title(own));

	const grid = page.getByRole('grid', { name: 'Calls and chats' });
	// Monday and Tuesday, from eight to eleven.
	const week = page.getByRole('application', { name: 'By hour of the week' });
	await week.scrollIntoViewIfNeeded();
	const area = await week.boundingBox();
	if (!area) throw new Error('the week is not drawn');
	const at = (weekday: number, hour: number) =>
		[area.x + ((hour + 0.5) * area.width) / 24, area.y + ((weekday + 0.5) * area.height) / 7] as const;
	await page.mouse.move(...at(0, 8));
	await page.mouse.down();
	await page.mouse.move(...at(1, 9), { steps: 3 });
	await page.mouse.move(...at(1, 10), { steps: 3 });
	const chosen = own.filter(({ day, hour }) => (day - 2) % 7 < 2 && hour <= 10);
	await expect(heading).toHaveText(title(chosen));
	await page.mouse.up();
	await expect(grid).toHaveAttribute('aria-rowcount', String(chosen.length + 1));
	await expect(heading).toHaveText(title(chosen));
	await expect(page).toHaveURL(/hours=8-10\.32-34/);

	await page.reload();
	await expect(heading).toHaveText(title(chosen));
	await page.getByRole('button', { name: 'Remove the filter Mon–Tue, 08:00 to 11:00' }).click();
	await expect(heading).toHaveText(title(own));
});

import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { call, canonical } from './support/usage';

const DAYS = 61;
const DAY_MS = 86_400_000;
/** 1 September 2026 in Toronto, 8 in the morning. */
const START = Date.UTC(2026, 8, 1, 12);

/** Two agents with ten to twelve calls a day; Booking's are far longer on 20 to 22 October. */
const calls = Array.from({ length: DAYS }, (_, day) =>
	['Booking', 'Sales'].flatMap((agent, k) =>
		Array.from({ length: 10 + ((day * 5 + k) % 3) }, (_, n) => ({
			at: START + day * DAY_MS + (n * 40 + k) * 60_000,
			agent,
			seconds: (agent === 'Booking' && day >= 49 && day < 52 ? 4 : 1) * (90 + ((n * 7 + day) % 20))
		}))
	)
).flat();

test('the agent that was out of pattern is named with its cause, and what rounding cost is the sum of the rows', async ({
	page
}) => {
	await page.goto('/');
	const rows = calls.map(({ at, agent, seconds }) =>
		call(new Date(at).toISOString(), seconds).replace('Reception', agent)
	);
	await importPlainFile(page, textFile('calls.csv', canonical(rows)), calls.length.toLocaleString('en-CA'));
	await goTo(page, 'Usage');
	const tabs = page.getByRole('navigation', { name: 'Usage' });
	await tabs.getByRole('link', { name: 'Anomalies' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Booking’s calls and chats were');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('20–22 Oct');
	await page.getByRole('button', { name: /^This was expected/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Nothing else out of pattern/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Booking');

	await tabs.getByRole('link', { name: 'Waste' }).click();
	// September and October are whole: the last call lies on 31 October, the file's last day.
	const whole = calls.filter(({ at }) => at < Date.UTC(2026, 9, 1, 4));
	const unspoken = whole.reduce((sum, { seconds }) => sum + Math.ceil(seconds / 60) * 60 - seconds, 0) / 6;
	const text = unspoken.toLocaleString('en-CA', { maximumFractionDigits: 0 });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		`Call time paid but not spoken: ${text} credits a month, the most that may be saved`
	);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app';
import { goTo, importPlainFile, textFile } from './support/steps';
import { call, canonical } from './support/usage';

const DAYS = 61;
const DAY_MS = 86_400_000;
/** 1 September 2026 in Toronto, 8 in the morning. */
const START = Date.UTC(2026, 8, 1, 12);
const OCTOBER = Date.UTC(2026, 9, 1, 4);
/** Tuesday 6 to Thursday 8 October: Booking's calls are four times as long. */
const odd = (day: number) => day >= 35 && day < 38;

interface Call {
	readonly at: number;
	readonly agent: string;
	readonly seconds: number;
}

/** Two agents with ten to twelve calls a day, of lengths from arithmetic alone, and a call of November. */
const calls: readonly Call[] = [
	...Array.from({ length: DAYS }, (_, day) =>
		['Booking', 'Sales'].flatMap((agent, k) =>
			Array.from({ length: 10 + ((day * 5 + k) % 3) }, (_, n) => ({
				at: START + day * DAY_MS + (n * 40 + k) * 60_000,
				agent,
				seconds:
					agent === 'Sales'
						? 3 + (((day * 11 + n) * 37) % 260)
						: (odd(day) ? 4 : 1) * (200 + ((n * 7 + day) % 20))
			}))
		)
	).flat(),
	{ at: Date.UTC(2026, 10, 1, 15), agent: 'Sales', seconds: 60 }
].sort((a, b) => a.at - b.at);
const file = canonical(
	calls.map(({ at, agent, seconds }) => call(new Date(at).toISOString(), seconds).replace('Reception', agent))
);

const PLAN = 20_000;
const SETTINGS = {
	format: 'drawdown-settings',
	version: 1,
	rateCards: [
		{
			id: 'card',
			name: 'Vendor',
			source: 'made up',
			effectiveFrom: '2020-01-01',
			rates: { chat: { standard: 2, premium: 4 }, voice: { standard: 10, premium: 20 } },
			voiceRounding: {},
			tiers: [{ includedCredits: PLAN, price: '300' }],
			overagePricePerCredit: '0.015'
		}
	],
	contract: { rateCardId: 'card', tier: PLAN, currency: 'USD', timeZone: 'America/Toronto' }
};

/** The vendor's invoice: at least 30 s, then by 6 s, and nothing under 15 s, at 10 credits a minute. */
const vendorSeconds = (seconds: number) =>
	seconds < 15 ? 0 : seconds <= 30 ? 30 : 30 + Math.ceil((seconds - 30) / 6) * 6;
const credits = ({ seconds }: Call) => Math.ceil(seconds / 60) * 10;
const sum = (all: readonly Call[], of: (one: Call) => number) =>
	all.reduce((total, one) => total + of(one), 0);
const text = (value: number) => value.toLocaleString('en-CA', { maximumFractionDigits: 0 });

test('from a file to the agent that moved the run-out, to why one of its calls cost what it cost, to a file and to the invoice', async ({
	page
}) => {
	const title = page.getByRole('heading', { level: 1 });
	const tabs = page.getByRole('navigation', { name: 'Usage' });
	await page.goto('settings/');
	await page
		.getByLabel('Import settings')
		.setInputFiles({ ...textFile('s.json', JSON.stringify(SETTINGS)), mimeType: 'application/json' });
	await page.getByRole('button', { name: 'Replace', exact: true }).click();
	await expect(page.getByText('Replaced the settings')).toBeVisible();
	await goTo(page, 'Import');
	await importPlainFile(page, textFile('calls.csv', file), text(calls.length));

	// Who moved the run-out.
	await goTo(page, 'Usage');
	await tabs.getByRole('link', { name: 'Anomalies' }).click();
	await expect(title).toHaveText(
		/^One agent moved the run-out [\d.]+ days earlier: Booking’s calls and chats were [\d.]+ times as long as usual on 6–8 Oct$/
	);
	await page.getByRole('button', { name: /^This was expected/ }).click();
	await expect(title).toHaveText(/Nothing else out of pattern/);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(title).toContainText('Booking');

	// Why its dearest call cost what it cost, and the cheapest.
	await page.getByRole('link', { name: 'See the calls and chats of these days' }).click();
	const own = calls.filter(({ at, agent }) => agent === 'Booking' && odd(Math.floor((at - START) / DAY_MS)));
	await expect(title).toHaveText(`${own.length} calls and chats used ${text(sum(own, credits))} credits`);
	const grid = page.getByRole('grid', { name: 'Calls and chats' });
	await grid.getByRole('button', { name: 'Credits' }).click();
	const by = (best: (...all: number[]) => number) => best(...own.map(credits));
	const why = (amount: number) => page.getByRole('region', { name: `Why this call cost ${amount} credits` });
	const first = grid.getByRole('row').nth(1);
	await expect(first.getByRole('gridcell').last()).toHaveText(String(by(Math.max)));
	await first.click();
	await expect(why(by(Math.max))).toContainText(
		`${by(Math.max) / 10} started minutes × 10 = ${by(Math.max)} credits`
	);
	await expect(why(by(Math.max))).toContainText('standard, from its row in the file');

	// The list as it stands, as a file and on the clipboard; then the browser refuses.
	const menu = page.getByRole('button', { name: 'Export', exact: true });
	const choose = async (name: string) => {
		await menu.click();
		await page.getByRole('menuitem', { name }).click();
	};
	const [listed] = await Promise.all([page.waitForEvent('download'), choose('CSV Commas')]);
	expect(listed.suggestedFilename()).toBe('Drawdown Calls and chats.csv');
	const written = (await readFile(await listed.path(), 'utf8')).trim().split('\r\n').slice(1);
	const drawn = (rows: readonly string[], by: string) => rows.map((row) => Number(row.split(by).at(-1)));
	expect(drawn(written, ',')).toEqual(own.map(credits).sort((a, b) => b - a));
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	const pasted = () => page.evaluate(() => navigator.clipboard.readText());
	await choose('Copy the table');
	await expect(page.getByText('Copied.')).toBeVisible();
	expect(drawn((await pasted()).trim().split(/\r?\n/).slice(1), '\t')).toEqual(drawn(written, ','));
	await choose('Copy the title as a sentence');
	const sentence = `${(await title.textContent()) ?? ''}.`;
	await expect.poll(pasted).toBe(sentence);
	// What is granted alone leaves everything else refused.
	await page.context().clearPermissions();
	await page.context().grantPermissions(['geolocation']);
	await choose('Copy the title as a sentence');
	await expect(page.getByRole('alert')).toHaveText(new RegExp(`Mark the sentence and copy it: ${sentence}`));
	await page.getByRole('button', { name: 'Dismiss' }).last().click();
	await expect(page.getByRole('alert')).toBeHidden();

	await grid.focus();
	await page.keyboard.press('End');
	await expect(why(by(Math.min))).toBeVisible();

	// The view of the month as a file.
	await tabs.getByRole('link', { name: 'AI Voice' }).click();
	await page.getByRole('button', { name: /^Billing cycle/ }).click();
	await page.getByRole('menuitemradio', { name: 'Oct 2026' }).click();
	const october = calls.filter(({ at }) => at >= OCTOBER && at < Date.UTC(2026, 10, 1, 4));
	await expect(title).toContainText(`Voice used ${text(sum(october, credits))} credits`);
	await page.getByLabel('Filter by entity or agent').fill('book');
	await expect(page.locator('tbody tr')).toHaveCount(1);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	await page.getByRole('menuitem', { name: 'CSV Commas' }).click();
	const lines = (await readFile(await (await saving).path(), 'utf8')).trim().split('\r\n');
	expect(lines).toHaveLength(2);
	const booking = october.filter(({ agent }) => agent === 'Booking');
	expect(lines[1]?.split(',')).toEqual(expect.arrayContaining(['Booking', String(sum(booking, credits))]));

	// The vendor's invoice of the month: the rule that explains it is found, and used.
	await tabs.getByRole('link', { name: 'Invoice' }).click();
	await expect(title).toHaveText(
		`Your calls and chats make ${text(sum(october, credits))} credits in Oct 2026`
	);
	await page.getByRole('button', { name: 'Compare with invoice' }).click();
	await expect(page.getByText('Type at least one total of the invoice.')).toBeVisible();
	const billed = sum(october, ({ seconds }) => vendorSeconds(seconds));
	await page.getByLabel('Credits used').fill(String(billed / 6));
	await page.getByLabel('Billable minutes').fill(String(billed / 60));
	await page.getByRole('button', { name: 'Compare with invoice' }).click();
	await expect(title).toContainText(`The invoice says ${text(billed / 6)} credits`);
	await expect(title).toContainText(
		`${text(sum(october, credits) - billed / 6)} less. One rule set explains it.`
	);
	const rule = page.getByRole('row', { name: /at least 30 s, then by 6 s · calls under 15 s free/ });
	await rule.getByRole('button', { name: 'Use this rule' }).click();
	await expect(title).toHaveText(
		`The invoice is right: your calls and chats make the same ${text(billed / 6)} credits`
	);
	const parts = page.getByRole('region', { name: 'Who owes which part' });
	await expect(parts.getByRole('row', { name: /^Main line/ })).toContainText(text(billed / 6));
	await expect(parts.getByRole('row', { name: /^Invoice/ })).toContainText(text(billed / 6));
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(title).toContainText('One rule set explains it.');

	// What rounding cost is the sum of the rows of both whole months, a month.
	await tabs.getByRole('link', { name: 'Waste' }).click();
	const whole = calls.filter(({ at }) => at < Date.UTC(2026, 10, 1, 4));
	const unspoken = sum(whole, (one) => (credits(one) * 6 - one.seconds) / 6) / 2;
	await expect(title).toHaveText(
		`Call time paid but not spoken: ${text(unspoken)} credits a month, the most that may be saved`
	);
});

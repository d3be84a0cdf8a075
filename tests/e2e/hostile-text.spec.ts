import { deflateRawSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { EMPTY_MAPPING } from '../../src/lib/engine/ingest/mapping';
import { xxh32 } from '../../src/lib/engine/table/checksum';
import { expect, test } from './support/app';
import { inGroups, payloads, quoted } from './support/payloads';
import { chooseFiles, goTo, importButton, textFile } from './support/steps';

const all = payloads('alert(1)');

/** How files are read, with hostile names of files and columns, and texts for all rows. */
const profile = (texts: readonly string[], k: number) => ({
	fingerprint: k.toString(16).padStart(32, '0'),
	file: texts.join(' '),
	confirmedOn: '2026-11-12',
	header: ['When', 'Seconds', ...texts],
	reading: { encoding: null, sheet: texts[0] ?? null, delimiter: null, header: null },
	mapping: {
		...EMPTY_MAPPING,
		start: { date: 0, time: null },
		dateForm: 'ymd',
		zone: 'UTC',
		channel: { constant: 'voice' },
		agent: { constant: texts.join(' ') },
		duration: { column: 1 },
		durationForm: 'seconds'
	}
});
const day = (k: number) => `2026-11-${String(1 + (k % 15)).padStart(2, '0')}T09:00:00Z`;

/** Everything that ran, or that the policy had to stop, in any page of a context. */
async function watchScripts(context: BrowserContext): Promise<string[]> {
	const ran: string[] = [];
	await context.exposeFunction('tellTheStory', (what: string) => void ran.push(what));
	context.on('dialog', (dialog) => {
		ran.push(`dialog ${dialog.message()}`);
		void dialog.dismiss().catch(() => undefined);
	});
	await context.addInitScript(() => {
		const tell = (window as unknown as { tellTheStory(what: string): void }).tellTheStory;
		for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
			Object.defineProperty(window, name, { value: () => tell(name) });
		addEventListener('securitypolicyviolation', (event) =>
			tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
		);
	});
	return ran;
}

/** What markup from a file would leave in the document, had any become elements. */
const foreign = (page: Page) =>
	page.evaluate(() => {
		const tags =
			'img, iframe, object, embed, video, audio, base, marquee, math, form[action], [formaction], svg set';
		const elements = [...document.querySelectorAll('*')];
		return [
			...[...document.querySelectorAll(tags)].map((element) => element.outerHTML.slice(0, 200)),
			...elements
				.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
				.map((element) => element.outerHTML.slice(0, 200)),
			...[...document.links].map((link) => link.href).filter((href) => !href.startsWith(location.origin)),
			...[...document.scripts]
				.map((script) => script.src)
				.filter((src) => src && !src.startsWith(location.origin))
		];
	});

/** Presses and points at what shows text of a file, as a person does: a script may wait for that. */
async function touch(page: Page): Promise<void> {
	for (const locator of [
		page.locator('main h1'),
		page.locator('main td'),
		page.locator('main th'),
		page.locator('main p')
	])
		for (const element of (await locator.all()).slice(0, 3)) {
			await element.hover({ force: true, timeout: 2_000 }).catch(() => undefined);
			await element.click({ force: true, timeout: 2_000 }).catch(() => undefined);
		}
}

async function expectOnlyText(page: Page, screen: string): Promise<void> {
	await touch(page);
	expect(await foreign(page), screen).toEqual([]);
}

test('there are at least 500 texts, and a page without a policy runs them', async ({ browser }) => {
	expect(all.length).toBeGreaterThanOrEqual(500);
	const context = await browser.newContext();
	const ran = await watchScripts(context);
	const page = await context.newPage();
	await page.goto('data:text/html,<title>open</title>');
	await page.evaluate((texts) => {
		for (const text of texts) document.body.insertAdjacentHTML('beforeend', text);
	}, all);
	await expect.poll(() => ran.length).toBeGreaterThan(50);
	await context.close();
});

test('text of a usage file is only ever text: cells, headers, file name, rejected rows', async ({
	page,
	context
}) => {
	const ran = await watchScripts(context);
	await page.goto('/import/');

	// Every cell that is kept: id, agent, entity, case and outcome, each text once in each.
	const header = 'id,started_at,channel,class,agent,entity,duration_seconds,case_id,outcome';
	const cells = all.map((text, k) =>
		[text, day(k), 'voice', 'standard', text, text, '61', text, text].map(quoted).join(',')
	);
	await chooseFiles(
		page,
		textFile(`${all.slice(0, 40).join(' ')}.csv`, `${[header, ...cells].join('\n')}\n`)
	);
	await expect(page.locator('main table tbody tr').first()).toBeVisible();
	await expectOnlyText(page, 'import, first rows');
	await importButton(page).click();
	await expect(page.getByRole('status').filter({ hasText: 'Imported' })).toHaveText(
		`Imported ${all.length} interactions`
	);
	await expectOnlyText(page, 'import, done');

	// Headers: they come as choices of each field, and as evidence.
	const names = ['started_at', 'channel', 'duration_seconds', ...all].map(quoted).join(',');
	const wide = Array.from({ length: 20 }, (_, k) =>
		[day(k), 'voice', '61', ...all.map((text) => quoted(text))].join(',')
	);
	await chooseFiles(page, textFile('headers.csv', `${[names, ...wide].join('\n')}\n`));
	// How the text is read stands folded up above the columns.
	await page.locator('main details > summary').first().click();
	await expect(page.locator('main select').first()).toBeVisible();
	for (const select of await page.locator('main select').all()) await select.focus();
	await expectOnlyText(page, 'import, columns');
	await page.getByRole('button', { name: 'Cancel' }).first().click();

	// Values of rejected rows, a screenful at a time, below file names of their own.
	for (const [k, texts] of inGroups(all, 50).entries()) {
		const rows = [
			`${day(0)},voice,standard,A,61`,
			...texts.map((text) => `${day(1)},voice,standard,A,${quoted(text)}`)
		];
		const file = `started_at,channel,class,agent,duration_seconds\n${rows.join('\n')}\n`;
		await chooseFiles(page, textFile(`${k} ${texts.join(' ')}`, file));
		await importButton(page).click();
		await expect(page.getByRole('button', { name: 'Import nothing' })).toBeVisible();
		expect(await foreign(page), `rejected rows, part ${k}`).toEqual([]);
		if (k === 0) await touch(page);
		await page.getByRole('button', { name: 'Import nothing' }).click();
		await expect(page.getByRole('button', { name: 'Import nothing' })).toBeHidden();
	}

	for (const screen of ['Overview', 'Plans', 'Settings', 'Import'] as const) {
		await goTo(page, screen);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectOnlyText(page, screen);
	}
	expect(ran).toEqual([]);
});

test('text of a settings file, a refused one, and the name of a workspace are only ever text', async ({
	page,
	context
}) => {
	const ran = await watchScripts(context);
	await page.goto('/settings/');
	const groups = inGroups(all, 16);
	const name = (k: number) => groups[k % groups.length]?.join(' ') ?? '';
	const readFile = (content: object, file = 'settings.json') =>
		page.getByLabel('Import settings').setInputFiles({
			name: file,
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify({ format: 'drawdown-settings', version: 1, ...content }))
		});
	const rates = { standard: 5, premium: 10 };
	const card = (id: string, k: number) => ({
		id,
		name: name(k),
		source: `javascript:alert(1) ${name(k + 1)}`,
		effectiveFrom: '2026-01-01',
		rates: { chat: rates, voice: rates },
		voiceRounding: {},
		tiers: [{ includedCredits: 60_000, price: null }]
	});

	// Refused: the sentence names the key that is wrong.
	for (const texts of groups.slice(0, 6)) {
		await readFile({ [texts.join(' ')]: 1 }, `${texts.join(' ')}.json`);
		await expect(page.getByRole('alert')).toBeVisible();
		expect(await foreign(page), 'refused settings').toEqual([]);
	}

	// Shown as changes, then taken: cards, fees, agents with tags, and what later versions know.
	await readFile({
		rateCards: groups.map((texts, k) => card(texts[0] ?? '', k)),
		contract: {
			rateCardId: all[0],
			tier: 60_000,
			timeZone: 'UTC',
			currency: 'USD',
			oneOffFees: groups.map((_, k) => ({ name: name(k), amount: '1', date: '2026-11-01' }))
		}
	});
	await expect(page.getByRole('button', { name: 'Replace', exact: true })).toBeVisible();
	await expectOnlyText(page, 'changes of cards');
	await page.getByRole('button', { name: 'Replace', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('alert(1)');
	await expectOnlyText(page, 'settings, contract');
	await page.getByRole('tab', { name: 'Rate card' }).click();
	await expect(page.locator('main p').filter({ hasText: 'javascript:alert(1)' })).toBeVisible();
	await expectOnlyText(page, 'settings, rate card');
	await readFile({
		agents: groups.map((texts, k) => ({
			agent: texts.join(' '),
			entity: name(k + 1),
			tags: { [name(k)]: name(k) }
		})),
		events: groups.map((texts, k) => ({
			name: texts[0],
			kind: 'campaign',
			percent: k,
			from: '2026-11-01',
			to: '2026-11-30'
		})),
		budgets: groups.map((texts, k) => ({
			of: 'agent',
			name: texts.join(' '),
			from: '2026-11-01',
			credits: k + 1
		})),
		profiles: groups.map((texts, k) => profile(texts, k))
	});
	await expect(page.getByRole('button', { name: 'Merge', exact: true })).toBeVisible();
	await expectOnlyText(page, 'changes of agents');
	await page.getByRole('button', { name: 'Merge', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Merge', exact: true })).toBeHidden();

	// How files are read: names of files and of columns, and texts for all rows.
	await goTo(page, 'Import');
	const kept = page.getByRole('region', { name: 'How files are read' }).first();
	await kept
		.getByRole('button', { name: /^Change/ })
		.first()
		.click();
	await expect(kept.getByRole('button', { name: 'Save how they are read' })).toBeVisible();
	await expectOnlyText(page, 'how files are read');

	// A workspace's name, as typed: it stands in the switcher, in titles, and in news of what was done.
	const short = all.filter((text) => text.length <= 80).slice(0, 5);
	for (const text of short) {
		await page
			.getByRole('button', { name: /^Workspace/ })
			.first()
			.click();
		await page.getByRole('menuitem', { name: 'New workspace…' }).click();
		await page.getByRole('textbox', { name: 'Name' }).fill(text);
		await page.getByRole('button', { name: 'Make workspace' }).click();
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(page.getByText(text).first()).toBeAttached();
		expect(await foreign(page), 'workspace').toEqual([]);
	}
	await page
		.getByRole('button', { name: /^Workspace/ })
		.first()
		.click();
	await expectOnlyText(page, 'workspaces');
	for (const screen of ['Overview', 'Plans', 'Import'] as const) {
		await goTo(page, screen);
		await expectOnlyText(page, screen);
	}

	// A reading, as typed: no text of it is kept.
	const readings = page.getByRole('region', { name: 'Meter readings' });
	await readings.getByLabel('Date').fill('2026-11-06');
	await readings.getByLabel('Credits used in the cycle').fill(all[1] ?? '');
	await readings.getByRole('button', { name: 'Add reading' }).click();
	await expectOnlyText(page, 'readings');
	expect(ran).toEqual([]);
});

/** A share link's fragment with any text in it: whoever sends one need not have used the product. */
function fragmentOf(content: object): string {
	const text = JSON.stringify({ format: 'drawdown-settings', version: 1, ...content });
	const packed = deflateRawSync(text, { level: 9 });
	return `#1.${xxh32(packed).toString(16).padStart(8, '0')}.${packed.toString('base64url')}`;
}

test('text of a share link is only ever text: on its own screen, refused, and kept as a workspace', async ({
	page,
	context
}) => {
	const ran = await watchScripts(context);
	const hostile = [`<img src=x onerror=alert(1)>`, `javascript:alert(1)`, ...all.slice(0, 60)];
	const name = (k: number) => hostile.slice(k * 6, k * 6 + 6).join(' ');
	const rates = { standard: 5, premium: 10 };
	const assumptions = {
		business: 'desk',
		from: '2026-12-01',
		interactions: { voiceStandard: 900, voicePremium: 100, chatStandard: 2_000, chatPremium: 0 },
		takenPercent: 80,
		messagesPerChat: 4,
		lengths: { kind: 'sample', seconds: [20, 61, 130] },
		weekdays: Array.from({ length: 7 }, () => 1),
		hours: Array.from({ length: 24 }, () => 1),
		months: Array.from({ length: 12 }, () => 1),
		uncertaintyPercent: 20
	};
	const plan = {
		rateCards: [
			{
				id: hostile[0],
				name: name(0),
				source: `javascript:alert(1) ${name(1)}`,
				effectiveFrom: '2026-01-01',
				rates: { chat: rates, voice: rates },
				voiceRounding: {},
				tiers: [
					{ includedCredits: 20_000, price: '390' },
					{ includedCredits: 60_000, price: '930' }
				],
				overagePricePerCredit: '0.02'
			}
		],
		contract: {
			tier: 60_000,
			overage: 'on',
			timeZone: 'UTC',
			currency: 'USD',
			oneOffFees: [{ name: name(2), amount: '1', date: '2026-12-01' }]
		},
		agents: [{ agent: name(3), entity: name(4), tags: { [name(5)]: name(6) } }],
		events: [{ name: hostile[0], kind: 'campaign', from: '2026-12-03', to: '2026-12-09', percent: 20 }],
		budgets: [{ of: 'agent', name: name(3), from: '2026-12-01', credits: 100 }],
		scenarios: [{ id: hostile[1], name: hostile[0], growthPercentPerMonth: 5 }],
		assumptions
	};

	// Refused by the name of what is wrong, which is the sender's own text.
	await page.goto(`/shared/${fragmentOf({ ...plan, [name(7)]: 1 })}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be opened');
	await expectOnlyText(page, 'refused link');

	await page.goto('/');
	await page.goto(`/shared/${fragmentOf(plan)}`);
	await expect(page.getByRole('slider', { name: 'Calls' })).toBeVisible();
	await expectOnlyText(page, 'shared plan');
	await page.getByRole('button', { name: 'Keep as a workspace' }).click();
	await expect(page.getByText('From assumptions, not from usage.')).toBeVisible();
	for (const screen of ['Plans', 'Forecast', 'Scenarios', 'Budgets', 'Settings'] as const) {
		await goTo(page, screen);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectOnlyText(page, `kept, ${screen}`);
	}
	await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror=alert(1)>');
	await page.goto('/proposal/');
	await page.getByLabel('Customer').fill(hostile[0] ?? '');
	await expect(page.getByText(`Prepared for ${hostile[0]}`)).toBeVisible();
	await expectOnlyText(page, 'proposal');
	expect(ran).toEqual([]);
});

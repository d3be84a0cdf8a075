import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CallsAsk, CallsFilter, CsvMarks, Settings } from '$lib/workers/api';
import { blobOf, CALL_COLUMNS, calls as callBatches, formatOf } from '$lib/workers/export';
import { Calls } from '$lib/workers/query/explore/calls';
import { cycleView } from '$lib/workers/query/cycle';
import { BlockCache } from '$lib/workers/query/blocks';
import { loadSource, type Usage } from '$lib/workers/query/usage';
import { ALL_ROWS, brushed } from '$lib/engine/explore/rows';
import { creditsOfUnits, NET2PHONE } from '$lib/engine/rating';
import type { Store } from '$lib/db';
import { entryFor } from '../support/rows';
import { sure } from '../support/sure';
import { canonicalFile, importFile, loadUsage, newStore, settingsWith } from '../support/usage';

const ask = (filter: Partial<CallsFilter> = {}, order: Partial<CallsAsk> = {}): CallsAsk => ({
	filter: { ...ALL_ROWS, ...filter },
	sort: 'time',
	descending: false,
	...order
});

interface Line {
	readonly minute: number;
	readonly voice: boolean;
	/** seconds or messages */
	readonly amount: number;
	readonly agent: string;
	readonly entity: string;
	readonly premium: boolean;
	readonly caseId: string;
}

const NOVEMBER = Date.UTC(2026, 10, 2, 14);
const AGENTS = ['Ava', 'Bo', 'Cy', ''];

/** A month of calls and chats, from a rule that anybody can follow. */
const LINES = Array.from({ length: 240 }, (_, k): Line => ({
	minute: k * 97 + (k % 3),
	voice: k % 5 !== 0,
	amount: k % 5 === 0 ? 1 + (k % 7) : (k * 37) % 300,
	agent: sure(AGENTS[k % 4]),
	entity: k % 3 === 0 ? 'Main line' : 'Sales',
	premium: k % 11 === 0,
	caseId: k % 6 === 0 ? `case ${k % 18}` : ''
}));

const csv = (lines: readonly Line[]) =>
	lines.map(
		({ minute, voice, amount, agent, entity, premium, caseId }) =>
			`,${new Date(NOVEMBER + minute * 60_000).toISOString()},,${voice ? 'voice' : 'chat'},` +
			`${premium ? 'premium' : 'standard'},${agent},${entity},${voice ? '' : amount},${voice ? amount : ''},${caseId},handled`
	);

/** Credits by the card as its page says it: started minutes at 10 or 20, messages at 2 or 4, nothing under 15 s. */
function creditsOf({ voice, amount, premium, agent }: Line): number {
	if (agent === 'Cy') return 0;
	if (!voice) return amount * (premium ? 4 : 2);
	return amount < 15 ? 0 : Math.max(1, Math.ceil(amount / 60)) * (premium ? 20 : 10);
}

const CARD = { ...NET2PHONE, voiceRounding: { ...NET2PHONE.voiceRounding, shortCallSeconds: 15 } };
const settings: Settings = settingsWith(
	{ tier: 20_000, rateCardId: CARD.id, timeZone: 'America/Toronto' },
	{ rateCards: [CARD], agents: [entryFor('Cy', { licence: 'unlimited' })] }
);

const total = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + creditsOf(line), 0);

describe('calls and chats', () => {
	let store: Store;
	let usage: Usage;
	const calls = new Calls();

	beforeAll(async () => {
		store = await newStore();
		// Two files, so that rows, names and cases of several layers meet.
		await importFile(store, settings, canonicalFile(csv(LINES.slice(0, 100)), 'first.csv'));
		await importFile(store, settings, canonicalFile(csv(LINES.slice(100)), 'second.csv'));
		usage = sure(await loadUsage(store, settings));
	});

	it('are all interactions, and draw what their cycle is said to have used', async () => {
		const view = await calls.list(usage.source, ask());
		expect([view.interactions, view.credits, view.summed]).toEqual([240, total(LINES), 0]);
		const cycle = await cycleView(usage, null, false);
		expect(view.credits).toBe(cycle.used);
		expect(view.interactions).toBe(cycle.interactions);
	});

	it.each([
		['of one agent', { agents: ['Ava'] }, ({ agent }: Line) => agent === 'Ava'],
		['of nobody', { agents: [''] }, ({ agent }: Line) => agent === ''],
		['of a name that is not there', { agents: ['Zoe'] }, () => false],
		[
			'of an entity, by phone',
			{ entities: ['Sales'], channel: 'voice' },
			({ entity, voice }: Line) => entity === 'Sales' && voice
		],
		['of a licence', { licence: 'unlimited' }, ({ agent }: Line) => agent === 'Cy'],
		['of the class', { class: 'premium' }, ({ premium }: Line) => premium],
		['that were short', { short: true }, ({ voice, amount }: Line) => voice && amount < 15],
		[
			'of two to three minutes',
			{ length: { from: 120, to: 180 } },
			({ voice, amount }: Line) => voice && amount >= 120 && amount < 180
		],
		['from 40 credits on', { credits: { from: 40, to: null } }, (line: Line) => creditsOf(line) >= 40]
	] as const)('%s are those that a plain count finds', async (_, filter, meant) => {
		const view = await calls.list(usage.source, ask(filter));
		const expected = LINES.filter(meant);
		expect([view.interactions, view.credits]).toEqual([expected.length, total(expected)]);
	});

	it('come a page at a time in the order that is asked for', async () => {
		const view = await calls.list(
			usage.source,
			ask({ channel: 'voice' }, { sort: 'credits', descending: true })
		);
		const expected = LINES.filter(({ voice }) => voice).sort(
			(a, b) => creditsOf(b) - creditsOf(a) || a.minute - b.minute
		);
		const page = sure(calls.page(view.list, 20, 15));
		expect(page.map(({ start, credits, agent, entity }) => ({ start, credits, agent, entity }))).toEqual(
			expected.slice(20, 35).map((line) => ({
				start: NOVEMBER + line.minute * 60_000,
				credits: creditsOf(line),
				agent: line.agent,
				entity: line.entity
			}))
		);
		expect(calls.page(view.list, view.interactions - 2, 50)).toHaveLength(2);
	});

	it('are not told of a list that another has taken the place of', async () => {
		const before = await calls.list(usage.source, ask());
		await calls.list(usage.source, ask({ channel: 'chat' }));
		expect(calls.page(before.list, 0, 5)).toBeNull();
		expect(await calls.explain(store.db, before.list, 0)).toBeNull();
	});

	it('are written to a file as the screen lists them: under its filter, in its order, row by row', async () => {
		const asked = ask({ entities: ['Sales'] }, { sort: 'credits', descending: true });
		const view = await calls.list(usage.source, asked);
		const counts: number[] = [];
		const { write } = formatOf('json');
		const blob = await blobOf(
			write(
				CALL_COLUMNS,
				callBatches(usage, asked, (count) => void counts.push(count))
			),
			''
		);
		const written = JSON.parse(await blob.text()) as Record<string, unknown>[];
		expect(counts.reduce((sum, count) => sum + count)).toBe(view.interactions);
		expect(written).toEqual(
			sure(calls.page(view.list, 0, view.interactions)).map((row) => ({
				started_at: new Date(row.start).toISOString(),
				channel: row.channel,
				class: row.premium ? 'premium' : 'standard',
				licence: row.licence,
				agent: row.agent || null,
				entity: row.entity,
				messages: row.channel === 'chat' ? row.quantity : null,
				duration_seconds: row.channel === 'voice' ? row.quantity / 1_000 : null,
				billable_seconds: row.channel === 'voice' ? row.billableSeconds : null,
				short_call: row.short ? 'yes' : null,
				credits: row.credits
			}))
		);
		expect(written.reduce((sum, { credits }) => sum + (credits as number), 0)).toBe(view.credits);
	});

	it('are written for spreadsheets of other locales and for the clipboard with their marks', async () => {
		const asked = ask({ agents: ['Ava'] }, { descending: true });
		const lines = async (marks: CsvMarks) => {
			const { write } = formatOf(marks);
			const text = await (await blobOf(write(CALL_COLUMNS, callBatches(usage, asked)), '')).text();
			return text.split('\r\n').map((line) => line.split(marks.separator));
		};
		const pasted = await lines({ separator: '\t', decimal: '.', marked: false });
		const excel = await lines({ separator: ';', decimal: ',', marked: true });
		expect(pasted[0]).toEqual(CALL_COLUMNS.map(({ name }) => name));
		expect(pasted).toHaveLength(LINES.filter(({ agent }) => agent === 'Ava').length + 2);
		// A blob's text has no byte order mark any more.
		expect(excel.flat()).toEqual(
			pasted.flat().map((cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell))
		);
	});

	it('are explained one by one: their balances follow each other down to what is left of the plan', async () => {
		const view = await calls.list(usage.source, ask());
		let left = 20_000;
		for (const [k, line] of LINES.toSorted((a, b) => a.minute - b.minute).entries()) {
			const told = sure(await calls.explain(store.db, view.list, k));
			const { row, balance, rate, card, outcome } = told;
			expect(outcome).toBe('handled');
			expect(row.credits).toBe(creditsOf(line));
			if (row.channel === 'voice') expect((row.billableSeconds / 60) * rate).toBe(told.credits);
			else expect(row.quantity * rate).toBe(told.credits);
			expect(row.short).toBe(line.voice && line.amount < card.rounding.shortCallSeconds);
			if (line.agent === 'Cy') {
				expect([row.licence, balance]).toEqual(['unlimited', null]);
				continue;
			}
			expect(balance).toMatchObject({ before: left, after: left - creditsOf(line), overage: 0, unserved: 0 });
			left -= creditsOf(line);
		}
		expect(left).toBe(20_000 - total(LINES));
	});

	it('name the file and line they came from, and the others of their case, in whatever file those are', async () => {
		const view = await calls.list(usage.source, ask({ agents: ['Ava'], entities: ['Main line'] }));
		const own = LINES.filter(({ agent, entity }) => agent === 'Ava' && entity === 'Main line');
		const k = own.findIndex(({ caseId }) => caseId !== '');
		const line = sure(own[k]);
		const told = sure(await calls.explain(store.db, view.list, k));
		expect(told.file).toEqual({ name: 'first.csv', line: LINES.indexOf(line) + 2 });
		const mates = LINES.filter(({ caseId }) => caseId === line.caseId).filter((one) => one !== line);
		expect(told.others.count).toBe(mates.length);
		expect(told.others.rows.map(({ start }) => start)).toEqual(
			mates.slice(0, 20).map(({ minute }) => NOVEMBER + minute * 60_000)
		);
	});

	it('are brushed by the bins of a picture: each brush is what the list then counts', async () => {
		const filter = { ...ALL_ROWS, channel: 'voice' as const };
		const view = await calls.brush(usage.source, filter, 'agent');
		expect(new Set(view.agents.names)).toEqual(new Set(AGENTS));
		for (const [bin, name] of view.agents.names.entries()) {
			const sums = brushed(view.tables.agent, [{ from: bin, to: bin + 1 }]);
			const list = await calls.list(usage.source, ask({ channel: 'voice', agents: [name] }));
			expect([sums.interactions[0], creditsOfUnits(sure(sums.units[0]))]).toEqual([
				list.interactions,
				list.credits
			]);
		}
	});

	it('of a stretch of time are read from its blocks alone, and are the lines that all rows give', async () => {
		const stretch = { from: NOVEMBER + sure(LINES[130]).minute * 60_000, to: null };
		const wanted = ask({ time: stretch, agents: ['Ava'] }, { sort: 'length', descending: true });
		const early = new Calls();
		const reading = vi.spyOn(usage.cache, 'get');
		const view = await early.list(usage.source, wanted);
		expect(reading).toHaveBeenCalledTimes(1);
		reading.mockRestore();
		const page = early.page(view.list, 0, 100);
		const told = await early.explain(store.db, view.list, 3);

		await calls.brush(usage.source, ALL_ROWS, 'time');
		const late = await calls.list(usage.source, wanted);
		expect([view.interactions, view.credits]).toEqual([late.interactions, late.credits]);
		expect(page).toEqual(calls.page(late.list, 0, 100));
		expect(sure(told).balance).not.toBeNull();
		expect(told).toEqual(await calls.explain(store.db, late.list, 3));
	});

	it.each(['time', 'length', 'credits'] as const)(
		'by %s have the same first lines whether more of them are looked at or not',
		async (sort) => {
			for (const descending of [true, false]) {
				const view = await calls.list(usage.source, ask({}, { sort, descending }));
				const first = calls.page(view.list, 0, 30);
				// More than are picked out: all are put in order.
				const all = sure(calls.page(view.list, 0, 2_000));
				expect(all).toHaveLength(240);
				expect(first).toEqual(all.slice(0, 30));
				expect(calls.page(view.list, 100, 20)).toEqual(all.slice(100, 120));
			}
		}
	);

	it('of the latest days are read ahead, so that a list of them reads no block anew', async () => {
		const cache = new BlockCache(store.db);
		const source = sure(await loadSource(store.db, cache, settings));
		const early = new Calls();
		await early.readAhead(source);
		const read = cache.reads;
		expect(read).toBeGreaterThan(0);
		await early.list(source, ask({ time: { from: source.last - 86_400_000, to: null } }));
		expect(cache.reads).toBe(read);
	});

	it('are not held twice: blocks that all rows were gathered from are not kept besides', async () => {
		const cache = new BlockCache(store.db);
		const source = sure(await loadSource(store.db, cache, settings));
		const once = new Calls();
		await once.list(source, ask());
		const read = cache.reads;
		expect(read).toBeGreaterThan(0);
		once.leave();
		await once.list(source, ask());
		expect(cache.reads).toBe(2 * read);
	});

	it('are listed before any cube is read, which the reason of a line asks for', async () => {
		const source = sure(await loadSource(store.db, new BlockCache(store.db), settings));
		const making = vi.spyOn(source, 'usage');
		const early = new Calls();
		const view = await early.list(source, ask());
		await early.brush(source, ALL_ROWS, 'time');
		expect(early.page(view.list, 0, 240)).toHaveLength(240);
		expect(making).not.toHaveBeenCalled();
		expect(sure(await early.explain(store.db, view.list, 0)).balance).not.toBeNull();
		expect(making).toHaveBeenCalled();
	});

	it('are let go of when nobody looks at them, and gathered again when somebody does', async () => {
		const view = await calls.list(usage.source, ask());
		calls.leave();
		expect(calls.page(view.list, 0, 1)).toBeNull();
		expect((await calls.list(usage.source, ask())).interactions).toBe(240);
	});
});

import { expose, transfer } from 'comlink';
import type { ExploreApi, MonthlyTable } from './api';
import { CHANGES, type StorageChange } from './changes';
import { answering, ofStorage } from './failure';
import type { Stretch } from '../engine/explore/rows';
import { assumedCard } from './query/assumed';
import { assumedOffers, offersUsage, READINGS_OFFERS } from './query/offers';
import { fresh, freshSource, open, openedStore } from './query/opened';
import { usageView } from './query/explore/agents';
import { Calls } from './query/explore/calls';
import { stretchOf } from './query/explore/gathered';
import { invoiceView } from './query/explore/invoice';
import { ledgerStatement } from './query/explore/ledgerStatement';
import { showbackView } from './query/explore/showback';
import { historyView } from './query/explore/history';
import { anomaliesView } from './query/explore/anomalies';
import { wasteView } from './query/explore/waste';
import { monthlyCheck } from './query/explore/monthly';
import { readMonthlyFile } from './monthly/read';
import { changeTables, readTables, sharedWith, summaryOf, withTable } from './monthly/tables';
import './wire';

/** Usage with its rows; null where readings or assumptions are all there is. */
async function rows() {
	const { db, settings, usage } = await fresh();
	return usage && !settings.assumptions ? { db, usage } : null;
}

/** Where calls and chats one by one are read from: they wait for no cube. `within`: those of that time are asked for. */
async function source(within: Stretch | null = null) {
	const known = await freshSource(within);
	return known.settings.assumptions ? null : known.source;
}

const calls = new Calls();
/** a list has been asked for: it would only wait for what is read ahead */
let listing = false;

const changes = new BroadcastChannel(CHANGES);
/** Rows of a monthly table that are shown before it is kept. */
const SHOWN = 12;
/** by digest: monthly tables that were taken away, and where they stood */
const removed = new Map<string, { readonly table: MonthlyTable; readonly place: number }>();

/** Changes the monthly tables; every tab hears of it. */
async function changeMonthly(change: Parameters<typeof changeTables>[1]): Promise<void> {
	const store = await openedStore();
	const revision = await changeTables(store, change);
	changes.postMessage({ workspace: store.workspace.id, revision } satisfies StorageChange);
}

const api: ExploreApi = {
	async open(workspace) {
		calls.leave();
		await open(workspace);
	},
	async readAhead() {
		const known = await source();
		if (known && !listing) await calls.readAhead(known);
	},
	async usage(start, channel) {
		const known = await rows();
		return known && usageView(known.db, known.usage, start, channel);
	},
	async usageHistory(by) {
		const known = await rows();
		return known && historyView(known.usage, by);
	},
	async calls(ask, lines) {
		listing = true;
		const known = await source(stretchOf(ask.filter.time));
		if (!known) return null;
		const list = await calls.list(known, ask);
		return { ...list, first: calls.page(list.list, 0, lines) ?? [] };
	},
	async callsPage(list, first, count) {
		return calls.page(list, first, count);
	},
	async explainCall(list, line) {
		const known = await rows();
		return known && calls.explain(known.db, list, line);
	},
	async brushCalls(filter, active) {
		const known = await source();
		const brush = known && (await calls.brush(known, filter, active));
		const tables = Object.values(brush?.tables ?? {});
		return transfer(
			brush,
			tables.flatMap(({ interactions, units, rounding }) => [
				interactions.buffer,
				units.buffer,
				rounding.buffer
			])
		);
	},
	async leaveCalls() {
		calls.leave();
	},
	async ledger(start, plan) {
		const known = await rows();
		return known && ledgerStatement(known.usage, start, plan);
	},
	async invoice(ask) {
		const known = await rows();
		return known && invoiceView(known.usage, ask);
	},
	async showback(start, by) {
		const known = await rows();
		return known && showbackView(known.usage, start, by);
	},
	async anomalies() {
		const known = await rows();
		return known && anomaliesView(known.usage);
	},
	async waste() {
		const known = await rows();
		return known && wasteView(known.usage);
	},
	async readMonthly(...file) {
		const { reading, table, unread } = await readMonthlyFile(...file);
		const { tables } = await readTables((await openedStore()).db);
		return {
			...reading,
			rows: table.rows.slice(0, SHOWN),
			summary: summaryOf(table),
			unread,
			shared: sharedWith(table.rows, tables),
			here: tables.find(({ digest }) => digest === table.digest)?.name ?? null
		};
	},
	async keepMonthly(...file) {
		const { table } = await readMonthlyFile(...file);
		await changeMonthly((tables) => withTable(tables, table));
	},
	removeMonthly: (digest) =>
		changeMonthly((tables) => {
			const place = tables.findIndex((one) => one.digest === digest);
			const table = tables[place];
			if (table) removed.set(digest, { table, place });
			return tables.filter((one) => one !== table);
		}),
	async restoreMonthly(digest) {
		const back = removed.get(digest);
		if (back) await changeMonthly((tables) => withTable(tables, back.table, back.place));
	},
	async monthlyCheck(channel, wanted) {
		const { db, usage } = await fresh();
		return monthlyCheck(db, usage, (await readTables(db)).tables, channel, wanted);
	},
	async offers() {
		const { usage, settings } = await fresh();
		const { otherCards, assumptions } = settings;
		if (otherCards.length === 0) return null;
		if (assumptions) return assumedOffers(assumptions, assumedCard(settings, assumptions), otherCards);
		if (usage) return offersUsage(usage, otherCards);
		return settings.readings.length > 0 ? READINGS_OFFERS : null;
	}
};

expose(answering(api, ofStorage));

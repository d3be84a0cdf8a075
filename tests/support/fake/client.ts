import { budgets } from '$lib/workers/jobs/budgets';
import { offers } from '$lib/workers/jobs/offers';
import { plans } from '$lib/workers/jobs/plans';
import { scenario } from '$lib/workers/jobs/scenario';
import type { Client } from '$lib/client/client';
import {
	createImport,
	headerFingerprint,
	identify,
	preview,
	propose,
	sniff,
	SNIFF_BYTES,
	type ReadingResult
} from '$lib/engine/ingest';
import { monthlyColumns } from '$lib/engine/ingest/monthlyColumns';
import { NET2PHONE, PRESETS } from '$lib/engine/rating/cards';
import type { LayerView, MonthlyTable, Revised, Settings, SharedRows, Workspace } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import { textOf } from '$lib/workers/jobs/import';
import { readMonthlyFile } from '$lib/workers/monthly/read';
import { sharedWith, summaryOf, withTable } from '$lib/workers/monthly/tables';
import { monthlyCheck } from '$lib/workers/query/explore/monthly';
import { convertText } from '$lib/workers/read/encoded';
import { convertJson } from '$lib/workers/read/json';
import { convertParquet } from '$lib/workers/read/parquet';
import { unpack } from '$lib/workers/read/unpack';
import { convertWorkbook } from '$lib/workers/read/workbook';
import { defaultSettings } from '$lib/workers/settings/defaults';
import { withoutProfile, withProfile } from '$lib/workers/settings/document';
import { previewSettings, settingsOf, writeSettings } from '$lib/workers/settings/file';
import { readRegister } from '$lib/workers/settings/registerFile';
import { zoneTable } from '$lib/workers/zone';
import { AS_OF, november, TORONTO } from '../november';

/** Hashes are the same in every test. */
const HASH_KEY = new Uint8Array(32);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Where the fake keeps sums before: October 2026 began, in Toronto. */
const RETAINED_FROM = Date.UTC(2026, 9, 1, 4);

const NO_REPAIR = { rebuilt: [], documents: 0, lost: [], workspaces: 0 };

interface FakeWorkspace extends Workspace {
	settings: Revised<Settings>;
	layers: LayerView[];
	monthly?: readonly MonthlyTable[];
}

export interface FakeOptions {
	/** two imported files at the start; default: an empty workspace */
	readonly filled?: boolean;
	/** called before a staged file is finished; a test can make it wait or fail */
	readonly whileStaging?: (file: File) => Promise<void>;
	/** other files hold the days of a file of sums */
	readonly besideSums?: boolean;
	/** called before a file is made into text */
	readonly whileConverting?: (file: File) => Promise<void>;
	/** rows of a staged file that others have, too */
	readonly shared?: SharedRows | null;
	/** the folder that was picked for backups */
	readonly backupFolder?: FileSystemDirectoryHandle | null;
	/** where agents seem to have been stopped */
	readonly proposedStops?: readonly { readonly from: number; readonly to: number }[];
	/** called while a backup is made or restored */
	readonly whileArchiving?: () => Promise<void>;
}

/** Rejects when the signal is aborted. */
const abortion = (signal: AbortSignal): Promise<never> =>
	new Promise((_, reject) => {
		const cancel = () => reject(new AppError('cancelled'));
		if (signal.aborted) cancel();
		else signal.addEventListener('abort', cancel, { once: true });
	});

/**
 * A client without workers or storage, for looking at screens and for tests of what stands above it. Files are read by
 * the real engine; whatever is imported, the figures are those of `november()`.
 */
export function fakeClient({
	filled = false,
	whileStaging,
	besideSums = false,
	whileConverting,
	shared = null,
	whileArchiving,
	backupFolder = null,
	proposedStops = []
}: FakeOptions = {}): Client & {
	/** what was called, with its first arguments */
	readonly calls: string[];
	/** another tab changes the settings */
	changeElsewhere(change: (settings: Settings) => Settings): void;
} {
	const calls: string[] = [];
	const listeners = new Set<(change: { workspace: string; revision: number }) => void>();
	const tick = () => new Promise<void>((resolve) => setTimeout(resolve));
	const blank = (): Settings => ({
		...defaultSettings(NET2PHONE),
		contract: { ...defaultSettings(NET2PHONE).contract, tier: 60_000 }
	});
	const november26 = november();
	const layer = (
		id: string,
		name: string,
		interactions: number,
		more: Partial<LayerView> = {}
	): LayerView => ({
		id,
		name,
		sample: false,
		interactions,
		leftOut: 0,
		first: AS_OF - 15 * 86_400_000,
		last: AS_OF,
		coverage: { from: november26.view.cycle.start, to: AS_OF },
		durations: ['Talk time'],
		ratedDuration: 0,
		bytes: 4_100_000,
		byDay: false,
		again: true,
		...more
	});
	let workspaces: FakeWorkspace[] = [
		{
			id: 'first',
			name: filled ? 'Laval Clinic' : '',
			sample: false,
			settings: { revision: 1, value: blank() },
			layers: filled
				? [
						layer('a', 'calls-november.csv', 38_203, {
							leftOut: 1,
							durations: ['Talk time', 'Billed minutes'],
							ratedDuration: 0
						}),
						layer('b', 'chats-november.csv', 7_415)
					]
				: []
		}
	];
	let open = 'first';
	let next = 1;
	let removedMonthly: readonly MonthlyTable[] = [];
	let folder = backupFolder;
	const backups = new Map<string, number>();
	const staged = new Map<string, LayerView>();
	const digests = new Map<string, string>();
	const digestOf = new Map<string, string>();
	const replaced = new Map<string, string | null>();

	const removedWorkspaces = new Map<string, FakeWorkspace>();
	const removedLayers = new Map<string, LayerView>();
	const find = (id: string): FakeWorkspace => {
		const found = workspaces.find((workspace) => workspace.id === id);
		if (!found) throw new AppError('storageBroken');
		return found;
	};
	const change = (id: string, by: (workspace: FakeWorkspace) => Partial<FakeWorkspace>) => {
		workspaces = workspaces.map((one) => (one.id === id ? { ...one, ...by(one) } : one));
		for (const listener of listeners) listener({ workspace: id, revision: 0 });
	};
	const plain = ({ id, name, sample }: FakeWorkspace): Workspace => ({ id, name, sample });
	const start = async (name: string) => {
		calls.push(name);
		await tick();
	};

	return {
		calls,
		changeElsewhere(by) {
			change(open, ({ settings }) => ({
				settings: { revision: settings.revision + 1, value: by(settings.value) }
			}));
		},
		data: {
			async workspaces() {
				return workspaces.map(plain);
			},
			async open(id) {
				await start('open');
				open = find(id ?? open).id;
				return { workspace: plain(find(open)), repair: NO_REPAIR, revision: 1 };
			},
			secure: async () => ({ copies: 'two', revision: 1 }),
			check: async () => NO_REPAIR,
			trash: async () => ({ layers: 0, bytes: 0, workspaces: 0 }),
			emptyTrash: async () => undefined,
			async restoreWorkspace(id) {
				const back = removedWorkspaces.get(id);
				if (back) workspaces = [...workspaces, back];
			},
			async createWorkspace(name, sample) {
				const id = `workspace-${next++}`;
				workspaces = [
					...workspaces,
					{ id, name, sample, settings: { revision: 0, value: blank() }, layers: [] }
				];
				return plain(find(id));
			},
			async renameWorkspace(id, name) {
				change(id, () => ({ name }));
			},
			async removeWorkspace(id) {
				removedWorkspaces.set(id, find(id));
				workspaces = workspaces.filter((workspace) => workspace.id !== id);
				if (workspaces.length === 0) open = (await this.createWorkspace('', false)).id;
				else if (open === id) open = workspaces[0]?.id ?? '';
			},
			lastBackup: async (id) => backups.get(id) ?? null,
			noteBackup: async (id, at) => void backups.set(id, at),
			backupFolder: async () => folder,
			async setBackupFolder(picked) {
				folder = picked;
			},
			presets: async () => PRESETS,
			settings: async (id) => find(id).settings,
			async saveSettings(id, value, basedOn) {
				await start('saveSettings');
				if (find(id).settings.revision !== basedOn) throw new AppError('conflict');
				const settings = { revision: basedOn + 1, value };
				change(id, () => ({ settings }));
				return settings;
			},

			async identify(file) {
				await start(`identify ${file.name}`);
				const bytes = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
				const found = identify(bytes, file.name, bytes.length >= file.size);
				if (found.kind === 'refused') throw new AppError(found.refusal.code, found.refusal.params);
				return found.form;
			},
			async sniff(table, choice) {
				const { name } = table.file;
				await start(`sniff ${name}`);
				const text = textOf(table);
				const bytes = new Uint8Array(await text.slice(0, SNIFF_BYTES).arrayBuffer());
				const result = sniff(bytes, name, text.size, decode, table.converted?.numbering, choice);
				if (result.kind === 'refused') throw new AppError(result.refusal.code, result.refusal.params);
				const { sniffed } = result;
				return {
					sniffed,
					fingerprint: headerFingerprint(sniffed),
					proposal: propose(sniffed),
					monthly: monthlyColumns(sniffed.header)
				};
			},
			async preview(_, table, sniffed, mapping) {
				await start('preview');
				const bytes = new Uint8Array(await textOf(table).slice(0, SNIFF_BYTES).arrayBuffer());
				const options = {
					mapping,
					layout: sniffed.layout,
					header: sniffed.header,
					zone:
						mapping.zone === 'offset' || mapping.zone === null ? null : zoneTable(mapping.zone, AS_OF, AS_OF),
					contractZone: TORONTO,
					decode,
					key: HASH_KEY
				};
				const { rows, reports } = preview(bytes, true, options, 12);
				return {
					rows: rows.map((row) => ({
						...row,
						credits: row.channel === 'voice' ? Math.ceil(row.quantity / 60_000) * 10 : row.quantity * 2
					})),
					problems: reports.problems.slice(0, 12)
				};
			},
			async commit(id, token, { changed, profile }) {
				await start(changed ? `commit ${token} ${changed}` : `commit ${token}`);
				const made = staged.get(token);
				if (!made) throw new AppError('unexpected');
				digests.set(`${id} ${digestOf.get(token)}`, token);
				for (const one of find(id).layers) if (one.id === replaced.get(token)) removedLayers.set(one.id, one);
				change(id, ({ layers, settings: { revision, value } }) => ({
					layers: [...layers.filter((one) => one.id !== replaced.get(token)), made],
					settings: profile
						? { revision: revision + 1, value: withProfile(value, profile) }
						: { revision, value }
				}));
				return made;
			},
			async discard(_, token) {
				await start(`discard ${token}`);
				staged.delete(token);
			},
			layers: async (id) => find(id).layers,
			async takeBack(id, { layer, instead, profile }) {
				await start('takeBack');
				const back = removedLayers.get(layer);
				if (!back || find(id).layers.every((one) => one.id !== instead)) return false;
				change(id, ({ layers, settings: { revision, value } }) => ({
					layers: layers.map((one) => (one.id === instead ? back : one)),
					settings: { revision: revision + 1, value: profile ? withoutProfile(value, profile) : value }
				}));
				return true;
			},
			async removeLayer(id, which) {
				await start('removeLayer');
				for (const layer of find(id).layers) if (layer.id === which) removedLayers.set(which, layer);
				change(id, ({ layers }) => ({ layers: layers.filter((one) => one.id !== which) }));
			},
			async restoreLayer(id, which) {
				await start('restoreLayer');
				const back = removedLayers.get(which);
				if (back) change(id, ({ layers }) => ({ layers: [...layers, back] }));
				return back !== undefined;
			},
			async setRatedDuration(id, which, index) {
				change(id, ({ layers }) => ({
					layers: layers.map((one) => (one.id === which ? { ...one, ratedDuration: index } : one))
				}));
			},
			async setCoverage(id, which, from, to) {
				change(id, ({ layers }) => ({
					layers: layers.map((one) => (one.id === which ? { ...one, coverage: { from, to } } : one))
				}));
			},
			keepFile: async (_, which, { name }) => start(`keepFile ${which} ${name}`),
			keptFile: async () => null,
			storeCubes: async () => undefined
		},
		query: {
			monthlyTables: async () => (find(open).monthly ?? []).map(summaryOf),
			past: async () => null,
			smallPrint: async () => null,
			entityHours: async () => null,
			open: async () => undefined,
			async cycle() {
				await tick();
				const { layers, settings } = find(open);
				if (layers.length === 0 && settings.value.readings.length === 0) return null;
				const { view } = november26;
				const sample = layers.some((one) => one.sample);
				return {
					...view,
					context: { ...view.context, sample },
					readings: settings.value.readings.map((reading) => ({ ...reading, byRows: 33_770 }))
				};
			},
			forecastInput: async () => november26.input,
			scenario: async () => null,
			proposedStops: async () => proposedStops,
			assumptionsOfUsage: async () => null,
			assumed: async () => null,
			async budgetUsage(scopes) {
				await tick();
				if (find(open).layers.length === 0) return null;
				return november26.budgetUsage(scopes);
			},
			report: async () => '{}',
			rebuiltCubes: async () => []
		},
		explore: {
			readAhead: async () => undefined,
			offers: async () => null,
			usage: async () => null,
			usageHistory: async () => null,
			calls: async () => null,
			callsPage: async () => null,
			explainCall: async () => null,
			brushCalls: async () => null,
			leaveCalls: async () => undefined,
			ledger: async () => null,
			invoice: async () => null,
			showback: async () => null,
			anomalies: async () => null,
			waste: async () => null,
			async readMonthly(...file) {
				const { reading, table, unread } = await readMonthlyFile(...file);
				const tables = find(open).monthly ?? [];
				return {
					...reading,
					...{ summary: summaryOf(table), unread, shared: sharedWith(table.rows, tables) },
					here: tables.find(({ digest }) => digest === table.digest)?.name ?? null
				};
			},
			async keepMonthly(...file) {
				const { table } = await readMonthlyFile(...file);
				await start(`keepMonthly ${table.name}`);
				change(open, ({ monthly = [] }) => ({ monthly: withTable(monthly, table) }));
			},
			async removeMonthly(digest) {
				change(open, ({ monthly = [] }) => {
					removedMonthly = monthly;
					return { monthly: monthly.filter((table) => table.digest !== digest) };
				});
			},
			restoreMonthly: async () => change(open, () => ({ monthly: removedMonthly })),
			async monthlyCheck(channel, wanted) {
				await start(`monthlyCheck ${channel} ${wanted}`);
				return monthlyCheck(null as never, null, find(open).monthly ?? [], channel, wanted);
			}
		},
		exports: {
			table: async () => new Blob([]),
			register: async () => new Blob([]),
			interactions: async () => null,
			calls: async () => null,
			focus: async () => null
		},
		compute: {
			forecast: async () => november26.forecast,
			forecastOf: async () => november26.forecast,
			outlook: async () => null,
			plans: async (input, ask) => plans(input, ask),
			offers: async (input, ask) => offers(input, ask),
			schedule: async () => null,
			term: async () => null,
			budgets: async (input, asks) => budgets(input, asks),
			pastChoices: async () => [],
			scenario: async (input, ask) => scenario(input, ask),
			async sample() {
				await start('sample');
				const text =
					'started_at,channel,class,agent,messages,duration_seconds\n2026-11-03T08:59:00Z,voice,standard,Reception,,134\n';
				return new TextEncoder().encode(text).buffer;
			}
		},
		archive: {
			exportSettings: async (id) => writeSettings(find(id).settings.value),
			readSettings: async (text) => settingsOf(text, blank()),
			readRegister: async (file) => readRegister(new Uint8Array(await file.arrayBuffer())),
			previewSettings: async (id, text) => previewSettings(text, find(id).settings.value, blank()),
			importSums: async (_, { name }, anyway) =>
				anyway || !besideSums
					? { kind: 'done', revision: 1, interactions: 5, from: AS_OF, to: AS_OF + 86_400_000 }
					: { kind: 'beside', files: [`not ${name}`] },
			readAgain: async (_, which, file) =>
				digestOf.get(which) === (await file.text()) ? { mapping: null, reading: null } : null,
			needsPassphrase: async (file) => (await file.text()).startsWith('locked'),
			retentionPlan: async (id, months) =>
				months > 12
					? { cut: RETAINED_FROM, files: 0, interactions: 0, first: null, bytes: 0 }
					: {
							cut: RETAINED_FROM,
							files: find(id).layers.length,
							interactions: 38_203,
							first: RETAINED_FROM - 90 * 86_400_000,
							bytes: 4_100_000
						},
			forgetPlan: async (id, text) =>
				text === 'Ada'
					? {
							files: find(id).layers.map(({ name }, k) => ({ name, interactions: 1_204, coded: 1_204 * k })),
							entries: 1,
							code: 'c0de'
						}
					: null,
			async forget(_, text, { signal, onProgress }) {
				await start(`forget ${text}`);
				onProgress(0.4);
				await Promise.race([whileArchiving?.(), abortion(signal)]);
			},
			async retain(id, months, { signal, onProgress }) {
				await start(`retain ${months}`);
				onProgress(0.4);
				await Promise.race([whileArchiving?.(), abortion(signal)]);
				change(id, ({ layers }) => ({ layers: layers.map((one) => ({ ...one, byDay: true })) }));
			},
			async backup(id, passphrase, { signal, onProgress }) {
				await start(`backup ${id} ${passphrase}`);
				onProgress({ phase: 'packing', done: 19_000, total: 38_203 });
				await Promise.race([whileArchiving?.(), abortion(signal)]);
				return new Blob([passphrase === null ? 'open' : `locked ${passphrase}`]);
			},
			async restore(file, passphrase, { signal, onProgress }) {
				await start(`restore ${passphrase}`);
				onProgress({ phase: 'checking', done: file.size / 2, total: file.size });
				await Promise.race([whileArchiving?.(), abortion(signal)]);
				const [kind, word] = (await file.text()).split(' ');
				if (kind !== 'open' && kind !== 'locked') throw new AppError('backupNot');
				if (kind === 'locked' && word !== passphrase)
					throw new AppError('backupPassphrase', { given: passphrase === null ? 0 : 1 });
				const id = `workspace-${next++}`;
				const restored = { id, name: 'Acme', sample: false };
				workspaces = [
					...workspaces,
					{
						...restored,
						settings: { revision: 1, value: blank() },
						layers: [layer('c', 'calls.csv', 38_203)]
					}
				];
				return { ...restored, layers: 1, interactions: 38_203 };
			}
		},
		readers: {
			async unpack(file, kind, { onProgress }) {
				await start(`unpack ${file.name}`);
				return unpack(file, kind, onProgress);
			},
			async convert(file, form, { encoding, sheet }, { signal, onProgress }) {
				await start(`convert ${file.name}`);
				await Promise.race([whileConverting?.(file), abortion(signal)]);
				switch (form.kind) {
					case 'workbook':
						return convertWorkbook(file, sheet, onProgress);
					case 'parquet':
						return convertParquet(file, onProgress);
					case 'json':
						return convertJson(file, encoding ?? form.encoding, sheet, onProgress);
					default:
						return convertText(file, encoding ?? form.encoding, onProgress);
				}
			}
		},
		async stage(id, table, sniffed, { mapping, sample, replaces }, { signal, onProgress }) {
			const { file } = table;
			await start(`stage ${file.name}`);
			onProgress({ phase: 'reading', rows: 412_000, bytes: file.size * 0.41, totalBytes: file.size });
			await Promise.race([whileStaging?.(file), abortion(signal)]);
			const bytes = new Uint8Array(await textOf(table).arrayBuffer());
			const usage = createImport({
				mapping,
				layout: sniffed.layout,
				header: sniffed.header,
				zone:
					mapping.zone === 'offset' || mapping.zone === null ? null : zoneTable(mapping.zone, AS_OF, AS_OF),
				contractZone: TORONTO,
				decode,
				key: HASH_KEY,
				onBlock: () => undefined
			});
			const refusal = usage.push(bytes);
			const result: ReadingResult = refusal
				? { kind: 'refused', refusal, reports: usage.finish().reports }
				: usage.finish();
			if (result.kind === 'refused') {
				const every = result.refusal.code === 'noRows' && result.reports.problems.length > 0;
				throw new AppError(every ? 'noUsableRow' : result.refusal.code, result.refusal.params);
			}
			const { summary, reports } = result;
			const token = `layer-${next++}`;
			const digest = decode(bytes);
			digestOf.set(token, digest);
			replaced.set(token, replaces);
			staged.set(
				token,
				layer(token, file.name, summary.kept, {
					sample,
					leftOut: summary.leftOut + summary.excluded,
					first: summary.firstStart,
					last: summary.lastStart,
					coverage: summary.coverage,
					bytes: file.size
				})
			);
			const same = digests.get(`${id} ${digest}`);
			return {
				token,
				fileName: file.name,
				interactions: summary.kept,
				problemCount: summary.leftOut,
				problems: reports.problems,
				notices: Object.fromEntries(reports.noticeCounts),
				excluded: Object.fromEntries(reports.excluded),
				joined: summary.joined,
				doubts: reports.doubts,
				first: summary.firstStart,
				last: summary.lastStart,
				months: (['voice', 'chat'] as const).flatMap((channel) =>
					summary[channel].interactions > 0
						? [
								{
									start: november26.view.cycle.start,
									channel,
									interactions: summary[channel].interactions,
									quantity: 60_000,
									credits: 10
								}
							]
						: []
				),
				alreadyHere: find(id).layers.find((one) => one.id === same && same !== replaces) ?? null,
				shared
			};
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => listeners.clear()
	};
}

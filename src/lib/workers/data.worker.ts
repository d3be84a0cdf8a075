import { expose } from 'comlink';
import { readyLayers, storeCubes, updateLayer, writeDocument, type LayerRecord } from '../db';
import { headerFingerprint, identify, sniff, SNIFF_BYTES } from '../engine/ingest';
import { monthlyColumns } from '../engine/ingest/monthlyColumns';
import { PRESETS } from '../engine/rating';
import type { DataApi, LayerView, ReadingProfile, Settings } from './api';
import { CHANGES, type StorageChange } from './changes';
import { coverageOf } from './coverage';
import { openDoor, type Door } from './door/door';
import { startWorker } from './door/worker';
import { AppError } from './errors';
import { answering } from './failure';
import { ensureHere } from './jobs/ensureHere';
import { asWriter } from './jobs/locks';
import { commitStaged, refused, stageImport, textOf, type Staged } from './jobs/import';
import { previewFile } from './jobs/preview';
import { explained } from './jobs/room';
import { proposeFor } from './jobs/survey';
import { clear } from './jobs/sweep';
import { takeBack } from './jobs/takeBack';
import { Workspaces } from './jobs/workspaces';
import { decode } from './query/layers';
import type { SealApi } from './sealApi';
import { precedenceBeside, sharedRows } from './overlaps';
import { blankSettings, readSettings, SETTINGS, settingsOfJson, withProfile } from './settings/document';
import './wire';
import { zoneTable } from './zone';

const workspaces = new Workspaces();
const store = (workspace: string) => workspaces.store(workspace);
const staged = new Map<string, Staged>();
const cancelled = new Set<string>();
/** by job: the worker that seals what it reads */
const sealers = new Map<string, Door<SealApi>>();
/** one that waits for a job */
let prepared: Door<SealApi> | null = null;
/** where its script is, as the page has said */
let sealUrl = '';
const newSealer = () => openDoor<SealApi>(() => startWorker(sealUrl, 'seal'));
const changes = new BroadcastChannel(CHANGES);

/** Every tab, this one included, hears that something changed. */
function announceChange(workspace: string, revision: number): void {
	const change: StorageChange = { workspace, revision };
	changes.postMessage(change);
}

async function layerView(
	record: LayerRecord,
	settings: Settings,
	layers: readonly LayerRecord[]
): Promise<LayerView> {
	const zone = zoneTable(settings.contract.timeZone, record.first, record.last);
	const { id, name, sample, rows, leftOut, first, last, durations, ratedDuration, bytes } = record;
	const coverage = coverageOf(record, zone);
	return {
		id,
		name,
		sample,
		interactions: rows,
		leftOut,
		first,
		last,
		coverage,
		durations,
		ratedDuration,
		bytes,
		byDay: record.summary !== null,
		// Rows that have become sums would count beside them.
		again: !sample && layers.every(({ digest, summary }) => digest !== record.digest || summary === null)
	};
}

async function change(
	workspace: string,
	layer: string,
	what: Omit<Parameters<typeof updateLayer>[3], 'state'>
): Promise<void> {
	const open = await store(workspace);
	await told(
		workspace,
		asWriter(open, (term) => updateLayer(open, term, layer, what))
	);
}

/** Every tab hears of the new revision, if there is one; false: there is none. */
async function told(workspace: string, changing: Promise<number | null>): Promise<boolean> {
	const revision = await changing;
	if (revision !== null) announceChange(workspace, revision);
	return revision !== null;
}

function takeStaged(token: string): Staged {
	const found = staged.get(token);
	if (!found) throw new AppError('unexpected', { message: 'token' });
	staged.delete(token);
	return found;
}

const api: DataApi = {
	workspaces: () => workspaces.list(),
	open: (id) => workspaces.open(id),
	secure: (workspace) => workspaces.secure(workspace),
	check: (workspace) => workspaces.check(workspace),
	trash: (workspace) => workspaces.trash(workspace),
	emptyTrash: (workspace) => workspaces.emptyTrash(workspace),
	createWorkspace: (name, sample) => workspaces.create(name, sample),
	async renameWorkspace(id, name) {
		await workspaces.rename(id, name);
		announceChange(id, 0);
	},
	async removeWorkspace(id) {
		await workspaces.setRemoved(id, true);
		announceChange(id, 0);
	},
	async restoreWorkspace(id) {
		await workspaces.setRemoved(id, false);
		announceChange(id, 0);
	},

	async lastBackup(workspace) {
		const at = await workspaces.registry.device(`backup ${workspace}`);
		return at === null ? null : Number(at);
	},
	noteBackup: (workspace, at) => workspaces.registry.setDevice(`backup ${workspace}`, String(at)),
	backupFolder: () => workspaces.registry.backupFolder(),
	setBackupFolder: (folder) => workspaces.registry.setBackupFolder(folder),

	presets: async () => PRESETS,
	settings: async (workspace) => readSettings((await store(workspace)).db),
	async saveSettings(workspace, settings, basedOn) {
		const written = await writeDocument(await store(workspace), SETTINGS, JSON.stringify(settings), basedOn);
		if (!written) throw new AppError('conflict');
		announceChange(workspace, written.root);
		return { revision: written.revision, value: settings };
	},

	async identify(file) {
		const bytes = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
		const found = identify(bytes, file.name, bytes.length >= file.size);
		if (found.kind === 'refused') throw refused(found.refusal, file.name);
		return found.form;
	},
	async sniff(table, choice) {
		const { name } = table.file;
		const text = textOf(table);
		const bytes = new Uint8Array(await text.slice(0, SNIFF_BYTES).arrayBuffer());
		const result = sniff(bytes, name, text.size, decode, table.converted?.numbering, choice);
		if (result.kind === 'refused') throw refused(result.refusal, name);
		const { sniffed } = result;
		return {
			sniffed,
			fingerprint: headerFingerprint(sniffed),
			proposal: await proposeFor(text, sniffed),
			monthly: sniffed.layout.header === null ? null : monthlyColumns(sniffed.header)
		};
	},
	async preview(workspace, table, sniffed, mapping) {
		const open = await store(workspace);
		const { value: settings } = await readSettings(open.db);
		const sealer = prepared;
		const rehearsal = sealer && { seal: sealer.api, wanted: () => prepared === sealer };
		return previewFile(open, settings, textOf(table), sniffed, mapping, rehearsal);
	},
	async prepare(url) {
		sealUrl = url;
		prepared ??= newSealer();
		prepared.start();
	},
	async stage(workspace, job, table, sniffed, { mapping, sample, reading, replaces }, onProgress) {
		const sealer = prepared ?? newSealer();
		prepared = null;
		sealers.set(job, sealer);
		try {
			const open = await store(workspace);
			const { value: settings } = await readSettings(open.db);
			const { staged: done, view } = await stageImport({
				store: open,
				settings,
				table,
				sniffed,
				mapping,
				sample,
				...(reading ? { reading } : {}),
				replaces,
				seal: sealer.api,
				cancelled: () => cancelled.has(job),
				onProgress
			});
			staged.set(view.token, done);
			const ready = (await readyLayers(open.db)).filter(({ id }) => id !== replaces);
			const same = ready.find(({ digest }) => digest === done.layer.digest);
			return {
				...view,
				alreadyHere: same ? await layerView(same, settings, ready) : null,
				shared: same ? null : await sharedRows(open.db, done, ready)
			};
		} finally {
			sealer.stop();
			sealers.delete(job);
			cancelled.delete(job);
		}
	},
	async commit(workspace, token, { changed, profile }) {
		const open = await store(workspace);
		const { value: settings } = await readSettings(open.db);
		const taken = takeStaged(token);
		await ensureHere(workspaces.registry, workspace).catch(async (cause: unknown) => {
			await clear(open, taken.layer.id);
			taken.release();
			throw cause;
		});
		const precedence = changed ? precedenceBeside(taken.layer, await readyLayers(open.db), changed) : 0;
		const remember = (json: string | null) =>
			JSON.stringify(withProfile(json ? settingsOfJson(json) : blankSettings(), profile as ReadingProfile));
		const documents = profile ? { [SETTINGS]: remember } : {};
		const { layer, revision, already } = await commitStaged(open, taken, precedence, documents);
		if (!already) announceChange(workspace, revision);
		return layerView(layer, settings, [layer]);
	},
	async discard(workspace, token) {
		const { layer, release } = takeStaged(token);
		await clear(await store(workspace), layer.id);
		release();
	},
	async cancel(job) {
		cancelled.add(job);
		sealers.get(job)?.stop();
	},

	async layers(workspace) {
		const open = await store(workspace);
		const { value: settings } = await readSettings(open.db);
		const ready = await readyLayers(open.db);
		return Promise.all(ready.map((record) => layerView(record, settings, ready)));
	},
	takeBack: async (workspace, what) => told(workspace, takeBack(await store(workspace), what)),
	async removeLayer(workspace, layer) {
		await told(workspace, workspaces.setLayerRemoved(workspace, layer, true));
	},
	restoreLayer: (workspace, layer) => told(workspace, workspaces.setLayerRemoved(workspace, layer, false)),
	setRatedDuration: (workspace, layer, index) => change(workspace, layer, { ratedDuration: index }),
	setCoverage: (workspace, layer, from, to) => change(workspace, layer, { coverage: { from, to } }),
	async keepFile(workspace, layer, handle) {
		const ready = await readyLayers((await store(workspace)).db);
		const digests = ready.map(({ digest }) => digest);
		const digest = ready.find(({ id }) => id === layer)?.digest;
		if (digest) await workspaces.registry.keepFile(workspace, digest, handle, digests);
	},
	async keptFile(workspace, layer) {
		const ready = await readyLayers((await store(workspace)).db);
		const digest = ready.find(({ id }) => id === layer)?.digest;
		return digest ? workspaces.registry.keptFile(workspace, digest) : null;
	},
	async storeCubes(workspace, cubes) {
		const open = await store(workspace);
		for (const { layer, key, files } of cubes) await storeCubes(open, layer, key, files);
	}
};

expose(answering(api, explained));

import type { FileForm, Mapping, MissingField, PackedForm } from '$lib/engine/ingest';
import { missingFields } from '$lib/engine/ingest/mapping';
import { broughtUp, outdated, type Outdated } from '$lib/engine/ingest/outdated';
import type {
	LayerView,
	PreviewView,
	Progress,
	ReadAgain,
	ReadableForm,
	ReadingChoice,
	ReadingProfile,
	ReadProgress,
	SniffedFile,
	StagedImport,
	TableFile,
	Workspace
} from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import type { App } from './app.svelte';
import { appError, fileError, type Outcome } from './importOutcome';
import { ImportOutcomes } from './importOutcomes.svelte';
import { useImportGate, type ImportGate } from './importGate.svelte';
import { openTable, profileOf, same } from './openTable';
import { Pace, type Speed } from './pace';
import type { Unsaved } from './unsaved.svelte';

/**
 * Where one file stands. `mapping`: questions or choices are open, or nothing is left but to press Import;
 * `review`: it was read whole, what came of it is shown, and the person decides; `beside`: other files hold days of a
 * file of sums, too; `monthly`: it is a ready-made monthly table, which is kept apart.
 */
export type ImportPhase =
	'idle' | 'looking' | 'mapping' | 'reading' | 'review' | 'beside' | 'monthly' | 'saving';

const isPacked = (form: FileForm): form is PackedForm => form.kind === 'gzip' || form.kind === 'zip';

/** Nothing is said of how a file is to be read. */
const FOUND_OUT: ReadingChoice = { encoding: null, sheet: null, delimiter: null, header: null };

/**
 * The way of files into a workspace, one after another: look at it, ask what is open, read it into staging, let the
 * person decide about rows that cannot be read, commit. Nothing counts before the commit.
 */
export class ImportFlow {
	phase = $state<ImportPhase>('idle');
	file = $state.raw<File | null>(null);
	/** where it goes: the workspace that was open when it was chosen, whichever is open now */
	into = $state.raw<Workspace | null>(null);
	/** files after this one */
	waiting = $state.raw<readonly File[]>([]);
	/** what the file is, and what a person says of how it is read */
	form = $state.raw<ReadableForm | null>(null);
	reading = $state.raw<ReadingChoice>(FOUND_OUT);
	table = $state.raw<TableFile | null>(null);
	found = $state.raw<SniffedFile | null>(null);
	/** how files with its header are read, where it is read so */
	profile = $state.raw<ReadingProfile | null>(null);
	/** where the file itself proves that to be wrong for it: then it is not read so without a look */
	outdated = $state.raw<readonly Outdated[]>([]);
	/** its mapping is kept for files with the same header */
	remember = $state(true);
	/** the layer whose file is read in another way, and that stays until the commit */
	replacing = $state.raw<LayerView | null>(null);
	mapping = $state.raw<Mapping | null>(null);
	preview = $state.raw<PreviewView | null>(null);
	progress = $state.raw<Progress | ReadProgress | null>(null);
	speed = $state.raw<Speed | null>(null);
	staged = $state.raw<StagedImport | null>(null);
	/** of a row that is here under its id with other content: which one counts */
	counts = $state<'own' | 'theirs'>('own');
	/** files that hold some days of the sums in hand, too */
	beside = $state.raw<readonly string[]>([]);

	/** what a reload would lose of it */
	readonly unsaved = $derived.by<Unsaved | null>(() => {
		if (this.phase === 'idle') return null;
		return ['mapping', 'review', 'beside', 'monthly'].includes(this.phase) ? 'choosing' : 'importing';
	});
	/** what must still be said before the file can be read */
	readonly missing = $derived<readonly MissingField[]>(this.mapping ? missingFields(this.mapping) : []);
	/** a file of ours without a question: there is nothing to map */
	readonly plain = $derived(
		this.found !== null && this.found.proposal.mapping.canonical && this.found.proposal.questions.length === 0
	);

	readonly #app: App;
	readonly #told: ImportOutcomes;
	#abort: AbortController | null = null;
	#previewing = 0;
	/** of the header that is found where nothing is said */
	#fingerprint = '';
	/** no profile is asked for the file in hand */
	#afresh = false;
	/** as files that were chosen together with this one were read, remembered or not */
	#used: readonly ReadingProfile[] = [];
	/** how the columns were to be read before a person said anything */
	#offered: Mapping | null = null;
	/** how the staged file was read */
	#confirmed: ReadingProfile | null = null;
	/** files that waited behind one that is being given up */
	#others = 0;
	/** where files lie, as far as the browser says */
	readonly #handles = new WeakMap<File, FileSystemFileHandle>();

	constructor(app: App) {
		this.#app = app;
		this.#told = new ImportOutcomes(app);
	}

	get outcomes(): readonly Outcome[] {
		return this.#told.list;
	}

	/** Files to import, in order; `empty`: folders without a file. While one is under way the others wait. */
	async choose(
		files: readonly File[],
		empty: readonly string[] = [],
		handles: readonly (readonly [File, FileSystemFileHandle])[] = []
	): Promise<void> {
		for (const [file, handle] of handles) this.#handles.set(file, handle);
		if (this.phase === 'idle') {
			this.#told.clear();
			this.into = this.#app.workspace;
			this.#used = [];
			this.#others = 0;
		}
		for (const name of empty) this.#told.tell({ kind: 'emptyFolder', name });
		this.waiting = [...this.waiting, ...files];
		if (this.phase === 'idle') await this.#next();
	}

	/** Another way to read the file's text: it is looked at anew, and made anew where that is needed. */
	async readAs(change: Partial<ReadingChoice>): Promise<void> {
		const { file, form, phase, reading, table, found, profile, outdated: proven, mapping, preview } = this;
		const offered = this.#offered;
		if (!file || !form || phase !== 'mapping') return;
		const said = { ...reading, ...change };
		this.reading = said;
		if (said.encoding !== reading.encoding || said.sheet !== reading.sheet) this.table = null;
		this.found = null;
		this.phase = 'looking';
		try {
			await this.#look(file, form);
			// What was said of the columns holds, as long as they are the same.
			if (!same(mapping, offered) && !this.#afresh && same(namesOf(found), namesOf(this.found)))
				this.mapping = mapping;
			await this.#show();
		} catch (cause) {
			const error = appError(cause);
			if (this.file !== file) return;
			if (error.code === 'cancelled') return this.#fail(error);
			// It can be read as before: the person may choose again.
			this.#told.tell({ kind: 'failed', error: fileError(error, file?.name) });
			Object.assign(this, { reading, table, found, profile, outdated: proven, mapping, preview, phase });
			this.#offered = offered;
		}
	}

	/** As if nobody had confirmed how files with its header are read. */
	async afresh(): Promise<void> {
		await this.back();
		this.#afresh = true;
		await this.readAs(FOUND_OUT);
	}

	/** The file of a layer, to be read in another way than it was; `again`: how it was, as far as that is known. */
	async correct(layer: LayerView, file: File, { mapping, reading }: ReadAgain): Promise<void> {
		if (this.phase !== 'idle') return;
		this.#told.clear();
		this.into = this.#app.workspace;
		this.#used = [];
		this.#begin(file);
		this.replacing = layer;
		try {
			const form = await this.#app.client.data.identify(file);
			await this.#look(file, form as ReadableForm);
			if (reading) await this.readAs(reading);
			await this.map(mapping ?? this.mapping);
		} catch (cause) {
			// What was given up meanwhile has been told.
			if (this.file === file) await this.#fail(cause);
		}
	}

	/** Another way to read the columns; shows its first rows anew. */
	async map(mapping: Mapping | null): Promise<void> {
		this.mapping = mapping;
		await this.#show();
	}

	/**
	 * Reads the whole file, and shows what comes of it. One without a question, or that goes on by itself, is committed
	 * at once where no row is left out or changed.
	 */
	async start(going = false): Promise<void> {
		const { table, found, mapping, reading, profile, replacing, into: workspace } = this;
		if (!table || !found || !mapping || !workspace || this.missing.length > 0) return;
		const { file } = table;
		this.phase = 'reading';
		const job = this.#job();
		try {
			const plan = { mapping, sample: false, reading, replaces: replacing?.id ?? null };
			const staged = await this.#app.client.stage(workspace.id, table, found.sniffed, plan, job);
			if (!this.plain) {
				const zone = this.#app.settings?.value.contract.timeZone ?? 'UTC';
				const opened = { table, found, reading, profile };
				this.#confirmed = profileOf(opened, this.#fingerprint, mapping, zone);
			}
			this.staged = staged;
			if (staged.alreadyHere) {
				await this.#app.client.data.discard(workspace.id, staged.token);
				this.#told.tell({ kind: 'alreadyHere', fileName: file.name, layer: staged.alreadyHere });
				await this.#next();
			} else if (clear(staged) && !replacing && (going || this.plain)) {
				await this.commit();
			} else {
				this.counts = 'own';
				this.phase = 'review';
			}
		} catch (cause) {
			await this.#fail(cause);
		}
	}

	/** Makes the staged rows count. */
	async commit(): Promise<void> {
		const { staged, file, replacing, into: workspace } = this;
		if (!staged || !workspace) return;
		this.phase = 'saving';
		try {
			const { data } = this.#app.client;
			const { already, changed } = staged.shared ?? { already: 0, changed: 0 };
			const profile = this.remember && this.#confirmed !== this.profile ? this.#confirmed : null;
			const known = this.#remembered;
			const before = known.find(({ fingerprint }) => fingerprint === profile?.fingerprint) ?? null;
			const layer = await data.commit(workspace.id, staged.token, {
				// What goes before stays as it was.
				changed: changed > 0 && !replacing ? this.counts : null,
				profile
			});
			if (this.#confirmed) this.#used = [...this.#used, this.#confirmed];
			const corrected = replacing && {
				layer: replacing.id,
				instead: layer.id,
				profile: profile && { now: profile, before }
			};
			this.#told.tell({ kind: 'imported', into: workspace, layer, already, corrected, told: staged });
			const handle = file && this.#handles.get(file);
			if (handle) await data.keepFile(workspace.id, layer.id, handle).catch(() => undefined);
			void this.#keep(workspace);
			await this.#next(true);
		} catch (cause) {
			await this.#fail(cause);
		}
	}

	/** Makes a file that was read in another way count as it did before. */
	async takeBack(outcome: Extract<Outcome, { kind: 'imported' }>): Promise<void> {
		if (await this.#told.takeBack(outcome)) void this.#keep(outcome.into);
	}

	/** Gives up the file under way, and those that wait; nothing of it is left. What is being made to count is not given up. */
	async cancel(): Promise<void> {
		const { file, staged, phase, into: workspace } = this;
		if (phase === 'saving') return;
		this.#others = this.waiting.length;
		this.waiting = [];
		if (phase === 'reading' || (phase === 'looking' && this.#abort)) {
			this.#abort?.abort();
			return;
		}
		if (phase === 'review' && staged && workspace)
			await this.#app.client.data.discard(workspace.id, staged.token).catch(() => undefined);
		if (file) this.#gaveUp(file);
		await this.#next();
	}

	/** Back from the review to the columns; what was staged is thrown away. */
	async back(): Promise<void> {
		const { staged, into: workspace } = this;
		if (this.phase !== 'review' || !staged || !workspace) return;
		this.staged = null;
		this.phase = 'mapping';
		await this.#app.client.data.discard(workspace.id, staged.token).catch(() => undefined);
		await this.#show();
	}

	/** how files are read, where the workspace that the file goes into is open */
	get #remembered(): readonly ReadingProfile[] {
		const { workspace, settings } = this.#app;
		return workspace?.id === this.into?.id ? (settings?.value.profiles ?? []) : [];
	}

	#gaveUp({ name }: File): void {
		const others = this.#others;
		this.#others = 0;
		if (this.replacing) this.#told.tell({ kind: 'kept', fileName: name });
		else this.#told.tell({ kind: 'cancelled', fileName: name, ...(others > 0 ? { others } : {}) });
	}

	/** The second copy is made while the next file is read. After the first import the browser is asked to keep it all. */
	async #keep(workspace: Workspace): Promise<void> {
		await this.#app.attempt(() => this.#app.keeping.secure(this.#app.client, workspace));
		await this.#app.keeping.askToPersist();
	}

	async #fail(cause: unknown): Promise<void> {
		const error = appError(cause);
		const file = this.file;
		if (error.code === 'cancelled' && file) this.#gaveUp(file);
		else this.#told.tell({ kind: 'failed', error: fileError(error, file?.name) });
		// Where every row was refused the columns are probably wrong: the person can put them right.
		if (error.code === 'noUsableRow') this.phase = 'mapping';
		else await this.#next();
	}

	/** Takes the next file. After an import, one that needs no word from the person goes on by itself. */
	async #next(going = false): Promise<void> {
		const [file = null, ...waiting] = this.waiting;
		this.waiting = waiting;
		this.#begin(file);
		if (!file) return;
		await this.#app.opened;
		this.into ??= this.#app.workspace;
		try {
			const form = await this.#app.client.data.identify(file);
			if (this.file !== file) return;
			if (isPacked(form)) return await this.#unpack(file, form.kind, going);
			if (form.kind === 'sums') return await this.sums(file, false);
			const sums = await this.#look(file, form);
			if (sums) return await this.sums(sums, false);
			// Unless a person has said that files with its header are read as interactions.
			if (this.found?.monthly && !this.profile) {
				this.phase = 'monthly';
				return;
			}
			const known = this.profile !== null && this.missing.length === 0 && this.outdated.length === 0;
			// Which of several sheets or lists is meant is seen, each time: the others are no part of the import.
			const one = (this.table?.converted?.sheets.length ?? 0) <= 1;
			if (one && (known || (going && this.plain))) await this.start(going);
			else await this.#show();
		} catch (cause) {
			// What was given up meanwhile has been told.
			if (this.file === file) await this.#fail(cause);
		}
	}

	/** Nothing is known of the file in hand. */
	#begin(file: File | null): void {
		this.file = file;
		this.form = null;
		this.reading = FOUND_OUT;
		this.table = null;
		this.found = null;
		this.profile = null;
		this.outdated = [];
		this.remember = true;
		this.replacing = null;
		this.mapping = null;
		this.preview = null;
		this.staged = null;
		this.progress = null;
		this.speed = null;
		this.#abort = null;
		this.#fingerprint = '';
		this.#afresh = false;
		this.#confirmed = null;
		this.#previewing++;
		this.phase = file ? 'looking' : 'idle';
	}

	/** Makes a file of sums by day count; where other files hold its days, too, if the person says so. */
	async sums(file: File, anyway: boolean): Promise<void> {
		const { into: workspace } = this;
		if (!workspace) return;
		this.phase = 'saving';
		try {
			const done = await this.#app.client.archive.importSums(workspace.id, file, anyway);
			if (done.kind === 'beside') {
				this.beside = done.files;
				this.phase = 'beside';
				return;
			}
			if (done.kind === 'already')
				this.#told.tell({ kind: 'sumsHere', fileName: file.name, name: done.name });
			else {
				const { interactions, from, to } = done;
				this.#told.tell({ kind: 'sums', fileName: file.name, interactions, from, to });
				void this.#keep(workspace);
			}
			await this.#next(true);
		} catch (cause) {
			await this.#fail(cause);
		}
	}

	/** What became of a monthly table; null: its rows are to be read as interactions after all. */
	async settle(outcome: Outcome | null): Promise<void> {
		if (!outcome) {
			this.phase = 'mapping';
			return this.#show();
		}
		this.#told.tell(outcome);
		await this.#next(true);
	}

	/** The files of an archive take its place. */
	async #unpack(file: File, kind: 'gzip' | 'zip', going: boolean): Promise<void> {
		const files = await this.#app.client.readers.unpack(file, kind, this.#job());
		this.waiting = [...files, ...this.waiting];
		await this.#next(going);
	}

	/** A job that is shown and can be cancelled. */
	#job() {
		const pace = new Pace();
		this.progress = null;
		this.speed = null;
		this.#abort = new AbortController();
		return {
			signal: this.#abort.signal,
			onProgress: (progress: Progress | ReadProgress) => {
				this.progress = progress;
				this.speed = pace.add(progress, performance.now());
			}
		};
	}

	/** Finds the table in the file in hand, and how it may be read; or the sums by day that it holds in its place. */
	async #look(file: File, form: ReadableForm): Promise<File | null> {
		const { client } = this.#app;
		const known = this.#afresh ? [] : [...this.#remembered, ...this.#used];
		const opened = await openTable(client, file, form, this.reading, this.table, known, () => this.#job());
		// It was given up meanwhile.
		if (this.file !== file) throw new AppError('cancelled');
		if ('sums' in opened) return (this.file = opened.sums);
		this.form = form;
		Object.assign(this, opened);
		this.#fingerprint ||= opened.found.fingerprint;
		const { proposal } = opened.found;
		const confirmed = opened.profile?.mapping;
		// How the very file of a layer is to be read is a person's choice.
		const asItIs = confirmed === undefined || this.replacing !== null;
		this.outdated = asItIs ? [] : outdated(confirmed, proposal);
		this.mapping = asItIs ? (confirmed ?? proposal.mapping) : broughtUp(confirmed, proposal);
		this.#offered = this.mapping;
		this.#abort = null;
		this.phase = 'mapping';
		return null;
	}

	async #show(): Promise<void> {
		const { table, found, mapping, into: workspace } = this;
		const mine = ++this.#previewing;
		if (!table || !found || !mapping || !workspace || this.missing.length > 0) {
			this.preview = null;
			return;
		}
		// A preview that cannot be had is no reason to stop: reading the file will say what is wrong.
		const preview = await this.#app.client.data
			.preview(workspace.id, table, found.sniffed, mapping)
			.catch(() => null);
		if (mine === this.#previewing) this.preview = preview;
	}
}

const namesOf = (found: SniffedFile | null) => found?.sniffed.header;

/** Every row can be read, and there is nothing to decide about those that other files may have, too. */
const clear = ({ problemCount, doubts, notices, shared }: StagedImport): boolean =>
	problemCount + doubts.length + (notices['repeated'] ?? 0) === 0 &&
	(shared === null || (shared.changed + shared.alike === 0 && shared.summed.length === 0));

/** The one way of files in this tab. */
export const flowOf = (gate: ImportGate): ImportFlow => (gate.flow ??= new ImportFlow(gate.app));

export const useImportFlow = (): ImportFlow => flowOf(useImportGate());

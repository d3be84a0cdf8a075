/**
 * The whole surface between the page and its workers, types only. Read it and you know what the app can do.
 * Instants are ms since 1970 UTC, days are day numbers (engine/time), credits are numbers rounded half-even to
 * four places (formats.md §5), money is decimal text.
 */
import type {
	CycleTotal,
	DemandPlan,
	PastCycle,
	PastForecast,
	PlannedEvent,
	Reasons
} from '../engine/forecast';
import type { Mapping, PreviewRow, Proposal, RowProblem, Sniffed } from '../engine/ingest';
import type { Contract, Overage } from '../engine/ledger/contract';
import type { RateCard } from '../engine/rating/card';
import type { RegisterEntry } from '../engine/rating/register';
import type { Cycle, ZoneTable } from '../engine/time';

// ---------------------------------------------------------------- documents

export interface MeterReading {
	/** instant */
	readonly at: number;
	/** used in the cycle by then, as the vendor's page shows it */
	readonly creditsUsed: number;
}

/** Everything a settings file can hold (formats.md §4), every default filled in. */
export interface Settings {
	readonly rateCards: readonly RateCard[];
	readonly contract: Contract;
	readonly agents: readonly RegisterEntry[];
	readonly readings: readonly MeterReading[];
	readonly events: readonly PlannedEvent[];
	/** expected change of usage a month from the as-of on; null: none */
	readonly growthPercentPerMonth: number | null;
	/** Kept as they came for the features that will read them. */
	readonly later: Readonly<Record<'budgets' | 'scenarios' | 'profiles', readonly unknown[]>>;
}

/** A document with its revision: a write names the revision it was based on and is refused if it has moved on. */
export interface Revised<T> {
	readonly revision: number;
	readonly value: T;
}

/** What a start, or a check of every byte, had to put right. Nothing of it is silent. */
export interface RepairView {
	/** names of files that the browser had lost or damaged, and that are whole again from the second copy */
	readonly rebuilt: readonly string[];
	/** number of documents (settings and the like) that were put back */
	readonly documents: number;
	/** names of files that are damaged in both copies */
	readonly lost: readonly string[];
	/** number of workspaces that were known from their second copy only */
	readonly workspaces: number;
}

export interface Opened {
	readonly workspace: Workspace;
	readonly repair: RepairView;
	/** the highest number a commit in this workspace had */
	readonly revision: number;
}

/** `one`: there is no room, or no place, for a second copy. */
export type Copies = 'two' | 'one';

export interface Secured {
	readonly copies: Copies;
	readonly revision: number;
}

/** What was removed and is kept for Undo. */
export interface Trash {
	readonly layers: number;
	/** size of their files, as they were imported */
	readonly bytes: number;
	readonly workspaces: number;
}

export interface Workspace {
	readonly id: string;
	readonly name: string;
	/** its usage was made by the sample generator: said on every screen */
	readonly sample: boolean;
}

// ---------------------------------------------------------------- import

export interface Progress {
	readonly phase: 'reading' | 'sorting' | 'saving';
	readonly rows: number;
	readonly bytes: number;
	readonly totalBytes: number;
}

/** What the first bytes of a file tell, and how it is proposed to be read. */
export interface SniffedFile {
	readonly sniffed: Sniffed;
	readonly proposal: Proposal;
}

/** What a file was read as, before it counts. Nothing is visible until `commit`. */
export interface StagedImport {
	readonly token: string;
	readonly fileName: string;
	/** rows that will count */
	readonly interactions: number;
	/** rows that could not be read, in all */
	readonly problemCount: number;
	/** the first of them, at most 10,000 */
	readonly problems: readonly RowProblem[];
	/** clock-change readings and the like: counted, not left out; reason → number of rows */
	readonly notices: Readonly<Record<string, number>>;
	readonly first: number | null;
	readonly last: number | null;
	readonly calls: number;
	readonly chats: number;
	/** the same file is already here: committing changes nothing */
	readonly alreadyHere: LayerView | null;
}

export interface LayerView {
	readonly id: string;
	readonly name: string;
	readonly sample: boolean;
	readonly interactions: number;
	readonly leftOut: number;
	/** first and last start */
	readonly first: number;
	readonly last: number;
	/** half-open in spirit: from local midnight of the first row to the last row's start, or wider if the user says */
	readonly coverage: { readonly from: number; readonly to: number };
	/** names of the columns that hold a length or billed quantity; the first is the mapping's own duration */
	readonly durations: readonly string[];
	/** index into `durations` */
	readonly ratedDuration: number;
	readonly bytes: number;
	/** its rows are not kept any more, only their sums by day */
	readonly byDay: boolean;
}

/** The first rows as they will be read and rated, and what could not be read among them. */
export interface PreviewView {
	readonly rows: readonly (PreviewRow & { readonly credits: number })[];
	readonly problems: readonly RowProblem[];
}

// ---------------------------------------------------------------- answers

export type SeriesKey = 'voiceStandard' | 'voicePremium' | 'chatStandard' | 'chatPremium';
export type PerSeries<T> = Readonly<Record<SeriesKey, T>>;

export type CostLineKind = 'tier' | 'overage' | 'extraAgents' | 'licence' | 'oneOffFee' | 'tax';
export type MissingPrice = 'tierPrice' | 'overagePrice' | 'extraAgentPrice' | 'oneOffFee' | 'cardCurrency';

export interface CostView {
	readonly currency: string;
	readonly total: string | null;
	readonly lines: readonly { readonly kind: CostLineKind; readonly name?: string; readonly amount: string }[];
	readonly missing: readonly MissingPrice[];
}

/** The ledger of one cycle under one plan (formats.md §5 LEDGER). */
export interface LedgerView {
	readonly includedCredits: number;
	readonly overage: Overage;
	readonly runOutAt: number | null;
	/** it falls into a day that is kept as a sum, and is that day's first instant */
	readonly runOutPrecision?: 'day';
	readonly stops: readonly { readonly from: number; readonly to: number }[];
	readonly includedUsed: number;
	readonly overageCredits: number;
	readonly unservedCredits: number;
	readonly unservedInteractions: number;
	readonly excessUnbilled: number;
	readonly expiredCredits: number;
	readonly cost: CostView;
}

/** What every screen needs to say where it stands. */
export interface Context {
	readonly zone: ZoneTable;
	/** the instant up to which usage is known */
	readonly asOf: number;
	readonly interactions: number;
	/** cycles with usage or between them, ascending; the last is the cycle of the as-of */
	readonly cycles: readonly Cycle[];
	readonly contract: Contract;
	/** the version of the contract's card in force at the chosen cycle's start */
	readonly card: RateCard;
	/** where usage comes from: imported rows, or meter readings alone */
	readonly source: 'rows' | 'readings';
	readonly sample: boolean;
	/** rows lie inside a stop of the contract's own ledger: it was not the one in force */
	readonly contractContradicted: boolean;
}

/** The known part of one cycle. */
export interface CycleView {
	readonly context: Context;
	readonly cycle: Cycle;
	readonly complete: boolean;
	/** cumulative metered credits: a step function, ascending, starts at (cycle.start, 0) */
	readonly line: { readonly at: Float64Array; readonly credits: Float64Array };
	/** metered credits per local day of the cycle, known days only (the last may be partial) */
	readonly days: { readonly firstDay: number; readonly credits: PerSeries<Float64Array> };
	readonly used: number;
	readonly bySeries: PerSeries<number>;
	readonly interactions: number;
	/** the days of the cycle before this instant are kept as sums; null: all of it as rows */
	readonly byDayUntil: number | null;
	/** in-force ledger of the contract with its changes; null without a tier */
	readonly inForce: LedgerView | null;
	/** every tier ascending × off, on, and capped when the contract has a cap at the cycle's start */
	readonly plans: readonly LedgerView[];
	/** stretches in which agents were stopped and demand is unknown */
	readonly censored: readonly { readonly from: number; readonly to: number }[];
	/** meter readings of the cycle beside what the rows say by then */
	readonly readings: readonly {
		readonly at: number;
		readonly creditsUsed: number;
		readonly byRows: number | null;
	}[];
}

// ---------------------------------------------------------------- forecast

/** Daily history that a forecast starts from; made by the query worker, read by the compute worker. */
export interface ForecastInput {
	readonly asOf: number;
	readonly zone: ZoneTable;
	readonly cycle: Cycle;
	/** credits used in the cycle by the as-of */
	readonly used: number;
	/** first local day of the arrays */
	readonly firstDay: number;
	/** metered credits per local day, NaN = missing (not covered, or agents stopped); the last is the as-of's day */
	readonly series: PerSeries<Float64Array>;
	/** credits per hour of the week, Monday 00 first; null: not known (readings) */
	readonly hourOfWeek: Float64Array | null;
	/** metered credits per metered interaction of late, for counts of unserved interactions; null: not known */
	readonly creditsPerInteraction: number | null;
	/** levels to read off the paths: the card's tiers, and each with the contract's cap on top */
	readonly tiers: readonly number[];
	/** complete cycles before the as-of's, ascending, with the tier in force; the latest dozen */
	readonly past: readonly PastCycle[];
	/** eleven cycles that follow the as-of's */
	readonly next: readonly Cycle[];
	/** all cycles before the as-of's, ascending; NaN where not all of one is known */
	readonly totals: readonly CycleTotal[];
	readonly plan: DemandPlan;
	readonly seed: number;
	readonly paths: number;
}

export interface TierForecast {
	readonly includedCredits: number;
	readonly probabilityOfRunOut: number;
	/** over all paths; null: not before the cycle's end */
	readonly runOutAt: {
		readonly p10: number | null;
		readonly p50: number | null;
		readonly p90: number | null;
	};
	/** middle run-out among the paths that do run out; null when none does */
	readonly ifRunOutAt: number | null;
	readonly expectedOverageCredits: number;
	readonly p90OverageCredits: number;
	readonly expectedUnservedInteractions: number | null;
	readonly p90UnservedInteractions: number | null;
	/** chance of running out on each local day, from the as-of's to the cycle's last */
	readonly dailyChances: readonly { readonly day: number; readonly chance: number }[];
	/** the same as whole numbers out of 100, largest remainder; with `notBeforeRenewal` they add up to 100 */
	readonly outOf100: readonly number[];
	readonly notBeforeRenewal: number;
	/** when shares of the tier are used, on the middle course; null: not before renewal, or already */
	readonly marks: readonly {
		readonly share: number;
		readonly probability: number;
		readonly at: number | null;
	}[];
}

export interface ForecastView {
	/** why there are no chances; the pace is always there */
	readonly refused: null | {
		readonly code: 'tooFewDays';
		readonly knownDays: number;
		readonly chancesFrom: number;
	};
	readonly asOf: number;
	readonly cycle: Cycle;
	readonly paths: number;
	readonly seed: number;
	readonly method: string;
	readonly pace: { readonly monthEndCredits: number };
	readonly monthEndCredits: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
	/** quantiles of cumulative credits, from the as-of to the cycle's end, ascending in time */
	readonly fan: {
		readonly at: readonly number[];
		readonly p10: readonly number[];
		readonly p25: readonly number[];
		readonly p50: readonly number[];
		readonly p75: readonly number[];
		readonly p90: readonly number[];
		/** P97.5 at the cycle's end: the top of the picture */
		readonly top: number;
	} | null;
	/** the middle course per local day; the first is the rest of the as-of's day */
	readonly middleDays: { readonly firstDay: number; readonly credits: readonly number[] } | null;
	readonly tiers: readonly TierForecast[] | null;
}

/** A later cycle, as far as it can be seen from here. */
export interface NextCycle {
	readonly cycle: Cycle;
	readonly monthEndCredits: { readonly p10: number; readonly p50: number; readonly p90: number };
	readonly tiers: readonly Pick<
		TierForecast,
		'includedCredits' | 'probabilityOfRunOut' | 'runOutAt' | 'expectedOverageCredits' | 'p90OverageCredits'
	>[];
}

/** Twelve cycles from the running one on, each whole. */
export interface YearView {
	/** made from whole cycles (two years of them and more), or from daily history */
	readonly from: 'cycles' | 'days';
	readonly cycles: readonly {
		readonly cycle: Cycle;
		readonly p10: number;
		readonly p50: number;
		readonly p90: number;
		/** by tier: chance that the cycle needs more than it includes */
		readonly beyond: readonly { readonly includedCredits: number; readonly probability: number }[];
	}[];
	/** the known ones before, at most twelve */
	readonly past: readonly CycleTotal[];
}

/** What the Forecast screen shows beside the forecast of the running cycle. */
export interface OutlookView {
	/** null: there is too little for it */
	readonly year: YearView | null;
	readonly next: readonly NextCycle[];
	/** credits that would be unserved if the agents stopped, by local hour of the day (24), for each tier */
	readonly unserved: readonly {
		readonly includedCredits: number;
		readonly voice: readonly number[];
		readonly chat: readonly number[];
	}[];
	/** past forecasts beside what happened, by cycle and day */
	readonly card: readonly PastForecast[];
	/** null: nothing is known */
	readonly reasons: Reasons | null;
}

// ---------------------------------------------------------------- settings file

export interface SettingsChange {
	/** where: e.g. `rateCards[net2phone].tiers`, `contract.tier` */
	readonly path: string;
	/** JSON text, null where there was nothing */
	readonly before: string | null;
	readonly after: string | null;
}

/** What a settings file would change, for both ways of taking it in. */
export interface SettingsPreview {
	readonly replace: { readonly settings: Settings; readonly changes: readonly SettingsChange[] };
	readonly merge: { readonly settings: Settings; readonly changes: readonly SettingsChange[] };
}

/** Cubes of one layer under one rating key, by name. */
export interface RebuiltCubes {
	readonly layer: string;
	readonly key: string;
	readonly files: Readonly<Record<string, ArrayBuffer>>;
}

// ---------------------------------------------------------------- backup

/** How far a backup or a restore has come; `checking` and `writing` read the same file, one after the other. */
export interface BackupProgress {
	readonly phase: 'packing' | 'checking' | 'writing';
	/** interactions while packing, bytes of the file else */
	readonly done: number;
	readonly total: number;
}

export interface RestoredWorkspace extends Workspace {
	readonly layers: number;
	readonly interactions: number;
}

// ---------------------------------------------------------------- retention

/** What keeping older rows as sums by day would do (formats.md §3). */
export interface RetentionPlan {
	/** start of a billing cycle: rows before it would become sums */
	readonly cut: number;
	/** files with such rows, and how many of theirs count */
	readonly files: number;
	readonly interactions: number;
	/** the first of them; null: there is none */
	readonly first: number | null;
	/** about as many would be free */
	readonly bytes: number;
}

// ---------------------------------------------------------------- forgetting a person

/** Where a text stands that is to be forgotten. */
export interface ForgetPlan {
	/** by file: its name, and how many of its interactions have the text */
	readonly files: readonly { readonly name: string; readonly interactions: number }[];
	/** entries of the agent register, and of other settings */
	readonly entries: number;
}

// ---------------------------------------------------------------- the workers

/** Writes what the screens ask for. */
export interface DataApi {
	workspaces(): Promise<readonly Workspace[]>;
	/**
	 * Opens a workspace (the first one is made if there is none), sweeps what a crash left behind, and rebuilds from
	 * the second copy what the browser has lost.
	 */
	open(id: string | null): Promise<Opened>;
	/** Ends when all that was committed before the call is on disk, and in the second copy where there can be one. */
	secure(workspace: string): Promise<Secured>;
	/** Reads every byte of both copies, mends the damaged one from the other, and secures. */
	check(workspace: string): Promise<RepairView>;
	trash(workspace: string): Promise<Trash>;
	/** Erases at once what was removed: files of this workspace, and removed workspaces. */
	emptyTrash(workspace: string): Promise<void>;
	/** `sample`: for the usage that the product makes itself, apart from a customer's. */
	createWorkspace(name: string, sample: boolean): Promise<Workspace>;
	renameWorkspace(id: string, name: string): Promise<void>;
	/** Takes a workspace away, or brings it back: it is kept until the app is closed everywhere. */
	removeWorkspace(id: string): Promise<void>;
	restoreWorkspace(id: string): Promise<void>;

	/** When the workspace was last backed up from this browser, by its clock; null: never. */
	lastBackup(workspace: string): Promise<number | null>;
	noteBackup(workspace: string, at: number): Promise<void>;
	/** The folder that was picked for backups by themselves. */
	backupFolder(): Promise<FileSystemDirectoryHandle | null>;
	setBackupFolder(folder: FileSystemDirectoryHandle | null): Promise<void>;

	/** Rate cards the product brings along; the first is a new workspace's. */
	presets(): Promise<readonly RateCard[]>;
	settings(workspace: string): Promise<Revised<Settings>>;
	saveSettings(workspace: string, settings: Settings, basedOn: number): Promise<Revised<Settings>>;

	/** Throws an `AppError` that says why the file cannot be read at all. */
	sniff(file: File): Promise<SniffedFile>;
	preview(workspace: string, file: File, sniffed: Sniffed, mapping: Mapping): Promise<PreviewView>;
	stage(
		workspace: string,
		job: string,
		file: File,
		sniffed: Sniffed,
		mapping: Mapping,
		sample: boolean,
		onProgress: (progress: Progress) => void
	): Promise<StagedImport>;
	commit(workspace: string, token: string): Promise<LayerView>;
	discard(workspace: string, token: string): Promise<void>;
	cancel(job: string): Promise<void>;

	layers(workspace: string): Promise<readonly LayerView[]>;
	/** Takes a layer away, or brings it back: it is kept until the app is closed everywhere. */
	removeLayer(workspace: string, layer: string): Promise<void>;
	restoreLayer(workspace: string, layer: string): Promise<void>;
	setRatedDuration(workspace: string, layer: string, index: number): Promise<void>;
	setCoverage(workspace: string, layer: string, from: number, to: number): Promise<void>;
	/** Keeps cubes that the query worker had to rebuild. */
	storeCubes(workspace: string, cubes: readonly RebuiltCubes[]): Promise<void>;
}

/** Read-only; owns the caches; may be restarted at the price of its cache. */
export interface QueryApi {
	open(workspace: string): Promise<void>;
	/** null: no usage and no readings yet. `start`: any instant of the cycle; null: the as-of's. */
	cycle(start: number | null): Promise<CycleView | null>;
	forecastInput(): Promise<ForecastInput | null>;
	/** Past stretches in which agents seem to have been stopped, for the user to mark (domain.md §4). */
	proposedStops(): Promise<readonly { readonly from: number; readonly to: number }[]>;
	/** The report file (formats.md §5) as text; the forecast is put in as it was shown. */
	report(forecast: ForecastView | null): Promise<string>;
	/** Cubes that had to be rebuilt from rows, for the data worker to keep. */
	rebuiltCubes(): Promise<readonly RebuiltCubes[]>;
}

/** Stateless; may be killed at any moment. */
export interface ComputeApi {
	forecast(input: ForecastInput): Promise<ForecastView>;
	/** What would have been said at the start of a past local day; null where the days before it in its cycle are unknown. */
	forecastOf(input: ForecastInput, day: number): Promise<ForecastView | null>;
	/** Later cycles, past forecasts and reasons; null where there are no chances. */
	outlook(input: ForecastInput): Promise<OutlookView | null>;
	/** Sample usage as canonical CSV: 13 months up to the local date of an instant, in Toronto. */
	sample(now: number, seed: number): Promise<ArrayBuffer>;
}

/** Files that hold settings or a whole workspace; started when it is asked for, writes under the same lock as data. */
export interface ArchiveApi {
	/** The text of a settings file; instants in it are UTC text. */
	exportSettings(workspace: string): Promise<string>;
	previewSettings(workspace: string, text: string): Promise<SettingsPreview>;

	/** Everything in a workspace as one file (docs/data-format.md); `passphrase` null: not encrypted. */
	backup(
		workspace: string,
		job: string,
		passphrase: string | null,
		onProgress: (progress: BackupProgress) => void
	): Promise<Blob>;
	/** What {@link ArchiveApi.retain} would do; null without usage. Throws an `AppError` where sums would not do. */
	retentionPlan(workspace: string, months: number): Promise<RetentionPlan | null>;
	/**
	 * Keeps the rows of the as-of's cycle and of `months` before it; older ones become sums by day, for good. Progress
	 * is a share from 0 to 1.
	 */
	retain(workspace: string, job: string, months: number, onProgress: (share: number) => void): Promise<void>;
	/** What {@link ArchiveApi.forget} would change; null: the text stands nowhere. */
	forgetPlan(workspace: string, text: string): Promise<ForgetPlan | null>;
	/** Takes a text (a person's name, number, or id) out of everything kept here, for good. No figure changes. */
	forget(workspace: string, job: string, text: string, onProgress: (share: number) => void): Promise<void>;

	/** Throws an `AppError` where the file is no backup. */
	needsPassphrase(file: Blob): Promise<boolean>;
	/** The file as a new workspace, whole; nothing is written before all of it has been checked. */
	restore(
		job: string,
		file: Blob,
		passphrase: string | null,
		onProgress: (progress: BackupProgress) => void
	): Promise<RestoredWorkspace>;
	cancel(job: string): Promise<void>;
}

/**
 * The whole surface between the page and its workers, types only: read it, with what it takes from forecastApi.ts,
 * planApi.ts, pastApi.ts, offerApi.ts, budgetApi.ts, usageApi.ts, callsApi.ts, invoiceApi.ts, anomalyApi.ts,
 * wasteApi.ts, monthlyApi.ts, cycleApi.ts, importApi.ts, readerApi.ts and archiveApi.ts, and you know what the app
 * can do. Instants are ms since 1970 UTC, days are day numbers (engine/time), credits are numbers rounded half-even to
 * four places (formats.md §5), money is decimal text.
 */
import type { PlannedEvent } from '../engine/forecast';
import type { Budget, BudgetScope } from '../engine/planning/budget';
import type { FileForm, LayoutChoice, Mapping, MonthlyColumns, Sniffed } from '../engine/ingest';
import type { Contract } from '../engine/ledger/contract';
import type { Assumptions } from '../engine/planning/assumed';
import type { OtherCard } from '../engine/planning/offers';
import type { Channel, RateCard } from '../engine/rating/card';
import type { RegisterEntry } from '../engine/rating/register';
import type { AnomaliesView } from './anomalyApi';
import type { BudgetAsk, BudgetUsage, BudgetView } from './budgetApi';
import type {
	CallExplanation,
	CallRow,
	CallsAsk,
	CallsBrush,
	CallsFilter,
	CallsView,
	ViewName
} from './callsApi';
import type { ForecastInput, ForecastView, OutlookView } from './forecastApi';
import type { InvoiceAsk, InvoiceView, ShowbackBy, ShowbackView } from './invoiceApi';
import type {
	BillingRule,
	ChoicesAsk,
	EntityHours,
	PastAsk,
	PastChoice,
	PastView,
	SmallPrintView
} from './pastApi';
import type { LedgerPlan, LedgerStatement } from './ledgerApi';
import type { MonthlyCheck, MonthlyChoice, MonthlyFile, MonthlySummary } from './monthlyApi';
import type { OffersAsk, OffersUsage, OffersView } from './offerApi';
import type { PlansAsk, PlansView, PlanTerms, ScheduleAsk, ScheduleView, TermView } from './planApi';
import type { ReadingProfile, TableFile } from './readerApi';
import type { Scenario, ScenarioAsk, ScenarioStart, ScenarioView } from './scenarioApi';
import type { HistoryBy, HistoryView, UsageView } from './usageApi';
import type { WasteView } from './wasteApi';
import type {
	Progress,
	SniffedFile,
	StagePlan,
	CommitWord,
	StagedImport,
	LayerView,
	PreviewView,
	TakenBack
} from './importApi';
import type { CycleView } from './cycleApi';

export type * from './anomalyApi';
export type * from './archiveApi';
export type * from './budgetApi';
export type * from './callsApi';
export type * from './cycleApi';
export type * from './exportApi';
export type * from './forecastApi';
export type * from './importApi';
export type * from './offerApi';
export type * from './invoiceApi';
export type * from './ledgerApi';
export type * from './monthlyApi';
export type * from './pastApi';
export type * from './planApi';
export type * from './readerApi';
export type * from './scenarioApi';
export type * from './usageApi';
export type * from './wasteApi';
export type { PerSeries, SeriesKey } from './series';

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
	/** what is planned on in the place of usage; null: usage is */
	readonly assumptions: Assumptions | null;
	readonly budgets: readonly Budget[];
	readonly scenarios: readonly Scenario[];
	/** what other vendors ask, to be compared; at most 20 */
	readonly otherCards: readonly OtherCard[];
	/** how files are read, one for each header; those confirmed last are last */
	readonly profiles: readonly ReadingProfile[];
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
	/**
	 * Erases at once what was removed: files of this workspace, and removed workspaces that no other worker holds (one
	 * that does may bring them back, or be restoring them). Where there is no room to write, bytes go first.
	 */
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

	/** What a file is, by its first bytes. Throws an `AppError` that says why it cannot be read at all. */
	identify(file: File): Promise<FileForm>;
	/** The table that a text holds; throws as `identify`. `choice`: what a person says of its layout. */
	sniff(table: TableFile, choice: LayoutChoice): Promise<SniffedFile>;
	preview(workspace: string, table: TableFile, sniffed: Sniffed, mapping: Mapping): Promise<PreviewView>;
	/** Starts the worker that seals the rows of the next file: `url` is the whole address of its script. */
	prepare(url: string): Promise<void>;
	/** Reads a file into staging. */
	stage(
		workspace: string,
		job: string,
		table: TableFile,
		sniffed: Sniffed,
		plan: StagePlan,
		onProgress: (progress: Progress) => void
	): Promise<StagedImport>;
	/** Makes a staged file count: one commit, in which the layer that it replaces goes and its profile is kept. */
	commit(workspace: string, token: string, word: CommitWord): Promise<LayerView>;
	discard(workspace: string, token: string): Promise<void>;
	cancel(job: string): Promise<void>;

	layers(workspace: string): Promise<readonly LayerView[]>;
	/** Undoes a commit that took another layer's place; false: one of the two is not there any more, and nothing changes. */
	takeBack(workspace: string, what: TakenBack): Promise<boolean>;
	/** Takes a layer away, or brings it back: it is kept until the app is closed everywhere. */
	removeLayer(workspace: string, layer: string): Promise<void>;
	/** False: it stays away, since its file was imported again meanwhile, or it is not there any more. */
	restoreLayer(workspace: string, layer: string): Promise<boolean>;
	setRatedDuration(workspace: string, layer: string, index: number): Promise<void>;
	setCoverage(workspace: string, layer: string, from: number, to: number): Promise<void>;
	/** Remembers on this device where the file of a layer lies, and asks for that. Neither leaves it, nor is in a backup. */
	keepFile(workspace: string, layer: string, handle: FileSystemFileHandle): Promise<void>;
	keptFile(workspace: string, layer: string): Promise<FileSystemFileHandle | null>;
	/** Keeps cubes that the query worker had to rebuild. */
	storeCubes(workspace: string, cubes: readonly RebuiltCubes[]): Promise<void>;
}

/** Read-only; owns the caches; may be restarted at the price of its cache. */
export interface QueryApi {
	/** Opens the workspace that was used last and reads what its first figures need, before anybody asks for them. */
	readAhead(): Promise<void>;
	/** `anew` false: where it is open already it stays so, with what was read of it. */
	open(workspace: string, anew?: boolean): Promise<void>;
	/** null: no usage, no readings and no assumptions yet. `start`: any instant of the cycle; null: the as-of's. */
	cycle(start: number | null): Promise<CycleView | null>;
	forecastInput(): Promise<ForecastInput | null>;
	/** What a scenario's figures start from; null: the workspace's as it is. Null where there is nothing to answer from. */
	scenario(scenario: Scenario | null): Promise<ScenarioStart | null>;
	/** What imported rows come to as assumptions; null: there are none, or too few. */
	assumptionsOfUsage(): Promise<Assumptions | null>;
	/** What settings with assumptions answer, whatever is open: nothing is read or written; null: they have none. */
	assumed(settings: Settings): Promise<{ readonly view: CycleView; readonly input: ForecastInput } | null>;
	/** Past stretches in which agents seem to have been stopped, for the user to mark (domain.md §4). */
	proposedStops(): Promise<readonly { readonly from: number; readonly to: number }[]>;
	/** Credits by scope; null without usage and readings. Of readings only everyone's are known. */
	budgetUsage(scopes: readonly BudgetScope[]): Promise<BudgetUsage | null>;
	/** Past cycles replayed under every plan; null without usage. */
	past(ask: PastAsk): Promise<PastView | null>;
	/** What past cycles come to under another rule; null: the card's own. Null without usage. */
	smallPrint(rule: BillingRule | null): Promise<SmallPrintView | null>;
	/** The last weeks by entity, channel and local hour; null without usage. */
	entityHours(): Promise<EntityHours | null>;
	/** The report file (formats.md §5) as text; the forecast is put in as it was shown. */
	report(forecast: ForecastView | null): Promise<string>;
	/** Monthly tables, in the order in which they came; {@link ExploreApi} reads and keeps them. */
	monthlyTables(): Promise<readonly MonthlySummary[]>;
	/** Cubes that had to be rebuilt from rows, for the data worker to keep. */
	rebuiltCubes(): Promise<readonly RebuiltCubes[]>;
}

/** A file that is known for a monthly table, and what a person says of it. */
type MonthlyArguments = [table: TableFile, sniffed: Sniffed, columns: MonthlyColumns, choice: MonthlyChoice];

/**
 * Reads too, for the screens under Usage: fetched and started when there are first figures, or at the first of those
 * screens (docs/decisions/0015). Its scans of all rows keep nobody waiting elsewhere. It ends when another workspace is
 * opened. It writes monthly tables, too, and nothing else (docs/decisions/0025).
 */
export interface ExploreApi {
	open(workspace: string): Promise<void>;
	/** Reads what its screens start from, and the latest calls and chats, before one of them is asked for. */
	readAhead(): Promise<void>;
	/** Who used what on a channel in the cycle that holds an instant; null: the as-of's. Null without usage. */
	usage(start: number | null, channel: Channel): Promise<UsageView | null>;
	/** Calls and chats one by one, as a list whose lines are asked for a page at a time. Null without usage. */
	calls(ask: CallsAsk, lines: number): Promise<CallsView | null>;
	/** Lines of the newest list; null: another has taken its place. */
	callsPage(list: number, first: number, count: number): Promise<readonly CallRow[] | null>;
	/** Why a line of the newest list costs what it costs; null: there is no such line any more. */
	explainCall(list: number, line: number): Promise<CallExplanation | null>;
	/** One scan, after which every brush over one picture is answered for all others. Null without usage. */
	brushCalls(filter: CallsFilter, active: ViewName): Promise<CallsBrush | null>;
	/** Lets go of the rows that the calls before had gathered. */
	leaveCalls(): Promise<void>;
	/** The account of a plan in the cycle that holds an instant; null without usage, or where its card does not sell it. */
	ledger(start: number | null, plan: LedgerPlan): Promise<LedgerStatement | null>;
	/** What an invoice's totals are explained by; null without usage. */
	invoice(ask: InvoiceAsk): Promise<InvoiceView | null>;
	/** Who owes which part of the invoice of the cycle that holds an instant; null without usage. */
	showback(start: number, by: ShowbackBy): Promise<ShowbackView | null>;
	/** Every month's figures, divided by something; null without usage. */
	usageHistory(by: HistoryBy): Promise<HistoryView | null>;
	/** What is out of pattern in the last 60 whole days; null without usage. */
	anomalies(): Promise<AnomaliesView | null>;
	/** What may be saved, by whole past cycles; null without usage. */
	waste(): Promise<WasteView | null>;
	/** What a file known for a monthly table says; nothing is written. */
	readMonthly(...file: MonthlyArguments): Promise<MonthlyFile>;
	/** Keeps such a table behind the others: nothing that counts reads it. */
	keepMonthly(...file: MonthlyArguments): Promise<void>;
	/** Takes a table away, or brings it back to its place as long as this worker lives. */
	removeMonthly(digest: string): Promise<void>;
	restoreMonthly(digest: string): Promise<void>;
	/**
	 * Monthly tables beside what was counted: of a month, or of the cycle that holds an instant; of the last month that
	 * one has where none has that. Null: none has the channel.
	 */
	monthlyCheck(channel: Channel, wanted: string | number | null): Promise<MonthlyCheck | null>;
	/** Usage, or what is assumed, as other vendors' cards count it; null: nothing to count, or no card. */
	offers(): Promise<OffersUsage | null>;
}

/** Stateless; may be killed at any moment. */
export interface ComputeApi {
	forecast(input: ForecastInput): Promise<ForecastView>;
	/** What would have been said at the start of a past local day; null where the days before it in its cycle are unknown. */
	forecastOf(input: ForecastInput, day: number): Promise<ForecastView | null>;
	/** Later cycles, past forecasts and reasons; null where there are no chances. */
	outlook(input: ForecastInput): Promise<OutlookView | null>;
	/** Every tier under every policy in the running cycle; null where there are no chances. */
	plans(input: ForecastInput, ask: PlansAsk): Promise<PlansView | null>;
	/** The best tiers for the twelve cycles from the running one on; null where there are no chances. */
	schedule(input: ForecastInput, ask: ScheduleAsk): Promise<ScheduleView | null>;
	/** Every tier under every policy, held for the twelve cycles from the running one on; null where there are no chances. */
	term(input: ForecastInput, terms: PlanTerms): Promise<TermView | null>;
	/** Budgets on the courses of the running cycle and of the eleven that follow. */
	budgets(input: ForecastInput, asks: readonly BudgetAsk[]): Promise<readonly BudgetView[]>;
	/** What would have been recommended at the start of past cycles, one by one. */
	pastChoices(input: ForecastInput, ask: ChoicesAsk): Promise<readonly PastChoice[]>;
	/** The running cycle under other vendors' cards, beside the plan held; null where there are no chances. */
	offers(input: ForecastInput, ask: OffersAsk): Promise<OffersView | null>;
	/** What comes of a scenario, from the functions above. */
	scenario(input: ForecastInput, ask: ScenarioAsk): Promise<ScenarioView>;
	/** Sample usage as canonical CSV: 13 months up to the local date of an instant, in Toronto. */
	sample(now: number, seed: number): Promise<ArrayBuffer>;
}

/**
 * The whole surface between the page and its workers, types only: read it, with what it takes from forecastApi.ts,
 * planApi.ts, pastApi.ts, offerApi.ts, budgetApi.ts, usageApi.ts, callsApi.ts, invoiceApi.ts, anomalyApi.ts,
 * wasteApi.ts, monthlyApi.ts, readerApi.ts and archiveApi.ts, and you know what the app can do.
 * Instants are ms since 1970 UTC, days are day numbers (engine/time), credits are numbers rounded half-even to
 * four places (formats.md §5), money is decimal text.
 */
import type { PlannedEvent } from '../engine/forecast';
import type { Budget, BudgetScope } from '../engine/planning/budget';
import type {
	Doubt,
	FileForm,
	LayoutChoice,
	LeaveRule,
	Mapping,
	MonthlyColumns,
	PreviewRow,
	Proposal,
	RowProblem,
	Sniffed
} from '../engine/ingest';
import type { Contract, Overage } from '../engine/ledger/contract';
import type { Assumptions } from '../engine/planning/assumed';
import type { OtherCard } from '../engine/planning/offers';
import type { Channel, RateCard } from '../engine/rating/card';
import type { RegisterEntry } from '../engine/rating/register';
import type { Cycle, ZoneTable } from '../engine/time';
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
import type { ReadingChoice, ReadingProfile, TableFile } from './readerApi';
import type { Scenario, ScenarioAsk, ScenarioStart, ScenarioView } from './scenarioApi';
import type { PerSeries } from './series';
import type { HistoryBy, HistoryView, UsageView } from './usageApi';
import type { WasteView } from './wasteApi';

export type * from './anomalyApi';
export type * from './archiveApi';
export type * from './budgetApi';
export type * from './callsApi';
export type * from './exportApi';
export type * from './forecastApi';
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

export interface Progress {
	readonly phase: 'reading' | 'sorting' | 'saving';
	readonly rows: number;
	readonly bytes: number;
	readonly totalBytes: number;
}

/** What the first bytes of a file tell, and how it is proposed to be read. */
export interface SniffedFile {
	readonly sniffed: Sniffed;
	/** by what other files of its layout are known */
	readonly fingerprint: string;
	readonly proposal: Proposal;
	/** it is a ready-made monthly table by its header: no interactions, but what a vendor says of them; null: it is none */
	readonly monthly: MonthlyColumns | null;
}

/** Rows of a file that others, which it reaches into, have too. */
export interface SharedRows {
	/** just the same: they count once */
	readonly already: number;
	/** under the same id with other content: either they count, or those that are there */
	readonly changed: number;
	/** names of the files with rows that it reaches into */
	readonly files: readonly string[];
	/** of those of which only sums by day are kept: what they have in common cannot be told */
	readonly summed: readonly string[];
}

/** What a file has of a channel in a month. */
export interface MonthSums {
	/** first instant of the month */
	readonly start: number;
	readonly channel: Channel;
	readonly interactions: number;
	/** messages of chats, or ms of calls */
	readonly quantity: number;
	/** what they draw by the contract's card; null: that depends on other files, too (trials) */
	readonly credits: number | null;
}

/** How a file is read into staging. */
export interface StagePlan {
	readonly mapping: Mapping;
	/** usage that the product made itself */
	readonly sample: boolean;
	/** what was said of how its rows are found, to be known again with the layer */
	readonly reading: ReadingChoice | null;
	/** the layer of the same file in whose place it comes; null: none */
	readonly replaces: string | null;
}

/** What a person says of a staged file before it counts. */
export interface CommitWord {
	/** of a row that other files have under its id with other content, which one counts; needed where there are such rows */
	readonly changed: 'own' | 'theirs' | null;
	/** how files with its header are read from now on; null: nothing is remembered */
	readonly profile: ReadingProfile | null;
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
	/** rows that a rule of the mapping left out, by rule */
	readonly excluded: Readonly<Partial<Record<LeaveRule, number>>>;
	/** rows that became part of another row's interaction */
	readonly joined: number;
	/** what all rows say against the mapping: to be decided before they count */
	readonly doubts: readonly Doubt[];
	readonly first: number | null;
	readonly last: number | null;
	/** by calendar month of the contract's zone, ascending, calls before chats */
	readonly months: readonly MonthSums[];
	/** the same file is already here: committing changes nothing */
	readonly alreadyHere: LayerView | null;
	/** null: no other file reaches into its time */
	readonly shared: SharedRows | null;
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
	/** all of its file's rows are kept: from the same file it can be read in another way */
	readonly again: boolean;
}

/** The first rows as they will be read and rated, and what could not be read among them. */
export interface PreviewView {
	readonly rows: readonly (PreviewRow & { readonly credits: number })[];
	readonly problems: readonly RowProblem[];
}

// ---------------------------------------------------------------- answers

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
	/** what is answered from: imported rows, meter readings alone, or assumptions, for which none of it is known */
	readonly source: 'rows' | 'readings' | 'assumed';
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
	/** Takes a layer away, or brings it back: it is kept until the app is closed everywhere. */
	removeLayer(workspace: string, layer: string): Promise<void>;
	restoreLayer(workspace: string, layer: string): Promise<void>;
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
	open(workspace: string): Promise<void>;
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
	/** Cubes that had to be rebuilt from rows, for the data worker to keep. */
	rebuiltCubes(): Promise<readonly RebuiltCubes[]>;
}

/** A file that is known for a monthly table, and what a person says of it. */
type MonthlyArguments = [table: TableFile, sniffed: Sniffed, columns: MonthlyColumns, choice: MonthlyChoice];

/**
 * Reads too, for the screens under Usage: fetched and started at the first of them (docs/decisions/0015). Its scans of
 * all rows keep nobody waiting elsewhere. It ends when another workspace is opened. It writes monthly tables, too, and
 * nothing else (docs/decisions/0025).
 */
export interface ExploreApi {
	open(workspace: string): Promise<void>;
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
	/** In the order in which they came. */
	monthlyTables(): Promise<readonly MonthlySummary[]>;
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

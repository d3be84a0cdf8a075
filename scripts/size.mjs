// Size budgets of the built app, gzip -9 (docs/architecture.md). Fails over budget.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './lib/setup.mjs';

const build = join(root, 'build');
const manifest = JSON.parse(
	readFileSync(join(root, '.svelte-kit', 'output', 'client', '.vite', 'manifest.json'), 'utf8')
);
const sizes = new Map();

function gzip(file) {
	const known = sizes.get(file) ?? gzipSync(readFileSync(join(build, file)), { level: 9 }).length;
	sizes.set(file, known);
	return known;
}

/** Scripts that a page's HTML preloads: what the first paint waits for. */
function preloaded(page) {
	const html = readFileSync(join(build, page), 'utf8');
	const links = [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]*>/g)];
	const hrefs = links.map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1]).filter(Boolean);
	const files = hrefs.map((href) => resolve(dirname(join(build, page)), href).slice(build.length + 1));
	return [...new Set(files)].map((file) => file.replaceAll('\\', '/'));
}

/** Files that are put together by name (vite.config.ts). */
const OVERVIEW = /^(overview|pictures)$/;
/** Screens beside the main job, fetched when they are asked for: each has a budget of its own (decisions 0011, 0014, 0017, 0019, 0020, 0022, 0029). */
const STORAGE = /settings\/StorageTab\.svelte$/;
const SOURCES = /import\/Sources\.svelte$/;
const AGENTS = /settings\/AgentsTab\.svelte$/;
const FORECAST_PICTURES = /charts\/(ReportCard|HourBars|YearBars)\.svelte$/;
const routes = readFileSync(join(root, '.svelte-kit', 'generated', 'client-optimized', 'app.js'), 'utf8');
/** The key of a route's own chunk: SvelteKit numbers them. */
const nodeOf = (route) => new RegExp(`nodes/${new RegExp(`"${route}": \\[(\\d+)`).exec(routes)?.[1]}\\.js$`);
const FORECAST = nodeOf('/forecast');
const MIX_PICTURES = /charts\/Mix(Plot|Bar)\.svelte$/;
const MIX = nodeOf('/mix');
const PLANS_PICTURES = /charts\/Cost(Curve|Bar)\.svelte$/;
const PLANS = nodeOf('/plans');
const PAST_PICTURES = /charts\/PastBars\.svelte$/;
const PAST = nodeOf('/plans/past');
const BUDGETS_PICTURES = /charts\/(BudgetBars|CycleLines)\.svelte$/;
const BUDGETS = nodeOf('/budgets');
const BUDGETS_DATES = /state\/budgetDates\.ts$/;
/** One line beside the answer, where there is something to tell. */
const NOTICES = /routes\/Notices\.svelte$/;
const SMALL_PRINT = nodeOf('/plans/small-print');
const LIGHTS_OUT = nodeOf('/plans/lights-out');
const OTHER_VENDORS = nodeOf('/plans/other-vendors');
const SCENARIOS_PICTURE = /charts\/RangeBars\.svelte$/;
const SCENARIOS = nodeOf('/scenarios');
const ASSUMPTIONS = nodeOf('/assumptions');
const PROPOSAL = nodeOf('/proposal');
const SHARED = nodeOf('/shared');
const USAGE = nodeOf('/usage');
const MESSAGING = nodeOf('/usage/messaging');
const HISTORY_PICTURE = /charts\/MonthBars\.svelte$/;
const HISTORY = nodeOf('/usage/history');
const CALLS = nodeOf('/usage/calls');
const LEDGER = nodeOf('/usage/ledger');
const LEDGER_PICTURE = /charts\/Waterfall\.svelte$/;
const CALLS_PICTURES = /charts\/(BrushBars|WeekHeat|PickBars)\.svelte$/;
const INVOICE = nodeOf('/usage/invoice');
const EXPORT = nodeOf('/usage/export');
const WASTE = nodeOf('/usage/waste');
const ANOMALIES_PICTURE = /charts\/DayBand\.svelte$/;
const ANOMALIES = nodeOf('/usage/anomalies');
/** The keys, and with the first of them the palette and the sheet of shortcuts. */
const COMMANDS = /routes\/commands\//;
/** Fetched with the first file. */
const FILE_IN_HAND = /routes\/import\/(MapColumns|Review)\.svelte$/;
/** Fetched when a file is read in another way, and where it is remembered how files are read. */
const READ_AGAIN = /import\/again\/(Correct|Profiles)\.svelte$/;
/** A monthly table in hand, those that are kept, and the check beside usage (decision 0025). */
const MONTHLY = /import\/monthly\/|usage\/MonthlyCheck\.svelte$/;
/** Fetched when what is remembered is changed. */
const EDIT_PROFILE = /import\/again\/EditProfile\.svelte$/;
/** Fetched when a name is asked for. */
const WORKSPACE_NAME = /routes\/WorkspaceName\.svelte$/;
/** Fetched when a picture is saved. */
const SAVING = /charts\/savePicture\.ts$/;
/** What a table and the list of calls can be saved as: fetched when their menu is first opened (decision 0024). */
const EXPORT_MENU =
	/routes\/(TableExport|usage\/calls\/CallsExport)\.svelte$|state\/exports\/(plans|forecast)File\.ts$/;
/** What only a press, or a file of its own kind, fetches is part of no screen. */
const pressed = (key) => [SAVING, EXPORT_MENU, MONTHLY, EDIT_PROFILE].some((one) => one.test(key));
/** Fetched after the answer, whatever it is. */
const QUESTION = /overview\/ProposedStop\.svelte$/;
const beside = (key) =>
	[
		STORAGE,
		AGENTS,
		SOURCES,
		FORECAST_PICTURES,
		FORECAST,
		MIX_PICTURES,
		MIX,
		PLANS_PICTURES,
		PLANS,
		PAST_PICTURES,
		SCENARIOS_PICTURE,
		SCENARIOS,
		PAST,
		BUDGETS_PICTURES,
		BUDGETS,
		BUDGETS_DATES,
		NOTICES,
		ASSUMPTIONS,
		PROPOSAL,
		SHARED,
		USAGE,
		MESSAGING,
		HISTORY_PICTURE,
		HISTORY,
		CALLS,
		CALLS_PICTURES,
		LEDGER,
		LEDGER_PICTURE,
		INVOICE,
		EXPORT,
		WASTE,
		ANOMALIES_PICTURE,
		ANOMALIES,
		SAVING,
		EXPORT_MENU,
		COMMANDS,
		WORKSPACE_NAME,
		FILE_IN_HAND,
		READ_AGAIN,
		MONTHLY,
		EDIT_PROFILE,
		SMALL_PRINT,
		LIGHTS_OUT,
		OTHER_VENDORS,
		QUESTION
	].some((one) => one.test(key));

/** Chunks reached from some, statically or on demand; the other language is one that is not fetched. */
function reached(keys, leaveOut = () => false) {
	const seen = new Set();
	const visit = (key) => {
		const chunk = manifest[key];
		if (!chunk || seen.has(key) || key.includes('fr-CA') || leaveOut(key)) return;
		seen.add(key);
		[...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])].forEach(visit);
	};
	keys.forEach(visit);
	return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

const workerFolder = '_app/immutable/workers';
const worker = (name) =>
	readdirSync(join(build, workerFolder))
		.filter((file) => file.startsWith(`${name}.worker`))
		.map((file) => `${workerFolder}/${file}`);

const [data, query, compute, archive, explore, exporting] = [
	'data',
	'query',
	'compute',
	'archive',
	'explore',
	'export'
].map(worker);
const [seal, reader, workbook, parquet] = ['seal', 'reader', 'workbook', 'parquet'].map(worker);
const first = preloaded('index.html');
const keyOf = new Map(Object.entries(manifest).map(([key, chunk]) => [chunk.file, key]));
const all = [...keyOf.values()];
const app = reached(
	first.map((file) => keyOf.get(file)),
	beside
);
const extra = (leaveOut, ...patterns) =>
	reached(
		all.filter((key) => patterns.some((one) => one.test(key))),
		(key) => leaveOut(key) || app.includes(manifest[key].file)
	);
const more = (...patterns) => extra(pressed, ...patterns);
const screens = more(PLANS, FORECAST, CALLS);
const menus = extra(() => false, SAVING, EXPORT_MENU).filter((file) => !screens.includes(file));
const tables = extra((key) => SAVING.test(key) || EXPORT_MENU.test(key), MONTHLY);
const overview = new Set([
	...first,
	...reached(
		all.filter(
			(key) => OVERVIEW.test(manifest[key].name) || (/overview\/|charts\//.test(key) && !beside(key))
		),
		(key) => beside(key) || first.includes(manifest[key].file)
	)
]);
const budgets = [
	['first page (what index.html preloads)', first, 60_000],
	['Overview complete with its pictures', overview, 100_000],
	['export menus, saving a picture (on demand)', menus, 7_000],
	['data worker', data, 68_000],
	['seal worker (fetched with the first file)', seal, 15_000],
	['query worker', query, 40_000],
	['compute worker', compute, 25_000],
	['archive worker (fetched on demand)', archive, 48_500],
	['explore worker (fetched on demand)', explore, 62_000],
	['export worker (fetched on demand)', exporting, 65_000],
	['name of a workspace (fetched on demand)', more(WORKSPACE_NAME), 2_000],
	['palette and shortcuts (fetched on demand)', more(COMMANDS), 15_000],
	['columns and review of a file (fetched on demand)', more(FILE_IN_HAND), 18_000],
	['how files are read (fetched on demand)', more(READ_AGAIN), 5_000],
	['changing how they are read (on demand)', extra(() => false, EDIT_PROFILE), 7_000],
	['monthly tables (fetched on demand)', tables, 18_000],
	['text and archive reader (fetched on demand)', reader, 15_000],
	['workbook reader (fetched on demand)', workbook, 40_000],
	['Parquet reader (fetched on demand)', parquet, 24_500],
	['storage screen (fetched on demand)', more(STORAGE), 20_000],
	['agent register (fetched on demand)', more(AGENTS), 15_000],
	['where files come from (fetched on demand)', more(SOURCES), 3_000],
	['forecast screen (fetched on demand)', more(FORECAST, FORECAST_PICTURES, QUESTION), 21_000],
	['mix screen (fetched on demand)', more(MIX, MIX_PICTURES), 32_000],
	['plans screen (fetched on demand)', more(PLANS, PLANS_PICTURES), 34_000],
	['scenarios screen (fetched on demand)', more(SCENARIOS, SCENARIOS_PICTURE), 29_000],
	['past months (fetched on demand)', more(PAST, PAST_PICTURES), 19_000],
	['budgets screen (fetched on demand)', more(BUDGETS, BUDGETS_PICTURES, BUDGETS_DATES), 27_000],
	['what budgets tell (fetched on demand)', more(NOTICES), 15_000],
	['small print (fetched on demand)', more(SMALL_PRINT, PAST_PICTURES), 14_000],
	['other vendors (fetched on demand)', more(OTHER_VENDORS, PAST_PICTURES), 19_000],
	['lights-out (fetched on demand)', more(LIGHTS_OUT, /charts\/HourBars\.svelte$/), 16_000],
	['assumptions (fetched on demand)', more(ASSUMPTIONS), 15_000],
	['proposal (fetched on demand)', more(PROPOSAL, /charts\/YearBars\.svelte$/), 29_000],
	['a shared plan (fetched on demand)', more(SHARED, /charts\/YearBars\.svelte$/), 25_000],
	['usage by agent (fetched on demand)', more(USAGE, MESSAGING), 16_000],
	['usage by month (fetched on demand)', more(HISTORY, HISTORY_PICTURE), 18_000],
	['ledger (fetched on demand)', more(LEDGER, LEDGER_PICTURE), 14_000],
	['calls and chats (fetched on demand)', more(CALLS, CALLS_PICTURES), 30_000],
	['invoice (fetched on demand)', more(INVOICE), 19_000],
	['export (fetched on demand)', more(EXPORT), 15_000],
	['waste (fetched on demand)', more(WASTE, PAST_PICTURES), 14_000],
	['anomalies (fetched on demand)', more(ANOMALIES, ANOMALIES_PICTURE), 14_000],
	['all but those, one language', [...first, ...app, ...data, ...query, ...compute], 278_000]
];

let failed = false;
for (const [name, files, limit] of budgets) {
	const list = [...new Set(files)];
	const size = list.reduce((total, file) => total + gzip(file), 0);
	const bad = list.length === 0 || size > limit;
	failed ||= bad;
	console.log(
		`${bad ? 'OVER' : '  ok'}  ${name.padEnd(40)} ${(size / 1000).toFixed(1).padStart(7)} kB of ${limit / 1000} kB`
	);
}
if (failed) {
	for (const file of first) console.log(`      ${file} ${gzip(file)}`);
	process.exit(1);
}

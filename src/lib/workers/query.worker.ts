import { expose, transfer } from 'comlink';
import { openStore, Registry, revision, type Store } from '../db';
import { UNITS_PER_CREDIT } from '../engine/rating';
import { DAY_MS } from '../engine/time';
import type { QueryApi } from './api';
import { AppError } from './errors';
import { answering, ofStorage } from './failure';
import { Alternatives } from './query/alternatives';
import { assumedInput, assumedReport, assumedView } from './query/assumed';
import { assumptionsOfUsage } from './query/assumptionsOfUsage';
import { BlockCache } from './query/blocks';
import { budgetUsage, summedBudgetUsage } from './query/budgets';
import { cycleView } from './query/cycle';
import { forecastInput, PROFILE_DAYS } from './query/history';
import { pastView, smallPrint } from './query/past';
import { proposedStops } from './query/proposedStops';
import { readingsInput, readingsReport, readingsView } from './query/readings';
import { report } from './query/report';
import { scenarioStart } from './query/scenario';
import { Usage } from './query/usage';
import { readSettings } from './settings/document';
import './wire';

/** Figures repeat: the same usage and settings give the same paths. */
const SEED = 20_201;
const PATHS = 2_000;

interface Open {
	readonly store: Store;
	readonly cache: BlockCache;
	readonly alternatives: Alternatives;
	revision: number;
	usage: Promise<Usage | null>;
}

let current: Open | null = null;
/** the browser, or another tab, has ended the connection: it is opened anew when it is asked for */
let closed = false;
let reopening: Promise<void> | null = null;

async function open(id: string): Promise<void> {
	const registry = new Registry();
	const workspace = await registry.find(id);
	registry.close();
	if (!workspace) throw new AppError('storageBroken', { name: id });
	current?.store.db.close();
	current = null;
	const store = await openStore(workspace, () => (closed = true));
	closed = false;
	current = {
		store,
		cache: new BlockCache(store.db),
		alternatives: new Alternatives(),
		revision: -1,
		usage: Promise.resolve(null)
	};
}

/** What is open, with its usage at the newest revision: other tabs and the data worker write behind our back. */
async function fresh() {
	if (current && closed) reopening ??= open(current.store.workspace.id).finally(() => (reopening = null));
	await reopening;
	if (!current) throw new AppError('unexpected');
	const { store, cache, alternatives } = current;
	const { db } = store;
	const now = await revision(db);
	const settings = (await readSettings(db)).value;
	if (now !== current.revision) {
		current.revision = now;
		current.usage = Usage.load(db, cache, settings);
		current.usage.catch(() => {
			if (current) current.revision = -1;
		});
	}
	return { db, settings, alternatives, sample: store.workspace.sample, usage: await current.usage };
}

/** Some of the usage was made by the sample generator. */
const isSample = (usage: Usage): boolean => usage.names.layers.some(({ record }) => record.sample);

const api: QueryApi = {
	open,
	async cycle(start) {
		const { usage, settings, sample } = await fresh();
		if (settings.assumptions) return assumedView(settings, settings.assumptions, sample);
		if (!usage) return readingsView(settings, start, sample);
		return cycleView(usage, start, isSample(usage));
	},
	async forecastInput() {
		const { usage, settings } = await fresh();
		if (settings.assumptions) return assumedInput(settings, settings.assumptions, SEED, PATHS);
		return usage ? forecastInput(usage, SEED, PATHS) : readingsInput(settings, SEED, PATHS);
	},
	async scenario(scenario) {
		return scenarioStart({ ...(await fresh()), seed: SEED, paths: PATHS }, scenario);
	},
	async assumptionsOfUsage() {
		const { usage } = await fresh();
		return usage && assumptionsOfUsage(usage);
	},
	async assumed(settings) {
		const { assumptions } = settings;
		return (
			assumptions && {
				view: assumedView(settings, assumptions, false),
				input: assumedInput(settings, assumptions, SEED, PATHS)
			}
		);
	},
	async proposedStops() {
		const { usage, settings } = await fresh();
		return usage && !settings.assumptions ? proposedStops(usage) : [];
	},
	async budgetUsage(scopes) {
		const { usage, settings, sample } = await fresh();
		if (usage && !settings.assumptions) return budgetUsage(usage, scopes, isSample(usage));
		const view = await api.cycle(null);
		if (!view) return null;
		const cycles = view.context.cycles.map(({ start }) => readingsView(settings, start, sample) ?? view);
		return summedBudgetUsage(settings.assumptions ? [view] : cycles, scopes);
	},
	async past(ask) {
		const { usage, settings, alternatives } = await fresh();
		if (!usage || settings.assumptions) return null;
		return pastView(usage, await alternatives.of(usage, ask), ask, { seed: SEED, paths: PATHS });
	},
	async smallPrint(rule) {
		const { usage, settings, alternatives } = await fresh();
		if (!usage || settings.assumptions) return null;
		return smallPrint(await alternatives.of(usage, { rule, anchorDay: null }));
	},
	async entityHours() {
		const { usage, settings } = await fresh();
		if (!usage || settings.assumptions) return null;
		const units = await usage.entityHours(usage.asOf - PROFILE_DAYS * DAY_MS);
		return { entities: usage.names.entities, credits: units.map((one) => one / UNITS_PER_CREDIT) };
	},
	async report(forecast) {
		const { db, usage, settings } = await fresh();
		const { assumptions } = settings;
		const made = assumptions
			? assumedReport(settings, assumptions, forecast)
			: usage
				? await report(db, usage, forecast)
				: readingsReport(settings, forecast);
		return `${JSON.stringify(made, null, '\t')}\n`;
	},
	async rebuiltCubes() {
		const { usage } = await fresh();
		const rebuilt = usage?.rebuilt ?? [];
		const copies = rebuilt.map(({ layer, key, files }) => ({
			layer,
			key,
			files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.slice(0)]))
		}));
		return transfer(
			copies,
			copies.flatMap(({ files }) => Object.values(files))
		);
	}
};

expose(answering(api, ofStorage));

import { expose, transfer } from 'comlink';
import { UNITS_PER_CREDIT } from '../engine/rating';
import { DAY_MS } from '../engine/time';
import type { CycleView, QueryApi } from './api';
import { answering, ofStorage } from './failure';
import { Alternatives } from './query/alternatives';
import { assumedInput, assumedReport, assumedView } from './query/assumed';
import { assumptionsOfUsage } from './query/assumptionsOfUsage';
import { budgetUsage, summedBudgetUsage } from './query/budgets';
import { cycleView } from './query/cycle';
import { forecastInput, PROFILE_DAYS } from './query/history';
import { readTables, summaryOf } from './monthly/tables';
import { fresh, open, openedStore, openLast } from './query/opened';
import { pastView, smallPrint } from './query/past';
import { proposedStops } from './query/proposedStops';
import { readingsInput, readingsReport, readingsView } from './query/readings';
import { report } from './query/report';
import { scenarioStart } from './query/scenario';
import type { Usage } from './query/usage';
import './wire';

/** Figures repeat: the same usage and settings give the same paths. */
const SEED = 20_201;
const PATHS = 2_000;

/** of the workspace that is open */
let alternatives = new Alternatives();

/** the answer that was given last, or is being given: a start asks for the one that was made ahead */
let answered: {
	readonly usage: Usage;
	readonly start: number | null;
	readonly view: Promise<CycleView>;
} | null = null;

/** Some of the usage was made by the sample generator. */
const isSample = (usage: Usage): boolean => usage.names.layers.some(({ record }) => record.sample);

const api: QueryApi = {
	async readAhead() {
		if (await openLast()) await api.cycle(null);
	},
	async open(workspace, anew) {
		alternatives = new Alternatives();
		await open(workspace, anew);
	},
	async cycle(start) {
		const { usage, settings, sample } = await fresh();
		if (settings.assumptions) return assumedView(settings, settings.assumptions, sample);
		if (!usage) return readingsView(settings, start, sample);
		if (answered?.usage !== usage || answered.start !== start) {
			answered = { usage, start, view: cycleView(usage, start, isSample(usage)) };
			answered.view.catch(() => (answered = null));
		}
		return answered.view;
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
		const { usage, settings } = await fresh();
		if (!usage || settings.assumptions) return null;
		return pastView(usage, await alternatives.of(usage, ask), ask, { seed: SEED, paths: PATHS });
	},
	async smallPrint(rule) {
		const { usage, settings } = await fresh();
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
	async monthlyTables() {
		const { tables } = await readTables((await openedStore()).db);
		return tables.map(summaryOf);
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

import { dayOf } from '../../engine/time';
import type { CycleView, ForecastInput, Scenario, ScenarioStart, Settings } from '../api';
import { applyScenario } from '../scenario';
import { assumedInput, assumedView } from './assumed';
import { cycleView } from './cycle';
import { forecastInput, forecastLevels, planOf } from './history';
import { readingsInput, readingsView } from './readings';
import type { Usage } from './usage';

/** What a workspace is answered from. */
export interface Sources {
	/** as the workspace has them */
	readonly settings: Settings;
	readonly usage: Usage | null;
	readonly sample: boolean;
	readonly seed: number;
	readonly paths: number;
}

interface Basis {
	readonly view: CycleView;
	readonly input: ForecastInput;
}

/**
 * Imported usage stays what it was under the contract that was in force: another plan would have stopped agents on
 * other days, and so changed what is known. Only what is to come is changed.
 */
async function ofUsage(
	usage: Usage,
	settings: Settings,
	scenario: Scenario | null,
	{ sample, seed, paths }: Sources
): Promise<Basis> {
	const view = await cycleView(usage, null, sample);
	const input = await forecastInput(usage, seed, paths);
	if (!scenario) return { view, input };
	const { contract } = settings;
	const cap = scenario.overageCapCredits;
	return {
		view: { ...view, context: { ...view.context, contract } },
		input: {
			...input,
			tiers: cap === null ? input.tiers : forecastLevels({ ...usage.termsAt(null), cap }),
			plan: planOf(settings, dayOf(input.zone, input.asOf))
		}
	};
}

async function basisOf(
	sources: Sources,
	settings: Settings,
	scenario: Scenario | null
): Promise<Basis | null> {
	const { assumptions } = settings;
	const { usage, sample, seed, paths } = sources;
	if (assumptions)
		return {
			view: assumedView(settings, assumptions, sample),
			input: assumedInput(settings, assumptions, seed, paths)
		};
	if (usage) return ofUsage(usage, settings, scenario, sources);
	const view = readingsView(settings, null, sample);
	const input = readingsInput(settings, seed, paths);
	return view && input && { view, input };
}

/** What the figures of a scenario start from; null: those of the workspace as it is. */
export async function scenarioStart(
	sources: Sources,
	scenario: Scenario | null
): Promise<ScenarioStart | null> {
	const settings = scenario ? applyScenario(sources.settings, scenario) : sources.settings;
	const basis = await basisOf(sources, settings, scenario);
	if (!basis) return null;
	const { inForce } = basis.view;
	const { contract, assumptions, growthPercentPerMonth } = settings;
	return {
		...basis,
		held: {
			tier: scenario?.tier ?? inForce?.includedCredits ?? contract.tier,
			policy: scenario?.overage ?? inForce?.overage ?? contract.overage
		},
		assumptions,
		growthPercentPerMonth
	};
}

import type { Contract, ContractChange } from '../engine/ledger/contract';
import type { Scenario, Settings } from './api';

/** What a dated change still changes where a scenario says what holds. */
function without(change: ContractChange, { tier, overage, overageCapCredits }: Scenario): ContractChange[] {
	const { tier: t, overage: o, overageCapCredits: c, at } = change;
	const left = {
		...(t === undefined || tier !== null ? {} : { tier: t }),
		...(o === undefined || overage !== null ? {} : { overage: o }),
		...(c === undefined || overageCapCredits !== null ? {} : { overageCapCredits: c })
	};
	return Object.keys(left).length > 0 ? [{ at, ...left }] : [];
}

function contractOf(contract: Contract, scenario: Scenario): Contract {
	const { tier, overage, overageCapCredits } = scenario;
	if (tier === null && overage === null && overageCapCredits === null) return contract;
	return {
		...contract,
		tier: tier ?? contract.tier,
		// To upgrade at run-out is a way to plan, no policy of a contract.
		overage: overage === null || overage === 'upgrade' ? contract.overage : overage,
		overageCapCredits: overageCapCredits ?? contract.overageCapCredits,
		changes: contract.changes.flatMap((change) => without(change, scenario))
	};
}

/** Settings as they would be under a scenario. Card, cycle and zone stay, so that usage need not be rated anew. */
export function applyScenario(settings: Settings, scenario: Scenario): Settings {
	return {
		...settings,
		contract: contractOf(settings.contract, scenario),
		events: [...settings.events, ...scenario.events],
		growthPercentPerMonth: scenario.growthPercentPerMonth ?? settings.growthPercentPerMonth,
		assumptions: scenario.assumptions ?? settings.assumptions
	};
}

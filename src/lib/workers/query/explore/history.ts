import { censoredStretches } from '../../../engine/ledger';
import { historySums, seriesOf } from '../../../engine/rollup';
import type { HistoryBy, HistoryView } from '../../api';
import type { Usage } from '../usage';
import { wholeCycles } from '../wholeCycles';

/** Month by month, from the cube by agent and entity: no row is read. */
export async function historyView(usage: Usage, by: HistoryBy): Promise<HistoryView> {
	const { names, terms } = usage;
	const { cells } = await usage.people();
	const whole = new Set(wholeCycles(usage));
	const cycles: HistoryView['cycles'][number][] = [];
	for (const one of terms) {
		const { cycle } = one;
		const own = await usage.inForce(one);
		const censored = censoredStretches(own ? [own] : [], usage.marked()).some(
			({ from, to }) => to > cycle.start && from < cycle.end
		);
		cycles.push({ cycle, whole: whole.has(one), censored });
	}
	const bounds = cycles.map(({ cycle }) => cycle);
	const series = (k: number) => seriesOf(cells.slot[k] as number);
	const groups = {
		agent: { names: names.agents, of: (k: number) => cells.agent[k] as number },
		entity: { names: names.entities, of: (k: number) => cells.entity[k] as number },
		channel: { names: ['voice', 'chat'], of: (k: number) => series(k) >> 1 },
		class: { names: ['standard', 'premium'], of: (k: number) => series(k) & 1 }
	}[by];
	return {
		by,
		cycles,
		names: groups.names,
		sums: historySums(cells, bounds, groups.names.length, groups.of),
		series: historySums(cells, bounds, 4, series)
	};
}

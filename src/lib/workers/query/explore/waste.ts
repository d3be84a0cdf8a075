import {
	JUST_ABOVE_SECONDS,
	LEVERS,
	REPEAT_GAP_MS,
	REPEAT_SECONDS,
	REPEATS,
	WasteScan,
	type Lever,
	type WasteSums
} from '../../../engine/explore/waste';
import {
	creditsOfUnits,
	entriesInForce,
	entryOf,
	LayerRating,
	newRated,
	NO_ENTRY,
	VOICE
} from '../../../engine/rating';
import { DAY_MS, type Cycle } from '../../../engine/time';
import type { IdleEntry, LeverView, WasteView } from '../../api';
import { unitsIn } from '../past';
import type { Usage } from '../usage';
import { wholeCycles } from '../wholeCycles';
import { tierNeed } from './tierNeed';

const MINUTE_MS = 60_000;
/** Agents named with each lever. */
const NAMED = 5;
/** Without use for as long, a licence is idle. */
const IDLE_MS = 28 * DAY_MS;

/** One scan of the rows of some cycles. */
async function scan({ names, cache, rules }: Usage, cycles: readonly Cycle[]) {
	const { agents, entities } = names;
	const waste = new WasteScan(rules.plan, cycles, agents.length, entities.length);
	const [from, to] = [cycles[0]?.start ?? Infinity, cycles[cycles.length - 1]?.end ?? -Infinity];
	const rated = newRated();
	for (const layer of names.layers) {
		const { record } = layer;
		const rating = new LayerRating(rules.plan, record.id, layer.names, record.ratedDuration);
		for await (const { seq, block, live } of cache.within(record, from, to)) {
			rating.rate(block, seq, rated);
			waste.add(block, rated, live, layer.agents, layer.entities);
		}
	}
	return waste.finish();
}

/** Register entries in force at the as-of that were not used for four weeks, those never used last. */
async function idleEntries(usage: Usage): Promise<IdleEntry[]> {
	const { plan, zone } = usage.rules;
	const { asOf, names } = usage;
	const { cells, activations } = await usage.people();
	const last = new Map<number, number>();
	for (let k = 0; k < cells.count; k++) {
		const agent = names.agents[cells.agent[k] as number] as string;
		const entity = names.entities[cells.entity[k] as number] as string;
		const entry = entryOf(plan.register, agent, entity, (cells.slot[k] as number) & VOICE);
		if (entry !== NO_ENTRY) last.set(entry, Math.max(last.get(entry) ?? -Infinity, cells.last[k] as number));
	}
	const inForce = new Set(entriesInForce(plan.register, activations, zone, { start: asOf, end: asOf }));
	return plan.register.entries
		.flatMap((entry, k) => {
			const used = last.get(k) ?? null;
			const since = used ?? (activations[k] as number);
			if (!inForce.has(entry) || since > asOf - IDLE_MS) return [];
			const { agent, entity, channel, pricePerCycle } = entry;
			return [{ agent, entity, channel, last: used, pricePerCycle }];
		})
		.sort((a, b) => (b.last ?? -Infinity) - (a.last ?? -Infinity));
}

/** What rows of past cycles cost that may be saved, and which tier would do without it. */
export async function wasteView(usage: Usage): Promise<WasteView> {
	const { names } = usage;
	const past = wholeCycles(usage);
	const whole = past.length > 0;
	const terms = whole ? past : [usage.termsAt(null)];
	const cycles = terms.map(({ cycle }) => cycle);
	const demand = terms.map((own) => unitsIn(usage, own));
	const sums = await scan(usage, cycles);
	const agents = names.agents.length;
	const credits = (milli: number) => creditsOfUnits(Math.round(milli / 1_000));
	const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

	const leverView = async (lever: Lever, { milli, interactions }: WasteSums): Promise<LeverView> => {
		const byCycle = cycles.map((_, c) => total(milli.subarray(c * agents, (c + 1) * agents)));
		const byAgent = names.agents.map((name, agent) => ({
			name,
			milli: cycles.reduce((sum, _, c) => sum + (milli[c * agents + agent] as number), 0)
		}));
		return {
			lever,
			credits: credits(total(milli)),
			interactions: total(interactions),
			byCycle: byCycle.map(credits),
			agents: byAgent
				.filter((one) => one.milli > 0)
				.sort((a, b) => b.milli - a.milli)
				.slice(0, NAMED)
				.map((one) => ({ name: one.name, credits: credits(one.milli) })),
			// Units that a lever saves only in part are kept.
			need: await tierNeed(
				usage,
				past,
				demand.map((units, c) => units - Math.floor((byCycle[c] as number) / 1_000))
			)
		};
	};
	const levers: LeverView[] = [];
	for (const lever of LEVERS) levers.push(await leverView(lever, sums[lever]));
	const latest = terms[terms.length - 1] as (typeof terms)[number];
	return {
		cycles,
		whole,
		credits: creditsOfUnits(demand.reduce((sum, units) => sum + units, 0)),
		summed: cycles.some((cycle) => usage.byDayUntil(cycle) !== null),
		need: await tierNeed(usage, past, demand),
		levers: levers.sort((a, b) => b.credits - a.credits),
		idle: await idleEntries(usage),
		shortCallSeconds: latest.card.voiceRounding.shortCallSeconds,
		justAboveSeconds: JUST_ABOVE_SECONDS,
		repeats: { calls: REPEATS, seconds: REPEAT_SECONDS, minutes: REPEAT_GAP_MS / MINUTE_MS }
	};
}

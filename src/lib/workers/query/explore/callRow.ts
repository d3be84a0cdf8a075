import { licenceOf } from '../../../engine/explore/rows';
import { creditsOfUnits, NON_BILLABLE, PREMIUM, VOICE } from '../../../engine/rating';
import type { CallRow } from '../../api';
import type { Gathered } from './gathered';

/** A row as it is shown, by its position. */
export function callRow({ rows, source: { names } }: Gathered, position: number): CallRow {
	const state = rows.state[position] as number;
	return {
		start: rows.start[position] as number,
		channel: (state & VOICE) === 0 ? 'chat' : 'voice',
		premium: (state & PREMIUM) !== 0,
		licence: licenceOf(state),
		quantity: rows.quantity[position] as number,
		billableSeconds: rows.seconds[position] as number,
		short: (state & NON_BILLABLE) !== 0,
		credits: creditsOfUnits(rows.units[position] as number),
		agent: names.agents[rows.agent[position] as number] as string,
		entity: names.entities[rows.entity[position] as number] as string
	};
}

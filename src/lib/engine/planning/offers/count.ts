import type { Channel } from '../../rating/card';
import { billableSeconds, isShort } from '../../rating/tariff';
import { likelyLengths, type Assumptions } from '../assumed';
import type { Charge, MinuteCharge, SessionCharge } from './card';

/** Billable seconds of a call of `ms` milliseconds; a short one's are none. */
export function secondsOf(
	charge: Omit<MinuteCharge, 'price' | 'block' | 'included' | 'model'>,
	ms: number
): number {
	const rounding = { ...charge, wholeCreditsPerCall: false };
	return isShort(ms, rounding) ? 0 : billableSeconds(ms, rounding);
}

/** Started sessions of a call of `ms` milliseconds: at least one. */
export const sessionsOf = ({ minutes }: Pick<SessionCharge, 'minutes'>, ms: number): number =>
	Math.max(1, Math.ceil(ms / (minutes * 60_000)));

/** A call of `ms` milliseconds, or a chat of so many messages, in what a charge counts; a case is one wherever it is met. */
export function countOf(charge: Charge, channel: Channel, quantity: number): number {
	switch (charge.model) {
		case 'message':
			return quantity;
		case 'minute':
			return secondsOf(charge, quantity);
		case 'session':
			return channel === 'chat' ? 1 : sessionsOf(charge, quantity);
		default:
			return 1;
	}
}

/** What an assumed interaction counts on average: each is a case of its own, since assumptions know of no cases. */
export function assumedCount(
	charge: Charge,
	channel: Channel,
	{ messagesPerChat, lengths }: Pick<Assumptions, 'messagesPerChat' | 'lengths'>
): number {
	if (channel === 'chat') return countOf(charge, channel, messagesPerChat);
	const calls = likelyLengths(lengths);
	return calls.reduce((sum, seconds) => sum + countOf(charge, channel, 1_000 * seconds), 0) / calls.length;
}

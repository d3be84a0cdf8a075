// What every peer is asked, in the words of each.

/** The app's days are those of the contract's zone, a new workspace's Toronto; in both months its clocks are so much behind UTC. */
export const BEHIND_HOURS = 4;

/** The month whose longest premium calls are asked for, [from, to) in ms since 1970 UTC. */
export const MONTH = { from: Date.UTC(2026, 8, 1, BEHIND_HOURS), to: Date.UTC(2026, 9, 1, BEHIND_HOURS) };
export const MOST = 100;

/** The latest month of the file, which the app's Overview shows first: local days, and [from, to) in ms since 1970 UTC. */
export const LATEST = {
	from: '2026-10-01',
	to: '2026-11-01',
	begins: Date.UTC(2026, 9, 1, BEHIND_HOURS),
	ends: Date.UTC(2026, 10, 1, BEHIND_HOURS)
};
/** Credits of the plans of which the app's Overview says when each runs out. */
export const TIERS = [20_000, 40_000, 60_000, 100_000, 150_000, 200_000];
/** Who comes first at the same instant. */
export const ORDER = 'start, channel, coalesce(messages, seconds), class DESC, agent, entity, id';

/** What an interaction draws on the card that every new workspace has, in SQL; seconds are whole. */
export const CREDITS = `(CASE WHEN channel = 'voice' THEN ((seconds + 59) / 60) * (CASE WHEN class = 'premium' THEN 20 ELSE 10 END) ELSE messages * (CASE WHEN class = 'premium' THEN 4 ELSE 2 END) END)`;

export const creditsOf = ({ channel, premium, messages, seconds }) =>
	channel === 'voice' ? Math.ceil(seconds / 60) * (premium ? 20 : 10) : messages * (premium ? 4 : 2);

/**
 * What a first page shows: how many there were, and what they drew.
 * @param {ArrayLike<{ day: string, interactions: number, credits: number }>} rows by day, channel and class
 */
export function firstOf(rows) {
	const sums = { interactions: 0, credits: 0 };
	for (const { day, interactions, credits } of Array.from(rows)) {
		if (day < LATEST.from || day >= LATEST.to) continue;
		sums.interactions += Number(interactions);
		sums.credits += Number(credits);
	}
	return sums;
}

/**
 * When each tier runs out: within a call in proportion to what still fitted, cut to the millisecond.
 * @param {ArrayLike<{ tier: number, at: number }>} rows
 */
export const runOutsOf = (rows) => Array.from(rows, ({ tier, at }) => `${Number(tier)} ${Number(at)}`).sort();

/**
 * A list as the app has it: how many calls there are in all and what they drew, and its first lines.
 * @param {{ interactions: number, credits: number }} all
 * @param {ArrayLike<{ start: number, seconds: number, credits: number, agent: string, entity: string }>} rows by length,
 * longest first; of what is as long, the oldest first
 */
export const listOf = ({ interactions, credits }, rows) => ({
	all: `${interactions} ${credits}`,
	lines: Array.from(rows, ({ start, seconds, credits, agent, entity }) =>
		[Number(start), Number(seconds), Number(credits), agent, entity].join(' ')
	)
});

/** Answers calls of an object's methods that come as messages. */
export function answer(api) {
	self.onmessage = async ({ data: { name, value } }) => {
		try {
			self.postMessage({ value: await api[name](value) });
		} catch (error) {
			self.postMessage({ error: String(error?.stack ?? error) });
		}
	};
}

/**
 * Daily usage that the repository may contain: made up, from a seed, by kinds of customers. What they are like (weekday
 * patterns, noise from day to day, how levels wander and jump, how often a day is idle) follows what is known of real
 * ones; no real series is in here.
 */
const DAY = 86_400_000;

function random(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * noise: of single days, log scale; drift: of the level, a day; jump: chance a day that the level moves by up to a
 * factor of e^±1; idle: chance of a day without use; burst: chance of a day of several times as much; season: swing
 * over the year; week: from Monday on.
 */
const KINDS = {
	'office line': {
		noise: 0.18,
		drift: 0.006,
		jump: 0.001,
		idle: 0,
		burst: 0,
		season: 0.1,
		week: [1.2, 1.25, 1.15, 1.1, 1, 0.15, 0.1]
	},
	'shop line': {
		noise: 0.25,
		drift: 0.008,
		jump: 0.002,
		idle: 0,
		burst: 0.01,
		season: 0.25,
		week: [0.9, 0.85, 0.9, 1, 1.2, 1.35, 0.8]
	},
	'clinic and web': {
		noise: 0.35,
		drift: 0.012,
		jump: 0.004,
		idle: 0.02,
		burst: 0.02,
		season: 0.05,
		week: [1.3, 1.2, 1.1, 1.05, 1, 0.7, 0.65]
	},
	'AI agent': {
		noise: 0.8,
		drift: 0.02,
		jump: 0.012,
		idle: 0.15,
		burst: 0.05,
		season: 0,
		week: [1.1, 1.1, 1.1, 1.1, 1, 0.8, 0.8]
	}
};

function series(kind, seed, days) {
	const { noise, drift, jump, idle, burst, season, week } = KINDS[kind];
	const dice = random(seed);
	const bell = () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
	const start = Date.UTC(2024, 0, 1) + Math.floor(dice() * 28) * DAY;
	const phase = dice() * 2 * Math.PI;
	let level = Math.log(200 + 3_000 * dice());
	const values = Array.from({ length: days }, (_, t) => {
		level += bell() * drift + (dice() < jump ? 2 * dice() - 1 : 0);
		const weekday = (new Date(start + t * DAY).getUTCDay() + 6) % 7;
		const swing = 1 + season * Math.sin((2 * Math.PI * t) / 365.25 + phase);
		const quiet = dice() < idle;
		const times = dice() < burst ? 2 + 6 * dice() : 1;
		return quiet ? 0 : Math.round(Math.exp(level + noise * bell()) * week[weekday] * swing * times);
	});
	return { id: `${kind} ${seed}`, group: kind, start, values };
}

/** So many customers of each kind, two years each. */
export function madeUp(each) {
	return Object.keys(KINDS).flatMap((kind, k) =>
		Array.from({ length: each }, (_, n) => series(kind, 1_000 * (k + 1) + n, 760))
	);
}

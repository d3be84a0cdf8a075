import { normal, seeded, type Random } from '../../engine/forecast';
import {
	civilDate,
	DAY_MS,
	dayNumber,
	formatInstant,
	parseDay,
	readLocal,
	weekday,
	type ZoneTable
} from '../../engine/time';

/**
 * Sample usage as canonical CSV (formats.md §1): thirteen months of a made-up Canadian company up to 14:05 on a local
 * date. Weekdays, Canadian holidays, a campaign, a level shift, a new agent, premium lines in a second language, and
 * growth that takes the last cycles beyond 60,000 credits. The same date and seed give the same bytes.
 */

interface Persona {
	readonly agent: string;
	readonly entity: string;
	readonly channel: 'chat' | 'voice';
	readonly class: 'standard' | 'premium';
	/** interactions on an ordinary Tuesday, before growth */
	readonly daily: number;
	/** median seconds of a call, or messages of a chat */
	readonly size: number;
	/** share of a weekday's volume on Saturday and Sunday */
	readonly weekend: number;
	/** days before the end from which it exists */
	readonly since?: number;
}

const PERSONAS: readonly Persona[] = [
	{
		agent: 'Reception',
		entity: 'Main line',
		channel: 'voice',
		class: 'standard',
		daily: 16,
		size: 95,
		weekend: 0.25
	},
	{
		agent: 'Réception',
		entity: 'Ligne Laval',
		channel: 'voice',
		class: 'premium',
		daily: 5,
		size: 100,
		weekend: 0.2
	},
	{
		agent: 'Booking',
		entity: 'Booking group',
		channel: 'voice',
		class: 'standard',
		daily: 9,
		size: 150,
		weekend: 0.5
	},
	{
		agent: 'Billing',
		entity: 'Accounts',
		channel: 'voice',
		class: 'standard',
		daily: 5,
		size: 170,
		weekend: 0.05
	},
	{
		agent: 'Facturation',
		entity: 'Ligne Laval',
		channel: 'voice',
		class: 'premium',
		daily: 2,
		size: 165,
		weekend: 0.05
	},
	{
		agent: 'After hours',
		entity: 'Main line',
		channel: 'voice',
		class: 'standard',
		daily: 3,
		size: 70,
		weekend: 1.4
	},
	{
		agent: 'Deliveries',
		entity: 'Warehouse',
		channel: 'voice',
		class: 'standard',
		daily: 4,
		size: 80,
		weekend: 0.3
	},
	{
		agent: 'Web assistant',
		entity: 'Website',
		channel: 'chat',
		class: 'standard',
		daily: 20,
		size: 6,
		weekend: 0.6
	},
	{
		agent: 'Assistant web',
		entity: 'Site web',
		channel: 'chat',
		class: 'premium',
		daily: 8,
		size: 6,
		weekend: 0.6
	},
	{
		agent: 'Orders',
		entity: 'Website',
		channel: 'chat',
		class: 'standard',
		daily: 10,
		size: 5,
		weekend: 0.7
	},
	{
		agent: 'Returns',
		entity: 'Website',
		channel: 'chat',
		class: 'standard',
		daily: 6,
		size: 8,
		weekend: 0.5
	},
	{
		agent: 'Careers',
		entity: 'Careers page',
		channel: 'chat',
		class: 'standard',
		daily: 2,
		size: 4,
		weekend: 0.4
	},
	{
		agent: 'Warranty',
		entity: 'Service desk',
		channel: 'voice',
		class: 'standard',
		daily: 5,
		size: 140,
		weekend: 0.1,
		since: 75
	}
];

const HEADER = 'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome';
/** Share of a day's interactions by local hour. */
const HOURS = [1, 0.5, 0.3, 0.3, 0.4, 1, 2, 5, 9, 12, 12, 11, 9, 10, 11, 10, 9, 7, 5, 4, 3, 3, 2, 1];
const DAYS = 396;
const END_OF_LAST_DAY = (14 * 60 + 5) * 60_000;

/** Easter Sunday's day number (anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, 1991, ch. 8). */
function easter(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const m = Math.floor((a + 11 * d + 22 * e) / 451);
	const n = d + e - 7 * m + 114;
	return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The n-th given weekday (0 = Monday) of a month. */
function nthWeekday(year: number, month: number, which: number, n: number): number {
	const first = dayNumber(year, month, 1);
	return first + ((which - weekday(first) + 7) % 7) + 7 * (n - 1);
}

function isHoliday(day: number): boolean {
	const { year, month, day: date } = civilDate(day);
	const victoria = dayNumber(year, 5, 24) - weekday(dayNumber(year, 5, 24));
	return (
		(month === 1 && date === 1) ||
		(month === 7 && date === 1) ||
		(month === 12 && (date === 25 || date === 26)) ||
		day === easter(year) - 2 ||
		day === victoria ||
		day === nthWeekday(year, 9, 0, 1) ||
		day === nthWeekday(year, 10, 0, 2)
	);
}

/** A Poisson count (Knuth, The Art of Computer Programming 2, §3.4.1; normal beyond 50). */
function poisson(mean: number, random: Random): number {
	if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}

const cumulativeHours = HOURS.reduce<number[]>((sums, share) => [...sums, (sums.at(-1) ?? 0) + share], []);

function timeOfDay(random: Random): number {
	const x = random() * (cumulativeHours.at(-1) as number);
	const hour = cumulativeHours.findIndex((sum) => x < sum);
	return hour * 3_600_000 + Math.floor(random() * 3_600_000);
}

interface Row {
	readonly start: number;
	readonly text: string;
}

/**
 * @param until local date `YYYY-MM-DD` of the last day
 * @param zone America/Toronto over the months before it
 */
export function sampleCsv(until: string, seed: number, zone: ZoneTable): string {
	const last = parseDay(until);
	if (last === null) throw new RangeError('until');
	const random = seeded(seed);
	const rows: Row[] = [];
	let cases = 0;
	for (let k = 0; k < DAYS; k++) {
		const day = last - DAYS + 1 + k;
		const left = DAYS - 1 - k;
		const growth = 0.8 + (0.24 * k) / DAYS;
		// The whole company has good and bad days.
		const mood = Math.exp(0.12 * normal(random));
		for (const persona of PERSONAS) {
			if (persona.since !== undefined && left > persona.since) continue;
			let mean = persona.daily * growth * mood;
			if (isHoliday(day)) mean *= 0.15;
			else if (weekday(day) > 4) mean *= persona.weekend;
			else mean *= [1.12, 1, 1, 0.97, 0.9][weekday(day)] as number;
			// A campaign of two weeks brought chats; since a price change more people call.
			if (persona.channel === 'chat' && left >= 150 && left < 164) mean *= 1.7;
			if (persona.channel === 'voice' && left < 240) mean *= 1.2;
			for (let count = poisson(mean, random); count > 0; count--) {
				const time = timeOfDay(random);
				if (left === 0 && time > END_OF_LAST_DAY) continue;
				rows.push(interaction(persona, readLocal(zone, day * DAY_MS + time).instant));
			}
		}
	}
	rows.sort((a, b) => a.start - b.start);
	return `${HEADER}\n${rows.map(({ text }, k) => `S${String(k + 1).padStart(6, '0')},${text}\n`).join('')}`;

	function interaction(persona: Persona, start: number): Row {
		const { agent, entity, channel } = persona;
		const size = persona.size * Math.exp(0.7 * normal(random));
		// Some hang up within seconds.
		const seconds =
			channel === 'voice'
				? random() < 0.06
					? 2 + Math.floor(12 * random())
					: Math.max(5, Math.round(size))
				: 0;
		const messages = channel === 'chat' ? Math.max(1, Math.round(size)) : 0;
		const caseId = `C${String(random() < 0.85 ? ++cases : Math.max(1, cases)).padStart(6, '0')}`;
		const outcome = seconds > 0 && seconds < 15 ? 'abandoned' : random() < 0.12 ? 'transferred' : 'handled';
		const text =
			channel === 'voice'
				? `${formatInstant(start)},${formatInstant(start + seconds * 1_000)},voice,${persona.class},${agent},${entity},,${seconds},${caseId},${outcome}`
				: `${formatInstant(start)},,chat,${persona.class},${agent},${entity},${messages},,${caseId},${outcome}`;
		return { start, text };
	}
}

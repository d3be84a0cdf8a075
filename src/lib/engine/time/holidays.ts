import { civilDate, dayNumber, weekday } from './calendar';

/** Countries whose public holidays are known (ISO 3166-1). */
export const COUNTRIES = ['CA', 'US', 'SE', 'GB', 'DE', 'FR'] as const;
export type Country = (typeof COUNTRIES)[number];

export interface Holiday {
	readonly day: number;
	/** the same for the day itself and for the weekday that stands in for it */
	readonly name: string;
}

/** Days after Easter Sunday; or a date, or the first such weekday (0 = Monday) from a date on; and since which year. */
type Rule = number | readonly [month: number, day: number, weekday?: number | null, since?: number];

const [MON, THU, FRI, SAT] = [0, 3, 4, 5];
/** "The last Monday of May" is the first from the 25th on, "the Monday before 25 May" the first from the 18th on. */
const newYear: Rule = [1, 1];
const goodFriday = -2;
const easterMonday = 1;
const ascension = 39;
const whitMonday = 50;
const labour: Rule = [9, 1, MON];
const mayDay: Rule = [5, 1];
const christmasEve: Rule = [12, 24];
const christmas: Rule = [12, 25];
const boxing: Rule = [12, 26];
const newYearsEve: Rule = [12, 31];

/**
 * What the whole country, or most of its businesses, takes off. Canada Labour Code s. 166 and the Civic Holiday;
 * 5 U.S.C. § 6103 and the Friday after Thanksgiving; Lag (1989:253) and Semesterlagen § 3 a (the eves); Banking and
 * Financial Dealings Act 1971 for England and Wales, without one-off days; the German states' common days with both
 * eves; Code du travail L3133-1. Days of single provinces, states or Länder are not in it.
 */
const RULES: Readonly<Record<Country, Readonly<Record<string, Rule>>>> = {
	CA: {
		newYear,
		goodFriday,
		victoria: [5, 18, MON],
		canada: [7, 1],
		civic: [8, 1, MON],
		labour,
		truth: [9, 30, null, 2021],
		thanksgiving: [10, 8, MON],
		remembrance: [11, 11],
		christmas,
		boxing
	},
	US: {
		newYear,
		king: [1, 15, MON],
		presidents: [2, 15, MON],
		memorial: [5, 25, MON],
		juneteenth: [6, 19, null, 2021],
		independence: [7, 4],
		labour,
		columbus: [10, 8, MON],
		veterans: [11, 11],
		thanksgiving: [11, 22, THU],
		blackFriday: [11, 23, FRI],
		christmas
	},
	SE: {
		newYear,
		epiphany: [1, 6],
		goodFriday,
		easter: 0,
		easterMonday,
		mayDay,
		ascension,
		whitSunday: 49,
		national: [6, 6, null, 2005],
		midsummerEve: [6, 19, FRI],
		midsummer: [6, 20, SAT],
		allSaints: [10, 31, SAT],
		christmasEve,
		christmas,
		boxing,
		newYearsEve
	},
	GB: {
		newYear,
		goodFriday,
		easterMonday,
		mayDay: [5, 1, MON],
		spring: [5, 25, MON],
		summer: [8, 25, MON],
		christmas,
		boxing
	},
	DE: {
		newYear,
		goodFriday,
		easterMonday,
		mayDay,
		ascension,
		whitMonday,
		unity: [10, 3],
		christmasEve,
		christmas,
		boxing,
		newYearsEve
	},
	FR: {
		newYear,
		easterMonday,
		mayDay,
		victory: [5, 8],
		ascension,
		whitMonday,
		national: [7, 14],
		assumption: [8, 15],
		allSaints: [11, 1],
		armistice: [11, 11],
		christmas
	}
};

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm (Nature, 1876) as in J. Meeus, Astronomical Algorithms, ch. 8. */
export function easter(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 19 * l) / 433);
	const month = Math.floor((h + l - 7 * m + 90) / 25);
	return dayNumber(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

function dayIn(year: number, rule: Rule): number | null {
	if (typeof rule === 'number') return easter(year) + rule;
	const [month, day, wanted = null, since = year] = rule;
	if (year < since) return null;
	const first = dayNumber(year, month, day);
	return wanted === null ? first : first + ((wanted - weekday(first) + 7) % 7);
}

/** Days of one year's rules and what stands in for those on a weekend: the last may lie in the year before. */
function ofRules(country: Country, year: number): Holiday[] {
	const days = Object.entries(RULES[country]).flatMap(([name, rule]) => {
		const day = dayIn(year, rule);
		return day === null
			? []
			: [{ day, name, dated: typeof rule === 'object' && typeof rule[2] !== 'number' }];
	});
	const taken = new Set(days.map(({ day }) => day));
	return days
		.sort((a, b) => a.day - b.day)
		.flatMap(({ day, name, dated }) => {
			const own = { day, name };
			let other = day;
			if (dated && country === 'US') other += weekday(day) === 5 ? -1 : weekday(day) === 6 ? 1 : 0;
			else if (dated && (country === 'CA' || country === 'GB') && weekday(day) > 4)
				while (weekday(other) > 4 || taken.has(other)) other++;
			if (other === day) return [own];
			taken.add(other);
			return [own, { day: other, name }];
		});
}

/**
 * Public holidays of a year, ascending. One that falls on a weekend stays, and where the country gives another day for
 * it (Canada and Great Britain the next weekday that is free, the United States the nearer one) that is there too.
 */
export function holidays(country: Country, year: number): Holiday[] {
	return [...ofRules(country, year), ...ofRules(country, year + 1)]
		.filter(({ day }) => civilDate(day).year === year)
		.sort((a, b) => a.day - b.day);
}

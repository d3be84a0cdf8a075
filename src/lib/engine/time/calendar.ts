/**
 * The proleptic Gregorian calendar as integers. A *day number* counts days since 1970-01-01.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), §§ days_from_civil, civil_from_days.
 */

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const QUARTER_MS = 900_000;

export interface CivilDate {
	readonly year: number;
	/** 1–12 */
	readonly month: number;
	/** 1–31 */
	readonly day: number;
}

/** Day number of a civil date. Month and day must be in range. */
export function dayNumber(year: number, month: number, day: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number. */
export function civilDate(dayNumber: number): CivilDate {
	const z = dayNumber + 719_468;
	const era = Math.floor(z / 146_097);
	const dayOfEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1_460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const m = Math.floor((5 * dayOfYear + 2) / 153);
	const month = m < 10 ? m + 3 : m - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1
	};
}

/** Weekday of a day number: 0 = Monday … 6 = Sunday (ISO 8601 order). */
export function weekday(dayNumber: number): number {
	return (((dayNumber + 3) % 7) + 7) % 7;
}

export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
	return month === 2
		? isLeapYear(year)
			? 29
			: 28
		: month === 4 || month === 6 || month === 9 || month === 11
			? 30
			: 31;
}

const pad = (value: number, width: number): string => String(Math.abs(value)).padStart(width, '0');

/** `YYYY-MM-DD` of a day number; years outside 0–9999 carry a sign and six digits, as in ISO 8601. */
export function formatDay(dayNumber: number): string {
	const { year, month, day } = civilDate(dayNumber);
	const y = year >= 0 && year <= 9999 ? pad(year, 4) : `${year < 0 ? '-' : '+'}${pad(year, 6)}`;
	return `${y}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Day number of `YYYY-MM-DD`, or null where the text is not a real date. */
export function parseDay(text: string): number | null {
	const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return dayNumber(year, month, day);
}

/** An instant (ms since 1970 UTC) as ISO 8601 UTC with three decimals and `Z`. */
export function formatInstant(instant: number): string {
	const day = Math.floor(instant / DAY_MS);
	const ms = instant - day * DAY_MS;
	const part = (unit: number, modulo: number, width: number) => pad(Math.floor(ms / unit) % modulo, width);
	return `${formatDay(day)}T${part(HOUR_MS, 24, 2)}:${part(60_000, 60, 2)}:${part(1_000, 60, 2)}.${part(1, 1_000, 3)}Z`;
}

/** The instant of exactly the form that {@link formatInstant} writes, or null. */
export function parseInstant(text: string): number | null {
	const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/.exec(text);
	const day = match ? parseDay(match[1] ?? '') : null;
	if (!match || day === null) return null;
	const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
	if (hour > 23 || minute > 59 || second > 59) return null;
	return day * DAY_MS + hour * HOUR_MS + minute * 60_000 + second * 1_000 + Number(match[5]);
}

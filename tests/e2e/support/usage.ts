/** Usage files that the stories import, made from arithmetic alone. */

const HEADER = 'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome';

const two = (n: number): string => String(n).padStart(2, '0');

/** One canonical row: a call of `seconds`. */
export const call = (startedAt: string, seconds: number | string): string =>
	`,${startedAt},,voice,standard,Reception,Main line,,${seconds},,`;

/** One canonical row: a chat of `messages`. */
export const chat = (startedAt: string, messages: number | string): string =>
	`,${startedAt},,chat,standard,Web assistant,Website,${messages},,,`;

export const canonical = (rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`;

/** Calls of 90 s (2 minutes, 20 credits by the preset card), so many on each of the first days of a month. */
export function callsOfMonth(month: string, days: number, aDay: number): string {
	const rows: string[] = [];
	for (let day = 1; day <= days; day++)
		for (let k = 0; k < aDay; k++)
			rows.push(call(`${month}-${two(day)}T${two(8 + (k % 10))}:${two((k * 7) % 60)}:00-05:00`, 90));
	return canonical(rows);
}

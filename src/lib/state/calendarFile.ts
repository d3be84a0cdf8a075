/** A whole day of a calendar. */
export interface CalendarDay {
	/** the same for the same thing at every export, so that an import moves it */
	readonly uid: string;
	/** `YYYY-MM-DD` */
	readonly day: string;
	/** `YYYY-MM-DD` of the day after */
	readonly next: string;
	readonly title: string;
	readonly text: string;
}

const LINE = 75;

const octets = (sign: string): number => {
	const code = sign.codePointAt(0) ?? 0;
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 octets, no character torn apart; those that follow begin with a space (RFC 5545 §3.1). */
function folded(line: string): string {
	let [out, length] = ['', 0];
	for (const sign of line) {
		const size = octets(sign);
		if (length + size > LINE) {
			out += '\r\n ';
			length = 1;
		}
		out += sign;
		length += size;
	}
	return `${out}\r\n`;
}

/** A text as a value (RFC 5545 §3.3.11). Control characters other than line ends and tabs have no place in one. */
const text = (value: string): string =>
	value
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\t\n\u0080-\u009f])\p{Cc}/gu, '')
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replace(/\n/g, '\\n');

const date = (day: string): string => day.replaceAll('-', '');
const instant = (now: number): string => new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * An iCalendar file (RFC 5545) of whole days, which block no time.
 * @param now the clock: when it was made
 * @param sequence grows from export to export, so that calendars take the newer one
 */
export function calendarText(
	name: string,
	days: readonly CalendarDay[],
	now: number,
	sequence: number
): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Drawdown//Drawdown//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${text(name)}`,
		...days.flatMap((one) => [
			'BEGIN:VEVENT',
			`UID:${text(one.uid)}`,
			`DTSTAMP:${instant(now)}`,
			`SEQUENCE:${sequence}`,
			`DTSTART;VALUE=DATE:${date(one.day)}`,
			`DTEND;VALUE=DATE:${date(one.next)}`,
			`SUMMARY:${text(one.title)}`,
			`DESCRIPTION:${text(one.text)}`,
			'TRANSP:TRANSPARENT',
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	return lines.map(folded).join('');
}

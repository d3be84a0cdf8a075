import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarText, type CalendarDay } from '$lib/state/calendarFile';

const NOW = Date.UTC(2026, 10, 16, 19, 5);

const events = (text: string): ICAL.Event[] =>
	new ICAL.Component(ICAL.parse(text) as unknown[])
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));

/** Any text, with what iCalendar gives a meaning, and signs of up to four bytes. */
const someText = fc.string({
	unit: fc.oneof(fc.constantFrom('\\', ';', ',', '\n', ':', '"', ' ', 'é', '€', '😀', 'n', 'N'), fc.string()),
	maxLength: 120
});
/** Line ends are one sign, and other control characters and halves of a pair are gone. */
const kept = (text: string) =>
	text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\t\n\u0080-\u009f])\p{Cc}/gu, '');

test('a calendar reads what was written, whatever the words are', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(someText, someText), { maxLength: 4 }), fc.nat(1e6), (words, sequence) => {
			const days = words.map(([title, text], k): CalendarDay => ({
				uid: `${k}@drawdown`,
				day: '2026-02-28',
				next: '2026-03-01',
				title,
				text
			}));
			const file = calendarText('Dates', days, NOW, sequence);
			const read = events(file);
			expect(read.map(({ uid, summary, description }) => [uid, summary, description])).toEqual(
				days.map(({ uid, title, text }) => [uid, kept(title), kept(text)])
			);
			for (const event of read) {
				expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-02-28', '2026-03-01']);
				expect(event.sequence).toBe(sequence);
				expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-16T19:05:00Z');
			}
		})
	);
});

test('lines end in CRLF, have at most 75 bytes, and no sign is torn apart', () => {
	fc.assert(
		fc.property(someText, (title) => {
			const file = calendarText(
				title,
				[{ uid: 'a', day: '2026-11-27', next: '2026-11-28', title, text: title }],
				NOW,
				0
			);
			const lines = file.split('\r\n');
			expect(lines.pop()).toBe('');
			for (const line of lines) {
				expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(line).not.toMatch(/[\r\n]/);
				expect(line.isWellFormed()).toBe(true);
			}
		})
	);
});

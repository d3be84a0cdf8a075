import { describe, expect, test } from 'vitest';
import { headerFingerprint, sniff, type LayoutChoice } from '$lib/engine/ingest';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function printOf(text: string, choice?: LayoutChoice): string {
	const bytes = new TextEncoder().encode(text);
	const found = sniff(bytes, 'a.csv', bytes.length, decode, 'lines', choice);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	return headerFingerprint(found.sniffed);
}

describe('files of one layout are known by their header', () => {
	const november = printOf('Start;Talk time;Queue\n2026-11-03 08:00;61;A\n');

	test('whatever their rows hold, however they are separated, and however the names are spaced and spelt', () => {
		expect(november).toMatch(/^[0-9a-f]{32}$/);
		expect(printOf('Start;Talk time;Queue\n2026-12-01 09:00;14;\n2026-12-01 09:01;9;B\n')).toBe(november);
		expect(printOf('start,TALK  time,queue\n2026-12-01 09:00,14,\n')).toBe(november);
		expect(printOf('Ｓtart,Talk time,Queue\n2026-12-01 09:00,14,\n')).toBe(november);
	});

	test.each([
		['another order', 'Talk time;Start;Queue\n61;2026-11-03 08:00;A\n'],
		['one more column', 'Start;Talk time;Queue;Note\n2026-11-03 08:00;61;A;x\n'],
		['two names that read as one', 'Start Talk;time;Queue\n2026-11-03 08:00;61;A\n'],
		['no names', '2026-11-03 08:00;61;A\n2026-11-03 08:05;62;B\n']
	])('but not with %s', (_, text) => {
		expect(printOf(text)).not.toBe(november);
	});

	test('and those without names by what stands in their columns', () => {
		const calls = printOf('2026-11-03 08:00;61;A\n2026-11-03 08:05;62;B\n');
		expect(printOf('2026-12-09 18:00;1;C\n2026-12-09 18:30;2;D\n')).toBe(calls);
		expect(printOf('61;2026-11-03 08:00;A\n62;2026-11-03 08:05;B\n')).not.toBe(calls);
		expect(printOf('2026-11-03 08:00;x;A\n2026-11-03 08:05;y;B\n')).not.toBe(calls);
	});
});

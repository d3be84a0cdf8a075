import { describe, expect, test } from 'vitest';
import { sniff, SNIFF_BYTES } from '$lib/engine/ingest';
import { proposeFor } from '$lib/workers/jobs/survey';
import { decode } from '../support/usage';

/** More rows than the first look takes in; the last one is given. */
async function proposed(row: (k: number) => string, last: string) {
	const rows = Array.from({ length: 9_000 }, (_, k) => row(k));
	const text = new Blob([['Start;Channel;Duration (secs)', ...rows, last, ''].join('\n')]);
	expect(text.size).toBeGreaterThan(SNIFF_BYTES);
	const bytes = new Uint8Array(await text.slice(0, SNIFF_BYTES).arrayBuffer());
	const found = sniff(bytes, 'calls.csv', text.size, decode);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	return proposeFor(text, found.sniffed);
}
const ambiguous = (k: number) => `0${1 + (k % 9)}/0${1 + (k % 8)}/2026 10:00:00Z;voice;1,${100 + (k % 900)}`;

describe('what the first rows of a large file leave open', () => {
	test('is settled by its last row, which is named', async () => {
		const { mapping, questions, fields } = await proposed(ambiguous, '11/25/2026 10:00:00Z;voice;1,5');
		expect([mapping.dateForm, mapping.marks]).toEqual(['mdy', [{ column: 2, decimal: ',' }]]);
		expect(questions).toEqual([]);
		expect(fields.dateForm.evidence[0]).toEqual({
			code: 'provenInLine',
			params: { line: 9_002, value: '11/25/2026 10:00:00Z' }
		});
		expect(fields.marks.evidence[0]).toEqual({
			code: 'provenInLine',
			params: { line: 9_002, value: '1,5' }
		});
	});

	test('is asked where no row settles it', async () => {
		const { mapping, questions } = await proposed(ambiguous, '01/02/2026 10:00:00Z;voice;61');
		expect([mapping.dateForm, mapping.marks]).toEqual([null, [{ column: 2, decimal: null }]]);
		expect(questions.map(({ field }) => field)).toEqual(['dateForm', 'marks']);
	});
});

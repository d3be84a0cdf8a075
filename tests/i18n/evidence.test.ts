import { afterEach, expect, test } from 'vitest';
import type { Proposal } from '$lib/engine/ingest';
import { evidenceOf } from '$lib/i18n/import';
import { language } from '$lib/i18n/language.svelte';

const proposal = (rows: number, of: number) =>
	({
		fields: {
			start: { confidence: 'likely', evidence: [{ code: 'headerName', params: { column: 'When' } }] },
			dateForm: {
				confidence: 'sure',
				evidence: [
					{ code: 'valuesReadAs', params: { form: 'ymd', rows, of } },
					{ code: 'provenInLine', params: { line: 12_345, value: '25/11/2026' } }
				]
			}
		}
	}) as unknown as Proposal;

afterEach(() => language.set('en'));

test('what speaks for a guess has its figures as they are written everywhere', async () => {
	expect(evidenceOf(proposal(4977, 4977), 'start')).toContain('all 4,977 rows looked at');
	expect(evidenceOf(proposal(1, 4977), 'start')).toContain('1 of 4,977 rows');
	expect(evidenceOf(proposal(1, 1), 'start')).toContain('line 12,345 says so: 25/11/2026');
	await language.set('fr-CA');
	expect(evidenceOf(proposal(4977, 4977), 'start')).toContain('les 4\u202f977 lignes examinées');
});

import type { Proposal } from '$lib/engine/ingest';
import type { ReadingProfile, SniffedFile } from '$lib/workers/api';

/** A profile as if its file had just been looked at and all of it were sure: no rows speak for it, the person did. */
export function asFound({ fingerprint, file, header, mapping }: ReadingProfile): SniffedFile {
	const sure = { confidence: 'sure', evidence: [] } as const;
	const fields = [...Object.keys(mapping), 'dateForm', 'durationForm'].map((field) => [field, sure]);
	return {
		fingerprint,
		proposal: { mapping, fields: Object.fromEntries(fields) as Proposal['fields'], questions: [], open: [] },
		monthly: null,
		sniffed: {
			fileName: file,
			fileSize: 0,
			layout: { delimiter: ',', header: 1, before: 1, numbering: 'lines' },
			evidence: {
				delimiter: 'chosen',
				even: 0,
				rows: 0,
				columns: header.length,
				header: 'chosen',
				value: ''
			},
			header,
			columns: [],
			rows: [],
			lines: [],
			sampled: 0
		}
	};
}

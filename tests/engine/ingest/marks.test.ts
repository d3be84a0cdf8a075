import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofOfMark } from '$lib/engine/ingest/marks';
import { FRACTION, NEGATIVE, readScaled, readWhole, type Marks } from '$lib/engine/ingest/numbers';
import { propose, Survey } from '$lib/engine/ingest';
import { utf8 } from '$lib/engine/table';
import { runs } from '../../support/runs';
import { decode, drive, problemsOf, sniffed } from './drive';

const read = (text: string, unit: number, marks: Marks) => {
	const bytes = utf8(text);
	return readScaled(bytes, 0, bytes.length, unit, marks);
};
const proof = (text: string, whole = false) => {
	const bytes = utf8(text);
	return proofOfMark(bytes, 0, bytes.length, whole);
};

const NBSP = '\u00a0';
const NARROW = '\u202f';
/** Marks before decimals, each with those that may stand between thousands. */
const WRITTEN = {
	'.': ['', ',', ' ', NBSP, NARROW, '\u2009', "'", '\u2019'],
	',': ['', '.', ' ', NBSP, NARROW, '\u2009', "'", '\u2019']
} as const;

const grouped = (whole: bigint, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

describe('marks between thousands and before decimals', () => {
	it('are read back as they were printed, whatever they are', () => {
		const written = fc.constantFrom('.' as const, ',' as const).chain((decimal) =>
			fc.record({
				decimal: fc.constant(decimal),
				group: fc.constantFrom(...WRITTEN[decimal]),
				whole: fc.bigInt(0n, 4_000_000n),
				fraction: fc.stringMatching(/^\d{0,5}$/)
			})
		);
		fc.assert(
			fc.property(written, ({ decimal, group, whole, fraction }) => {
				const text = grouped(whole, group) + (fraction ? decimal + fraction : '');
				const ms = Number((whole * 10n ** 5n + BigInt(fraction.padEnd(5, '0'))) / 100n);
				expect(read(text, 1000, decimal)).toBe(ms);
				expect(read(`-${text}`, 1000, decimal)).toBe(/[1-9]/.test(text) ? NEGATIVE : 0);
			}),
			{ numRuns: runs(400) }
		);
	});

	it('stand before groups of three only: 9,99 is never 999', () => {
		for (const text of [
			'9,99',
			'99,9',
			'12,34,567',
			'1,2345',
			'1234,567',
			'0,123',
			',123',
			'1,234,56',
			'1,,234'
		])
			expect(read(text, 1, '.'), text).toBeNaN();
		for (const text of ['1 23', '1 234 56', `1${NBSP}234 567`, "1'234,567", '1.234.567'])
			expect(read(text, 1, '.'), text).toBeNaN();
		expect(read('9,99', 100, ',')).toBe(999);
		expect(read("1'234.50", 100, '.')).toBe(123_450);
	});

	it('are none in our own files', () => {
		for (const text of ['1,234', '1 234', "1'234", '1,5']) expect(read(text, 1, 'plain')).toBeNaN();
		expect(read('1.5', 1000, 'plain')).toBe(1500);
		const canonical =
			'started_at,channel,messages\n2026-03-01T05:00:00Z,chat,"1,234"\n2026-03-01T05:00:00Z,chat,2\n';
		expect(problemsOf(drive(canonical))).toEqual(['2 | messages | 1,234 | badNumber']);
	});

	it('are proven by every number that has one reading', () => {
		const cases: readonly (readonly [string, string, string])[] = [
			['1,5', ',', ','],
			['1.5', '.', '.'],
			['0,250', ',', ','],
			['1.234,5', ',', ','],
			['1,234.5', '.', '.'],
			['1.234.567', ',', ','],
			['1 234,5', ',', ','],
			['1,234', 'either', '.'],
			['1.234', 'either', ','],
			['5.000', 'either', 'either'],
			['1 234', 'none', 'none'],
			['1234', 'none', 'none'],
			['1,2,3', 'none', 'none'],
			['abc.d', 'none', 'none']
		];
		for (const [text, any, whole] of cases)
			expect([text, proof(text), proof(text, true)]).toEqual([text, any, whole]);
		const bytes = utf8('1.234');
		expect(readWhole(bytes, 0, bytes.length, ',')).toBe(1234);
		expect(readWhole(bytes, 0, bytes.length, '.')).toBe(FRACTION);
	});
});

/** Calls with one way to write their lengths. */
const calls = (lengths: readonly string[], more: readonly string[] = []) =>
	[`Start;Channel;Duration (secs)${more.length > 0 ? ';End' : ''}`]
		.concat(
			lengths.map(
				(text, k) =>
					`2026-03-01T05:${String(k % 60).padStart(2, '0')}:00Z;voice;${text}${more[k] ? `;${more[k]}` : ''}`
			),
			''
		)
		.join('\n');
const quantities = (text: string) => {
	const { mapping } = propose(sniffed(text));
	return drive(text, { mapping }).rows.map(({ quantity }) => quantity);
};

describe('a column of numbers', () => {
	it('is read by the mark that any of its values proves', () => {
		expect(quantities(calls(['1.234', '1.234,5', '61']))).toEqual([1_234_000, 1_234_500, 61_000]);
		expect(quantities(calls(['1.234', '0.5', '61']))).toEqual([1_234, 500, 61_000]);
		expect(quantities(calls([`1${NBSP}234`, `2${NARROW}000,5`, '61']))).toEqual([
			1_234_000, 2_000_500, 61_000
		]);
	});

	it('is always asked for where each of its values could be read in two ways', () => {
		const thousands = fc.integer({ min: 1_000, max: 999_999 }).map((n) => grouped(BigInt(n), ','));
		const plain = fc.integer({ min: 0, max: 999 }).map(String);
		const lengths = fc
			.tuple(fc.array(fc.oneof(thousands, plain), { maxLength: 8 }), thousands, fc.boolean())
			.map(([some, one, point]) => [...some, one].map((text) => (point ? text.replaceAll(',', '.') : text)));
		fc.assert(
			fc.property(lengths, (list) => {
				const { questions, mapping, open } = propose(sniffed(calls(list)));
				expect(questions).toMatchObject([{ field: 'marks', because: { code: 'marksAmbiguous' } }]);
				expect(mapping.marks).toEqual([{ column: 2, decimal: null }]);
				expect(open).toEqual([{ column: 2, ask: 'mark', whole: false }]);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('is known by the end of the same rows, and by another column of the same file', () => {
		const ends = ['2026-03-01T05:20:34Z', '2026-03-01T05:34:20Z', '2026-03-01T05:18:40Z'];
		expect(propose(sniffed(calls(['1.234', '2.000', '1.000'], ends))).mapping.marks).toEqual([
			{ column: 2, decimal: ',' }
		]);
		const two = 'Start;Channel;Duration (secs);Hold time (secs)\n2026-03-01T05:00:00Z;voice;1.234;1,5\n';
		const { mapping, questions } = propose(sniffed(two));
		expect(mapping.marks).toEqual([
			{ column: 2, decimal: ',' },
			{ column: 3, decimal: ',' }
		]);
		expect(questions).toEqual([]);
	});

	it('whose later rows say something else is doubted, and their rows are listed', () => {
		const plain = calls(['61', '62', '63', '9,99', '1.234,5']);
		const mapping = { ...propose(sniffed(calls(['61', '62', '63']))).mapping };
		const driven = drive(plain, { mapping });
		expect(driven.rows.map(({ quantity }) => quantity)).toEqual([61_000, 62_000, 63_000]);
		expect(problemsOf(driven)).toEqual([
			'5 | Duration (secs) | 9,99 | otherMark',
			'6 | Duration (secs) | 1.234,5 | otherMark'
		]);
		expect(driven.result.reports.doubts).toEqual([
			{ kind: 'mark', column: 2, decimal: ',', rows: 2, line: 5, value: '9,99' }
		]);
		const open = drive(calls(['61', '1,234']), { mapping });
		expect(open.result.reports.doubts).toEqual([
			{ kind: 'openMark', column: 2, decimal: ',', rows: 1, line: 3, value: '1,234' }
		]);
		const said = { ...mapping, marks: [{ column: 2, decimal: '.' as const }] };
		expect(drive(calls(['61', '1,234']), { mapping: said }).result.reports.doubts).toEqual([]);
	});
});

const dated = (dates: readonly string[]) =>
	['Start;Channel;Duration (secs)', ...dates.map((date) => `${date} 10:00Z;voice;61`), ''].join('\n');

describe('the order of day and month', () => {
	it('is asked wherever no row can be read in one way only', () => {
		const low = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
		fc.assert(
			fc.property(fc.array(fc.tuple(low, low), { minLength: 1, maxLength: 10 }), (parts) => {
				const text = dated(parts.map(([a, b]) => `${a}/${b}/2026`));
				const { questions, open } = propose(sniffed(text));
				expect(questions).toMatchObject([{ field: 'dateForm', because: { code: 'dayMonthAmbiguous' } }]);
				expect(open).toEqual([{ column: 0, ask: 'order', whole: false }]);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('is found by the first row that proves it, in any chunking of the file', () => {
		const dates = ['01/02/2026', '03/04/2026', '05/05/2026', '25/11/2026', '06/07/2026'];
		const text = dated(dates);
		const first = sniffed(dated(dates.slice(0, 3)));
		const { open } = propose(first);
		const bytes = utf8(text);
		for (const size of [1, 7, bytes.length]) {
			const survey = new Survey(first.layout, open, decode);
			let p = 0;
			for (let more = true; more && p < bytes.length; p += size) more = survey.push(bytes.slice(p, p + size));
			const proofs = survey.finish();
			expect(proofs).toEqual([
				{ column: 0, ask: 'order', whole: false, answer: 'dmy', line: 5, value: '25/11/2026 10:00Z' }
			]);
			const { mapping, questions, fields } = propose(first, proofs);
			expect([mapping.dateForm, questions]).toEqual(['dmy', []]);
			expect(fields.dateForm.evidence).toEqual([
				{ code: 'provenInLine', params: { line: 5, value: '25/11/2026 10:00Z' } }
			]);
		}
	});

	it('is never swapped silently: rows that prove the other one are listed, and the answer is doubted', () => {
		const text = dated(['01/02/2026', '03/04/2026', '11/25/2026', '06/07/2026', '11/26/2026']);
		const { mapping } = propose(sniffed(dated(['01/02/2026'])));
		const driven = drive(text, { mapping: { ...mapping, dateForm: 'dmy' } });
		expect(driven.rows.map(({ start }) => start.slice(0, 10))).toEqual([
			'2026-02-01',
			'2026-04-03',
			'2026-07-06'
		]);
		expect(problemsOf(driven)).toEqual([
			'4 | Start | 11/25/2026 10:00Z | otherOrder',
			'6 | Start | 11/26/2026 10:00Z | otherOrder'
		]);
		expect(driven.result.reports.doubts).toEqual([
			{ kind: 'order', form: 'mdy', rows: 2, others: 0, line: 4, value: '11/25/2026 10:00Z' }
		]);
	});

	it('is doubted where both are proven, since rows that could be either may be swapped', () => {
		const read = (...days: string[]) => {
			const { mapping } = propose(sniffed(dated(['25/02/2026'])));
			return drive(dated(days), { mapping: { ...mapping, dateForm: 'dmy' } });
		};
		const mixed = read('01/02/2026', '11/25/2026', '30/11/2026', '11/26/2026');
		expect(mixed.result.reports.doubts).toEqual([
			{ kind: 'order', form: 'mdy', rows: 2, others: 1, line: 3, value: '11/25/2026 10:00Z' }
		]);
		expect(problemsOf(mixed)).toHaveLength(2);
		expect(read('11/25/2026', '30/11/2026').result.reports.doubts).toEqual([]);
		expect(read('30/11/2026', '01/02/2026').result.reports.doubts).toEqual([]);
	});
});

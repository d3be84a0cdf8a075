import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose, type Mapping } from '$lib/engine/ingest';
import { runs } from '../../support/runs';
import { drive, problemsOf, sniffed } from './drive';

const HEADER = 'Note;Start;Agent;Channel;Duration (s);Messages';
const MAPPING: Mapping = propose(
	sniffed(`${HEADER}\nx;2026-03-01T08:00:00Z;Zoë;call;61;\nx;2026-03-01T08:00:00Z;Zoë;chat;;3\n`)
).mapping;

interface Line {
	readonly note?: string;
	readonly agent?: string;
	readonly length?: number;
	readonly messages?: number;
}
const line = ({ note = 'x', agent = 'Zoë', length, messages }: Line): string =>
	`${note};2026-03-01T08:00:00Z;${agent};${length === undefined ? 'chat' : 'call'};${length ?? ''};${messages ?? ''}`;
const read = (...lines: readonly Line[]) =>
	drive([HEADER, ...lines.map(line), ''].join('\n'), { mapping: MAPPING });
const linesOf = ({ rows }: ReturnType<typeof read>) => rows.map((row) => row.line).toSorted((a, b) => a - b);
const calls = (...lengths: readonly number[]): Line[] => lengths.map((length) => ({ length }));

describe('a row of statistics that has all that a call has', () => {
	const doubts = (...lines: readonly Line[]) => {
		const driven = read(...lines);
		expect(driven.rows).toHaveLength(lines.length);
		return driven.result.reports.doubts;
	};

	it('counts and is told, by a word that is no name', () => {
		for (const agent of ['Average', 'AVG:', 'Médiane', 'Durchschnitt', 'Medelvärde', 'Promedio', 'Maximum'])
			expect(doubts(...calls(61, 30, 125), { agent, length: 72 }, { agent, length: 7 })).toEqual([
				{ kind: 'totals', rows: 2, line: 5, value: agent }
			]);
	});

	it('counts and is told where it sums up the rows of a name', () => {
		expect(doubts(...calls(61, 30, 125), { agent: 'Zoë Total', length: 7 }, ...calls(9, 8))).toEqual([
			{ kind: 'totals', rows: 1, line: 5, value: 'Zoë Total' }
		]);
	});

	it('is none where the word is part of a name, or a name', () => {
		for (const agent of ['Max', 'Average Joe', 'Client Total', 'Total Support', 'Total', 'Zoë total care'])
			expect(doubts(...calls(610, 300, 1250), { agent, length: 7 })).toEqual([]);
	});
});

describe('a row of totals that has all that a call has', () => {
	it('is left out where it holds the sum of the rows above, wherever its word stands', () => {
		for (const word of ['Total', ' TOTAL: ', 'Grand total', 'Sous-total', 'Total général', 'Summe', 'Totalt'])
			for (const total of [{ agent: word }, { note: word }]) {
				const driven = read(...calls(61, 0, 125, 7), { ...total, length: 193 }, { length: 9 });
				expect(linesOf(driven), word).toEqual([2, 3, 4, 5, 7]);
				expect(problemsOf(driven)).toEqual([`6 |  | ${word} | totals`]);
				expect(driven.result.reports.doubts).toEqual([]);
			}
	});

	it('is known below totals of parts, which are no part of its sum', () => {
		const total = { agent: 'Total' };
		const driven = read(
			...[...calls(61, 30, 125), { ...total, length: 216 }],
			...[...calls(44), { ...total, length: 44 }],
			...[...calls(80, 90), { ...total, length: 170 }, { ...total, length: 430 }]
		);
		expect(linesOf(driven)).toEqual([2, 3, 4, 6, 8, 9]);
		expect(problemsOf(driven).map((problem) => problem.split(' | ')[0])).toEqual(['5', '7', '10', '11']);
	});

	it('is known for calls and chats apart', () => {
		const driven = read(
			...[...calls(61, 30, 125), { messages: 3 }, { messages: 0 }, { messages: 4 }],
			...[{ agent: 'Total', length: 216 }, { agent: 'Total', messages: 7 }, { messages: 7 }]
		);
		expect(problemsOf(driven)).toEqual(['8 |  | Total | totals', '9 |  | Total | totals']);
	});

	it('is known by rows that are left out, too, as far as they have a length', () => {
		const text = [
			HEADER,
			...calls(61, 30).map(line),
			line({ length: 125 }),
			line({ agent: 'Total', length: 216 })
		];
		const [before = '', after = ''] = text.join('\n').split('Zoë;call;30');
		const bytes = new TextEncoder().encode(`${before}Zo?;call;30${after}`);
		bytes[new TextEncoder().encode(before).length + 2] = 0xff;
		expect(problemsOf(drive(bytes, { mapping: MAPPING }))).toEqual([
			'3 | Agent | Zo\uFFFD | notText',
			'5 |  | Total | totals'
		]);
	});
});

describe('a word for totals', () => {
	it('is a name where most rows have it, whatever they come to', () => {
		const driven = read(...[60, 60, 120, 240, 480].map((length) => ({ agent: 'Total', length })));
		expect(driven.rows).toHaveLength(5);
		expect([problemsOf(driven), driven.result.reports.doubts]).toEqual([[], []]);
	});

	it('is a name where a call of few is longer than those above, but not their sum', () => {
		const total = { agent: 'Total' };
		const driven = read(
			...calls(60),
			{ ...total, length: 90 },
			{ ...total, length: 150 },
			{ ...total, length: 300 }
		);
		expect(driven.rows).toHaveLength(4);
		expect([problemsOf(driven), driven.result.reports.doubts]).toEqual([[], []]);
	});

	it('is a name with other words beside it', () => {
		for (const agent of ['Total Care', 'TotalEnergies', 'Sum of us', 'My total', 'Totally'])
			expect(read(...calls(60, 60, 60), { agent, length: 180 }).rows, agent).toHaveLength(4);
	});

	it('is a name of calls that are no sums, in any file', () => {
		const lengths = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 4, maxLength: 30 });
		fc.assert(
			fc.property(lengths, fc.integer({ min: 0, max: 30 }), (all, at) => {
				const before = all.slice(0, at).reduce((sum, length) => sum + length, 0);
				fc.pre(at < all.length && all[at] !== before);
				const driven = read(...all.map((length, k) => (k === at ? { agent: 'Total', length } : { length })));
				expect(driven.rows).toHaveLength(all.length);
			}),
			{ numRuns: runs(60) }
		);
	});

	it('raises a doubt where the row outweighs those above without being their sum, and it counts', () => {
		const total = { agent: 'Total' };
		const driven = read(
			...[...calls(61, 30, 125), { ...total, length: 250 }],
			...[...calls(44, 50, 20), { ...total, length: 130 }]
		);
		expect(driven.rows).toHaveLength(8);
		expect(driven.result.reports.doubts).toEqual([{ kind: 'totals', rows: 2, line: 5, value: 'Total' }]);
	});

	it('raises a doubt where it is the sum of too few rows to tell', () => {
		const driven = read(...calls(60, 61), { agent: 'Total', length: 121 });
		expect(driven.rows).toHaveLength(3);
		expect(driven.result.reports.doubts).toMatchObject([{ kind: 'totals', rows: 1, line: 4 }]);
	});
});

describe('totals of every few rows', () => {
	it('are left out, and nothing else, in any file', () => {
		const parts = fc.array(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 3, maxLength: 8 }), {
			minLength: 1,
			maxLength: 6
		});
		fc.assert(
			fc.property(parts, fc.constantFrom('Total', 'Subtotal', 'Summa'), (all, word) => {
				const sumOf = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);
				const driven = read(
					...all.flatMap((lengths) => [...calls(...lengths), { agent: word, length: sumOf(lengths) }]),
					{ agent: word, length: sumOf(all.flat()) }
				);
				expect(driven.rows).toHaveLength(all.flat().length);
				expect(problemsOf(driven)).toHaveLength(all.length + 1);
			}),
			{ numRuns: runs(60) }
		);
	});
});

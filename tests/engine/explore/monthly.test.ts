import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	compareMonth,
	foremost,
	monthsOf,
	sumsOf,
	type Compared,
	type CountedRow
} from '../../../src/lib/engine/explore/monthly';
import type { MonthlyRow } from '../../../src/lib/engine/table/monthly';
import { runs } from '../../support/runs';

const NOV = '2026-11';
const row = (agent: string, figures: MonthlyRow['figures'], more: Partial<MonthlyRow> = {}): MonthlyRow => ({
	...{ agent, entity: null, channel: 'voice', month: NOV, figures },
	...more
});
const counted = (
	agent: string,
	figures: CountedRow['figures'],
	entity = '',
	channel: 'voice' | 'chat' = 'voice'
): CountedRow => ({ agent, entity, channel, figures });

const said = (compared: readonly Compared[]) =>
	compared.map((one) => [one.agent, one.entity, one.figure, one.stated, one.counted, one.difference]);

describe('a monthly table beside what was counted', () => {
	it('has each stated figure with the counted one and the difference, and says what only one side has', () => {
		const table = {
			name: 'november.csv',
			rows: [row('Nora', { calls: 12, minutes: 9.5 }), row('Ghost', { calls: 3 })]
		};
		const rows = [
			counted('Nora', { calls: 10, minutes: 9.5, nonBillable: 1, credits: 95 }, 'Main'),
			counted('Nora', { calls: 1, minutes: 0.3333, nonBillable: 0, credits: 4 }, 'Laval'),
			counted('Bo', { calls: 7, minutes: 7, nonBillable: 0, credits: 70 }),
			counted('Nora', { messages: 5, cases: 1, credits: 10 }, '', 'chat')
		];
		expect(said(compareMonth([table], NOV, 'voice', rows))).toEqual([
			['Nora', null, 'calls', 12, 11, 1],
			['Nora', null, 'minutes', 9.5, 9.8333, -0.3333],
			['Ghost', null, 'calls', 3, null, null],
			['Bo', null, 'calls', null, 7, null],
			['Bo', null, 'minutes', null, 7, null]
		]);
		expect(compareMonth([table], NOV, 'chat', rows)).toEqual([]);
		expect(compareMonth([table], '2026-10', 'voice', rows)).toEqual([]);
	});

	it('is divided by entity where the table is', () => {
		const table = { name: 'a', rows: [row('Nora', { calls: 5 }, { entity: 'Main' })] };
		const rows = [counted('Nora', { calls: 5 }, 'Main'), counted('Nora', { calls: 2 }, 'Laval')];
		expect(said(compareMonth([table], NOV, 'voice', rows))).toEqual([
			['Nora', 'Main', 'calls', 5, 5, 0],
			['Nora', 'Laval', 'calls', null, 2, null]
		]);
	});

	it('compares credits that a table does not divide with those of calls and chats together', () => {
		const table = { name: 'a', rows: [row('Nora', { credits: 100, messages: 5 }, { channel: null })] };
		const rows = [
			counted('Nora', { calls: 1, credits: 60 }),
			counted('Nora', { messages: 4, credits: 40 }, '', 'chat')
		];
		expect(said(compareMonth([table], NOV, 'voice', rows))).toEqual([['Nora', null, 'credits', 100, 100, 0]]);
		expect(said(compareMonth([table], NOV, 'chat', rows))).toEqual([
			['Nora', null, 'messages', 5, 4, 1],
			['Nora', null, 'credits', 100, 100, 0]
		]);
	});

	it('shows the figures of the table that came last, and those of the first again where it is removed', () => {
		const [first, last] = [
			{ name: 'first', rows: [row('Nora', { calls: 1 }), row('Bo', { calls: 2 })] },
			{ name: 'last', rows: [row('Nora', { calls: 9 })] }
		];
		const tables = (shown: readonly Compared[]) =>
			shown.map(({ agent, table, stated }) => [agent, table, stated]);
		expect(tables(compareMonth([first, last], NOV, 'voice', []))).toEqual([
			['Nora', 'last', 9],
			['Bo', 'first', 2]
		]);
		expect(tables(compareMonth([first], NOV, 'voice', []))).toEqual([
			['Nora', 'first', 1],
			['Bo', 'first', 2]
		]);
	});

	it('has first what one side alone has, then what differs most, at most so many of each figure', () => {
		const rows = [row('A', { calls: 5 }), row('B', { calls: 1 }), row('C', { calls: 9 })];
		const known = [counted('A', { calls: 4 }), counted('B', { calls: 1 }), counted('D', { calls: 2 })];
		const compared = compareMonth([{ name: 'a', rows }], NOV, 'voice', known);
		expect(foremost(compared, 3).map(({ agent }) => agent)).toEqual(['C', 'D', 'A']);
		expect(sumsOf(compared)).toEqual([
			{
				...{ figure: 'calls', stated: 15, counted: 7, difference: 8, rows: 4 },
				...{ differing: 1, differingBy: 1, onlyStated: 1, onlyCounted: 1 }
			}
		]);
	});

	it('knows the months of a channel', () => {
		const rows = [row('A', { calls: 1 }), row('A', { cases: 1 }, { channel: 'chat', month: '2026-09' })];
		const both = row('A', { credits: 1 }, { channel: null, month: '2026-01' });
		const tables = [{ name: 'a', rows: [...rows, both] }];
		expect(monthsOf(tables, 'voice')).toEqual(['2026-01', NOV]);
		expect(monthsOf(tables, 'chat')).toEqual(['2026-01', '2026-09']);
	});

	it('loses nothing: every stated figure and every counted interaction of a stated kind is there once', () => {
		const names = fc.constantFrom('', 'A', 'B', 'C');
		const key = <T extends { agent: string; entity: string }>({ agent, entity }: T) => `${agent}/${entity}`;
		const statedRows = fc.uniqueArray(fc.record({ agent: names, entity: names, calls: fc.nat(1_000) }), {
			selector: key,
			minLength: 1,
			maxLength: 8
		});
		const countedRows = fc.uniqueArray(fc.record({ agent: names, entity: names, calls: fc.nat(1_000) }), {
			selector: key,
			maxLength: 8
		});
		fc.assert(
			fc.property(statedRows, countedRows, fc.boolean(), (stated, known, divided) => {
				const own = divided ? stated : [...new Map(stated.map((one) => [one.agent, one])).values()];
				const rows = own.map(({ agent, entity, calls }) =>
					row(agent, { calls }, { entity: divided ? entity : null })
				);
				const compared = compareMonth(
					[{ name: 'a', rows }],
					NOV,
					'voice',
					known.map(({ agent, entity, calls }) => counted(agent, { calls }, entity))
				);
				const total = (list: readonly { calls: number }[]) => list.reduce((sum, { calls }) => sum + calls, 0);
				const [sum] = sumsOf(compared);
				expect(sum?.stated ?? 0).toBe(total(own));
				expect(sum?.counted ?? 0).toBe(total(known));
				expect(sum?.rows).toBe(compared.length);
				const equal = compared.filter(({ difference }) => difference === 0).length;
				expect((sum?.differing ?? 0) + (sum?.onlyStated ?? 0) + (sum?.onlyCounted ?? 0) + equal).toBe(
					sum?.rows
				);
				const keys = compared.map(({ agent, entity }) => JSON.stringify([agent, entity]));
				expect(new Set(keys).size).toBe(keys.length);
				for (const one of compared) expect(one.stated === null && one.counted === null).toBe(false);
			}),
			{ numRuns: runs(200) }
		);
	});
});

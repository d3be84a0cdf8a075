import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	allLive,
	IdCheck,
	isLive,
	KEY_WORDS,
	OverlapScan,
	type Overlapping
} from '../../../src/lib/engine/table';
import { runs } from '../../support/runs';

/** An interaction: its content beside the id, and its id; 0: none. */
interface Row {
	readonly content: number;
	readonly id: number;
}

const rowOf = fc.record({ content: fc.nat(4), id: fc.nat(3) });
const fileOf = fc.array(rowOf, { maxLength: 12 });

/** Words that share their first 12 bits, so that the table has to look further. */
const words = (n: number): number[] => (n === 0 ? [0, 0, 0, 0] : [0x1000 * n, n, 7 * n, 0xffffffff - n]);

const keysOf = (rows: readonly Row[]): Uint32Array =>
	Uint32Array.from(rows.flatMap(({ content, id }) => [...words(1 + content + 10 * id), ...words(id)]));

/** Which rows of each file count; the first file goes before. Read in blocks of three rows. */
function counted(files: readonly (readonly Row[])[], idIsKey: (file: number) => boolean) {
	const scan = new OverlapScan();
	const found: Overlapping[] = [];
	const live = files.map((rows, f) => {
		const own = { already: 0, changed: 0 };
		found.push(own);
		const flags: boolean[] = [];
		for (let from = 0; from < rows.length; from += 3) {
			const block = rows.slice(from, from + 3);
			const bits = allLive(block.length);
			scan.add(f + 1, keysOf(block), idIsKey(f), bits, own);
			flags.push(...block.map((_, r) => isLive(bits, r)));
		}
		return flags;
	});
	return { live, found };
}

const name = ({ content, id }: Row) => `${content} ${id}`;
function copies(rows: readonly Row[], row: string, count: (k: number) => boolean = () => true): number {
	return rows.filter((one, k) => name(one) === row && count(k)).length;
}

describe('files that hold the same interactions', () => {
	it('count each row as often as the file that has the most of it', () => {
		fc.assert(
			fc.property(fc.array(fileOf, { maxLength: 4 }), (files) => {
				const { live, found } = counted(files, () => false);
				for (const row of new Set(files.flat().map(name))) {
					const most = Math.max(...files.map((rows) => copies(rows, row)));
					const all = files.reduce(
						(sum, rows, f) => sum + copies(rows, row, (k) => live[f]?.[k] === true),
						0
					);
					expect(all).toBe(most);
				}
				expect(found.reduce((sum, { already }) => sum + already, 0)).toBe(
					live.flat().filter((one) => !one).length
				);
			}),
			{ numRuns: runs(200) }
		);
	});

	it('count a whole file where it stands alone, three alike as three', () => {
		fc.assert(
			fc.property(fileOf, (rows) => {
				expect(counted([rows], () => true).live).toEqual([rows.map(() => true)]);
			}),
			{ numRuns: runs(100) }
		);
	});

	it('let a row give way where a file that goes before has its id with other content, and only there', () => {
		fc.assert(
			fc.property(fc.array(fileOf, { maxLength: 4 }), (files) => {
				const { live, found } = counted(files, () => true);
				for (const [f, rows] of files.entries()) {
					const own = { already: 0, changed: 0 };
					for (const [k, row] of rows.entries()) {
						const winner = files.findIndex((other) => other.some(({ id }) => id === row.id));
						const known = winner === f || copies(files[winner] ?? [], name(row)) > 0;
						if (row.id !== 0 && !known) {
							own.changed++;
							expect(live[f]?.[k]).toBe(false);
							continue;
						}
						const before = Math.max(0, ...files.slice(0, f).map((other) => copies(other, name(row))));
						const copy = copies(rows.slice(0, k + 1), name(row));
						if (copy <= before) own.already++;
						expect(live[f]?.[k]).toBe(copy > before);
					}
					expect(found[f]).toEqual(own);
				}
			}),
			{ numRuns: runs(200) }
		);
	});

	it('let no row give way to a file whose ids are no key, and count no copy that gave way', () => {
		const filesOf = fc.array(fc.record({ rows: fileOf, key: fc.boolean() }), { maxLength: 5 });
		fc.assert(
			fc.property(filesOf, (files) => {
				const { live, found } = counted(
					files.map(({ rows }) => rows),
					(f) => files[f]?.key === true
				);
				const most = new Map<string, number>();
				for (const [f, { rows, key }] of files.entries()) {
					const changed = rows.map((row) => {
						const winner = files.find((other) => other.key && other.rows.some(({ id }) => id === row.id));
						return key && row.id !== 0 && copies(winner?.rows ?? [], name(row)) === 0;
					});
					expect(found[f]?.changed).toBe(changed.filter((one) => one).length);
					const own = rows.filter((_, k) => !changed[k]);
					for (const row of new Set(rows.map(name))) {
						const before = most.get(row) ?? 0;
						const added = copies(rows, row, (k) => live[f]?.[k] === true);
						expect(added).toBe(Math.max(0, copies(own, row) - before));
						most.set(row, before + added);
					}
				}
			}),
			{ numRuns: runs(300) }
		);
	});

	it('add nothing the second time, and only what is new of a file that reaches further', () => {
		const rows = Array.from({ length: 5_000 }, (_, k) => ({ content: k, id: 0 }));
		const { live, found } = counted([rows.slice(0, 3_000), rows.slice(0, 3_000), rows], () => false);
		expect(found.map(({ already }) => already)).toEqual([0, 3_000, 3_000]);
		expect(live[2]?.indexOf(true)).toBe(3_000);
	});
});

describe('ids as a key', () => {
	const check = (rows: readonly Row[]) => {
		const ids = new IdCheck();
		for (const row of rows) ids.add(keysOf([row]));
		return ids;
	};

	it('are one where they are there and hardly ever shared', () => {
		const rows = Array.from({ length: 200 }, (_, k) => ({ content: k, id: k + 1 }));
		expect(check(rows).isKey).toBe(true);
		expect(check([...rows, { content: 9, id: 3 }, { content: 4, id: 5 }]).isKey).toBe(true);
		expect(check(rows.map((row) => ({ ...row, id: 0 }))).isKey).toBe(false);
		expect(check([]).isKey).toBe(false);
	});

	it('are none where different interactions share them, as those of a case do', () => {
		const rows = Array.from({ length: 200 }, (_, k) => ({ content: k, id: 1 + (k >> 1) }));
		expect(check(rows)).toMatchObject({ isKey: false, repeated: 100 });
		// The same row twice says nothing against its id.
		expect(check([...rows.slice(0, 1), ...rows.slice(0, 1)])).toMatchObject({ isKey: true, repeated: 0 });
		expect(KEY_WORDS).toBe(8);
	});
});

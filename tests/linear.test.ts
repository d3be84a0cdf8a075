import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { CsvMachine } from '$lib/engine/ingest/csv/machine';
import { readHeader } from '$lib/engine/ingest/headers';
import { createReading, propose, sniff } from '$lib/engine/ingest';
import { parseDecimal } from '$lib/i18n/parseNumber';
import { utf8 } from '$lib/engine/table';
import { csv } from '$lib/components/download';
import { parseSettings } from '$lib/workers/settings/file';
import { zoneOf } from './support/zones';

/**
 * Nothing that reads a file may take more than in proportion to its length. Two lengths are compared, never a time
 * with a clock: 32 times the text may take 181 times as long at most, where a square would take 1,024.
 */
const FACTOR = 32;
const ALLOWED = FACTOR ** 1.5;
/** ms under which a measurement says nothing */
const NOISE = 3;

function fastest(run: () => unknown, tries: number): number {
	let least = Infinity;
	for (let k = 0; k < tries; k++) {
		const from = performance.now();
		run();
		least = Math.min(least, performance.now() - from);
	}
	return least;
}

/** How many times as long the text of `length` takes as one of a part of it; measured again where it is too much. */
function growth(run: (length: number) => () => unknown, length: number, tries = 3): number {
	const [long, short] = [run(length), run(length / FACTOR)];
	long();
	const of = fastest(long, 2);
	if (of < NOISE) return 0;
	const times = of / Math.max(NOISE / FACTOR, fastest(short, 9));
	return times <= ALLOWED || tries === 1 ? times : Math.min(times, growth(run, length, tries - 1));
}

const source = join(import.meta.dirname, '..', 'src');

/** Not for text of a file: what they read is short by a bound, or made by the app. */
const BOUNDED = {
	'lib/i18n/parseNumber.ts': 'a field as typed, at most 100 characters',
	'lib/state/planTable.ts': 'a number as the app has written it'
};

interface Found {
	readonly path: string;
	readonly text: string;
}

/** Every regular expression that is written in the app. */
function expressions(): Found[] {
	const found: Found[] = [];
	for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
		const path = name.replaceAll('\\', '/');
		if (!/\.(ts|svelte)$/.test(path) || path in BOUNDED) continue;
		const file = readFileSync(join(source, name), 'utf8');
		const code = path.endsWith('.ts') ? file : (/<script[^>]*>([\s\S]*?)<\/script>/.exec(file)?.[1] ?? '');
		const visit = (node: ts.Node): void => {
			if (ts.isRegularExpressionLiteral(node)) found.push({ path, text: node.text });
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
	}
	return found;
}

/** What is repeated, and what ends it so that a match fails at the very end. */
const PUMPS = [
	'a',
	'0',
	' ',
	'\t',
	'\n',
	'(',
	'[',
	')',
	'.',
	',',
	'-',
	'=',
	"'",
	'"',
	';',
	'é',
	'１',
	'0.',
	'a ',
	'(a',
	'1-'
];
const ENDS = ['', '!', 'x', '0'];
const all = expressions();

describe('no regular expression takes the square of a text', () => {
	test('there are expressions to look at', () => {
		expect(all.length).toBeGreaterThan(30);
	});

	test('one that does is found', () => {
		const run = (length: number) => {
			const subject = '('.repeat(length);
			return () => subject.replace(/[([]([^)\]]*)[)\]]/g, '');
		};
		expect(growth(run, 8_192, 1)).toBeGreaterThan(ALLOWED);
	});

	test.each(all)('$path $text', ({ text }) => {
		const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
		const pattern = new RegExp(body, flags.includes('g') ? flags : `${flags}g`);
		for (const pump of PUMPS)
			for (const end of ENDS) {
				const run = (length: number) => {
					const subject = pump.repeat(length / pump.length) + end;
					return () => subject.replace(pattern, '');
				};
				expect(growth(run, 32_768), JSON.stringify([pump, end])).toBeLessThanOrEqual(ALLOWED);
			}
	});
});

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const LONG = 524_288;

describe('what reads a file takes no more than in proportion to its length', () => {
	const cells = [
		'(',
		'[',
		'((a)',
		' ',
		'"',
		'""',
		"'",
		'0',
		'9',
		'-',
		'.',
		':',
		'2026-11-02',
		'1:',
		'T',
		'%',
		'＝',
		'=',
		'é',
		'{"'
	];

	test.each(cells)('a header of many %j', (cell) => {
		const run = (length: number) => {
			const name = cell.repeat(length / cell.length);
			return () => readHeader(name);
		};
		expect(growth(run, 131_072)).toBeLessThanOrEqual(ALLOWED);
	});

	test.each(cells)('rows of a field with many %j, looked at and proposed', (cell) => {
		const run = (length: number) => {
			const field = cell.repeat(Math.floor(length / 8 / cell.length)).replaceAll('"', '""');
			const bytes = encode(`started_at,${cell.replaceAll('"', '')}x\n${`"${field}",${field}\n`.repeat(4)}`);
			return () => {
				const found = sniff(bytes, 'usage.csv', bytes.length, decode);
				if (found.kind === 'table') propose(found.sniffed);
			};
		};
		expect(growth(run, 131_072)).toBeLessThanOrEqual(ALLOWED);
	});

	test.each([',', '"', '""', '\n', '\r', '",', '"\n', 'a'])(
		'half a megabyte of %j through the CSV machine',
		(cell) => {
			const run = (length: number) => {
				const bytes = encode(cell.repeat(length / cell.length));
				return () => {
					let rows = 0;
					const machine = new CsvMachine(',', { row: () => void rows++, malformed: () => void rows++ });
					machine.push(bytes);
					machine.finish();
					return rows;
				};
			};
			expect(growth(run, LONG)).toBeLessThanOrEqual(ALLOWED);
		}
	);

	test.each(['0', '1', '.', ',', ' ', '-', '$'])('a number of many %j', (cell) => {
		const run = (length: number) => {
			const text = `0.${cell.repeat(length)}1`;
			return () => parseDecimal(text);
		};
		expect(growth(run, LONG)).toBeLessThanOrEqual(ALLOWED);
	});

	test.each([';', '=', '\t', "'", '"', '\r\n'])('a list of rejected rows with many %j', (cell) => {
		const run = (length: number) => {
			const text = cell.repeat(length / cell.length);
			return () => csv([[text, 1]]);
		};
		expect(growth(run, 65_536)).toBeLessThanOrEqual(ALLOWED);
	});

	test('a file of many rows with a word for totals, of which one has summed up others', () => {
		const row = (agent: string, length: number) => `2026-03-01T08:00:00Z,${agent},call,${length}\n`;
		const head = `Start,Agent,Channel,Duration (s)\n${[1, 2, 3].map((n) => row('Zoë', n)).join('')}${row('Total', 6)}`;
		const found = sniff(utf8(head), 'calls.csv', head.length, decode);
		if (found.kind === 'refused') throw new Error(found.refusal.code);
		const { layout, header } = found.sniffed;
		const { mapping } = propose(found.sniffed);
		const run = (length: number) => {
			const text = utf8(head + Array.from({ length }, (_, k) => row('Total', 1 + k)).join(''));
			return () =>
				createReading({
					mapping,
					layout,
					header,
					zone: null,
					contractZone: zoneOf('UTC'),
					decode,
					onBlock: () => undefined
				}).push(text);
		};
		expect(growth(run, 65_536)).toBeLessThanOrEqual(ALLOWED);
	});

	test.each(['0', '-', ' ', '[', '{"a":'])('a settings file of many %j', (cell) => {
		const run = (length: number) => {
			const inner = cell.repeat(length / cell.length);
			const text = JSON.stringify({
				format: 'drawdown-settings',
				version: 1,
				readings: [{ at: inner, creditsUsed: 1 }]
			});
			return () => {
				for (const one of [text, inner])
					try {
						parseSettings(one);
					} catch {
						// Refused, which is right: only how long it takes is asked here.
					}
			};
		};
		expect(growth(run, LONG)).toBeLessThanOrEqual(ALLOWED);
	});
});

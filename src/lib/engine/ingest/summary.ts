import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '../table/columns';
import { Dictionary, NOT_TEXT } from '../table/dictionary';
import { summaryOf, type Summary, type SummaryEntry, type SummaryRule } from '../table/summary';
import type { Decode } from '../table/text';
import { parseDay } from '../time';
import { CsvMachine, type CsvSink } from './csv/machine';
import { SUMMARY_MARK } from './summaryMark';

/** Its columns: all of them, in any order, and no others. */
export const SUMMARY_HEADER = [
	'day',
	'channel',
	'class',
	'agent',
	'entity',
	'interactions',
	'messages',
	'seconds',
	'billable_seconds',
	'non_billable_calls'
] as const;

type Column = (typeof SUMMARY_HEADER)[number];

/** Why a file of sums cannot be imported. Sums are taken whole or not at all: what one row lacks nobody would see. */
export type SummaryProblem =
	| { readonly reason: 'mark'; readonly value: string }
	| { readonly reason: 'version'; readonly value: string }
	| { readonly reason: 'header'; readonly value: string }
	| { readonly reason: 'none' }
	| { readonly reason: 'value'; readonly line: number; readonly column: Column; readonly value: string }
	/** the same day, channel, class, agent and entity were there before */
	| { readonly reason: 'twice'; readonly line: number }
	| { readonly reason: 'row'; readonly line: number };

export interface SummaryFile {
	readonly rule: SummaryRule;
	readonly summary: Summary;
	readonly agents: readonly string[];
	readonly entities: readonly string[];
	/** dictionaries as they are stored */
	readonly dictionaries: { readonly agent: ArrayBuffer; readonly entity: ArrayBuffer };
	/** day numbers of the first and the last day */
	readonly firstDay: number;
	readonly lastDay: number;
	readonly interactions: number;
}

export type SummaryResult =
	| { readonly kind: 'done'; readonly file: SummaryFile }
	| { readonly kind: 'refused'; readonly problem: SummaryProblem };

class Refused extends Error {
	constructor(readonly problem: SummaryProblem) {
		super(problem.reason);
	}
}

const refuse = (problem: SummaryProblem): never => {
	throw new Refused(problem);
};

const RULE = { shortCallSeconds: 0, initialSeconds: 0, incrementSeconds: 1 } as const;
/** A year of seconds: a rounding longer than that is none. */
const LONGEST = 31_536_000;

/** What the first line says: `version=1 shortCallSeconds=0 initialSeconds=60 incrementSeconds=60 timeZone=America/Toronto`. */
function ruleOf(line: string): SummaryRule {
	const words = new Map(
		line
			.slice(SUMMARY_MARK.length)
			.split(' ')
			.filter((word) => word !== '')
			.map((word) => {
				const at = word.indexOf('=');
				return [word.slice(0, at), word.slice(at + 1)] as const;
			})
	);
	const version = words.get('version') ?? '';
	if (version !== '1') refuse({ reason: 'version', value: version });
	const seconds = (name: keyof typeof RULE): number => {
		const text = words.get(name) ?? '';
		const value = /^\d{1,8}$/.test(text) ? Number(text) : NaN;
		return value >= RULE[name] && value <= LONGEST
			? value
			: refuse({ reason: 'mark', value: `${name}=${text}` });
	};
	const timeZone = words.get('timeZone') ?? '';
	if (!/^[A-Za-z0-9+_/-]{1,64}$/.test(timeZone)) refuse({ reason: 'mark', value: `timeZone=${timeZone}` });
	return {
		shortCallSeconds: seconds('shortCallSeconds'),
		initialSeconds: seconds('initialSeconds'),
		incrementSeconds: seconds('incrementSeconds'),
		timeZone
	};
}

const CHANNELS = new Map([
	['chat', 0],
	['voice', KIND_VOICE]
]);
const CLASSES = new Map([
	['', 0],
	['standard', KIND_STANDARD],
	['premium', KIND_PREMIUM]
]);

/** Sums of one day, channel, class, agent and entity a row; lines are counted from the file's first, which stands above. */
class SummaryRows implements CsvSink {
	readonly entries: SummaryEntry[] = [];
	readonly agents = new Dictionary();
	readonly entities = new Dictionary();
	readonly #seen = new Set<string>();
	readonly #decode: Decode;
	/** place of each column; null until the header is read */
	#places: Readonly<Record<Column, number>> | null = null;

	constructor(decode: Decode) {
		this.#decode = decode;
	}

	row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, below: number): void {
		const line = below + 1;
		const text = (k: number) => this.#decode(bytes.subarray(starts[k], ends[k])).trim();
		if (!this.#places) {
			this.#places = placesOf(Array.from({ length: count }, (_, k) => text(k)));
			return;
		}
		if (count !== SUMMARY_HEADER.length) return refuse({ reason: 'row', line });
		const places = this.#places;
		const bad = (column: Column): never =>
			refuse({ reason: 'value', line, column, value: text(places[column]) });
		/** Sums of a day: longer than a column of single interactions would hold. */
		const whole = (column: Column, most = Number.MAX_SAFE_INTEGER): number => {
			const digits = text(places[column]);
			const value = /^\d{0,16}$/.test(digits) ? Number(digits) : NaN;
			return value <= most ? value : bad(column);
		};
		const milliseconds = (column: Column): number => {
			const match = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text(places[column])) ?? bad(column);
			return Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0').slice(0, 3));
		};
		const name = (dictionary: Dictionary, column: 'agent' | 'entity'): number => {
			const code = dictionary.find(bytes, starts[places[column]] as number, ends[places[column]] as number);
			return code === NOT_TEXT ? bad(column) : code;
		};
		const day = parseDay(text(places.day)) ?? bad('day');
		const channel = CHANNELS.get(text(places.channel)) ?? bad('channel');
		const kind = channel | (CLASSES.get(text(places.class)) ?? bad('class'));
		const interactions = whole('interactions', 0xffff_ffff) || bad('interactions');
		const nonBillable = whole('non_billable_calls');
		if (nonBillable > interactions) bad('non_billable_calls');
		const [agent, entity] = [name(this.agents, 'agent'), name(this.entities, 'entity')];
		const voice = channel === KIND_VOICE;
		this.entries.push({
			day,
			kind,
			agent,
			entity,
			interactions,
			quantity: voice ? milliseconds('seconds') : whole('messages'),
			seconds: voice ? whole('billable_seconds') : 0,
			nonBillable: voice ? nonBillable : 0
		});
		const key = `${day} ${kind} ${agent} ${entity}`;
		if (this.#seen.has(key)) refuse({ reason: 'twice', line });
		this.#seen.add(key);
	}

	malformed(_: Uint8Array, below: number): void {
		refuse({ reason: 'row', line: below + 1 });
	}
}

function placesOf(header: readonly string[]): Record<Column, number> {
	const known = SUMMARY_HEADER.map((name) => [name, header.indexOf(name)] as const);
	const strange = header.find((name) => !(SUMMARY_HEADER as readonly string[]).includes(name));
	if (strange !== undefined || new Set(header).size !== header.length)
		refuse({ reason: 'header', value: strange ?? header.join(',') });
	for (const [name, place] of known) if (place < 0) refuse({ reason: 'header', value: name });
	return Object.fromEntries(known) as Record<Column, number>;
}

/** Reads `summary.csv` (formats.md §3), whole: sums that another engine made where the events are. */
export function readSummaryFile(bytes: Uint8Array, decode: Decode): SummaryResult {
	try {
		const end = bytes.indexOf(10);
		const line = decode(bytes.subarray(0, end < 0 ? bytes.length : end))
			.replace(/^\ufeff/u, '')
			.trim();
		if (!line.startsWith(SUMMARY_MARK)) refuse({ reason: 'mark', value: line.slice(0, 60) });
		const rule = ruleOf(line);
		const rows = new SummaryRows(decode);
		const machine = new CsvMachine(',', rows);
		if (!machine.push(bytes.subarray(end + 1)) || !machine.finish())
			refuse({ reason: 'row', line: machine.line + 1 });
		if (rows.entries.length === 0) refuse({ reason: 'none' });
		const summary = summaryOf(rows.entries);
		const texts = (dictionary: Dictionary): string[] => ['', ...dictionary.since(decode)];
		return {
			kind: 'done',
			file: {
				rule,
				summary,
				agents: texts(rows.agents),
				entities: texts(rows.entities),
				dictionaries: { agent: rows.agents.encode(), entity: rows.entities.encode() },
				firstDay: summary.day[0] as number,
				lastDay: summary.day[summary.entries - 1] as number,
				interactions: summary.interactions.reduce((sum, count) => sum + count, 0)
			}
		};
	} catch (cause) {
		if (cause instanceof Refused) return { kind: 'refused', problem: cause.problem };
		throw cause;
	}
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose, type Mapping } from '$lib/engine/ingest';
import { runs } from '../../support/runs';
import { zoneOf } from '../../support/zones';
import { drive, problemsOf, sniffed, type Driven } from './drive';

const shown = ({ rows }: Driven) =>
	rows.map(({ line, start, quantity, agent, entity, id, caseId }) =>
		[line, start, quantity, agent, entity, id, caseId].join(' | ')
	);
const summaryOf = ({ result }: Driven) => {
	if (result.kind === 'refused') throw new Error(result.refusal.code);
	const { rows, kept, joined, excluded, leftOut } = result.summary;
	return { rows, kept, joined, excluded, leftOut };
};

const MESSAGES = [
	'message_id;message_body;message_type;message_created_at;message_author_type;conversation_id;app_name',
	'1;"Hello,\nthere";comment;2026-11-03T10:00:00Z;user;c1;Site',
	'2;Hi!;comment;2026-11-03T10:00:20Z;bot;c1;Site',
	'3;I need …;comment;2026-11-03T10:01:00Z;user;c1;Site',
	'4;Bonjour;comment;2026-11-03T10:01:30Z;lead;c2;Site',
	'5;Thanks;comment;2026-11-04T09:00:00Z;user;c1;Site',
	'6;by phone;SMS;2026-11-04T09:00:00Z;user;c3;Site',
	'7;?;comment;2026-11-04T09:00:00Z;martian;c1;Site',
	''
].join('\n');

const mappingOf = (text: string): Mapping => {
	const { mapping, questions } = propose(sniffed(text));
	expect(questions).toEqual([]);
	return mapping;
};
/** The sample has words that the file goes beyond. */
const SAMPLE = MESSAGES.split('\n').slice(0, -2).concat('').join('\n');

describe('one row for each message', () => {
	it('becomes one chat for each conversation and day, of the messages that customers wrote', () => {
		const driven = drive(MESSAGES, { mapping: mappingOf(SAMPLE) });
		expect(shown(driven)).toEqual([
			'2 | 2026-11-03T10:00:00.000Z | 2 |  |  | c1 2026-11-03 | c1',
			'6 | 2026-11-03T10:01:30.000Z | 1 |  |  | c2 2026-11-03 | c2',
			'7 | 2026-11-04T09:00:00.000Z | 1 |  |  | c1 2026-11-04 | c1'
		]);
		expect(problemsOf(driven)).toEqual(['9 | message_author_type | martian | unknownAuthor']);
		expect(summaryOf(driven)).toEqual({ rows: 7, kept: 3, joined: 1, excluded: 2, leftOut: 1 });
		expect([...driven.result.reports.excluded]).toEqual([
			['author', 1],
			['sms', 1]
		]);
	});

	it('is cut at the contract’s midnights', () => {
		const text = MESSAGES.replaceAll('2026-11-03T10:01', '2026-11-03T23:30');
		const mapping = mappingOf(SAMPLE);
		const stockholm = drive(text, { mapping, contractZone: zoneOf('Europe/Stockholm') });
		expect(stockholm.rows.map(({ id, quantity }) => [id, quantity])).toEqual([
			['c1 2026-11-03', 1],
			['c1 2026-11-04', 2],
			['c2 2026-11-04', 1]
		]);
	});

	it('comes to the same in any order of rows and any chunking, and counts every customer message once', () => {
		const message = fc.record({
			conversation: fc.constantFrom('a', 'b', 'c', ''),
			author: fc.constantFrom('user', 'bot', 'lead'),
			minute: fc.integer({ min: 0, max: 3_000 })
		});
		const header = 'message_id;conversation_id;message_author_type;message_created_at';
		const line = (
			{ conversation, author, minute }: { conversation: string; author: string; minute: number },
			k: number
		) => `${k};${conversation};${author};${new Date(Date.UTC(2026, 10, 3) + minute * 60_000).toISOString()}`;
		const mapping = mappingOf(`${header}\n1;a;user;2026-11-03T10:00:00Z\n2;a;bot;2026-11-03T10:00:00Z\n`);
		const bag = (driven: Driven) =>
			driven.rows.map(({ start, quantity, id, caseId }) => [start, quantity, id, caseId].join()).sort();
		fc.assert(
			fc.property(
				fc.array(message, { minLength: 1, maxLength: 30 }),
				fc.integer({ min: 1, max: 40 }),
				(list, chunk) => {
					const customers = list.filter(({ author }) => author !== 'bot').length;
					fc.pre(customers > 0);
					const text = (rows: typeof list) => [header, ...rows.map(line), ''].join('\n');
					const forth = drive(text(list), { mapping, chunk, blockRows: 8 });
					const back = drive(text(list.toReversed()), { mapping, blockRows: 8 });
					expect(bag(back)).toEqual(bag(forth));
					expect(forth.rows.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(customers);
					const { rows, kept, joined, excluded, leftOut } = summaryOf(forth);
					expect(rows).toBe(kept + joined + excluded + leftOut);
				}
			),
			{ numRuns: runs(60) }
		);
	});
});

const LEGS = [
	'Call ID;Start time;Agent;Duration (secs);Channel',
	'x;2026-11-03T10:00:00Z;Zoë;60;voice',
	'y;2026-11-03T10:00:10Z;Zoë;30;voice',
	'x;2026-11-03T10:01:05Z;Desk;100;voice',
	'x;2026-11-03T10:01:00Z;;30;voice',
	'x;2026-11-05T10:00:00Z;Zoë;7;voice',
	''
].join('\n');

describe('legs of one call', () => {
	it('are rows of their own unless they are to be joined, and it is said that they may be legs', () => {
		const { mapping, fields } = propose(sniffed(LEGS));
		expect(mapping.join).toBeNull();
		expect(fields.join.evidence).toEqual([
			{ code: 'rowsMayBeLegs', params: { column: 'Call ID', rows: 2, of: 5 } }
		]);
		expect(drive(LEGS, { mapping }).rows).toHaveLength(5);
	});

	it('become one call as long as at least one of them lasted; a later one with the same id stays another', () => {
		const { mapping } = propose(sniffed(LEGS));
		const driven = drive(LEGS, { mapping: { ...mapping, join: { column: 0, of: 'legs' } } });
		expect(shown(driven)).toEqual([
			'2 | 2026-11-03T10:00:00.000Z | 165000 | Zoë |  | x | ',
			'3 | 2026-11-03T10:00:10.000Z | 30000 | Zoë |  | y | ',
			'6 | 2026-11-05T10:00:00.000Z | 7000 | Zoë |  | x | '
		]);
		expect(summaryOf(driven)).toEqual({ rows: 5, kept: 3, joined: 2, excluded: 0, leftOut: 0 });
	});
});

describe('rows that are no use of the plan', () => {
	const leaveOut = (name: string, ...words: readonly string[]) => {
		const rows = words.map((word) => `2026-11-03T10:00:00Z;60;${word}`);
		return propose(sniffed(['Start;Duration (secs);' + name, ...rows, ''].join('\n'))).mapping.leaveOut;
	};

	it.each([
		['answered_by', 'human', ''],
		['answered_by', 'human', 'machine_start'],
		['Answered by', 'Human', 'Person'],
		['Transferred to', '', 'Human'],
		['Ended by', 'AI', 'Human'],
		['Escalated to', 'Staff', ''],
		['Caller type', 'Person', 'Bot'],
		['Confirmation', 'SMS', 'Email'],
		['Follow-up', 'none', 'SMS']
	])('are not told by words of a column that speaks of something else: %s, %s and %s', (name, ...words) => {
		expect(leaveOut(name, ...words)).toEqual([]);
	});

	it.each(['Handled by', 'Agent type', 'handler', 'Answered by', 'Agent', 'Traité par'])(
		'are told by who handled them: %s',
		(name) => {
			expect(leaveOut(name, 'AI', 'Human agent')).toEqual([{ rule: 'people', column: 2 }]);
		}
	);

	it.each(['Type', 'Kind', 'Medium', 'Contact type', 'Call Type', 'Type de canal', 'Kontaktart'])(
		'are told by their kind: %s',
		(name) => {
			expect(leaveOut(name, 'Call', 'SMS')).toEqual([{ rule: 'sms', column: 2 }]);
		}
	);

	it('are left out by a rule that is said, and counted beside those that cannot be read', () => {
		const text = [
			'Start;Channel;Handled by;Messages;Duration (secs)',
			'2026-11-03T10:00:00Z;chat;AI;3;',
			'2026-11-03T10:00:00Z;SMS;AI;1;',
			'2026-11-03T10:00:00Z;voice;Human;;60',
			'2026-11-03T10:00:00Z;voice;AI;;60',
			'yesterday;voice;AI;;60',
			''
		].join('\n');
		const mapping = mappingOf(text.replace('yesterday;voice;AI;;60\n', ''));
		expect(mapping.leaveOut).toEqual([
			{ rule: 'sms', column: 1 },
			{ rule: 'people', column: 2 }
		]);
		const driven = drive(text, { mapping });
		expect(summaryOf(driven)).toEqual({ rows: 5, kept: 2, joined: 0, excluded: 2, leftOut: 1 });
		expect(Object.fromEntries(driven.result.reports.excluded)).toEqual({ sms: 1, people: 1 });
	});
});

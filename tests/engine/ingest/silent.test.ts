import { describe, expect, it } from 'vitest';
import { propose } from '$lib/engine/ingest';
import { drive, sniffed } from './drive';

const proposed = (text: string) => propose(sniffed(text));
/** Rows of calls: `header` behind the start and the channel. */
const calls = (header: string, ...rows: string[]) =>
	proposed(`Start,Channel,${header}\n${rows.map((row) => `2026-11-20T09:00:00Z,call,${row}\n`).join('')}`);
type Field = 'agent' | 'entity' | 'id' | 'class' | 'messages' | 'duration';
/** The name of the column that a field is taken from. */
const taken = (field: Field, header: string, ...rows: string[]) => {
	const source = calls(header, ...rows).mapping[field];
	return source && 'column' in source ? header.split(',')[source.column - 2] : null;
};
const because = (header: string, ...rows: string[]) =>
	calls(header, ...rows).questions.map(({ because: why }) => why);
const many = (row: (k: number) => string) => Array.from({ length: 12 }, (_, k) => row(k));

describe('the start, beside names of other moments', () => {
	const start = (header: string, ...rows: string[]) => {
		const { mapping, fields } = proposed(`${header},Duration (s)\n${rows.join('\n')}\n`);
		const name = (column: number) => header.split(',')[column];
		return mapping.start
			? [name(mapping.start.date), mapping.start.time === null ? null : name(mapping.start.time)]
			: fields.start.evidence[0]?.code;
	};
	const ROW = '2026-11-20 16:05:00,2026-11-20 14:05:03,63';

	it('is not when something was solved, cancelled or booked', () => {
		for (const other of [
			'Resolved',
			'Ticket solved - Timestamp',
			'Cancelled on',
			'Appointment',
			'First contact'
		])
			expect(start(`${other},Contact moment`, ROW), other).toEqual(['Contact moment', null]);
	});

	it('is in no column of times that are the same in every row', () => {
		for (const name of ['Shift', 'Opens', 'Early turn'])
			expect(start(`Date,${name}`, '2026-11-20,08:00:00,63', '2026-11-21,08:00:00,40'), name).toBe(
				'dateAlone'
			);
	});

	it('is in no column of years that cannot be meant', () => {
		for (const year of ['0026', '2569'])
			expect(start('Date', `20/11/${year} 14:05:03,63`, `21/11/${year} 09:00:00,40`), year).toBe('dateAlone');
	});

	it('is an instant where it is counted since 1970: a time of day beside it is not added', () => {
		const days = ['1795132800,14:05:03,63', '1795219200,15:05:03,63', '1795305600,16:05:03,63'];
		expect(start('Date,Time', ...days)).not.toEqual(['Date', 'Time']);
	});

	it('is known where its name says that it is counted since 1970', () => {
		expect(start('start_time_unix_secs,agent', '1795183503,Nova,63')).toEqual(['start_time_unix_secs', null]);
		expect(start('start_epoch,end_epoch', '1795183503,1795183566,63')).toEqual(['start_epoch', null]);
	});
});

describe('a billed length', () => {
	it('is taken before another one under a name of several words, in these languages', () => {
		for (const header of [
			'Duration,Billable duration',
			'Call duration,Billed duration',
			'duration,billable_seconds',
			'call_sec,billed_sec',
			'Durée,Durée facturée',
			'Dauer,Abgerechnete Dauer',
			'Längd,Debiterad tid',
			'Duración,Duración facturada'
		])
			expect(taken('duration', header, '90,78', '63,66'), header).toBe(header.split(',')[1]);
	});

	it('is none before seconds where all are whole minutes, and an amount is none', () => {
		expect(taken('duration', 'Call duration,Billed duration', '63,120', '40,60')).toBe('Call duration');
		expect(taken('duration', 'Call duration,Billed duration', '63,2', '40,1')).toBe('Call duration');
		expect(taken('duration', 'Call duration,Billed amount', '63,90', '40,75')).toBe('Call duration');
	});
});

describe('lengths of one name', () => {
	it('are those that say the seconds, before minutes', () => {
		expect(taken('duration', 'Duration (min),Duration (mm:ss)', '2,1:03', '1,0:40')).toBe('Duration (mm:ss)');
		expect(taken('duration', 'Duration [min],Duration [h:mm:ss]', '1.1,0:01:03')).toBe('Duration [h:mm:ss]');
	});

	it('are asked where minutes are what is left beside hours', () => {
		const parts = { code: 'lengthInParts', params: { column: 'Minutes', other: 'Hours' } };
		expect(because('Hours,Minutes', '1,3', '0,12')).toContainEqual(parts);
		expect(taken('duration', 'Hours,Minutes', '0,3', '0,12')).toBe('Minutes');
		expect(taken('duration', 'Hours,Minutes', '1.05,63', '0.2,12')).toBe('Minutes');
	});

	it('are those of the talk before the total in French, and a share is none', () => {
		expect(taken('duration', 'Durée totale,Durée de conversation', '90,78')).toBe('Durée de conversation');
		expect(taken('duration', 'Talk time %,Talk time', '62,275', '40,63')).toBe('Talk time');
	});
});

describe('the unit of plain numbers', () => {
	const rows = [45, 63, 22, 70, 31, 64, 75, 28, 90, 61, 33, 66].map((length) => `${length}`);

	it('is asked where a row below the names says another one than seconds', () => {
		for (const unit of ['(min)', 'minutes', 'ms', 'Length in minutes'])
			expect(because('Duration', unit, ...rows), unit).toContainEqual({
				code: 'unitBeside',
				params: { column: 'Duration', value: unit }
			});
		expect(because('Duration', 'seconds', ...rows)).toEqual([]);
	});

	it('is asked where a column of units says another one, or several', () => {
		expect(because('Duration,Duration unit', '45,minutes', '63,minutes')).toContainEqual({
			code: 'unitBeside',
			params: { column: 'Duration unit', value: 'minutes' }
		});
		expect(because('Duration,Unit', '45,minutes', '63,seconds')).toContainEqual({
			code: 'unitsBeside',
			params: { column: 'Unit', value: 'minutes', other: 'seconds' }
		});
		expect(because('Duration,Unit', '65,second', '63,sms')).toEqual([]);
		expect(because('Duration (s),Unit', '65,minutes', '63,minutes')).toEqual([]);
	});

	it('is asked where they may be clocks without colons, or their name says a clock', () => {
		const ambiguous = { code: 'unitAmbiguous', params: { column: 'Duration' } };
		expect(because('Duration', '000103', '001240', '000745')).toContainEqual(ambiguous);
		expect(because('Duration', '0103', '1240', '0745')).toContainEqual(ambiguous);
		// 75 seconds are none of a clock.
		expect(because('Duration', '000063', '000075', '000340')).toEqual([]);
		expect(because('Talk (mm:ss)', '103', '240', '745').map(({ code }) => code)).toEqual(['unitAmbiguous']);
	});

	it('is none where their name says that they are hours, minutes and seconds in six digits', () => {
		const text =
			'Start,Channel,Talk (hhmmss)\n2026-11-20T09:00:00Z,call,000103\n2026-11-20T10:00:00Z,call,011240\n';
		const { mapping, questions } = proposed(text);
		expect(questions).toEqual([]);
		expect(mapping.durationForm).toBe('h:mm:ss');
		expect(drive(text, { mapping }).rows.map(({ quantity }) => quantity)).toEqual([63_000, 4_360_000]);
	});
});

describe('the agent', () => {
	it('is the one that is software, by its name before its id, before a person or a customer', () => {
		const two = ['1,Nova', '2,Iris'];
		for (const header of [
			'Agent,AI agent',
			'user,assistant',
			'User,Bot',
			'User,Agent',
			'agent_id,agent_name',
			'assistantId,Assistant name'
		])
			expect(taken('agent', `${header},Duration`, ...two.map((row) => `${row},63`)), header).toBe(
				header.split(',')[1]
			);
	});

	it('is not who answered where that says only whether somebody did', () => {
		expect(taken('agent', 'Answered by,Duration', 'human,63', 'machine_start,40')).toBeNull();
		expect(taken('agent', 'Answered by,Agent,Duration', 'human,Nova,63')).toBe('Agent');
		expect(taken('agent', 'Answered by,Duration', 'Nova,63', 'human,40')).toBe('Answered by');
	});
});

describe('the entity', () => {
	it('is a group before the number that was called, and that before another number', () => {
		for (const header of [
			'Number,Queue',
			'Phone number,Called number',
			'Line type,Line',
			'File,Department',
			'Department,Entity'
		])
			expect(taken('entity', `${header},Duration`, '1,Sales,63', '1,Sales,40'), header).toBe(
				header.split(',')[1]
			);
	});

	it('is not the number of who called, or of the row, which is another one in most rows', () => {
		for (const name of ['Phone number', 'Line']) {
			expect(taken('entity', `${name},Duration`, ...many((k) => `+4681000${k},63`)), name).toBeNull();
			expect(taken('entity', `${name},Duration`, ...many((k) => `+4681000${k % 3},63`)), name).toBe(name);
		}
		expect(taken('entity', 'DID,Duration', ...many((k) => `+4681000${k},63`))).toBe('DID');
	});
});

describe('the id', () => {
	it('is that of the call before that of a row, or one for all rows', () => {
		for (const header of ['ID,Call ID', 'Record ID,Call ID', 'uuid,call_id'])
			expect(taken('id', `${header},Duration`, '1,c8,63', '2,c9,40'), header).toBe(header.split(',')[1]);
		expect(taken('id', 'uuid,id,Duration', 'a,c8,63', 'a,c9,40')).toBe('id');
	});
});

describe('the class', () => {
	it('is told by 0 and 1 in a column that is named after premium, and in no other', () => {
		for (const name of ['Premium', 'is_premium'])
			expect(taken('class', `${name},Duration`, '1,63', '0,40'), name).toBe(name);
		expect(taken('class', 'Tier,Duration', '1,63', '1,40')).toBeNull();
	});

	it('may be called basic', () => {
		expect(taken('class', 'Class,Duration', 'basic,63', 'premium,40')).toBe('Class');
	});
});

describe('rows that are no use of the plan', () => {
	const leftOut = (header: string, ...rows: string[]) =>
		calls(`${header},Duration`, ...rows).mapping.leaveOut;

	it('are texts by phone in a column named after events, services or products', () => {
		for (const name of ['Event', 'Service', 'Product'])
			expect(leftOut(name, 'Call,63', 'SMS,0'), name).toContainEqual({ rule: 'sms', column: 2 });
		expect(leftOut('Confirmation', 'Call,63', 'SMS,40')).not.toContainEqual({ rule: 'sms', column: 2 });
	});

	it('are those of people beside virtual or automated agents', () => {
		for (const word of ['Virtual', 'Automated'])
			expect(leftOut('Agent kind', `${word},63`, 'Human,40'), word).toContainEqual({
				rule: 'people',
				column: 2
			});
	});
});

describe('messages of customers', () => {
	const messages = (...names: string[]) => {
		const { mapping, questions } = proposed(
			`Started,Channel,${names.join()}\n2026-11-20T09:00:00Z,chat,${names.map((_, k) => k + 3).join()}\n`
		);
		const source = mapping.messages;
		return source && 'column' in source
			? names[source.column - 2]
			: questions.map(({ because: why }) => why.code);
	};

	it('may be called replies or turns, or in one word', () => {
		for (const names of [
			['Messages', 'User replies'],
			['Total messages', 'User turns'],
			['Meddelanden', 'Kundmeddelanden'],
			['Nachrichten', 'Kundennachrichten']
		])
			expect(messages(...names), names.join()).toBe(names[1]);
	});

	it('are asked where those that are billed stand beside others', () => {
		expect(messages('Messages', 'Billable messages')).toContain('messagesOfWhom');
	});
});

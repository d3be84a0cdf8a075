import { describe, expect, it } from 'vitest';
import {
	canonicalMapping,
	CANONICAL_HEADER,
	EMPTY_MAPPING,
	missingFields,
	propose
} from '$lib/engine/ingest';
import { UTC } from '$lib/engine/time';
import { drive, sniffed } from './drive';

const proposed = (text: string) => propose(sniffed(text));
const codes = (text: string) => proposed(text).questions.map(({ field, because }) => [field, because.code]);

describe('a file with our header', () => {
	it('is read without a question', () => {
		const { mapping, questions, fields } = proposed(
			'started_at,channel,messages\n2026-03-01T05:00:00Z,chat,3\n'
		);
		expect(questions).toEqual([]);
		expect(missingFields(mapping)).toEqual([]);
		expect(mapping).toEqual({
			...EMPTY_MAPPING,
			canonical: true,
			start: { date: 0, time: null },
			dateForm: 'ymd',
			zone: 'offset',
			channel: { column: 1 },
			messages: { column: 2 }
		});
		expect([fields.start.confidence, fields.agent.confidence]).toEqual(['sure', 'none']);
	});

	it('is asked for its zone where its instants say none', () => {
		const { questions, mapping } = proposed(
			'started_at,channel,messages\n2026-03-01 05:00:00,chat,3\n2026-03-01T06:00Z,chat,3\n'
		);
		expect(mapping.zone).toBe(null);
		expect(questions).toEqual([
			{ field: 'zone', because: { code: 'noOffsetInValues', params: { rows: 1, of: 2 } } }
		]);
	});

	it('is one with these names and no others, once each, with start and channel', () => {
		expect(canonicalMapping(CANONICAL_HEADER)).not.toBe(null);
		expect(canonicalMapping([...CANONICAL_HEADER].reverse())).not.toBe(null);
		for (const header of [
			['started_at', 'messages'],
			['channel', 'messages'],
			['started_at', 'channel', 'note'],
			['Started_at', 'channel', 'messages'],
			['started_at', 'channel', 'channel']
		]) {
			expect(canonicalMapping(header)).toBe(null);
		}
	});
});

describe('another layout', () => {
	const BANK = [
		'vru+line	call_id	customer_id	priority	type	date	vru_entry	vru_exit	vru_time	q_start	q_exit	q_time	outcome	ser_start	ser_exit	ser_time	server',
		'AA0101	34536	0	0	PS	990201	7:02:47	7:02:56	9	0:00:00	0:00:00	0	AGENT	7:02:55	7:05:41	166	DORIT',
		'AA0101	34537	0	0	PS	990228	7:31:45	7:31:55	10	0:00:00	0:00:00	0	AGENT	7:31:54	7:31:59	5	NO_SERVER',
		''
	].join('\r\n');

	it('is proposed from two columns of date and time, with every duration on offer', () => {
		const { mapping, questions, fields } = proposed(BANK);
		expect(mapping).toMatchObject({
			start: { date: 5, time: 6 },
			dateForm: 'yymmdd',
			zone: null,
			id: { column: 1 },
			outcome: { column: 12 },
			agent: null
		});
		expect(mapping.further.map(({ name, form }) => [name, form])).toEqual([
			['vru_time', 'seconds'],
			['q_time', 'seconds'],
			['ser_time', 'seconds']
		]);
		expect(fields.start).toEqual({
			confidence: 'likely',
			evidence: [
				{ code: 'dateThenTime', params: { date: 'date', time: 'vru_entry' } },
				{ code: 'firstOfSeveralTimes', params: { column: 'vru_entry', of: 6 } }
			]
		});
		expect(fields.dateForm.confidence).toBe('sure');
		expect(questions.map(({ field }) => field)).toEqual(['zone', 'channel']);
	});

	it('can be read once the questions are answered', () => {
		const { mapping } = proposed(BANK);
		const answered = {
			...mapping,
			zone: 'Asia/Jerusalem',
			channel: { constant: 'voice' },
			class: { constant: 'standard' },
			agent: { column: 16 },
			entity: { column: 4 },
			id: null,
			duration: { column: 15 },
			durationForm: 'seconds',
			further: mapping.further.filter(({ column }) => column !== 15)
		} as const;
		expect(missingFields(answered)).toEqual([]);
		const { rows } = drive(BANK, { mapping: answered, zone: UTC });
		expect(
			rows.map(({ start, quantity, agent, entity, durations }) => [start, quantity, agent, entity, durations])
		).toEqual([
			['1999-02-01T07:02:47.000Z', 166_000, 'DORIT', 'PS', [9_000, 0]],
			['1999-02-28T07:31:45.000Z', 5_000, 'NO_SERVER', 'PS', [10_000, 0]]
		]);
	});

	it('is asked for what its columns cannot tell', () => {
		const text =
			'TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:15:46.6805900,374,44\r\n2023-11-16 18:15:50.9951690,396,109';
		const { mapping } = proposed(text);
		expect(mapping).toMatchObject({
			start: { date: 0, time: null },
			dateForm: 'ymd',
			messages: null,
			duration: null,
			further: []
		});
		expect(codes(text)).toEqual([
			['zone', 'noOffsetInValues'],
			['channel', 'noColumn']
		]);
		expect(missingFields({ ...mapping, zone: 'UTC', channel: { constant: 'chat' } })).toEqual(['messages']);
		expect(missingFields({ ...mapping, zone: 'UTC', channel: { constant: 'voice' } })).toEqual(['duration']);
		expect(missingFields({ ...mapping, zone: 'UTC', channel: { column: 1 } })).toEqual([
			'messages',
			'duration'
		]);
		expect(
			missingFields({ ...mapping, zone: 'UTC', channel: { constant: 'chat' }, messages: { constant: '1' } })
		).toEqual([]);
		expect(missingFields({ ...mapping, duration: { column: 1 } })).toContain('durationForm');
		expect(missingFields(EMPTY_MAPPING)).toEqual(['start', 'dateForm', 'zone', 'channel']);
	});

	const days = (of: (k: number) => string) =>
		`Call start,Channel,Duration (secs)\n${Array.from({ length: 31 }, (_, k) => `${of(k + 1)} 10:00,call,61\n`).join('')}`;

	it('has its order of day and month decided by what the values allow', () => {
		const dayFirst = proposed(days((d) => `${d}/11/2026`.replace('31/11', '30/11')));
		expect(dayFirst.mapping.dateForm).toBe('dmy');
		expect(dayFirst.fields.dateForm).toEqual({
			confidence: 'sure',
			evidence: [
				{ code: 'firstOver12', params: { rows: 19, of: 31 } },
				{ code: 'valuesReadAs', params: { form: 'dmy', rows: 31, of: 31 } }
			]
		});
		const monthFirst = proposed(days((d) => `12/${d}/2026`));
		expect(monthFirst.mapping.dateForm).toBe('mdy');
		expect(monthFirst.fields.dateForm.evidence[0]).toEqual({
			code: 'secondOver12',
			params: { rows: 19, of: 31 }
		});
	});

	it('is asked for the order of day and month where no value tells', () => {
		const text = days((d) => `${(d % 12) + 1}/11/2026`);
		expect(proposed(text).mapping.dateForm).toBe(null);
		expect(codes(text)).toContainEqual(['dateForm', 'dayMonthAmbiguous']);
	});

	it('has units and zones read from its headers', () => {
		const { mapping, fields } = proposed(
			'Date/Time Start (UTC),Date/Time End (UTC),Call type,Duration (min),Billed (secs),Amount (USD),Hold time\n' +
				'2020-01-01 11:22:33,2020-01-01 11:23:33,x,1.5,90,0.1,0:00:07\n'
		);
		expect(mapping).toMatchObject({
			start: { date: 0, time: null },
			end: { date: 1, time: null },
			zone: 'UTC',
			duration: { column: 3 },
			durationForm: 'minutes',
			further: [
				{ column: 4, name: 'Billed (secs)', form: 'seconds' },
				{ column: 6, name: 'Hold time', form: 'h:mm:ss' }
			]
		});
		expect(fields.durationForm.evidence).toEqual([
			{ code: 'unitInHeader', params: { column: 'Duration (min)', unit: 'minutes' } }
		]);
	});

	it('may be French, with decimal commas', () => {
		const { mapping, questions } = proposed(
			'Horodatage;Canal;Agent IA;Durée (s);Nombre de messages;Classe\n2026-03-01T05:00:00Z;appel;Zoé;61,5;;standard\n2026-03-01T05:00:00Z;clavardage;Zoé;;3;premium\n'
		);
		expect(questions).toEqual([]);
		expect(mapping).toMatchObject({
			start: { date: 0, time: null },
			zone: 'offset',
			channel: { column: 1 },
			agent: { column: 2 },
			duration: { column: 3 },
			durationForm: 'seconds',
			messages: { column: 4 },
			class: { column: 5 },
			marks: [{ column: 3, decimal: ',' }]
		});
	});

	it('has no channel from words that are unknown, and says which', () => {
		const { mapping, questions } = proposed('start,channel,messages\n2026-03-01T05:00:00Z,fax,3\n');
		expect(mapping.channel).toBe(null);
		expect(questions).toEqual([
			{ field: 'channel', because: { code: 'wordsUnknown', params: { column: 'channel', value: 'fax' } } }
		]);
	});

	it('has a clock duration taken for what it shows; minutes and seconds are asked where they may be hours', () => {
		const of = (value: string) =>
			proposed(`start,channel,duration\n2026-03-01T05:00:00Z,call,${value}\n`).mapping.durationForm;
		expect([of('0:01:45'), of('61:33'), of('105')]).toEqual(['h:mm:ss', 'm:ss', 'seconds']);
		expect(of('1:45')).toBeNull();
		const { questions } = proposed('start,channel,duration\n2026-03-01T05:00:00Z,call,1:45\n');
		expect(questions).toEqual([
			{ field: 'durationForm', because: { code: 'clockAmbiguous', params: { column: 'duration' } } }
		]);
	});
});

describe('a name', () => {
	it.each([
		['durationSeconds', 'seconds'],
		['call_duration_sec', 'seconds'],
		['Duration, s', 'seconds'],
		['duration_in_seconds', 'seconds'],
		['talkTimeMs', 'milliseconds'],
		['Dauer in Minuten', 'minutes'],
		['Durée en minutes', 'minutes'],
		['Längd i sekunder', 'seconds'],
		['attributes.duration', 'seconds'],
		['duration.$numberInt', 'seconds']
	])('of a length may hold its unit, and words of code: %s', (name, form) => {
		const { mapping, questions } = proposed(`startTime;${name};channel\n2026-11-20T09:00:00Z;61;call\n`);
		expect([mapping.duration, mapping.durationForm, questions]).toEqual([{ column: 1 }, form, []]);
	});

	it('that says how clocks are written leaves nothing to ask', () => {
		const of = (name: string) =>
			proposed(`Start;${name};Channel\n2026-11-20T09:00:00Z;1:45;call\n`).mapping.durationForm;
		expect([of('Duration (mm:ss)'), of('Duration MM:SS'), of('Duration (hh:mm)')]).toEqual([
			'm:ss',
			'm:ss',
			'h:mm'
		]);
	});

	it('of code is one of its words: start, end, agent, case', () => {
		const { mapping } = proposed(
			'callStartTime;callEndTime;agentName;conversationId;call.id\n2026-11-20T09:00:00Z;2026-11-20T09:01:00Z;Zoë;c-1;7\n'
		);
		expect(mapping).toMatchObject({
			start: { date: 0 },
			end: { date: 1 },
			agent: { column: 2 },
			case: { column: 3 },
			id: { column: 4 }
		});
	});
});

describe('clock readings without a second in any row', () => {
	const under = (name: string, ...lengths: string[]) =>
		proposed(`Start;${name};Kanal\n${lengths.map((one) => `2026-11-20T09:00:00Z;${one};Anruf\n`).join('')}`);
	const of = (...lengths: string[]) => under('Dauer', ...lengths);
	const asked = (column: string, parts: object = { form: 'h:mm:ss' }) => [
		{ field: 'durationForm', because: { code: 'clockAmbiguous', params: { column, ...parts } } }
	];

	it('may be minutes that a spreadsheet took for hours: they are asked', () => {
		expect(of('1:03:00', '0:45:00').questions).toEqual(asked('Dauer'));
	});

	it('may be seconds that a spreadsheet took for minutes: they are asked, too', () => {
		expect(of('00:45:00', '00:32:00', '00:00:00').questions).toEqual(asked('Dauer'));
	});

	it('are what they show where some have seconds, or none lasted', () => {
		expect(of('1:03:00', '0:45:01').mapping.durationForm).toBe('h:mm:ss');
		expect(of('0:00:00', '0:00:00').mapping.durationForm).toBe('h:mm:ss');
	});

	it('are minutes and seconds where their name says so, and asked where it says minutes', () => {
		expect(under('Dauer (mm:ss)', '01:03:00', '00:45:00').mapping.durationForm).toBe('m:ss:00');
		expect(under('Dauer (hh:mm:ss)', '01:03:00', '00:45:00').mapping.durationForm).toBe('h:mm:ss');
		expect(under('Dauer (mm:ss)', '01:03:07', '00:45:00').mapping.durationForm).toBe('h:mm:ss');
		expect(under('Dauer (min)', '01:03:00').questions).toEqual(asked('Dauer (min)'));
		expect(under('Dauer (hh:mm:ss)', '01:03').questions).toEqual(asked('Dauer (hh:mm:ss)', {}));
	});
});

describe('an answer of minutes and seconds for readings that all end in :00', () => {
	it('is doubted, as they are hours then', () => {
		const doubts = (...lengths: string[]) => {
			const text = `Start,Duration,Channel\n${lengths.map((one) => `2026-11-20T09:00:00Z,${one},call\n`).join('')}`;
			const { mapping } = proposed(text);
			const driven = drive(text, { mapping: { ...mapping, durationForm: 'm:ss' }, zone: UTC });
			return driven.result.reports.doubts;
		};
		expect(doubts('0:00:00', '1:03:00', '0:45:00')).toEqual([
			{ kind: 'clock', column: 1, rows: 2, line: 3, value: '1:03:00' }
		]);
		expect(doubts('1:03:00', '0:45')).toEqual([]);
		expect(doubts('1:03:00', '0:45:07')).toEqual([]);
	});
});

describe('hours, minutes and seconds among minutes and seconds', () => {
	const LENGTHS = ['1:10', '2:05', '0:45', '3:00', '12:30', '1:01', '0:59', '5:05', '9:10', '1:03:00'];
	const file = (ends: boolean) => {
		const rows = LENGTHS.map((length) => {
			const parts = length.split(':').map(Number);
			const ms = parts.reduce((all, part) => all * 60 + part, 0) * 1_000;
			const end = ends ? `,${new Date(Date.UTC(2026, 10, 20, 9) + ms).toISOString()}` : '';
			return `2026-11-20T09:00:00Z,${length},call${end}`;
		});
		return `Start,Duration,Channel${ends ? ',End' : ''}\n${rows.join('\n')}\n`;
	};

	it.each([true, false])('are read as hours: with ends %s', (ends) => {
		const { mapping } = proposed(file(ends));
		expect(mapping.durationForm).toBe(ends ? 'm:ss' : null);
		const { rows } = drive(file(ends), { mapping: { ...mapping, durationForm: 'm:ss' }, zone: UTC });
		expect(rows[9]?.quantity).toBe(3_780_000);
	});
});

describe('two digits of a year', () => {
	const of = (...dates: string[]) =>
		proposed(`Start;Längd (s);Kanal\n${dates.map((date) => `${date} 10:00;61;samtal\n`).join('')}`);

	it('stand first where the dates lie closer together so, as Swedes write them', () => {
		const { mapping, fields } = of('26-11-20', '26-11-21', '26-12-02');
		expect(mapping.dateForm).toBe('yymmdd');
		expect(fields.dateForm.evidence).toEqual([
			{ code: 'closerTogether', params: { days: 12, otherwise: 6910 } }
		]);
	});

	it('stand last where that is so, and with other signs between them', () => {
		expect(of('20-11-26', '21-11-26', '02-12-26').mapping.dateForm).toBe('dmy');
		expect(of('11-20-26', '11-21-26').mapping.dateForm).toBe('mdy');
		expect(of('26.11.20').mapping.dateForm).toBe('dmy');
	});

	it('stand first beside the name of a month, too, where dates lie closer together so', () => {
		const { mapping } = of('26-Nov-20', '26-Nov-21', '26-Dec-02');
		expect(mapping.dateForm).toBe('yymmdd');
		const text = 'Start;Längd (s)\n26-Nov-20 14:05:03;61\n';
		const answered = { ...mapping, zone: 'UTC', channel: { constant: 'voice' } } as const;
		const { rows } = drive(text, { mapping: answered, zone: UTC });
		expect(rows.map(({ start }) => start)).toEqual(['2026-11-20T14:05:03.000Z']);
		expect(of('20-Nov-26', '21-Nov-26', '02-Dec-26').mapping.dateForm).toBe('named');
		expect(of('20-Nov-26').mapping.dateForm).toBe('named');
	});

	it('are asked where nothing tells', () => {
		expect(of('26-11-20').questions[0]).toEqual({
			field: 'dateForm',
			because: { code: 'yearAmbiguous', params: { rows: 1 } }
		});
	});
});

describe('date and time of the end in two columns', () => {
	const of = (header: string, ...rows: readonly string[]) => proposed(`${header}\n${rows.join('\n')}\n`);
	const ROW = '2026-11-20;23:59:00;2026-11-21;00:00:03;call';

	it.each([
		'Start date;Start time;End date;End time;Channel',
		'Date de début;Heure de début;Date de fin;Heure de fin;Canal',
		'Startdatum;Starttid;Slutdatum;Sluttid;Kanal',
		'Startdatum;Startzeit;Enddatum;Endzeit;Kanal',
		'Fecha de inicio;Hora de inicio;Fecha de fin;Hora de fin;Canal'
	])('are paired by their names: %s', (header) => {
		const { mapping, fields, questions } = of(header, ROW);
		expect([mapping.start, mapping.end]).toEqual([
			{ date: 0, time: 1 },
			{ date: 2, time: 3 }
		]);
		expect([fields.start.confidence, fields.end.confidence]).toEqual(['sure', 'sure']);
		expect(questions.map(({ field }) => field)).toEqual(['zone']);
		const { rows } = drive(`${header}\n${ROW}\n`, { mapping: { ...mapping, zone: 'UTC' }, zone: UTC });
		expect(rows.map(({ start, quantity }) => [start, quantity])).toEqual([
			['2026-11-20T23:59:00.000Z', 63_000]
		]);
	});

	it('are paired in any order, and tell the unit of lengths', () => {
		const rows = [1, 2, 10].map(
			(minutes) => `2026-11-20;10:${10 + minutes}:00;${minutes};2026-11-20;10:10:00;call`
		);
		const { mapping } = of('End date;End time;Duration;Start date;Start time;Channel', ...rows);
		expect(mapping).toMatchObject({
			start: { date: 3, time: 4 },
			end: { date: 0, time: 1 },
			durationForm: 'minutes',
			further: []
		});
	});

	it('are no end where one of them is missing', () => {
		expect(
			of('Start date;Start time;End time;Channel', '2026-11-20;23:59;00:03;call').mapping.end
		).toBeNull();
		expect(
			of('Start date;Start time;End date;Channel', '2026-11-20;23:59;2026-11-21;call').mapping.end
		).toBeNull();
	});
});

describe('AM and PM in a column of their own', () => {
	it('keep the start from being taken without them, twelve hours off', () => {
		const text = 'Date,Time,AM/PM,Duration (s),Channel\n11/20/2026,2:05,PM,63,call\n';
		expect(codes(text)[0]).toEqual(['start', 'halfDayApart']);
		expect(codes(text.replace('2:05', '2:15:30'))[0]).toEqual(['start', 'halfDayApart']);
		expect(codes(text.replace('2:05', '14:05'))).toEqual([['zone', 'noOffsetInValues']]);
		expect(codes(text.replace('AM/PM', 'Agent').replace('PM', 'AM'))).toEqual([['zone', 'noOffsetInValues']]);
	});
});

describe('a zone in a column of its own', () => {
	const asked = (...zones: string[]) => {
		const rows = zones.map((zone, k) => `2026-11-2${k} 14:05,63,call,${zone}\n`);
		const { questions } = proposed(`Start,Duration (s),Channel,Time zone\n${rows.join('')}`);
		expect(questions.map(({ field }) => field)).toEqual(['zone']);
		return questions[0]?.because;
	};

	it('is told where the zone is asked for, since rows are not read each by their own', () => {
		const one = { code: 'zoneInColumn', params: { column: 'Time zone', value: 'Europe/Paris' } };
		expect(asked('Europe/Paris', 'Europe/Paris', '')).toEqual(one);
		const [value, other] = ['America/New_York', 'UTC'];
		const several = { code: 'zonesInColumn', params: { column: 'Time zone', value, other } };
		expect(asked(value, other, value)).toEqual(several);
		expect(asked('+01:00', 'GMT-0500')).toMatchObject({ code: 'zonesInColumn' });
	});

	it('is none where anything else stands in it', () => {
		for (const text of ['Europe', 'Paris', '-5', '0100', 'EST', 'America/New York office'])
			expect(asked('Europe/Paris', text)).toMatchObject({ code: 'noOffsetInValues' });
	});
});

describe('of several lengths', () => {
	const of = (header: string, ...rows: string[]) =>
		proposed(`Start,Channel,${header}\n${rows.map((row) => `2026-11-20T09:00:00Z,call,${row}\n`).join('')}`);
	const rated = (header: string, ...rows: string[]) => {
		const { mapping } = of(header, ...rows);
		const column = mapping.duration && 'column' in mapping.duration ? mapping.duration.column - 2 : -1;
		return [header.split(',')[column], mapping.durationForm];
	};

	it('what is billed is taken before talk, and talk before the total, in any order', () => {
		expect(rated('Total duration,Talk time,Billable', '90,75,80')).toEqual(['Billable', 'seconds']);
		expect(rated('duration,billsec', '90,75')).toEqual(['billsec', 'seconds']);
		expect(rated('Handle time,Talk time,Hold', '90,75,5')).toEqual(['Talk time', 'seconds']);
		expect(rated('Total duration,Total talk time', '90,75')).toEqual(['Total talk time', 'seconds']);
		expect(of('Handle time,Talk time', '90,75').fields.duration).toEqual({
			confidence: 'likely',
			evidence: [
				{ code: 'headerName', params: { column: 'Talk time' } },
				{ code: 'firstOfSeveralLengths', params: { of: 2 } }
			]
		});
	});

	it('minutes that are billed are none before seconds, since they are rounded', () => {
		expect(rated('minutes_billed,duration', '2,75')).toEqual(['minutes_billed', 'minutes']);
		expect(rated('duration,minutes_billed', '75,2')).toEqual(['duration', 'seconds']);
	});

	it('minutes and the seconds beside them are none alone: it is asked', () => {
		for (const [minutes, seconds] of [
			['Duration (min)', 'Duration (sec)'],
			['Dauer Minuten', 'Dauer Sekunden'],
			['duration.minutes', 'duration.seconds'],
			['Minutes', 'Seconds']
		])
			for (const [header, row] of [
				[`${minutes},${seconds}`, '4,37'],
				[`${seconds},${minutes}`, '37,4']
			] as const) {
				const { mapping, questions } = of(header, row, row);
				expect(mapping.duration).toBeNull();
				expect(questions).toContainEqual({
					field: 'duration',
					because: { code: 'lengthInParts', params: { column: minutes, other: seconds } }
				});
			}
	});

	it('minutes and seconds that say the same are seconds', () => {
		expect(rated('Duration (min),Duration (sec)', '5,277', '1,37')).toEqual(['Duration (sec)', 'seconds']);
		expect(rated('Minutes,Seconds', '0.62,37')).toEqual(['Seconds', 'seconds']);
	});

	it('one whose whole name is a unit is taken where no other is named', () => {
		expect(rated('Seconds', '7')).toEqual(['Seconds', 'seconds']);
		expect(rated('Wait time,Minuter', '7,2')).toEqual(['Minuter', 'minutes']);
		expect(rated('Minutes,Talk time', '7,420')).toEqual(['Talk time', 'seconds']);
	});
});

describe('rows that are sums of calls', () => {
	const asked = (name: string, ...rows: string[]) =>
		codes(
			`Interval start,Queue,${name},Talk time (s)\n${rows.map((row, k) => `2026-11-20T09:0${k}:00Z,Sales,${row}\n`).join('')}`
		);

	it('have no length of a call: it is asked, and the reason says so', () => {
		for (const name of ['Calls', 'Antal samtal', 'Anzahl Anrufe', 'Nombre d’appels', 'Llamadas']) {
			const { mapping, fields } = proposed(
				`Interval start,Queue,${name},Talk time (s)\n2026-11-20T09:00:00Z,Sales,12,3400\n2026-11-20T10:00:00Z,Sales,1,61\n`
			);
			expect([mapping.duration, fields.duration]).toEqual([
				null,
				{ confidence: 'none', evidence: [{ code: 'rowsAreSums', params: { column: name } }] }
			]);
		}
	});

	it('do not last from the start to the end of their interval', () => {
		const { mapping, questions } = proposed(
			'Start,End,Calls,Channel\n2026-11-20T09:00:00Z,2026-11-20T10:00:00Z,12,voice\n'
		);
		expect(mapping.end).toBeNull();
		expect(questions.map(({ because }) => because.code)).toContain('rowsAreSums');
	});

	it('are single calls where none counts more than one', () => {
		expect(asked('Calls', '1,340', '1,61')).toEqual([['channel', 'noColumn']]);
		expect(asked('Caller', '12,340', '13,61')).toEqual([['channel', 'noColumn']]);
	});
});

describe('an end in another zone than the start, by their names', () => {
	const of = (from: string, to: string, end: string) =>
		proposed(`${from},${to},Channel\n2026-11-20 09:00:00,${end},call\n`);

	it('is not taken: a call of a minute would last for hours', () => {
		for (const [from, to] of [
			['Start time', 'End time (UTC)'],
			['Start time (UTC)', 'End time']
		] as const) {
			const { mapping, fields, questions } = of(from, to, '2026-11-20 14:01:03');
			expect([mapping.end, fields.end.confidence]).toEqual([null, 'none']);
			expect(questions.map(({ field }) => field)).toContain('duration');
		}
	});

	it('is taken where both are named so, or it says its own', () => {
		expect(of('Start (UTC)', 'End (UTC)', '2026-11-20 09:01:03').mapping.end).not.toBeNull();
		expect(of('Start (UTC)', 'End', '2026-11-20T04:01:03-05:00').mapping.end).not.toBeNull();
	});
});

describe('messages of both sides', () => {
	const of = (...names: string[]) =>
		proposed(
			`Started,Channel,${names.join()}\n2026-11-20T09:00:00Z,chat,${names.map((_, k) => k + 3).join()}\n`
		);
	const taken = (...names: string[]) => {
		const { messages } = of(...names).mapping;
		return messages && 'column' in messages ? names[messages.column - 2] : null;
	};

	it('are those of customers, by their names', () => {
		for (const names of [
			['Messages', 'Agent messages', 'Customer messages'],
			['Total Messages', 'Visitor messages'],
			['Messages sent', 'Messages received'],
			['messageCount', 'userMessages'],
			['Nombre de messages', 'Messages client'],
			['Antal meddelanden', 'Kundens meddelanden'],
			['Nachrichten', 'Nachrichten Kunde'],
			['Mensajes', 'Mensajes del cliente']
		])
			expect(taken(...names), names.join()).toBe(names.at(-1));
		expect(taken('Messages')).toBe('Messages');
		expect(taken('Customer message ID', 'Customer messages per minute', 'Messages')).toBe('Messages');
	});

	it('are asked where several may be, and where they are those of who answers', () => {
		const because = (...names: string[]) => of(...names).questions.map(({ because: why }) => why);
		const open = (column: string, other: string) => ({ code: 'messagesOfWhom', params: { column, other } });
		expect(because('Messages', 'Agent messages')).toContainEqual(open('Messages', 'Agent messages'));
		expect(because('Messages', 'Number of messages')).toContainEqual(open('Messages', 'Number of messages'));
		expect(because('Visitor messages', 'Inbound messages')).toContainEqual(
			open('Visitor messages', 'Inbound messages')
		);
		expect(because('Messages sent')).toContainEqual(open('Messages sent', 'Messages sent'));
	});
});

describe('a column of 0 and 1', () => {
	it('is no length, whatever its name', () => {
		for (const name of ['Billable', 'Talk']) {
			const rows = ['1,63', '0,81', '1,75'].map((rest) => `2026-11-20T09:00:00Z,call,${rest}\n`);
			const { mapping } = proposed(`Start,Channel,${name},Duration\n${rows.join('')}`);
			expect([mapping.duration, mapping.further], name).toEqual([{ column: 3 }, []]);
		}
	});

	it('is a length with a unit, or where no call lasted', () => {
		const of = (name: string, value: string) =>
			proposed(`Start,Channel,${name}\n2026-11-20T09:00:00Z,call,${value}\n`).mapping.duration;
		expect([of('Talk (min)', '1'), of('Talk', '0')]).toEqual([{ column: 2 }, { column: 2 }]);
	});
});

describe('a length below zero', () => {
	it('does not hide the others: its row is told when it is read', () => {
		const { mapping } = proposed(
			'Start,Channel,Duration\n2026-11-20T09:00:00Z,call,-5\n2026-11-20T09:00:00Z,call,63\n'
		);
		expect([mapping.duration, mapping.durationForm]).toEqual([{ column: 2 }, 'seconds']);
	});
});

describe('what stands for nothing', () => {
	it('says nothing of what a column holds', () => {
		const { mapping, questions } = proposed(
			'Start,Channel,Duration,Messages\n2026-11-20T09:00:00Z,call,00:01:03,-\n2026-11-20T09:00:00Z,chat,N/A,3\n' +
				'2026-11-20T09:00:00Z,chat,--,4\n2026-11-20T09:00:00Z,chat,NULL,5\n'
		);
		expect(mapping).toMatchObject({
			duration: { column: 2 },
			durationForm: 'h:mm:ss',
			messages: { column: 3 }
		});
		expect(questions).toEqual([]);
	});

	it('is money, where lengths are looked for', () => {
		const { further } = proposed(
			'Start,Channel,Duration,Billed (USD),Billed (sek)\n2026-11-20T09:00:00Z,call,63,0.35,60\n'
		).mapping;
		expect(further).toEqual([{ column: 4, name: 'Billed (sek)', form: 'seconds' }]);
	});
});

describe('a column of ids', () => {
	const of = (...ids: string[]) => {
		const rows = ids.map((id, k) => `2026-11-20T0${k}:00:00Z;call;61;${id}\n`).join('');
		const { mapping, fields } = proposed(`Start;Channel;Duration;Call ID\n${rows}`);
		return [mapping.id, fields.id.evidence[0]?.code];
	};

	it('is none where a spreadsheet has taken its last digits: files would hide each other’s calls', () => {
		expect(of('1.23457E+15', '1.23457E+15')).toEqual([null, 'idsRounded']);
		expect(of('987654', '1,23457E+15')).toEqual([null, 'idsRounded']);
		expect(of('1234567890123450000', '1234567890123460000')).toEqual([null, 'idsRounded']);
	});

	it('is none where it may be that of a person, or of what a person wrote', () => {
		for (const name of ['Contact ID', 'Reference'])
			expect(
				proposed(`Start,Channel,Duration,${name}\n2026-11-20T09:00:00Z,call,61,7\n`).mapping.id
			).toBeNull();
		expect(proposed('Start,Channel,Duration,ContactId\n2026-11-20T09:00:00Z,call,61,7\n').mapping.id).toEqual(
			{ column: 3 }
		);
	});

	it('is one where its digits are all there', () => {
		for (const ids of [
			['1234567890123456789', '1234567890123450000'],
			['1e5f', '00123'],
			['12e7', '1E45'],
			['100000000000000', '200000000000000']
		])
			expect(of(...ids)).toEqual([{ column: 3 }, 'headerName']);
	});
});

describe('words', () => {
	it('of channels may be several, in capitals with accents, or in another language', () => {
		const words = ['TÉLÉPHONE', 'Voice_Call', 'Appels', 'Anrufe', 'Llamadas', 'Telefonsamtal', 'RÖST'];
		const rows = words.map((word) => `2026-11-20T09:00:00Z;${word};61\n`).join('');
		expect(codes(`Start;Channel;Duration\n${rows}`)).toEqual([]);
	});

	it('for texts that may be sent by phone are no chat: they are asked', () => {
		expect(codes('Start,Channel,Messages\n2026-11-20T09:00:00Z,Text,3\n')[0]).toEqual([
			'channel',
			'wordsUnknown'
		]);
	});

	it('for yes and no answer a column that is named after the premium class', () => {
		const { mapping } = proposed(
			'Start,Channel,Duration,Premium\n2026-11-20T09:00:00Z,call,61,true\n2026-11-20T09:00:00Z,call,61,no\n'
		);
		expect(mapping.class).toEqual({ column: 3 });
	});
});

describe('a length of plain numbers', () => {
	const calls = (name: string, lengths: readonly string[]) =>
		proposed(
			`Start;${name};Channel\n${lengths.map((length) => `2026-11-20T09:00:00Z;${length};call\n`).join('')}`
		);
	const asked = (name: string, ...lengths: string[]) => calls(name, lengths).questions;
	const ambiguous = (column: string) => [
		{ field: 'durationForm', because: { code: 'unitAmbiguous', params: { column } } }
	];

	it('is in seconds where nothing speaks against it', () => {
		for (const lengths of [['63', '0', '3599'], ['14400'], ['5', '7', '61']])
			expect(calls('Duration', lengths).mapping.durationForm, lengths.join()).toBe('seconds');
	});

	it('is asked for its unit where seconds would be more than a day: they are milliseconds, perhaps', () => {
		expect(asked('Duration', '63012', '125340')).toEqual(ambiguous('Duration'));
	});

	it('is asked for its unit where most seconds would be more than an hour', () => {
		const long = ['45210', '8120', '61043', '3600', '950', '12'];
		expect(asked('Duration', ...long)).toEqual(ambiguous('Duration'));
		expect(asked('Duration', ...long, '120', '75')).toEqual([]);
	});

	it('is asked for its unit where a few rows have one of more than four hours', () => {
		expect(asked('Duration', '41000')).toEqual(ambiguous('Duration'));
		expect(asked('Duration', '41000', '8120', '950', '3600')).toEqual(ambiguous('Duration'));
		expect(asked('Duration', '14000', '8120', '950', '3600')).toEqual([]);
		expect(asked('Duration (s)', '41000')).toEqual([]);
	});

	it('is asked for its unit where it has fractions: they are minutes, perhaps', () => {
		expect(asked('Duration', '2.5', '7')).toEqual(ambiguous('Duration'));
		expect(asked('Dauer', '2,5', '7,25')).toEqual(ambiguous('Dauer'));
	});

	it('is asked for its unit where none of the calls lasts a minute', () => {
		const small = ['3', '12', '59', '1', '1'];
		expect(asked('Duration', ...small)).toEqual(ambiguous('Duration'));
		expect(asked('Duration', ...small.slice(1))).toEqual(ambiguous('Duration'));
		expect(asked('Duration', '7')).toEqual(ambiguous('Duration'));
		expect(asked('Duration (s)', '7')).toEqual([]);
	});

	it('is asked for its unit where one of them does, or one in ten: a call of an hour among minutes', () => {
		const minutes = ['3', '5', '1', '2', '4', '2'];
		expect(asked('Duration', ...minutes, '75')).toEqual(ambiguous('Duration'));
		expect(asked('Duration', ...minutes, '75', '80')).toEqual([]);
		const many = [...minutes, ...minutes, ...minutes];
		expect(asked('Duration', ...many, '75', '80')).toEqual(ambiguous('Duration'));
		expect(asked('Duration', ...many, '75', '80', '90')).toEqual([]);
		expect(asked('Duration', '3', '75', '5')).toEqual([]);
	});

	it('has nothing said of its unit by calls that nobody answered', () => {
		const missed = Array.from({ length: 20 }, () => '0');
		expect(asked('Duration', ...missed)).toEqual([]);
		expect(asked('Duration', ...missed, '7', '3', '12', '63', '75')).toEqual([]);
		expect(asked('Duration', ...missed, '7', '3', '12', '5', '9')).toEqual(ambiguous('Duration'));
	});

	it('is no number of seconds where its name says hours', () => {
		expect(asked('Duration (h)', '1')).toEqual(ambiguous('Duration (h)'));
		expect(asked('Dauer (Std.)', '1')).toEqual(ambiguous('Dauer (Std.)'));
	});

	it('has its unit from its name wherever it stands, but a least is no minute', () => {
		expect(calls('minutes_billed', ['2']).mapping.durationForm).toBe('minutes');
		expect(calls('billsec', ['2.5']).mapping.durationForm).toBe('seconds');
		const { further } = proposed(
			'Start;Duration;Min talk time;Channel\n2026-11-20T09:00:00Z;61;7;call\n'
		).mapping;
		expect(further).toEqual([{ column: 2, name: 'Min talk time', form: 'seconds' }]);
	});
});

describe('what start and end say of a length', () => {
	const calls = (lengths: readonly string[], header = 'Start,End,Duration,Channel') => {
		const minutes = [1, 2.5, 10, 4];
		const rows = minutes.map((span, k) => {
			const end = new Date(Date.UTC(2026, 10, 20, 9, 0) + span * 60_000).toISOString();
			return `2026-11-20T09:00:00Z,${end},${lengths[k]},voice`;
		});
		return proposed(`${header}\n${rows.join('\n')}\n`);
	};

	it.each([
		['milliseconds', ['60000', '150000', '600000', '240000']],
		['minutes', ['1', '2.5', '10', '4']],
		['seconds', ['60', '150', '599', '241']],
		['m:ss', ['1:00', '2:30', '10:00', '4:00']],
		['iso8601', ['PT1M', 'PT2M30S', 'PT10M', 'PT4M']]
	])('is the unit: %s', (form, lengths) => {
		const { mapping, fields } = calls(lengths);
		expect(mapping.durationForm).toBe(form);
		expect(fields.durationForm).toEqual({
			confidence: 'sure',
			evidence: [{ code: 'matchesEnd', params: { rows: 4, of: 4 } }]
		});
	});

	it('makes a unit likely where there are fewer than three of them', () => {
		const row = (length: string) => `2026-11-20T09:00:00Z,2026-11-20T09:01:03Z,${length},voice\n`;
		const of = (...lengths: string[]) =>
			proposed(`Start,End,Duration,Channel\n${lengths.map(row).join('')}`).fields.durationForm;
		const matching = (rows: number) => ({
			confidence: 'likely',
			evidence: [{ code: 'matchesEnd', params: { rows, of: rows } }]
		});
		expect(of('63000')).toEqual(matching(1));
		expect(of('63', '63')).toEqual(matching(2));
		expect(of('41').evidence[0]?.code).toBe('unitAmbiguous');
		expect(of('71').evidence[0]?.code).toBe('unitAssumed');
	});

	it('is hours and minutes, where that is what they are', () => {
		const rows = [70, 130, 185].map((span) => {
			const end = new Date(Date.UTC(2026, 10, 20, 9, 0) + span * 60_000).toISOString();
			return `2026-11-20T09:00:00Z,${end},${Math.floor(span / 60)}:${String(span % 60).padStart(2, '0')},voice`;
		});
		expect(proposed(`Start,End,Duration,Channel\n${rows.join('\n')}\n`).mapping.durationForm).toBe('h:mm');
	});

	it('gives way to a unit in the header, and is silent where it fits none', () => {
		const stated = calls(['60000', '150000', '600000', '240000'], 'Start,End,Duration (secs),Channel');
		expect(stated.mapping.durationForm).toBe('seconds');
		const other = calls(['70', '80', '90', '110']);
		expect(other.fields.durationForm.evidence[0]?.code).toBe('unitAssumed');
	});
});

describe('headers in other languages', () => {
	it.each([
		['Swedish', 'Startad;Samtalslängd (sek);Kanal;Agentnamn;Kö', '2026-11-20 09:00;63;samtal;Nora;Växel'],
		[
			'German',
			'Beginn;Dauer (Sekunden);Kanal;KI-Agent;Warteschlange',
			'20.11.2026 09:00;63;Anruf;Nora;Zentrale'
		],
		[
			'Spanish',
			'Fecha y hora;Duración (segundos);Canal;Agente;Cola',
			'20/11/2026 09:00;63;llamada;Nora;Central'
		],
		[
			'French',
			'Début;Durée (secondes);Canal;Agent IA;File d’attente',
			'20/11/2026 09:00;63;appel;Nora;Accueil'
		]
	])('are known in %s', (_, header, row) => {
		const { mapping, questions } = proposed(`${header}\n${row}\n${row}\n`);
		expect(mapping).toMatchObject({
			start: { date: 0, time: null },
			duration: { column: 1 },
			durationForm: 'seconds',
			channel: { column: 2 },
			agent: { column: 3 },
			entity: { column: 4 }
		});
		expect(questions.map(({ field }) => field)).toEqual(['zone']);
	});

	it.each(['Väntetid', 'Wartezeit', 'Tiempo de espera', 'Attente'])(
		'offer a further length that is a clock reading: %s',
		(name) => {
			const { mapping } = proposed(
				`Start,Duration,Channel,${name}\n2026-11-20 09:00,0:01:03,voice,0:00:09\n2026-11-20 09:05,0:02:00,voice,0:00:31\n`
			);
			expect(mapping.further).toEqual([{ column: 3, name, form: 'h:mm:ss' }]);
		}
	);

	it('find dates with names of months, and seconds since 1970 under a header that says so', () => {
		const named = proposed(
			'Date,Duration,Channel\n"20 nov. 2026, 14:05",63,voice\n"2 déc. 2026, 09:00",7,voice\n'
		);
		expect(named.mapping).toMatchObject({ start: { date: 0, time: null }, dateForm: 'named' });
		const epoch = proposed(
			'call_id,start_time,quantity,channel\n1,1795186862,63,voice\n2,1795187000,5,voice\n'
		);
		expect(epoch.mapping).toMatchObject({
			start: { date: 1, time: null },
			dateForm: 'epoch',
			zone: 'offset'
		});
		// Numbers under a name that says nothing of time are no times.
		expect(proposed('caller,length\n1795186862,63\n').mapping.start).toBeNull();
	});
});

describe('a column of dates that are all at midnight', () => {
	const of = (header: string, ...rows: readonly string[]) => proposed(`${header}\n${rows.join('\n')}\n`);

	it.each([
		['2026-11-20 00:00:00', '14:05:03'],
		['2026-11-20T00:00:00Z', '14:05:03'],
		['2026-11-20T00:00:00.000+01:00', '2:05:03 PM'],
		['11/20/2026 0:00', '14:05:03'],
		['11/20/2026 12:00:00 AM', '2:05:03 PM'],
		['20 nov. 2026, 00:00', '14 h 05 min 03 s'],
		['20261120 00:00', '140503']
	])('does not hide the time of day in another: %s and %s', (date, time) => {
		const header = 'Date;Time;Agent;Duration (s);Channel';
		const row = `${date};${time};Nova;63;call`;
		const { mapping, questions } = of(header, row, row);
		expect(mapping.start).toEqual({ date: 0, time: 1 });
		expect(questions.map(({ field }) => field)).toEqual(['zone']);
		const { rows } = drive(`${header}\n${row}\n`, { mapping: { ...mapping, zone: 'UTC' }, zone: UTC });
		expect(rows.map(({ start }) => start)).toEqual(['2026-11-20T14:05:03.000Z']);
	});

	it('is no start where no other column says the time', () => {
		const { questions, mapping } = of(
			'Date,Agent,Duration (s),Channel',
			'2026-11-20 00:00:00,Nova,63,call',
			'2026-11-21 00:00:00,Nova,40,call'
		);
		expect(mapping.start).toBeNull();
		expect(questions[0]).toEqual({
			field: 'start',
			because: { code: 'dateAlone', params: { column: 'Date' } }
		});
	});

	it('is read with the time beside it in every row, or the row is left out', () => {
		const header = 'Date,Time,Duration (s),Channel';
		const text = `${header}\n2026-11-20 00:00:00,14:05:03,63,call\n2026-11-20 00:00:00,,63,call\n2026-11-20 09:00:00,14:05:03,63,call\n`;
		const { mapping } = of(header, '2026-11-20 00:00:00,14:05:03,63,call');
		const { rows, result } = drive(text, { mapping: { ...mapping, zone: 'UTC' }, zone: UTC });
		expect(rows.map(({ start }) => start)).toEqual(['2026-11-20T14:05:03.000Z']);
		expect(Object.fromEntries(result.reports.problemCounts)).toEqual({ missing: 1, badDate: 1 });
	});

	it('is no end of a call, but with the time beside it', () => {
		const { mapping } = of(
			'Start;End date;End time;Channel',
			'2026-11-20 14:05:03;2026-11-20 00:00:00;14:06:06;call'
		);
		expect(mapping.end).toEqual({ date: 1, time: 2 });
		expect(of('Start;End;Channel', '2026-11-20 14:05:03;2026-11-20 00:00:00;call').mapping.end).toBeNull();
	});
});

describe('the time of day beside a date', () => {
	const of = (header: string, ...rows: readonly string[]) => proposed(`${header}\n${rows.join('\n')}\n`);
	const asked = (header: string, ...rows: readonly string[]) => {
		const { mapping, questions } = of(header, ...rows);
		return [mapping.start, questions[0]?.because.code, questions[0]?.because.params];
	};

	it('is no length, whatever clock it is written on: the start is asked', () => {
		const alone = [null, 'dateAlone', { column: 'Date' }];
		expect(asked('Date,Agent,Wait Time,Talk Time', '2026-11-20,Nova,0:00:12,0:01:03')).toEqual(alone);
		expect(asked('Date,Duration', '2026-11-20,1:01:03')).toEqual(alone);
		expect(asked('Date,Agent,Ring', '2026-11-20,Nova,0:00:12')).toEqual(alone);
		expect(asked('Date,Agent,Answered within', '2026-11-20,Nova,02:12')).toEqual(alone);
		expect(asked('Date,Agent,Time', '2026-11-20,Nova,0:01:03', '2026-11-20,Nova,0:12:40')).toEqual(alone);
		expect(of('Date,Duration,Channel', '2026-11-20,1:01:03,call').mapping.duration).toEqual({ column: 1 });
	});

	it('is no extension, and no other number of four digits', () => {
		expect(asked('Date,Extension,Duration (s)', '2026-11-20,1012,63')).toEqual([
			null,
			'dateAlone',
			{ column: 'Date' }
		]);
		expect(of('Date,Time,Duration (s)', '2026-11-20,1405,63').mapping.start).toEqual({ date: 0, time: 1 });
	});

	it.each([
		"Heure d'appel",
		'Hora de la llamada',
		'Anrufzeit',
		'Local time',
		'Hour',
		'Samtalets start',
		'Time (local)',
		'Heure'
	])('is known by its name beside other clocks and digits: %s', (name) => {
		const header = `Date;Extension;Talk time;${name};Channel`;
		expect(of(header, '2026-11-20;1012;1:01:03;14:05:03;call').mapping.start).toEqual({ date: 0, time: 3 });
	});

	it.each([
		['Date,Start Time,Call Time,Billed (s)', '2026-11-20,14:05:03,0:01:03,63', 1],
		['Datum;Start;Tid (min);Längd (s)', '2026-11-20;14:05:03;1:03;63', 1],
		['Datum;Tid (min);Start;Längd (s)', '2026-11-20;1:03;14:05:03;63', 2],
		['Datum;Tid;Slut;Start', '2026-11-20;1:01:03;14:06:06;14:05:03', 3],
		['Date,Call time,Time,Duration (s)', '2026-11-20,1:01:03,14:05:03,63', 2]
	])('is named after the start sooner than after a time, which may be a length: %s', (header, row, time) => {
		expect(of(header, row).mapping.start).toEqual({ date: 0, time });
	});

	it('stands behind another clock, as contact centres write it', () => {
		const header = 'CALL ID,CALL TIME,DATE,TIME,TALK TIME';
		expect(of(header, '1,00:02:10,2026/11/20,14:05:03,00:01:03').mapping.start).toEqual({ date: 2, time: 3 });
	});

	it('is asked where two columns may be it and differ', () => {
		expect(asked('Date;Start;Starttid;Längd (s)', '2026-11-20;14:05:03;14:05:40;63')).toEqual([
			null,
			'severalStarts',
			{ column: 'Start', other: 'Starttid' }
		]);
		expect(of('Date;Start;Starttid;Längd (s)', '2026-11-20;14:05;14:05:00;63').mapping.start).toEqual({
			date: 0,
			time: 1
		});
		expect(asked('Date,In,Out', '2026-11-20,14:05:03,14:01:03')[1]).toBe('severalStarts');
	});

	it('is asked, and never read, where digits have lost zeros: 00:12:30 would be 12:30', () => {
		const header = 'Date,Time,Duration (s),Channel';
		const row = (time: string) => `20261120,${time},63,call`;
		expect(asked(header, row('143005'), row('1230'), row('163005'))[1]).toBe('dateAlone');
		const { mapping } = of(header, row('143005'), row('163005'));
		expect(mapping.start).toEqual({ date: 0, time: 1 });
		const text = `${header}\n${row('143005')}\n${row('1230')}\n`;
		const { rows, result } = drive(text, { mapping: { ...mapping, zone: 'UTC' }, zone: UTC });
		expect(rows.map(({ start }) => start)).toEqual(['2026-11-20T14:30:05.000Z']);
		expect(Object.fromEntries(result.reports.problemCounts)).toEqual({ badTime: 1 });
	});

	it('may have a name that nobody knows, where it is the only one and a time by its values', () => {
		const { mapping, fields } = of('Date,Ext,Klokkeslett,Duration', '2026-11-20,1012,14:05:03,0:01:03');
		expect([mapping.start, fields.start.confidence]).toEqual([{ date: 0, time: 2 }, 'likely']);
	});
});

describe('the start, of several columns with date and time', () => {
	const at = (time: string) => `2026-11-20T${time}Z`;
	const of = (header: string, ...rows: readonly string[]) => proposed(`${header}\n${rows.join('\n')}\n`);
	const startOf = (header: string, ...rows: readonly string[]) => {
		const { mapping, questions } = of(header, ...rows);
		return mapping.start ?? [questions[0]?.because.code, questions[0]?.because.params];
	};

	it.each([
		['id,created_at,started_at,ended_at', `1,${at('14:00:00')},${at('14:00:40')},${at('14:01:43')}`, 2],
		[
			'id,createdAt,updatedAt,startedAt,endedAt',
			`1,${at('14:00')},${at('14:02')},${at('14:00:08')},${at('14:01')}`,
			3
		],
		['Date et heure,Début,Fin', `${at('13:00:00')},${at('14:00:40')},${at('14:01:43')}`, 1],
		['Date/Time Connect,Date/Time Start,Date/Time End', `${at('14:00:09')},${at('14:00')},${at('14:01')}`, 1],
		['Timestamp,Start time,End time', `${at('14:02:00')},${at('14:00:40')},${at('14:01:43')}`, 1]
	])('is the one that is named after the start: %s', (header, row, date) => {
		expect(startOf(header, row)).toEqual({ date, time: null });
	});

	it('is a date and a time before the making of the row', () => {
		expect(
			startOf('Created At,Call Date,Call Time,Duration (s)', '2026-11-20 15:00:00,2026-11-20,14:05:03,63')
		).toEqual({
			date: 1,
			time: 2
		});
		const { mapping, fields } = of('created_at,duration', `${at('14:00:00')},63`);
		expect([mapping.start, fields.start.confidence]).toEqual([{ date: 0, time: null }, 'likely']);
	});

	it('is when a message was sent, not when its chat was made', () => {
		const rows = ['00', '09', '30'].map((s) => `2026-11-17 09:00:00,c1,2026-11-20 14:00:${s},inbound,hi`);
		const { mapping } = of('created_at,chat_id,sent_at,direction,message', ...rows);
		expect([mapping.start, mapping.join]).toEqual([
			{ date: 2, time: null },
			{ column: 1, of: 'messages' }
		]);
	});

	it('is asked where names say as much and times differ, zones apart', () => {
		expect(startOf('Start,Call start', `${at('14:00:00')},${at('14:00:40')}`)).toEqual([
			'severalStarts',
			{ column: 'Start', other: 'Call start' }
		]);
		expect(startOf('Start,Call start', `${at('14:00:00')},${at('14:00:00')}`)).toEqual({
			date: 0,
			time: null
		});
		expect(startOf('Start (local),Start (UTC)', '2026-11-20 09:00:40,2026-11-20 14:00:40')).toEqual({
			date: 1,
			time: null
		});
		expect(startOf('Date,Time,Duration (s)', `${at('05:00:00')},14:05:03,63`)).toEqual([
			'severalStarts',
			{ column: 'Date', other: 'Time' }
		]);
	});

	it.each([
		['end_timestamp,start_timestamp,duration_s', 1],
		['date_end,date_start,duration', 1],
		['call_ended_at,call_started_at,duration', 1],
		['hangup_time,setup_time,duration', 1],
		['answer_time,initiation_time,duration', 1],
		['Export date,Call begin,Duration (s)', 1],
		['Last modified,Activity date,Call duration', 1],
		['Updated,Tijdstip,Duration', 1]
	])('is no end, and no date of an export: %s', (header, date) => {
		expect(startOf(header, '2026-11-20 14:06:06,2026-11-20 14:05:03,63')).toEqual({ date, time: null });
	});

	it('is asked where no name says it and several columns may be it', () => {
		const row = '2026-11-20 14:06:06,2026-11-20 14:05:03,63';
		expect(startOf('Opprettet,Tijdstip,Duration', row)).toEqual([
			'severalStarts',
			{ column: 'Opprettet', other: 'Tijdstip' }
		]);
		expect(startOf('Invoice date,Duration', '2026-11-20 14:06:06,63')).toEqual(['noColumn', {}]);
		expect(startOf('Tijdstip,Duration', '2026-11-20 14:06:06,63')).toEqual({ date: 0, time: null });
	});

	it('is no column that says the same in every row', () => {
		const rows = ['03', '04'].map((minute) => `2026-12-01 08:00:00,2026-11-20 14:${minute}:00,63`);
		expect(startOf('Stand,Tijdstip,Duration', ...rows)).toEqual({ date: 1, time: null });
	});

	it('is no running number that begins with a date, with names of columns or without', () => {
		const rows = ['202611200001,2026-11-20 14:05:03,63', '202611200002,2026-11-20 15:05:03,63'];
		expect(startOf('Case no,Call begin,Duration (s)', ...rows)).toEqual({ date: 1, time: null });
		expect(startOf('Zaak,Tijdstip,Duration (s)', ...rows)).toEqual({ date: 1, time: null });
		expect(proposed(`${rows.join('\n')}\n`).mapping.start).toEqual({ date: 1, time: null });
	});

	it('is no time of day behind the day that programs write for none', () => {
		expect(startOf('Date,Time,Duration (s)', '2026-11-20,1899-12-30 14:05:03,63')).toEqual([
			'dateAlone',
			{ column: 'Date' }
		]);
	});
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sniff, type MonthlyChoice, type MonthlyReading } from '../../../src/lib/engine/ingest';
import { readMonthly } from '../../../src/lib/engine/ingest/monthly';
import { monthlyColumns } from '../../../src/lib/engine/ingest/monthlyColumns';
import { readFigure } from '../../../src/lib/engine/ingest/decimalText';
import { monthOfText } from '../../../src/lib/engine/ingest/monthText';
import { MONTHLY_FIGURES } from '../../../src/lib/engine/table/monthly';
import { runs } from '../../support/runs';
import { sure } from '../../support/sure';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

function read(text: string, choice: Partial<MonthlyChoice> = {}): MonthlyReading {
	const bytes = new TextEncoder().encode(text);
	const found = sniff(bytes, 'table.csv', bytes.length, decode);
	if (found.kind === 'refused') throw new Error(found.refusal.code);
	const { layout, header } = found.sniffed;
	const columns = sure(monthlyColumns(header));
	return readMonthly(bytes, layout, header, columns, { month: null, marks: null, ...choice }, decode);
}

describe('a ready-made monthly table is known by its header', () => {
	test.each([
		['History of AI Voice', 'Month,Entity,AI agent,Calls engaged,Billable minutes,Non-billable calls (<15s)'],
		[
			'AI Voice as it stands on the page',
			'Entity,AI agent,"Calls Engaged, This Month","Calls Handled, Since Activation","Billable minutes, this month",Billable minutes since activation,"Non-billable calls (<15s), this month","Non-billable calls (<15s), since activation"'
		],
		['AI Messaging', 'Entity,AI agent,License,Engagement,Price,Engaged cases'],
		['names without blanks', 'agent_name;month;minutes;credits;call_count'],
		['names in camel case', 'agentName,billingMonth,billableMinutes,totalCredits'],
		['French', 'Agent IA;Mois;Appels traités;Minutes facturables;Appels non facturables;Crédits utilisés'],
		['French of one month', 'Entité;Agent IA;Appels engagés ce mois-ci;Minutes facturables ce mois-ci'],
		['Swedish of one month', 'Svarsgrupp;AI-agent;Hanterade samtal denna månad;Minuter sedan aktivering'],
		['German of one month', 'Warteschlange;KI-Agent;Anrufe in diesem Monat;Minuten seit der Aktivierung'],
		['Spanish of one month', 'Grupo;Agente IA;Llamadas este mes;Minutos desde la activación'],
		['Swedish with a licence', 'AI-agent;Licens;Engagemang;Pris;Ärenden'],
		['German with a licence', 'KI-Agent;Lizenz;Preis;Fälle'],
		['Spanish with a licence', 'Agente IA;Licencia;Precio;Casos']
	])('%s', (_, header) => {
		const names = header.includes(';') ? header.split(';') : (header.match(/"[^"]*"|[^,]+/g) ?? []);
		expect(monthlyColumns(names.map((name) => name.replaceAll('"', '')))).not.toBeNull();
	});

	test.each([
		[
			'English',
			'Month;Entity;Agent;Channel',
			'Calls;Billable minutes;Non-billable calls;Messages;Cases;Credits'
		],
		[
			'French',
			'Mois;Entité;Agent IA;Canal',
			'Appels traités;Minutes facturables;Appels non facturables;Messages;Dossiers;Crédits utilisés'
		],
		[
			'Swedish',
			'Månad;Avdelning;Agentnamn;Kanal',
			'Hanterade samtal;Debiterbara minuter;Ej debiterbara samtal;Antal meddelanden;Ärenden;Förbrukade krediter'
		],
		[
			'German',
			'Abrechnungsmonat;Abteilung;Agentenname;Kanal',
			'Anzahl Anrufe;Abrechenbare Minuten;Nicht abrechenbare Anrufe;Nachrichten;Bearbeitete Fälle;Verbrauchte Credits'
		],
		[
			'Spanish',
			'Período de facturación;Departamento;Nombre del agente;Canal',
			'Llamadas atendidas;Minutos facturables;Llamadas no facturables;Mensajes;Casos;Créditos consumidos'
		]
	])('with every figure of it, in %s', (_, names, figures) => {
		expect(monthlyColumns([...names.split(';'), ...figures.split(';')])).toEqual({
			...{ month: 0, entity: 1, agent: 2, channel: 3 },
			figures: MONTHLY_FIGURES.map((figure, k) => ({ figure, column: 4 + k }))
		});
	});

	test.each([
		['our own usage file', 'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds'],
		['calls with their month', 'Call ID,Month,Agent,Minutes,Credits'],
		['calls with a date', 'Date,Agent,Month,Calls'],
		['Swedish calls with their month', 'Samtals-ID,Månad,Agentnamn,Minuter,Krediter'],
		['German calls with a date', 'Datum,Monat,Agentenname,Anrufe'],
		['Spanish calls with a length', 'Mes,Agente,Duración,Créditos'],
		['no agent', 'Month,Calls,Minutes'],
		['no figure', 'Month,Agent,Notes'],
		['sums of no month', 'Agent,Calls,Minutes']
	])('which %s is not', (_, header) => {
		expect(monthlyColumns(header.split(','))).toBeNull();
	});

	it('finds the figures of this month, not those since activation', () => {
		const header = [
			...['Entity', 'AI agent', 'Calls Engaged, This Month', 'Calls Handled, Since Activation'],
			...[
				'Billable minutes since activation',
				'Billable minutes, this month',
				'Non-billable calls (<15s), this month'
			]
		];
		expect(monthlyColumns(header)).toEqual({
			...{ agent: 1, entity: 0, channel: null, month: null },
			figures: [
				{ figure: 'calls', column: 2 },
				{ figure: 'minutes', column: 5 },
				{ figure: 'nonBillable', column: 6 }
			]
		});
	});
});

describe('a month', () => {
	test.each([
		...['2026-03', '2026/3', '03/2026', '3.2026', '202603', 'March 2026', 'mars 2026', 'Mar-26', "Mar '26"],
		...[
			'2026 March',
			'Mars 2026',
			'1er mars 2026',
			'March 1, 2026',
			'2026-03-01',
			'2026-03-01T00:00:00.000Z'
		],
		...['01/03/2026', '03/01/2026', '01.03.2026 00:00', ' 2026-03 ', 'MARCH 2026']
	])('is named by %s', (text) => expect(monthOfText(text)).toBe('2026-03'));

	it.each(['en', 'fr', 'sv', 'de', 'es'])('has its names in %s, long and short', (language) => {
		for (let month = 1; month <= 12; month++)
			for (const length of ['long', 'short'] as const) {
				const parts = new Intl.DateTimeFormat(language, { month: length, day: 'numeric', timeZone: 'UTC' });
				const name = parts
					.formatToParts(Date.UTC(2026, month - 1, 1))
					.find(({ type }) => type === 'month')?.value;
				for (const text of [`${name} 2026`, `${name} de 2026`, `1 ${name} 2026`, `${name}-26`])
					expect([text, monthOfText(text)]).toEqual([text, `2026-${String(month).padStart(2, '0')}`]);
			}
	});

	test.each([
		'March',
		'2026',
		'03-26',
		'2026-13',
		'15/03/2026',
		'2026-03-15',
		'1850-03',
		'',
		'Total',
		'ma 2026'
	])('is not named by "%s"', (text) => expect(monthOfText(text)).toBeNull());

	it('is read back from every way in which it is written', () => {
		const month = fc.record({
			year: fc.integer({ min: 1970, max: 2099 }),
			month: fc.integer({ min: 1, max: 12 })
		});
		fc.assert(
			fc.property(month, ({ year, month: m }) => {
				const two = String(m).padStart(2, '0');
				const written = [
					`${year}-${two}`,
					`${two}/${year}`,
					`${year}${two}`,
					`01/${two}/${year}`,
					`${year}-${two}-01`
				];
				expect(new Set(written.map(monthOfText))).toEqual(new Set([`${year}-${two}`]));
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('a figure', () => {
	test.each([
		['1148', 1148],
		['1,148.5', 1148.5],
		["1'148.50", 1148.5],
		['1\u202f148.5', 1148.5],
		['0.00005', 0],
		['0.00015', 0.0002],
		['22.333333333', 22.3333],
		['.5', 0.5]
	])('%s is read exactly, then half-even to four places', (text, value) =>
		expect(readFigure(text, '.', false)).toBe(value)
	);

	test.each([
		['9,99', 'badNumber'],
		['12,34,567', 'badNumber'],
		['1,234 567', 'badNumber'],
		['1.2.3', 'badNumber'],
		['1e3', 'badNumber'],
		['n/a', 'badNumber'],
		['-1', 'negative'],
		['5.5', 'fraction'],
		['10000000000', 'tooLarge']
	])('%s is refused: %s', (text, reason) => expect(readFigure(text, '.', true)).toBe(reason));

	it('is the same under either mark, and printing and reading it is the identity', () => {
		fc.assert(
			fc.property(fc.nat(9_999_999_999), fc.constantFrom(',', ' ', "'", '\u00a0'), (places, group) => {
				const [whole = '', rest = ''] = (places / 10_000).toFixed(4).split('.');
				const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
				expect(readFigure(`${grouped}.${rest}`, '.', false)).toBe(places / 10_000);
				const other = whole.replace(/\B(?=(\d{3})+$)/g, group === ',' ? '.' : group);
				expect(readFigure(`${other},${rest}`, ',', false)).toBe(places / 10_000);
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('reading a monthly table', () => {
	it('gives each row its agent, month and stated figures, and lets empty cells state nothing', () => {
		const { rows, problems } = read(
			'Month,Entity,AI agent,Calls engaged,Billable minutes\n2026-10,Main,Réception,148,"1,264.5"\n2026-11,,,0,\n'
		);
		expect(problems).toEqual([]);
		expect(rows).toEqual([
			{
				agent: 'Réception',
				entity: 'Main',
				channel: 'voice',
				month: '2026-10',
				figures: { calls: 148, minutes: 1264.5 }
			},
			{ agent: '', entity: '', channel: 'voice', month: '2026-11', figures: { calls: 0 } }
		]);
	});

	test.each([
		['Swedish', 'Månad;Agentnamn;Hanterade samtal;Debiterbara minuter', 'mars 2026', 'Totalt'],
		['German', 'Abrechnungsmonat;Agentenname;Anzahl Anrufe;Abrechenbare Minuten', 'März 2026', 'Gesamt'],
		['Spanish', 'Mes;Nombre del agente;Llamadas atendidas;Minutos facturables', 'marzo de 2026', 'Totales']
	])('in %s is the same', (_, header, month, totals) => {
		const { rows, problems } = read(`${header}\n${month};Zoë;1.148;1.264,5\n${totals};;1.148;1.264,5\n`);
		expect(problems.map(({ reason }) => reason)).toEqual(['totals']);
		expect(rows).toEqual([
			{
				...{ agent: 'Zoë', entity: null, channel: 'voice', month: '2026-03' },
				figures: { calls: 1_148, minutes: 1_264.5 }
			}
		]);
	});

	it('leaves out what it cannot read exactly, each row with its line, column, value and reason', () => {
		const { rows, problems, problemCount } = read(
			[
				'Agent;Month;Calls;Minutes',
				'Nora;2026-10;12;9.5',
				'Nora;October;12;9.5',
				'Nora;2026-11;1.5;9',
				'Bo;2026-10;x;9',
				'Bo;2026-11;-3;9',
				'Nora;2026-10;13;9.5',
				'Bo;2026-12;;',
				'Bo;;1;1',
				'Bo;2026-12;1',
				'"a"b;2026-12;1;1',
				'Total;;30;40',
				'Total Care;2026-10;1;19:08:30'
			].join('\n')
		);
		expect(problems.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
			[3, 'Month', 'October', 'badMonth'],
			[4, 'Calls', '1.5', 'fraction'],
			[5, 'Calls', 'x', 'badNumber'],
			[6, 'Calls', '-3', 'negative'],
			[7, 'Agent', 'Nora', 'twice'],
			[8, 'Calls', '', 'missing'],
			[9, 'Month', '', 'missing'],
			[10, '', 'Bo;2026-12;1', 'ragged'],
			[11, '', '"a"b;2026-12;1;1', 'strayQuote'],
			[12, 'Agent', 'Total', 'totals']
		]);
		expect(problemCount).toBe(10);
		expect(rows.map(({ agent, figures }) => [agent, figures.minutes])).toEqual([
			['Nora', 9.5],
			['Total Care', 1148.5]
		]);
	});

	it('asks for the month of a table that names none, and for a mark that nothing proves', () => {
		const page = 'AI agent,"Calls engaged, this month"\nNora,12\n';
		expect(read(page)).toMatchObject({ needsMonth: true, rows: [] });
		expect(read(page, { month: '2026-11' }).rows).toEqual([
			{ agent: 'Nora', entity: null, channel: 'voice', month: '2026-11', figures: { calls: 12 } }
		]);
		const open = 'Agent;Month;Minutes\nNora;2026-11;1,234\n';
		expect(read(open)).toMatchObject({ needsMarks: { column: 'Minutes', value: '1,234' }, rows: [] });
		expect(read(open, { marks: ',' }).rows[0]?.figures.minutes).toBe(1.234);
		expect(read(open, { marks: '.' }).rows[0]?.figures.minutes).toBe(1_234);
		// Another column of the file settles it.
		expect(read('Agent;Month;Minutes;Credits\nNora;2026-11;1,234;1.234,5\n').rows[0]?.figures).toEqual({
			minutes: 1.234,
			credits: 1_234.5
		});
	});

	test.each([
		'Total',
		'Totaux',
		'Totalt',
		'Summa',
		'Summe',
		'Gesamt',
		'Insgesamt',
		'Suma',
		'Totales',
		'Todos'
	])('leaves out the sums that a row named %s has', (name) => {
		const { rows, problems } = read(
			`Agent;Month;Calls\nNora;2026-10;1\n${name};;1\n${name} Care;2026-10;2\n`
		);
		expect(problems.map(({ reason }) => reason)).toEqual(['totals']);
		expect(rows.map(({ agent }) => agent)).toEqual(['Nora', `${name} Care`]);
	});

	it('takes the channel from its column, else from the figures it states, else for both', () => {
		const channels = (text: string) => read(text).rows.map(({ channel }) => channel);
		expect(
			channels('Agent,Month,Channel,Credits\nA,2026-11,Voice,1\nA,2026-11,messaging,2\nA,2026-11,,3\n')
		).toEqual([...['voice', 'chat', null]]);
		expect(channels('Agent,Month,Engaged cases,Credits\nA,2026-11,1,1\n')).toEqual(['chat']);
		expect(channels('Agent,Month,Calls,Messages\nA,2026-11,1,1\n')).toEqual([null]);
		for (const [call, message] of [
			...[
				['Appels', 'Messages'],
				['Samtal', 'Meddelanden']
			],
			...[
				['Anrufe', 'Nachrichten'],
				['Llamadas', 'Mensajes']
			]
		])
			expect(channels(`Agent,Month,Channel,Credits\nA,2026-11,${call},1\nA,2026-11,${message},2\n`)).toEqual([
				'voice',
				'chat'
			]);
		expect(read('Agent,Month,Channel,Credits\nA,2026-11,fax,1\n').problems[0]?.reason).toBe('unknownChannel');
	});

	it('reads back whatever a table states, rows in = rows kept + rows left out', () => {
		const name = fc.constantFrom('', 'Nora', 'Bo; "the" agent', 'Zoé', ' lead', '=1+1', 'a\nb');
		const row = fc.record({
			...{ agent: name, entity: name, month: fc.constantFrom('2026-01', '2025-12') },
			figures: fc.record(
				Object.fromEntries(MONTHLY_FIGURES.map((figure) => [figure, fc.nat(1e9)])) as Record<
					(typeof MONTHLY_FIGURES)[number],
					fc.Arbitrary<number>
				>
			)
		});
		const quoted = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`;
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (stated) => {
				const lines = stated.map(({ agent, entity, month, figures }) =>
					[month, agent, entity, ...MONTHLY_FIGURES.map((figure) => figures[figure])].map(quoted).join(',')
				);
				const header = 'Month,Agent,Entity,Calls,Minutes,Non-billable calls,Messages,Cases,Credits';
				const result = read([header, ...lines].join('\n'));
				const first = stated.filter(
					(one, k) =>
						stated.findIndex((other) =>
							(['agent', 'entity', 'month'] as const).every((key) => one[key] === other[key])
						) === k
				);
				expect(result.rows).toEqual(first.map((one) => ({ ...one, channel: null })));
				expect(result.rows.length + result.problemCount).toBe(stated.length);
			}),
			{ numRuns: runs(25) }
		);
	});
});

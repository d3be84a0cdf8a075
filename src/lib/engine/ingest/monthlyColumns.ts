import { MONTHLY_FIGURES, type MonthlyFigure } from '../table/monthly';
import { SYNONYMS, type Field } from './headerNames';
import { readHeader } from './headers';

/** What headers call the figures of a ready-made monthly table, in English, French, Swedish, German and Spanish, as {@link squashed}. */
const FIGURE_NAMES: Readonly<Record<MonthlyFigure, readonly string[]>> = {
	calls: [
		...['calls', 'callsengaged', 'callshandled', 'engagedcalls', 'handledcalls', 'callcount', 'callscount'],
		...['numberofcalls', 'nbcalls', 'totalcalls', 'aicalls', 'voicecalls'],
		...['appels', 'appelsengages', 'appelstraites', 'appelsprisencharge', 'nombredappels', 'nbdappels'],
		...['nbappels', 'totaldesappels'],
		...['samtal', 'antalsamtal', 'hanteradesamtal', 'besvaradesamtal', 'aisamtal'],
		...[
			'anrufe',
			'anzahlanrufe',
			'anzahlderanrufe',
			'bearbeiteteanrufe',
			'angenommeneanrufe',
			'kianrufe',
			'gesprache',
			'anzahlgesprache'
		],
		...[
			'llamadas',
			'numerodellamadas',
			'cantidaddellamadas',
			'llamadasatendidas',
			'llamadasgestionadas',
			'llamadasia',
			'totaldellamadas'
		]
	],
	minutes: [
		...['minutes', 'billableminutes', 'billedminutes', 'minutesbilled', 'minutesused', 'voiceminutes'],
		...['callminutes', 'totalminutes', 'aiminutes', 'billablemins'],
		...['minutesfacturables', 'minutesfacturees', 'minutesutilisees', 'minutesdappel', 'nombredeminutes'],
		...['totaldesminutes'],
		...[
			'minuter',
			'debiterbaraminuter',
			'debiterademinuter',
			'fakturerbaraminuter',
			'fakturerademinuter',
			'anvandaminuter',
			'samtalsminuter',
			'antalminuter'
		],
		...[
			'minuten',
			'abrechenbareminuten',
			'abgerechneteminuten',
			'genutzteminuten',
			'verbrauchteminuten',
			'gesprachsminuten',
			'anzahlminuten'
		],
		...[
			'minutos',
			'minutosfacturables',
			'minutosfacturados',
			'minutosutilizados',
			'minutosusados',
			'minutosconsumidos',
			'numerodeminutos',
			'totaldeminutos'
		]
	],
	nonBillable: [
		...['nonbillablecalls', 'nonbilledcalls', 'unbilledcalls', 'shortcalls', 'nonbillable'],
		...['appelsnonfacturables', 'appelsnonfactures', 'appelscourts'],
		...[
			'ejdebiterbarasamtal',
			'ickedebiterbarasamtal',
			'ejfakturerbarasamtal',
			'ickefakturerbarasamtal',
			'kortasamtal'
		],
		...['nichtabrechenbareanrufe', 'nichtabgerechneteanrufe', 'nichtberechneteanrufe', 'kurzeanrufe'],
		...['llamadasnofacturables', 'llamadasnofacturadas', 'llamadascortas']
	],
	messages: [
		...SYNONYMS.messages.map((name) => name.replaceAll(' ', '')),
		...[
			'totalmessages',
			'messagesused',
			'chatmessages',
			'messagecount',
			'messagesutilises',
			'totaldesmessages'
		],
		...['anvandameddelanden', 'anzahldernachrichten', 'genutztenachrichten', 'verbrauchtenachrichten'],
		...['mensajesutilizados', 'mensajesusados', 'totaldemensajes']
	],
	cases: [
		...['cases', 'engagedcases', 'handledcases', 'casecount', 'numberofcases', 'conversations', 'chats'],
		...['conversationcount', 'numberofconversations', 'casesengaged', 'caseshandled'],
		...['dossiers', 'dossierstraites', 'dossiersengages', 'cas', 'castraites', 'casengages'],
		...['conversationstraitees', 'nombredeconversations', 'nombrededossiers'],
		...['arenden', 'antalarenden', 'hanteradearenden', 'konversationer', 'antalkonversationer', 'chattar'],
		...[
			'falle',
			'anzahlfalle',
			'bearbeitetefalle',
			'vorgange',
			'anzahlvorgange',
			'konversationen',
			'anzahlkonversationen'
		],
		...[
			'casos',
			'numerodecasos',
			'casosatendidos',
			'casosgestionados',
			'conversaciones',
			'numerodeconversaciones'
		]
	],
	credits: [
		...[
			'credits',
			'creditsused',
			'creditusage',
			'totalcredits',
			'aicredits',
			'creditsconsumed',
			'usedcredits'
		],
		...['creditsutilises', 'creditsconsommes', 'totaldescredits', 'nombredecredits'],
		...['krediter', 'antalkrediter', 'anvandakrediter', 'forbrukadekrediter'],
		...['kredite', 'anzahlcredits', 'genutztecredits', 'verbrauchtecredits', 'verbrauchtekredite'],
		...[
			'creditos',
			'creditosutilizados',
			'creditosusados',
			'creditosconsumidos',
			'numerodecreditos',
			'totaldecreditos'
		]
	]
};

const MONTH_NAMES: readonly string[] = [
	...['month', 'billingmonth', 'usagemonth', 'period', 'billingperiod', 'billingcycle', 'yearmonth'],
	...['mois', 'moisdefacturation', 'periode', 'periodedefacturation', 'cycledefacturation'],
	...['manad', 'faktureringsmanad', 'faktureringsperiod'],
	...['monat', 'abrechnungsmonat', 'zeitraum', 'abrechnungszeitraum', 'abrechnungsperiode'],
	...['mes', 'mesdefacturacion', 'periodo', 'periododefacturacion', 'ciclodefacturacion']
];
const LICENCE_NAMES: readonly string[] = [
	...['license', 'licence', 'engagement', 'licens', 'engagemang', 'lizenz', 'licencia']
];
/** Columns of single interactions: a table that has one is none of sums by month. */
const SINGLE: readonly Field[] = ['start', 'date', 'time', 'end', 'id', 'case', 'duration'];

const THIS_MONTH =
	/(thismonth|cemoisci|cemois|moisencours|denhamanaden|dennamanad|(in)?diese[mnr]monat|laufendermonat|estemes|mesencurso|mesactual)$/;
const SINCE_ACTIVATION =
	/((since|depuisl?)activation|sedanaktivering(en)?|seit(der)?aktivierung|desde(la)?activacion)$/;

/** Where a ready-made monthly table holds what; plain data. */
export interface MonthlyColumns {
	readonly agent: number;
	readonly entity: number | null;
	readonly channel: number | null;
	/** null: the table is of one month, which it does not name */
	readonly month: number | null;
	readonly figures: readonly { readonly figure: MonthlyFigure; readonly column: number }[];
}

/** Lower case, without accents, brackets and anything but letters and digits: `Billable minutes (min)` → `billableminutes`. */
const squashed = (name: string): string => readHeader(name).plain.replaceAll(' ', '');

const isOf = (field: Field, name: string): boolean =>
	SYNONYMS[field].some((synonym) => synonym.replaceAll(' ', '') === name);

/** Whether a column counts calls by its name: rows with more than one are sums, and no calls. */
export const countsCalls = (name: string): boolean => FIGURE_NAMES.calls.includes(squashed(name));

/**
 * Tells a ready-made monthly table by its header: an agent, figures, a month (or figures of "this month", or a
 * licence beside them as AI Messaging has it), and nothing that only a single call or chat has. Null: it is none.
 */
export function monthlyColumns(header: readonly string[]): MonthlyColumns | null {
	const names = header.map(squashed);
	const find = (matches: (name: string) => boolean): number | null => {
		const at = names.findIndex(matches);
		return at < 0 ? null : at;
	};
	const bare = names.map((name) => name.replace(THIS_MONTH, ''));
	const figures = MONTHLY_FIGURES.flatMap((figure) => {
		const column = bare.findIndex((name) => FIGURE_NAMES[figure].includes(name));
		return column < 0 ? [] : [{ figure, column }];
	});
	const agent = find((name) => isOf('agent', name));
	const month = find((name) => MONTH_NAMES.includes(name));
	const ofMonth =
		month !== null ||
		names.some(
			(name) => THIS_MONTH.test(name) || SINCE_ACTIVATION.test(name) || LICENCE_NAMES.includes(name)
		);
	const taken = new Set(figures.map(({ column }) => column));
	const single = names.some((name, k) => !taken.has(k) && SINGLE.some((field) => isOf(field, name)));
	if (agent === null || figures.length === 0 || !ofMonth || single) return null;
	return {
		agent,
		entity: find((name) => isOf('entity', name)),
		channel: find((name) => isOf('channel', name)),
		month,
		figures
	};
}

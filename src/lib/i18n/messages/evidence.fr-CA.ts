// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type { DateForm, DurationForm, Evidence } from '$lib/engine/ingest';
import type en from './evidence.en';

type Params = Evidence['params'];

const many = (n: number | string, one: string, other: string): string => (Number(n) < 2 ? one : other);

const days = (n: unknown): string => many(n as number, `${n as number} jour`, `${n as number} jours`);

export const DATE_FORM: Record<DateForm, string> = {
	ymd: 'année, mois, jour',
	dmy: 'jour en premier',
	mdy: 'mois en premier',
	yyyymmdd: 'chiffres seuls, AAAAMMJJ',
	yymmdd: 'AAMMJJ ou AA-MM-JJ',
	named: 'avec le nom du mois',
	epoch: 'secondes depuis 1970, UTC',
	epochMs: 'millisecondes depuis 1970, UTC',
	excel1900: 'jours d’un classeur (Excel)',
	excel1904: 'jours d’un classeur depuis 1904'
};

export const DURATION_FORM: Record<DurationForm, string> = {
	seconds: 'secondes',
	minutes: 'minutes',
	milliseconds: 'millisecondes',
	'h:mm:ss': 'H:MM:SS',
	'm:ss': 'M:SS',
	'h:mm': 'H:MM',
	'm:ss:00': 'M:SS:00, comme les tableurs écrivent M:SS',
	units: 'avec unités, comme 1 h 2 min 3 s',
	iso8601: 'ISO 8601, comme PT1M3S'
};

const form = (value: string | number | undefined): string =>
	DATE_FORM[value as DateForm] ?? DURATION_FORM[value as DurationForm] ?? String(value ?? '');

const of = (p: Params): string =>
	p['rows'] === p['of'] ? `les ${p['of']} lignes examinées` : `${p['rows']} des ${p['of']} lignes examinées`;

/** Why columns are proposed as they are, and how their values are written. */
export default {
	ourHeader: () => 'nom de colonne de Drawdown',
	headerName: () => 'd’après le nom de la colonne',
	dateThenTime: (p) => `date dans « ${p['date']} », heure dans « ${p['time']} »`,
	firstOfSeveralTimes: (p) => `la première de ${p['of']} colonnes d’heures`,
	dateAlone: (p) => `« ${p['column']} » ne contient pas d’heure, et aucune colonne n’en est une à coup sûr`,
	severalStarts: (p) => `« ${p['column']} » et « ${p['other']} » peuvent être le début, et diffèrent`,
	valuesReadAs: (p) => `${form(p['form'])} ; ${of(p)}`,
	firstOver12: (p) => `la première partie dépasse 12 dans ${p['rows']} lignes`,
	secondOver12: (p) => `la deuxième partie dépasse 12 dans ${p['rows']} lignes`,
	dayMonthAmbiguous: () => 'le jour et le mois peuvent être inversés',
	yearAmbiguous: () =>
		'deux chiffres peuvent être l’année ou le jour, et les dates sont aussi proches dans les deux cas',
	closerTogether: (p) =>
		`avec l’année en premier, les dates tiennent en ${days(p['days'])} ; avec l’année en dernier, en ${days(p['otherwise'])}`,
	halfDayApart: (p) =>
		`« ${p['column']} » contient AM et PM à part de l’heure, ce qui n’est pas lu ainsi : mettez les deux dans une même colonne du fichier`,
	provenInLine: (p) => `la ligne ${p['line']} le montre : ${p['value']}`,
	otherColumnProves: (p) => `comme le montre « ${p['column']} »`,
	marksProven: (p) =>
		`${p['mark'] === ',' ? 'une virgule' : 'un point'} avant les décimales, d’après ${many(p['rows'] ?? 0, '1 nombre', `${p['rows']} nombres`)}`,
	marksAmbiguous: (p) => `${p['value']} dans « ${p['column']} » peut être des milliers ou des décimales`,
	messagesOfWhom: (p) =>
		`« ${p['column']} »${p['other'] === p['column'] ? '' : ` ou « ${p['other']} »`} peut contenir les messages de ceux qui répondent : seuls ceux des clients comptent`,
	rowsAreMessages: (p) => `« ${p['column']} » se répète, et « ${p['author']} » indique l’auteur`,
	rowsAreSums: (p) =>
		`« ${p['column']} » compte plusieurs appels par ligne : ce sont des sommes, et non des appels`,
	rowsMayBeLegs: (p) =>
		`${p['rows']} lignes sur ${p['of']} en suivent une de même « ${p['column']} » : ce sont peut-être les segments d’un appel`,
	rowEach: () => 'rien n’indique autre chose',
	offsetInValues: () => 'chaque valeur indique son fuseau',
	noOffsetInValues: () => 'les heures n’indiquent pas de fuseau',
	zoneInHeader: (p) => `« ${p['column']} » indique UTC`,
	zoneInColumn: (p) => `« ${p['column']} » indique ${p['value']}`,
	zonesInColumn: (p) =>
		`« ${p['column']} » indique un fuseau à chaque ligne (${p['value']}, ${p['other']}, etc.). Toutes les heures sont lues dans celui qui est choisi ici : les lignes d’un autre seraient décalées de plusieurs heures`,
	firstOfSeveralLengths: (p) =>
		`parmi ${p['of']} durées : facturée avant conversation, puis traitement ou total`,
	lengthInParts: (p) =>
		`« ${p['column']} » et « ${p['other']} » sont les parties d’une même durée : réunissez-les dans une colonne`,
	unitInHeader: (p) => `« ${p['column']} » indique : ${form(p['unit'])}`,
	unitAssumed: (p) => `nombres seuls, lus comme des ${form(p['unit'])}`,
	matchesEnd: (p) => `le temps du début à la fin, dans ${of(p)}`,
	unitAmbiguous: (p) =>
		`« ${p['column']} » contient des nombres seuls qui peuvent être des secondes, des minutes ou des millisecondes : plus d’un jour, surtout plus d’une heure, avec des fractions, presque tous sous 60 ou semblables à des heures sans deux-points`,
	unitBeside: (p) =>
		`« ${p['value']} » dans « ${p['column']} » indique peut-être l’unité de ces nombres seuls, qui seraient des secondes sans cela`,
	unitsBeside: (p) =>
		`« ${p['column']} » indique une unité à chaque ligne (${p['value']}, ${p['other']}) : toutes les durées sont lues dans celle qui est choisie ici ; mettez-les d’abord dans une même unité`,
	idsRounded: (p) =>
		`« ${p['column']} » a perdu ses derniers chiffres dans un tableur (« ${p['value']} ») : plusieurs interactions s’y ressembleraient`,
	clockAmbiguous: (p) => `« ${p['column']} » peut être en minutes et secondes, ou en heures et minutes`,
	wordsUnknown: (p) => `« ${p['value']} » dans « ${p['column']} » n’est pas un mot connu`,
	noColumn: () => 'aucune colonne n’y ressemble'
} satisfies typeof en;

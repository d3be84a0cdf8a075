import type en from './doubts.en';

/** Before : ; ? ! and » and after « in templates. */
const NB = '\u00a0';

const many = (n: string, one: string, other: string): string => (n === '1' ? one : other);

export default {
	order: (rows, line, value, form, others) =>
		`${many(rows, '1 ligne commence', `${rows} lignes commencent`)} par ${form === 'mdy' ? 'le mois' : 'le jour'}, par exemple ${value} à la ligne ${line}, et ${others === '0' ? 'aucune ne montre' : many(others, '1 montre', `${others} montrent`)} l’ordre inverse.${others === '0' ? '' : ` Les dates qui se lisent des deux façons ont été lues avec ${form === 'mdy' ? 'le jour' : 'le mois'} en premier${NB}: si le fichier mêle les deux, certaines sont fausses, et il est à diviser ou à réécrire.`}`,
	mark: (rows, line, value, column, decimal) =>
		`${many(rows, '1 nombre', `${rows} nombres`)} de «${NB}${column}${NB}» ${many(rows, 'a', 'ont')} ${decimal === ',' ? 'une virgule' : 'un point'} avant les décimales, par exemple ${value} à la ligne ${line}, et aucun ne montre l’autre signe.`,
	openMark: (rows, line, value, column) =>
		`${many(rows, '1 nombre', `${rows} nombres`)} de «${NB}${column}${NB}», par exemple ${value} à la ligne ${line}, peuvent être des milliers ou des décimales. ${value.includes(',') ? 'La lecture retient les milliers.' : 'La lecture retient les décimales.'}`,
	totals: (rows, line, value) =>
		`${many(rows, '1 ligne peut', `${rows} lignes peuvent`)} en additionner d’autres, par exemple «${NB}${value}${NB}» à la ligne ${line}, et ${many(rows, 'compte', 'comptent')}. Ce qui n’est ni un appel ni un clavardage est à retirer du fichier.`,
	clock: (rows, line, value, column) =>
		`Toutes les durées de «${NB}${column}${NB}» sont sans secondes, par exemple ${value} à la ligne ${line} (${many(rows, '1 ligne', `${rows} lignes`)})${NB}: un tableur a pu faire des heures et minutes de minutes et secondes. La lecture retient des heures, minutes et secondes.`,
	rounded: (rows, line, value, column) =>
		`${many(rows, '1 valeur', `${rows} valeurs`)} de «${NB}${column}${NB}» ${many(rows, 'a perdu ses', 'ont perdu leurs')} derniers chiffres dans un tableur, par exemple ${value} à la ligne ${line}${NB}: plusieurs interactions s’y ressembleraient.`,
	title: 'Les lignes disent autre chose',
	text: 'Rien n’a été changé tout seul : relisez le fichier, ou gardez cette lecture.',
	again: {
		dmy: 'Relire, jour en premier',
		mdy: 'Relire, mois en premier',
		',': 'Relire, virgule décimale',
		'.': 'Relire, point décimal',
		clock: 'Relire, minutes et secondes',
		rounded: 'Relire sans cette colonne'
	}
} satisfies typeof en;

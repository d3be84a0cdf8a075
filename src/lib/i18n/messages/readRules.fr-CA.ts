import type en from './readRules.en';

/** Before : ; ? ! and » and after « in templates. */
const NB = '\u00a0';

const many = (n: string, one: string, other: string): string => (n === '1' ? one : other);

export default {
	marks: {
		label: 'Décimales',
		point: 'avec un point, comme 1,234.5',
		comma: 'avec une virgule, comme 1.234,5',
		question: 'Quel signe précède les décimales ?',
		why: (column, example) =>
			`Chaque nombre avec un signe dans «${NB}${column}${NB}» se lit des deux façons${NB}: ${example} peut être des milliers ou des décimales.`,
		pointShort: 'Point',
		commaShort: 'Virgule'
	},

	doubts: {
		order: (rows, line, value, form) =>
			`${many(rows, '1 ligne commence', `${rows} lignes commencent`)} par ${form === 'mdy' ? 'le mois' : 'le jour'}, par exemple ${value} à la ligne ${line}, et aucune ne montre l’ordre inverse.`,
		mark: (rows, line, value, column, decimal) =>
			`${many(rows, '1 nombre', `${rows} nombres`)} de «${NB}${column}${NB}» ${many(rows, 'a', 'ont')} ${decimal === ',' ? 'une virgule' : 'un point'} avant les décimales, par exemple ${value} à la ligne ${line}, et aucun ne montre l’autre signe.`,
		openMark: (rows, line, value, column) =>
			`${many(rows, '1 nombre', `${rows} nombres`)} de «${NB}${column}${NB}», par exemple ${value} à la ligne ${line}, peuvent être des milliers ou des décimales. ${value.includes(',') ? 'La lecture retient les milliers.' : 'La lecture retient les décimales.'}`,
		totals: (rows, line, value) =>
			`${many(rows, '1 ligne semble', `${rows} lignes semblent`)} en additionner d’autres, par exemple «${NB}${value}${NB}» à la ligne ${line}, mais ${many(rows, 'sa valeur ne le prouve', 'leurs valeurs ne le prouvent')} pas.`,
		rounded: (rows, line, value, column) =>
			`${many(rows, '1 valeur', `${rows} valeurs`)} de «${NB}${column}${NB}» ${many(rows, 'a perdu ses', 'ont perdu leurs')} derniers chiffres dans un tableur, par exemple ${value} à la ligne ${line}${NB}: plusieurs interactions s’y ressembleraient.`,
		title: 'Les lignes disent autre chose',
		text: 'Rien n’a été changé tout seul : relisez le fichier, ou gardez cette lecture.',
		inFile:
			'Rien n’a été laissé de côté pour cela : ce qui n’est ni un appel ni un clavardage est à retirer du fichier.',
		again: {
			dmy: 'Relire, jour en premier',
			mdy: 'Relire, mois en premier',
			',': 'Relire, virgule décimale',
			'.': 'Relire, point décimal',
			rounded: 'Relire sans cette colonne'
		}
	},

	join: {
		label: 'Par le même texte dans',
		author: 'Auteur',
		choices: {
			each: 'un appel ou un clavardage',
			messages: 'un message d’un clavardage',
			legs: 'un segment d’un appel'
		},
		help: {
			messages:
				'Les messages d’une conversation et d’un jour forment un clavardage. Seuls ceux des clients comptent.',
			legs: 'Les segments qui se suivent en moins d’une minute forment un appel, aussi long que dure au moins l’un d’eux.'
		},
		noAuthor: 'Tous les messages comptent',
		joined: (n) => many(n, '1 ligne s’est jointe à une autre', `${n} lignes se sont jointes à d’autres`)
	},

	leave: {
		title: 'Lignes laissées de côté',
		done: 'Laissées de côté ou jointes',
		text: 'Elles n’utilisent pas le forfait. L’importation en indique le nombre.',
		rules: {
			sms: (column) => `Textos (SMS), d’après «${NB}${column}${NB}»`,
			people: (column) => `Ce que des personnes ont traité, d’après «${NB}${column}${NB}»`,
			author: (column) => `Messages qu’aucun client n’a écrits, d’après «${NB}${column}${NB}»`
		},
		counted: {
			sms: (n) => many(n, '1 texto laissé de côté', `${n} textos laissés de côté`),
			people: (n) =>
				many(
					n,
					'1 ligne traitée par une personne laissée de côté',
					`${n} lignes traitées par des personnes laissées de côté`
				),
			author: (n) =>
				many(
					n,
					'1 message qu’aucun client n’a écrit laissé de côté',
					`${n} messages qu’aucun client n’a écrits laissés de côté`
				)
		}
	},

	veil: {
		label: 'Ce qui est gardé',
		choices: { whole: 'Tel quel', lastFour: 'Quatre derniers chiffres', hash: 'Un code à la place' },
		help: {
			whole: 'Gardé dans ce navigateur comme dans le fichier.',
			lastFour:
				'Seuls les quatre derniers chiffres sont gardés : les numéros qui les partagent n’en font qu’un.',
			hash: 'Un hachage à clé est gardé : le même texte a le même code, et personne ne peut le relire.'
		},
		notKept: 'Les colonnes qui ne sont pas choisies ici ne sont pas gardées du tout.'
	}
} satisfies typeof en;

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

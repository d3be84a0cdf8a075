import type en from './usage.en';

export default {
	tabs: {
		label: 'Utilisation',
		usage: 'Voix IA',
		calls: 'Appels et clavardages',
		invoice: 'Facture'
	},

	pageTitle: 'Utilisation',
	waiting: 'Lecture de l’utilisation',
	empty: 'Importez un fichier d’utilisation pour voir qui a utilisé les crédits.',
	rowsOnly:
		'Ni des relevés ni des hypothèses ne disent qui a utilisé quoi. Importez un fichier d’utilisation, avec une ligne par appel ou clavardage.',
	failed: 'L’utilisation n’a pas pu être lue. Essayez de nouveau, ou rechargez la page.',

	voice: {
		title: {
			none: (month: string) => `Aucun appel en ${month}`,
			free: (calls: number, text: string) =>
				calls === 1 ? 'Un appel, qui n’a pris aucun crédit' : `${text} appels, qui n’ont pris aucun crédit`,
			one: (credits: string, agent: string) => `La voix a utilisé ${credits} crédits, tous pris par ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCalls: string) =>
				`La voix a utilisé ${credits} crédits; ${agent} en prend ${ofCredits} avec ${ofCalls} des appels`
		},
		calls: 'Appels engagés',
		handled: 'Appels traités',
		minutes: 'Minutes facturables',
		nonBillable: (seconds: string | null) =>
			seconds === null ? 'Appels non facturables' : `Appels non facturables (<${seconds} s)`
	},

	table: {
		entity: 'Entité',
		agent: 'Agent IA',
		thisMonth: 'ce mois-ci',
		sinceActivation: 'depuis l’activation',
		credits: 'Crédits',
		all: 'Tout',
		premium: 'premium'
	}
} satisfies typeof en;

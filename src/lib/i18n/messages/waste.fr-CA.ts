import type en from './waste.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Gaspillage',
	waiting: 'Addition de ce qui peut être économisé',

	title: {
		most: (lever: string, credits: string) =>
			`${lever}${NB}: ${credits} crédits par mois, le plus qui puisse être économisé`,
		nothing: 'Rien à économiser : chaque crédit a été parlé, et demandé'
	},
	levers: {
		rounding: 'Temps d’appel payé sans être parlé',
		justAbove: (seconds: string) => `Appels de moins de ${seconds} secondes qui sont facturés`,
		premium: 'Premium par configuration',
		repeated: 'Appels courts de suite'
	},
	what: {
		rounding: 'Chaque appel est arrondi par la grille; voici le temps facturé au-delà de sa durée.',
		justAbove: (from: string, to: string) =>
			from === '0'
				? `La grille facture les appels si courts soient-ils. Ceux-ci ont duré moins de ${to} secondes.`
				: `Les appels de moins de ${from} secondes sont gratuits. Ceux-ci ont duré moins de ${to} secondes.`,
		premium: 'Le registre ou la grille les rend premium; leurs lignes ne le disent pas.',
		repeated: (count: string, seconds: string, minutes: string) =>
			`Les données ne disent pas qui a appelé${NB}: ${count} appels ou plus de moins de ${seconds} secondes chez un agent et une entité, chacun dans les ${minutes} minutes après le précédent. Le premier de chaque suite n’est pas compté.`
	},
	lead: (count: number, text: string, credits: string) =>
		count === 1
			? `Dans le seul mois entier connu, sur **${credits} crédits**. Un appel peut compter dans plusieurs lignes; elles ne s’additionnent donc pas.`
			: `En moyenne sur les ${text} mois entiers connus, sur **${credits} crédits par mois**. Un appel peut compter dans plusieurs lignes; elles ne s’additionnent donc pas.`,
	running: (credits: string) =>
		`Dans le mois jusqu’ici, sur **${credits} crédits**${NB}: aucun mois n’est encore entier, donc aucun forfait n’est jugé ainsi. Un appel peut compter dans plusieurs lignes; elles ne s’additionnent donc pas.`,
	summed:
		'Certains jours ne sont gardés qu’en sommes quotidiennes. Ce qui y a été gaspillé n’est pas connu et n’est pas dans ces chiffres.',
	amount: (credits: string, share: string) => `${credits} (${share})`,

	picture: 'Crédits par mois qui peuvent être économisés',
	table: {
		lever: 'Quoi',
		credits: 'Crédits par mois',
		share: 'De tous les crédits',
		interactions: 'Appels et clavardages par mois',
		smallest: 'Plus petit forfait qui suffit sans cela',
		cheapest: 'Moindre coût sans cela',
		now: 'Tel quel',
		none: 'aucun ne suffit',
		unpriced: '–'
	},
	tier: {
		smaller: (lever: string, without: string, own: string) =>
			`Sans «${NB}${lever}${NB}», le forfait ${without} aurait suffi chaque mois; tel quel, il faut ${own}.`,
		lasts: (lever: string, without: string) =>
			`Sans «${NB}${lever}${NB}», le forfait ${without} aurait suffi chaque mois; tel quel, aucun ne suffit.`,
		saves: (lever: string, amount: string, months: string) =>
			`Sans «${NB}${lever}${NB}», le forfait le moins cher avec dépassement aurait coûté ${amount} de moins sur ${months}.`
	},
	months: (count: number, text: string) => (count === 1 ? 'le mois' : `les ${text} mois`),
	agents: {
		heading: 'Qui en a le plus',
		lever: 'Quoi',
		agent: 'Agent IA',
		credits: 'Crédits par mois'
	},
	idle: {
		heading: 'Agents qui ne servent plus',
		none: 'Chaque agent du registre a servi dans les quatre dernières semaines.',
		lead: 'Au registre et non désactivés, sans appel ni clavardage depuis quatre semaines ou plus. Une date de désactivation met fin à la licence.',
		agent: 'Agent IA',
		where: 'Où',
		last: 'Dernière utilisation',
		never: 'jamais',
		price: 'Licence par mois',
		unpriced: 'aucun prix saisi',
		everywhere: 'partout',
		toAgents: 'Ouvrir le registre'
	}
} satisfies typeof en;

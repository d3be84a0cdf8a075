import type en from './past.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Mois passés',
	waiting: 'Reprise des mois passés',
	empty:
		'Importez un fichier d’utilisation pour voir ce que les mois passés auraient coûté avec chaque forfait.',
	readings: `Ni des relevés ni des hypothèses ne connaissent chaque appel et clavardage${NB}: aucun mois passé ne peut être repris. Importez un fichier d’utilisation.`,
	failed: 'Les mois passés n’ont pas pu être repris. Essayez de nouveau, ou rechargez la page.',
	sums: 'Les lignes de certains mois ne sont gardées qu’en sommes par jour. Elles ne disent pas ce qu’un autre arrondi ou une autre règle des appels courts aurait fait de chaque appel.',
	months: (count: number, text: string) => (count === 1 ? 'le seul mois passé' : `${text} mois passés`),

	title: {
		none: 'Aucun mois passé n’est encore connu en entier',
		least: {
			on: (months: string, tier: string, cost: string) =>
				`Sur ${months}, ${tier} avec dépassement aurait coûté le moins${NB}: ${cost}`,
			off: (months: string, tier: string, cost: string) =>
				`Sur ${months}, ${tier} aurait coûté le moins sans arrêt${NB}: ${cost}`,
			capped: (months: string, tier: string, cost: string) =>
				`Sur ${months}, ${tier} avec dépassement plafonné aurait coûté le moins sans arrêt${NB}: ${cost}`,
			upgrade: (months: string, tier: string, cost: string) =>
				`Sur ${months}, commencer par ${tier} et passer au suivant aurait coûté le moins${NB}: ${cost}`
		},
		lasts: (months: string, tier: string) => `Sur ${months}, ${tier} crédits ou plus auraient toujours suffi`,
		stops: (months: string) => `Sur ${months}, les agents se seraient arrêtés avec chaque forfait`
	},

	lead: {
		needed: 'Un mois compte quand il est fini et que les fichiers le couvrent en entier.',
		noContract:
			'Aucun forfait n’était choisi pour ces mois, il n’y a donc pas de contrat avec lequel comparer.',
		noPrice: (count: number, text: string) =>
			count === 0
				? 'Avec votre contrat tel qu’il est entré, les agents ne se seraient jamais arrêtés. Entrez des prix pour comparer les coûts.'
				: `Avec votre contrat tel qu’il est entré, les agents se seraient arrêtés pendant **${text}** d’entre eux. Entrez des prix pour comparer les coûts.`,
		contract: (cost: string, count: number, text: string) =>
			count === 0
				? `Votre contrat tel qu’il est entré${NB}: **${cost}**.`
				: `Votre contrat tel qu’il est entré${NB}: **${cost}**, avec des agents arrêtés pendant ${text} d’entre eux.`,
		that: (difference: string) => `Le meilleur forfait coûte **${difference}**.`,
		less: (amount: string) => `${amount} de moins`,
		more: (amount: string) => `${amount} de plus`,
		same: 'autant'
	},

	notes: {
		leftOut: (count: number, text: string) =>
			count === 1
				? `Un mois est laissé de côté${NB}: il n’est pas fini, ou pas connu en entier.`
				: `${text} mois sont laissés de côté${NB}: ils ne sont pas finis, ou pas connus en entier.`,
		censored: (count: number, text: string) =>
			count === 1
				? `Pendant un mois les agents ont été arrêtés un temps${NB}: sa demande était plus forte que ce qui est connu.`
				: `Pendant ${text} mois les agents ont été arrêtés un temps${NB}: leur demande était plus forte que ce qui est connu.`
	},

	ask: {
		heading: 'Ce qui aurait été payé',
		rule: 'Les appels sont facturés',
		ownRule: 'comme le dit la grille',
		rounding: (initial: string, increment: string) =>
			`au moins ${initial}${NB}s, puis par ${increment}${NB}s`,
		shortCall: (seconds: string) => `aucun sous ${seconds}${NB}s`,
		noShortCall: 'les appels courts aussi',
		anchor: 'Le mois commence le',
		cap: 'Plafond de dépassement',
		capUnit: 'crédits'
	},

	contract: 'Votre contrat',
	stopsIn: (count: number, text: string) =>
		count === 1 ? 'arrêts pendant 1 mois' : `arrêts pendant ${text} mois`,
	picture: {
		label: (months: string) => `Ce que ${months} auraient coûté avec chaque forfait`,
		price: 'forfait',
		overage: 'dépassement',
		upgrade: 'Les forfaits achetés ensuite font partie du prix.'
	},
	table: {
		plan: 'Forfait',
		total: 'Total',
		overage: 'Coût du\ndépassement',
		overageCredits: 'Crédits de\ndépassement',
		stopped: 'Mois avec\narrêt',
		unservedCredits: 'Crédits\nsans réponse',
		unserved: 'Clavardages et appels\nsans réponse',
		noPrice: 'prix à entrer'
	},
	byMonth: {
		heading: 'Mois par mois',
		month: 'Mois',
		demand: 'Crédits\ndemandés',
		contract: 'Votre\ncontrat',
		plan: (tier: string) => `${tier}`,
		recommended: 'Recommandé\nà son début',
		followed: 'Recommandé,\ncoût',
		best: 'Le moins cher\naprès coup',
		bestCost: 'Le moins cher,\ncoût',
		total: 'Total',
		censored: 'agents arrêtés',
		stopped: (cost: string) => `${cost}, arrêts`,
		tooLittle: 'trop peu connu',
		largest: (tier: string) => `${tier}, le plus proche`
	},
	followed: {
		heading: 'Suivre la recommandation',
		lead: 'Au début de chaque mois, le forfait est choisi d’après les seuls jours d’avant; puis le mois est repris avec lui.',
		waiting: 'Nouveau choix, mois par mois.',
		cost: (months: string, cost: string, count: number, text: string) =>
			`Sur ${months}, cela aurait coûté **${cost}**${count === 0 ? '' : `, avec des agents arrêtés pendant ${text} d’entre eux`}.`,
		hindsight: (tier: string, cost: string) =>
			`Après coup, le meilleur forfait unique, ${tier}, aurait coûté **${cost}** sur les mêmes mois.`,
		contract: (cost: string) => `Votre contrat tel qu’il est entré${NB}: **${cost}** sur les mêmes mois.`,
		tooLittle: (count: number, text: string) =>
			count === 1
				? `Pour un mois, trop peu était connu à son début (il faut 14 jours)${NB}: il ne compte pas ici.`
				: `Pour ${text} mois, trop peu était connu à leur début (il faut 14 jours)${NB}: ils ne comptent pas ici.`,
		unpriced:
			'Sans prix, le plus petit forfait qui semblait suffire a été choisi. Entrez des prix pour comparer les coûts.'
	},
	prices: 'Les prix s’entrent à côté des forfaits de ce mois.',
	pricesLink: 'Aller aux prix'
} satisfies typeof en;

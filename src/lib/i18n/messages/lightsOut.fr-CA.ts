import type en from './lightsOut.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Quand les agents s’arrêtent',
	waiting: 'Recherche de l’heure à laquelle les crédits s’épuisent',
	empty:
		'Importez un fichier d’utilisation pour voir quand les agents s’arrêteraient, et ce qui serait perdu.',
	past: 'Ce mois est fini. Choisissez plus haut le mois en cours pour voir quand les agents s’arrêteraient.',
	refused: 'Les chances apparaissent après 14 jours connus. D’ici là, l’heure ne peut être dite.',
	noTier: 'Choisissez un forfait plus haut pour voir quand ses crédits s’épuisent.',
	failed: 'Ce qui est perdu n’a pas pu être calculé. Essayez de nouveau, ou rechargez la page.',
	title: {
		ended: (tier: string, instant: string) => `${tier} crédits ont été épuisés le ${instant}`,
		ends: (tier: string, instant: string) =>
			`Sans dépassement, ${tier} crédits s’épuisent vers le ${instant}`,
		may: (tier: string, chance: string) =>
			`Sans dépassement, ${tier} crédits peuvent s’épuiser avant le renouvellement${NB}: ${chance}`,
		lasts: (tier: string) => `${tier} crédits suffisent jusqu’au renouvellement${NB}: rien ne s’arrête`
	},
	lead: {
		sameHour: '8 sur 10 prennent fin dans cette heure.',
		band: (from: string, to: string) => `8 sur 10${NB}: du **${from}** au **${to}**.`,
		open: (from: string, chance: string) =>
			`1 sur 10 avant le **${from}**; ${chance} qu’ils s’épuisent avant le renouvellement.`,
		lost: (credits: string, count: string, end: string) =>
			`Jusqu’au renouvellement du ${end}, **${credits} crédits** sont perdus en moyenne${NB}: ${count} clavardages et appels.`,
		lostCredits: (credits: string, end: string) =>
			`Jusqu’au renouvellement du ${end}, **${credits} crédits** sont perdus en moyenne.`,
		nothing: 'Presque rien n’est perdu avant le renouvellement.'
	},
	hours: 'Ce qui est perdu par heure du jour et par canal',
	saving: {
		heading: 'Le prix de ne rien perdre',
		overage: (mean: string, tail: string) =>
			`Par le dépassement${NB}: **${mean}** en moyenne ce mois-ci, et dans 1 mois sur 10 plus de ${tail}. Rien n’est perdu.`,
		overageUnpriced: `Par le dépassement${NB}: entrez les prix des forfaits et du dépassement pour voir ce que cela coûte.`,
		next: (tier: string, amount: string, chance: string) =>
			`Par le forfait suivant, ${tier}${NB}: **${amount}** de plus; ses propres crédits s’épuisent avant le renouvellement dans ${chance}.`,
		nextUnpriced: (tier: string, chance: string) =>
			`Par le forfait suivant, ${tier}${NB}: ses propres crédits s’épuisent avant le renouvellement dans ${chance}. Entrez les prix pour voir ce que cela coûte.`,
		largest: 'Il n’y a pas de forfait plus grand dans la grille.'
	},
	entities: {
		heading: 'Ce qui est perdu, et où',
		lead: 'Réparti comme l’utilisation récente aux mêmes heures.',
		entity: 'Entité',
		unassigned: 'non attribué',
		credits: 'Crédits perdus,\nmoyenne',
		share: 'Part de tout\nce qui est perdu',
		others: (count: string) => `${count} autres`
	}
} satisfies typeof en;

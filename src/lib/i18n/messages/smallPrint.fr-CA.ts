import type en from './smallPrint.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Petits caractères',
	waiting: 'Calcul selon d’autres règles',
	empty:
		'Importez un fichier d’utilisation pour voir ce que coûtent l’arrondi, les appels courts et le premium.',
	readings:
		'Ni des relevés ni des hypothèses ne connaissent chaque appel et clavardage, donc aucune autre règle ne peut être essayée. Importez un fichier d’utilisation.',
	failed: 'Les autres règles n’ont pas pu être essayées. Essayez de nouveau, ou rechargez la page.',
	none: 'Aucun mois passé n’est encore connu en entier',
	needed: 'Un mois compte quand il est fini et que les fichiers le couvrent en entier.',

	title: {
		bySecond: `Les appels sont facturés à la seconde${NB}: l’arrondi ne coûte rien`,
		nothing: 'L’arrondi ne coûte presque rien sur cette utilisation',
		cost: (credits: string) => `L’arrondi coûte ${credits} crédits par mois`,
		same: (credits: string, tier: string) =>
			`L’arrondi coûte ${credits} crédits par mois, et le plus petit forfait qui suffit reste ${tier}`,
		pays: (credits: string, tier: string, other: string) =>
			`L’arrondi coûte ${credits} crédits par mois, et fait de ${tier} le forfait le moins cher au lieu de ${other}`,
		decides: (credits: string, tier: string, other: string) =>
			`L’arrondi coûte ${credits} crédits par mois, et fait de ${tier} le plus petit forfait qui suffit au lieu de ${other}`
	},
	lead: (months: number, text: string, rule: string) =>
		months === 1
			? `Sur le seul mois passé connu en entier. La grille facture${NB}: **${rule}**.`
			: `Sur ${text} mois passés, chacun compté de nouveau selon chaque règle. La grille facture${NB}: **${rule}**.`,
	sentences: {
		shortSaves: (seconds: string, credits: string) =>
			`Ne pas facturer les appels de moins de ${seconds}${NB}s économise **${credits} crédits** par mois.`,
		shortWould: (seconds: string, credits: string) =>
			`Ne pas facturer les appels de moins de ${seconds}${NB}s économiserait **${credits} crédits** par mois.`,
		noShortCalls: 'Il n’y a presque pas d’appels courts pour qu’une règle à leur sujet compte.',
		premium: (credits: string) =>
			`Les interactions premium coûtent **${credits} crédits** par mois de plus qu’au tarif standard.`,
		noPremium: 'Il n’y a pas d’interactions premium à payer plus cher.',
		moved: (count: number, text: string) =>
			count === 1
				? '**Une** des autres règles change le plus petit forfait qui suffit.'
				: `**${text}** des autres règles changent le plus petit forfait qui suffit.`
	},
	rules: {
		own: 'La règle de la grille',
		rounding: (initial: string, increment: string) =>
			`au moins ${initial}${NB}s, puis par ${increment}${NB}s`,
		shortCall: (seconds: string) => `appels sous ${seconds}${NB}s gratuits`,
		allBilled: 'appels courts facturés aussi',
		noPremium: 'premium au tarif standard',
		allPremium: 'chaque appel premium',
		ownPremium: 'appels selon leur classe'
	},
	picture: 'Crédits par mois selon chaque règle',
	credits: (credits: string, difference: string) => (difference ? `${credits} (${difference})` : credits),
	more: (credits: string) => `+${credits}`,
	less: (credits: string) => `−${credits}`,
	table: {
		heading: 'Chaque règle en chiffres',
		rule: 'Règle',
		credits: 'Crédits par mois,\nmoyenne',
		difference: 'À côté de la\nrègle de la grille',
		smallest: 'Plus petit forfait\nqui suffit',
		cheapest: 'Forfait le moins cher\navec dépassement',
		sums: 'gardé en sommes',
		waiting: '…',
		noneLasts: 'aucun'
	},
	note: `Moyennes de comptes exacts. «${NB}Suffit${NB}»${NB}: pendant aucun de ces mois les agents ne se seraient arrêtés, sans dépassement. Une seule règle change à la fois.`,
	pricesMissing: 'Entrez des prix pour voir quel forfait est le moins cher selon chaque règle.'
} satisfies typeof en;

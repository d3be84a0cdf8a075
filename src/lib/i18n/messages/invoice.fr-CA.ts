import type en from './invoice.en';

const NB = '\u00a0';

const WORDS = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
/** `what`: the pronoun with what parts it from the verb. */
const sets = (count: number, text: string, what: string): string =>
	count === 0
		? `Aucun jeu de règles ne ${what}explique`
		: `${WORDS[count] ?? text} ${count === 1 ? 'jeu' : 'jeux'} de règles ${what}${count === 1 ? 'explique' : 'expliquent'}`;

export default {
	pageTitle: 'Facture',
	waiting: 'Lecture du mois',
	failed: 'La facture n’a pas pu être comparée. Essayez de nouveau, ou rechargez la page.',

	title: {
		ask: (credits: string, month: string) => `Vos appels et clavardages font ${credits} crédits en ${month}`,
		right: (credits: string) =>
			`La facture est juste${NB}: vos appels et clavardages font les mêmes ${credits} crédits`,
		rightFigures: `La facture est juste${NB}: vos appels et clavardages font les mêmes chiffres`,
		differs: (invoice: string, own: string, difference: string, count: number, text: string) =>
			`La facture dit ${invoice} crédits${NB}; vos appels et clavardages en font ${own}${NB}: ${difference}. ${sets(count, text, 'l’')}.`,
		figuresDiffer: (count: number, text: string) =>
			`Des chiffres de la facture diffèrent des vôtres. ${sets(count, text, 'les ')}.`
	},
	more: (credits: string) => `${credits} de plus`,
	less: (credits: string) => `${credits} de moins`,
	same: 'autant',
	lead: {
		ask: 'Entrez ce que dit la facture de ce mois, autant qu’elle le dit. Plus il y a de totaux, moins de règles peuvent les expliquer.',
		tried: (text: string) =>
			`**${text}** jeux de règles ont été comparés${NB}: comment les appels sont arrondis, à partir de quelle durée ils sont facturés, dans quel fuseau horaire et quel jour le mois commence, et selon quelle durée.`,
		others: `D’autres règles font les mêmes chiffres${NB}; celles du contrat viennent en premier.`
	},
	limits: {
		byDay: (text: string) =>
			`${text} jeux de règles n’ont pas pu être essayés${NB}: des jours de ce mois sont gardés en sommes, qui ne disent pas ce que d’autres règles auraient fait de chaque appel.`,
		unknown: (count: number, text: string) =>
			count === 1
				? `Un autre début du mois n’a pas pu être essayé${NB}: l’utilisation autour n’est pas importée.`
				: `${text} autres débuts du mois n’ont pas pu être essayés${NB}: l’utilisation autour n’est pas importée.`,
		incomplete: 'Ce mois n’est pas fini dans les fichiers, donc une facture du mois entier sera plus élevée.',
		untold: (names: string) =>
			`Non comparé, car le contrat n’a pas de chiffre pour cela${NB}: ${names}. Il faut un forfait, ses prix, et aucun changement pendant le mois.`,
		trials:
			'Les interactions à l’essai ou sous licence illimitée sont laissées de côté, car elles ne tirent aucun crédit.'
	},

	form: {
		title: 'Ce que dit la facture',
		credits: 'Crédits utilisés',
		voiceCredits: 'Crédits des appels',
		chatCredits: 'Crédits des clavardages',
		overageCredits: 'Crédits de dépassement',
		billableMinutes: 'Minutes facturables',
		calls: 'Appels',
		messages: 'Messages',
		amount: 'Montant, avec taxe',
		callsHelp: 'les courts aussi',
		rounded: `La facture montre des chiffres arrondis${NB}: admettre moins d’une unité du dernier chiffre montré`,
		compare: 'Comparer avec la facture',
		file: 'Lire d’un fichier',
		fileHelp: `CSV avec un en-tête et une ligne, ou un objet JSON${NB}: credits, voice_credits, chat_credits, overage_credits, billable_minutes, calls, messages, amount.`,
		needed: 'Entrez au moins un total de la facture.'
	},
	fileProblem: {
		shape:
			'Le fichier n’est ni un CSV avec un en-tête et une ligne, ni un objet JSON. Écrivez-le ainsi, ou entrez les totaux.',
		unknown: (name: string) =>
			`«${NB}${name}${NB}» n’est pas le nom d’un total. Renommez-le ou retirez-le${NB}; les noms sont donnés plus haut.`,
		value: (name: string, value: string) =>
			`«${NB}${value}${NB}» de ${name} n’est pas un nombre simple. Écrivez des chiffres avec un point pour les décimales, sans séparateur de milliers.`
	},

	figures: {
		title: 'Chiffre par chiffre',
		figure: 'Chiffre',
		invoice: 'Facture',
		own: 'Les vôtres',
		difference: 'Facture à côté des vôtres',
		met: '✓ concorde',
		notCompared: 'non comparé'
	},

	rules: {
		title: 'Ce qui l’explique',
		nearestTitle: `Aucun ne convient${NB}; ceux-ci en sont le plus près`,
		rule: 'Jeu de règles',
		credits: 'Crédits',
		differs: 'Diffère par',
		own: 'comme dans votre contrat',
		ways: {
			rounding: 'l’arrondi',
			shortCall: 'les appels courts',
			zone: 'le fuseau horaire',
			anchorDay: 'le premier jour',
			duration: 'la durée'
		},
		whole: 'chaque appel au crédit entier supérieur',
		zone: (time: string) => `mois comptés en ${time}`,
		anchorDay: (day: string, dates: string) => `mois à partir du ${day} (${dates})`,
		duration: (name: string) => `appels selon «${NB}${name}${NB}»`,
		alike: (count: number, text: string) =>
			count === 1
				? 'Un autre donne à chaque ligne les mêmes crédits'
				: `${text} autres donnent à chaque ligne les mêmes crédits`,
		explain: 'Montrer ses lignes',
		explained: 'Lignes montrées plus bas',
		use: 'Utiliser cette règle',
		used: 'La règle compte maintenant partout',
		moreLeft: (text: string) =>
			`${text} autres jeux de règles conviennent aussi. Un autre total de la facture en laisserait moins.`
	},

	difference: {
		title: 'D’où vient la différence',
		cause: 'Cause',
		interactions: 'Interactions',
		credits: 'Crédits',
		own: 'Vos appels et clavardages, comme dans votre contrat',
		causes: {
			entered: 'Seulement dans le mois de la facture',
			left: 'Seulement dans votre mois',
			duration: 'Facturés selon l’autre durée',
			shortCall: 'Appels courts',
			rounding: 'Arrondi de chaque appel'
		},
		rest: 'Non expliqué',
		roundingRest: 'Arrondi du total sur la facture',
		invoice: 'La facture',
		rule: 'Selon ce jeu de règles',
		rows: 'Les interactions qui diffèrent le plus',
		apart: 'Interactions qui distinguent les jeux de règles',
		apartText: `Demandez au fournisseur ce que l’une d’elles a coûté${NB}: un seul des jeux de règles concorde.`,
		none: 'Aucune interaction de ce mois ne les distingue.',
		when: 'Quand',
		who: 'Agent, entité',
		length: 'Durée',
		messages: (text: string) => `${text}${NB}msg`,
		yours: 'Les vôtres',
		other: 'Selon la règle',
		set: (number: string) => `Jeu ${number}`,
		line: 'Fichier, ligne'
	},

	showback: {
		title: 'Qui doit quelle part',
		by: 'Parts par',
		entity: 'Entité',
		agent: 'Agent',
		tag: 'Étiquette',
		tagName: 'Étiquette du registre',
		noTags: 'Pour montrer les parts par centre de coûts, donnez une étiquette aux agents dans le registre.',
		name: 'Nom',
		credits: 'Crédits',
		share: 'Part',
		plan: 'Forfait',
		overage: 'Dépassement',
		other: 'Autres lignes',
		tax: 'Taxe',
		total: 'Total',
		all: 'Facture',
		nobody: 'À personne',
		outside: (text: string) => `${text} de plus hors forfait`,
		answer: (name: string, share: string, total: string) =>
			`${name} doit ${total}, pour ${share} des crédits`,
		answerCredits: (name: string, share: string) => `${name} a utilisé ${share} des crédits`,
		none: 'Personne n’a rien utilisé ce mois-ci',
		noPrices: `Entrez les prix manquants pour voir les parts en argent${NB}:`,
		noTier: 'Choisissez un forfait dans le contrat pour voir les parts en argent.',
		note: `Le forfait et le dépassement vont selon les crédits que chacun a utilisés pendant tout le mois, peu importe qui est venu en dernier${NB}; une licence, selon ce que son agent a traité. Chaque ligne est partagée au dernier cent, les plus grands restes d’abord, si bien que les parts font exactement son montant.`
	}
} satisfies typeof en;

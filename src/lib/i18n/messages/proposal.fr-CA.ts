import type en from './proposal.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Proposition',
	waiting: 'Rédaction de la proposition',
	nothing: 'Importez une utilisation ou supposez un mois, et une proposition pourra être rédigée',
	refused:
		'Trop peu d’utilisation est connue pour les chances d’une année. Planifiez plutôt sur des hypothèses.',
	assume: 'Planifier sans données',

	fields: {
		heading: 'Ce qui est proposé, et à qui',
		customer: 'Client',
		customerHelp: 'Rien de ce qui est saisi ici n’est gardé ni envoyé.',
		from: 'Votre entreprise',
		logo: 'Logo',
		chooseLogo: 'Choisir un logo',
		removeLogo: 'Retirer le logo',
		logoWrong: 'Ce n’est pas une image d’au plus 2 Mo.',
		plan: 'Forfait',
		when: 'À la fin des crédits',
		valid: 'Valable',
		validUnit: 'jours',
		print: 'Imprimer ou enregistrer en PDF',
		language: 'Langue'
	},

	head: {
		prepared: (customer: string) => `Préparé pour **${customer}**`,
		preparedForYou: 'Préparé pour vous',
		what: 'Agents IA : proposition de forfait',
		dates: (date: string, until: string) => `${date}, valable jusqu’au ${until}`
	},

	title: {
		off: (tier: string, price: string) =>
			`Nous proposons le forfait de ${tier} crédits sans dépassement${NB}: ${price} par mois`,
		on: (tier: string, price: string) =>
			`Nous proposons le forfait de ${tier} crédits avec dépassement${NB}: ${price} par mois, et vos agents continuent jusqu’à la limite de dépassement`,
		capped: (tier: string, price: string, cap: string) =>
			`Nous proposons le forfait de ${tier} crédits avec au plus ${cap} crédits de dépassement${NB}: ${price} par mois`,
		upgrade: (tier: string, price: string) =>
			`Nous proposons le forfait de ${tier} crédits, et le suivant à l’épuisement${NB}: ${price} par mois`,
		bare: (tier: string) => `Nous proposons le forfait de ${tier} crédits`
	},
	lead: {
		cost: (total: string, low: string, high: string) =>
			`Sur douze mois, cela coûte ${total}, 8 fois sur 10 entre ${low} et ${high}, avant taxes.`,
		costSure: (total: string) => `Sur douze mois, cela coûte ${total}, avant taxes.`,
		less: (parts: string) => `C’est ${parts}.`,
		lessThan: (amount: string, tier: string) => `${amount} de moins que le forfait ${tier}`,
		moreThan: (amount: string, tier: string) => `${amount} de plus que le forfait ${tier}`,
		asMuchAs: (tier: string) => `autant que le forfait ${tier}`,
		and: ' et ',
		stops: (n: string) => `Les agents s’arrêtent avant le renouvellement dans environ **${n} mois sur 12**.`,
		stopsNever: 'Les crédits durent les douze mois dans presque tous les déroulements.',
		bare: 'Les prix ne sont pas encore saisis; les forfaits sont donc comparés par ce qu’ils contiennent.'
	},

	picture: 'Crédits attendus par mois, et ce que le forfait comprend',
	legend: (beyond: string) =>
		`Barres${NB}: le milieu de ce qui est attendu; trait fin${NB}: 8 sur 10; ${beyond}.`,
	legendOver: 'violet : dépassement',
	legendStop: 'hachuré : non servi',

	alternatives: {
		heading: 'Les autres possibilités',
		plan: 'Forfait et dépassement',
		price: 'Prix par mois',
		overage: 'Dépassement par an',
		average: '12 mois, en moyenne',
		tail: '1 sur 10 au-delà de',
		short: 'En bref',
		name: (tier: string, policy: string) => `${tier}, ${policy}`,
		proposed: (name: string) => `${name}${NB}: proposé`,
		policies: { off: 'sans', on: 'avec', capped: 'plafonné', upgrade: 'forfait suivant à l’épuisement' },
		lowest: 'la moyenne la plus basse',
		unserved: (credits: string) => `${credits} crédits non servis`,
		isOverage: (share: string) => `${share} en dépassement`,
		unused: (share: string) => `${share} inutilisés`,
		lasts: 'suffit'
	},

	rests: {
		heading: 'Ce sur quoi cela repose, par mois',
		calls: 'Minutes d’appel',
		chats: 'Messages de clavardage',
		premium: (all: string, premium: string) => `${all}, dont premium ${premium}`,
		credits: 'Crédits, ce mois',
		range: (middle: string, low: string, high: string) => `${middle} (8 sur 10${NB}: ${low} à ${high})`,
		growth: 'Croissance',
		growthOf: (percent: string) => `${percent} par mois (supposé)`,
		noGrowth: 'aucune supposée',
		events: 'Événements prévus',
		data: 'Données',
		months: (_: number, text: string) => `${text} mois de votre utilisation`,
		readings: 'relevés du compteur',
		assumed: 'des hypothèses, pas l’utilisation'
	},

	print: {
		heading: 'Les petits caractères, en crédits',
		plans: 'Forfaits',
		sideBySide: (parts: string) => `${parts}, côte à côte`,
		message: 'Un message',
		minute: 'Une minute d’appel',
		rounding: 'Les appels sont facturés',
		rounded: (initial: string, increment: string) => `au moins ${initial} s, puis par ${increment} s`,
		bySecond: 'à la seconde',
		short: 'Les appels de moins de',
		shortFree: (seconds: string) => `${seconds} s sont gratuits`,
		overage: 'Dépassement',
		overageAt: (price: string) => `${price} le crédit`,
		overageOff: 'aucun : les agents s’arrêtent',
		overageCap: (price: string, cap: string) => `${price} le crédit, jusqu’à ${cap}`,
		unused: 'Crédits inutilisés',
		expire: 'expirent à la fin du mois',
		noPrice: 'pas encore de prix'
	},

	change: {
		heading: 'Ce qui changerait cela.',
		above: (credits: string, tier: string) =>
			`Au-dessus de ${credits} crédits dans un mois typique, le forfait ${tier} devient moins cher.`,
		aboveNeeds: (credits: string, tier: string) =>
			`Au-dessus de ${credits} crédits par mois, il faut le forfait ${tier}, sinon les agents s’arrêtent.`,
		below: (credits: string, tier: string) => `Jusqu’à ${credits}, le forfait ${tier} coûte moins.`,
		aboveHold: (credits: string) =>
			`Au-dessus de ${credits} crédits par mois, il faut un plus grand forfait, ou du dépassement.`,
		noDowngrade: 'Pas de forfait inférieur pendant la durée du contrat.'
	},

	foot: (currency: string, card: string, source: string) =>
		`Montants en ${currency} avant taxes. Grille${NB}: ${[card, source].filter(Boolean).join(', ')}; prix tels que saisis. Une prévision, pas une soumission du fournisseur.`,
	made: 'Drawdown'
} satisfies typeof en;

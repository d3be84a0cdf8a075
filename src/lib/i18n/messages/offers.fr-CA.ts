import type en from './offers.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Autres fournisseurs',
	waiting: 'Calcul aux prix d’autres fournisseurs',
	empty:
		'Importez un fichier d’utilisation ou planifiez sans données pour voir ce que la même demande coûte ailleurs.',
	failed:
		'Les prix d’autres fournisseurs n’ont pas pu être comparés. Essayez de nouveau, ou rechargez la page.',
	start: `Combien coûterait la même demande ailleurs${NB}?`,
	startText:
		'Entrez la page de prix d’un autre fournisseur, ou partez d’un des exemples. Les mêmes appels et clavardages sont comptés comme ce fournisseur les compte.',
	readings:
		'Les relevés ne connaissent que les crédits; messages, minutes et dossiers sont inconnus, donc seul un tarif fixe peut être comparé. Importez un fichier d’utilisation.',
	refused:
		'Trop peu de jours sont connus pour une prévision de ce mois. Les mois passés se trouvent plus bas.',

	title: {
		both: (month: string, own: string, plan: string, other: string, name: string) =>
			`${month} coûterait environ ${own} avec ${plan}, et ${other} avec ${name}`,
		other: (month: string, amount: string, name: string) =>
			`${month} coûterait environ ${amount} avec ${name}`,
		own: (month: string, amount: string, plan: string) =>
			`${month} coûterait environ ${amount} avec ${plan}; aucune autre grille n’en couvre tout`,
		none: 'Aucune grille ne peut encore être comparée à votre forfait'
	},
	lead: (count: number) =>
		count === 1
			? 'Une autre grille est comparée, avant taxes.'
			: `${count} autres grilles sont comparées, avant taxes.`,

	add: 'Ajouter une grille',
	example: 'Ajouter un exemple',
	file: 'Lire une grille d’un fichier',
	examplesNote:
		'Les exemples ont été lus sur des copies conservées de pages publiques à la date indiquée, et peuvent être dépassés. Vérifiez la page avant de vous y fier.',
	most: 'On garde vingt grilles au plus. Retirez-en une pour en ajouter une autre.',
	added: (name: string) => `«${NB}${name}${NB}» ajoutée`,
	saved: (name: string) => `«${NB}${name}${NB}» enregistrée`,
	removed: (name: string) => `«${NB}${name}${NB}» retirée`,
	taken: (count: number) => (count === 1 ? 'Une grille reprise' : `${count} grilles reprises`),
	noCards: 'Ce fichier ne contient aucune grille d’un autre fournisseur',

	list: {
		heading: 'Grilles d’autres fournisseurs',
		edit: 'Modifier',
		save: 'Enregistrer en fichier',
		remove: 'Retirer',
		of: (action: string, name: string) => `${action}${NB}: ${name}`,
		read: (date: string) => `lue le ${date}`
	},

	picture: {
		heading: (month: string) => `Ce que coûterait ${month}`,
		average: 'en moyenne',
		tail: '1 mois sur 10 coûte autant que toute la barre, ou plus'
	},
	table: {
		heading: 'Chaque offre en chiffres',
		offer: 'Offre',
		average: 'En moyenne',
		tail: '1 sur 10,\nou plus',
		counted: 'Comment c’est compté',
		apart: 'Non comparée'
	},
	note: 'Avant taxes. Ce qui est à venir est compté comme pendant les quatre dernières semaines, pour chaque crédit que la prévision attend.',
	assumed: `Un clavardage compte pour une session, et là où aucun dossier n’est connu chaque interaction est le sien${NB}: les deux sont des hypothèses.`,
	outside: (count: string) =>
		`${count} interactions hors forfait (essais et licences illimitées) sont laissées de côté; le prix des licences est dans ce que le contrat a coûté.`,
	past: {
		heading: 'Mois passés, exactement',
		month: 'Mois',
		contract: 'Votre contrat',
		sum: 'Tous ensemble',
		none: 'Aucun mois passé n’est encore connu en entier. Un mois compte quand il est fini et que les fichiers le couvrent en entier.',
		sums: (models: string) => `gardé en sommes par jour, qui ne disent pas les ${models}`,
		censored: 'les agents étaient arrêtés pendant une partie du mois',
		note: 'Chaque mois est compté d’après ses propres appels et clavardages, chaque ligne arrondie une fois.'
	},

	own: {
		name: (tier: string) => `${tier} crédits`,
		none: 'Votre contrat',
		policies: {
			off: 'votre forfait, les agents s’arrêtent à sa fin',
			on: 'votre forfait, avec dépassement',
			capped: 'votre forfait, avec dépassement jusqu’au plafond'
		},
		choose: 'aucun forfait n’est choisi',
		prices: 'un prix manque'
	},
	apart: {
		without: { chat: 'ne prend pas les clavardages', voice: 'ne prend pas les appels' },
		currency: (code: string) => `en ${code}`,
		unknown: 'son compte n’est pas connu'
	},
	channel: {
		chat: (text: string) => `clavardages${NB}: ${text}`,
		voice: (text: string) => `appels${NB}: ${text}`
	},
	charge: {
		none: 'non pris',
		flat: 'compris dans le tarif fixe',
		fee: (price: string) => `${price} par mois`,
		per: (price: string, unit: string) => `${price} par ${unit}`,
		block: (price: string, block: string, units: string) => `${price} par ${block} ${units}`,
		included: (count: string) => `${count} compris`,
		minutes: (minutes: string) => `de ${minutes}${NB}min`,
		resolved: (percent: string) => `${percent}${NB}% des dossiers (hypothèse)`,
		bySecond: 'facturées à la seconde',
		rounding: (initial: string, increment: string) =>
			`au moins ${initial}${NB}s, puis par ${increment}${NB}s`,
		beyond: (count: string, included: string) => `${count} au-delà de ${included}`,
		times: (count: string, price: string) => `${count} × ${price}`,
		timesBlocks: (count: string, block: string, price: string) => `${count} en blocs de ${block} × ${price}`,
		units: {
			message: { one: 'message', many: 'messages' },
			minute: { one: 'minute', many: 'minutes' },
			case: { one: 'dossier', many: 'dossiers' },
			session: { one: 'session', many: 'sessions' },
			resolution: { one: 'résolution', many: 'résolutions' }
		}
	},

	dialog: {
		newTitle: 'Ajouter une grille',
		editTitle: 'Modifier la grille',
		name: 'Fournisseur et forfait',
		nameNeeded: 'Donnez-lui un nom.',
		source: 'Où se trouvent les prix',
		sourceHelp: 'Page ou offre, pour la retrouver.',
		readAt: 'Lus le',
		readAtNeeded: 'Choisissez le jour où vous les avez lus.',
		currency: 'Devise',
		fee: 'Tarif fixe par mois',
		feeHelp: `Payé quoi qu’il arrive. Vide${NB}: aucun.`,
		channels: 'Choisissez comment au moins un canal est facturé.',
		chat: 'Clavardages',
		voice: 'Appels',
		model: { chat: 'Les clavardages sont facturés', voice: 'Les appels sont facturés' },
		models: {
			none: `pas du tout${NB}: non pris`,
			message: 'au message',
			minute: 'à la minute',
			case: 'au dossier',
			session: 'à la session',
			resolution: 'à la résolution',
			flat: 'par le tarif fixe seul'
		},
		of: (channel: string, field: string) => `${channel}${NB}: ${field}`,
		numbers: {
			price: 'Prix',
			block: 'Unités pour un prix',
			included: 'Compris par mois',
			minutes: 'Minutes d’une session',
			resolvedPercent: 'Pourcentage de dossiers résolus',
			initialSeconds: 'Facturé au moins, secondes',
			incrementSeconds: 'Puis par, secondes',
			shortCallSeconds: 'Gratuit sous, secondes'
		},
		blockHelp: `Vide${NB}: une. Les blocs commencés sont facturés.`,
		resolvedHelp: `Rien dans vos données ne le dit${NB}: votre propre hypothèse.`,
		needed: 'Une valeur est requise ici.',
		save: 'Enregistrer la grille'
	}
} satisfies typeof en;

import type en from './assumptions.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Planifier sans données',
	waiting: 'Calcul d’un mois',

	title: {
		plan: (credits: string, tier: string) =>
			`Un mois moyen de ce genre consomme environ ${credits} crédits${NB}: le forfait ${tier} suffit`,
		beyond: (credits: string, tier: string) =>
			`Un mois moyen de ce genre consomme environ ${credits} crédits${NB}: plus que ${tier}, le plus grand forfait`,
		bare: (credits: string) => `Un mois moyen de ce genre consomme environ ${credits} crédits`
	},
	lead: (billed: string, rounding: string) =>
		`Un appel est facturé **${billed} minutes** en moyenne, dont ${rounding} d’arrondi. Tout ceci est supposé tant que vous n’en savez pas plus; probabilités, forfaits et coûts en découlent sur chaque écran.`,
	leadNoCalls:
		'Tout ceci est supposé tant que vous n’en savez pas plus; probabilités, forfaits et coûts en découlent.',

	use: 'Comparer les forfaits',
	saved: 'La planification repose sur ces hypothèses',
	drop: 'Ne plus planifier sur des hypothèses',
	dropped: 'Aucune hypothèse n’est plus en vigueur',
	inForce: 'Ces hypothèses sont en vigueur : chaque écran répond à partir d’elles.',
	overUsage:
		'L’utilisation importée est gardée et compte de nouveau quand vous cessez de planifier sur des hypothèses.',
	fromUsage: 'Les lire dans l’utilisation importée',
	fromUsageHelp:
		'Nombres, durées, jours, heures et saisons des douze derniers mois au plus : aussi d’un journal d’appels de personnes. Dites ensuite quelle part les agents prennent.',
	readOff: 'Lues dans l’utilisation importée',
	noUsage: 'Aucune ligne avec heure et durée n’est là pour en lire quoi que ce soit.',
	pending: 'Pas encore en vigueur.',

	business: {
		label: 'Genre d’entreprise',
		clinic: 'Clinique ou cabinet',
		shop: 'Boutique en ligne',
		trades: 'Services à domicile',
		desk: 'Centre de services en deux langues',
		usage: 'Comme l’utilisation importée'
	},
	from: 'Premier mois',
	fromHelp: 'La croissance commence ici.',
	taken: 'Les agents prennent',
	takenUnit: '% d’entre eux',
	takenHelp: 'Les autres appels et clavardages vont à des personnes.',

	month: {
		heading: 'Un mois moyen',
		calls: 'appels',
		chats: 'clavardages',
		minutes: (n: string) => `${n} min`,
		messages: (n: string) => `${n} msg`,
		credits: 'crédits',
		minutesLong: 'minutes facturables',
		messagesLong: 'messages',
		total: 'Crédits d’un mois moyen'
	},

	calls: {
		heading: 'La durée des appels',
		typical: 'La moitié est plus courte que',
		long: '1 sur 10 est plus long que',
		seconds: 's',
		hangUps: 'Raccrochent en quelques secondes',
		percent: '%',
		perChat: 'Messages d’un clavardage',
		perChatUnit: 'du client',
		sampled: (n: string) => `${n} durées également probables, lues dans les appels.`,
		order: 'Plus long que la moitié des appels, s’il vous plaît.',
		table: 'Ce qui est parlé et ce qui est facturé',
		free: 'non facturés',
		upTo: (minutes: string) => `${minutes} min facturées`,
		beyond: (minutes: string) => `plus de ${minutes} min`,
		group: 'Appels',
		share: 'sur 100',
		billed: 'Minutes de 100 appels',
		bar: (spoken: string, rounding: string) => `${spoken} parlées, ${rounding} d’arrondi`,
		caption: 'Plein : parlé; hachuré : arrondi, payé mais pas parlé.'
	},

	when: {
		heading: 'Quand ils arrivent',
		hours: 'Heures de la journée',
		office: 'De 8 à 18, peu en dehors',
		long: 'De 7 à 21, peu en dehors',
		evening: 'De 9 à 22, quelques-uns en dehors',
		always: 'À toute heure',
		own: 'Telles quelles',
		weekdays: 'L’affluence des jours, les uns par rapport aux autres',
		months: 'L’affluence des mois, les uns par rapport aux autres',
		growth: 'Croissance par mois',
		growthHelp: 'À partir du premier mois; la même que sous Prévision.'
	},

	sure: {
		heading: 'À quel point est-ce sûr ?',
		label: '8 mois sur 10 sont à ±',
		unit: '% près',
		help: 'La même erreur vaut pour tous les mois d’un déroulement. Les jours varient en outre, comme ce que chaque appel et clavardage consomme, par hasard.'
	},

	notes: {
		heading: 'Ce qui n’y est pas',
		text: 'Les jours fériés et ce que vous ne pouvez pas encore savoir. Les événements prévus de l’écran Prévision comptent.'
	}
} satisfies typeof en;

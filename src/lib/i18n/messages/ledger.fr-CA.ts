import type en from './ledger.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Où sont allés les crédits ?',
	waiting: 'Lecture du grand livre',
	failed: 'Le grand livre n’a pas pu être lu. Réessayez, ou rechargez la page.',
	noTier:
		'Aucun forfait n’a été choisi pour ce mois : rien n’a donc été accordé. Choisissez-en un dans la ligne ci-dessus.',

	title: {
		left: (granted, left) => `Sur ${granted}${NB}crédits, il en reste ${left}`,
		expired: (granted, left) => `Sur ${granted}${NB}crédits, ${left} ont expiré sans servir`,
		exactly: (granted) => `Les ${granted}${NB}crédits ont été utilisés, jusqu’au dernier`,
		ranOut: (granted, when) => `${granted}${NB}crédits ont été épuisés le ${when}`
	},
	lead: {
		served: 'Le forfait a suffi à tout.',
		overage: (credits) => `Dépassement${NB}: **${credits}** crédits.`,
		unserved: (credits) => `Non servis pendant l’arrêt des agents${NB}: **${credits}** crédits.`,
		excess: (credits) => `Servis au-delà de la limite sans être facturés${NB}: **${credits}** crédits.`
	},

	picture: 'De ce qui a été accordé jusqu’à rien',
	steps: {
		granted: 'Accordés',
		upgraded: 'Forfait supérieur',
		overage: 'Dépassement, facturé en plus',
		unserved: 'Demandés, non servis',
		excess: 'Servis, non facturés',
		left: 'Reste à ce jour',
		expired: 'Expirés'
	},

	list: {
		heading: 'Ligne par ligne',
		when: 'Quand',
		entry: 'Écriture',
		amount: 'Crédits',
		balance: 'Reste',
		sum: 'La somme est 0',
		note: 'Les interactions prennent leurs crédits à leur début. Le dépassement et ce qui n’a pas été servi ne font pas partie des crédits inclus : ils ne sont que dans l’image.'
	},
	entries: {
		granted: 'Accordés avec le forfait',
		used: 'Utilisés par les appels et les clavardages',
		upgraded: 'Achetés par un forfait supérieur',
		changed: 'Conditions modifiées',
		runOut: 'Les crédits inclus sont épuisés',
		stopped: 'Les agents se sont arrêtés',
		resumed: 'Les agents ont repris',
		left: 'Reste à ce jour : expire à la fin du mois',
		expired: 'Expirés à la fin du mois'
	},
	until: (from, to) => `${from} au ${to}`
} satisfies typeof en;

import type en from './usage.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Utilisation',
	waiting: 'Lecture de l’utilisation',
	empty: 'Importez un fichier d’utilisation pour voir qui a utilisé les crédits.',
	rowsOnly:
		'Ni des relevés ni des hypothèses ne disent qui a utilisé quoi. Importez un fichier d’utilisation, avec une ligne par appel ou clavardage.',
	failed: 'L’utilisation n’a pas pu être lue. Essayez de nouveau, ou rechargez la page.',
	fileName: (table: string, month: string) => `Drawdown ${table} ${month}`,

	columns: {
		button: 'Colonnes',
		title: 'Choisir les colonnes',
		note: 'Retenu sur cet appareil. Un fichier exporté a les colonnes affichées.'
	},

	table: {
		entity: 'Entité',
		agent: 'Agent IA',
		thisMonth: 'ce mois‑ci',
		sinceActivation: 'depuis l’activation',
		credits: 'Crédits',
		all: 'Tout',
		premium: 'premium',
		partlyPremium: 'en partie premium',
		filter: 'Filtrer par entité ou agent',
		found: (count: number, text: string) =>
			count === 0
				? 'Aucune ligne ne correspond'
				: count === 1
					? 'Une ligne correspond'
					: `${text} lignes correspondent`,
		capped: (shown: string, all: string) =>
			`${shown} lignes sur ${all} sont affichées. Filtrez pour trouver les autres${NB}; les totaux et un fichier exporté les ont toutes.`,
		periods: (month: string, until: string) =>
			`Ce mois-ci${NB}: ${month}. Depuis l’activation${NB}: jusqu’au ${until}, quel que soit le mois affiché.`,
		moreEarly: (count: string) => `Il en va de même pour ${count} autres.`
	},

	voice: {
		name: 'Voix IA',
		title: {
			none: (month: string) => `Aucun appel en ${month}`,
			free: (calls: number, text: string) =>
				calls === 1 ? 'Un appel, qui n’a pris aucun crédit' : `${text} appels, qui n’ont pris aucun crédit`,
			one: (credits: string, agent: string) => `La voix a utilisé ${credits} crédits, tous pris par ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCalls: string) =>
				`La voix a utilisé ${credits} crédits${NB}; ${agent} en prend ${ofCredits} avec ${ofCalls} des appels`
		},
		lead: {
			premium: 'Ses appels sont facturés au tarif premium.',
			partly: (share: string) => `${share} de ses crédits sont au tarif premium.`
		},
		unregistered:
			'L’activation, la classe et la licence viennent du registre des agents, qui ne nomme encore aucun de ces agents. Remplissez-le sous',
		empty:
			'Les fichiers importés ne contiennent aucun appel. Importez un fichier d’utilisation avec des appels pour les voir par agent.',
		calls: 'Appels engagés',
		minutes: 'Minutes facturables',
		noThreshold: 'Appels non facturables (sans seuil)',
		nonBillable: (seconds: string | null) =>
			seconds === null ? 'Appels non facturables' : `Appels non facturables (<${NB}${seconds}${NB}s)`,
		note: 'Chaque appel compte comme engagé, les courts aussi.',
		early: (count: number, text: string, who: string, day: string) =>
			count === 1
				? `${who}${NB}: un appel est arrivé avant l’activation du ${day}. Il ne compte pas depuis l’activation.`
				: `${who}${NB}: ${text} appels sont arrivés avant l’activation du ${day}. Ils ne comptent pas depuis l’activation.`
	},

	chat: {
		name: 'Messagerie IA',
		title: {
			none: (month: string) => `Aucun clavardage en ${month}`,
			free: (cases: number, text: string) =>
				cases === 1 ? 'Un cas, qui n’a pris aucun crédit' : `${text} cas, qui n’ont pris aucun crédit`,
			one: (credits: string, agent: string) =>
				`La messagerie a utilisé ${credits} crédits, tous pris par ${agent}`,
			most: (credits: string, agent: string, ofCredits: string, ofCases: string) =>
				`La messagerie a utilisé ${credits} crédits${NB}; ${agent} en prend ${ofCredits} avec ${ofCases} des cas`
		},
		lead: {
			premium: 'Ses messages sont facturés au tarif premium.',
			partly: (share: string) => `${share} de ses crédits sont au tarif premium.`
		},
		empty:
			'Les fichiers importés ne contiennent aucun clavardage. Importez un fichier d’utilisation avec des clavardages pour les voir par agent.',
		unregistered:
			'La licence, l’engagement et le prix viennent du registre des agents, qui ne nomme encore aucun de ces agents. Remplissez-le sous',
		licence: 'Licence',
		licences: { unlimited: 'illimitée', trial: 'essai', other: 'autre' },
		engagement: 'Engagement',
		whenOpen: 'ouvert',
		whenClosed: 'fermé',
		yes: 'oui',
		no: 'non',
		price: 'Prix en crédits',
		cases: 'Cas engagés',
		note: 'Un cas que deux agents se sont partagé compte pour chacun. Le prix est le chiffre du fournisseur, montré tel quel.',
		early: (count: number, text: string, who: string, day: string) =>
			count === 1
				? `${who}${NB}: un clavardage est arrivé avant l’activation du ${day}. Il ne compte pas depuis l’activation.`
				: `${who}${NB}: ${text} clavardages sont arrivés avant l’activation du ${day}. Ils ne comptent pas depuis l’activation.`
	},

	history: {
		title: {
			one: (credits: string, month: string) => `Le plus en ${month}, ${credits} crédits`,
			most: (most: string, credits: string, last: string, lastCredits: string) =>
				`Le plus en ${most}, ${credits} crédits${NB}; en ${last}, le dernier mois entier, ${lastCredits}`
		},
		by: 'Par',
		groups: { agent: 'Agent', entity: 'Entité', channel: 'Canal', class: 'Classe' },
		measure: 'Montrer',
		measures: {
			units: 'Crédits',
			interactions: 'Interactions',
			seconds: 'Minutes facturables',
			messages: 'Messages'
		},
		channels: { voice: 'Voix', chat: 'Clavardage' },
		classes: { standard: 'Standard', premium: 'Premium' },
		byMonth: 'Mois par mois',
		total: 'Total',
		month: 'Mois',
		filter: 'Filtrer par nom',
		partial: 'connu en partie',
		stopped: 'agents arrêtés',
		notes: {
			partial: (months: string) => `Connu en partie${NB}: ${months}. Le reste s’ajouterait aux chiffres.`,
			stopped: (months: string) =>
				`Les agents ont été arrêtés un temps en ${months}${NB}: la demande était plus forte que ces chiffres.`
		},
		summary: (months: string) => `Par mois${NB}: ${months}.`,
		part: (month: string, value: string) => `${month} ${value}`
	}
} satisfies typeof en;

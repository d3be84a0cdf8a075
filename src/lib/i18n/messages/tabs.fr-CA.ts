import type en from './tabs.en';

export default {
	plans: {
		label: 'Forfaits',
		plans: 'Ce mois et douze mois',
		past: 'Mois passés',
		'small-print': 'Petits caractères',
		'lights-out': 'Quand les agents s’arrêtent',
		'other-vendors': 'Autres fournisseurs'
	},
	usage: {
		label: 'Utilisation',
		usage: 'Voix IA',
		messaging: 'Messagerie IA',
		history: 'Historique',
		calls: 'Appels et clavardages',
		ledger: 'Grand livre',
		invoice: 'Facture',
		export: 'Exportation',
		waste: 'Gaspillage',
		anomalies: 'Anomalies'
	}
} satisfies typeof en;

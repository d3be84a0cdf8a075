// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './common.en';

export default {
	appName: 'Drawdown',
	description:
		'Quand vos crédits d’IA seront-ils épuisés ? Consommation exacte, prévision et comparaison des forfaits, dans votre navigateur.',
	skip: 'Aller au contenu',
	mainNavigation: 'Principale',
	groups: { now: 'Maintenant', decide: 'Décider', explore: 'Explorer', data: 'Données' },
	routes: {
		overview: 'Aperçu',
		forecast: 'Prévision',
		plans: 'Forfaits',
		mix: 'Combinaison',
		scenarios: 'Scénarios',
		budgets: 'Budgets',
		usage: 'Utilisation',
		import: 'Importation',
		settings: 'Réglages'
	},
	/** parts of Settings */
	settings: { contract: 'Contrat', card: 'Grille tarifaire', agents: 'Agents', storage: 'Stockage' },
	more: 'Plus',
	language: 'Langue',
	palette: 'Aller à…',
	dark: 'Sombre',
	privacy: 'Enregistré sur cet appareil. Rien ne quitte le navigateur.',
	unsaved: 'Rien ne peut être enregistré ici. Rien ne quitte le navigateur.',
	sample: 'Données d’exemple',
	assumed: 'supposé',

	close: 'Fermer',
	cancel: 'Annuler',
	save: 'Enregistrer',
	remove: 'Supprimer',
	undo: 'Annuler',
	retry: 'Réessayer',
	dismiss: 'Masquer',
	export: 'Exporter',
	loading: 'Chargement',
	none: 'aucun',
	unassigned: 'non attribué',

	update: {
		title: 'Une nouvelle version est prête',
		text: 'Rien ne change avant que vous rechargiez la page. Les autres onglets restent tels quels.',
		action: 'Recharger pour mettre à jour',
		waits: {
			importing: 'La mise à jour attend : une importation est en cours.',
			choosing: 'La mise à jour attend : un fichier choisi n’est pas encore importé.',
			settings: 'La mise à jour attend : des réglages modifiés ne sont pas enregistrés.'
		}
	},

	workspace: {
		label: 'Espace de travail',
		switch: 'Changer d’espace de travail',
		new: 'Nouvel espace…',
		rename: 'Renommer…',
		remove: 'Supprimer',
		unnamed: 'Mon espace',
		removed: (name) => `« ${name} » a été supprimé`
	},

	context: {
		label: 'Ce à quoi répondent les chiffres',
		cycle: 'Cycle de facturation',
		plan: 'Forfait',
		noPlan: 'non choisi',
		overage: 'Dépassement',
		policies: { off: 'non', on: 'oui', capped: 'plafonné' },
		yourContract: 'votre contrat',
		knownTo: (instant, zone) => `Connu jusqu’au ${instant}, ${zone}`,
		assumedFrom: (date) => `Supposé à partir du ${date}`,
		viewing: (what) => `Vous regardez ${what}`,
		back: 'Revenir à votre contrat'
	},

	values: {
		wholeNumber: 'Entrez un nombre entier.',
		number: 'Entrez un nombre, par exemple 60 000,5.',
		between: (min, max) => `Entrez un nombre de ${min} à ${max}.`,
		atLeast: (min) => `Entrez un nombre d’au moins ${min}.`,
		atMost: (max) => `Entrez un nombre d’au plus ${max}.`,
		decimals: (n) => `Entrez au plus ${n} décimales.`,
		needed: 'Une valeur est requise ici.'
	}
} satisfies typeof en;

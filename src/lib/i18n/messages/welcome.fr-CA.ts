// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './welcome.en';

export default {
	title: 'Quand vos crédits d’IA seront-ils épuisés ?',
	lead: 'Voyez le jour, les chances que ce soit avant le renouvellement et ce qu’il en coûterait de continuer.',
	doors: {
		import: {
			title: 'Importer un fichier d’utilisation',
			text: 'Un export avec une ligne par appel ou clavardage. Déposez-le n’importe où sur cette page.',
			action: 'Choisir des fichiers d’utilisation'
		},
		sample: {
			title: 'Regarder d’abord',
			text: '13 mois d’appels et de clavardages inventés, d’une douzaine d’agents, signalés comme exemple à chaque écran.',
			action: 'Essayer avec des données d’exemple',
			name: 'Entreprise fictive',
			busy: 'Préparation de l’exemple'
		},
		assume: {
			title: 'Planifier sans données',
			text: 'Pour commencer, les appels et clavardages d’un genre d’entreprise. Chaque réponse découle de ce que vous supposez.',
			action: 'Supposer un mois'
		}
	},
	readings: 'Ou saisissez des relevés de la page du fournisseur',
	privacy:
		'Tout est lu et conservé dans ce navigateur ; rien n’en sort. C’est un outil de planification, pas le compteur du fournisseur : c’est lui qui établit votre facture.'
} satisfies typeof en;

import type en from './commands.en';

const NB = '\u00a0';

export default {
	title: 'Aller à…',
	field: 'Un écran, un agent, une vue ou une action',
	results: 'Ce qu’il y a',
	found: (n: number, text: string) => (n === 1 ? '1 résultat' : `${text}${NB}résultats`),
	none: (typed: string) => `Rien ne s’appelle «${NB}${typed}${NB}». Essayez une partie d’un nom.`,
	groups: {
		screens: 'Écrans',
		agents: 'Agents',
		views: 'Vues enregistrées',
		scenarios: 'Scénarios',
		actions: 'Actions'
	},
	assumptions: 'Planifier sans données',
	proposal: 'Proposition',
	agent: (name: string) => `Appels et clavardages de ${name}`,
	actions: {
		sample: 'Utiliser les données d’exemple',
		sampleName: 'Entreprise d’exemple',
		backup: 'Sauvegarder cet espace de travail',
		report: 'Télécharger le rapport',
		dark: 'Thème sombre',
		light: 'Thème clair',
		shortcuts: 'Raccourcis clavier'
	},
	sheet: {
		title: 'Raccourcis clavier',
		then: 'puis',
		names: {
			palette: 'Aller à un écran, un agent, une vue ou une action',
			find: 'Écrire dans le filtre d’un tableau, ou sinon chercher quelque chose',
			help: 'Cette liste'
		},
		pictures: 'Dans les images et les listes',
		inPictures: [
			['← →', `De point en point${NB}; Maj va plus loin`],
			['↑ ↓', 'Un autre forfait ou une autre série, ou une autre ligne'],
			['Début Fin', 'Au premier et au dernier'],
			['Entrée', 'Ouvrir ou choisir'],
			['Échap', 'Quitter, ou fermer']
		],
		on: 'Les touches seules sont des raccourcis',
		off: (keys: string) => `Désactivées, seul ${keys} reste.`
	}
} satisfies typeof en;

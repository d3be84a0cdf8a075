// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './keeping.en';

const list = (names: readonly string[]) => names.map((name) => `« ${name} »`).join(', ');

export default {
	notice: {
		rebuilt: (files) => ({
			title: 'Le navigateur avait perdu des données ; elles sont de nouveau entières',
			text: `${files.length > 0 ? list(files) : 'Ce qui manquait'} : tout est revenu de la seconde copie sur cet appareil. Il n’y a rien à faire.`
		}),
		lost: (files) => ({
			title: `${list(files)} : lecture désormais impossible`,
			text: 'Les deux copies sur cet appareil sont endommagées. Supprimez le fichier à l’écran Importation et importez-le de nouveau, ou restaurez une sauvegarde ; tout le reste est intact.'
		}),
		older: (name) => ({
			title: `Les derniers changements${name ? ` de « ${name} »` : ''} ont disparu`,
			text: 'Le navigateur a effacé une partie de son stockage. Ce qui s’affiche est un état plus ancien : restaurez une sauvegarde ou importez de nouveau les fichiers manquants.'
		}),
		cleared: (names) => ({
			title: 'Le navigateur a effacé les données de cette page',
			text: `${list(names)} ${names.length === 1 ? 'se trouvait' : 'se trouvaient'} ici et reste introuvable. Les navigateurs le font quand le disque est plein : libérez de l’espace, puis restaurez une sauvegarde dans les Réglages ou importez de nouveau vos fichiers.`
		})
	},
	dismiss: 'Compris',

	securing: 'Importé, mise en sûreté…',
	saved: 'Enregistré',
	savedOnce: 'Enregistré, en un seul exemplaire',

	safety: {
		title: 'Degré de protection',
		copies: {
			two: 'En deux copies sur cet appareil : chacune est vérifiée à chaque démarrage et réparée à partir de l’autre.',
			one: 'En un seul exemplaire : ce navigateur n’a pas de place pour un second. Conservez une sauvegarde.',
			securing: 'Les deux copies sont en cours de vérification…'
		},
		persisted: 'Le navigateur a promis de ne pas l’effacer de lui-même.',
		notPersisted:
			'Le navigateur peut l’effacer quand l’espace manque ou que la page reste longtemps inutilisée. Conservez une sauvegarde ou installez l’application.',
		ask: 'Demander au navigateur de le conserver',
		asked: 'Le navigateur n’a pas accepté pour l’instant.'
	},

	reminder: {
		title: 'Ce navigateur peut effacer vos données de lui-même',
		never: 'Il n’a pas promis de les conserver, et cet espace de travail n’a pas encore de sauvegarde.',
		old: (day) =>
			`Il n’a pas promis de les conserver, et la dernière sauvegarde de cet espace de travail date du ${day}.`,
		backUp: 'Sauvegarder',
		install: 'Installer',
		later: 'Plus tard'
	},

	trash: {
		title: 'Supprimé, et conservé pour l’annulation',
		nothing: 'Rien : ce que vous supprimez reste ici jusqu’à la fermeture de l’application.',
		what: (files, size, workspaces) =>
			[
				files > 0 ? `${files === 1 ? 'un fichier' : `${files} fichiers`} (${size} à l’importation)` : '',
				workspaces > 0 ? (workspaces === 1 ? 'un espace de travail' : `${workspaces} espaces de travail`) : ''
			]
				.filter(Boolean)
				.join(' et '),
		until: 'La suppression devient définitive à la réouverture de l’application.',
		empty: 'Supprimer définitivement',
		emptied: 'Supprimé définitivement'
	},

	all: {
		title: 'Tout',
		text: 'Retire tous les espaces de travail de cet appareil : utilisation importée, contrats, grilles tarifaires et relevés.',
		action: 'Tout supprimer',
		done: 'Tout a été supprimé'
	}
} satisfies typeof en;

// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './readAgain.en';

export default {
	profiles: {
		title: 'Comment les fichiers sont lus',
		text: 'Une lecture pour chaque en-tête que vous avez confirmé. Les fichiers avec le même en-tête sont lus ainsi et passent directement à la vérification.',
		file: 'En-tête',
		like: (file) => `comme dans « ${file} »`,
		columns: 'Colonnes',
		zone: 'Fuseau horaire',
		confirmed: 'Confirmé',
		change: 'Modifier',
		changeOf: (file) => `Modifier la lecture des fichiers comme ${file}`,
		remove: 'Supprimer',
		removeOf: (file) => `Supprimer la lecture des fichiers comme ${file}`,
		removed: (file) => `Les fichiers comme ${file} poseront de nouveau des questions`,
		editing: (file) => `Lecture des fichiers comme « ${file} »`,
		editingText: 'Elle vaut pour les fichiers à venir. Ceux qui sont ici restent tels qu’ils ont été lus.',
		found: 'Trouvé dans chaque fichier',
		save: 'Enregistrer la lecture'
	},
	correct: {
		title: (file) => `Lire « ${file} » autrement`,
		text: 'Les fichiers ne sont pas gardés ici. Choisissez de nouveau le même : il est comparé à ce qui a été importé, et un autre ne change rien.',
		known: (name) =>
			`Ce navigateur sait où se trouvait « ${name} ». Il vous demande votre accord avant de l’ouvrir.`,
		open: 'L’ouvrir de nouveau',
		choose: 'Choisir le fichier',
		comparing: 'Comparaison…',
		other: (chosen, file) => `« ${chosen} » n’est pas le fichier importé sous « ${file} »`,
		otherText:
			'Son contenu est différent. Rien n’a changé. Choisissez le fichier tel qu’il était, ou importez celui-ci à côté.'
	}
} satisfies typeof en;

// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './errors.en';
import type { ErrorParams } from '$lib/workers/errors';

const file = (params: ErrorParams): string => (params['file'] ? `« ${params['file']} »` : 'Le fichier');
const ofFile = (params: ErrorParams): string => (params['file'] ? `de « ${params['file']} »` : 'du fichier');

const refused = (p: ErrorParams) => ({
	title: `${file(p)} ne peut pas être lu`,
	text: 'Choisissez-le à l’écran Importation, qui dit pourquoi. Rien n’a été importé.'
});

export default {
	empty: refused,
	binary: refused,
	damagedFile: refused,
	sumsRefused: refused,
	unpackedTooLarge: refused,
	protectedFile: refused,
	unsupportedFile: refused,
	noTable: refused,
	tooManyColumns: refused,
	noHeader: refused,
	lineTooLong: refused,
	noRows: refused,
	noUsableRow: refused,
	layerGone: refused,
	otherColumns: refused,
	tooManyToJoin: refused,
	unreadableFile: (p) => ({
		title: `${file(p)} ne peut pas être ouvert`,
		text: 'Le navigateur n’a pas pu le lire : il a peut-être été modifié ou déplacé depuis qu’il a été choisi, est ouvert ailleurs ou est un dossier. Choisissez-le de nouveau. Rien n’a été importé.'
	}),
	storageRefused: () => ({
		title: 'Ce navigateur n’autorise pas la page à conserver des données',
		text: 'Une fenêtre privée ou un réglage des données de site l’interdit. Autorisez cette page à enregistrer des données, ou ouvrez-la dans une fenêtre ordinaire, puis rechargez-la. Rien n’a été modifié.'
	}),
	storageFull: () => ({
		title: 'Il n’y a plus de place sur cet appareil',
		text: 'L’espace que le navigateur réserve à cette page est plein. Supprimez un fichier importé devenu inutile ou libérez de l’espace disque, puis réessayez. Ce qui était déjà importé est toujours là.'
	}),
	storageCleared: () => ({
		title: 'Le navigateur a effacé les données de cette page, car le disque est plein',
		text: 'Il le fait de lui-même tant qu’il n’a pas promis le contraire. Libérez de l’espace disque et rechargez la page ; restaurez ensuite une sauvegarde dans les Réglages ou importez de nouveau vos fichiers.'
	}),
	storageBroken: (p) => ({
		title: p['name']
			? `Les lignes enregistrées de « ${p['name']} » sont endommagées`
			: 'Les données enregistrées sont endommagées',
		text: 'Leur somme de contrôle ne correspond plus dans aucune des deux copies ; elles ne sont donc pas utilisées. Supprimez ce fichier à l’écran Importation et importez-le de nouveau, ou restaurez une sauvegarde ; les autres fichiers sont intacts.'
	}),
	newerVersion: () => ({
		title: 'Ces données ont été écrites par une version plus récente',
		text: 'Un autre onglet a mis l’application à jour. Fermez les autres onglets et rechargez celui-ci. Rien n’a été modifié.'
	}),
	olderTab: () => ({
		title: 'Un autre onglet retient les données dans une version plus ancienne',
		text: 'L’application a été mise à jour, et un onglet ouvert auparavant ne lâche pas prise. Fermez les autres onglets de cette application, puis réessayez. Rien n’a été modifié.'
	}),
	takenOver: () => ({
		title: 'Un autre onglet a pris la suite de celui-ci',
		text: 'Cet onglet est resté immobile si longtemps qu’un autre a pris le relais de l’écriture. Rien de cette étape n’a été conservé ici ; recommencez-la. Ce qui a été importé auparavant est toujours là.'
	}),
	workspaceGone: () => ({
		title: 'Cet espace de travail n’est plus ici',
		text: 'Il a été supprimé dans un autre onglet. Choisissez un autre espace ou annulez-y la suppression.'
	}),
	settingsNotJson: () => ({
		title: 'Ce n’est pas un fichier de réglages',
		text: 'Il ne peut pas être lu comme du JSON. Choisissez un fichier enregistré par « Exporter les réglages ». Vos réglages n’ont pas changé.'
	}),
	settingsNewer: (p) => ({
		title: 'Ce fichier de réglages provient d’une version plus récente',
		text: `Il est en version ${p['version'] ?? ''}, et cette application lit la version 1. Rechargez la page pour la mettre à jour, puis choisissez-le de nouveau. Vos réglages n’ont pas changé.`
	}),
	settingsInvalid: (p) => ({
		title: `Les réglages ne sont pas valides${p['path'] ? ` à « ${p['path']} »` : ''}`,
		text: `${p['received'] ? `On y trouve ${p['received']}` : 'Une valeur n’y est pas permise'}${p['expected'] ? ` ; valeur attendue : ${p['expected']}` : ''}. Corrigez cette valeur, puis réessayez. Vos réglages n’ont pas changé.`
	}),
	backupNot: () => ({
		title: 'Ce fichier n’est pas une sauvegarde',
		text: 'Une sauvegarde est un fichier enregistré par « Sauvegarder » ; son nom finit par .drawdown-backup. Choisissez ce fichier. Rien n’a été modifié.'
	}),
	backupDamaged: (p) => ({
		title: `Cette sauvegarde est endommagée${p['part'] ? ` dans sa partie « ${p['part']} »` : ''}`,
		text: 'Ses octets ne sont pas ceux qui ont été écrits : elle a pu être tronquée en route, ou son disque est défaillant. Copiez-la de nouveau depuis l’endroit où elle est conservée, ou prenez-en une plus ancienne. Rien n’a été modifié.'
	}),
	backupNewer: (p) => ({
		title: 'Cette sauvegarde vient d’une version plus récente',
		text: `Elle porte la version ${p['version'] ?? ''}, et cette application lit la version 1. Rechargez la page pour mettre l’application à jour, puis choisissez-la de nouveau. Rien n’a été modifié.`
	}),
	backupPassphrase: (p) => ({
		title: p['given']
			? 'Ce n’est pas la phrase secrète de la sauvegarde'
			: 'Cette sauvegarde demande sa phrase secrète',
		text: 'Saisissez la phrase secrète donnée lors de la sauvegarde : les majuscules et les espaces comptent. Sans elle, personne ne peut lire le fichier. Rien n’a été modifié.'
	}),
	backupInvalid: (p) => ({
		title: p['part']
			? `La partie « ${p['part']} » n’a pas sa place dans une sauvegarde`
			: 'Cette sauvegarde demande ce qu’aucune sauvegarde ne demande',
		text: 'Le fichier est entier, mais cette application ne l’aurait pas écrit ; rien n’en est utilisé. Prenez une sauvegarde que vous avez faite vous-même. Rien n’a été modifié.'
	}),
	conflict: () => ({
		title: 'Ces réglages ont été modifiés dans un autre onglet',
		text: 'Enregistrer maintenant effacerait cette modification ; rien n’a donc été enregistré. Ce que vous avez saisi est toujours là : regardez les nouvelles valeurs, puis enregistrez de nouveau ou abandonnez les vôtres.'
	}),
	summaryRounding: (p) => ({
		title: `Les sommes par jour ${p['file'] ? ofFile(p) : 'd’un fichier'} ont été faites sous d’autres réglages`,
		text:
			p['reason'] === 'zone'
				? `Leurs jours sont ceux de ${p['timeZone']} et ne peuvent pas être redécoupés. Rétablissez ce fuseau horaire dans le contrat ou supprimez ce fichier à l’écran Importation. D’ici là, les chiffres ne sont pas recalculés ; les sommes sont intactes.`
				: p['reason'] === 'trial'
					? 'Un essai qui peut prendre fin par ses crédits tombe dans ces jours, et les appels qui diraient quand ne sont plus conservés. Modifiez la licence ou l’activation de cet agent, ou supprimez le fichier à l’écran Importation. D’ici là, les chiffres ne sont pas recalculés ; les sommes sont intactes.'
					: `Elles portent sur des appels arrondis à ${p['initialSeconds']} s, puis par ${p['incrementSeconds']} s, avec un seuil d’appel court de ${p['shortCallSeconds']} s, sans arrondi au crédit entier. Rétablissez cette règle dans la grille tarifaire pour ces jours (une nouvelle version peut commencer plus tard) ou supprimez le fichier à l’écran Importation. D’ici là, les chiffres ne sont pas recalculés ; les sommes sont intactes.`
	}),
	retentionRefused: (p) => ({
		title: 'Ces lignes ne peuvent pas être conservées en sommes par jour',
		text:
			p['reason'] === 'trial'
				? 'Un essai qui peut prendre fin par ses crédits tombe dans ces jours, et seuls ses appels et clavardages diraient quand. Conservez les lignes de plus de mois, depuis avant l’essai. Rien n’a été modifié.'
				: 'La grille tarifaire arrondit chaque appel au crédit entier, ce qui demande chaque appel. Conservez les lignes de plus de mois, depuis avant cette règle. Rien n’a été modifié.'
	}),
	cancelled: () => ({ title: 'Annulé', text: 'Rien n’a été importé.' }),
	workerLost: (p) =>
		p['reason'] === 'stuck'
			? {
					title: 'Une partie de l’application ne répondait plus',
					text: 'Elle était à la même étape depuis plus d’une demi-minute, sans signe de vie ; elle a donc été arrêtée. Elle redémarre à votre prochaine action ; si cela se reproduit avec le même fichier, importez-le en plus petites parties. Ce qui était déjà importé est toujours là.'
				}
			: {
					title: 'Une partie de l’application s’est arrêtée',
					text: 'Le navigateur y a mis fin, le plus souvent faute de mémoire. Elle redémarre à votre prochaine action ; si cela se reproduit, fermez d’autres onglets. Ce qui était déjà importé est toujours là.'
				},
	unexpected: () => ({
		title: 'Quelque chose n’a pas fonctionné comme prévu',
		text: 'L’étape n’a pas été terminée et rien n’en a été conservé. Réessayez ; si cela se reproduit, rechargez la page. Ce qui était déjà importé est toujours là.'
	})
} satisfies typeof en;

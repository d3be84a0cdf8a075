import type en from './shared.en';

const NB = '\u00a0';

export default {
	make: 'Copier le lien de partage',
	copied: (size: string) => `Lien copié${NB}: ${size}, des sommes seulement`,
	copyFailed: 'Le navigateur ne laisse pas copier le lien. Le voici, à copier à la main.',
	link: 'Lien de partage',
	saved: (size: string) =>
		`Un lien ferait ${size}, plus que ce que clavardages et courriels gardent entier. Un fichier a été enregistré à la place${NB}: importez-le dans Réglages.`,
	what: 'Le lien contient le forfait, les prix de la grille et des sommes d’utilisation sous forme d’hypothèses. Aucune ligne, aucun agent ni nom n’y figure, et il n’est jamais envoyé à un hôte.',
	noUsage: 'Aucune somme d’utilisation n’a pu être lue : il n’y a pas de lignes avec durées et heures.',

	pageTitle: 'Un forfait partagé',
	opening: 'Ouverture du forfait',
	refused: 'Ce lien ne peut pas être ouvert',
	refusals: {
		none: 'Aucun forfait dans cette adresse. Demandez le lien entier : clavardages et courriels coupent les longs.',
		newer:
			'Ce lien vient d’une version plus récente de Drawdown. Rechargez la page pour l’obtenir, puis ouvrez le lien de nouveau.',
		damaged:
			'Ce lien n’est pas entier : une partie a été changée ou coupée en route. Demandez-le de nouveau, ou le fichier.',
		tooLong: 'Ce lien est plus long que tous ceux que Drawdown produit. Rien n’en a été lu.',
		tooLarge: 'Ce lien contient plus qu’un forfait ne peut. Rien n’en a été lu.'
	},
	wrong: (path: string) =>
		`Ce que le lien dit de «${NB}${path}${NB}» n’a pas de sens. Rien n’en a été gardé.`,
	banner:
		'Vous regardez un forfait partagé. Rien n’en est gardé dans ce navigateur tant que vous ne le dites pas.',
	keep: 'Garder comme espace de travail',
	kept: 'Gardé comme espace de travail distinct',
	name: 'Forfait partagé',
	start: 'Commencer avec le vôtre',

	try: {
		heading: 'Et si c’est plus, ou moins ?',
		calls: 'Appels',
		chats: 'Clavardages',
		of: (percent: string) => `${percent} de ce qui a été partagé`,
		plan: 'Forfait',
		when: 'À la fin des crédits',
		reset: 'Comme partagé'
	}
} satisfies typeof en;

import type en from './monthly.en';

const NB = '\u00a0';

export default {
	badge: 'Tableau mensuel (non compté)',
	quoted: (name: string) => `«${NB}${name}${NB}»`,
	figures: {
		calls: 'Appels engagés',
		minutes: 'Minutes facturables',
		nonBillable: 'Appels non facturables',
		messages: 'Messages',
		cases: 'Cas engagés',
		credits: 'Crédits'
	},
	month: 'Mois',
	agent: 'Agent IA',
	entity: 'Entité',
	channel: 'Canal',
	channels: { voice: 'appels', chat: 'clavardages' },

	review: {
		waiting: (file: string) => `Lecture de ${file}`,
		head: (rows: number, text: string) =>
			rows === 1
				? `Un tableau mensuel tout fait${NB}: une ligne est prête`
				: `Un tableau mensuel tout fait${NB}: ${text} lignes sont prêtes`,
		headMonth: `De quel mois est ce tableau${NB}?`,
		headMarks: `Quel signe précède les décimales${NB}?`,
		headNone: 'Aucune ligne de ce tableau mensuel ne peut être lue',
		headLong: `Ce fichier est trop long pour un tableau mensuel${NB}: au plus 30${NB}000 lignes. Exportez moins de mois, puis choisissez ce fichier.`,
		lead: `Il a une ligne par agent et par mois${NB}: il donne des totaux, et aucune interaction. Il est gardé à part${NB}: rien ne le compte, aucun épuisement ni aucune prévision ne le lit. Ses chiffres figurent à côté de Voix IA et de Messagerie IA, comme vérification.`,
		month: {
			why: 'Aucune de ses colonnes ne le nomme, comme sur la page d’un fournisseur pour le mois en cours.',
			choose: 'Choisir le mois…'
		},
		marks: {
			why: (column: string, value: string) =>
				`${value} dans «${NB}${column}${NB}» peut être un millier ou un peu plus que un, et aucun autre nombre du fichier ne le dit.`,
			point: 'Point (1,234.5)',
			comma: 'Virgule (1.234,5)'
		},
		rows: 'Ce qu’il dit',
		first: (shown: string, all: string) => `Les ${shown} premières lignes sur ${all}`,
		unread: (columns: string) => `Non lu, car comparé à rien${NB}: ${columns}.`,
		replaces: (rows: number, text: string, files: string) =>
			`${rows === 1 ? 'Un agent et mois est' : `${text} agents et mois sont`} aussi dans ${files}. Les chiffres de ce tableau-ci sont affichés pour eux${NB}; s’il est supprimé, les autres reviennent.`,
		instead: 'Lire plutôt comme des appels et des clavardages',
		nothing: 'Ne rien importer'
	},
	problems: {
		badNumber: 'Ce n’est pas un nombre écrit comme les autres de la colonne.',
		negative: 'La valeur est inférieure à zéro.',
		fraction: 'Un décompte doit être entier.',
		tooLarge: 'La valeur dépasse le mois de tout agent.',
		ragged: 'La ligne a plus ou moins de champs que l’en-tête.',
		totals: 'Cette ligne fait la somme des autres.',
		strayQuote: 'Il y a du texte après un guillemet fermant.',
		unclosedQuote: 'Un guillemet est ouvert et jamais fermé.',
		notText: 'Les octets ne sont pas de l’UTF-8.',
		badMonth: 'Ce n’est pas un mois avec son année.',
		unknownChannel: 'Ce ne sont ni des appels ni des clavardages.',
		missing: 'Le mois manque, ou tous les chiffres.',
		twice: 'L’agent et le mois sont déjà dans une ligne plus haut.'
	},

	outcome: {
		kept: (rows: number, text: string, file: string) =>
			`Tableau mensuel de ${rows === 1 ? 'une ligne' : `${text} lignes`} importé de «${NB}${file}${NB}»`,
		text: (agents: number, text: string, months: string) =>
			`${agents === 1 ? 'Un agent' : `${text} agents`}, ${months}. Non compté${NB}: il figure à côté de Voix IA et de Messagerie IA, comme vérification.`,
		alreadyHere: (file: string) => `«${NB}${file}${NB}» est déjà ici`,
		here: (name: string) =>
			`Exactement le même fichier a déjà été importé sous le nom «${NB}${name}${NB}». Rien n’a été modifié.`
	},

	list: {
		title: 'Tableaux mensuels',
		text: `Ce qu’un fournisseur dit du mois d’un agent. Rien ne les compte${NB}; ils figurent à côté de l’utilisation, comme vérification.`,
		file: 'Fichier',
		rows: 'Lignes',
		agents: 'Agents',
		months: 'Mois',
		remove: 'Supprimer',
		removeOf: (name: string) => `Supprimer ${name}`,
		removed: (name: string) => `${name} supprimé`,
		leftOut: (n: string) => `${n} exclues`,
		span: (first: string, last: string) => (first === last ? first : `${first} – ${last}`)
	},

	check: {
		agrees: (month: string) => `Le tableau mensuel concorde avec le décompte de ${month}`,
		differs: (month: string, differing: number, text: string, all: string) =>
			`Le tableau mensuel et le décompte diffèrent en ${month}${NB}: ${differing === 1 ? 'un chiffre' : `${text} chiffres`} sur ${all}`,
		alone: (month: string) =>
			`Un tableau mensuel parle de ${month}${NB}; aucune utilisation de ce mois n’a été importée`,
		part: `L’utilisation de ce mois n’est connue qu’en partie${NB}; le tableau peut être en avance sur le décompte.`,
		figure: 'Comparer',
		sum: {
			agree: (figure: string, rows: number, text: string) =>
				`${figure}${NB}: ${rows === 1 ? 'la seule ligne concorde' : `les ${text} concordent`}.`,
			differ: (figure: string, rows: number, text: string, difference: string) =>
				`${figure}${NB}: ${rows === 1 ? 'une ligne diffère' : `${text} lignes diffèrent`}, ${difference} en tout.`,
			more: (amount: string) => `le tableau a ${amount} de plus`,
			less: (amount: string) => `le tableau a ${amount} de moins`,
			none: 'ce qui s’annule',
			nothing: (figure: string) => `${figure}${NB}: rien à comparer.`,
			onlyStated: (rows: number, text: string) =>
				rows === 1 ? 'Une n’est que dans le tableau.' : `${text} ne sont que dans le tableau.`,
			onlyCounted: (rows: number, text: string) =>
				rows === 1 ? 'Une n’a été que comptée.' : `${text} n’ont été que comptées.`
		},
		stated: 'Tableau',
		counted: 'Compté',
		difference: 'Différence',
		remark: 'Remarque',
		same: '✓ identique',
		onlyStated: 'seulement dans le tableau',
		onlyCounted: 'seulement compté',
		both: 'appels et clavardages ensemble',
		allEntities: 'toutes',
		first: (shown: string, all: string) =>
			`Les ${shown} lignes sur ${all} qui diffèrent le plus${NB}; les totaux les ont toutes.`,
		note: (files: string) =>
			`Tiré de ${files}. Rien n’en est compté. Un mois du tableau est comparé au cycle de facturation qui y commence${NB}; les noms sont comparés lettre par lettre.`,
		failed: 'Le tableau mensuel n’a pas pu être comparé. Essayez de nouveau, ou rechargez la page.'
	}
} satisfies typeof en;

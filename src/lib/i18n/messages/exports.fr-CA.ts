import type en from './exports.en';

const NB = '\u00a0';

export default {
	title: 'Emporter les chiffres',
	rows: {
		title: 'Toutes les interactions',
		file: 'Drawdown interactions',
		says: (count) =>
			`${count} interactions, une ligne chacune, avec les colonnes de usage.csv. En CSV, le fichier peut être importé de nouveau ici et donne les mêmes chiffres.`,
		daysOnly: 'Les jours conservés comme sommes n’ont pas de lignes et sont omis.'
	},

	focus: {
		title: (month) => `Frais de ${month} au format FOCUS`,
		lead: 'Une ligne pour chaque frais et pour l’utilisation de chaque agent par jour, comme les outils financiers lisent les factures d’autres fournisseurs. Estimé par cette application : aucun fournisseur ne l’a émis.',
		version: 'Version',
		strict: 'Pour les outils qui n’acceptent que des devises de trois lettres et l’ASCII',
		strictNote:
			'La spécification permet qu’une devise se nomme « Credits » et que les noms aient des accents. Certains outils, non : ceci écrit XCR et retire les accents.',
		no14: 'La version 1.4 n’est pas offerte : elle n’a pas encore de façon valide d’écrire des prix en crédits.',
		none: 'Choisissez d’abord un palier dans les Réglages : sans lui, il n’y a pas de facture à écrire.',
		missing: 'Un prix manque dans les Réglages; les frais ne sont donc pas connus.',
		uncarried: (amount) =>
			`Rien n’a été utilisé; aucune ligne ne porte donc les ${amount} payés comme coût effectif.`,
		passed: (rules, rows) => `Les ${rules} règles sont respectées sur ${rows} lignes`,
		failedRules: (count, text, rules) =>
			count === 1
				? `Une des ${rules} règles n’est pas respectée`
				: `${text} des ${rules} règles ne sont pas respectées`,
		report: 'Rapport de conformité',
		rule: 'Règle',
		asks: 'Demande',
		result: 'Résultat',
		failing: (count, rows) => `${count} lignes en défaut${NB}: ${rows}`,
		absent: 'Colonne absente',
		ids: 'Les règles sont numérotées comme dans le modèle 1.2 de la spécification; celles qui ont un mot après la colonne sont les nôtres.'
	},

	demands: {
		present: 'La colonne est là',
		notNull: 'Pas vide',
		null: 'Vide',
		text: 'Du texte',
		string: 'Du texte sans caractères de contrôle, pas blanc',
		decimal: 'Un nombre décimal',
		numeric: 'Un nombre avec un point, sans séparateurs ni plus',
		instant: 'Une date et une heure',
		utc: 'En UTC, à la seconde',
		unit: 'Une unité de mesure',
		keyValue: 'Un objet JSON plat',
		notNegative: 'Pas sous 0',
		currency: 'Une devise de trois lettres',
		nationalCurrency: 'Une devise nationale',
		pricingCurrency: 'Une devise, ou le nom de celle d’un fournisseur',
		oneOf: (values) => `Un parmi${NB}: ${values}`,
		is: (value) => `Est ${value}`,
		isNot: (value) => `N’est pas ${value}`,
		product: (price, cost) => `${price} × PricingQuantity = ${cost}`,
		one: (other) => `Chaque valeur va avec un seul ${other}`,
		after: (other) => `Après ${other}`
	},
	conditions: {
		category: (of) => `pour ${of}`,
		notCategory: (of) => `pour tout sauf ${of}`,
		isNull: (column) => `où ${column} est vide`,
		isKnown: (column) => `où ${column} est donné`,
		differ: (a, b) => `où ${a} et ${b} diffèrent`
	},
	recommended: 'recommandé'
} satisfies typeof en;

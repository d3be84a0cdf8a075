import type en from './files.en';

const NB = '\u00a0';

export default {
	formats: {
		csv: { label: 'CSV', note: 'Virgules, point décimal, UTF-8' },
		excel: {
			label: 'CSV pour l’Excel de cet ordinateur',
			note: (separator, decimal) =>
				`${separator} entre les cellules, «${NB}${decimal}${NB}» dans les nombres. Pas pour l’importation ailleurs.`
		},
		xlsx: { label: 'Classeur (XLSX)', note: 'Nombres et textes typés; rien n’est une formule' },
		parquet: { label: 'Parquet', note: 'Pour les outils de données' },
		json: { label: 'JSON', note: 'Un objet par ligne' }
	},
	semicolon: 'Points-virgules',
	commas: 'Virgules',
	copyTable: 'Copier le tableau',
	copySentence: 'Copier le titre comme phrase',
	failed: 'Le fichier n’a pas pu être écrit. Réessayez ou choisissez un autre format.',
	copied: 'Copié.',
	notCopied: 'Le navigateur n’a pas permis la copie. Enregistrez plutôt un fichier.',
	sentenceNotCopied: (sentence) =>
		`Le navigateur n’a pas permis la copie. Sélectionnez la phrase et copiez-la${NB}: ${sentence}`,
	from: (range) => `${range}, du`,
	to: (range) => `${range}, au`,
	save: 'Enregistrer',
	format: 'Format',
	tooMany: (limit) => `Un classeur contient au plus ${limit} lignes. Choisissez un autre format.`,
	writing: 'Écriture du fichier',
	announced: (share) => `${share} écrits`,
	written: (count, all) => `${count} lignes écrites sur ${all}`,
	stopped: 'Arrêté. Aucun fichier n’a été enregistré.',
	copyTooMany: (limit) => `On peut copier au plus ${limit} lignes. Enregistrez plutôt un fichier.`
} satisfies typeof en;

// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type { ErrorParams } from '$lib/workers/errors';
import type en from './refusals.en';

const BINARY: Readonly<Record<string, string>> = {
	pdf: 'un document PDF',
	image: 'une image',
	audio: 'un enregistrement sonore',
	xls: 'un ancien classeur Excel (.xls)',
	ods: 'une feuille OpenDocument',
	numbers: 'un document Numbers',
	archive: 'une archive qui ne peut pas être ouverte ici',
	html: 'une page Web, quel que soit son nom',
	xml: 'un fichier XML'
};
/** What to do with a file that a spreadsheet program opens. */
const RESAVE: Readonly<Record<string, string>> = {
	numbers: 'Ouvrez-le dans Numbers et exportez-le vers Excel ou CSV',
	...Object.fromEntries(
		['xls', 'ods', 'html', 'xml'].map((kind) => [
			kind,
			'Ouvrez-le dans un tableur et enregistrez-le comme classeur Excel (.xlsx)'
		])
	)
};
const KIND: Readonly<Record<string, string>> = {
	gzip: 'fichier compressé',
	zip: 'fichier ZIP',
	workbook: 'classeur',
	parquet: 'fichier Parquet',
	json: 'fichier JSON'
};
const UNSUPPORTED: Readonly<Record<string, string>> = {
	zipMethod:
		'Il est compressé d’une façon que peu de logiciels ouvrent. Refaites-en une archive ZIP ordinaire.',
	nested: 'Il contient une autre archive. Ouvrez-la et choisissez les fichiers qu’elle contient.',
	manyFiles: 'Il contient plus de 10 000 fichiers. Ouvrez-le et choisissez ceux de l’utilisation.',
	xlsb: 'C’est un classeur binaire (.xlsb). Enregistrez-le en .xlsx, puis choisissez ce fichier.',
	documentType:
		'Son XML déclare un type de document, ce qu’aucun tableur ne fait et qui peut servir à saturer la mémoire. Enregistrez-le de nouveau en .xlsx, puis choisissez ce fichier.',
	rowGroup:
		'Un de ses groupes de lignes dépasse la mémoire d’un navigateur. Écrivez-le en groupes de 1 000 000 de lignes ou moins.',
	codec:
		'Ses pages sont compressées d’une façon qui n’est pas lue ici. Écrivez-le avec Snappy, Zstandard, gzip ou sans compression.'
};
const aFile = (params: ErrorParams): string => `« ${params['file'] ?? ''} »`;

const refusals: typeof en = {
	empty: (p) => ({
		title: `${aFile(p)} est vide`,
		text: 'Il n’y a rien à lire. Exportez-le de nouveau chez votre fournisseur, puis choisissez le nouveau fichier. Rien n’a été importé.'
	}),
	noHeader: (p) => ({
		title: `${aFile(p)} n’a qu’une colonne`,
		text: 'Les colonnes sont séparées par une virgule, un point-virgule, une tabulation ou une barre verticale ; aucun de ces signes ne découpe les lignes de la même façon. Vérifiez qu’il s’agit bien de l’export d’utilisation, puis choisissez-le de nouveau. Rien n’a été importé.'
	}),
	lineTooLong: (p) => ({
		title: `Une ligne de ${aFile(p)} ne se termine pas`,
		text: `La ligne ${p['line'] ?? 1} est plus longue que dans tout export d’utilisation ; un guillemet est peut-être resté ouvert, ou ce n’est pas un tableau. Exportez-le de nouveau, puis choisissez le nouveau fichier. Rien n’a été importé.`
	}),
	noRows: (p) => ({
		title: `${aFile(p)} a des titres de colonnes, mais aucune ligne`,
		text: 'Exportez une période comportant des appels ou des clavardages, puis choisissez ce fichier. Rien n’a été importé.'
	}),
	noUsableRow: (p) => ({
		title: `Aucune ligne de ${aFile(p)} ne peut être lue`,
		text: 'Il manque à chaque ligne une valeur nécessaire ; les colonnes ont sans doute été mal associées. Revenez en arrière et vérifiez-les. Rien n’a été importé.'
	}),
	otherColumns: (p) => ({
		title: `${aFile(p)} change de colonnes en cours de route`,
		text: `La ligne ${p['line'] ?? ''} les nomme de nouveau, dans un autre ordre ou sous d’autres noms : plus bas, elles seraient lues pour ce qu’elles ne sont pas. Coupez le fichier en deux à cet endroit, puis choisissez les deux parties. Rien n’a été importé.`
	}),
	tooManyToJoin: (p) => ({
		title: `${aFile(p)} a trop de lignes à joindre`,
		text: `Au plus ${p['limit'] ?? ''} messages ou segments d’un fichier peuvent être joints. Exportez des périodes plus courtes, par exemple un mois à la fois, puis choisissez ces fichiers. Rien n’a été importé.`
	}),
	sumsRefused: (p) => ({
		title: `Les totaux de ${aFile(p)} ne peuvent pas être importés`,
		text: `${SUMS[p['reason'] ?? '']?.(p) ?? ''} Refaites le fichier avec le SQL que Drawdown propose et votre règle, puis choisissez-le de nouveau. Rien n’a été importé.`
	}),
	binary: (p) =>
		p['kind'] === 'protected'
			? {
					title: `${aFile(p)} est protégé par un mot de passe`,
					text: 'Ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le, puis choisissez-le de nouveau. Rien n’a été importé.'
				}
			: {
					title: BINARY[p['kind'] ?? '']
						? `${aFile(p)} est ${BINARY[p['kind'] ?? '']}`
						: `${aFile(p)} n’est pas un tableau lisible`,
					text: `L’utilisation se lit dans du CSV ou un autre texte en colonnes, un classeur Excel (.xlsx), du JSON ou du Parquet, aussi compressés. ${RESAVE[p['kind'] ?? ''] ?? 'Exportez le tableau sous une de ces formes'}, puis choisissez ce fichier. Rien n’a été importé.`
				},
	damagedFile: (p) => ({
		title: `${aFile(p)} est endommagé ou incomplet`,
		text: `${p['record'] ? `Il ne peut plus être lu comme fichier JSON à partir de l’enregistrement ${p['record']}.` : `Il ne peut pas être lu jusqu’au bout comme ${KIND[p['kind'] ?? ''] ?? 'fichier'}.`} Il a peut-être été coupé en chemin. Exportez-le ou téléchargez-le de nouveau, puis choisissez le nouveau fichier. Rien n’a été importé.`
	}),
	unpackedTooLarge: (p) => ({
		title: `${aFile(p)} contient plus qu’il n’est prudent d’ouvrir`,
		text: `Son contenu dépasse ${p['ratio']} fois sa taille, ou ${p['megabytes']} Mo. Si vous lui faites confiance, décompressez-le vous-même et choisissez le fichier qu’il contient. Rien n’a été importé.`
	}),
	protectedFile: (p) => ({
		title: `${aFile(p)} est protégé par un mot de passe`,
		text: `Ouvrez ce ${KIND[p['kind'] ?? ''] ?? 'fichier'} avec son mot de passe, enregistrez son contenu sans mot de passe, puis choisissez ce fichier. Rien n’a été importé.`
	}),
	unsupportedFile: (p) => ({
		title: `${aFile(p)} ne peut pas être ouvert ici`,
		text: `${UNSUPPORTED[p['what'] ?? ''] ?? ''} Rien n’a été importé.`
	}),
	noTable: (p) => ({
		title: `Aucun tableau dans ${aFile(p)}`,
		text: `Ce ${KIND[p['kind'] ?? ''] ?? 'fichier'} n’a pas de lignes en colonnes. Vérifiez qu’il s’agit bien de l’export d’utilisation, puis choisissez-le de nouveau. Rien n’a été importé.`
	}),
	layerGone: (p) => ({
		title: `${aFile(p)} n’est plus ici`,
		text: 'Il a été supprimé, peut-être dans un autre onglet, pendant sa nouvelle lecture. Rien n’a changé. Importez de nouveau le fichier s’il doit compter.'
	}),
	tooManyColumns: (p) => ({
		title: `${aFile(p)} a trop de colonnes`,
		text: 'On en lit 1 000 au plus. Vérifiez qu’il s’agit bien de l’export d’utilisation et que lignes et colonnes ne sont pas inversées. Rien n’a été importé.'
	})
};

/** Ce qui ne va pas dans un fichier de totaux par jour. */
const SUMS: Readonly<Record<string, (p: ErrorParams) => string>> = {
	mark: (p) =>
		`Sa première ligne dit avec quoi les totaux ont été faits, et « ${p['value']} » n’en fait pas partie.`,
	version: (p) => `Il indique la version ${p['value'] || 'aucune'} ; cette application lit la version 1.`,
	header: (p) => `Ses colonnes doivent être les dix de summary.csv, sans autre ; voir « ${p['value']} ».`,
	none: () => 'Il ne contient aucun total.',
	value: (p) => `Ligne ${p['line']} : « ${p['value']} » ne convient pas à ${p['column']}.`,
	twice: (p) =>
		`La ligne ${p['line']} a le jour, le canal, la classe, l’agent et l’entité d’une ligne précédente.`,
	row: (p) => `La ligne ${p['line']} n’a pas dix champs, ou un guillemet reste ouvert.`,
	size: () => 'Il est plus grand que des totaux par jour ne peuvent l’être : 256 Mo.',
	zone: (p) =>
		`Ses jours sont ceux de ${p['timeZone']} et ne peuvent être redécoupés pour le fuseau de votre contrat.`,
	rounding: (p) =>
		`Ses appels sont arrondis à ${p['initialSeconds']} s, puis par ${p['incrementSeconds']} s, avec un seuil d’appel court de ${p['shortCallSeconds']} s ; votre grille a d’autres nombres.`,
	wholeCredits: () => 'Votre grille arrondit chaque appel au crédit supérieur, ce qui exige les appels.',
	trial: () => 'Un essai qui peut finir par ses crédits tombe dans ses jours, ce qui exige les appels.'
};

export default refusals;

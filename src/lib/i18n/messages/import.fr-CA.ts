// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import evidence, { DATE_FORM, DURATION_FORM } from './evidence.fr-CA';
import rules from './readRules.fr-CA';
import refusals from './refusals.fr-CA';
import type en from './import.en';

const many = (n: number | string, one: string, other: string): string => (Number(n) < 2 ? one : other);

export default {
	refusals,
	rules,
	sums: {
		head: 'D’autres fichiers contiennent aussi certains de ces jours',
		quoted: (name) => `« ${name} »`,
		beside: (file, others) =>
			`« ${file} » contient des totaux par jour. Des interactions de certains de ses jours sont dans ${others}.`,
		question:
			'Des totaux ne peuvent être comparés à des interactions : ce que les deux contiennent compterait deux fois. Des clavardages dans l’un et des appels dans l’autre ne posent aucun problème.',
		nothing: 'Ne rien importer',
		anyway: 'Importer aussi les totaux',
		imported: (n, file) => `Totaux de ${n} interactions importés de « ${file} »`,
		kept: (days) =>
			`${days}. Ils sont connus au jour près, et marqués ainsi : les appels un à un n’y sont pas.`,
		here: (name) =>
			`Le même fichier a déjà été importé sous « ${name} ». Il compte une fois ; rien n’a changé.`
	},
	title: 'Importation',
	steps: {
		choose: 'Choisir les fichiers',
		map: 'Associer les colonnes',
		review: 'Vérifier',
		import: 'Importer'
	},
	into: (workspace) => `Il va dans « ${workspace} », l’espace ouvert au moment où le fichier a été choisi.`,
	stepDone: 'terminé',

	choose: {
		headEmpty: 'Importez l’utilisation de vos agents',
		headMore: 'Ajoutez de l’utilisation ou gérez celle qui est ici',
		lead: 'Un export avec une ligne par appel ou clavardage. Il est lu dans ce navigateur et enregistré sur cet appareil.',
		leadUnsaved:
			'Un export avec une ligne par appel ou clavardage. Il est lu dans ce navigateur, mais rien ne peut en être enregistré ici.',
		input: 'Choisir des fichiers d’utilisation',
		or: 'ou déposez-les n’importe où sur cette page',
		formats:
			'CSV et autre texte en colonnes, Excel (.xlsx), JSON, NDJSON et Parquet, aussi compressés (.gz, .zip). Vous pouvez aussi coller des fichiers, ou des cellules copiées d’une feuille.',
		folderInput: 'Choisir un dossier',
		pasted: 'collage.csv',
		sources: 'Comment obtenir le fichier de votre système',
		sourcesFailed: 'Ceci n’a pas pu être chargé. Rouvrez-le avec une connexion.',
		elsewhere: {
			title: 'Trop d’événements pour un navigateur ?',
			text: 'Additionnez-les par jour là où ils sont, avec le moteur que vous avez, et choisissez le petit fichier qui en résulte. Le SQL indique où vont votre arrondi et votre fuseau.'
		},
		dropping: 'Déposez pour lire les fichiers',
		emptyFolder: (name) => ({
			title: `« ${name} » ne contient aucun fichier`,
			text: 'Choisissez le dossier qui contient les exports, ou les fichiers eux-mêmes. Rien n’a été importé.'
		})
	},

	looking: (file) => `Examen de ${file}`,
	summary: (size, columns) => `${size}, ${columns} colonnes. Rien n’est encore enregistré.`,
	separators: {
		',': 'virgule',
		';': 'point-virgule',
		'\t': 'tabulation',
		'|': 'barre verticale',
		'\u0001': 'caractère de commande 1',
		'\u001f': 'caractère de commande 31'
	},
	column: (n) => `colonne ${n}`,

	reading: {
		title: 'Lecture du fichier',
		encoding: 'Texte',
		encodings: {
			'utf-8': 'UTF-8',
			'windows-1252': 'Windows-1252 ou ISO-8859-1',
			'utf-16le': 'UTF-16 LE',
			'utf-16be': 'UTF-16 BE'
		},
		encodingBecause: {
			utf8: () => 'tout ce qui a été examiné est en UTF-8',
			mark: () => 'une marque au début l’indique',
			zeros: () => 'un octet sur deux est nul',
			notUtf8: (at) => `l’octet ${at} n’est pas de l’UTF-8`
		},
		separator: 'Séparateur des colonnes',
		separatorBecause: {
			sepLine: () => '« sep= » à la première ligne l’indique',
			counted: (even, rows, columns) =>
				even === rows
					? `les ${rows} lignes examinées ont ${columns} champs`
					: `${even} des ${rows} lignes examinées ont ${columns} champs`,
			chosen: (even, rows, columns) =>
				`votre choix ; ${even} des ${rows} lignes examinées ont ${columns} champs`
		},
		header: 'Noms des colonnes',
		headerAt: (line) => `Noms à la ligne ${line}`,
		headerNone: 'Pas de noms : la première ligne est une donnée',
		headerBecause: {
			firstLine: () => 'la première ligne contient des noms',
			belowOthers: () => 'les lignes au-dessus ont moins de colonnes et sont laissées de côté',
			values: (value) => `la première ligne contient des valeurs, comme « ${value} »`,
			chosen: () => 'votre choix'
		},
		sheet: 'Feuille',
		list: 'Liste d’enregistrements',
		sheetBecause: (n) => `celle des ${n} qui ressemble le plus à un tableau d’utilisation`,
		full: 'Cette feuille s’arrête à la ligne 1 048 576, la dernière possible : l’export allait peut-être plus loin. Exportez une période plus courte, ou en CSV.'
	},
	filesWaiting: (n) => many(n, 'Un autre fichier attend.', `${n} autres fichiers attendent.`),
	cancelImport: 'Annuler l’importation',
	import: 'Importer',
	toReview: 'Passer à la vérification',

	plain: {
		head: 'Ce fichier ne soulève aucune question.',
		text: 'Ses colonnes sont celles de Drawdown : chaque ligne se lit telle quelle.'
	},

	map: {
		headClear: 'Les colonnes sont claires. Vérifiez-les, puis importez.',
		headOne: 'Les colonnes sont claires. Il reste une question.',
		headMany: (n) => `Les colonnes sont repérées. Il reste ${n} questions.`,
		section: 'Que contient chaque colonne ?',
		note: 'Pour toutes les lignes : chaque choix peut être modifié',
		optional: 'facultatif',
		notInFile: 'Absent de ce fichier',
		choose: 'Choisir…',
		sameForAll: (value) => `Identique partout : ${value}`,
		columns: 'Colonnes du fichier',
		sameColumn: 'Dans la même colonne',
		fromEnd: 'D’après l’heure de fin',
		form: 'Format',
		time: 'Heure',
		chosen: 'votre choix',
		fields: {
			start: 'Début',
			duration: 'Durée',
			channel: 'Canal',
			class: 'Classe',
			messages: 'Messages',
			agent: 'Agent',
			entity: 'Entité',
			outcome: 'Résultat',
			end: 'Fin',
			case: 'Dossier',
			id: 'Identifiant',
			join: 'Une ligne est'
		},
		help: {
			messages: 'messages du client dans un clavardage',
			entity: 'file, numéro ou canal de clavardage'
		},
		values: { voice: 'voix', chat: 'clavardage', standard: 'standard', premium: 'premium' },
		dateForms: DATE_FORM,
		durationForms: DURATION_FORM,
		confidence: { sure: '✓ sûr', likely: 'probable', none: 'aucun' }
	},

	zone: {
		question: (column) => `Dans quel fuseau horaire « ${column} » a-t-il été écrit ?`,
		why: (city) =>
			`Les heures n’indiquent pas de fuseau. Votre contrat est à l’heure de ${city}. Un mauvais fuseau déplace des appels vers un autre jour et, à la fin du mois, vers une autre facture.`,
		other: 'Autre…',
		pick: 'Fuseau horaire',
		offset: 'Chaque valeur indique le sien',
		chosen: (name) => `Fuseau : ${name}`
	},
	dateQuestion: {
		question: 'Dans une date, qu’est-ce qui vient en premier : le jour ou le mois ?',
		why: (column, example) =>
			`Toutes les dates de « ${column} » se lisent des deux façons, par exemple ${example}.`,
		dmy: 'Jour',
		mdy: 'Mois'
	},

	missing: {
		start: 'Indiquez la colonne du début.',
		dateForm: 'Indiquez le format des dates.',
		zone: 'Indiquez le fuseau horaire des heures.',
		channel: 'Indiquez si les lignes sont des appels ou des clavardages.',
		messages: 'Indiquez où se trouve le nombre de messages.',
		duration: 'Indiquez où se trouve la durée des appels.',
		durationForm: 'Indiquez le format des durées.',
		marks: 'Indiquez le signe qui précède les décimales.'
	},

	evidenceJoin: ' ; ',
	evidence,

	further: {
		title: 'Autres durées dans ce fichier',
		text: 'Conservées à côté de la durée facturée. Vous pourrez changer de durée plus tard, sans relire le fichier.',
		none: 'Aucune autre colonne ne contient de durée.',
		keep: (name, written) => `Conserver « ${name} » (${written})`
	},

	preview: {
		title: 'Les premières lignes, telles qu’elles seront lues',
		start: 'Début',
		quantity: 'Durée ou messages',
		channel: 'Canal',
		class: 'Classe',
		agent: 'Agent',
		entity: 'Entité',
		credits: 'Crédits',
		byCard: 'votre grille',
		from: (column) => `de « ${column} »`,
		allRows: 'toutes les lignes',
		messages: (n) => `${n} msg`,
		waiting: 'Répondez aux questions ci-dessus pour voir les premières lignes.',
		none: 'Aucune des premières lignes ne peut être lue ainsi.',
		registers: 'de l’agent, ou standard',
		problems: (n) =>
			many(
				n,
				'1 de ces premières lignes ne peut pas être lue',
				`${n} de ces premières lignes ne peuvent pas être lues`
			)
	},

	progress: {
		title: (file) => `Lecture de ${file}`,
		phases: {
			unpacking: 'Décompression',
			converting: 'Mise en texte',
			reading: 'Lecture',
			sorting: 'Tri',
			saving: 'Enregistrement'
		},
		rows: (rows, total) => (total ? `${rows} lignes sur environ ${total}` : `${rows} lignes`),
		bytes: (done, total) => `${done} sur ${total}`,
		rate: (rows) => `${rows} lignes/s`,
		left: (time) => `encore ${time} environ`,
		announced: (percent) => `${percent} lu`
	},

	review: {
		head: (left, ready) =>
			`${left === '1' ? '1 ligne ne peut pas être lue' : `${left} lignes ne peuvent pas être lues`}. ${ready === '1' ? 'L’autre est prête' : `Les ${ready} autres sont prêtes`}.`,
		lead: 'Rien ne compte avant votre décision.',
		headReady: (n) => many(n, '1 interaction est prête.', `${n} interactions sont prêtes.`),
		totals: {
			title: 'Ce qu’il contient',
			inContract: (city) => `L’heure de votre contrat, ${city}`,
			inFile: (city) => `L’heure du fichier, ${city}`,
			span: (first, last) => `${first} – ${last}`,
			month: 'Mois',
			channel: 'Canal',
			interactions: 'Interactions',
			quantity: 'Durée ou messages',
			credits: 'Crédits',
			all: 'Tous les mois',
			messages: (n) => many(n, '1 message', `${n} messages`),
			unrated:
				'Les crédits suivent après l’importation : là où un essai peut finir, d’autres fichiers y comptent aussi.'
		},
		from: { title: 'Lu dans', change: 'Modifier la lecture' },
		section: 'Lignes qui ne peuvent pas être lues',
		shown: (shown, all) => `Les ${shown} premières sur ${all}`,
		line: 'Ligne',
		column: 'Colonne',
		value: 'Valeur',
		reason: 'Raison',
		wholeRow: 'toute la ligne',
		emptyValue: 'vide',
		download: 'Télécharger la liste',
		importRest: (n) => `Importer les ${n} autres`,
		nothing: 'Ne rien importer',
		back: 'Revenir aux colonnes',
		notices: 'Lues selon une règle',
		noticesText: 'Ces lignes comptent.',
		headChanged: (n) =>
			n === '1'
				? '1 ligne est ici avec un autre contenu. Laquelle compte ?'
				: `${n} lignes sont ici avec un autre contenu. Lesquelles comptent ?`,
		headAlike: 'Ces interactions sont peut-être déjà ici.',
		headSummed: 'Certains de ces jours sont déjà gardés comme totaux.',
		importAll: (n) => many(n, 'Importer 1 interaction', `Importer ${n} interactions`),
		shared: {
			title: 'À côté des fichiers qui sont ici',
			alone: 'Aucun d’eux ne touche à cette période : toutes les lignes sont nouvelles.',
			fresh: (n) => many(n, `${n} ligne est nouvelle.`, `${n} lignes sont nouvelles.`),
			asBefore: 'Celles qui comptent restent celles qui ont été choisies.',
			quoted: (name) => `« ${name} »`,
			files: (n) => `${n} fichiers`,
			already: (n, files) =>
				`${n === '1' ? '1 ligne est' : `${n} lignes sont`} aussi dans ${files}, sans différence : une interaction compte une fois.`,
			alike: (n, files) =>
				`${n} d’entre elles commencent en même temps que des lignes de ${files}, avec la même durée ou le même nombre de messages, mais diffèrent pour le reste. Si ce sont les mêmes interactions dans un autre export, chacune compterait deux fois.`,
			changed: (n, files) =>
				`${n === '1' ? '1 ligne a son identifiant' : `${n} lignes ont leur identifiant`} dans ${files} avec un autre contenu.`,
			legend: 'Ce qui compte alors',
			own: 'Les lignes de ce fichier',
			theirs: 'Celles qui sont ici',
			summed: (files) =>
				`De certains de ces jours, seuls des totaux sont gardés, de ${files}. Des lignes de ces jours compteraient en plus.`,
			kept: 'Toutes les lignes sont gardées. Si un fichier est retiré, ce que seuls les autres contiennent compte de nouveau.'
		}
	},

	problems: {
		badDate: 'Ce n’est pas une date au format choisi.',
		otherOrder: 'Le jour et le mois sont inversés ici.',
		badTime: 'Ce n’est pas une heure.',
		noTime: 'La date est sans heure.',
		ragged: 'La ligne a plus ou moins de champs que l’en-tête.',
		totals: 'Cette ligne additionne les autres. Ce n’est ni un appel ni un clavardage.',
		names: 'Cette ligne répète les noms des colonnes. Ce n’est ni un appel ni un clavardage.',
		strayQuote: 'Du texte suit un guillemet fermant.',
		unclosedQuote: 'Un guillemet est ouvert sans être fermé.',
		missing: 'Une valeur nécessaire manque.',
		noOffset: 'La valeur n’indique pas son fuseau, contrairement aux autres.',
		badNumber: 'Ce n’est pas un nombre.',
		otherMark: 'Un autre signe précède ici les décimales que dans la colonne.',
		badDuration: 'Ce n’est pas une durée au format choisi.',
		negative: 'La valeur est inférieure à zéro.',
		fraction: 'Le nombre de messages doit être entier.',
		tooLarge: 'La valeur dépasse celle de tout appel ou clavardage.',
		unknownChannel: 'Le canal n’est ni le clavardage ni la voix.',
		unknownClass: 'La classe n’est ni standard ni premium.',
		unknownAuthor: 'L’auteur n’est ni un client ni quelqu’un qui répond.',
		endBeforeStart: 'La fin précède le début.',
		notText: 'La valeur n’est pas écrite en UTF-8.'
	},
	otherProblem: 'La ligne ne peut pas être lue.',

	notices: {
		repeated: (n) =>
			`${n} qui en répètent une autre, avec les mêmes identifiant, début et durée ou messages : chacune compte.`,
		repeatedHour: (n) =>
			`${n} dont l’heure revient deux fois au recul de l’horloge : la première est retenue.`,
		skippedTime: (n) =>
			`${n} dont l’heure est sautée par l’horloge : lue avec le décalage d’avant le changement.`,
		leapSecond: (n) => `${n} avec une seconde intercalaire : lue comme la seconde suivante.`,
		lengthFromEnd: (n) => `${n} sans durée : le temps du début à la fin a été retenu.`,
		furtherUnread: (n) => `${n} avec une autre durée illisible : conservée sans elle.`
	},
	rows: (n) => many(n, '1 ligne', `${n} lignes`),

	outcome: {
		imported: (n) => `${n} interactions importées`,
		into: (workspace) => `C’est dans « ${workspace} », l’espace ouvert au moment où le fichier a été choisi.`,
		importedOne: '1 interaction importée',
		already: (n) =>
			n === '1'
				? '1 d’entre elles était déjà ici : elle compte une fois.'
				: `${n} d’entre elles étaient déjà ici : elles comptent une fois.`,
		from: (file, period) => `${file} : ${period}`,
		leftOut: (n) => many(n, '1 ligne laissée de côté', `${n} lignes laissées de côté`),
		alreadyHere: (file) => `« ${file} » est déjà ici`,
		alreadyText: (name, rows) =>
			`Ce même fichier a déjà été importé sous le nom « ${name} » (${rows} interactions). Il ne compte qu’une fois ; rien n’a été modifié.`,
		cancelled: (file) => `L’importation de « ${file} » a été annulée`,
		cancelledText: (others) =>
			others === 0
				? 'Rien n’en a été enregistré.'
				: others === 1
					? 'Rien n’en a été enregistré. Un autre fichier attendait et n’a pas été lu : choisissez-le de nouveau pour l’importer.'
					: `Rien n’en a été enregistré. ${others} autres fichiers attendaient et n’ont pas été lus : choisissez-les de nouveau pour les importer.`,
		overview: 'Voir quand les crédits seront épuisés',
		added: (file) => `${file} a été ajouté`,
		firstProblem: (line, reason) => `Par exemple, ligne ${line} : ${reason}`
	},

	profiles: {
		applied: (day, file) => `Lu comme vous l’avez confirmé le ${day} pour « ${file} ».`,
		afresh: 'Le lire à neuf',
		outdated: {
			title: (file) => `Ce fichier n’est pas comme « ${file} », pour lequel ses colonnes ont été confirmées`,
			dateForm: 'Ses dates sont écrites autrement.',
			durationForm: 'Ses durées sont dans une autre unité : le début et la fin le disent.',
			marks: 'Ses nombres ont un autre signe avant les décimales, ou peuvent l’avoir.',
			zone: 'Il nomme un autre fuseau horaire.',
			leaveOut: 'Il a des lignes qui ne sont ni des appels ni des clavardages d’un agent.',
			text: 'Ce que le fichier montre est rempli plus bas. Regardez, puis continuez.'
		},
		remember: 'S’en souvenir pour les fichiers avec le même en-tête'
	},

	layers: {
		title: 'Fichiers importés',
		correct: 'Lire autrement',
		correctOf: (file) => `Lire ${file} autrement`,
		none: 'Aucun fichier n’est encore importé.',
		file: 'Fichier',
		interactions: 'Interactions',
		period: 'Première – dernière',
		coverage: 'Période couverte',
		rated: 'Durée facturée',
		ratedOf: (file) => `Durée facturée de ${file}`,
		sample: 'exemple',
		byDay: 'par jour',
		leftOut: (n) => many(n, '1 laissée de côté', `${n} laissées de côté`),
		edit: 'Modifier',
		editOf: (file) => `Modifier la période couverte par ${file}`,
		remove: 'Supprimer',
		removeOf: (file) => `Supprimer ${file}`,
		removed: (file) => `${file} a été supprimé`,
		staysAway: (file) =>
			`« ${file} » a été importé de nouveau, ou effacé, depuis qu’il a été supprimé : rien n’est revenu.`,
		coverTitle: (file) => `Préciser la période de « ${file} »`,
		coverText:
			'Dans cette période, un jour sans ligne compte comme un jour sans utilisation. Élargissez-la si l’export couvre plus de jours qu’il n’a de lignes.',
		coverFrom: 'Premier jour',
		coverTo: 'Dernier jour',
		coverAction: 'Enregistrer la période',
		coverWrong: 'Le dernier jour précède le premier.',
		coverNarrow: (first, last) =>
			`Le fichier a des lignes du ${first} au ${last} : la période doit les contenir.`
	},

	readings: {
		title: 'Relevés du compteur',
		text: 'Ce que montre la page du fournisseur, par exemple « 34 120 sur 60 000 ». Deux relevés donnent un rythme ; à côté de lignes importées, ils servent de vérification.',
		date: 'Date',
		time: 'Heure',
		zone: (zone) => zone,
		credits: 'Crédits utilisés dans le cycle',
		unit: 'crédits',
		add: 'Ajouter le relevé',
		at: 'Relevé le',
		used: 'Crédits utilisés',
		byRows: 'D’après les lignes importées',
		none: 'Aucun relevé.',
		removeOf: (at) => `Supprimer le relevé du ${at}`,
		wrongTime: 'Indiquez une date et une heure.',
		wrongCredits: 'Indiquez les crédits utilisés, 0 ou plus.',
		removed: 'Le relevé a été supprimé'
	}
} satisfies typeof en;

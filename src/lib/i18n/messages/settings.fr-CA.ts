// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './settings.en';

export default {
	title: 'Réglages',
	head: (tier, card) =>
		tier === null
			? `Vous êtes facturé selon la grille ${card} ; aucun forfait n’est encore choisi`
			: `Vous êtes facturé selon la grille ${card}, forfait ${tier}`,
	headWaiting: 'Sur quelle base suis-je facturé ?',
	lead: 'À chaque modification, tous les chiffres sont recalculés à partir des lignes importées.',
	tabsLabel: 'Parties des réglages',
	save: 'Enregistrer',
	discard: 'Abandonner les modifications',
	saved: 'Réglages enregistrés',
	clean: 'Tout est enregistré.',
	unsaved: 'Des modifications ne sont pas enregistrées.',
	wrong: 'Une valeur est illisible : corrigez-la avant d’enregistrer.',
	none: '–',

	conflict: {
		title: 'Ces réglages ont été modifiés ailleurs pendant que vous les éditiez',
		text: 'Un autre onglet, ou un fichier de réglages, a enregistré une version plus récente. La vôtre est toujours dans les champs ci-dessous.',
		mine: 'Enregistrer la mienne par-dessus',
		theirs: 'Prendre la plus récente'
	},

	contract: {
		plan: 'Forfait et dépassement',
		tier: 'Forfait',
		noTier: 'Non choisi',
		tierLabel: (credits) => `${credits} crédits`,
		overage: 'Quand les crédits inclus sont épuisés',
		policies: { off: 'Arrêt des agents', on: 'Dépassement', capped: 'Dépassement plafonné' },
		cap: 'Plafond de dépassement par cycle',
		capHelp: 'Au plafond, les agents s’arrêtent ; 0 équivaut à aucun dépassement.',
		capNeeded: 'Un plafond est requis : indiquez les crédits de dépassement permis par cycle.',
		atExhaustion: 'L’interaction qui franchit la limite',
		cut: 'Est coupée',
		finish: 'Se termine',
		cycle: 'Cycle de facturation',
		anchorDay: 'Jour où commence le cycle',
		anchorHelp: '1 : le mois civil ; 31 : le dernier jour de chaque mois.',
		zone: 'Fuseau horaire du contrat',
		zoneHelp: 'Les jours et les cycles y commencent à minuit. Le changer redécoupe tous les cycles.',
		country: 'Pays (jours fériés)',
		countryHelp:
			'L’effet de ses jours fériés sur votre utilisation est appris de votre passé, puis attendu des prochains.',
		noCountry: 'Aucun',
		useCountry: (name: string) => `Selon le fuseau horaire : ${name}`,
		term: {
			title: 'Durée d’engagement',
			text: 'Pendant l’engagement, aucun forfait plus petit ne peut être choisi ; le plan de douze mois en tient compte.',
			months: 'Durée',
			unit: 'mois',
			monthsNeeded: 'L’engagement a un début mais pas de durée : indiquez ses mois, ou videz le début.',
			start: 'Premier jour',
			startNeeded:
				'L’engagement a une durée mais pas de début : indiquez son premier jour, ou videz la durée.',
			over: 'Cet engagement était terminé avant la fin de votre utilisation et ne lie donc rien : indiquez celui en cours, ou videz les deux.'
		},
		money: 'Argent',
		currency: 'Devise',
		tax: 'Taxe',
		taxHelp: 'En pourcentage de la somme des lignes.',
		extraAgents: 'Prix par agent supplémentaire',
		perCycle: 'par cycle',
		includedAgents: 'Agents inclus',
		includedHelp: 'Vide : les agents ne coûtent rien.',
		more: 'Plus : changement de forfait en cours de cycle',
		upgradeCredits: 'Crédits après un changement',
		replace: 'Remplacent les anciens',
		add: 'S’ajoutent aux anciens',
		upgradePrice: 'Prix d’un cycle avec changement',
		new: 'Le nouveau forfait',
		prorata: 'Au prorata',
		both: 'Les deux au complet'
	},

	card: {
		which: 'Grille tarifaire de ce contrat',
		preset: 'Grille',
		presetHelp: 'Choisir une autre grille conserve la vôtre ; vous pourrez y revenir.',
		version: 'Version en vigueur depuis le',
		names: {
			net2phone: 'net2phone',
			'per-second': 'tarifs net2phone, facturés à la seconde',
			'15-second-rule': 'règle des 15 secondes'
		},
		rates: 'Crédits',
		chat: 'Par message de clavardage',
		voice: 'Par minute facturable',
		standard: 'standard',
		premium: 'premium',
		rateOf: (what, level) => `${what}, ${level}`,
		rounding: 'Comment un appel est arrondi',
		shortCall: 'Seuil d’appel court',
		shortCallHelp: 'Les appels plus courts ne coûtent rien ; 0 : aucune règle.',
		initial: 'Premier palier',
		initialHelp: 'Temps minimal facturé.',
		increment: 'Paliers suivants',
		incrementHelp: 'Au-delà, tout palier commencé est facturé.',
		seconds: 's',
		wholeCredits: 'Arrondir chaque appel au crédit entier supérieur',
		premiumAll: 'La classe premium s’applique à tous les appels, quoi que dise leur ligne',
		tiers: 'Forfaits',
		tiersText: 'Les prix sont à saisir par vous : les coûts apparaissent dès qu’ils y sont.',
		included: 'Crédits inclus',
		price: 'Prix par cycle',
		priceOf: (credits) => `Prix du forfait ${credits}`,
		removeTier: (credits) => `Supprimer le forfait ${credits}`,
		addTier: 'Ajouter un forfait',
		newTier: 'Crédits d’un nouveau forfait',
		sameTier: 'Ce forfait existe déjà.',
		overage: 'Dépassement',
		overagePrice: 'Prix du crédit de dépassement',
		block: 'Vendu par blocs de',
		blockHelp: 'Vide : crédit par crédit.',
		credits: 'crédits',
		currency: 'Devise de ces prix',
		contractCurrency: (code) => `Celle du contrat (${code})`,
		source: 'Source'
	},

	storage: {
		title: 'Sur cet appareil',
		layers: (files, rows) =>
			files === 0
				? 'Cet espace de travail ne contient aucun fichier importé.'
				: `Cet espace de travail contient ${rows} interactions provenant ${files === 1 ? 'd’un fichier' : `de ${files} fichiers`}.`,
		used: (used) => `Drawdown occupe ${used} dans ce navigateur, les deux copies comprises.`,
		manage:
			'Les fichiers importés se gèrent à l’écran Importation ; l’espace lui-même se renomme ou se supprime à partir de son nom, sous le logo.',
		toImport: 'Aller à l’importation'
	},

	retention: {
		title: 'Interactions anciennes',
		text: 'Les lignes d’il y a longtemps peuvent être conservées en sommes par jour : elles prennent moins de place et ne nomment plus aucun appel. Les chiffres de chaque cycle de facturation restent les mêmes.',
		months: 'Cycles de facturation conservés en lignes',
		unit: 'cycles',
		help: 'Cycles entiers avant celui où les données s’arrêtent, qui est toujours conservé.',
		look: 'Voir ce qui changerait',
		nothing: (day) => `Il n’y a aucune ligne avant le ${day} : rien ne changerait.`,
		preview: (n, day, files, bytes) =>
			`${n} interactions avant le ${day}, provenant ${files === 1 ? 'd’un fichier' : `de ${files} fichiers`}, seraient conservées en sommes par jour. Environ ${bytes} seraient libérés.`,
		act: 'Conserver des sommes par jour',
		confirmTitle: (day) => `Conserver des sommes par jour avant le ${day}`,
		confirmText: (n, day) =>
			`Les lignes de ${n} interactions avant le ${day} sont effacées de cet appareil. Cette action est irréversible.`,
		lost: 'Ce qui est perdu : identifiants, résultats, dossiers, heures et durée de chaque appel. L’épuisement n’y est alors connu qu’au jour près, et toutes les interactions du jour où les crédits s’épuisent comptent comme sans réponse. Les fichiers retirés qui contiennent des lignes aussi anciennes ne pourront plus être rétablis.',
		kept: 'Ce qui reste : interactions, messages, minutes, appels non facturables, crédits et coûts, par jour, agent et entité. L’arrondi des appels de ces jours et le fuseau horaire ne pourront plus être changés.',
		confirm: 'Effacer ces lignes',
		working: 'Calcul des sommes par jour',
		done: (n) => `${n} interactions sont maintenant conservées en sommes par jour`
	},

	forget: {
		title: 'Oublier une personne',
		text: 'Retire un nom, un numéro ou un identifiant de tout ce que conserve cet espace de travail. Les chiffres restent les mêmes.',
		field: 'Nom, numéro ou identifiant',
		help: 'Exactement comme dans le fichier, majuscules et minuscules comprises.',
		look: 'Chercher',
		nothing: (text) =>
			`« ${text} » ne figure nulle part ici. Vérifiez comment le fichier l’écrit : seul un texte entier et identique est trouvé.`,
		found: 'Trouvé dans :',
		file: (name, n, coded) =>
			`« ${name} » : ${n} ${n === '1' ? 'interaction' : 'interactions'}${coded === '0' ? '' : `, ${coded === n ? '' : `dont ${coded} `}sous le code mis à sa place`}`,
		noRow: (name) => `« ${name} » : dans son nom, ou dans ses sommes par jour`,
		entries: (n) => `Réglages : ${n === 1 ? 'une entrée' : `${n} entrées`}`,
		lastFour:
			'Là où seuls les quatre derniers chiffres d’un numéro ont été gardés, ils restent : ce sont ceux de bien des gens.',
		act: 'Oublier',
		confirmTitle: (text) => `Oublier « ${text} » ?`,
		what: 'Partout où il figure, tel quel ou sous un code, il devient « forgotten » suivi d’un numéro. Les fichiers retirés qu’Annuler pourrait ramener sont compris. Cette action est irréversible.',
		elsewhere:
			'Hors d’atteinte : les fichiers que vous avez importés, les téléchargements et les sauvegardes faites jusqu’ici. Supprimez-les vous-même ; les sauvegardes à venir ne l’auront plus.',
		confirm: 'Oublier pour de bon',
		working: 'Oubli en cours',
		done: 'Oublié partout dans cet espace de travail'
	},

	backup: {
		title: 'Sauvegarde',
		text: 'Un seul fichier avec tout ce que contient cet espace de travail : interactions, réglages, agents et relevés. Il peut être restauré dans n’importe quel navigateur. Conservez-le là où la perte de cet appareil ne l’atteint pas.',
		last: (when: string) => `Dernière sauvegarde depuis ce navigateur : ${when}.`,
		never: 'Aucune sauvegarde n’a encore été faite depuis ce navigateur.',
		passphrase: 'Phrase secrète (facultative)',
		passphraseHelp:
			'Avec elle, personne ne peut lire le fichier sans la connaître. Une phrase secrète perdue ne se retrouve pas : la sauvegarde est perdue avec elle.',
		show: 'Afficher la phrase secrète',
		act: 'Sauvegarder',
		restore: 'Restaurer une sauvegarde',
		restoreText: 'Une sauvegarde devient un espace de travail à part ; rien de ce qui est ici n’est écrasé.',
		locked: (file: string) => `« ${file} » est protégé par une phrase secrète`,
		unlock: 'Phrase secrète de la sauvegarde',
		unlockAct: 'Restaurer',
		leave: 'Laisser',
		working: {
			packing: 'Préparation de la sauvegarde',
			checking: 'Vérification de la sauvegarde',
			writing: 'Écriture de l’espace de travail'
		},
		spoken: (share: string) => `${share} terminé`,
		cancel: 'Annuler',
		saved: 'Sauvegarde enregistrée',
		restored: (name: string, n: string) =>
			name ? `« ${name} » restauré : ${n} interactions` : `Espace de travail restauré : ${n} interactions`,

		auto: {
			title: 'Sauvegardes automatiques',
			text: 'Une fois par jour, au démarrage ou après une importation, une sauvegarde de l’espace de travail ouvert va dans un dossier de votre choix. Les trois dernières sont gardées. Elles n’ont pas de phrase secrète.',
			pick: 'Choisir un dossier',
			other: 'Choisir un autre dossier',
			folder: (name: string) => `Les sauvegardes vont dans le dossier « ${name} ».`,
			stop: 'Arrêter',
			lapsed: 'Le navigateur demande de nouveau avant d’écrire dans ce dossier.',
			allow: 'L’autoriser de nouveau',
			failed:
				'La dernière sauvegarde n’a pas pu être écrite dans ce dossier. Un nouvel essai aura lieu au prochain démarrage ; sinon, choisissez-en un autre.'
		}
	},

	file: {
		title: 'Fichier de réglages',
		text: 'Contrat, grilles tarifaires, agents, relevés, budgets, scénarios et lecture des fichiers dans un seul fichier JSON : une copie à conserver ou à transmettre. L’utilisation importée n’y est pas.',
		export: 'Exporter les réglages',
		import: 'Importer des réglages',
		exported: 'Fichier de réglages enregistré',
		preview: (file) => `Ce que « ${file} » changerait`,
		same: 'Il dit la même chose que vos réglages : rien ne changerait.',
		where: 'Où',
		before: 'Maintenant',
		after: 'Ensuite',
		nothing: 'rien',
		replaceText: (n) =>
			`Remplacer met le fichier à la place de vos réglages : ${n < 2 ? `${n} modification` : `${n} modifications`}.`,
		mergeText: (n) =>
			`Fusionner garde ce que le fichier ne mentionne pas : ${n < 2 ? `${n} modification` : `${n} modifications`}.`,
		onlyReplace: 'seulement avec Remplacer',
		replace: 'Remplacer',
		merge: 'Fusionner',
		cancel: 'Laisser tel quel',
		replaced: 'Réglages remplacés',
		merged: 'Réglages fusionnés',
		more: (n) => `et ${n} de plus`
	}
} satisfies typeof en;

import type en from './forecast.en';

const NB = '\u00a0';

const fr: typeof en = {
	waiting: 'Regard vers l’avant',
	nothing: 'Quand vos crédits seront-ils épuisés ?',
	nothingText: 'Importez d’abord une utilisation ou saisissez des relevés : la prévision en est tirée.',
	toImport: 'Importer l’utilisation',

	asOf: {
		label: 'Vu à la date du',
		help: 'Reculez pour voir ce qui aurait été dit un jour passé, sans rien savoir de la suite.',
		earlier: 'Un jour plus tôt',
		later: 'Un jour plus tard',
		now: 'Revenir à maintenant',
		at: (day) => `Début du ${day}`,
		today: (day) => `Maintenant, ${day}`,
		unknown: 'Des jours qui le précèdent dans son cycle sont inconnus : rien n’aurait été dit.',
		happened: 'Le trait fin est ce qui s’est passé ensuite.'
	},

	record: {
		held: (inside, of) => `**${inside} sur ${of}** des plages passées dites «${NB}8 sur 10${NB}» ont tenu.`,
		few: (cycles) =>
			cycles === 0
				? 'Il n’y a encore aucun cycle passé complet à regarder.'
				: `Il n’y a ${cycles === 1 ? 'qu’un cycle passé' : `que ${cycles} cycles passés`} à regarder${NB}: trop peu pour un taux.`,
		day: (ours, pace) =>
			`Le jour de l’épuisement a été manqué de **${ours}** en moyenne, de ${pace} par la ligne droite.`,
		days: (n) => (n === '1' || n.startsWith('0') || n.startsWith('1,') ? `${n} jour` : `${n} jours`)
	},

	table: {
		heading: 'Quand chaque forfait est utilisé',
		lead: 'Dates médianes. Une date à l’encre est connue ; – veut dire pas avant le renouvellement.',
		plan: 'Forfait',
		share: (percent) => `${percent} utilisés`,
		chance: 'Épuisé,\nsur 100',
		range: '8 sur 10',
		known: 'déjà',
		next: (cycle) => `${cycle},\nsur 100`,
		never: '–',
		notAtAll: 'pas du tout'
	},

	why: {
		heading: 'Pourquoi',
		level: (credits) => `Une journée moyenne coûte à présent **${credits} crédits**.`,
		trend: (percent, up) => `C’est **${percent} de ${up ? 'plus' : 'moins'}** qu’il y a quatre semaines.`,
		flat: 'C’est autant qu’il y a quatre semaines.',
		profile: (high, more, low, less) =>
			`Le jour le plus chargé est ${high}, ${more} au-dessus de la moyenne${NB}; le plus calme ${low}, ${less} au-dessous.`,
		noProfile: 'Les jours de la semaine ne diffèrent pas plus que ne le veut le hasard.',
		spread: (percent) =>
			`D’une semaine à l’autre, l’utilisation change de **${percent}** en moyenne${NB}: cela, avec les erreurs passées, fait la largeur de la bande.`,
		errors: (share, days) =>
			`${share} trajectoires sur 100 répètent les erreurs de prévisions pareilles sur vos ${days} jours${NB}; les autres sont simulées.`,
		holidays: (days) =>
			`Les jours fériés comptent, comme par le passé${NB}: ${days} qu’un jour ordinaire à cette place.`,
		holiday: (day, percent, more) => `**${day} ${percent} de ${more ? 'plus' : 'moins'}**`,
		event: (name, credits, more) =>
			`«${NB}${name}${NB}» ${more ? 'ajoute' : 'retire'} **${credits} crédits** avant le renouvellement.`,
		growth: (credits, more) =>
			`La croissance que vous attendez ${more ? 'ajoute' : 'retire'} **${credits} crédits** avant le renouvellement.`
	},

	card: {
		heading: 'Étions-nous bons ?',
		lead: (after) =>
			`Ce qui aurait été dit ${after} après le début de chaque cycle passé. Barre${NB}: 8 sur 10${NB}; trait${NB}: le milieu${NB}; point${NB}: ce qui s’est passé, creux hors de la barre.`,
		after: 'Vu après',
		days: (n) => `${n} jours`,
		held: (inside, of) => `Dans la plage 8 sur 10${NB}: ${inside} sur ${of}`,
		error: (ours, pace) => `Fin du mois manquée de ${ours} en moyenne${NB}; de ${pace} par la ligne droite.`,
		few: 'Moins de six cycles : des points, pas de taux.',
		none: 'Le bulletin commence au premier cycle entier précédé de deux semaines.',
		cycle: 'Cycle',
		said: '8 sur 10',
		middle: 'Milieu',
		happened: 'Arrivé',
		pace: 'Ligne droite',
		inside: 'dedans',
		outside: 'dehors',
		summary: (rows) => `Par cycle${NB}: ${rows}.`,
		row: (cycle, low, high, actual, inside) =>
			`${cycle} annoncé ${low} à ${high}, arrivé ${actual}, ${inside}`
	},

	year: {
		heading: 'Douze cycles',
		lead: 'Foncé : connu. Pâle : le milieu de ce qui vient ; le trait : 8 sur 10. Au-dessus du forfait : dépassement, ou hachures là où les agents s’arrêteraient.',
		short: 'Moins de deux ans sont connus : la forme de l’année ne l’est donc pas.',
		cycle: 'Cycle',
		middle: 'Crédits',
		range: '8 sur 10',
		known: 'connu',
		plan: 'Forfait',
		beyond: 'Dépasse le forfait, sur 100',
		summary: (parts) => `Par cycle${NB}: ${parts}.`,
		part: (name, middle, range) => `${name} ${middle} (${range})`
	},

	unserved: {
		heading: 'Ce qui resterait sans réponse, par heure',
		lead: (tier, credits) =>
			`Si les agents s’arrêtent quand ${tier} crédits sont épuisés, ${credits} crédits sont perdus en moyenne avant le renouvellement. Par heure locale${NB}:`,
		none: (tier) =>
			`Presque aucune trajectoire n’épuise ${tier} crédits avant le renouvellement${NB}: rien à perdre.`,
		hour: 'Heure',
		voice: 'Voix',
		chat: 'Clavardage',
		total: 'Total',
		summary: (from, to, share) => `${share} entre ${from} et ${to}.`,
		clock: (hour) => `${String(hour).padStart(2, '0')} h`
	},

	events: {
		heading: 'Ce que vous savez et que l’utilisation passée ignore',
		lead: 'Une campagne, une fermeture, un nouvel agent : cela change les trajectoires de ces jours, et ses jours passés ne sont pas pris pour des jours ordinaires.',
		none: 'Aucun événement n’est prévu.',
		add: 'Ajouter un événement',
		title: 'Ajouter un événement',
		name: 'Nom',
		kind: 'Quoi',
		kinds: {
			campaign: 'Campagne : plus d’utilisation',
			closure: 'Fermeture : moins, ou rien',
			newAgent: 'Un nouvel agent',
			change: 'Un autre changement'
		},
		from: 'Premier jour',
		to: 'Dernier jour',
		toHelp: 'Vide : sans fin.',
		channel: 'Quelle utilisation',
		all: 'toute l’utilisation',
		channels: { chat: 'le clavardage', voice: 'la voix' },
		percentLabel: 'Changement',
		percentUnit: '% de l’utilisation',
		creditsLabel: 'Ajoute',
		creditsUnit: 'crédits par jour',
		save: 'Ajouter',
		remove: (name) => `Retirer ${name}`,
		added: (credits) => `${credits} crédits de plus par jour`,
		percent: (percent, more) => `${percent} de ${more ? 'plus' : 'moins'}`,
		since: (day) => `à partir du ${day}`,
		saved: 'Événement ajouté',
		removed: (name) => `«${NB}${name}${NB}» retiré`,
		missing: {
			name: 'Donnez-lui un nom.',
			from: 'Indiquez le jour où il commence.',
			to: 'Le dernier jour ne précède pas le premier.',
			amount: 'Indiquez combien, dans ce que permet ce genre d’événement.'
		},
		growth: 'Croissance attendue',
		growthUnit: '% par mois',
		growthHelp: 'À partir de maintenant, en plus de ce que montre l’utilisation passée. Vide : aucune.',
		growthSave: 'Enregistrer la croissance',
		growthSaved: 'Croissance enregistrée'
	},

	failed: 'Le reste de cet écran n’a pas pu être calculé. Rechargez la page ; vos données sont intactes.'
};

export default fr;

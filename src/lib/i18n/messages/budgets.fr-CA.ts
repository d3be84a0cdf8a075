import type en from './budgets.en';

const NB = '\u00a0';

const fr: typeof en = {
	waiting: 'Regard sur les budgets',
	noUsage: `Importez un fichier d’utilisation ou saisissez des relevés${NB}: un budget se compare à ce qui est utilisé.`,
	start: 'Aller au début',
	set: 'Fixer un budget',
	calendar: 'Ajouter les dates au calendrier',
	failed: `Les budgets n’ont pas pu être calculés. Rechargez la page${NB}; vos données sont intactes.`,

	title: {
		none: 'Aucun budget n’est encore fixé',
		coming: (budget, cycle) => `Le budget de ${budget} commence avec ${cycle}`,
		missing: (budget) => `Le budget de ${budget} ne peut pas encore être comparé`,
		exceeded: (over, budget) => `Ce mois dépasse déjà de ${over} le budget de ${budget}`,
		sure: (over, budget) => `Ce mois finira ${over} au-dessus du budget de ${budget}`,
		probably: (over, budget) => `Ce mois finira probablement ${over} au-dessus du budget de ${budget}`,
		even: (budget) => `Ce mois tiendra ou non dans le budget de ${budget}${NB}: chances égales`,
		keepsProbably: (budget) => `Ce mois tiendra probablement dans le budget de ${budget}`,
		keeps: (budget) => `Ce mois tient dans le budget de ${budget}`,
		paceOver: (over, budget) => `Au rythme simple, ce mois finira ${over} au-dessus du budget de ${budget}`,
		paceKeeps: (budget) => `Au rythme simple, ce mois tient dans le budget de ${budget}`,
		begins: (budget) => `Le mois commence à peine, avec un budget de ${budget}`,
		of: (name, sentence) => `${name}${NB}: ${sentence}`
	},

	lead: {
		none: 'Un budget est un montant pour chaque mois, en crédits ou en argent, pour tous ou pour un seul agent ou une seule entité. Il est comparé à ce qui est utilisé et à la prévision.',
		now: (used, end) => `**${used}** jusqu’ici et **${end}** à la fin en moyenne.`,
		tail: (end) => `1 mois pareil sur 10 finit au-dessus de **${end}**.`,
		chance: (chance) => `Le budget est dépassé dans **${chance}**.`,
		sure: 'Le budget est dépassé dans **chaque trajectoire** de la prévision.',
		early: 'Les chances apparaissent après 14 jours connus.',
		share: (percent) => `Prévu selon sa part des 28 derniers jours${NB}: **${percent}** de tous les crédits.`,
		noShare: 'Aucun crédit utilisé dans les 28 derniers jours, donc aucun n’est prévu.',
		moneyShare: 'Sa part du coût du mois est celle des crédits.',
		beforeTax: 'Les montants d’argent sont avant taxes.',
		known: (instant, zone) => `Connu jusqu’au ${instant}, ${zone}.`
	},

	missing: {
		text: (what) => `Il manque ${what}.`,
		names: {
			plan: 'le forfait du contrat',
			tierPrice: 'le prix du forfait',
			overagePrice: 'le prix du dépassement',
			extraAgentPrice: 'le prix d’un agent supplémentaire',
			oneOffFee: 'le montant de frais ponctuels',
			cardCurrency: 'des prix dans la devise du contrat'
		},
		enter: 'À entrer dans les Réglages'
	},

	which: 'Quel budget',
	everyone: 'Tous',
	unassigned: 'non attribué',
	scope: { agent: (name) => `Agent ${name}`, entity: (name) => `Entité ${name}` },
	credits: (amount) => `${amount} crédits`,

	stats: {
		heading: 'Le budget à présent',
		used: 'Utilisé jusqu’ici',
		ofBudget: (percent) => `${percent} du budget`,
		end: 'Fin du mois, milieu',
		range: (low, high) => `8 sur 10${NB}: ${low} à ${high}`,
		atPace: 'au rythme simple',
		variance: 'Par rapport au budget, milieu',
		over: (amount) => `${amount} de plus`,
		under: (amount) => `${amount} de moins`,
		even: 'autant',
		perDay: 'Par jour, à présent',
		allowed: (amount) => `${amount} par jour y tiendraient`,
		used_up: 'il n’en reste rien'
	},

	levels: {
		heading: 'Quand chaque part est atteinte',
		lead: `Dates du milieu de la prévision. Une date à l’encre est connue${NB}; – veut dire pas avant le renouvellement.`,
		level: 'Part',
		amount: 'Montant',
		date: 'Milieu',
		early: '1 sur 10\navant',
		chance: 'Atteinte avant le\nrenouvellement, sur 100',
		reached: 'atteinte',
		never: '–'
	},

	year: {
		heading: 'Mois par mois, et ce qui vient',
		over: (over, of) => `dépassé dans ${over} sur ${of}`,
		overText: (over, of) =>
			`Des ${of} mois à venir qui ont un budget, **${over}** finissent au-dessus sur la trajectoire du milieu.`,
		note: `Foncé${NB}: connu. Pâle${NB}: le milieu de ce qui vient${NB}; le trait${NB}: 8 sur 10. Tirets${NB}: le budget.`,
		cycle: 'Mois',
		amount: 'Montant',
		range: '8 sur 10',
		known: 'connu',
		budget: 'Budget',
		exceeded: 'Dépassé,\nsur 100',
		summary: (parts) => `Par mois${NB}: ${parts}.`,
		part: (name, amount, range) => `${name} ${amount} (${range})`
	},

	table: {
		heading: 'Budget et réel',
		month: 'Mois',
		actual: 'Réel',
		budget: 'Budget',
		forecast: 'Prévision,\nmilieu',
		tail: 'Prévision,\n1 sur 10 dépasse',
		variance: 'Par rapport au budget',
		soFar: 'jusqu’ici',
		inPart: 'connu en partie',
		noPrice: 'un prix manque'
	},

	lines: {
		heading: 'Ce mois à côté du précédent, au même jour',
		same: (days, now, before) =>
			`Après ${days === 1 ? 'un jour entier' : `${days} jours entiers`}${NB}: **${now} crédits**, et ${before} le mois précédent.`,
		more: (percent) => `C’est **${percent} de plus** qu’alors.`,
		less: (percent) => `C’est **${percent} de moins** qu’alors.`,
		equal: 'C’est autant qu’alors.',
		unknown: 'Le mois précédent n’est pas connu en entier, ou celui-ci n’a pas encore de jour entier.',
		now: 'ce mois',
		before: 'le mois précédent',
		day: 'Jour',
		summary: (text) => text
	},

	list: {
		heading: 'Vos budgets',
		none: 'Aucun n’est fixé.',
		from: (amount, who, cycle) => `${amount} pour ${who}, à partir du ${cycle}`,
		everyone: 'tous',
		warn: (chance) => `avertit dès ${chance}`,
		remove: (amount, who) => `Supprimer ${amount} pour ${who}`,
		removed: 'Le budget est supprimé',
		saved: 'Le budget est enregistré',
		steps:
			'Un budget plus tardif pour le même agent, la même entité ou pour tous prend la place du précédent.'
	},

	form: {
		title: 'Fixer un budget',
		who: 'Pour',
		agent: 'Un agent',
		entity: 'Une entité',
		name: 'Nom',
		nameHelp: 'Exactement comme dans le fichier d’utilisation.',
		emptyName: 'non attribué',
		unit: 'En',
		units: { credits: 'Crédits', money: 'Argent' },
		amount: 'Montant pour un mois',
		creditsUnit: 'crédits',
		from: 'À partir du mois du',
		fromHelp: 'Le mois qui contient ce jour est le premier.',
		warn: 'Avertir dès une chance de',
		warnUnit: 'sur 100',
		warnHelp: 'Que le budget soit dépassé, selon la prévision.',
		save: 'Fixer',
		errors: {
			name: 'Choisissez ou saisissez à qui est ce budget.',
			from: 'Dites à partir de quel jour.',
			amount: `Dites combien${NB}: plus que 0, et des crédits entiers.`,
			warn: 'Entrez un nombre entier de 1 à 99.',
			many: `Il y a déjà 500 budgets${NB}; supprimez-en un d’abord.`
		}
	},

	notify: {
		heading: 'Alertes',
		text: `L’application dit quand 50, 80, 90 et 100${NB}% d’un budget sont atteints, quand le rythme le dépasserait, et quand la prévision le dit. Chaque alerte est donnée une fois par mois.`,
		noServer: `Il n’y a pas de serveur${NB}: les alertes viennent quand l’application est ouverte. Pour des rappels sans elle, ajoutez les dates à votre calendrier.`,
		ask: 'M’avertir sur cet appareil',
		on: 'Les notifications sont activées sur cet appareil.',
		off: 'Désactiver les notifications',
		refused:
			'Ce navigateur ne permet pas les notifications pour cette page. Les alertes restent dans l’application.',
		missing: 'Ce navigateur ne connaît pas les notifications. Les alertes restent dans l’application.'
	},

	alerts: {
		used: (budget, who) => `Le budget de ${budget}${who} est épuisé`,
		reached: (percent, budget, who) => `${percent} du budget de ${budget}${who} est atteint`,
		forecast: (budget, who) => `Le budget de ${budget}${who} sera probablement dépassé`,
		forecastMay: (budget, who) => `Le budget de ${budget}${who} pourrait être dépassé`,
		pace: (budget, who) => `Au rythme actuel, le budget de ${budget}${who} est dépassé`,
		who: (name) => ` pour ${name}`,
		at: (day, chance) => `Il est atteint en entier vers le ${day}${NB}; ${chance}.`,
		chance: (chance) => `Cela arrive dans ${chance}.`,
		end: (amount) => `Le mois finirait à ${amount}.`,
		soFar: (amount) => `${amount} jusqu’ici.`,
		look: 'Voir le budget',
		dismiss: 'Plus ce mois-ci'
	},

	calendarFile: {
		name: 'Dates de Drawdown',
		saved: (n) => (n === 1 ? 'Une date est enregistrée' : `${n} dates sont enregistrées`),
		nothing: 'Il n’y a encore aucune date à enregistrer.',
		help: `Le fichier contient les dates attendues à présent. Importé de nouveau plus tard, il les déplace${NB}; une date qui n’est plus attendue reste jusqu’à ce que vous la supprimiez.`,
		budget: (percent, budget, who) => `${percent} du budget de ${budget}${who} utilisé (attendu)`,
		plan: (percent, tier) => `${percent} de ${tier} crédits utilisés (attendu)`,
		runOut: (tier) => `${tier} crédits épuisés (attendu)`,
		runOutKnown: (tier) => `${tier} crédits épuisés`,
		early: (tier) => `${tier} crédits${NB}: 1 sur 10 sont épuisés à cette date`,
		renewal: 'Renouvellement des crédits',
		middle: (chance) =>
			`Le milieu de la prévision${NB}: la moitié des trajectoires y est plus tôt, l’autre plus tard ou pas du tout. Avant le renouvellement${NB}: ${chance}.`,
		tenth: (chance) =>
			`Dans 1 trajectoire sur 10 de la prévision les crédits sont épuisés ce jour-là. Avant le renouvellement${NB}: ${chance}.`,
		knownText: 'Connu par l’utilisation.',
		renewalText: `Un nouveau cycle de facturation commence${NB}; les crédits inutilisés expirent.`,
		made: (instant, zone) =>
			`D’après l’utilisation connue jusqu’au ${instant}, ${zone}. Une prévision, pas une promesse${NB}: importez de nouveau le fichier pour des dates plus récentes.`
	}
};

export default fr;

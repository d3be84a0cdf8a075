import type en from './overview.en';

const NB = '\u00a0';
const NUMBERS = [
	'',
	'la veille',
	'deux jours avant',
	'trois jours avant',
	'quatre jours avant',
	'cinq jours avant',
	'six jours avant',
	'sept jours avant',
	'huit jours avant',
	'neuf jours avant',
	'dix jours avant'
];

export default {
	pageTitle: 'Aperçu',
	waiting: 'Calcul de la date d’épuisement des crédits',
	unanswered: {
		title: 'Pas de chiffres pour l’instant',
		text: 'Ce que vous avez importé et saisi est toujours là. Les chiffres reviendront dès que ce qui y fait obstacle sera corrigé.'
	},
	comparePlans: 'Comparer les forfaits',
	choosePlan: 'Choisir votre forfait',
	report: 'Rapport',
	downloadReport: 'Télécharger le rapport',
	pictureFailed: 'L’image n’a pas pu être tracée. Le tableau ci-dessous donne les mêmes chiffres.',

	stopped: {
		title: (from: string, to: string) => `Les agents étaient-ils arrêtés du ${from} au ${to}${NB}?`,
		text: 'L’utilisation a cessé à moins d’une interaction des crédits du forfait, et rien n’est venu jusqu’au renouvellement. S’ils étaient arrêtés, ces jours sont inconnus, et non calmes, et la prévision n’en apprend rien.',
		yes: 'Ils étaient arrêtés',
		no: 'Non'
	},

	title: {
		sure: (tier: string, day: string, range: string) =>
			`${tier} crédits seront épuisés vers le ${day} (8 sur 10${NB}: ${range})`,
		probable: (tier: string, day: string) => `${tier} crédits seront probablement épuisés vers le ${day}`,
		before: (days: number, text: string) =>
			days === 1
				? ', la veille du renouvellement'
				: `, ${NUMBERS[days] ?? `${text} jours avant`} le renouvellement`,
		even: (tier: string) => `${tier} crédits suffiront ou non${NB}: une chance sur deux`,
		unlikely: (tier: string, n: string) =>
			`${tier} crédits suffiront probablement jusqu’au renouvellement; ${n} que non`,
		lasts: (tier: string) => `${tier} crédits suffisent jusqu’au renouvellement`,
		pace: (tier: string, day: string) => `Au rythme simple, ${tier} crédits seront épuisés vers le ${day}`,
		paceLasts: (tier: string) => `Au rythme simple, ${tier} crédits suffisent jusqu’au renouvellement`,
		ranOut: (tier: string, day: string, time: string) =>
			`${tier} crédits ont été épuisés le ${day} à ${time}`,
		ranOutDay: (tier: string, day: string) => `${tier} crédits ont été épuisés le ${day}`,
		pastRanOut: (cycle: string, used: string, tier: string, instant: string) =>
			`${cycle}${NB}: ${used} crédits utilisés; ${tier} épuisés le ${instant}`,
		pastLasted: (cycle: string, used: string, tier: string) =>
			`${cycle}${NB}: ${used} crédits utilisés; ${tier} ont suffi`,
		noTierLasts: (tier: string) => `${tier} crédits ou plus suffisent jusqu’au renouvellement`,
		noTierNone: 'Aucun forfait ne suffit jusqu’au renouvellement',
		noTierPaceLasts: (tier: string) =>
			`Au rythme simple, ${tier} crédits ou plus suffisent jusqu’au renouvellement`,
		noTierPaceNone: 'Au rythme simple, aucun forfait ne suffit jusqu’au renouvellement',
		noTierPast: (cycle: string, used: string, tier: string) =>
			`${cycle}${NB}: ${used} crédits utilisés; ${tier} ou plus auraient suffi`,
		noTierPastNone: (cycle: string, used: string) =>
			`${cycle}${NB}: ${used} crédits utilisés; aucun forfait n’aurait suffi`
	},

	lead: {
		chance: {
			off: (chance: string, end: string) => `Il y a **${chance}** que les agents s’arrêtent avant le ${end}`,
			on: (chance: string, end: string) => `Il y a **${chance}** que le dépassement commence avant le ${end}`
		},
		certain: {
			off: (end: string) =>
				`Les agents s’arrêtent avant le ${end} dans **tous les scénarios** de la prévision`,
			on: (end: string) =>
				`Le dépassement commence avant le ${end} dans **tous les scénarios** de la prévision`
		},
		oneInTen: {
			off: (day: string) => `, et 1 sur 10 que ce soit avant le **${day}**`,
			on: (day: string) => `, et 1 sur 10 que ce soit avant le **${day}**`
		},
		certainOneInTen: (day: string) => `, dans 1 sur 10 avant le **${day}**`,
		around: (day: string) => `, le plus probablement vers le ${day}`,
		ifAny: (day: string) => `S’ils s’épuisent, ce sera le plus probablement vers le **${day}**.`,
		oneInTenAlone: (day: string) => `1 chance sur 10 que ce soit avant le **${day}**.`,
		small: (chance: string, end: string) => `Il y a ${chance} qu’ils s’épuisent avant le ${end}.`,
		monthEnd: (credits: string, low: string, high: string) =>
			`D’ici là, **${credits}** auront été utilisés (8 sur 10${NB}: de ${low} à ${high}).`,
		capped: (cap: string) => `Les agents s’arrêtent quand le dépassement atteint ${cap} crédits.`,
		pace: (days: string, from: string, end: string) =>
			`C’est la ligne droite jusqu’à **${end}** à la fin du cycle. ${days} jusqu’ici; les chances apparaîtront à partir du ${from}.`,
		knownDays: (n: number, text: string) => (n <= 1 ? `${text} jour est connu` : `${text} jours sont connus`),
		ranOutOff: (credits: string, interactions: string, renewal: string) =>
			`Depuis, **${credits} crédits** en ${interactions} clavardages et appels sont restés sans réponse. Le forfait se renouvelle le ${renewal}.`,
		ranOutNone: (renewal: string) => `Rien n’est arrivé depuis. Le forfait se renouvelle le ${renewal}.`,
		ranOutOn: (credits: string, renewal: string) =>
			`Depuis, **${credits} crédits** ont été servis en dépassement. Le forfait se renouvelle le ${renewal}.`,
		capReached: (cap: string, instant: string) =>
			`Le dépassement a atteint sa limite de ${cap} crédits le ${instant}, et les agents se sont arrêtés.`,
		pastUnserved: (credits: string, interactions: string) =>
			`**${credits} crédits** en ${interactions} clavardages et appels sont venus ensuite et sont restés sans réponse.`,
		pastOverage: (credits: string) => `**${credits} crédits** de plus ont été servis en dépassement.`,
		pastOverageCost: (credits: string, amount: string) =>
			`**${credits} crédits** de plus ont été servis en dépassement, pour **${amount}**.`,
		pastLeft: (credits: string) => `**${credits} crédits** restaient et ont expiré.`,
		noTier: (tier: string) =>
			`${tier} crédits ou moins s’épuisent avant. Choisissez votre forfait dans les Réglages pour voir sa propre réponse.`,
		noTierAll: 'Choisissez votre forfait dans les Réglages pour voir sa propre réponse.',
		expected: (credits: string) => `Le cycle se dirige vers **${credits} crédits**.`
	},

	notes: {
		ended: (day: string) => `Les données s’arrêtent au ${day}.`,
		stale: (days: string) => `Les données datent d’il y a ${days} jours.`,
		readings: `D’après les relevés seuls${NB}: on ne sait pas quels appels et clavardages ont utilisé les crédits.`,
		assumed: 'D’après des hypothèses, non d’après l’utilisation.',
		byDay: (day: string) =>
			`Les jours avant le ${day} sont conservés en sommes par jour${NB}: l’épuisement est connu au jour près.`,
		contradicted: `Des interactions ont été enregistrées à des moments où ce contrat aurait arrêté les agents${NB}: ce n’était donc pas celui en vigueur.`,
		checkContract: 'Vérifier le contrat'
	},

	stats: {
		heading: 'En chiffres',
		used: 'Utilisé à ce jour',
		usedPast: 'Utilisé',
		ofPlan: (share: string) => `${share} du forfait`,
		ofCycle: (share: string) => `${share} du cycle`,
		interactions: (n: string) => `${n} clavardages et appels`,
		monthEnd: 'Fin du mois, sans arrêt',
		eightInTen: (low: string, high: string) => `8 sur 10${NB}: entre ${low} et ${high}`,
		atPace: 'au rythme simple',
		off: 'Sans dépassement',
		on: 'Avec dépassement',
		onAt: (price: string) => `Avec dépassement, à ${price} le crédit`,
		unserved: (n: string) => `${n} sans réponse`,
		nothingUnserved: 'tout est servi',
		nothingMore: 'rien de plus',
		chatsAndCalls: (more: string) => `clavardages et appels; 1 sur 10${NB}: plus de ${more}`,
		creditsUnserved: (n: string) => `${n} crédits sans réponse`,
		creditsOf: (n: string) => `${n} crédits`,
		oneInTen: (more: string) => `1 sur 10${NB}: plus de ${more}`,
		more: (amount: string) => `${amount} de plus`,
		creditsOver: (n: string) => `${n} crédits de plus`,
		noPrice: 'prix du dépassement à entrer',
		inChatsAndCalls: (n: string) => `en ${n} clavardages et appels`
	},

	table: {
		heading: 'Quand chaque forfait s’épuiserait',
		headingPast: 'Quand chaque forfait s’est épuisé',
		lead: `La même prévision en chiffres. Manque${NB}: sans réponse, ou en dépassement s’il est permis.`,
		leadPace: `La ligne droite en chiffres. Manque${NB}: sans réponse, ou en dépassement s’il est permis.`,
		leadPast: `D’après le grand livre du cycle. Manque${NB}: sans réponse, ou en dépassement s’il est permis.`,
		plan: 'Forfait',
		runsOut: 'Épuisement',
		ranOut: 'Épuisé',
		atPace: 'À ce rythme',
		eightInTen: '8 sur 10',
		chance: 'Chances,\nsur 100',
		average: 'Manque,\nmoyenne',
		tail: 'Manque,\n1 sur 10\ndépasse',
		short: 'Manque, crédits',
		unserved: 'Clavardages et appels\nsans réponse',
		known: 'connu',
		lasts: 'suffit',
		lasted: 'a suffi',
		probablyLasts: 'suffit probablement',
		evenOdds: 'une chance sur deux',
		range: (from: string, to: string) => `${from} – ${to}`,
		notAtAll: (from: string) => `${from} – pas du tout`,
		show: (tier: string) => `Montrer ${tier}`
	}
} satisfies typeof en;

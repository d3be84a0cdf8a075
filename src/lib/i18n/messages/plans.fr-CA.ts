import type en from './plans.en';

const NB = '\u00a0';

export default {
	pageTitle: 'Forfaits',
	waiting: 'Comparaison des forfaits',
	empty: 'Importez un fichier d’utilisation ou entrez des relevés pour comparer les forfaits.',
	start: 'Aller au début',
	list: (items: readonly string[]) =>
		items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1) ?? ''}`,

	title: {
		on: (tier: string, amount: string) =>
			`Si rien ne doit s’arrêter, ${tier} avec dépassement coûte le moins${NB}: ${amount} ce mois-ci`,
		upgrade: (tier: string, amount: string) =>
			`Si le forfait suivant est acheté à la fin des crédits, commencer par ${tier} coûte le moins${NB}: ${amount} ce mois-ci`,
		capped: (tier: string, cap: string, amount: string) =>
			`Si les agents ne doivent pas s’arrêter, ${tier} avec un dépassement d’au plus ${cap} coûte le moins${NB}: ${amount} ce mois-ci`,
		off: (tier: string, amount: string) =>
			`Si les agents ne doivent pas s’arrêter, ${tier} est le forfait le moins cher sans dépassement${NB}: ${amount} ce mois-ci`,
		lasts: (tier: string) => `${tier} crédits ou plus suffisent jusqu’au renouvellement`,
		cappedLasts: (tier: string, cap: string) =>
			`Avec un dépassement d’au plus ${cap}, ${tier} crédits ou plus suffisent jusqu’au renouvellement`,
		paceLasts: (tier: string) =>
			`Au rythme simple, ${tier} crédits ou plus suffisent jusqu’au renouvellement`,
		none: (tier: string) => `Aucun forfait ne suffit jusqu’au renouvellement; ${tier} s’en approche le plus`,
		paceNone: (tier: string) =>
			`Au rythme simple, aucun forfait ne suffit jusqu’au renouvellement; ${tier} s’en approche le plus`,
		pastOn: (cycle: string, tier: string, amount: string) =>
			`${cycle}${NB}: ${tier} avec dépassement aurait coûté le moins, ${amount}`,
		pastCapped: (cycle: string, tier: string, cap: string, amount: string) =>
			`${cycle}${NB}: ${tier} avec un dépassement d’au plus ${cap} aurait coûté le moins, ${amount}`,
		pastOff: (cycle: string, tier: string, amount: string) =>
			`${cycle}${NB}: ${tier} aurait coûté le moins sans arrêt, ${amount}`,
		pastLasts: (cycle: string, tier: string) => `${cycle}${NB}: ${tier} crédits ou plus auraient suffi`,
		pastNone: (cycle: string) => `${cycle}${NB}: aucun forfait n’aurait suffi`
	},

	lead: {
		less: (amount: string, tier: string) => `**${amount} de moins** que ${tier}`,
		same: (tier: string) => `autant que ${tier}`,
		onAverage: (parts: string) => `C’est ${parts}, en moyenne.`,
		exactly: (parts: string) => `C’est ${parts}.`,
		needPrices: 'Entrez les prix des forfaits pour comparer les coûts.',
		own: (tier: string, chance: string, end: string) =>
			`${tier} crédits${NB}: **${chance}** qu’ils s’épuisent avant le ${end}.`,
		certainOwn: (tier: string, end: string) =>
			`${tier} crédits s’épuisent avant le ${end} dans **tous les scénarios** de la prévision.`,
		ranOut: (tier: string, instant: string) => `${tier} crédits ont été épuisés le **${instant}**.`,
		lasted: (tier: string) => `${tier} crédits ont suffi.`
	},

	when: `À la fin des crédits${NB}:`,
	write: 'Rédiger une proposition',
	budget: 'Fixer un budget',
	policies: { off: 'Arrêt', on: 'Dépassement', capped: 'Plafonné', upgrade: 'Passage' },

	curve: {
		heading: 'Ce que coûte un mois avec chaque forfait, selon l’utilisation',
		demand: 'Crédits utilisés dans un mois',
		cheapest: 'Coûte le moins de – à',
		fromTo: (from: string, to: string) => `${from} – ${to}`,
		summary: (bands: string) => `Coûte le moins${NB}: ${bands}.`,
		band: (plan: string, from: string, to: string) => `${plan} de ${from} à ${to} crédits`,
		note: 'Bande et trait fort : le forfait qui coûte le moins à chaque niveau d’utilisation. Cercles : où le forfait suivant devient avantageux.',
		noteForecast: (low: string, high: string) =>
			`Bande et trait fort${NB}: le forfait qui coûte le moins à chaque niveau d’utilisation. Cercles${NB}: où le forfait suivant devient avantageux. Barres${NB}: comment ce mois peut finir; 8 sur 10 entre ${low} et ${high}.`,
		at: (demand: string, costs: string) => `À ${demand} crédits${NB}: ${costs}.`,
		costs: (plan: string, amount: string) => `${plan} ${amount}`,
		stopping: (plans: string) => `Les agents s’arrêtent avec ${plans}.`,
		allStop: 'les agents s’arrêtent avec chaque forfait dont le prix est connu'
	},

	schedule: {
		hold: (plans: string) => `Douze mois${NB}: prendre ${plans}`,
		none: `Douze mois${NB}: aucun forfait ne répond à votre souhait`,
		throughout: (tier: string) => `${tier} tout du long`,
		until: (tier: string, cycle: string) => `${tier} jusqu’à ${cycle}`,
		then: ', puis ',
		cost: (amount: string, wish: string) => `Cela coûte **${amount}** en moyenne sur douze cycles, ${wish}.`,
		wishes: {
			mean: 'le moins de tous les choix',
			tail: 'et dans chaque cycle, 1 scénario sur 10 coûte le moins possible',
			regret: 'et s’écarte le moins de ce qui aurait été le mieux après coup',
			never: 'le moins de ceux qui ne s’arrêtent dans aucun scénario'
		},
		reasons: {
			mean: '',
			tail: 'pour des mois chers qui le sont moins',
			regret: 'pour moins de regrets',
			never: 'pour des agents qui ne s’arrêtent pas'
		},
		saves: (amount: string, tier: string) => `C’est **${amount} de moins** que ${tier} tout du long.`,
		costsMore: (amount: string, tier: string, why: string) =>
			`C’est **${amount} de plus** que ${tier} tout du long, ${why}.`,
		same: (tier: string) => `C’est autant que ${tier} tout du long.`,
		stops: (chance: string) =>
			`Dans aucun cycle les agents ne s’arrêtent dans plus de **${chance}** scénarios.`,
		neverStops: 'Les agents ne s’arrêtent dans presque aucun scénario.',
		bare: 'Sans prix, ce sont les plus petits forfaits qui suffisent aussi souvent que vous le voulez. Entrez les prix des forfaits pour comparer les coûts.',
		more: (percent: string, tier: string) =>
			`Avec **${percent} de plus** d’utilisation, ${tier} serait le mieux à présent.`,
		less: (percent: string, tier: string) =>
			`Avec **${percent} de moins** d’utilisation, ${tier} serait le mieux à présent.`,
		steady: 'Ni moitié moins ni deux fois plus d’utilisation ne changerait ce qui est le mieux à présent.',
		noneAllowed:
			'Les agents s’arrêtent trop souvent avec chaque forfait, ou des prix manquent. Permettez plus d’arrêts, ou le dépassement.',
		noneLasts:
			'Les agents s’arrêtent trop souvent avec chaque forfait. Permettez plus d’arrêts, ou un forfait plus grand dans la grille.',
		want: 'Ce qui compte le plus',
		wishNames: {
			mean: 'Moyenne la plus basse',
			tail: '1 sur 10 le plus bas',
			regret: 'Moins de regret',
			never: 'Aucun arrêt'
		},
		tolerance: 'Les agents peuvent s’arrêter',
		toleranceUnit: 'mois sur 100',
		picture: 'Les douze prochains cycles, et le forfait de chacun',
		note: `Barres${NB}: le milieu de ce qui vient; le trait${NB}: 8 sur 10. Palier${NB}: le forfait le meilleur pour chaque cycle, tous pesés ensemble; pendant le mandat il ne descend pas.`
	},

	cap: {
		heading: 'Où fixer le plafond de dépassement',
		lead: (tier: string) => `Avec ${tier} crédits, pour ce mois.`,
		risk: 'Les agents peuvent s’arrêter',
		riskUnit: 'mois sur 100',
		budget: 'Budget du mois',
		forRisk: (cap: string, cost: string) =>
			`Un plafond de **${cap} crédits** suffit; le mois coûte alors **au plus ${cost}**.`,
		noCap: 'Aucun dépassement n’est nécessaire : le forfait seul suffit aussi souvent.',
		forBudget: (cap: string, chance: string) =>
			`Le budget permet un plafond de **${cap} crédits**; les agents s’arrêtent alors dans **${chance}** scénarios.`,
		tooSmall: 'Le forfait seul coûte plus que cela.',
		use: (cap: string) => `Plafonner à ${cap}`,
		used: (cap: string) => `Le dépassement est plafonné à ${cap} crédits`
	},

	odd: {
		dominated: (tier: string, by: string) =>
			`${tier} ne coûte pas moins que ${by}, qui contient plus${NB}: vérifiez son prix.`,
		stack: (tier: string, parts: string, amount: string) =>
			`${parts} côte à côte contiennent autant que ${tier} et coûtent ${amount} de moins, si le fournisseur les vend ainsi.`,
		plan: (count: number, tier: string) => (count === 1 ? tier : `${count} × ${tier}`),
		together: 'Les réunir'
	},

	table: {
		heading: (cycle: string) => `Les forfaits en chiffres, ${cycle}`,
		plan: 'Forfait',
		price: 'Prix',
		overageCredits: 'Crédits de\ndépassement',
		overageCost: 'Coût du\ndépassement',
		total: 'Total',
		average: 'Total,\nmoyenne',
		tail: 'Total,\n1 sur 10 dépasse',
		endsOn: 'Finit sur,\nsur 100',
		ends: (tier: string, chance: string) => `${tier}${NB}: ${chance}`,
		upgrades: 'Forfaits\nachetés ensuite',
		barsMark: 'Prix, dépassement\net repère de 1 sur 10',
		barsUpgrade: 'Prix, passages\net repère de 1 sur 10',
		offStops: `Sans dépassement${NB}:\narrêts, sur 100`,
		unservedAverage: 'Sans réponse,\nmoyenne',
		runsOut: 'Épuisement',
		ranOut: 'Épuisé',
		atPace: 'À ce rythme',
		stops: 'Arrêts,\nsur 100',
		stopsAtCap: 'Plafond atteint, sur 100',
		stopped: 'Agents arrêtés',
		unservedCredits: 'Crédits\nsans réponse',
		unserved: 'Clavardages et appels\nsans réponse',
		unservedCountAverage: 'Clavardages et appels,\nmoyenne',
		unservedCreditsAverage: 'Crédits sans réponse,\nmoyenne',
		unservedTail: 'Clavardages et appels,\n1 sur 10 dépasse',
		short: 'Crédits en trop',
		recommended: 'Coûte le moins',
		noPrice: 'prix à entrer',
		untilRenewal: (instant: string) => `du ${instant} au renouvellement`,
		fromTo: (from: string, to: string) => `du ${from} au ${to}`
	},

	prices: {
		source: (price: string, currency: string) =>
			`Les prix sont vos entrées, ${price} le crédit de dépassement, avant taxes, en ${currency}.`,
		sourceNoOverage: (currency: string) => `Les prix sont vos entrées, avant taxes, en ${currency}.`,
		pastSource: (currency: string) => `Les prix sont vos entrées, taxes comprises, en ${currency}.`,
		missing: (what: string) => `Il manque ${what}.`,
		names: {
			tierPrice: 'les prix des forfaits',
			overagePrice: 'le prix du dépassement',
			extraAgentPrice: 'le prix d’un agent supplémentaire',
			oneOffFee: 'le montant de frais ponctuels',
			cardCurrency: 'des prix dans la devise du contrat'
		},
		foreign: (card: string, contract: string) =>
			`Les prix de la grille sont en ${card}, le contrat est en ${contract}. Entrez dans les Réglages une grille en ${contract} pour voir les coûts.`,
		enter: 'Entrer les prix',
		change: 'Modifier les prix',
		legend: 'Prix pour un mois',
		tier: (credits: string) => `${credits} crédits`,
		overage: 'Un crédit de dépassement',
		save: 'Enregistrer les prix',
		saved: 'Prix enregistrés',
		madeOf: (parts: string, price: string | null) => `${parts}${NB}: ${price ?? 'il manque un prix'}`
	},

	tiers: {
		add: 'Ajouter un forfait',
		credits: 'Crédits par mois',
		price: 'Prix par mois',
		addAction: 'Ajouter',
		same: (credits: string) =>
			`Un forfait de ${credits} crédits existe déjà${NB}: donnez un autre nombre, ou changez son prix ci-dessus.`,
		needed: 'Donnez les crédits du forfait, 1 ou plus.',
		added: (credits: string) => `Forfait de ${credits} ajouté`,
		together: 'Réunir des forfaits',
		lead: 'Tenus côte à côte, leurs crédits s’additionnent, et leurs prix aussi. Demandez au fournisseur s’il les vend ainsi.',
		pick: (credits: string) => `Ajouter ${credits} aux forfaits réunis`,
		pickFirst: 'Choisissez-en deux ou plus; le même peut l’être deux fois.',
		tooMany: 'Douze forfaits au plus.',
		sum: (parts: string, credits: string, price: string) =>
			`${parts} contiennent ${credits} crédits pour ${price}.`,
		sumUnpriced: (parts: string, credits: string) =>
			`${parts} contiennent ${credits} crédits; leur prix manque tant que chacun n’en a pas.`,
		inPlace: (credits: string) => `Ils prennent la place du forfait de ${credits}.`,
		inPlaceOf: (credits: string, price: string) =>
			`Ils prennent la place du forfait de ${credits}, qui coûte ${price}.`,
		togetherAction: 'Réunir',
		clear: 'Recommencer',
		joined: (parts: string) => `Réunis${NB}: ${parts}`,
		remove: (credits: string) => `Retirer le forfait de ${credits}`,
		removed: (credits: string) => `Forfait de ${credits} retiré`
	},

	refused: (days: string) =>
		`${days}; les chances et les coûts moyens apparaissent après 14 jours. D’ici là, le rythme simple.`
} satisfies typeof en;

import type en from './charts.en';

const NB = '\u00a0';

export default {
	showTable: 'Afficher en tableau',
	savePicture: (format: string, name: string) => `Enregistrer en ${format}${NB}: ${name}`,
	behind: {
		forecast: 'Sur quoi cela repose, et ce que valaient les prévisions passées',
		calls: 'Ces appels et clavardages, un à un'
	},
	showPicture: 'Afficher en image',
	runOut: {
		heading: (since: string) => `Crédits utilisés depuis le ${since}, et où ils vont`,
		headingPast: 'Crédits utilisés jour par jour, et quand chaque forfait s’est épuisé',
		headingPace: (days: string, needed: string) =>
			`Rythme simple seulement${NB}: ${days} jours connus sur ${needed}`,
		paceReason: (from: string) =>
			`Les chances apparaîtront à partir du ${from}. D’ici là, la ligne tiretée prolonge le début du cycle.`,
		known: (instant: string) => `Connu jusqu’au ${instant}`,
		forecast: 'Prévision',
		pace: 'rythme simple',
		renews: (day: string) => `Renouvellement ${day}`,
		ended: (day: string) => `Renouvelé ${day}`,
		used: (credits: string) => ({ figure: credits, rest: 'à ce jour' }),
		middle: 'scénario médian',
		half: 'la moitié des scénarios',
		eightInTen: '8 sur 10',
		overage: 'dépassement',
		unserved: 'sans réponse si les agents s’arrêtent',
		unservedPast: 'sans réponse',
		cap: 'limite de dépassement',
		unknown: 'agents arrêtés, demande inconnue',
		reached: (day: string) => `atteint ${day}`,
		range: 'Hauteur de l’image',
		fit: 'Ajuster',
		all: 'Tous les forfaits',
		own: (tier: string) => `${tier}, votre forfait`,
		viewed: (tier: string) => `${tier}, à l’examen`,
		ownShort: (tier: string) => `${tier}, le vôtre`,
		above: (tier: string) => `${tier} et plus`,
		status: {
			ranOut: 'épuisé',
			ranOutOn: (day: string) => `épuisé ${day}`,
			lasted: (many: boolean) => (many ? 'ont suffi' : 'a suffi'),
			certain: 'épuisement certain',
			chance: (chance: string) => `${chance.replace('chances ', '').replace('chance ', '')} avant la fin`,
			chanceShort: (day: string | null, chance: string) => {
				const short = chance.replace('chances ', '').replace('chance ', '');
				return day ? `${day}, ${short}` : short;
			},
			lasts: (many: boolean) => (many ? 'suffisent' : 'suffit'),
			last: 'suffit',
			pace: (day: string) => `${day} à ce rythme`,
			paceLasts: (many: boolean) => (many ? 'suffisent à ce rythme' : 'suffit à ce rythme')
		},
		lane: {
			title: (tier: string) => `Chances sur 100 que les ${tier} crédits finissent ce jour-là`,
			titleShort: (_tier: string) => 'Chances sur 100 que',
			remainder: (n: string) => `${n} sur 100 ne finissent pas avant le renouvellement`,
			all: 'tous finissent avant le renouvellement',
			remainderShort: (tier: string) => `${tier} finissent ce jour-là`,
			none: (tier: string) => `Les ${tier} crédits suffisent dans tous les scénarios`,
			reached: (tier: string, day: string) => `Les ${tier} crédits ont été épuisés ${day}`
		},
		events: (names) => `Sur l’axe${NB}: ${names}.`,
		phoneCaption: (known: string) => `Connu jusqu’au ${known}.`,
		phoneBands: `Bande foncée${NB}: la moitié des scénarios; pâle${NB}: 8 sur 10.`,
		phoneUnserved: `Hachuré${NB}: sans réponse si les agents s’arrêtent.`,
		phoneOverage: `Violet${NB}: dépassement.`,
		hint: 'Les flèches du clavier lisent jour par jour et changent de forfait.',
		reading: {
			known: (day: string, credits: string) => `${day}${NB}: ${credits} utilisés à la fin de la journée`,
			soFar: (day: string, credits: string) => `${day}${NB}: ${credits} utilisés à ce jour`,
			soFarAnd: (day: string, credits: string, end: string) =>
				`${day}${NB}: ${credits} utilisés à ce jour, ${end} à la fin de la journée`,
			expected: (day: string, credits: string) => `${day}${NB}: ${credits} à la fin de la journée`,
			range: (low: string, high: string) => ` (8 sur 10${NB}: de ${low} à ${high})`,
			pace: (day: string, credits: string) =>
				`${day}${NB}: ${credits} à la fin de la journée, au rythme simple`,
			chance: (chance: string, tier: string) => `; ${chance} que les ${tier} finissent ce jour-là`
		},
		summary: {
			used: (credits: string, day: string) => `${credits} utilisés au ${day}.`,
			chance: (tier: string, chance: string, end: string) =>
				`${tier} crédits${NB}: ${chance} qu’ils finissent avant le ${end}`,
			middle: (day: string) => `, au milieu le ${day}`,
			oneInTen: (day: string) => `, 1 sur 10 avant le ${day}`,
			reached: (tier: string, instant: string) => `Les ${tier} crédits ont été épuisés le ${instant}.`,
			lasted: (tier: string) => `Les ${tier} crédits ont suffi jusqu’au renouvellement.`,
			pace: (credits: string) => `Au rythme simple, ${credits} à la fin du cycle.`
		},
		table: {
			caption: 'Jour par jour',
			day: 'Jour',
			used: 'Utilisés en fin de journée',
			expected: 'Scénario médian',
			pace: 'Rythme simple',
			range: '8 sur 10',
			chance: (tier: string) => `${tier} épuisés, sur 100`,
			soFar: 'à ce jour',
			noChance: 'pas avant le renouvellement'
		}
	},
	days: {
		heading: 'Ce qui a utilisé les crédits',
		pale: `Jours pâles${NB}: le scénario médian de la prévision.`,
		byDay: 'Crédits par jour.',
		share: (percent: string, channel: 'voice' | 'chat') =>
			`${percent} des crédits sont allés ${channel === 'voice' ? 'à la voix' : 'au clavardage'}.`,
		series: {
			voiceStandard: 'Voix, standard',
			voicePremium: 'Voix, premium',
			chatStandard: 'Clavardage, standard',
			chatPremium: 'Clavardage, premium'
		},
		value: (percent: string, credits: string) => `${percent} · ${credits}`,
		total: 'Total',
		expected: 'Encore prévus',
		summary: (parts: string) => `Utilisé à ce jour${NB}: ${parts}.`,
		part: (name: string, credits: string, percent: string) => `${name} ${credits} (${percent})`
	}
} satisfies typeof en;

import type en from './anomalies.en';

const NB = '\u00a0';

type Factor = 'interactions' | 'size' | 'price';

export default {
	pageTitle: 'Anomalies',
	waiting: 'Recherche des jours inhabituels',
	everyone: 'Tout le monde',

	title: {
		none: (days: string) => `Rien d’inhabituel dans les ${days} derniers jours`,
		young: 'Trop peu de jours pour savoir ce qui est habituel',
		moved: (agents: boolean, name: string, by: string, cause: string) =>
			`${agents ? 'Un agent' : name} a avancé l’épuisement de ${by}${NB}: ${cause}`,
		drew: (credits: string, cause: string) => `${credits} crédits inhabituels${NB}: ${cause}`,
		expected: (count: number, text: string) =>
			count === 1
				? 'Rien d’autre d’inhabituel : un constat était attendu'
				: `Rien d’autre d’inhabituel${NB}: ${text} constats étaient attendus`
	},
	cause: {
		new: (name: string, since: string) => `${name} est nouveau depuis le ${since}`,
		interactions: (name: string, times: string, when: string) =>
			`${name} a pris ${times} plus d’appels et de clavardages que d’habitude ${when}`,
		size: (name: string, times: string, when: string) =>
			`les appels et clavardages de ${name} ont été ${times} plus longs que d’habitude ${when}`,
		price: (name: string, times: string, when: string) =>
			`les appels et clavardages de ${name} ont coûté ${times} plus que d’habitude pour leur durée ${when}`
	},
	on: (day: string) => `le ${day}`,
	from: (days: string) => `les ${days}`,
	times: (value: string) => `${value} fois`,
	also: (factors: readonly Factor[]) =>
		`Aussi inhabituel ces jours-là${NB}: ${factors
			.map((factor) => ({ interactions: 'le nombre', size: 'la durée', price: 'le prix' })[factor])
			.join(', ')}.`,

	lead: (days: string, agents: string, entities: string) =>
		`Les **${days} derniers jours entiers** de ${agents} et ${entities} ont été examinés, chacun à côté de ce que ses propres semaines disent habituel.`,
	agents: (count: number, text: string) => (count === 1 ? 'un agent' : `${text} agents`),
	entities: (count: number, text: string) => (count === 1 ? 'une entité' : `${text} entités`),
	sure: 'Une hausse n’est signalée que si le hasard seul n’en produirait une en 60 jours que dans un espace de travail sur dix. Les petites hausses, et celles d’agents dont les jours diffèrent beaucoup de toute façon, restent donc tues.',
	needed: (days: string) =>
		`Une habitude demande ${days} jours connus; importez un fichier antérieur, ou revenez quand il y en aura plus.`,

	credits: (credits: string) => `${credits} crédits de plus que prévu`,
	allNew: (credits: string) => `${credits} crédits depuis`,
	effect: {
		moved: (at: string, by: string, without: string) =>
			`Les crédits se sont épuisés le ${at}, ${by} plus tôt que sans cela (${without}).`,
		lasted: (at: string, end: string) =>
			`Les crédits se sont épuisés le ${at}; sans cela, ils auraient duré jusqu’au renouvellement du ${end}.`,
		days: (by: string) => `Cela avance l’épuisement d’environ ${by} d’utilisation habituelle.`,
		none: 'Aucun épuisement n’en a été avancé.'
	},
	days: (days: string, one: boolean) => (one ? `${days} jour` : `${days} jours`),
	hours: (hours: string, one: boolean) => (one ? `${hours} heure` : `${hours} heures`),

	expectedButton: 'C’était attendu',
	expectedFor: (what: string) => `C’était attendu${NB}: ${what}`,
	hidden: 'Masqué dans ce navigateur.',
	undo: 'Annuler',
	rows: 'Voir les appels et clavardages de ces jours',
	showAll: (count: number, text: string) =>
		count === 1 ? 'Montrer celui qui était attendu' : `Montrer les ${text} qui étaient attendus`,

	picture: {
		interactions: (name: string) => `Appels et clavardages de ${name} par jour`,
		size: (name: string) => `Crédits par appel ou clavardage de ${name}, au tarif standard`,
		price: (name: string) => `Prix de ce que ${name} a pris, en multiples du tarif standard`,
		summary: (most: string, usual: string) =>
			`Jusqu’à ${most} ces jours-là, où environ ${usual} est habituel.`,
		summaryNew: (most: string) => `Rien avant; jusqu’à ${most} par jour depuis.`,
		band: '8 jours sur 10 sont dans la bande'
	},
	table: {
		label: 'Tous les constats',
		who: 'Qui',
		days: 'Jours',
		cause: 'Cause',
		times: 'Fois l’habituel',
		credits: 'Crédits de plus que prévu',
		effect: 'Épuisement avancé de',
		day: 'Jour',
		actual: 'Constaté',
		usual: 'Habituel',
		range: '8 sur 10',
		causes: {
			interactions: 'plus d’appels et de clavardages',
			size: 'plus longs',
			price: 'plus de premium',
			new: 'nouveau'
		}
	}
} satisfies typeof en;

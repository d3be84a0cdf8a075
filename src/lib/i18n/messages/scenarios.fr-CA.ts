// French sets no-break spaces before : ; ? % and inside guillemets.
/* eslint no-irregular-whitespace: ["error", { "skipStrings": true, "skipTemplates": true }] */
import type en from './scenarios.en';

const NB = '\u00a0';

export default {
	waiting: 'Comparaison des scénarios',
	empty: 'Qu’est-ce qui change si… ?',
	emptyText:
		'Enregistrez une combinaison ou un forfait pour le comparer ici. Votre utilisation reste ce qu’elle est; chaque scénario dit ce qui serait différent.',
	nothing:
		'Il n’y a encore rien à comparer : importez un fichier, entrez des relevés ou planifiez sans données.',
	start: 'Aller au début',
	choose: 'Choisissez les scénarios à comparer',

	title: {
		needs: (name: string, plans: string, amount: string, more: boolean) =>
			`${name} demande ${plans}${NB}: ${amount} de ${more ? 'plus' : 'moins'} sur douze mois`,
		needsSame: (name: string, plans: string) => `${name} demande ${plans}, pour le même prix`,
		keeps: (name: string, plans: string) => `${name}${NB}: ${plans} reste le meilleur choix`,
		needsBare: (name: string, plans: string) => `${name} demande ${plans}`,
		needsNone: (name: string) => `${name} dépasse tout ce que permettent les forfaits`,
		costs: (name: string, amount: string, more: boolean) =>
			`${name} coûte ${amount} de ${more ? 'plus' : 'moins'} sur douze mois`,
		costsSame: (name: string) => `${name} coûte autant sur douze mois`,
		stops: (name: string, chance: string) => `${name}${NB}: les agents s’arrêtent ce mois-ci, ${chance}`,
		stopsNot: (name: string) => `${name}${NB}: les agents ne s’arrêtent pas ce mois-ci`,
		refused: (name: string) => `${name}${NB}: trop peu de jours sont connus pour des chances`,
		noPlan: (name: string) => `${name}${NB}: choisissez un forfait pour voir ce qu’il ferait`
	},
	lead: {
		stops: (months: string, plan: string, own: string) =>
			`Avec ${plan}, les agents seraient arrêtés **${months}** mois sur douze en moyenne; tel quel, ${own}.`,
		same: (plan: string) => `Tel quel, ${plan} serait le meilleur choix.`,
		prices: 'Entrez les prix des forfaits à l’écran Forfaits pour comparer aussi les coûts.'
	},

	add: 'Nouveau scénario',
	most: (count: string) =>
		`${count} scénarios sont le plus qui puisse être gardé. Supprimez-en un pour en faire un autre.`,
	list: {
		heading: 'Vos scénarios',
		compare: (name: string) => `Comparer ${name}`,
		full: 'Cinq sont comparés à la fois. Décochez-en un pour en choisir un autre.',
		edit: 'Modifier',
		duplicate: 'Dupliquer',
		remove: 'Supprimer',
		of: (action: string, name: string) => `${action}${NB}: ${name}`,
		copy: (name: string) => `${name} (copie)`,
		unchanged: 'Rien n’est changé.'
	},
	saved: (name: string) => `«${NB}${name}${NB}» est enregistré comme scénario`,
	removed: (name: string) => `«${NB}${name}${NB}» est supprimé`,
	compare: 'Comparer',
	saveAs: 'Enregistrer comme scénario',

	dialog: {
		newTitle: 'Faire un scénario',
		editTitle: 'Modifier le scénario',
		name: 'Nom',
		nameNeeded: 'Donnez-lui un nom, ou changez quelque chose.',
		voice: 'Voix',
		chat: 'Clavardage',
		unit: '% d’utilisation',
		usageHelp: '20 est un cinquième de plus, −20 un cinquième de moins. Vide : aucun changement.',
		from: 'À partir du',
		growth: 'Croissance',
		growthUnit: '% par mois',
		growthHelp: 'Vide : comme dans l’espace de travail.',
		plan: 'Forfait',
		policy: 'À la fin des crédits',
		asIs: 'Tel quel',
		cap: 'Plafond du dépassement',
		capUnit: 'crédits',
		capNeeded: 'Dites à combien de crédits de dépassement les agents s’arrêtent.',
		assumed: 'Il prévoit sur son propre mois moyen, et non sur votre utilisation.',
		kept: (events: string) => `Aussi${NB}: ${events}`,
		save: 'Enregistrer le scénario'
	},

	changes: {
		usage: (percent: string, channel: string, from: string) => `${percent} ${channel} dès le ${from}`,
		channels: { voice: 'de voix', chat: 'de clavardage' },
		event: { voice: 'Voix', chat: 'Clavardage' },
		growth: (percent: string) => `${percent} par mois`,
		plan: (tier: string) => `forfait ${tier}`,
		policies: {
			off: 'arrêt',
			on: 'dépassement',
			capped: 'dépassement plafonné',
			upgrade: 'passage à l’épuisement'
		},
		cap: (credits: string) => `plafond de ${credits}`,
		mix: (volumes: string) => `un mois de ${volumes}`,
		volumes: (minutes: string, messages: string) => `${minutes} minutes et ${messages} messages`
	},

	table: {
		heading: 'Côte à côte',
		scenario: 'Scénario',
		asIs: 'Tel quel',
		assumed: 'Ce qui diffère',
		nothing: 'Rien : tous reposent sur la même base.',
		basis: 'Base',
		usage: (day: string) => `utilisation jusqu’au ${day}`,
		readings: (day: string) => `relevés jusqu’au ${day}`,
		average: (credits: string, volumes: string) =>
			`environ ${credits} crédits dans un mois moyen${NB}: ${volumes}`,
		events: 'Utilisation',
		growth: 'Croissance',
		none: 'aucune',
		plan: 'Forfait',
		noPlan: 'aucun choisi',
		policy: 'À la fin des crédits',
		month: (cycle: string) => `Ce qui en résulte${NB}: ${cycle}`,
		firstMonth: 'Ce qui en résulte le premier mois',
		cycle: 'Mois',
		monthEnd: 'Crédits en fin de mois, 8 fois sur 10',
		runsOut: 'Épuisés avant le renouvellement',
		runOutAt: 'Date médiane',
		stops: 'Agents arrêtés',
		cost: 'Coût moyen',
		tail: 'Coût, 1 fois sur 10 au-dessus',
		year: 'Et sur douze mois',
		credits: (cycle: string) => `Crédits, ${cycle}, 8 fois sur 10`,
		yearCost: 'Coût moyen avec ce forfait',
		yearTail: 'Coût avec ce forfait, 1 fois sur 10 au-dessus',
		yearStops: 'Mois avec arrêt, moyenne',
		best: 'Meilleur forfait',
		bestCost: 'Coût moyen du meilleur forfait',
		range: (low: string, high: string) => `${low} – ${high}`,
		notBefore: 'pas avant le renouvellement',
		missing: 'Un prix ou un forfait manque, ou trop peu de jours sont connus.',
		same: 'identique',
		more: (amount: string) => `${amount} de plus`,
		less: (amount: string) => `${amount} de moins`,
		of100: (n: string) => `${n} sur 100`,
		earlier: (days: number) => (days === 1 ? '1 jour plus tôt' : `${days} jours plus tôt`),
		later: (days: number) => (days === 1 ? '1 jour plus tard' : `${days} jours plus tard`)
	},
	why: 'Quel forfait est le meilleur, et pourquoi',

	picture: {
		heading: (cycle: string) => `Crédits utilisés${NB}: ${cycle}`,
		month: 'Mois',
		summary: (parts: string) => `8 fois sur 10${NB}: ${parts}.`,
		part: (name: string, low: string, high: string) => `${name}, de ${low} à ${high}`,
		partPlan: (name: string, low: string, high: string, plan: string) =>
			`${name}, de ${low} à ${high}, forfait ${plan}`,
		note: 'Barre : 8 mois sur 10 y finissent; la ligne en elle est le milieu. Marque verticale : le forfait. Le tableau a les mêmes chiffres.',
		unknown: 'non prévu pour ce mois'
	}
} satisfies typeof en;

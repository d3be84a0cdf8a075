import type en from './mix.en';

const NB = '\u00a0';
/** French counts 0, 1 and 1,5 in the singular. */
const one = (n: string) => /^[01](,\d+)?$/.test(n);
const minutes = (n: string) => `${n} ${one(n) ? 'minute' : 'minutes'}`;
const messages = (n: string) => `${n} ${one(n) ? 'message' : 'messages'}`;

export default {
	waiting: 'Calcul de la combinaison',

	title: {
		beyond: (credits: string, more: string) =>
			`Cette combinaison exige ${credits} crédits${NB}: ${more} de plus que le forfait`,
		fits: (credits: string, tier: string, spare: string) =>
			`Cette combinaison exige ${credits} crédits${NB}: ${tier} suffisent, il en reste ${spare}`,
		exact: (credits: string) => `Cette combinaison exige ${credits} crédits${NB}: exactement le forfait`,
		plan: (credits: string, tier: string, spare: string) =>
			`Cette combinaison exige ${credits} crédits${NB}: le forfait ${tier}, il en reste ${spare}`,
		planExact: (credits: string, tier: string) =>
			`Cette combinaison exige ${credits} crédits${NB}: exactement le forfait ${tier}`,
		largest: (credits: string, tier: string) =>
			`Cette combinaison exige ${credits} crédits${NB}: plus que ${tier}, le plus grand forfait`,
		noPlans: (credits: string) => `Cette combinaison exige ${credits} crédits`
	},

	lead: {
		minute: (n: string) => `Une minute d’appel coûte ici autant que **${messages(n)}**.`,
		needs: (tier: string) => `Il faudrait le forfait **${tier}**.`,
		none: 'Aucun forfait de la grille ne suffit.',
		move: 'Déplacez le point ou entrez des valeurs, tout suit.'
	},

	source: {
		past: (cycle: string) =>
			`Au départ, ${cycle} tel qu’il a été${NB}: les crédits divisés par les tarifs de la grille.`,
		forecast: `Au départ, ce mois-ci selon la prévision${NB}: sa fin médiane, répartie comme l’utilisation connue, aux tarifs de la grille.`,
		pace: 'Au départ, ce mois-ci au rythme simple, réparti comme l’utilisation connue, aux tarifs de la grille.',
		known: `Au départ, ce qui est connu de ce mois-ci${NB}: les crédits divisés par les tarifs de la grille.`,
		readings:
			'Au départ, les crédits de ce mois-ci; les relevés ne disent rien des canaux, la répartition est celle d’un exemple (supposée).',
		assumed: 'Le point de départ est un mois moyen tel que supposé.',
		preset: 'Au départ, un exemple pour ce type d’entreprise; les quatre valeurs sont supposées.'
	},

	plan: 'Planifier avec cette combinaison',
	assume: 'Changer les hypothèses',
	planned: 'La planification repose sur cette combinaison',

	resetShort: 'Revenir',
	reset: 'Revenir à ce mois-ci',
	resetTo: (cycle: string) => `Revenir à ${cycle}`,
	resetPreset: 'Revenir à l’exemple',

	preset: {
		label: 'Type d’entreprise',
		clinic: 'Clinique ou cabinet',
		shop: 'Boutique en ligne',
		trades: 'Services à domicile',
		desk: 'Centre de services en deux langues',
		plan: 'Forfait',
		noPlan: 'Non choisi'
	},

	picture: {
		heading: `Quelles combinaisons d’appels et de clavardage entrent dans chaque forfait${NB}?`,
		minutes: 'Minutes d’appel par mois, facturables',
		messages: 'Messages de clavardage par mois',
		own: (tier: string) => `${tier}, votre forfait`,
		viewed: (tier: string) => `${tier}, à l’écran`,
		needs: (tier: string) => `exige ${tier}`,
		above: (tier: string) => `plus de ${tier}`,
		credits: (credits: string) => `${credits} crédits`,
		hint: 'glisser, ou touches fléchées',
		lever: (n: string) => `levier ${n}`,
		handle: `La combinaison${NB}: minutes avec gauche et droite, messages avec haut et bas`,
		value: (a: string, b: string, credits: string) =>
			`${minutes(a)}, ${messages(b)}${NB}: ${credits} crédits`,
		line: 'Chaque point d’une ligne utilise exactement ce forfait.',
		tinted: (tier: string) => `Teinté${NB}: entre dans ${tier}.`,
		shape: `Forme pâle${NB}: là où finissent 8 mois sur 10 comme celui-ci.`,
		slope: (minute: string, voice: string, message: string, chat: string) =>
			`Pente${NB}: ${minute} crédits la minute (${voice} des minutes premium) contre ${message} le message (${chat} des messages premium).`,
		summary: (a: string, b: string, credits: string, plan: string) =>
			`La combinaison compte ${minutes(a)} d’appels et ${messages(b)}${NB}: ${credits} crédits. ${plan}`,
		needsPlan: (tier: string) => `Elle exige le forfait ${tier}.`,
		needsMore: 'Elle exige plus que le plus grand forfait.',
		table: {
			plan: 'Forfait',
			calls: 'Appels seuls,\nminutes',
			chats: 'Clavardage seul,\nmessages',
			minutes: (n: string) => `Minutes à côté de\n${messages(n)}`,
			messages: (n: string) => `Messages à côté de\n${minutes(n)}`,
			fits: 'La combinaison',
			yes: 'y entre',
			no: 'exige plus'
		},
		any: 'sans limite',
		none: '–'
	},

	fields: {
		heading: 'La combinaison',
		minutes: 'min',
		messages: 'msg',
		minutesLong: 'minutes par mois',
		messagesLong: 'messages par mois',
		rate: (rate: string) => `× ${rate}`,
		rateLong: (rate: string) => `fois ${rate} crédits`,
		planEnds: (tier: string) => `fin du forfait à ${tier}`,
		barLabel: (parts: string) => `Des crédits${NB}: ${parts}.`,
		part: (name: string, percent: string) => `${name} ${percent}`
	},

	levers: {
		heading: 'Ce qui la ferait entrer',
		headingIn: (tier: string) => `Ce qui la ferait entrer dans ${tier}`,
		smallest: `Elle entre dans le plus petit forfait${NB}: aucun forfait à épargner.`,
		none: (tier: string) =>
			`Rien de ceci à lui seul ne la fait entrer dans ${tier}${NB}: répondre aux appels par clavardage, ou rendre standards des minutes ou des messages premium.`,
		byChat: (percent: string) => `Répondre par clavardage à ${percent} des minutes d’appel`,
		byChatHow: (a: string, b: string, per: string) =>
			`${minutes(a)} ${one(a) ? 'devient' : 'deviennent'} ${messages(b)}, à ${per} la minute`,
		standardVoice: (percent: string) => `Rendre standards ${percent} des minutes premium`,
		standardVoiceHow: (n: string) =>
			one(n) ? `${n} minute premium devient standard` : `${n} minutes premium deviennent standards`,
		standardChat: (percent: string) => `Rendre standards ${percent} des messages premium`,
		standardChatHow: (n: string) =>
			one(n) ? `${n} message premium devient standard` : `${n} messages premium deviennent standards`,
		saved: 'crédits par mois',
		apply: 'Appliquer',
		applied: (what: string) => `Appliqué${NB}: ${what}`,
		perMinute: 'Messages qui remplacent une minute d’appel'
	},

	fits: {
		heading: 'Ce qui entre dans',
		calls: (n: string) => `Appels seuls${NB}: **${minutes(n)}**.`,
		chats: (n: string) => `Clavardage seul${NB}: **${messages(n)}**.`,
		keepMessages: (kept: string, n: string) => `En gardant ${messages(kept)}, il reste **${minutes(n)}**.`,
		keepMinutes: (kept: string, n: string) => `En gardant ${minutes(kept)}, il reste **${messages(n)}**.`,
		tooManyMessages: (kept: string) => `${messages(kept)} à eux seuls exigent plus.`,
		tooManyMinutes: (kept: string) => `${minutes(kept)} à elles seules exigent plus.`,
		freeMinutes: 'Les minutes ne coûtent rien sur cette grille.',
		freeMessages: 'Les messages ne coûtent rien sur cette grille.'
	}
} satisfies typeof en;

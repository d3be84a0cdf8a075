import type en from './calls.en';

const NB = '\u00a0';

type Kinds = 'voice' | 'chat' | 'both';
const many = (text: string) => !['0', '1'].includes(text) && !text.startsWith('0,') && !text.startsWith('1,');
const credits = (text: string) => `${text}${NB}${many(text) ? 'crédits' : 'crédit'}`;
const kinds = (kind: Kinds, count: number) =>
	count < 2
		? { voice: 'appel', chat: 'clavardage', both: 'appel ou clavardage' }[kind]
		: { voice: 'appels', chat: 'clavardages', both: 'appels et clavardages' }[kind];
const plural = (text: string, one: string) => `${text} ${many(text) ? `${one}s` : one}`;

export default {
	pageTitle: 'Appels et clavardages',
	waiting: 'Lecture des appels et clavardages',
	failed: 'Les appels et clavardages n’ont pas pu être lus. Essayez de nouveau, ou rechargez la page.',
	title: (kind, count, text, used) =>
		count === 0
			? 'Aucun appel ni clavardage ne correspond'
			: `${text} ${kinds(kind, count)} ${count < 2 ? 'a' : 'ont'} utilisé ${credits(used)}`,
	lead: 'Choisissez dans une image, en glissant ou au clavier, et toutes les autres suivent. Une ligne s’ouvre sur la raison de son coût.',
	noneLead: 'Retirez un filtre pour en voir davantage.',
	summed: (count) =>
		`De ${count} interactions plus anciennes, seules les sommes par jour sont gardées${NB}: elles ne sont pas dans cette liste.`,

	filters: {
		label: 'Filtres',
		remove: (name) => `Retirer le filtre ${name}`,
		clear: 'Tout retirer',
		add: 'Ajouter un filtre',
		channel: { voice: 'Appels', chat: 'Clavardages' },
		class: { standard: 'Standard', premium: 'Premium' },
		licence: { metered: 'Mesuré', trial: 'Licence d’essai', unlimited: 'Licence illimitée' },
		short: { yes: 'Appels courts', no: 'Sans les appels courts' },
		week: (days, hours) => `${days}, ${hours}`,
		days: (first, last) => (first === last ? first : `${first}–${last}`),
		hours: (from, to) => `de ${from} à ${to}`,
		someHours: (count) => `${plural(count, 'heure')} de la semaine`,
		from: (value) => `${value} ou plus`,
		between: (from, to) => `de ${from} à moins de ${to}`,
		credits,
		range: {
			item: 'Crédits de … à …',
			title: 'Filtrer par crédits',
			from: 'De',
			to: 'À moins de',
			crossed: `Ceci doit dépasser «${NB}De${NB}».`,
			help: 'Crédits utilisés par un appel ou un clavardage. Une borne vide est ouverte.',
			choose: 'Filtrer'
		}
	},

	saved: {
		label: 'Vues enregistrées',
		save: 'Enregistrer cette vue',
		name: 'Nom de la vue',
		device: 'Gardées sur cet appareil',
		removed: (name) => `Vue ${name} retirée`,
		remove: (name) => `Retirer «${NB}${name}${NB}»`
	},

	pictures: {
		heading: 'Images',
		measure: 'Compter',
		interactions: 'Interactions',
		credits: 'Crédits',
		hint: 'Les flèches déplacent, avec Maj elles choisissent un intervalle, Entrée choisit ce qui est marqué, Échap libère.',
		amount: {
			interactions: (text) => plural(text, 'interaction'),
			credits
		},
		days: {
			label: 'Par jour',
			summary: (days, most) => `${plural(days, 'jour')}${NB}; le plus chargé est ${most}.`,
			head: 'Jour'
		},
		hours: {
			label: 'Par heure de la semaine',
			summary: (busiest, share) =>
				`Les trois heures les plus chargées de la semaine sont ${busiest}${NB}: ${share} de tout ce qui est compté ici.`,
			none: 'Rien n’est compté ici.',
			hour: 'Heure',
			clock: (hour) => `${hour}${NB}h`,
			at: (day, hour) => `${day} ${hour}`
		},
		length: {
			label: 'Par durée d’appel',
			summary: (longer) =>
				`Appels par pas de 5${NB}s${NB}; la dernière barre contient tous ceux de ${longer} ou plus. Traits verticaux${NB}: là où commence le pas facturé suivant.`,
			rounding: (rounded, share) =>
				`Hachuré${NB}: l’arrondi, payé mais non parlé, soit ${credits(rounded)}, ${share} de ce que ces appels ont utilisé.`,
			rounded: (text) => `dont ${text} d’arrondi`,
			part: 'Arrondi',
			head: 'Durée',
			longer: (from) => `${from} ou plus`,
			between: (from, to) => `de ${from} à ${to}`
		},
		kind: {
			label: 'Par canal et classe',
			names: ['Clavardages, standard', 'Appels, standard', 'Clavardages, premium', 'Appels, premium']
		},
		agent: { label: 'Par agent', others: (count) => plural(count, 'autre') },
		entity: { label: 'Par entité', others: (count) => plural(count, 'autre') },
		value: 'Valeur'
	},

	list: {
		label: 'Appels et clavardages',
		time: 'Heure',
		length: 'Durée',
		picture: `Parlé, hachuré${NB}: arrondi`,
		who: 'Agent, entité',
		credits: 'Crédits',
		messages: (text) => plural(text, 'message'),
		short: '0, court',
		free: { trial: '0, essai', unlimited: '0, illimité' },
		hint: `Flèches haut et bas${NB}: l’appel suivant. Début et Fin${NB}: le premier et le dernier.`,
		pair: (agent, entity) => `${agent}, ${entity}`
	},

	why: {
		title: (kind, used) => `Pourquoi cet ${kind === 'voice' ? 'appel' : 'échange'} a coûté ${credits(used)}`,
		next: '↑ ↓ appel suivant',
		close: 'Fermer',
		opening: 'Calcul',
		spoken: (length) => `Parlé${NB}: ${length}`,
		rounding: (length) => `Arrondi${NB}: ${length}`,
		block: credits,
		product: (steps, each, all) => `${steps} × ${each} = **${credits(all)}**`,
		startedMinutes: (text) => (many(text) ? `${text} minutes entamées` : `${text} minute entamée`),
		seconds: (text) => `${text} facturés`,
		messages: (text) => plural(text, 'message'),
		rounded: (all) => `arrondi au crédit entier supérieur${NB}: **${credits(all)}**`,
		picture: (spoken, rounding, billed) =>
			`Sur ${billed} facturés, ${spoken} ont été parlés et ${rounding} sont de l’arrondi.`,
		steps: {
			long: 'Assez long',
			longText: (length, threshold) => `${length}, pas moins de ${threshold}${NB}: facturable`,
			any: 'Facturable',
			anyText: (length) => `${length}${NB}; la grille n’a pas de règle d’appel court`,
			nothingText: 'un appel sans durée n’a pas de temps facturable',
			shortName: 'Court',
			shortText: (length, threshold) => `${length}, moins de ${threshold}${NB}: non facturable`,
			minutes: 'Minutes',
			minutesText: (initial, increment) => `les premiers ${initial}, puis chaque ${increment} entamées`,
			messages: 'Messages',
			messagesText: 'chaque message compte',
			class: 'Classe',
			classes: { standard: 'standard', premium: 'premium' },
			from: {
				card: (name) => `${name}, comme la grille le veut pour tous les appels`,
				row: (name) => `${name}, d’après sa ligne du fichier`,
				entry: (name) => `${name}, d’après l’entrée de l’agent au registre`,
				nothing: (name) => `${name}, puisque rien ne dit autre chose`
			},
			aMinute: (rate) => `${rate} la minute`,
			aMessage: (rate) => `${rate} le message`,
			licence: 'Licence',
			trial: (would) => `essai${NB}: n’utilise rien${NB}; mesuré, ce serait ${credits(would)}`,
			unlimited: (would) => `illimitée${NB}: n’utilise rien${NB}; mesuré, ce serait ${credits(would)}`,
			early: 'Avant l’activation',
			earlyText: 'commencé avant l’activation inscrite au registre',
			balance: 'Solde',
			balanceText: (before, after) => `${before} avant, ${after} après`,
			overage: (text) => `${text} en dépassement`,
			unserved: (text) => `${text} non servis${NB}: il ne restait rien`,
			excess: (text) => `${text} servis, non facturés`
		},
		card: (name) => `Grille tarifaire${NB}: ${name}.`,
		cardSince: (name, since) => `Grille tarifaire${NB}: ${name}, version du ${since}.`,
		rule: 'Voir la règle',
		ledger: 'Voir dans le grand livre',
		file: (name, line) => `${name}, ligne ${line}`,
		case: {
			heading: (count) =>
				`Le même dossier${NB}: ${many(count) ? `${count} autres interactions` : `${count} autre interaction`}`,
			more: (count) => `et ${count} de plus`
		}
	}
} satisfies typeof en;

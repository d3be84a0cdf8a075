import type { RegisterColumn } from '$lib/engine/rating/registerColumns';
import type en from './agents.en';

const NB = '\u00a0';

const must: Record<RegisterColumn, string> = {
	agent: 'un nom',
	entity: 'un nom',
	channel: 'chat, voice ou rien',
	class: 'standard, premium ou rien',
	licence: 'metered, unlimited, trial ou rien',
	activated_at: 'une date comme 2026-03-01, ou un instant',
	deactivated_at: 'une date comme 2026-03-01, ou un instant',
	trial_days: 'un nombre entier',
	trial_credits: 'un nombre entier',
	engagement_open_percent: 'un nombre d’au plus trois décimales',
	engagement_closed_percent: 'un nombre d’au plus trois décimales',
	price_credits: 'un nombre entier',
	price_per_cycle: 'un montant comme 29.00',
	tags: 'clé=valeur;clé=valeur, aucune clé deux fois'
};

export default {
	heading: 'Agents',
	lead: `Ce qu’aucun fichier d’utilisation ne dit d’un agent. L’entrée la plus précise compte${NB}: celle qui nomme une entité passe avant celle qui nomme un canal. Rien de ce qui est à l’essai ou sous licence illimitée ne consomme de crédits.`,
	empty:
		'Aucun agent n’est encore connu. Importez de l’utilisation, et ses agents seront ici; ou importez agents.csv, ou ajoutez-en un.',
	filter: 'Filtrer par agent, entité ou étiquette',
	found: (count, text) => (count <= 1 ? `${text} ligne` : `${text} lignes`),
	unregistered: 'seulement dans l’utilisation',
	everywhere: 'partout',
	fields: {
		agent: 'Agent',
		entity: 'Entité',
		channel: 'Canal',
		class: 'Classe',
		licence: 'Licence',
		activatedAt: 'Actif depuis',
		deactivatedAt: 'Actif jusqu’à',
		trialDays: 'Jours d’essai',
		trialCredits: 'Crédits d’essai',
		engagementOpenPercent: 'Engagement en heures d’ouverture',
		engagementClosedPercent: 'Engagement hors des heures',
		priceCredits: 'Prix en crédits',
		pricePerCycle: 'Prix par cycle de facturation',
		tags: 'Étiquettes'
	},
	channels: { all: 'les deux', chat: 'clavardages', voice: 'appels' },
	classes: { none: '–', standard: 'standard', premium: 'premium' },
	licences: { none: '–', metered: 'mesurée', unlimited: 'illimitée', trial: 'essai' },
	actions: 'Actions',
	edit: 'Modifier',
	of: (what, name) => `${what}${NB}: ${name}`,
	more: (count) => `Afficher ${count} de plus`,
	add: 'Ajouter un agent',
	import: 'Importer agents.csv',
	export: 'Exporter agents.csv',
	paste: 'Coller des lignes',
	pasteHelp: `Des lignes d’un tableur, les noms des colonnes d’abord${NB}: agent, licence, tags…`,
	read: 'Lire',
	removed: (name) => `${name} a été retiré du registre`,

	dialog: {
		add: 'Ajouter un agent',
		edit: (name) => `Modifier ${name}`,
		agentHelp: 'Tel qu’il est écrit dans l’utilisation, lettre par lettre.',
		entityHelp: `Vide${NB}: toutes.`,
		classHelp: 'Des lignes qui n’en disent aucune.',
		activatedHelp: `Vide${NB}: son premier appel ou clavardage.`,
		trialDaysHelp: `Vide${NB}: 30.`,
		trialCreditsHelp: `Vide${NB}: 5${NB}000.`,
		percentUnit: '%',
		priceCreditsHelp: 'Le chiffre du fournisseur, seulement affiché.',
		tagsHelp: 'clé=valeur;clé=valeur, p. ex. centre de coûts=4711',
		needed: 'Un agent a besoin d’un nom.',
		twice: 'Il y a une entrée pour cet agent, cette entité et ce canal. Modifiez celle-là.',
		date: 'Utilisez une date comme 2026-03-01, ou un instant comme 2026-03-01T05:00:00.000Z.',
		tags: 'Écrivez clé=valeur;clé=valeur, et aucune clé deux fois.',
		take: 'Prendre'
	},

	file: {
		title: (name) => `Ce que «${NB}${name}${NB}» changerait`,
		pasted: 'Ce que les lignes collées changeraient',
		headless: `Ce n’est pas un registre${NB}: sa première ligne ne nomme aucune colonne «${NB}agent${NB}». Mettez les noms des colonnes d’abord. Rien n’a été changé.`,
		same: `Rien${NB}: le registre dit la même chose.`,
		refused: (count, text) =>
			count === 1 ? 'Une ligne ne peut pas être prise' : `${text} lignes ne peuvent pas être prises`,
		line: 'Ligne',
		why: 'Pourquoi',
		twice: (agent) => `${agent} a plus haut une entrée pour la même entité et le même canal`,
		cells: 'Elle a plus de cellules que de colonnes, ou des guillemets qui ne se ferment pas',
		must: (column, value) => `${column} est «${NB}${value}${NB}»; il faut ${must[column]}`,
		unknown: (names) => `Les colonnes qu’un registre n’a pas sont omises${NB}: ${names}.`,
		what: 'Changement',
		kinds: { new: 'nouveau', changed: 'changé', gone: 'retiré' },
		value: (field, before, after) =>
			before === '' ? `${field}${NB}: ${after}` : `${field}${NB}: ${before} → ${after || 'rien'}`,
		rest: (count) => `et ${count} de plus`,
		merge: 'Ajouter et changer',
		replace: 'Remplacer le registre',
		replaceText: (count, text) =>
			count === 0
				? 'Remplacer ne retirerait personne.'
				: count === 1
					? 'Remplacer retirerait aussi la seule entrée qui n’est pas dans le fichier.'
					: `Remplacer retirerait aussi les ${text} entrées qui ne sont pas dans le fichier.`,
		taken: 'Le registre est comme le dit le fichier. Enregistrez les réglages pour le garder.'
	}
} satisfies typeof en;

import type en from './sources.en';

const NB = '\u00a0';

export default {
	lead: 'D’après ce que ces systèmes publient; les menus changent. Toute autre exportation avec une heure et une durée ou un nombre de messages convient aussi.',
	systems: {
		aircall: [
			'Exportez l’historique des appels (Call History) du tableau de bord, avec les champs Call ID, Call type, la ligne, l’utilisateur et la durée d’appel.',
			'Dites dans le filtre de l’exportation dans quel fuseau sont ses heures, et choisissez le même ici.',
			`Les lignes dont le type est «${NB}AI Call${NB}» sont celles qu’un agent a prises seul.`
		],
		calAi: [
			`Enregistrez la liste des appels${NB}: heure, durée, type de canal, identifiant de session, raison de fin.`
		],
		dialpad: [
			`Demandez à l’API Stats l’export_type «${NB}records${NB}» et le stat_type «${NB}calls${NB}»${NB}: une ligne par appel. «${NB}stats${NB}» donne des sommes, qui ne sont pas des interactions.`,
			'Son fuseau est UTC, sauf si la demande en nomme un autre.'
		],
		didww: [
			'Créez une exportation de type cdr_in dans l’API (ou téléchargez les relevés dans le portail); elle vient en .csv.gz, lu tel quel.',
			`Elle remonte à deux mois avant celui en cours${NB}: allez la chercher chaque mois. Heures en UTC, durées en secondes.`
		],
		dstny: [
			'Enregistrez les appels en JSON, avec start, calleeAnswered et stop. Les heures portent leur décalage.'
		],
		ivozprovider: [
			'Programmez un Call CSV scheduler pour les appels entrants, chaque mois, par courriel; ou prenez un rapport de la liste.',
			`startTime n’a pas de fuseau${NB}: choisissez ici celui de la plateforme.`
		],
		keyyo: [
			'Enregistrez la liste des appels avec start_time, quantity et unit. Les heures sont des secondes depuis 1970.',
			`Les textos sont dans la même liste, sous une autre unité${NB}: laissez-les hors du fichier.`
		],
		threeCx: [
			`Faites écrire les relevés d’appels dans des fichiers. Ils n’ont pas de noms de colonnes, et leur ordre est un réglage${NB}: associez les colonnes une fois ici.`,
			'Les relevés d’appels manqués peuvent être sans début.'
		],
		twilio: [
			`Demandez à BulkExport les Calls d’une suite de jours${NB}: un fichier de lignes JSON en gzip par jour. Déposez-les tous ici ensemble.`,
			'Les jours sont ceux d’UTC; les fichiers sont gardés sept jours.'
		],
		vapi: [
			`Prenez la liste des appels par l’API et enregistrez-la en JSON${NB}: id, startedAt, endedAt, assistantId.`
		],
		vocalcom: [
			'Exportez les appels avec CallUniversalTime et Duration. Où l’heure UTC et l’heure locale se côtoient, UTC est prise.'
		],
		yeastar: [
			`Ouvrez les relevés d’appels (CDR) dans le portail Web et téléchargez-les en CSV, ou programmez-les par courriel. Un téléchargement peut être limité à 10${NB}000 relevés${NB}: allez-y par périodes plus courtes.`,
			`Le système efface les vieux relevés${NB}: prenez-les à temps. Les heures sont locales.`
		],
		zendeskTalk: [
			'Prenez /api/v2/channels/voice/stats/incremental/calls depuis un start_time, page par page selon next_page, et enregistrez les appels en JSON.',
			`Des deux durées, choisissez celle que votre contrat facture${NB}: les secondes, ou les minutes facturées.`
		]
	}
} satisfies typeof en;

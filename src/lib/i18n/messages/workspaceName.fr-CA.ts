import type en from './workspaceName.en';

const NB = '\u00a0';

export default {
	name: 'Nom',
	nameHelp: 'Un client et un contrat par espace.',
	newTitle: 'Créer un espace de travail',
	make: 'Créer l’espace',
	renameTitle: (name) => `Renommer «${NB}${name}${NB}»`,
	renameAction: 'Renommer'
} satisfies typeof en;

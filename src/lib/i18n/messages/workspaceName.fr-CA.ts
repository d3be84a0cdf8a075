import type en from './workspaceName.en';

export default {
	name: 'Nom',
	nameHelp: 'Un client et un contrat par espace.',
	newTitle: 'Créer un espace de travail',
	make: 'Créer l’espace',
	renameTitle: (name) => `Renommer « ${name} »`,
	renameAction: 'Renommer'
} satisfies typeof en;

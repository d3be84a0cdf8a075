export default {
	name: 'Name',
	nameHelp: 'One customer and contract each.',
	newTitle: 'Make a new workspace',
	make: 'Make workspace',
	renameTitle: (name: string) => `Rename “${name}”`,
	renameAction: 'Rename'
};

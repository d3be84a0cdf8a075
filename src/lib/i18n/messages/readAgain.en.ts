export default {
	profiles: {
		title: 'How files are read',
		text: 'One way for each header that you confirmed. Files with the same header are read so, and go straight to the review.',
		file: 'Header',
		like: (file: string) => `as in “${file}”`,
		columns: 'Columns',
		zone: 'Time zone',
		confirmed: 'Confirmed',
		change: 'Change',
		changeOf: (file: string) => `Change how files like ${file} are read`,
		remove: 'Remove',
		removeOf: (file: string) => `Remove how files like ${file} are read`,
		removed: (file: string) => `Files like ${file} are asked about again`,
		editing: (file: string) => `How files like “${file}” are read`,
		editingText: 'It holds for files that come. Files that are here stay as they were read.',
		found: 'Found out in each file',
		save: 'Save how they are read'
	},
	correct: {
		title: (file: string) => `Read “${file}” differently`,
		text: 'Files are not kept here. Choose the same file again: it is compared with what was imported, and another one changes nothing.',
		known: (name: string) => `This browser knows where “${name}” lay. It asks you before it opens it.`,
		open: 'Open it again',
		choose: 'Choose the file',
		comparing: 'Comparing…',
		other: (chosen: string, file: string) => `“${chosen}” is not the file that was imported as “${file}”`,
		otherText:
			'Its content is another one. Nothing was changed. Choose the file as it was, or import this one beside it.'
	}
};

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

export default {
	notice: {
		rebuilt: (files: readonly string[]) => ({
			title: 'The browser had lost stored data; it is whole again',
			text: `${files.length > 0 ? list(files) : 'What was missing'} came back from the second copy on this device. Nothing needs to be done.`
		}),
		lost: (files: readonly string[]) => ({
			title: `${list(files)} cannot be read any more`,
			text: 'Both copies on this device are damaged. Remove it on the Import screen and import the file again, or restore a backup; everything else is untouched.'
		}),
		older: (name: string) => ({
			title: `The newest changes${name ? ` of “${name}”` : ''} are gone`,
			text: 'The browser has cleared a part of its storage. What is shown is an older state: restore a backup, or import the missing files again.'
		}),
		cleared: (names: readonly string[]) => ({
			title: 'The browser has cleared the data of this page',
			text: `${list(names)} ${names.length === 1 ? 'was' : 'were'} here before and cannot be found. Browsers do so when the disk is full: free some space, then restore a backup in Settings, or import your files again.`
		})
	},
	dismiss: 'Got it',

	securing: 'Imported, securing…',
	saved: 'Saved',
	savedOnce: 'Saved, one copy only',

	safety: {
		title: 'How safely it is kept',
		copies: {
			two: 'In two copies on this device: each is checked at every start and mended from the other.',
			one: 'In one copy only: this browser has no place, or no room, for a second one. Keep a backup.',
			securing: 'Both copies are being checked and brought in line…'
		},
		persisted: 'The browser has promised not to clear it by itself.',
		notPersisted:
			'The browser may clear it when space runs short or the page is not used for long. Keep a backup, or install the app.',
		ask: 'Ask the browser to keep it',
		asked: 'The browser has not agreed for now.'
	},

	reminder: {
		title: 'This browser may clear your data by itself',
		never: 'It has not promised to keep it, and this workspace has no backup yet.',
		old: (day: string) =>
			`It has not promised to keep it, and the last backup of this workspace is of ${day}.`,
		backUp: 'Back up',
		install: 'Install',
		later: 'Not now'
	},

	trash: {
		title: 'Removed, and kept for Undo',
		nothing: 'Nothing: what you remove stays here until the app is closed.',
		what: (files: number, size: string, workspaces: number) =>
			[
				files > 0 ? `${files === 1 ? 'one file' : `${files} files`} (${size} as imported)` : '',
				workspaces > 0 ? (workspaces === 1 ? 'one workspace' : `${workspaces} workspaces`) : ''
			]
				.filter(Boolean)
				.join(' and '),
		until: 'It is deleted when the app has been closed and is opened again.',
		empty: 'Delete for good now',
		emptied: 'Deleted for good'
	},

	all: {
		title: 'Everything',
		text: 'Takes every workspace away from this device: imported usage, contracts, rate cards and meter readings.',
		action: 'Remove everything',
		done: 'Removed everything'
	}
};

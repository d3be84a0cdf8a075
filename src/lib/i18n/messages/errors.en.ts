import type { ErrorCode, ErrorParams } from '$lib/workers/errors';

const file = (params: ErrorParams): string => (params['file'] ? `“${params['file']}”` : 'The file');

/** Why a file is none that can be read is said where files are chosen: refusals.en.ts. */
const refused = (p: ErrorParams) => ({
	title: `${file(p)} cannot be read`,
	text: 'Choose it on the Import screen, which says why. Nothing was imported.'
});

/** What happened, then why, what to do and what was kept. */
export default {
	empty: refused,
	binary: refused,
	damagedFile: refused,
	sumsRefused: refused,
	unpackedTooLarge: refused,
	protectedFile: refused,
	unsupportedFile: refused,
	noTable: refused,
	tooManyColumns: refused,
	noHeader: refused,
	lineTooLong: refused,
	noRows: refused,
	noUsableRow: refused,
	layerGone: refused,
	otherColumns: refused,
	tooManyToJoin: refused,
	unreadableFile: (p) => ({
		title: `${file(p)} cannot be opened`,
		text: 'The browser could not read it: it may have been changed or moved since it was chosen, be open elsewhere, or be a folder. Choose it again. Nothing was imported.'
	}),
	storageRefused: () => ({
		title: 'This browser does not let the page keep data',
		text: 'A private window or a setting for site data forbids it. Allow this page to store data, or open it in an ordinary window, and reload. Nothing was changed.'
	}),
	storageFull: () => ({
		title: 'There is no room left on this device',
		text: 'The browser’s space for this page is used up. Remove a layer you no longer need or free space on the disk, then try again. What was imported before is still here.'
	}),
	storageCleared: () => ({
		title: 'The browser cleared the data of this page, because the disk is full',
		text: 'It does so by itself until it has promised not to. Free space on the disk and reload; then restore a backup in Settings, or import your files again.'
	}),
	storageBroken: (p) => ({
		title: p['name'] ? `Stored rows of “${p['name']}” are damaged` : 'The stored data is damaged',
		text: 'Its checksum no longer agrees in either copy, so it is not used. Remove that file on the Import screen and import it again, or restore a backup; other files are untouched.'
	}),
	newerVersion: () => ({
		title: 'This data was written by a newer version',
		text: 'Another tab has updated the app. Close the other tabs and reload this one. Nothing was changed.'
	}),
	olderTab: () => ({
		title: 'Another tab holds the data in an older version',
		text: 'The app was updated, and a tab that was opened before does not let go. Close the other tabs of this app, then try again. Nothing was changed.'
	}),
	takenOver: () => ({
		title: 'Another tab has gone on in the place of this one',
		text: 'This tab stood still for so long that another one took over writing. Nothing of this step was kept here; try it again. What was imported before is still here.'
	}),
	workspaceGone: () => ({
		title: 'This workspace is no longer here',
		text: 'It was removed in another tab. Choose another workspace, or undo the removal there.'
	}),
	settingsNotJson: () => ({
		title: 'This is not a settings file',
		text: 'It cannot be read as JSON. Choose a file that “Export settings” has saved. Your settings are as they were.'
	}),
	settingsNewer: (p) => ({
		title: 'This settings file comes from a newer version',
		text: `It has version ${p['version'] ?? ''}, and this app reads version 1. Reload to update the app, then choose it again. Your settings are as they were.`
	}),
	settingsInvalid: (p) => ({
		title: `The settings are not valid${p['path'] ? ` at “${p['path']}”` : ''}`,
		text: `${p['received'] ? `There stands ${p['received']}` : 'A value is not allowed there'}${p['expected'] ? `, where ${p['expected']} is expected` : ''}. Correct that value, then try again. Your settings are as they were.`
	}),
	backupNot: () => ({
		title: 'This is not a backup',
		text: 'A backup is a file that “Back up” has saved; its name ends in .drawdown-backup. Choose that file. Nothing was changed.'
	}),
	backupDamaged: (p) => ({
		title: `This backup is damaged${p['part'] ? ` in its part “${p['part']}”` : ''}`,
		text: 'Its bytes are not those that were written: it may have been cut off on its way, or its disk is failing. Copy it again from where it was kept, or use an older one. Nothing was changed.'
	}),
	backupNewer: (p) => ({
		title: 'This backup comes from a newer version',
		text: `It has version ${p['version'] ?? ''}, and this app reads version 1. Reload to update the app, then choose it again. Nothing was changed.`
	}),
	backupPassphrase: (p) => ({
		title: p['given'] ? 'This is not the passphrase of the backup' : 'This backup needs its passphrase',
		text: 'Type the passphrase that was given when it was made: capitals and spaces count. Without it nobody can read the file. Nothing was changed.'
	}),
	backupInvalid: (p) => ({
		title: p['part']
			? `The part “${p['part']}” does not belong in a backup`
			: 'This backup asks for what no backup needs',
		text: 'The file is whole, but this app would not have written it, so that none of it is used. Use a backup that you made yourself. Nothing was changed.'
	}),
	conflict: () => ({
		title: 'These settings were changed in another tab',
		text: 'Saving now would undo that change, so nothing was saved. What you typed is still here; look at the newer values, then save again or discard yours.'
	}),
	summaryRounding: (p) => ({
		title: `The daily sums of ${p['file'] ? file(p) : 'a file'} were made under other settings`,
		text:
			p['reason'] === 'zone'
				? `Their days are those of ${p['timeZone']}, and cannot be cut anew. Set the contract’s time zone back to it, or remove that file on the Import screen. Until then figures are not computed anew; the sums are untouched.`
				: p['reason'] === 'trial'
					? 'A trial that may end by its credits falls into these days, and the calls that would tell when are no longer kept. Change that agent’s licence or activation, or remove the file on the Import screen. Until then figures are not computed anew; the sums are untouched.'
					: `They hold calls rounded to ${p['initialSeconds']} s, then by ${p['incrementSeconds']} s, with a short-call threshold of ${p['shortCallSeconds']} s, each without rounding up to a whole credit. Set the rate card back to that for those days (a new version may begin later), or remove the file on the Import screen. Until then figures are not computed anew; the sums are untouched.`
	}),
	retentionRefused: (p) => ({
		title: 'These rows cannot be kept as daily sums',
		text:
			p['reason'] === 'trial'
				? 'A trial that may end by its credits falls into these days, and only its calls and chats can tell when. Keep the rows of more months, from before the trial on. Nothing was changed.'
				: 'The rate card rounds each call up to a whole credit, which needs every single call. Keep the rows of more months, from before that rule on. Nothing was changed.'
	}),
	cancelled: () => ({ title: 'Cancelled', text: 'Nothing was imported.' }),
	workerLost: (p) =>
		p['reason'] === 'stuck'
			? {
					title: 'A part of the app did not answer any more',
					text: 'It had been at one step for more than half a minute without a sign of life, so it was ended. It starts again with your next step; if it happens twice with the same file, import that file in smaller parts. What was imported before is still here.'
				}
			: {
					title: 'A part of the app has stopped',
					text: 'The browser ended it, most often for lack of memory. It starts again with your next step; close other tabs if it happens twice. What was imported before is still here.'
				},
	unexpected: () => ({
		title: 'Something did not work as it should',
		text: 'The step was not finished, and nothing of it was kept. Try again; if it happens twice, reload the page. What was imported before is still here.'
	})
} satisfies Record<ErrorCode, (params: ErrorParams) => { title: string; text: string }>;

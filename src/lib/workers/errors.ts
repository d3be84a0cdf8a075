/** Exceptional failures that reach people. The closed list; i18n has a sentence with a next step for each. */
export type ErrorCode =
	| 'empty'
	| 'binary'
	| 'damagedFile'
	| 'unpackedTooLarge'
	| 'protectedFile'
	| 'unsupportedFile'
	| 'noTable'
	| 'tooManyColumns'
	| 'noHeader'
	| 'lineTooLong'
	| 'noRows'
	| 'noUsableRow'
	| 'otherColumns'
	| 'tooManyToJoin'
	| 'unreadableFile'
	| 'storageRefused'
	| 'storageFull'
	| 'storageCleared'
	| 'storageBroken'
	| 'newerVersion'
	| 'olderTab'
	| 'takenOver'
	| 'workspaceGone'
	| 'layerGone'
	| 'settingsNotJson'
	| 'settingsNewer'
	| 'settingsInvalid'
	| 'summaryRounding'
	| 'sumsRefused' // reason: of SummaryProblem, zone, rounding, wholeCredits, trial, size
	| 'retentionRefused'
	| 'backupNot'
	| 'backupDamaged'
	| 'backupNewer'
	| 'backupPassphrase'
	| 'backupInvalid'
	| 'conflict'
	| 'cancelled'
	| 'workerLost'
	| 'unexpected';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** The one error class that crosses threads (wire.ts carries its code). */
export class AppError extends Error {
	override readonly name = 'AppError';
	constructor(
		readonly code: ErrorCode,
		readonly params: ErrorParams = {},
		options?: ErrorOptions
	) {
		super(code, options);
	}
}

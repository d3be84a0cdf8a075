import type { LayerView, MonthlySummary, StagedImport, TakenBack, Workspace } from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';

/** What became of a file, or a folder, of this visit. */
export type Outcome =
	| {
			readonly kind: 'imported';
			readonly into: Workspace;
			readonly layer: LayerView;
			/** rows of it that were here before */
			readonly already: number;
			/** it took the place of what the same file was read as before, which can be brought back; null: it did not */
			readonly corrected: TakenBack | null;
			/** what was read by a rule, left out by one, or joined */
			readonly told: Pick<StagedImport, 'notices' | 'excluded' | 'joined'>;
	  }
	| { readonly kind: 'alreadyHere'; readonly fileName: string; readonly layer: LayerView }
	/** sums by day: `from`, `to` are their first day's start and their last day's end */
	| {
			readonly kind: 'sums';
			readonly fileName: string;
			readonly interactions: number;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'sumsHere'; readonly fileName: string; readonly name: string }
	/** a monthly table, which counts nowhere; `here`: the very same file was kept before, under that name */
	| { readonly kind: 'monthly'; readonly summary: MonthlySummary; readonly here: string | null }
	| { readonly kind: 'failed'; readonly error: AppError }
	| { readonly kind: 'emptyFolder'; readonly name: string }
	/** `others`: files that waited behind it, given up with it */
	| { readonly kind: 'cancelled'; readonly fileName: string; readonly others?: number }
	/** it was read in another way, and counts as before again; `profile`: so do files with its header */
	| { readonly kind: 'takenBack'; readonly fileName: string; readonly profile: boolean }
	/** it was to be read in another way, and is not */
	| { readonly kind: 'kept'; readonly fileName: string };

export const appError = (cause: unknown): AppError =>
	cause instanceof AppError ? cause : new AppError('unexpected', {}, { cause });

/** Failures of a file say which one. */
export function fileError(cause: unknown, file: string | undefined): AppError {
	const error = appError(cause);
	return file !== undefined && error.params['file'] === undefined
		? new AppError(error.code, { ...error.params, file }, { cause: error })
		: error;
}

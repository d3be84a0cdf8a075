import type { LayerView, MonthlySummary, StagedImport } from '$lib/workers/api';
import type { AppError } from '$lib/workers/errors';

/** What became of a file, or a folder, of this visit. */
export type Outcome =
	| {
			readonly kind: 'imported';
			readonly layer: LayerView;
			/** rows of it that were here before */
			readonly already: number;
			/** it took the place of what the same file was read as before */
			readonly corrected: boolean;
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
	| { readonly kind: 'cancelled'; readonly fileName: string }
	/** it was to be read in another way, and is not */
	| { readonly kind: 'kept'; readonly fileName: string };

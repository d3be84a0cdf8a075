/**
 * The named places at which tests of faults stop the writer, kill the browser, or let storage fail
 * (tests/faults). Without such a test a place costs one look at a global.
 */
export type FailPoint =
	| 'stage:block'
	| 'commit:before'
	| 'commit:after'
	| 'mirror:file'
	| 'mirror:root'
	| 'mirror:after'
	| 'sweep:before'
	| 'sweep:files'
	| 'rebuild:block'
	| 'rebuild:commit'
	| 'restore:block'
	| 'restore:commit'
	| 'backup:part';

declare global {
	var drawdownFailPoint: ((place: FailPoint) => Promise<void>) | undefined;
}

/** Never inside a transaction: waiting for anything else would end it. */
export const failPoint = (place: FailPoint): Promise<void> | undefined =>
	globalThis.drawdownFailPoint?.(place);

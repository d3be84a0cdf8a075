import { common } from '$lib/i18n/common';

/** A name as it is shown; '': nobody's. */
export const nameOf = (name: string): string => name || common.current.unassigned;

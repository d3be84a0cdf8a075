/**
 * What rating says about a row, as bits of one byte. The lower five are the slot of a cube's cell: channel, class,
 * licence, and whether the row precedes its agent's activation.
 */
export const VOICE = 1;
export const PREMIUM = 2;
/** Of the licence bits none: metered. */
export const TRIAL = 4;
export const UNLIMITED = 8;
export const LICENCE = TRIAL | UNLIMITED;
/** It began before the activation that the register gives (a discrepancy; not counted "since activation"). */
export const EARLY = 16;
/** A call below the short-call threshold. */
export const NON_BILLABLE = 32;

/** `state & SLOT` is the slot; there are {@link SLOTS}. */
export const SLOT = 31;
export const SLOTS = 32;

export const isMetered = (slot: number): boolean => (slot & LICENCE) === 0;

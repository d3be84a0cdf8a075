/** How long is waited for what must come: far longer than it takes, since a machine that does much else is no finding. */
export const PATIENCE_MS = 180_000;

/**
 * How many cases a property test draws, of `usual`. In CI the engine's tests run in three places, and each place draws
 * a share of them with a seed of its own; alone they draw all.
 */
const share = Number(process.env['DRAWDOWN_SHARE'] ?? 1);

export const runs = (usual: number): number => Math.ceil(usual * share);

import type { Cost } from '../ledger';
import { decimal, inShares, roundHalfEven } from '../money';
import { PLACES, placed } from './decimals';
import type { FocusUsage } from './usage';

/** The first of some weights that are not all 0. */
const firstKnown = (...weights: readonly bigint[][]): bigint[] | null =>
	weights.find((one) => one.some((weight) => weight > 0n)) ?? null;

/**
 * Effective cost of each row of usage: all that was paid but tax. A licence is carried by the usage it is for, in
 * proportion to what that would have drawn; everything else by metered usage, in proportion to the credits it drew:
 * its blended price a credit. Where there is none of these, by whatever was used.
 */
export function carried(
	cost: Cost,
	usage: readonly FocusUsage[],
	decimals: number
): { readonly effective: string[]; readonly uncarried: bigint } {
	const sums = usage.map(() => 0n);
	const weigh = (counts: (row: FocusUsage) => boolean, of: 'units' | 'interactions') =>
		usage.map((row) => (counts(row) ? BigInt(row[of]) : 0n));
	const anyone = weigh(() => true, 'interactions');
	const metered = ({ licence }: FocusUsage) => licence === 'metered';
	const common = firstKnown(weigh(metered, 'units'), weigh(metered, 'interactions'), anyone);
	const finer = 10n ** BigInt(PLACES - decimals);
	let uncarried = 0n;
	for (const { kind, name, amount } of cost.lines) {
		if (kind === 'tax') continue;
		const minor = roundHalfEven(decimal(amount), decimals);
		const own = (row: FocusUsage) => row.agent === name && row.licence === 'unlimited';
		const weights =
			(kind === 'licence' && firstKnown(weigh(own, 'units'), weigh(own, 'interactions'))) || common;
		if (weights === null) uncarried += minor;
		else
			inShares(minor * finer, weights).forEach((share, k) => {
				sums[k] = (sums[k] as bigint) + share;
			});
	}
	return { effective: sums.map(placed), uncarried };
}

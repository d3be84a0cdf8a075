import type { HeaderReading } from './headers';
import type { FurtherDuration } from './mapping';
import type { ColumnProfile } from './profile';

/** Names of one word that is a unit. */
const UNIT_ALONE =
	/^(seconds|secs|secondes|sekunder|sekunden|segundos|minutes|mins|minuter|minuten|minutos)$/;
const BILLED = /\b(billed|billable|billsec)\b/;
const LONGER = /\b(handle|total|totale|gesamtdauer)\b/;
const TALK = /\btalk\b/;

export interface WhichLength {
	readonly offer: FurtherDuration;
	/** columns that are named as the length of a call */
	readonly of: number;
	/** the rest of it, which stands in another column; null: it is whole */
	readonly rest: FurtherDuration | null;
}

/**
 * Which column is the length of a call: one that is named so, else one whose whole name is a unit. What is billed comes
 * before what was talked, and that before what somebody took over it in all; of minutes and seconds of one name the
 * seconds, unless they are what is left beside whole minutes. Minutes that are billed are rounded already. Null: none.
 */
export function whichLength(
	offers: readonly FurtherDuration[],
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[]
): WhichLength | null {
	const baseOf = ({ column }: FurtherDuration): string => {
		const base = headers[column]?.base ?? '';
		return UNIT_ALONE.test(base) ? '' : base;
	};
	const rank = ({ column }: FurtherDuration): number => {
		const { base = '', unit = null } = headers[column] ?? {};
		if (BILLED.test(base) && unit !== 'minutes' && columns[column]?.fractions === 0) return 0;
		return LONGER.test(base) && !TALK.test(base) ? 2 : 1;
	};
	const called = offers.filter(({ column }) => headers[column]?.field === 'duration');
	const named = called.length > 0 ? called : offers.filter((offer) => baseOf(offer) === '');
	const best = Math.min(...named.map(rank));
	const first = named.find((offer) => rank(offer) === best);
	if (!first) return null;
	const alike = offers.filter((other) => baseOf(other) === baseOf(first));
	const [seconds, minutes] = (['seconds', 'minutes'] as const).map((unit) =>
		alike.find(({ form, column }) => form === unit && headers[column]?.unit === unit)
	);
	if (!seconds || !minutes || (first !== seconds && first !== minutes))
		return { offer: first, of: named.length, rest: null };
	const apart = (columns[seconds.column]?.largest ?? 0) < 60 && (columns[minutes.column]?.largest ?? 0) >= 1;
	return apart
		? { offer: minutes, of: named.length, rest: seconds }
		: { offer: seconds, of: named.length, rest: null };
}
